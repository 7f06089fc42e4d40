/* What a reader finds besides hits, over every back end. */
#include "tests/unit/shim/behaviours.h"

/* ---- statistics ------------------------------------------------------------------------------ */

static const char *documents_and_lengths_are_counted(struct xapian_index *index,
                                                     struct xapian_error *error) {
    struct xapian_index_stats stats;
    EXPECT(xapian_index_get_stats(index, &stats, error));
    EXPECT(stats.documents == 12);
    EXPECT(stats.last_docid == 12);
    /* 365 days (a plain year), a name each, 7 long months, 4 words each but 3 for april. */
    EXPECT(stats.total_length == 365 - 12 + 12 + 7 + 47);
    EXPECT(stats.average_length > 34.9 && stats.average_length < 35);
    EXPECT(stats.length_min > 0 && stats.length_min <= 32);
    EXPECT(stats.length_max >= 36);
    EXPECT(stats.shards >= 1);
    size_t shards;
    EXPECT(xapian_index_get_shards(index, &shards, error));
    EXPECT(shards == stats.shards);
    uint64_t in_shards = 0;
    for (size_t i = 0; i < shards; i++) {
        struct xapian_index *shard = xapian_index_get_shard(index, i, error);
        struct xapian_index_stats of_shard;
        EXPECT(shard && xapian_index_get_stats(shard, &of_shard, error));
        EXPECT(of_shard.shards == 1);
        in_shards += of_shard.documents;
        xapian_index_close(shard);
    }
    EXPECT(in_shards == stats.documents);
    EXPECT(!xapian_index_get_shard(index, shards, &(struct xapian_error){0}));
    return NULL;
}

static const char *the_revision_is_known(struct xapian_index *index, struct xapian_error *error) {
    struct xapian_index_stats stats;
    EXPECT(xapian_index_get_stats(index, &stats, error));
    EXPECT(stats.has_revision);
    EXPECT(stats.revision >= 1);
    return NULL;
}

static const char *every_database_has_a_uuid(struct xapian_index *index,
                                             struct xapian_error *error) {
    struct xapian_string uuid;
    EXPECT(xapian_index_get_uuid(index, &uuid, error));
    size_t size = uuid.size;
    xapian_string_free(&uuid);
    EXPECT(size == 36 || size == 3 * 36 + 2);
    return NULL;
}

static const char *terms_have_frequencies(struct xapian_index *index, struct xapian_error *error) {
    uint32_t documents;
    EXPECT(xapian_index_get_frequency(index, bytes_of("long"), &documents, error));
    EXPECT(documents == 7);
    EXPECT(xapian_index_get_frequency(index, bytes_of("absent"), &documents, error));
    EXPECT(documents == 0);
    EXPECT(xapian_index_get_frequency(index, bytes_of(""), &documents, error));
    EXPECT(documents == 12);
    return NULL;
}

static const char *frequencies_may_be_asked_for_together(struct xapian_index *index,
                                                         struct xapian_error *error) {
    const struct xapian_bytes terms[] = {bytes_of("long"), bytes_of("absent"), bytes_of("month"),
                                         bytes_of("long")};
    uint32_t documents[4];
    EXPECT(xapian_index_get_frequencies(index, terms, 4, documents, error));
    EXPECT(documents[0] == 7 && documents[1] == 0 && documents[2] == 12 && documents[3] == 7);
    EXPECT(xapian_index_get_frequencies(index, NULL, 0, NULL, error));
    EXPECT(
        !xapian_index_get_frequencies(index, &(struct xapian_bytes){"", 0}, 1, documents, error));
    EXPECT(error->kind == XAPIAN_ERROR_ARGUMENT);
    *error = (struct xapian_error){0};
    return NULL;
}

static const char *terms_have_statistics(struct xapian_index *index, struct xapian_error *error) {
    struct xapian_term_stats stats;
    EXPECT(xapian_index_get_term_stats(index, bytes_of("month"), &stats, error));
    EXPECT(stats.documents == 12);
    EXPECT(stats.occurrences == 365);
    EXPECT(stats.wdf_max >= 31);
    EXPECT(xapian_index_get_term_stats(index, bytes_of("absent"), &stats, error));
    EXPECT(stats.documents == 0 && stats.occurrences == 0 && stats.wdf_max == 0);
    return NULL;
}

