#include "corpus/lexicon/lexicon_writer.h"

#include "corpus/analysis/analysis.h"
#include "corpus/base/array.h"
#include "corpus/base/bytes.h"
#include "corpus/base/hash.h"
#include "corpus/base/map.h"
#include "corpus/base/varint.h"
#include "corpus/lexicon/format.h"
#include "corpus/lexicon/lexicon.h"

#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct pair {
    uint32_t key;   /* number in writer->strings */
    uint32_t terms; /* number in writer->strings */
    char code[LANGUAGE_CODE_BYTES];
    unsigned char weight;
    unsigned char evidence; /* for words of like meaning */
    bool derived;
};

/* A derived translation counts so many times less when it is chosen which are kept. */
enum { DERIVED_DIVISOR = 4 };

struct lexicon_writer {
    struct map *strings; /* keys and terms */
    struct pair *pairs;
    size_t count, capacity;
};

struct lexicon_writer *lexicon_writer_new(struct error *error) {
    struct lexicon_writer *writer = calloc(1, sizeof *writer);
    if (writer) {
        writer->strings = map_new();
    }
    if (!writer || !writer->strings) {
        error_set_memory(error);
        lexicon_writer_free(writer);
        return NULL;
    }
    return writer;
}

void lexicon_writer_free(struct lexicon_writer *writer) {
    if (writer) {
        map_free(writer->strings);
        free(writer->pairs);
        free(writer);
    }
}

static bool add_pair(struct lexicon_writer *writer, const struct pair *pair) {
    return array_append(&writer->pairs, &writer->count, &writer->capacity, sizeof *pair, pair);
}

static unsigned char scale_weight(double weight) {
    double scaled = round(weight * LEXICON_WEIGHT_UNIT);
    return (unsigned char)(scaled < 1 ? 1 : scaled > UINT8_MAX ? UINT8_MAX : scaled);
}

bool lexicon_writer_add(struct lexicon_writer *writer, struct slice key, const char *code,
                        struct slice terms, double weight, struct error *error) {
    struct lexicon_rank rank = {.weight = weight, .evidence = weight};
    return lexicon_writer_add_ranked(writer, key, code, terms, rank, error);
}

bool lexicon_writer_add_ranked(struct lexicon_writer *writer, struct slice key, const char *code,
                               struct slice terms, struct lexicon_rank rank, struct error *error) {
    if (key.length == 0 || key.length > LEXICON_KEY_BYTES || terms.length == 0 ||
        terms.length > LEXICON_KEY_BYTES) {
        return true;
    }
    struct pair pair = {.code = {code[0], code[1]},
                        .weight = scale_weight(rank.weight),
                        .evidence = scale_weight(rank.evidence),
                        .derived = rank.derived};
    return (map_number(writer->strings, key, &pair.key) &&
            map_number(writer->strings, terms, &pair.terms) && add_pair(writer, &pair)) ||
           error_set_memory(error);
}

static int compare_numbers(const struct map *strings, uint32_t a, uint32_t b) {
    return a == b ? 0 : slice_compare(map_key(strings, a), map_key(strings, b));
}

/* By key and language. */
static int compare_lists(const struct map *strings, const struct pair *a, const struct pair *b) {
    int order = compare_numbers(strings, a->key, b->key);
    return order ? order : memcmp(a->code, b->code, sizeof a->code);
}

/* By key, language, terms, and the greater weight first: duplicates lie side by side. */
static int compare_pairs(const void *left, const void *right, void *strings) {
    const struct pair *a = left, *b = right;
    int order = compare_lists(strings, a, b);
    order = order ? order : compare_numbers(strings, a->terms, b->terms);
    return order ? order : (int)b->weight - (int)a->weight;
}

static int compare_ranks(const struct map *strings, const struct pair *a, int of_a,
                         const struct pair *b, int of_b) {
    int order = compare_lists(strings, a, b);
    order = order ? order : of_b - of_a;
    return order ? order : compare_numbers(strings, a->terms, b->terms);
}

/* By key, language, weight, terms: the order in the file. */
static int compare_for_file(const void *left, const void *right, void *strings) {
    const struct pair *a = left, *b = right;
    return compare_ranks(strings, a, a->weight, b, b->weight);
}

