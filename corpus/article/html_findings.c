#include "corpus/article/html_findings.h"

#include "corpus/article/address.h"
#include "corpus/article/clean.h"
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

struct slice findings_best(const struct findings *findings, enum article_field field) {
    for (size_t i = 0; i < TRUST_COUNT; i++) {
        if (findings->values[field][i].length > 0) {
            return bytes_slice(&findings->values[field][i]);
        }
    }
    return slice_of(NULL, 0);
}
