#include "corpus/base/location.h"

#include "corpus/base/ascii.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The path that the environment gives, or NULL. */
static const char *find_default(struct bytes *scratch, struct error *error) {
    const char *index = getenv("ARAL_INDEX");
    if (index && *index) {
        return index;
    }
    const char *data = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    bytes_clear(scratch);
    if (data && *data == '/') { /* the XDG specification: relative paths are to be ignored */
        bytes_append_format(scratch, "%s/aral/index", data);
    } else if (home && *home) {
        bytes_append_format(scratch, "%s/.local/share/aral/index", home);
    } else {
        error_set(error, ERROR_USAGE,
                  "no index is named: use --index LOCATION or set ARAL_INDEX (HOME is not set)");
        return NULL;
    }
    const char *path = bytes_string(scratch);
    if (!path) {
        error_set_memory(error);
    }
    return path;
}

bool locations_resolve(struct locations *locations, const struct options *options, int id,
                       struct error *error) {
    size_t named = options_count(options, id);
    locations->list = calloc(named ? named : 1, sizeof *locations->list);
    if (!locations->list) {
        return error_set_memory(error);
    }
    for (size_t i = 0; i < named; i++) {
        const char *location = options_value_at(options, id, i);
        if (!*location) {
            return error_set(error, ERROR_USAGE, "--index names an empty location");
        }
        locations->count = locations_add(locations->list, locations->count, location);
    }
    if (named == 0) {
        locations->list[0] = find_default(&locations->scratch, error);
        locations->count = locations->list[0] ? 1 : 0;
    }
    return locations->count > 0;
}

void locations_free(struct locations *locations) {
    free(locations->list);
    bytes_free(&locations->scratch);
    *locations = (struct locations){0};
}

static bool is_same(const char *one, const char *other) {
    struct stat first, second;
    return strcmp(one, other) == 0 ||
           (stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev &&
            first.st_ino == second.st_ino);
}

size_t locations_add(const char **locations, size_t count, const char *location) {
    for (size_t i = 0; i < count; i++) {
        if (is_same(locations[i], location)) {
            return count;
        }
    }
    locations[count] = location;
    return count + 1;
}

bool location_is_remote(const char *location) {
    return strncmp(location, "tcp://", 6) == 0 || strncmp(location, "prog:", 5) == 0;
}

const char *location_for_shell(const char *location, struct bytes *quoted) {
    const char *c = location;
    while (ascii_is_letter(*c) || ascii_is_digit(*c) || (unsigned char)*c >= 0x80 ||
           (*c && strchr("/._-+:,@%=", *c))) {
        c++;
    }
    if (!*c) {
        return location;
    }
    bytes_clear(quoted);
    bytes_append_byte(quoted, '\'');
    for (c = location; *c; c++) {
        if (*c == '\'') {
            bytes_append_string(quoted, "'\\'");
        }
        bytes_append_byte(quoted, *c);
    }
    bytes_append_byte(quoted, '\'');
    const char *word = bytes_string(quoted);
    return word ? word : location;
}
