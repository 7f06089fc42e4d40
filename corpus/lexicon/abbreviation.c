#include "corpus/lexicon/abbreviation.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/properties.h"

#include <string.h>

/* The fewest words of a phrase and letters of a syllable, and the longest abbreviation. */
enum { WORDS_LEAST = 2, SYLLABLE_LETTERS = 2, BYTES_MOST = 64 };

struct matching {
    const struct language *language;
    bool syllables; /* of each word, else initials */
};

/* A set of ways in which words of a phrase give the first letters of the abbreviation: bit n where
 * n of them, function words apart, give all of their letters (WORDS_LEAST: so many or more), and
 * bit WAYS + n where some give but a part. One by one the ways would be too many: "aaaaaa", of
 * words that begin with "aaa". */
enum { WAYS = WORDS_LEAST + 1, WHOLE = (1 << WAYS) - 1, NOTHING_GIVEN = 1 };

static unsigned with_part(unsigned ways) {
    return (ways & WHOLE) << WAYS | (ways & ~(unsigned)WHOLE);
}

static unsigned with_word(unsigned ways) {
    const unsigned most = 1 << WORDS_LEAST | 1 << (WAYS + WORDS_LEAST);
    return (ways & ~most) << 1 | (ways & most);
}

/* Takes the first word off a phrase, up to a blank or hyphen. */
static struct slice take_word(struct slice *phrase) {
    size_t length = 0;
    while (length < phrase->length && phrase->data[length] != ' ' && phrase->data[length] != '-') {
        length++;
    }
    struct slice word = slice_of(phrase->data, length);
    length += length < phrase->length;
    *phrase = slice_from(*phrase, length);
    return word;
}

/* What a word of the phrase may give: its first letters, `least` to `most` of them. */
struct giver {
    struct slice text;
    bool function; /* it may give none, and does not count */
    size_t least, most;
};

static struct giver giver_of(struct slice text, const struct matching *matching) {
    bool function = text.length == 0 || slice_is_listed(text, matching->language->function_words);
    return (struct giver){
        .text = text,
        .function = function,
        .least = matching->syllables && !function ? SYLLABLE_LETTERS : 1,
        .most = matching->syllables ? text.length : 1,
    };
}

/* Adds to `behind` the ways to go on from `ways` at byte `at` of the word. */
static void give_letters(const struct giver *giver, struct slice word, size_t at, unsigned ways,
                         unsigned *behind) {
    struct slice text = giver->text;
    if (giver->function) {
        behind[at] |= with_part(ways);
    }
    for (size_t letters = 1, given = 0, end; given < text.length && letters <= giver->most;
         letters++, given = end) {
        code_point_at(text, given, &end);
        if (at + end > word.length || memcmp(text.data, word.data + at, end) != 0) {
            return;
        }
        if (letters >= giver->least) {
            unsigned counted = giver->function ? ways : with_word(ways);
            behind[at + end] |= end < text.length ? with_part(counted) : counted;
        }
    }
}

static bool is_made_of(struct matching matching, struct slice word, struct slice phrase) {
    unsigned ways[BYTES_MOST + 1] = {NOTHING_GIVEN};
    while (phrase.length > 0) {
        unsigned behind[BYTES_MOST + 1] = {0};
        struct giver giver = giver_of(take_word(&phrase), &matching);
        for (size_t at = 0; at <= word.length; at++) {
            if (ways[at]) {
                give_letters(&giver, word, at, ways[at], behind);
            }
        }
        memcpy(ways, behind, sizeof ways);
    }
    return ways[word.length] >> (WAYS + WORDS_LEAST) & 1;
}

static bool has_word(struct slice phrase, struct slice word) {
    while (phrase.length > 0) {
        if (slice_equal(take_word(&phrase), word)) {
            return true;
        }
    }
    return false;
}

bool abbreviation_is_of(struct slice word, struct slice phrase, const struct language *language) {
    return word.length <= BYTES_MOST && !has_word(phrase, word) &&
           (is_made_of((struct matching){language, false}, word, phrase) ||
            is_made_of((struct matching){language, true}, word, phrase));
}
