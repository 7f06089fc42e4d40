/* typed_out.c - words of another alphabet that were typed out in Latin letters: "vetryanye turbiny"
 * for "ветряные турбины". */
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/dictionary/dictionary.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/crossing.h"
#include "searcher/known.h"
#include "searcher/query_signs.h"
#include "searcher/romanised.h"
#include "searcher/vocabulary.h"

#include <math.h>
#include <utf8proc.h>

/* A word of fewer letters does not show that a query is typed out: by chance it is one in any
 * language. */
#define LETTERS_LEAST 4

/* So many letters may have been left out, or are read otherwise than they mostly are. */
#define STRANGE_MOST 2

/* Negative log likelihood of a word that no passage has in that form, beside ROMANISED_COST. */
#define COST_UNMET 1.5

/* The most beginnings that are tried to read a word: long ones take some thousands. And those for
 * all words of a query, some tenths of a second: as many as may be searched take 100,000. */
#define BEGINNINGS_MOST 10000
#define BEGINNINGS_MOST_QUERY 400000

/* ---- one word -------------------------------------------------------------------------------- */

/* What a word may be in the language. */
struct possible_word {
    struct slice word; /* in the arena */
    unsigned strange;
};

struct guessing {
    struct reading_maker *maker;
    const struct language *language;
    unsigned strange; /* so strange are those that are looked up */
    size_t beginnings_left;
    struct possible_word *candidates; /* that are words of the language */
    size_t count, capacity;
};

/* Keeps what may be meant where it is a word of the language, and as strange as those looked up. */
static enum romanised_step look_up(void *context, const struct romanised *so_far) {
    struct guessing *guessing = context;
    struct arena *arena = guessing->maker->arena;
    unsigned strange = so_far->strange + so_far->silent;
    struct dictionary_reading reading;
    if (strange > guessing->strange || guessing->beginnings_left == 0) {
        return ROMANISED_BACK;
    }
    guessing->beginnings_left--;
    if (!so_far->whole || strange < guessing->strange ||
        dictionary_read(guessing->language->dictionary, so_far->word, &reading, 1) == 0) {
        return ROMANISED_ON;
    }
    struct possible_word *candidates = arena_grow(arena, guessing->candidates, guessing->count,
                                                  &guessing->capacity, sizeof *candidates);
    if (!candidates) {
        error_set_memory(guessing->maker->error);
        return ROMANISED_FAILED;
    }
    guessing->candidates = candidates;
    candidates[guessing->count++] =
        (struct possible_word){arena_copy(arena, so_far->word), strange};
    return ROMANISED_ON;
}

/* The likeliest candidate. A single one is taken without its frequency, which a server may have. */
static bool choose(const struct guessing *guessing, struct slice *found) {
    struct reading_maker *maker = guessing->maker;
    double best = -INFINITY;
    for (size_t i = 0; i < guessing->count; i++) {
        const struct possible_word *candidate = &guessing->candidates[i];
        uint32_t frequency = 0;
        if (guessing->count > 1 &&
            !vocabulary_frequency(maker->index, candidate->word, &frequency, maker->error)) {
            return false;
        }
        double score = log(frequency + 1.0) - ROMANISED_COST * candidate->strange -
                       (frequency > 0 ? 0 : COST_UNMET);
        if (score > best) {
            best = score;
            *found = candidate->word;
        }
    }
    return true;
}

/* ---- the query ------------------------------------------------------------------------------- */

/* A word in Latin letters in the text of a leaf. */
struct leaf_word {
    struct slice surface, form;
    struct slice read; /* the word in letters of the language; empty where it is none */
    size_t leaf;
    bool latin; /* a language in Latin letters has it */
    bool name;  /* it is written like one behind the first word */
};

struct leaf_words {
    struct leaf_word *words;
    size_t count, capacity;
    size_t beginnings_left; /* to be tried */
};

static bool is_known_in_latin(struct slice form) {
    bool known = false;
    for (size_t i = 0; i < language_count() && !known; i++) {
        const struct language *language = language_at(i);
        known = !language->romanisations && language_knows(language, form);
    }
    return known;
}

