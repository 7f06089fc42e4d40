#include "corpus/base/plural.h"
#include "corpus/languages/language.h"
#include "searcher/marked.h"
#include "searcher/print_formats.h"

#include <inttypes.h>

#define BOLD "\033[1m"
#define PLAIN "\033[0m"

/* The bytes of a character at byte `at` that sets the direction of what follows it, up to the end
 * of the line (U+202A to U+202E, U+2066 to U+2069); 0: it is none. */
static size_t direction_length(struct slice text, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text.data + at;
    bool sets = text.length - at >= 3 && bytes[0] == 0xE2 &&
                ((bytes[1] == 0x80 && bytes[2] >= 0xAA && bytes[2] <= 0xAE) ||
                 (bytes[1] == 0x81 && bytes[2] >= 0xA6 && bytes[2] <= 0xA9));
    return sets ? 3 : 0;
}

void append_line_text(struct bytes *out, struct slice text) {
    size_t done = 0;
    bool blank = false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        /* U+0080 to U+009F are controls too: C2 80 to C2 9F. */
        bool wide = byte == 0xC2 && i + 1 < text.length && (unsigned char)text.data[i + 1] < 0xA0;
        if (byte < 0x20 || byte == 0x7F || wide) {
            bytes_append(out, text.data + done, i - done);
            if (!blank) {
                bytes_append_byte(out, ' ');
            }
            blank = true;
            i += wide;
            done = i + 1;
        } else if (direction_length(text, i) > 0) {
            bytes_append(out, text.data + done, i - done);
            done = i + direction_length(text, i);
            i = done - 1;
        } else {
            blank = byte == ' ';
        }
    }
    bytes_append(out, text.data + done, text.length - done);
}

static void append_bold(struct bytes *out, struct slice text, bool bold) {
    bytes_append_string(out, bold ? BOLD : "");
    append_line_text(out, text);
    bytes_append_string(out, bold ? PLAIN : "");
}

/* How the passage was found, where no word of the query itself is in it. */
static const char *found_by(const struct search_result *result) {
    enum match_kind best = MATCH_TRANSLATION;
    for (size_t i = 0; i < result->highlight_count; i++) {
        best = result->highlights[i].kind < best ? result->highlights[i].kind : best;
    }
    if (result->highlight_count == 0 || best < MATCH_NAME) {
        return NULL;
    }
    return best == MATCH_NAME ? "found by a name" : "found by translation";
}

static void append_field(struct bytes *out, struct slice field, bool *first) {
    if (field.length > 0) {
        bytes_append_string(out, *first ? "   " : " \xC2\xB7 ");
        append_line_text(out, field);
        *first = false;
    }
}

static void print_result(const struct search_result *result, bool color, struct bytes *out) {
    bool first = true;
    struct marked_text snippet = marked_snippet(result);
    struct marked_piece piece;
    const char *found = found_by(result);
    bytes_append_format(out, "%" PRIu32 ". ", result->rank);
    append_bold(out, result->name, color);
    bytes_append_byte(out, '\n');
    append_field(out, result->date, &first);
    append_field(out, result->source, &first);
    append_field(out, slice_of_string(result->language->code), &first);
    append_field(out, result->id, &first);
    append_field(out, slice_of_string(found), &first);
    bytes_append_string(out, "\n   ");
    bool bold = false;
    while (marked_piece_next(&snippet, &piece)) {
        if (color && piece.marked != bold) {
            bold = piece.marked;
            bytes_append_string(out, bold ? BOLD : PLAIN);
        }
        append_line_text(out, piece.text);
    }
    bytes_append_string(out, bold ? PLAIN "\n" : "\n");
    if (result->copies > 0) {
        bytes_append_format(out, "   (and %" PRIu32 " nearly the same)\n", result->copies);
    }
    bytes_append_byte(out, '\n');
}

static void print_total(const struct search_answer *answer, struct bytes *out) {
    const struct search_total *total = &answer->total;
    if (total->exact) {
        bytes_append_format(out, "%" PRIu64 " passage%s in %" PRIu64 " article%s\n",
                            total->passages, plural(total->passages), total->articles,
                            plural(total->articles));
    } else {
        bytes_append_format(out, "at least %" PRIu64 " passage%s\n", total->passages,
                            plural(total->passages));
    }
}

void print_text(const struct search_answer *answer, const struct print_options *options,
                struct bytes *out) {
    if (options->topic.length > 0) {
        bytes_append_string(out, "== ");
        append_line_text(out, options->topic);
        bytes_append_string(out, ": ");
        append_line_text(out, answer->query);
        bytes_append_string(out, "\n\n");
    }
    if (answer->suggestion.length > 0) {
        bytes_append_string(out, "Did you mean: ");
        append_bold(out, answer->suggestion, options->color);
        bytes_append_string(out, "\n\n");
    }
    for (size_t i = 0; i < answer->result_count; i++) {
        print_result(&answer->results[i], options->color, out);
    }
    if (answer->result_count > 0 || answer->total.passages > 0) {
        print_total(answer, out);
    } else {
        bytes_append_string(out, "Nothing found.\n");
    }
}
