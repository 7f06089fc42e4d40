/* The vocabulary: blocks and single words as one. */
#include "indexer/schema.h"
#include "indexer/word_block.h"
#include "indexer/word_blocks.h"

#include <stdlib.h>

/* Documents of one block that are looked up at once. */
enum { BATCH = 64 };

void schema_name(struct slice key, struct slice term, struct bytes *out) {
    bytes_append_byte(out, VOCABULARY_NAME);
    bytes_append_slice(out, key);
    bytes_append_byte(out, VOCABULARY_NAME);
    bytes_append_slice(out, term);
}

struct entry {
    struct slice word;
    uint64_t count;
};

struct schema_words {
    struct xapian_index *index;
    struct word_blocks *kept; /* NULL: none are kept */
    bool local;               /* the index is */
    struct bytes prefix, term;
    struct xapian_terms *singles, *keys;
    struct slice ahead;       /* the term of `singles` that comes next, without its prefix */
    uint32_t ahead_documents; /* that have it; 0: there are no more */
    struct bytes single;      /* the next single word */
    int64_t single_articles;  /* those added less those removed */
    bool has_single;          /* there is one */
    bool single_taken;        /* it is the one given last */
    struct bytes text;        /* of the block at hand */
    struct bytes entries;     /* of struct entry, in order */
    size_t next;              /* entry */
};

/* The term of a prefix and what follows it; lives until the next call. */
static bool make_term(struct schema_words *words, const char *prefix, struct slice rest,
                      struct xapian_bytes *term, struct error *error) {
    bytes_clear(&words->term);
    bytes_append_string(&words->term, prefix);
    bytes_append_slice(&words->term, rest);
    *term = schema_bytes(bytes_slice(&words->term));
    return bytes_check(&words->term, error);
}

static struct xapian_terms *open_terms(struct schema_words *words, const char *prefix,
                                       struct slice rest, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_bytes term;
    if (!make_term(words, prefix, rest, &term, error)) {
        return NULL;
    }
    struct xapian_terms *terms = xapian_index_terms(words->index, term, &failure);
    if (!terms) {
        schema_set_error(error, &failure);
    }
    return terms;
}

/* Skips to the prefix and `to`. */
static bool skip_terms(struct schema_words *words, struct xapian_terms *terms, const char *prefix,
                       struct slice to, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_bytes term;
    return make_term(words, prefix, to, &term, error) &&
           (xapian_terms_skip(terms, term, &failure) || schema_set_error(error, &failure));
}

/* Takes the next term without its prefix; *frequency is 0 behind the last. */
static bool next_term(struct xapian_terms *terms, const char *prefix, struct slice *rest,
                      uint32_t *frequency, struct error *error) {
    struct xapian_error failure = {0};
    struct xapian_bytes term;
    enum xapian_step step = xapian_terms_next(terms, &term, frequency, &failure);
    if (step != XAPIAN_ITEM) {
        *frequency = 0;
        return step == XAPIAN_END || schema_set_error(error, &failure);
    }
    size_t length = strlen(prefix);
    *rest = slice_of(term.data + length, term.size - length);
    return true;
}

/* ---- single words ---------------------------------------------------------------------------- */

/* What stands for 2^0 articles removed. */
#define FIRST_POWER 'a'

void schema_word_term(struct slice word, struct bytes *out) {
    bytes_append_string(out, PREFIX_WORD);
    bytes_append_slice(out, word);
}

void schema_removed_word_term(struct slice word, unsigned power, struct bytes *out) {
    schema_word_term(word, out);
    bytes_append_byte(out, WORD_REMOVED);
    bytes_append_byte(out, (char)(FIRST_POWER + power));
}

