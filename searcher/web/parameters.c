#include "searcher/web/parameters.h"

#include "corpus/base/ascii.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/properties.h"
#include "searcher/search.h"
#include "searcher/web/escape.h"
#include "searcher/web/interface.h"

/* ---- what values may be ---------------------------------------------------------------------- */

static bool is_language(struct slice value) {
    return language_find(value) != NULL;
}

static bool is_interface(struct slice value) {
    return interface_find(value) != NULL;
}

/* A row: its value is one of `choices`, or a number up to `most`, or what `is_valid` accepts. Any
 * other has the `fault`; 0: PARAMETER_INVALID. */
struct parameter_row {
    const char *name;
    size_t bytes; /* the longest value; 0: given by the caller */
    const char *const *choices;
    uint32_t most;
    bool (*is_valid)(struct slice value);
    enum parameter_fault fault;
};

#define CHOICES(...)                                                                               \
    (const char *const[]) {                                                                        \
        __VA_ARGS__, NULL                                                                          \
    }

static const struct parameter_row rows[PARAMETER_COUNT] = {
    [PARAMETER_QUERY] = {.name = "q"},
    [PARAMETER_LANG] = {.name = "lang", .bytes = 8, .is_valid = is_language},
    [PARAMETER_SINCE] = {.name = "since",
                         .bytes = 100,
                         .is_valid = search_date_valid,
                         .fault = PARAMETER_NO_DATE},
    [PARAMETER_UNTIL] = {.name = "until",
                         .bytes = 100,
                         .is_valid = search_date_valid,
                         .fault = PARAMETER_NO_DATE},
    [PARAMETER_SOURCE] = {.name = "source", .bytes = 300},
    [PARAMETER_SORT] = {.name = "sort",
                        .bytes = 16,
                        .choices = CHOICES("relevance", "newest", "oldest")},
    [PARAMETER_BY] = {.name = "by", .bytes = 16, .choices = CHOICES("passage", "article")},
    [PARAMETER_ACROSS] = {.name = "across", .bytes = 8, .choices = CHOICES("on", "off")},
    [PARAMETER_COPIES] = {.name = "copies", .bytes = 8, .choices = CHOICES("folded", "shown")},
    [PARAMETER_PAGE] = {.name = "page", .bytes = 8, .most = PARAMETER_PAGE_MOST},
    [PARAMETER_RESULTS] = {.name = "n", .bytes = 8, .most = PARAMETER_RESULTS_MOST},
    [PARAMETER_UI] = {.name = "ui", .bytes = 8, .is_valid = is_interface},
    [PARAMETER_FORMAT] = {.name = "format", .bytes = 8, .choices = CHOICES("html", "json", "atom")},
    [PARAMETER_ID] = {.name = "id", .bytes = 4096},
};

const char *parameter_name(enum parameter parameter) {
    return rows[parameter].name;
}

/* ---- decoding -------------------------------------------------------------------------------- */

static enum parameter_fault check_text(struct slice text) {
    for (size_t at = 0; at < text.length;) {
        uint32_t character = code_point_at(text, at, &at);
        if (character == CODE_POINT_INVALID) {
            return PARAMETER_ENCODING;
        }
        if ((character >= 0x7F && character < 0xA0) ||
            (character < 0x20 && character != '\n' && character != '\r' && character != '\t')) {
            return PARAMETER_CONTROL;
        }
    }
    return PARAMETER_GOOD;
}

bool text_is_clean(struct slice text) {
    return check_text(text) == PARAMETER_GOOD;
}

/* Appends the decoded value. Where memory runs out, that is `memory`'s to say. */
static enum parameter_fault decode(struct slice text, struct bytes *memory, struct slice *decoded) {
    size_t start = memory->length;
    char *end = bytes_reserve(memory, text.length);
    if (!end) {
        return PARAMETER_INVALID;
    }
    size_t length = 0;
    for (size_t at = 0; at < text.length; at++) {
        char byte = text.data[at];
        if (byte == '%') {
            int high = at + 2 < text.length ? ascii_hexadecimal_value(text.data[at + 1]) : -1;
            int low = at + 2 < text.length ? ascii_hexadecimal_value(text.data[at + 2]) : -1;
            if (high < 0 || low < 0) {
                return PARAMETER_PERCENT;
            }
            byte = (char)(high * 16 + low);
            at += 2;
        } else if (byte == '+') {
            byte = ' ';
        }
        end[length++] = byte;
    }
    *decoded = slice_of(memory->data + start, length);
    enum parameter_fault fault = check_text(*decoded);
    memory->length += fault == PARAMETER_GOOD ? length : 0;
    return fault;
}

/* ---- checking -------------------------------------------------------------------------------- */

static bool is_number(struct slice value, uint32_t most) {
    uint32_t number = 0;
    for (size_t at = 0; at < value.length; at++) {
        if (value.data[at] < '0' || value.data[at] > '9' || number > most) {
            return false;
        }
        number = number * 10 + (uint32_t)(value.data[at] - '0');
    }
    return number >= 1 && number <= most;
}

static bool is_choice(struct slice value, const char *const *choices) {
    for (; *choices; choices++) {
        if (slice_equal(value, slice_of_string(*choices))) {
            return true;
        }
    }
    return false;
}

