/* text_run.h - going through one text, word by word: what an analyzer does per text, in two files.
 * analyzer.c begins and ends a run; text_run.c finds the words in between and takes what they are.
 * Nobody else needs it: the others read analysis.h. */
#ifndef ARAL_ANALYSIS_TEXT_RUN_H
#define ARAL_ANALYSIS_TEXT_RUN_H

#include "corpus/analysis/analysis.h"
#include "corpus/analysis/outline.h"
#include "corpus/analysis/term_sieve.h"
#include "corpus/analysis/vocabulary.h"
#include "corpus/analysis/word.h"
#include "corpus/analysis/word_cache.h"

struct analyzer {
    struct vocabularies vocabularies;
    struct word_maker *maker;
    struct word_cache cache;
    struct bytes joined; /* the text at hand, where it has words that were divided */
    struct arena arena; /* of the text at hand: terms that are no word's, and its unfinished word */

    struct token *tokens; /* owned; of the text at hand */
    size_t token_count, token_capacity;
    struct mark *marks; /* owned */
    size_t mark_count, mark_capacity;
    struct token *found; /* owned; what quantities.c found, to be merged */
    size_t found_count, found_capacity;
    struct outline_word *outline; /* owned; of the text at hand */
    size_t outline_count, outline_capacity;
};

/* What stands before a word, and whether a sentence begins with it. */
enum boundary {
    BOUNDARY_NONE,
    BOUNDARY_STOP, /* a full stop: one begins, unless the stop belongs to an abbreviation */
    BOUNDARY_SENTENCE,
};

/* A word or sign found in the text, not yet looked up. */
struct item {
    uint32_t start, end;
    uint64_t hash; /* of a word */
    enum boundary boundary;
    bool sign;
};

/* So many items are found, and only then looked up. Each look-up waits for memory; in a batch the
 * processor waits for all of them at once. */
#define RUN_BATCH 32

/* The state of going through one text. */
struct text_run {
    struct analyzer *analyzer;
    struct slice text;
    struct vocabulary *vocabulary;
    const struct term_sieve *wanted; /* tokens that it does not hold may be left out; or NULL */
    char group_sign;
    bool by_clues;           /* words that cannot be what is wanted are passed unread (clues.h) */
    bool quantities;         /* amounts and dates are looked for */
    bool query;              /* its names may be in small letters */
    bool prefix;             /* the word that ends the text is unfinished */
    bool outlines;           /* its words are also kept in the analyzer's outline */
    bool capitals;           /* all of the text is in capitals */
    bool after_abbreviation; /* the last word is one; does not hold where that was passed */
    struct slice passed;     /* the last word, where it was passed without being made; else empty */
    enum boundary boundary;  /* since the last word found */
    size_t at;               /* where to look for the next item */
    struct item items[RUN_BATCH];
    size_t item_count;
    uint32_t position;
    int kept; /* so many of the next words are kept, since a mark before them may need them */
};

/* Takes all words of run->text into run->analyzer: its tokens, its marks and, where run->outlines,
 * its outline. False: no memory. O(length). */
bool text_run_words(struct text_run *run);

/* The same by an outline of the text, whose words are known already. */
bool text_run_outline(struct text_run *run, const struct text_outline *outline);

#endif
