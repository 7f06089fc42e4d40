#include "searcher/query_tokens.h"

#include "corpus/base/ascii.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/query_signs.h"
#include "searcher/search.h"

#include <utf8proc.h>

/* ---- operators ------------------------------------------------------------------------------- */

/* The plain notation; languages have words of their own for these. */
static const struct {
    const char *word;
    enum query_token_type type;
} operators[] = {{"OR", QUERY_TOKEN_OR}, {"AND", QUERY_TOKEN_AND}, {"NOT", QUERY_TOKEN_NOT}};

/* QUERY_TOKEN_WORD where the word is no operator. */
static enum query_token_type find_operator(struct slice word) {
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (slice_equal(word, slice_of_string(operators[i].word))) {
            return operators[i].type;
        }
    }
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        if (slice_is_listed(word, language->or_words)) {
            return QUERY_TOKEN_OR;
        }
        if (slice_is_listed(word, language->and_words)) {
            return QUERY_TOKEN_AND;
        }
        if (slice_is_listed(word, language->not_words)) {
            return QUERY_TOKEN_NOT;
        }
    }
    return QUERY_TOKEN_WORD;
}

bool query_is_operator(struct slice word) {
    return find_operator(word) != QUERY_TOKEN_WORD;
}

bool query_is_and(struct slice word) {
    return find_operator(word) == QUERY_TOKEN_AND;
}

/* ---- phrases and words ----------------------------------------------------------------------- */

static struct slice between(struct slice text, size_t start, size_t end) {
    return slice_of(text.data + start, end - start);
}

/* Where the quotation whose first quote ends at `start` ends; the quote behind it begins there. */
static size_t find_quote(const struct query_lexer *lexer, size_t start) {
    for (size_t at = start, length; at < lexer->query.length; at += length) {
        if (query_is_quote(query_character(lexer->query, at, &length))) {
            return at;
        }
    }
    return lexer->query.length;
}

/* Whether a quotation begins at `at`. */
static bool begins_phrase(const struct query_lexer *lexer, size_t at) {
    size_t length;
    return at < lexer->last_quote && query_is_quote(query_character(lexer->query, at, &length));
}

static void take_phrase(const struct query_lexer *lexer, size_t at, struct query_token *token) {
    size_t length;
    query_character(lexer->query, at, &length);
    size_t end = find_quote(lexer, at + length);
    token->text = between(lexer->query, at + length, end);
    query_character(lexer->query, end, &length);
    token->end = end + length;
}

/* Where the run of non-blank characters at `at` ends: it is one word to the parser. */
static size_t find_word_end(const struct query_lexer *lexer, size_t at) {
    size_t length;
    for (; at < lexer->query.length; at += length) {
        int32_t code = query_character(lexer->query, at, &length);
        if (query_is_blank(code) || (code == ')' && lexer->depth > 0) || begins_phrase(lexer, at)) {
            break;
        }
    }
    return at;
}

/* ---- fields ---------------------------------------------------------------------------------- */

static const struct field {
    const char *name;
    enum query_token_type type;
} fields[] = {{"title:", QUERY_TOKEN_TITLE},
              {"lang:", QUERY_TOKEN_LANGUAGE},
              {"source:", QUERY_TOKEN_SOURCE},
              {"date:", QUERY_TOKEN_DATE}};

/* The fewest bytes of a language's name that stand for it: "lang:eng", "lang:indonesia". */
#define LANGUAGE_NAME_BYTES 3

/* Whether the value is a name, or the beginning of one, whatever its capitals. */
static bool begins_name(struct slice value, const char *name, struct arena *arena) {
    struct bytes forms = {0};
    word_normalise(value, &forms);
    size_t length = forms.length;
    word_normalise(slice_of_string(name), &forms);
    struct slice form = slice_of(forms.data, length);
    struct slice whole = slice_of(forms.data + length, forms.length - length);
    bool begins = !forms.failed && slice_starts_with(whole, form) &&
                  (length >= LANGUAGE_NAME_BYTES || length == whole.length);
    arena->failed |= forms.failed;
    bytes_free(&forms);
    return begins;
}

const struct language *query_language(struct slice value, struct arena *arena) {
    for (size_t i = 0; i <= language_count(); i++) {
        const struct language *language = language_at_or_other(i);
        if (begins_name(value, language->code, arena) ||
            begins_name(value, language->name, arena) ||
            begins_name(value, language->native_name, arena)) {
            return language;
        }
    }
    return NULL;
}

