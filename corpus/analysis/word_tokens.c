#include "corpus/analysis/word_tokens.h"

#include "corpus/analysis/numerals.h"
#include "corpus/analysis/term_sieve.h"
#include "corpus/base/ascii.h"
#include "corpus/base/roman.h"
#include "corpus/base/utf8.h"
#include "corpus/dictionary/dictionary.h"
#include "corpus/names/names.h"
#include "corpus/unicode/properties.h"

#include <stdio.h>

/* A term made of `prefix` and `body`, in the arena. */
static struct slice make_term(struct word_tokens *tokens, const char *prefix, struct slice body) {
    body = utf8_cut(body, LANGUAGE_STEM_BYTES);
    size_t length = strlen(prefix);
    char *term = arena_allocate_bytes(tokens->arena, length + body.length);
    if (!term) {
        tokens->failed = true;
        return slice_of(NULL, 0);
    }
    memcpy(term, prefix, length);
    if (body.length > 0) {
        memcpy(term + length, body.data, body.length);
    }
    return slice_of(term, length + body.length);
}

static struct slice keep(struct word_tokens *tokens, struct slice text) {
    return make_term(tokens, "", text);
}

/* Adds a token unless the same bytes have that term already. `form` is in the arena. */
static void add(struct word_tokens *tokens, struct span span, enum token_kind kind,
                struct slice form, const char *prefix, struct slice body) {
    size_t length = strlen(prefix);
    body = utf8_cut(body, LANGUAGE_STEM_BYTES);
    for (size_t i = tokens->token_count; i-- > 0 && tokens->tokens[i].start == span.start;) {
        struct slice term = tokens->tokens[i].term;
        if (tokens->tokens[i].end == span.end && term.length == length + body.length &&
            memcmp(term.data, prefix, length) == 0 &&
            slice_equal(slice_of(term.data + length, body.length), body)) {
            return;
        }
    }
    struct slice term = make_term(tokens, prefix, body);
    if (tokens->failed || tokens->token_count == WORD_TOKENS) {
        return;
    }
    tokens->tokens[tokens->token_count++] = (struct token){
        .start = span.start,
        .end = span.end,
        .position = span.position,
        .kind = kind,
        .flags = span.flags,
        .place = term_sieve_place(term),
        .term = term,
        .form = form,
    };
}

static struct mark *add_mark(struct word_tokens *tokens, struct span span, enum mark_kind kind,
                             struct slice value) {
    if (tokens->failed || tokens->mark_count == WORD_MARKS) {
        return NULL;
    }
    struct mark *mark = &tokens->marks[tokens->mark_count++];
    *mark = (struct mark){.start = span.start,
                          .end = span.end,
                          .position = span.position,
                          .kind = kind,
                          .value = value};
    return mark;
}

static struct slice span_surface(const struct word_tokens *tokens, struct span span) {
    return slice_of(tokens->surface.data + span.start, span.end - span.start);
}

/* Whether a currency is something else as it is written: a code of ISO 4217 is one only in
 * capitals ("try" and "sum" are words), others are none in these ("RS"). */
static bool is_no_currency(const struct number_word *word, enum capitals capitals) {
    if (word->kind != NUMBER_WORD_CURRENCY || capitals == CAPITALS_ALL) {
        return word->kind == NUMBER_WORD_CURRENCY && word->value > 0;
    }
    size_t i = 0;
    while (word->form[i] && word->unit[i] && ascii_to_upper(word->form[i]) == word->unit[i]) {
        i++;
    }
    return !word->form[i] && !word->unit[i];
}

/* Words for numbers are numbers; suffixes, prefixes and units that are not told mean something only
 * where they touch one; those of the clock are looked for behind numbers, signs before them. */
static bool is_no_mark(const struct number_word *word) {
    switch (word->kind) {
    case NUMBER_WORD_CARDINAL:
    case NUMBER_WORD_ORDINAL:
    case NUMBER_WORD_ORDINAL_PREFIX:
    case NUMBER_WORD_HOUR:
    case NUMBER_WORD_HALF_DAY:
    case NUMBER_WORD_SIGN:
        return true;
    case NUMBER_WORD_MEASURE:
    case NUMBER_WORD_ORDINAL_SUFFIX:
        return !word->unit;
    default:
        return false;
    }
}

