#include "indexer/prepare.h"

#include "corpus/analysis/analysis.h"
#include "corpus/base/hash.h"
#include "corpus/base/map.h"
#include "corpus/languages/identify.h"
#include "corpus/languages/language.h"
#include "corpus/passages/passage.h"
#include "indexer/schema.h"

#include <stdio.h>
#include <stdlib.h>

struct preparer {
    struct analyzer *analyzer;
    struct passage_cutter *cutter;
    struct map *frequencies; /* of the terms of one passage */
    struct map *title;       /* of the terms of the title */
    struct map *words;       /* the forms and names of the whole article */
    struct bytes name;       /* the one being counted */
};

struct preparer *preparer_new(struct error *error) {
    struct preparer *preparer = calloc(1, sizeof *preparer);
    if (!preparer) {
        error_set_memory(error);
        return NULL;
    }
    preparer->analyzer = analyzer_new(error);
    preparer->cutter = passage_cutter_new();
    preparer->frequencies = map_new();
    preparer->title = map_new();
    preparer->words = map_new();
    if (!preparer->analyzer || !preparer->cutter || !preparer->frequencies || !preparer->title ||
        !preparer->words) {
        error_set_memory(error);
        preparer_free(preparer);
        return NULL;
    }
    return preparer;
}

void preparer_free(struct preparer *preparer) {
    if (preparer) {
        analyzer_free(preparer->analyzer);
        passage_cutter_free(preparer->cutter);
        map_free(preparer->frequencies);
        map_free(preparer->title);
        map_free(preparer->words);
        bytes_free(&preparer->name);
        free(preparer);
    }
}

void preparer_limit_cache(struct preparer *preparer, uint64_t bytes) {
    analyzer_limit_cache(preparer->analyzer, bytes);
}

void prepared_article_free(struct prepared_article *prepared) {
    bytes_free(&prepared->pool);
    bytes_free(&prepared->documents);
    bytes_free(&prepared->terms);
    bytes_free(&prepared->values);
    bytes_free(&prepared->words);
}

static void clear(struct prepared_article *prepared) {
    bytes_clear(&prepared->pool);
    bytes_clear(&prepared->documents);
    bytes_clear(&prepared->terms);
    bytes_clear(&prepared->values);
    bytes_clear(&prepared->words);
    prepared->text_bytes = 0;
}

static void hash_field(XXH3_state_t *state, struct slice field) {
    uint64_t length = field.length;
    unsigned char digits[8];
    for (size_t i = 0; i < sizeof digits; i++) {
        digits[i] = (unsigned char)(length >> (8 * i));
    }
    XXH3_64bits_update(state, digits, sizeof digits);
    if (field.length) {
        XXH3_64bits_update(state, field.data, field.length);
    }
}

uint64_t article_hash(const struct article *article) {
    XXH3_state_t state = {0};
    XXH3_64bits_reset_withSeed(&state, ANALYSIS_VERSION);
    hash_field(&state, article->id);
    hash_field(&state, article->title);
    hash_field(&state, article->text);
    hash_field(&state, article->url);
    hash_field(&state, article->date);
    hash_field(&state, article->lang);
    hash_field(&state, article->source);
    hash_field(&state, article->author);
    hash_field(&state, article->extra);
    return XXH3_64bits_digest(&state);
}

/* ---- the document at hand: terms and values are appended to it ------------------------------- */

static void begin_document(const struct prepared_article *prepared,
                           struct prepared_document *document) {
    document->first_term = bytes_count(&prepared->terms, sizeof(struct prepared_term));
    document->first_value = bytes_count(&prepared->values, sizeof(struct prepared_value));
}

static void end_document(struct prepared_article *prepared, struct prepared_document *document) {
    document->term_count =
        bytes_count(&prepared->terms, sizeof(struct prepared_term)) - document->first_term;
    document->value_count =
        bytes_count(&prepared->values, sizeof(struct prepared_value)) - document->first_value;
    bytes_append(&prepared->documents, document, sizeof *document);
}

