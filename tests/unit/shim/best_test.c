/* xapian_query_best finds what the same said in operators finds, with the same weights and in the
 * same order, in an index of random documents: in one directory and in three shards, alone and
 * beside other conditions; and what is counted of it is what is found. */
#include "tests/unit/shim/calendar.h"

enum { DOCUMENTS = 3000, WORDS = 12, MEANINGS = 8, CHOICES = WORDS * MEANINGS, TRIALS = 200 };

/* Pseudo-random numbers, the same in every run (Knuth's MMIX generator). */
static uint64_t state = 20240611;
static unsigned below(unsigned limit) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % limit;
}

/* Meaning m of a word is a term of one of two languages, or of both: "a0.1", "b0.2", "c0.0". */
static char names[CHOICES][8];
static const struct {
    char prefix;
    uint32_t apart;
} LANGUAGES[] = {{'c', 0}, {'a', 1}, {'b', 2}};

static unsigned language_of(unsigned term) {
    return term % MEANINGS % 3;
}

static void name_terms(void) {
    for (unsigned i = 0; i < CHOICES; i++) {
        snprintf(names[i], sizeof names[i], "%c%u.%u", LANGUAGES[language_of(i)].prefix,
                 i / MEANINGS, i % MEANINGS);
    }
}

/* A document in one of the two languages; frequent words and rare ones. Slot 0 has a number that
 * orders documents of equal weight otherwise than their docids do; few have one in slot 1, and in
 * slot 2 most have one of few. */
static void add_document(struct xapian_writer *writer, unsigned number) {
    struct xapian_error error = {0};
    struct xapian_document *document = xapian_document_new(&error);
    unsigned language = 1 + below(2);
    for (unsigned i = 0; i < CHOICES; i++) {
        if ((language_of(i) == 0 || language_of(i) == language) && below(2 + i / 2) == 0) {
            must(xapian_document_add_term(document, bytes_of(names[i]), 1 + below(30), &error),
                 &error);
        }
    }
    char value[16];
    snprintf(value, sizeof value, "%08u", number * 7919 % DOCUMENTS);
    must(xapian_document_set_value(document, 0, bytes_of(value), &error), &error);
    if (number % 5 == 0) {
        must(xapian_document_set_value(document, 1, bytes_of(value), &error), &error);
    }
    if (number % 9) {
        const char source[] = {(char)('a' + number % 9), '\0'};
        must(xapian_document_set_value(document, 2, bytes_of(source), &error), &error);
    }
    must(xapian_document_set_data(document, bytes_of(value), &error), &error);
    must(xapian_document_add_term(document, bytes_of(number % 5 ? "most" : "few"), 1, &error),
         &error);
    uint32_t docid;
    must(xapian_writer_add(writer, document, &docid, &error), &error);
    xapian_document_free(document);
}

static void write_documents(const char *location) {
    struct xapian_error error = {0};
    struct xapian_writer *writer =
        xapian_writer_open(location, &(struct xapian_writer_options){.no_sync = true}, &error);
    must(writer, &error);
    for (unsigned number = 0; number < DOCUMENTS; number++) {
        add_document(writer, number);
    }
    must(xapian_writer_close(writer, &error), &error);
}

/* ---- the same query in two ways -------------------------------------------------------------- */

struct wish {
    struct xapian_choice choices[CHOICES];
    struct xapian_bytes with[CHOICES];
    size_t count;
};

/* Some meanings of some words, a few of them only beside another term. */
static void make_wish(struct wish *wish) {
    unsigned words = 1 + below(5);
    wish->count = 0;
    for (unsigned i = 0; i < words; i++) {
        unsigned word = below(WORDS);
        for (unsigned meaning = 0; meaning < MEANINGS; meaning++) {
            unsigned term = word * MEANINGS + meaning;
            if (below(2)) {
                continue;
            }
            wish->with[wish->count] = bytes_of(names[below(CHOICES)]);
            wish->choices[wish->count] = (struct xapian_choice){
                .term = bytes_of(names[term]),
                .with = &wish->with[wish->count],
                .with_count = below(6) == 0,
                .factor = below(64) / 16.0,
                .group = i,
                .apart = LANGUAGES[language_of(term)].apart,
            };
            wish->count++;
        }
    }
}