/* How many passages have the word in Latin letters. */
static uint32_t count_in_latin(const struct reading_maker *maker, struct slice surface) {
    const struct reading *reading = maker->reading;
    uint32_t passages = 0;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        if (word->surface.data == surface.data && word->surface.length == surface.length) {
            passages = known_passages(reading, word);
        }
    }
    return passages;
}

/* Whether passages have it, and more than may only say how it sounds. */
static bool is_met_in_latin(const struct reading_maker *maker, struct slice surface) {
    return !known_rare(count_in_latin(maker, surface), maker->index->passages);
}

/* An apostrophe behind a word may be a soft sign ("oktyabr'"), and is none of its bytes. */
static struct slice without_soft_sign(struct slice surface) {
    while (surface.length > 0) {
        size_t last = utf8_previous(surface.data, surface.length), length;
        if (!query_is_apostrophe(query_character(surface, last, &length))) {
            break;
        }
        surface.length = last;
    }
    return surface;
}

/* Letters, digits and marks, and apostrophes, which stand for signs that soften or harden. */
static bool is_of_word(int32_t code) {
    return query_is_letter(code) || query_is_apostrophe(code) ||
           utf8proc_category(code) == UTF8PROC_CATEGORY_MN;
}

/* The next word in `rest`, which moves behind it; empty where there is none. It begins with no
 * apostrophe, and behind one has none at its end either: that is a quotation mark. */
static struct slice take_word(struct slice *rest) {
    size_t start = 0, length;
    bool quoted = false;
    for (; start < rest->length; start += length) {
        int32_t code = query_character(*rest, start, &length);
        if (query_is_letter(code)) {
            break;
        }
        quoted = query_is_apostrophe(code);
    }
    size_t end = start;
    while (end < rest->length && is_of_word(query_character(*rest, end, &length))) {
        end += length;
    }
    struct slice word = slice_of(rest->data + start, end - start);
    *rest = slice_from(*rest, end);
    return quoted ? without_soft_sign(word) : word;
}

/* Whether a normalised word is in Latin letters; digits may stand for letters ("po4ta"). */
static bool is_in_latin(struct slice form) {
    bool letters = false;
    size_t i = 0;
    for (; i < form.length; i++) {
        bool letter = ascii_is_letter(form.data[i]);
        if (!letter && !ascii_is_digit(form.data[i]) && form.data[i] != '\'') {
            break;
        }
        letters = letters || letter;
    }
    return letters && i == form.length;
}

/* Lists the words of a leaf, up to the limit on words: every word is compared with every word. */
static bool list_words(struct reading_maker *maker, size_t leaf, struct leaf_words *words) {
    struct slice rest = maker->reading->leaves[leaf].node->text;
    for (struct slice surface;
         words->count < maker->limits->words && (surface = take_word(&rest)).length > 0;) {
        char scratch[WORD_SHORT_BYTES];
        struct slice form = word_normalise_short(surface, scratch);
        if (!is_in_latin(form)) {
            continue;
        }
        words->words = arena_grow(maker->arena, words->words, words->count, &words->capacity,
                                  sizeof *words->words);
        if (!words->words) {
            return error_set_memory(maker->error);
        }
        struct leaf_word *word = &words->words[words->count++];
        *word = (struct leaf_word){
            .surface = without_soft_sign(surface),
            .form = arena_copy(maker->arena, form),
            .leaf = leaf,
            .name = words->count > 1 && unicode_capitals(surface) != CAPITALS_NONE,
        };
        word->latin = is_known_in_latin(word->form);
    }
    return true;
}

/* Whether passages have the word of the language in some form, or it is a function word. */
static bool is_met(struct reading_maker *maker, const struct language *language, struct slice word,
                   bool *met) {
    struct token_list list;
    uint32_t passages;
    *met = false;
    if (!analyzer_run(maker->analyzer, word, language, ANALYSIS_QUERY, &list, maker->error)) {
        return false;
    }
    for (size_t i = 0; i < list.count && !*met; i++) {
        if (!index_get_frequency(maker->index, list.tokens[i].term, &passages, maker->error)) {
            return false;
        }
        *met = passages > 0 || list.tokens[i].flags & TOKEN_FUNCTION_WORD;
    }
    return true;
}