static const char *reopening_finds_nothing_new(struct xapian_index *index,
                                               struct xapian_error *error) {
    bool changed = true;
    EXPECT(xapian_index_reopen(index, &changed, error));
    EXPECT(!changed);
    EXPECT(xapian_index_keep_alive(index, error));
    return NULL;
}

/* ---- metadata -------------------------------------------------------------------------------- */

static const char *metadata_is_read_by_key(struct xapian_index *index, struct xapian_error *error) {
    struct xapian_string value;
    EXPECT(xapian_index_get_metadata(index, bytes_of("calendar"), &value, error));
    EXPECT(string_is(&value, "gregorian"));
    EXPECT(xapian_index_get_metadata(index, bytes_of("nothing"), &value, error));
    EXPECT(string_is(&value, ""));
    return NULL;
}

/* The items of a walk, with frequencies if wanted, as one text; frees the walk. The text is
 * replaced by the next call. */
static const char *walk_of(struct xapian_terms *terms, bool frequencies,
                           struct xapian_error *error) {
    static char walk[1000];
    char *end = walk;
    struct xapian_bytes term;
    uint32_t frequency;
    enum xapian_step step;
    *walk = '\0';
    while ((step = xapian_terms_next(terms, &term, &frequency, error)) == XAPIAN_ITEM) {
        end += snprintf(end, (size_t)(walk + sizeof walk - end), "%s%.*s", *walk ? " " : "",
                        (int)term.size, term.data);
        if (frequencies) {
            end += snprintf(end, (size_t)(walk + sizeof walk - end), ":%u", frequency);
        }
    }
    /* The end stays the end. */
    if (step == XAPIAN_END) {
        step = xapian_terms_next(terms, &term, &frequency, error);
    }
    xapian_terms_free(terms);
    return step == XAPIAN_END ? walk : "(failed)";
}

static bool walks(struct xapian_terms *terms, bool frequencies, const char *expected,
                  struct xapian_error *error) {
    return terms && strcmp(walk_of(terms, frequencies, error), expected) == 0;
}

static const char *metadata_keys_are_listed_by_prefix(struct xapian_index *index,
                                                      struct xapian_error *error) {
    EXPECT(walks(xapian_index_metadata_keys(index, bytes_of("cal"), error), true,
                 "calendar:0 calendar/year:0", error));
    EXPECT(walks(xapian_index_metadata_keys(index, bytes_of(""), error), false,
                 "calendar calendar/year other", error));
    EXPECT(walks(xapian_index_metadata_keys(index, bytes_of("x"), error), false, "", error));
    return NULL;
}

/* ---- terms ----------------------------------------------------------------------------------- */

static const char *terms_are_listed_by_prefix(struct xapian_index *index,
                                              struct xapian_error *error) {
    EXPECT(walks(xapian_index_terms(index, bytes_of("s"), error), true,
                 "second:1 september:1 seventh:1 sixth:1 spring:2 summer:3", error));
    EXPECT(walks(xapian_index_terms(index, bytes_of("zz"), error), true, "", error));
    return NULL;
}

static const char *a_walk_skips_forwards_only(struct xapian_index *index,
                                              struct xapian_error *error) {
    struct xapian_bytes term;
    struct xapian_terms *terms = xapian_index_terms(index, bytes_of("s"), error);
    EXPECT(terms);
    EXPECT(xapian_terms_next(terms, &term, NULL, error) == XAPIAN_ITEM);
    EXPECT(bytes_equal(term, "second"));
    EXPECT(xapian_terms_skip(terms, bytes_of("sf"), error));
    EXPECT(xapian_terms_next(terms, &term, NULL, error) == XAPIAN_ITEM);
    EXPECT(bytes_equal(term, "sixth"));
    EXPECT(xapian_terms_skip(terms, bytes_of("a"), error));
    EXPECT(xapian_terms_next(terms, &term, NULL, error) == XAPIAN_ITEM);
    EXPECT(bytes_equal(term, "spring"));
    EXPECT(xapian_terms_skip(terms, bytes_of("t"), error));
    EXPECT(xapian_terms_next(terms, &term, NULL, error) == XAPIAN_END);
    xapian_terms_free(terms);
    return NULL;
}

