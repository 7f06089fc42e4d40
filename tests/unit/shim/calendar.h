/* What the shim's tests read and write: the twelve months, one document each, in every back end.
 *
 * Document N is month N. Its data is the month's name; its terms are the name, its season, "month"
 * (wdf: the days of it), "long" where it has 31 days and QN, its identity; "first month of winter"
 * and the like are also there with positions. Slot 0 has the number in two digits, slot 1 the
 * season, slot 2 the days as a number; april has nothing in slot 1. */
#ifndef TESTS_SHIM_CALENDAR_H
#define TESTS_SHIM_CALENDAR_H

#include "shim/xapian-c.h"

#include <arpa/inet.h>
#include <ftw.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <setjmp.h>

#include <cmocka.h>

enum { SLOT_NUMBER, SLOT_SEASON, SLOT_DAYS };

struct month {
    const char *name, *ordinal, *season;
    uint32_t days;
};

static const struct month MONTHS[12] = {
    {"january", "first", "winter", 31},     {"february", "second", "winter", 28},
    {"march", "third", "spring", 31},       {"april", "fourth", "", 30},
    {"may", "fifth", "spring", 31},         {"june", "sixth", "summer", 30},
    {"july", "seventh", "summer", 31},      {"august", "eighth", "summer", 31},
    {"september", "ninth", "autumn", 30},   {"october", "tenth", "autumn", 31},
    {"november", "eleventh", "autumn", 30}, {"december", "twelfth", "winter", 31},
};

#ifndef MORE_SANITIZER_OPTIONS
#define MORE_SANITIZER_OPTIONS ""
#endif

/* For AddressSanitizer: xapian-core 1.4 deletes what it checks as if it were of its base class. */
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
    return "new_delete_type_mismatch=0" MORE_SANITIZER_OPTIONS;
}

static inline struct xapian_bytes bytes_of(const char *text) {
    return (struct xapian_bytes){text, strlen(text)};
}

static inline bool bytes_equal(struct xapian_bytes bytes, const char *text) {
    return bytes.size == strlen(text) && memcmp(bytes.data, text, bytes.size) == 0;
}

/* True if *string is text; frees it. */
static inline bool string_is(struct xapian_string *string, const char *text) {
    bool equal = bytes_equal((struct xapian_bytes){string->data, string->size}, text) &&
                 string->data[string->size] == '\0';
    xapian_string_free(string);
    return equal;
}

/* Fails the test that calls it, saying what the shim said. */
static inline void must(bool succeeded, const struct xapian_error *error) {
    if (!succeeded) {
        fail_msg("%s: %s (%s)", error->class_name, error->message, error->origin);
    }
}

/* ---- folders --------------------------------------------------------------------------------- */

static inline char *text_of(const char *format, ...) __attribute__((format(printf, 1, 2)));
static inline char *text_of(const char *format, ...) {
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    assert_true(vasprintf(&text, format, arguments) >= 0);
    va_end(arguments);
    return text;
}

static inline char *make_folder(void) {
    const char *parent = getenv("TMPDIR");
    char *folder = text_of("%s/xapian-c-XXXXXX", parent ? parent : P_tmpdir);
    assert_non_null(mkdtemp(folder));
    return folder;
}

static inline int remove_entry(const char *path, const struct stat *status, int type,
                               struct FTW *walk) {
    (void)status, (void)type, (void)walk;
    return remove(path);
}

/* Removes the folder and all in it, and frees its name. */
static inline void remove_folder(char *folder) {
    nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(folder);
}

static inline void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static inline void pause_ms(long milliseconds) {
    nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000}, NULL);
}

/* ---- months ---------------------------------------------------------------------------------- */

/* A document for month number, from 1. The caller frees it. */
static inline struct xapian_document *make_month(unsigned number) {
    struct xapian_error error = {0};
    const struct month *month = &MONTHS[number - 1];
    struct xapian_document *document = xapian_document_new(&error);
    char identity[8], two_digits[8], days[XAPIAN_NUMBER_SIZE_MAX];
    snprintf(identity, sizeof identity, "Q%u", number);
    snprintf(two_digits, sizeof two_digits, "%02u", number);
    const struct xapian_weighted_term terms[] = {
        {bytes_of(month->name), 1}, {bytes_of("month"), month->days - 1}, {bytes_of(identity), 0}};
    must(xapian_document_add_terms(document, terms, 3, &error), &error);
    if (month->days == 31) {
        must(xapian_document_add_term(document, bytes_of("long"), 1, &error), &error);
    }
    const char *words[] = {month->ordinal, "month", "of", month->season};
    for (uint32_t i = 0; i < 4 && *words[i]; i++) {
        must(xapian_document_add_posting(document, bytes_of(words[i]), i + 1, 1, &error), &error);
    }
    struct xapian_bytes days_value = {days, xapian_number_encode(month->days, days)};
    must(xapian_document_set_value(document, SLOT_NUMBER, bytes_of(two_digits), &error), &error);
    must(xapian_document_set_value(document, SLOT_SEASON, bytes_of(month->season), &error), &error);
    must(xapian_document_set_value(document, SLOT_DAYS, days_value, &error), &error);
    must(xapian_document_set_data(document, bytes_of(month->name), &error), &error);
    return document;
}

