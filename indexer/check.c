#include "indexer/command.h"
#include "indexer/interrupt.h"
#include "indexer/prepare.h"
#include "indexer/records.h"
#include "indexer/store.h"
#include "indexer/structure.h"
#include "indexer/unfinished.h"

#include "corpus/base/location.h"
#include "corpus/base/plural.h"
#include "corpus/base/streams.h"
#include "corpus/base/utf8.h"

#include <inttypes.h>
#include <stdio.h>

struct check {
    struct xapian_index *index;
    struct bytes report; /* what is found, in lines */
    uint64_t articles, passages, text_bytes, record_bytes;
    uint64_t problems;      /* damage */
    uint64_t repeated;      /* articles that several databases have */
    struct map *unfinished; /* ids of those that were being written through servers */
};

/* Tells one thing that is damaged. */
static void tell(struct check *check, const char *message) {
    check->problems++;
    bytes_append_format(&check->report, "%s\n", message);
}

/* The structure of Xapian's tables. */
static bool check_structure(struct check *check, const char *location, struct error *error) {
    struct structure structure;
    struct xapian_error failure = {0};
    bool local;
    if (!xapian_index_is_local(check->index, &local, &failure)) {
        return schema_set_error(error, &failure);
    }
    if (location_is_remote(location)) {
        fprintf(stderr,
                "aral-index: %s is on a server, where its structure is checked: here only its "
                "articles are\n",
                location);
        return true;
    }
    if (!local) {
        fprintf(stderr,
                "aral-index: %s lists servers, where the structure of what they have is checked: "
                "here only its articles are\n",
                location);
    }
    bool checked = structure_check(location, &structure, error);
    if (checked && structure.unchecked) {
        fprintf(stderr,
                "aral-index: %s may not be written to, without which its structure cannot be "
                "checked: only its articles are\n",
                location);
    } else if (checked && structure.faults > 0 && !interrupt_requested()) {
        check->problems += structure.faults;
        bytes_append_format(&check->report,
                            "Xapian finds %" PRIu64 " fault%s in the structure of the index:\n",
                            structure.faults, plural(structure.faults));
        bytes_append_slice(&check->report, bytes_slice(&structure.report));
        bytes_append_byte(&check->report, '\n');
    }
    bytes_free(&structure.report);
    return checked;
}

/* What was not written to its end is to be told, but is no damage. */
static bool check_finished(struct check *check, struct error *error) {
    bool listed = unfinished_list(check->index, check->unfinished, error);
    for (size_t i = 0; listed && i < map_count(check->unfinished); i++) {
        struct slice id = utf8_cut(map_key(check->unfinished, i), ERROR_QUOTE_BYTES);
        bytes_append_format(&check->report,
                            "article %.*s is being written, or that was interrupted\n",
                            (int)id.length, id.data);
    }
    return listed;
}

/* Whether there are as many documents of an article as its record says. Where there are more, other
 * databases of the index may have the article, too: the first of them tells so. */
static bool check_documents(struct check *check, const struct stored_record *stored,
                            struct error *error) {
    struct error wrong = {0};
    struct bytes term = {0};
    uint64_t found = 0, expected = (uint64_t)stored->record.passages + 1;
    bool repeated = false, first = false;
    schema_article_term(stored->record.id, &term);
    bool checked =
        bytes_check(&term, error) &&
        schema_get_frequency(check->index, bytes_slice(&term), &found, error) &&
        (found == expected || record_is_repeated(check->index, stored, &repeated, &first, error));
    bytes_free(&term);
    if (checked && repeated && first) {
        record_set_repeated(stored, &wrong);
        bytes_append_format(&check->report, "%s\n", wrong.message);
        check->repeated++;
    } else if (checked && !repeated && found != expected) {
        struct slice id = utf8_cut(stored->record.id, ERROR_QUOTE_BYTES);
        error_set(&wrong, ERROR_CORRUPT,
                  "article %.*s has %" PRIu64 " documents instead of %" PRIu64, (int)id.length,
                  id.data, found, expected);
        tell(check, wrong.message);
    }
    return checked;
}

