/* homoglyphs.h - letters of the Latin and Cyrillic alphabets that look the same and are typed for
 * one another. */
#ifndef ARAL_ANALYSIS_HOMOGLYPHS_H
#define ARAL_ANALYSIS_HOMOGLYPHS_H

#include "corpus/base/bytes.h"
#include "corpus/languages/language.h"

#include <stdbool.h>

/* The alphabet that the letters of `word` were meant in, where it holds letters of both and those
 * of one have look-alikes in the other: the intruders are the letters to repair. Where either could
 * be meant it is `usual`, the language's. SCRIPT_NONE: nothing to repair. O(length). */
enum script homoglyphs_meant(struct slice word, enum script usual);

/* Whether all letters of `word` are capitals, Latin ones or Cyrillic ones that look Latin, as in a
 * С+С5, В-52 typed on the wrong keyboard; or an Ан-124 in capitals. У, which only resembles Y, does
 * not: a ТУ-154 is Cyrillic. */
bool homoglyphs_look_latin(struct slice word);

/* Appends `word` with the look-alikes of `script`'s letters replaced by those letters. */
void homoglyphs_repair(struct slice word, enum script script, struct bytes *out);

#endif
