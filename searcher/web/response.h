/* response.h - an HTTP response in the form that CGI/1.1 (RFC 3875 section 6) wants.
 *
 * Header values are constants of the program, numbers and hashes: nothing of a request gets into a
 * header, so nothing can be injected there. */
#ifndef ARAL_SEARCHER_WEB_RESPONSE_H
#define ARAL_SEARCHER_WEB_RESPONSE_H

#include "corpus/base/bytes.h"

#include <stdint.h>

struct web_response {
    unsigned status;      /* 200, 304, 400, 404, 405, 503 */
    const char *type;     /* media type; NULL: no body */
    const char *language; /* Content-Language, and the response varies with the client's; or NULL */
    unsigned retry_after; /* seconds; 0: not said */
    uint64_t tag;         /* ETag, weak; 0: none */
    bool immutable;       /* may be kept for ever: its address changes with its content */
    struct bytes body;
};

/* Appends head and, unless `head_only`, body. */
void response_write(const struct web_response *response, bool head_only, struct bytes *out);

/* The tag that names a representation: of the index (identity and revision) and what was asked. */
uint64_t response_tag(struct slice identity, uint64_t revision, struct slice what);

/* Whether If-None-Match (RFC 9110 section 13.1.2) names the tag. */
bool response_tag_matches(uint64_t tag, struct slice if_none_match);

/* Empties it for the next answer and keeps its memory. */
void response_clear(struct web_response *response);

#endif
