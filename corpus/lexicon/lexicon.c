#include "corpus/lexicon/lexicon.h"

#include "corpus/analysis/analysis.h"
#include "corpus/base/hash.h"
#include "corpus/base/varint.h"
#include "corpus/lexicon/format.h"

#include <endian.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct lexicon {
    const unsigned char *map;
    size_t size;
    const unsigned char *buckets; /* uint32 each */
    uint32_t bucket_count;        /* a power of two */
    const unsigned char *records;
    size_t records_size;
    size_t entries;
};

void lexicon_own_path(const char *location, struct bytes *path) {
    size_t length = strlen(location);
    while (length > 1 && location[length - 1] == '/') {
        length--;
    }
    bytes_append(path, location, length);
    bytes_append_string(path, ".lexicon");
}

static bool refuse_damage(const char *path, struct error *error) {
    return error_set(error, ERROR_CORRUPT, "%s is damaged: make it again", path);
}

static bool check_header(const struct lexicon_header *header, size_t size, const char *path,
                         struct error *error) {
    if (memcmp(header->magic, LEXICON_MAGIC, sizeof header->magic) != 0) {
        return error_set(error, ERROR_CORRUPT, "%s is not a lexicon", path);
    }
    if (le32toh(header->version) != LEXICON_VERSION ||
        le32toh(header->analysis) != ANALYSIS_VERSION) {
        return error_set(error, ERROR_VERSION,
                         "%s was made for another version (lexicon %u, analysis %u; wanted %d, %d):"
                         " remove it and make it again, word pairs of your own with `aral-index "
                         "lexicon FILE.tsv...`",
                         path, le32toh(header->version), le32toh(header->analysis), LEXICON_VERSION,
                         ANALYSIS_VERSION);
    }
    uint64_t hash = hash_bytes(lexicon_header_hashed(header));
    uint64_t buckets = le32toh(header->buckets);
    if (hash != le64toh(header->header_hash) || le64toh(header->size) != size || buckets == 0 ||
        (buckets & (buckets - 1)) != 0 || buckets * sizeof(uint32_t) > size - sizeof *header) {
        return refuse_damage(path, error);
    }
    return true;
}

static bool map_file(int file, const char *path, struct lexicon *lexicon, struct error *error) {
    struct stat status;
    if (fstat(file, &status) < 0) {
        return error_set_errno(error, "cannot read %s", path);
    }
    if (!S_ISREG(status.st_mode) || status.st_size < (off_t)sizeof(struct lexicon_header)) {
        return error_set(error, ERROR_CORRUPT, "%s is not a lexicon", path);
    }
    lexicon->size = (size_t)status.st_size;
    void *map = mmap(NULL, lexicon->size, PROT_READ, MAP_SHARED, file, 0);
    if (map == MAP_FAILED) {
        return error_set_errno(error, "cannot map %s", path);
    }
    lexicon->map = map;
    struct lexicon_header header;
    memcpy(&header, map, sizeof header);
    if (!check_header(&header, lexicon->size, path, error)) {
        return false;
    }
    lexicon->entries = le32toh(header.entries);
    lexicon->bucket_count = le32toh(header.buckets);
    lexicon->buckets = lexicon->map + sizeof header;
    lexicon->records = lexicon->buckets + (size_t)lexicon->bucket_count * sizeof(uint32_t);
    lexicon->records_size = lexicon->size - (size_t)(lexicon->records - lexicon->map);
    return true;
}

struct lexicon *lexicon_open(const char *path, struct error *error) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        error_set_errno(error, "cannot open %s", path);
        return NULL;
    }
    struct lexicon *lexicon = calloc(1, sizeof *lexicon);
    if (!lexicon) {
        error_set_memory(error);
    } else if (!map_file(file, path, lexicon, error)) {
        lexicon_close(lexicon);
        lexicon = NULL;
    }
    close(file);
    return lexicon;
}

void lexicon_close(struct lexicon *lexicon) {
    if (lexicon && lexicon->map) {
        munmap((void *)(uintptr_t)lexicon->map, lexicon->size);
    }
    free(lexicon);
}

bool lexicon_verify(const struct lexicon *lexicon, const char *path, struct error *error) {
    struct lexicon_header header;
    memcpy(&header, lexicon->map, sizeof header);
    uint64_t hash =
        hash_bytes(slice_of((const char *)lexicon->buckets, lexicon->size - sizeof header));
    return hash == le64toh(header.body_hash) || refuse_damage(path, error);
}

size_t lexicon_count(const struct lexicon *lexicon) {
    return lexicon->entries;
}

/* Advances *at over a varint; false where the bytes end or it is too long. */
static bool read_varint(const unsigned char **at, const unsigned char *end, uint64_t *value) {
    struct slice rest = slice_of((const char *)*at, (size_t)(end - *at));
    bool taken = varint_take(&rest, value);
    *at = (const unsigned char *)rest.data;
    return taken;
}

