/* fuzz.h - what all fuzz targets have: the entry point of libFuzzer, and a check that stays. */
#ifndef ARAL_TESTS_FUZZ_H
#define ARAL_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void require(bool condition) {
    if (!condition) {
        abort();
    }
}

#endif
