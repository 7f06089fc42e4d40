#include "corpus/base/ascii.h"
#include "corpus/base/bytes.h"
#include "corpus/languages/identify.h"
#include "corpus/lexicon/sources/sources.h"

/* An article:
 *
 *     ask /ask/ <v>
 *     1. minta, mohon
 *     make a request
 *     2. tanya
 *     request an answer
 *
 * The first line has the headword, its pronunciation and labels; translations stand on the next
 * one, or on each that begins with the next number; all else explains. In some dictionaries each
 * explanation has a number, too, of its own count:
 *
 *     wenden /x/ <v>
 *     1. belok
 *     2. andere koers gaan varen
 *     2. alamat
 *     3. zich tot een instantie wenden
 */

/* Later senses of a word, and later translations of a sense, are less likely. */
#define SENSE_DECAY 0.3
#define WORD_DECAY 0.15

struct freedict {
    const char *from, *to;
    const struct language *target; /* NULL where it is none of ours */
    bool joined;                   /* its translations have lost their spaces */
    struct translation_graph *graph;
    struct bytes headword, translation;
    struct bytes written; /* the translation as it stands there */
};

/* True where a line begins with "N. "; it is then cut off. */
static bool cut_number(struct slice *line, unsigned number) {
    unsigned found = 0;
    size_t i = 0;
    while (i < line->length && i < 3 && ascii_is_digit(line->data[i])) {
        found = found * 10 + (unsigned)(line->data[i++] - '0');
    }
    if (i == 0 || found != number || i + 1 >= line->length || line->data[i] != '.' ||
        line->data[i + 1] != ' ') {
        return false;
    }
    *line = slice_from(*line, i + 2);
    return true;
}

/* "asketisme 2.": the next sense begins on the same line and has no translation. */
static void cut_trailing_number(struct slice *part) {
    size_t end = part->length;
    if (end > 2 && part->data[end - 1] == '.' && ascii_is_digit(part->data[end - 2])) {
        for (end--; end > 0 && ascii_is_digit(part->data[end - 1]);) {
            end--;
        }
        if (end > 0 && part->data[end - 1] == ' ') {
            part->length = end - 1;
        }
    }
}

static struct phrase cited(const struct bytes *text, const char *code) {
    bool english = strcmp(code, "en") == 0;
    return (struct phrase){code, english ? without_article(bytes_slice(text)) : bytes_slice(text)};
}

/* Explanations that stand where a translation should are told by their script at least. */
static bool may_be_translation(const struct freedict *freedict) {
    return !freedict->target ||
           language_may_write(freedict->target, bytes_slice(&freedict->translation));
}

static bool add_line(struct freedict *freedict, struct slice line, unsigned sense,
                     struct error *error) {
    struct slice part;
    for (unsigned rank = 0; split_next(&line, ",;", &part); rank++) {
        bytes_clear(&freedict->written);
        bytes_clear(&freedict->translation);
        cut_trailing_number(&part);
        append_without_brackets(part, &freedict->written);
        struct slice written = bytes_slice(&freedict->written);
        if (!freedict->joined) {
            bytes_append_slice(&freedict->translation, written);
        } else if (!append_apart(freedict->graph, written, &freedict->translation)) {
            continue;
        }
        double score = 1 / ((1 + SENSE_DECAY * (sense - 1)) * (1 + WORD_DECAY * rank));
        if (!bytes_check(&freedict->headword, error) || !bytes_check(&freedict->written, error) ||
            !bytes_check(&freedict->translation, error)) {
            return false;
        }
        if (may_be_translation(freedict) &&
            !translation_graph_add(freedict->graph, cited(&freedict->headword, freedict->from),
                                   cited(&freedict->translation, freedict->to), score, error)) {
            return false;
        }
    }
    return true;
}

/* The headword as the article writes it: up to its pronunciation or labels. */
static void read_headword(struct slice line, struct bytes *headword) {
    size_t end = 0;
    while (end + 1 < line.length && !(line.data[end] == ' ' && strchr("/<[", line.data[end + 1]))) {
        end++;
    }
    end = end + 1 >= line.length ? line.length : end;
    bytes_clear(headword);
    append_without_brackets(slice_of(line.data, end), headword);
}

static bool read_article(struct slice indexed, struct slice text, void *context,
                         struct error *error) {
    (void)indexed;
    struct freedict *freedict = context;
    struct slice line = {0};
    /* Lines that begin with a space are notes. */
    while (text.length > 0 && text.data[0] == ' ' && split_next(&text, "\n", &line)) {
    }
    if (!split_next(&text, "\n", &line)) {
        return true;
    }
    read_headword(line, &freedict->headword);
    unsigned sense = 0;
    bool explained = true; /* the sense before */
    bool numbers = false;  /* explanations have some */
    while (text.length > 0) {
        bool note = text.data[0] == ' ';
        if (!split_next(&text, "\n", &line)) {
            break;
        }
        bool first = sense == 0 && !note && line.length > 0;
        bool numbered = cut_number(&line, sense + 1);
        /* What has the next sense's number explains where others did, or where that comes again. */
        struct slice next = text;
        if (numbered && !explained && (numbers || cut_number(&next, sense + 1))) {
            numbers = explained = true;
        } else if (numbered || first) {
            if (!add_line(freedict, line, ++sense, error)) {
                return false;
            }
            if (!numbered) {
                break;
            }
            explained = false;
        } else {
            numbers = numbers || (line.length > 0 && ascii_is_digit(line.data[0]));
            explained = true;
        }
    }
    return true;
}

bool freedict_read(const char *base, const char *from, const char *to, bool joined,
                   struct translation_graph *graph, struct error *error) {
    struct freedict freedict = {.from = from,
                                .to = to,
                                .target = language_find(slice_of_string(to)),
                                .joined = joined,
                                .graph = graph};
    bool done = dictd_read(base, read_article, &freedict, error);
    bytes_free(&freedict.headword);
    bytes_free(&freedict.translation);
    bytes_free(&freedict.written);
    return done;
}
