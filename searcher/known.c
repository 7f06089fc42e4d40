#include "searcher/known.h"

#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"
#include "corpus/names/names.h"
#include "corpus/unicode/properties.h"

/* The translations of shorter words show that these are no misspelt ones: there always is a
 * frequent word that is like a short one. */
#define LETTERS_LEAST_TRANSLATED 6

bool known_inside(struct slice part, struct slice whole) {
    return part.data >= whole.data && part.data + part.length <= whole.data + whole.length;
}

bool known_is_word(struct slice form) {
    for (size_t i = 0; i < form.length; i++) {
        if (ascii_is_digit(form.data[i])) {
            return false;
        }
    }
    return form.length > 0;
}

bool known_begins_query(const struct search *search, struct slice part) {
    const char *at = search->text.data;
    while (at < part.data && *at == ' ') {
        at++;
    }
    return at == part.data;
}

struct slice known_form(const struct reading *reading, const struct query_word *word) {
    for (const struct alternative *alternative = reading_first(reading, word); alternative;
         alternative = reading_next(reading, alternative)) {
        /* Names may have forms in another alphabet. */
        if (alternative->form && alternative->kind == MATCH_EXACT) {
            return reading->forms[alternative->form - 1].form;
        }
    }
    return slice_of("", 0);
}

uint32_t known_in_latin(const struct reading *reading, const struct query_word *word,
                        double least_similarity) {
    struct slice form = known_form(reading, word);
    uint32_t most = 0;
    if (utf8_is_ascii(word->surface)) {
        return 0;
    }
    for (const struct alternative *name = reading_first(reading, word); name;
         name = reading_next(reading, name)) {
        for (size_t i = 0; i < name->stem_count; i++) {
            const struct name_stem *stem = &name->stems[i];
            if (stem->language && utf8_is_ascii(term_stem(stem->term)) && stem->passages > most &&
                name_similarity(form, term_stem(stem->term)) >= least_similarity) {
                most = stem->passages;
            }
        }
    }
    return most;
}

/* Whether passages have the word by an alternative of that kind. */
static bool is_found_as(const struct reading *reading, const struct query_word *word,
                        enum match_kind kind) {
    for (const struct alternative *alternative = reading_first(reading, word); alternative;
         alternative = reading_next(reading, alternative)) {
        if (alternative->kind == kind && alternative->passages > 0) {
            return true;
        }
    }
    return false;
}

bool known_named(const struct reading *reading, const struct query_word *word) {
    return word->capitalised && is_found_as(reading, word, MATCH_NAME);
}

/* That something else sounds like it does not make it a word. */
uint32_t known_passages(const struct reading *reading, const struct query_word *word) {
    uint32_t most = word->capitalised ? known_in_latin(reading, word, 0) : 0;
    for (const struct alternative *alternative = reading_first(reading, word); alternative;
         alternative = reading_next(reading, alternative)) {
        bool own = alternative->kind == MATCH_EXACT || alternative->kind == MATCH_STEM;
        most = own && alternative->passages > most ? alternative->passages : most;
    }
    return most;
}

bool known_translated(const struct reading *reading, const struct query_word *word) {
    return word->written.length == 0 && is_found_as(reading, word, MATCH_TRANSLATION);
}

size_t known_typed_out(const struct reading *reading) {
    size_t known = 0;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        const struct alternative *at = reading_first(reading, word);
        while (at && !(at->kind >= MATCH_NAME && at->language && at->passages > 0)) {
            at = reading_next(reading, at);
        }
        known += word->written.length > 0 && (at || language_is_function_word(word->written));
    }
    return known;
}

static bool is_known(const struct reading *reading, const struct query_word *word) {
    return known_passages(reading, word) > 0 || known_translated(reading, word);
}

bool known_any(const struct reading *reading) {
    for (size_t i = 0; i < reading->word_count; i++) {
        if (is_known(reading, &reading->words[i])) {
            return true;
        }
    }
    return false;
}

/* Whether it is a part of a compound that is known: "anak" of "anak-anak". That passages write both
 * as one word (joined.h) makes neither a word. */
static bool is_part_of_known(const struct reading *reading, size_t number) {
    struct slice part = reading->words[number].surface;
    for (size_t i = 0; i < number; i++) {
        const struct query_word *whole = &reading->words[i];
        if (known_inside(part, whole->surface) &&
            (is_found_as(reading, whole, MATCH_EXACT) || known_translated(reading, whole))) {
            return true;
        }
    }
    return false;
}

/* Whether passages have the word as a form of another one of the query. */
static bool is_form_of_other(const struct reading *reading, struct slice form) {
    for (size_t i = 0; i < reading->alternative_count; i++) {
        const struct alternative *alternative = &reading->alternatives[i];
        if (alternative->kind == MATCH_EXACT && alternative->passages > 0 &&
            reading_has_form(reading, alternative, form)) {
            return true;
        }
    }
    return false;
}

bool known_doubtful(const struct search *search, size_t number) {
    const struct reading *reading = &search->reading;
    const struct query_word *word = &reading->words[number];
    bool searched = word->use == SEARCH_WORD_USED || word->use == SEARCH_WORD_UNKNOWN;
    uint32_t passages = known_passages(reading, word);
    struct slice form = known_form(reading, word);
    bool sure = known_translated(reading, word) &&
                (word->capitalised || code_point_count(form) < LETTERS_LEAST_TRANSLATED);
    return searched && !word->prefix &&
           (word->written.length == 0 || known_typed_out(reading) < KNOWN_TYPED_OUT) &&
           !reading_has_parts(reading, number) && !sure &&
           known_rare(passages, search->searcher->index.passages) &&
           !is_part_of_known(reading, number) && known_is_word(form) &&
           (passages > 0 || !is_form_of_other(reading, form));
}