static bool read_bytes(const unsigned char **at, const unsigned char *end, struct slice *slice) {
    uint64_t length;
    if (!read_varint(at, end, &length) || length > (uint64_t)(end - *at)) {
        return false;
    }
    *slice = slice_of((const char *)*at, (size_t)length);
    *at += length;
    return true;
}

/* Reads the record of a bucket up to its translations; false for one that is empty or damaged. */
static bool read_record(const struct lexicon *lexicon, size_t bucket, struct slice *key,
                        struct lexicon_match *match, unsigned *longest) {
    uint32_t where;
    memcpy(&where, lexicon->buckets + bucket * sizeof where, sizeof where);
    where = le32toh(where);
    if (where == 0 || where > lexicon->records_size) {
        return false;
    }
    match->at = lexicon->records + where - 1;
    match->end = lexicon->records + lexicon->records_size;
    if (!read_bytes(&match->at, match->end, key) || match->at == match->end) {
        return false;
    }
    *longest = *match->at++;
    return read_varint(&match->at, match->end, &match->left);
}

/* Finds the record of a key; *longest is its byte of that name. */
static bool find_record(const struct lexicon *lexicon, struct slice key,
                        struct lexicon_match *match, unsigned *longest) {
    uint32_t mask = lexicon->bucket_count - 1;
    uint32_t bucket = (uint32_t)hash_bytes(key) & mask;
    /* A damaged file may have no empty bucket. */
    for (uint32_t probes = 0; probes <= mask; probes++, bucket = (bucket + 1) & mask) {
        struct slice found;
        if (!read_record(lexicon, bucket, &found, match, longest)) {
            return false;
        }
        if (slice_equal(found, key)) {
            return true;
        }
    }
    return false;
}

size_t lexicon_slots(const struct lexicon *lexicon) {
    return lexicon->bucket_count;
}

bool lexicon_get(const struct lexicon *lexicon, size_t slot, struct slice *key,
                 struct lexicon_match *match) {
    unsigned longest;
    match->words = 1;
    return read_record(lexicon, slot, key, match, &longest) && match->left > 0;
}

/* A key that is being made of words. */
struct key {
    char bytes[LEXICON_KEY_BYTES];
    size_t length;
    bool failed; /* it would be none, or too long to be one */
};

static void append_key(struct key *key, struct slice text) {
    key->failed |= text.length == 0 || text.length > sizeof key->bytes - key->length;
    if (!key->failed) {
        memcpy(key->bytes + key->length, text.data, text.length);
        key->length += text.length;
    }
}

/* What of its words an entry is looked up by, the surest first. */
enum key_kind { KEY_FORMS, KEY_BARE_FORMS, KEY_TERMS, KEY_KINDS };

static bool find_words(const struct lexicon *lexicon, const struct lexicon_word *words,
                       size_t count, enum key_kind kind, struct lexicon_match *match) {
    struct key key;
    key.length = 0;
    key.failed = words[0].term.length < 2;
    if (kind != KEY_TERMS && !key.failed) {
        append_key(&key, slice_of("=", 1));
        append_key(&key, slice_of(words[0].term.data, LANGUAGE_CODE_BYTES));
    }
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            append_key(&key, slice_of(" ", 1));
        }
        append_key(&key, kind == KEY_TERMS   ? words[i].term
                         : kind == KEY_FORMS ? words[i].form
                                             : words[i].bare);
    }
    unsigned longest;
    match->words = count;
    return !key.failed && find_record(lexicon, slice_of(key.bytes, key.length), match, &longest) &&
           match->left > 0;
}

bool lexicon_find(const struct lexicon *lexicon, const struct lexicon_word *words, size_t count,
                  struct lexicon_match *match) {
    unsigned longest = 0;
    if (count == 0 || !find_record(lexicon, words[0].term, match, &longest)) {
        return false;
    }
    size_t length = longest < LEXICON_WORDS ? longest : LEXICON_WORDS;
    for (length = length < count ? length : count; length > 0; length--) {
        for (enum key_kind kind = 0; kind < KEY_KINDS; kind++) {
            if (find_words(lexicon, words, length, kind, match)) {
                return true;
            }
        }
    }
    return false;
}

bool lexicon_next(struct lexicon_match *match, struct translation *translation) {
    const unsigned char *at = match->at;
    if (match->left == 0 || match->end - at < LANGUAGE_CODE_BYTES + 1) {
        return false;
    }
    memcpy(translation->language, at, LANGUAGE_CODE_BYTES);
    translation->language[LANGUAGE_CODE_BYTES] = '\0';
    translation->weight = at[LANGUAGE_CODE_BYTES] / LEXICON_WEIGHT_UNIT;
    at += LANGUAGE_CODE_BYTES + 1;
    if (!read_bytes(&at, match->end, &translation->terms)) {
        match->left = 0;
        return false;
    }
    translation->words = lexicon_count_words(translation->terms);
    match->at = at;
    match->left--;
    return translation->terms.length > LANGUAGE_CODE_BYTES && translation->words <= LEXICON_WORDS &&
           translation->weight > 0;
}
