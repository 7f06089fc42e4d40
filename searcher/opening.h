/* opening.h - what to call an article that has no title: its first words. */
#ifndef ARAL_SEARCHER_OPENING_H
#define ARAL_SEARCHER_OPENING_H

#include "searcher/index.h"

/* Longer openings are cut at a word's end, to at most this many characters and an ellipsis. */
#define OPENING_CHARACTERS 80

/* The first line of a text, cut where it is too long, and before a word that is divided at its end
 * (divided.h); from the arena, whose failure is memory's. */
struct slice opening_of_text(struct slice text, struct arena *arena);

/* The opening of an article, read from its first passage; empty where there is none. */
bool opening_of_article(struct index *index, const struct article_record *article,
                        struct arena *arena, struct slice *opening, struct error *error);

#endif
