/* romanised.h - what was typed in Latin letters, read as letters of a language (language.h). */
#ifndef ARAL_SEARCHER_ROMANISED_H
#define ARAL_SEARCHER_ROMANISED_H

#include "corpus/languages/language.h"

/* Negative log likelihood of each letter that is typed out otherwise than by its usual letters. */
#define ROMANISED_COST 1.5

/* The beginning of a word, as far as it was read. */
struct romanised {
    struct slice word; /* as long as the visit */
    bool whole;        /* nothing was typed behind it */
    unsigned strange;  /* letters read otherwise than they mostly are: by rows behind the first */
    unsigned silent;   /* letters that were left out in typing */
};

enum romanised_step { ROMANISED_ON, ROMANISED_BACK, ROMANISED_FAILED };

/* Visits the beginnings of all that `typed` may be read as, of at most VOCABULARY_WORD_BYTES, each
 * before those that go on from it if the visit says so. False once a visit has failed. As deep as
 * what was typed is long; without visits that turn back O(rows ^ length). */
bool romanised_walk(const struct romanisation *rows, struct slice typed,
                    enum romanised_step (*visit)(void *context, const struct romanised *so_far),
                    void *context);

#endif
