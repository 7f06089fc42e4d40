/* word_block.h - words that begin alike, in their order, as the bytes of one document.
 *
 * A block has all words of one key, their first WORD_BLOCK_CHARACTERS characters (of names one
 * more, for the sign that they begin with), each as what follows the letters that it shares with
 * the one before. Shorter words have themselves for key, so that blocks are in the order of their
 * words. */
#ifndef ARAL_INDEXER_WORD_BLOCK_H
#define ARAL_INDEXER_WORD_BLOCK_H

#include "indexer/schema.h"

/* With 266,913 words of three languages, blocks of 2, 3 and 4 characters are 1,965, 12,726 and
 * 41,841; the one that a word is in has 2,088, 378 and 71 words on average. */
enum { WORD_BLOCK_CHARACTERS = 3 };

/* The first of the word's bytes. */
struct slice word_block_key(struct slice word);

/* Appends a word, at most VOCABULARY_NAME_BYTES long, that `count` articles have, at least
 * one; `previous` is the one appended before it, at first the block's key. */
void word_block_append(struct bytes *block, struct slice previous, struct slice word,
                       uint64_t count);

/* What is left to read of a block. */
struct word_block {
    struct slice rest;
    size_t length; /* of the word read last; at first of the key, which `word` begins with */
    char word[VOCABULARY_NAME_BYTES];
};

void word_block_begin(struct word_block *block, struct slice key, struct slice bytes);

/* Reads the next word; *count is 0 behind the last. ERROR_CORRUPT for what is no block. */
bool word_block_next(struct word_block *block, uint64_t *count, struct error *error);

#endif
