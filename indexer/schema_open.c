/* Opening an index, and what it says of itself. */
#include "indexer/schema.h"

#include "corpus/analysis/analysis.h"
#include "corpus/base/bytes.h"
#include "corpus/base/location.h"
#include "indexer/sealed.h"

#include <inttypes.h>
#include <stdlib.h>

bool schema_get_number(struct xapian_index *index, const char *key, uint64_t *number,
                       struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_string value = {0};
    if (!xapian_index_get_metadata(index, schema_bytes(slice_of_string(key)), &value, &failure)) {
        return schema_set_error(error, &failure);
    }
    *number = value.size ? strtoull(value.data, NULL, 10) : 0;
    xapian_string_free(&value);
    return true;
}

bool schema_get_frequency(struct xapian_index *index, struct slice term, uint64_t *documents,
                          struct error *error) {
    struct xapian_error failure = {0};
    uint32_t frequency;
    if (!xapian_index_get_frequency(index, schema_bytes(term), &frequency, &failure)) {
        return schema_set_error(error, &failure);
    }
    *documents = frequency;
    return true;
}

bool schema_get_versions(struct xapian_index *index, uint64_t *schema, uint64_t *analysis,
                         struct error *error) {
    return schema_get_number(index, METADATA_SCHEMA, schema, error) &&
           schema_get_number(index, METADATA_ANALYSIS, analysis, error);
}

/* A database and its versions, each 0 where it has none. */
struct versioned {
    struct xapian_index *index;
    const char *name;     /* for messages */
    const char *location; /* that commands to mend it name */
    uint64_t schema, analysis;
};

typedef bool versions_check(const struct versioned *of, struct error *error);

static bool check_layout(const struct versioned *of, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_index_stats stats;
    if (!xapian_index_get_stats(of->index, &stats, &failure)) {
        return schema_set_error(error, &failure);
    }
    if (of->schema == 0 && stats.documents > 0) {
        return error_set(error, ERROR_CORRUPT, "%s is a Xapian database, but not one of Aral's",
                         of->name);
    }
    if (of->schema != 0 && of->schema != SCHEMA_VERSION) {
        return error_set(error, ERROR_VERSION,
                         "%s has schema %" PRIu64
                         ", this program's is %d: make a new index from the "
                         "articles with `aral-index -i NEW add PATH...`",
                         of->name, of->schema, SCHEMA_VERSION);
    }
    return true;
}

/* Servers give postings and values of a sealed index, but no documents: what is found would depend
 * on what it takes to find it. */
static bool check_served(const struct versioned *of, struct error *error) {
    struct xapian_error failure = {0};
    bool local, sealed = false;
    if (!xapian_index_is_local(of->index, &local, &failure)) {
        return schema_set_error(error, &failure);
    }
    return (local || index_is_sealed(of->index, &sealed, error)) &&
           (!sealed || schema_set_served_sealed(error, of->name));
}

static bool check_analysis(const struct versioned *of, struct error *error) {
    if (!check_layout(of, error) || !check_served(of, error)) {
        return false;
    }
    if (of->schema != 0 && of->analysis != ANALYSIS_VERSION) {
        struct bytes quoted = {0};
        error_set(error, ERROR_VERSION,
                  "%s has words of analysis %" PRIu64 ", this program's is %d: mend it with "
                  "`aral-index -i %s export | aral-index -i NEW add -`",
                  of->name, of->analysis, ANALYSIS_VERSION,
                  location_for_shell(of->location, &quoted));
        bytes_free(&quoted);
        return false;
    }
    return true;
}

/* Asks for the versions once: of a server's database each is an answer to wait for. */
static bool check_versions(struct versioned of, versions_check *check, struct error *error) {
    return schema_get_versions(of.index, &of.schema, &of.analysis, error) && check(&of, error);
}

