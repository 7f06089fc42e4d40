#include "tests/bench/ready.h"

#include "corpus/analysis/analysis.h"
#include "corpus/languages/language.h"
#include "corpus/passages/passage.h"
#include "indexer/packing.h"
#include "indexer/schema.h"

#include <stdlib.h>

struct readier {
    struct preparer *preparer;
    struct prepared_article prepared;
    struct analyzer *analyzer;
    struct passage_cutter *cutter;
    struct dictionaries *dictionaries;
    struct packer *packer;
    struct bytes term;
};

struct readier *readier_new(struct error *error) {
    struct readier *readier = calloc(1, sizeof *readier);
    if (!readier) {
        error_set_memory(error);
        return NULL;
    }
    readier->preparer = preparer_new(error);
    readier->analyzer = analyzer_new(error);
    readier->cutter = passage_cutter_new();
    readier->dictionaries = dictionaries_new(error);
    readier->packer = readier->dictionaries ? packer_new(readier->dictionaries, error) : NULL;
    if (!readier->preparer || !readier->analyzer || !readier->cutter || !readier->packer) {
        error_set_memory(error);
        readier_free(readier);
        return NULL;
    }
    return readier;
}

void readier_free(struct readier *readier) {
    if (readier) {
        preparer_free(readier->preparer);
        prepared_article_free(&readier->prepared);
        analyzer_free(readier->analyzer);
        passage_cutter_free(readier->cutter);
        packer_free(readier->packer);
        dictionaries_free(readier->dictionaries);
        bytes_free(&readier->term);
        free(readier);
    }
}

void ready_free(struct ready *ready) {
    bytes_free(&ready->pool);
    bytes_free(&ready->documents);
    bytes_free(&ready->terms);
    bytes_free(&ready->values);
    bytes_free(&ready->postings);
    vocabulary_free(ready->vocabulary);
}

static bool clear(struct ready *ready, struct error *error) {
    bytes_clear(&ready->pool);
    bytes_clear(&ready->documents);
    bytes_clear(&ready->terms);
    bytes_clear(&ready->values);
    bytes_clear(&ready->postings);
    ready->text_bytes = 0;
    if (ready->vocabulary) {
        vocabulary_clear(ready->vocabulary);
    } else {
        ready->vocabulary = vocabulary_new();
    }
    return ready->vocabulary || error_set_memory(error);
}

static struct span pool(struct ready *ready, struct slice slice) {
    size_t start = ready->pool.length;
    bytes_append_slice(&ready->pool, slice);
    return (struct span){start, slice.length};
}

static void add_term(struct ready *ready, struct slice term, uint32_t wdf) {
    struct prepared_term added = {pool(ready, term), wdf};
    bytes_append(&ready->terms, &added, sizeof added);
}

static void add_posting(struct ready *ready, struct slice term, uint32_t position, uint32_t wdf) {
    struct ready_posting added = {pool(ready, term), position, wdf};
    bytes_append(&ready->postings, &added, sizeof added);
}

static struct ready_document begin_document(struct ready *ready, struct slice data) {
    return (struct ready_document){
        .data = pool(ready, data),
        .first_term = ready->terms.length / sizeof(struct prepared_term),
        .first_value = ready->values.length / sizeof(struct prepared_value),
        .first_posting = ready->postings.length / sizeof(struct ready_posting),
    };
}

static void end_document(struct ready *ready, struct ready_document *document) {
    document->term_count =
        ready->terms.length / sizeof(struct prepared_term) - document->first_term;
    document->value_count =
        ready->values.length / sizeof(struct prepared_value) - document->first_value;
    document->posting_count =
        ready->postings.length / sizeof(struct ready_posting) - document->first_posting;
    bytes_append(&ready->documents, document, sizeof *document);
}

/* ---- Aral's documents ------------------------------------------------------------------------ */

/* The positions of a passage's terms, analysed once more. */
static bool add_positions(struct readier *readier, struct slice data, bool with_words,
                          struct ready *ready, struct error *error) {
    struct passage_record record;
    struct token_list list;
    if (!passage_record_decode(data, &record, error) ||
        !analyzer_run(readier->analyzer, passage_record_text(&record),
                      language_find(slice_of_string(record.language)), ANALYSIS_DOCUMENT, &list,
                      error)) {
        return false;
    }
    for (size_t i = 0; i < list.count; i++) {
        const struct token *token = &list.tokens[i];
        add_posting(ready, token->term, token->position, 0);
        if (with_words && token->kind == TOKEN_STEM && token->form.length <= XAPIAN_TERM_SIZE_MAX) {
            add_posting(ready, token->form, token->position, 1);
        }
    }
    return true;
}

