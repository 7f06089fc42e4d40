/* paths.h - paths of files as UTF-8: for messages, and as articles are identified by them. */
#ifndef ARAL_ARTICLE_PATHS_H
#define ARAL_ARTICLE_PATHS_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

/* Appends a path for messages and identities, as one line of UTF-8 in NFC: bytes that are no UTF-8,
 * control characters and spaces that would be lost in a line are written as %XX. */
void path_show(const char *path, struct bytes *out);

/* Appends `path` as identities have it (struct article, file): absolute, without links in its
 * folders, so that it does not depend on where it is added from; relative to the folder `base`
 * where that is not NULL and holds it; "-" as it is. In UTF-8: bytes that are not are written as
 * %XX, as is a name that differs by its normal form alone from that of a file beside it in NFC; and
 * '%' is, where a file beside it would have the same identity. The file itself need not exist, its
 * folder must. */
bool article_path(const char *path, const char *base, struct bytes *out, struct error *error);

#endif
