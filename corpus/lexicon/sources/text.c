#include "corpus/article/input.h"
#include "corpus/base/ascii.h"
#include "corpus/lexicon/sources/sources.h"

#define FILE_BYTES_MOST (1u << 30)

bool read_file(const char *path, struct bytes *content, struct error *error) {
    struct error failure = {0};
    struct input *input = input_open(path, error);
    bool done = input && (input_read_all(input, FILE_BYTES_MOST, content, &failure) == INPUT_DATA ||
                          error_set(error, failure.kind ? failure.kind : ERROR_LIMIT, "%s: %s",
                                    path, failure.kind ? failure.message : "too large"));
    input_close(input);
    return done;
}

static int depth_change(char c) {
    return strchr("([{<", c) && c ? 1 : strchr(")]}>", c) && c ? -1 : 0;
}

bool split_next(struct slice *text, const char *separators, struct slice *part) {
    if (text->length == 0) {
        return false;
    }
    size_t end = 0;
    int depth = 0;
    for (; end < text->length; end++) {
        char c = text->data[end];
        depth += depth_change(c);
        depth = depth < 0 ? 0 : depth;
        if (depth == 0 && c && strchr(separators, c)) {
            break;
        }
    }
    *part = ascii_trim(slice_of(text->data, end));
    *text = slice_from(*text, end < text->length ? end + 1 : end);
    return true;
}

struct slice without_article(struct slice phrase) {
    static const char *const articles[] = {"to ", "a ", "an ", "the "};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        struct slice article = slice_of_string(articles[i]);
        if (phrase.length > article.length && slice_starts_with(phrase, article)) {
            return slice_from(phrase, article.length);
        }
    }
    return phrase;
}

void append_without_brackets(struct slice text, struct bytes *out) {
    int depth = 0;
    for (size_t i = 0; i < text.length; i++) {
        int change = depth_change(text.data[i]);
        depth += change;
        depth = depth < 0 ? 0 : depth;
        if (depth == 0 && change == 0) {
            bytes_append_byte(out, text.data[i]);
        }
    }
}
