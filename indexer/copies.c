/* What passages may be copies: schema.h says how it is told. */
#include "corpus/analysis/analysis.h"
#include "corpus/base/hash.h"
#include "indexer/schema.h"

/* Bits of a hash that tell whether a pair was there before: a set that is wrong about few of the
 * some hundred pairs of a passage, and the same way whenever it meets them. */
#define SEEN_BITS 12

/* Pairs are counted by bit in bytes, eight in a word, as long as none can overflow. */
enum { LANES = COPY_BITS / 8, LANE_MOST = UINT8_MAX };

struct sketch {
    uint64_t seen[1 << SEEN_BITS >> 6];
    uint64_t lanes[LANES]; /* byte b of number n: pairs with bit 8 * n + b since the last spill */
    uint32_t in_lanes;     /* pairs since then */
    uint32_t sums[COPY_BITS]; /* pairs with that bit, but for those in lanes */
    uint32_t total;           /* pairs */
    uint64_t sequence;        /* hash of the words in order */
    uint64_t last;            /* of the last word */
    size_t words;
};

static bool is_new(struct sketch *sketch, uint64_t pair) {
    uint64_t *seen = &sketch->seen[pair >> (64 - SEEN_BITS) >> 6];
    uint64_t bit = (uint64_t)1 << (pair >> (64 - SEEN_BITS) & 63);
    bool is_new = !(*seen & bit);
    *seen |= bit;
    return is_new;
}

static void spill_lanes(struct sketch *sketch) {
    for (unsigned bit = 0; bit < COPY_BITS; bit++) {
        sketch->sums[bit] += (uint8_t)(sketch->lanes[bit / 8] >> bit % 8 * 8);
    }
    memset(sketch->lanes, 0, sizeof sketch->lanes);
    sketch->in_lanes = 0;
}

/* Each byte of the result is one bit of `byte`, the first byte the lowest bit. */
static uint64_t spread_bits(uint8_t byte) {
    uint64_t bits = byte * UINT64_C(0x0101010101010101) & UINT64_C(0x8040201008040201);
    return (bits + UINT64_C(0x7F7F7F7F7F7F7F7F)) >> 7 & UINT64_C(0x0101010101010101);
}

static void add_pair(struct sketch *sketch, uint64_t pair) {
    if (sketch->in_lanes == LANE_MOST) {
        spill_lanes(sketch);
    }
    for (unsigned lane = 0; lane < LANES; lane++) {
        sketch->lanes[lane] += spread_bits((uint8_t)(pair >> 8 * lane));
    }
    sketch->in_lanes++;
    sketch->total++;
}

static void add_word(struct sketch *sketch, struct slice word) {
    uint64_t pair = hash_bytes_seeded(word, sketch->last);
    if (is_new(sketch, pair)) {
        add_pair(sketch, pair);
    }
    sketch->sequence = hash_bytes_seeded(word, sketch->sequence);
    sketch->last = hash_bytes(word);
    sketch->words++;
}

uint64_t copy_hash(const struct token_list *list) {
    struct sketch sketch = {0};
    uint32_t end = 0; /* of the last word: its parts, and amounts and dates it is in, say no more */
    for (size_t i = 0; i < list->count; i++) {
        const struct token *token = &list->tokens[i];
        if (token->start >= end) {
            add_word(&sketch, token->form);
            end = token->end;
        }
    }
    if (sketch.words < COPY_WORDS_LEAST) {
        return sketch.sequence;
    }
    uint64_t hash = 0;
    spill_lanes(&sketch);
    for (unsigned bit = 0; bit < COPY_BITS; bit++) {
        hash |= (uint64_t)(sketch.sums[bit] > sketch.total / 2) << bit;
    }
    return hash;
}

bool copy_hashes_near(uint64_t a, uint64_t b) {
    uint64_t differing = a ^ b;
    unsigned distance = 0;
    while (differing && distance <= COPY_DISTANCE) {
        differing &= differing - 1;
        distance++;
    }
    return distance <= COPY_DISTANCE;
}
