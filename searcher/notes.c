/* What an answer tells beside its results: to the reader, and to those who look after the index. */
#include "searcher/state.h"

#include "corpus/base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

/* A sentence in the search's memory; empty where that ran out. */
static struct slice write_sentence(struct search *search, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *sentence =
        length > 0 ? arena_allocate_bytes(&search->searcher->arena, (size_t)length + 1) : NULL;
    if (sentence) {
        vsnprintf(sentence, (size_t)length + 1, format, again);
    }
    va_end(again);
    return sentence ? slice_of(sentence, (size_t)length) : (struct slice){0};
}

void search_note(struct search *search, enum search_note_kind kind, uint64_t number,
                 const char *format, ...) {
    for (size_t i = 0; i < search->note_count; i++) {
        if (search->notes[i].kind == kind) { /* of the query before its phrases were loosened */
            return;
        }
    }
    va_list arguments;
    va_start(arguments, format);
    struct slice text = write_sentence(search, format, arguments);
    va_end(arguments);
    if (text.length == 0) {
        return;
    }
    struct search_note *notes =
        arena_grow(&search->searcher->arena, search->notes, search->note_count,
                   &search->note_capacity, sizeof *notes);
    if (notes) {
        search->notes = notes;
        notes[search->note_count++] = (struct search_note){kind, number, text};
    }
}

/* Notes what does not work, and why, for those who look after the index; nothing where `why` is
 * empty. */
static void note_trouble(struct search *search, const char *what, struct slice why) {
    struct arena *arena = &search->searcher->arena;
    struct bytes *text = &search->searcher->scratch;
    bytes_clear(text);
    bytes_append_format(text, "%s: ", what);
    bytes_append_slice(text, why);
    arena->failed |= text->failed;
    struct slice *troubles = why.length > 0
                                 ? arena_grow(arena, search->troubles, search->trouble_count,
                                              &search->trouble_capacity, sizeof *troubles)
                                 : NULL;
    if (troubles) {
        search->troubles = troubles;
        troubles[search->trouble_count++] = arena_copy(arena, bytes_slice(text));
    }
}

static void note_lexicons(struct search *search) {
    const struct across *across = &search->searcher->across;
    if (search->request->across) {
        note_trouble(search, "a lexicon is not used", bytes_slice(&across->broken));
        if (search->request->parts & SEARCH_REASONS) {
            note_trouble(search, "there are no translations but your own",
                         bytes_slice(&across->missing));
        }
    }
}

/* One trouble for each location that is not part of the index. */
static void note_left_out(struct search *search) {
    struct slice lines = bytes_slice(&search->searcher->index.left_out), line;
    while (slice_take_line(&lines, &line)) {
        note_trouble(search, "a part of the index is left out", line);
    }
}

void search_note_late_suggestion(struct search *search) {
    note_trouble(search, "no other spelling was looked for",
                 slice_of_string("the search's time was over (limit on time)"));
}

/* Whether the query came as UTF-8. */
static bool is_encoded(const struct search *search) {
    return slice_equal(search->request->query, search->answer->query);
}

static void note_encoding(struct search *search) {
    if (!is_encoded(search)) {
        search_note(search, SEARCH_NOTE_ENCODING, 0,
                    "the query is not UTF-8: what is not cannot be read");
    }
}

static void note_dates(struct search *search) {
    struct slice since = search->request->since, until = search->request->until;
    if (search_date_later(since, until)) {
        search_note(search, SEARCH_NOTE_DATES, 0, "no day is both since %.*s and until %.*s",
                    (int)since.length, since.data, (int)until.length, until.data);
    }
}

static void note_misreadings(struct search *search) {
    struct slice misread = utf8_cut(query_misread(search->query), ERROR_QUOTE_BYTES);
    if (misread.length > 0) {
        search_note(
            search, SEARCH_NOTE_MISREAD, 0,
            "\"%.*s\" is read as words: lang: takes a language's code or name, date: dates "
            "like 2024 or 2024-06..2024-07, source: a name; one each, as in (lang:en OR lang:ru)",
            (int)misread.length, misread.data);
    }
    struct slice starred = utf8_cut(query_stray_star(search->query), ERROR_QUOTE_BYTES);
    if (starred.length > 0) {
        search_note(search, SEARCH_NOTE_STAR, 0,
                    "the * in \"%.*s\" is not read: it stands for letters only behind a plain "
                    "word, outside quotes",
                    (int)starred.length, starred.data);
    }
    struct slice hyphened =
        utf8_cut(query_hyphen_in_sentence(search->answer->query, &search->searcher->arena),
                 ERROR_QUOTE_BYTES);
    if (hyphened.length > 0) {
        search_note(search, SEARCH_NOTE_HYPHEN, 0,
                    "\"%.*s\" excludes nothing, since the query is a sentence: write NOT before a "
                    "word to exclude it",
                    (int)hyphened.length, hyphened.data);
    }
}

static void note_limits(struct search *search) {
    const struct reading *reading = &search->reading;
    if (reading->words_left_out > 0) {
        search_note(search, SEARCH_NOTE_WORDS, reading->words_used,
                    "only the first %zu words were searched (limit on words), %zu were not",
                    reading->words_used, reading->words_left_out);
    }
    if (reading->prefixes_cut > 0) {
        search_note(search, SEARCH_NOTE_EXPANSIONS, search->limits.expansions,
                    "a prefix stands for its %zu most frequent words (limit on expansions): there "
                    "are more",
                    search->limits.expansions);
    }
}

static void note_nothing_to_find(struct search *search) {
    if (search->searcher->index.passages == 0) {
        search_note(search, SEARCH_NOTE_NO_ARTICLES, 0,
                    "the index has no articles: add some with `aral-index add PATH...`");
    } else if (!search->query && !search->lists && is_encoded(search)) {
        search_note(search, SEARCH_NOTE_NO_WORDS, 0, "the query has no words to search for");
    }
}

void search_note_query(struct search *search) {
    note_left_out(search);
    note_lexicons(search);
    note_encoding(search);
    note_dates(search);
    note_misreadings(search);
    note_limits(search);
    note_nothing_to_find(search);
}
