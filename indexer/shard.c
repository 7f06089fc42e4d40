#include "indexer/shard.h"

#include "corpus/base/hash.h"

#include <errno.h>
#include <stdlib.h>

/* A number from 1 to SHARDS_MAX; *end is set behind it. 0 where there is none. */
static uint32_t read_number(const char *text, char **end) {
    errno = 0;
    unsigned long number = *text >= '0' && *text <= '9' ? strtoul(text, end, 10) : 0;
    return errno || number > SHARDS_MAX ? 0 : (uint32_t)number;
}

bool shard_parse(const char *text, struct shard *shard, struct error *error) {
    char *end = NULL;
    uint32_t number = read_number(text, &end);
    uint32_t count = number > 0 && *end == '/' ? read_number(end + 1, &end) : 0;
    if (count == 0 || *end || number > count) {
        return error_set(error, ERROR_USAGE,
                         "--shard is a number and how many there are, such as 2/8, not \"%s\"; at "
                         "most %d",
                         text, SHARDS_MAX);
    }
    *shard = (struct shard){number, count};
    return true;
}

bool shard_has(struct shard shard, struct slice id) {
    return shard.count < 2 || hash_bytes(id) % shard.count == shard.number - 1;
}
