/* config.h - how the search box is set up: by the environment and one small file, never by a
 * request.
 *
 * $ARAL_CONFIG names the file; without it everything has its default. Lines are `key = value`;
 * empty lines and lines that start with # are skipped, and each key but `index` may be set once:
 *
 *     index = DIRECTORY | FILE | tcp://HOST:PORT   repeatable: searched as one; else $ARAL_INDEX
 *     name = Aral                     the site's name, in titles and on the first page
 *     origin = https://news.example/  where the articles are from: linked at the foot of pages
 *     address = https://s.example/    where clients find the search box, if a proxy hides it
 *     language = en                   of the page, for those who ask for none that it speaks
 *     query-bytes = 2000              the longest query
 *     results = 1000                  how far one can page
 *     time-limit = 2000               milliseconds for one search and the counts beside its filters
 *     retry-after = 10                seconds, told with 503
 */
#ifndef ARAL_SEARCHER_WEB_CONFIG_H
#define ARAL_SEARCHER_WEB_CONFIG_H

#include "corpus/base/bytes.h"
#include "searcher/web/interface.h"

#include <stdint.h>

/* The longest configuration file and the most index locations. */
#define CONFIG_BYTES_MOST 65536
#define CONFIG_LOCATIONS_MOST 64

struct web_config {
    const char *locations[CONFIG_LOCATIONS_MOST];
    size_t location_count; /* 0: nothing names an index */
    const char *name;
    const char *origin;  /* http or https; NULL: none */
    const char *address; /* the same, without a slash at its end; NULL: as the client sees it */
    const struct interface *interface;
    uint32_t query_bytes, results, time_ms, retry_after;
    struct bytes text; /* of the file: what the pointers above point into */
};

/* Reads the file `path` (NULL or empty: none); `index` is the location where the file names none
 * (may be NULL or empty). False with "FILE:LINE: reason"; *config then holds the defaults. */
bool web_config_read(const char *path, const char *index, struct web_config *config,
                     struct error *error);

void web_config_free(struct web_config *config);

#endif
