#include "indexer/separate.h"

#include "indexer/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

void separate_say(int out, const void *data, size_t size) {
    const char *next = data;
    ssize_t written;
    while (size > 0 && (written = write(out, next, size)) > 0) {
        next += written;
        size -= (size_t)written;
    }
}

static _Noreturn void work_and_exit(separate_work *work, const void *context, int out) {
    interrupt_release();
    work(context, out);
    _exit(0);
}

/* Reads to the end, or until an interrupt comes. */
static bool read_all(int file, struct bytes *all) {
    char part[4096];
    ssize_t count;
    while ((count = read(file, part, sizeof part)) > 0) {
        bytes_append(all, part, (size_t)count);
    }
    return count == 0;
}

bool separate_run(separate_work *work, const void *context, struct bytes *said, int *status,
                  struct error *error) {
    int ends[2];
    *status = 0;
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return error_set_errno(error, "cannot make a pipe");
    }
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        work_and_exit(work, context, ends[1]);
    }
    close(ends[1]);
    bool begun = child > 0 || error_set_errno(error, "cannot make a process");
    if (begun && (interrupt_requested() || !read_all(ends[0], said))) {
        kill(child, SIGTERM);
    }
    close(ends[0]);
    while (begun && waitpid(child, status, 0) < 0 && errno == EINTR) {
    }
    return begun && bytes_check(said, error);
}
