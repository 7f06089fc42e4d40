/* analysis.h - text to terms: the one pipeline that documents, queries and highlights go through.
 *
 *     words (UAX #29) -> normalised forms -> stems of the language, numbers, dates
 *
 * Each term knows the bytes it came from, so what was matched is what is marked.
 *
 * Terms are byte strings in spaces that do not meet:
 *     CODE + stem      "idnegara" "enturbin" "ruветрян": a stem in the space of its language;
 *                      "xxbozor": a word as it stands, of text in none of our languages
 *     "#" + value      a quantity: "#70200000000 USD" "#65 %" "#17."
 *     "@" + date       "@2025-06-17" "@2025-06" "@06-17"
 *     "~" + key        a name's key across alphabets (names.h)
 */
#ifndef ARAL_ANALYSIS_ANALYSIS_H
#define ARAL_ANALYSIS_ANALYSIS_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"

#include <stddef.h>
#include <stdint.h>

struct language;
struct analyzer;

/* Raised whenever the same text may give other terms: an index of another version is refused. */
#define ANALYSIS_VERSION 1

enum analysis_reason {
    ANALYSIS_DOCUMENT,
    ANALYSIS_QUERY,  /* the same terms */
    ANALYSIS_PREFIX, /* the last word is unfinished: its normalised form, not stemmed */
};

enum token_kind { TOKEN_STEM, TOKEN_NAME, TOKEN_NUMBER, TOKEN_DATE };

enum token_flag {
    TOKEN_FUNCTION_WORD = 1 << 0, /* a function word of the language */
    TOKEN_CAPITALISED = 1 << 1,
    TOKEN_MID_SENTENCE = 1 << 2, /* with the flag above: likely a name */
    TOKEN_PART = 1 << 3,         /* part of a compound that also stands as a whole */
    TOKEN_REPAIRED = 1 << 4,     /* letters of the wrong alphabet were repaired */
};

struct token {
    uint32_t start, end; /* bytes of the word in the analysed text */
    uint32_t position;   /* ordinal of the word, from 0; the parts of a compound count on, the
                            whole stands at the position of its first part */
    enum token_kind kind;
    unsigned flags;    /* set of enum token_flag */
    struct slice term; /* as above */
    struct slice form; /* the normalised word: two words are the same when these are */
};

struct token_list {
    const struct token *tokens; /* in order of start; several may share one word */
    size_t count;
    uint32_t positions; /* words in the text: one more than the last position */
};

/* Scratch memory and a cache of words already analysed; one per thread. NULL: no memory. */
struct analyzer *analyzer_new(struct error *error);
void analyzer_free(struct analyzer *analyzer);

/* Analyses UTF-8 `text` (invalid bytes are word breaks) in `language`. The list and all its slices
 * live until the next call on this analyzer. At most UINT32_MAX bytes. O(length); nothing is
 * allocated per token. */
bool analyzer_run(struct analyzer *analyzer, struct slice text, const struct language *language,
                  enum analysis_reason reason, struct token_list *tokens, struct error *error);

#endif
