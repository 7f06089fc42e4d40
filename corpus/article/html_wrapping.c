#include "corpus/article/html_wrapping.h"

#include "corpus/article/unwrap.h"

/* The end of the paragraph whose first line is block `start`. *full: no line but the last had room
 * for another word. */
static size_t find_paragraph_end(const struct html_blocks *blocks, size_t start, size_t width,
                                 bool *full) {
    size_t end = start + 1;
    *full = true;
    while (end < blocks->block_count && blocks->blocks[end].below) {
        *full = *full && line_is_full(html_block_text(blocks, &blocks->blocks[end - 1]), width);
        end++;
    }
    return end;
}

/* Adds a line to the paragraph before it, whose line end is the last byte before `text`. Returns
 * where the text goes on. */
static size_t join_line(struct html_blocks *blocks, struct html_block *paragraph,
                        const struct html_block *line, size_t text) {
    const char *joint = line_joint(html_block_text(blocks, paragraph));
    text--;
    memcpy(blocks->text.data + text, joint, strlen(joint));
    text += strlen(joint);
    memmove(blocks->text.data + text, blocks->text.data + line->start, line->length + 1);
    paragraph->length = text + line->length - paragraph->start;
    paragraph->letters += line->letters;
    paragraph->link_letters += line->link_letters;
    paragraph->time = paragraph->time.length > 0 ? paragraph->time : line->time;
    return text + line->length + 1;
}

/* Joins the lines of wrapped paragraphs in [first, block_count) to one block each, in place. */
static void join_lines(struct html_blocks *blocks, size_t first, size_t width) {
    size_t count = first, text = blocks->blocks[first].start, end;
    for (size_t i = first; i < blocks->block_count; i = end) {
        bool full;
        end = find_paragraph_end(blocks, i, width, &full);
        for (size_t j = i; j < end; j++) {
            struct html_block line = blocks->blocks[j];
            if (full && j > i) {
                text = join_line(blocks, &blocks->blocks[count - 1], &line, text);
                continue;
            }
            memmove(blocks->text.data + text, blocks->text.data + line.start, line.length + 1);
            line.start = text;
            text += line.length + 1;
            blocks->blocks[count++] = line;
        }
    }
    blocks->block_count = count;
    blocks->text.length = text;
}

void html_unwrap(struct html_blocks *blocks, size_t first) {
    struct wrapping wrapping = {0};
    bool several = blocks->block_count - first > 1 && !blocks->text.failed;
    for (size_t i = first; i < blocks->block_count && several; i++) {
        wrapping_note(&wrapping, html_block_text(blocks, &blocks->blocks[i]),
                      blocks->blocks[i].below);
    }
    size_t width = wrapping_width(&wrapping);
    if (width > 0) {
        join_lines(blocks, first, width);
    }
}
