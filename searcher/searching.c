/* One search, from its request to its answer. */
#include "searcher/state.h"

#include "corpus/languages/language.h"
#include "searcher/collect.h"
#include "searcher/respell.h"
#include "searcher/suggest.h"

static bool asks_counts(const struct search *search) {
    return (search->request->parts & (SEARCH_COUNTS | SEARCH_FACETS)) != 0;
}

/* Plans the query and collects what it finds. */
static bool find_once(struct search *search) {
    const struct search_request *request = search->request;
    if (!search_plan(search)) {
        return false;
    }
    search->answer->sort = request->sort;
    if (!search->plan.scores && request->sort == SEARCH_SORT_RELEVANCE) {
        search->answer->sort = SEARCH_SORT_NEWEST;
    }
    bool counts = asks_counts(search);
    bool doubtful = search->plan.verify || reading_has_names(&search->reading);
    if (!search->plan.query || (request->limit == 0 && !(doubtful && counts))) {
        return true;
    }
    /* What the index counts has not been verified. */
    return collect(search) && (!(search->plan.verify && counts) || collect_rest(search));
}

static void forget_found(struct search *search) {
    search_forget_plan(search);
    collector_clear(&search->searcher->collector);
    search->answer->total = (struct search_total){0};
}

/* Finds the passages and counts them. Where a text that was read for ranking has nothing of the
 * query, and they are few or most like that, they are found again, each to be verified. */
static bool find(struct search *search) {
    bool good = find_once(search);
    if (good && search->searcher->collector.refuted) {
        search->doubted = true;
        forget_found(search);
        good = find_once(search);
    }
    return good && search_count(search);
}

/* Whether it is found out if any passage matches. */
static bool looks(const struct search *search) {
    return search->request->limit > 0 || asks_counts(search);
}

/* A phrase beside words is often a name or a saying quoted in a question, and wrongly. Where no
 * passage meets all such demands they are words like the others, and the reader is told. */
static bool find_without_phrases(struct search *search) {
    if (!looks(search) || search->answer->total.passages > 0 || !query_loosen(search->query)) {
        return true;
    }
    search->loosened = true;
    forget_found(search);
    return find(search);
}

/* Where passages have other words of the query but not the misspelt ones. */
static bool find_respelt(struct search *search) {
    struct slice respelt;
    if (!looks(search) || search->answer->total.passages == 0) {
        return true;
    }
    if (!search_respell(search, &respelt)) {
        return false;
    }
    if (respelt.length == 0) {
        return true;
    }
    forget_found(search);
    search->loosened = search->doubted = false;
    search_parse_text(search, respelt);
    return find(search) && find_without_phrases(search);
}

static bool run(struct search *search) {
    struct searcher *searcher = search->searcher;
    const struct search_request *request = search->request;
    struct search_answer *answer = search->answer;
    search_parse(search);
    bool good = find(search) && find_without_phrases(search) && find_respelt(search);
    if (search->loosened) {
        search_note(search, SEARCH_NOTE_UNQUOTED, 0,
                    "no passage has what stands in quotes, its words are searched instead");
    }
    search_note_query(search);
    good = good && search_note_sources(search) && search_fill_results(search) &&
           search_fill_words(search);
    if (good && (request->parts & SEARCH_SUGGESTION)) {
        good = search_suggest(search);
        bool respelt = !slice_equal(search->text, answer->query);
        answer->suggestion =
            respelt && answer->suggestion.length == 0 ? search->text : answer->suggestion;
    }
    answer->notes = search->notes;
    answer->note_count = search->note_count;
    answer->troubles = search->troubles;
    answer->trouble_count = search->trouble_count;
    if (good && searcher->arena.failed) {
        good = error_set_memory(search->error);
    }
    return good;
}

struct asking {
    const struct search_request *request;
    uint64_t started;
    struct search_answer *answer;
};

/* From an empty arena: whatever an attempt before has left is forgotten. */
static bool attempt(struct searcher *searcher, void *context, struct error *error) {
    struct asking *asking = context;
    arena_empty(&searcher->arena);
    collector_clear(&searcher->collector);
    map_clear(searcher->articles);
    passage_cache_tidy(&searcher->passages);
    struct search search = {
        .searcher = searcher,
        .request = asking->request,
        .started = asking->started,
        .answer = arena_allocate_zeros(&searcher->arena, sizeof *search.answer),
        .articles_read = {&searcher->index, &searcher->arena, searcher->articles},
        .error = error,
    };
    if (!search.answer) {
        return error_set_memory(error);
    }
    search.answer->language = language_other();
    bool good = search_set_limits(&search) && run(&search);
    search_forget_plan(&search);
    asking->answer = search.answer;
    return good;
}

const struct search_answer *searcher_search(struct searcher *searcher,
                                            const struct search_request *request,
                                            struct error *error) {
    struct asking asking = {.request = request, .started = search_clock()};
    if (!searcher_retry(searcher, attempt, &asking, error)) {
        return NULL;
    }
    asking.answer->microseconds = search_clock() - asking.started;
    return asking.answer;
}

bool search_answer_finds(const struct search_answer *answer, const struct search_request *request) {
    return answer->result_count > 0 || (request->limit == 0 && answer->total.passages > 0);
}
