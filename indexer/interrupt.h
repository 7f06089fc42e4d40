/* interrupt.h - SIGINT, SIGTERM and SIGHUP ask to stop at the next article. */
#ifndef ARAL_INDEXER_INTERRUPT_H
#define ARAL_INDEXER_INTERRUPT_H

#include <stdbool.h>

/* From now on the first of each only asks to stop; a second one ends the program at once. What is
 * ignored, as SIGHUP under nohup, stays ignored. */
void interrupt_catch(void);

/* In a child process: from now on the first one ends it at once. What is ignored stays so. */
void interrupt_release(void);

/* Whether one has come. */
bool interrupt_requested(void);

#endif
