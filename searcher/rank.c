#include "searcher/rank.h"

#include <math.h>

/* Notes how near two occurrences of neighbouring words stand. */
static void note_pair(struct rank_word *first, const struct occurrence *one,
                      const struct occurrence *other, uint32_t dropped) {
    uint32_t low = one->position < other->position ? one->position : other->position;
    uint32_t high = one->position < other->position ? other->position : one->position;
    uint32_t distance = high - low;
    if (distance == 0) {
        return;
    }
    first->nearest = distance < first->nearest ? distance : first->nearest;
    first->in_order |= one->position < other->position && distance <= 1 + dropped;
}

struct rank_bonus rank_text(const struct text_match *match, struct rank_word *scratch) {
    const struct reading *reading = match->reading;
    struct rank_bonus bonus = {0};
    for (size_t i = 0; i < reading->word_count; i++) {
        scratch[i] = (struct rank_word){.nearest = UINT32_MAX};
    }
    for (size_t i = 0; i < match->occurrence_count; i++) {
        const struct occurrence *occurrence = &match->occurrences[i];
        uint32_t word = reading->alternatives[occurrence->alternative].word;
        scratch[word].present = true;
        scratch[word].exact |= occurrence->kind == MATCH_EXACT;
        scratch[word].occurrence = (uint32_t)i + 1;
        /* The latest occurrences of its two neighbours in the query are the nearest before it. */
        uint32_t previous = reading->words[word].previous, next = reading->words[word].next;
        if (previous != UINT32_MAX && scratch[previous].occurrence) {
            note_pair(&scratch[previous], &match->occurrences[scratch[previous].occurrence - 1],
                      occurrence, reading->words[previous].dropped);
        }
        if (next != UINT32_MAX && scratch[next].occurrence) {
            note_pair(&scratch[word], occurrence, &match->occurrences[scratch[next].occurrence - 1],
                      reading->words[word].dropped);
        }
    }
    double total = 0, met = 0;
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        total += word->weight;
        met += scratch[i].present ? word->weight : 0;
        bonus.exact_form += scratch[i].exact ? RANK_EXACT_FORM * word->weight : 0;
        if (word->next == UINT32_MAX || scratch[i].nearest > RANK_WINDOW) {
            continue;
        }
        double lighter = fmin(word->weight, reading->words[word->next].weight);
        bonus.nearness += RANK_NEARNESS * lighter / scratch[i].nearest;
        bonus.order += scratch[i].in_order ? RANK_ORDER * lighter : 0;
    }
    bonus.coverage = total > 0 ? RANK_COVERAGE * met * met / total : 0;
    return bonus;
}

double rank_bonus_sum(const struct rank_bonus *bonus) {
    return bonus->exact_form + bonus->order + bonus->nearness + bonus->coverage;
}