/* Reads "A..B", "A..", "..B" or "A"; "B..A" is the same range. */
static bool take_dates(struct query_token *token) {
    struct slice value = token->text;
    const char *dots = memmem(value.data, value.length, "..", 2);
    token->from = dots ? slice_of(value.data, (size_t)(dots - value.data)) : value;
    token->to = dots ? slice_of(dots + 2, value.length - token->from.length - 2) : value;
    if (search_date_later(token->from, token->to)) {
        struct slice from = token->from;
        token->from = token->to;
        token->to = from;
    }
    return (token->from.length > 0 || token->to.length > 0) &&
           (token->from.length == 0 || search_date_valid(token->from)) &&
           (token->to.length == 0 || search_date_valid(token->to));
}

/* The field whose name the text begins with; NULL where there is none. */
static const struct field *find_field_name(struct slice text) {
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (ascii_starts_with(text, fields[i].name)) {
            return &fields[i];
        }
    }
    return NULL;
}

size_t query_field_length(struct slice text) {
    const struct field *field = find_field_name(text);
    return field ? strlen(field->name) : 0;
}

/* The field whose name the text begins with and has something behind; NULL where there is none. */
static const struct field *find_field(struct slice text) {
    const struct field *field = find_field_name(text);
    return field && text.length > strlen(field->name) ? field : NULL;
}

bool query_begins_filter(struct slice word) {
    const struct field *field = find_field(word);
    return field && field->type != QUERY_TOKEN_TITLE;
}

/* Whether the word at token->start is a field with a proper value; then fills in the token. */
static bool take_field(const struct query_lexer *lexer, struct query_token *token) {
    const struct field *field =
        find_field(between(lexer->query, token->start, lexer->query.length));
    if (!field) {
        return false;
    }
    size_t at = token->start + strlen(field->name);
    token->type = field->type;
    if (token->type == QUERY_TOKEN_TITLE) {
        size_t taken;
        int32_t code = query_character(lexer->query, at, &taken);
        token->end = at;
        return !query_is_blank(code) && code != ')';
    }
    /* A bracket begins no value: it would be of one alternative alone. */
    bool quoted = begins_phrase(lexer, at);
    if (quoted) {
        take_phrase(lexer, at, token);
    } else {
        token->end = find_word_end(lexer, at);
        token->text = between(lexer->query, at, token->end);
    }
    switch (token->type) {
    case QUERY_TOKEN_LANGUAGE:
        token->language = query_language(token->text, lexer->arena);
        return token->language != NULL;
    case QUERY_TOKEN_DATE:
        return take_dates(token);
    default:
        return query_has_words(token->text) && (quoted || *token->text.data != '(');
    }
}

/* ---- temperatures ---------------------------------------------------------------------------- */

/* Whether the text, normalised, begins with a unit of degrees and no letter behind it. */
static bool begins_degrees(struct slice text) {
    static const char degree[] = "°";
    for (size_t i = 0; i <= language_count(); i++) {
        const struct language *language = language_at_or_other(i);
        for (const struct number_word *row = language->number_words; row && row->form; row++) {
            struct slice form = slice_of_string(row->form);
            size_t length;
            if (row->kind == NUMBER_WORD_MEASURE && row->unit &&
                strncmp(row->unit, degree, sizeof degree - 1) == 0 &&
                slice_starts_with(text, form) &&
                (form.length == text.length ||
                 !query_is_letter(query_character(text, form.length, &length)))) {
                return true;
            }
        }
    }
    return false;
}

/* The bytes of the number that the text begins with, its fraction included. */
static size_t number_length(struct slice text) {
    size_t end = 0;
    while (end < text.length && (ascii_is_digit(text.data[end]) ||
                                 (end > 0 && (text.data[end] == '.' || text.data[end] == ',')))) {
        end++;
    }
    return end;
}

bool query_begins_temperature(struct slice text, bool *failed) {
    if (text.length == 0 || *text.data != '-') {
        return false;
    }
    struct slice rest = slice_of(text.data + 1, text.length - 1), unit;
    size_t at = number_length(rest);
    struct bytes form = {0};
    if (at == 0 || !query_next_run(rest, &at, &unit)) {
        return false;
    }
    word_normalise(unit, &form);
    bool begins = !form.failed && begins_degrees(bytes_slice(&form));
    *failed |= form.failed;
    bytes_free(&form);
    return begins;
}

/* ---- tokens ---------------------------------------------------------------------------------- */

