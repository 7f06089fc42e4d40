/* The grammar of queries: tokens joined to a tree. */
#include "searcher/query.h"

#include "corpus/base/map.h"
#include "searcher/query_signs.h"
#include "searcher/query_tokens.h"

struct parser {
    struct query_lexer lexer;
    size_t at;        /* bytes of the query that were read */
    unsigned nesting; /* of parse_primary */
    struct arena *arena;
};

static struct query_token peek(const struct parser *parser) {
    return query_token_at(&parser->lexer, parser->at);
}

/* Whether something can be joined that begins with this token. */
static bool begins_operand(enum query_token_type type) {
    return type != QUERY_TOKEN_END && type != QUERY_TOKEN_CLOSE && type != QUERY_TOKEN_OR &&
           type != QUERY_TOKEN_AND;
}

/* The token at or behind `at`, or behind the minus signs and NOTs that stand there. */
static struct query_token peek_operand(const struct parser *parser, size_t at) {
    struct query_token token = query_token_at(&parser->lexer, at);
    while (token.type == QUERY_TOKEN_MINUS || token.type == QUERY_TOKEN_NOT) {
        token = query_token_at(&parser->lexer, token.end);
    }
    return token;
}

/* A token as the grammar sees it: an operator that has nothing to join is a word. */
static struct query_token read_token(const struct parser *parser, bool has_left) {
    struct query_token token = peek(parser);
    bool joins = token.type == QUERY_TOKEN_OR || token.type == QUERY_TOKEN_AND;
    if (joins || token.type == QUERY_TOKEN_NOT) {
        struct query_token next =
            joins ? peek_operand(parser, token.end) : query_token_at(&parser->lexer, token.end);
        if ((joins && !has_left) || !begins_operand(next.type)) {
            token.type = QUERY_TOKEN_WORD;
        }
    }
    return token;
}

/* ---- grammar --------------------------------------------------------------------------------- */

static struct query_node *parse_or(struct parser *parser);
static struct query_node *parse_primary(struct parser *parser, struct query_token token);

static struct query_node *new_node(struct parser *parser, enum query_kind kind) {
    struct query_node *node = arena_allocate_zeros(parser->arena, sizeof *node);
    if (node) {
        node->kind = kind;
    }
    return node;
}

