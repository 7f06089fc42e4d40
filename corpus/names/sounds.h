/* sounds.h - a name as the sounds it is read as; private to the names room. */
#ifndef ARAL_NAMES_SOUNDS_H
#define ARAL_NAMES_SOUNDS_H

#include "corpus/base/slice.h"
#include "corpus/names/length.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One character a sound:
 *
 *     vowels       a e i o u, y (ы: a vowel that only ever ends a case form)
 *     consonants   b d f g h k l m n p r s t v z
 *                  C (ch, ч, щ)  S (sh, ш)  T (ts, ц)  J (j, дж)  Z (zh, ж)
 */
struct sounds {
    char sound[NAME_SOUNDS];
    size_t count;
    enum sounds_ending { ENDING_UNCLEAR, ENDING_HARD, ENDING_SOFT } ending;
};

/* False where the word is no name that could be read so: digits or another alphabet. */
bool sounds_read(struct slice name, struct sounds *sounds);

/* Cuts what Russian cases may have added. It is cut alike in all alphabets, since Latin names end
 * like that as well: Вьетнам, Вьетнамом and Vietnam must lose the same. `ending` tells what the
 * cases leave of Colombo (hard) and Colombia (soft). */
void sounds_cut_endings(struct sounds *sounds);

/* A set of small letters; others are in none. */
static inline bool sound_is_in(char sound, uint32_t set) {
    unsigned number = (unsigned char)sound - (unsigned)'a';
    return number < 26 && set >> number & 1;
}

#define SOUND_BIT(letter) (1u << ((letter) - 'a'))

static inline bool sound_is_vowel(char sound) {
    return sound_is_in(sound, SOUND_BIT('a') | SOUND_BIT('e') | SOUND_BIT('i') | SOUND_BIT('o') |
                                  SOUND_BIT('u') | SOUND_BIT('y'));
}

/* The class of a sound, itself one of the sounds: what a key is made of. */
char sound_class(char sound);

#endif
