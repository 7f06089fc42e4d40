#include "searcher/rank.h"

#include "corpus/base/ascii.h"
#include "corpus/names/names.h"
#include "corpus/unicode/properties.h"

#include <math.h>

const char *rank_part_name(enum rank_part part) {
    static const char *const names[RANK_PARTS] = {
        [RANK_PART_EXACT_FORM] = "exact form",
        [RANK_PART_LIKE_NAME] = "like name",
        [RANK_PART_LEAD] = "lead",
        [RANK_PART_ORDER] = "order",
        [RANK_PART_WINDOW] = "window",
        [RANK_PART_COVERAGE] = "coverage",
        [RANK_PART_LIKE_MEANING] = "like meaning",
        [RANK_PART_ANSWER] = "answer",
        [RANK_PART_ARTICLE] = "rest of the article",
    };
    return names[part];
}

static uint32_t word_of(const struct text_match *match, const struct occurrence *occurrence) {
    return match->reading->alternatives[occurrence->alternative].word;
}

static bool has_capital(const struct text_match *match, const struct occurrence *occurrence) {
    return unicode_capitals(slice_of(match->text.data + occurrence->start,
                                     occurrence->end - occurrence->start)) != CAPITALS_NONE;
}

/* ---- stretches of the text ------------------------------------------------------------------- */

/* Occurrences one behind the other, and what their words weigh together. */
struct stretch {
    const struct text_match *match;
    struct rank_word *words;
    size_t first, next;
    double weight;
};

static void stretch_take(struct stretch *stretch) {
    const struct occurrence *occurrence = &stretch->match->occurrences[stretch->next++];
    uint32_t word = word_of(stretch->match, occurrence);
    if (!occurrence->scattered && stretch->words[word].within++ == 0) {
        stretch->weight += stretch->match->reading->words[word].weight;
    }
}

static void stretch_drop(struct stretch *stretch) {
    const struct occurrence *occurrence = &stretch->match->occurrences[stretch->first++];
    uint32_t word = word_of(stretch->match, occurrence);
    if (!occurrence->scattered && --stretch->words[word].within == 0) {
        stretch->weight -= stretch->match->reading->words[word].weight;
    }
}

static void stretch_empty(struct stretch *stretch) {
    while (stretch->first < stretch->next) {
        stretch_drop(stretch);
    }
}

/* The weight of the heaviest set of words within RANK_WINDOW_WORDS. */
static double find_window(const struct text_match *match, struct rank_word *words) {
    struct stretch stretch = {match, words, 0, 0, 0};
    double best = 0;
    for (size_t i = 0; i < match->occurrence_count; i++) {
        stretch_take(&stretch);
        while (match->occurrences[i].position - match->occurrences[stretch.first].position >=
               RANK_WINDOW_WORDS) {
            stretch_drop(&stretch);
        }
        best = fmax(best, stretch.weight);
    }
    stretch_empty(&stretch);
    return best;
}

/* ---- answers --------------------------------------------------------------------------------- */

/* The first digit from `at` on, or `last`. Read from the text, since the tokens at hand are only
 * those that the query has (term_sieve.h); eight bytes at a time: those of digits are 3x. */
static size_t find_digit(struct slice text, size_t at, size_t last) {
    const uint64_t ones = UINT64_C(0x0101010101010101);
    for (; at + sizeof ones <= last; at += sizeof ones) {
        uint64_t bytes;
        memcpy(&bytes, text.data + at, sizeof bytes);
        bytes = (bytes & ones * 0xf0) ^ ones * 0x30;
        if ((bytes - ones) & ~bytes & ones * 0x80) {
            break;
        }
    }
    while (at < last && !ascii_is_digit(text.data[at])) {
        at++;
    }
    return at;
}

/* The byte behind the number at `at`. */
static size_t number_end(struct slice text, size_t at) {
    while (at < text.length && (ascii_is_digit(text.data[at]) ||
                                ((text.data[at] == '.' || text.data[at] == ',') &&
                                 at + 1 < text.length && ascii_is_digit(text.data[at + 1])))) {
        at++;
    }
    return at;
}

static enum answer_kind number_kind(struct slice number) {
    const char *digits = number.data;
    bool year = number.length == 4 &&
                (digits[0] == '1' || (digits[0] == '2' && digits[1] == '0')) &&
                ascii_is_digit(digits[1]) && ascii_is_digit(digits[2]);
    return year ? ANSWER_YEAR : ANSWER_NUMBER;
}

/* Whether a sentence ends with the byte, as far as its neighbours tell: not behind what is as short
 * as most abbreviations, nor before a number. */