static void mark_word(struct word_tokens *tokens, struct span span, struct slice form,
                      enum capitals capitals) {
    if (!vocabulary_may_be_number_word(tokens->vocabularies, form)) {
        return;
    }
    const struct number_word *word =
        vocabulary_number_word(tokens->vocabularies, tokens->vocabulary, form);
    if (word && (is_no_mark(word) || is_no_currency(word, capitals))) {
        word = NULL;
    }
    bool several = vocabulary_begins_number_word(tokens->vocabularies, form);
    if (word || several) {
        struct mark *mark = add_mark(tokens, span, MARK_WORD, form);
        if (mark) {
            mark->word = word;
            mark->several = several;
        }
    }
}

/* The word without the signs that some spell it with: hyphens and apostrophes but between digits,
 * where a comma is a point. "covid-19" and "covid19", "jum'at" and "jumat", "m8,8" and "m8.8" are
 * one term. The result is in `form` or `out`. */
static struct slice strip_signs(struct slice form, struct bytes *out) {
    bool plain = true;
    for (size_t i = 0; i < form.length && plain; i++) {
        plain = form.data[i] != '-' && form.data[i] != '\'' && form.data[i] != ',';
    }
    if (plain) {
        return form;
    }
    bytes_clear(out);
    for (size_t i = 0; i < form.length; i++) {
        char byte = form.data[i];
        bool between_digits = i > 0 && i + 1 < form.length && ascii_is_digit(form.data[i - 1]) &&
                              ascii_is_digit(form.data[i + 1]);
        if ((byte != '-' && byte != '\'') || between_digits) {
            bytes_append_byte(out, byte == ',' ? '.' : byte);
        }
    }
    return out->length > 0 ? bytes_slice(out) : form;
}

/* Sets what capitals say of a word; returns them. */
static enum capitals flag_capitals(const struct word_tokens *tokens, struct span *span) {
    enum capitals capitals = unicode_capitals(span_surface(tokens, *span));
    if (capitals != CAPITALS_NONE && !(tokens->context & CONTEXT_CAPITALS)) {
        span->flags |= TOKEN_CAPITALISED;
        if (span->position > 0 || tokens->context & CONTEXT_MID_SENTENCE) {
            span->flags |= TOKEN_MID_SENTENCE;
        }
    }
    return capitals;
}

static bool is_common(const struct word_tokens *tokens, struct slice word) {
    const struct dictionary *dictionary = tokens->vocabulary->language->dictionary;
    struct dictionary_word found;
    return dictionary && dictionary_find(dictionary, word, &found) && !found.name;
}

/* The key under which a name is found in other alphabets; `plain` is its stem as a word. */
static void add_name(struct word_tokens *tokens, struct span span, struct slice form,
                     struct slice bare, struct slice plain) {
    char key[NAME_KEY_BYTES];
    size_t length = name_key(bare, key);
    if (length > 0) {
        span.flags |= is_common(tokens, bare) || is_common(tokens, plain) ? TOKEN_COMMON : 0u;
        add(tokens, span, TOKEN_NAME, form, PREFIX_NAME, slice_of(key, length));
    }
}

/* The stem that a word has as a name if small letters would make another word of it; empty: none,
 * or it is no name where it stands. Of a function word only capitals make one, in a query only
 * those within a sentence: it may begin with "Will". */
static struct slice find_name(const struct word_tokens *tokens, struct span span, struct slice bare,
                              enum capitals capitals) {
    bool query = tokens->context & CONTEXT_QUERY;
    bool maybe = capitals != CAPITALS_NONE || query;
    if (span.flags & TOKEN_FUNCTION_WORD) {
        maybe = capitals == CAPITALS_FIRST && (span.flags & TOKEN_MID_SENTENCE || !query);
    }
    return maybe ? language_find_name(tokens->vocabulary->language, bare) : (struct slice){0};
}

/* Adds the terms of a word: its form where that may be a name's, and its stem, `plain`, or that
 * which it has as a name, or both (analysis.h). Returns the likelier stem; where that is certain to
 * be a name's, the word is flagged as no function word. */
static struct slice add_stems(struct word_tokens *tokens, struct span *span, struct slice form,
                              struct slice bare, struct slice plain, enum capitals capitals) {
    const char *code = tokens->vocabulary->language->code;
    struct slice name = find_name(tokens, *span, bare, capitals);
    struct span as_name = *span;
    as_name.flags &= ~(unsigned)(TOKEN_FUNCTION_WORD | TOKEN_NEGATION | TOKEN_PARTICLE);
    bool named = name.length > 0 && capitals == CAPITALS_FIRST;
    if (named && span->flags & TOKEN_MID_SENTENCE) {
        *span = as_name;
        add(tokens, *span, TOKEN_STEM, form, code, name);
        return name;
    }
    /* What may be a name is found as it stands, and as any word is: a query need not show which it
     * means. */
    if (span->flags & TOKEN_MID_SENTENCE) {
        add(tokens, *span, TOKEN_STEM, form, code, bare);
    }
    if (name.length > 0 && !named) {
        add(tokens, as_name, TOKEN_STEM, form, code, name);
    }
    add(tokens, *span, TOKEN_STEM, form, code, plain);
    if (named) {
        add(tokens, as_name, TOKEN_STEM, form, code, name);
    }
    return named ? name : plain;
}

