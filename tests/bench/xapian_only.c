/* xapian_only.c - what xapian-core alone needs to write an index.
 *
 *     xapian_only [-j THREADS] [-s SEGMENT_MB] [-d DESIGN] [-w] [-t] FILE INDEX
 *
 * Reads and analyses articles as aral-index does, untimed, and keeps the documents in memory; then
 * measures writing them: each thread writes segments of so much text into databases of their own,
 * and compaction merges these into INDEX, which must not exist. Designs:
 *
 *     stems                  aral-index's documents, exactly
 *     data+stems             the same, but records are the documents' data, as is usual
 *     stems+positions        aral-index's documents with positions of the stems
 *     words+stems+positions  the same with words as written and their positions, too
 *     omega                  words and stems with plain counts, without positions
 *
 * -w leaves out the vocabulary, -t the lists of each document's terms.
 *
 * Prints one line: design, MB of text, documents, seconds and processor seconds of writing, the
 * same of merging, MB before merging, MB after. Text that is too much for memory goes through in
 * rounds, the clock standing still while the next round is made ready. */
#include "corpus/article/reader.h"
#include "corpus/base/array.h"
#include "indexer/place.h"
#include "shim/xapian-c.h"
#include "tests/bench/ready.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { ROUND_BYTES = 160 << 20, SEGMENTS_MULTIPASS = 50 };

static const char *const designs[] = {"stems", "data+stems", "stems+positions",
                                      "words+stems+positions", "omega"};

struct run {
    enum design design;
    unsigned threads;
    size_t segment_bytes;
    bool no_vocabulary, no_term_lists;
    const char *index;
    struct bytes folder; /* of the segments */
    struct reader *reader;
    pthread_mutex_t lock;
    bool ended;
    uint64_t round_bytes;   /* taken in this round */
    struct ready *segments; /* of this round */
    size_t segment_count, capacity;
    size_t next;                   /* to be written */
    struct vocabulary *vocabulary; /* of all rounds */
    size_t written;                /* segments of the rounds before */
    struct error error;
};

struct clock {
    double wall, processor;
};

