#include "corpus/article/html_text.h"

#include "corpus/article/html_blocks.h"

/* The text without its last line where that only leads to the page: "The post ... appeared first on
 * ...". */
static struct slice skip_last_link(const struct html_blocks *blocks) {
    struct slice text = bytes_slice(&blocks->text);
    if (blocks->block_count > 1) {
        const struct html_block *last = &blocks->blocks[blocks->block_count - 1];
        bool leads_on = !last->listed && last->link_letters * 2 > last->letters;
        text.length = leads_on ? last->start : text.length;
    }
    return text;
}

bool html_text(struct slice html, struct bytes *out, struct error *error) {
    struct html_tree *tree = html_tree_parse(html, error);
    struct html_blocks blocks = {0};
    if (!tree) {
        return false;
    }
    bool read = html_blocks_lay_out(&blocks, html_tree_root(tree), slice_of("", 0));
    if (read) {
        bytes_append_slice(out, skip_last_link(&blocks));
    }
    html_blocks_free(&blocks);
    html_tree_free(tree);
    return (read && !out->failed) || error_set_memory(error);
}