/* What was appended to the pool from `start` on. */
static struct span span_from(const struct prepared_article *prepared, size_t start) {
    return (struct span){start, prepared->pool.length - start};
}

static struct span pool_slice(struct prepared_article *prepared, struct slice slice) {
    size_t start = prepared->pool.length;
    bytes_append_slice(&prepared->pool, slice);
    return span_from(prepared, start);
}

static void add_term(struct prepared_article *prepared, struct span span, uint32_t wdf) {
    struct prepared_term term = {span, wdf};
    bytes_append(&prepared->terms, &term, sizeof term);
}

/* A term that only filters: prefix and value. */
static void add_filter(struct prepared_article *prepared, const char *prefix, struct slice value) {
    size_t start = prepared->pool.length;
    schema_term(prefix, value, &prepared->pool);
    add_term(prepared, span_from(prepared, start), 0);
}

/* A value that lies in the pool from `start` on; none where that is empty. */
static void add_value(struct prepared_article *prepared, uint32_t slot, size_t start) {
    struct prepared_value value = {slot, span_from(prepared, start)};
    if (value.value.length) {
        bytes_append(&prepared->values, &value, sizeof value);
    }
}

/* ---- words ----------------------------------------------------------------------------------- */

static bool count_term(struct map *map, struct slice key, uint64_t more) {
    uint64_t *count = map_insert(map, key, NULL);
    if (!count) {
        return false;
    }
    *count += more;
    return true;
}

/* Whether a token is a term of the passage. The key of a name need not be one: names are found by
 * the stems of their words, which the vocabulary has. But where a word is common without being a
 * name, too, its stem would find too much (every "green" for Green), and the key is a term. */
static bool is_indexed(const struct token *token) {
    return token->kind != TOKEN_NAME || token->flags & TOKEN_COMMON;
}

/* Notes the words of a token list as they were written. */
static bool note_words(struct map *words, const struct token_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        const struct token *token = &list->tokens[i];
        bool is_word = token->kind == TOKEN_STEM || token->kind == TOKEN_NAME;
        if (is_word && token->form.length <= VOCABULARY_WORD_BYTES &&
            !map_insert(words, token->form, NULL)) {
            return false;
        }
    }
    return true;
}

/* The stem's token of the same word as a name's, the last one before it. */
static const struct token *find_stem(const struct token_list *list, size_t name) {
    const struct token *tokens = list->tokens;
    for (size_t i = name; i-- > 0 && tokens[i].start == tokens[name].start;) {
        if (tokens[i].kind == TOKEN_STEM && tokens[i].end == tokens[name].end) {
            return &tokens[i];
        }
    }
    return NULL;
}

/* Notes names as words of the vocabulary: `entry` is for scratch. */
static bool note_names(struct map *words, const struct token_list *list, struct bytes *entry) {
    for (size_t i = 0; i < list->count; i++) {
        const struct token *name = &list->tokens[i];
        bool wanted = name->kind == TOKEN_NAME && !(name->flags & TOKEN_COMMON);
        const struct token *stem = wanted ? find_stem(list, i) : NULL;
        if (!stem) {
            continue;
        }
        bytes_clear(entry);
        schema_name(slice_of(name->term.data + 1, name->term.length - 1), stem->term, entry);
        if (entry->failed || (entry->length <= VOCABULARY_NAME_BYTES &&
                              !map_insert(words, bytes_slice(entry), NULL))) {
            return false;
        }
    }
    return true;
}

static bool note_all_words(struct preparer *preparer, const struct token_list *list) {
    return note_words(preparer->words, list) && note_names(preparer->words, list, &preparer->name);
}

/* Fills preparer->title with the title's terms, each counted TITLE_WEIGHT times, and tells its
 * language: the passages of that language hold them too. */
