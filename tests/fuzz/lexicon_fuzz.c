/* Any bytes, opened as a lexicon, give translations that lie within them, or none. */
#include "corpus/analysis/analysis.h"
#include "corpus/base/hash.h"
#include "corpus/lexicon/format.h"
#include "corpus/lexicon/lexicon.h"
#include "tests/fuzz/fuzz.h"

#include <endian.h>
#include <sys/mman.h>
#include <unistd.h>

static void read_match(struct lexicon_match match) {
    struct translation translation;
    while (lexicon_next(&match, &translation)) {
        require(translation.words >= 1 && translation.words <= LEXICON_WORDS);
        require(translation.weight > 0 && translation.weight <= 1);
        /* Reads all of it: it must be readable. */
        struct bytes copy = {0};
        bytes_append_slice(&copy, translation.terms);
        require(copy.length > 2);
        bytes_free(&copy);
    }
}

/* The first byte is the number of buckets as a power of two; the header around the others is made
 * to fit, since its checksum would hide everything behind it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    struct lexicon_header header = {
        .version = htole32(LEXICON_VERSION),
        .analysis = htole32(ANALYSIS_VERSION),
        .size = htole64(sizeof header + size - 1),
        .buckets = htole32(1u << (data[0] & 7)),
    };
    memcpy(header.magic, LEXICON_MAGIC, sizeof header.magic);
    header.header_hash = htole64(hash_bytes(lexicon_header_hashed(&header)));
    int file = memfd_create("lexicon", 0);
    require(file >= 0 && write(file, &header, sizeof header) == (ssize_t)sizeof header);
    require(size == 1 || write(file, data + 1, size - 1) == (ssize_t)(size - 1));
    struct bytes path = {0};
    bytes_append_format(&path, "/proc/self/fd/%d", file);
    struct error error = {0};
    struct lexicon *lexicon = lexicon_open(bytes_string(&path), &error);
    for (size_t place = 0; lexicon && place < lexicon_slots(lexicon); place++) {
        struct slice key;
        struct lexicon_match match;
        if (lexicon_get(lexicon, place, &key, &match)) {
            struct lexicon_word words[] = {{.term = key, .form = key}, {.term = key, .form = key}};
            read_match(match);
            if (lexicon_find(lexicon, words, 2, &match)) {
                read_match(match);
            }
        }
    }
    lexicon_close(lexicon);
    bytes_free(&path);
    close(file);
    return 0;
}
