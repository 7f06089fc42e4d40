/* copies.h - whether a passage that looks like a copy of another tells the same.
 *
 * The hashes of the index (schema.h: copy_hash) say which passages share most of their words. So do
 * two accidents told in the words of every accident. What tells them apart is where one has a
 * number or a name and the other has another, between words that both have. What only one of them
 * has (a date line, an agency, one more sentence) says nothing against a copy, nor do different
 * date lines before the text or signatures behind it. */
#ifndef ARAL_SEARCHER_COPIES_H
#define ARAL_SEARCHER_COPIES_H

#include "corpus/analysis/analysis.h"
#include "corpus/base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The most words, of both passages together, that may stand between words that both have. */
#define COPY_GAP_WORDS 64

/* The most words of a date line, which stands before the text and is no part of it. */
#define COPY_DATE_LINE_WORDS 12

/* In texts of fewer words one that is left out or replaced says too much: only what is before and
 * behind the text may differ. */
#define COPY_WORDS_ALIKE 30

/* Of two passages that differ in so few words in a place, one that has "not" there says the
 * opposite. */
#define COPY_NEGATION_WORDS 4

/* A copy may have one other name for every COPY_WORDS_PER_NAME words: of the agency that was told,
 * or corrected. In a short report a name is what it is about, and so is in any one that the title
 * has, where the other's title has the other name. */
#define COPY_WORDS_PER_NAME 100

struct copy_word {
    uint32_t hash;   /* of its form */
    uint32_t key;    /* hash of a name's key, which other spellings share; 0: none */
    uint32_t number; /* hash of the number or date that it says or is part of; 0: none */
    bool name;
    bool capital;
    bool negation;
    bool apart; /* more than spaces, commas and colons stand before it, or nothing */
};

/* The words of a passage, and of its article's title, where that is known. {0}: not read. */
struct copy_text {
    const struct copy_word *words, *title;
    size_t count, title_count;
};

/* Reads what analysis made of a text; the words live in the arena. NULL in `words`: no memory.
 * O(length). */
struct copy_text copy_text_read(struct slice text, const struct token_list *list,
                                struct arena *arena);

/* Whether two texts are equal word by word; or share, in order, two thirds of the words of the
 * longer one, and between these differ in no number, no negation, no name of their titles, and in
 * no more names than COPY_WORDS_PER_NAME lets them. O(length) where the texts are alike, and soon
 * done where they are not; COPY_GAP_WORDS squared comparisons of words for each place where they
 * differ, at most. */
bool copy_texts_agree(struct copy_text a, struct copy_text b);

#endif
