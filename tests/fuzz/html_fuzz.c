#include "tests/fuzz/read_articles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    read_articles("html", data, size);
    return 0;
}
