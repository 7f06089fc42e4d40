#include "searcher/marked.h"

#include "corpus/languages/divided.h"

struct marked_text marked_snippet(const struct search_result *result) {
    return (struct marked_text){result->text, result->highlights, result->highlight_count,
                                result->snippet_start, result->snippet_end};
}

struct marked_text marked_name(const struct search_result *result) {
    return (struct marked_text){result->name, result->name_highlights, result->name_highlight_count,
                                0, (uint32_t)result->name.length};
}

bool marked_piece_next(struct marked_text *marked, struct marked_piece *piece) {
    uint32_t start = marked->position;
    uint32_t end = marked->end;
    if (start >= end) {
        return false;
    }
    *piece = (struct marked_piece){0};
    while (marked->highlight_count > 0 && marked->highlights->end <= start) {
        marked->highlights++;
        marked->highlight_count--;
    }
    if (marked->highlight_count > 0) {
        const struct search_highlight *highlight = marked->highlights;
        if (highlight->start <= start) {
            piece->marked = true;
            piece->kind = highlight->kind;
            end = highlight->end < end ? highlight->end : end;
        } else if (highlight->start < end) {
            end = highlight->start;
        }
    }
    marked->position = end;
    struct division joint;
    if (text_next_joint(slice_of(marked->text.data, marked->end), start, &joint) &&
        joint.start < end) {
        end = joint.start > start ? (uint32_t)joint.start : start;
        marked->position = (uint32_t)joint.end;
    }
    piece->text = slice_of(marked->text.data + start, end - start);
    return true;
}
