#include "corpus/article/html_blocks.h"

#include <stdlib.h>

void html_blocks_free(struct html_blocks *blocks) {
    bytes_free(&blocks->text);
    free(blocks->blocks);
    free(blocks->boxes);
    *blocks = (struct html_blocks){0};
}
