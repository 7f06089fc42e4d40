#include "searcher/query.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include "searcher/query_signs.h"
#include "searcher/search.h"

#include <strings.h>
#include <utf8proc.h>

/* ---- characters ------------------------------------------------------------------------------ */

/* The character at `at`: its code point, and its bytes in *length. */
static utf8proc_int32_t character_at(struct slice text, size_t at, size_t *length) {
    utf8proc_int32_t code;
    utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                              (utf8proc_ssize_t)(text.length - at), &code);
    *length = taken > 0 ? (size_t)taken : 1;
    return taken > 0 ? code : 0xFFFD;
}

bool query_is_blank(int32_t code) {
    return code <= ' ' || code == 0x7F || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

bool query_is_quote(int32_t code) {
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xFF02;
}

static bool is_digit(utf8proc_int32_t code) {
    utf8proc_category_t category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

/* A letter or digit. Modifier letters are none: some of them stand for apostrophes. */
static bool is_letter(utf8proc_int32_t code) {
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL ||
           category == UTF8PROC_CATEGORY_LT || category == UTF8PROC_CATEGORY_LO || is_digit(code);
}

static bool has_words(struct slice text) {
    for (size_t at = 0, length; at < text.length; at += length) {
        if (is_letter(character_at(text, at, &length))) {
            return true;
        }
    }
    return false;
}

/* ---- tokens ---------------------------------------------------------------------------------- */

enum token_type {
    END,
    OPEN,
    CLOSE,
    MINUS,
    OR,
    AND,
    NOT,
    WORD,
    PREFIX,
    PHRASE,
    TITLE, /* "title:" alone: what it applies to comes next */
    LANGUAGE,
    SOURCE,
    DATE,
};

struct query_token {
    enum token_type type;
    size_t start, end;
    struct slice text; /* without marks */
    bool exact;
    const struct language *language;
    struct slice from, to;
};

struct parser {
    struct slice query;
    size_t at;
    size_t last_quote; /* where the last quote stands: an earlier one is surely closed */
    unsigned depth;    /* of brackets */
    unsigned nesting;  /* of parse_primary */
    struct arena *arena;
};

/* The plain notation; languages have words of their own for these. */
static const struct {
    const char *word;
    enum token_type type;
} operators[] = {{"OR", OR}, {"AND", AND}, {"NOT", NOT}};

static const struct field {
    const char *name;
    enum token_type type;
} fields[] = {{"title:", TITLE}, {"lang:", LANGUAGE}, {"source:", SOURCE}, {"date:", DATE}};

static bool is_one_of(struct slice word, const char *const *words) {
    for (; words && *words; words++) {
        if (slice_equal(word, slice_of_string(*words))) {
            return true;
        }
    }
    return false;
}

/* WORD where it is none. */
static enum token_type find_operator(struct slice word) {
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        if (slice_equal(word, slice_of_string(operators[i].word))) {
            return operators[i].type;
        }
    }
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        enum token_type type = is_one_of(word, language->or_words)    ? OR
                               : is_one_of(word, language->and_words) ? AND
                               : is_one_of(word, language->not_words) ? NOT
                                                                      : WORD;
        if (type != WORD) {
            return type;
        }
    }
    return WORD;
}

bool query_is_operator(struct slice word) {
    return find_operator(word) != WORD;
}

static struct slice between(struct slice text, size_t start, size_t end) {
    return slice_of(text.data + start, end - start);
}

/* Where the quotation whose first quote ends at `start` ends; the quote behind it begins there. */
static size_t find_quote(const struct parser *parser, size_t start) {
    for (size_t at = start, length; at < parser->query.length; at += length) {
        if (query_is_quote(character_at(parser->query, at, &length))) {
            return at;
        }
    }
    return parser->query.length;
}

static size_t find_last_quote(struct slice query) {
    size_t last = 0;
    for (size_t at = 0, length; at < query.length; at += length) {
        if (query_is_quote(character_at(query, at, &length))) {
            last = at;
        }
    }
    return last;
}

/* Whether a quotation begins at `at`. */
static bool begins_phrase(const struct parser *parser, size_t at) {
    size_t length;
    return at < parser->last_quote && query_is_quote(character_at(parser->query, at, &length));
}

static void take_phrase(const struct parser *parser, size_t at, struct query_token *token) {
    size_t length;
    character_at(parser->query, at, &length);
    size_t end = find_quote(parser, at + length);
    token->text = between(parser->query, at + length, end);
    character_at(parser->query, end, &length);
    token->end = end + length;
}

