/* omega_search.c - queries answered Omega's way, to compare with.
 *
 *     omega_search [-j THREADS] INDEX TOPICS TIMING
 *
 * Over an index of the design "omega" (xapian_only.c): the words of a query are stemmed and joined
 * by OR, passages ranked by BM25 with xapian-core's parameters, the data of the best ten fetched.
 * Function words of English are left out as Omega leaves them out; it knows none of other
 * languages. TOPICS has a line `LANG-NUMBER<TAB>QUERY` for each query; TIMING gets
 * `id<TAB>microseconds<TAB>hits` for each, as from aral-search. */
#include "corpus/analysis/analysis.h"
#include "corpus/base/array.h"
#include "corpus/base/bytes.h"
#include "corpus/languages/language.h"
#include "shim/xapian-c.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { HITS = 10, WORDS_MOST = 64, THREADS_MOST = 64 };

/* Stop words as Omega's default query page has them. */
static const char *const stop_words[] = {
    "a",    "about", "an",  "and",  "are",  "as",    "at",    "be",  "by",  "en",   "for",
    "from", "how",   "i",   "in",   "is",   "it",    "of",    "on",  "or",  "that", "the",
    "this", "to",    "was", "what", "when", "where", "which", "who", "why", "will", "with"};

struct topic {
    char *line;
    struct slice id, query;
    const struct language *language;
    double microseconds;
    size_t hits;
};

struct run {
    const char *index;
    struct topic *topics;
    size_t count, next;
    pthread_mutex_t lock;
    bool failed;
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static bool is_stop_word(struct slice form) {
    for (size_t i = 0; i < sizeof stop_words / sizeof *stop_words; i++) {
        if (slice_equal(form, slice_of_string(stop_words[i]))) {
            return true;
        }
    }
    return false;
}

static struct xapian_query *make_query(struct analyzer *analyzer, const struct topic *topic,
                                       struct error *error) {
    struct xapian_query *words[WORDS_MOST];
    struct xapian_error failure = {0};
    struct token_list list;
    struct bytes term = {0};
    size_t count = 0;
    if (!analyzer_run(analyzer, topic->query, topic->language, ANALYSIS_QUERY, &list, error)) {
        return NULL;
    }
    for (size_t i = 0; i < list.count && count < WORDS_MOST; i++) {
        const struct token *token = &list.tokens[i];
        if (token->kind == TOKEN_STEM && token->term.length > 2 && !is_stop_word(token->form)) {
            bytes_clear(&term);
            bytes_append_byte(&term, 'Z');
            bytes_append(&term, token->term.data + 2, token->term.length - 2);
            words[count++] =
                xapian_query_term((struct xapian_bytes){term.data, term.length}, 1, &failure);
        }
    }
    bytes_free(&term);
    struct xapian_query *query = xapian_query_join(XAPIAN_OP_OR, words, count, 0, &failure);
    if (!query) {
        error_set(error, ERROR_IO, "%s", failure.message);
    }
    return query;
}

static bool answer(struct xapian_index *index, struct analyzer *analyzer, struct topic *topic,
                   struct error *error) {
    struct xapian_error failure = {0};
    double start = now();
    struct xapian_query *query = make_query(analyzer, topic, error);
    struct xapian_search_request request = {.query = query, .limit = HITS, .fetch = HITS};
    struct xapian_results *results = query ? xapian_search(index, &request, &failure) : NULL;
    if (results) {
        topic->hits = results->hit_count;
        topic->microseconds = now() - start;
    } else {
        error_set(error, ERROR_IO, "%s", failure.message);
    }
    bool good = results != NULL;
    xapian_results_free(results);
    xapian_query_free(query);
    return good;
}

static void *answer_topics(void *argument) {
    struct run *run = argument;
    struct error error = {0};
    struct xapian_error failure = {0};
    struct xapian_index *index = xapian_index_open(&run->index, 1, 0, &failure);
    struct analyzer *analyzer = analyzer_new(&error);
    for (bool going = index && analyzer; going;) {
        pthread_mutex_lock(&run->lock);
        size_t number = run->next++;
        pthread_mutex_unlock(&run->lock);
        going = number < run->count && answer(index, analyzer, &run->topics[number], &error);
    }
    if (!index || !analyzer || error.kind != ERROR_NONE) {
        fprintf(stderr, "omega_search: %s%s\n", failure.message, error.message);
        pthread_mutex_lock(&run->lock);
        run->failed = true;
        pthread_mutex_unlock(&run->lock);
    }
    analyzer_free(analyzer);
    xapian_index_close(index);
    return NULL;
}

static bool take_line(struct run *run, size_t *room, char *line, size_t length) {
    const char *tab = memchr(line, '\t', length);
    if (!tab || !array_reserve(&run->topics, room, run->count + 1, sizeof *run->topics)) {
        return false;
    }
    size_t id = (size_t)(tab - line);
    const struct language *language = language_find(slice_of(line, id < 2 ? id : 2));
    run->topics[run->count++] = (struct topic){line,
                                               slice_of(line, id),
                                               slice_of(tab + 1, length - id - 1),
                                               language ? language : language_other(),
                                               0,
                                               0};
    return true;
}

static bool read_topics(struct run *run, const char *path) {
    FILE *file = fopen(path, "r");
    size_t room = 0;
    bool good = file != NULL;
    for (;;) {
        char *line = NULL;
        size_t capacity = 0;
        ssize_t length = good ? getline(&line, &capacity, file) : -1;
        if (length < 0 ||
            !take_line(run, &room, line, (size_t)length - (line[length - 1] == '\n'))) {
            good = good && length < 0;
            free(line);
            break;
        }
    }
    if (file) {
        fclose(file);
    }
    return good && run->count > 0;
}

static bool write_timing(const struct run *run, const char *path) {
    FILE *file = fopen(path, "w");
    for (size_t i = 0; file && i < run->count; i++) {
        const struct topic *topic = &run->topics[i];
        fprintf(file, "%.*s\t%.0f\t%zu\n", (int)topic->id.length, topic->id.data,
                topic->microseconds, topic->hits);
    }
    return file && fclose(file) == 0;
}

static bool run_threads(struct run *run, unsigned threads) {
    pthread_t ids[THREADS_MOST];
    unsigned started = 0;
    while (started < threads && pthread_create(&ids[started], NULL, answer_topics, run) == 0) {
        started++;
    }
    for (unsigned i = 0; i < started; i++) {
        pthread_join(ids[i], NULL);
    }
    return started == threads && !run->failed;
}

int main(int argc, char **argv) {
    struct run run = {.lock = PTHREAD_MUTEX_INITIALIZER};
    unsigned threads = 1;
    int option;
    while ((option = getopt(argc, argv, "j:")) != -1) {
        threads = optarg ? (unsigned)strtoul(optarg, NULL, 10) : 0;
    }
    if (optind + 3 != argc || threads < 1 || threads > THREADS_MOST) {
        fputs("usage: omega_search [-j THREADS] INDEX TOPICS TIMING\n", stderr);
        return 2;
    }
    run.index = argv[optind];
    bool good = read_topics(&run, argv[optind + 1]);
    if (!good) {
        fprintf(stderr, "omega_search: cannot read topics from %s\n", argv[optind + 1]);
    }
    good = good && run_threads(&run, threads) && write_timing(&run, argv[optind + 2]);
    for (size_t i = 0; i < run.count; i++) {
        free(run.topics[i].line);
    }
    free(run.topics);
    return good ? 0 : 2;
}