static int weight_for_choice(const struct pair *pair) {
    return pair->derived ? pair->weight : DERIVED_DIVISOR * pair->weight;
}

/* The same, but derived translations stand further behind: the order in which they are kept. */
static int compare_for_choice(const void *left, const void *right, void *strings) {
    const struct pair *a = left, *b = right;
    return compare_ranks(strings, a, weight_for_choice(a), b, weight_for_choice(b));
}

static bool same_list(const struct pair *a, const struct pair *b) {
    return a->key == b->key && memcmp(a->code, b->code, sizeof a->code) == 0;
}

static struct slice language_of_key(struct slice key) {
    return slice_of(key.data + (key.data[0] == '='), LANGUAGE_CODE_BYTES);
}

/* How many of a list's translations are kept. */
static size_t most_of(const struct map *strings, const struct pair *pair) {
    struct slice own = language_of_key(map_key(strings, pair->key));
    return memcmp(own.data, pair->code, sizeof pair->code) == 0 ? LEXICON_SYNONYMS
                                                                : LEXICON_TRANSLATIONS;
}

/* Drops duplicates, and what a list has too many of. */
static void choose_pairs(struct lexicon_writer *writer) {
    if (writer->count == 0) {
        return; /* there is no array to be sorted */
    }
    qsort_r(writer->pairs, writer->count, sizeof *writer->pairs, compare_pairs, writer->strings);
    size_t kept = 0;
    for (size_t i = 0; i < writer->count; i++) {
        const struct pair *pair = &writer->pairs[i];
        struct pair *last = kept > 0 ? &writer->pairs[kept - 1] : NULL;
        if (!last || !same_list(last, pair) || last->terms != pair->terms) {
            writer->pairs[kept++] = *pair;
        } else {
            last->derived = last->derived && pair->derived;
        }
    }
    writer->count = kept;
    qsort_r(writer->pairs, writer->count, sizeof *writer->pairs, compare_for_choice,
            writer->strings);
    kept = 0;
    size_t run = 0;
    for (size_t i = 0; i < writer->count; i++) {
        run = i > 0 && same_list(&writer->pairs[i - 1], &writer->pairs[i]) ? run + 1 : 0;
        if (run < most_of(writer->strings, &writer->pairs[i])) {
            writer->pairs[kept++] = writer->pairs[i];
        }
    }
    writer->count = kept;
    qsort_r(writer->pairs, writer->count, sizeof *writer->pairs, compare_for_file, writer->strings);
}

/* ---- words of like meaning ------------------------------------------------------------------- */

/* By number of a string. */
struct synonyms {
    size_t *first;     /* the first pair of that key, + 1; 0 where it is none */
    double *shared;    /* how much it shares with the word looked at */
    uint32_t *reached; /* those that share anything, in order of discovery */
    size_t reached_count;
};

static bool is_one_term(struct slice key) {
    return key.length > LANGUAGE_CODE_BYTES && key.data[0] != '=' &&
           !memchr(key.data, ' ', key.length);
}

/* Goes back from one translation to all words of the language that it translates. */
static void share(const struct lexicon_writer *writer, size_t pairs, const struct pair *there,
                  struct synonyms *synonyms) {
    struct slice code = language_of_key(map_key(writer->strings, there->key));
    size_t first = synonyms->first[there->terms];
    for (size_t i = first - 1; first > 0 && i < pairs && writer->pairs[i].key == there->terms;
         i++) {
        const struct pair *back = &writer->pairs[i];
        if (memcmp(back->code, code.data, sizeof back->code) != 0 || back->terms == there->key ||
            !is_one_term(map_key(writer->strings, back->terms))) {
            continue;
        }
        if (synonyms->shared[back->terms] == 0) {
            synonyms->reached[synonyms->reached_count++] = back->terms;
        }
        synonyms->shared[back->terms] +=
            there->evidence / LEXICON_WEIGHT_UNIT * (back->evidence / LEXICON_WEIGHT_UNIT);
    }
}

