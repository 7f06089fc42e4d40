#include "corpus/article/feed_repair.h"

#include "corpus/base/ascii.h"

#include <libxml/HTMLparser.h>

/* Bytes from a "&" or "<" on that tell what it begins, wherever the block ends: the longest names
 * of HTML's entities are half as long. */
enum { LOOK_AHEAD = 64 };

static const struct section {
    const char *start, *end;
} sections[] = {{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}};

/* Whether XML or HTML knows an entity of that name; HTML's include XML's. */
static bool is_known_entity(struct slice name) {
    char word[LOOK_AHEAD + 1];
    memcpy(word, name.data, name.length);
    word[name.length] = '\0';
    return htmlEntityLookup((const xmlChar *)word) != NULL;
}

/* "&amp;", "&#8212;", "&#x2014;"; names of other letters than ASCII's are too rare to be meant. A
 * name that nobody knows is one only where the feed declares some: "AT&T;" is none elsewhere. */
static bool is_reference(struct slice text, bool declares) {
    size_t at = 1;
    text.length = text.length < LOOK_AHEAD ? text.length : LOOK_AHEAD;
    bool number = at < text.length && text.data[at] == '#';
    at += number;
    size_t start = at;
    while (at < text.length && (ascii_is_letter(text.data[at]) || ascii_is_digit(text.data[at]))) {
        at++;
    }
    return at > start && at < text.length && text.data[at] == ';' &&
           (number || declares || is_known_entity(slice_of(text.data + start, at - start)));
}

/* A tag, or a declaration. */
static bool is_markup(struct slice text) {
    return text.length < 2 || ascii_is_letter(text.data[1]) || strchr("/!?_:", text.data[1]) ||
           ((unsigned char)text.data[1] & 0x80);
}

/* What ends the section that begins here; NULL where none does. */
static const char *find_section_end(struct slice text) {
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        if (slice_starts_with(text, slice_of_string(sections[i].start))) {
            return sections[i].end;
        }
    }
    return NULL;
}

/* Passes the rest of a section through; all but what may be the first bytes of its end. */
static size_t pass_section(struct feed_repair *repair, struct slice text, bool last) {
    size_t mark = strlen(repair->end);
    const char *end = memmem(text.data, text.length, repair->end, mark);
    size_t length = end    ? (size_t)(end - text.data) + mark
                    : last ? text.length
                           : text.length - (text.length < mark ? text.length : mark - 1);
    bytes_append(&repair->output, text.data, length);
    repair->end = end ? NULL : repair->end;
    return length;
}

/* Reads a byte of a start tag. True where it is to be written: attributes beyond the limit leave
 * nothing but their lines. */
static bool read_in_tag(struct feed_repair *repair, char byte) {
    if (tag_ends(&repair->tag, byte)) {
        repair->in_tag = false;
        return true;
    }
    bool closes = byte == '/' && repair->tag.state != IN_QUOTES; /* an element without content */
    repair->attributes += tag_read(&repair->tag, byte);
    return repair->attributes <= FEED_ATTRIBUTES_LIMIT || closes || byte == '\n';
}

/* Writes what has no "&" or "<". */
static void write_plain(struct feed_repair *repair, struct slice text) {
    size_t at = 0;
    for (; at < text.length && repair->in_tag; at++) {
        if (read_in_tag(repair, text.data[at])) {
            bytes_append_byte(&repair->output, text.data[at]);
        }
    }
    bytes_append(&repair->output, text.data + at, text.length - at);
}

/* Writes the "&" or "<" that `text` begins with. Markup ends a tag that has not ended, for libxml2,
 * too, even in a quoted value. */
static void write_sign(struct feed_repair *repair, struct slice text) {
    char sign = *text.data;
    bool right = sign == '&' ? is_reference(text, repair->declares) : is_markup(text);
    repair->declares = repair->declares || slice_starts_with(text, slice_of_string("<!ENTITY"));
    if (sign == '<' && right) {
        repair->in_tag = text.length > 1 && !strchr("/!?", text.data[1]);
        repair->tag = (struct tag_reading){.state = IN_NAME};
        repair->attributes = 0;
    } else if (repair->in_tag && !read_in_tag(repair, sign)) {
        return;
    }
    if (right) {
        bytes_append_byte(&repair->output, sign);
    } else {
        bytes_append_string(&repair->output, sign == '&' ? "&amp;" : "&lt;");
    }
}

static size_t find_sign(struct slice text) {
    size_t at = 0;
    while (at < text.length && text.data[at] != '&' && text.data[at] != '<') {
        at++;
    }
    return at;
}

/* Whether XML begins in UTF-32: one of its first two characters is in ASCII. */
static bool is_wide(struct slice start) {
    return memchr(start.data, '\0', start.length < 8 ? start.length : 8) != NULL;
}

/* Takes out, from byte `start` on, the control characters that XML cannot have; not those by which
 * ISO-2022 tells its alphabets apart, and no NUL, which shows what is no text. */
static void drop_controls(struct bytes *text, size_t start) {
    size_t kept = start;
    for (size_t i = start; i < text->length; i++) {
        unsigned char byte = (unsigned char)text->data[i];
        if (byte >= 0x20 || byte == '\0' || strchr("\t\n\r\x0E\x0F\x1B", byte)) {
            text->data[kept++] = text->data[i];
        }
    }
    text->length = kept;
}

struct slice feed_repair_next(struct feed_repair *repair, struct slice block) {
    struct bytes *input = &repair->input;
    bool last = block.length == 0;
    if (input->length > repair->undecided) {
        memmove(input->data, input->data + input->length - repair->undecided, repair->undecided);
    }
    input->length = repair->undecided;
    bytes_append_slice(input, block);
    repair->wide = repair->begun ? repair->wide : !last && is_wide(block);
    repair->begun = true;
    if (repair->wide) {
        repair->undecided = 0;
        return bytes_slice(input);
    }
    drop_controls(input, repair->undecided);
    bytes_clear(&repair->output);
    size_t at = 0;
    while (at < input->length) {
        struct slice rest = slice_from(bytes_slice(input), at);
        if (repair->end) {
            size_t passed = pass_section(repair, rest, last);
            at += passed;
            if (passed == 0 || repair->end) {
                break;
            }
            continue;
        }
        size_t plain = find_sign(rest);
        write_plain(repair, slice_of(rest.data, plain));
        at += plain;
        rest = slice_from(rest, plain);
        if (rest.length == 0 || (rest.length < LOOK_AHEAD && !last)) {
            break;
        }
        repair->end = *rest.data == '<' ? find_section_end(rest) : NULL;
        if (repair->end) {
            repair->in_tag = false;
        } else {
            write_sign(repair, rest);
            at++;
        }
    }
    repair->undecided = input->length - at;
    return bytes_slice(&repair->output);
}

void feed_repair_free(struct feed_repair *repair) {
    bytes_free(&repair->input);
    bytes_free(&repair->output);
}
