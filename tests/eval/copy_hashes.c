/* copy_hashes - what tells copies of texts.
 *
 *     copy_hashes < texts
 *
 * Reads "CODE<TAB>text" lines and prints "words<TAB>hash", the hash in hexadecimal. */
#include "corpus/analysis/analysis.h"
#include "corpus/languages/language.h"
#include "indexer/schema.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    struct error error = {0};
    struct analyzer *analyzer = analyzer_new(&error);
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    bool good = analyzer != NULL;
    while (good && (length = getline(&line, &room, stdin)) > 3) {
        const struct language *language = language_find(slice_of(line, 2));
        struct token_list tokens;
        good = analyzer_run(analyzer, slice_of(line + 3, (size_t)length - 4),
                            language ? language : language_other(), ANALYSIS_DOCUMENT, &tokens,
                            &error);
        if (good) {
            printf("%" PRIu32 "\t%016" PRIx64 "\n", tokens.positions, copy_hash(&tokens));
        }
    }
    if (!good) {
        fprintf(stderr, "copy_hashes: %s\n", error.message);
    }
    free(line);
    analyzer_free(analyzer);
    return good ? 0 : 1;
}
