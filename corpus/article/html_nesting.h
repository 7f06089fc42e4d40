/* html_nesting.h - HTML whose elements are not nested deeper, and have no more attributes, than a
 * parser can bear.
 *
 * Gumbo has no limit of its own: 40,000 elements within one another take it 15 seconds, and where
 * it frees its tree itself, by recursion, they overflow a stack of half a megabyte. */
#ifndef ARAL_ARTICLE_HTML_NESTING_H
#define ARAL_ARTICLE_HTML_NESTING_H

#include "corpus/base/bytes.h"

/* Elements open at once. Pages of usual make stay below 100; the steps of HTML's parsing algorithm
 * that look through the open elements make deep nesting cost the square of its depth. Browsers have
 * such a limit, too, and treat what is deeper as they would without its tags. */
#define HTML_NESTING_LIMIT 256

/* Attributes of one tag. Gumbo compares each with all before it: 32,000 take it 6 seconds. Pages of
 * usual make have a dozen. */
#define HTML_ATTRIBUTES_LIMIT 256

/* Appends `html` to `out` with further attributes and the tags of deeper elements blanked; text
 * stays. O(length). Memory failure is told by out->failed. How tags pair is read in a simplified
 * way, which errs to the side of fewer elements. */
void html_limit_nesting(struct slice html, struct bytes *out);

#endif
