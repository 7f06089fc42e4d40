#include "corpus/article/html_wrapping.h"

#include "corpus/article/unwrap.h"

/* The end of the paragraph whose first line is block `start`. *wrapped: its lines are to be joined.
 */
static size_t find_paragraph_end(const struct html_blocks *blocks, size_t start, size_t width,
                                 bool *wrapped) {
    struct paragraph_lines lines = {.width = width};
    size_t end = start;
    do {
        paragraph_note(&lines, html_block_text(blocks, &blocks->blocks[end++]));
    } while (end < blocks->block_count && blocks->blocks[end].below &&
             !line_begins_paragraph(lines.last, html_block_text(blocks, &blocks->blocks[end])));
    *wrapped = paragraph_is_wrapped(&lines);
    return end;
}

/* Adds a line to the paragraph before it, whose line end is the last byte before `text`. Returns
 * where the text goes on. */
static size_t join_line(struct html_blocks *blocks, struct html_block *paragraph,
                        const struct html_block *line, size_t text) {
    struct slice above = html_block_text(blocks, paragraph);
    const char *joint = line_join(&above, html_block_text(blocks, line));
    text -= 1 + paragraph->length - above.length;
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
        bool wrapped;
        end = find_paragraph_end(blocks, i, width, &wrapped);
        for (size_t j = i; j < end; j++) {
            struct html_block line = blocks->blocks[j];
            if (wrapped && j > i) {
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