/* Adds all months, with metadata and spellings, and commits. */
static inline void write_calendar(const char *location) {
    struct xapian_error error = {0};
    struct xapian_writer_options options = {.no_sync = true};
    struct xapian_writer *writer = xapian_writer_open(location, &options, &error);
    must(writer, &error);
    for (unsigned number = 1; number <= 12; number++) {
        struct xapian_document *document = make_month(number);
        uint32_t docid;
        must(xapian_writer_add(writer, document, &docid, &error), &error);
        assert_int_equal(docid, number);
        xapian_document_free(document);
        must(xapian_writer_add_spelling(writer, bytes_of(MONTHS[number - 1].name),
                                        MONTHS[number - 1].days, &error),
             &error);
    }
    must(xapian_writer_set_metadata(writer, bytes_of("calendar"), bytes_of("gregorian"), &error),
         &error);
    must(xapian_writer_set_metadata(writer, bytes_of("calendar/year"), bytes_of("2024"), &error),
         &error);
    must(xapian_writer_set_metadata(writer, bytes_of("other"), bytes_of("thing"), &error), &error);
    must(xapian_writer_close(writer, &error), &error);
}

/* ---- back ends ------------------------------------------------------------------------------- */

enum backend_kind { DIRECTORY, SHARDS, PROGRAM, TCP, BACKENDS };

static const char *const BACKEND_NAMES[BACKENDS] = {"one directory", "three shards", "a program",
                                                    "a TCP server"};

struct backend {
    enum backend_kind kind;
    char *folder;   /* everything of it is in here */
    char *path;     /* what is on disk: a directory, or a stub file */
    char *location; /* what to open */
    pid_t server;
};

static inline int free_port(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    assert_true(listener >= 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&address, size), 0);
    assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &size), 0);
    close(listener);
    return ntohs(address.sin_port);
}

static inline void wait_for_port(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    for (int attempt = 0; attempt < 500; attempt++) {
        int probe = socket(AF_INET, SOCK_STREAM, 0);
        bool answered = connect(probe, (struct sockaddr *)&address, sizeof address) == 0;
        close(probe);
        if (answered) {
            return;
        }
        pause_ms(10);
    }
    fail_msg("the server on port %d does not answer", port);
}

/* Serves path on a free port of this machine; backend_stop ends it. */
static inline void start_server(struct backend *backend, bool writable) {
    int port = free_port();
    char *option = text_of("--port=%d", port);
    backend->server = fork();
    assert_true(backend->server >= 0);
    if (backend->server == 0) {
        /* When it is stopped it stops all of its process group; give it one of its own. It ends
         * with a test that fails before it stops it, and holds no output that somebody reads to
         * the end. It also complains of every client that hangs up. */
        setpgid(0, 0);
        if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || !freopen("/dev/null", "w", stdout) ||
            !freopen("/dev/null", "w", stderr)) {
            _exit(127);
        }
        execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface=127.0.0.1", option,
               backend->path, writable ? "--writable" : (char *)NULL, (char *)NULL);
        _exit(127);
    }
    free(option);
    backend->location = text_of("tcp://127.0.0.1:%d", port);
    wait_for_port(port);
}

/* A back end with the calendar in it, or nothing; a remote one is served for reading or writing. */
static inline struct backend backend_start(enum backend_kind kind, bool filled, bool writable) {
    struct backend backend = {.kind = kind, .folder = make_folder()};
    if (kind == SHARDS) {
        struct xapian_error error = {0};
        for (char shard = 'a'; shard <= 'c'; shard++) {
            char *path = text_of("%s/%c", backend.folder, shard);
            must(xapian_writer_close(xapian_writer_open(path, NULL, &error), &error), &error);
            free(path);
        }
        backend.path = text_of("%s/stub", backend.folder);
        write_file(backend.path, "auto a\nauto b\nauto c\n");
    } else {
        backend.path = text_of("%s/index", backend.folder);
    }
    if (filled) {
        write_calendar(backend.path);
    } else if (kind != SHARDS) {
        xapian_writer_close(xapian_writer_open(backend.path, NULL, NULL), NULL);
    }
    if (kind == TCP) {
        start_server(&backend, writable);
    } else if (kind == PROGRAM) {
        backend.location =
            text_of("prog:xapian-progsrv %s%s", writable ? "--writable " : "", backend.path);
    } else {
        backend.location = text_of("%s", backend.path);
    }
    return backend;
}

static inline void stop_server(struct backend *backend) {
    if (backend->server > 0) {
        kill(backend->server, SIGTERM);
        waitpid(backend->server, NULL, 0);
        kill(-backend->server, SIGKILL); /* one of its group may hang in its handler of SIGTERM */
        backend->server = 0;
    }
}

static inline void backend_stop(struct backend *backend) {
    stop_server(backend);
    remove_folder(backend->folder);
    free(backend->path);
    free(backend->location);
}

static inline struct xapian_index *open_location(const char *location) {
    struct xapian_error error = {0};
    struct xapian_index *index = xapian_index_open(&location, 1, 0, &error);
    must(index, &error);
    return index;
}

#endif
