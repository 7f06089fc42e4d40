#include "searcher/snippet.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/sentences.h"

#include <stdlib.h>

/* ---- highlights ------------------------------------------------------------------------------ */

struct marks {
    struct search_highlight *marks;
    size_t count, capacity;
};

static bool add_mark(struct marks *marks, struct range range, struct arena *arena) {
    struct search_highlight *grown =
        arena_grow(arena, marks->marks, marks->count, &marks->capacity, sizeof *grown);
    if (grown) {
        marks->marks = grown;
        grown[marks->count++] = (struct search_highlight){range.start, range.end, range.kind};
    }
    return grown != NULL;
}

static bool add_phrases(struct marks *marks, const struct text_match *match, struct arena *arena) {
    const struct reading *reading = match->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct leaf *leaf = &reading->leaves[i];
        size_t from = 0;
        struct range range;
        while (leaf->as_phrase && !leaf->excluded &&
               text_match_next_phrase(match, leaf, &from, &range)) {
            if (!add_mark(marks, range, arena)) {
                return false;
            }
        }
    }
    return true;
}

static bool add_words(struct marks *marks, const struct text_match *match, struct arena *arena) {
    const struct reading *reading = match->reading;
    for (size_t i = 0; i < match->occurrence_count; i++) {
        const struct occurrence *at = &match->occurrences[i];
        const struct alternative *alternative = &reading->alternatives[at->alternative];
        if (!reading->words[alternative->word].phrase_only &&
            !add_mark(marks, (struct range){at->start, at->end, at->kind}, arena)) {
            return false;
        }
    }
    return true;
}

/* By start; the longest first, then the best kind. */
static int compare_marks(const void *left, const void *right) {
    const struct search_highlight *a = left, *b = right;
    return a->start != b->start ? (a->start > b->start) - (a->start < b->start)
           : a->end != b->end   ? (a->end < b->end) - (a->end > b->end)
                                : (a->kind > b->kind) - (a->kind < b->kind);
}

/* Of marks that overlap, the first and longest stays. */
static void drop_overlaps(struct marks *marks) {
    size_t kept = 0;
    if (marks->count > 1) {
        qsort(marks->marks, marks->count, sizeof *marks->marks, compare_marks);
    }
    for (size_t i = 0; i < marks->count; i++) {
        if (kept == 0 || marks->marks[i].start >= marks->marks[kept - 1].end) {
            marks->marks[kept++] = marks->marks[i];
        }
    }
    marks->count = kept;
}

/* ---- the snippet ----------------------------------------------------------------------------- */

struct sentence {
    uint32_t start, end; /* bytes, without the white space behind it */
};

struct sentences {
    struct sentence *sentences;
    size_t count, capacity;
};

static bool is_space(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static bool find_sentences(struct slice text, const struct language *language,
                           struct sentences *found, struct arena *arena) {
    for (size_t start = 0; start < text.length;) {
        size_t next = sentence_end(text, start, language);
        size_t end = next;
        while (start < end && is_space(text.data[start])) {
            start++;
        }
        while (end > start && is_space(text.data[end - 1])) {
            end--;
        }
        struct sentence *grown =
            arena_grow(arena, found->sentences, found->count, &found->capacity, sizeof *grown);
        if (!grown) {
            return false;
        }
        found->sentences = grown;
        if (end > start) {
            grown[found->count++] = (struct sentence){(uint32_t)start, (uint32_t)end};
        }
        start = next;
    }
    return true;
}

/* What a reader sees of the query in bytes start..end: each word's weight once, the exact form a
 * little more, and a little for each further occurrence. */
static double window_score(const struct text_match *match, uint32_t start, uint32_t end,
                           unsigned char *seen) {
    const struct reading *reading = match->reading;
    double score = 0;
    memset(seen, 0, reading->word_count);
    for (size_t i = 0; i < match->occurrence_count; i++) {
        const struct occurrence *at = &match->occurrences[i];
        uint32_t word = reading->alternatives[at->alternative].word;
        if (at->start < start || at->end > end) {
            continue;
        }
        double weight = reading->words[word].weight;
        score += seen[word] ? weight / 16 : at->kind == MATCH_EXACT ? weight * 1.1 : weight;
        seen[word] = 1;
    }
    return score;
}

static uint32_t bytes_allowed(struct slice text) {
    size_t wide = 0;
    for (size_t i = 0; i < text.length; i++) {
        wide += (unsigned char)text.data[i] >= 0x80;
    }
    return wide * 2 > text.length ? 2 * SNIPPET_BYTES : SNIPPET_BYTES;
}

/* The best run of sentences that fits; the first of equally good ones, and the longest of these:
 * what follows is context. */
static void choose_window(struct search_result *result, const struct text_match *match,
                          const struct sentences *found, unsigned char *seen) {
    uint32_t most = bytes_allowed(result->text);
    double best = -1;
    for (size_t i = 0; i < found->count; i++) {
        uint32_t start = found->sentences[i].start;
        for (size_t j = i; j < found->count; j++) {
            uint32_t end = found->sentences[j].end;
            if (j > i && end - start > most) {
                break;
            }
            double score = window_score(match, start, end, seen);
            if (score > best || (score == best && start == result->snippet_start)) {
                best = score;
                result->snippet_start = start;
                result->snippet_end = end;
            }
        }
    }
}

bool snippet_make(struct search_result *result, const struct text_match *match, struct arena *arena,
                  struct error *error) {
    struct marks marks = {0};
    struct sentences found = {0};
    unsigned char *seen = arena_take(arena, match->reading->word_count + 1);
    if (!seen || !add_phrases(&marks, match, arena) || !add_words(&marks, match, arena) ||
        !find_sentences(result->text, result->language, &found, arena)) {
        return error_set_memory(error);
    }
    drop_overlaps(&marks);
    result->highlights = marks.marks;
    result->highlight_count = marks.count;
    choose_window(result, match, &found, seen);
    return true;
}
