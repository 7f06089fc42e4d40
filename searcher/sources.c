/* Sources that are asked for and that no article has. */
#include "corpus/base/constant.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/properties.h"
#include "searcher/state.h"
#include "searcher/typing.h"

#include <math.h>

/* Names are as near as slips make them (typing.h) that cost no more than this for each letter. */
#define NEAR_COST_PER_LETTER 1.0

#define FIRST_COMPARED                                                                             \
    ", nor is it near one of the first " CONSTANT_TEXT(                                            \
        SEARCH_SOURCE_NAMES) " names (limit on source-names)"

/* ---- the nearest one ------------------------------------------------------------------------- */

/* A walk through the terms of all sources, whose names are normalised. */
struct nearest {
    struct slice asked;       /* normalised, too */
    struct spelling spelling; /* of it; empty: it is too long */
    struct bytes term;        /* of the nearest; empty: none is near */
    double cost;
    uint32_t passages;
    size_t compared; /* names, letter by letter */
    bool beyond;     /* there are more than the limit on names */
};

/* Whether `part` stands in the name as whole words: "wire" in "steppe wire". */
static bool has_words(struct slice name, struct slice part) {
    for (size_t at = 0; at + part.length <= name.length; at++) {
        size_t end = at + part.length;
        if ((at == 0 || name.data[at - 1] == ' ') &&
            (end == name.length || name.data[end] == ' ') &&
            slice_equal(slice_of(name.data + at, part.length), part)) {
            return true;
        }
    }
    return false;
}

/* How far the name is from what was asked for; INFINITY where it is not near. What is cut short, or
 * has more words, is as far as it has letters less or more. */
static double cost_of_name(struct nearest *nearest, struct slice name) {
    struct spelling meant;
    if (has_words(name, nearest->asked) || has_words(nearest->asked, name)) {
        return fabs((double)code_point_count(name) - (double)code_point_count(nearest->asked));
    }
    nearest->beyond = nearest->beyond || nearest->compared == SEARCH_SOURCE_NAMES;
    if (nearest->spelling.count == 0 || nearest->beyond || !spelling_read(name, &meant)) {
        return INFINITY;
    }
    nearest->compared++;
    double cost = typing_cost(&nearest->spelling, &meant);
    return cost <= NEAR_COST_PER_LETTER * (double)meant.count ? cost : INFINITY;
}

static struct slice name_of(struct slice term) {
    size_t prefix = sizeof PREFIX_SOURCE - 1;
    return slice_of(term.data + prefix, term.length - prefix);
}

static bool take_source(void *context, struct slice term, uint32_t passages, struct error *error) {
    struct nearest *nearest = context;
    double cost = cost_of_name(nearest, name_of(term));
    bool as_near = isfinite(cost) && cost == nearest->cost;
    if (cost < nearest->cost || (as_near && passages > nearest->passages)) {
        bytes_clear(&nearest->term);
        bytes_append_slice(&nearest->term, term);
        nearest->cost = cost;
        nearest->passages = passages;
    }
    return bytes_check(&nearest->term, error);
}

/* The source of that term as an article gives it. */
static bool read_source(struct search *search, struct slice term, struct slice *source) {
    struct xapian_index *xapian = search->searcher->index.xapian;
    struct xapian_error failure = {0};
    struct xapian_string value = {0};
    uint32_t docid;
    size_t count = 0;
    bool good =
        xapian_index_get_postings(xapian, schema_bytes(term), 1, &docid, NULL, 1, &count,
                                  &failure) &&
        (count == 0 || xapian_index_get_value(xapian, docid, SLOT_SOURCE, &value, &failure));
    *source = arena_copy(&search->searcher->arena, slice_of(value.data, value.size));
    xapian_string_free(&value);
    return good || schema_set_error(search->error, &failure);
}

/* The source that was meant, mostly; stays empty where none is near. *beyond: it may be one that
 * was not compared. */
static bool find_nearest(struct search *search, struct slice asked, struct slice *source,
                         bool *beyond) {
    struct bytes term = {0};
    schema_source_term(asked, &term);
    if (!bytes_check(&term, search->error)) {
        bytes_free(&term);
        return false;
    }
    struct nearest nearest = {.asked = name_of(bytes_slice(&term)), .cost = INFINITY};
    if (!spelling_read(nearest.asked, &nearest.spelling)) {
        nearest.spelling.count = 0;
    }
    bool good =
        schema_for_each_term(search->searcher->index.xapian, slice_of_string(PREFIX_SOURCE),
                             take_source, &nearest, search->error) &&
        (nearest.term.length == 0 || read_source(search, bytes_slice(&nearest.term), source));
    *beyond = nearest.beyond;
    bytes_free(&nearest.term);
    bytes_free(&term);
    return good;
}

static bool note_unknown(struct search *search, struct slice name) {
    struct slice nearest = slice_of("", 0);
    bool beyond = false;
    if (!find_nearest(search, name, &nearest, &beyond)) {
        return false;
    }
    name = utf8_cut(name, ERROR_QUOTE_BYTES);
    nearest = utf8_cut(nearest, ERROR_QUOTE_BYTES);
    if (nearest.length > 0) {
        search_note(search, SEARCH_NOTE_SOURCE, 0,
                    "no article has the source \"%.*s\": did you mean \"%.*s\"?", (int)name.length,
                    name.data, (int)nearest.length, nearest.data);
    } else {
        search_note(search, SEARCH_NOTE_SOURCE, 0, "no article has the source \"%.*s\"%s",
                    (int)name.length, name.data, beyond ? FIRST_COMPARED : "");
    }
    return true;
}

/* ---- what is asked for ----------------------------------------------------------------------- */

/* Whether no article has that source, its name being misspelt or cut short. */
static bool is_source_unknown(struct search *search, struct slice source, bool *unknown) {
    struct searcher *searcher = search->searcher;
    uint32_t passages = 0;
    bytes_clear(&searcher->scratch);
    schema_source_term(source, &searcher->scratch);
    bool good = bytes_check(&searcher->scratch, search->error) &&
                index_get_frequency(&searcher->index, bytes_slice(&searcher->scratch), &passages,
                                    search->error);
    *unknown = passages == 0;
    return good;
}

/* The first such source in the tree; stays empty where there is none. */
static bool find_unknown_source(struct search *search, const struct query_node *query,
                                struct slice *found) {
    bool unknown = false;
    if (query->kind == QUERY_SOURCE && !is_source_unknown(search, query->text, &unknown)) {
        return false;
    }
    *found = unknown ? query->text : *found;
    bool good = true;
    for (const struct query_node *child = query->child; good && child && found->length == 0;
         child = child->next) {
        good = find_unknown_source(search, child, found);
    }
    return good;
}

bool search_note_sources(struct search *search) {
    struct slice asked = search->request->source, name = slice_of("", 0);
    bool unknown = false;
    if (search->searcher->index.passages == 0) {
        return true;
    }
    if (asked.length > 0 && !is_source_unknown(search, asked, &unknown)) {
        return false;
    }
    if (unknown) {
        name = asked;
    } else if (search->query && !find_unknown_source(search, search->query, &name)) {
        return false;
    }
    return name.length == 0 || note_unknown(search, name);
}
