/* interrupt.h - SIGINT and SIGTERM ask to stop at the next article. */
#ifndef ARAL_INDEXER_INTERRUPT_H
#define ARAL_INDEXER_INTERRUPT_H

#include <stdbool.h>

/* From now on the first SIGINT, SIGTERM or SIGHUP only asks to stop; a second one ends the program
 * at once. */
void interrupt_catch(void);

/* Whether one has come. */
bool interrupt_requested(void);

#endif
