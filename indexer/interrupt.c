#include "indexer/interrupt.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

/* A signal handler has no other place to leave its news, which threads look for. */
static atomic_bool requested;

static void note_signal(int number) {
    (void)number;
    atomic_store(&requested, true);
}

static void set_handlers(void (*handler)(int number)) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction action = {.sa_handler = handler, .sa_flags = (int)SA_RESETHAND};
        struct sigaction before;
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) {
            sigaction(signals[i], &action, NULL);
        }
    }
}

void interrupt_catch(void) {
    set_handlers(note_signal);
}

void interrupt_release(void) {
    set_handlers(SIG_DFL);
}

bool interrupt_requested(void) {
    return atomic_load(&requested);
}
