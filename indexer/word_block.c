#include "indexer/word_block.h"

#include "corpus/base/utf8.h"
#include "corpus/base/varint.h"

/* Before each word: how many letters it shares, how many follow. Its count comes behind these. */
enum { HEAD_BYTES = 2 };

struct slice word_block_key(struct slice word) {
    size_t characters = 0, length = 0;
    bool is_name = word.length > 0 && *word.data == VOCABULARY_NAME;
    size_t most = WORD_BLOCK_CHARACTERS + (size_t)is_name;
    while (length < word.length) {
        if (!utf8_continues(word.data[length]) && characters++ == most) {
            break;
        }
        length++;
    }
    return slice_of(word.data, length);
}

void word_block_append(struct bytes *block, struct slice previous, struct slice word,
                       uint64_t count) {
    size_t shared = 0;
    while (shared < word.length && shared < previous.length &&
           word.data[shared] == previous.data[shared]) {
        shared++;
    }
    bytes_append_byte(block, (char)shared);
    bytes_append_byte(block, (char)(word.length - shared));
    bytes_append(block, word.data + shared, word.length - shared);
    varint_append(block, count);
}

void word_block_begin(struct word_block *block, struct slice key, struct slice bytes) {
    block->rest = bytes;
    block->length = key.length < sizeof block->word ? key.length : sizeof block->word;
    memcpy(block->word, key.data, block->length);
}

bool word_block_next(struct word_block *block, uint64_t *count, struct error *error) {
    const unsigned char *head = (const unsigned char *)block->rest.data;
    size_t left = block->rest.length;
    *count = 0;
    if (left == 0) {
        return true;
    }
    bool whole = left >= HEAD_BYTES && head[0] <= block->length && head[1] <= left - HEAD_BYTES &&
                 head[0] + head[1] <= VOCABULARY_NAME_BYTES;
    if (whole) {
        size_t read = HEAD_BYTES + (size_t)head[1];
        memcpy(block->word + head[0], head + HEAD_BYTES, head[1]);
        block->length = (size_t)head[0] + head[1];
        block->rest = slice_of(block->rest.data + read, left - read);
        whole = varint_take(&block->rest, count) && *count > 0;
    }
    return whole || error_set(error, ERROR_CORRUPT, "a block of the vocabulary is damaged");
}
