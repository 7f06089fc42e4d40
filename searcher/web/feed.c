/* The results as an Atom feed (RFC 4287): a search to subscribe to. */
#include "corpus/base/hash.h"
#include "corpus/languages/language.h"
#include "searcher/web/escape.h"
#include "searcher/web/page.h"
#include "searcher/web/source.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

/* The same name for the same thing on whichever host: a UUID of version 8 (RFC 9562) made of a hash
 * of its id. */
static void put_id(struct page *page, const char *kind, struct slice id) {
    struct wide_hash hash = hash_bytes_wide(id, hash_bytes(slice_of_string(kind)));
    bytes_append_format(page->out,
                        "<id>urn:uuid:%08" PRIx64 "-%04" PRIx64 "-8%03" PRIx64 "-8%03" PRIx64
                        "-%012" PRIx64 "</id>",
                        hash.high >> 32, hash.high >> 16 & 0xFFFF, hash.high & 0xFFF,
                        hash.low >> 48 & 0xFFF, hash.low & 0xFFFFFFFFFFFF);
}

/* What RFC 3339 wants, and its NUL. */
#define TIMESTAMP_BYTES sizeof "2024-06-11T09:30:00+05:00"

/* Makes a timestamp of a date of any exactness; the epoch of none. */
static void write_timestamp(struct slice date, char timestamp[TIMESTAMP_BYTES]) {
    static const char least[] = "1970-01-01T00:00:00Z";
    bool timed = date.length > 10 && date.data[10] == 'T';
    bool day = date.length == 4 || date.length == 7 || date.length == 10;
    int given = timed || day ? (int)date.length : 0;
    bool zoned = date.length != strlen("2024-06-11T09:30:00"); /* which feeds must be */
    const char *rest = !timed ? least + given : zoned ? "" : "Z";
    snprintf(timestamp, TIMESTAMP_BYTES, "%.*s%s", given, given > 0 ? date.data : "", rest);
}

/* Seconds since 1970. */
static time_t find_instant(struct slice date) {
    char timestamp[TIMESTAMP_BYTES];
    struct tm tm = {0};
    write_timestamp(date, timestamp);
    if (!strptime(timestamp, "%Y-%m-%dT%H:%M:%S%z", &tm)) {
        return 0;
    }
    long zone = tm.tm_gmtoff; /* timegm sets it to 0 */
    return timegm(&tm) - zone;
}

static void put_updated(struct page *page, struct slice date) {
    char timestamp[TIMESTAMP_BYTES];
    write_timestamp(date, timestamp);
    put(page, "<updated>");
    put_text(page, slice_of_string(timestamp));
    put(page, "</updated>");
}

static void put_link(struct page *page, const char *relation, const char *type,
                     const struct parameters *parameters) {
    put(page, "<link rel=\"");
    put(page, relation);
    put(page, "\" type=\"");
    put(page, type);
    put(page, "\" href=\"");
    put_origin(page);
    put(page, "/?");
    parameters_write(parameters, &page->scratch);
    put_attribute(page, bytes_slice(&page->scratch));
    page_clear_scratch(page);
    put(page, "\"/>\n");
}

static void write_entry(struct page *page, const struct search_result *result) {
    put(page, "<entry xml:lang=\"");
    put(page, result->language == language_other() ? "" : result->language->code);
    put(page, "\">");
    bool by_article = parameters_choice(page->parameters, PARAMETER_BY) == SEARCH_BY_ARTICLE;
    /* An article stays the same entry when another of its passages becomes the best. */
    put_id(page, by_article ? "article" : "passage", by_article ? result->article : result->id);
    put(page, "<title>");
    put_text(page, result->name);
    put(page, "</title>");
    put_updated(page, result->date);
    put(page, "<author><name>");
    struct slice author = result->author.length > 0   ? result->author
                          : result->source.length > 0 ? result->source
                                                      : slice_of_string(page->site->config.name);
    put_text(page, author);
    put(page, "</name></author><link rel=\"alternate\" type=\"text/html\" href=\"");
    put_passage_origin(page, result->id);
    put(page, "\"/>");
    if (source_is_safe(result->url)) {
        put(page, "<link rel=\"via\" href=\"");
        escape_address(result->url, page->out);
        put(page, "\"/>");
    }
    put(page, "<summary>");
    struct marked_text snippet = marked_snippet(result);
    for (struct marked_piece piece; marked_piece_next(&snippet, &piece);) {
        put_text(page, piece.text);
    }
    if (result->copies > 0) {
        put(page, " (");
        put_message_number(page, MESSAGE_MORE_COPIES, result->copies);
        put(page, ")");
    }
    put(page, "</summary></entry>\n");
}

/* The latest date among the results, wherever on earth it was written. */
static struct slice find_latest(const struct search_answer *answer) {
    struct slice latest = {0};
    for (size_t i = 0; i < answer->result_count; i++) {
        struct slice date = answer->results[i].date;
        if (latest.length == 0 || find_instant(date) > find_instant(latest)) {
            latest = date;
        }
    }
    return latest;
}

void write_feed(struct page *page, const struct search_answer *answer) {
    page->response->type = "application/atom+xml; charset=utf-8";
    page->response->language = page->interface->code;
    struct parameters html = *page->parameters;
    html.value[PARAMETER_FORMAT] = (struct slice){0};
    put(page, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
              "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    put(page, page->interface->code);
    put(page, "\">\n");
    parameters_write(&html, &page->scratch);
    put_id(page, "search", bytes_slice(&page->scratch));
    page_clear_scratch(page);
    put(page, "<title>");
    put_message_texts(page, answer->query.length > 0 ? MESSAGE_RESULTS_FOR : MESSAGE_RESULTS,
                      &answer->query, 1);
    put(page, "</title>");
    put_updated(page, find_latest(answer));
    put(page, "<generator>Aral</generator>\n");
    put_link(page, "self", "application/atom+xml", page->parameters);
    put_link(page, "alternate", "text/html", &html);
    for (size_t i = 0; i < answer->result_count; i++) {
        write_entry(page, &answer->results[i]);
    }
    put(page, "</feed>\n");
}
