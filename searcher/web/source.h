/* source.h - the way to the source of an article, right to the passage. */
#ifndef ARAL_SEARCHER_WEB_SOURCE_H
#define ARAL_SEARCHER_WEB_SOURCE_H

#include "corpus/base/bytes.h"

/* Whether an address is http or https: other schemes may run what they name. */
bool source_is_safe(struct slice url);

/* Appends the address of the source, good as an attribute, with a text fragment (the WICG's URL
 * Fragment Text Directives, "#:~:text=") that leads browsers to `passage` and marks it. False, and
 * nothing is appended, unless `url` is safe. */
bool source_write_address(struct slice url, struct slice passage, struct bytes *out);

#endif
