/* article.h - an article as a reader hands it over.
 *
 * All text is valid UTF-8 in Unicode's composed form NFC, line ends are '\n', there is no NUL and
 * no byte order mark. A field that the source does not give is empty (length 0). */
#ifndef ARAL_ARTICLE_ARTICLE_H
#define ARAL_ARTICLE_ARTICLE_H

#include "corpus/base/slice.h"

#include <stddef.h>

struct article {
    struct slice id; /* identity: the source's id, else its declared url, else the file's path
                        (with ":LINE" behind it where the file holds many, and ":LINE:N" for the
                        Nth of a line) or, of standard input, "-:" and a hash of the text; never
                        empty */
    struct slice title;
    struct slice text; /* never only white space; paragraphs are lines */
    struct slice url;
    struct slice date;   /* ISO 8601, as much as is known: "2024", "2024-06", "2024-06-11" or with
                            a time, "2024-06-11T09:30:00+05:00"; empty where nothing could be read */
    struct slice lang;   /* what the source claims, lower case ISO 639-1: evidence, not truth */
    struct slice source; /* publisher or site */
    struct slice author;
    struct slice extra; /* unknown fields as one compact JSON object, or empty; numbers that neither
                           64 bits nor a double hold are strings of their digits there */
    struct slice file;  /* path of the file it was read from as identity has it, "-" for standard
                           input: what `sync` compares */
    size_t line;        /* first line of the article in that file, from 1 */
};

#endif
