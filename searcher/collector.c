#include "searcher/collector.h"

#include <stdlib.h>

void collector_clear(struct collector *collector) {
    for (size_t i = 0; i < collector->window_count; i++) {
        xapian_results_free(collector->windows[i]);
    }
    if (collector->articles) {
        map_clear(collector->articles);
    }
    *collector = (struct collector){
        .candidates = collector->candidates,
        .candidate_capacity = collector->candidate_capacity,
        .windows = collector->windows,
        .window_capacity = collector->window_capacity,
        .articles = collector->articles,
    };
}

void collector_free(struct collector *collector) {
    collector_clear(collector);
    free(collector->candidates);
    free(collector->windows);
    map_free(collector->articles);
    *collector = (struct collector){0};
}

int candidate_compare(const void *left, const void *right) {
    const struct candidate *a = left, *b = right;
    if (a->score != b->score) {
        return a->score < b->score ? 1 : -1;
    }
    int order = slice_compare(a->record.id, b->record.id);
    return order != 0
               ? order
               : (a->record.number > b->record.number) - (a->record.number < b->record.number);
}
