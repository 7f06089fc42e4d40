#include "indexer/structure.h"

#include "indexer/interrupt.h"
#include "indexer/schema.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the process that checks says first; the report follows. */
struct verdict {
    bool checked;
    size_t faults;
    struct xapian_error failure;
};

static void write_all(int file, const void *data, size_t size) {
    const char *next = data;
    ssize_t written;
    while (size > 0 && (written = write(file, next, size)) > 0) {
        next += written;
        size -= (size_t)written;
    }
}

static _Noreturn void check_and_exit(const char *location, int out) {
    struct verdict verdict = {0};
    struct xapian_string report = {0};
    interrupt_release();
    verdict.checked = xapian_check(location, &verdict.faults, &report, &verdict.failure);
    write_all(out, &verdict, sizeof verdict);
    write_all(out, report.data, report.size);
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

/* xapian-core opens tables for writing in order to check them. */
static bool is_denied(const struct xapian_error *failure) {
    static const int reasons[] = {EACCES, EPERM, EROFS};
    bool denied = false;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        denied = denied || strstr(failure->message, strerror(reasons[i]));
    }
    return denied && failure->kind == XAPIAN_ERROR_IO;
}

static bool take_verdict(const struct bytes *said, int status, struct structure *structure,
                         struct error *error) {
    struct verdict verdict;
    if (said->length < sizeof verdict) {
        structure->faults = 1;
        bytes_append_format(&structure->report, "the check broke off over it: %s\n",
                            WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "no answer");
        return bytes_check(&structure->report, error);
    }
    memcpy(&verdict, said->data, sizeof verdict);
    structure->unchecked = !verdict.checked && is_denied(&verdict.failure);
    structure->faults = verdict.faults;
    bytes_append(&structure->report, said->data + sizeof verdict, said->length - sizeof verdict);
    return (verdict.checked || structure->unchecked || schema_set_error(error, &verdict.failure)) &&
           bytes_check(&structure->report, error);
}

bool structure_check(const char *location, struct structure *structure, struct error *error) {
    struct bytes said = {0};
    int ends[2], status = 0;
    *structure = (struct structure){0};
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return error_set_errno(error, "cannot check %s", location);
    }
    fflush(stdout);
    pid_t checker = fork();
    if (checker == 0) {
        close(ends[0]);
        check_and_exit(location, ends[1]);
    }
    close(ends[1]);
    bool checked = checker > 0 || error_set_errno(error, "cannot check %s", location);
    if (checked && !read_all(ends[0], &said)) {
        kill(checker, SIGTERM);
    }
    close(ends[0]);
    if (checked) {
        while (waitpid(checker, &status, 0) < 0 && errno == EINTR) {
        }
        checked = bytes_check(&said, error) && take_verdict(&said, status, structure, error);
    }
    bytes_free(&said);
    return checked;
}
