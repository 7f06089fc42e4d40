#include "indexer/interrupt.h"

#include <signal.h>
#include <stddef.h>

/* A signal handler has no other place to leave its news. */
static volatile sig_atomic_t requested;

static void note_signal(int number) {
    (void)number;
    requested = 1;
}

void interrupt_catch(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction action = {.sa_handler = note_signal, .sa_flags = (int)SA_RESETHAND};
        struct sigaction before;
        /* What is ignored, as under nohup, stays ignored. */
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) {
            sigaction(signals[i], &action, NULL);
        }
    }
}

bool interrupt_requested(void) {
    return requested != 0;
}
