#include "searcher/web/response.h"

#include "corpus/base/hash.h"
#include "searcher/web/assets.h"
#include "version.h"

#include <inttypes.h>
#include <stdio.h>

static const char *find_reason(unsigned status) {
    switch (status) {
    case 200:
        return "OK";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    default:
        return "Service Unavailable";
    }
}

/* Pages run one script from here, one style known by its hash, and load nothing else. */
static void write_policy(struct bytes *out) {
    bytes_append_format(out,
                        "Content-Security-Policy: default-src 'none'; style-src 'sha256-%s'; "
                        "script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; "
                        "base-uri 'none'; frame-ancestors 'none'\r\n"
                        "X-Content-Type-Options: nosniff\r\n"
                        "Referrer-Policy: same-origin\r\n",
                        asset_style.hash);
}

#define TAG_BYTES (sizeof "W/\"0123456789abcdef\"")

static void write_tag(uint64_t tag, char text[TAG_BYTES]) {
    snprintf(text, TAG_BYTES, "W/\"%016" PRIx64 "\"", tag);
}

void response_write(const struct web_response *response, bool head_only, struct bytes *out) {
    bytes_append_format(out, "Status: %u %s\r\n", response->status, find_reason(response->status));
    if (response->type && response->status != 304) {
        bytes_append_format(out, "Content-Type: %s\r\nContent-Length: %zu\r\n", response->type,
                            response->body.length);
    }
    if (response->language && response->status != 304) {
        bytes_append_format(out, "Content-Language: %s\r\n", response->language);
    }
    if (response->language) {
        bytes_append_string(out, "Vary: Accept-Language\r\n");
    }
    if (response->status == 405) {
        bytes_append_string(out, "Allow: GET, HEAD, POST\r\n");
    }
    if (response->retry_after > 0) {
        bytes_append_format(out, "Retry-After: %u\r\n", response->retry_after);
    }
    if (response->tag) {
        char tag[TAG_BYTES];
        write_tag(response->tag, tag);
        bytes_append_format(out, "ETag: %s\r\n", tag);
    }
    bytes_append_format(out, "Cache-Control: %s\r\n",
                        response->immutable ? "public, max-age=31536000, immutable"
                        : response->tag     ? "no-cache"
                                            : "no-store");
    write_policy(out);
    bytes_append_string(out, "\r\n");
    if (!head_only && response->status != 304) {
        bytes_append_slice(out, bytes_slice(&response->body));
    }
}

uint64_t response_tag(struct slice identity, uint64_t revision, struct slice what) {
    uint64_t hash = hash_bytes_seeded(identity, revision);
    hash = hash_bytes_seeded(what, hash);
    hash = hash_bytes_seeded(slice_of(ARAL_VERSION, sizeof ARAL_VERSION), hash);
    return hash ? hash : 1;
}

bool response_tag_matches(uint64_t tag, struct slice if_none_match) {
    if (tag == 0 || if_none_match.length == 0) {
        return false;
    }
    if (slice_equal(if_none_match, slice_of("*", 1))) {
        return true;
    }
    /* Comparison is weak, and servers that compress put a suffix inside the quotes: the digits are
     * what counts. */
    char text[TAG_BYTES];
    write_tag(tag, text);
    return memmem(if_none_match.data, if_none_match.length, text + sizeof "W/", 16) != NULL;
}

void response_clear(struct web_response *response) {
    struct bytes body = response->body;
    bytes_clear(&body);
    *response = (struct web_response){.body = body};
}
