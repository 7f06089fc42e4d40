#include "corpus/article/address.h"

#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"
#include "corpus/base/url.h"

#include <libxml/uri.h>

void address_join(struct slice base, struct slice address, struct bytes *out) {
    struct bytes from = {0}, given = {0};
    bytes_append_slice(&from, base);
    bytes_append_slice(&given, slice_trim(address));
    const char *start = bytes_string(&from), *rest = bytes_string(&given);
    xmlChar *whole = base.length > 0 && start && rest
                         ? xmlBuildURI((const xmlChar *)rest, (const xmlChar *)start)
                         : NULL;
    if (whole) {
        bytes_append_string(out, (const char *)whole);
    } else {
        bytes_append_slice(out, bytes_slice(&given));
    }
    out->failed = out->failed || from.failed || given.failed;
    xmlFree(whole);
    bytes_free(&from);
    bytes_free(&given);
}

struct slice address_of_original(struct slice address) {
    enum { LEAST_DIGITS = 8 }; /* a day */
    size_t digits = 0;         /* at the start of the path's segment */
    bool time = false;         /* the segment before began with so many */
    size_t scheme = url_scheme(address);
    for (size_t at = scheme; scheme > 0 && at < address.length; at++) {
        struct slice rest = slice_from(address, at);
        if (time && url_is_web(rest)) {
            return rest;
        }
        time = *rest.data == '/' && digits >= LEAST_DIGITS;
        bool fresh = address.data[at - 1] == '/' || digits > 0;
        if (*rest.data == '/') {
            digits = 0;
        } else if (fresh && ascii_is_digit(*rest.data)) {
            digits++;
        }
    }
    return address;
}
