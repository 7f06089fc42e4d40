#include "indexer/structure.h"

#include "indexer/schema.h"
#include "indexer/separate.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>

/* What the process that checks says first; the report follows. */
struct verdict {
    bool checked;
    size_t faults;
    struct xapian_error failure;
};

static void check(const void *context, int out) {
    const char *location = context;
    struct verdict verdict = {0};
    struct xapian_string report = {0};
    verdict.checked = xapian_check(location, &verdict.faults, &report, &verdict.failure);
    separate_say(out, &verdict, sizeof verdict);
    separate_say(out, report.data, report.size);
    xapian_string_free(&report);
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
    int status;
    *structure = (struct structure){0};
    bool checked = separate_run(check, location, &said, &status, error) &&
                   take_verdict(&said, status, structure, error);
    bytes_free(&said);
    return checked;
}
