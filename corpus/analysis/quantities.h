/* quantities.h - words that mean more together: amounts, dates, words written apart.
 *
 *     [currency] number [magnitude] [currency | percent]     "US$70,2 miliar", "70,2 млрд долл."
 *     number [magnitude] unit [rate]                         "1,5 juta ton", "5 км²", "90 km/h"
 *     the same in letters, with decimals as well             "dua puluh lima juta", "полтора млн",
 *                                                            "dua koma lima persen"
 *     the same with a fraction behind                        "3½ million", "3 1/2 miles"
 *     temperatures with their sign                           "−20 °C", "минус 20 градусов"
 *     both ends of a range                                   "5-7 persen", "от 5 до 7 млн"
 *     fractions                                              "2/3", "dua pertiga"
 *     magnitude currency, magnitude percent                  "миллион рублей", "a million dollars"
 *     decades                                                "the '90s", "девяностые"
 *     times of day                                           "14:30", "pukul 14.30", "2.30 pm"
 *     days month [year], month days [year],                  "14-17 September", "June 17, 2025"
 *     month year, day/month/year, (day/month)
 *     days: a day, a range, a list of them                   "14", "14-17", "3, 4 and 7"
 *     years in short                                         "the class of '98"
 *     numbers in letters, the last or first an ordinal       "двадцать второй", "kedua puluh dua"
 *     such a one and a month                                 "девятое мая", "the fourth of July"
 *     two words that are also written as one                 "kerja sama", "anti korupsi"
 *
 * The grammar knows no language: what words mean is in their marks. */
#ifndef ARAL_ANALYSIS_QUANTITIES_H
#define ARAL_ANALYSIS_QUANTITIES_H

#include "corpus/analysis/quantity_text.h"

/* False: no memory. O(marks). */
bool quantities_find(const struct quantity_text *text);

#endif