static enum parameter_fault check_value(const struct parameter_row *row, struct slice value,
                                        size_t most_bytes) {
    if (value.length > most_bytes) {
        return PARAMETER_TOO_LONG;
    }
    bool good = row->choices    ? is_choice(value, row->choices)
                : row->most     ? is_number(value, row->most)
                : row->is_valid ? row->is_valid(value)
                                : true;
    return good ? PARAMETER_GOOD : row->fault ? row->fault : PARAMETER_INVALID;
}

/* ---- reading --------------------------------------------------------------------------------- */

struct parameter_reader {
    struct parameters *parameters;
    struct parameter_problem *problem;
    struct bytes *memory;
    size_t query_bytes;
    size_t pairs;
    bool seen[PARAMETER_COUNT];
};

/* The first problem stays. */
static bool refuse(struct parameter_reader *reader, enum parameter_fault fault, const char *name,
                   size_t most) {
    if (!reader->memory->failed && reader->problem->fault == PARAMETER_GOOD) {
        *reader->problem = (struct parameter_problem){fault, name, most};
    }
    return false;
}

static bool read_pair(struct parameter_reader *reader, struct slice name, struct slice value) {
    enum parameter parameter = 0;
    while (parameter < PARAMETER_COUNT &&
           !slice_equal(name, slice_of_string(rows[parameter].name))) {
        parameter++;
    }
    if (parameter == PARAMETER_COUNT) {
        return true;
    }
    const struct parameter_row *row = &rows[parameter];
    size_t most = row->bytes ? row->bytes : reader->query_bytes;
    struct slice decoded;
    enum parameter_fault fault = decode(value, reader->memory, &decoded);
    if (fault != PARAMETER_GOOD) {
        return refuse(reader, fault, row->name, 0);
    }
    decoded = ascii_trim(decoded);
    if (decoded.length == 0) {
        return true;
    }
    if (reader->seen[parameter]) {
        return refuse(reader, PARAMETER_REPEATED, row->name, 0);
    }
    reader->seen[parameter] = true;
    fault = check_value(row, decoded, most);
    if (fault != PARAMETER_GOOD) {
        return refuse(reader, fault, row->name, most);
    }
    reader->parameters->value[parameter] = decoded;
    return true;
}

static bool read_pairs(struct parameter_reader *reader, struct slice text) {
    bool good = true;
    while (text.length > 0) {
        const char *end = memchr(text.data, '&', text.length);
        struct slice pair = slice_of(text.data, end ? (size_t)(end - text.data) : text.length);
        size_t used = pair.length + (end ? 1 : 0);
        text = slice_of(text.data + used, text.length - used);
        const char *equals = pair.length ? memchr(pair.data, '=', pair.length) : NULL;
        if (!equals) {
            continue;
        }
        if (++reader->pairs > PARAMETERS_MOST) {
            return refuse(reader, PARAMETER_TOO_MANY, NULL, PARAMETERS_MOST);
        }
        struct slice name = slice_of(pair.data, (size_t)(equals - pair.data));
        struct slice value = slice_of(equals + 1, pair.length - name.length - 1);
        /* Reading on past a bad one finds the language to complain in. */
        good = read_pair(reader, name, value) && good;
    }
    return good;
}

bool parameters_read(struct slice query, struct slice body, size_t query_bytes,
                     struct bytes *memory, struct parameters *parameters,
                     struct parameter_problem *problem) {
    *parameters = (struct parameters){0};
    *problem = (struct parameter_problem){0};
    struct parameter_reader reader = {
        .parameters = parameters, .problem = problem, .memory = memory, .query_bytes = query_bytes};
    /* Decoding never grows: with room made once, values stay where they are. */
    if (!bytes_reserve(memory, query.length + body.length + 1)) {
        return false;
    }
    bool good = read_pairs(&reader, query);
    return read_pairs(&reader, body) && good;
}

/* ---- using ----------------------------------------------------------------------------------- */

size_t parameters_choice(const struct parameters *parameters, enum parameter parameter) {
    struct slice value = parameters->value[parameter];
    const char *const *choices = rows[parameter].choices;
    for (size_t number = 0; choices[number]; number++) {
        if (slice_equal(value, slice_of_string(choices[number]))) {
            return number;
        }
    }
    return 0;
}

const char *parameter_choice_name(enum parameter parameter, size_t number) {
    return rows[parameter].choices[number];
}

uint32_t parameters_number(const struct parameters *parameters, enum parameter parameter,
                           uint32_t fallback) {
    struct slice value = parameters->value[parameter];
    if (value.length == 0) {
        return fallback;
    }
    uint32_t number = 0;
    for (size_t at = 0; at < value.length; at++) {
        number = number * 10 + (uint32_t)(value.data[at] - '0');
    }
    return number;
}

static void write_pairs(const struct parameters *parameters, const char *separator,
                        void (*escape)(struct slice, struct bytes *), struct bytes *out) {
    bool first = true;
    for (enum parameter parameter = 0; parameter < PARAMETER_COUNT; parameter++) {
        if (parameters->value[parameter].length == 0) {
            continue;
        }
        if (!first) {
            bytes_append_string(out, separator);
        }
        first = false;
        bytes_append_string(out, rows[parameter].name);
        bytes_append_byte(out, '=');
        escape(parameters->value[parameter], out);
    }
}

void parameters_write(const struct parameters *parameters, struct bytes *out) {
    write_pairs(parameters, "&", escape_url, out);
}

void parameters_write_markup(const struct parameters *parameters, struct bytes *out) {
    write_pairs(parameters, "&amp;", escape_iri, out);
}
