#include "searcher/snippet.h"

#include "corpus/article/unwrap.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/divided.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/properties.h"
#include "corpus/unicode/sentences.h"

#include <math.h>
#include <stdlib.h>

/* A translation may be several words. One of them that stands in the text without the others is
 * worth this share of what all of them are worth together. */
#define PART_WORTH 0.5

/* A translation is marked if it is worth at least this share of the best match that the text has
 * for the same word; only the best one counts for the score, too (plan_leaf.c). Over 240 queries in
 * three languages, 70 of the 102 marks below it were of another meaning ("anak", a child, for
 * "hamil" where "hamil" stands too); of those from it to 0.4 less than half were. */
#define MARKED_SHARE 0.3

/* More than nearly all words weigh: a phrase is demanded. */
#define PHRASE_WORTH 1.0

/* A mark in the exact form of the query is worth so many times as much to a snippet, and each
 * further mark of a word that it has already, a share. */
#define EXACT_FACTOR 1.1
#define FURTHER_SHARE 0.0625

/* ---- marks ----------------------------------------------------------------------------------- */

/* A place of the text that shows something of the query. */
struct mark {
    struct search_highlight range;
    uint32_t subject; /* the number of the word; phrases are numbered behind all words */
    double worth;
};

struct marks {
    struct mark *marks;
    size_t count, capacity;
    uint32_t subjects;
};

static bool add_mark(struct marks *marks, struct mark mark, struct arena *arena) {
    struct mark *grown =
        arena_grow(arena, marks->marks, marks->count, &marks->capacity, sizeof *grown);
    if (grown) {
        marks->marks = grown;
        grown[marks->count++] = mark;
    }
    return grown != NULL;
}

static bool add_phrases(struct marks *marks, const struct text_match *match, struct arena *arena) {
    const struct reading *reading = match->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct leaf *leaf = &reading->leaves[i];
        size_t from = 0;
        bool found = false;
        struct range range;
        while (leaf->as_phrase && !leaf->excluded &&
               text_match_next_phrase(match, leaf, &from, &range)) {
            struct search_highlight place = {range.start, range.end, range.kind};
            if (!add_mark(marks, (struct mark){place, marks->subjects, PHRASE_WORTH}, arena)) {
                return false;
            }
            found = true;
        }
        marks->subjects += found;
    }
    return true;
}

/* What an occurrence tells: what its word weighs where it is meant by this. */
static double occurrence_worth(const struct reading *reading, const struct occurrence *at) {
    double factor = reading->alternatives[at->alternative].factor;
    return at->part ? PART_WORTH * factor : factor;
}

/* Of each word, the greatest worth in the text. NULL: out of memory. */
static double *find_best(const struct text_match *match, struct arena *arena) {
    const struct reading *reading = match->reading;
    double *best = arena_allocate_zeros(arena, reading->word_count * sizeof *best);
    for (size_t i = 0; best && i < match->occurrence_count; i++) {
        const struct occurrence *at = &match->occurrences[i];
        uint32_t word = reading->alternatives[at->alternative].word;
        best[word] = fmax(best[word], occurrence_worth(reading, at));
    }
    return best;
}

static bool add_words(struct marks *marks, const struct text_match *match, struct arena *arena) {
    const struct reading *reading = match->reading;
    const double *best = find_best(match, arena);
    for (size_t i = 0; best && i < match->occurrence_count; i++) {
        const struct occurrence *at = &match->occurrences[i];
        uint32_t word = reading->alternatives[at->alternative].word;
        double worth = occurrence_worth(reading, at);
        bool beaten = at->kind == MATCH_TRANSLATION && worth < MARKED_SHARE * best[word];
        if (!beaten && !reading->words[word].phrase_only &&
            !add_mark(marks, (struct mark){{at->start, at->end, at->kind}, word, worth}, arena)) {
            return false;
        }
    }
    return best != NULL;
}

