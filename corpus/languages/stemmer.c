#include "corpus/languages/stemmer.h"

#include "corpus/base/map.h"
#include "corpus/languages/language.h"

#include <libstemmer.h>
#include <stdlib.h>

struct stemmer {
    struct sb_stemmer *snowball;
    const struct word_forms *irregular;
    struct map *rows;     /* a form to its row in `irregular` */
    struct map *stems;    /* a stem to the last of its rows, + 1 */
    uint32_t *row_before; /* for each row, the one before of the same stem, + 1; 0: the first one */

    struct map *ends;

    const struct stem_pair *pairs;
    struct map *paired; /* a stem to the first of its places, + 1 */
    uint32_t *next;     /* for each place, the next one of the same stem, + 1; 0: the last one */
};

static bool index_row(struct stemmer *stemmer, size_t row) {
    const char *forms = stemmer->irregular[row].forms;
    for (struct slice form; next_form(&forms, &form);) {
        uint64_t *value = map_insert(stemmer->rows, form, NULL);
        if (!value) {
            return false;
        }
        *value = row;
    }
    uint64_t *last =
        map_insert(stemmer->stems, slice_of_string(stemmer->irregular[row].stem), NULL);
    if (!last) {
        return false;
    }
    stemmer->row_before[row] = (uint32_t)*last;
    *last = row + 1;
    return true;
}

static bool index_irregular(struct stemmer *stemmer, const struct word_forms *table) {
    size_t count = 0;
    while (table[count].stem) {
        count++;
    }
    stemmer->irregular = table;
    stemmer->rows = map_new();
    stemmer->stems = map_new();
    stemmer->row_before = calloc(count + 1, sizeof *stemmer->row_before);
    bool good = stemmer->rows && stemmer->stems && stemmer->row_before;
    for (size_t row = 0; row < count && good; row++) {
        good = index_row(stemmer, row);
    }
    return good;
}

struct stemmer *stemmer_open(const char *algorithm, const struct word_forms *irregular) {
    struct stemmer *stemmer = calloc(1, sizeof *stemmer);
    if (!stemmer) {
        return NULL;
    }
    stemmer->snowball = sb_stemmer_new(algorithm, "UTF_8");
    if (!stemmer->snowball || (irregular && !index_irregular(stemmer, irregular))) {
        stemmer_close(stemmer);
        return NULL;
    }
    return stemmer;
}

void stemmer_close(struct stemmer *stemmer) {
    if (stemmer) {
        sb_stemmer_delete(stemmer->snowball);
        map_free(stemmer->rows);
        map_free(stemmer->stems);
        free(stemmer->row_before);
        map_free(stemmer->ends);
        map_free(stemmer->paired);
        free(stemmer->next);
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

size_t stemmer_irregular(const struct stemmer *stemmer, struct slice form, char *stem) {
    const uint64_t *row = stemmer && stemmer->rows ? map_find(stemmer->rows, form) : NULL;
    return row ? stem_write(slice_of_string(stemmer->irregular[*row].stem), stem) : 0;
}

size_t stemmer_snowball(struct stemmer *stemmer, struct slice form, char *stem) {
    if (form.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    const sb_symbol *result =
        sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)form.data, (int)form.length);
    int length = result ? sb_stemmer_length(stemmer->snowball) : 0;
    return length > 0 ? stem_write(slice_of((const char *)result, (size_t)length), stem) : 0;
}

struct stemmer *stemmer_add_ends(struct stemmer *stemmer, const char *ends) {
    if (!stemmer) {
        return NULL;
    }
    stemmer->ends = stemmer->ends ? stemmer->ends : map_new();
    bool good = stemmer->ends != NULL;
    ends += strspn(ends, " ");
    for (struct slice end; good && next_form(&ends, &end);) {
        good = map_insert(stemmer->ends, end, NULL) != NULL;
    }
    if (!good) {
        stemmer_close(stemmer);
    }
    return good ? stemmer : NULL;
}

bool stemmer_has_end(const struct stemmer *stemmer, struct slice end) {
    return stemmer && stemmer->ends && map_find(stemmer->ends, end);
}

void stemmer_clues(const struct stemmer *stemmer, struct slice stem, struct clues *clues,
                   stemmer_add_clue *add) {
    const uint64_t *last = stemmer && stemmer->stems ? map_find(stemmer->stems, stem) : NULL;
    add(stemmer, stem, clues);
    for (size_t row = last ? (size_t)*last : 0; row > 0; row = stemmer->row_before[row - 1]) {
        const char *forms = stemmer->irregular[row - 1].forms;
        for (struct slice form; next_form(&forms, &form);) {
            add(stemmer, form, clues);
        }
    }
}

/* ---- pairs ----------------------------------------------------------------------------------- */

/* Places in a table of pairs: an even one is the first stem of row place / 2, an odd one the
 * second.
 */
static struct slice stem_at(const struct stem_pair *pairs, size_t place) {
    return slice_of_string(place % 2 == 0 ? pairs[place / 2].first : pairs[place / 2].second);
}

static bool index_pairs(struct stemmer *stemmer, const struct stem_pair *pairs) {
    size_t count = 0;
    while (pairs[count].first) {
        count++;
    }
    stemmer->pairs = pairs;
    stemmer->paired = map_new();
    stemmer->next = calloc(2 * count + 1, sizeof *stemmer->next);
    /* From the end: so a stem's chain has the order of the table. */
    for (size_t place = 2 * count; stemmer->paired && stemmer->next && place-- > 0;) {
        uint64_t *first = map_insert(stemmer->paired, stem_at(pairs, place), NULL);
        if (!first) {
            return false;
        }
        stemmer->next[place] = (uint32_t)*first;
        *first = place + 1;
    }
    return stemmer->paired && stemmer->next;
}

struct stemmer *stemmer_add_pairs(struct stemmer *stemmer, const struct stem_pair *pairs) {
    if (stemmer && !index_pairs(stemmer, pairs)) {
        stemmer_close(stemmer);
        return NULL;
    }
    return stemmer;
}

size_t stemmer_pair(const struct stemmer *stemmer, struct slice stem, size_t number,
                    char *related) {
    const uint64_t *first = stemmer && stemmer->paired ? map_find(stemmer->paired, stem) : NULL;
    size_t place = first ? (size_t)*first : 0;
    while (place > 0 && number-- > 0) {
        place = stemmer->next[place - 1];
    }
    return place > 0 ? stem_write(stem_at(stemmer->pairs, (place - 1) ^ 1), related) : 0;
}
