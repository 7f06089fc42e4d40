/* analyze.h - what analysis makes of a text, for people and for tests. */
#ifndef ARAL_SEARCHER_ANALYZE_H
#define ARAL_SEARCHER_ANALYZE_H

#include "corpus/analysis/analysis.h"
#include "corpus/base/bytes.h"

/* Appends what analysis makes of `text` as text to be indexed: one line of JSON,
 *
 *     {"lang","confidence","terms":[{"surface","start","end","term","kind"}]}
 *
 * or a table for reading. `language` NULL: the text is identified. */
bool analyze_text(struct analyzer *analyzer, struct slice text, const struct language *language,
                  bool json, struct bytes *out, struct error *error);

#endif
