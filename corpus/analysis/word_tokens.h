/* word_tokens.h - the tokens of a word while they are gathered: what word_make.c decides, told in
 * terms. */
#ifndef ARAL_ANALYSIS_WORD_TOKENS_H
#define ARAL_ANALYSIS_WORD_TOKENS_H

#include "corpus/analysis/numbers.h"
#include "corpus/analysis/word.h"

/* Enough for SURFACE_PARTS parts and the whole, of four terms each; what are letters of two
 * alphabets (homoglyphs_look_latin) have six. */
#define WORD_TOKENS 104
#define WORD_MARKS 32

struct word_tokens {
    const struct vocabularies *vocabularies;
    struct arena *arena;
    struct vocabulary *vocabulary;
    struct slice surface; /* the word; offsets count from its start */
    unsigned context;
    bool numerals; /* what need not be a numeral is one (numerals.h) */
    struct token tokens[WORD_TOKENS];
    size_t token_count;
    struct mark marks[WORD_MARKS];
    size_t mark_count;
    struct bytes scratch;
    bool failed; /* no memory */
};

/* A run of the surface and its place among the word's positions. */
struct span {
    uint32_t start, end;
    uint32_t position;
    unsigned flags; /* enum token_flag: TOKEN_PART, TOKEN_REPAIRED */
};

/* Adds letters: their stem and, where they may be a name, the form itself. */
void tokens_add_word(struct word_tokens *tokens, struct span span, struct slice form);

/* Letters whose stem is known. */
void tokens_add_stem(struct word_tokens *tokens, struct span span, struct slice form,
                     struct slice stem);

/* Letters as they are. */
void tokens_add_form(struct word_tokens *tokens, struct span span, struct slice form);

/* What a number is in its word. */
enum number_role {
    NUMBER_PLAIN = 0,       /* it stands for its value alone, as in "COVID-19" */
    NUMBER_COUNTS = 1 << 0, /* it may be part of an amount or a date */
    NUMBER_IS_ORDINAL = 1 << 1,
    NUMBER_IS_DECADE = 1 << 2,     /* an ordinal, too */
    NUMBER_IS_OF_CENTURY = 1 << 3, /* a decade, of the 20th */
};

/* A number, with a set of enum number_role. */
void tokens_add_number(struct word_tokens *tokens, struct span span, const struct number *number,
                       unsigned role);

/* Adds the ordinal that digits mean beside what they number, where `numerals` says so: "abad 19".
 */
void tokens_add_numeral(struct word_tokens *tokens, struct span span, const struct number *number);

/* The terms of a date: the day, its month, and the day of any year. */
void tokens_add_date(struct word_tokens *tokens, struct span span, struct date date);

/* Calls `add` for each of the terms of a date, as above. */
void date_terms(struct date date, void *context, void (*add)(void *context, struct slice term));

#endif
