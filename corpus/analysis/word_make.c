/* word_make.c - what kind of word a surface is, and which of its makers makes it. */
#include "corpus/analysis/word_make.h"

#include "corpus/analysis/homoglyphs.h"
#include "corpus/analysis/word_maker.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/stemmer.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"

#include <stdlib.h>

/* No more bytes of a word are looked at; it still ends where it ends. */
#define SURFACE_BYTES 1000

struct word_maker *word_maker_new(struct vocabularies *vocabularies) {
    struct word_maker *maker = calloc(1, sizeof *maker);
    if (maker) {
        maker->tokens.vocabularies = vocabularies;
        maker->tokens.arena = &maker->arena;
    }
    return maker;
}

void word_maker_free(struct word_maker *maker) {
    if (maker) {
        bytes_free(&maker->form);
        bytes_free(&maker->repaired);
        bytes_free(&maker->part_form);
        bytes_free(&maker->pieces.bytes);
        bytes_free(&maker->tokens.scratch);
        arena_free(&maker->arena);
        free(maker);
    }
}

/* ---- clitics --------------------------------------------------------------------------------- */

/* `surface` without its last characters, as many as `end` has. */
static struct slice drop_characters(struct slice surface, struct slice end) {
    for (size_t i = 0; i < end.length; i++) {
        if (!utf8_continues(end.data[i]) && surface.length > 0) {
            surface.length = utf8_previous(surface.data, surface.length);
        }
    }
    return surface;
}

/* The surface without the clitics at its end; `form` is its normalised form. */
static struct slice drop_clitics(struct slice surface, struct slice form,
                                 const char *const *clitics) {
    bool dropped = true;
    while (dropped) {
        dropped = false;
        for (const char *const *clitic = clitics; clitic && *clitic && !dropped; clitic++) {
            struct slice end = slice_of_string(*clitic);
            struct slice rest = drop_characters(surface, end);
            if (form_ends_with(form, end) && rest.length > 0) {
                surface = rest;
                form.length -= end.length;
                dropped = true;
            }
        }
    }
    return surface;
}

/* ---- words ----------------------------------------------------------------------------------- */

static void begin(struct word_maker *maker, struct slice surface, struct vocabulary *vocabulary,
                  unsigned context) {
    struct word_tokens *tokens = &maker->tokens;
    arena_empty(&maker->arena);
    tokens->vocabulary = vocabulary;
    tokens->context = context;
    tokens->numerals = context & CONTEXT_NUMERAL;
    tokens->surface = utf8_cut(surface, SURFACE_BYTES);
    tokens->token_count = tokens->mark_count = 0;
    tokens->failed = false;
    bytes_clear(&tokens->scratch);
    maker->looks_latin = false;
    for (size_t i = 0; i < tokens->surface.length && !maker->looks_latin; i++) {
        char byte = tokens->surface.data[i];
        if (ascii_is_digit(byte) || byte == '+' || byte == '&') {
            maker->looks_latin = homoglyphs_look_latin(tokens->surface);
            break;
        }
    }
}

/* The normalised form of the surface as it stands, in maker->form. */
static struct slice normalise_surface(struct word_maker *maker) {
    bytes_clear(&maker->form);
    word_normalise(maker->tokens.surface, &maker->form);
    maker->tokens.failed |= maker->form.failed;
    return bytes_slice(&maker->form);
}

/* "dr", "U.S", "A": a full stop behind these belongs to the word and ends no sentence. */
static bool is_abbreviation(const struct word_maker *maker, struct slice form) {
    size_t next;
    struct slice surface = maker->tokens.surface;
    uint32_t first = code_point_at(surface, 0, &next);
    bool initial = next == surface.length && first != CODE_POINT_INVALID &&
                   unicode_properties(first)->sentence == SENTENCE_UPPER;
    return initial || vocabulary_listed(maker->tokens.vocabulary, form) & LISTED_ABBREVIATION;
}

/* Whether a word has only ASCII letters, or only Cyrillic ones from U+0400 to U+047F. Nothing in it
 * needs to be taken apart or repaired. */
