/* analysis.h - text to terms: the one pipeline that documents, queries and highlights go through.
 *
 *     words (UAX #29) -> normalised forms -> stems of the language, numbers, dates
 *
 * Each term knows the bytes it came from, so what was matched is what is marked.
 *
 * Terms are byte strings in spaces that do not meet:
 *     CODE + stem            "idnegara" "enturbin" "ruветр": a stem in the space of its language;
 *                            "xxbozor": a word as it stands, of text in none of our languages
 *                            "enwho.": a function word in capitals, WHO, which is an abbreviation
 *                            "eni.": I as a numeral, in "World War I"
 *     PREFIX_NUMBER + value  a number: "#70.2" "#2025"; an ordinal: "#17."; an amount:
 *                            "#70200000000 USD" "#65 %" "#5000000" "#100000000 W" "#-20 °C";
 *                            a fraction: "#2/3"; a time of day: "#14:30"
 *     PREFIX_DATE + date     "@2025-06-17" "@2025-06" "@06-17"
 *     PREFIX_NAME + key      a name's key across alphabets (names.h)
 *
 * What is a word: a word of UAX #29, or several tied by hyphens, '&' or '+', found whole and by its
 * parts. Hyphens and apostrophes are no part of a term (but between digits), so that "COVID-19"
 * meets "Covid19"; nor are the dots of "U.S.". Clitics behind an apostrophe or hyphen are no part
 * of the word. A capitalised word within a sentence, which may be a name, has its form as first
 * term, then its stem. Where that is one as a name and another as a word ("Газа", Gaza or of gas),
 * it has both, the likelier one last, unless capitals within a sentence or small letters in a text
 * show which is meant. Letters of the wrong alphabet in a word, and Cyrillic capitals that look
 * Latin in a word with digits or signs ("С+С5"), are replaced by those they look like; the latter
 * word is found as it was typed, too, since "АН-124" is an Ан-124.
 *
 * Numbers: every number is the term of its value, '.' before the fraction, no signs between groups,
 * no zeros at the end of a fraction; a whole number that begins with 0 keeps its zeros, and what is
 * no number to a reader ("192.168.1.1") is a word. Whether a lone sign before three digits parts
 * groups or a fraction is told by the language. An amount (magnitude, currency, percent or unit of
 * measure) is a second term, from its first byte to its last: the value multiplied out, then the
 * ISO 4217 code, '%' or the unit (measures.h); a temperature has its sign. A date has the terms of
 * its day, of its month, and of its day in any year; a range those of each day, as has a list. The
 * words and numbers of amounts and dates keep their own terms. A time of day has one term, of its
 * 24 hours; "14.30" is a number with decimals no more where words show that it is one
 * ("pukul 14.30"), and both where a comma is the decimal sign. A Roman numeral in capitals, below
 * forty, and an ordinal number
 * ("second", "двадцать вторая") are the term of their value besides being words; of letters alone,
 * and of digits that are ordinals ("abad 19"), see numerals.h.
 */
#ifndef ARAL_ANALYSIS_ANALYSIS_H
#define ARAL_ANALYSIS_ANALYSIS_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"
#include "corpus/languages/language.h"

#include <stddef.h>
#include <stdint.h>

#define PREFIX_NUMBER "#"
#define PREFIX_DATE "@"
#define PREFIX_NAME "~"

/* The last byte of the stem of a function word of which capitals make something else: an
 * abbreviation ("WHO"), a name ("Will"). */
#define ACRONYM_MARK '.'

struct arena;
struct outline_word;
struct term_sieve;
struct analyzer;

/* Raised whenever the same text may give other terms: an index of another version is refused. */
#define ANALYSIS_VERSION 22

/* What a text is analysed for. Where a word may be a name ("Газа", "Will"), a query has small
 * letters for names, too, but begins with none that is a function word. */
enum analysis_reason {
    ANALYSIS_DOCUMENT,
    ANALYSIS_QUERY,  /* else the same terms */
    ANALYSIS_PREFIX, /* the last word is unfinished: its normalised form, not stemmed */
};

enum token_kind { TOKEN_STEM, TOKEN_NAME, TOKEN_NUMBER, TOKEN_DATE };

