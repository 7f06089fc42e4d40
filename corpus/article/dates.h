/* dates.h - dates as articles and feeds write them, to ISO 8601.
 *
 * Understood are ISO 8601 (2024-06-11, 2024-06-11T09:30:00+05:00, 20240611), RFC 822 as in feeds
 * (Tue, 11 Jun 2024 09:30:00 GMT), C's asctime (Tue Jun 11 09:30:00 2024), days with the month in
 * the words of any of the languages (11 Juni 2024, 11 июня 2024 г., June 11th, 2024, 11/Jun/2024,
 * June-11-2024, 2024-Jun-11; the time may stand before: 14:05, 11 июня 2024), 11.06.2024,
 * 11.06.24, 20240611093000, and 11/06/2024 where a number above 12 or a weekday before it ("Selasa,
 * 11/06/2024") leaves no doubt which is the month; and, as the whole of a field, seconds since 1970
 * of ten digits, with or without a fraction, or milliseconds of thirteen. Zones are offsets, those
 * of RFC 822, Moscow's and Indonesia's. A day without a year is not a date. */
#ifndef ARAL_ARTICLE_DATES_H
#define ARAL_ARTICLE_DATES_H

#include "corpus/base/slice.h"

/* The longest date and its NUL. */
#define ARTICLE_DATE_BYTES sizeof "2024-06-11T09:30:00+05:00"

/* Reads a field that holds a date, perhaps with words around it. Writes as much as is known: with a
 * time, a day, "2024-06" or "2024". False where there is none. O(length) for at most 200 bytes;
 * longer fields are no dates. */
bool article_date_parse(struct slice field, char date[ARTICLE_DATE_BYTES]);

/* Looks for the first whole day (year, month, day) in running text; [*start, *end) is where it
 * stands, with its time. O(length). */
bool article_date_find(struct slice text, size_t *start, size_t *end,
                       char date[ARTICLE_DATE_BYTES]);

#endif