static struct xapian_query *say_choice(const struct xapian_choice *choice,
                                       struct xapian_error *error) {
    struct xapian_query *query =
        xapian_query_scale(xapian_query_term(choice->term, 1, error), choice->factor, error);
    for (size_t i = 0; i < choice->with_count; i++) {
        struct xapian_query *const both[] = {query, xapian_query_term(choice->with[i], 1, error)};
        query = xapian_query_join(XAPIAN_OP_FILTER, both, 2, 0, error);
    }
    return query;
}

/* Each choice where none of those before it in its group are. */
static struct xapian_query *say_in_operators(const struct wish *wish, struct xapian_error *error) {
    struct xapian_query *all[CHOICES];
    for (size_t i = 0; i < wish->count; i++) {
        struct xapian_query *before[CHOICES];
        size_t count = 0;
        for (size_t j = 0; j < i; j++) {
            if (wish->choices[j].group == wish->choices[i].group) {
                before[count++] = say_choice(&wish->choices[j], error);
            }
        }
        all[i] = say_choice(&wish->choices[i], error);
        if (count > 0) {
            struct xapian_query *const but[] = {
                all[i], xapian_query_join(XAPIAN_OP_OR, before, count, 0, error)};
            all[i] = xapian_query_join(XAPIAN_OP_AND_NOT, but, 2, 0, error);
        }
    }
    return xapian_query_join(XAPIAN_OP_OR, all, wish->count, 0, error);
}

/* How it stands beside another condition, from 1 on; 0: alone. WISHED and above: wished for, like a
 * term, where another is demanded. */
enum { WISHED = 20, BESIDE = 26 };

static struct xapian_query *set_beside(struct xapian_query *query, unsigned how,
                                       struct xapian_error *error) {
    static const enum xapian_operator operators[] = {XAPIAN_OP_FILTER, XAPIAN_OP_AND_NOT,
                                                     XAPIAN_OP_AND_MAYBE, XAPIAN_OP_OR};
    if (how == 0) {
        return query;
    }
    if (how >= WISHED) {
        struct xapian_query *const wishes[] = {query,
                                               xapian_query_term(bytes_of(names[how]), 1, error)};
        struct xapian_query *const parts[] = {xapian_query_term(bytes_of("most"), 1, error),
                                              xapian_query_join(XAPIAN_OP_OR, wishes, 2, 0, error)};
        return xapian_query_join(XAPIAN_OP_AND_MAYBE, parts, 2, 0, error);
    }
    struct xapian_query *const both[] = {
        query, xapian_query_term(bytes_of(how % 2 ? "few" : names[how]), 1, error)};
    return xapian_query_join(operators[how % 4], both, 2, 0, error);
}

/* Consumes the query. */
static struct xapian_results *search(struct xapian_index *index,
                                     struct xapian_search_request request,
                                     struct xapian_query *query) {
    struct xapian_error error = {0};
    request.query = query;
    request.weighting =
        (struct xapian_weighting){.scheme = XAPIAN_SCHEME_TFIDF, .normalizations = "nnn"};
    struct xapian_results *results = xapian_search(index, &request, &error);
    must(results, &error);
    xapian_query_free(query);
    return results;
}

static void assert_same_hits(const struct xapian_results *one, const struct xapian_results *other,
                             size_t value_count) {
    assert_int_equal(one->hit_count, other->hit_count);
    for (size_t i = 0; i < one->hit_count; i++) {
        const struct xapian_hit *hit = &one->hits[i], *same = &other->hits[i];
        assert_int_equal(hit->docid, same->docid);
        assert_true(hit->weight == same->weight);
        assert_true(bytes_equal(hit->data, same->data.data));
        assert_int_equal(hit->values != NULL, same->values != NULL);
        for (size_t j = 0; hit->values && j < value_count; j++) {
            assert_true(bytes_equal(hit->values[j], same->values[j].data));
        }
    }
}