/* Where the run of non-blank characters at `at` ends: it is one word to the parser. */
static size_t find_word_end(const struct parser *parser, size_t at) {
    size_t length;
    for (; at < parser->query.length; at += length) {
        utf8proc_int32_t code = character_at(parser->query, at, &length);
        if (query_is_blank(code) || (code == ')' && parser->depth > 0) ||
            begins_phrase(parser, at)) {
            break;
        }
    }
    return at;
}

/* So much of a language's name will do: "lang:eng", "lang:indonesia". */
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
        const struct language *language = i < language_count() ? language_at(i) : language_other();
        if (begins_name(value, language->code, arena) ||
            begins_name(value, language->name, arena) ||
            begins_name(value, language->native_name, arena)) {
            return language;
        }
    }
    return NULL;
}

/* Whether there are so many stars, and blanks, and nothing else. */
static bool is_mere_stars(struct slice query, size_t count) {
    size_t stars = 0, length;
    for (size_t at = 0; at < query.length; at += length) {
        utf8proc_int32_t code = character_at(query, at, &length);
        if (code != '*' && !query_is_blank(code)) {
            return false;
        }
        stars += code == '*';
    }
    return stars == count;
}

bool query_is_empty(struct slice query) {
    return is_mere_stars(query, 0);
}

