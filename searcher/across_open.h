/* across_open.h - the lexicons by which queries are translated. */
#ifndef ARAL_SEARCHER_ACROSS_OPEN_H
#define ARAL_SEARCHER_ACROSS_OPEN_H

#include "corpus/base/bytes.h"
#include "corpus/lexicon/lexicon.h"

struct across {
    struct lexicon **lexicons; /* owned; a user's own first */
    size_t count;
    struct bytes missing; /* why there is none that came with the program; empty where there is */
    struct bytes broken;  /* what is wrong with those that cannot be used; empty for none */
};

/* Opens the lexicons: that of each location (lexicon_own_path), and the one that came with the
 * program: $ARAL_LEXICON, else beside the program, else where it was installed. Without any there
 * still are names. False when memory ran out. */
bool across_open(struct across *across, const char *const locations[], size_t count,
                 struct error *error);
void across_close(struct across *across);

/* A hash of the files that across_open would open now: another number once one was made, written or
 * taken away; 0 where there are none. */
uint64_t across_state(const char *const locations[], size_t count);

#endif
