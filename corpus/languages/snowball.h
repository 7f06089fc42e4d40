/* snowball.h - a libstemmer stemmer as the per-thread state of a language's row. */
#ifndef ARAL_LANGUAGES_SNOWBALL_H
#define ARAL_LANGUAGES_SNOWBALL_H

#include "corpus/base/slice.h"

/* A stemmer of libstemmer's for UTF-8 by its name there ("indonesian"); NULL when memory ran out or
 * libstemmer has none of that name. Freed with snowball_free. */
void *snowball_new(const char *algorithm);
void snowball_free(void *stemmer);

/* Writes the stem of `form` to `stem` (LANGUAGE_STEM_BYTES), returns its length; 0, to keep the
 * form, where nothing would be left of it or it is too long. */
size_t snowball_stem(void *stemmer, struct slice form, char *stem);

#endif
