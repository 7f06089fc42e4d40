/* divided.h - words that a printer or a program divided at the end of a line. */
#ifndef ARAL_LANGUAGES_DIVIDED_H
#define ARAL_LANGUAGES_DIVIDED_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* How many bytes of `line` come before the hyphen that it ends with (U+002D, U+2010 or the soft
 * U+00AD, and blanks behind it), where that only divides a word which goes on at the beginning of
 * `next` in a small letter: a soft one, or some language has the word without it ("tur-", "bines";
 * not "well-", "known"). The length of `line` where there is none such. O(length of the word), some
 * microseconds. */
size_t line_undivided(struct slice line, struct slice next);

/* Whether a line begins with a conjunction (language.h) and a blank or its end behind it: a hyphen
 * before it stands for what is left out ("pre-", "and post-war"). O(length of the word). */
bool line_begins_conjunction(struct slice line);

/* What stands in a text where a line ends within a word: the blanks and the line break, and before
 * them the hyphen that only divides the word. Bytes of the text. */
struct division {
    size_t start, end;
};

/* The first division whose line break is not before byte `from`, also one at a hyphen that the word
 * has anyway, which is none of its bytes: what to leave out where the text is shown as one line
 * ("well-", "known" as "well-known"). False: there is none. O(length) where no line ends with a
 * hyphen. */
bool text_next_joint(struct slice text, size_t from, struct division *found);

/* Whether words are divided in the text. */
bool text_divides_words(struct slice text);

/* Overwrites the hyphens that only divide words, and what is to the end of the line, with
 * characters that are none of a word's letters: every other byte keeps its place. */
void text_join_words(char *text, size_t length);

#endif
