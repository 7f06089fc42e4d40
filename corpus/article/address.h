/* address.h - relative addresses as whole ones. */
#ifndef ARAL_ARTICLE_ADDRESS_H
#define ARAL_ARTICLE_ADDRESS_H

#include "corpus/base/bytes.h"

/* Appends `address`, trimmed, as it is read from `base` (RFC 3986, 5); as it is where that is empty
 * or cannot be. Memory failure is told by out->failed. */
void address_join(struct slice base, struct slice address, struct bytes *out);

#endif
