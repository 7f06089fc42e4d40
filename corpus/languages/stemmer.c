#include "corpus/languages/stemmer.h"

#include "corpus/base/map.h"
#include "corpus/languages/language.h"

#include <libstemmer.h>
#include <stdlib.h>

struct stemmer {
    struct sb_stemmer *snowball;
    const struct word_forms *irregular;
    struct map *rows; /* a form to its row in `irregular` */
};

static bool index_forms(struct map *rows, const struct word_forms *table) {
    for (size_t row = 0; table[row].stem; row++) {
        for (const char *form = table[row].forms; *form;) {
            size_t length = strcspn(form, " ");
            uint64_t *value = map_insert(rows, slice_of(form, length), NULL);
            if (!value) {
                return false;
            }
            *value = row;
            form += length;
            form += strspn(form, " ");
        }
    }
    return true;
}

void *stemmer_open(const char *algorithm, const struct word_forms *irregular) {
    struct stemmer *stemmer = calloc(1, sizeof *stemmer);
    if (!stemmer) {
        return NULL;
    }
    stemmer->snowball = sb_stemmer_new(algorithm, "UTF_8");
    stemmer->irregular = irregular;
    stemmer->rows = irregular ? map_new() : NULL;
    if (!stemmer->snowball ||
        (irregular && (!stemmer->rows || !index_forms(stemmer->rows, irregular)))) {
        stemmer_close(stemmer);
        return NULL;
    }
    return stemmer;
}

void stemmer_close(void *state) {
    struct stemmer *stemmer = state;
    if (stemmer) {
        sb_stemmer_delete(stemmer->snowball);
        map_free(stemmer->rows);
        free(stemmer);
    }
}

size_t stem_write(struct slice stem, char *out) {
    if (stem.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    memcpy(out, stem.data, stem.length);
    return stem.length;
}

size_t stemmer_irregular(const void *state, struct slice form, char *stem) {
    const struct stemmer *stemmer = state;
    const uint64_t *row = stemmer && stemmer->rows ? map_find(stemmer->rows, form) : NULL;
    return row ? stem_write(slice_of_string(stemmer->irregular[*row].stem), stem) : 0;
}

size_t stemmer_snowball(void *state, struct slice form, char *stem) {
    struct stemmer *stemmer = state;
    if (form.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    const sb_symbol *result =
        sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)form.data, (int)form.length);
    int length = result ? sb_stemmer_length(stemmer->snowball) : 0;
    return length > 0 ? stem_write(slice_of((const char *)result, (size_t)length), stem) : 0;
}

/* Mostly false at the first letters: a table is gone through for every word of a query. */
static bool is_string(struct slice stem, const char *string) {
    size_t i = 0;
    while (i < stem.length && string[i] != '\0' && string[i] == stem.data[i]) {
        i++;
    }
    return i == stem.length && string[i] == '\0';
}

size_t stem_pairs_find(const struct stem_pair *pairs, struct slice stem, size_t number,
                       char *related) {
    for (; pairs->first; pairs++) {
        bool first = is_string(stem, pairs->first);
        if ((first || is_string(stem, pairs->second)) && number-- == 0) {
            return stem_write(slice_of_string(first ? pairs->second : pairs->first), related);
        }
    }
    return 0;
}
