#include "corpus/base/streams.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void streams_secure(void) {
    /* Opened the wrong way round: what reads from the first or writes to the others gets an error.
     */
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        /* A new descriptor is the lowest that is free: this one, since those below are taken. */
        if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", modes[stream]) != stream) {
            return; /* not even that is there: nothing can be done */
        }
    }
}

bool streams_take_escapes(int stream) {
    const char *terminal = getenv("TERM");
    return isatty(stream) && !(terminal && strcmp(terminal, "dumb") == 0);
}

static const char not_written[] = "cannot write to standard output";

bool streams_print(struct slice text, struct error *error) {
    return fwrite(text.data, 1, text.length, stdout) == text.length ||
           error_set_errno(error, not_written);
}

bool streams_finish_output(struct error *error) {
    if (fflush(stdout) != 0) {
        return error_set_errno(error, not_written);
    }
    /* What a write fails for is dropped with it: of an earlier one, only that it failed is known.
     */
    return !ferror(stdout) || error_set(error, ERROR_IO, not_written);
}
