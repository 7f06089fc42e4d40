/* paths.h - paths of files as UTF-8. */
#ifndef ARAL_ARTICLE_PATHS_H
#define ARAL_ARTICLE_PATHS_H

#include "corpus/base/bytes.h"

/* Appends a path for messages and identities, as one line of UTF-8 in NFC: bytes that are no UTF-8,
 * control characters and spaces that would be lost in a line are written as %XX. */
void path_show(const char *path, struct bytes *out);

#endif
