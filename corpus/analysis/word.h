/* word.h - a surface word, analysed: its tokens and what it means beside its neighbours.
 *
 * What is in here depends on nothing but the bytes of the word, the language and the context, so it
 * is made once and kept (word_cache.h). */
#ifndef ARAL_ANALYSIS_WORD_H
#define ARAL_ANALYSIS_WORD_H

#include "corpus/analysis/analysis.h"
#include "corpus/analysis/vocabulary.h"
#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"

#include <stdint.h>

/* What the text around a word says of it. */
enum word_context {
    CONTEXT_MID_SENTENCE = 1 << 0, /* no sentence begins here: a capital may be that of a name */
    CONTEXT_CAPITALS = 1 << 1,     /* all of the text is in capitals, so they mean nothing */
    CONTEXT_NUMERAL = 1 << 2,      /* what could also be a word is a Roman numeral (numerals.h) */
    CONTEXT_QUERY = 1 << 3,        /* a name may be typed in small letters */
};

enum mark_kind {
    MARK_NUMBER,
    MARK_WORD,     /* means something beside a number */
    MARK_COMPOUND, /* may be the first half of a word written apart */
};

/* A word, or a part of one, that may mean more together with the words beside it: a number, a unit,
 * the first half of a word written apart. */
struct mark {
    uint32_t start, end; /* bytes */
    uint32_t position;
    enum mark_kind kind;
    bool ordinal;
    bool decade;     /* an ordinal that names a decade: "90s" */
    bool of_century; /* a decade that is certainly one of the 20th century: "90-х" */
    bool spelled;    /* MARK_NUMBER: in letters */
    bool several;    /* MARK_WORD: more words may belong to it */
    const struct number_word *word; /* MARK_WORD; NULL where it only begins several */
    struct slice value;             /* MARK_NUMBER: canonical; MARK_COMPOUND: stem;
                                       MARK_WORD: form */
    size_t next_token;              /* index of the first token behind it; set when the word is
                                       taken into a text */
};

/* A word and all that it points to are one piece of memory. So what is read together lies together,
 * and a word can be copied as a whole. Offsets and positions in its tokens and marks count from the
 * start of the word. */
struct word {
    const struct vocabulary *vocabulary;
    const char *surface;
    const struct mark *marks;
    uint32_t length;
    uint32_t size; /* bytes of the whole piece */
    uint8_t context;
    bool abbreviation;    /* a full stop behind it ends no sentence */
    bool begins_compound; /* one of its marks is MARK_COMPOUND */
    uint8_t positions;    /* how many positions it takes in a text */
    uint8_t token_count, mark_count;
    struct token tokens[];
};

/* A copy in `arena`; NULL: no memory. */
const struct word *word_copy(const struct word *word, struct arena *arena);

#endif
