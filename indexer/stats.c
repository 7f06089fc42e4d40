#include "indexer/command.h"
#include "indexer/place.h"
#include "indexer/records.h"
#include "indexer/report.h"
#include "indexer/sealed.h"

#include "corpus/article/paths.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>

enum { POSTINGS, RECORDS, TERMS, SPELLINGS, POSITIONS, SYNONYMS, TABLES };

/* Xapian's tables and what of ours lies in them. Records are values, which lie among the postings
 * and are counted apart. */
static const struct table {
    const char *file, *name, *what;
} tables[TABLES] = {
    [POSTINGS] = {"postlist.glass", "postings",
                  "which passages have a word; the vocabulary; values"},
    [RECORDS] = {"docdata.glass", "records", "text and fields; dictionaries they are packed with"},
    [TERMS] = {"termlist.glass", "terms", "words of each passage, to be able to remove it"},
    [SPELLINGS] = {"spelling.glass", "spellings", ""},
    [POSITIONS] = {"position.glass", "positions", ""},
    [SYNONYMS] = {"synonym.glass", "synonyms", ""},
};

struct language_count {
    char code[LANGUAGE_CODE_BYTES + 1];
    uint32_t passages;
};

struct index_statistics {
    const char *location;
    struct xapian_index_stats xapian;
    struct bytes languages; /* of struct language_count */
    uint64_t articles, passages, dictionaries, text_bytes, record_bytes;
    uint64_t index_bytes, table_bytes[TABLES];
    uint64_t schema, analysis;
    bool sealed;
};

static bool take_language(void *context, struct slice term, uint32_t documents,
                          struct error *error) {
    struct index_statistics *statistics = context;
    struct language_count language = {.passages = documents};
    size_t prefix = sizeof PREFIX_LANGUAGE - 1;
    snprintf(language.code, sizeof language.code, "%.*s", (int)(term.length - prefix),
             term.data + prefix);
    bytes_append(&statistics->languages, &language, sizeof language);
    return bytes_check(&statistics->languages, error);
}

static bool take_dictionary(void *context, struct slice term, uint32_t documents,
                            struct error *error) {
    struct index_statistics *statistics = context;
    (void)term, (void)documents, (void)error;
    statistics->dictionaries++;
    return true;
}

/* The text of all articles. A single database knows; of several, each article is asked. */
static bool count_text(struct xapian_index *index, struct index_statistics *statistics,
                       struct error *error) {
    if (statistics->xapian.shards == 1) {
        return schema_get_number(index, METADATA_TEXT, &statistics->text_bytes, error) &&
               schema_get_number(index, METADATA_RECORDS, &statistics->record_bytes, error);
    }
    return records_sum(index, &statistics->text_bytes, NULL, error);
}

static bool measure_tables(const char *location, struct index_statistics *statistics,
                           struct error *error) {
    struct bytes path = {0};
    uint64_t in_tables = 0;
    for (size_t i = 0; i < TABLES; i++) {
        bytes_clear(&path);
        bytes_append_format(&path, "%s/%s", location, tables[i].file);
        if (!bytes_string(&path)) {
            bytes_free(&path);
            return error_set_memory(error);
        }
        statistics->table_bytes[i] = place_bytes(path.data);
        in_tables += statistics->table_bytes[i];
    }
    uint64_t records = statistics->record_bytes < statistics->table_bytes[POSTINGS]
                           ? statistics->record_bytes
                           : statistics->table_bytes[POSTINGS];
    statistics->table_bytes[POSTINGS] -= records;
    statistics->table_bytes[RECORDS] += records;
    /* A server's, or a stub file's, are elsewhere. */
    statistics->index_bytes = in_tables > 0 ? place_bytes(location) : 0;
    bytes_free(&path);
    return true;
}

static bool collect_statistics(struct xapian_index *index, void *context, struct error *error) {
    struct index_statistics *statistics = context;
    struct xapian_error failure = {0};
    bytes_clear(&statistics->languages);
    statistics->dictionaries = 0;
    if (!xapian_index_get_stats(index, &statistics->xapian, &failure)) {
        return schema_set_error(error, &failure);
    }
    return schema_get_versions(index, &statistics->schema, &statistics->analysis, error) &&
           schema_get_frequency(index, slice_of_string(TERM_RECORD), &statistics->articles,
                                error) &&
           schema_get_frequency(index, slice_of_string(TERM_PASSAGE), &statistics->passages,
                                error) &&
           schema_for_each_term(index, slice_of_string(PREFIX_LANGUAGE), take_language, statistics,
                                error) &&
           schema_for_each_term(index, slice_of_string(PREFIX_DICTIONARY), take_dictionary,
                                statistics, error) &&
           count_text(index, statistics, error) &&
           index_is_sealed(index, &statistics->sealed, error) &&
           measure_tables(statistics->location, statistics, error);
}