/* US, WHO and IT are no pronouns, nor is the I of a war: they have a term that these have not. */
static void add_acronym(struct word_tokens *tokens, struct span span, struct slice form,
                        struct slice bare) {
    char term[LANGUAGE_STEM_BYTES];
    if (bare.length < sizeof term) {
        memcpy(term, bare.data, bare.length);
        term[bare.length] = ACRONYM_MARK;
        add(tokens, span, TOKEN_STEM, form, tokens->vocabulary->language->code,
            slice_of(term, bare.length + 1));
    }
}

/* Marks a number in letters unless it is 0; NULL where it does not. "Dua juta" is "2 juta". Alone,
 * words for numbers are words: "#2" beside "dua" costs .0003 of nDCG@10 and finds other twos. */
static struct mark *mark_spelled(struct word_tokens *tokens, struct span span, unsigned value) {
    char digits[sizeof "4294967295"];
    if (value == 0) {
        return NULL;
    }
    int length = snprintf(digits, sizeof digits, "%u", value);
    struct slice text = keep(tokens, slice_of(digits, (size_t)length));
    struct mark *mark = add_mark(tokens, span, MARK_NUMBER, text);
    if (mark) {
        mark->spelled = true;
    }
    return mark;
}

/* Which ordinal number a word is, by its form or its stem; 0: none. */
static unsigned ordinal_word(const struct vocabulary *vocabulary, struct slice form,
                             struct slice stem) {
    unsigned value = vocabulary_number(vocabulary, NUMBER_WORD_ORDINAL, form);
    return value > 0 ? value : vocabulary_number(vocabulary, NUMBER_WORD_ORDINAL, stem);
}

/* "XIX век" is the 19th century, as "девятнадцатый" is; in this very form neither is the other. */
static void add_ordinal(struct word_tokens *tokens, struct span span, struct slice form,
                        unsigned value) {
    char ordinal[sizeof "39."];
    if (value > 0) {
        int length = snprintf(ordinal, sizeof ordinal, "%u.", value % 100);
        add(tokens, span, TOKEN_NUMBER, form, PREFIX_NUMBER, slice_of(ordinal, (size_t)length));
    }
}

/* Flags what the lists say of a function word. */
static void flag_function_word(unsigned listed, struct span *span) {
    if (listed & LISTED_FUNCTION_WORD) {
        span->flags |= TOKEN_FUNCTION_WORD | (listed & LISTED_NEGATION ? TOKEN_NEGATION : 0) |
                       (listed & LISTED_PARTICLE ? TOKEN_PARTICLE : 0);
    }
}

/* Whether a word is a Roman numeral if its letters are one. */
static bool may_be_roman(const struct word_tokens *tokens, struct slice bare,
                         enum capitals capitals) {
    bool in_capitals = capitals == CAPITALS_ALL || (capitals != CAPITALS_NONE && bare.length == 1);
    return tokens->numerals || (in_capitals && !numeral_is_doubtful(tokens->vocabulary, bare));
}

/* Marks a word that may be the first of two that are also written as one. */
static void mark_compound(struct word_tokens *tokens, struct span span, struct slice stem) {
    const uint64_t *compound = map_find(tokens->vocabulary->compounds, stem);
    if (compound && *compound & COMPOUND_BEGINS && !(span.flags & TOKEN_PART)) {
        add_mark(tokens, span, MARK_COMPOUND, keep(tokens, stem));
    }
}

