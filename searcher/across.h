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

#include "searcher/across_open.h"
#include "searcher/reading_maker.h"

/* Translations of one word into one language: at most so many, and none below this share of the
 * best one's weight. */
#define ACROSS_TRANSLATIONS 8
#define ACROSS_LEAST_SHARE 0.12

/* Adds to the words of the query, whose language has been guessed (weighing.h). */
bool across_add(const struct across *across, struct reading_maker *maker);

#endif
