/* What was collected, as the answer shows it. */
#include "searcher/number.h"
#include "searcher/opening.h"
#include "searcher/snippet.h"
#include "searcher/state.h"

#include <math.h>
#include <stdlib.h>

static struct slice passage_id(struct searcher *searcher, const struct passage_record *record) {
    struct bytes *id = &searcher->scratch;
    bytes_clear(id);
    bytes_append_slice(id, record->id);
    bytes_append_byte(id, '#');
    append_integer(id, record->number, 1);
    searcher->arena.failed |= id->failed;
    return arena_copy(&searcher->arena, bytes_slice(id));
}

static bool fill_article(struct search *search, struct search_result *result) {
    const struct article_record *article =
        article_cache_get(&search->articles_read, result->article, search->error);
    if (!article) {
        return false;
    }
    result->title = article->title;
    result->url = article->url;
    result->date = article->date;
    result->source = article->source;
    result->author = article->author;
    result->extra = article->extra;
    result->name = article->title;
    return article->title.length > 0 ||
           opening_of_article(&search->searcher->index, article, &search->searcher->arena,
                              &result->name, search->error);
}

static bool fill_text(struct search *search, struct search_result *result,
                      const struct candidate *candidate) {
    struct searcher *searcher = search->searcher;
    const struct text_match *match = candidate->match;
    result->text = passage_record_text(&candidate->record);
    result->start = candidate->record.start;
    if (!match) {
        if (!text_match_run(&searcher->match, &search->reading, result->text, result->language,
                            NULL, search->error)) {
            return false;
        }
        match = &searcher->match;
    }
    return snippet_make(result, match, &searcher->arena, search->error);
}

/* Titles were added to the passages in their language, so they are read in the passage's. */
static bool mark_name(struct search *search, struct search_result *result) {
    struct searcher *searcher = search->searcher;
    return text_match_run(&searcher->match, &search->reading, result->name, result->language, NULL,
                          search->error) &&
           highlights_find(&searcher->match, &result->name_highlights,
                           &result->name_highlight_count, &searcher->arena, search->error);
}

/* ---- reasons --------------------------------------------------------------------------------- */

struct reasons {
    struct search_reason *reasons;
    size_t count, capacity;
};

static bool add_reason(struct search *search, struct reasons *reasons,
                       struct search_reason reason) {
    struct search_reason *grown = arena_grow(&search->searcher->arena, reasons->reasons,
                                             reasons->count, &reasons->capacity, sizeof *grown);
    if (!grown) {
        return error_set_memory(search->error);
    }
    reasons->reasons = grown;
    if (reason.score > 0) {
        grown[reasons->count++] = reason;
    }
    return true;
}

/* What a term adds to the score of a document by the first stage; 0 where it does not have it. */
static bool score_term(struct search *search, uint32_t docid, struct slice term, double factor,
                       double *score) {
    struct xapian_error failure = {0};
    uint32_t found, wdf;
    size_t count;
    if (!xapian_index_get_postings(search->searcher->index.xapian, schema_bytes(term), docid,
                                   &found, &wdf, 1, &count, &failure)) {
        return schema_set_error(search->error, &failure);
    }
    *score = count > 0 && found == docid ? factor * wdf : 0;
    return true;
}

static bool score_alternative(struct search *search, uint32_t docid,
                              const struct alternative *alternative, double *score) {
    *score = 0;
    for (size_t i = 0; i < alternative->stem_count && *score <= 0; i++) {
        if (!score_term(search, docid, alternative->stems[i].term, alternative->factor, score)) {
            return false;
        }
    }
    if (!alternative_is_sound(alternative) &&
        !score_term(search, docid, alternative->term, alternative->factor, score)) {
        return false;
    }
    for (size_t i = 0; i < alternative->with_count; i++) {
        double with;
        if (!score_term(search, docid, alternative->with[i], 1, &with)) {
            return false;
        }
        *score = with > 0 ? *score : 0;
    }
    return true;
}

