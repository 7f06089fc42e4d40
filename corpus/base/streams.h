/* streams.h - standard input, output and error of a program. */
#ifndef ARAL_BASE_STREAMS_H
#define ARAL_BASE_STREAMS_H

#include <stdbool.h>

/* Takes the places of those that the program was started without, so that no file it opens, an
 * index say, becomes what it reads from or prints to: using one of them fails as it did before.
 * To be called first in main(). */
void streams_secure(void);

/* Whether the stream (STDOUT_FILENO, STDERR_FILENO) is a terminal that escape sequences command. */
bool streams_take_escapes(int stream);

#endif