/* The word of the term read ahead, and what each of its documents adds to the word's count. */
static struct slice word_ahead(const struct schema_words *words, int64_t *articles) {
    struct slice term = words->ahead;
    bool removed = term.length > 1 && term.data[term.length - 2] == WORD_REMOVED;
    unsigned power = removed ? (unsigned char)term.data[term.length - 1] - FIRST_POWER : 0;
    *articles = !removed ? 1 : power < WORD_POWERS ? -(INT64_C(1) << power) : 0;
    return slice_of(term.data, term.length - (removed ? 2 : 0));
}

static bool read_ahead(struct schema_words *words, struct error *error) {
    return next_term(words->singles, PREFIX_WORD, &words->ahead, &words->ahead_documents, error);
}

/* Makes the next single word the one at hand, where that was taken. */
static bool load_single(struct schema_words *words, struct error *error) {
    if (!words->single_taken) {
        return true;
    }
    int64_t articles;
    words->single_taken = false;
    words->has_single = words->ahead_documents > 0;
    words->single_articles = 0;
    bytes_clear(&words->single);
    if (words->has_single) {
        bytes_append_slice(&words->single, word_ahead(words, &articles));
    }
    while (words->ahead_documents > 0 && bytes_check(&words->single, error) &&
           slice_equal(word_ahead(words, &articles), bytes_slice(&words->single))) {
        words->single_articles += articles * words->ahead_documents;
        if (!read_ahead(words, error)) {
            return false;
        }
    }
    return bytes_check(&words->single, error);
}

static bool skip_singles(struct schema_words *words, struct slice to, struct error *error) {
    if (!words->single_taken &&
        (!words->has_single || slice_compare(bytes_slice(&words->single), to) >= 0)) {
        return true;
    }
    words->single_taken = true;
    int64_t articles;
    bool behind = words->ahead_documents > 0 && slice_compare(word_ahead(words, &articles), to) < 0;
    return (!behind || (skip_terms(words, words->singles, PREFIX_WORD, to, error) &&
                        read_ahead(words, error))) &&
           load_single(words, error);
}

/* ---- blocks ---------------------------------------------------------------------------------- */

static bool read_block(struct schema_words *words, struct slice key, struct slice bytes,
                       struct error *error) {
    struct word_block block;
    uint64_t articles;
    word_block_begin(&block, key, bytes);
    for (;;) {
        if (!word_block_next(&block, &articles, error)) {
            return false;
        }
        if (articles == 0) {
            return true;
        }
        if (!slice_starts_with(slice_of(block.word, block.length), bytes_slice(&words->prefix))) {
            continue;
        }
        /* The text may move yet: until all is read, a word is known by where it ends. */
        bytes_append(&words->text, block.word, block.length);
        struct entry entry = {slice_of(NULL, block.length), articles};
        bytes_append(&words->entries, &entry, sizeof entry);
    }
}

static int compare_entries(const void *left, const void *right) {
    const struct entry *a = left, *b = right;
    return slice_compare(a->word, b->word);
}

/* Makes one entry of those of one word. */
static void join_entries(struct schema_words *words) {
    struct entry *entries = bytes_array(&words->entries);
    size_t count = bytes_count(&words->entries, sizeof *entries), joined = 0;
    if (count > 1) {
        qsort(entries, count, sizeof *entries, compare_entries);
    }
    for (size_t i = 0; i < count; i++) {
        if (joined > 0 && slice_equal(entries[joined - 1].word, entries[i].word)) {
            entries[joined - 1].count += entries[i].count;
        } else {
            entries[joined++] = entries[i];
        }
    }
    words->entries.length = joined * sizeof *entries;
}

