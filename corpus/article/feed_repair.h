/* feed_repair.h - XML as many sites write it, with what they forgot to escape escaped.
 *
 * A "&" that begins no reference becomes "&amp;", as in "fish & chips" and "?a=1&b=2", and, where
 * the feed declares no entities, one before a name that is none of XML's or HTML's, as in "AT&T;";
 * a
 * "<" that begins no markup becomes "&lt;", as in "5 < 6". CDATA sections, comments and processing
 * instructions stay as they are, and so does XML that is well-formed and of names in ASCII. XML in
 * UTF-16 or UTF-32 stays as it is, too: there the bytes of both signs are halves of letters, of Ц
 * and м among others. */
#ifndef ARAL_ARTICLE_FEED_REPAIR_H
#define ARAL_ARTICLE_FEED_REPAIR_H

#include "corpus/base/bytes.h"

struct feed_repair {
    const char *end;    /* of the section that is being passed through; NULL: in none */
    struct bytes input; /* of a block, behind what the block before left undecided */
    struct bytes output;
    size_t undecided; /* bytes at the end of `input` */
    bool declares;    /* a declaration of an entity was seen */
    bool wide;        /* a NUL was seen: several bytes are one character */
};

/* The next bytes of XML, of any encoding that has ASCII in it; an empty block is the end. What is
 * returned lives until the next call. O(length). Memory failure is told by failed of `input` and
 * `output`. */
struct slice feed_repair_next(struct feed_repair *repair, struct slice block);
void feed_repair_free(struct feed_repair *repair);

#endif
