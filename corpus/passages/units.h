/* units.h - the paragraphs of an article, ready to be joined into passages. */
#ifndef ARAL_PASSAGES_UNITS_H
#define ARAL_PASSAGES_UNITS_H

#include "corpus/base/map.h"
#include "corpus/base/slice.h"
#include "corpus/languages/language.h"

enum unit_kind {
    UNIT_PARAGRAPH,
    UNIT_HEADING, /* a short line without a sentence's end */
    UNIT_OUTSIDE, /* no part of any passage: a label of the page, or a line that the article has
                     twice */
};

/* A paragraph, a piece of a long one, or a few tiny lines together. */
struct unit {
    size_t start;
    uint32_t length; /* bytes */
    uint32_t characters;
    uint32_t letters;                /* counted in the first bytes only, see units.c */
    const struct language *language; /* NULL: not known yet */
    unsigned char kind;              /* enum unit_kind */
    unsigned char script;            /* enum script of most letters */
};

struct unit_list {
    struct unit *units; /* owned */
    size_t count, capacity;
    struct map *lines; /* owned; hash of a line -> its unit + 1, to find repeated ones */
};

/* Makes {0} an empty list, which is filled again and again. False when memory ran out; it can still
 * be freed. */
bool unit_list_make(struct unit_list *list);
void unit_list_free(struct unit_list *list);

/* Cuts `text` into units, in order, and gives each its language; `claimed` as in passage_cut.
 * False when memory ran out. O(length). */
bool unit_list_fill(struct unit_list *list, struct slice text, struct slice claimed);

#endif
