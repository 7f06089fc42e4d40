/* date_reading.h - the notations of dates and times of day, and the pieces that they are made of.
 *
 * Each date_read_... takes what it understands off *at, a byte of the text, and returns true; or
 * leaves *at as it was. What it has then set of the moment is of no use. */
#ifndef ARAL_ARTICLE_DATE_READING_H
#define ARAL_ARTICLE_DATE_READING_H

#include "corpus/base/ascii.h"
#include "corpus/base/slice.h"
#include "corpus/languages/language.h"

#include <stdbool.h>
#include <stddef.h>

struct moment {
    int year, month, day; /* 0 where unknown */
    bool has_time;
    int hour, minute, second;
    bool has_zone;
    int zone; /* minutes east of Greenwich */
};

/* ---- date_pieces.c --------------------------------------------------------------------------- */

static inline bool is_digit(struct slice text, size_t at) {
    return at < text.length && ascii_is_digit(text.data[at]);
}

/* Whether a letter, with or without marks, is at byte `at`; its bytes in *length. */
bool date_is_letter(struct slice text, size_t at, size_t *length);

/* A number of `fewest` to `most` digits with no digit behind it. */
bool date_read_number(struct slice text, size_t *at, size_t fewest, size_t most, int *number);

/* One of the bytes of `any`. */
bool date_read_byte(struct slice text, size_t *at, const char *any);

/* Passes as many of them as there are; where a space is among them, white space of any kind. */
void date_skip_bytes(struct slice text, size_t *at, const char *any);

/* The letters at *at; empty where there are none. */
struct slice date_read_word(struct slice text, size_t *at);

/* What a word means beside a number in any of the languages; NULL where it means nothing of that
 * kind. */
const struct number_word *date_find_number_word(struct slice word, enum number_word_kind kind);

/* ---- date_times.c ---------------------------------------------------------------------------- */

/* The time behind a day, with its zone where one is told: "T09:30:00.123Z", ", 3:45 p.m.". Sets
 * moment->has_time where there is one. */
void date_read_time(struct slice text, size_t *at, struct moment *moment);

/* A time by itself, with its half of the day and its zone where they are told: "9:30 AM EDT". */
bool date_read_clock(struct slice text, size_t *at, struct moment *moment);

/* ---- date_days.c ----------------------------------------------------------------------------- */

/* A day in any notation; what has no day, "June 2024" and what may be one of two, has day 0. Sets
 * the time, too, where it stands before the year. */
bool date_read_day(struct slice text, size_t *at, struct moment *moment);

/* Days of eight digits or three numbers, the year first: "2024-06-11". */
bool date_read_year_first(struct slice text, size_t *at, struct moment *moment);

/* A time and the day behind it: "14:05, 11 June 2024". */
bool date_read_time_and_day(struct slice text, size_t *at, struct moment *moment);

#endif