static void check_hash(struct check *check, const struct article *article, uint64_t hash) {
    if (article_hash(article) != hash) {
        struct error wrong = {0};
        struct slice id = utf8_cut(article->id, ERROR_QUOTE_BYTES);
        error_set(&wrong, ERROR_CORRUPT, "article %.*s is not as it was added", (int)id.length,
                  id.data);
        tell(check, wrong.message);
    }
}

/* One article: all its passages in their places, its text the one that was added. What is wrong
 * with it is told; false only when the check cannot go on. */
static bool check_article(struct check *check, uint32_t docid, struct stored_record *stored,
                          struct bytes *text, struct error *error) {
    struct error wrong = {0};
    struct article article;
    bool read = record_read(check->index, docid, stored, &wrong);
    if (read && map_find(check->unfinished, stored->record.id)) {
        return true;
    }
    if (!read || !record_read_article(check->index, stored, text, &article, &wrong)) {
        if (wrong.kind != ERROR_CORRUPT) {
            return error_pass(error, &wrong);
        }
        tell(check, wrong.message);
        return true;
    }
    if (!check_documents(check, stored, error)) {
        return false;
    }
    check_hash(check, &article, stored->record.hash);
    check->articles++;
    check->passages += stored->record.passages;
    check->text_bytes += stored->record.text_bytes;
    check->record_bytes += stored->data.size + stored->passage_bytes;
    return true;
}

static bool check_articles(struct check *check, struct error *error) {
    struct record_walk walk = {0};
    struct stored_record stored = {0};
    struct bytes text = {0};
    uint32_t docid;
    bool going = true;
    while (going && (going = record_walk_next(check->index, &walk, &docid, error)) && docid &&
           !interrupt_requested()) {
        going = check_article(check, docid, &stored, &text, error);
    }
    stored_record_free(&stored);
    bytes_free(&text);
    return going;
}

static void compare(struct check *check, const char *what, uint64_t found, uint64_t expected) {
    if (found != expected) {
        check->problems++;
        bytes_append_format(&check->report, "%s: %" PRIu64 ", but the articles say %" PRIu64 "\n",
                            what, found, expected);
    }
}

static bool add_documents(void *context, struct slice term, uint32_t documents,
                          struct error *error) {
    uint64_t *sum = context;
    (void)term, (void)error;
    *sum += documents;
    return true;
}

/* How many documents have a term with that prefix, each having one at most. */
static bool sum_frequencies(struct check *check, const char *prefix, uint64_t *sum,
                            struct error *error) {
    return schema_for_each_term(check->index, slice_of_string(prefix), add_documents, sum, error);
}

/* Reads the vocabulary to its end. */
static bool check_words(struct check *check, struct error *error) {
    struct schema_words *words = schema_words_open(check->index, NULL, slice_of("", 0), error);
    struct slice word;
    uint64_t count;
    bool read = words != NULL;
    while (read && (read = schema_words_next(words, &word, &count, error)) && count > 0) {
    }
    schema_words_free(words);
    if (!read && error->kind == ERROR_CORRUPT) {
        tell(check, error->message);
        error_clear(error);
        read = true;
    }
    return read;
}

/* What the index says of itself as a whole. */
static bool check_totals(struct check *check, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_index_stats stats;
    uint64_t text_bytes = 0, record_bytes = 0, passages = 0, words = 0, in_languages = 0,
             dictionaries = 0;
    if (!xapian_index_get_stats(check->index, &stats, &failure)) {
        return schema_set_error(error, &failure);
    }
    if (!schema_get_number(check->index, METADATA_TEXT, &text_bytes, error) ||
        !schema_get_number(check->index, METADATA_RECORDS, &record_bytes, error)) {
        return false;
    }
    if (stats.shards == 1) {
        compare(check, "bytes of text", text_bytes, check->text_bytes);
        compare(check, "bytes of records", record_bytes, check->record_bytes);
    }
    if (!sum_frequencies(check, PREFIX_LANGUAGE, &in_languages, error) ||
        !sum_frequencies(check, PREFIX_DICTIONARY, &dictionaries, error) ||
        !schema_get_frequency(check->index, slice_of_string(TERM_PASSAGE), &passages, error) ||
        !schema_get_frequency(check->index, slice_of_string(TERM_WORDS), &words, error)) {
        return false;
    }
    compare(check, "passages", passages, check->passages);
    compare(check, "passages with a language", in_languages, check->passages);
    compare(check, "documents", stats.documents,
            check->articles + check->passages + words + dictionaries);
    return true;
}

