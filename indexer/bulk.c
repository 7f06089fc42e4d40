#include "indexer/bulk.h"

#include "indexer/bulk_words.h"
#include "indexer/interrupt.h"
#include "indexer/pipeline.h"
#include "indexer/place.h"
#include "indexer/repeats.h"
#include "indexer/schema.h"
#include "indexer/segments.h"
#include "indexer/twins.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>

enum {
    /* Text of one segment at most. Merging does not join what a word has in two segments, so the
     * postings of many small ones take more room: 50.7 MB from segments of 4 MB, 45.9 from 8, 42.7
     * from 16 (74.5 MB of text); writing takes as long. With two threads 6 MB need 281 MB (314 of
     * 658 MB of text), 8 MB some 14 MB more, which is more than is allowed by default. */
    SEGMENT_BYTES = 6 << 20,
    SEGMENT_BYTES_LEAST = 640 << 10,
    /* The last segments of the threads differ by one such part of all text, at most. */
    LAST_SHARE = 64,
    /* Chunks of text get one part in CHUNK_SHARE of the memory allowed; xapian-core's inverter and
     * block cache need several times a chunk for each thread. */
    CHUNK_SHARE = 4,
    /* Articles are made ready until they have this many bytes of text, then written. 2 MB need 23
     * MB more and take as long. */
    READY_BYTES = 1 << 20,
    /* The words gathered so far get one part in VOCABULARY_SHARE of the memory allowed. */
    VOCABULARY_SHARE = 6,
};

struct worker {
    struct preparer *preparer;
    struct bytes ready; /* of struct prepared_article: to be written, in order */
    uint64_t ready_bytes;
    struct store *store; /* of the segment at hand */
};

/* What became of a chunk. */
struct outcome {
    uint64_t segment; /* its number, from 1; 0 where the chunk had no article */
    bool sealed;      /* it is */
    struct under_way done;
    struct store_totals totals;
    struct bytes ids; /* identities, each with its length before it */
    struct vocabulary *vocabulary;
};

/* Where articles come from, and where to. */
struct task {
    const struct add_options *options; /* its source, but for what comes from an index */
    const char *index;                 /* whose articles to take; NULL: the source's */
    struct slice left_out;             /* docids of records of the index */
    bool unsealed;
    const char *folder; /* to build in */
    struct report *report;
};

struct bulk {
    const struct task *task;
    const struct add_options *options;
    struct report *report;
    struct worker *workers;
    struct outcome *outcomes; /* by slot */
    struct segments *segments;
    struct dictionaries *dictionaries;
    struct repeats *repeats;
    struct twins *twins;
    struct bulk_words *words;
    struct store_totals totals;
    struct {
        _Atomic uint64_t articles, passages, text_bytes;
    } under_way;          /* of the chunks that were not taken yet; the workers add to it */
    uint64_t sealed_from; /* chunks are sealed that have so much text before them */
    bool sealed;          /* there is such a segment */
};

/* ---- in the workers -------------------------------------------------------------------------- */

struct work {
    struct bulk *bulk;
    struct worker *worker;
    struct outcome *outcome;
    const struct chunk *chunk;
};

/* Shows the records that are ready to those dictionaries that are not trained yet. */
static bool sample_records(struct bulk *bulk, const struct prepared_article *article,
                           struct error *error) {
    const struct prepared_document *documents = bytes_array(&article->documents);
    for (size_t i = 0; i < prepared_document_count(article); i++) {
        if (!dictionaries_sample(bulk->dictionaries, documents[i].language,
                                 prepared_slice(article, documents[i].data), error)) {
            return false;
        }
    }
    return true;
}

static void forget_ready(struct worker *worker) {
    struct prepared_article *articles = bytes_array(&worker->ready);
    for (size_t i = 0; i < bytes_count(&worker->ready, sizeof *articles); i++) {
        prepared_article_free(&articles[i]);
    }
    bytes_clear(&worker->ready);
    worker->ready_bytes = 0;
}