static bool add_synonyms(struct lexicon_writer *writer, struct synonyms *synonyms) {
    size_t pairs = writer->count;
    for (size_t i = 0; i < pairs; i++) {
        synonyms->first[writer->pairs[i].key] = synonyms->first[writer->pairs[i].key] > 0
                                                    ? synonyms->first[writer->pairs[i].key]
                                                    : i + 1;
    }
    for (size_t i = 0; i < pairs;) {
        uint32_t key = writer->pairs[i].key;
        struct slice word = map_key(writer->strings, key);
        bool looked_at = is_one_term(word);
        synonyms->reached_count = 0;
        for (; i < pairs && writer->pairs[i].key == key; i++) {
            if (looked_at && is_one_term(map_key(writer->strings, writer->pairs[i].terms))) {
                share(writer, pairs, &writer->pairs[i], synonyms);
            }
        }
        for (size_t j = 0; j < synonyms->reached_count; j++) {
            uint32_t terms = synonyms->reached[j];
            double weight =
                synonyms->shared[terms] / (synonyms->shared[terms] + LEXICON_SYNONYM_HALF);
            struct pair pair = {.key = key,
                                .terms = terms,
                                .code = {word.data[0], word.data[1]},
                                .weight = scale_weight(weight)};
            synonyms->shared[terms] = 0;
            if (!add_pair(writer, &pair)) {
                return false;
            }
        }
    }
    return true;
}

bool lexicon_writer_add_synonyms(struct lexicon_writer *writer, struct error *error) {
    choose_pairs(writer);
    size_t strings = map_count(writer->strings) + 1;
    struct synonyms synonyms = {calloc(strings, sizeof *synonyms.first),
                                calloc(strings, sizeof *synonyms.shared),
                                calloc(strings, sizeof *synonyms.reached), 0};
    bool done =
        synonyms.first && synonyms.shared && synonyms.reached && add_synonyms(writer, &synonyms);
    free(synonyms.first);
    free(synonyms.shared);
    free(synonyms.reached);
    return done || error_set_memory(error);
}

/* ---- the file -------------------------------------------------------------------------------- */

/* How long entries are that begin with a term. */
static bool count_words(const struct lexicon_writer *writer, struct map *longest) {
    for (size_t i = 0; i < writer->count; i++) {
        struct slice key = map_key(writer->strings, writer->pairs[i].key);
        size_t words = lexicon_count_words(key);
        uint64_t *value = map_insert(longest, lexicon_take_term(&key), NULL);
        if (!value) {
            return false;
        }
        *value = *value < words ? words : *value;
    }
    return true;
}

static void write_string(struct bytes *out, struct slice string) {
    varint_append(out, string.length);
    bytes_append_slice(out, string);
}

struct body {
    struct bytes records;
    uint32_t *buckets;
    uint32_t mask;
    uint32_t entries;
    bool too_large; /* for its buckets */
};

static bool refuse_size(struct error *error) {
    return error_set(error, ERROR_LIMIT,
                     "a lexicon has at most 1,073,741,824 entries, of 4 GiB together: these are "
                     "more");
}

static void add_bucket(struct body *body, struct slice key) {
    uint32_t content = lexicon_bucket(body->records.length);
    body->too_large |= content == 0;
    uint32_t bucket = (uint32_t)hash_bytes(key) & body->mask;
    while (body->buckets[bucket] != 0) {
        bucket = (bucket + 1) & body->mask;
    }
    body->buckets[bucket] = htole32(content);
}

static void write_record(struct body *body, struct slice key, uint64_t longest,
                         const struct lexicon_writer *writer, const struct pair *pairs,
                         size_t count) {
    add_bucket(body, key);
    write_string(&body->records, key);
    bytes_append_byte(&body->records, (char)longest);
    varint_append(&body->records, count);
    for (size_t i = 0; i < count; i++) {
        bytes_append(&body->records, pairs[i].code, sizeof pairs[i].code);
        bytes_append_byte(&body->records, (char)pairs[i].weight);
        write_string(&body->records, map_key(writer->strings, pairs[i].terms));
    }
    body->entries += count > 0;
}

