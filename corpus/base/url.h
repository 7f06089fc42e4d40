/* url.h - addresses of the web. */
#ifndef ARAL_BASE_URL_H
#define ARAL_BASE_URL_H

#include "corpus/base/ascii.h"

/* The bytes of the "http://" or "https://" that the text begins with, in letters of any case (RFC
 * 3986, 3.1); 0: neither. */
static inline size_t url_scheme(struct slice text) {
    return ascii_starts_with(text, "http://")    ? strlen("http://")
           : ascii_starts_with(text, "https://") ? strlen("https://")
                                                 : 0;
}

/* Whether the text is an address of the web: it begins so, and there is more. */
static inline bool url_is_web(struct slice text) {
    size_t scheme = url_scheme(text);
    return scheme > 0 && text.length > scheme;
}

/* Whether an address of the web is that of a site's first page: nothing but "/" stands behind the
 * site. */
static inline bool url_is_home(struct slice text) {
    size_t at = url_scheme(text);
    bool web = at > 0;
    while (at < text.length && !strchr("/?#", text.data[at])) {
        at++;
    }
    return web && (at == text.length || (at + 1 == text.length && text.data[at] == '/'));
}

#endif
