#include "corpus/languages/registry.h"

static const char *const nothing[] = {NULL};

static const struct language other = {
    .code = "xx",
    .name = "other",
    .native_name = "other",
    .script = SCRIPT_NONE,
    .function_words = nothing,
    .abbreviations = nothing,
    .clitics = nothing,
};

size_t language_count(void) {
    return language_registry_size;
}

const struct language *language_at(size_t number) {
    return language_registry[number];
}

const struct language *language_other(void) {
    return &other;
}

const struct language *language_find(struct slice code) {
    for (size_t i = 0; i < language_registry_size; i++) {
        if (slice_equal(code, slice_of_string(language_registry[i]->code))) {
            return language_registry[i];
        }
    }
    return slice_equal(code, slice_of_string(other.code)) ? &other : NULL;
}
