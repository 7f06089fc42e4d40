/* transcription.h - names as one language writes them in the other alphabet.
 *
 * names.h reads every spelling alike, which serves names that are written as they sound. Many are
 * not: Friedrich is Фридрих, but Richard is Ричард; Qing is Цин, Kojima Кодзима, Jorge Хорхе. What
 * a letter stands for depends on the language of the name, which nobody tells. So a name that finds
 * nothing as it is read is written in the other alphabet by the rules of each language in turn:
 * pinyin and Palladius' system, Hepburn's and Polivanov's, and what the press does by habit.
 *
 * Pure functions without allocation, O(length of the name). Words are UTF-8, normalised by
 * word_normalise; one word each, without space or hyphen. */
#ifndef ARAL_NAMES_TRANSCRIPTION_H
#define ARAL_NAMES_TRANSCRIPTION_H

#include "corpus/base/slice.h"

#include <stddef.h>

/* Of UTF-8; longer names are cut. */
#define TRANSCRIBED_BYTES 64

/* How many languages there are rules of. */
#define TRANSCRIPTIONS 14

/* Writes a name in the other alphabet by the rules of one language (a number below
 * TRANSCRIPTIONS); returns the length of that, 0 where a letter is neither Latin nor Russian.
 */
size_t transcription_write(struct slice name, size_t language, char written[TRANSCRIBED_BYTES]);

#endif
