/* doubts.h - the words of a query that are doubted, and what parts of it are replaced by: what the
 * suggestion (suggest.h) and the query that is searched in place of the typed one (respell.h) have
 * in common. */
#ifndef ARAL_SEARCHER_DOUBTS_H
#define ARAL_SEARCHER_DOUBTS_H

#include "searcher/guess.h"
#include "searcher/state.h"

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

/* Adds a doubt of word `number`, without guesses; valid until the next one. NULL: the search's
 * error says why. */
struct doubt *suggesting_doubt(struct suggesting *suggesting, size_t number);

/* Notes that a part of the query is to be replaced. */
bool suggesting_replace(struct suggesting *suggesting, struct replacement replacement);

/* Appends the word, with a capital where the typed one has; in a sentence in capitals all of them,
 * without which it would be read otherwise. */
void replacement_write(const struct replacement *replacement, bool in_capitals, struct bytes *out);

/* The query that is searched, with all replacements, in the arena. Where memory ran out, the
 * scratch or the arena says so. */
struct slice suggesting_write(struct suggesting *suggesting);

/* Spells what is put in as articles do. */
bool suggesting_spell(struct suggesting *suggesting);

#endif
