/* second_stage.h - the best passages that the index finds, ranked anew by their texts.
 *
 * Reading a text also shows whether it has anything of the query at all: where not, the index found
 * it by a name that only shares a key with a name of the query's, and it is refuted. */
#ifndef ARAL_SEARCHER_SECOND_STAGE_H
#define ARAL_SEARCHER_SECOND_STAGE_H

#include <stdbool.h>
#include <stddef.h>

struct search;

/* Whether there is a second stage: where results are in order of date, or nothing adds to a score,
 * there is none. */
bool second_stage_runs(const struct search *search);

/* How many of the best passages are ranked by their texts. It depends on the query alone, so that
 * the order of results does not depend on how many are wanted. */
size_t second_stage_size(const struct search *search);

/* Whether that is all that the index has found. It depends on the query alone, too. */
bool second_stage_reads_all(const struct search *search);

/* Ranks the best candidates, brings them into their order, and notes whether too many are
 * refuted. */
bool second_stage_rank(struct search *search);

/* Looks for refuted ones among the candidates without ranking them. */
bool second_stage_refute(struct search *search);

#endif
