#include "indexer/word_block.h"

/* Before each word's own letters: how many it shares, how many follow, its level. */
enum { HEAD_BYTES = 3 };

struct slice word_block_key(struct slice word) {
    size_t characters = 0, length = 0;
    while (length < word.length) {
        bool starts = ((unsigned char)word.data[length] & 0xC0) != 0x80;
        if (starts && characters++ == WORD_BLOCK_CHARACTERS) {
            break;
        }
        length++;
    }
    return slice_of(word.data, length);
}

void word_block_append(struct bytes *block, struct slice previous, struct slice word,
                       unsigned level) {
    size_t shared = 0;
    while (shared < word.length && shared < previous.length &&
           word.data[shared] == previous.data[shared]) {
        shared++;
    }
    bytes_append_byte(block, (char)shared);
    bytes_append_byte(block, (char)(word.length - shared));
    bytes_append_byte(block, (char)level);
    bytes_append(block, word.data + shared, word.length - shared);
}

void word_block_begin(struct word_block *block, struct slice key, struct slice bytes) {
    block->rest = bytes;
    block->length = key.length < sizeof block->word ? key.length : sizeof block->word;
    memcpy(block->word, key.data, block->length);
}

bool word_block_next(struct word_block *block, unsigned *level, struct error *error) {
    const unsigned char *head = (const unsigned char *)block->rest.data;
    size_t left = block->rest.length;
    *level = 0;
    if (left == 0) {
        return true;
    }
    if (left < HEAD_BYTES || head[0] > block->length || head[1] > left - HEAD_BYTES ||
        head[0] + head[1] > VOCABULARY_WORD_BYTES || head[2] == 0 || head[2] > VOCABULARY_LEVELS) {
        return error_set(error, ERROR_CORRUPT, "a block of the vocabulary is damaged");
    }
    memcpy(block->word + head[0], head + HEAD_BYTES, head[1]);
    block->length = (size_t)head[0] + head[1];
    *level = head[2];
    size_t read = HEAD_BYTES + (size_t)head[1];
    block->rest = slice_of(block->rest.data + read, left - read);
    return true;
}
