/* request.h - a request as CGI/1.1 (RFC 3875) and FastCGI hand it over.
 *
 * Reads the meta-variables of the environment given, never the process's own, so that one process
 * can answer many requests. Nothing here is decoded but what the server has decoded already. */
#ifndef ARAL_SEARCHER_WEB_REQUEST_H
#define ARAL_SEARCHER_WEB_REQUEST_H

#include "corpus/base/bytes.h"
#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>

/* The longest body, and the longest query string, that are read; longer ones are refused. */
#define REQUEST_BYTES_MOST 65536

enum web_method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

/* What body came with a request. */
enum request_body {
    BODY_NONE,
    BODY_FORM,
    BODY_TOO_LONG,
    BODY_UNREADABLE, /* not application/x-www-form-urlencoded, its length no number, or cut off */
};

struct web_request {
    enum web_method method;
    struct slice script; /* SCRIPT_NAME without slashes at its end: where the program is mounted */
    struct slice path;   /* PATH_INFO, decoded by the server; "/" where it is empty */
    struct slice query;  /* QUERY_STRING, as sent */
    struct slice body;   /* of a POST; read by the caller, see request_body_length */
    enum request_body body_state;
    struct slice accept_language;
    struct slice if_none_match;
    struct slice host; /* the client's name and port for the server, else its own; may be empty */
    struct slice port; /* beside the server's own name */
    bool secure;       /* by https */
};

/* Reads the meta-variables of a NULL-terminated list of "NAME=value". Slices point into it. */
void request_read(char *const *environment, struct web_request *request);

/* The value of a variable of such a list, or NULL. */
const char *request_variable(char *const *environment, const char *name);

/* What body comes with the request, and how many bytes are to be read (0 unless BODY_FORM). */
enum request_body request_body_length(char *const *environment, enum web_method method,
                                      size_t *length);

/* Appends the address under which the client sees the program: "https://host/script". Only
 * unreserved characters, '%', ':', '/', '[' and ']'. */
void request_write_origin(const struct web_request *request, struct bytes *out);

#endif
