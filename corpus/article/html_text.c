#include "corpus/article/html_text.h"

#include "corpus/article/html_layout.h"
#include "corpus/languages/labels.h"

/* The block behind the last of the text: the last one of all, but where that only leads to the
 * page, "The post ... appeared first on ...". */
static size_t find_end(const struct html_blocks *blocks) {
    size_t end = blocks->block_count;
    const struct html_block *last = end > 1 ? &blocks->blocks[end - 1] : NULL;
    return last && !last->listed && html_block_is_linked(last) ? end - 1 : end;
}

/* Appends the blocks from `first` to before `end`, but for lines that call the reader elsewhere
 * ("Read also: ...") and the links listed below these. Appends nothing where no other is there. */
static void append_text(const struct html_blocks *blocks, size_t first, size_t end,
                        struct bytes *out) {
    bool dropped = false;
    for (size_t i = first; i < end; i++) {
        const struct html_block *block = &blocks->blocks[i];
        struct slice line = html_block_text(blocks, block);
        dropped = block->appeal || label_is(line, LABEL_PAGE) ||
                  (dropped && block->listed && html_block_is_linked(block));
        if (!dropped) {
            bytes_append_slice(out, line);
            bytes_append_byte(out, '\n');
        }
    }
}

bool html_text(struct slice html, struct bytes *heading, struct bytes *out, struct error *error) {
    struct html_tree *tree = html_tree_parse(html, error);
    struct html_blocks blocks = {0};
    if (!tree) {
        return false;
    }
    bool read = html_blocks_lay_out(&blocks, html_tree_root(tree), slice_of("", 0));
    if (read) {
        size_t end = find_end(&blocks), before = out->length;
        bool headed = heading && end > 1 && blocks.blocks[0].heading == 1;
        if (headed) {
            bytes_append_slice(heading, html_block_text(&blocks, &blocks.blocks[0]));
        }
        append_text(&blocks, headed ? 1 : 0, end, out);
        if (out->length == before) {
            bytes_append_slice(out, bytes_slice(&blocks.text));
        }
    }
    html_blocks_free(&blocks);
    html_tree_free(tree);
    return (read && !out->failed && !(heading && heading->failed)) || error_set_memory(error);
}
