/* reading.h - what the words of a query mean: each of them in each language of the index.
 *
 * Nobody says which language a query is in, so every word is read in all of them. Each reading is a
 * term of the index, with its own frequency among the passages of its language: scores of passages
 * in different languages compare because each is measured against its own kind.
 *
 * A stage between the parser (query.h) and the plan (plan.h); the text matcher (match.h) uses the
 * same readings, so that what is counted is what is marked. */
#ifndef ARAL_SEARCHER_READING_H
#define ARAL_SEARCHER_READING_H

#include "corpus/analysis/analysis.h"
#include "corpus/analysis/term_sieve.h"
#include "corpus/base/map.h"
#include "corpus/languages/language.h"
#include "searcher/index.h"
#include "searcher/query.h"
#include "searcher/search.h"

/* A term by which passages with a name are found. */
struct name_stem {
    struct slice term;
    const struct language *language; /* NULL: passages of any may hold it */
    uint32_t passages;
};

/* One term that a word of the query may stand for. Terms are unique within a reading. */
struct alternative {
    struct slice term;
    /* Of a translation by several words: the further terms that a passage must hold; `term` is the
     * rarest of those that no other alternative has as its term. */
    const struct slice *with;
    size_t with_count;
    const struct name_stem *stems; /* what finds a name, if anything does; its own term may, too */
    size_t stem_count;
    const struct language *language; /* NULL: a number, date or name, the same in all of them */
    enum match_kind kind;            /* at best: an inflected form of the word matches as a stem */
    bool function;                   /* a function word of that language */
    bool negation;                   /* a function word that negates the word after it, as "not" */
    bool small_name;   /* a name's stem, where small letters rather make another word */
    bool named;        /* names of the index that sound like the word have this stem */
    uint32_t word;     /* the word it belongs to */
    uint32_t passages; /* that hold the term; of several terms, the rarest of them */
    double certainty;  /* that it means what the word means: 1 for the word itself */
    double idf;
    double with_idf; /* of `with`, on the average */
    double factor;   /* of the term's frequency in a passage; 0: it has no weight */
    /* How similar in meaning the term is, from 0 to 1, where it is only that: such an alternative
     * finds no passages and counts in the second stage alone (rank.h). 0 for all others. */
    double alike;
    uint32_t next; /* alternative of the same word, + 1; 0: the last one */
    uint32_t form; /* first form of the query's words that gave the term, + 1 */
};

/* A normalised word of the query. */
struct query_form {
    struct slice form;
    uint32_t next; /* + 1; 0: the last one */
};

struct query_word {
    struct slice surface;
    enum search_use use;
    struct leaf *prefix;     /* the leaf that is the word and a star; NULL: it is no prefix* */
    struct slice written;    /* in letters of its language, where it seems typed out in others */
    bool foreign_function;   /* a function word of the query's language, which no passage is in */
    bool requests;           /* it says that something is asked for, not what: "tell me" */
    bool phrase_only;        /* it stands in phrases only: marked as a part of them */
    uint32_t first;          /* alternative, + 1 */
    double weight;           /* the greatest of its alternatives, of a prefix that of its leaf;
                                without term frequencies */
    bool repaired;           /* letters of the wrong alphabet in it were read as others */
    bool capitalised;        /* it begins with a capital, as names do */
    bool covers;             /* it adds to a score, and no part of it does so itself */
    uint32_t previous, next; /* the used words before and behind it; UINT32_MAX: none */
    uint32_t dropped;        /* words between it and `next` that are not used */
    uint32_t negation;       /* a word not used right before it, "not"; UINT32_MAX: none */
};

/* A token of a phrase or text in one language. */
struct leaf_token {
    uint32_t alternative;
    uint32_t position; /* of the word among the leaf's words in that language */
    struct slice form;
};

/* What a leaf of the query is in one language. */
struct leaf_reading {
    struct leaf_token *tokens; /* in order of position */
    size_t count;
    uint32_t positions;
};

/* A leaf of the query: text, prefix or phrase. */
struct leaf {
    struct query_node *node;
    struct slice prefix; /* normalised, of a prefix */
    bool as_phrase;      /* its words must stand one behind the other */
    bool excluded;
    /* Of a prefix that is not excluded: of all words that it stands for, which count as one; that
     * of the most frequent. */
    double factor;
    struct leaf_reading *readings; /* one for each active language, in their order */
    /* The alternatives that its words have besides their readings: by relation, translation or
     * name; of a prefix, those of other words of the query that begin with it. */
    uint32_t *beside;
    size_t beside_count, beside_capacity;
};

/* A language that passages of the index are in. */
struct active_language {
    const struct language *language;
    uint32_t passages;
    double likelihood; /* log of how well the query fits it */
    double weight;     /* of its alternatives but translations: 1 for the likely one, else less */
};

struct reading {
    struct active_language *languages;
    size_t language_count;
    const struct language *likely;     /* never NULL */
    const struct language *identified; /* by the letters alone; how surely */
    double identified_confidence;

