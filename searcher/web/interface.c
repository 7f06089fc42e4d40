#include "searcher/web/interface.h"

#include "searcher/web/messages.h"

#include <string.h>
#include <strings.h>

/* ---- languages ------------------------------------------------------------------------------- */

static unsigned plural_none(uint64_t number) {
    (void)number;
    return 0;
}

static unsigned plural_one(uint64_t number) {
    return number == 1 ? 0 : 1;
}

static unsigned plural_one_few_many(uint64_t number) {
    uint64_t last = number % 10;
    uint64_t last_two = number % 100;
    if (last == 1 && last_two != 11) {
        return 0;
    }
    return last >= 2 && last <= 4 && (last_two < 12 || last_two > 14) ? 1 : 2;
}

static const struct interface interfaces[INTERFACE_COLUMNS] = {
    {"id", "Indonesia", 0, ".", ",", plural_none},
    {"en", "English", 1, ",", ".", plural_one},
    {"ru", "Русский", 2, "\xC2\xA0", ",", plural_one_few_many},
};

size_t interface_count(void) {
    return INTERFACE_COLUMNS;
}

const struct interface *interface_at(size_t number) {
    return &interfaces[number];
}

const struct interface *interface_find(struct slice code) {
    for (size_t i = 0; i < INTERFACE_COLUMNS; i++) {
        if (slice_equal(code, slice_of_string(interfaces[i].code))) {
            return &interfaces[i];
        }
    }
    return NULL;
}

/* ---- what the client wants ------------------------------------------------------------------- */

/* The next piece of *text up to `separator`, without white space around it. */
static struct slice next_piece(struct slice *text, char separator) {
    const char *end = memchr(text->data, separator, text->length);
    size_t length = end ? (size_t)(end - text->data) : text->length;
    struct slice piece = slice_of(text->data, length);
    size_t used = end ? length + 1 : length;
    *text = slice_of(text->data + used, text->length - used);
    while (piece.length > 0 && (piece.data[0] == ' ' || piece.data[0] == '\t')) {
        piece = slice_of(piece.data + 1, piece.length - 1);
    }
    while (piece.length > 0 && strchr(" \t", piece.data[piece.length - 1])) {
        piece.length--;
    }
    return piece;
}

/* A quality value "0.85" in thousandths; 1000 where it is none. */
static unsigned read_quality(struct slice text) {
    if (text.length == 0 || text.data[0] == '1') {
        return 1000;
    }
    unsigned quality = 0;
    unsigned unit = 100;
    for (size_t at = 2; at < text.length && unit > 0; at++, unit /= 10) {
        if (text.data[at] < '0' || text.data[at] > '9') {
            break;
        }
        quality += unit * (unsigned)(text.data[at] - '0');
    }
    return quality;
}

/* The language whose code is the tag's first part; "in" was Indonesian's until 1989 and is still
 * sent. */
static const struct interface *find_by_tag(struct slice tag) {
    const char *end = tag.length ? memchr(tag.data, '-', tag.length) : NULL;
    size_t length = end ? (size_t)(end - tag.data) : tag.length;
    for (size_t i = 0; i < INTERFACE_COLUMNS; i++) {
        if (length == 2 && strncasecmp(tag.data, interfaces[i].code, 2) == 0) {
            return &interfaces[i];
        }
    }
    return length == 2 && strncasecmp(tag.data, "in", 2) == 0 ? &interfaces[0] : NULL;
}

const struct interface *interface_negotiate(struct slice accept_language,
                                            const struct interface *fallback) {
    const struct interface *best = fallback;
    unsigned best_quality = 0;
    while (accept_language.length > 0) {
        struct slice range = next_piece(&accept_language, ',');
        struct slice tag = range.length ? next_piece(&range, ';') : range;
        unsigned quality = 1000;
        if (range.length > 2 && strncasecmp(range.data, "q=", 2) == 0) {
            quality = read_quality(slice_of(range.data + 2, range.length - 2));
        }
        const struct interface *named = find_by_tag(tag);
        if (named && quality > best_quality) {
            best = named;
            best_quality = quality;
        }
    }
    return best;
}

