/* numerals.h - which letters are Roman numerals.
 *
 * Two letters or more in capitals hardly mean anything else. Of single ones, X is rather a name
 * ("Malcolm X") and, in English, I is rather a pronoun: these, and those in small letters, are
 * numerals where the words beside them make them such, "Pope Leo X", "X век", "World War I",
 * "perang dunia ii". So do digits count off there what they else count: "abad 19", "Chapter 5". */
#ifndef ARAL_ANALYSIS_NUMERALS_H
#define ARAL_ANALYSIS_NUMERALS_H

#include "corpus/analysis/vocabulary.h"

/* Whether the form, normalised, is a letter that is a numeral only where others make it one. */
bool numeral_is_doubtful(const struct vocabulary *vocabulary, struct slice form);

/* The text that a numeral may stand in. */
struct numeral_text {
    struct slice text;
    struct vocabulary *vocabulary; /* of its language */
    bool capitals;                 /* all of the text is in capitals */
};

/* Whether the words around such a letter, at byte `start` of the text, make a numeral of it.
 * O(1), as those below are. */
bool numeral_stands(const struct numeral_text *in, size_t start);

/* The same for a numeral in small letters, below forty, from byte `start` to `end`: "perang dunia
 * ii", "xix век". */
bool numeral_stands_small(const struct numeral_text *in, size_t start, size_t end);

/* Whether digits from byte `start` to `end` are the number of what stands beside them: "abad 19",
 * "в 19 веке", "Perang Dunia 2", but not "19 веков". */
bool numeral_stands_in_digits(const struct numeral_text *in, size_t start, size_t end);

#endif