/* Whether the minus at `at` excludes what is behind it. */
static bool is_exclusion(const struct query_lexer *lexer, size_t at) {
    struct slice query = lexer->query;
    size_t length;
    int32_t next = at + 1 < query.length ? query_character(query, at + 1, &length) : ' ';
    return query.data[at] == '-' && !lexer->sentence && !query_is_blank(next) && next != '-' &&
           next != ')' &&
           !(at == lexer->begin &&
             query_begins_temperature(between(query, at, query.length), &lexer->arena->failed));
}

/* Whether it is the beginning of one word: letters, digits, hyphens and apostrophes. */
static bool is_word_start(struct slice text) {
    for (size_t at = 0, length; at < text.length; at += length) {
        int32_t code = query_character(text, at, &length);
        bool joins = utf8proc_category(code) == UTF8PROC_CATEGORY_PD || query_is_apostrophe(code) ||
                     utf8proc_category(code) == UTF8PROC_CATEGORY_MN;
        if (!query_is_letter(code) && !joins) {
            return false;
        }
    }
    return query_has_words(text);
}

static void take_word(const struct query_lexer *lexer, struct query_token *token) {
    token->end = find_word_end(lexer, token->start);
    token->text = between(lexer->query, token->start, token->end);
    token->type = lexer->capitals ? QUERY_TOKEN_WORD : find_operator(token->text);
    if (token->type != QUERY_TOKEN_WORD) {
        return;
    }
    size_t length = token->text.length;
    while (length > 0 && token->text.data[length - 1] == '*') {
        length--;
    }
    if (length < token->text.length && is_word_start(slice_of(token->text.data, length))) {
        token->text.length = length;
        token->type = QUERY_TOKEN_PREFIX;
    }
}

struct query_token query_token_at(const struct query_lexer *lexer, size_t at) {
    struct slice query = lexer->query;
    size_t length = 0;
    int32_t code = 0;
    for (; at < query.length; at += length) {
        code = query_character(query, at, &length);
        bool stray =
            (code == ')' && lexer->depth == 0) || (code == '(' && lexer->depth >= QUERY_DEPTH);
        if (!query_is_blank(code) && !stray) {
            break;
        }
    }
    struct query_token token = {.type = QUERY_TOKEN_END, .start = at, .end = at};
    if (at >= query.length) {
        return token;
    }
    size_t after;
    int32_t next = at + length < query.length ? query_character(query, at + length, &after) : ' ';
    if (code == '(' || code == ')') {
        token.type = code == '(' ? QUERY_TOKEN_OPEN : QUERY_TOKEN_CLOSE;
        token.end = at + 1;
    } else if (begins_phrase(lexer, at)) {
        token.type = QUERY_TOKEN_PHRASE;
        take_phrase(lexer, at, &token);
    } else if (is_exclusion(lexer, at)) {
        token.type = QUERY_TOKEN_MINUS;
        token.end = at + 1;
    } else if (code == '=' && begins_phrase(lexer, at + 1)) {
        token.type = QUERY_TOKEN_PHRASE;
        token.exact = true;
        take_phrase(lexer, at + 1, &token);
    } else if (code == '=' && !query_is_blank(next)) {
        token.end = find_word_end(lexer, at + 1);
        token.text = between(query, at + 1, token.end);
        token.type = QUERY_TOKEN_PHRASE;
        token.exact = true;
    } else if (!take_field(lexer, &token)) {
        take_word(lexer, &token);
    }
    return token;
}

/* Where the first character stands that is no blank. */
static size_t find_begin(struct slice query) {
    size_t at = 0, length;
    while (at < query.length && query_is_blank(query_character(query, at, &length))) {
        at += length;
    }
    return at;
}

static size_t find_last_quote(struct slice query) {
    size_t last = 0;
    for (size_t at = 0, length; at < query.length; at += length) {
        if (query_is_quote(query_character(query, at, &length))) {
            last = at;
        }
    }
    return last;
}

/* ---- sentences in capitals ------------------------------------------------------------------- */

/* A sentence has this many function words, or one that is not as short as abbreviations are (WHO,
 * US, IT). Where operators stand between all words, short ones make none: "WHO NOT US". */
#define SENTENCE_WORDS 2
#define SENTENCE_WORD_LETTERS 4

/* The run without the signs around its letters. */
static struct slice trim_signs(struct slice run) {
    size_t start = run.length, end = 0;
    for (size_t at = 0, length; at < run.length; at += length) {
        if (query_is_letter(query_character(run, at, &length))) {
            start = at < start ? at : start;
            end = at + length;
        }
    }
    return end > 0 ? between(run, start, end) : slice_of("", 0);
}

