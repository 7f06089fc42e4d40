#include "corpus/lexicon/lexicon_import.h"

#include "corpus/base/location.h"
#include "corpus/base/plural.h"
#include "corpus/lexicon/lexicon.h"
#include "indexer/command.h"
#include "indexer/place.h"

#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

static void complain(const char *message, void *context) {
    (void)context;
    fprintf(stderr, "%s\n", message);
}

/* Waits until no other program adds word pairs in the lexicon's folder: each reads the lexicon and
 * replaces it, and pairs added meanwhile would be lost. The lock ends with the descriptor. Returns
 * -1 with an error. */
static int lock_folder(const char *lexicon, struct error *error) {
    char *copy = strdup(lexicon);
    if (!copy) {
        error_set_memory(error);
        return -1;
    }
    const char *folder = dirname(copy);
    int lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lock < 0 || flock(lock, LOCK_EX) < 0) {
        error_set_errno(error, "cannot lock %s", folder);
        if (lock >= 0) {
            close(lock);
            lock = -1;
        }
    }
    free(copy);
    return lock;
}

/* Word pairs may be there before the first article; but who mistyped the location should see it. */
static void tell_missing_index(const char *location) {
    if (!place_exists(location)) {
        fprintf(stderr, "there is no index at %s yet: the word pairs are for one to come\n",
                location);
    }
}

int command_lexicon(const struct command *command, struct error *error) {
    const struct options *options = command->options;
    if (options->operand_count == 0) {
        error_set(error, ERROR_USAGE, "no table is named: aral-index lexicon FILE.tsv...");
        return EXIT_FAILED;
    }
    if (location_is_remote(command->location)) {
        error_set(error, ERROR_USAGE,
                  "a lexicon lies beside an index of this machine, and %s is on another",
                  command->location);
        return EXIT_FAILED;
    }
    struct bytes path = {0};
    struct lexicon_import import = {.reject = complain};
    lexicon_own_path(command->location, &path);
    bool done = bytes_string(&path) || error_set_memory(error);
    done = done && place_make_folders(path.data, error);
    int lock = done ? lock_folder(path.data, error) : -1;
    done = lock >= 0 && lexicon_import(path.data, (const char *const *)options->operands,
                                       options->operand_count, &import, error);
    if (lock >= 0) {
        close(lock);
    }
    if (done) {
        tell_missing_index(command->location);
    }
    if (done && command->json) {
        printf("{\"pairs\":%zu,\"rejected\":%zu}\n", import.pairs, import.rejected);
    } else if (done && !command->quiet) {
        printf("added %zu pair%s, rejected %zu line%s: %s\n", import.pairs, plural(import.pairs),
               import.rejected, plural(import.rejected), path.data);
    }
    bytes_free(&path);
    return !done ? EXIT_FAILED : import.rejected > 0 ? EXIT_REJECTED : EXIT_DONE;
}
