/* guess.h - what a word that nobody knows may have been meant as.
 *
 * It may have been typed
 *
 *     with slips                  one edit in words of three letters and more, two from six up
 *     on the wrong keyboard       "ghbdtn" for "привет"
 *     in Latin letters            "privet" for "привет"
 *     without a space             "windturbine" for "wind turbine", which some passage has
 *
 * Guesses are words of the vocabulary, or on another keyboard other forms of them, weighed by the
 * noisy channel (Kernighan, Church and Gale, COLING 1990): frequency of the word, times likelihood
 * of its being typed so. The likeliest are kept; how they fit the query (fit.h) is for the caller
 * to weigh (choose.h). */
#ifndef ARAL_SEARCHER_GUESS_H
#define ARAL_SEARCHER_GUESS_H

#include "searcher/fit.h"

/* The most guesses at one word that are kept, the likeliest ones. */
#define GUESSES_MOST 8

/* Negative log likelihood that somebody has forgotten to change the keyboard; part of the score of
 * a guess. Who has, types all words so: the caller gives it back where another part of the query
 * was surely typed on the same keyboard. */
#define GUESS_KEYBOARD_COST 3.0

enum guess_kind { GUESS_SLIP, GUESS_KEYBOARD, GUESS_ROMANISED, GUESS_SPACE };

struct guess {
    enum guess_kind kind;
    struct slice typed; /* the part of the query that it is a guess at */
    struct slice word;  /* lower case; two words with a space between them, of GUESS_SPACE */
    double score;       /* log likelihood, up to a constant */
    size_t from, to;    /* keyboards, of GUESS_KEYBOARD */
    const struct language *asks;  /* the language whose question word it is, which no passage need
                                     have; else NULL */
    const struct fit_stem *stems; /* for the caller */
    double language;              /* for the caller: how likely its language is in the query */
};

/* The likeliest first; of equally likely ones those that came first. */
struct guesses {
    struct guess kept[GUESSES_MOST];
    size_t count;
};

/* A word as it was typed. */
struct typed_word {
    struct slice typed; /* the part of the query that was read as its form */
    struct slice form;  /* normalised, without clitics */
    uint32_t passages;  /* that have it as it is */
    uint32_t frequency; /* at least as many; 0 where no passage has it */
    bool known;         /* a dictionary or a lexicon has it, or it sounds like a name */
    bool capital; /* it begins with one, as names do: a word that sounds the same finds the same
                     passages, so it is no guess */
    bool acronym; /* it is short and in capitals, in a query that is not all in capitals */
};

/* What was typed, with an apostrophe behind it, which stands for a soft sign: "oktyabr'". */
struct slice guess_with_soft_sign(const struct search *search, struct slice typed);

/* Each adds to the guesses, of the kind of its name. False: the search's error says why. */
bool guess_slips(struct search *search, const struct typed_word *word, struct guesses *guesses);
bool guess_romanised(struct search *search, const struct typed_word *word, struct guesses *guesses);
bool guess_space(struct search *search, const struct typed_word *word, struct guesses *guesses);
bool guess_keyboards(struct search *search, struct slice typed, struct guesses *guesses);

#endif
