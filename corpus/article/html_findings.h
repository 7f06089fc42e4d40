/* html_findings.h - what the files that read a page's own words (html_meta.c, html_linked_data.c,
 * html_title.c) have found so far. Nobody else needs it: the others read html_meta.h. */
#ifndef ARAL_ARTICLE_HTML_FINDINGS_H
#define ARAL_ARTICLE_HTML_FINDINGS_H

#include "corpus/article/fields.h"

/* Where a value was found, the most trusted place first. */
enum trust { TRUST_META, TRUST_META_LESS, TRUST_LD, TRUST_ELEMENT, TRUST_MARK, TRUST_COUNT };

/* Values are cleaned (clean.h) and empty where nothing was found. draft->failed says that memory
 * ran out; the runs of bytes but for `scratch` are checked at the end. */
struct findings {
    struct draft *draft;
    struct bytes values[FIELD_COUNT][TRUST_COUNT];
    struct bytes title_element; /* <title>, with the site's name */
    struct bytes change;        /* when the page was changed last; the first that is told */
    struct bytes heading;       /* the first <h1>, or <h2> that is the title */
    struct bytes base;          /* what relative addresses are relative to */
    const json_t *graph;        /* the list of JSON-LD that the article is in, or NULL */
    struct bytes scratch;
};

/* Notes the first value found for a field at a trust. */
void findings_note(struct findings *findings, enum article_field field, enum trust trust,
                   struct slice value);

/* Notes when the page was changed. */
void findings_note_change(struct findings *findings, struct slice date);

/* The most trusted value of a field; of dates the most trusted that can be read, of addresses the
 * most trusted that is no site's first page, if there is such a one. Empty where there is none. */
struct slice findings_best(const struct findings *findings, enum article_field field);

#endif
