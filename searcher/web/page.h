/* page.h - writing a page: what each kind of page has to know, and the pieces it is put together
 * of.
 *
 * Literal markup goes through put; everything else through one of the functions that escape. */
#ifndef ARAL_SEARCHER_WEB_PAGE_H
#define ARAL_SEARCHER_WEB_PAGE_H

#include "searcher/marked.h"
#include "searcher/web/interface.h"
#include "searcher/web/parameters.h"
#include "searcher/web/site.h"

struct page {
    struct web_site *site;
    const struct web_request *request;
    const struct parameters *parameters;
    const struct interface *interface;
    struct web_response *response;
    struct bytes *out;    /* the response's body */
    struct bytes scratch; /* cleared by page_clear_scratch */
    struct error *log;
};

/* Empties the scratch run; if memory ran out for it, that is the body's failure. */
void page_clear_scratch(struct page *page);

/* ---- pieces ---------------------------------------------------------------------------------- */

void put(struct page *page, const char *markup);
void put_text(struct page *page, struct slice text);      /* content of an element */
void put_isolated(struct page *page, struct slice text);  /* turns no text around it (U+202E) */
void put_attribute(struct page *page, struct slice text); /* between double quotes */
void put_number(struct page *page, uint64_t number);
void put_date(struct page *page, struct slice date); /* in the words of the interface */

/* A message, good as content and as attribute; with a number (which also chooses the form), or with
 * texts in its places. */
void put_message(struct page *page, enum message message);
void put_message_number(struct page *page, enum message message, uint64_t number);
void put_message_texts(struct page *page, enum message message, const struct slice texts[],
                       size_t count);

/* ---- addresses, good as attributes ----------------------------------------------------------- */

/* The address of results: "/?q=..." with these parameters. */
void put_results_address(struct page *page, const struct parameters *parameters);

/* The page of a passage, right at it, keeping what leads back to the same results. */
void put_passage_address(struct page *page, struct slice id);

/* The same with scheme and host, and without query, for feeds. */
void put_passage_origin(struct page *page, struct slice id);

/* Another path of the program: "/suggest". */
void put_path(struct page *page, const char *path);

/* Scheme, host and path of the program, for readers of feeds. */
void put_origin(struct page *page);

/* The parameters with one of them changed (empty: taken away), on the first page. */
struct parameters parameters_with(const struct parameters *parameters, enum parameter which,
                                  struct slice value);

/* Hidden fields that keep in a form what is given, but for `fields`, which the form has. */
void put_hidden_fields(struct page *page, const enum parameter fields[], size_t count);

/* lang="..." for text in that language. */
void put_language(struct page *page, const struct language *language);

/* A text with its marks; returns the set of match kinds (bits) that it shows. Marks that only a
 * space keeps apart are one mark. */
unsigned put_marked(struct page *page, struct marked_text marked);

/* What is said about a text in a line; each may be empty. */
struct about {
    struct slice source, author, date, rest;
};
void put_about(struct page *page, const struct about *about);

/* ---- frame ----------------------------------------------------------------------------------- */

struct page_frame {
    struct slice title; /* before the site's name; empty: the name alone */
    const char *class;  /* of the body: "home", "nothing" for a page without results, or "" */
    bool feed;          /* the same results exist as a feed */
};

/* Head of the page up to <main>, and what follows it. Sets type and language of the response. */
void page_begin(struct page *page, const struct page_frame *frame);
void page_end(struct page *page);

/* The search field, in its form; `focused`: typing goes there at once. */
void put_field(struct page *page, bool focused);

/* The wave that is the logo of the site. */
void put_logo(struct page *page);

/* ---- kinds of pages; each fills page->response ----------------------------------------------- */

void answer_search(struct page *page);      /* first page and results, in all formats */
void answer_passage(struct page *page);     /* one passage among its neighbours */
void answer_suggestions(struct page *page); /* OpenSearch suggestions, JSON */
void answer_description(struct page *page); /* OpenSearch description, XML */

/* Refuses: status and message with texts in its places. The page is begun anew, in the format asked
 * for. */
void answer_refusal(struct page *page, unsigned status, enum message message,
                    const struct slice texts[], size_t count);

/* Refuses for a failure of the search; details go to the log. */
void answer_failure(struct page *page, const struct error *error);

/* The results, each format in a file of its own. `answer` has one result more than a page where
 * another page follows. */
struct facets;
void write_results(struct page *page, const struct search_answer *answer,
                   const struct facets *facets);
void write_filters(struct page *page, const struct facets *facets, enum search_sort sort);
void write_feed(struct page *page, const struct search_answer *answer);

/* ---- page_request.c -------------------------------------------------------------------------- */

/* Whether the parameters ask for results: else there is nothing but the first page. */
bool page_asks(const struct page *page, const struct parameters *parameters);

/* The search that the parameters ask for. */
struct search_request page_request(const struct page *page, const struct parameters *parameters);

/* Number of the page, results on a page. */
uint32_t page_number(const struct page *page);
uint32_t page_size(const struct page *page);

#endif
