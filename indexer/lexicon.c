#include "corpus/lexicon/lexicon_import.h"

#include "corpus/base/location.h"
#include "corpus/lexicon/lexicon.h"
#include "indexer/command.h"

#include <stdio.h>

static void complain(const char *message, void *context) {
    (void)context;
    fprintf(stderr, "%s\n", message);
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
    lexicon_place(command->location, &path);
    bool done = bytes_string(&path) || error_set_memory(error);
    done = done && lexicon_import(path.data, (const char *const *)options->operands,
                                  options->operand_count, &import, error);
    if (done && command->json) {
        printf("{\"pairs\":%zu,\"rejected\":%zu}\n", import.pairs, import.rejected);
    } else if (done && !command->quiet) {
        printf("added %zu pairs, rejected %zu lines: %s\n", import.pairs, import.rejected,
               path.data);
    }
    bytes_free(&path);
    return !done ? EXIT_FAILED : import.rejected > 0 ? EXIT_REJECTED : EXIT_DONE;
}
