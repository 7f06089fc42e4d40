/* analysis_bench.c - how fast text becomes terms.
 *
 *     analysis_bench [PASSES [LANGUAGE]] < TEXT
 *
 * Each line is a text of its own, as a passage is, in that language; by default in the one that is
 * told of it before the clock starts.
 * Prints a line per pass: the first fills the cache of words, the others find it filled. */
#include "corpus/analysis/analysis.h"
#include "corpus/base/bytes.h"
#include "corpus/languages/identify.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct text {
    struct slice slice;
    const struct language *language;
};

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool read_all(struct bytes *input) {
    while (true) {
        char *room = bytes_reserve(input, (size_t)1 << 20);
        ssize_t got = room ? read(STDIN_FILENO, room, (size_t)1 << 20) : -1;
        if (got <= 0) {
            return got == 0;
        }
        input->length += (size_t)got;
    }
}

/* The lines of the input that are not empty. */
static struct text *cut_lines(struct slice input, const struct language *language, size_t *count) {
    size_t lines = 1;
    for (size_t i = 0; i < input.length; i++) {
        lines += input.data[i] == '\n';
    }
    struct text *texts = calloc(lines, sizeof *texts);
    for (size_t start = 0; texts && start < input.length;) {
        const char *end = memchr(input.data + start, '\n', input.length - start);
        size_t length = end ? (size_t)(end - input.data) - start : input.length - start;
        if (length > 0) {
            struct slice line = slice_of(input.data + start, length);
            texts[(*count)++] = (struct text){
                line, language ? language : language_identify(line, slice_of(NULL, 0), NULL)};
        }
        start += length + 1;
    }
    return texts;
}

int main(int argc, char **argv) {
    int passes = argc > 1 ? atoi(argv[1]) : 2;
    const struct language *language = argc > 2 ? language_find(slice_of_string(argv[2])) : NULL;
    struct bytes input = {0};
    struct error error = {0};
    size_t count = 0;
    struct analyzer *analyzer = analyzer_new(&error);
    struct text *texts = read_all(&input) ? cut_lines(bytes_slice(&input), language, &count) : NULL;
    if (!analyzer || !texts) {
        fprintf(stderr, "analysis_bench: %s\n", analyzer ? "cannot read the text" : error.message);
        return 2;
    }
    for (int pass = 1; pass <= passes; pass++) {
        size_t bytes = 0, tokens = 0;
        double start = seconds();
        for (size_t i = 0; i < count; i++) {
            struct token_list list;
            if (!analyzer_run(analyzer, texts[i].slice, texts[i].language, ANALYSIS_DOCUMENT, &list,
                              &error)) {
                fprintf(stderr, "analysis_bench: %s\n", error.message);
                return 2;
            }
            bytes += texts[i].slice.length;
            tokens += list.count;
        }
        double taken = seconds() - start;
        printf("pass %d: %.1f MB, %zu tokens, %.3f s, %.1f MB/s\n", pass, (double)bytes / 1e6,
               tokens, taken, (double)bytes / 1e6 / taken);
    }
    free(texts);
    bytes_free(&input);
    analyzer_free(analyzer);
    return 0;
}
