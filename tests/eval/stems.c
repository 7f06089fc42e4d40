/* stems - what libstemmer and Aral make of words.
 *
 *     stems CODE ALGORITHM < words
 *
 * Reads "word<TAB>anything" lines and prints "form<TAB>anything<TAB>libstemmer's stem<TAB>ours". */
#include "corpus/base/bytes.h"
#include "corpus/languages/language.h"
#include "corpus/languages/stemmer.h"
#include "corpus/unicode/normalise.h"

#include <stdio.h>
#include <stdlib.h>

static struct slice stem_ours(const struct language *language, struct stemmer *stemmer,
                              struct slice form, char *stem) {
    size_t length = 0;
    if (!memchr(form.data, '-', form.length)) {
        length = language->stem(stemmer, form, stem);
    } else if (language->stem_hyphenated) {
        length = language->stem_hyphenated(stemmer, form, stem);
    }
    return length ? slice_of(stem, length) : form;
}

int main(int argc, char **argv) {
    const struct language *language = argc == 3 ? language_find(slice_of_string(argv[1])) : NULL;
    if (!language) {
        fprintf(stderr, "usage: stems CODE ALGORITHM < words\n");
        return 2;
    }
    struct stemmer *ours = language->stemmer_new();
    void *theirs = stemmer_open(argv[2], NULL);
    struct bytes form = {0};
    char *line = NULL;
    size_t room = 0;
    if (!ours || !theirs) {
        fprintf(stderr, "stems: no memory, or no algorithm %s\n", argv[2]);
        return 1;
    }
    while (getline(&line, &room, stdin) > 0) {
        line[strcspn(line, "\n")] = 0;
        size_t length = strcspn(line, "\t");
        char our_stem[LANGUAGE_STEM_BYTES];
        char their_stem[LANGUAGE_STEM_BYTES];
        bytes_clear(&form);
        word_normalise(slice_of(line, length), &form);
        struct slice word = bytes_slice(&form);
        if (word.length == 0 || word.length > LANGUAGE_STEM_BYTES) {
            continue;
        }
        struct slice stem = stem_ours(language, ours, word, our_stem);
        size_t their_length = stemmer_snowball(theirs, word, their_stem);
        printf("%.*s\t%s\t%.*s\t%.*s\n", (int)word.length, word.data,
               line[length] ? line + length + 1 : "", (int)their_length, their_stem,
               (int)stem.length, stem.data);
    }
    free(line);
    bytes_free(&form);
    language->stemmer_free(ours);
    stemmer_close(theirs);
    return 0;
}
