/* streams.h - standard input, output and error of a program. */
#ifndef ARAL_BASE_STREAMS_H
#define ARAL_BASE_STREAMS_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"

#include <stdbool.h>

/* Takes the places of those that the program was started without, so that no file it opens, an
 * index say, becomes what it reads from or prints to: using one of them fails as it did before.
 * To be called first in main(). */
void streams_secure(void);

/* Whether the stream (STDOUT_FILENO, STDERR_FILENO) is a terminal that escape sequences command. */
bool streams_take_escapes(int stream);

/* Prints the text to standard output. False and *error where it, or what was buffered before it, is
 * not written. */
bool streams_print(struct slice text, struct error *error);

/* Writes out what standard output has buffered. False and *error where anything that was printed to
 * it, now or earlier, is not written. To be called last. */
bool streams_finish_output(struct error *error);

#endif
