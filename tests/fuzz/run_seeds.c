/* Runs a fuzz target over files once, where there is no libFuzzer: run_seeds FILE... */
#include "corpus/base/bytes.h"
#include "tests/fuzz/fuzz.h"

#include <stdio.h>

static bool run(const char *path) {
    FILE *file = fopen(path, "rb");
    struct bytes content = {0};
    size_t length = 1;
    while (file && length > 0) {
        char *end = bytes_reserve(&content, 1 << 16);
        length = end ? fread(end, 1, 1 << 16, file) : 0;
        content.length += length;
    }
    bool read = file && !ferror(file) && !content.failed;
    if (read) {
        /* A copy of the right size: reading beyond it is seen by valgrind and sanitizers. */
        uint8_t *data = malloc(content.length + !content.length);
        require(data != NULL);
        memcpy(data, content.data ? content.data : "", content.length);
        LLVMFuzzerTestOneInput(data, content.length);
        free(data);
    } else {
        fprintf(stderr, "cannot read %s\n", path);
    }
    if (file) {
        fclose(file);
    }
    bytes_free(&content);
    return read;
}

int main(int count, char **arguments) {
    bool all = true;
    for (int i = 1; i < count; i++) {
        all = run(arguments[i]) && all;
    }
    return all ? 0 : 1;
}
