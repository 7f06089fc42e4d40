/* word_parts.c - the parts that a surface word is cut into, and their normalised forms. */
#include "corpus/analysis/word_maker.h"

#include "corpus/analysis/homoglyphs.h"
#include "corpus/base/ascii.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/words.h"

/* ---- forms ----------------------------------------------------------------------------------- */

bool maker_append_form(struct word_maker *maker, size_t start, size_t end, struct bytes *out) {
    struct slice run = slice_of(maker->tokens.surface.data + start, end - start);
    enum script usual = maker->tokens.vocabulary->language->script;
    enum script meant = maker->looks_latin ? SCRIPT_LATIN : homoglyphs_meant(run, usual);
    if (meant == SCRIPT_NONE) {
        word_normalise(run, out);
        maker->tokens.failed |= out->failed;
        return false;
    }
    bytes_clear(&maker->repaired);
    homoglyphs_repair(run, meant, &maker->repaired);
    word_normalise(bytes_slice(&maker->repaired), out);
    maker->tokens.failed |= out->failed || maker->repaired.failed;
    return !slice_equal(run, bytes_slice(&maker->repaired));
}

struct slice maker_part_form(struct word_maker *maker, const struct part *part, unsigned *flags) {
    bytes_clear(&maker->part_form);
    *flags |=
        maker_append_form(maker, part->start, part->end, &maker->part_form) ? TOKEN_REPAIRED : 0u;
    return bytes_slice(&maker->part_form);
}

struct slice maker_whole_form(struct word_maker *maker, unsigned *flags) {
    bytes_clear(&maker->form);
    size_t at = 0;
    for (size_t i = 0; i < maker->part_count; i++) {
        const struct part *part = &maker->parts[i];
        maker_append_form(maker, at, part->start, &maker->form);
        *flags |=
            maker_append_form(maker, part->start, part->end, &maker->form) ? TOKEN_REPAIRED : 0u;
        at = part->end;
    }
    maker_append_form(maker, at, maker->tokens.surface.length, &maker->form);
    return bytes_slice(&maker->form);
}

void maker_add_letters(struct word_maker *maker, struct span span, struct slice form) {
    struct slice surface = maker->tokens.surface;
    tokens_add_word(&maker->tokens, span, form);
    if (maker->looks_latin) {
        bytes_clear(&maker->part_form);
        word_normalise(slice_of(surface.data + span.start, span.end - span.start),
                       &maker->part_form);
        maker->tokens.failed |= maker->part_form.failed;
        span.flags &= ~(unsigned)TOKEN_REPAIRED;
        tokens_add_word(&maker->tokens, span, bytes_slice(&maker->part_form));
    }
}

/* ---- parts ----------------------------------------------------------------------------------- */

static void add_part(struct word_maker *maker, size_t start, size_t end, bool number) {
    if (start == end) {
        return;
    }
    if (maker->part_count == SURFACE_PARTS) {
        maker->parts[SURFACE_PARTS - 1].end = end;
        return;
    }
    maker->parts[maker->part_count++] = (struct part){start, end, number};
}

void maker_cut_parts(struct word_maker *maker) {
    struct slice surface = maker->tokens.surface;
    struct segment segment;
    maker->part_count = 0;
    for (size_t at = 0; segment_next(surface, at, &segment); at = segment.end) {
        if (segment.kind == SEGMENT_NUMBER) {
            add_part(maker, segment.start, segment.end, true);
        } else if (segment.kind == SEGMENT_LETTERS) {
            size_t start = segment.start;
            for (size_t i = start; i < segment.end; i++) {
                char byte = surface.data[i];
                if (byte == '_' ||
                    (byte == '.' && i > start && !ascii_is_digit(surface.data[i - 1]))) {
                    add_part(maker, start, i, false);
                    start = i + 1;
                }
            }
            add_part(maker, start, segment.end, false);
        }
    }
}

bool sign_is_hyphen(struct slice signs) {
    return signs.length > 0 && scan_hyphen(signs, 0) == signs.length;
}

bool maker_is_tied_by(const struct word_maker *maker, bool (*is_tie)(struct slice signs)) {
    struct slice surface = maker->tokens.surface;
    for (size_t i = 0; i + 1 < maker->part_count; i++) {
        size_t end = maker->parts[i].end, next = maker->parts[i + 1].start;
        if (!is_tie(slice_of(surface.data + end, next - end))) {
            return false;
        }
    }
    return maker->parts[maker->part_count - 1].end == surface.length;
}
