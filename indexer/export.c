#include "indexer/command.h"
#include "indexer/interrupt.h"
#include "indexer/records.h"

#include "corpus/article/reader.h"

#include <stdio.h>

static bool export_articles(struct xapian_index *index, struct error *error) {
    struct record_walk walk = {0};
    struct stored_record stored = {0};
    struct bytes text = {0}, line = {0};
    uint32_t docid;
    bool going = true;
    while (going && (going = record_walk_next(index, &walk, &docid, error)) && docid &&
           !interrupt_requested()) {
        struct article article;
        bytes_clear(&line);
        going = record_read(index, docid, &stored, error) &&
                record_read_article(index, &stored, &text, &article, error) &&
                article_write_json(&article, &line, error);
        bytes_append_byte(&line, '\n');
        going = going && bytes_check(&line, error);
        if (going && fwrite(line.data, 1, line.length, stdout) != line.length) {
            going = error_set_errno(error, "cannot write to standard output");
        }
    }
    if (going && fflush(stdout) != 0) {
        going = error_set_errno(error, "cannot write to standard output");
    }
    if (going && interrupt_requested()) {
        going = error_set(error, ERROR_INPUT, "interrupted: the export is not complete");
    }
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