/* What a word is in the language; empty where it is none. */
static bool read_word(struct reading_maker *maker, const struct language *language,
                      struct leaf_words *words, const struct leaf_word *word, struct slice *found) {
    size_t left = words->beginnings_left;
    size_t most = left < BEGINNINGS_MOST ? left : BEGINNINGS_MOST;
    struct guessing guessing = {.maker = maker, .language = language, .beginnings_left = most};
    bool good = true;
    for (; good && guessing.strange <= STRANGE_MOST; guessing.strange++) {
        good = romanised_walk(language->romanisations, word->form, look_up, &guessing);
    }
    words->beginnings_left -= most - guessing.beginnings_left;
    *found = slice_of("", 0);
    return good && choose(&guessing, found);
}

/* Whether the few passages that have the word in Latin letters speak against reading it: it is a
 * function word else, which would not be sought, or no more articles have what it is read as. */
static bool is_rather_latin(struct reading_maker *maker, const struct leaf_word *word,
                            struct slice read, bool *latin) {
    uint32_t own, other;
    *latin = false;
    if (count_in_latin(maker, word->surface) == 0) {
        return true;
    }
    if (!vocabulary_frequency(maker->index, word->form, &own, maker->error) ||
        !vocabulary_frequency(maker->index, read, &other, maker->error)) {
        return false;
    }
    *latin = language_is_function_word(read) || other <= own;
    return true;
}

/* Reads the words that are some in Latin letters, or those that are none. The former only as words
 * that passages have: rare forms may be written like any word ("лике" like "like"). */
static bool read_words(struct reading_maker *maker, const struct language *language, bool latin,
                       struct leaf_words *words) {
    for (size_t i = 0; i < words->count; i++) {
        struct leaf_word *word = &words->words[i];
        struct slice read = {0};
        bool met = false, rather = false;
        if (word->latin != latin || (!latin && is_met_in_latin(maker, word->surface))) {
            continue;
        }
        if (!read_word(maker, language, words, word, &read) ||
            (latin && read.length > 0 && !is_met(maker, language, read, &met)) ||
            (!latin && read.length > 0 && !is_rather_latin(maker, word, read, &rather))) {
            return false;
        }
        if (latin ? met : !rather) {
            word->read = read;
        }
    }
    return true;
}

/* Reads the words if they seem to be typed out; else none are left. They seem so where one of
 * enough letters that is no Latin word is a word of the language, and there are more such words,
 * names aside, than Latin ones that are none of the language. */
static bool read_typed_out(struct reading_maker *maker, const struct language *language,
                           struct leaf_words *words) {
    size_t latin = 0, other = 0;
    bool sure = false;
    if (!read_words(maker, language, false, words)) {
        return false;
    }
    for (size_t i = 0; i < words->count; i++) {
        const struct leaf_word *word = &words->words[i];
        sure |= word->read.length > 0 && word->surface.length >= LETTERS_LEAST;
        other += word->read.length > 0 && !word->name;
    }
    if (sure && !read_words(maker, language, true, words)) {
        return false;
    }
    for (size_t i = 0; i < words->count; i++) {
        latin += words->words[i].latin && words->words[i].read.length == 0;
    }
    words->count = sure && (latin == 0 || other > latin) ? words->count : 0;
    return true;
}

