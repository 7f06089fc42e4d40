#include "corpus/analysis/vocabulary.h"

#include "corpus/base/utf8.h"
#include "corpus/languages/stemmer.h"
#include "corpus/unicode/bare.h"

#include <stdlib.h>

/* So many stems of one language, some 2 MB, are kept; then they are all forgotten. */
#define STEMS_KEPT 16000

/* Above the set of enum listed: 1 + the number of the row in number_words, or 0. */
#define NUMBER_WORD_SHIFT 32

static bool list_add(struct map *map, struct slice key, uint64_t bits) {
    uint64_t *value = map_insert(map, key, NULL);
    if (!value) {
        return false;
    }
    *value |= bits;
    return true;
}

static bool list_add_all(struct map *map, const char *const *list, uint64_t bits) {
    for (; list && *list; list++) {
        if (!list_add(map, slice_of_string(*list), bits)) {
            return false;
        }
    }
    return true;
}

/* Adds the lists that say one thing of their words each. */
static bool lists_add(struct map *map, const struct language *language) {
    const struct {
        const char *const *words;
        enum listed bit;
    } lists[] = {
        {language->function_words, LISTED_FUNCTION_WORD},
        {language->abbreviations, LISTED_ABBREVIATION},
        {language->numbered_words, LISTED_NUMBERED},
        {language->behind_pronoun, LISTED_BEHIND_PRONOUN},
        {language->negations, LISTED_NEGATION},
        {language->particles, LISTED_PARTICLE},
        {language->number_ands, LISTED_NUMBER_AND},
        {language->number_articles, LISTED_NUMBER_ARTICLE},
        {language->before_decades, LISTED_BEFORE_DECADE},
        {language->behind_decades, LISTED_BEHIND_DECADE},
        {language->range_words, LISTED_RANGE},
        {language->day_ands, LISTED_DAY_AND},
        {language->before_times, LISTED_BEFORE_TIME},
        {language->before_hours, LISTED_BEFORE_HOUR},
        {language->numbered_behind, LISTED_NUMBERED_BEHIND},
        {language->behind_counts, LISTED_BEHIND_COUNT},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (!list_add_all(map, lists[i].words, lists[i].bit)) {
            return false;
        }
    }
    return true;
}

/* `phrase` up to its first space; empty where it is one word. */
static struct slice first_of_several(const char *phrase) {
    const char *space = strchr(phrase, ' ');
    return slice_of(phrase, space ? (size_t)(space - phrase) : 0);
}

static bool number_words_add(struct map *map, const struct number_word *words) {
    for (size_t i = 0; words && words[i].form; i++) {
        uint64_t *value = map_insert(map, slice_of_string(words[i].form), NULL);
        if (!value) {
            return false;
        }
        if (*value >> NUMBER_WORD_SHIFT == 0) { /* the first row of a form stands */
            *value |= (uint64_t)(i + 1) << NUMBER_WORD_SHIFT;
        }
        struct slice first = first_of_several(words[i].form);
        if (first.length > 0 && words[i].kind != NUMBER_WORD_RATE && /* read behind a unit only */
            !list_add(map, first, LISTED_BEGINS_NUMBER_WORD)) {
            return false;
        }
    }
    return true;
}

static bool compounds_add(struct map *map, const char *const *list) {
    for (; list && *list; list++) {
        struct slice first = first_of_several(*list);
        if (!list_add(map, slice_of_string(*list), COMPOUND_WHOLE) ||
            !list_add(map, first, COMPOUND_BEGINS)) {
            return false;
        }
    }
    return true;
}

static void free_vocabulary(struct vocabulary *vocabulary) {
    if (!vocabulary) {
        return;
    }
    if (vocabulary->stemmer && vocabulary->language->stemmer_free) {
        vocabulary->language->stemmer_free(vocabulary->stemmer);
    }
    map_free(vocabulary->words);
    map_free(vocabulary->compounds);
    map_free(vocabulary->stems);
    bytes_free(&vocabulary->stem_bytes);
    free(vocabulary);
}

