#include "searcher/query.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"
#include "searcher/query_signs.h"
#include "searcher/query_tokens.h"

/* U+2212, which excludes nothing, as the '-' before a word would. */
#define MINUS_SIGN "\xE2\x88\x92"

/* Whether the character means something to the parser wherever it stands in a word. */
static bool is_mark(int32_t code) {
    return code == '(' || code == ')' || query_is_quote(code);
}

/* The next run of characters that are neither blanks nor marks, from *at on. */
static struct slice next_chunk(struct slice text, size_t *at) {
    size_t start = *at;
    size_t length = 0;
    for (; *at < text.length; *at += length) {
        int32_t code = query_character(text, *at, &length);
        if (query_is_blank(code) || is_mark(code)) {
            if (*at > start) {
                break;
            }
            start = *at + length;
        }
    }
    return slice_of(text.data + start, *at - start);
}

static void print_chunk(struct slice chunk, bool *first, struct bytes *out) {
    if (chunk.length > 0) {
        bytes_append_string(out, *first ? "" : " ");
        bytes_append_slice(out, chunk);
        *first = false;
    }
}

/* What was read as words must not look like an operator or a field the next time, but for the minus
 * of a temperature. */
static void print_plain_chunk(struct slice chunk, bool *first, struct bytes *out) {
    for (bool changed = true; changed && chunk.length > 0;) {
        size_t field = query_field_length(chunk);
        size_t cut = *chunk.data == '-' || *chunk.data == '=' ? 1 : field;
        bool starred = chunk.data[chunk.length - 1] == '*';
        if (field > 0) {
            print_chunk(slice_of(chunk.data, field - 1), first, out);
        }
        chunk = slice_of(chunk.data + cut, chunk.length - cut);
        chunk.length -= starred && chunk.length > 0;
        changed = cut > 0 || starred;
    }
    print_chunk(chunk, first, out);
}

static void print_words(struct slice text, bool quoted, struct bytes *out) {
    struct bytes normalised = {0};
    word_normalise(text, &normalised);
    struct slice rest = bytes_slice(&normalised);
    bool first = true;
    bool begins = out->length == 0;
    for (size_t at = 0; at < rest.length;) {
        struct slice chunk = next_chunk(rest, &at);
        bool negative = query_begins_temperature(
            slice_of(chunk.data, (size_t)(rest.data + rest.length - chunk.data)), &out->failed);
        if (quoted || (negative && begins && first)) {
            print_chunk(chunk, &first, out);
        } else if (negative) {
            print_chunk(slice_of_string(MINUS_SIGN), &first, out);
            bytes_append(out, chunk.data + 1, chunk.length - 1);
        } else {
            print_plain_chunk(chunk, &first, out);
        }
    }
    out->failed |= normalised.failed;
    bytes_free(&normalised);
}

static void print_quoted(struct slice text, struct bytes *out) {
    bytes_append_byte(out, '"');
    print_words(text, true, out);
    bytes_append_byte(out, '"');
}

/* Texts side by side read as one text. */
static bool is_text(const struct query_node *node) {
    bool text = node->kind == QUERY_TEXT || node->kind == QUERY_SEQUENCE;
    for (const struct query_node *child = node->child; child && text; child = child->next) {
        text = is_text(child);
    }
    return text;
}

/* How close a node binds, from the loosest to the closest: brackets go around a child that binds
 * less than its place asks. */
enum binding { BINDS_OR, BINDS_AND, BINDS_SEQUENCE, BINDS_TEXT, BINDS_NOT, BINDS_ONE };

static enum binding binding(const struct query_node *node) {
    return node->kind == QUERY_OR         ? BINDS_OR
           : node->kind == QUERY_AND      ? BINDS_AND
           : is_text(node)                ? BINDS_TEXT
           : node->kind == QUERY_SEQUENCE ? BINDS_SEQUENCE
           : node->kind == QUERY_NOT      ? BINDS_NOT
                                          : BINDS_ONE;
}

/* `out` is where it will be printed. */
static bool is_one_chunk(struct slice text, struct bytes *out) {
    struct bytes printed = {0};
    print_words(text, false, &printed);
    bool one = !memchr(printed.data ? printed.data : "", ' ', printed.length);
    out->failed |= printed.failed;
    bytes_free(&printed);
    return one;
}

static void print_node(const struct query_node *node, struct bytes *out);

static void print_child(const struct query_node *child, enum binding least, struct bytes *out) {
    bool bare = binding(child) >= least ||
                (child->kind == QUERY_TEXT && least > BINDS_TEXT && is_one_chunk(child->text, out));
    if (!bare) {
        bytes_append_byte(out, '(');
    }
    print_node(child, out);
    if (!bare) {
        bytes_append_byte(out, ')');
    }
}

static void print_children(const struct query_node *node, const char *between, struct bytes *out) {
    for (const struct query_node *child = node->child; child; child = child->next) {
        print_child(child, node->kind == QUERY_SEQUENCE ? BINDS_TEXT : binding(node) + 1, out);
        bytes_append_string(out, child->next ? between : "");
    }
}

static void print_node(const struct query_node *node, struct bytes *out) {
    switch (node->kind) {
    case QUERY_TEXT:
        print_words(node->text, false, out);
        break;
    case QUERY_PREFIX:
        print_words(node->text, false, out);
        bytes_append_byte(out, '*');
        break;
    case QUERY_PHRASE:
        bytes_append_string(out, node->exact ? "=" : "");
        print_quoted(node->text, out);
        break;
    case QUERY_SEQUENCE:
        print_children(node, " ", out);
        break;
    case QUERY_AND:
        print_children(node, " AND ", out);
        break;
    case QUERY_OR:
        print_children(node, " OR ", out);
        break;
    case QUERY_NOT:
        bytes_append_byte(out, '-');
        print_child(node->child, BINDS_ONE, out);
        break;
    case QUERY_TITLE:
        bytes_append_string(out, "title:");
        print_child(node->child, BINDS_NOT, out);
        break;
    case QUERY_LANGUAGE:
        bytes_append_string(out, "lang:");
        bytes_append_string(out, node->language->code);
        break;
    case QUERY_SOURCE:
        bytes_append_string(out, "source:");
        print_quoted(node->text, out);
        break;
    case QUERY_DATE:
        bytes_append_string(out, "date:");
        bytes_append_slice(out, node->from);
        if (!slice_equal(node->from, node->to)) {
            bytes_append_string(out, "..");
            bytes_append_slice(out, node->to);
        }
        break;
    }
}

/* Whether the first thing of the tree is excluded. */
static bool begins_without(const struct query_node *node) {
    while (node->kind == QUERY_SEQUENCE || node->kind == QUERY_AND || node->kind == QUERY_OR) {
        node = node->child;
    }
    return node->kind == QUERY_NOT;
}

/* What is excluded must not look like a temperature: "NOT 20 °C". */
void query_print(const struct query_node *node, struct bytes *out) {
    struct bytes printed = {0};
    if (!node) {
        return;
    }
    print_node(node, &printed);
    struct slice text = bytes_slice(&printed);
    bool excluded = begins_without(node) && query_begins_temperature(text, &printed.failed);
    bytes_append_string(out, excluded ? "NOT " : "");
    bytes_append_slice(out, slice_of(text.data + excluded, text.length - excluded));
    out->failed |= printed.failed;
    bytes_free(&printed);
}
