#include "searcher/across_open.h"

#include "corpus/base/hash.h"
#include "corpus/base/location.h"
#include "data_dir.h"

#include <stdlib.h>
#include <sys/stat.h>
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

/* The lexicons that a search reads, one after the other: those of the locations, and at last the
 * one that has come with the program. */
struct lexicon_walk {
    const char *const *locations;
    size_t count, next;
    bool last; /* the path at hand is the last one */
    struct bytes path;
};

/* *path becomes NULL behind the last. False where memory runs out. */
static bool lexicon_walk_next(struct lexicon_walk *walk, const char **path, struct error *error) {
    *path = NULL;
    while (walk->next < walk->count && location_is_remote(walk->locations[walk->next])) {
        walk->next++;
    }
    if (walk->last) {
        return true;
    }
    walk->last = walk->next == walk->count;
    if (walk->last) {
        *path = find_default(&walk->path);
    } else {
        bytes_clear(&walk->path);
        lexicon_own_path(walk->locations[walk->next++], &walk->path);
        *path = bytes_string(&walk->path);
    }
    return *path || error_set_memory(error);
}

bool across_open(struct across *across, const char *const locations[], size_t count,
                 struct error *error) {
    struct lexicon_walk walk = {.locations = locations, .count = count};
    const char *path;
    bool good = true;
    *across = (struct across){0};
    while (good && (good = lexicon_walk_next(&walk, &path, error)) && path) {
        good = open_lexicon(across, path, walk.last ? &across->missing : NULL, error);
    }
    bytes_free(&walk.path);
    return good;
}

uint64_t across_state(const char *const locations[], size_t count) {
    struct lexicon_walk walk = {.locations = locations, .count = count};
    const char *path;
    uint64_t state = 0;
    struct stat file;
    while (lexicon_walk_next(&walk, &path, &(struct error){0}) && path) {
        if (stat(path, &file) == 0) {
            const uint64_t identity[] = {(uint64_t)file.st_dev, (uint64_t)file.st_ino,
                                         (uint64_t)file.st_mtim.tv_sec,
                                         (uint64_t)file.st_mtim.tv_nsec, (uint64_t)file.st_size};
            state = hash_bytes_seeded(slice_of((const char *)identity, sizeof identity), state);
        }
    }
    bytes_free(&walk.path);
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