void tokens_add_word(struct word_tokens *tokens, struct span span, struct slice form) {
    enum capitals capitals = flag_capitals(tokens, &span);
    form = keep(tokens, form);
    if (tokens->failed) {
        return;
    }
    struct slice bare = strip_signs(form, &tokens->scratch);
    tokens->failed |= tokens->scratch.failed;
    bool numeral = tokens->numerals && numeral_is_doubtful(tokens->vocabulary, bare);
    bool acronym = capitals == CAPITALS_ALL && !(tokens->context & CONTEXT_CAPITALS);
    if ((acronym || numeral) &&
        vocabulary_listed(tokens->vocabulary, bare) & LISTED_FUNCTION_WORD) {
        add_acronym(tokens, span, form, bare);
        add_ordinal(tokens, span, form, numeral ? roman_numeral(bare) : 0);
        mark_word(tokens, span, form, capitals);
        return;
    }
    flag_function_word(acronym ? 0 : vocabulary_listed(tokens->vocabulary, form), &span);
    char stem[LANGUAGE_STEM_BYTES];
    /* A function word with the apostrophe of "won't", which is listed so. */
    struct slice stemmed = span.flags & TOKEN_FUNCTION_WORD ? form : bare;
    struct slice plain = slice_of(stem, vocabulary_stem(tokens->vocabulary, stemmed, stem));
    unsigned cardinal = vocabulary_number(tokens->vocabulary, NUMBER_WORD_CARDINAL, form);
    unsigned ordinal = ordinal_word(tokens->vocabulary, bare, plain);
    span.flags |= cardinal || ordinal ? TOKEN_SPELLED : 0;
    plain = add_stems(tokens, &span, form, bare, plain, capitals);
    if (span.flags & TOKEN_CAPITALISED && !(span.flags & TOKEN_FUNCTION_WORD)) {
        add_name(tokens, span, form, bare, plain);
    }
    bool roman = may_be_roman(tokens, bare, capitals);
    add_ordinal(tokens, span, form, roman ? roman_numeral(form) : 0);
    mark_spelled(tokens, span, cardinal);
    struct mark *mark = mark_spelled(tokens, span, ordinal);
    if (mark) {
        mark->ordinal = true;
    }
    mark_word(tokens, span, form, capitals);
    mark_compound(tokens, span, plain);
}

void tokens_add_stem(struct word_tokens *tokens, struct span span, struct slice form,
                     struct slice stem) {
    flag_capitals(tokens, &span);
    add(tokens, span, TOKEN_STEM, keep(tokens, form), tokens->vocabulary->language->code, stem);
}

void tokens_add_form(struct word_tokens *tokens, struct span span, struct slice form) {
    tokens_add_stem(tokens, span, form, form);
}

static void add_ordinal_of(struct word_tokens *tokens, struct span span,
                           const struct number *number) {
    char text[sizeof number->text + 1];
    memcpy(text, number->text, number->length);
    text[number->length] = '.';
    struct slice form = keep(tokens, slice_of(text, number->length + 1));
    add(tokens, span, TOKEN_NUMBER, form, PREFIX_NUMBER, form);
}

void tokens_add_numeral(struct word_tokens *tokens, struct span span, const struct number *number) {
    if (tokens->numerals) {
        span.flags |= TOKEN_PART;
        add_ordinal_of(tokens, span, number);
    }
}

void tokens_add_number(struct word_tokens *tokens, struct span span, const struct number *number,
                       unsigned role) {
    bool ordinal = role & NUMBER_IS_ORDINAL;
    struct slice value = keep(tokens, slice_of(number->text, number->length));
    if (tokens->failed) {
        return;
    }
    if (ordinal) {
        add_ordinal_of(tokens, span, number);
        span.flags |= TOKEN_PART;
    }
    add(tokens, span, TOKEN_NUMBER, value, PREFIX_NUMBER, value);
    struct mark *mark = role & NUMBER_COUNTS ? add_mark(tokens, span, MARK_NUMBER, value) : NULL;
    if (mark) {
        mark->ordinal = ordinal;
        mark->decade = role & NUMBER_IS_DECADE;
        mark->of_century = role & NUMBER_IS_OF_CENTURY;
    }
}

void date_terms(struct date date, void *context, void (*add_term)(void *, struct slice)) {
    struct date terms[] = {date, {date.year, date.month, 0}, {0, date.month, date.day}};
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        bool same = i > 0 && (date.year == 0 || date.day == 0);
        if (!same) {
            char text[DATE_BYTES];
            add_term(context, slice_of(text, date_write(terms[i], text)));
        }
    }
}

struct date_span {
    struct word_tokens *tokens;
    struct span span;
};

static void add_date_term(void *context, struct slice term) {
    struct date_span *at = context;
    add(at->tokens, at->span, TOKEN_DATE, keep(at->tokens, term), PREFIX_DATE, term);
}

void tokens_add_date(struct word_tokens *tokens, struct span span, struct date date) {
    struct date_span at = {tokens, span};
    date_terms(date, &at, add_date_term);
}