static inline bool ends_sentence(struct slice text, size_t at) {
    const char *byte = text.data + at;
    if (*byte > '?' || *byte == ' ') { /* most */
        return false;
    }
    if (*byte != '.' && *byte != '!' && *byte != '?') {
        return *byte == '\n';
    }
    return at >= 3 && at + 2 < text.length && byte[1] == ' ' && !ascii_is_digit(byte[2]) &&
           byte[-1] != '.' && byte[-2] != '.' && byte[-2] != ' ' && byte[-3] != ' ';
}

/* The bytes from `start` to `end` and up to `reach` on both sides, as far as the sentence goes. */
static struct range widen(struct slice text, size_t start, size_t end, size_t reach) {
    size_t least = start > reach ? start - reach : 0;
    size_t most = text.length - end > reach ? end + reach : text.length;
    while (start > least && !ends_sentence(text, start - 1)) {
        start--;
    }
    while (end < most && !ends_sentence(text, end)) {
        end++;
    }
    return (struct range){(uint32_t)start, (uint32_t)end, MATCH_EXACT};
}

/* The weight of the heaviest set of words around something of the kind that is asked for.
 * O(bytes + occurrences + numbers * reach). */
static double find_answer(const struct text_match *match, struct rank_word *words) {
    enum answer_kind kind = match->reading->asks_for;
    size_t reach = kind == ANSWER_YEAR ? RANK_YEAR_BYTES : RANK_NUMBER_BYTES;
    const struct occurrence *occurrences = match->occurrences;
    size_t count = match->occurrence_count, own = 0;
    if (kind == ANSWER_NONE || kind == ANSWER_OTHER || count == 0) {
        return 0;
    }
    struct slice text = match->text;
    struct stretch stretch = {match, words, 0, 0, 0};
    double best = 0;
    size_t from = occurrences[0].start > reach ? occurrences[0].start - reach : 0;
    size_t last = occurrences[count - 1].end + reach;
    last = last < text.length ? last : text.length;
    for (size_t at = from, end; (at = find_digit(text, at, last)) < last; at = end) {
        end = number_end(text, at);
        while (own < count && occurrences[own].end <= at) {
            own++;
        }
        bool asked = own < count && occurrences[own].start < end;
        if (asked || number_kind(slice_of(text.data + at, end - at)) != kind) {
            continue;
        }
        struct range around = widen(text, at, end, reach);
        while (stretch.next < count && occurrences[stretch.next].start < around.end) {
            stretch_take(&stretch);
        }
        while (stretch.first < stretch.next && occurrences[stretch.first].end <= around.start) {
            stretch_drop(&stretch);
        }
        best = fmax(best, stretch.weight);
    }
    stretch_empty(&stretch);
    return best;
}

/* ---- all together ---------------------------------------------------------------------------- */

/* What RANK_ORDER_WORDS are of the query's words, at most 1. */
static double order_share(const struct reading *reading) {
    return reading->words_weighed > RANK_ORDER_WORDS
               ? RANK_ORDER_WORDS / (double)reading->words_weighed
               : 1;
}

/* The weight of a translation by several words that all stand here; 0 for anything else. */
static double whole_weight(const struct text_match *match, const struct occurrence *occurrence) {
    const struct alternative *alternative = &match->reading->alternatives[occurrence->alternative];
    return alternative->with_count > 0 && !occurrence->part ? alternative->factor * WEIGHT_SCALE
                                                            : 0;
}

/* 0 where two names are just the same one, 1 where they sound alike. */
static double name_share(double likeness) {
    return fmax(0, (likeness - NAME_SIMILARITY_SAME) / (1 - NAME_SIMILARITY_SAME));
}

/* Notes what an occurrence shows of its word, and of the word before that. */
static void note_occurrence(const struct text_match *match, const struct occurrence *occurrence,
                            struct rank_word *words) {
    const struct reading *reading = match->reading;
    uint32_t number = word_of(match, occurrence);
    const struct query_word *word = &reading->words[number];
    struct rank_word *noted = &words[number];
    bool meant = word->negation == UINT32_MAX || occurrence->negated;
    if (meant && word->previous != UINT32_MAX && words[word->previous].last > 0) {
        uint32_t distance = occurrence->position + 1 - words[word->previous].last;
        words[word->previous].in_order |=
            distance > 0 && distance <= 1 + reading->words[word->previous].dropped;
    }
    noted->negated |= occurrence->negated;
    noted->whole = fmax(noted->whole, whole_weight(match, occurrence));
    noted->last = occurrence->position + 1;
    noted->exact |= occurrence->kind == MATCH_EXACT;
    if (occurrence->kind == MATCH_NAME || (word->capitalised && word->covers)) {
        noted->likeness = fmax(noted->likeness, occurrence->likeness);
    }
    noted->capital |= occurrence->kind == MATCH_EXACT && has_capital(match, occurrence);
    noted->direct |= occurrence->kind == MATCH_EXACT || occurrence->kind == MATCH_STEM;
}

