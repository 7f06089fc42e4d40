/* assets.h - the page's style and script, put into the program by the build (see the Makefile). */
#ifndef ARAL_SEARCHER_WEB_ASSETS_H
#define ARAL_SEARCHER_WEB_ASSETS_H

#include <stddef.h>

struct asset {
    const char *data; /* without comments and indentation */
    size_t length;
    const char *hash;    /* SHA-256 in base64, as Content-Security-Policy wants it */
    const char *version; /* its first characters in hexadecimal, for addresses */
};

extern const struct asset asset_style;  /* style.css */
extern const struct asset asset_script; /* suggest.js */

#endif
