#include "searcher/opening.h"

#include "corpus/base/utf8.h"
#include "corpus/languages/divided.h"

#define ELLIPSIS "\xE2\x80\xA6"

static bool is_control_or_blank(char byte) {
    return (unsigned char)byte <= ' ';
}

/* The text without the word, or the beginning of one, that it ends with; all of it where there is
 * no other. */
static struct slice without_last_word(struct slice text) {
    size_t end = text.length;
    while (end > 0 && !is_control_or_blank(text.data[end - 1])) {
        end--;
    }
    while (end > 0 && is_control_or_blank(text.data[end - 1])) {
        end--;
    }
    return end > 0 ? slice_of(text.data, end) : text;
}

struct slice opening_of_text(struct slice text, struct arena *arena) {
    while (text.length > 0 && is_control_or_blank(text.data[0])) {
        text = slice_from(text, 1);
    }
    size_t end = 0, characters = 0;
    for (; end < text.length && text.data[end] != '\n'; end++) {
        characters += !utf8_continues(text.data[end]);
        if (characters > OPENING_CHARACTERS) {
            break;
        }
    }
    struct slice line = slice_of(text.data, end);
    bool cut = characters > OPENING_CHARACTERS;
    if (cut && !is_control_or_blank(text.data[end])) {
        line = without_last_word(line);
    } else if (!cut && end < text.length) {
        size_t undivided = line_undivided(line, slice_from(text, end + 1));
        cut = undivided < line.length;
        line = cut ? without_last_word(slice_of(line.data, undivided)) : line;
    }
    if (!cut) {
        return arena_copy(arena, line);
    }
    char *opening = arena_allocate_zeros(arena, line.length + strlen(ELLIPSIS));
    if (!opening) {
        return slice_of("", 0);
    }
    memcpy(opening, line.data, line.length);
    memcpy(opening + line.length, ELLIPSIS, strlen(ELLIPSIS));
    return slice_of(opening, line.length + strlen(ELLIPSIS));
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
