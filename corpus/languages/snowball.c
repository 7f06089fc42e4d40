#include "corpus/languages/snowball.h"

#include "corpus/languages/language.h"

#include <libstemmer.h>

void *snowball_new(const char *algorithm) {
    return sb_stemmer_new(algorithm, "UTF_8");
}

void snowball_free(void *stemmer) {
    sb_stemmer_delete(stemmer);
}

size_t snowball_stem(void *stemmer, struct slice form, char *stem) {
    if (form.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    const sb_symbol *result =
        sb_stemmer_stem(stemmer, (const sb_symbol *)form.data, (int)form.length);
    if (!result) {
        return 0;
    }
    size_t length = (size_t)sb_stemmer_length(stemmer);
    if (length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    memcpy(stem, result, length);
    return length;
}