static bool is_function_word(struct slice word, struct arena *arena) {
    struct bytes form = {0};
    word_normalise(word, &form);
    bool is_function = !form.failed && language_is_function_word(bytes_slice(&form));
    arena->failed |= form.failed;
    bytes_free(&form);
    return is_function;
}

/* Whether there are small letters, or signs of the query language. */
static bool is_written_as_query(struct slice query) {
    struct slice run;
    for (size_t at = 0, length; at < query.length; at += length) {
        int32_t code = query_character(query, at, &length);
        if (utf8proc_category(code) == UTF8PROC_CATEGORY_LL || query_is_quote(code) ||
            code == '(' || code == ')' || code == '*') {
            return true;
        }
    }
    for (size_t at = 0; query_next_run(query, &at, &run);) {
        if ((run.length > 1 && (*run.data == '-' || *run.data == '=')) || find_field(run)) {
            return true;
        }
    }
    return false;
}

bool query_is_in_capitals(struct slice query, struct arena *arena) {
    struct slice run;
    size_t words = 0;
    bool behind_word = false, neighbours = false;
    if (is_written_as_query(query)) {
        return false;
    }
    for (size_t at = 0; query_next_run(query, &at, &run);) {
        struct slice word = trim_signs(run);
        bool is_word = !query_is_operator(word);
        if (is_word && is_function_word(word, arena)) {
            if (code_point_count(word) >= SENTENCE_WORD_LETTERS) {
                return true;
            }
            words++;
        }
        neighbours |= behind_word && is_word;
        behind_word = is_word;
    }
    return neighbours && words >= SENTENCE_WORDS;
}

/* ---- whole sentences ------------------------------------------------------------------------- */

/* Whether the last sign, but for quotes and brackets that close, is one that ends sentences. */
static bool ends_as_sentence(struct slice query) {
    int32_t last = 0;
    for (size_t at = 0, length; at < query.length; at += length) {
        int32_t code = query_character(query, at, &length);
        bool closes = query_is_blank(code) || query_is_quote(code) || query_is_apostrophe(code) ||
                      code == ')';
        last = closes ? last : code;
    }
    return last == '.' || last == '?' || last == '!' || last == 0x2026;
}

static bool has_capital(struct slice query) {
    for (size_t at = 0, length; at < query.length; at += length) {
        if (utf8proc_category(query_character(query, at, &length)) == UTF8PROC_CATEGORY_LU) {
            return true;
        }
    }
    return false;
}

/* Whether a quotation goes on behind the run; `quoted` is whether one does before it, `until_last`
 * the bytes from the run to the last quote of all. */
static bool goes_on_quoted(struct slice run, size_t until_last, bool quoted) {
    for (size_t at = 0, length; at < run.length; at += length) {
        bool quote = query_is_quote(query_character(run, at, &length));
        quoted = quote ? !quoted && at < until_last : quoted;
    }
    return quoted;
}

/* The first word with a hyphen before it, outside quotes, without signs behind it; empty where
 * there is none. */
static struct slice find_hyphened(struct slice query) {
    struct slice run;
    size_t last_quote = find_last_quote(query);
    bool quoted = false;
    for (size_t at = 0, length; query_next_run(query, &at, &run);) {
        if (!quoted && run.length > 1 && *run.data == '-' &&
            query_is_letter(query_character(run, 1, &length))) {
            return slice_of(run.data, 1 + trim_signs(run).length);
        }
        size_t start = at - run.length;
        quoted = goes_on_quoted(run, last_quote > start ? last_quote - start : 0, quoted);
    }
    return slice_of("", 0);
}

struct slice query_hyphen_in_sentence(struct slice query, struct arena *arena) {
    struct slice hyphened = find_hyphened(query), run;
    size_t function_words = 0;
    /* Queries in plain notation have no capitals: what they exclude stays so. */
    bool sentence = hyphened.length > 0 && ends_as_sentence(query) && has_capital(query);
    for (size_t at = 0; sentence && query_next_run(query, &at, &run);) {
        sentence = !query_is_operator(run) && !find_field(run);
        function_words += is_function_word(trim_signs(run), arena);
    }
    return sentence && function_words >= SENTENCE_WORDS ? hyphened : slice_of("", 0);
}

struct query_lexer query_lexer_of(struct slice query, struct arena *arena) {
    return (struct query_lexer){.query = query,
                                .begin = find_begin(query),
                                .last_quote = find_last_quote(query),
                                .capitals = query_is_in_capitals(query, arena),
                                .sentence = query_hyphen_in_sentence(query, arena).length > 0,
                                .arena = arena};
}
