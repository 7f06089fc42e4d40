#include "searcher/web/request.h"

#include "corpus/base/ascii.h"
#include "searcher/web/escape.h"

#include <string.h>
#include <strings.h>

const char *request_variable(char *const *environment, const char *name) {
    size_t length = strlen(name);
    for (; *environment; environment++) {
        if (strncmp(*environment, name, length) == 0 && (*environment)[length] == '=') {
            return *environment + length + 1;
        }
    }
    return NULL;
}

static struct slice read_variable(char *const *environment, const char *name) {
    return slice_of_string(request_variable(environment, name));
}

static enum web_method read_method(struct slice name) {
    static const struct {
        const char *name;
        enum web_method method;
    } methods[] = {{"GET", METHOD_GET}, {"HEAD", METHOD_HEAD}, {"POST", METHOD_POST}};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (slice_equal(name, slice_of_string(methods[i].name))) {
            return methods[i].method;
        }
    }
    return METHOD_OTHER;
}

/* A host as it may stand in an address (RFC 3986 section 3.2.2) and in a page: it comes from the
 * client, so anything else is dropped. */
static struct slice check_host(struct slice host) {
    for (size_t at = 0; at < host.length; at++) {
        char byte = host.data[at];
        bool good =
            ascii_is_letter(byte) || ascii_is_digit(byte) || (byte && strchr("-.:[]", byte));
        if (!good) {
            return slice_of("", 0);
        }
    }
    return host.length > 255 ? slice_of("", 0) : host;
}

void request_read(char *const *environment, struct web_request *request) {
    *request = (struct web_request){
        .method = read_method(read_variable(environment, "REQUEST_METHOD")),
        .script = read_variable(environment, "SCRIPT_NAME"),
        .path = read_variable(environment, "PATH_INFO"),
        .query = read_variable(environment, "QUERY_STRING"),
        .accept_language = read_variable(environment, "HTTP_ACCEPT_LANGUAGE"),
        .if_none_match = read_variable(environment, "HTTP_IF_NONE_MATCH"),
        .host = check_host(read_variable(environment, "HTTP_HOST")),
    };
    if (request->host.length == 0) {
        /* Clients of HTTP/1.0 need not say which (RFC 3875 section 3.3). */
        request->host = check_host(read_variable(environment, "SERVER_NAME"));
        request->port = check_host(read_variable(environment, "SERVER_PORT"));
    }
    while (request->script.length > 0 && request->script.data[request->script.length - 1] == '/') {
        request->script.length--;
    }
    if (request->path.length == 0) {
        request->path = slice_of("/", 1);
    }
    struct slice https = read_variable(environment, "HTTPS");
    request->secure = slice_equal(https, slice_of("on", 2)) || slice_equal(https, slice_of("1", 1));
}

enum request_body request_body_length(char *const *environment, enum web_method method,
                                      size_t *length) {
    static const char form[] = "application/x-www-form-urlencoded";
    *length = 0;
    struct slice wanted = read_variable(environment, "CONTENT_LENGTH");
    if (method != METHOD_POST || wanted.length == 0) {
        return BODY_NONE;
    }
    size_t number = 0;
    for (size_t at = 0; at < wanted.length; at++) {
        if (!ascii_is_digit(wanted.data[at])) {
            return BODY_UNREADABLE;
        }
        number = number * 10 + (size_t)(wanted.data[at] - '0');
        if (number > REQUEST_BYTES_MOST) {
            return BODY_TOO_LONG;
        }
    }
    if (number == 0) {
        return BODY_NONE;
    }
    struct slice type = read_variable(environment, "CONTENT_TYPE");
    size_t named = sizeof form - 1;
    if (type.length < named || strncasecmp(type.data, form, named) != 0 ||
        (type.length > named && !strchr("; \t", type.data[named]))) {
        return BODY_UNREADABLE;
    }
    *length = number;
    return BODY_FORM;
}

void request_write_origin(const struct web_request *request, struct bytes *out) {
    bytes_append_string(out, request->secure ? "https://" : "http://");
    if (request->host.length > 0) {
        bytes_append_slice(out, request->host);
        struct slice usual = slice_of_string(request->secure ? "443" : "80");
        if (request->port.length > 0 && !slice_equal(request->port, usual)) {
            bytes_append_byte(out, ':');
            bytes_append_slice(out, request->port);
        }
    } else {
        bytes_append_string(out, "localhost");
    }
    escape_url_path(request->script, out);
}
