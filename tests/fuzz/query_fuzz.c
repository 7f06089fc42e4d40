/* Any query is read, and reading what it was read as gives the same. */
#include "searcher/query.h"
#include "tests/fuzz/fuzz.h"

#include <utf8proc.h>

static bool is_utf8(struct slice text) {
    utf8proc_ssize_t length;
    for (size_t at = 0; at < text.length; at += (size_t)length) {
        utf8proc_int32_t code;
        length = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                  (utf8proc_ssize_t)(text.length - at), &code);
        if (length <= 0) {
            return false;
        }
    }
    return true;
}

static unsigned depth(const struct query_node *node) {
    unsigned deepest = 0;
    for (const struct query_node *child = node ? node->child : NULL; child; child = child->next) {
        unsigned below = depth(child);
        deepest = below > deepest ? below : deepest;
    }
    return deepest + 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct slice query = slice_of((const char *)data, size);
    if (!is_utf8(query)) {
        return 0;
    }
    struct arena arena = {0};
    struct bytes once = {0}, twice = {0};
    const struct query_node *tree = query_parse(query, &arena);
    query_print(tree, &once);
    query_print(query_parse(bytes_slice(&once), &arena), &twice);
    /* Plain notation may need more brackets than were typed: not beyond the limit on nesting. */
    bool same = slice_equal(bytes_slice(&once), bytes_slice(&twice));
    require(same || depth(tree) >= QUERY_DEPTH / 2 || once.failed || twice.failed || arena.failed);
    bytes_free(&once);
    bytes_free(&twice);
    arena_free(&arena);
    return 0;
}
