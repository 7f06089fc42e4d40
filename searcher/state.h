/* state.h - what a searcher keeps between searches, and the search in hand, with what its steps
 * have in common; private to this room. */
#ifndef ARAL_SEARCHER_STATE_H
#define ARAL_SEARCHER_STATE_H

#include "searcher/across_open.h"
#include "searcher/collector.h"
#include "searcher/passage_cache.h"
#include "searcher/plan.h"
#include "searcher/time_limit.h"
#include "searcher/verify.h"

struct searcher {
    struct index index;
    char **locations; /* it was opened from */
    size_t location_count;
    struct searcher_options options;
    struct analyzer *analyzer;
    struct xapian_string identity;
    struct across across;
    struct passage_cache passages; /* of this revision */

    /* Emptied by the next search. */
    struct arena arena;
    struct text_match match;
    struct map *terms;    /* of the reading */
    struct map *articles; /* of the article cache */
    struct collector collector;
    struct bytes scratch;
};

/* The current search, as its steps see it. */
struct search {
    struct searcher *searcher;
    const struct search_request *request;
    struct search_limits limits; /* without zeros */
    uint64_t started;            /* by search_clock */
    struct search_answer *answer;
    struct slice text;        /* that is searched: the query, or what it is meant as (respell.h) */
    struct query_node *query; /* of the text */
    bool loosened;            /* phrases of the query are searched as words */
    bool lists;               /* there is no tree, and all that passes the filters is asked for */
    struct reading reading;
    struct plan plan;
    bool doubted; /* the index has found what no text bears out: all it finds is to be verified */
    struct article_cache articles_read;
    bool *leaf_flags; /* two for each leaf: scratch of the verifier */
    struct search_note *notes;
    size_t note_count, note_capacity;
    struct slice *troubles;
    size_t trouble_count, trouble_capacity;
    struct error *error;
};

/* Does work that reads the index. Where a writer has overwritten what is read (ERROR_CHANGED), it
 * moves on to what has been committed and begins again, INDEX_RETRIES times at most. */
typedef bool searcher_work(struct searcher *searcher, void *context, struct error *error);
bool searcher_retry(struct searcher *searcher, searcher_work *work, void *context,
                    struct error *error);

/* Sets the limits, and checks what of the request they limit (prepare.c). */
bool search_set_limits(struct search *search);

/* Parses the query of the request, and another text in its place (prepare.c). */
void search_parse(struct search *search);
void search_parse_text(struct search *search, struct slice text);

/* Reads the words of the query's tree and plans how the index is asked (prepare.c). ERROR_TIMEOUT
 * where the time is over before all is read, or before anything is asked. The caller frees the plan
 * by search_forget_plan. */
bool search_plan(struct search *search);
void search_forget_plan(struct search *search);

/* Whether the search may go on; false when it has taken longer than it may. */
static inline bool search_has_time(const struct search *search) {
    return time_is_left(search->started, search->limits.time_ms);
}

/* The same; where not, ERROR_TIMEOUT. */
static inline bool search_check_time(struct search *search) {
    return time_check(search->started, search->limits.time_ms, search->error);
}

/* Whether another query, asked like that of `search` and within the same time, is seen to find
 * anything (trial.c). */
bool search_try(const struct search *search, struct slice query, bool *found);

/* Finds the best passages of another query, of just these words and languages, in the same way, and
 * hands them over with their texts, which are there only until `take` returns. Not called where
 * there are none (trial.c). */
bool search_try_results(const struct search *search, struct slice query, uint32_t limit,
                        void (*take)(const struct search_answer *answer, void *context),
                        void *context);

/* A text and what a search marks in it. */
struct text_to_mark {
    struct slice text;
    const struct language *language;
    const struct search_highlight *highlights; /* in the arena */
    size_t highlight_count;
};

/* Finds what a search for the request marks in the text, found anywhere or not. A query that is
 * beyond a limit marks nothing. The searcher's scratch is overwritten (mark.c). */
bool search_mark(struct searcher *searcher, const struct search_request *request,
                 struct text_to_mark *marked, struct error *error);

/* Adds a sentence for the reader to the notes, at most one of each kind (notes.c). Where memory
 * runs out, arena.failed tells. */
void search_note(struct search *search, enum search_note_kind kind, uint64_t number,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Notes how the query was read and what was left out, once it has been read (notes.c). */
void search_note_query(struct search *search);

/* Notes a source that is asked for and that no article has and the nearest one that articles have
 * (sources.c). False: the index could not be read. */
bool search_note_sources(struct search *search);

/* Notes, as a trouble, that no time was left to look for another spelling (notes.c). */
void search_note_late_suggestion(struct search *search);

/* Fills in answer->total and the facets asked for (count.c). */
bool search_count(struct search *search);

/* Fills in answer->results from what was collected (results.c). */
bool search_fill_results(struct search *search);

/* Fills in answer->words (results.c). */
bool search_fill_words(struct search *search);

#endif
