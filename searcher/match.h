/* match.h - where the words of a query stand in a text.
 *
 * The text goes through the same analysis as when it was added, so what the index matched is what
 * is found here, with bytes and positions. The ranking, the verification of phrases, and the marks
 * in snippets all read it. */
#ifndef ARAL_SEARCHER_MATCH_H
#define ARAL_SEARCHER_MATCH_H

#include "searcher/reading.h"

/* Words of one translation are no farther from each other: farther away they are words of something
 * else. Questions and keywords rank the same with it (nDCG@10 +-.0003), phrases of two common words
 * better: "kecerdasan buatan", artificial intelligence, is no "cerdas" (clever) with a "membuat"
 * (make) anywhere. */
#define MATCH_NEAR_WORDS 3

/* A word of the query in the text. */
struct occurrence {
    uint32_t start, end; /* bytes */
    uint32_t position;   /* among the words of the text */
    uint32_t alternative;
    enum match_kind kind;
    double likeness; /* of a name, from NAME_SIMILARITY_SAME up; 1 */
    bool part;       /* of a translation by several words, of which others stand elsewhere */
    bool scattered;  /* the same, more than MATCH_NEAR_WORDS away */
    bool negated;    /* as in the query: the negation is within the bytes */
};

struct range {
    uint32_t start, end; /* bytes */
    enum match_kind kind;
};

/* A text that was matched. Scratch memory: one per thread, {0} at first but for `analyzer`. */
struct text_match {
    struct analyzer *analyzer; /* borrowed */
    const struct reading *reading;
    struct slice text; /* borrowed */
    size_t language;   /* number in reading->languages; language_count where it is none of them */
    struct token_list tokens;       /* of the analyzer: until it runs again; those that matter */
    uint32_t *alternatives;         /* of each token, UINT32_MAX for none */
    uint32_t *first_at;             /* by position, for phrases: the first token there; one more at
                                       the end */
    struct occurrence *occurrences; /* of words that are not excluded, in order of start */
    size_t occurrence_count;
    double *alike; /* of each word of the query: the likest word of like meaning that is there */
    size_t token_capacity, position_capacity, occurrence_capacity, alike_capacity;
    struct map *names; /* pairs of forms -> how alike, if they are one name; of any query */
    struct bytes names_key;
};

/* Matches a text in a language; with its outline, faster once it was matched before. The outline
 * may be NULL. O(length). */
bool text_match_run(struct text_match *match, const struct reading *reading, struct slice text,
                    const struct language *language, struct text_outline *outline,
                    struct error *error);
void text_match_free(struct text_match *match);

/* The words that were found, kept in the arena for when the matcher has gone on to other texts.
 * NULL where they are not all there is to mark, since the query has phrases, or where memory ran
 * out. */
const struct text_match *text_match_keep(const struct text_match *match, struct arena *arena);

/* How surely a token of the text with the alternative's term stands for it there: 0 or 1, of a name
 * between. */
double text_match_likeness(struct text_match *match, const struct alternative *alternative,
                           const struct token *token);

/* ---- match_leaves.c -------------------------------------------------------------------------- */

/* Whether a leaf of the query is in the text: one of its words; for a phrase, all of them one
 * behind the other. */
bool text_match_has(struct text_match *match, const struct leaf *leaf);

/* The next place from position *from on where the phrase stands, its bytes in *range; false at the
 * end. Set *from to 0 first. */
bool text_match_next_phrase(const struct text_match *match, const struct leaf *leaf, size_t *from,
                            struct range *range);

#endif