/* Reads the blocks of all documents that have the key, and keeps them where any are. */
static bool read_documents(struct schema_words *words, struct slice key, struct error *error) {
    struct xapian_error failure = {0};
    uint32_t docids[BATCH], from = 1;
    size_t count;
    struct xapian_bytes term;
    if (!make_term(words, PREFIX_WORDS, key, &term, error)) {
        return false;
    }
    do {
        if (!xapian_index_get_postings(words->index, term, from, docids, NULL, BATCH, &count,
                                       &failure)) {
            return schema_set_error(error, &failure);
        }
        for (size_t i = 0; i < count; i++) {
            struct xapian_string data;
            if (!xapian_index_get_value(words->index, docids[i], SLOT_RECORD, &data, &failure)) {
                return schema_set_error(error, &failure);
            }
            struct slice bytes = slice_of(data.data, data.size);
            bool read = read_block(words, key, bytes, error) &&
                        (!words->kept || word_blocks_keep(words->kept, key, bytes, error));
            xapian_string_free(&data);
            if (!read) {
                return false;
            }
            from = docids[i] + 1;
        }
    } while (count == BATCH);
    return true;
}

/* Reads the blocks of a key, as they are kept if they are. */
static bool find_blocks(struct schema_words *words, struct wanted_blocks wanted,
                        struct error *error) {
    if (!words->kept) {
        return read_documents(words, wanted.key, error);
    }
    const struct kept_block *block = word_blocks_find(words->kept, wanted.key);
    if (!block && words->local) {
        word_blocks_make_room(words->kept, WORD_BLOCKS_OF_FILES);
        bool read = read_documents(words, wanted.key, error);
        if (!read) {
            word_blocks_clear(words->kept); /* not all of the key's may be there */
        }
        return read;
    }
    if (!block && !word_blocks_read(words->kept, words->index, &wanted, 1, error)) {
        return false;
    }
    for (block = word_blocks_find(words->kept, wanted.key); block; block = block->next) {
        if (!read_block(words, wanted.key, block->bytes, error)) {
            return false;
        }
    }
    return true;
}

/* Reads the words of a key, which `documents` documents have. */
static bool read_blocks(struct schema_words *words, struct slice key, uint32_t documents,
                        struct error *error) {
    bytes_clear(&words->text);
    bytes_clear(&words->entries);
    words->next = 0;
    if (!find_blocks(words, (struct wanted_blocks){key, documents}, error) ||
        !bytes_check(&words->text, error) || !bytes_check(&words->entries, error)) {
        return false;
    }
    struct entry *entries = bytes_array(&words->entries);
    const char *text = words->text.data;
    for (size_t i = 0; i < bytes_count(&words->entries, sizeof *entries); i++) {
        entries[i].word.data = text;
        text += entries[i].word.length;
    }
    if (documents > 1) {
        join_entries(words);
    }
    return true;
}

static bool has_entry(const struct schema_words *words) {
    return words->next < bytes_count(&words->entries, sizeof(struct entry));
}

/* The next word of a block, NULL behind the last. False: *error says why. */
static bool load_entry(struct schema_words *words, const struct entry **entry,
                       struct error *error) {
    while (!has_entry(words)) {
        struct slice key;
        uint32_t documents;
        if (!next_term(words->keys, PREFIX_WORDS, &key, &documents, error)) {
            return false;
        }
        if (documents == 0) {
            *entry = NULL;
            return true;
        }
        if (!read_blocks(words, key, documents, error)) {
            return false;
        }
    }
    const struct entry *entries = bytes_array(&words->entries);
    *entry = &entries[words->next];
    return true;
}

/* Skips within the block at hand. */
static void skip_entries(struct schema_words *words, struct slice to) {
    const struct entry *entries = bytes_array(&words->entries);
    size_t end = bytes_count(&words->entries, sizeof *entries);
    while (words->next < end) {
        size_t middle = words->next + (end - words->next) / 2;
        if (slice_compare(entries[middle].word, to) < 0) {
            words->next = middle + 1;
        } else {
            end = middle;
        }
    }
}

/* ---- all words ------------------------------------------------------------------------------- */

