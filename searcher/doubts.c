#include "searcher/doubts.h"

#include "corpus/names/names.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/as_written.h"
#include "searcher/known.h"
#include "searcher/vocabulary.h"

#include <stdlib.h>

/* The part of the word that was read as its form: without a clitic. */
static struct slice typed_part(struct suggesting *suggesting, const struct query_word *word,
                               struct slice form) {
    struct bytes *normalised = &suggesting->scratch;
    bytes_clear(normalised);
    word_normalise(word->surface, normalised);
    bool longer = normalised->length == word->surface.length && normalised->length > form.length &&
                  slice_starts_with(bytes_slice(normalised), form);
    return slice_of(word->surface.data, longer ? form.length : word->surface.length);
}

/* Whether the word, of which `typed` is the part that was read, seems to be one: in capitals not
 * because all of the query is. */
static bool is_acronym(const struct reading *reading, struct slice typed, size_t letters) {
    bool shouted = reading->word_count > 1;
    for (size_t i = 0; i < reading->word_count && shouted; i++) {
        shouted = unicode_capitals(reading->words[i].surface) == CAPITALS_ALL;
    }
    return letters <= NAME_ACRONYM_LETTERS && unicode_capitals(typed) == CAPITALS_ALL && !shouted;
}

struct doubt *suggesting_doubt(struct suggesting *suggesting, size_t number) {
    struct search *search = suggesting->search;
    const struct query_word *word = &search->reading.words[number];
    struct doubt *doubts =
        arena_grow(&search->searcher->arena, suggesting->doubts, suggesting->doubt_count,
                   &suggesting->doubt_capacity, sizeof *doubts);
    if (!doubts) {
        error_set_memory(search->error);
        return NULL;
    }
    suggesting->doubts = doubts;
    struct doubt *doubt = &doubts[suggesting->doubt_count++];
    struct slice form = known_form(&search->reading, word);
    struct slice typed = typed_part(suggesting, word, form);
    uint32_t frequency = 0;
    *doubt = (struct doubt){
        .number = number,
        .word = {.typed = typed, .form = form, .passages = known_passages(&search->reading, word)},
        .in_dictionary = language_any_knows(form),
        .translated = known_translated(&search->reading, word),
        .named = known_named(&search->reading, word),
        .heard = known_in_latin(&search->reading, word, KNOWN_SIMILARITY_EQUAL),
    };
    if (doubt->word.passages > 0 &&
        !vocabulary_frequency(&search->searcher->index, form, &frequency, search->error)) {
        return NULL;
    }
    doubt->word.frequency = frequency > doubt->word.passages ? frequency : doubt->word.passages;
    doubt->word.known = doubt->in_dictionary || doubt->translated || doubt->heard > 0;
    doubt->word.capital = word->capitalised;
    doubt->word.acronym = is_acronym(&search->reading, typed, code_point_count(form));
    return doubt;
}

bool suggesting_replace(struct suggesting *suggesting, struct replacement replacement) {
    struct search *search = suggesting->search;
    struct replacement *replacements =
        arena_grow(&search->searcher->arena, suggesting->replacements, suggesting->count,
                   &suggesting->capacity, sizeof *replacements);
    if (!replacements) {
        return error_set_memory(search->error);
    }
    suggesting->replacements = replacements;
    replacements[suggesting->count++] = replacement;
    return true;
}

static int compare_places(const void *left, const void *right) {
    const struct replacement *a = left, *b = right;
    return (a->typed.data > b->typed.data) - (a->typed.data < b->typed.data);
}

void replacement_write(const struct replacement *replacement, bool in_capitals, struct bytes *out) {
    bool capital = unicode_capitals(replacement->typed) != CAPITALS_NONE;
    word_capitalise(replacement->word, !capital ? 0 : in_capitals ? SIZE_MAX : 1, out);
}

struct slice suggesting_write(struct suggesting *suggesting) {
    struct slice query = suggesting->search->text;
    struct bytes *out = &suggesting->scratch;
    const char *at = query.data;
    bool in_capitals = query_is_in_capitals(query, &suggesting->search->searcher->arena);
    qsort(suggesting->replacements, suggesting->count, sizeof *suggesting->replacements,
          compare_places);
    bytes_clear(out);
    for (size_t i = 0; i < suggesting->count; i++) {
        const struct replacement *replacement = &suggesting->replacements[i];
        bytes_append(out, at, (size_t)(replacement->typed.data - at));
        replacement_write(replacement, in_capitals, out);
        at = replacement->typed.data + replacement->typed.length;
    }
    bytes_append(out, at, (size_t)(query.data + query.length - at));
    return arena_copy(&suggesting->search->searcher->arena, bytes_slice(out));
}

bool suggesting_spell(struct suggesting *suggesting) {
    struct search *search = suggesting->search;
    struct bytes written = {0};
    bool good = true;
    for (size_t i = 0; i < suggesting->count && good; i++) {
        struct slice *word = &suggesting->replacements[i].word;
        bytes_clear(&written);
        good = search_as_written(search, *word, &written) && bytes_check(&written, search->error);
        if (good) {
            *word = arena_copy(&search->searcher->arena, bytes_slice(&written));
        }
    }
    bytes_free(&written);
    return good;
}