static const char *the_terms_of_a_document_are_listed(struct xapian_index *index,
                                                      struct xapian_error *error) {
    EXPECT(walks(xapian_index_document_terms(index, 4, error), true,
                 "Q4:0 april:1 fourth:1 month:30 of:1", error));
    EXPECT(!xapian_index_document_terms(index, 99, error));
    EXPECT(error->kind == XAPIAN_ERROR_NOT_FOUND);
    return NULL;
}

static const char *postings_come_in_pages(struct xapian_index *index, struct xapian_error *error) {
    uint32_t docids[5], wdfs[5];
    size_t count;
    EXPECT(xapian_index_get_postings(index, bytes_of("long"), 0, docids, wdfs, 5, &count, error));
    EXPECT(count == 5);
    const uint32_t first_page[] = {1, 3, 5, 7, 8};
    EXPECT(memcmp(docids, first_page, sizeof first_page) == 0);
    EXPECT(wdfs[0] == 1 && wdfs[4] == 1);
    EXPECT(xapian_index_get_postings(index, bytes_of("long"), docids[4] + 1, docids, NULL, 5,
                                     &count, error));
    EXPECT(count == 2 && docids[0] == 10 && docids[1] == 12);
    EXPECT(xapian_index_get_postings(index, bytes_of("absent"), 0, docids, NULL, 5, &count, error));
    EXPECT(count == 0);
    return NULL;
}

static const char *the_empty_term_lists_all_documents(struct xapian_index *index,
                                                      struct xapian_error *error) {
    uint32_t docids[20];
    size_t count;
    EXPECT(xapian_index_get_postings(index, bytes_of(""), 3, docids, NULL, 20, &count, error));
    EXPECT(count == 10 && docids[0] == 3 && docids[9] == 12);
    return NULL;
}

/* ---- documents ------------------------------------------------------------------------------- */

static const char *data_and_values_are_read_by_docid(struct xapian_index *index,
                                                     struct xapian_error *error) {
    struct xapian_string text;
    EXPECT(xapian_index_get_data(index, 8, &text, error));
    EXPECT(string_is(&text, "august"));
    EXPECT(xapian_index_get_value(index, 8, SLOT_SEASON, &text, error));
    EXPECT(string_is(&text, "summer"));
    EXPECT(xapian_index_get_value(index, 4, SLOT_SEASON, &text, error));
    EXPECT(string_is(&text, ""));
    EXPECT(xapian_index_get_value(index, 2, SLOT_DAYS, &text, error));
    double days = xapian_number_decode((struct xapian_bytes){text.data, text.size});
    xapian_string_free(&text);
    EXPECT(days > 27.9 && days < 28.1);
    return NULL;
}

static const char *a_document_that_is_not_there_is_not_found(struct xapian_index *index,
                                                             struct xapian_error *error) {
    struct xapian_string text = {NULL, 77};
    EXPECT(!xapian_index_get_data(index, 13, &text, error));
    EXPECT(error->kind == XAPIAN_ERROR_NOT_FOUND);
    EXPECT(text.size == 77);
    EXPECT(!xapian_index_get_value(index, 13, SLOT_DAYS, &text, error));
    EXPECT(error->kind == XAPIAN_ERROR_NOT_FOUND);
    EXPECT(!xapian_index_get_data(index, 0, &text, error));
    EXPECT(error->kind == XAPIAN_ERROR_ARGUMENT);
    return NULL;
}

