/* Languages are told apart by words: each word of the text is evidence for or against each language
 * that is written in its script, and the evidence is added up. */
#include "corpus/languages/identify.h"

#include "corpus/dictionary/dictionary.h"
#include "corpus/dictionary/layout.h"
#include "corpus/languages/identify_table.h"
#include "corpus/languages/stemmer.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/cyrillic.h"
#include "corpus/unicode/properties.h"

#include <math.h>
#include <utf8proc.h>

/* A paragraph is decided by its first words; more is looked at only where they leave doubt. */
enum { BYTES_LOOKED_AT = 2048, LONGEST_WORD = 64, SHORTEST_DICTIONARY_WORD = 3 };

/* Logarithms of how much likelier each kind of word is in text of the language than in that of its
 * neighbours, rounded. Function words make up 30 to 50 % of a text of the language and 0 to 15 % of
 * one of another; words of the dictionary 15 to 40 and 5 to 30 %; the others' small words 0.3 and
 * 15 to 25 %. */
static const double WEIGHT_FUNCTION = 1.5;
static const double WEIGHT_SHARED = 0.5; /* a function word that a neighbour has too */
static const double WEIGHT_DICTIONARY = 0.8;
static const double WEIGHT_CAPITALISED = 0.2; /* of the dictionary, but perhaps a name here */
static const double WEIGHT_UNKNOWN = -0.7;
static const double WEIGHT_SISTER = -2; /* unknown here, a function word of another of ours */
static const double WEIGHT_FOREIGN = -3;
static const double WEIGHT_TWIN = -8;          /* of a language that most other words are in, too */
static const double WEIGHT_LETTER = -3;        /* a letter that the alphabet has not */
static const double WEIGHT_LETTER_NAME = -1.5; /* in a name, which may keep its spelling */
static const double WEIGHT_SCRIPT = -1;        /* no name, and in the script of another of ours */

/* What the claim of a source weighs: as much as two function words. */
static const double WEIGHT_CLAIM = 3;

/* Enough to stop looking. */
static const double CERTAIN = 12;

/* Below this, all words are looked at again, now with their endings. */
static const double DOUBTFUL = 3;

struct evidence {
    double score[IDENTIFY_LANGUAGES_MOST];
    size_t words[SCRIPT_OTHER + 1];
    size_t plain[SCRIPT_OTHER + 1]; /* of them no names */
};

struct word {
    char text[LONGEST_WORD]; /* in lower case, е for ё, ' for any apostrophe */
    size_t length;
    uint32_t hash;      /* dictionary_hash */
    uint32_t alphabets; /* set of the languages that have all its letters */
    enum script script; /* of its first letter */
    bool name;          /* has a capital ("iPhone"), and not for beginning the text */
};

static enum script script_of(utf8proc_int32_t c) {
    if (!category_is_letter(utf8proc_category(c))) {
        return SCRIPT_NONE;
    }
    if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00)) {
        return SCRIPT_LATIN;
    }
    return code_point_is_cyrillic((uint32_t)c) ? SCRIPT_CYRILLIC : SCRIPT_OTHER;
}

/* A character of the text. */
struct character {
    utf8proc_int32_t lower; /* its lower case, е for ё, ' for any apostrophe */
    size_t length;          /* bytes */
    enum script script;
    bool joins;   /* no letter, but does not end a word */
    bool capital; /* a letter */
};

static struct character read_character(struct slice text, size_t at) {
    unsigned char byte = (unsigned char)text.data[at];
    if (byte < 0x80) {
        unsigned char lower = byte | 0x20;
        bool letter = lower >= 'a' && lower <= 'z';
        return (struct character){letter ? lower : byte, 1, letter ? SCRIPT_LATIN : SCRIPT_NONE,
                                  byte == '\'', letter && byte != lower};
    }
    size_t next;
    uint32_t code = code_point_at(text, at, &next);
    if (code == CODE_POINT_INVALID) {
        return (struct character){0xFFFD, 1, SCRIPT_NONE, false, false};
    }
    utf8proc_int32_t c = (utf8proc_int32_t)code;
    size_t taken = next - at;
    if (c == 0x2019 || c == 0x2bb || c == 0x2bc) {
        return (struct character){'\'', taken, SCRIPT_NONE, true, false};
    }
    if (c >= 0x410 && c < 0x450) {
        bool capital = c < 0x430;
        return (struct character){capital ? c + 0x20 : c, taken, SCRIPT_CYRILLIC, false, capital};
    }
    utf8proc_int32_t lower = utf8proc_tolower(c);
    enum script script = script_of(c);
    return (struct character){lower == 0x451 ? 0x435 : lower, taken, script,
                              script == SCRIPT_NONE && utf8proc_category(c) == UTF8PROC_CATEGORY_MN,
                              script != SCRIPT_NONE && lower != c};
}

