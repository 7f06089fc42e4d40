/* site.h - the search box: a request in, a response out.
 *
 * The whole of aral.cgi but for the web server's protocol. One site per process, one request at a
 * time. The index is opened when first needed, and again after it failed; committed changes are
 * seen by the next request. */
#ifndef ARAL_SEARCHER_WEB_SITE_H
#define ARAL_SEARCHER_WEB_SITE_H

#include "searcher/search.h"
#include "searcher/web/config.h"
#include "searcher/web/request.h"
#include "searcher/web/response.h"

struct web_site {
    struct web_config config;
    struct error broken;       /* why the site has no usable configuration; ERROR_NONE: it has */
    struct searcher *searcher; /* NULL: not open */
    uint64_t places;           /* what the locations were when it was opened */
    uint64_t lexicons;         /* what their lexicons were then (searcher_lexicons) */
};

/* Sets the site up from the process's environment (config.h). What is wrong there is kept and
 * answered with 503, as there is nobody else to tell. */
void web_site_open(struct web_site *site, char *const *environment);
void web_site_close(struct web_site *site);

/* Opens the index at its latest revision, with the lexicons as they are. */
bool web_site_open_index(struct web_site *site, struct error *error);

/* Answers (routing.c). *response is filled anew (its memory reused); what the server's log should
 * hold, and the client should not see, goes to *log, ERROR_NONE where there is nothing to say. */
void web_site_answer(struct web_site *site, const struct web_request *request,
                     struct web_response *response, struct error *log);

#endif