/* *changed: the index was written to, or is another one, since this began to read it. */
static bool check_index(struct check *check, const char *location, bool *changed,
                        struct error *error) {
    *check = (struct check){.index = schema_open(location, 0, schema_check_version, error),
                            .report = check->report,
                            .unfinished = check->unfinished};
    *changed = false;
    map_clear(check->unfinished);
    bytes_clear(&check->report);
    bool done = check->index && check_structure(check, location, error) &&
                check_finished(check, error) && check_articles(check, error) &&
                (check->problems > 0 || interrupt_requested() ||
                 (check_words(check, error) &&
                  (map_count(check->unfinished) > 0 || check_totals(check, error)))) &&
                bytes_check(&check->report, error);
    if (check->index && !xapian_index_reopen(check->index, changed, NULL)) {
        *changed = true;
    }
    xapian_index_close(check->index);
    return done;
}

static bool is_clean(const struct check *check) {
    return check->problems == 0 && map_count(check->unfinished) == 0;
}

/* What is written to meanwhile seems damaged: then it is checked once more, as few checks meet more
 * than one commit, and at last with the lock that writers have, which keeps them waiting. Where the
 * lock cannot be had for another reason than a writer, what was found stands; that it was changed
 * does not where the reason is damage. */
static bool check_settled(struct check *check, const struct command *command, struct error *error) {
    bool changed;
    bool done = check_index(check, command->location, &changed, error);
    if ((!done || !is_clean(check)) && changed && !interrupt_requested()) {
        error_clear(error);
        done = check_index(check, command->location, &changed, error);
    }
    if ((done && is_clean(check)) || interrupt_requested() ||
        location_is_remote(command->location)) {
        return done;
    }
    struct error why = {0};
    struct store *store = store_open(command->location, STORE_LOCKED, command->wait_seconds, &why);
    if (store) {
        error_clear(error);
        done = check_index(check, command->location, &changed, error);
        store_close(store, NULL);
        schema_settle_changed(error);
    } else if (why.kind == ERROR_LOCKED ||
               (why.kind == ERROR_CORRUPT && error->kind == ERROR_CHANGED)) {
        *error = why;
        done = false;
    }
    return done;
}

/* What the check has come to: false, and *error, where the index is not clean. */
static bool judge(const struct check *check, const struct command *command, struct error *error) {
    if (check->problems > 0) {
        struct bytes quoted = {0};
        error_set(error, ERROR_CORRUPT,
                  "%s is damaged: make it anew from the articles, or from what "
                  "`aral-index -i %s export` still gives",
                  command->location, location_for_shell(command->location, &quoted));
        bytes_free(&quoted);
        return false;
    }
    if (map_count(check->unfinished) > 0) {
        return error_set(error, ERROR_CORRUPT,
                         "%s is not damaged, but not finished: the next add, sync or remove takes "
                         "back what was interrupted; add the article again",
                         command->location);
    }
    return check->repeated == 0 ||
           error_set(error, ERROR_USAGE,
                     "nothing is damaged, but databases that %s lists have articles in common: "
                     "%" PRIu64,
                     command->location, check->repeated);
}

int command_check(const struct command *command, struct error *error) {
    struct check check = {.unfinished = map_new()};
    interrupt_catch();
    bool done = check.unfinished ? check_settled(&check, command, error) : error_set_memory(error);
    if (check.report.length > 0 && (done || error->kind != ERROR_LOCKED)) {
        done = streams_print(bytes_slice(&check.report), error) && streams_finish_output(error) &&
               done;
    }
    if (done && interrupt_requested()) {
        done = error_set(error, ERROR_INPUT, "interrupted: not everything was checked");
    }
    done = done && judge(&check, command, error);
    if (done && !command->quiet) {
        printf("clean: %" PRIu64 " article%s, %" PRIu64 " passage%s, %" PRIu64 " bytes of text\n",
               check.articles, plural(check.articles), check.passages, plural(check.passages),
               check.text_bytes);
    }
    bytes_free(&check.report);
    map_free(check.unfinished);
    return done ? EXIT_DONE : error->kind == ERROR_LOCKED ? EXIT_LOCKED : EXIT_FAILED;
}
