/* choose.h - which of the guesses at each doubted word (guess.h) is suggested, if any: the one that
 * fits the query best (fit.h) and is clearly likelier than the word as it was typed. Private to the
 * suggestion (suggest.h). */
#ifndef ARAL_SEARCHER_CHOOSE_H
#define ARAL_SEARCHER_CHOOSE_H

#include "searcher/guess.h"
#include "searcher/state.h"

/* Letters of a run that is surely typed on another keyboard: what is a word there by chance is
 * shorter. */
#define RUN_LETTERS_SURE 5

/* A doubted word and what it may be meant as. */
struct doubt {
    size_t number; /* of the word */
    struct typed_word word;
    bool in_dictionary;
    bool translated;
    bool named;     /* passages have a name that sounds like it */
    uint32_t heard; /* passages that have a name in Latin letters which sounds the same */
    struct guesses guesses;
    const struct guess *chosen; /* NULL: none */
};

/* What a part of the query is to be replaced by. */
struct replacement {
    struct slice typed; /* a part of the query */
    struct slice word;
};

struct suggesting {
    struct search *search;
    struct slice previous; /* run before the one visited, of the same leaf; empty: none */
    struct doubt *doubts;  /* in order of the query */
    size_t doubt_count, doubt_capacity;
    struct replacement *replacements;
    size_t count, capacity;
    bool typed_out;        /* words are replaced that were typed in Latin letters */
    struct guess switched; /* at a run with signs, of GUESS_KEYBOARD, where there is one */
    struct bytes scratch;
};

/* Whether both guesses are at the same change of keyboards. */
bool guess_same_keyboards(const struct guess *a, const struct guess *b);

/* Whether a part of the query other than `doubt` (NULL: any) was typed, hardly by chance, on the
 * keyboard that the guess is for. */
bool doubt_is_switched(const struct suggesting *suggesting, const struct doubt *doubt,
                       const struct guess *guess);

/* Notes that a part of the query is to be replaced. */
bool suggesting_replace(struct suggesting *suggesting, struct replacement replacement);

/* Chooses a guess for each doubt where one is better than the word, and notes the replacements.
 * O(doubts * guesses), each of which may ask the index. */
bool choose_guesses(struct suggesting *suggesting);

#endif
