#include "indexer/seen.h"

#include "corpus/base/bytes.h"
#include "indexer/schema.h"

bool seen_add(struct seen *seen, struct slice id, struct error *error) {
    struct bytes key = {0};
    schema_article_key(id, &key);
    bool noted = !key.failed && map_insert(seen->articles, bytes_slice(&key), NULL);
    bytes_free(&key);
    return noted ? true : error_set_memory(error);
}

bool seen_has(const struct seen *seen, struct slice id) {
    struct bytes key = {0};
    schema_article_key(id, &key);
    /* Without memory for the key: as if it had been seen, so that nothing is removed by mistake. */
    bool found = key.failed || map_find(seen->articles, bytes_slice(&key));
    bytes_free(&key);
    return found;
}