/* Adds what one of the words that a prefix stands for adds to it: they count as one, together. */
static bool add_expansion(struct search *search, uint32_t docid, struct slice term, double factor,
                          struct search_reason *sum, double *most) {
    double score;
    if (!score_term(search, docid, term, factor, &score)) {
        return false;
    }
    sum->score += score;
    sum->term = score > *most ? term : sum->term;
    *most = fmax(*most, score);
    return true;
}

static bool add_prefix(struct search *search, uint32_t docid, const struct query_word *word,
                       const struct leaf *leaf, struct reasons *reasons) {
    const struct reading *reading = &search->reading;
    struct search_reason sum = {.what = "word", .word = word->surface, .kind = MATCH_STEM};
    double most = 0;
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (!add_expansion(search, docid, at->term, leaf->factor, &sum, &most)) {
            return false;
        }
    }
    for (size_t i = 0; i < leaf->beside_count; i++) {
        if (!add_expansion(search, docid, reading->alternatives[leaf->beside[i]].term, leaf->factor,
                           &sum, &most)) {
            return false;
        }
    }
    return add_reason(search, reasons, sum);
}

/* The words' parts of the first stage, from the frequencies that the index holds. */
static bool add_words(struct search *search, uint32_t docid, struct reasons *reasons) {
    const struct reading *reading = &search->reading;
    struct search_reason *best =
        arena_allocate_zeros(&search->searcher->arena, reading->word_count * sizeof *best);
    const struct alternative **preferred =
        arena_allocate_zeros(&search->searcher->arena, reading->word_count * sizeof *preferred);
    if (!best || !preferred) {
        return error_set_memory(search->error);
    }
    /* Each term is asked whether it has the passage: a sealed index cannot list a passage's. */
    for (size_t i = 0; i < reading->alternative_count; i++) {
        const struct alternative *alternative = &reading->alternatives[i];
        const struct alternative **before = &preferred[alternative->word];
        double score;
        if (!score_alternative(search, docid, alternative, &score)) {
            return false;
        }
        if (score > 0 && (!*before || reading_prefers(alternative, *before))) {
            *before = alternative;
            best[alternative->word] = (struct search_reason){
                "word", reading->words[alternative->word].surface, alternative->term,
                alternative->kind == MATCH_EXACT ? MATCH_STEM : alternative->kind, score};
        }
    }
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct leaf *prefix = reading->words[i].prefix;
        bool told = prefix ? add_prefix(search, docid, &reading->words[i], prefix, reasons)
                           : add_reason(search, reasons, best[i]);
        if (!told) {
            return false;
        }
    }
    return true;
}

static int compare_reasons(const void *left, const void *right) {
    const struct search_reason *a = left, *b = right;
    return (a->score < b->score) - (a->score > b->score);
}

static bool fill_reasons(struct search *search, struct search_result *result,
                         const struct candidate *candidate) {
    const struct rank_bonus *bonus = &candidate->bonus;
    struct reasons reasons = {0};
    if (!add_words(search, candidate->docid, &reasons)) {
        return false;
    }
    for (enum rank_part part = 0; part < RANK_PARTS; part++) {
        struct search_reason reason = {.what = rank_part_name(part), .score = bonus->parts[part]};
        if (!add_reason(search, &reasons, reason)) {
            return false;
        }
    }
    if (reasons.count > 1) {
        qsort(reasons.reasons, reasons.count, sizeof *reasons.reasons, compare_reasons);
    }
    result->reasons = reasons.reasons;
    result->reason_count = reasons.count;
    return true;
}