static const char *documents_are_fetched_together(struct xapian_index *index,
                                                  struct xapian_error *error) {
    const uint32_t docids[] = {12, 99, 1, 12};
    const uint32_t slots[] = {SLOT_SEASON, SLOT_NUMBER, 77};
    struct xapian_fetched *fetched = xapian_index_fetch(index, docids, 4, slots, 3, error);
    EXPECT(fetched);
    EXPECT(fetched->count == 4);
    const struct xapian_fetched_document *december = &fetched->documents[0];
    EXPECT(december->found && december->docid == 12);
    EXPECT(bytes_equal(december->data, "december") && december->data.data[8] == '\0');
    EXPECT(bytes_equal(december->values[0], "winter"));
    EXPECT(bytes_equal(december->values[1], "12"));
    EXPECT(bytes_equal(december->values[2], ""));
    EXPECT(!fetched->documents[1].found && fetched->documents[1].docid == 99);
    EXPECT(bytes_equal(fetched->documents[1].data, ""));
    EXPECT(bytes_equal(fetched->documents[1].values[2], ""));
    EXPECT(bytes_equal(fetched->documents[2].data, "january"));
    EXPECT(bytes_equal(fetched->documents[3].data, "december"));
    xapian_fetched_free(fetched);
    fetched = xapian_index_fetch(index, NULL, 0, NULL, 0, error);
    EXPECT(fetched && fetched->count == 0);
    xapian_fetched_free(fetched);
    return NULL;
}

/* ---- spelling -------------------------------------------------------------------------------- */

static const char *a_misspelt_word_gets_a_suggestion(struct xapian_index *index,
                                                     struct xapian_error *error) {
    struct xapian_string word;
    EXPECT(xapian_index_suggest(index, bytes_of("setpember"), 2, &word, error));
    EXPECT(string_is(&word, "september"));
    return NULL;
}

static const char *a_word_beyond_repair_gets_none(struct xapian_index *index,
                                                  struct xapian_error *error) {
    struct xapian_string word;
    EXPECT(xapian_index_suggest(index, bytes_of("xylophone"), 2, &word, error));
    EXPECT(string_is(&word, ""));
    EXPECT(xapian_index_suggest(index, bytes_of("september"), 2, &word, error));
    EXPECT(string_is(&word, ""));
    return NULL;
}

static const char *spellings_are_listed_by_prefix(struct xapian_index *index,
                                                  struct xapian_error *error) {
    EXPECT(walks(xapian_index_spellings(index, bytes_of("ju"), error), true, "july:31 june:30",
                 error));
    return NULL;
}

/* ---- the table ------------------------------------------------------------------------------- */

static const struct behaviour BEHAVIOURS[] = {
    BEHAVIOUR(documents_and_lengths_are_counted, 0),
    BEHAVIOUR(the_revision_is_known, LIMIT(SHARDS) | LIMIT(PROGRAM) | LIMIT(TCP)),
    BEHAVIOUR(every_database_has_a_uuid, 0),
    BEHAVIOUR(terms_have_frequencies, 0),
    BEHAVIOUR(frequencies_may_be_asked_for_together, 0),
    BEHAVIOUR(terms_have_statistics, 0),
    BEHAVIOUR(reopening_finds_nothing_new, 0),
    BEHAVIOUR(metadata_is_read_by_key, 0),
    BEHAVIOUR(metadata_keys_are_listed_by_prefix, 0),
    BEHAVIOUR(terms_are_listed_by_prefix, 0),
    BEHAVIOUR(a_walk_skips_forwards_only, 0),
    BEHAVIOUR(the_terms_of_a_document_are_listed, 0),
    BEHAVIOUR(postings_come_in_pages, 0),
    BEHAVIOUR(the_empty_term_lists_all_documents, 0),
    BEHAVIOUR(data_and_values_are_read_by_docid, 0),
    BEHAVIOUR(a_document_that_is_not_there_is_not_found, 0),
    BEHAVIOUR(documents_are_fetched_together, 0),
    BEHAVIOUR(a_misspelt_word_gets_a_suggestion, LIMIT(PROGRAM) | LIMIT(TCP)),
    BEHAVIOUR(a_word_beyond_repair_gets_none, 0),
    BEHAVIOUR(spellings_are_listed_by_prefix, LIMIT(PROGRAM) | LIMIT(TCP)),
};

int main(void) {
    return run_behaviours(BEHAVIOURS, sizeof BEHAVIOURS / sizeof *BEHAVIOURS);
}
