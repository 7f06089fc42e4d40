/* normalise.h - the form in which two spellings of one word are equal.
 *
 * NFKC and case folding (utf8proc); soft hyphens, zero-width characters, byte order marks and
 * combining stress marks dropped; all hyphens are '-', all apostrophes '\''; ё is е, the Turkish İ
 * is i. Accents stay (й is not и); stems of languages that have none lose those of Latin letters
 * (bare.h). */
#ifndef ARAL_UNICODE_NORMALISE_H
#define ARAL_UNICODE_NORMALISE_H

#include "corpus/base/bytes.h"

/* Appends the normalised form of `word` (UTF-8; invalid bytes become U+FFFD) to `out`; memory
 * failure is told by out->failed. O(length). */
void word_normalise(struct slice word, struct bytes *out);

/* Appends the word with its first `letters` characters as capitals, up to a byte that is no UTF-8;
 * memory failure is told by out->failed. O(length). */
void word_capitalise(struct slice word, size_t letters, struct bytes *out);

/* Longer than any word, phrase or line that a list of a language has. */
#define WORD_SHORT_BYTES 256

/* The same without allocating, for what is looked up in such lists: the form is written to `form`,
 * to which the result points, and cut between characters where it is longer; so is the word before.
 * O(1). */
struct slice word_normalise_short(struct slice word, char form[WORD_SHORT_BYTES]);

/* Whether a letter of a normalised word may stand for another one that readers expect to see: е for
 * ё. */
bool word_may_hide_letters(struct slice word);

#endif