enum token_flag {
    TOKEN_FUNCTION_WORD = 1 << 0, /* a function word of the language */
    TOKEN_CAPITALISED = 1 << 1,
    TOKEN_MID_SENTENCE = 1 << 2, /* with the flag above: likely a name */
    TOKEN_PART = 1 << 3,         /* part of a compound that also stands as a whole */
    TOKEN_REPAIRED = 1 << 4,     /* letters of the wrong alphabet were repaired */
    TOKEN_COMMON = 1 << 5,       /* TOKEN_NAME: also a word of the language that is no name */
    TOKEN_NEGATION = 1 << 6,     /* a function word that makes the opposite of what is beside it */
    TOKEN_SPELLED = 1 << 7,      /* says a number in letters ("two", "kedua") */
    TOKEN_PARTICLE = 1 << 8,     /* a function word that makes another word of a verb before it */
    TOKEN_AFFIX = 1 << 9,        /* with TOKEN_PART: the "ke" or "an" of "ke-NU-an" */
};

struct token {
    uint32_t start, end; /* bytes of the word in the analysed text */
    uint32_t position;   /* ordinal of the word, from 0; the parts of a compound count on, the
                            whole stands at the position of its first part, as do an amount, a date
                            and a word written apart ("kerja sama") */
    enum token_kind kind;
    unsigned flags;    /* set of enum token_flag */
    uint32_t place;    /* of the term in sieves (term_sieve.h) */
    struct slice term; /* as above */
    struct slice form; /* the normalised word: two words are the same when these are; of amounts,
                          dates and numbers in digits the term without its first byte */
};

struct token_list {
    const struct token *tokens; /* in order of start and of position; several may share one word */
    size_t count;
    uint32_t positions; /* words in the text: one more than the last position */
};

/* The stem in a term that begins with the code of a language. */
static inline struct slice term_stem(struct slice term) {
    return slice_from(term, LANGUAGE_CODE_BYTES);
}

static inline bool term_is_number(struct slice term) {
    return slice_starts_with(term, slice_of_string(PREFIX_NUMBER));
}

static inline bool term_is_date(struct slice term) {
    return slice_starts_with(term, slice_of_string(PREFIX_DATE));
}

static inline bool term_is_name(struct slice term) {
    return slice_starts_with(term, slice_of_string(PREFIX_NAME));
}

/* Of a stem: whether it is that of a function word of which capitals make something else. */
static inline bool term_is_abbreviation(struct slice term) {
    return term.length > 0 && term.data[term.length - 1] == ACRONYM_MARK;
}

/* Scratch memory and a cache of words already analysed, some 48 MB at most; one per thread. NULL:
 * no memory. */
struct analyzer *analyzer_new(struct error *error);
void analyzer_free(struct analyzer *analyzer);

/* Lets its cache take about so many bytes, where that is less. */
void analyzer_limit_cache(struct analyzer *analyzer, uint64_t bytes);

/* language.bare_form of a form: a part of it. */
struct slice analyzer_bare_form(struct analyzer *analyzer, const struct language *language,
                                struct slice form);

/* Analyses UTF-8 `text` (invalid bytes are word breaks) in `language`. The list and all its slices
 * live until the next call on this analyzer. At most UINT32_MAX bytes. O(length); nothing is
 * allocated per token. */
bool analyzer_run(struct analyzer *analyzer, struct slice text, const struct language *language,
                  enum analysis_reason reason, struct token_list *tokens, struct error *error);

/* Adds a term to those that a text is searched for. */
void analyzer_seek(struct analyzer *analyzer, struct term_sieve *sieve, struct slice term);

/* The words of a text that is searched for one query after another, kept from its third search on,
 * so that from the fourth on it is not read. {.arena = ...} at first: the arena holds them and must
 * live as long. */
struct text_outline {
    struct arena *arena;
    unsigned searches; /* that went by before words were kept */
    const struct outline_word *words;
    size_t count;
    uint64_t generation; /* of the analyzer's words; 0: none are kept */
};

/* A document's text to be searched. */
struct searched_text {
    struct slice text;
    const struct language *language;
    struct text_outline *outline; /* of this text in this language, by one analyzer; NULL: the text
                                     is not searched again */
};

/* Analyses a text for those who look for the terms in the sieve: the list has all tokens with these
 * terms, as analyzer_run makes them, and only some of the others. That takes a fraction of the
 * time. */
bool analyzer_search(struct analyzer *analyzer, const struct searched_text *searched,
                     const struct term_sieve *wanted, struct token_list *tokens,
                     struct error *error);

/* Writes the `number`th (from 0) stem that is related to `stem` in the language without being the
 * same word to `related` (LANGUAGE_STEM_BYTES of room); returns its length, 0 when there are no
 * more. */
size_t analyzer_related(struct analyzer *analyzer, const struct language *language,
                        struct slice stem, size_t number, char *related);

#endif