static void print_statistics(const struct index_statistics *statistics) {
    const struct language_count *languages = bytes_array(&statistics->languages);
    size_t count = bytes_count(&statistics->languages, sizeof *languages);
    printf("location    %s\n", statistics->location);
    printf("versions    schema %" PRIu64 ", analysis %" PRIu64 ", xapian-core %s\n",
           statistics->schema, statistics->analysis, xapian_core_version());
    if (statistics->sealed) {
        printf("sealed      written anew before the first article is replaced or removed\n");
    }
    printf("articles    %" PRIu64 "\n", statistics->articles);
    printf("passages    %" PRIu64 "\n", statistics->passages);
    for (size_t i = 0; i < count; i++) {
        printf("  %-10s%" PRIu32 "\n", languages[i].code, languages[i].passages);
    }
    if (statistics->dictionaries > 0) {
        printf("dictionaries %" PRIu64 "\n", statistics->dictionaries);
    }
    printf("text        ");
    report_print_size(statistics->text_bytes);
    printf("\n");
    if (statistics->xapian.shards > 1) {
        printf("shards      %zu\n", statistics->xapian.shards);
    }
    if (statistics->index_bytes > 0) {
        printf("index       ");
        report_print_size(statistics->index_bytes);
        if (statistics->text_bytes > 0) {
            printf(", %.2f times the text",
                   (double)statistics->index_bytes / (double)statistics->text_bytes);
        }
        printf("\n");
    }
    for (size_t i = 0; i < TABLES; i++) {
        if (statistics->table_bytes[i] > 0) {
            printf("  %-10s", tables[i].name);
            report_print_size(statistics->table_bytes[i]);
            printf("%s%s\n", *tables[i].what ? ": " : "", tables[i].what);
        }
    }
}

static bool print_json_statistics(const struct index_statistics *statistics, struct error *error) {
    const struct language_count *languages = bytes_array(&statistics->languages);
    size_t count = bytes_count(&statistics->languages, sizeof *languages);
    struct bytes shown = {0};
    path_show(statistics->location, &shown); /* JSON takes UTF-8 alone */
    if (!bytes_string(&shown)) {
        bytes_free(&shown);
        return error_set_memory(error);
    }
    json_t *by_language = json_object();
    json_t *by_table = json_object();
    for (size_t i = 0; i < count; i++) {
        json_object_set_new(by_language, languages[i].code, json_integer(languages[i].passages));
    }
    for (size_t i = 0; i < TABLES; i++) {
        json_object_set_new(by_table, tables[i].name,
                            json_integer((json_int_t)statistics->table_bytes[i]));
    }
    json_t *object = json_pack(
        "{s:s, s:i, s:i, s:I, s:I, s:o, s:I, s:I, s:I, s:o, s:I, s:b}", "location", shown.data,
        "schema", (int)statistics->schema, "analysis", (int)statistics->analysis, "articles",
        (json_int_t)statistics->articles, "passages", (json_int_t)statistics->passages, "languages",
        by_language, "dictionaries", (json_int_t)statistics->dictionaries, "text_bytes",
        (json_int_t)statistics->text_bytes, "index_bytes", (json_int_t)statistics->index_bytes,
        "tables", by_table, "shards", (json_int_t)statistics->xapian.shards, "sealed",
        (int)statistics->sealed);
    bytes_free(&shown);
    if (!object) {
        return error_set_memory(error);
    }
    bool printed = json_dumpf(object, stdout, JSON_COMPACT) == 0 && putchar('\n') != EOF;
    json_decref(object);
    return printed ? true : error_set_errno(error, "cannot write to standard output");
}

int command_stats(const struct command *command, struct error *error) {
    struct index_statistics statistics = {.location = command->location};
    struct xapian_index *index = records_open(command->location, error);
    if (!index) {
        return EXIT_FAILED;
    }
    bool done = schema_retry(index, collect_statistics, &statistics, error);
    if (done && command->json) {
        done = print_json_statistics(&statistics, error);
    } else if (done) {
        print_statistics(&statistics);
    }
    xapian_index_close(index);
    bytes_free(&statistics.languages);
    return done ? EXIT_DONE : EXIT_FAILED;
}
