/* encoding.h - bytes in whatever encoding to UTF-8. */
#ifndef ARAL_ARTICLE_ENCODING_H
#define ARAL_ARTICLE_ENCODING_H

#include "corpus/base/bytes.h"

/* Room for the name of an encoding and its NUL; longer ones are not known. */
#define ENCODING_NAME_BYTES 64

/* Appends `text` to `out` as UTF-8. What is valid UTF-8 is taken as such, since hardly any text in
 * another encoding is. Else the encoding that the text declares (`declared`, may be empty) is
 * tried, unless its Cyrillic words show it to be another, then the one that uchardet recognises.
 * False and *error (ERROR_INPUT: binary data, broken UTF-8 or no known encoding, without the file's
 * name; ERROR_MEMORY). O(length). */
bool encoding_decode(struct slice text, struct slice declared, struct bytes *out,
                     struct error *error);

/* The line, from 1, with the first byte that is not UTF-8; 0 where there is none, and in binary
 * data, which has no lines. O(length). */
size_t encoding_invalid_line(struct slice text);

/* The encoding that the first bytes of HTML or XML declare, in a <meta> or the XML declaration;
 * empty where none does. Lives as long as `start`. */
struct slice encoding_declared(struct slice start);

/* The name of the encoding for XML that begins like this and declares another one or none: NULL
 * where what it declares, or UTF-8 if it does not, may be right. Writes to `name`. */
const char *encoding_guess(struct slice start, char name[ENCODING_NAME_BYTES]);

#endif