static bool is_simple(struct slice surface) {
    size_t ascii = 0, cyrillic = 0;
    while (ascii < surface.length && ascii_is_letter(surface.data[ascii])) {
        ascii++;
    }
    while (cyrillic < surface.length && ((unsigned char)surface.data[cyrillic] | 1) == 0xd1) {
        cyrillic += 2;
    }
    return ascii == surface.length || cyrillic == surface.length;
}

static bool is_full_stop(struct slice signs) {
    return signs.length == 1 && *signs.data == '.';
}

/* "U.S", "т.е": single letters with full stops between. */
static bool is_initials(const struct word_maker *maker) {
    if (maker->part_count < 2 || !maker_is_tied_by(maker, is_full_stop)) {
        return false;
    }
    for (size_t i = 0; i < maker->part_count; i++) {
        size_t next;
        code_point_at(maker->tokens.surface, maker->parts[i].start, &next);
        if (maker->parts[i].number || next != maker->parts[i].end) {
            return false;
        }
    }
    return true;
}

/* "U.S", "т.е": one word, its letters without the full stops. */
static void make_initials(struct word_maker *maker) {
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    bytes_clear(&maker->form);
    for (size_t i = 0; i < maker->part_count; i++) {
        maker_append_form(maker, maker->parts[i].start, maker->parts[i].end, &maker->form);
    }
    tokens_add_word(&maker->tokens, span, bytes_slice(&maker->form));
}

/* A word of one part and nothing else. */
static void make_part(struct word_maker *maker, const struct part *part) {
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    if (!part->number && maker_make_glued(maker)) {
        return;
    }
    struct slice form = maker_part_form(maker, part, &span.flags);
    if (part->number) {
        maker_add_number_part(maker, span, form, NUMBER_COUNTS);
    } else {
        maker_add_letters(maker, span, form);
    }
}

/* A word that has to be taken apart to see what it is; `form` is that of all of it. */
static void make_of_parts(struct word_maker *maker, struct slice form) {
    struct word_tokens *tokens = &maker->tokens;
    if (!(vocabulary_listed(tokens->vocabulary, form) & LISTED_FUNCTION_WORD)) {
        tokens->surface = /* "can't" is no "ca" */
            drop_clitics(tokens->surface, form, tokens->vocabulary->language->clitics);
    }
    maker_cut_parts(maker);
    if (maker->part_count == 0) {
        return;
    }
    if (is_initials(maker)) {
        make_initials(maker);
    } else if (maker->part_count == 1 && maker->parts[0].end == tokens->surface.length) {
        make_part(maker, &maker->parts[0]);
    } else if (!maker_make_ordinal(maker)) {
        maker_make_compound(maker);
    }
}

const struct word *word_make(struct word_maker *maker, struct slice surface,
                             struct vocabulary *vocabulary, unsigned context, struct arena *arena) {
    begin(maker, surface, vocabulary, context);
    struct slice form = normalise_surface(maker);
    bool abbreviation = is_abbreviation(maker, form);
    if (is_simple(maker->tokens.surface)) {
        struct span all = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
        tokens_add_word(&maker->tokens, all, form);
    } else if (!maker_make_number(maker, form) && !maker_make_date_and_hour(maker)) {
        make_of_parts(maker, form);
    }
    return maker_pack(maker, surface, abbreviation, arena);
}

bool word_is_abbreviation(struct word_maker *maker, struct slice surface,
                          struct vocabulary *vocabulary) {
    begin(maker, surface, vocabulary, 0);
    return is_abbreviation(maker, normalise_surface(maker));
}

const struct word *word_make_prefix(struct word_maker *maker, struct slice surface,
                                    struct vocabulary *vocabulary, unsigned context,
                                    struct arena *arena) {
    begin(maker, surface, vocabulary, context);
    struct span span = {0, (uint32_t)maker->tokens.surface.length, 0, 0};
    maker_cut_parts(maker);
    struct slice form = maker_whole_form(maker, &span.flags);
    tokens_add_form(&maker->tokens, span, form);
    return maker_pack(maker, surface, false, arena);
}
