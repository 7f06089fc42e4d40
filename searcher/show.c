/* One article as it was added, put together from its passages. */
#include "corpus/article/clean.h"
#include "corpus/base/ascii.h"
#include "corpus/base/utf8.h"
#include "searcher/opening.h"
#include "searcher/state.h"

#include <inttypes.h>

struct showing {
    struct searcher *searcher;
    struct shown_passage *passages;
    size_t count, capacity;
};

/* The text is gathered in the searcher's scratch. */
static bool take_passage(void *context, const struct passage_record *record, struct error *error) {
    struct showing *showing = context;
    struct searcher *searcher = showing->searcher;
    struct shown_passage *passages = arena_grow(&searcher->arena, showing->passages, showing->count,
                                                &showing->capacity, sizeof *passages);
    if (!passages) {
        return error_set_memory(error);
    }
    showing->passages = passages;
    passages[showing->count++] = (struct shown_passage){.number = record->number,
                                                        .language = passage_record_language(record),
                                                        .start = record->start,
                                                        .length = record->length};
    bytes_append_slice(&searcher->scratch, record->tile);
    return bytes_check(&searcher->scratch, error);
}

static bool show_article(struct searcher *searcher, struct slice id, struct shown_article *shown,
                         struct error *error) {
    struct article_record record;
    if (!index_get_article(&searcher->index, id, &searcher->arena, &record, error)) {
        return false;
    }
    *shown = (struct shown_article){
        .id = record.id,
        .title = record.title,
        .url = record.url,
        .date = record.date,
        .lang = record.lang,
        .source = record.source,
        .author = record.author,
        .extra = record.extra,
    };
    bytes_clear(&searcher->scratch);
    struct showing showing = {.searcher = searcher};
    if (!index_read_article(&searcher->index, &record, record.passages, take_passage, &showing,
                            error)) {
        return false;
    }
    shown->text = arena_copy(&searcher->arena, bytes_slice(&searcher->scratch));
    if (!shown->text.data) {
        return error_set_memory(error);
    }
    shown->passages = showing.passages;
    shown->passage_count = showing.count;
    shown->name =
        shown->title.length > 0 ? shown->title : opening_of_text(shown->text, &searcher->arena);
    return true;
}

/* Cuts "#NUMBER" off an id; 0 where there is none. */
static uint32_t cut_number(struct slice *id) {
    uint64_t number = 0, place = 1;
    size_t at = id->length;
    for (; at > 0 && ascii_is_digit(id->data[at - 1]); at--) {
        number += (uint64_t)(id->data[at - 1] - '0') * place;
        place *= 10;
        if (number > UINT32_MAX || id->length - at > 9) {
            return 0;
        }
    }
    if (at == 0 || at == id->length || id->data[at - 1] != '#') {
        return 0;
    }
    id->length = at - 1;
    return (uint32_t)number;
}

/* Shows a passage: its article, and which of the passages it is. */
static bool show_passage(struct searcher *searcher, struct slice article, uint32_t number,
                         struct shown_article *shown, struct error *error) {
    if (!show_article(searcher, article, shown, error)) {
        return false;
    }
    for (size_t i = 0; i < shown->passage_count; i++) {
        if (shown->passages[i].number == number) {
            shown->passage = &shown->passages[i];
            return true;
        }
    }
    article = utf8_cut(article, ERROR_QUOTE_BYTES);
    return error_set(error, ERROR_NOT_FOUND, "article \"%.*s\" has no passage %" PRIu32,
                     (int)article.length, article.data, number);
}

static bool mark_passage(struct searcher *searcher, const struct search_request *request,
                         struct shown_article *shown, struct error *error) {
    const struct shown_passage *passage = shown->passage;
    struct text_to_mark marked = {
        .text = slice_of(shown->text.data + passage->start, passage->length),
        .language = passage->language,
    };
    bool good = search_mark(searcher, request, &marked, error);
    shown->highlights = marked.highlights;
    shown->highlight_count = marked.highlight_count;
    return good;
}

struct wanted {
    struct slice id;
    const struct search_request *request; /* NULL: nothing is to be marked */
    struct shown_article *shown;
};

/* An article's id may end like a passage's. Then it is the passage's, as it is in every result. */
static bool attempt(struct searcher *searcher, void *context, struct error *error) {
    struct wanted *wanted = context;
    arena_empty(&searcher->arena);
    map_clear(searcher->articles);
    struct shown_article *shown = arena_allocate_zeros(&searcher->arena, sizeof *shown);
    struct error failure = {0};
    wanted->shown = shown;
    if (!shown) {
        return error_set_memory(error);
    }
    struct slice article = wanted->id;
    uint32_t number = cut_number(&article);
    if (number == 0) {
        return show_article(searcher, wanted->id, shown, error);
    }
    if (show_passage(searcher, article, number, shown, &failure)) {
        return !wanted->request || mark_passage(searcher, wanted->request, shown, error);
    }
    if (failure.kind == ERROR_NOT_FOUND) {
        struct error whole = {0};
        if (show_article(searcher, wanted->id, shown, &whole)) {
            return true;
        }
        failure = whole.kind == ERROR_NOT_FOUND ? failure : whole;
    }
    return error_pass(error, &failure);
}

const struct shown_article *searcher_show(struct searcher *searcher, struct slice id,
                                          struct error *error) {
    return searcher_show_marked(searcher, id, NULL, error);
}

const struct shown_article *searcher_show_marked(struct searcher *searcher, struct slice id,
                                                 const struct search_request *request,
                                                 struct error *error) {
    struct bytes line = {0};
    clean_line(id, &line); /* as ids are in the index */
    struct wanted wanted = {.id = bytes_slice(&line), .request = request};
    bool good = bytes_check(&line, error) && searcher_retry(searcher, attempt, &wanted, error);
    bytes_free(&line);
    return good ? wanted.shown : NULL;
}
