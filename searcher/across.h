/* across.h - what the words of a query are called in other languages and alphabets.
 *
 * A query is taken to be in the languages in which its words are known; each word, or several that
 * stand together, gets its translations from the lexicons (corpus/lexicon), each with a certainty,
 * and the key of the name it may be (corpus/names). A word that finds nothing so is tried as one of
 * the other languages. They become alternatives of the word beside those that it has in the
 * languages of the index, so a passage counts the best of them, once.
 * A query that seems to be typed out in Latin letters ("vetryanye turbiny") is read in the letters
 * of its language (typed_out.c), so that it finds as much as if it were written so.
 * Phrases, =exact words and prefixes mean what they say, demanded or excluded, and are not
 * translated. An excluded word is, by its surest translation, so that what "a AND b" finds in
 * another language "a -b" does not.
 *
 * The lexicons know words of like meaning, too ("movie" and "film"), by which passages in the
 * query's own language are found, labelled as translations are, and ranked; and abbreviations,
 * which find what they stand for and are found by it ("UN" and "United Nations"), whether one word
 * is sought or several.
 */
#ifndef ARAL_SEARCHER_ACROSS_H
#define ARAL_SEARCHER_ACROSS_H

#include "corpus/lexicon/lexicon.h"
#include "searcher/reading_maker.h"

/* Translations of one word into one language: at most so many, and none below this share of the
 * best one's weight. */
#define ACROSS_TRANSLATIONS 8
#define ACROSS_LEAST_SHARE 0.12

/* Queries of so many words find passages by words of like meaning, too, each word by its surest
 * one; four each take tydi-en from .8203 to .8216 and 8 % more time. All of it, with those that
 * only rank, costs 4 % (median of tydi-en 1.04 -> 1.08 ms). One word alone says exactly what is
 * wanted; in long queries others make up for one that is not there. */
#define ACROSS_SYNONYMS_FROM 2
#define ACROSS_SYNONYMS_TO 8

/* Those less alike only rank: "know" is a little like "engineer", by knowing how. */
#define ACROSS_SYNONYM_LEAST 0.4

struct across {
    struct lexicon **lexicons; /* owned; a user's own first */
    size_t count;
    struct bytes missing; /* why there is none that came with the program; empty where there is */
    struct bytes broken;  /* what is wrong with those that cannot be used; empty for none */
};

/* Opens the lexicons: that of each location (lexicon_own_path), and the one that came with the
 * program: $ARAL_LEXICON, else beside the program, else where it was installed. Without any there
 * still are names. False when memory ran out. */
bool across_open(struct across *across, const char *const locations[], size_t count,
                 struct error *error);
void across_close(struct across *across);

/* Which files they would open just now: another number once one was made, written or taken away. 0
 * where there are none. */
uint64_t across_state(const char *const locations[], size_t count);

/* Adds to the words of the query, whose language has been guessed (weighing.h). */
bool across_add(const struct across *across, struct reading_maker *maker);

#endif
