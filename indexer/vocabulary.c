#include "indexer/vocabulary.h"

#include "corpus/base/map.h"
#include "indexer/schema.h"

#include <stdlib.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

enum {
    /* A word is in at most so many documents: beyond it has occurred 4^15 times, a thousand
     * million. */
    LEVELS = 16,
    /* Terms of one document, so that it needs little memory. */
    DOCUMENT_WORDS = 10000,
};

struct vocabulary {
    struct map *counts;
};

struct vocabulary *vocabulary_new(void) {
    struct vocabulary *vocabulary = calloc(1, sizeof *vocabulary);
    if (vocabulary) {
        vocabulary->counts = map_new();
        if (!vocabulary->counts) {
            free(vocabulary);
            vocabulary = NULL;
        }
    }
    return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary) {
    if (vocabulary) {
        map_free(vocabulary->counts);
        free(vocabulary);
    }
}

void vocabulary_clear(struct vocabulary *vocabulary) {
    map_clear(vocabulary->counts);
}

size_t vocabulary_memory(const struct vocabulary *vocabulary) {
    return map_memory(vocabulary->counts);
}

static bool count_word(struct vocabulary *vocabulary, struct slice word, uint64_t more,
                       struct error *error) {
    uint64_t *count = map_insert(vocabulary->counts, word, NULL);
    if (!count) {
        return error_set_memory(error);
    }
    *count += more;
    return true;
}

bool vocabulary_add(struct vocabulary *vocabulary, const struct prepared_article *article,
                    struct error *error) {
    size_t count;
    const struct prepared_word *words = prepared_words(article, &count);
    for (size_t i = 0; i < count; i++) {
        if (!count_word(vocabulary, prepared_slice(article, words[i].form), words[i].count,
                        error)) {
            return false;
        }
    }
    return true;
}

static bool belongs_to(struct slice word, unsigned part, unsigned parts) {
    return parts == 1 || XXH3_64bits(word.data, word.length) % parts == part;
}

bool vocabulary_merge(struct vocabulary *vocabulary, const struct vocabulary *other, unsigned part,
                      unsigned parts, struct error *error) {
    size_t count = map_count(other->counts);
    for (size_t i = 0; i < count; i++) {
        struct slice word = map_key(other->counts, i);
        if (belongs_to(word, part, parts) &&
            !count_word(vocabulary, word, *map_value(other->counts, i), error)) {
            return false;
        }
    }
    return true;
}

/* In how many documents a word belongs that is in `level` of them and occurs `more` times more. */
static unsigned raise_level(struct slice word, unsigned level, uint64_t more) {
    if (level == 0 && more > 0) {
        level = 1;
        more--;
    }
    for (uint64_t gap; level < LEVELS; more -= gap, level++) {
        gap = 3ull << (2 * (level - 1));
        if (more < gap) {
            uint64_t chance = XXH3_64bits_withSeed(word.data, word.length, more ^ level) % gap;
            return level + (chance < more);
        }
    }
    return level;
}

/* The documents being filled: number n is for the words that get into their n-th. */
struct filling {
    struct xapian_writer *writer;
    struct xapian_document *documents[LEVELS];
    size_t words[LEVELS];
    struct bytes term;
};

static bool begin_document(struct filling *filling, size_t level, struct error *error) {
    struct xapian_error failure = {0};
    filling->words[level] = 0;
    if (!filling->documents[level]) {
        filling->documents[level] = xapian_document_new(&failure);
    } else {
        xapian_document_clear(filling->documents[level]);
    }
    return filling->documents[level] &&
                   xapian_document_add_term(filling->documents[level],
                                            schema_bytes(slice_of_string(TERM_WORDS)), 0, &failure)
               ? true
               : schema_set_error(error, &failure);
}

static bool end_document(struct filling *filling, size_t level, struct error *error) {
    struct xapian_error failure = {0};
    if (filling->words[level] == 0) {
        return true;
    }
    return xapian_writer_add(filling->writer, filling->documents[level], NULL, &failure)
               ? begin_document(filling, level, error)
               : schema_set_error(error, &failure);
}

static bool write_word(struct filling *filling, struct xapian_index *index, struct slice word,
                       uint64_t count, struct error *error) {
    struct xapian_error failure = {0};
    uint32_t before = 0;
    bytes_clear(&filling->term);
    schema_term(PREFIX_WORD, word, &filling->term);
    struct xapian_bytes term = schema_bytes(bytes_slice(&filling->term));
    if (!bytes_check(&filling->term, error)) {
        return false;
    }
    if (index && !xapian_index_get_frequency(index, term, &before, &failure)) {
        return schema_set_error(error, &failure);
    }
    unsigned level = before < LEVELS ? before : LEVELS;
    unsigned raised = raise_level(word, level, count);
    for (; level < raised; level++) {
        if (!filling->documents[level] && !begin_document(filling, level, error)) {
            return false;
        }
        if (!xapian_document_add_term(filling->documents[level], term, 0, &failure)) {
            return schema_set_error(error, &failure);
        }
        if (++filling->words[level] == DOCUMENT_WORDS && !end_document(filling, level, error)) {
            return false;
        }
    }
    return true;
}

struct counted_word {
    struct slice word;
    uint64_t count;
};

static int compare_words(const void *left, const void *right) {
    const struct counted_word *a = left, *b = right;
    return slice_compare(a->word, b->word);
}

/* In their order, neighbours share their first letters in a document's list of terms, and Xapian
 * finds the place of each beside the one before. NULL: no memory, or no words. */
static struct counted_word *sort_words(const struct vocabulary *vocabulary, size_t count) {
    struct counted_word *words = count ? malloc(count * sizeof *words) : NULL;
    for (size_t i = 0; words && i < count; i++) {
        words[i] = (struct counted_word){map_key(vocabulary->counts, i),
                                         *map_value(vocabulary->counts, i)};
    }
    if (words) {
        qsort(words, count, sizeof *words, compare_words);
    }
    return words;
}

bool vocabulary_write(struct vocabulary *vocabulary, struct xapian_writer *writer,
                      struct xapian_index *index, struct error *error) {
    struct filling filling = {.writer = writer};
    size_t count = map_count(vocabulary->counts);
    struct counted_word *words = sort_words(vocabulary, count);
    bool written = words || count == 0 || error_set_memory(error);
    for (size_t i = 0; i < count && written; i++) {
        written = write_word(&filling, index, words[i].word, words[i].count, error);
    }
    free(words);
    for (size_t level = 0; level < LEVELS; level++) {
        written = written && end_document(&filling, level, error);
        xapian_document_free(filling.documents[level]);
    }
    bytes_free(&filling.term);
    vocabulary_clear(vocabulary);
    return written;
}
