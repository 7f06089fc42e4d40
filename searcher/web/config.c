#include "searcher/web/config.h"

#include "corpus/base/location.h"
#include "corpus/base/url.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the table of keys ----------------------------------------------------------------------- */

enum config_kind { CONFIG_LOCATION, CONFIG_TEXT, CONFIG_URL, CONFIG_INTERFACE, CONFIG_NUMBER };

struct config_row {
    const char *key;
    enum config_kind kind;
    size_t offset; /* of the field in struct web_config */
    uint32_t least, most;
};

#define FIELD(name) offsetof(struct web_config, name)

static const struct config_row rows[] = {
    {"index", CONFIG_LOCATION, 0, 0, 0},
    {"name", CONFIG_TEXT, FIELD(name), 0, 0},
    {"origin", CONFIG_URL, FIELD(origin), 0, 0},
    {"address", CONFIG_URL, FIELD(address), 0, 0},
    {"language", CONFIG_INTERFACE, FIELD(interface), 0, 0},
    {"query-bytes", CONFIG_NUMBER, FIELD(query_bytes), 1, 100000},
    {"results", CONFIG_NUMBER, FIELD(results), 1, 10000},
    {"time-limit", CONFIG_NUMBER, FIELD(time_ms), 1, 600000},
    {"retry-after", CONFIG_NUMBER, FIELD(retry_after), 1, 86400},
};

#define ROWS (sizeof rows / sizeof *rows)

static const struct config_row *find_row(const char *key) {
    for (size_t i = 0; i < ROWS; i++) {
        if (strcmp(rows[i].key, key) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

/* ---- values ---------------------------------------------------------------------------------- */

static bool read_number(const struct config_row *row, const char *value, uint32_t *number) {
    char *end;
    errno = 0;
    unsigned long read = strtoul(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || errno || read < row->least || read > row->most) {
        return false;
    }
    *number = (uint32_t)read;
    return true;
}

/* An address of a host, which loses the slashes at its end. */
static bool read_url(char *value) {
    size_t scheme = url_scheme(slice_of_string(value));
    size_t end = strlen(value);
    while (end > scheme && value[end - 1] == '/') {
        value[--end] = '\0';
    }
    return scheme > 0 && end > scheme;
}

/* False with the reason in words. */
static bool read_value(const struct config_row *row, char *value, struct web_config *config,
                       struct error *error) {
    void *field = (char *)config + row->offset;
    switch (row->kind) {
    case CONFIG_LOCATION:
        if (config->location_count == CONFIG_LOCATIONS_MOST) {
            return error_set(error, ERROR_LIMIT, "more than %d indexes", CONFIG_LOCATIONS_MOST);
        }
        config->location_count = locations_add(config->locations, config->location_count, value);
        return true;
    case CONFIG_TEXT:
        *(const char **)field = value;
        return true;
    case CONFIG_URL:
        *(const char **)field = value;
        return read_url(value) ||
               error_set(error, ERROR_USAGE, "%s must be http:// or https:// and a host", row->key);
    case CONFIG_INTERFACE: {
        const struct interface *interface = interface_find(slice_of_string(value));
        *(const struct interface **)field = interface;
        return interface != NULL ||
               error_set(error, ERROR_USAGE, "there is no interface in language %s", value);
    }
    case CONFIG_NUMBER:
        return read_number(row, value, field) ||
               error_set(error, ERROR_USAGE, "%s must be a number from %u to %u", row->key,
                         (unsigned)row->least, (unsigned)row->most);
    }
    return false;
}

/* ---- lines ----------------------------------------------------------------------------------- */

static char *trim(char *text) {
    text += strspn(text, " \t\r");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r", text[length - 1])) {
        length--;
    }
    text[length] = '\0';
    return text;
}

/* The file while it is read. */
struct config_reading {
    struct web_config *config;
    unsigned line;         /* from 1 */
    unsigned set_in[ROWS]; /* the line that set what a row says; 0: none has */
};

/* Notes that the line sets what `row` says, which may be said once, but for locations. */
static bool set_once(struct config_reading *reading, const struct config_row *row,
                     struct error *error) {
    unsigned *set_in = &reading->set_in[row - rows];
    if (*set_in > 0 && row->kind != CONFIG_LOCATION) {
        return error_set(error, ERROR_USAGE, "%s is set in line %u already", row->key, *set_in);
    }
    *set_in = reading->line;
    return true;
}

static bool read_line(struct config_reading *reading, char *line, struct error *error) {
    line = trim(line);
    if (*line == '\0' || *line == '#') {
        return true;
    }
    char *equals = strchr(line, '=');
    if (!equals) {
        return error_set(error, ERROR_USAGE, "expected `key = value`");
    }
    *equals = '\0';
    const char *key = trim(line);
    char *value = trim(equals + 1);
    const struct config_row *row = find_row(key);
    if (!row) {
        return error_set(error, ERROR_USAGE, "unknown key %s", key);
    }
    if (*value == '\0') {
        return error_set(error, ERROR_USAGE, "%s has no value", key);
    }
    return set_once(reading, row, error) && read_value(row, value, reading->config, error);
}

static bool read_file(const char *path, struct bytes *text, struct error *error) {
    FILE *file = fopen(path, "rb");
    if (!file) {
        return error_set_errno(error, "cannot read %s", path);
    }
    char *data = bytes_reserve(text, CONFIG_BYTES_MOST + 1);
    if (data) {
        text->length = fread(data, 1, CONFIG_BYTES_MOST + 1, file);
    }
    bool read = !ferror(file) || error_set_errno(error, "cannot read %s", path);
    fclose(file);
    if (!read) {
        return false;
    }
    if (text->length > CONFIG_BYTES_MOST) {
        return error_set(error, ERROR_LIMIT, "%s is longer than %d bytes", path, CONFIG_BYTES_MOST);
    }
    if (text->length > 0 && memchr(text->data, '\0', text->length)) {
        return error_set(error, ERROR_USAGE, "%s is not a text file", path);
    }
    return bytes_string(text) || error_set_memory(error);
}

static bool read_lines(const char *path, struct web_config *config, struct error *error) {
    if (!read_file(path, &config->text, error)) {
        return false;
    }
    struct config_reading reading = {.config = config};
    char *text = config->text.data + slice_byte_order_mark(bytes_slice(&config->text));
    struct slice rest = slice_of_string(text), line;
    while (slice_take_line(&rest, &line)) {
        char *start = text + (line.data - text);
        start[line.length] = '\0'; /* in the place of the line end, or of the text's own NUL */
        reading.line++;
        struct error reason = {0};
        if (!read_line(&reading, start, &reason)) {
            return error_set(error, reason.kind, "%s:%u: %s", path, reading.line, reason.message);
        }
    }
    return true;
}

static void set_defaults(struct web_config *config) {
    *config = (struct web_config){
        .name = "Aral",
        .interface = interface_find(slice_of_string("en")),
        .query_bytes = 2000,
        .results = 1000,
        .time_ms = 2000,
        .retry_after = 10,
    };
}

bool web_config_read(const char *path, const char *index, struct web_config *config,
                     struct error *error) {
    set_defaults(config);
    if (path && *path && !read_lines(path, config, error)) {
        web_config_free(config);
        set_defaults(config);
        return false;
    }
    if (config->location_count == 0 && index && *index) {
        config->locations[config->location_count++] = index;
    }
    return true;
}

void web_config_free(struct web_config *config) {
    bytes_free(&config->text);
    *config = (struct web_config){0};
}