/* Writes what is ready. */
static bool write_ready(struct work *work, struct error *error) {
    struct worker *worker = work->worker;
    struct bulk *bulk = work->bulk;
    const struct prepared_article *articles = bytes_array(&worker->ready);
    size_t count = bytes_count(&worker->ready, sizeof *articles);
    bool written = true;
    for (size_t i = 0; i < count && written; i++) {
        written = sample_records(bulk, &articles[i], error);
    }
    if (count > 0 && !worker->store) {
        work->outcome->segment = work->chunk->number + 1;
        work->outcome->sealed = work->chunk->text_before >= bulk->sealed_from;
        worker->store =
            segments_create(bulk->segments, work->outcome->segment, work->outcome->sealed, error);
        written = written && worker->store &&
                  store_set_dictionaries(worker->store, bulk->dictionaries, error);
    }
    for (size_t i = 0; i < count && written; i++) {
        written = store_add(worker->store, &articles[i], error) &&
                  vocabulary_add(work->outcome->vocabulary, &articles[i], error);
    }
    forget_ready(worker);
    return written;
}

static void note_done(struct work *work, uint64_t passages, uint64_t text_bytes) {
    struct under_way *done = &work->outcome->done;
    struct bulk *bulk = work->bulk;
    done->articles++;
    done->passages += passages;
    done->text_bytes += text_bytes;
    atomic_fetch_add(&bulk->under_way.articles, 1);
    atomic_fetch_add(&bulk->under_way.passages, passages);
    atomic_fetch_add(&bulk->under_way.text_bytes, text_bytes);
}

static bool take_article(void *context, const struct article *article, struct error *error) {
    struct work *work = context;
    struct worker *worker = work->worker;
    struct prepared_article prepared = {0};
    if (!work->bulk->task->index && !shard_has(work->bulk->options->shard, article->id)) {
        return true;
    }
    if (!article_prepare(worker->preparer, article, &prepared, error)) {
        prepared_article_free(&prepared);
        return false;
    }
    bytes_append(&worker->ready, &prepared, sizeof prepared);
    if (!bytes_check(&worker->ready, error)) {
        prepared_article_free(&prepared);
        return false;
    }
    note_done(work, prepared_document_count(&prepared) - 1, article->text.length);
    bytes_append(&work->outcome->ids, &article->id.length, sizeof article->id.length);
    bytes_append_slice(&work->outcome->ids, article->id);
    worker->ready_bytes += article->text.length;
    return bytes_check(&work->outcome->ids, error) &&
           (worker->ready_bytes < READY_BYTES || write_ready(work, error));
}

static bool add_chunk(void *context, unsigned worker, unsigned slot, struct chunk *chunk,
                      struct error *error) {
    struct bulk *bulk = context;
    struct work work = {bulk, &bulk->workers[worker], &bulk->outcomes[slot], chunk};
    bytes_clear(&work.outcome->ids);
    vocabulary_clear(work.outcome->vocabulary);
    *work.outcome =
        (struct outcome){.ids = work.outcome->ids, .vocabulary = work.outcome->vocabulary};
    const struct chunk_visit visit = {
        .reader = &bulk->options->source.reader,
        .strict = bulk->options->source.strict,
        .take = take_article,
        .context = &work,
    };
    bool done = chunk_visit(chunk, &visit, error) && write_ready(&work, error);
    forget_ready(work.worker);
    if (work.worker->store) {
        work.outcome->totals = store_get_totals(work.worker->store);
        done = done && store_commit(work.worker->store, error);
        done = store_close(work.worker->store, done ? error : NULL) && done;
        work.worker->store = NULL;
    }
    return done;
}

/* ---- in the calling thread ------------------------------------------------------------------- */

static bool note_ids(struct bulk *bulk, const struct bytes *ids, struct error *error) {
    for (size_t at = 0; at < ids->length;) {
        size_t length;
        memcpy(&length, ids->data + at, sizeof length);
        at += sizeof length;
        if (!twins_note(bulk->twins, slice_of(ids->data + at, length), error)) {
            return false;
        }
        at += length;
    }
    return true;
}