static int compare_docids(const void *left, const void *right) {
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Hits know which groups they have, or that they may have any. */
static void assert_groups(struct xapian_index *index, const struct wish *wish,
                          const struct xapian_results *found) {
    static uint32_t docids[DOCUMENTS];
    for (uint32_t group = 0; group < WORDS; group++) {
        struct xapian_error error = {0};
        struct xapian_query *all[CHOICES];
        size_t count = 0;
        for (size_t i = 0; i < wish->count; i++) {
            if (wish->choices[i].group == group) {
                all[count++] = say_choice(&wish->choices[i], &error);
            }
        }
        struct xapian_results *has =
            search(index, (struct xapian_search_request){.limit = DOCUMENTS},
                   xapian_query_join(XAPIAN_OP_OR, all, count, 0, &error));
        for (size_t i = 0; i < has->hit_count; i++) {
            docids[i] = has->hits[i].docid;
        }
        qsort(docids, has->hit_count, sizeof *docids, compare_docids);
        for (size_t i = 0; i < found->hit_count; i++) {
            const struct xapian_hit *hit = &found->hits[i];
            bool expected =
                bsearch(&hit->docid, docids, has->hit_count, sizeof *docids, compare_docids);
            bool told = hit->groups >> group & 1;
            assert_true(told == expected || (told && hit->groups == UINT64_MAX));
        }
        xapian_results_free(has);
    }
}

static bool is_third(void *context, uint32_t docid) {
    (void)context;
    return docid % 3 == 0;
}

static void compare_in(const char *location) {
    struct xapian_index *index = open_location(location);
    static struct wish wish;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct xapian_error error = {0};
        make_wish(&wish);
        unsigned beside = below(2) ? below(BESIDE) : 0;
        const struct xapian_search_request request = {
            .first = below(3) ? 0 : below(40),
            .limit = below(4) ? 1 + below(20) : DOCUMENTS,
            .sort = below(4) ? XAPIAN_SORT_RELEVANCE_THEN_VALUE : XAPIAN_SORT_RELEVANCE,
            .fetch = below(30),
            .value_slots = (const uint32_t[]){1, 0},
            .value_count = below(3),
            .without_data = below(2),
            .is_known = below(2) ? is_third : NULL,
        };
        struct xapian_query *best =
            set_beside(xapian_query_best(wish.choices, wish.count, &error), beside, &error);
        struct xapian_query *said = set_beside(say_in_operators(&wish, &error), beside, &error);
        must(best && said, &error);
        struct xapian_results *found = search(index, request, best);
        struct xapian_results *expected = search(index, request, said);
        assert_same_hits(found, expected, request.value_count);
        if (trial % 10 == 0) {
            assert_groups(index, &wish, found);
        }
        assert_true(found->matches_min <= found->matches_estimated);
        assert_true(found->matches_estimated <= found->matches_max);
        assert_true(found->matches_min <= expected->matches_max);
        assert_true(found->matches_max >= expected->matches_min);
        xapian_results_free(found);
        xapian_results_free(expected);
    }
    xapian_index_close(index);
}

static void the_best_choices_are_those_of_operators(void **unused) {
    (void)unused;
    struct backend backend = backend_start(DIRECTORY, false, false);
    write_documents(backend.path);
    compare_in(backend.location);
    backend_stop(&backend);
}

static void shards_have_the_same_best_choices(void **unused) {
    (void)unused;
    struct backend backend = backend_start(SHARDS, false, false);
    write_documents(backend.path);
    compare_in(backend.location);
    backend_stop(&backend);
}

/* ---- counting -------------------------------------------------------------------------------- */

enum { COUNTED = 2, SOURCES = 9 };
static const uint32_t counted_slots[COUNTED] = {2, 1};

/* The values of a facet are those of some numbers, each as often. */
static void assert_facet(const struct xapian_facet *facet, uint32_t (*number_of)(const char *),
                         const uint32_t *counts, size_t count) {
    size_t distinct = 0;
    for (size_t i = 0; i < count; i++) {
        distinct += counts[i] > 0;
    }
    assert_int_equal(facet->value_count, distinct);
    for (size_t i = 0; i < facet->value_count; i++) {
        assert_int_equal(facet->values[i].count, counts[number_of(facet->values[i].value.data)]);
    }
}

static uint32_t source_of(const char *value) {
    return (uint32_t)(value[0] - 'a');
}

static uint32_t number_of(const char *value) {
    return (uint32_t)strtoul(value, NULL, 10);
}

