/* numerals.h - which letters are Roman numerals.
 *
 * Two letters or more in capitals hardly mean anything else. Of single ones, X is rather a name
 * ("Malcolm X") and, in English, I is rather a pronoun: these, and those in small letters, are
 * numerals where the words beside them make them such, "Pope Leo X", "X век", "World War I",
 * "perang dunia ii". So do digits count off there what they else count: "abad 19", "Chapter 5". */
#ifndef ARAL_ANALYSIS_NUMERALS_H
#define ARAL_ANALYSIS_NUMERALS_H

#include "corpus/analysis/vocabulary.h"
#include "corpus/base/bytes.h"

/* Whether the form, normalised, is a letter that is a numeral only where others make it one. */
bool numeral_is_doubtful(const struct vocabulary *vocabulary, struct slice form);

/* Whether the words around such a letter at byte `start` of the text make a numeral of it;
 * `capitals` says that all of the text is in capitals, `scratch` is for forms. O(1). */
bool numeral_stands(struct vocabulary *vocabulary, struct slice text, size_t start, bool capitals,
                    struct bytes *scratch);

/* The same for a numeral in small letters, below forty, from byte `start` to `end`: "perang dunia
 * ii", "xix век". */
bool numeral_stands_small(struct vocabulary *vocabulary, struct slice text, size_t start,
                          size_t end, struct bytes *scratch);

/* Whether digits from byte `start` to `end` are the number of what stands beside them: "abad 19",
 * "в 19 веке", "Perang Dunia 2", but not "19 веков". O(1). */
bool numeral_stands_in_digits(struct vocabulary *vocabulary, struct slice text, size_t start,
                              size_t end, struct bytes *scratch);

#endif
