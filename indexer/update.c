#include "indexer/update.h"

#include "corpus/base/array.h"
#include "indexer/interrupt.h"
#include "indexer/pipeline.h"
#include "indexer/schema.h"
#include "indexer/unseal.h"

#include <stdlib.h>

/* A transaction is committed when it has this many documents or bytes of text. Large, since each
 * commit waits for the disk and every second one makes readers open anew; what is lost when the
 * program is killed is at most this. */
enum { COMMIT_DOCUMENTS = 50000, COMMIT_TEXT_BYTES = 64 << 20 };

/* Text of one chunk: large enough that threads seldom meet, small enough for many of them. */
enum { CHUNK_BYTES = 512 << 10 };

/* An article that a worker has looked at. */
struct looked_at {
    bool unchanged; /* as far as the last commit knows: it is in `kept`, not prepared */
    size_t kept;    /* its number there */
    struct prepared_article prepared;
};

/* The results of work on one chunk. Their memory is given back before the next: if each item kept
 * what the largest article took that ever was in its place, all would take that in the end. */
struct results {
    struct looked_at *items;
    size_t count, capacity;
    struct chunk kept;
};

struct worker {
    struct preparer *preparer;
    struct xapian_index *index; /* as of the last commit it knows; NULL where there was none */
    struct stored_record stored;
    struct bytes term;
};

struct update {
    struct store *store;
    const struct add_options *options;
    struct report *report;
    struct worker *workers; /* one each, and the last one for the calling thread */
    struct results *results;
    struct prepared_article spare;
};

/* ---- in the workers -------------------------------------------------------------------------- */

/* Whether the last commit that this worker can see holds the very same article. Only a hint: the
 * writer looks again. Errors count as no. */
static bool seems_unchanged(struct worker *worker, const struct article *article) {
    if (!worker->index) {
        return false;
    }
    bytes_clear(&worker->term);
    schema_article_term(article->id, &worker->term);
    for (int attempt = 0; attempt < 2; attempt++) {
        struct error error = {0};
        bool found = false;
        if (!worker->term.failed && record_find(worker->index, bytes_slice(&worker->term), &found,
                                                &worker->stored, &error)) {
            return found && worker->stored.record.hash == article_hash(article);
        }
        if (error.kind != ERROR_CHANGED || !xapian_index_reopen(worker->index, NULL, NULL)) {
            break;
        }
    }
    return false;
}

struct work {
    struct shard shard;
    struct worker *worker;
    struct results *results;
};

static struct looked_at *add_item(struct results *results) {
    size_t before = results->capacity;
    if (!array_reserve(&results->items, &results->capacity, results->count + 1,
                       sizeof *results->items)) {
        return NULL;
    }
    if (results->capacity > before) {
        memset(results->items + before, 0, (results->capacity - before) * sizeof *results->items);
    }
    return &results->items[results->count++];
}

static void clear_results(struct results *results) {
    for (size_t i = 0; i < results->count; i++) {
        prepared_article_free(&results->items[i].prepared);
    }
    results->count = 0;
    chunk_clear(&results->kept);
}

static bool look_at(void *context, const struct article *article, struct error *error) {
    struct work *work = context;
    if (!shard_has(work->shard, article->id)) {
        return true;
    }
    struct looked_at *item = add_item(work->results);
    if (!item) {
        return error_set_memory(error);
    }
    item->unchanged = seems_unchanged(work->worker, article);
    if (item->unchanged) {
        item->kept = chunk_held_count(&work->results->kept);
        return chunk_hold(&work->results->kept, article, error);
    }
    return article_prepare(work->worker->preparer, article, &item->prepared, error);
}

static bool look_at_chunk(void *context, unsigned worker, unsigned slot, struct chunk *chunk,
                          struct error *error) {
    struct update *update = context;
    struct work work = {update->options->shard, &update->workers[worker], &update->results[slot]};
    clear_results(work.results);
    const struct chunk_visit visit = {
        .reader = &update->options->source.reader,
        .strict = update->options->source.strict,
        .take = look_at,
        .context = &work,
    };
    return chunk_visit(chunk, &visit, error);
}

/* ---- in the calling thread ------------------------------------------------------------------- */

static bool write_article(struct update *update, const struct prepared_article *prepared,
                          struct stored_record *stored, bool found, struct error *error) {
    struct report *report = update->report;
    if (found && !store_remove(update->store, stored, error)) {
        return false;
    }
    if (!store_add(update->store, prepared, error)) {
        return false;
    }
    report->added += !found;
    report->updated += found;
    report->passages += prepared_document_count(prepared) - 1;
    report->text_bytes += prepared->text_bytes;
    return true;
}

/* Writes the Q term of an article and returns its hash. Of one that was prepared, *article gets
 * only the identity and the file. */
static uint64_t identify(const struct results *results, const struct looked_at *item,
                         struct article *article, struct bytes *term) {
    const struct prepared_article *prepared = &item->prepared;
    bytes_clear(term);
    if (item->unchanged) {
        chunk_held(&results->kept, item->kept, article);
        schema_article_term(article->id, term);
        return article_hash(article);
    }
    article->id = prepared_slice(prepared, prepared->id);
    article->file = prepared_slice(prepared, prepared->file);
    bytes_append_slice(term, prepared_slice(prepared, prepared->unique_term));
    return prepared->hash;
}

