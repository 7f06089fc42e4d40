/* break_conformance.h - reads the break tests of the Unicode Character Database: lines of code
 * points with a division sign where a boundary is and a multiplication sign where none is. */
#ifndef ARAL_TESTS_UNIT_UNICODE_BREAK_CONFORMANCE_H
#define ARAL_TESTS_UNIT_UNICODE_BREAK_CONFORMANCE_H

#include "corpus/base/slice.h"
#include "corpus/unicode/properties.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define BREAK_TEST_BYTES 256

struct break_test {
    char bytes[BREAK_TEST_BYTES];
    size_t length;
    bool boundary[BREAK_TEST_BYTES + 1]; /* before that byte */
    uint32_t codes[BREAK_TEST_BYTES];
    size_t code_count;
};

/* Parses one line; false where it holds no test. */
static bool break_test_parse(const char *line, struct break_test *test) {
    *test = (struct break_test){0};
    while (*line && *line != '#' && *line != '\n') {
        if (strncmp(line, "\u00f7", 2) == 0) {
            test->boundary[test->length] = true;
            line += 2;
        } else if (strncmp(line, "\u00d7", 2) == 0) {
            line += 2;
        } else if (*line == ' ' || *line == '\t') {
            line++;
        } else {
            char *end;
            uint32_t code = (uint32_t)strtoul(line, &end, 16);
            if (end == line) {
                return false;
            }
            line = end;
            test->codes[test->code_count++] = code;
            test->length += code_point_write(code, test->bytes + test->length);
        }
    }
    return test->length > 0;
}

/* Calls `check` for each test of the file; returns how many there were, 0 where it cannot be read.
 */
static size_t break_tests_run(const char *path,
                              void (*check)(const struct break_test *test, const char *line)) {
    FILE *file = fopen(path, "r");
    if (!file) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return 0;
    }
    char line[4096];
    size_t count = 0;
    while (fgets(line, sizeof line, file)) {
        struct break_test test;
        if (break_test_parse(line, &test)) {
            check(&test, line);
            count++;
        }
    }
    fclose(file);
    return count;
}

#endif
