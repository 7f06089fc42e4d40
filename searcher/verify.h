/* verify.h - whether a passage that the index found is what the query asks for.
 *
 * Phrases, =exact words, prefixes and title: are looked up in the passage's text and its article's
 * title. A phrase in the title counts for the passages in the title's language, as its words do. */
#ifndef ARAL_SEARCHER_VERIFY_H
#define ARAL_SEARCHER_VERIFY_H

#include "searcher/article_cache.h"
#include "searcher/match.h"

/* The language of the article's title: passages in that language have its words (schema.h). */
const struct language *article_title_language(const struct article_record *article);

struct verifier {
    const struct query_node *query;
    const struct reading *reading;
    struct text_match *match;
    struct article_cache *articles;
    bool *in_text, *in_title; /* by leaf: scratch */
};

/* Whether the passage meets the query; *meets is the answer. */
bool verifier_check(struct verifier *verifier, const struct passage_record *passage, bool *meets,
                    struct error *error);

#endif