/* Notes all occurrences, and adds what it tells that words come early. */
static void note_occurrences(const struct text_match *match, struct rank_word *words,
                             struct rank_bonus *bonus) {
    for (size_t i = 0; i < match->occurrence_count; i++) {
        const struct occurrence *occurrence = &match->occurrences[i];
        uint32_t number = word_of(match, occurrence);
        if (occurrence->scattered) {
            continue;
        }
        if (words[number].last == 0) {
            bonus->parts[RANK_PART_LEAD] += RANK_LEAD * match->reading->words[number].weight /
                                            (1 + occurrence->position / (double)RANK_LEAD_WORDS);
        }
        note_occurrence(match, occurrence, words);
    }
}

/* The share of RANK_EXACT_FORM that a word has. */
static double exact_share(const struct reading *reading, const struct query_word *word,
                          const struct rank_word *noted) {
    if (!noted->exact || noted->capital) {
        return noted->exact ? 1 : 0;
    }
    return word->capitalised   ? RANK_SMALL_LETTERS
           : reading->keywords ? 1
                               : RANK_SMALL_LETTERS_IN_SENTENCE;
}

/* Adds what was noted of each word: in which form it is there, and beside which others. */
static void weigh_words(const struct text_match *match, const struct rank_word *words,
                        struct rank_bonus *bonus) {
    const struct reading *reading = match->reading;
    double share = order_share(reading);
    double order = reading->keywords ? RANK_ORDER_OF_KEYWORDS : RANK_ORDER;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        bonus->parts[RANK_PART_EXACT_FORM] +=
            RANK_EXACT_FORM * exact_share(reading, word, &words[i]) * word->weight;
        if (reading->keywords && !words[i].exact) {
            bonus->parts[RANK_PART_LIKE_NAME] +=
                RANK_LIKE_NAME * name_share(words[i].likeness) * word->weight;
        }
        if (words[i].last == 0) {
            bonus->parts[RANK_PART_LIKE_MEANING] +=
                RANK_LIKE_MEANING * word->weight * match->alike[i];
        }
        if (words[i].negated) {
            bonus->parts[RANK_PART_ORDER] += order * share * word->weight;
        }
        bonus->parts[RANK_PART_ORDER] += order * RANK_WHOLE_TRANSLATION * words[i].whole;
        if (words[i].in_order) {
            bonus->parts[RANK_PART_ORDER] += order * (words[i].direct ? share : 1) *
                                             fmin(word->weight, reading->words[word->next].weight);
        }
    }
}

struct rank_bonus rank_text(const struct text_match *match, struct rank_word *words) {
    struct rank_bonus bonus = {0};
    memset(words, 0, match->reading->word_count * sizeof *words);
    note_occurrences(match, words, &bonus);
    weigh_words(match, words, &bonus);
    bonus.parts[RANK_PART_WINDOW] = RANK_WINDOW * find_window(match, words);
    bonus.parts[RANK_PART_ANSWER] = RANK_ANSWER * find_answer(match, words);
    return bonus;
}

/* A compound that is there has its parts. Words are in order, the whole before its parts. */
static double covered_weight(const struct reading *reading, const bool has[]) {
    const char *end = NULL; /* of those found so far */
    double weight = 0;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        const char *own = word->surface.data + word->surface.length;
        if (has[i] && (!end || own > end)) {
            end = own;
        }
        weight += word->covers && end && own <= end ? word->weight : 0;
    }
    return weight;
}

bool rank_lacks_keywords(const struct reading *reading, const bool has[]) {
    return reading->keywords && reading->words_covering > 1 &&
           covered_weight(reading, has) < reading->weight_covering;
}

double rank_coverage(const struct reading *reading, const bool has[]) {
    double most = reading->keywords ? RANK_COVERAGE_OF_KEYWORDS : RANK_COVERAGE;
    double weight = covered_weight(reading, has);
    return reading->words_covering > 1 ? most * weight * weight / reading->weight_covering : 0;
}

double rank_article(const struct reading *reading, const bool own[], const bool others[]) {
    double weight = 0;
    for (size_t i = 0; i < reading->word_count; i++) {
        if (others[i]) {
            weight += (own[i] ? RANK_ARTICLE_AGAIN : RANK_ARTICLE) * reading->words[i].weight;
        }
    }
    return (1 - order_share(reading)) * weight;
}

double rank_bonus_sum(const struct rank_bonus *bonus) {
    double sum = 0;
    for (size_t i = 0; i < RANK_PARTS; i++) {
        sum += bonus->parts[i];
    }
    return sum;
}
