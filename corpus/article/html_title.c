#include "corpus/article/html_title.h"

#include "corpus/article/dates.h"
#include "corpus/languages/labels.h"

#include <strings.h>

/* Bytes; what is longer is no site's name with a day behind it. */
enum { LONGEST_SITE = 200 };

/* What separates the title from the site's name. Colons also stand in titles. */
static const char *const separators[] = {
    " | ",  " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ",
    " :: ", " \xC2\xBB ", " \xC2\xB7 ",     " \xE2\x80\xA2 ",
    ": ",
};

/* Where the next separator stands and how long it is; the title's length where there is none. */
static size_t find_separator(struct slice title, size_t from, size_t *length) {
    for (size_t at = from; at < title.length; at++) {
        for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
            *length = strlen(separators[i]);
            if (title.length - at >= *length &&
                memcmp(title.data + at, separators[i], *length) == 0) {
                return at;
            }
        }
    }
    return title.length;
}

/* The site's name without the day of the article that some have behind it. */
static struct slice strip_day(struct slice site) {
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    if (!article_date_find(site, &start, &end, date) || end < site.length) {
        return site;
    }
    while (start > 0 && strchr(" ,|-", site.data[start - 1])) {
        start--;
    }
    return slice_of(site.data, start);
}

static bool is_named(struct slice words, struct slice name) {
    return name.length > 0 && words.length == name.length &&
           strncasecmp(words.data, name.data, name.length) == 0;
}

/* Whether words are what the page calls its title elsewhere. */
static bool is_title(const struct findings *findings, struct slice words) {
    return slice_equal(words, bytes_slice(&findings->heading)) ||
           slice_equal(words, bytes_slice(&findings->values[FIELD_TITLE][TRUST_META]));
}

/* The title without the site's name, *site, before or behind it. Where that name is not known, it
 * is what stands beside the title as the page gives it elsewhere; then *site is set. O(length). */
static struct slice strip_site(const struct findings *findings, struct slice title,
                               struct slice *site) {
    bool is_heading = slice_equal(title, bytes_slice(&findings->heading));
    struct slice rest = title;
    size_t length = 0, next = 0;
    for (size_t at = find_separator(title, 0, &length); at < title.length; at = next) {
        bool colon = title.data[at] == ':';
        struct slice head = slice_of(title.data, at);
        struct slice tail = slice_from(title, at + length);
        struct slice name = tail.length <= LONGEST_SITE ? strip_day(tail) : tail;
        next = find_separator(title, at + length, &length);
        if (is_named(name, *site)) {
            return head;
        }
        if (!colon && is_title(findings, head)) {
            *site = site->length == 0 && next == title.length ? name : *site;
            return head;
        }
        /* Names are shorter than titles: else the page's heading may be the site's name. */
        if (is_title(findings, tail) && tail.length > head.length) {
            *site = site->length == 0 && !colon ? head : *site;
            return tail;
        }
        if (is_named(head, *site) && !is_heading) {
            rest = tail;
        }
    }
    return rest;
}

/* The title without a label of the page behind it: "Dam raised :: Print version". Behind a colon
 * nothing is cut, since it may belong to the title: "Governor on the dam: no comments". */
static struct slice strip_label(struct slice title) {
    size_t length, next = 0;
    for (size_t at = find_separator(title, 0, &length); at < title.length; at = next) {
        size_t behind = at + length;
        if (title.data[at] != ':' && label_is(slice_from(title, behind), LABEL_PAGE)) {
            return slice_of(title.data, at);
        }
        next = find_separator(title, behind, &length);
    }
    return title;
}

/* The title of Open Graph without what some sites add to it, such as the number of the page: "Dam
 * raised Halaman all". The page's heading must agree with its JSON-LD or <title> on the title
 * without that. */
static struct slice strip_addition(const struct findings *findings, struct slice title) {
    struct slice heading = bytes_slice(&findings->heading);
    bool agreed = heading.length > 0 &&
                  (slice_equal(heading, bytes_slice(&findings->values[FIELD_TITLE][TRUST_LD])) ||
                   findings_are_title(findings, heading));
    return agreed && slice_starts_with(title, heading) ? heading : title;
}

bool findings_are_title(const struct findings *findings, struct slice words) {
    struct slice title = bytes_slice(&findings->title_element);
    size_t length;
    return slice_starts_with(title, words) && words.length * 2 > title.length &&
           words.length < title.length && title.data[words.length] != ':' &&
           find_separator(title, words.length, &length) == words.length;
}

void findings_set_title(struct findings *findings) {
    struct slice site = findings_best(findings, FIELD_SOURCE);
    struct slice element = strip_label(bytes_slice(&findings->title_element));
    struct slice whole = strip_site(findings, element, &site);
    struct slice title =
        strip_addition(findings, bytes_slice(&findings->values[FIELD_TITLE][TRUST_META]));
    if (title.length == 0 && !is_named(bytes_slice(&findings->heading), site)) {
        title = bytes_slice(&findings->heading);
    }
    if (title.length == 0) {
        title = findings_best(findings, FIELD_TITLE);
    }
    title = title.length > 0 ? strip_site(findings, title, &site) : whole;
    draft_set(findings->draft, FIELD_TITLE, title);
    draft_set(findings->draft, FIELD_SOURCE, site);
}
