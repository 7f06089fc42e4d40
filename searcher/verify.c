#include "searcher/verify.h"

#include "corpus/languages/identify.h"
#include "corpus/languages/language.h"
#include "searcher/plan.h"

const struct language *article_title_language(const struct article_record *article) {
    return language_identify(article->title, article->lang, NULL);
}

/* A part with no say (SILENT) neither lets a passage in nor keeps it out. */
enum verdict { NO, YES, SILENT };

/* What is looked at. */
enum view { VIEW_PASSAGE, VIEW_TITLE };

struct check {
    struct verifier *verifier;
    const struct passage_record *passage;
    const struct article_record *article; /* NULL until it is needed */
    struct error *error;
    bool failed;
    bool titles_matched;
    bool has_title; /* the passage has the words of the title */
};

static enum verdict verdict_of(bool meets) {
    return meets ? YES : NO;
}

static void match_leaves(const struct verifier *verifier, bool *in) {
    const struct reading *reading = verifier->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        in[i] = text_match_has(verifier->match, &reading->leaves[i]);
    }
}

static bool need_article(struct check *check) {
    if (!check->article && !check->failed) {
        check->article =
            article_cache_get(check->verifier->articles, check->passage->id, check->error);
        check->failed = !check->article;
    }
    return check->article != NULL;
}

/* Titles were added to the passages in their language, so they are read in the passage's. */
static void need_title(struct check *check) {
    struct verifier *verifier = check->verifier;
    if (check->titles_matched || !need_article(check)) {
        return;
    }
    check->titles_matched = true;
    if (!text_match_run(verifier->match, verifier->reading, check->article->title,
                        passage_record_language(check->passage), NULL, check->error)) {
        check->failed = true;
        return;
    }
    match_leaves(verifier, verifier->in_title);
    check->has_title =
        article_title_language(check->article) == passage_record_language(check->passage);
}

static bool has_leaf(struct check *check, uint32_t number, enum view view) {
    const struct verifier *verifier = check->verifier;
    if (view == VIEW_PASSAGE && verifier->in_text[number]) {
        return true;
    }
    need_title(check);
    return !check->failed && verifier->in_title[number] && (view == VIEW_TITLE || check->has_title);
}

/* Compares as values in the index do, by bytes. */
static bool has_date(struct check *check, struct slice from, struct slice to) {
    struct bytes first = {0}, last = {0}, date = {0};
    bool within = false;
    if (need_article(check)) {
        date_bounds(from, to, &first, &last);
        schema_date_key(check->article->date, &date);
        within = date.length > 0 && slice_compare(bytes_slice(&date), bytes_slice(&first)) >= 0 &&
                 slice_compare(bytes_slice(&date), bytes_slice(&last)) <= 0;
        check->failed |= !bytes_check(&first, check->error) || !bytes_check(&last, check->error) ||
                         !bytes_check(&date, check->error);
    }
    bytes_free(&first);
    bytes_free(&last);
    bytes_free(&date);
    return within;
}

static bool has_source(struct check *check, struct slice source) {
    struct bytes wanted = {0}, own = {0};
    bool same = false;
    if (need_article(check) && check->article->source.length > 0) {
        schema_source_term(source, &wanted);
        schema_source_term(check->article->source, &own);
        same = slice_equal(bytes_slice(&wanted), bytes_slice(&own));
        check->failed |= !bytes_check(&wanted, check->error) || !bytes_check(&own, check->error);
    }
    bytes_free(&wanted);
    bytes_free(&own);
    return same;
}

static enum verdict check_node(struct check *check, const struct query_node *node, enum view view);

/* Those that need only the text come first, so that most passages are turned away without reading
 * the article's record. */
static enum verdict check_sequence(struct check *check, const struct query_node *node,
                                   enum view view) {
    static const enum query_role order[] = {QUERY_DEMAND, QUERY_EXCLUSION, QUERY_WISH,
                                            QUERY_FILTER};
    bool strict = node->kind == QUERY_AND;
    bool demanded = false;
    bool wished = false, granted = false, spoken = false;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        for (const struct query_node *child = node->child; child; child = child->next) {
            bool wish = order[i] == QUERY_WISH && !strict;
            if (query_role(child) != order[i] || (wish && (demanded || granted))) {
                continue;
            }
            enum verdict verdict = check_node(check, child, view);
            spoken |= verdict != SILENT;
            if (wish) {
                wished |= verdict != SILENT;
                granted |= verdict == YES;
            } else if (verdict == NO) {
                return NO;
            }
            demanded |= order[i] == QUERY_DEMAND && verdict == YES;
        }
        if (order[i] == QUERY_WISH && wished && !granted) {
            return NO;
        }
    }
    return spoken ? YES : SILENT;
}

static enum verdict check_either(struct check *check, const struct query_node *node,
                                 enum view view) {
    bool spoken = false;
    for (const struct query_node *child = node->child; child; child = child->next) {
        enum verdict verdict = check_node(check, child, view);
        if (verdict == YES) {
            return YES;
        }
        spoken |= verdict == NO;
    }
    return spoken ? NO : SILENT;
}

static enum verdict check_node(struct check *check, const struct query_node *node, enum view view) {
    switch (node->kind) {
    case QUERY_TEXT:
    case QUERY_PREFIX:
    case QUERY_PHRASE:
        if (reading_is_silent(check->verifier->reading,
                              &check->verifier->reading->leaves[node->reading])) {
            return SILENT;
        }
        return verdict_of(has_leaf(check, node->reading, view));
    case QUERY_SEQUENCE:
    case QUERY_AND:
        return check_sequence(check, node, view);
    case QUERY_OR:
        return check_either(check, node, view);
    case QUERY_NOT:
        return verdict_of(check_node(check, node->child, view) != YES);
    case QUERY_TITLE:
        return check_node(check, node->child, VIEW_TITLE);
    case QUERY_LANGUAGE:
        return verdict_of(strcmp(node->language->code, check->passage->language) == 0);
    case QUERY_SOURCE:
        return verdict_of(has_source(check, node->text));
    case QUERY_DATE:
        return verdict_of(has_date(check, node->from, node->to));
    }
    return SILENT;
}

bool verifier_check(struct verifier *verifier, const struct passage_record *passage, bool *meets,
                    struct error *error) {
    struct check check = {.verifier = verifier, .passage = passage, .error = error};
    if (!text_match_run(verifier->match, verifier->reading, passage_record_text(passage),
                        passage_record_language(passage), NULL, error)) {
        return false;
    }
    match_leaves(verifier, verifier->in_text);
    *meets = check_node(&check, verifier->query, VIEW_PASSAGE) != NO;
    return !check.failed;
}
