#include "corpus/article/jsonl_reader.h"
#include "corpus/base/streams.h"
#include "indexer/command.h"
#include "indexer/interrupt.h"
#include "indexer/records.h"
#include "indexer/schema.h"

#include <stdio.h>

struct export {
    struct xapian_index *index;
    struct xapian_string uuid;
    struct record_walk walk;
    uint32_t docid;    /* of the article at hand; 0 where it could not be found */
    uint32_t damaged;  /* behind this docid the index seemed damaged */
    uint64_t left_out; /* articles */
};

/* Names the article at hand, which is damaged, and passes over it. False where it is not an article
 * that is, but the list of them. */
static bool leave_out(struct export *export, struct error *error) {
    if (export->docid == 0) {
        return false;
    }
    fprintf(stderr, "aral-index: left out: %s\n", error->message);
    error_clear(error);
    export->left_out++;
    return true;
}

/* After the index was written to: goes on from the article that could not be read any more, or from
 * where the walk was. A replaced one comes once more, behind those that were there. A block that is
 * read while it is written may look like damage: that is believed, and the article left out, where
 * the index was not written to, or where it seemed so before. */
static bool move_on(struct export *export, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_string now = {0};
    uint32_t last = export->docid ? export->docid - 1 : export->walk.last;
    bool moved, changed = error->kind == ERROR_CHANGED;
    if (!changed && error->kind != ERROR_CORRUPT) {
        return false;
    }
    if (!changed && last == export->damaged) {
        return leave_out(export, error);
    }
    if (!xapian_index_reopen(export->index, &moved, &failure) ||
        !xapian_index_get_uuid(export->index, &now, &failure)) {
        return schema_set_error(error, &failure);
    }
    if (!moved) {
        xapian_string_free(&now);
        schema_settle_changed(error);
        return !changed && leave_out(export, error);
    }
    export->damaged = changed ? export->damaged : last;
    /* Another index is in its place, with other docids. */
    bool same =
        slice_equal(slice_of(now.data, now.size), slice_of(export->uuid.data, export->uuid.size));
    xapian_string_free(&now);
    if (same) {
        error_clear(error);
        export->walk = (struct record_walk){.last = last};
    }
    return same;
}

static bool export_article(const struct export *export, struct stored_record *stored,
                           struct bytes *text, struct bytes *line, struct error *error) {
    struct article article;
    bytes_clear(line);
    if (!record_read(export->index, export->docid, stored, error) ||
        !record_read_article(export->index, stored, text, &article, error) ||
        !article_write_json(&article, line, error)) {
        return false;
    }
    bytes_append_byte(line, '\n');
    return bytes_check(line, error);
}

static bool export_articles(struct export *export, struct error *error) {
    struct stored_record stored = {0};
    struct bytes text = {0}, line = {0};
    struct xapian_error failure = {0};
    bool going = xapian_index_get_uuid(export->index, &export->uuid, &failure) ||
                 schema_set_error(error, &failure);
    while (going && !interrupt_requested()) {
        going = record_walk_next(export->index, &export->walk, &export->docid, error);
        if (going && export->docid == 0) {
            break;
        }
        if (!going || !export_article(export, &stored, &text, &line, error)) {
            going = move_on(export, error);
        } else {
            going = streams_print(bytes_slice(&line), error);
        }
    }
    going = going && streams_finish_output(error);
    if (going && interrupt_requested()) {
        going = error_set(error, ERROR_INPUT, "interrupted: the export is not complete");
    }
    xapian_string_free(&export->uuid);
    stored_record_free(&stored);
    bytes_free(&text);
    bytes_free(&line);
    return going;
}

int command_export(const struct command *command, struct error *error) {
    struct export export = {.damaged = UINT32_MAX /* nowhere */};
    export.index = records_open(command->location, error);
    if (!export.index) {
        return EXIT_FAILED;
    }
    interrupt_catch();
    bool done = export_articles(&export, error);
    xapian_index_close(export.index);
    return !done ? EXIT_FAILED : export.left_out > 0 ? EXIT_REJECTED : EXIT_DONE;
}
