/* vocabulary.h - the rows of languages made ready for analysis: word lists as maps, a stemmer. */
#ifndef ARAL_ANALYSIS_VOCABULARY_H
#define ARAL_ANALYSIS_VOCABULARY_H

#include "corpus/base/bytes.h"
#include "corpus/base/map.h"
#include "corpus/base/slice.h"
#include "corpus/languages/language.h"

#include <stdbool.h>
#include <stddef.h>

/* What the lists of a language say of a form. */
enum listed {
    LISTED_FUNCTION_WORD = 1 << 0,
    LISTED_ABBREVIATION = 1 << 1,
    LISTED_BEGINS_NUMBER_WORD = 1 << 2, /* the first of several words: "dolar" of "dolar as" */
    LISTED_NUMBERED = 1 << 3,           /* language.numbered_words */
    LISTED_BEHIND_PRONOUN = 1 << 4,     /* language.behind_pronoun */
    LISTED_NEGATION = 1 << 5,           /* language.negations */
    LISTED_NUMBER_AND = 1 << 6,         /* language.number_ands */
    LISTED_NUMBER_ARTICLE = 1 << 7,     /* language.number_articles */
    LISTED_BEFORE_DECADE = 1 << 8,      /* language.before_decades */
    LISTED_BEHIND_DECADE = 1 << 9,      /* language.behind_decades */
    LISTED_RANGE = 1 << 10,             /* language.range_words */
    LISTED_DAY_AND = 1 << 11,           /* language.day_ands */
    LISTED_BEFORE_TIME = 1 << 12,       /* language.before_times */
    LISTED_BEFORE_HOUR = 1 << 13,       /* language.before_hours */
    LISTED_NUMBERED_BEHIND = 1 << 14,   /* language.numbered_behind */
    LISTED_PARTICLE = 1 << 15,          /* language.particles */
    LISTED_BEHIND_COUNT = 1 << 16,      /* language.behind_counts */
};

struct vocabulary {
    const struct language *language;
    struct stemmer *stemmer; /* NULL where the language has none */
    struct map *words;       /* form -> set of enum listed and the number of its number word */
    struct map *compounds;   /* "kerja sama" -> COMPOUND_WHOLE, "kerja" -> COMPOUND_BEGINS */
    struct map *stems;       /* form -> place in stem_bytes, of forms met before */
    struct bytes stem_bytes;
};

enum { COMPOUND_BEGINS = 1, COMPOUND_WHOLE = 2 };

/* The vocabularies of all languages; one per thread. */
struct vocabularies {
    struct vocabulary **items; /* owned */
    size_t count;
    struct map *beside_numbers; /* all forms of number words and their first words: most words are
                                   neither, in any language, which one look-up tells */
};

/* Makes those of all registered languages. False: no memory; the struct can still be freed. */
bool vocabularies_make(struct vocabularies *vocabularies);
void vocabularies_free(struct vocabularies *vocabularies);

/* That of `language`, made where it is not among the registered ones. NULL: no memory. */
struct vocabulary *vocabulary_find(struct vocabularies *vocabularies,
                                   const struct language *language);

/* The set of enum listed for a normalised form. */
unsigned vocabulary_listed(const struct vocabulary *vocabulary, struct slice form);

/* Whether a number word of any language is or begins with `form`. */
bool vocabulary_may_be_number_word(const struct vocabularies *vocabularies, struct slice form);

/* What `form` means beside a number: in the vocabulary's own language, else in any. NULL: nothing.
 */
const struct number_word *vocabulary_number_word(const struct vocabularies *vocabularies,
                                                 const struct vocabulary *own, struct slice form);

/* The same as a symbol that no language owns. */
const struct number_word *vocabulary_symbol(const struct vocabularies *vocabularies,
                                            struct slice form);

/* Whether a number word of several words begins with `form`, in any language. */
bool vocabulary_begins_number_word(const struct vocabularies *vocabularies, struct slice form);

/* Writes the stem of `form` to `stem` (LANGUAGE_STEM_BYTES of room), cut where it is longer;
 * returns its length. Stems are kept: rules and dictionaries take microseconds, and a form comes
 * back in other capitals and after the words of the cache were forgotten. */
size_t vocabulary_stem(struct vocabulary *vocabulary, struct slice form, char *stem);

/* language.stem_hyphenated, 0 where there is none. */
size_t vocabulary_stem_hyphenated(struct vocabulary *vocabulary, struct slice form, char *stem);

/* Adds the clues of words that have the stem, or begin the compound that it is. The language has
 * such (language.clues). */
void vocabulary_clues(struct vocabulary *vocabulary, struct slice stem, struct clues *clues);

/* Which number a form or stem is as a word of that kind, cardinal or ordinal; 0: none. */
unsigned vocabulary_number(const struct vocabulary *vocabulary, enum number_word_kind kind,
                           struct slice form);

/* Adds the clues of the words for an ordinal number. */
void vocabulary_ordinal_clues(struct vocabulary *vocabulary, unsigned ordinal, struct clues *clues);

/* language.related, 0 where there is none. */
size_t vocabulary_related(struct vocabulary *vocabulary, struct slice stem, size_t number,
                          char *related);

#endif
