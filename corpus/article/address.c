#include "corpus/article/address.h"

#include "corpus/article/clean.h"

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
