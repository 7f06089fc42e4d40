#include "indexer/chunk.h"

#include "corpus/article/paths.h"
#include "indexer/interrupt.h"

/* An article in chunk.fields: its fields lie there one after another, in this order. */
enum { HELD_FIELDS = 10 };
struct held_article {
    size_t start;
    size_t lengths[HELD_FIELDS];
    size_t line;
};

void chunk_clear(struct chunk *chunk) {
    bytes_clear(&chunk->fields);
    bytes_clear(&chunk->held);
    bytes_clear(&chunk->paths);
    bytes_clear(&chunk->complaints);
    bytes_clear(&chunk->bad_files);
    bytes_clear(&chunk->bad_path);
    chunk->path_count = 0;
    chunk->input_bytes = 0;
    chunk->rejected = 0;
    chunk->repeated = 0;
}

void chunk_free(struct chunk *chunk) {
    bytes_free(&chunk->fields);
    bytes_free(&chunk->held);
    bytes_free(&chunk->paths);
    bytes_free(&chunk->complaints);
    bytes_free(&chunk->bad_files);
    bytes_free(&chunk->bad_path);
}

/* The fields of an article in the order in which they are held. */
static void list_fields(struct article *article, struct slice *fields[HELD_FIELDS]) {
    struct slice *list[HELD_FIELDS] = {
        &article->id,   &article->title,  &article->text,   &article->url,   &article->date,
        &article->lang, &article->source, &article->author, &article->extra, &article->file,
    };
    memcpy(fields, list, sizeof list);
}

bool chunk_hold(struct chunk *chunk, const struct article *article, struct error *error) {
    struct article copy = *article;
    struct slice *fields[HELD_FIELDS];
    struct held_article held = {.start = chunk->fields.length, .line = article->line};
    list_fields(&copy, fields);
    for (size_t i = 0; i < HELD_FIELDS; i++) {
        held.lengths[i] = fields[i]->length;
        bytes_append_slice(&chunk->fields, *fields[i]);
    }
    bytes_append(&chunk->held, &held, sizeof held);
    return bytes_check(&chunk->fields, error) && bytes_check(&chunk->held, error);
}

bool chunk_holds_enough(const struct chunk *chunk, uint64_t text, size_t enough) {
    enum { SHARE = 4 }; /* fields take so many times the text at most, but for the last article */
    return text >= enough || chunk->fields.length / SHARE >= enough;
}

bool chunk_add_file(struct chunk *chunk, const char *path, struct error *error) {
    bytes_append(&chunk->paths, path, strlen(path) + 1);
    chunk->path_count++;
    return bytes_check(&chunk->paths, error);
}

bool chunk_warn(struct chunk *chunk, const struct error *warning, struct error *error) {
    bytes_append_string(&chunk->complaints, warning->message);
    bytes_append_byte(&chunk->complaints, '\n');
    return bytes_check(&chunk->complaints, error);
}

/* Notes a file that has something wrong, once for all that is. */
static bool note_bad_file(struct chunk *chunk, const char *path, const char *base,
                          struct error *error) {
    struct slice given = slice_of_string(path);
    if (slice_equal(bytes_slice(&chunk->bad_path), given)) {
        return true;
    }
    bytes_clear(&chunk->bad_path);
    bytes_append_slice(&chunk->bad_path, given);
    /* A file whose folder has gone has no identity, and nothing that needs to be kept. */
    size_t start = chunk->bad_files.length;
    if (article_path(path, base, &chunk->bad_files, NULL)) {
        bytes_append_byte(&chunk->bad_files, '\0');
    } else {
        chunk->bad_files.length = start;
    }
    return bytes_check(&chunk->bad_path, error) && bytes_check(&chunk->bad_files, error);
}

bool chunk_reject(struct chunk *chunk, const struct error *reason, const char *path,
                  const char *base, struct error *error) {
    chunk->rejected++;
    return note_bad_file(chunk, path, base, error) && chunk_warn(chunk, reason, error);
}

void chunk_held(const struct chunk *chunk, size_t number, struct article *article) {
    const struct held_article *all = bytes_array(&chunk->held), *held = &all[number];
    struct slice *fields[HELD_FIELDS];
    const char *at = chunk->fields.data + held->start;
    list_fields(article, fields);
    for (size_t i = 0; i < HELD_FIELDS; i++) {
        *fields[i] = slice_of(at, held->lengths[i]);
        at += held->lengths[i];
    }
    article->line = held->line;
}

size_t chunk_held_count(const struct chunk *chunk) {
    return bytes_count(&chunk->held, sizeof(struct held_article));
}

/* Whether the visit ends before its articles do. */
static bool is_over(const struct chunk *chunk, const struct chunk_visit *visit) {
    return interrupt_requested() || (visit->strict && chunk->rejected > 0);
}

/* Rejects an article or a file, unless it is memory that is wanting. */
static bool reject(struct chunk *chunk, const struct chunk_visit *visit, const char *path,
                   const struct error *reason, struct error *error) {
    return reason->kind == ERROR_MEMORY
               ? error_set_memory(error)
               : chunk_reject(chunk, reason, path, visit->reader->base, error);
}

static bool visit_file(struct chunk *chunk, const char *path, const struct chunk_visit *visit,
                       struct error *error) {
    struct error reason = {0};
    struct reader *reader = reader_open(path, visit->reader, &reason);
    if (!reader) {
        return reject(chunk, visit, path, &reason, error);
    }
    bool visited = true;
    enum reader_step step = READER_ARTICLE;
    while (visited && step != READER_END && step != READER_FAILED && !is_over(chunk, visit)) {
        struct article article;
        error_clear(&reason);
        step = reader_next(reader, &article, &reason);
        if (step == READER_ARTICLE) {
            visited = (reason.kind == ERROR_NONE || chunk_warn(chunk, &reason, error)) &&
                      visit->take(visit->context, &article, error);
        } else if (step != READER_END) {
            visited = reject(chunk, visit, path, &reason, error);
        }
    }
    reader_close(reader);
    return visited;
}

bool chunk_visit(struct chunk *chunk, const struct chunk_visit *visit, struct error *error) {
    size_t held = chunk_held_count(chunk);
    for (size_t i = 0; i < held && !interrupt_requested(); i++) {
        struct article article;
        chunk_held(chunk, i, &article);
        if (!visit->take(visit->context, &article, error)) {
            return false;
        }
    }
    const char *path = chunk->paths.data;
    for (size_t i = 0; i < chunk->path_count && !is_over(chunk, visit); i++) {
        if (!visit_file(chunk, path, visit, error)) {
            return false;
        }
        path += strlen(path) + 1;
    }
    return true;
}