static bool check_shard(struct xapian_index *index, size_t shard, const char *location,
                        versions_check *check, struct error *error) {
    struct xapian_error failure = {0};
    struct bytes name = {0};
    bytes_append_format(&name, "database %zu of %s", shard + 1, location);
    struct versioned of = {
        .index = xapian_index_get_shard(index, shard, &failure),
        .name = bytes_string(&name),
        .location = location,
    };
    bool good = of.index ? of.name || error_set_memory(error) : schema_set_error(error, &failure);
    good = good && check_versions(of, check, error);
    xapian_index_close(of.index);
    bytes_free(&name);
    return good;
}

/* Of several databases opened as one, each has versions of its own. */
static bool check_shards(struct xapian_index *index, const char *location, versions_check *check,
                         struct error *error) {
    struct xapian_error failure = {0};
    size_t shards;
    if (!xapian_index_get_shards(index, &shards, &failure)) {
        return schema_set_error(error, &failure);
    }
    const struct versioned whole = {.index = index, .name = location, .location = location};
    bool good = shards != 1 || check_versions(whole, check, error);
    for (size_t i = 0; good && shards > 1 && i < shards; i++) {
        good = check_shard(index, i, location, check, error);
    }
    return good;
}

bool schema_check_layout(struct xapian_index *index, const char *location, struct error *error) {
    return check_shards(index, location, check_layout, error);
}

bool schema_check_version(struct xapian_index *index, const char *location, struct error *error) {
    return check_shards(index, location, check_analysis, error);
}

bool schema_retry(struct xapian_index *index, schema_work *work, void *context,
                  struct error *error) {
    struct xapian_error failure = {0};
    struct error wrong = {0};
    bool done = work(index, context, &wrong);
    bool moved = false;
    for (int tries = 0; !done && wrong.kind == ERROR_CHANGED && tries < INDEX_RETRIES; tries++) {
        bool changed = true;
        error_clear(&wrong);
        done = (xapian_index_reopen(index, &changed, &failure) ||
                schema_set_error(&wrong, &failure)) &&
               work(index, context, &wrong);
        moved |= changed;
    }
    if (!done && wrong.kind == ERROR_CHANGED && !moved) {
        return schema_set_torn(error);
    }
    return done || error_pass(error, &wrong);
}

struct opened {
    const char *location;
    schema_check *check;
};

static bool check_opened(struct xapian_index *index, void *context, struct error *error) {
    const struct opened *opened = context;
    return opened->check(index, opened->location, error);
}

struct xapian_index *schema_open(const char *location, unsigned timeout_ms, schema_check *check,
                                 struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_index *index = xapian_index_open(&location, 1, timeout_ms, &failure);
    if (!index) {
        schema_set_open_error(error, location, &failure);
    } else if (!schema_retry(index, check_opened, &(struct opened){location, check}, error)) {
        xapian_index_close(index);
        index = NULL;
    }
    return index;
}

bool schema_read_first(struct xapian_index *index, struct slice term, struct xapian_string *data,
                       bool *found, struct error *error) {
    struct xapian_error failure = {0};
    uint32_t docid;
    size_t count = 0;
    bool read = xapian_index_get_postings(index, schema_bytes(term), 1, &docid, NULL, 1, &count,
                                          &failure) &&
                (count == 0 || xapian_index_get_data(index, docid, data, &failure));
    *found = count > 0;
    return read || schema_set_error(error, &failure);
}

bool schema_for_each_term(struct xapian_index *index, struct slice prefix, term_taker *take,
                          void *context, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_terms *terms = xapian_index_terms(index, schema_bytes(prefix), &failure);
    struct xapian_bytes term;
    uint32_t documents;
    enum xapian_step step = XAPIAN_FAILED;
    bool taken = true;
    while (taken && terms &&
           (step = xapian_terms_next(terms, &term, &documents, &failure)) == XAPIAN_ITEM) {
        taken = take(context, schema_slice(term), documents, error);
    }
    xapian_terms_free(terms);
    return taken && (step == XAPIAN_END || schema_set_error(error, &failure));
}
