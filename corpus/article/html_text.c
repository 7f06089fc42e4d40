#include "corpus/article/html_text.h"

#include "corpus/article/html_layout.h"

/* Where the text ends: before the last line where that only leads to the page, "The post ...
 * appeared first on ...". */
static size_t find_end(const struct html_blocks *blocks) {
    if (blocks->block_count > 1) {
        const struct html_block *last = &blocks->blocks[blocks->block_count - 1];
        if (!last->listed && html_block_is_linked(last)) {
            return last->start;
        }
    }
    return blocks->text.length;
}

/* Where the text begins that a main heading stands above; 0 where none does. */
static size_t find_text_below(const struct html_blocks *blocks, size_t end) {
    bool headed = blocks->block_count > 1 && blocks->blocks[0].heading == 1;
    size_t start = headed ? blocks->blocks[1].start : 0;
    return start < end ? start : 0;
}

bool html_text(struct slice html, struct bytes *heading, struct bytes *out, struct error *error) {
    struct html_tree *tree = html_tree_parse(html, error);
    struct html_blocks blocks = {0};
    if (!tree) {
        return false;
    }
    bool read = html_blocks_lay_out(&blocks, html_tree_root(tree), slice_of("", 0));
    if (read) {
        size_t end = find_end(&blocks);
        size_t start = heading ? find_text_below(&blocks, end) : 0;
        if (start > 0) {
            bytes_append_slice(heading, html_block_text(&blocks, &blocks.blocks[0]));
        }
        if (end > start) {
            bytes_append_slice(out, slice_of(blocks.text.data + start, end - start));
        }
    }
    html_blocks_free(&blocks);
    html_tree_free(tree);
    return (read && !out->failed && !(heading && heading->failed)) || error_set_memory(error);
}
