/* The lexicons that a search reads. */
#include "corpus/base/location.h"
#include "searcher/across.h"

#include <stdlib.h>
#include <unistd.h>

static bool open_lexicon(struct across *across, const char *path, struct bytes *missing,
                         struct error *error) {
    struct error failure = {0};
    struct lexicon *lexicon = lexicon_open(path, &failure);
    if (lexicon && missing && lexicon_count(lexicon) == 0) {
        bytes_append_format(missing, "%s is empty: no dictionaries were there to make it from",
                            path);
    }
    if (lexicon) {
        struct lexicon **grown =
            reallocarray(across->lexicons, across->count + 1, sizeof(struct lexicon *));
        if (!grown) {
            lexicon_close(lexicon);
            return error_set_memory(error);
        }
        across->lexicons = grown;
        grown[across->count++] = lexicon;
    } else if (failure.kind != ERROR_NOT_FOUND) {
        bytes_append_format(&across->broken, "%s%s", across->broken.length > 0 ? "; " : "",
                            failure.message);
    } else if (missing) {
        bytes_append_string(missing, failure.message);
    }
    return failure.kind != ERROR_MEMORY || error_set_memory(error);
}

/* Where the lexicon lies that came with the program: beside it, as it is built, or as it is
 * installed from bin and from lib/cgi-bin; else where `make install` puts it by default. */
static const char *find_default(struct bytes *path) {
    static const char *const folders[] = {"", "../share/aral/", "../../share/aral/"};
    const char *chosen = getenv("ARAL_LEXICON");
    if (chosen && *chosen) {
        return chosen;
    }
    char program[4096];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program);
    while (length > 0 && program[length - 1] != '/') {
        length--;
    }
    for (size_t i = 0; length > 0 && i < sizeof folders / sizeof *folders; i++) {
        bytes_clear(path);
        bytes_append(path, program, (size_t)length);
        bytes_append_string(path, folders[i]);
        bytes_append_string(path, LEXICON_FILE);
        const char *candidate = bytes_string(path);
        if (candidate && access(candidate, R_OK) == 0) {
            return candidate;
        }
    }
    return ARAL_DATA_DIR "/" LEXICON_FILE;
}

bool across_open(struct across *across, const char *const locations[], size_t count,
                 struct error *error) {
    struct bytes path = {0};
    bool good = true;
    *across = (struct across){0};
    for (size_t i = 0; good && i < count; i++) {
        if (!location_is_remote(locations[i])) {
            bytes_clear(&path);
            lexicon_place(locations[i], &path);
            const char *own = bytes_string(&path);
            good = own ? open_lexicon(across, own, NULL, error) : error_set_memory(error);
        }
    }
    bytes_clear(&path);
    good = good && open_lexicon(across, find_default(&path), &across->missing, error);
    bytes_free(&path);
    return good;
}

void across_close(struct across *across) {
    for (size_t i = 0; i < across->count; i++) {
        lexicon_close(across->lexicons[i]);
    }
    free(across->lexicons);
    bytes_free(&across->missing);
    bytes_free(&across->broken);
    *across = (struct across){0};
}