bool search_fill_results(struct search *search) {
    struct searcher *searcher = search->searcher;
    const struct collector *collector = &searcher->collector;
    const struct search_request *request = search->request;
    size_t first = request->offset;
    size_t last = first + request->limit;
    last = last < collector->kept_count ? last : collector->kept_count;
    if (first >= last) {
        return true;
    }
    struct search_result *results =
        arena_allocate_zeros(&searcher->arena, (last - first) * sizeof *results);
    if (!results) {
        return error_set_memory(search->error);
    }
    for (size_t i = first; i < last; i++) {
        const struct candidate *candidate = &collector->candidates[collector->kept[i]];
        const struct passage_record *record = &candidate->record;
        struct search_result *result = &results[i - first];
        *result = (struct search_result){
            .rank = (uint32_t)i + 1,
            .score = candidate->score,
            .id = passage_id(searcher, record),
            .article = record->id,
            .number = record->number,
            .language = passage_record_language(record),
            .copies = candidate->copies,
        };
        if (((request->parts & SEARCH_ARTICLES) && !fill_article(search, result)) ||
            ((request->parts & SEARCH_TEXTS) && !fill_text(search, result, candidate)) ||
            ((request->parts & SEARCH_NAMES) && !mark_name(search, result)) ||
            ((request->parts & SEARCH_REASONS) && !fill_reasons(search, result, candidate))) {
            return false;
        }
    }
    search->answer->results = results;
    search->answer->result_count = last - first;
    return true;
}

/* ---- words ----------------------------------------------------------------------------------- */

static struct search_alternative tell_alternative(const struct alternative *alternative,
                                                  double weight) {
    return (struct search_alternative){
        .term = alternative->term,
        .with = alternative->with,
        .with_count = alternative->with_count,
        .language = alternative->language,
        .kind = alternative->kind == MATCH_EXACT ? MATCH_STEM : alternative->kind,
        .passages = alternative->passages,
        .weight = weight,
    };
}

/* Of a prefix, with the terms that other words of the query have as well. */
static bool fill_alternatives(struct search *search, const struct query_word *word,
                              struct search_word *out) {
    const struct reading *reading = &search->reading;
    const struct leaf *prefix = word->prefix;
    size_t beside = prefix ? prefix->beside_count : 0, count = 0;
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        count += at->alike == 0;
    }
    struct search_alternative *alternatives =
        arena_allocate_zeros(&search->searcher->arena, (count + beside) * sizeof *alternatives);
    if (!alternatives) {
        return error_set_memory(search->error);
    }
    out->alternatives = alternatives;
    out->alternative_count = count + beside;
    for (size_t i = 0; i < beside; i++) {
        const struct alternative *other = &reading->alternatives[prefix->beside[i]];
        alternatives[count + i] = tell_alternative(other, prefix->factor);
        out->use =
            out->use == SEARCH_WORD_UNKNOWN && other->passages > 0 ? SEARCH_WORD_USED : out->use;
    }
    for (const struct alternative *alternative = reading_first(reading, word); alternative;
         alternative = reading_next(reading, alternative)) {
        if (alternative->alike == 0) {
            alternatives[--count] = tell_alternative(alternative, alternative->factor);
        }
    }
    return true;
}

/* Whether nothing of its own can be told of the word: a compound that was tried as one, where what
 * is told is of its parts; or a part, as another language may read it, of one that passages have
 * as a whole, which ends at `found_end`. */
static bool is_untold(const struct reading *reading, size_t number, const char *found_end) {
    const struct query_word *word = &reading->words[number];
    bool part = found_end && word->surface.data + word->surface.length <= found_end;
    return (word->use == SEARCH_WORD_UNKNOWN && (part || reading_has_parts(reading, number))) ||
           (word->use == SEARCH_WORD_REPEATED && part);
}

bool search_fill_words(struct search *search) {
    const struct reading *reading = &search->reading;
    struct search_word *words =
        arena_allocate_zeros(&search->searcher->arena, reading->word_count * sizeof *words);
    if (!words) {
        return error_set_memory(search->error);
    }
    size_t count = 0;
    const char *found_end = NULL;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *from = &reading->words[i];
        if (is_untold(reading, i, found_end)) {
            continue;
        }
        if (from->use == SEARCH_WORD_USED && reading_direct_idf(reading, from, NULL) > 0) {
            found_end = from->surface.data + from->surface.length;
        }
        struct search_word *word = &words[count++];
        *word = (struct search_word){.surface = from->surface,
                                     .use = from->use,
                                     .repaired = from->repaired,
                                     .written = from->written};
        if (!fill_alternatives(search, from, word)) {
            return false;
        }
    }
    search->answer->words = words;
    search->answer->word_count = count;
    return true;
}