struct schema_words *schema_words_open(struct xapian_index *index, struct word_blocks *blocks,
                                       struct slice prefix, struct error *error) {
    struct schema_words *words = calloc(1, sizeof *words);
    if (!words) {
        error_set_memory(error);
        return NULL;
    }
    words->index = index;
    words->kept = blocks;
    words->single_taken = true;
    bytes_append_slice(&words->prefix, prefix);
    struct xapian_error failure = {0};
    bool known =
        xapian_index_is_local(index, &words->local, &failure) || schema_set_error(error, &failure);
    words->singles = known ? open_terms(words, PREFIX_WORD, prefix, error) : NULL;
    words->keys =
        words->singles ? open_terms(words, PREFIX_WORDS, word_block_key(prefix), error) : NULL;
    if (!words->keys || !read_ahead(words, error) || !bytes_check(&words->prefix, error) ||
        !schema_words_skip(words, prefix, error)) {
        schema_words_free(words);
        return NULL;
    }
    return words;
}

void schema_words_free(struct schema_words *words) {
    if (words) {
        xapian_terms_free(words->singles);
        xapian_terms_free(words->keys);
        bytes_free(&words->prefix);
        bytes_free(&words->term);
        bytes_free(&words->single);
        bytes_free(&words->text);
        bytes_free(&words->entries);
        free(words);
    }
}

/* Takes the next word that was ever there, of which *count articles are left; *taken is false
 * behind the last. */
static bool take_word(struct schema_words *words, struct slice *word, uint64_t *count, bool *taken,
                      struct error *error) {
    const struct entry *entry;
    if (!load_single(words, error) || !load_entry(words, &entry, error)) {
        return false;
    }
    struct slice single = bytes_slice(&words->single);
    int order = !words->has_single ? -1 : !entry ? 1 : slice_compare(entry->word, single);
    bool take_single = words->has_single && order >= 0, take_entry = entry && order <= 0;
    int64_t articles =
        (take_entry ? (int64_t)entry->count : 0) + (take_single ? words->single_articles : 0);
    *taken = take_single || take_entry;
    *count = articles > 0 ? (uint64_t)articles : 0;
    if (*taken) {
        *word = take_single ? single : entry->word;
    }
    words->single_taken = take_single;
    words->next += take_entry;
    return true;
}

bool schema_words_next(struct schema_words *words, struct slice *word, uint64_t *count,
                       struct error *error) {
    bool taken;
    do {
        *count = 0;
        if (!take_word(words, word, count, &taken, error)) {
            return false;
        }
    } while (taken && *count == 0);
    return true;
}

bool schema_words_expect(struct schema_words *words, words_wanted *wanted, void *context,
                         struct error *error) {
    if (!words->kept || words->local) {
        return true;
    }
    struct xapian_terms *keys =
        open_terms(words, PREFIX_WORDS, word_block_key(bytes_slice(&words->prefix)), error);
    struct wanted_blocks missing[WORD_BLOCKS_AT_ONCE], next = {0};
    struct arena names = {0}; /* of those missing */
    size_t count = 0;
    bool good = keys != NULL, end = false;
    while (good && !end &&
           (good = next_term(keys, PREFIX_WORDS, &next.key, &next.documents, error))) {
        end = next.documents == 0;
        if (!end && !word_blocks_find(words->kept, next.key) &&
            (!wanted || wanted(context, next.key))) {
            next.key = arena_copy(&names, next.key);
            missing[count++] = next;
            good = !names.failed || error_set_memory(error);
        }
        if (good && count > 0 && (end || count == WORD_BLOCKS_AT_ONCE)) {
            good = word_blocks_read(words->kept, words->index, missing, count, error);
            count = 0;
        }
    }
    arena_free(&names);
    xapian_terms_free(keys);
    return good;
}

static bool skip_blocks(struct schema_words *words, struct slice to, struct error *error) {
    const struct entry *entry;
    skip_entries(words, to);
    return has_entry(words) ||
           (skip_terms(words, words->keys, PREFIX_WORDS, word_block_key(to), error) &&
            load_entry(words, &entry, error) && (skip_entries(words, to), true));
}

bool schema_words_skip(struct schema_words *words, struct slice to, struct error *error) {
    return skip_singles(words, to, error) && skip_blocks(words, to, error);
}