/* Counts are those of the hits, counted one by one. */
static void assert_counts(const struct xapian_results *counted, const struct xapian_results *all) {
    static uint32_t sources[SOURCES], numbers[DOCUMENTS];
    uint32_t without = 0, distinct = 0;
    memset(sources, 0, sizeof sources);
    memset(numbers, 0, sizeof numbers);
    for (size_t i = 0; i < all->hit_count; i++) {
        const struct xapian_bytes *values = all->hits[i].values;
        if (values[0].size > 0) {
            distinct += sources[source_of(values[0].data)]++ == 0;
        } else {
            without++;
        }
        if (values[1].size > 0) {
            numbers[number_of(values[1].data)]++;
        }
    }
    assert_facet(&counted->facets[0], source_of, sources, SOURCES);
    assert_facet(&counted->facets[1], number_of, numbers, DOCUMENTS);
    assert_int_equal(counted->facets[0].total, all->hit_count);
    assert_int_equal(counted->uncollapsed_min, all->hit_count);
    assert_int_equal(counted->uncollapsed_max, all->hit_count);
    /* Documents without a value are not collapsed. */
    assert_int_equal(counted->matches_min, without + distinct);
    assert_int_equal(counted->matches_max, counted->matches_min);
    assert_false(counted->timed_out);
}

/* xapian-core's matcher, which counts beside other conditions over shards, only bounds the numbers
 * of documents. */
static void count_in(struct xapian_index *index, bool alone) {
    static struct wish wish;
    struct xapian_error error = {0};
    make_wish(&wish);
    unsigned beside = !alone && below(2) ? below(BESIDE) : 0;
    struct xapian_query *query =
        set_beside(xapian_query_best(wish.choices, wish.count, &error), beside, &error);
    struct xapian_query *same = xapian_query_copy(query, &error);
    must(query && same, &error);
    struct xapian_results *all = search(index,
                                        (struct xapian_search_request){.limit = UINT16_MAX,
                                                                       .fetch = UINT32_MAX,
                                                                       .value_slots = counted_slots,
                                                                       .value_count = COUNTED},
                                        same);
    const struct xapian_search_request request = {
        .query = query,
        .check_at_least = UINT32_MAX,
        .weighting = {.scheme = XAPIAN_SCHEME_BOOL},
        .collapse_max = 1,
        .collapse_slot = counted_slots[0],
        .facet_slots = counted_slots,
        .facet_count = COUNTED,
        .time_limit_ms = 60000,
    };
    struct xapian_results *counted = xapian_search(index, &request, &error);
    must(counted, &error);
    assert_counts(counted, all);
    xapian_results_free(counted);
    xapian_results_free(all);
    xapian_query_free(query);
}

/* Values are kept in memory where many were counted, until the index changes. */
static void count_while_it_changes(enum backend_kind kind) {
    struct xapian_error error = {0};
    struct backend backend = backend_start(kind, false, false);
    write_documents(backend.path);
    struct xapian_index *index = open_location(backend.location);
    for (int trial = 0; trial < TRIALS; trial++) {
        bool changed = false;
        if (trial % 50 == 49) {
            write_documents(backend.path);
        }
        must(xapian_index_reopen(index, &changed, &error), &error);
        assert_int_equal(changed, trial % 50 == 49);
        count_in(index, kind == SHARDS);
    }
    xapian_index_close(index);
    backend_stop(&backend);
}

static void counts_are_those_of_all_hits(void **unused) {
    (void)unused;
    count_while_it_changes(DIRECTORY);
}

static void so_they_are_over_shards(void **unused) {
    (void)unused;
    count_while_it_changes(SHARDS);
}

/* Where most docids are of documents that have gone, the matcher tells what is left. */
static void counts_are_right_where_most_documents_have_gone(void **unused) {
    (void)unused;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, false, false);
    write_documents(backend.path);
    struct xapian_writer *writer =
        xapian_writer_open(backend.path, &(struct xapian_writer_options){.no_sync = true}, &error);
    must(writer, &error);
    for (uint32_t docid = 1; docid < DOCUMENTS - 50; docid++) {
        must(xapian_writer_delete_docid(writer, docid, &error), &error);
    }
    must(xapian_writer_close(writer, &error), &error);
    struct xapian_index *index = open_location(backend.location);
    for (int trial = 0; trial < 20; trial++) {
        count_in(index, false);
    }
    xapian_index_close(index);
    backend_stop(&backend);
}

