/* compounds.h - two words that are also written as one: "kerja sama", "anti korupsi". */
#ifndef ARAL_ANALYSIS_COMPOUNDS_H
#define ARAL_ANALYSIS_COMPOUNDS_H

#include "corpus/analysis/finder.h"

/* Adds the stem of the word that a mark of MARK_COMPOUND begins, where the word behind completes
 * it. */
void compound_find(struct finder *finder, const struct mark *mark);

#endif