static struct clock read_clock(void) {
    struct timespec time;
    struct rusage usage;
    clock_gettime(CLOCK_MONOTONIC, &time);
    getrusage(RUSAGE_SELF, &usage);
    return (struct clock){(double)time.tv_sec + (double)time.tv_nsec / 1e9,
                          (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                              (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6};
}

static void add_time(struct clock *sum, struct clock since) {
    struct clock now = read_clock();
    sum->wall += now.wall - since.wall;
    sum->processor += now.processor - since.processor;
}

static void fail(struct run *run, const struct error *error) {
    pthread_mutex_lock(&run->lock);
    error_set(&run->error, error->kind, "%s", error->message);
    pthread_mutex_unlock(&run->lock);
}

static void fail_shim(struct run *run, const struct xapian_error *failure) {
    struct error error = {0};
    error_set(&error, ERROR_IO, "%s (%s)", failure->message, failure->origin);
    fail(run, &error);
}

/* ---- making ready ---------------------------------------------------------------------------- */

/* Fills a chunk with the next segment's articles, under the lock; false at the end of the round. */
static bool take_articles(struct run *run, struct chunk *chunk, struct error *error) {
    struct article article;
    size_t taken = 0;
    chunk_clear(chunk);
    while (!run->ended && run->round_bytes < ROUND_BYTES && taken < run->segment_bytes) {
        enum reader_step step = reader_next(run->reader, &article, error);
        if (step == READER_ARTICLE) {
            error_clear(error);
        }
        if (step == READER_ARTICLE && chunk_hold(chunk, &article, error)) {
            taken += article.text.length;
            run->round_bytes += article.text.length;
        } else {
            run->ended = true;
        }
    }
    return taken > 0 && error->kind == ERROR_NONE;
}

static void *make_ready(void *argument) {
    struct run *run = argument;
    struct error error = {0};
    struct chunk chunk = {0};
    struct readier *readier = readier_new(&error);
    for (bool going = readier != NULL; going;) {
        pthread_mutex_lock(&run->lock);
        size_t number = run->segment_count;
        going = number < run->capacity && take_articles(run, &chunk, &error);
        run->segment_count += going;
        pthread_mutex_unlock(&run->lock);
        going = going && ready_fill(readier, &chunk, run->design, &run->segments[number], &error);
    }
    if (error.kind != ERROR_NONE) {
        fail(run, &error);
    }
    chunk_free(&chunk);
    readier_free(readier);
    return NULL;
}

/* ---- writing --------------------------------------------------------------------------------- */

/* The path of a segment, to be freed; NULL when memory ran out. */
static char *name_segment(const struct run *run, size_t number) {
    char *path = NULL;
    return asprintf(&path, "%s/%zu", run->folder.data, number) < 0 ? NULL : path;
}

static struct xapian_bytes bytes_at(const struct ready *ready, struct span span) {
    return (struct xapian_bytes){ready->pool.data + span.start, span.length};
}

struct writing {
    struct xapian_writer *writer;
    struct xapian_document *document;
    struct xapian_weighted_term *weighted;
    size_t capacity;
};

static bool write_document(struct writing *writing, const struct ready *ready,
                           const struct ready_document *document, struct xapian_error *failure) {
    const struct prepared_term *terms = bytes_array(&ready->terms);
    const struct prepared_value *values = bytes_array(&ready->values);
    const struct ready_posting *postings = bytes_array(&ready->postings);
    terms += document->first_term;
    values += document->first_value;
    postings += document->first_posting;
    bool good = array_reserve(&writing->weighted, &writing->capacity, document->term_count,
                              sizeof *writing->weighted);
    for (size_t i = 0; good && i < document->term_count; i++) {
        writing->weighted[i] =
            (struct xapian_weighted_term){bytes_at(ready, terms[i].term), terms[i].wdf};
    }
    xapian_document_clear(writing->document);
    good = good &&
           xapian_document_set_data(writing->document, bytes_at(ready, document->data), failure) &&
           xapian_document_add_terms(writing->document, writing->weighted, document->term_count,
                                     failure);
    for (size_t i = 0; good && i < document->value_count; i++) {
        good = xapian_document_set_value(writing->document, values[i].slot,
                                         bytes_at(ready, values[i].value), failure);
    }
    for (size_t i = 0; good && i < document->posting_count; i++) {
        good = xapian_document_add_posting(writing->document, bytes_at(ready, postings[i].term),
                                           postings[i].position, postings[i].wdf, failure);
    }
    return good && xapian_writer_add(writing->writer, writing->document, NULL, failure);
}

static bool write_segment(const struct run *run, const struct ready *ready, size_t number,
                          struct writing *writing, struct xapian_error *failure) {
    struct xapian_writer_options options = {.mode = XAPIAN_CREATE_NEW,
                                            .no_sync = true,
                                            .dangerous = true,
                                            .no_term_lists = run->no_term_lists};
    char *path = name_segment(run, number);
    writing->writer = path ? xapian_writer_open(path, &options, failure) : NULL;
    bool good = writing->writer != NULL;
    const struct ready_document *documents = bytes_array(&ready->documents);
    for (size_t i = 0; good && i < bytes_count(&ready->documents, sizeof *documents); i++) {
        good = write_document(writing, ready, &documents[i], failure);
    }
    good = good && xapian_writer_commit(writing->writer, failure);
    good = xapian_writer_close(writing->writer, good ? failure : NULL) && good;
    free(path);
    return good;
}

static void *write_segments(void *argument) {
    struct run *run = argument;
    struct xapian_error failure = {0};
    struct writing writing = {.document = xapian_document_new(&failure)};
    for (bool going = writing.document != NULL; going;) {
        pthread_mutex_lock(&run->lock);
        size_t number = run->next;
        going = number < run->segment_count && run->error.kind == ERROR_NONE;
        run->next += going;
        pthread_mutex_unlock(&run->lock);
        if (going && !write_segment(run, &run->segments[number], run->written + number, &writing,
                                    &failure)) {
            fail_shim(run, &failure);
        }
    }
    xapian_document_free(writing.document);
    free(writing.weighted);
    return NULL;
}

/* The words of all segments, in a segment of their own. */
static bool write_vocabulary(struct run *run) {
    struct xapian_error failure = {0};
    struct error error = {0};
    struct xapian_writer_options options = {
        .mode = XAPIAN_CREATE_NEW, .no_sync = true, .dangerous = true};
    char *path = name_segment(run, run->written++);
    struct xapian_writer *writer = path ? xapian_writer_open(path, &options, &failure) : NULL;
    bool good = writer && vocabulary_write(run->vocabulary, writer, &error);
    good = xapian_writer_close(writer, &failure) && good;
    if (!good) {
        fail_shim(run, &failure);
    }
    free(path);
    return good;
}

static bool merge(struct run *run, uint64_t *before) {
    char **paths = calloc(run->written, sizeof *paths);
    struct xapian_error failure = {0};
    struct xapian_compact_options options = {.multipass = run->written > SEGMENTS_MULTIPASS};
    bool good = paths != NULL;
    *before = 0;
    for (size_t i = 0; good && i < run->written; i++) {
        paths[i] = name_segment(run, i);
        good = paths[i] != NULL;
        *before += good ? place_bytes(paths[i]) : 0;
    }
    good = good &&
           xapian_compact((const char *const *)paths, run->written, run->index, &options, &failure);
    if (!good) {
        fail_shim(run, &failure);
    }
    for (size_t i = 0; paths && i < run->written; i++) {
        free(paths[i]);
    }
    free(paths);
    return good;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static void in_threads(struct run *run, void *(*work)(void *)) {
    pthread_t *threads = calloc(run->threads, sizeof *threads);
    unsigned started = 0;
    while (threads && started < run->threads &&
           pthread_create(&threads[started], NULL, work, run) == 0) {
        started++;
    }
    for (unsigned i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
    if (started < run->threads) {
        struct error error = {0};
        error_set(&error, ERROR_IO, "cannot start %u threads", run->threads);
        fail(run, &error);
    }
    free(threads);
}

static bool measure(struct run *run) {
    struct clock writing = {0}, merging = {0}, start;
    uint64_t text = 0, documents = 0, before;
    while (!run->ended && run->error.kind == ERROR_NONE) {
        run->segment_count = run->next = 0;
        run->round_bytes = 0;
        in_threads(run, make_ready);
        start = read_clock();
        in_threads(run, write_segments);
        add_time(&writing, start);
        run->written += run->segment_count;
        for (size_t i = 0; i < run->segment_count; i++) {
            text += run->segments[i].text_bytes;
            documents += run->segments[i].documents.length / sizeof(struct ready_document);
            if (!vocabulary_merge(run->vocabulary, run->segments[i].vocabulary, 0, 1,
                                  &run->error)) {
                return false;
            }
        }
    }
    start = read_clock();
    if (!run->no_vocabulary && run->design != DESIGN_OMEGA && !write_vocabulary(run)) {
        return false;
    }
    add_time(&writing, start);
    start = read_clock();
    if (run->error.kind != ERROR_NONE || !merge(run, &before)) {
        return false;
    }
    add_time(&merging, start);
    printf("%s\t%.1f\t%" PRIu64 "\t%.2f\t%.2f\t%.2f\t%.2f\t%.1f\t%.1f\n", designs[run->design],
           (double)text / 1e6, documents, writing.wall, writing.processor, merging.wall,
           merging.processor, (double)before / 1e6, (double)place_bytes(run->index) / 1e6);
    return true;
}

static bool prepare_run(struct run *run, const char *file) {
    bytes_append_format(&run->folder, "%s.segments", run->index);
    run->capacity = ROUND_BYTES / run->segment_bytes + run->threads + 1;
    run->segments = calloc(run->capacity, sizeof *run->segments);
    run->reader = reader_open(file, NULL, &run->error);
    run->vocabulary = vocabulary_new();
    if (!run->segments || !run->vocabulary || !bytes_string(&run->folder)) {
        return error_set_memory(&run->error);
    }
    return run->reader && (mkdir(run->folder.data, 0777) == 0 ||
                           error_set_errno(&run->error, "cannot make %s", run->folder.data));
}

static bool read_design(struct run *run, const char *name) {
    for (size_t i = 0; i < sizeof designs / sizeof *designs; i++) {
        if (strcmp(designs[i], name) == 0) {
            run->design = (enum design)i;
            return true;
        }
    }
    return false;
}

int main(int argc, char **argv) {
    struct run run = {.threads = 1, .segment_bytes = 8 << 20, .lock = PTHREAD_MUTEX_INITIALIZER};
    int option;
    bool good = true;
    while ((option = getopt(argc, argv, "j:s:d:wt")) != -1) {
        unsigned long number = optarg ? strtoul(optarg, NULL, 10) : 0;
        switch (option) {
        case 'j':
            run.threads = (unsigned)number;
            break;
        case 's':
            run.segment_bytes = number << 20;
            break;
        case 'd':
            good = read_design(&run, optarg) && good;
            break;
        case 'w':
            run.no_vocabulary = true;
            break;
        case 't':
            run.no_term_lists = true;
            break;
        default:
            good = false;
        }
    }
    if (!good || optind + 2 != argc || run.threads == 0 || run.segment_bytes == 0) {
        fputs("usage: xapian_only [-j THREADS] [-s SEGMENT_MB] [-d DESIGN] [-w] [-t] FILE INDEX\n",
              stderr);
        return 2;
    }
    run.index = argv[optind + 1];
    setenv("XAPIAN_FLUSH_THRESHOLD", "1000", 0); /* as aral-index does */
    bool measured = prepare_run(&run, argv[optind]) && measure(&run);
    if (run.folder.length > 0) {
        place_remove(run.folder.data, &run.error);
    }
    if (!measured) {
        fprintf(stderr, "xapian_only: %s\n", run.error.message);
    }
    for (size_t i = 0; run.segments && i < run.capacity; i++) {
        ready_free(&run.segments[i]);
    }
    free(run.segments);
    bytes_free(&run.folder);
    vocabulary_free(run.vocabulary);
    reader_close(run.reader);
    return measured ? 0 : 2;
}
