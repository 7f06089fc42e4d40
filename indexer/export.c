#include "corpus/article/jsonl_reader.h"
#include "indexer/command.h"
#include "indexer/interrupt.h"
#include "indexer/records.h"
#include "indexer/schema.h"

#include <stdio.h>

/* After the index was written to: goes on from the article that could not be read any more, or, if
 * `docid` is 0, from where the walk was. A replaced one comes once more, behind those that were
 * there. A block that is read while it is written may look like damage: that is believed where the
 * index was not written to, or where it seemed so before, behind the docid *damaged. */
static bool move_on(struct xapian_index *index, const struct xapian_string *uuid,
                    struct record_walk *walk, uint32_t docid, uint32_t *damaged,
                    struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_string now = {0};
    uint32_t last = docid ? docid - 1 : walk->last;
    bool moved, changed = error->kind == ERROR_CHANGED;
    if (!changed && (error->kind != ERROR_CORRUPT || last == *damaged)) {
        return false;
    }
    if (!xapian_index_reopen(index, &moved, &failure) ||
        !xapian_index_get_uuid(index, &now, &failure)) {
        return schema_set_error(error, &failure);
    }
    if (!moved) {
        xapian_string_free(&now);
        schema_settle_changed(error);
        return false;
    }
    *damaged = changed ? *damaged : last;
    /* Another index is in its place, with other docids. */
    bool same = slice_equal(slice_of(now.data, now.size), slice_of(uuid->data, uuid->size));
    xapian_string_free(&now);
    if (same) {
        error_clear(error);
        *walk = (struct record_walk){.last = last};
    }
    return same;
}

static bool export_article(struct xapian_index *index, uint32_t docid, struct stored_record *stored,
                           struct bytes *text, struct bytes *line, struct error *error) {
    struct article article;
    if (!record_read(index, docid, stored, error) ||
        !record_read_article(index, stored, text, &article, error) ||
        !article_write_json(&article, line, error)) {
        return false;
    }
    bytes_append_byte(line, '\n');
    return bytes_check(line, error);
}

static bool export_articles(struct xapian_index *index, struct error *error) {
    struct record_walk walk = {0};
    struct stored_record stored = {0};
    struct bytes text = {0}, line = {0};
    struct xapian_error failure = {0};
    struct xapian_string uuid = {0};
    uint32_t docid = 0, damaged = UINT32_MAX; /* nowhere */
    bool going = xapian_index_get_uuid(index, &uuid, &failure) || schema_set_error(error, &failure);
    while (going && !interrupt_requested()) {
        bytes_clear(&line);
        going = record_walk_next(index, &walk, &docid, error);
        if (going && !docid) {
            break;
        }
        if (!going || !export_article(index, docid, &stored, &text, &line, error)) {
            going = move_on(index, &uuid, &walk, docid, &damaged, error);
        } else if (fwrite(line.data, 1, line.length, stdout) != line.length) {
            going = error_set_errno(error, "cannot write to standard output");
        }
    }
    if (going && fflush(stdout) != 0) {
        going = error_set_errno(error, "cannot write to standard output");
    }
    if (going && interrupt_requested()) {
        going = error_set(error, ERROR_INPUT, "interrupted: the export is not complete");
    }
    xapian_string_free(&uuid);
    stored_record_free(&stored);
    bytes_free(&text);
    bytes_free(&line);
    return going;
}

int command_export(const struct command *command, struct error *error) {
    struct xapian_index *index = records_open(command->location, error);
    if (!index) {
        return EXIT_FAILED;
    }
    interrupt_catch();
    bool done = export_articles(index, error);
    xapian_index_close(index);
    return done ? EXIT_DONE : EXIT_FAILED;
}