/* By start; the longest first, then the best kind. */
static int compare_marks(const void *left, const void *right) {
    const struct search_highlight *a = &((const struct mark *)left)->range;
    const struct search_highlight *b = &((const struct mark *)right)->range;
    return a->start != b->start ? (a->start > b->start) - (a->start < b->start)
           : a->end != b->end   ? (a->end < b->end) - (a->end > b->end)
                                : (a->kind > b->kind) - (a->kind < b->kind);
}

/* Where what is seen of the range ends: words end with the format characters behind them (UAX #29,
 * WB4), such as U+200B. */
static uint32_t visible_end(struct slice text, struct search_highlight range) {
    size_t end = range.end, next;
    for (size_t last; end > range.start; end = last) {
        last = utf8_previous(text.data, end);
        if (code_point_category(code_point_at(text, last, &next)) != UTF8PROC_CATEGORY_CF) {
            break;
        }
    }
    return (uint32_t)end;
}

/* Where a mark ends. The last full stop of initials is theirs: "U.S.", "2:30 p.m." */
static uint32_t mark_end(struct slice text, struct search_highlight range) {
    range.end = visible_end(text, range);
    size_t letter = utf8_previous(text.data, range.end);
    bool initials =
        letter > range.start && text.data[letter - 1] == '.' && !ascii_is_digit(text.data[letter]);
    bool stopped = range.end < text.length && text.data[range.end] == '.';
    return range.end + (initials && stopped);
}

/* All marks of a text, and of those that overlap the first and longest, which is shown. */
static bool find_marks(struct marks *marks, const struct text_match *match, struct slice text,
                       const struct search_highlight **shown, size_t *shown_count,
                       struct arena *arena) {
    size_t count = 0;
    *marks = (struct marks){.subjects = (uint32_t)match->reading->word_count};
    if (!add_phrases(marks, match, arena) || !add_words(marks, match, arena)) {
        return false;
    }
    struct search_highlight *highlights =
        arena_allocate_zeros(arena, marks->count * sizeof *highlights);
    if (!highlights) {
        return false;
    }
    if (marks->count > 1) {
        qsort(marks->marks, marks->count, sizeof *marks->marks, compare_marks);
    }
    for (size_t i = 0; i < marks->count; i++) {
        if (count == 0 || marks->marks[i].range.start >= highlights[count - 1].end) {
            highlights[count] = marks->marks[i].range;
            highlights[count].end = mark_end(text, highlights[count]);
            count++;
        }
    }
    *shown = highlights;
    *shown_count = count;
    return true;
}

bool highlights_find(const struct text_match *match, const struct search_highlight **highlights,
                     size_t *count, struct arena *arena, struct error *error) {
    struct marks marks;
    return find_marks(&marks, match, match->text, highlights, count, arena) ||
           error_set_memory(error);
}

/* ---- the snippet ----------------------------------------------------------------------------- */

struct sentence {
    uint32_t start, end; /* bytes, without the white space behind it */
    bool open;           /* a quotation goes on behind it */
};

struct sentences {
    struct sentence *sentences;
    size_t count, capacity;
};

/* A copy of the text in which a sentence does not end with the line it was wrapped at, nor within a
 * word that is divided there. */
static struct slice join_lines(struct slice text, struct arena *arena) {
    char *joined = arena_allocate_bytes(arena, text.length + 1);
    if (!joined) {
        return (struct slice){0};
    }
    memcpy(joined, text.data, text.length);
    text_join_lines(joined, text.length);
    text_join_words(joined, text.length);
    return slice_of(joined, text.length);
}

/* Quotations that are open somewhere in a text. */
struct quotations {
    unsigned low, high; /* of „ and of the others */
    bool straight;      /* of ", which opens behind white space and closes elsewhere */
};

static void note_quotations(struct quotations *open, struct slice text, size_t start, size_t end) {
    for (size_t at = start, next; at < end; at = next) {
        switch (code_point_at(text, at, &next)) {
        case '"':
            open->straight = at == 0 || strchr(" \t\n([", text.data[at - 1]);
            break;
        case 0x201E: /* „ */
            open->low++;
            break;
        case 0x201C: /* “, which closes „ */
            if (open->low > 0) {
                open->low--;
                break;
            }
            open->high++;
            break;
        case 0xAB: /* « */
            open->high++;
            break;
        case 0xBB:   /* » */
        case 0x201D: /* ” */
            open->high -= open->high > 0;
            break;
        default:
            break;
        }
    }
}

