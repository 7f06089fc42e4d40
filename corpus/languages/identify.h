/* identify.h - which language a text is in: one of ours, or other.
 *
 * Closed set with a way out. Pure function of the text and the claim; thread-safe. */
#ifndef ARAL_LANGUAGES_IDENTIFY_H
#define ARAL_LANGUAGES_IDENTIFY_H

#include "corpus/languages/language.h"

/* The language of `text` (UTF-8). `claimed` is what the source says (ISO 639-1, may be empty) and
 * decides only where the text itself leaves doubt. *confidence (may be NULL) is 0 to 1.
 * Never NULL: language_other() where the text is in none of ours. O(length), of which at most the
 * first few kilobytes are looked at. */
const struct language *language_identify(struct slice text, struct slice claimed,
                                         double *confidence);

/* Whether the text, as far as it is looked at, has words in the language's script, and these are no
 * mere names and quotations in it. language_other() may write anything. O(length). */
bool language_may_write(const struct language *language, struct slice text);

#endif
