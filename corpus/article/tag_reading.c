#include "corpus/article/tag_reading.h"

#include "corpus/base/ascii.h"

bool tag_is_space(char byte) {
    return ascii_is_space(byte) || byte == '\f';
}

bool tag_ends(const struct tag_reading *reading, char byte) {
    return byte == '>' && reading->state != IN_QUOTES;
}

static enum tag_state follow_byte(enum tag_state state, char c, char *quote) {
    if (state == IN_QUOTES) {
        return c == *quote ? IN_TAG : IN_QUOTES;
    }
    if (state == BEFORE_VALUE && (c == '"' || c == '\'')) {
        *quote = c;
        return IN_QUOTES;
    }
    if (tag_is_space(c)) {
        return state == IN_NAME ? BEHIND_NAME : state == IN_VALUE ? IN_TAG : state;
    }
    if (state == BEFORE_VALUE || state == IN_VALUE) {
        return IN_VALUE;
    }
    if (c == '/') {
        return IN_TAG;
    }
    return c == '=' && state != IN_TAG ? BEFORE_VALUE : IN_NAME;
}

bool tag_read(struct tag_reading *reading, char byte) {
    enum tag_state before = reading->state;
    reading->state = follow_byte(before, byte, &reading->quote);
    return reading->state == IN_NAME && (before == IN_TAG || before == BEHIND_NAME);
}
