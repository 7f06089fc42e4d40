/* passage.h - articles cut into passages: paragraph-sized pieces, the unit that is ranked.
 *
 * A paragraph is a line of the text, or lines that an editor wrapped (unwrap.h). News has a
 * sentence or two in one, books may have a page. A passage is about as long as what is said of one
 * thing at a time: short paragraphs are joined with their neighbours, long ones are cut at ends of
 * sentences. A heading begins a new passage where the one before is long enough, and it never ends
 * one. A passage has one language. Passages do not overlap and come in the order of the text.
 *
 * Every byte of the article belongs to exactly one tile. Tile n begins where tile n-1 ended. It
 * holds passage n and what lies between that and the next one: white space, repeated lines,
 * boilerplate. So all tiles together are the text of the article. */
#ifndef ARAL_PASSAGES_PASSAGE_H
#define ARAL_PASSAGES_PASSAGE_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"
#include "corpus/passages/lengths.h"

#include <stddef.h>

struct language;

struct passage {
    size_t tile_start, tile_end; /* bytes in the article's text */
    size_t start, length; /* of the passage in the article's text, without outer white space */
    const struct language *language; /* never NULL; language_other() where none of ours */
};

struct passage_cutter;

/* Keeps scratch memory between articles; one per thread. NULL when memory ran out. */
struct passage_cutter *passage_cutter_new(void);
void passage_cutter_free(struct passage_cutter *cutter);

/* Cuts `text`. `claimed` is the language the source claims (may be empty): evidence only. The array
 * lives until the next call on this cutter; *count is at least 1 for a text that is not only white
 * space. O(length). */
bool passage_cut(struct passage_cutter *cutter, struct slice text, struct slice claimed,
                 const struct passage **passages, size_t *count, struct error *error);

#endif
