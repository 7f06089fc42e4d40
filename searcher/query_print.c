#include "searcher/query.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"

#include <utf8proc.h>

/* Bytes that mean something to the parser wherever they stand in a word. */
static bool is_mark(utf8proc_int32_t code) {
    return code == '(' || code == ')' || code == '"' || code == 0x201C || code == 0x201D ||
           code == 0x201E;
}

/* The next run of characters that are neither blanks nor marks, from *at on. */
static struct slice next_chunk(struct slice text, size_t *at) {
    size_t start = *at;
    size_t length = 0;
    for (; *at < text.length; *at += length) {
        utf8proc_int32_t code;
        utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text.data + *at,
                                                  (utf8proc_ssize_t)(text.length - *at), &code);
        length = taken > 0 ? (size_t)taken : 1;
        if (taken > 0 &&
            (code <= ' ' || code == 0x7F || is_mark(code) ||
             utf8proc_category(code) == UTF8PROC_CATEGORY_ZS || code == 0x2028 || code == 0x2029)) {
            if (*at > start) {
                break;
            }
            start = *at + length;
        }
    }
    return slice_of(text.data + start, *at - start);
}

/* A word that was read as words must not look like an operator the next time. */
static struct slice trim_operators(struct slice chunk) {
    static const char *const fields[] = {"title:", "lang:", "source:", "date:"};
    for (bool changed = true; changed && chunk.length > 0;) {
        changed = false;
        if (*chunk.data == '-' || *chunk.data == '=') {
            chunk = slice_of(chunk.data + 1, chunk.length - 1);
            changed = true;
        } else if (chunk.data[chunk.length - 1] == '*') {
            chunk.length--;
            changed = true;
        }
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
            struct slice field = slice_of_string(fields[i]);
            if (slice_starts_with(chunk, field)) {
                chunk = slice_of(chunk.data + field.length, chunk.length - field.length);
                changed = true;
            }
        }
    }
    return chunk;
}

static void print_words(struct slice text, bool quoted, struct bytes *out) {
    struct bytes normalised = {0};
    word_normalise(text, &normalised);
    struct slice rest = bytes_slice(&normalised);
    bool first = true;
    for (size_t at = 0; at < rest.length;) {
        struct slice chunk = next_chunk(rest, &at);
        if (!quoted) {
            chunk = trim_operators(chunk);
        }
        if (chunk.length > 0) {
            bytes_append_string(out, first ? "" : " ");
            bytes_append_slice(out, chunk);
            first = false;
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

/* How close a node binds: brackets go around a child that binds less than its place asks. */
static int binding(enum query_kind kind) {
    switch (kind) {
    case QUERY_OR:
        return 0;
    case QUERY_AND:
        return 1;
    case QUERY_SEQUENCE:
        return 2;
    case QUERY_TEXT:
        return 3;
    default:
        return 4;
    }
}

static bool is_one_chunk(struct slice text) {
    struct bytes printed = {0};
    print_words(text, false, &printed);
    bool one = !memchr(printed.data ? printed.data : "", ' ', printed.length);
    bytes_free(&printed);
    return one;
}

static void print_node(const struct query_node *node, struct bytes *out);

static void print_child(const struct query_node *child, int least, struct bytes *out) {
    bool bare = binding(child->kind) >= least ||
                (child->kind == QUERY_TEXT && least == 4 && is_one_chunk(child->text));
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
        print_child(child, binding(node->kind) + 1, out);
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
        print_child(node->child, 4, out);
        break;
    case QUERY_TITLE:
        bytes_append_string(out, "title:");
        print_child(node->child, 4, out);
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

void query_print(const struct query_node *node, struct bytes *out) {
    if (node) {
        print_node(node, out);
    }
}