/* One record for each key, and an empty one for each first word that is no entry by itself. */
static bool write_records(const struct lexicon_writer *writer, struct map *longest,
                          struct body *body, struct error *error) {
    size_t records = map_count(longest);
    for (size_t i = 0; i < writer->count; i++) {
        records += i == 0 || writer->pairs[i].key != writer->pairs[i - 1].key;
    }
    uint32_t buckets = lexicon_buckets(records);
    if (buckets == 0) {
        return refuse_size(error);
    }
    body->mask = buckets - 1;
    body->buckets = calloc(buckets, sizeof *body->buckets);
    if (!body->buckets) {
        return error_set_memory(error);
    }
    for (size_t i = 0; i < writer->count && !body->too_large;) {
        size_t next = i + 1;
        while (next < writer->count && writer->pairs[next].key == writer->pairs[i].key) {
            next++;
        }
        struct slice key = map_key(writer->strings, writer->pairs[i].key);
        uint64_t *most = map_find(longest, key);
        write_record(body, key, most ? *most : 0, writer, &writer->pairs[i], next - i);
        if (most) {
            *most = 0; /* it is written */
        }
        i = next;
    }
    for (size_t i = 0; i < map_count(longest) && !body->too_large; i++) {
        if (*map_value(longest, i) > 0) {
            write_record(body, map_key(longest, i), *map_value(longest, i), writer, NULL, 0);
        }
    }
    return body->too_large ? refuse_size(error) : bytes_check(&body->records, error);
}

static void assemble(const struct body *body, struct bytes *file) {
    struct lexicon_header header = {
        .version = htole32(LEXICON_VERSION),
        .analysis = htole32(ANALYSIS_VERSION),
        .buckets = htole32(body->mask + 1),
        .entries = htole32(body->entries),
    };
    memcpy(header.magic, LEXICON_MAGIC, sizeof header.magic);
    size_t table = ((size_t)body->mask + 1) * sizeof *body->buckets;
    header.size = htole64(sizeof header + table + body->records.length);
    bytes_append(file, &header, sizeof header);
    bytes_append(file, body->buckets, table);
    bytes_append_slice(file, bytes_slice(&body->records));
    if (file->failed) {
        return;
    }
    header.body_hash = htole64(hash_bytes(slice_from(bytes_slice(file), sizeof header)));
    header.header_hash = htole64(hash_bytes(lexicon_header_hashed(&header)));
    memcpy(file->data, &header, sizeof header);
}

/* So much is written at once: at a touch, Linux from 6.18 on maps as much of a file as was written
 * together, and a search counted 34 MB instead of 15. */
#define PIECE_BYTES 65536

static bool write_all(int file, struct slice content) {
    while (content.length > 0) {
        size_t piece = content.length < PIECE_BYTES ? content.length : PIECE_BYTES;
        ssize_t written = write(file, content.data, piece);
        if (written < 0 && errno != EINTR) {
            return false;
        }
        if (written > 0) {
            content = slice_of(content.data + written, content.length - (size_t)written);
        }
    }
    return fsync(file) == 0;
}

static bool replace_file(const char *path, struct slice content, struct error *error) {
    struct bytes name = {0};
    bytes_append_format(&name, "%s.new", path);
    const char *temporary = bytes_string(&name);
    if (!temporary) {
        bytes_free(&name);
        return error_set_memory(error);
    }
    int file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool written = file >= 0 && write_all(file, content);
    if (!written) {
        error_set_errno(error, "cannot write %s", temporary);
    }
    if (file >= 0 && close(file) < 0 && written) {
        written = error_set_errno(error, "cannot write %s", temporary);
    }
    if (written && rename(temporary, path) < 0) {
        written = error_set_errno(error, "cannot replace %s", path);
    }
    if (!written && file >= 0) {
        unlink(temporary);
    }
    bytes_free(&name);
    return written;
}

bool lexicon_writer_write(struct lexicon_writer *writer, const char *path, struct error *error) {
    choose_pairs(writer);
    struct map *longest = map_new();
    struct body body = {0};
    struct bytes file = {0};
    bool done = (longest && count_words(writer, longest)) || error_set_memory(error);
    done = done && write_records(writer, longest, &body, error);
    if (done) {
        assemble(&body, &file);
        done = bytes_check(&file, error) && replace_file(path, bytes_slice(&file), error);
    }
    bytes_free(&file);
    bytes_free(&body.records);
    free(body.buckets);
    map_free(longest);
    return done;
}