/* Reads the next word behind *at; false where there is none. */
static bool next_word(struct slice text, size_t *at, struct word *word) {
    word->length = 0;
    word->alphabets = UINT32_MAX;
    word->name = false;
    while (*at < text.length) {
        struct character c = read_character(text, *at);
        if (c.script == SCRIPT_NONE && word->length > 0 && !c.joins) {
            return true;
        }
        if (c.script != SCRIPT_NONE && word->length == 0) {
            word->script = c.script;
        }
        word->name |= c.capital && *at > 0;
        *at += c.length;
        bool kept = c.script != SCRIPT_NONE || (c.lower == '\'' && word->length > 0);
        if (kept && word->length + 4 <= sizeof word->text) {
            word->length += code_point_write((uint32_t)c.lower, word->text + word->length);
            word->alphabets &= c.lower == '\''              ? UINT32_MAX
                               : c.lower < IDENTIFY_LETTERS ? identify_letters[c.lower]
                                                            : identify_any_letter;
        }
    }
    return word->length > 0;
}

static const struct identify_word *find_small_word(struct slice word, uint32_t hash) {
    uint32_t slot = hash & (identify_words_size - 1);
    while (identify_words[slot].word) {
        if (slice_equal(word, slice_of(identify_words[slot].word, identify_words[slot].length))) {
            return &identify_words[slot];
        }
        slot = (slot + 1) & (identify_words_size - 1);
    }
    return NULL;
}

static bool ends_like(struct slice word, const char *const *endings) {
    while (*endings && !form_ends_in(word, *endings)) {
        endings++;
    }
    return *endings;
}

/* Words as the dictionary lists them are found fast; `thorough` asks for forms of them as well. */
static bool is_known(const struct word *text_word, const struct language *language, bool thorough) {
    struct slice form = slice_of(text_word->text, text_word->length);
    struct dictionary_word word;
    if (form.length < SHORTEST_DICTIONARY_WORD) {
        return false;
    }
    return (language->dictionary &&
            dictionary_find_hashed(language->dictionary, form, text_word->hash, &word) &&
            !word.name) ||
           (thorough && language->knows && language->knows(form));
}

static double weigh(const struct word *word, const struct identify_word *small, size_t number,
                    const struct language *language, bool thorough) {
    struct slice form = slice_of(word->text, word->length);
    if (small && small->function_word_of >> number & 1) {
        return small->foreign_to >> number & 1 ? WEIGHT_SHARED : WEIGHT_FUNCTION;
    }
    double weight = word->alphabets >> number & 1 ? 0
                    : word->name                  ? WEIGHT_LETTER_NAME
                                                  : WEIGHT_LETTER;
    if (small && (small->foreign_to | small->twin_of) >> number & 1) {
        return word->name                     ? weight
               : small->twin_of >> number & 1 ? weight + WEIGHT_TWIN
                                              : weight + WEIGHT_FOREIGN;
    }
    bool known = is_known(word, language, thorough) ||
                 (language->endings && ends_like(form, language->endings));
    if (small && small->function_word_of && !word->name) {
        return known ? weight : weight + WEIGHT_SISTER;
    }
    if (known) {
        return weight + (word->name ? WEIGHT_CAPITALISED : WEIGHT_DICTIONARY);
    }
    return word->name ? weight : weight + WEIGHT_UNKNOWN;
}

static void count_word(struct evidence *evidence, const struct word *word) {
    evidence->words[word->script]++;
    evidence->plain[word->script] += !word->name;
}