static bool analyze_title(struct preparer *preparer, const struct article *article,
                          const struct language **language, struct error *error) {
    map_clear(preparer->title);
    *language = NULL;
    if (article->title.length == 0) {
        return true;
    }
    struct token_list list;
    *language = language_identify(article->title, article->lang, NULL);
    if (!analyzer_run(preparer->analyzer, article->title, *language, ANALYSIS_DOCUMENT, &list,
                      error)) {
        return false;
    }
    for (size_t i = 0; i < list.count; i++) {
        if (is_indexed(&list.tokens[i]) &&
            !count_term(preparer->title, list.tokens[i].term, TITLE_WEIGHT)) {
            return error_set_memory(error);
        }
    }
    return note_all_words(preparer, &list) || error_set_memory(error);
}

static void pool_words(const struct preparer *preparer, struct prepared_article *prepared) {
    size_t count = map_count(preparer->words);
    for (size_t i = 0; i < count; i++) {
        struct span word = pool_slice(prepared, map_key(preparer->words, i));
        bytes_append(&prepared->words, &word, sizeof word);
    }
}

/* ---- documents ------------------------------------------------------------------------------- */

static void pool_identity(struct slice id, struct slice file, struct prepared_article *prepared) {
    prepared->id = pool_slice(prepared, id);
    prepared->file = pool_slice(prepared, file);
    size_t start = prepared->pool.length;
    schema_article_term(id, &prepared->pool);
    prepared->unique_term = span_from(prepared, start);
}

static void add_record(const struct article_record *record, const char *language,
                       struct prepared_article *prepared) {
    struct prepared_document document = {0};
    snprintf(document.language, sizeof document.language, "%s", language);
    size_t start = prepared->pool.length;
    article_record_encode(record, &prepared->pool);
    document.data = span_from(prepared, start);
    begin_document(prepared, &document);
    add_term(prepared, prepared->unique_term, 0);
    add_filter(prepared, TERM_RECORD, slice_of("", 0));
    if (schema_has_file(record->file)) {
        add_filter(prepared, PREFIX_FILE, record->file);
    }
    end_document(prepared, &document);
}

/* The terms of a passage with their weights, those of the title (NULL: none) among them. */
static bool add_stems(struct preparer *preparer, const struct token_list *list,
                      const struct map *title, struct prepared_article *prepared) {
    map_clear(preparer->frequencies);
    for (size_t i = 0; i < list->count; i++) {
        uint64_t times = list->tokens[i].position < LEAD_WORDS ? LEAD_WEIGHT : 1;
        if (is_indexed(&list->tokens[i]) &&
            !count_term(preparer->frequencies, list->tokens[i].term, times)) {
            return false;
        }
    }
    for (size_t i = 0; title && i < map_count(title); i++) {
        if (!count_term(preparer->frequencies, map_key(title, i), *map_value(title, i))) {
            return false;
        }
    }
    size_t count = map_count(preparer->frequencies);
    for (size_t i = 0; i < count; i++) {
        struct span term = pool_slice(prepared, map_key(preparer->frequencies, i));
        double frequency = (double)*map_value(preparer->frequencies, i);
        add_term(prepared, term, term_weight(frequency, list->positions));
    }
    return true;
}

static void add_values(const struct article *article, const struct passage *passage,
                       struct prepared_article *prepared) {
    size_t start = prepared->pool.length;
    schema_article_key(article->id, &prepared->pool);
    add_value(prepared, SLOT_ARTICLE, start);
    start = prepared->pool.length;
    schema_date_key(article->date, &prepared->pool);
    add_value(prepared, SLOT_DATE, start);
    start = prepared->pool.length;
    bytes_append_string(&prepared->pool, passage->language->code);
    add_value(prepared, SLOT_LANGUAGE, start);
    start = prepared->pool.length;
    schema_source_value(article->source, &prepared->pool);
    add_value(prepared, SLOT_SOURCE, start);
}

/* An article on its way. */
struct preparation {
    struct preparer *preparer;
    const struct article *article;
    const struct language *title_language; /* NULL: it has no title */
    struct prepared_article *prepared;
};

