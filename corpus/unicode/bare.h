/* bare.h - Latin letters without their marks: é as e, ø as o, œ as oe. */
#ifndef ARAL_UNICODE_BARE_H
#define ARAL_UNICODE_BARE_H

#include "corpus/base/slice.h"

#include <stdint.h>

/* A Latin letter as a small one of ASCII; 0 where it is no such letter or stands for two. */
char bare_letter(int32_t code);

/* Writes a normalised form with its Latin letters bare and all else as it is, й among it. Returns
 * the length, at most the form's. O(length). */
size_t bare_write(struct slice form, char *out);

#endif
