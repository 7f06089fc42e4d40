/* What it means that something failed. */
#include "indexer/schema.h"

#include "corpus/base/bytes.h"
#include "corpus/base/location.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

bool schema_set_served_sealed(struct error *error, const char *name) {
    return error_set(error, ERROR_VERSION,
                     "%s is sealed, which cannot be served to other programs: mend it where it is "
                     "with `aral-index compact --unsealed`",
                     name);
}

bool schema_set_error(struct error *error, const struct xapian_error *failure) {
    static const enum error_kind kinds[] = {
        [XAPIAN_ERROR_NONE] = ERROR_BUG,        [XAPIAN_ERROR_NOT_FOUND] = ERROR_NOT_FOUND,
        [XAPIAN_ERROR_LOCKED] = ERROR_LOCKED,   [XAPIAN_ERROR_CHANGED] = ERROR_CHANGED,
        [XAPIAN_ERROR_CORRUPT] = ERROR_CORRUPT, [XAPIAN_ERROR_VERSION] = ERROR_VERSION,
        [XAPIAN_ERROR_NETWORK] = ERROR_NETWORK, [XAPIAN_ERROR_TIMEOUT] = ERROR_TIMEOUT,
        [XAPIAN_ERROR_ARGUMENT] = ERROR_USAGE,  [XAPIAN_ERROR_UNSUPPORTED] = ERROR_USAGE,
        [XAPIAN_ERROR_IO] = ERROR_IO,           [XAPIAN_ERROR_MEMORY] = ERROR_MEMORY,
        [XAPIAN_ERROR_BUG] = ERROR_BUG,
    };
    if (failure->kind == XAPIAN_ERROR_UNSUPPORTED && strstr(failure->message, "no termlist")) {
        return schema_set_served_sealed(error, failure->origin);
    }
    if (failure->kind == XAPIAN_ERROR_CHANGED) {
        return error_set(error, ERROR_CHANGED, "%s was written to while it was read: try again",
                         failure->origin[0] ? failure->origin : "the index");
    }
    if (failure->kind == XAPIAN_ERROR_CORRUPT) {
        return error_set(error, ERROR_CORRUPT,
                         "%s is damaged: %s; restore it, or make it anew from the articles",
                         failure->origin[0] ? failure->origin : "the index", failure->message);
    }
    bool has_place = failure->origin[0] && !strstr(failure->message, failure->origin);
    return error_set(error, kinds[failure->kind], "%s%s%s", has_place ? failure->origin : "",
                     has_place ? ": " : "", failure->message);
}

bool schema_set_torn(struct error *error) {
    return error_set(error, ERROR_CORRUPT,
                     "the index is damaged: blocks of it say that they are of a later revision; "
                     "restore it, or make it anew from the articles");
}

void schema_settle_changed(struct error *error) {
    if (error->kind == ERROR_CHANGED) {
        error_clear(error);
        schema_set_torn(error);
    }
}

enum contents {
    CONTENTS_NONE,
    CONTENTS_OTHER, /* files that are no index's */
    CONTENTS_TABLES,
};

static enum contents contents_of_file(int directory, const char *name) {
    const char *suffix = strrchr(name, '.');
    struct stat status;
    if (suffix && strcmp(suffix, ".glass") == 0) {
        /* A run killed over making an index leaves tables that are empty. */
        return fstatat(directory, name, &status, 0) == 0 && status.st_size > 0 ? CONTENTS_TABLES
                                                                               : CONTENTS_NONE;
    }
    /* A file system of its own has the last one. */
    static const char *const none[] = {"flintlock", "iamglass", ".", "..", "lost+found", NULL};
    return slice_is_listed(slice_of_string(name), none) ? CONTENTS_NONE : CONTENTS_OTHER;
}

/* What a directory without a whole index holds that says most of it. */
static enum contents contents_of(const char *location) {
    enum contents most = CONTENTS_NONE;
    DIR *directory = opendir(location);
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        enum contents found = contents_of_file(dirfd(directory), entry->d_name);
        most = found > most ? found : most;
    }
    if (directory) {
        closedir(directory);
    }
    return most;
}

/* Nothing was found at `location`. */
static bool set_missing(struct error *error, const char *location,
                        const struct xapian_error *failure) {
    struct stat status;
    bool there = stat(location, &status) == 0;
    if (there && S_ISREG(status.st_mode)) {
        return schema_set_error(error, failure);
    }
    if ((there && S_ISDIR(status.st_mode) && access(location, X_OK) != 0) ||
        (!there && errno == EACCES)) {
        return error_set_errno(error, "cannot read the index at %s", location);
    }
    enum contents contents =
        there && S_ISDIR(status.st_mode) ? contents_of(location) : CONTENTS_NONE;
    if (contents == CONTENTS_TABLES) {
        return error_set(error, ERROR_CORRUPT,
                         "%s is damaged: its file iamglass is missing; restore it, or make the "
                         "index anew from the articles, in another place",
                         location);
    }
    /* The articles' own folder, mostly: an index does not belong among them. */
    if (contents == CONTENTS_OTHER) {
        return error_set(error, ERROR_NOT_FOUND,
                         "there is no index at %s, which is a folder of other files: name the "
                         "index's own, or make one with `aral-index -i NEW add PATH...`",
                         location);
    }
    struct bytes quoted = {0};
    error_set(error, ERROR_NOT_FOUND,
              "there is no index at %s: make one with `aral-index add -i %s PATH...`", location,
              location_for_shell(location, &quoted));
    bytes_free(&quoted);
    return false;
}

bool schema_set_open_error(struct error *error, const char *location,
                           const struct xapian_error *failure) {
    /* So xapian-core complains of a file that is no stub; it has no class of its own for that. */
    if (strstr(failure->message, ": Bad line")) {
        return error_set(error, ERROR_NOT_FOUND,
                         "%s is neither an index nor a stub file that can be read: %s", location,
                         failure->message);
    }
    return failure->kind == XAPIAN_ERROR_NOT_FOUND ? set_missing(error, location, failure)
                                                   : schema_set_error(error, failure);
}

bool schema_set_copy_error(struct error *error, const char *source,
                           const struct xapian_error *failure) {
    struct xapian_error told = *failure;
    if (failure->kind == XAPIAN_ERROR_CORRUPT || failure->kind == XAPIAN_ERROR_CHANGED) {
        snprintf(told.origin, sizeof told.origin, "%s", source);
    }
    return schema_set_open_error(error, source, &told);
}