static struct vocabulary *make_vocabulary(const struct language *language) {
    struct vocabulary *vocabulary = calloc(1, sizeof *vocabulary);
    if (!vocabulary) {
        return NULL;
    }
    vocabulary->language = language;
    vocabulary->stemmer = language->stemmer_new ? language->stemmer_new() : NULL;
    vocabulary->words = map_new();
    vocabulary->compounds = map_new();
    vocabulary->stems = map_new();
    if ((language->stemmer_new && !vocabulary->stemmer) || !vocabulary->words ||
        !vocabulary->compounds || !vocabulary->stems || !lists_add(vocabulary->words, language) ||
        !number_words_add(vocabulary->words, language->number_words) ||
        !compounds_add(vocabulary->compounds, language->compounds)) {
        free_vocabulary(vocabulary);
        return NULL;
    }
    return vocabulary;
}

struct vocabulary *vocabulary_find(struct vocabularies *vocabularies,
                                   const struct language *language) {
    for (size_t i = 0; i < vocabularies->count; i++) {
        if (vocabularies->items[i]->language == language) {
            return vocabularies->items[i];
        }
    }
    struct vocabulary **items =
        realloc(vocabularies->items, (vocabularies->count + 1) * sizeof *items);
    if (!items) {
        return NULL;
    }
    vocabularies->items = items;
    struct vocabulary *vocabulary = make_vocabulary(language);
    if (!vocabulary || !number_words_add(vocabularies->beside_numbers, language->number_words)) {
        free_vocabulary(vocabulary);
        return NULL;
    }
    return items[vocabularies->count++] = vocabulary;
}

bool vocabularies_make(struct vocabularies *vocabularies) {
    vocabularies->beside_numbers = map_new();
    if (!vocabularies->beside_numbers) {
        return false;
    }
    for (size_t i = 0; i < language_count(); i++) {
        if (!vocabulary_find(vocabularies, language_at(i))) {
            return false;
        }
    }
    return vocabulary_find(vocabularies, language_other()) != NULL;
}

void vocabularies_free(struct vocabularies *vocabularies) {
    for (size_t i = 0; i < vocabularies->count; i++) {
        free_vocabulary(vocabularies->items[i]);
    }
    free(vocabularies->items);
    map_free(vocabularies->beside_numbers);
    *vocabularies = (struct vocabularies){0};
}

unsigned vocabulary_listed(const struct vocabulary *vocabulary, struct slice form) {
    const uint64_t *value = map_find(vocabulary->words, form);
    return value ? (unsigned)(*value & UINT32_MAX) : 0;
}

static const struct number_word *number_word_in(const struct vocabulary *vocabulary,
                                                struct slice form) {
    const uint64_t *value = map_find(vocabulary->words, form);
    uint64_t row = value ? *value >> NUMBER_WORD_SHIFT : 0;
    return row > 0 ? &vocabulary->language->number_words[row - 1] : NULL;
}

bool vocabulary_may_be_number_word(const struct vocabularies *vocabularies, struct slice form) {
    return map_find(vocabularies->beside_numbers, form) != NULL;
}

const struct number_word *vocabulary_number_word(const struct vocabularies *vocabularies,
                                                 const struct vocabulary *own, struct slice form) {
    const struct number_word *word = number_word_in(own, form);
    for (size_t i = 0; !word && i < vocabularies->count; i++) {
        word = number_word_in(vocabularies->items[i], form);
    }
    return word;
}

const struct number_word *vocabulary_symbol(const struct vocabularies *vocabularies,
                                            struct slice form) {
    for (size_t i = 0; i < vocabularies->count; i++) {
        if (vocabularies->items[i]->language == language_other()) {
            return number_word_in(vocabularies->items[i], form);
        }
    }
    return NULL;
}

bool vocabulary_begins_number_word(const struct vocabularies *vocabularies, struct slice form) {
    for (size_t i = 0; i < vocabularies->count; i++) {
        if (vocabulary_listed(vocabularies->items[i], form) & LISTED_BEGINS_NUMBER_WORD) {
            return true;
        }
    }
    return false;
}