static bool copy_document(struct readier *readier, const struct prepared_document *document,
                          enum design design, struct ready *ready, struct error *error) {
    const struct prepared_article *from = &readier->prepared;
    const struct prepared_term *terms = bytes_array(&from->terms);
    const struct prepared_value *values = bytes_array(&from->values);
    terms += document->first_term;
    values += document->first_value;
    struct slice data = prepared_slice(from, document->data), packed;
    if (!dictionaries_sample(readier->dictionaries, document->language, data, error) ||
        !packer_pack(readier->packer, document->language, data, &packed, error)) {
        return false;
    }
    bool as_data = design == DESIGN_STEMS_DATA;
    struct ready_document copy = begin_document(ready, as_data ? packed : slice_of("", 0));
    for (size_t i = 0; i < document->term_count; i++) {
        add_term(ready, prepared_slice(from, terms[i].term), terms[i].wdf);
    }
    for (size_t i = 0; i < document->value_count; i++) {
        struct prepared_value value = {values[i].slot,
                                       pool(ready, prepared_slice(from, values[i].value))};
        bytes_append(&ready->values, &value, sizeof value);
    }
    if (!as_data) {
        struct prepared_value record = {SLOT_RECORD, pool(ready, packed)};
        bytes_append(&ready->values, &record, sizeof record);
    }
    bool is_passage = document->value_count > 0;
    if (is_passage && design != DESIGN_STEMS && !as_data &&
        !add_positions(readier, data, design == DESIGN_WORDS_STEMS_POSITIONS, ready, error)) {
        return false;
    }
    end_document(ready, &copy);
    return true;
}

static bool fill_aral(struct readier *readier, const struct article *article, enum design design,
                      struct ready *ready, struct error *error) {
    if (!article_prepare(readier->preparer, article, &readier->prepared, error)) {
        return false;
    }
    const struct prepared_document *documents = bytes_array(&readier->prepared.documents);
    for (size_t i = 0; i < prepared_document_count(&readier->prepared); i++) {
        if (!copy_document(readier, &documents[i], design, ready, error)) {
            return false;
        }
    }
    return vocabulary_add(ready->vocabulary, &readier->prepared, error);
}

/* ---- Omega's --------------------------------------------------------------------------------- */

/* As Xapian's TermGenerator makes them of one field: each word as written and, behind a Z, its
 * stem; the frequencies are plain counts. Positions are left out: a query of words reads none. */
static bool add_omega_passage(struct readier *readier, const struct article *article,
                              const struct passage *passage, size_t number, struct ready *ready,
                              struct error *error) {
    struct slice text = slice_of(article->text.data + passage->start, passage->length);
    struct token_list list;
    if (!analyzer_run(readier->analyzer, text, passage->language, ANALYSIS_DOCUMENT, &list,
                      error)) {
        return false;
    }
    struct ready_document document = begin_document(ready, text);
    bytes_clear(&readier->term);
    schema_article_term(article->id, &readier->term);
    bytes_append_format(&readier->term, "#%zu", number);
    add_term(ready, bytes_slice(&readier->term), 0);
    for (size_t i = 0; i < list.count; i++) {
        const struct token *token = &list.tokens[i];
        if (token->form.length == 0 || token->form.length > XAPIAN_TERM_SIZE_MAX) {
            continue;
        }
        add_term(ready, token->form, 1);
        if (token->kind == TOKEN_STEM && token->term.length > 2) {
            bytes_clear(&readier->term);
            bytes_append_byte(&readier->term, 'Z');
            bytes_append(&readier->term, token->term.data + 2, token->term.length - 2);
            add_term(ready, bytes_slice(&readier->term), 1);
        }
    }
    end_document(ready, &document);
    return true;
}

static bool fill_omega(struct readier *readier, const struct article *article, struct ready *ready,
                       struct error *error) {
    const struct passage *passages;
    size_t count;
    if (!passage_cut(readier->cutter, article->text, article->lang, &passages, &count, error)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!add_omega_passage(readier, article, &passages[i], i + 1, ready, error)) {
            return false;
        }
    }
    return true;
}

/* ---- all ------------------------------------------------------------------------------------- */

bool ready_fill(struct readier *readier, const struct chunk *chunk, enum design design,
                struct ready *ready, struct error *error) {
    if (!clear(ready, error)) {
        return false;
    }
    for (size_t i = 0; i < chunk_held_count(chunk); i++) {
        struct article article;
        chunk_held(chunk, i, &article);
        ready->text_bytes += article.text.length;
        if (design == DESIGN_OMEGA ? !fill_omega(readier, &article, ready, error)
                                   : !fill_aral(readier, &article, design, ready, error)) {
            return false;
        }
    }
    return bytes_check(&ready->pool, error) && bytes_check(&ready->documents, error) &&
           bytes_check(&ready->terms, error) && bytes_check(&ready->values, error) &&
           bytes_check(&ready->postings, error);
}
