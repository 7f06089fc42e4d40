#include "searcher/rank.h"

#include <math.h>

const char *rank_part_name(enum rank_part part) {
    static const char *const names[RANK_PARTS] = {
        [RANK_PART_EXACT_FORM] = "exact form", [RANK_PART_LEAD] = "lead",
        [RANK_PART_NEARNESS] = "nearness",     [RANK_PART_ORDER] = "order",
        [RANK_PART_WINDOW] = "window",         [RANK_PART_PROPER_NAME] = "proper name",
    };
    return names[part];
}

static uint32_t word_of(const struct text_match *match, const struct occurrence *occurrence) {
    return match->reading->alternatives[occurrence->alternative].word;
}

/* Notes how near an occurrence stands to the latest ones of the other words. */
static void note_distances(const struct text_match *match, const struct occurrence *occurrence,
                           struct rank_word *words, uint32_t *distances) {
    const struct reading *reading = match->reading;
    size_t count = reading->word_count;
    uint32_t word = word_of(match, occurrence);
    for (uint32_t other = 0; other < count; other++) {
        uint32_t distance = occurrence->position + 1 - words[other].last;
        if (other == word || words[other].last == 0 || distance == 0) {
            continue;
        }
        uint32_t *known = &distances[word < other ? word * count + other : other * count + word];
        *known = distance < *known ? distance : *known;
        words[other].in_order |=
            reading->words[other].next == word && distance <= 1 + reading->words[other].dropped;
    }
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

struct rank_bonus rank_text(const struct text_match *match, struct rank_word *words,
                            uint32_t *distances) {
    const struct reading *reading = match->reading;
    size_t count = reading->word_count;
    struct rank_bonus bonus = {0};
    memset(words, 0, count * sizeof *words);
    memset(distances, 0xFF, count * count * sizeof *distances);
    for (size_t i = 0; i < match->occurrence_count; i++) {
        const struct occurrence *occurrence = &match->occurrences[i];
        struct rank_word *word = &words[word_of(match, occurrence)];
        if (word->last == 0) {
            bonus.parts[RANK_PART_LEAD] += RANK_LEAD *
                                           reading->words[word_of(match, occurrence)].weight /
                                           (1 + occurrence->position / (double)RANK_LEAD_WORDS);
        }
        note_distances(match, occurrence, words, distances);
        word->last = occurrence->position + 1;
        word->exact |= occurrence->kind == MATCH_EXACT;
        word->name |= occurrence->name;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct query_word *word = &reading->words[i];
        if (words[i].last == 0) {
            continue;
        }
        bonus.parts[RANK_PART_EXACT_FORM] += words[i].exact ? RANK_EXACT_FORM * word->weight : 0;
        bonus.parts[RANK_PART_PROPER_NAME] +=
            words[i].name && word->capitalised ? RANK_PROPER_NAME * word->weight : 0;
        if (words[i].in_order) {
            bonus.parts[RANK_PART_ORDER] +=
                RANK_ORDER * fmin(word->weight, reading->words[word->next].weight);
        }
        for (uint32_t j = i + 1; j < count; j++) {
            if (distances[i * count + j] != UINT32_MAX) {
                bonus.parts[RANK_PART_NEARNESS] +=
                    RANK_NEARNESS * fmin(word->weight, reading->words[j].weight) *
                    exp(-(double)distances[i * count + j] / RANK_NEARNESS_WORDS);
            }
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