static size_t make_stem(struct vocabulary *vocabulary, struct slice form, char *stem) {
    const struct language *language = vocabulary->language;
    char bare[LANGUAGE_STEM_BYTES];
    size_t length = 0;
    if (language->bare_latin && !utf8_is_ascii(form)) {
        form = slice_of(bare, bare_write(form, bare));
    }
    if (language->stem) {
        length = language->stem(vocabulary->stemmer, form, stem);
    }
    if (length == 0 && form.length > 0) {
        memcpy(stem, form.data, form.length);
        length = form.length;
    }
    return length;
}

/* Keeps a stem, as its place and length in stem_bytes; without memory for it, does not. */
static void keep_stem(struct vocabulary *vocabulary, struct slice form, struct slice stem) {
    struct bytes *bytes = &vocabulary->stem_bytes;
    if (map_count(vocabulary->stems) >= STEMS_KEPT) {
        map_clear(vocabulary->stems);
        bytes_clear(bytes);
    }
    uint64_t place = (uint64_t)bytes->length << 8 | stem.length;
    bytes_append_slice(bytes, stem);
    uint64_t *kept = bytes->failed ? NULL : map_insert(vocabulary->stems, form, NULL);
    if (kept) {
        *kept = place;
    }
}

size_t vocabulary_stem(struct vocabulary *vocabulary, struct slice form, char *stem) {
    form = utf8_cut(form, LANGUAGE_STEM_BYTES);
    if (!vocabulary->language->stem) {
        return make_stem(vocabulary, form, stem);
    }
    const uint64_t *kept = map_find(vocabulary->stems, form);
    if (kept) {
        size_t length = *kept & 0xff;
        memcpy(stem, vocabulary->stem_bytes.data + (*kept >> 8), length);
        return length;
    }
    size_t length = make_stem(vocabulary, form, stem);
    keep_stem(vocabulary, form, slice_of(stem, length));
    return length;
}

size_t vocabulary_stem_hyphenated(struct vocabulary *vocabulary, struct slice form, char *stem) {
    const struct language *language = vocabulary->language;
    if (!language->stem_hyphenated || form.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    return language->stem_hyphenated(vocabulary->stemmer, form, stem);
}

/* Adds the clues of the forms that a name with the stem has. */
static void add_name_clues(const struct language *language, struct slice stem,
                           struct clues *clues) {
    for (const struct word_forms *name = language->names; name && name->stem; name++) {
        const char *forms = slice_equal(stem, slice_of_string(name->stem)) ? name->forms : "";
        for (struct slice form; next_form(&forms, &form);) {
            clues_add_begin(clues, language->code, form, CLUE_LETTERS);
        }
    }
}

void vocabulary_clues(struct vocabulary *vocabulary, struct slice stem, struct clues *clues) {
    const struct language *language = vocabulary->language;
    language->clues(vocabulary->stemmer, stem, clues);
    add_name_clues(language, stem, clues);
    for (const char *const *compound = language->compounds; compound && *compound; compound++) {
        if (stem.length == 0 || **compound != *stem.data) { /* as with most */
            continue;
        }
        struct slice first = first_of_several(*compound);
        if (slice_starts_with(stem, first)) {
            language->clues(vocabulary->stemmer, first, clues);
        }
    }
}

unsigned vocabulary_number(const struct vocabulary *vocabulary, enum number_word_kind kind,
                           struct slice form) {
    const struct number_word *word = number_word_in(vocabulary, form);
    return word && word->kind == kind ? (unsigned)word->value : 0;
}

void vocabulary_ordinal_clues(struct vocabulary *vocabulary, unsigned ordinal,
                              struct clues *clues) {
    const struct number_word *words = vocabulary->language->number_words;
    for (size_t i = 0; words && words[i].form; i++) {
        if (words[i].kind == NUMBER_WORD_ORDINAL && words[i].value == (int)ordinal) {
            char stem[LANGUAGE_STEM_BYTES];
            size_t length = vocabulary_stem(vocabulary, slice_of_string(words[i].form), stem);
            vocabulary_clues(vocabulary, slice_of(stem, length), clues);
        }
    }
}

size_t vocabulary_related(struct vocabulary *vocabulary, struct slice stem, size_t number,
                          char *related) {
    const struct language *language = vocabulary->language;
    return language->related ? language->related(vocabulary->stemmer, stem, number, related) : 0;
}
