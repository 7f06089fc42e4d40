/* What a query marks in a text that is at hand. */
#include "searcher/respell.h"
#include "searcher/snippet.h"
#include "searcher/state.h"

/* Reads the query, as `search->query` has it, and finds what of it is in the text. */
static bool mark_text(struct search *search, struct text_to_mark *marked) {
    struct searcher *searcher = search->searcher;
    bool good = search_plan(search) &&
                text_match_run(&searcher->match, &search->reading, marked->text, marked->language,
                               NULL, search->error) &&
                highlights_find(&searcher->match, &marked->highlights, &marked->highlight_count,
                                &searcher->arena, search->error);
    search_forget_plan(search);
    return good;
}

/* What no passage has was searched as what is meant. */
static bool mark_respelt(struct search *search, struct text_to_mark *marked) {
    struct slice respelt;
    if (!search_respell(search, &respelt)) {
        return false;
    }
    if (respelt.length == 0) {
        return true;
    }
    search_parse_text(search, respelt);
    return mark_text(search, marked);
}

bool search_mark(struct searcher *searcher, const struct search_request *request,
                 struct text_to_mark *marked, struct error *error) {
    struct error failure = {0};
    struct search search = {
        .searcher = searcher,
        .request = request,
        .started = search_clock(),
        .answer = arena_allocate_zeros(&searcher->arena, sizeof *search.answer),
        .articles_read = {&searcher->index, &searcher->arena, searcher->articles},
        .error = &failure,
    };
    marked->highlight_count = 0;
    if (!search.answer) {
        return error_set_memory(error);
    }
    bool good = search_set_limits(&search);
    if (good) {
        search_parse(&search);
        good = mark_text(&search, marked) && mark_respelt(&search, marked);
    }
    /* A passage that does not have the phrase was found without it (find_without_phrases). */
    if (good && marked->highlight_count == 0 && query_loosen(search.query)) {
        good = mark_text(&search, marked);
    }
    if (good && searcher->arena.failed) {
        return error_set_memory(error);
    }
    bool late = failure.kind == ERROR_TIMEOUT && !search_has_time(&search);
    return good || late || failure.kind == ERROR_LIMIT || error_pass(error, &failure);
}
