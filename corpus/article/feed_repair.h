/* feed_repair.h - XML as many sites write it, with what they forgot to escape escaped.
 *
 * A "&" that begins no reference becomes "&amp;", as in "fish & chips" and "?a=1&b=2", and, where
 * the feed declares no entities, one before a name that is none of XML's or HTML's, as in "AT&T;";
 * a "<" that begins no markup becomes "&lt;", as in "5 < 6". Control characters that XML cannot
 * have, as word processors leave them, are left out everywhere, but for NUL and those of ISO-2022
 * (U+000E, U+000F, U+001B), and so are attributes beyond the limit. Else CDATA sections, comments
 * and processing instructions stay as they are, and so does XML that is well-formed, of names in
 * ASCII and without such tags. XML in UTF-32 stays as it is, too: there the bytes of both signs are
 * parts of other letters, of Ц and м among others. */
#ifndef ARAL_ARTICLE_FEED_REPAIR_H
#define ARAL_ARTICLE_FEED_REPAIR_H

#include "corpus/article/tag_reading.h"
#include "corpus/base/bytes.h"

/* Attributes of one tag, declarations of namespaces among them. libxml2 compares each with all
 * before it: 160,000 take it more than a minute. Tags of feeds have a dozen. */
#define FEED_ATTRIBUTES_LIMIT 256

struct feed_repair {
    const char *end;    /* of the section that is being passed through; NULL: in none */
    struct bytes input; /* of a block, behind what the block before left undecided */
    struct bytes output;
    size_t undecided; /* bytes at the end of `input` */
    bool declares;    /* a declaration of an entity was seen */
    bool begun;       /* there was a block */
    bool wide;        /* it began with a NUL: several bytes are one character */

    bool in_tag; /* in a start tag: */
    struct tag_reading tag;
    size_t attributes; /* of it that have begun */
};

/* The next bytes of XML, of any encoding that has ASCII in it; an empty block is the end. What is
 * returned lives until the next call. O(length). Memory failure is told by failed of `input` and
 * `output`. */
struct slice feed_repair_next(struct feed_repair *repair, struct slice block);
void feed_repair_free(struct feed_repair *repair);

#endif
