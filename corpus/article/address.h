/* address.h - relative addresses as whole ones. */
#ifndef ARAL_ARTICLE_ADDRESS_H
#define ARAL_ARTICLE_ADDRESS_H

#include "corpus/base/bytes.h"

/* Appends `address`, trimmed, as it is read from `base` (RFC 3986, 5); as it is where that is empty
 * or cannot be. Memory failure is told by out->failed. */
void address_join(struct slice base, struct slice address, struct bytes *out);

/* The address itself where `address` is that of a copy in an archive of the web, which has it
 * behind the time of the copy: https://archive.example/web/20240611093000/https://post.example/dam.
 */
struct slice address_of_original(struct slice address);

#endif