/* Puts one article into the index, as it is there now. */
static bool take_article(struct update *update, const struct results *results,
                         const struct looked_at *item, struct error *error) {
    struct worker *own = &update->workers[update->options->jobs];
    const struct prepared_article *prepared = &item->prepared;
    struct article article = {0};
    bool found;
    uint64_t hash = identify(results, item, &article, &own->term);
    if (!bytes_check(&own->term, error) ||
        (update->options->seen && !seen_add(update->options->seen, article.id, error)) ||
        !record_find(store_index(update->store), bytes_slice(&own->term), &found, &own->stored,
                     error)) {
        return false;
    }
    bool same = found && own->stored.record.hash == hash;
    bool moved = same && schema_has_file(article.file) &&
                 !slice_equal(article.file, own->stored.record.file);
    if (found && (!same || moved) &&
        !store_unseal_record(update->store, update->options, bytes_slice(&own->term), &found,
                             &own->stored, error)) {
        return false;
    }
    same = same && found && own->stored.record.hash == hash; /* it may have been changed, too */
    if (same) {
        update->report->unchanged++;
        return !moved || store_move(update->store, &own->stored, article.file, error);
    }
    if (item->unchanged) {
        /* Another article of the same identity came before it in this run. */
        if (!article_prepare(own->preparer, &article, &update->spare, error)) {
            return false;
        }
        prepared = &update->spare;
    }
    return write_article(update, prepared, &own->stored, found, error);
}

static bool note_bad_files(const struct chunk *chunk, struct seen *seen, struct error *error) {
    size_t at = 0;
    while (seen && at < chunk->bad_files.length) {
        struct slice file = slice_of_string(chunk->bad_files.data + at);
        if (!map_insert(seen->bad_files, file, NULL)) {
            return error_set_memory(error);
        }
        at += file.length + 1;
    }
    return true;
}

static bool take(void *context, unsigned slot, struct chunk *chunk, bool *stop,
                 struct error *error) {
    struct update *update = context;
    const struct results *results = &update->results[slot];
    bool strict = update->options->source.strict;
    report_complain(update->report, &chunk->complaints);
    update->report->rejected += chunk->rejected;
    update->report->input_bytes += chunk->input_bytes;
    if (strict && chunk->rejected) {
        *stop = true;
        return true;
    }
    for (size_t i = 0; i < results->count; i++) {
        if (interrupt_requested()) {
            *stop = true;
            break;
        }
        if (!take_article(update, results, &results->items[i], error)) {
            return false;
        }
        const struct store_changes *changes = store_changes(update->store);
        bool full =
            changes->documents >= COMMIT_DOCUMENTS || changes->text_bytes >= COMMIT_TEXT_BYTES;
        if (!strict && full && !store_commit(update->store, error)) {
            return false;
        }
        report_progress(update->report);
    }
    return note_bad_files(chunk, update->options->seen, error);
}

static void tick(void *context) {
    struct update *update = context;
    report_progress(update->report);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool start_workers(struct update *update, struct error *error) {
    struct xapian_index_stats stats;
    struct xapian_error failure = {0};
    if (!xapian_index_get_stats(store_index(update->store), &stats, &failure)) {
        return schema_set_error(error, &failure);
    }
    for (unsigned i = 0; i <= update->options->jobs; i++) {
        struct worker *worker = &update->workers[i];
        worker->preparer = preparer_new(error);
        if (!worker->preparer) {
            return false;
        }
        preparer_limit_cache(worker->preparer, add_options_cache_bytes(update->options));
        if (stats.documents > 0 && i < update->options->jobs) {
            /* Without it nothing is lost but time. */
            worker->index = xapian_index_open(&update->options->location, 1, 0, NULL);
        }
    }
    return true;
}

static void free_update(struct update *update) {
    unsigned jobs = update->options->jobs;
    for (unsigned i = 0; update->workers && i <= jobs; i++) {
        preparer_free(update->workers[i].preparer);
        xapian_index_close(update->workers[i].index);
        stored_record_free(&update->workers[i].stored);
        bytes_free(&update->workers[i].term);
    }
    for (unsigned i = 0; update->results && i < pipeline_slots(jobs); i++) {
        struct results *results = &update->results[i];
        clear_results(results);
        free(results->items);
        chunk_free(&results->kept);
    }
    prepared_article_free(&update->spare);
    free(update->workers);
    free(update->results);
}

bool update_run(struct store *store, const struct add_options *options, struct report *report,
                struct error *error) {
    /* Unsealing commits, which strict must not: so before the first article. */
    if (options->source.strict && !store_unseal(store, options, error)) {
        return false;
    }
    struct update update = {
        .store = store,
        .options = options,
        .report = report,
        .workers = calloc(options->jobs + 1, sizeof *update.workers),
        .results = calloc(pipeline_slots(options->jobs), sizeof *update.results),
    };
    struct pipeline_steps steps = {&update, look_at_chunk, take, tick};

    struct source_options source_options = options->source;
    source_options.portions = (struct portions){.most = CHUNK_BYTES,
                                                .least = CHUNK_BYTES,
                                                .threads = options->jobs,
                                                .text_total = UINT64_MAX};
    bool run =
        update.workers && update.results ? start_workers(&update, error) : error_set_memory(error);
    if (run) {
        bool source_left = false;
        struct source *source = source_open(&source_options, error);
        run = source && pipeline_run(source, options->jobs, &steps, &source_left, error);
        if (!source_left) {
            source_close(source);
        }
    }
    free_update(&update);
    return run;
}