static bool find_sentences(struct slice text, const struct language *language,
                           struct sentences *found, struct arena *arena) {
    struct quotations open = {0};
    text = join_lines(text, arena);
    if (!text.data) {
        return false;
    }
    for (size_t start = 0; start < text.length;) {
        size_t next = sentence_end(text, start, language);
        struct slice sentence = ascii_trim(slice_of(text.data + start, next - start));
        struct sentence *grown =
            arena_grow(arena, found->sentences, found->count, &found->capacity, sizeof *grown);
        if (!grown) {
            return false;
        }
        found->sentences = grown;
        if (sentence.length > 0) {
            start = (size_t)(sentence.data - text.data);
            size_t end = start + sentence.length;
            note_quotations(&open, text, start, end);
            grown[found->count++] = (struct sentence){
                (uint32_t)start, (uint32_t)end, open.low > 0 || open.high > 0 || open.straight};
        }
        start = next;
    }
    return true;
}

/* What a reader sees of the query in bytes start..end: of each word and phrase the best mark, the
 * exact form a little more, and a little of each further one. A mark that goes on in the next
 * sentence ("5 bbl. oil", where the stop seems to be a full one) counts where it begins. */
static double window_score(const struct marks *marks, uint32_t start, uint32_t end, double *best) {
    double score = 0;
    memset(best, 0, marks->subjects * sizeof *best);
    for (size_t i = 0; i < marks->count; i++) {
        const struct mark *mark = &marks->marks[i];
        if (mark->range.start < start || mark->range.start >= end) {
            continue;
        }
        double worth = mark->range.kind == MATCH_EXACT ? mark->worth * EXACT_FACTOR : mark->worth;
        double *before = &best[mark->subject];
        score += fmax(worth - *before, 0) + fmin(worth, *before) * FURTHER_SHARE;
        *before = fmax(worth, *before);
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

/* Whether the text begins with the title, which is shown above the snippet, and says more of the
 * query behind it. */
static bool repeats_title(const struct search_result *result, const struct marks *marks,
                          const struct sentences *found) {
    if (found->count < 2 || marks->count == 0) {
        return false;
    }
    struct sentence first = found->sentences[0];
    return slice_equal(slice_of(result->text.data + first.start, first.end - first.start),
                       result->title) &&
           marks->marks[marks->count - 1].range.start >= first.end;
}

/* The best run of sentences that fits; the first of equally good ones, and the longest of these,
 * since what follows is context; but one that ends in no quotation before one that does. */
static bool choose_window(struct search_result *result, const struct marks *marks,
                          const struct sentences *found, struct arena *arena) {
    uint32_t most = bytes_allowed(result->text);
    double *seen = arena_allocate_zeros(arena, marks->subjects * sizeof *seen);
    double best = -1;
    bool open = false; /* the best ends in a quotation */
    size_t first = repeats_title(result, marks, found) ? 1 : 0;
    for (size_t i = first; seen && i < found->count; i++) {
        uint32_t start = found->sentences[i].start;
        for (size_t j = i; j < found->count; j++) {
            uint32_t end = found->sentences[j].end;
            if (j > i && end - start > most) {
                break;
            }
            double score = window_score(marks, start, end, seen);
            bool longer = score == best && start == result->snippet_start;
            if (score > best || (longer && (open || !found->sentences[j].open))) {
                best = score;
                open = found->sentences[j].open;
                result->snippet_start = start;
                result->snippet_end = end;
            }
        }
    }
    return seen != NULL;
}

bool snippet_make(struct search_result *result, const struct text_match *match, struct arena *arena,
                  struct error *error) {
    struct marks marks;
    struct sentences found = {0};
    if (!find_marks(&marks, match, result->text, &result->highlights, &result->highlight_count,
                    arena) ||
        !find_sentences(result->text, result->language, &found, arena) ||
        !choose_window(result, &marks, &found, arena)) {
        return error_set_memory(error);
    }
    return true;
}
