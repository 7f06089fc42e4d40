/* small_index.h - an index of a few articles in a temporary folder, for tests of searching. */
#ifndef ARAL_TESTS_SMALL_INDEX_H
#define ARAL_TESTS_SMALL_INDEX_H

#include "indexer/place.h"
#include "indexer/store.h"
#include "searcher/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

struct small_article {
    const char *id, *title, *date, *source, *text;
};

struct small_index {
    char folder[32];
    char location[80];
};

static inline void small_index_open(struct small_index *index) {
    snprintf(index->folder, sizeof index->folder, P_tmpdir "/aral-test-XXXXXX");
    assert_non_null(mkdtemp(index->folder));
    snprintf(index->location, sizeof index->location, "%.*s/index", (int)sizeof index->folder,
             index->folder);
}

static inline void small_index_remove(struct small_index *index) {
    struct error error = {0};
    place_remove(index->folder, &error);
}

/* Adds every `step`th article from number `first` on, in one commit. */
static inline void small_index_add(const struct small_index *index,
                                   const struct small_article *articles, size_t count, size_t first,
                                   size_t step) {
    struct error error = {0};
    struct store *store = store_open(index->location, STORE_CREATE, 0, &error);
    struct preparer *preparer = preparer_new(&error);
    struct prepared_article prepared = {0};
    for (size_t i = first; i < count; i += step) {
        struct article article = {
            .id = slice_of_string(articles[i].id),
            .title = slice_of_string(articles[i].title),
            .date = slice_of_string(articles[i].date),
            .source = slice_of_string(articles[i].source),
            .text = slice_of_string(articles[i].text),
            .file = slice_of_string("-"),
        };
        if (!article_prepare(preparer, &article, &prepared, &error) ||
            !store_add(store, &prepared, &error)) {
            fail_msg("%s", error.message);
        }
    }
    if (!store_commit(store, &error) || !store_close(store, &error)) {
        fail_msg("%s", error.message);
    }
    prepared_article_free(&prepared);
    preparer_free(preparer);
}

static inline struct searcher *small_index_search(const struct small_index *indexes, size_t count) {
    struct error error = {0};
    const char *locations[4];
    for (size_t i = 0; i < count; i++) {
        locations[i] = indexes[i].location;
    }
    struct searcher *searcher =
        searcher_open(locations, count, (struct searcher_options){0}, &error);
    if (!searcher) {
        fail_msg("%s", error.message);
    }
    return searcher;
}

#endif
