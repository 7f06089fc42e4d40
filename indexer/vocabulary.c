#include "indexer/vocabulary.h"

#include "corpus/base/hash.h"
#include "corpus/base/map.h"
#include "indexer/schema.h"
#include "indexer/word_block.h"

#include <stdlib.h>

/* Words removed are written in documents of so many, which need little memory. */
enum { DOCUMENT_WORDS = 10000 };

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
    const struct span *words = bytes_array(&article->words);
    for (size_t i = 0; i < bytes_count(&article->words, sizeof *words); i++) {
        if (!count_word(vocabulary, prepared_slice(article, words[i]), 1, error)) {
            return false;
        }
    }
    return true;
}

/* The words of one block belong together. */
static bool belongs_to(struct slice word, unsigned part, unsigned parts) {
    return parts == 1 || hash_bytes(word_block_key(word)) % parts == part;
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

struct counted_word {
    struct slice word;
    uint64_t count;
};

static int compare_words(const void *left, const void *right) {
    const struct counted_word *a = left, *b = right;
    return slice_compare(a->word, b->word);
}

/* In their order. NULL: no memory, or no words. */
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

/* ---- documents ------------------------------------------------------------------------------- */

static bool add_term(struct xapian_document *document, struct slice term, struct error *error) {
    struct xapian_error failure = {0};
    return xapian_document_add_term(document, schema_bytes(term), 0, &failure) ||
           schema_set_error(error, &failure);
}

/* Makes *document an empty one of words. */
static bool begin_document(struct xapian_document **document, struct error *error) {
    struct xapian_error failure = {0};
    if (*document) {
        xapian_document_clear(*document);
    } else {
        *document = xapian_document_new(&failure);
    }
    return *document ? add_term(*document, slice_of_string(TERM_WORDS), error)
                     : schema_set_error(error, &failure);
}

static bool end_document(struct xapian_writer *writer, struct xapian_document *document,
                         struct error *error) {
    struct xapian_error failure = {0};
    return xapian_writer_add(writer, document, NULL, &failure) || schema_set_error(error, &failure);
}

/* ---- blocks ---------------------------------------------------------------------------------- */

struct block {
    struct xapian_document *document;
    struct bytes bytes, term;
};

/* Writes the block of the words from `words` on, and tells how many these are. */
static bool write_block(struct block *block, struct xapian_writer *writer,
                        const struct counted_word *words, size_t most, size_t *count,
                        struct error *error) {
    struct xapian_error failure = {0};
    struct slice key = word_block_key(words[0].word), previous = key;
    bytes_clear(&block->bytes);
    for (*count = 0; *count < most; ++*count) {
        struct slice word = words[*count].word;
        if (!slice_equal(word_block_key(word), key)) {
            break;
        }
        word_block_append(&block->bytes, previous, word, words[*count].count);
        previous = word;
    }
    bytes_clear(&block->term);
    schema_term(PREFIX_WORDS, key, &block->term);
    return bytes_check(&block->bytes, error) && bytes_check(&block->term, error) &&
           begin_document(&block->document, error) &&
           add_term(block->document, bytes_slice(&block->term), error) &&
           (xapian_document_set_value(block->document, SLOT_RECORD,
                                      schema_bytes(bytes_slice(&block->bytes)), &failure) ||
            schema_set_error(error, &failure)) &&
           end_document(writer, block->document, error);
}

static bool write_blocks(const struct counted_word *words, size_t count,
                         struct xapian_writer *writer, struct error *error) {
    struct block block = {0};
    bool written = true;
    for (size_t at = 0, length; at < count && written; at += length) {
        written = write_block(&block, writer, words + at, count - at, &length, error);
    }
    xapian_document_free(block.document);
    bytes_free(&block.bytes);
    bytes_free(&block.term);
    return written;
}

/* ---- words removed --------------------------------------------------------------------------- */

/* The documents being filled, one for each power of two. */
struct filling {
    struct xapian_writer *writer;
    struct xapian_document *documents[WORD_POWERS];
    size_t words[WORD_POWERS];
    struct bytes term;
};

static bool fill(struct filling *filling, struct slice word, unsigned power, struct error *error) {
    struct xapian_document **document = &filling->documents[power];
    if (filling->words[power] == DOCUMENT_WORDS) {
        if (!end_document(filling->writer, *document, error)) {
            return false;
        }
        filling->words[power] = 0;
    }
    bytes_clear(&filling->term);
    schema_removed_word_term(word, power, &filling->term);
    return bytes_check(&filling->term, error) &&
           (filling->words[power]++ > 0 || begin_document(document, error)) &&
           add_term(*document, bytes_slice(&filling->term), error);
}

/* In their order, neighbours share their first letters in a document's list of terms, and Xapian
 * finds the place of each beside the one before. */
static bool write_removed(const struct counted_word *words, size_t count,
                          struct xapian_writer *writer, struct error *error) {
    struct filling filling = {.writer = writer};
    bool written = true;
    for (size_t i = 0; i < count && written; i++) {
        for (unsigned power = 0; power < WORD_POWERS && written; power++) {
            written = !(words[i].count >> power & 1) || fill(&filling, words[i].word, power, error);
        }
    }
    for (unsigned power = 0; power < WORD_POWERS; power++) {
        written = written && (filling.words[power] == 0 ||
                              end_document(writer, filling.documents[power], error));
        xapian_document_free(filling.documents[power]);
    }
    bytes_free(&filling.term);
    return written;
}

/* ---- all ------------------------------------------------------------------------------------- */

typedef bool write_words(const struct counted_word *words, size_t count,
                         struct xapian_writer *writer, struct error *error);

static bool write_sorted(struct vocabulary *vocabulary, struct xapian_writer *writer,
                         write_words *write, struct error *error) {
    size_t count = map_count(vocabulary->counts);
    struct counted_word *words = sort_words(vocabulary, count);
    bool written = count == 0 ? true
                   : !words   ? error_set_memory(error)
                              : write(words, count, writer, error);
    free(words);
    vocabulary_clear(vocabulary);
    return written;
}

bool vocabulary_write(struct vocabulary *vocabulary, struct xapian_writer *writer,
                      struct error *error) {
    return write_sorted(vocabulary, writer, write_blocks, error);
}

bool vocabulary_write_removed(struct vocabulary *vocabulary, struct xapian_writer *writer,
                              struct error *error) {
    return write_sorted(vocabulary, writer, write_removed, error);
}