/* A sum may differ in its last digit by the order in which it is made, which decides nothing. */
static void of_equal_weights_none_is_lost_to_rounding(void **unused) {
    (void)unused;
    static const char *const terms[] = {"one", "two", "three"};
    static const char *const values[] = {"2", "3", "1"};
    struct xapian_choice choices[3];
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, false, false);
    struct xapian_writer *writer =
        xapian_writer_open(backend.path, &(struct xapian_writer_options){.no_sync = true}, &error);
    must(writer, &error);
    for (size_t i = 0; i < 3; i++) {
        struct xapian_document *document = xapian_document_new(&error);
        for (size_t j = 0; j < 3; j++) {
            must(xapian_document_add_term(document, bytes_of(terms[j]), 1, &error), &error);
        }
        must(xapian_document_set_value(document, 0, bytes_of(values[i]), &error), &error);
        uint32_t docid;
        must(xapian_writer_add(writer, document, &docid, &error), &error);
        xapian_document_free(document);
        /* (.1 + .2) + .3 is more than .1 + (.2 + .3). */
        choices[i] = (struct xapian_choice){
            .term = bytes_of(terms[i]), .factor = (double)(i + 1) / 10, .group = (uint32_t)i};
    }
    must(xapian_writer_close(writer, &error), &error);
    struct xapian_index *index = open_location(backend.location);
    uint32_t first[2];
    for (uint32_t i = 0; i < 2; i++) {
        const struct xapian_search_request request = {.limit = i == 0 ? 3 : 1,
                                                      .sort = XAPIAN_SORT_RELEVANCE_THEN_VALUE};
        struct xapian_results *found =
            search(index, request, xapian_query_best(choices, 3, &error));
        first[i] = found->hits[0].docid;
        xapian_results_free(found);
    }
    assert_int_equal(first[1], first[0]);
    xapian_index_close(index);
    backend_stop(&backend);
}

/* ---- refusals -------------------------------------------------------------------------------- */

static void no_choices_match_nothing(void **unused) {
    (void)unused;
    struct xapian_error error = {0};
    struct backend backend = backend_start(DIRECTORY, true, false);
    struct xapian_index *index = open_location(backend.location);
    struct xapian_results *results = search(index, (struct xapian_search_request){.limit = 10},
                                            xapian_query_best(NULL, 0, &error));
    assert_int_equal(results->hit_count, 0);
    xapian_results_free(results);
    xapian_index_close(index);
    backend_stop(&backend);
}

static void choices_that_cannot_be_weighed_are_refused(void **unused) {
    (void)unused;
    const struct xapian_choice wrong[] = {
        {.term = bytes_of("sea"), .factor = -1},
        {.term = bytes_of(""), .factor = 1},
        {.term = bytes_of("sea"), .with = &(struct xapian_bytes){"", 0}, .with_count = 1},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct xapian_error error = {0};
        assert_null(xapian_query_best(&wrong[i], 1, &error));
        assert_int_equal(error.kind, XAPIAN_ERROR_ARGUMENT);
    }
}

static void a_server_is_not_local_and_says_so(void **unused) {
    (void)unused;
    for (enum backend_kind kind = 0; kind < BACKENDS; kind++) {
        struct xapian_error error = {0};
        struct backend backend = backend_start(kind, true, false);
        struct xapian_index *index = open_location(backend.location);
        bool local, expected = kind == DIRECTORY || kind == SHARDS;
        must(xapian_index_is_local(index, &local, &error), &error);
        assert_int_equal(local, expected);
        const struct xapian_choice choice = {.term = bytes_of("summer"), .factor = 1};
        struct xapian_query *query = xapian_query_best(&choice, 1, &error);
        must(query, &error);
        const struct xapian_search_request request = {.query = query, .limit = 20};
        struct xapian_results *results = xapian_search(index, &request, &error);
        assert_int_equal(results != NULL, expected);
        assert_int_equal(error.kind, expected ? XAPIAN_ERROR_NONE : XAPIAN_ERROR_UNSUPPORTED);
        xapian_results_free(results);
        xapian_query_free(query);
        xapian_index_close(index);
        backend_stop(&backend);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_choices_are_those_of_operators),
        cmocka_unit_test(shards_have_the_same_best_choices),
        cmocka_unit_test(counts_are_those_of_all_hits),
        cmocka_unit_test(so_they_are_over_shards),
        cmocka_unit_test(counts_are_right_where_most_documents_have_gone),
        cmocka_unit_test(of_equal_weights_none_is_lost_to_rounding),
        cmocka_unit_test(no_choices_match_nothing),
        cmocka_unit_test(choices_that_cannot_be_weighed_are_refused),
        cmocka_unit_test(a_server_is_not_local_and_says_so),
    };
    name_terms();
    return cmocka_run_group_tests_name("the best choice of each group", tests, NULL, NULL);
}
