#include "corpus/base/array.h"
#include "corpus/base/bytes.h"
#include "corpus/lexicon/sources/sources.h"

#include <stdlib.h>

struct definition {
    size_t offset, length;
    size_t headword, headword_length; /* in the index */
};

struct definitions {
    struct definition *items;
    size_t count, capacity;
};

static bool read_whole(const char *base, const char *suffix, struct bytes *content,
                       struct error *error) {
    struct bytes path = {0};
    bytes_append_format(&path, "%s%s", base, suffix);
    const char *name = bytes_string(&path);
    bool done = name ? read_file(name, content, error) : error_set_memory(error);
    bytes_free(&path);
    return done;
}

/* Numbers in the index are in base 64, most significant digit first. */
static size_t parse_number(struct slice digits) {
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t number = 0;
    for (size_t i = 0; i < digits.length && i < 8; i++) {
        const char *digit = strchr(alphabet, digits.data[i]);
        number = number * 64 + (digit ? (size_t)(digit - alphabet) : 0);
    }
    return number;
}

static bool parse_index(struct slice index, struct definitions *definitions) {
    const char *start = index.data;
    struct slice line;
    while (split_next(&index, "\n", &line)) {
        struct slice headword, offset = {0}, length = {0};
        if (!split_next(&line, "\t", &headword) || !split_next(&line, "\t", &offset) ||
            !split_next(&line, "\t", &length) || headword.length == 0 ||
            slice_starts_with(headword, slice_of_string("00"))) {
            continue;
        }
        struct definition definition = {parse_number(offset), parse_number(length),
                                        (size_t)(headword.data - start), headword.length};
        if (!array_append(&definitions->items, &definitions->count, &definitions->capacity,
                          sizeof definition, &definition)) {
            return false;
        }
    }
    return true;
}

static int compare_definitions(const void *left, const void *right) {
    const struct definition *a = left, *b = right;
    int order = (a->offset > b->offset) - (a->offset < b->offset);
    return order ? order : (a->headword > b->headword) - (a->headword < b->headword);
}

bool dictd_read(const char *base, dictd_entry *entry, void *context, struct error *error) {
    struct bytes index = {0}, dictionary = {0};
    struct definitions definitions = {0};
    bool done = read_whole(base, ".index", &index, error) &&
                read_whole(base, ".dict.dz", &dictionary, error) &&
                (parse_index(bytes_slice(&index), &definitions) || error_set_memory(error));
    if (done && definitions.count > 0) {
        qsort(definitions.items, definitions.count, sizeof *definitions.items, compare_definitions);
    }
    for (size_t i = 0; done && i < definitions.count; i++) {
        const struct definition *definition = &definitions.items[i];
        bool again = i > 0 && definitions.items[i - 1].offset == definition->offset;
        if (!again && definition->offset < dictionary.length &&
            definition->length <= dictionary.length - definition->offset) {
            done = entry(slice_of(index.data + definition->headword, definition->headword_length),
                         slice_of(dictionary.data + definition->offset, definition->length),
                         context, error);
        }
    }
    free(definitions.items);
    bytes_free(&index);
    bytes_free(&dictionary);
    return done;
}
