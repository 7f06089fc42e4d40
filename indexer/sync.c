#include "indexer/sync.h"

#include "corpus/article/paths.h"
#include "indexer/interrupt.h"
#include "indexer/schema.h"
#include "indexer/unseal.h"

#include <stdlib.h>
#include <string.h>

/* A folder or file as the `file` of records has it. */
struct scope {
    struct bytes path;
    bool relative; /* everything whose name is relative: the folder that --base names */
};

static bool find_scope(const char *path, const char *base, struct scope *scope,
                       struct error *error) {
    struct bytes whole = {0}, folder = {0};
    bytes_clear(&scope->path);
    bool found = article_path(path, base, &scope->path, error) &&
                 (!base || (article_path(path, NULL, &whole, error) &&
                            article_path(base, NULL, &folder, error)));
    scope->relative = base && slice_equal(bytes_slice(&whole), bytes_slice(&folder));
    if (scope->relative) {
        bytes_clear(&scope->path);
    }
    bytes_free(&whole);
    bytes_free(&folder);
    return found;
}

static bool is_below(const struct scope *scope, struct slice file) {
    struct slice path = bytes_slice(&scope->path);
    if (scope->relative) {
        return file.length > 0 && *file.data != '/';
    }
    if (!slice_starts_with(file, path)) {
        return false;
    }
    return file.length == path.length || file.data[path.length] == '/' ||
           (path.length > 0 && path.data[path.length - 1] == '/');
}

/* Whether the file, or a folder above it, could not be read. */
static bool is_bad(const struct seen *seen, struct slice file) {
    for (size_t length = file.length; length > 0; length--) {
        bool is_part = length == file.length || file.data[length] == '/';
        if (is_part && map_find(seen->bad_files, slice_of(file.data, length))) {
            return true;
        }
    }
    return false;
}

struct finding {
    struct xapian_index *index;
    struct bytes *docids; /* of uint32_t */
};

/* Appends the docids of all records of one F term. */
static bool find_records(void *context, struct slice term, uint32_t documents,
                         struct error *error) {
    const struct finding *finding = context;
    (void)documents;
    return schema_list_documents(finding->index, term, finding->docids, error);
}

static int compare_docids(const void *left, const void *right) {
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Leaves those docids whose records have to go. Xapian is several times slower to give records in
 * another order than theirs. */
static bool keep_gone(struct xapian_index *index, const struct scope *scope,
                      const struct seen *seen, struct bytes *docids, struct error *error) {
    struct stored_record stored = {0};
    uint32_t *list = bytes_array(docids);
    size_t count = bytes_count(docids, sizeof *list), kept = 0;
    bool read = true;
    if (count > 1) {
        qsort(list, count, sizeof *list, compare_docids);
    }
    for (size_t i = 0; i < count && read; i++) {
        read = record_read(index, list[i], &stored, error);
        if (read && is_below(scope, stored.record.file) && !seen_has(seen, stored.record.id) &&
            !is_bad(seen, stored.record.file)) {
            list[kept++] = list[i];
        }
    }
    stored_record_free(&stored);
    docids->length = kept * sizeof *list;
    return read;
}

static bool find_gone(struct xapian_index *index, const struct scope *scope,
                      const struct seen *seen, struct bytes *gone, struct error *error) {
    struct bytes prefix = {0};
    size_t kept = scope->path.length < SCHEMA_TERM_KEPT ? scope->path.length : SCHEMA_TERM_KEPT;
    bytes_append_string(&prefix, PREFIX_FILE);
    bytes_append(&prefix, scope->path.data, kept);
    struct finding finding = {index, gone};
    bool found = bytes_check(&prefix, error) &&
                 schema_for_each_term(index, bytes_slice(&prefix), find_records, &finding, error);
    bytes_free(&prefix);
    return found && keep_gone(index, scope, seen, gone, error);
}

bool sync_remove_gone(struct store *store, const struct add_options *options, struct report *report,
                      struct error *error) {
    struct bytes gone = {0};
    struct scope scope = {0};
    struct stored_record stored = {0};
    bool synced = true;
    for (size_t i = 0; i < options->source.path_count && synced && !interrupt_requested(); i++) {
        const char *path = options->source.paths[i];
        bytes_clear(&gone);
        synced = find_scope(path, options->source.reader.base, &scope, error) &&
                 find_gone(store_index(store), &scope, options->seen, &gone, error);
        if (synced && gone.length > 0 && store_is_sealed(store)) {
            bytes_clear(&gone);
            synced = store_unseal(store, options, error) &&
                     find_gone(store_index(store), &scope, options->seen, &gone, error);
        }
        const uint32_t *docids = bytes_array(&gone);
        size_t count = bytes_count(&gone, sizeof *docids);
        for (size_t j = 0; j < count && synced && !interrupt_requested(); j++) {
            synced = record_read(store_index(store), docids[j], &stored, error) &&
                     store_remove(store, &stored, error);
            report->removed += synced;
        }
    }
    stored_record_free(&stored);
    bytes_free(&scope.path);
    bytes_free(&gone);
    return synced;
}
