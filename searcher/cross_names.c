/* Names of a query, in whatever alphabet they are written. */
#include "corpus/languages/language.h"
#include "corpus/names/names.h"
#include "searcher/crossing.h"

#include <math.h>

enum {
    NAME_STEMS = 16,              /* so many stems of a name find passages */
    CODE_BYTES = sizeof "xx" - 1, /* of a language, before each stem */
    /* A stem that fewer than one in so many passages have in capitals is rather no name: "hero" is
     * not every "here" that begins a sentence. */
    NAME_SHARE = 16,
};

/* So alike the name and a stem that has lost sounds must be. */
#define NAME_STEM_SIMILARITY 0.5

double crossing_direct_idf(const struct reading *reading, uint32_t word) {
    double idf = 0;
    for (uint32_t next = reading->words[word].first; next;
         next = reading->alternatives[next - 1].next) {
        const struct alternative *alternative = &reading->alternatives[next - 1];
        if (alternative->kind == MATCH_EXACT && alternative->passages > 0) {
            idf = fmax(idf, alternative->idf);
        }
    }
    return idf;
}

/* ---- stems ----------------------------------------------------------------------------------- */

/* The stems that a name may have in the index. */
struct stems {
    struct name_stem *stems;         /* those most like the name, these first */
    double similarities[NAME_STEMS]; /* of each */
    size_t count;
    uint64_t passages; /* of all that are alike enough, the word's own stem among them */
};

/* Of equally similar ones the first in byte order goes first. */
static void keep_stem(struct stems *kept, struct name_stem stem, double similarity) {
    size_t at = kept->count;
    while (at > 0 && kept->similarities[at - 1] < similarity) {
        at--;
    }
    if (at == NAME_STEMS) {
        return;
    }
    kept->count += kept->count < NAME_STEMS;
    size_t behind = kept->count - at - 1;
    memmove(kept->stems + at + 1, kept->stems + at, behind * sizeof stem);
    memmove(kept->similarities + at + 1, kept->similarities + at, behind * sizeof similarity);
    kept->stems[at] = stem;
    kept->similarities[at] = similarity;
}

/* So alike as names in a text, or less where the stem's own key shows that it is not all of a name.
 */
static bool is_alike(struct slice key, struct slice stem, double similarity) {
    char own[NAME_KEY_BYTES];
    return similarity >= NAME_SIMILARITY_SAME ||
           (similarity >= NAME_STEM_SIMILARITY &&
            !slice_equal(slice_of(own, name_key(stem, own)), key));
}

static bool take_stem(struct crossing *crossing, struct slice form, struct slice key,
                      struct slice term, uint64_t count, struct stems *out) {
    struct reading_maker *maker = crossing->maker;
    const uint64_t *known = map_find(maker->reading->terms, term);
    const struct alternative *own = known ? &maker->reading->alternatives[*known] : NULL;
    if (own && own->kind == MATCH_EXACT) { /* what the query's word finds is no name besides */
        out->passages += own->passages;
        return true;
    }
    struct name_stem stem = {.term = term};
    struct slice bare = slice_of(term.data + CODE_BYTES, term.length - CODE_BYTES);
    double similarity = name_similarity(form, bare);
    if (!is_alike(key, bare, similarity)) {
        return true;
    }
    if (!index_get_frequency(maker->index, term, &stem.passages, maker->error)) {
        return false;
    }
    if (stem.passages > 0 && count >= stem.passages / NAME_SHARE) {
        out->passages += stem.passages;
        stem.term = arena_copy(maker->arena, term);
        stem.language = language_find(slice_of(term.data, CODE_BYTES));
        keep_stem(out, stem, similarity);
    }
    return true;
}

/* Finds the stems of the names that have the key. */
static bool find_stems(struct crossing *crossing, struct slice form, struct slice key,
                       struct stems *out) {
    struct reading_maker *maker = crossing->maker;
    struct bytes prefix = {0};
    struct slice name;
    uint64_t count;
    out->stems = arena_take(maker->arena, NAME_STEMS * sizeof *out->stems);
    schema_name(key, slice_of("", 0), &prefix);
    struct schema_words *names = NULL;
    if (!out->stems || prefix.failed) {
        error_set_memory(maker->error);
    } else {
        names = schema_words_open(maker->index->xapian, bytes_slice(&prefix), maker->error);
    }
    bool read = names != NULL;
    while (read && (read = schema_words_next(names, &name, &count, maker->error)) && count > 0) {
        read =
            take_stem(crossing, form, key,
                      slice_of(name.data + prefix.length, name.length - prefix.length), count, out);
    }
    schema_words_free(names);
    bytes_free(&prefix);
    return read;
}

/* ---- the names of a query -------------------------------------------------------------------- */

/* A word may be a name where it is written like one, or where no dictionary knows it. */
static bool add_name(struct crossing *crossing, struct slice form,
                     const struct source_word *about) {
    struct reading_maker *maker = crossing->maker;
    struct reading *reading = maker->reading;
    char term[1 + NAME_KEY_BYTES] = "~";
    size_t length = about->known && !about->capitalised ? 0 : name_key(form, term + 1);
    uint32_t word;
    if (length == 0 || map_find(reading->terms, slice_of(term, length + 1))) {
        return true;
    }
    if (!reading_get_word(maker, about->surface, &word)) {
        return false;
    }
    if (reading->words[word].use == SEARCH_WORD_REPEATED ||
        !reading_admit_word(maker, &reading->words[word], reading->leaves[about->leaf].excluded)) {
        return true;
    }
    struct stems stems = {0};
    if (!find_stems(crossing, form, slice_of(term + 1, length), &stems)) {
        return false;
    }
    struct alternative like = {
        .term = slice_of(term, length + 1),
        .stems = stems.stems,
        .stem_count = stems.count,
        .kind = MATCH_NAME,
        .passages = stems.passages > UINT32_MAX ? UINT32_MAX : (uint32_t)stems.passages,
        .word = word,
    };
    size_t number = reading->alternative_count;
    if (!reading_add_beside(maker, about->leaf, &like) ||
        !reading_add_form(maker, &reading->alternatives[number], form)) {
        return false;
    }
    double idf = crossing_direct_idf(reading, word);
    struct alternative *added = &reading->alternatives[number];
    added->idf = idf > 0 ? fmin(added->idf, idf) : added->idf;
    return true;
}

bool crossing_add_related_names(struct crossing *crossing, const struct source *source) {
    const struct language *language = source->language;
    struct analyzer *analyzer = crossing->maker->analyzer;
    size_t code = strlen(language->code);
    char related[LANGUAGE_STEM_BYTES];
    for (size_t i = 0; language->related && i < source->count; i++) {
        struct slice stem = source->words[i].term;
        stem = slice_of(stem.data + code, stem.length - code);
        size_t length;
        for (size_t n = 0; (length = analyzer_related(analyzer, language, stem, n, related)) > 0;
             n++) {
            if (!add_name(crossing, slice_of(related, length), &source->about[i])) {
                return false;
            }
        }
    }
    return true;
}

bool crossing_add_names(struct crossing *crossing, const struct source *source) {
    for (size_t i = 0; i < source->count; i++) {
        if (!add_name(crossing, source->words[i].form, &source->about[i])) {
            return false;
        }
    }
    return true;
}
