/* names.h - names across alphabets: what Mirziyoyev, Mirziyayev and Мирзиёева have in common.
 *
 * A name is read as a sequence of sounds: Cyrillic is romanised, the spelling habits of English,
 * Indonesian (old and new) and transliterated Russian are folded (kh/h, ts/c, zh/j, dj/dz, x/ks,
 * sy/sj/sh, tj/ch, oe/u, ё/е/yo, doubled letters, silent h, soft signs), and the endings that
 * Russian cases add are cut. Its key is made of the consonants; short names, which would meet too
 * many others, keep a skeleton of their vowels. A final -sk does not make a name longer.
 *
 * Pure functions without allocation, O(length of the names); only the first NAME_SOUNDS sounds
 * count. Words are UTF-8, normalised by word_normalise; one word each, without space or hyphen. */
#ifndef ARAL_NAMES_NAMES_H
#define ARAL_NAMES_NAMES_H

#include "corpus/base/slice.h"
#include "corpus/names/length.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NAME_KEY_BYTES NAME_SOUNDS

/* From here up, two names of one key are spelled alike enough to be called the same. With this and
 * with the costs of name_similarity, recall is .955 and precision .992 over the pairs of 704 names
 * in four forms each (tests/unit/names/triples.tsv). */
#define NAME_SIMILARITY_SAME 0.845

/* A word in capitals of at most so many letters is likely an abbreviation: others sound or are
 * spelled like it by chance. */
#define NAME_ACRONYM_LETTERS 5

/* Writes the key of `name`, returns its length; 0 where there is none: a word with fewer than two
 * consonants, with digits, in an alphabet other than Latin and Cyrillic, or a Roman numeral. */
size_t name_key(struct slice name, char key[NAME_KEY_BYTES]);

/* The set of the consonants of a key, a bit each. */
uint32_t name_key_consonants(struct slice key);

/* A set that has all the consonants which the key of `word` or of one of its case forms may have: a
 * key with others is none of theirs. Most words are told from a name by that, sooner than by making
 * their keys. Letters are read one by one, so the set may be too large; it is of all consonants
 * where the word has anything but letters from A to Z, or anything but Russian ones. */
uint32_t name_consonants(struct slice word);

/* How alike two names sound, 0 to 1; 1 for equal ones. An edit distance over sounds (Levenshtein
 * 1966, weighted: vowels and sounds of one class cost little), by the greater of both weights. */
double name_similarity(struct slice a, struct slice b);

/* How alike two names are that are the same, from NAME_SIMILARITY_SAME to 1; 0 where they are not.
 */
double name_sameness(struct slice a, struct slice b);

/* Equal keys, and similar enough. */
bool name_same(struct slice a, struct slice b);

#endif
