#include "searcher/opening.h"

#include "corpus/base/utf8.h"

#define ELLIPSIS "\xE2\x80\xA6"

static bool is_control_or_blank(char byte) {
    return (unsigned char)byte <= ' ';
}

struct slice opening_of_text(struct slice text, struct arena *arena) {
    while (text.length > 0 && is_control_or_blank(text.data[0])) {
        text = slice_of(text.data + 1, text.length - 1);
    }
    size_t end = 0, word_end = 0, characters = 0;
    for (; end < text.length && text.data[end] != '\n'; end++) {
        characters += !utf8_continues(text.data[end]);
        if (characters > OPENING_CHARACTERS) {
            break;
        }
        if (is_control_or_blank(text.data[end]) && !is_control_or_blank(text.data[end - 1])) {
            word_end = end;
        }
    }
    if (characters <= OPENING_CHARACTERS) {
        return arena_copy(arena, slice_of(text.data, end));
    }
    if (word_end == 0 || is_control_or_blank(text.data[end])) {
        word_end = end;
    }
    char *cut = arena_take(arena, word_end + strlen(ELLIPSIS));
    if (!cut) {
        return slice_of("", 0);
    }
    memcpy(cut, text.data, word_end);
    memcpy(cut + word_end, ELLIPSIS, strlen(ELLIPSIS));
    return slice_of(cut, word_end + strlen(ELLIPSIS));
}

struct opening {
    struct arena *arena;
    struct slice text;
};

static bool take_opening(void *context, const struct passage_record *passage, struct error *error) {
    struct opening *opening = context;
    opening->text = opening_of_text(passage_record_text(passage), opening->arena);
    return !opening->arena->failed || error_set_memory(error);
}

bool opening_of_article(struct index *index, const struct article_record *article,
                        struct arena *arena, struct slice *opening, struct error *error) {
    struct opening taken = {arena, slice_of("", 0)};
    bool read = index_read_article(index, article, 1, take_opening, &taken, error);
    *opening = taken.text;
    return read;
}
