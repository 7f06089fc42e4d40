#include "corpus/base/bytes.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/sources/sources.h"

#include <stdint.h>
#include <unistd.h>

#define CATALOGUE_MAGIC 0x950412deu /* in the byte order of the machine that wrote it */
#define CATALOGUE_SCORE 1.5         /* people chose the translation for this very name */

static uint32_t read_number(const struct bytes *content, size_t at) {
    uint32_t number = 0;
    if (content->length >= sizeof number && at <= content->length - sizeof number) {
        memcpy(&number, content->data + at, sizeof number);
    }
    return number;
}

/* The string whose length and offset stand at `at`. */
static struct slice read_string(const struct bytes *content, size_t at) {
    size_t length = read_number(content, at), offset = read_number(content, at + 4);
    if (offset > content->length || length > content->length - offset) {
        return slice_of(NULL, 0);
    }
    return slice_of(content->data + offset, length);
}

/* "Moldova, Republic of" and what it is in the other language: the names in front of the comma. */
static bool add_message(struct translation_graph *graph, struct slice english, const char *code,
                        struct slice translated, struct error *error) {
    struct slice head, translated_head;
    struct slice rest = english, translated_rest = translated;
    if (english.length == 0 || translated.length == 0 ||
        memchr(english.data, ';', english.length) || !split_next(&rest, ",", &head) ||
        !split_next(&translated_rest, ",", &translated_head)) {
        return true;
    }
    struct bytes left = {0}, right = {0};
    append_without_brackets(head, &left);
    append_without_brackets(translated_head, &right);
    bool done =
        bytes_check(&left, error) && bytes_check(&right, error) &&
        translation_graph_add(graph, (struct phrase){"en", bytes_slice(&left)},
                              (struct phrase){code, bytes_slice(&right)}, CATALOGUE_SCORE, error);
    bytes_free(&left);
    bytes_free(&right);
    return done;
}

static bool read_catalogue(const struct bytes *content, const char *code,
                           struct translation_graph *graph, struct error *error) {
    size_t count = read_number(content, 8);
    size_t messages = read_number(content, 12), translated = read_number(content, 16);
    bool done = true;
    if (read_number(content, 0) != CATALOGUE_MAGIC) {
        return true;
    }
    for (size_t i = 0; done && i < count && i < content->length / 8; i++) {
        done = add_message(graph, read_string(content, messages + i * 8), code,
                           read_string(content, translated + i * 8), error);
    }
    return done;
}

bool catalogue_read(const char *locales, const char *name, struct translation_graph *graph,
                    struct error *error) {
    bool done = true;
    for (size_t i = 0; done && i < language_count(); i++) {
        const char *code = language_at(i)->code;
        struct bytes path = {0}, content = {0};
        bytes_append_format(&path, "%s/%s/LC_MESSAGES/%s.mo", locales, code, name);
        const char *file = bytes_string(&path);
        done = file || error_set_memory(error);
        if (done && access(file, R_OK) == 0) {
            done = read_file(file, &content, error) && read_catalogue(&content, code, graph, error);
        }
        bytes_free(&path);
        bytes_free(&content);
    }
    return done;
}
