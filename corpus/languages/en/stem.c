#include "corpus/languages/en/english.h"

#include "corpus/languages/snowball.h"

size_t english_stem(void *stemmer, struct slice form, unsigned hints, char *stem) {
    (void)hints;
    return snowball_stem(stemmer, form, stem);
}

size_t english_stem_hyphenated(void *stemmer, struct slice form, unsigned hints, char *stem) {
    (void)stemmer, (void)form, (void)hints, (void)stem;
    return 0;
}
