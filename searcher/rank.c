#include "searcher/rank.h"

#include <math.h>

const char *rank_part_name(enum rank_part part) {
    static const char *const names[RANK_PARTS] = {
        [RANK_PART_EXACT_FORM] = "exact form",
        [RANK_PART_LEAD] = "lead",
        [RANK_PART_ORDER] = "order",
        [RANK_PART_WINDOW] = "window",
        [RANK_PART_LIKE_MEANING] = "like meaning",
    };
    return names[part];
}

static uint32_t word_of(const struct text_match *match, const struct occurrence *occurrence) {
    return match->reading->alternatives[occurrence->alternative].word;
}

/* The weight of the heaviest set of words within RANK_WINDOW_WORDS. */
static double find_window(const struct text_match *match, struct rank_word *words) {
    double weight = 0, best = 0;
    size_t first = 0;
    for (size_t i = 0; i < match->occurrence_count; i++) {
        uint32_t word = word_of(match, &match->occurrences[i]);
        if (words[word].within++ == 0) {
            weight += match->reading->words[word].weight;
        }
        while (match->occurrences[i].position - match->occurrences[first].position >=
               RANK_WINDOW_WORDS) {
            uint32_t gone = word_of(match, &match->occurrences[first++]);
            if (--words[gone].within == 0) {
                weight -= match->reading->words[gone].weight;
            }
        }
        best = fmax(best, weight);
    }
    return best;
}

struct rank_bonus rank_text(const struct text_match *match, struct rank_word *words) {
    const struct reading *reading = match->reading;
    struct rank_bonus bonus = {0};
    memset(words, 0, reading->word_count * sizeof *words);
    for (size_t i = 0; i < match->occurrence_count; i++) {
        const struct occurrence *occurrence = &match->occurrences[i];
        uint32_t number = word_of(match, occurrence);
        const struct query_word *word = &reading->words[number];
        if (words[number].last == 0) {
            bonus.parts[RANK_PART_LEAD] +=
                RANK_LEAD * word->weight / (1 + occurrence->position / (double)RANK_LEAD_WORDS);
        }
        if (word->previous != UINT32_MAX && words[word->previous].last > 0) {
            uint32_t distance = occurrence->position + 1 - words[word->previous].last;
            words[word->previous].in_order |=
                distance > 0 && distance <= 1 + reading->words[word->previous].dropped;
        }
        words[number].last = occurrence->position + 1;
        words[number].exact |= occurrence->kind == MATCH_EXACT;
        words[number].direct |= occurrence->kind == MATCH_EXACT || occurrence->kind == MATCH_STEM;
    }
    size_t weighed = 0;
    for (size_t i = 0; i < reading->word_count; i++) {
        weighed += reading->words[i].weight > 0;
    }
    double share = weighed > RANK_ORDER_WORDS ? RANK_ORDER_WORDS / (double)weighed : 1;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        bonus.parts[RANK_PART_EXACT_FORM] += words[i].exact ? RANK_EXACT_FORM * word->weight : 0;
        if (words[i].last == 0) {
            bonus.parts[RANK_PART_LIKE_MEANING] +=
                RANK_LIKE_MEANING * word->weight * match->alike[i];
        }
        if (words[i].in_order) {
            bonus.parts[RANK_PART_ORDER] += RANK_ORDER * (words[i].direct ? share : 1) *
                                            fmin(word->weight, reading->words[word->next].weight);
        }
    }
    bonus.parts[RANK_PART_WINDOW] = RANK_WINDOW * find_window(match, words);
    return bonus;
}

double rank_bonus_sum(const struct rank_bonus *bonus) {
    double sum = 0;
    for (size_t i = 0; i < RANK_PARTS; i++) {
        sum += bonus->parts[i];
    }
    return sum;
}
