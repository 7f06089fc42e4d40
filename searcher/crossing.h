/* crossing.h - a query on its way into other words: what across.c, across_source.c, typed_out.c,
 * cross_names.c, cross_types.c and synonyms.c have in common. Private to these. */
#ifndef ARAL_SEARCHER_CROSSING_H
#define ARAL_SEARCHER_CROSSING_H

#include "searcher/across_open.h"
#include "searcher/reading_maker.h"

/* Queries of so many words find passages by words of like meaning, too, each word by its surest
 * one; four each take tydi-en from .8203 to .8216 and 8 % more time. All of it, with those that
 * only rank, costs 4 % (median of tydi-en 1.04 -> 1.08 ms). One word alone says exactly what is
 * wanted; in long queries others make up for one that is not there. */
#define ACROSS_SYNONYMS_FROM 2
#define ACROSS_SYNONYMS_TO 8

/* Those less alike only rank: "know" is a little like "engineer", by knowing how. */
#define ACROSS_SYNONYM_LEAST 0.4

/* A word of the query, as one language reads it. */
struct source_word {
    struct slice surface; /* bytes of the query */
    struct slice term;    /* as that language has it in the index */
    size_t leaf;
    bool capitalised;
    bool named;     /* a name by its capital: not the first word of a sentence, nor one of so many
                       words that others make up for it */
    bool ends_leaf; /* entries do not go on behind it */
    bool known;     /* some entry begins with it and is met here */
    bool abridged;  /* so short that dictionaries have it as an abbreviation of anything */
    bool typed_out; /* it stands in Latin letters, and the term in the language's own */
};

/* A word of the query, and as a language with other letters writes it. */
struct typed_out {
    struct slice surface;
    size_t start, end; /* of the word in the text */
};

/* The text of a leaf as one language reads it: that of the query, or with words written in its own
 * letters. */
struct source_text {
    struct slice text;
    struct slice typed;      /* the text of the query */
    struct typed_out *words; /* those that are written otherwise, in order */
    size_t word_count;
};

/* The query in one language. */
struct source {
    const struct language *language;
    struct lexicon_word *words;
    struct source_word *about; /* as many */
    size_t count, capacity;
    struct source_text *texts; /* of each leaf; only of those that are translated */
    double likelihood;         /* logarithm */
    double certainty; /* that the query is in it: its likelihood as a share of the greatest */
};

struct crossing {
    const struct across *across;
    struct reading_maker *maker;
    struct source *sources; /* one a language of the program */
};

/* Reads the query in a language; `source` is empty before. Sets all but source->certainty. */
bool crossing_read_source(struct crossing *crossing, const struct language *language,
                          struct source *source);

/* Sets source->texts: the query's words, and where it seems to be typed out in Latin letters, what
 * the language has for them in its own. */
bool crossing_read_texts(struct crossing *crossing, const struct language *language,
                         struct source *source);

/* The bytes of the query that a token of the text covers, and whether it was typed out. */
struct slice crossing_surface(const struct source_text *text, const struct token *token);
bool crossing_is_typed_out(const struct source_text *text, const struct token *token);

/* Adds the words that were typed out, as the language writes them. */
bool crossing_add_typed_out(struct crossing *crossing, const struct source *source);

/* How many words an entry that begins with word `at` can have. */
size_t crossing_following(const struct source *source, size_t at);

/* The longest entry of at most so many words, of the first lexicon that has one so long. False:
 * there is none, and match->words is 0. */
bool crossing_find_entry(const struct across *across, const struct lexicon_word *words, size_t most,
                         struct lexicon_match *match);

/* The bytes of the query that some words of it cover. */
static inline struct slice crossing_cover(const struct source *source, size_t at, size_t words) {
    struct slice first = source->about[at].surface;
    struct slice last = source->about[at + words - 1].surface;
    return slice_of(first.data, (size_t)(last.data + last.length - first.data));
}

/* Whether passages have a term that the query does not have yet. */
bool crossing_is_new_term(const struct crossing *crossing, struct slice term, bool *is_new);

/* Adds several words as what a word of the query is called. They are looked up by the rarest of
 * their terms that is free, the others having to be there, too. A term that is a translation of the
 * entry (NULL: there is none) by itself is not free: "pesawat udara" would keep "pesawat" from
 * finding aircraft without "udara". With `together`, what no passage has all of is left out:
 * "stasiun luar angkasa" where there only are "stasiun" and "luar angkasa". */
bool crossing_add_several(struct crossing *crossing, size_t leaf, struct alternative like,
                          const struct lexicon_match *entry, bool together);

/* A word may be a name where it is written like one, or where no dictionary knows it. */
static inline bool crossing_may_be_name(const struct source_word *about) {
    return !about->known || about->capitalised;
}

/* Adds the names that the words in one language may be. */
bool crossing_add_names(struct crossing *crossing, const struct source *source);

/* Adds what types and models of the query are called in the other alphabet: "Су-27", "Su-27". */
bool crossing_add_types(struct crossing *crossing);

/* A place goes by the names that are made of it, too: Aralsk by Aral. */
bool crossing_add_related_names(struct crossing *crossing, const struct source *source);

/* Adds what abbreviates words of the query, or is abbreviated by them, in a language that it may be
 * in: few letters tell none ("DPR"). Before synonyms, which find nothing by what finds already. */
bool crossing_add_abbreviations(struct crossing *crossing, const struct source *source);

/* Adds words of like meaning to those of the query in its likely language. Behind all other
 * alternatives, so that no word loses what it has by being like another. */
bool crossing_add_synonyms(struct crossing *crossing, const struct source *source);

#endif