/* Writes the dictionaries that records were packed with, behind all articles. */
static bool write_dictionaries(struct bulk *bulk, struct error *error) {
    uint64_t number;
    struct store *store = segments_create_last(bulk->segments, &number, bulk->sealed, error);
    bool written = store && store_write_dictionaries(store, bulk->dictionaries, error) &&
                   store_commit(store, error);
    written = store_close(store, written ? error : NULL) && written;
    return written && segments_add_last(bulk->segments, number, error);
}

static void show_progress(void *context) {
    struct bulk *bulk = context;
    bulk->report->under_way = (struct under_way){atomic_load(&bulk->under_way.articles),
                                                 atomic_load(&bulk->under_way.passages),
                                                 atomic_load(&bulk->under_way.text_bytes)};
    report_progress(bulk->report);
}

static void leave_under_way(struct bulk *bulk, const struct under_way *done) {
    atomic_fetch_sub(&bulk->under_way.articles, done->articles);
    atomic_fetch_sub(&bulk->under_way.passages, done->passages);
    atomic_fetch_sub(&bulk->under_way.text_bytes, done->text_bytes);
}

static bool take(void *context, unsigned slot, struct chunk *chunk, bool *stop,
                 struct error *error) {
    struct bulk *bulk = context;
    const struct outcome *outcome = &bulk->outcomes[slot];
    bulk->sealed |= outcome->sealed;
    report_complain(bulk->report, &chunk->complaints);
    bulk->report->rejected += chunk->rejected;
    bulk->report->input_bytes += chunk->input_bytes;
    bulk->report->added += outcome->done.articles;
    if (!interrupt_requested()) {
        /* Else what they repeat may be in a chunk that was left before its end. */
        bulk->report->unchanged += chunk->repeated;
    }
    bulk->report->passages += outcome->done.passages;
    bulk->report->text_bytes += outcome->totals.text_bytes;
    leave_under_way(bulk, &outcome->done);
    bulk->totals.text_bytes += outcome->totals.text_bytes;
    bulk->totals.record_bytes += outcome->totals.record_bytes;
    if (bulk->options->source.strict && chunk->rejected) {
        *stop = true;
        return true;
    }
    show_progress(bulk);
    return (!bulk->twins || note_ids(bulk, &outcome->ids, error)) &&
           bulk_words_add(bulk->words, outcome->vocabulary, error) &&
           (bulk_words_memory(bulk->words) < bulk->options->memory_bytes / VOCABULARY_SHARE ||
            bulk_words_write(bulk->words, bulk->segments, bulk->sealed, error)) &&
           (outcome->segment == 0 || segments_add(bulk->segments, outcome->segment, error));
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool start_bulk(struct bulk *bulk, struct error *error) {
    unsigned jobs = bulk->options->jobs;
    const struct task *task = bulk->task;
    if (mkdir(task->folder, 0777) != 0 && errno != EEXIST) {
        return error_set_errno(error, "cannot make the folder %s", task->folder);
    }
    bulk->workers = calloc(jobs, sizeof *bulk->workers);
    bulk->outcomes = calloc(pipeline_slots(jobs), sizeof *bulk->outcomes);
    bulk->segments = segments_new(task->folder, error);
    /* An index has each article once. */
    if (!task->index) {
        bulk->twins = twins_new(task->folder, bulk->options->memory_bytes, error);
        bulk->repeats = repeats_new(bulk->options->shard, bulk->options->memory_bytes, error);
    }
    bulk->dictionaries = dictionaries_new(error);
    bulk->words = bulk_words_new(jobs, error);
    if (!bulk->workers || !bulk->outcomes || !bulk->segments ||
        (!task->index && (!bulk->twins || !bulk->repeats)) || !bulk->dictionaries || !bulk->words) {
        return error_set_memory(error);
    }
    for (unsigned i = 0; i < jobs; i++) {
        bulk->workers[i].preparer = preparer_new(error);
        if (!bulk->workers[i].preparer) {
            return false;
        }
        preparer_limit_cache(bulk->workers[i].preparer, add_options_cache_bytes(bulk->options));
    }
    for (unsigned i = 0; i < pipeline_slots(jobs); i++) {
        bulk->outcomes[i].vocabulary = vocabulary_new();
        if (!bulk->outcomes[i].vocabulary) {
            return error_set_memory(error);
        }
    }
    return true;
}

/* What only reading needs, before what merges gets its own. */
static void free_workers(struct bulk *bulk) {
    unsigned jobs = bulk->options->jobs;
    for (unsigned i = 0; bulk->workers && i < jobs; i++) {
        preparer_free(bulk->workers[i].preparer);
        bytes_free(&bulk->workers[i].ready);
    }
    for (unsigned i = 0; bulk->outcomes && i < pipeline_slots(jobs); i++) {
        bytes_free(&bulk->outcomes[i].ids);
        vocabulary_free(bulk->outcomes[i].vocabulary);
    }
    free(bulk->workers);
    free(bulk->outcomes);
    bulk->workers = NULL;
    bulk->outcomes = NULL;
}

static void free_bulk(struct bulk *bulk) {
    free_workers(bulk);
    segments_free(bulk->segments);
    dictionaries_free(bulk->dictionaries);
    repeats_free(bulk->repeats);
    twins_free(bulk->twins);
    bulk_words_free(bulk->words);
}

/* The most text of one segment that memory allows. */
static uint64_t segment_most(const struct add_options *options) {
    uint64_t share = options->memory_bytes / CHUNK_SHARE / pipeline_slots(options->jobs);
    uint64_t most = share > SEGMENT_BYTES ? SEGMENT_BYTES : share;
    return most < SEGMENT_BYTES_LEAST ? SEGMENT_BYTES_LEAST : most;
}

/* For `text` in all. */
static size_t segment_least(uint64_t text, size_t most) {
    uint64_t share = text / LAST_SHARE;
    return share > most ? most : share < SEGMENT_BYTES_LEAST ? SEGMENT_BYTES_LEAST : (size_t)share;
}

/* Of `text` in all. Chunks of an input of unknown size that are within SEALED_TEXT_BYTES may be all
 * there is. */
static uint64_t choose_sealed(uint64_t text) {
    return text < SEALED_TEXT_BYTES ? UINT64_MAX : text == UINT64_MAX ? SEALED_TEXT_BYTES : 0;
}

static struct source *open_source(struct bulk *bulk, struct error *error) {
    const struct task *task = bulk->task;
    struct source_options options = bulk->options->source;
    struct portions *portions = &options.portions;
    portions->threads = bulk->options->jobs;
    portions->most = (size_t)segment_most(bulk->options);
    uint64_t known = task->report->input_total;
    portions->input_total = known > 0 ? known : source_file_bytes(&options);
    portions->text_total =
        task->index ? known : source_estimate(&options, (uint64_t)LAST_SHARE * SEGMENT_BYTES);
    portions->least = segment_least(portions->text_total, portions->most);
    options.repeats = bulk->repeats;
    bulk->sealed_from = task->unsealed ? UINT64_MAX : choose_sealed(portions->text_total);
    return task->index ? source_open_index(task->index, portions, task->left_out, error)
                       : source_open(&options, error);
}

static bool read_all(struct bulk *bulk, struct error *error) {
    struct pipeline_steps steps = {bulk, add_chunk, take, show_progress};
    bool source_left = false;
    struct source *source = open_source(bulk, error);
    bool read = source && pipeline_run(source, bulk->options->jobs, &steps, &source_left, error);
    if (source_left) {
        bulk->repeats = NULL; /* the source's thread uses it still */
    } else {
        source_close(source);
    }
    return read;
}

/* Merges the segments: the path of the database goes to `merged`, the docids of what came again
 * later to `older`. */
static bool merge(struct bulk *bulk, struct bytes *merged, struct bytes *older,
                  struct error *error) {
    free_workers(bulk);
    if (!bulk_words_write(bulk->words, bulk->segments, bulk->sealed, error) ||
        !write_dictionaries(bulk, error) || !segments_merge(bulk->segments, merged, error)) {
        return false;
    }
    struct store *store = store_open(merged->data, STORE_EXISTING, 0, error);
    if (!store) {
        return false;
    }
    store_set_totals(store, bulk->totals);
    bool done =
        (!bulk->twins || twins_find(bulk->twins, store_index(store), bulk->report, older, error)) &&
        store_commit(store, error);
    return store_close(store, done ? error : NULL) && done;
}

/* One reading of all articles. Nothing is merged where there are none, or where one was rejected
 * and that is strict. */
static bool build(const struct task *task, struct bytes *merged, struct bytes *older,
                  struct error *error) {
    struct bulk bulk = {.task = task, .options = task->options, .report = task->report};
    bool built = start_bulk(&bulk, error) && read_all(&bulk, error);
    if (built && bulk.report->added > 0 &&
        !(bulk.options->source.strict && bulk.report->rejected > 0)) {
        built = merge(&bulk, merged, older, error);
    }
    free_bulk(&bulk);
    return built;
}

/* The articles of an index once more, each of them or none. */
static bool rebuild(const struct task *task, struct bytes *merged, struct error *error) {
    bool built = build(task, merged, NULL, error);
    report_clear(task->report);
    if (built && interrupt_requested()) {
        return error_set(error, ERROR_INPUT,
                         "interrupted while the index was written anew: it is as it was before");
    }
    return built;
}

/* Builds the index once more from what was merged, without the older ones of articles that came
 * twice: from a sealed one they cannot be removed. */
static bool leave_out(const struct task *first, const struct bytes *older, struct bytes *merged,
                      struct error *error) {
    struct bytes folder = {0}, whole = {0};
    struct report report = *first->report;
    report.input_bytes = report.added = report.updated = report.unchanged = report.passages = 0;
    report.input_total = report.text_bytes;
    report.text_bytes = 0;
    report.task = "leaving out what came twice: ";
    bytes_append_format(&folder, "%s/again", first->folder);
    struct task task = {.options = first->options,
                        .index = merged->data,
                        .left_out = bytes_slice(older),
                        .unsealed = first->unsealed,
                        .folder = bytes_string(&folder),
                        .report = &report};
    bool built = task.folder ? rebuild(&task, &whole, error) : error_set_memory(error);
    bytes_free(merged);
    bytes_free(&folder);
    *merged = whole;
    return built;
}

bool bulk_run(const struct add_options *options, struct report *report, bool *kept,
              struct error *error) {
    struct bytes folder = {0}, merged = {0}, older = {0};
    *kept = false;
    bool run = place_begin(options->location, &folder, error);
    if (run) {
        struct task task = {.options = options,
                            .unsealed = options->unsealed,
                            .folder = folder.data,
                            .report = report};
        run = build(&task, &merged, &older, error) &&
              (older.length == 0 || leave_out(&task, &older, &merged, error));
        *kept = run && merged.length > 0 && place_swap(merged.data, options->location, error);
        run = run && (*kept || merged.length == 0);
        run = place_remove(folder.data, run ? error : NULL) && run;
    }
    bytes_free(&folder);
    bytes_free(&merged);
    bytes_free(&older);
    return run;
}

bool bulk_unseal(const struct add_options *options, struct report *report, struct error *error) {
    struct bytes folder = {0}, merged = {0};
    bool done = place_begin(options->location, &folder, error);
    if (done) {
        struct task task = {.options = options,
                            .index = options->location,
                            .unsealed = true,
                            .folder = folder.data,
                            .report = report};
        done = rebuild(&task, &merged, error) && place_swap(merged.data, options->location, error);
        done = place_remove(folder.data, done ? error : NULL) && done;
    }
    bytes_free(&folder);
    bytes_free(&merged);
    return done;
}
