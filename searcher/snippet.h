/* snippet.h - what of a passage to show, and what in it to mark. */
#ifndef ARAL_SEARCHER_SNIPPET_H
#define ARAL_SEARCHER_SNIPPET_H

#include "searcher/match.h"

/* A snippet is a run of whole sentences, over the ends of wrapped lines; more are taken while they
 * fit into this many bytes of Latin text (twice as many of other scripts), but none that only leave
 * a quotation open. A longer sentence is shown whole. The title at the start of the text is left
 * out where what follows shows something of the query, too. */
#define SNIPPET_BYTES 320

/* Fills in the snippet and highlights of a result with a text, language and title: the words of the
 * query, and phrases as one piece each; what is excluded is never marked, nor is a translation
 * where the text has what the word means by far. `match` is that of result->text. Highlights are
 * taken from the arena. */
bool snippet_make(struct search_result *result, const struct text_match *match, struct arena *arena,
                  struct error *error);

/* What snippet_make marks, in any text that was matched: bytes of it, in order, never overlapping,
 * in memory of the arena. ERROR_MEMORY. */
bool highlights_find(const struct text_match *match, const struct search_highlight **highlights,
                     size_t *count, struct arena *arena, struct error *error);

#endif