    struct alternative *alternatives;
    size_t alternative_count, alternative_capacity;
    struct query_form *forms;
    size_t form_count, form_capacity;
    struct query_word *words; /* in order of the query */
    size_t word_count, word_capacity;
    struct leaf *leaves; /* in the order in which they are read (reading_leaves.c) */
    size_t leaf_count, leaf_capacity;

    struct map *terms;       /* term -> its alternative */
    struct term_sieve sieve; /* what a text is searched for, by reading_seek */
    bool has_phrases;
    bool takes_words; /* a prefix or =exact word: all words of a text are needed, not only terms
                         that the sieve holds */
    size_t words_used;
    size_t words_weighed;  /* that add to a score */
    size_t words_covering; /* of these, those that cover the query, and what they weigh together */
    double weight_covering;
    size_t words_left_out; /* beyond the limit */
    size_t prefixes_cut;   /* prefixes with more expansions than the limit */
    bool has_content;      /* some word is more than a function word */
    /* The language that the query is likely in, where hardly any passage is in it; else NULL. */
    const struct language *foreign;
    enum answer_kind asks_for;
    bool keywords; /* neither a question nor a sentence: all its words are meant */
};

/* Whether the alternative is a name that passages have by its sound, in whatever spelling: a word
 * of another alphabet that was typed out in Latin letters is one in its language. */
static inline bool alternative_is_sound(const struct alternative *alternative) {
    return alternative->kind == MATCH_NAME && !alternative->language;
}

/* Whether the leaf's words may be found by others of their own languages (related.h, joined.h). */
static inline bool leaf_is_wished(const struct leaf *leaf) {
    return leaf->node->kind == QUERY_TEXT && !leaf->as_phrase && !leaf->excluded;
}

/* The alternatives of a word, the latest first; NULL behind the last. */
static inline struct alternative *reading_first(const struct reading *reading,
                                                const struct query_word *word) {
    return word->first ? &reading->alternatives[word->first - 1] : NULL;
}

static inline struct alternative *reading_next(const struct reading *reading,
                                               const struct alternative *alternative) {
    return alternative->next ? &reading->alternatives[alternative->next - 1] : NULL;
}

/* Brings the words into the order of the query, the whole of a compound before its parts: languages
 * cut words differently, so they are found in another one. O(words * log words). */
void reading_sort_words(struct reading *reading);

/* The word that covers just these bytes of the query, or NULL. The words must be in order. O(log
 * words). */
const struct query_word *reading_find_word(const struct reading *reading, struct slice surface);

/* Fills the sieve, once before any text is matched: with the terms that add to a score and those
 * `with` them; or, for queries whose passages are verified, with all terms. */
void reading_seek(struct reading *reading, struct analyzer *analyzer, bool all);

/* The number of the alternative with the token's term, or UINT32_MAX. Cheap for tokens without one:
 * those of every text that is ranked come here. */
uint32_t reading_find(const struct reading *reading, const struct token *token);

/* The number of the language in reading->languages, or language_count. */
size_t reading_language(const struct reading *reading, const struct language *language);

/* Whether word `part` stands in word `whole`, a compound. Parts follow their whole. */
bool reading_has_part(const struct reading *reading, uint32_t whole, uint32_t part);

/* Whether word `number` is a compound of which parts are words of the query, too. */
bool reading_has_parts(const struct reading *reading, size_t number);

/* Whether some passage has the word, in whatever way. */
bool reading_has_passages(const struct reading *reading, const struct query_word *word);

/* Whether names may find passages of others, which only share their keys. */
bool reading_has_names(const struct reading *reading);

/* The greatest idf of the word as it stands, in a language (NULL: any); 0 where no passage has it
 * there. */
double reading_direct_idf(const struct reading *reading, const struct query_word *word,
                          const struct language *language);

/* Whether a leaf may be found by other words than its own: words, and the single words that are
 * demanded or excluded; no compound among these. */
bool reading_is_translated(const struct reading *reading, const struct leaf *leaf);

/* Whether a leaf has no say in what is found: it is only function words, and other leaves have
 * content words. */
bool reading_is_silent(const struct reading *reading, const struct leaf *leaf);

/* The order of preference of a word's alternatives: the better kind goes first, then the greater
 * weight. Of those that a passage has, the first counts. */
bool reading_prefers(const struct alternative *one, const struct alternative *other);

/* Whether the same word has a fuller date than this one, which at least so many passages have. */
bool reading_is_part_of_date(const struct reading *reading, const struct alternative *part,
                             uint32_t passages);

/* Whether it is one of the alternative's terms, of a translation by several words any of them. */
bool alternative_has_term(const struct alternative *alternative, struct slice term);

/* Whether `form` is one of those that the query has for the alternative. */
bool reading_has_form(const struct reading *reading, const struct alternative *alternative,
                      struct slice form);

#endif
