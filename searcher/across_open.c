/* The lexicons that a search reads. */
#include "corpus/base/location.h"
#include "searcher/across.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

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
    return (failure.kind != ERROR_MEMORY || error_set_memory(error)) &&
           bytes_check(&across->broken, error) && (!missing || bytes_check(missing, error));
}

/* Where the lexicon lies that came with the program: beside it, as it is built, or as it is
 * installed from bin and from lib/cgi-bin; else where `make install` puts it by default. NULL when
 * memory ran out. */
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
        if (!candidate || access(candidate, R_OK) == 0) {
            return candidate;
        }
    }
    return ARAL_DATA_DIR "/" LEXICON_FILE;
}

/* The path of each lexicon that a search reads, in order; the last has come with the program. False
 * where `visit` says so or memory runs out. */
static bool visit_lexicons(const char *const locations[], size_t count,
                           bool (*visit)(const char *path, bool last, void *context), void *context,
                           struct error *error) {
    struct bytes path = {0};
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        if (!location_is_remote(locations[i])) {
            bytes_clear(&path);
            lexicon_own_path(locations[i], &path);
            const char *own = bytes_string(&path);
            good = own ? visit(own, false, context) : error_set_memory(error);
        }
    }
    const char *last = good ? find_default(&path) : NULL;
    good = last ? visit(last, true, context) : good && error_set_memory(error);
    bytes_free(&path);
    return good;
}

struct opening_lexicons {
    struct across *across;
    struct error *error;
};

static bool open_each(const char *path, bool last, void *context) {
    const struct opening_lexicons *opening = context;
    return open_lexicon(opening->across, path, last ? &opening->across->missing : NULL,
                        opening->error);
}

bool across_open(struct across *across, const char *const locations[], size_t count,
                 struct error *error) {
    *across = (struct across){0};
    return visit_lexicons(locations, count, open_each, &(struct opening_lexicons){across, error},
                          error);
}

static bool hash_each(const char *path, bool last, void *context) {
    (void)last;
    uint64_t *state = context;
    struct stat file;
    if (stat(path, &file) == 0) {
        const uint64_t identity[] = {(uint64_t)file.st_dev, (uint64_t)file.st_ino,
                                     (uint64_t)file.st_mtim.tv_sec, (uint64_t)file.st_mtim.tv_nsec,
                                     (uint64_t)file.st_size};
        *state = XXH3_64bits_withSeed(identity, sizeof identity, *state);
    }
    return true;
}

uint64_t across_state(const char *const locations[], size_t count) {
    uint64_t state = 0;
    visit_lexicons(locations, count, hash_each, &state, &(struct error){0});
    return state;
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