static struct query_node *new_text(struct parser *parser, enum query_kind kind, struct slice text) {
    struct query_node *node = query_has_words(text) ? new_node(parser, kind) : NULL;
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

static struct query_node *parse_group(struct parser *parser) {
    parser->lexer.depth++;
    struct query_node *node = parse_or(parser);
    /* It ends with a bracket or the query: what is too deep and was passed over is not read again
     * by the groups around. */
    parser->at = peek(parser).end;
    parser->lexer.depth--;
    return node;
}

/* What "title:" or a minus applies to: the one thing that follows. */
static struct query_node *parse_operand(struct parser *parser) {
    struct query_token token = read_token(parser, false);
    if (token.type == QUERY_TOKEN_END || token.type == QUERY_TOKEN_CLOSE) {
        return NULL;
    }
    if (token.type == QUERY_TOKEN_WORD) {
        parser->at = token.end;
        return new_text(parser, QUERY_TEXT, token.text);
    }
    return parse_primary(parser, token);
}

/* Minus signs and NOTs in a row take each other back. */
static struct query_node *parse_not(struct parser *parser, struct query_token token) {
    bool without = false;
    while (token.type == QUERY_TOKEN_MINUS || token.type == QUERY_TOKEN_NOT) {
        without = !without;
        parser->at = token.end;
        token = read_token(parser, false);
    }
    struct query_node *node = parse_operand(parser);
    return without ? wrap(parser, QUERY_NOT, node) : node;
}

static struct query_node *parse_title(struct parser *parser) {
    struct query_node *node = parse_operand(parser);
    return node && node->kind == QUERY_TITLE ? node : wrap(parser, QUERY_TITLE, node);
}

/* Brackets, minus and title:, what may hold others, behind their token. Nested too deep they mean
 * nothing. */
static struct query_node *parse_nested(struct parser *parser, struct query_token token) {
    struct query_node *node = NULL;
    if (parser->nesting >= QUERY_DEPTH) {
        return NULL;
    }
    parser->nesting++;
    if (token.type == QUERY_TOKEN_OPEN) {
        node = parse_group(parser);
    } else if (token.type == QUERY_TOKEN_TITLE) {
        node = parse_title(parser);
    } else {
        node = parse_not(parser, token);
    }
    parser->nesting--;
    return node;
}

/* Anything but a word. */
static struct query_node *parse_primary(struct parser *parser, struct query_token token) {
    struct query_node *node = NULL;
    parser->at = token.end;
    switch (token.type) {
    case QUERY_TOKEN_OPEN:
    case QUERY_TOKEN_MINUS:
    case QUERY_TOKEN_NOT:
    case QUERY_TOKEN_TITLE:
        return parse_nested(parser, token);
    case QUERY_TOKEN_PHRASE:
        node = new_text(parser, QUERY_PHRASE, token.text);
        if (node) {
            node->exact = token.exact;
        }
        return node;
    case QUERY_TOKEN_PREFIX:
        return new_text(parser, QUERY_PREFIX, token.text);
    case QUERY_TOKEN_SOURCE:
        return new_text(parser, QUERY_SOURCE, token.text);
    case QUERY_TOKEN_LANGUAGE:
        node = new_node(parser, QUERY_LANGUAGE);
        if (node) {
            node->language = token.language;
        }
        return node;
    case QUERY_TOKEN_DATE:
        node = new_node(parser, QUERY_DATE);
        if (node) {
            node->from = token.from;
            node->to = token.to;
        }
        return node;
    case QUERY_TOKEN_END:
    case QUERY_TOKEN_CLOSE:
    case QUERY_TOKEN_OR:
    case QUERY_TOKEN_AND:
    case QUERY_TOKEN_WORD:
        break;
    }
    return NULL;
}

/* Words that follow one another are one text, blanks and punctuation between them included: what
 * numbers, dates and compounds are is for the analysis to say. */
static struct query_node *parse_text(struct parser *parser, struct query_token token,
                                     bool has_left) {
    const char *query = parser->lexer.query.data;
    size_t start = token.start;
    size_t end;
    size_t looked_at = start;
    do {
        end = token.end;
        parser->at = end;
        has_left = has_left || query_has_words(slice_of(query + looked_at, end - looked_at));
        looked_at = end;
        token = read_token(parser, has_left);
    } while (token.type == QUERY_TOKEN_WORD);
    return new_text(parser, QUERY_TEXT, slice_of(query + start, end - start));
}

/* The last of the siblings that are read as one: texts side by side in a sequence. */
static struct query_node *last_of_text(enum query_kind kind, struct query_node *first) {
    struct query_node *last = first;
    while (kind == QUERY_SEQUENCE && last->kind == QUERY_TEXT && last->next &&
           last->next->kind == QUERY_TEXT) {
        last = last->next;
    }
    return last;
}

/* Leaves out the siblings that are read as one before them: "a OR a" is a, and what is said three
 * hundred times would be searched for as often. */
static void fold_siblings(struct parser *parser, enum query_kind kind, struct query_node *first) {
    struct bytes read_as = {0};
    struct map *seen = first && first->next ? map_new() : NULL;
    parser->arena->failed |= first && first->next && !seen;
    for (struct query_node **link = &first; seen && *link;) {
        struct query_node *last = last_of_text(kind, *link);
        bool added = true;
        bytes_clear(&read_as);
        query_print(*link, &read_as);
        for (const struct query_node *node = *link; node != last; node = node->next) {
            bytes_append_byte(&read_as, ' ');
            query_print(node->next, &read_as);
        }
        parser->arena->failed |= read_as.failed || !map_insert(seen, bytes_slice(&read_as), &added);
        if (added) {
            link = &last->next;
        } else {
            *link = last->next;
        }
    }
    map_free(seen);
    bytes_free(&read_as);
}

/* What the siblings make together; one alone stands for itself. */
static struct query_node *join(struct parser *parser, enum query_kind kind,
                               struct query_node *first) {
    fold_siblings(parser, kind, first);
    return first && first->next ? wrap(parser, kind, first) : first;
}

static struct query_node *parse_sequence(struct parser *parser) {
    struct query_node *first = NULL;
    struct query_node **link = &first;
    for (;;) {
        struct query_token token = read_token(parser, first != NULL);
        if (!begins_operand(token.type)) {
            break;
        }
        struct query_node *node = token.type == QUERY_TOKEN_WORD
                                      ? parse_text(parser, token, first != NULL)
                                      : parse_primary(parser, token);
        if (node) {
            *link = node;
            link = &node->next;
        }
    }
    return join(parser, QUERY_SEQUENCE, first);
}

static struct query_node *parse_joined(struct parser *parser, enum query_token_type type,
                                       enum query_kind kind,
                                       struct query_node *(*parse)(struct parser *)) {
    struct query_node *first = parse(parser);
    struct query_node **link = first ? &first->next : &first;
    for (struct query_token token; (token = read_token(parser, first != NULL)).type == type;) {
        parser->at = token.end;
        struct query_node *node = parse(parser);
        if (node) {
            *link = node;
            link = &node->next;
        }
    }
    return join(parser, kind, first);
}

static struct query_node *parse_and(struct parser *parser) {
    return parse_joined(parser, QUERY_TOKEN_AND, QUERY_AND, parse_sequence);
}

static struct query_node *parse_or(struct parser *parser) {
    return parse_joined(parser, QUERY_TOKEN_OR, QUERY_OR, parse_and);
}

struct query_node *query_parse(struct slice query, struct arena *arena) {
    struct parser parser = {.lexer = query_lexer_of(query, arena), .arena = arena};
    return parse_or(&parser);
}