/* ---- messages -------------------------------------------------------------------------------- */

/* Form number `number` of forms separated by "|"; the last one where there are fewer. */
static struct slice find_form(struct slice forms, uint64_t number) {
    for (uint64_t i = 0;; i++) {
        const char *end = memchr(forms.data, '|', forms.length);
        struct slice form = slice_of(forms.data, end ? (size_t)(end - forms.data) : forms.length);
        if (!end || i == number) {
            return form;
        }
        forms = slice_of(end + 1, forms.length - form.length - 1);
    }
}

struct slice interface_message(const struct interface *interface, enum message message,
                               uint64_t number) {
    struct slice forms = slice_of_string(interface_messages[message][interface->column]);
    return find_form(forms, interface->plural(number));
}

void interface_fill(struct slice text, const struct slice values[], size_t count,
                    struct bytes *out) {
    size_t used = 0;
    while (text.length > 0) {
        const char *place = memmem(text.data, text.length, "{}", 2);
        if (!place || used == count) {
            bytes_append_slice(out, text);
            return;
        }
        size_t before = (size_t)(place - text.data);
        bytes_append(out, text.data, before);
        bytes_append_slice(out, values[used++]);
        text = slice_of(place + 2, text.length - before - 2);
    }
}

/* ---- numbers and dates ----------------------------------------------------------------------- */

void interface_write_number(const struct interface *interface, uint64_t number, struct bytes *out) {
    char digits[sizeof "18446744073709551615"];
    size_t count = 0;
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (count > 0) {
        bytes_append_byte(out, digits[--count]);
        if (count > 0 && count % 3 == 0) {
            bytes_append_string(out, interface->group);
        }
    }
}

void interface_write_milliseconds(const struct interface *interface, uint64_t microseconds,
                                  struct bytes *out) {
    uint64_t tenths = (microseconds + 50) / 100;
    if (tenths >= 100) {
        interface_write_number(interface, (microseconds + 500) / 1000, out);
    } else {
        interface_write_number(interface, tenths / 10, out);
        bytes_append_string(out, interface->decimal);
        bytes_append_byte(out, (char)('0' + tenths % 10));
    }
}

/* Whether the text at `at` is `separator` and two digits; then their number. */
static bool read_two_digits(struct slice text, size_t at, unsigned *number) {
    if (text.length < at + 3 || text.data[at] != '-' || text.data[at + 1] < '0' ||
        text.data[at + 1] > '9' || text.data[at + 2] < '0' || text.data[at + 2] > '9') {
        return false;
    }
    *number = (unsigned)(text.data[at + 1] - '0') * 10 + (unsigned)(text.data[at + 2] - '0');
    return true;
}

void interface_write_date(const struct interface *interface, struct slice date, struct bytes *out) {
    unsigned month;
    unsigned day;
    if (!read_two_digits(date, 4, &month) || month < 1 || month > 12) {
        bytes_append_slice(out, date);
        return;
    }
    struct slice year = slice_of(date.data, 4);
    const char *const *row = interface_messages[MESSAGE_MONTHS_ALONE];
    if (!read_two_digits(date, 7, &day)) {
        bytes_append_slice(out, find_form(slice_of_string(row[interface->column]), month - 1));
        bytes_append_byte(out, ' ');
        bytes_append_slice(out, year);
        return;
    }
    row = interface_messages[MESSAGE_MONTHS];
    char digits[sizeof "99"];
    size_t count = 0;
    if (day >= 10) {
        digits[count++] = (char)('0' + day / 10);
    }
    digits[count++] = (char)('0' + day % 10);
    struct slice values[] = {slice_of(digits, count),
                             find_form(slice_of_string(row[interface->column]), month - 1), year};
    interface_fill(interface_message(interface, MESSAGE_FULL_DATE, 0), values, 3, out);
}
