#include "searcher/web/site.h"

#include "corpus/base/hash.h"

#include <sys/stat.h>

/* The longest wait for one answer of an index server. */
#define SERVER_TIMEOUT_MS 2000

void web_site_open(struct web_site *site, char *const *environment) {
    *site = (struct web_site){0};
    web_config_read(request_variable(environment, "ARAL_CONFIG"),
                    request_variable(environment, "ARAL_INDEX"), &site->config, &site->broken);
    if (site->broken.kind == ERROR_NONE && site->config.location_count == 0) {
        error_set(&site->broken, ERROR_USAGE,
                  "no index is named: set ARAL_INDEX, or index in the file ARAL_CONFIG names");
    }
}

void web_site_close(struct web_site *site) {
    searcher_close(site->searcher);
    web_config_free(&site->config);
    *site = (struct web_site){0};
}

static uint64_t hash_place(const char *path, uint64_t hash) {
    struct stat place;
    if (stat(path, &place) != 0) {
        return hash;
    }
    /* A directory changes with each commit, which a reader does see. */
    bool file = S_ISREG(place.st_mode);
    uint64_t identity[] = {
        (uint64_t)place.st_dev, (uint64_t)place.st_ino, file ? (uint64_t)place.st_size : 0,
        file ? (uint64_t)place.st_mtim.tv_sec : 0, file ? (uint64_t)place.st_mtim.tv_nsec : 0};
    return hash_bytes_seeded(slice_of((const char *)identity, sizeof identity), hash);
}

/* Which directories and files the locations are, and what a stub file says: another hash after one
 * was replaced as a whole, which a reader that has it open does not see. */
static uint64_t hash_places(const struct web_config *config) {
    uint64_t hash = 0;
    for (size_t i = 0; i < config->location_count; i++) {
        struct bytes stub = {0}; /* a directory may have one instead of an index */
        bytes_append_format(&stub, "%s/XAPIANDB", config->locations[i]);
        const char *path = bytes_string(&stub);
        hash = hash_place(config->locations[i], hash);
        hash = path ? hash_place(path, hash) : hash;
        bytes_free(&stub);
    }
    return hash;
}

bool web_site_open_index(struct web_site *site, struct error *error) {
    if (site->broken.kind != ERROR_NONE) {
        return error_pass(error, &site->broken);
    }
    uint64_t places = hash_places(&site->config);
    uint64_t lexicons = searcher_lexicons(site->config.locations, site->config.location_count);
    if (site->searcher && (places != site->places || lexicons != site->lexicons ||
                           !searcher_reopen(site->searcher, &(struct error){0}))) {
        searcher_close(site->searcher);
        site->searcher = NULL;
    }
    if (!site->searcher) {
        site->places = places;
        site->lexicons = lexicons;
        site->searcher =
            searcher_open(site->config.locations, site->config.location_count,
                          (struct searcher_options){.timeout_ms = SERVER_TIMEOUT_MS}, error);
    }
    return site->searcher != NULL;
}