static void add_evidence(struct evidence *evidence, struct word *word, bool thorough) {
    word->hash = dictionary_hash(word->text, word->length);
    const struct identify_word *small =
        find_small_word(slice_of(word->text, word->length), word->hash);
    count_word(evidence, word);
    for (size_t i = 0; i < language_count(); i++) {
        if (language_at(i)->script == word->script) {
            evidence->score[i] += weigh(word, small, i, language_at(i), thorough);
        } else if (!word->name && word->script != SCRIPT_OTHER) {
            evidence->score[i] += WEIGHT_SCRIPT;
        }
    }
}

/* The language with the highest score of those whose script was seen, or NULL; *lead is how far it
 * is above the next and above nothing. */
static const struct language *find_best(const struct evidence *evidence, double *best,
                                        double *lead) {
    const struct language *language = NULL;
    double second = 0;
    for (size_t i = 0; i < language_count(); i++) {
        double score = evidence->score[i];
        if (!evidence->words[language_at(i)->script]) {
            continue;
        }
        if (!language || score > *best) {
            second = language && *best > second ? *best : second;
            *best = score;
            language = language_at(i);
        } else if (score > second) {
            second = score;
        }
    }
    *lead = language ? *best - second : 0;
    return language;
}

static bool is_large_share(const size_t words[], enum script script) {
    size_t all = words[SCRIPT_LATIN] + words[SCRIPT_CYRILLIC] + words[SCRIPT_OTHER];
    return words[script] > 0 && 5 * words[script] >= 2 * all;
}

/* Whether the text is in that script for the most part, but for quotations and names in others, of
 * which there may be many ("Обзор Samsung Galaxy"). */
static bool is_written_in(const struct evidence *evidence, enum script script) {
    return is_large_share(evidence->words, script) || is_large_share(evidence->plain, script);
}

static void add_claim(struct evidence *evidence, struct slice claimed) {
    for (size_t i = 0; claimed.length && i < language_count(); i++) {
        const struct language *language = language_at(i);
        bool same = slice_equal(claimed, slice_of_string(language->code));
        if (evidence->words[language->script]) {
            evidence->score[i] += same ? WEIGHT_CLAIM : -WEIGHT_CLAIM;
        }
    }
}

/* Adds up what the words of the text and the claim say; the result as by find_best, NULL where no
 * language is likelier than others are. */
static const struct language *judge(struct slice text, struct slice claimed, bool thorough,
                                    double *lead) {
    struct evidence evidence = {0};
    struct word word;
    double best = 0;
    *lead = 0;
    for (size_t at = 0; *lead < CERTAIN && next_word(text, &at, &word);) {
        add_evidence(&evidence, &word, thorough);
        find_best(&evidence, &best, lead);
    }
    add_claim(&evidence, claimed);
    const struct language *language = find_best(&evidence, &best, lead);
    if (language && best > 0 && is_written_in(&evidence, language->script)) {
        return language;
    }
    /* No word in a script that none of ours has could be in one of them. */
    double strange = is_large_share(evidence.words, SCRIPT_OTHER)
                         ? -WEIGHT_LETTER * (double)evidence.words[SCRIPT_OTHER]
                         : 0;
    *lead = fmax(strange, language ? fabs(best) : 0);
    return NULL;
}

const struct language *language_identify(struct slice text, struct slice claimed,
                                         double *confidence) {
    double lead;
    text.length = text.length < BYTES_LOOKED_AT ? text.length : BYTES_LOOKED_AT;
    const struct language *language = judge(text, claimed, false, &lead);
    if (!language || lead < DOUBTFUL) {
        language = judge(text, claimed, true, &lead);
    }
    if (confidence) {
        /* The words of a text are no independent witnesses: half of what they say is believed. */
        *confidence = 1 / (1 + exp(-lead / 2));
    }
    return language ? language : language_other();
}

bool language_may_write(const struct language *language, struct slice text) {
    struct evidence evidence = {0};
    struct word word;
    text.length = text.length < BYTES_LOOKED_AT ? text.length : BYTES_LOOKED_AT;
    for (size_t at = 0; next_word(text, &at, &word);) {
        count_word(&evidence, &word);
    }
    return language->script == SCRIPT_NONE || is_written_in(&evidence, language->script);
}