bool query_asks_all(struct slice query) {
    return is_mere_stars(query, 1);
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
        size_t length = strlen(fields[i].name);
        if (text.length >= length && strncasecmp(text.data, fields[i].name, length) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

size_t query_field_length(struct slice text) {
    const struct field *field = find_field_name(text);
    return field ? strlen(field->name) : 0;
}

/* The same with something behind the name. */
static const struct field *find_field(struct slice text) {
    const struct field *field = find_field_name(text);
    return field && text.length > strlen(field->name) ? field : NULL;
}

/* Whether the word at token->start is a field with a proper value; then fills in the token. */
static bool take_field(const struct parser *parser, struct query_token *token) {
    const struct field *field =
        find_field(between(parser->query, token->start, parser->query.length));
    if (!field) {
        return false;
    }
    size_t at = token->start + strlen(field->name);
    token->type = field->type;
    if (token->type == TITLE) {
        size_t taken;
        utf8proc_int32_t code = character_at(parser->query, at, &taken);
        token->end = at;
        return !query_is_blank(code) && code != ')';
    }
    /* A bracket begins no value: it would be of one alternative alone. */
    bool quoted = begins_phrase(parser, at);
    if (quoted) {
        take_phrase(parser, at, token);
    } else {
        token->end = find_word_end(parser, at);
        token->text = between(parser->query, at, token->end);
    }
    switch (token->type) {
    case LANGUAGE:
        token->language = query_language(token->text, parser->arena);
        return token->language != NULL;
    case DATE:
        return take_dates(token);
    default:
        return has_words(token->text) && (quoted || *token->text.data != '(');
    }
}

/* Whether it is the beginning of one word: letters, digits, hyphens and apostrophes. */
static bool is_word_start(struct slice text) {
    for (size_t at = 0, length; at < text.length; at += length) {
        utf8proc_int32_t code = character_at(text, at, &length);
        bool joins = utf8proc_category(code) == UTF8PROC_CATEGORY_PD || code == '\'' ||
                     code == 0x2019 || utf8proc_category(code) == UTF8PROC_CATEGORY_MN;
        if (!is_letter(code) && !joins) {
            return false;
        }
    }
    return has_words(text);
}

static void take_word(const struct parser *parser, struct query_token *token) {
    token->end = find_word_end(parser, token->start);
    token->text = between(parser->query, token->start, token->end);
    token->type = find_operator(token->text);
    if (token->type != WORD) {
        return;
    }
    size_t length = token->text.length;
    while (length > 0 && token->text.data[length - 1] == '*') {
        length--;
    }
    if (length < token->text.length && is_word_start(slice_of(token->text.data, length))) {
        token->text.length = length;
        token->type = PREFIX;
    }
}

/* The token at or behind `at`. */
static struct query_token peek_at(const struct parser *parser, size_t at) {
    struct slice query = parser->query;
    size_t length = 0;
    utf8proc_int32_t code = 0;
    for (; at < query.length; at += length) {
        code = character_at(query, at, &length);
        bool stray =
            (code == ')' && parser->depth == 0) || (code == '(' && parser->depth >= QUERY_DEPTH);
        if (!query_is_blank(code) && !stray) {
            break;
        }
    }
    struct query_token token = {.type = END, .start = at, .end = at};
    if (at >= query.length) {
        return token;
    }
    size_t after;
    utf8proc_int32_t next =
        at + length < query.length ? character_at(query, at + length, &after) : ' ';
    if (code == '(' || code == ')') {
        token.type = code == '(' ? OPEN : CLOSE;
        token.end = at + 1;
    } else if (begins_phrase(parser, at)) {
        token.type = PHRASE;
        take_phrase(parser, at, &token);
    } else if (code == '-' && !query_is_blank(next) && next != '-' && next != ')') {
        token.type = MINUS;
        token.end = at + 1;
    } else if (code == '=' && begins_phrase(parser, at + 1)) {
        token.type = PHRASE;
        token.exact = true;
        take_phrase(parser, at + 1, &token);
    } else if (code == '=' && !query_is_blank(next)) {
        token.end = find_word_end(parser, at + 1);
        token.text = between(query, at + 1, token.end);
        token.type = PHRASE;
        token.exact = true;
    } else if (!take_field(parser, &token)) {
        take_word(parser, &token);
    }
    return token;
}

static struct query_token peek(const struct parser *parser) {
    return peek_at(parser, parser->at);
}

/* Whether something can be joined that begins with this token. */
static bool begins_operand(enum token_type type) {
    return type != END && type != CLOSE && type != OR && type != AND;
}

/* The token at or behind `at`, or behind the minus signs and NOTs that stand there. */
static struct query_token peek_operand(const struct parser *parser, size_t at) {
    struct query_token token = peek_at(parser, at);
    while (token.type == MINUS || token.type == NOT) {
        token = peek_at(parser, token.end);
    }
    return token;
}

/* A token as the grammar sees it: an operator that has nothing to join is a word. */
static struct query_token read_token(const struct parser *parser, bool has_left) {
    struct query_token token = peek(parser);
    bool joins = token.type == OR || token.type == AND;
    if (joins || token.type == NOT) {
        struct query_token next =
            joins ? peek_operand(parser, token.end) : peek_at(parser, token.end);
        if ((joins && !has_left) || !begins_operand(next.type)) {
            token.type = WORD;
        }
    }
    return token;
}

/* ---- grammar --------------------------------------------------------------------------------- */

static struct query_node *parse_or(struct parser *parser);
static struct query_node *parse_primary(struct parser *parser, struct query_token token);

static struct query_node *new_node(struct parser *parser, enum query_kind kind) {
    struct query_node *node = arena_take(parser->arena, sizeof *node);
    if (node) {
        node->kind = kind;
    }
    return node;
}

static struct query_node *new_text(struct parser *parser, enum query_kind kind, struct slice text) {
    struct query_node *node = has_words(text) ? new_node(parser, kind) : NULL;
    if (node) {
        node->text = text;
    }
    return node;
}

static struct query_node *wrap(struct parser *parser, enum query_kind kind,
                               struct query_node *child) {
    struct query_node *node = child ? new_node(parser, kind) : NULL;
    if (node) {
        node->child = child;
    }
    return node;
}

static struct query_node *parse_group(struct parser *parser, struct query_token open) {
    parser->at = open.end;
    parser->depth++;
    struct query_node *node = parse_or(parser);
    struct query_token token = peek(parser);
    if (token.type == CLOSE) {
        parser->at = token.end;
    }
    parser->depth--;
    return node;
}

/* What "title:" or a minus applies to: the one thing that follows. */
static struct query_node *parse_operand(struct parser *parser) {
    struct query_token token = read_token(parser, false);
    if (token.type == END || token.type == CLOSE) {
        return NULL;
    }
    if (token.type == WORD) {
        parser->at = token.end;
        return new_text(parser, QUERY_TEXT, token.text);
    }
    return parse_primary(parser, token);
}

/* Minus signs and NOTs in a row take each other back. */
static struct query_node *parse_not(struct parser *parser, struct query_token token) {
    bool without = false;
    while (token.type == MINUS || token.type == NOT) {
        without = !without;
        parser->at = token.end;
        token = read_token(parser, false);
    }
    struct query_node *node = parse_operand(parser);
    return without ? wrap(parser, QUERY_NOT, node) : node;
}

static struct query_node *parse_title(struct parser *parser, struct query_token token) {
    parser->at = token.end;
    struct query_node *node = parse_operand(parser);
    return node && node->kind == QUERY_TITLE ? node : wrap(parser, QUERY_TITLE, node);
}

/* Brackets, minus and title:, what may hold others. Nested too deep they mean nothing. */
static struct query_node *parse_nested(struct parser *parser, struct query_token token) {
    struct query_node *node = NULL;
    if (parser->nesting >= QUERY_DEPTH) {
        parser->at = token.end;
        return NULL;
    }
    parser->nesting++;
    if (token.type == OPEN) {
        node = parse_group(parser, token);
    } else if (token.type == TITLE) {
        node = parse_title(parser, token);
    } else {
        node = parse_not(parser, token);
    }
    parser->nesting--;
    return node;
}

/* Anything but a word. */
static struct query_node *parse_primary(struct parser *parser, struct query_token token) {
    struct query_node *node = NULL;
    switch (token.type) {
    case OPEN:
    case MINUS:
    case NOT:
    case TITLE:
        return parse_nested(parser, token);
    case PHRASE:
        parser->at = token.end;
        node = new_text(parser, QUERY_PHRASE, token.text);
        if (node) {
            node->exact = token.exact;
        }
        return node;
    case PREFIX:
        parser->at = token.end;
        return new_text(parser, QUERY_PREFIX, token.text);
    case SOURCE:
        parser->at = token.end;
        return new_text(parser, QUERY_SOURCE, token.text);
    case LANGUAGE:
        parser->at = token.end;
        node = new_node(parser, QUERY_LANGUAGE);
        if (node) {
            node->language = token.language;
        }
        return node;
    case DATE:
        parser->at = token.end;
        node = new_node(parser, QUERY_DATE);
        if (node) {
            node->from = token.from;
            node->to = token.to;
        }
        return node;
    case END:
    case CLOSE:
    case OR:
    case AND:
    case WORD:
        break;
    }
    return NULL;
}

/* Words that follow one another are one text, blanks and punctuation between them included: what
 * numbers, dates and compounds are is for the analysis to say. */
static struct query_node *parse_text(struct parser *parser, struct query_token token,
                                     bool has_left) {
    size_t start = token.start;
    size_t end = token.end;
    size_t looked_at = start;
    do {
        end = token.end;
        parser->at = end;
        has_left = has_left || has_words(between(parser->query, looked_at, end));
        looked_at = end;
        token = read_token(parser, has_left);
    } while (token.type == WORD);
    return new_text(parser, QUERY_TEXT, between(parser->query, start, end));
}

/* Links the node behind the others; one alone stands for itself. */
static struct query_node *join(struct parser *parser, enum query_kind kind,
                               struct query_node *first, struct query_node *more) {
    if (!first || !more) {
        return first ? first : more;
    }
    struct query_node *node = wrap(parser, kind, first);
    if (node) {
        first->next = more;
    }
    return node;
}

static struct query_node *parse_sequence(struct parser *parser) {
    struct query_node *first = NULL;
    struct query_node **link = &first;
    for (;;) {
        struct query_token token = read_token(parser, first != NULL);
        if (!begins_operand(token.type)) {
            break;
        }
        struct query_node *node = token.type == WORD ? parse_text(parser, token, first != NULL)
                                                     : parse_primary(parser, token);
        if (node) {
            *link = node;
            link = &node->next;
        }
    }
    return first && first->next ? wrap(parser, QUERY_SEQUENCE, first) : first;
}

static struct query_node *parse_joined(struct parser *parser, enum token_type type,
                                       enum query_kind kind,
                                       struct query_node *(*parse)(struct parser *)) {
    struct query_node *first = parse(parser);
    struct query_node *more = NULL;
    struct query_node **link = &more;
    for (struct query_token token; (token = read_token(parser, first != NULL)).type == type;) {
        parser->at = token.end;
        struct query_node *node = parse(parser);
        if (node && !first) {
            first = node;
        } else if (node) {
            *link = node;
            link = &node->next;
        }
    }
    return join(parser, kind, first, more);
}

static struct query_node *parse_and(struct parser *parser) {
    return parse_joined(parser, AND, QUERY_AND, parse_sequence);
}

static struct query_node *parse_or(struct parser *parser) {
    return parse_joined(parser, OR, QUERY_OR, parse_and);
}

struct query_node *query_parse(struct slice query, struct arena *arena) {
    struct parser parser = {.query = query, .last_quote = find_last_quote(query), .arena = arena};
    return parse_or(&parser);
}

/* Whether the word begins like a filter; being a word, it has no value for it. */
static bool is_misread(struct slice word) {
    const struct field *field = find_field(word);
    return field && field->type != TITLE;
}

/* Whether a star touches a letter in the word, as one does that stands for letters elsewhere;
 * between digits it multiplies. */
static bool has_stray_star(struct slice word) {
    utf8proc_int32_t before = ' ';
    for (size_t at = 0, length; at < word.length; at += length) {
        utf8proc_int32_t code = character_at(word, at, &length);
        utf8proc_int32_t other = code == '*' ? before : before == '*' ? code : ' ';
        if (is_letter(other) && !is_digit(other)) {
            return true;
        }
        before = code;
    }
    return false;
}

/* Takes the next run of characters without blanks, from *at on; false where there is none. */
static bool next_run(struct slice text, size_t *at, struct slice *run) {
    size_t length, start = *at;
    while (*at < text.length) {
        bool blank = query_is_blank(character_at(text, *at, &length));
        if (blank && *at > start) {
            break;
        }
        *at += length;
        start = blank ? *at : start;
    }
    *run = between(text, start, *at);
    return run->length > 0;
}

/* The first of the text's words that is so. */
static struct slice find_word(struct slice text, bool (*is_so)(struct slice word)) {
    struct slice word;
    for (size_t at = 0; next_run(text, &at, &word);) {
        if (is_so(word)) {
            return word;
        }
    }
    return slice_of(NULL, 0);
}

/* The same of all texts of the tree, and of its phrases where those count, too. */
static struct slice find_word_in(const struct query_node *query, bool phrases,
                                 bool (*is_so)(struct slice word)) {
    bool wanted = query && (query->kind == QUERY_TEXT || (phrases && query->kind == QUERY_PHRASE));
    struct slice found = wanted ? find_word(query->text, is_so) : slice_of(NULL, 0);
    for (const struct query_node *child = query ? query->child : NULL; child && found.length == 0;
         child = child->next) {
        found = find_word_in(child, phrases, is_so);
    }
    return found;
}

struct slice query_misread(const struct query_node *query) {
    return find_word_in(query, false, is_misread);
}

struct slice query_stray_star(const struct query_node *query) {
    return find_word_in(query, true, has_stray_star);
}

void query_append_words(const struct query_node *node, struct bytes *out) {
    bool words = node && (node->kind == QUERY_TEXT || node->kind == QUERY_PHRASE ||
                          node->kind == QUERY_PREFIX);
    if (words) {
        bytes_append_string(out, out->length > 0 ? " " : "");
        bytes_append_slice(out, node->text);
    }
    for (const struct query_node *child = node ? node->child : NULL; child; child = child->next) {
        query_append_words(child, out);
    }
}

/* Brackets around nothing but demands, filters and exclusions take none of their force. */
static enum query_role group_role(const struct query_node *group) {
    enum query_role role = QUERY_FILTER;
    for (const struct query_node *child = group->child; child; child = child->next) {
        switch (query_role(child)) {
        case QUERY_WISH:
            return QUERY_WISH;
        case QUERY_DEMAND:
            role = QUERY_DEMAND;
            break;
        case QUERY_FILTER:
        case QUERY_EXCLUSION:
            break;
        }
    }
    return role;
}

enum query_role query_role(const struct query_node *child) {
    switch (child->kind) {
    case QUERY_PHRASE:
    case QUERY_TITLE:
        return QUERY_DEMAND;
    case QUERY_LANGUAGE:
    case QUERY_SOURCE:
    case QUERY_DATE:
        return QUERY_FILTER;
    case QUERY_NOT:
        return QUERY_EXCLUSION;
    case QUERY_SEQUENCE:
    case QUERY_AND:
    case QUERY_OR:
        return group_role(child);
    case QUERY_TEXT:
    case QUERY_PREFIX:
        break;
    }
    return QUERY_WISH;
}

/* A phrase of several words, in whatever forms: one word in quotes is surely meant to be there. */
static bool is_loose_phrase(const struct query_node *node) {
    struct slice run;
    size_t words = 0;
    for (size_t at = 0; next_run(node->text, &at, &run);) {
        words += has_words(run);
    }
    return node->kind == QUERY_PHRASE && !node->exact && words > 1;
}

/* Makes words of the loose phrases in the node and the groups in it; false where there are none. */
static bool loosen_phrases(struct query_node *node) {
    bool loosened = false;
    for (struct query_node *child = node->child; child; child = child->next) {
        if (is_loose_phrase(child)) {
            child->kind = QUERY_TEXT;
            loosened = true;
        } else if (child->kind == QUERY_SEQUENCE || child->kind == QUERY_AND ||
                   child->kind == QUERY_OR) {
            loosened |= loosen_phrases(child);
        }
    }
    return loosened;
}

bool query_loosen(struct query_node *query) {
    bool words = false;
    if (!query || query->kind != QUERY_SEQUENCE) {
        return false;
    }
    for (const struct query_node *child = query->child; child; child = child->next) {
        words |= child->kind == QUERY_TEXT;
    }
    return words && loosen_phrases(query);
}