static struct passage_record make_record(const struct article *article,
                                         const struct passage *passage, uint32_t number,
                                         const struct token_list *list) {
    struct passage_record record = {
        .id = article->id,
        .number = number,
        .start = passage->start,
        .length = (uint32_t)passage->length,
        .lead = (uint32_t)(passage->start - passage->tile_start),
        .copy = copy_hash(list),
        .tile = slice_of(article->text.data + passage->tile_start,
                         passage->tile_end - passage->tile_start),
    };
    memcpy(record.language, passage->language->code, LANGUAGE_CODE_BYTES);
    return record;
}

/* Terms that only filter passages. */
static void add_filters(const struct article *article, const struct passage *passage,
                        struct prepared_article *prepared) {
    add_term(prepared, prepared->unique_term, 0);
    add_filter(prepared, TERM_PASSAGE, slice_of("", 0));
    add_filter(prepared, PREFIX_LANGUAGE, slice_of_string(passage->language->code));
    if (article->source.length) {
        size_t start = prepared->pool.length;
        schema_source_term(article->source, &prepared->pool);
        add_term(prepared, span_from(prepared, start), 0);
    }
}

static bool prepare_passage(const struct preparation *preparation, const struct passage *passage,
                            uint32_t number, struct error *error) {
    struct preparer *preparer = preparation->preparer;
    const struct article *article = preparation->article;
    struct prepared_article *prepared = preparation->prepared;
    struct slice text = slice_of(article->text.data + passage->start, passage->length);
    struct token_list list;
    if (!analyzer_run(preparer->analyzer, text, passage->language, ANALYSIS_DOCUMENT, &list,
                      error)) {
        return false;
    }
    struct passage_record record = make_record(article, passage, number, &list);
    struct prepared_document document = {0};
    memcpy(document.language, record.language, sizeof document.language);
    size_t start = prepared->pool.length;
    passage_record_encode(&record, &prepared->pool);
    document.data = span_from(prepared, start);
    begin_document(prepared, &document);
    add_filters(article, passage, prepared);
    bool titled = passage->language == preparation->title_language;
    if (!add_stems(preparer, &list, titled ? preparer->title : NULL, prepared) ||
        !note_all_words(preparer, &list)) {
        return error_set_memory(error);
    }
    add_values(article, passage, prepared);
    end_document(prepared, &document);
    return true;
}

static bool check_memory(const struct prepared_article *prepared, struct error *error) {
    return bytes_check(&prepared->pool, error) && bytes_check(&prepared->documents, error) &&
           bytes_check(&prepared->terms, error) && bytes_check(&prepared->values, error) &&
           bytes_check(&prepared->words, error);
}

bool article_prepare(struct preparer *preparer, const struct article *article,
                     struct prepared_article *prepared, struct error *error) {
    struct preparation preparation = {
        .preparer = preparer, .article = article, .prepared = prepared};
    const struct passage *passages;
    size_t count;
    clear(prepared);
    map_clear(preparer->words);
    if (!passage_cut(preparer->cutter, article->text, article->lang, &passages, &count, error) ||
        !analyze_title(preparer, article, &preparation.title_language, error)) {
        return false;
    }
    prepared->text_bytes = article->text.length;
    prepared->hash = article_hash(article);
    struct article_record record = {
        .id = article->id,
        .title = article->title,
        .url = article->url,
        .date = article->date,
        .lang = article->lang,
        .source = article->source,
        .author = article->author,
        .extra = article->extra,
        .file = article->file,
        .passages = (uint32_t)count,
        .text_bytes = article->text.length,
        .hash = prepared->hash,
    };
    pool_identity(article->id, article->file, prepared);
    add_record(&record, count > 0 ? passages[0].language->code : "", prepared);
    for (size_t i = 0; i < count; i++) {
        if (!prepare_passage(&preparation, &passages[i], (uint32_t)i + 1, error)) {
            return false;
        }
    }
    pool_words(preparer, prepared);
    return check_memory(prepared, error);
}

bool article_prepare_record(const struct article_record *record, struct prepared_article *prepared,
                            struct error *error) {
    clear(prepared);
    pool_identity(record->id, record->file, prepared);
    add_record(record, "", prepared);
    return check_memory(prepared, error);
}