/* Writes a leaf with what its words are in the language. */
static bool write_leaf(struct reading_maker *maker, const struct leaf_words *words, size_t leaf,
                       struct source_text *out) {
    struct bytes text = {0};
    bool good = true;
    const char *at = out->typed.data;
    out->words = arena_allocate_zeros(maker->arena, words->count * sizeof *out->words);
    for (size_t i = 0; out->words && good && i < words->count; i++) {
        const struct leaf_word *word = &words->words[i];
        uint32_t number;
        if (word->leaf != leaf || word->read.length == 0) {
            continue;
        }
        good = reading_get_word(maker, word->surface, &number);
        if (good) {
            maker->reading->words[number].written = word->read;
        }
        bytes_append(&text, at, (size_t)(word->surface.data - at));
        size_t start = text.length;
        word_capitalise(word->read, unicode_capitals(word->surface) != CAPITALS_NONE, &text);
        out->words[out->word_count++] = (struct typed_out){word->surface, start, text.length};
        at = word->surface.data + word->surface.length;
    }
    bytes_append(&text, at, (size_t)(out->typed.data + out->typed.length - at));
    out->text = arena_copy(maker->arena, bytes_slice(&text));
    good = good && bytes_check(&text, maker->error) &&
           ((out->words && out->text.data) || error_set_memory(maker->error));
    bytes_free(&text);
    return good;
}

bool crossing_read_texts(struct crossing *crossing, const struct language *language,
                         struct source *source) {
    struct reading_maker *maker = crossing->maker;
    const struct reading *reading = maker->reading;
    struct leaf_words words = {.beginnings_left = BEGINNINGS_MOST_QUERY};
    bool good = true;
    source->texts = arena_allocate_zeros(maker->arena, reading->leaf_count * sizeof *source->texts);
    if (!source->texts) {
        return error_set_memory(maker->error);
    }
    for (size_t i = 0; i < reading->leaf_count && good; i++) {
        struct slice text = reading->leaves[i].node->text;
        source->texts[i] = (struct source_text){.text = text, .typed = text};
        if (language->romanisations && language->dictionary &&
            reading_is_translated(reading, &reading->leaves[i])) {
            good = list_words(maker, i, &words);
        }
    }
    good = good && read_typed_out(maker, language, &words);
    for (size_t i = 0; i < reading->leaf_count && good && words.count > 0; i++) {
        if (reading_is_translated(reading, &reading->leaves[i])) {
            good = write_leaf(maker, &words, i, &source->texts[i]);
        }
    }
    return good;
}

/* What was typed for a byte of the text that is read: all of a word that was typed out. */
static struct slice find_typed(const struct source_text *text, size_t at) {
    const char *typed = text->typed.data;
    size_t from = 0;
    for (size_t i = 0; i < text->word_count && text->words[i].start <= at; i++) {
        const struct typed_out *word = &text->words[i];
        if (at < word->end) {
            return word->surface;
        }
        typed = word->surface.data + word->surface.length;
        from = word->end;
    }
    return slice_of(typed + (at - from), 1);
}

struct slice crossing_surface(const struct source_text *text, const struct token *token) {
    struct slice first = find_typed(text, token->start);
    struct slice last = find_typed(text, token->end - 1);
    return slice_of(first.data, (size_t)(last.data + last.length - first.data));
}

bool crossing_is_typed_out(const struct source_text *text, const struct token *token) {
    size_t i = 0;
    while (i < text->word_count && text->words[i].end <= token->start) {
        i++;
    }
    return i < text->word_count && text->words[i].start < token->end;
}

/* ---- what it finds --------------------------------------------------------------------------- */

bool crossing_add_typed_out(struct crossing *crossing, const struct source *source) {
    struct reading_maker *maker = crossing->maker;
    struct reading *reading = maker->reading;
    for (size_t i = 0; i < source->count; i++) {
        const struct source_word *about = &source->about[i];
        struct alternative like = {
            .term = about->term,
            .language = source->language,
            .kind = MATCH_NAME,
            .certainty = 1,
        };
        bool excluded = reading->leaves[about->leaf].excluded;
        if (!about->typed_out || map_find(reading->terms, about->term)) {
            continue;
        }
        if (!reading_get_first(maker, about->surface, about->term, excluded, &like.word)) {
            return false;
        }
        if (reading_admit_word(maker, &reading->words[like.word], excluded) &&
            !reading_add_beside(maker, about->leaf, &like)) {
            return false;
        }
    }
    return true;
}
