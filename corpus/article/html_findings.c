#include "corpus/article/html_findings.h"

#include "corpus/article/address.h"
#include "corpus/article/clean.h"
#include "corpus/article/dates.h"
#include "corpus/base/url.h"

void findings_note(struct findings *findings, enum article_field field, enum trust trust,
                   struct slice value) {
    struct bytes *out = &findings->values[field][trust];
    /* An author's name is wanted: some sites give the address of a page about the author instead.
     */
    if (out->length == 0 && url_is_web(value) == (field == FIELD_URL)) {
        clean_line(field == FIELD_URL ? address_of_original(value) : value, out);
    }
}

void findings_note_change(struct findings *findings, struct slice date) {
    if (findings->change.length == 0) {
        clean_line(date, &findings->change);
    }
}

struct slice findings_best(const struct findings *findings, enum article_field field) {
    struct slice best = {0};
    char date[ARTICLE_DATE_BYTES];
    for (size_t i = 0; i < TRUST_COUNT; i++) {
        struct slice value = bytes_slice(&findings->values[field][i]);
        bool poor = (field == FIELD_DATE && !article_date_parse(value, date)) ||
                    (field == FIELD_URL && url_is_home(value));
        if (value.length > 0 && !poor) {
            return value;
        }
        best = best.length > 0 ? best : value;
    }
    return best;
}
