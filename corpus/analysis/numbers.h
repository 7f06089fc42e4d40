/* numbers.h - numbers and dates as written, and their one form.
 *
 * The canonical form of a number is its decimal digits with '.' before the fraction, no signs
 * between groups, no zeros at the end of a fraction: "1234.5". A whole number that begins with 0 is
 * an identifier and keeps its zeros. */
#ifndef ARAL_ANALYSIS_NUMBERS_H
#define ARAL_ANALYSIS_NUMBERS_H

#include "corpus/base/slice.h"
#include "corpus/languages/language.h"

#include <stdbool.h>
#include <stddef.h>

/* A number of more digits is no quantity to a reader, and no number here. */
#define NUMBER_DIGITS 40

/* The least `value` of a NUMBER_WORD_ORDINAL_SUFFIX that makes decades; and the least of one whose
 * decades are certainly of the 20th century. */
#define NUMBER_WORD_OF_DECADES 10
#define NUMBER_WORD_OF_CENTURY 1900

/* Whether a number before the word is so much or many of something: the word is a magnitude,
 * currency, percent or unit of measure. NULL is none. */
static inline bool number_word_counts(const struct number_word *word) {
    return word && (word->kind == NUMBER_WORD_MAGNITUDE || word->kind == NUMBER_WORD_PERCENT ||
                    word->kind == NUMBER_WORD_CURRENCY || word->kind == NUMBER_WORD_MEASURE);
}

/* The greatest ordinal in letters that is read. */
#define ORDINAL_MOST 2999

struct number {
    char text[NUMBER_DIGITS + 2]; /* canonical */
    size_t length;
};

/* Reads all of `written`, normalised: digits and the signs or spaces between them. Whether '.' and
 * ',' part groups or a fraction is told by the signs themselves where both or several stand, else
 * by the language, and three digits that end in two zeros are a group in any. False: no number
 * ("192.168.1.1", "17.06.2025"). */
bool number_parse(struct slice written, const struct language *language, struct number *number);

/* Adds decimals, digits alone, to a canonical whole number. False, unchanged, where it would get
 * too long. */
bool number_add_decimals(struct number *number, struct slice decimals);

/* Adds a lesser whole number to one with zeros enough at its end: 300000 to 5000000. False,
 * unchanged, where it has not. */
bool number_add_lesser(struct number *number, const struct number *lesser);

/* Multiplies by a power of ten, below 0 as well. False, unchanged, where it would get too long. */
bool number_scale(struct number *number, int power);

/* The value of a canonical whole number up to `most`; 0 for anything else. */
unsigned number_small(struct slice canonical, unsigned most);

struct date {
    unsigned year; /* 0: not said */
    unsigned month;
    unsigned day; /* 0: not said */
};

/* Whether there is such a day in the calendar (29 February where the year is not said). */
bool date_exists(struct date date);

/* The year that two digits stand for: 1998, 2025. */
unsigned year_of_century(unsigned digits);

/* Reads "2025-06-17", "17.06.2025", "17.06.25" and, where no day can be taken for the month,
 * "17-06-2025". */
bool date_parse(struct slice written, struct date *date);

#define DATE_BYTES sizeof "2025-06-17"

/* Writes "2025-06-17", "2025-06" or "06-17"; returns the length. */
size_t date_write(struct date date, char text[DATE_BYTES]);

#endif
