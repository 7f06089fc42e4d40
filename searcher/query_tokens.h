/* query_tokens.h - a query cut into words, phrases, operators and fields, for query_parse.c, which
 * joins them; and how the names of fields and operators look, for query_print.c, which must not
 * write them where they would mean something else.
 *
 * What a token is depends on where it stands: a closing bracket without an open one is a blank. So
 * there is no list of tokens, but whoever reads the query asks for the token at a place. */
#ifndef ARAL_SEARCHER_QUERY_TOKENS_H
#define ARAL_SEARCHER_QUERY_TOKENS_H

#include "searcher/query.h"

enum query_token_type {
    QUERY_TOKEN_END,
    QUERY_TOKEN_OPEN,
    QUERY_TOKEN_CLOSE,
    QUERY_TOKEN_MINUS,
    QUERY_TOKEN_OR,
    QUERY_TOKEN_AND,
    QUERY_TOKEN_NOT,
    QUERY_TOKEN_WORD,
    QUERY_TOKEN_PREFIX,
    QUERY_TOKEN_PHRASE,
    QUERY_TOKEN_TITLE, /* "title:" alone: what it applies to comes next */
    QUERY_TOKEN_LANGUAGE,
    QUERY_TOKEN_SOURCE,
    QUERY_TOKEN_DATE,
};

struct query_token {
    enum query_token_type type;
    size_t start, end;               /* bytes of the query */
    struct slice text;               /* without quotes, star, equals sign and the field's name */
    bool exact;                      /* QUERY_TOKEN_PHRASE: in these forms only */
    const struct language *language; /* QUERY_TOKEN_LANGUAGE */
    struct slice from, to;           /* QUERY_TOKEN_DATE; one of them may be empty */
};

struct query_lexer {
    struct slice query;
    size_t begin;        /* where its first character stands that is no blank */
    size_t last_quote;   /* where the last quote stands: one before it is closed by some other */
    bool capitals;       /* query_is_in_capitals */
    bool sentence;       /* query_hyphen_in_sentence finds something */
    unsigned depth;      /* of the brackets that are open, kept by the parser */
    struct arena *arena; /* whose `failed` tells that memory ran out */
};

struct query_lexer query_lexer_of(struct slice query, struct arena *arena);

/* The token that begins at byte `at` or, behind blanks, after it; QUERY_TOKEN_END where there is
 * none. O(its length). */
struct query_token query_token_at(const struct query_lexer *lexer, size_t at);

/* Bytes of the field's name, with its colon, that the text begins with; 0 for none. */
size_t query_field_length(struct slice text);

/* Whether a word begins like a filter ("lang:de"): with the name of a field, but not "title:", and
 * something behind it. */
bool query_begins_filter(struct slice word);

/* Whether the text begins with a temperature below zero, a hyphen for its minus: "-20 °C", "-5
 * degrees". At the beginning of a query that excludes nothing. *failed becomes true where memory
 * ran out. */
bool query_begins_temperature(struct slice text, bool *failed);

#endif
