#include "searcher/fit.h"

#include <math.h>

/* Added to passages that have two words and to how many would by chance: few say little. */
#define PASSAGES_ADDED 0.5

/* Zeros, one for each language. */
static struct fit_stem *take_stems(struct search *search) {
    struct fit_stem *stems = arena_allocate_zeros(&search->searcher->arena,
                                                  search->reading.language_count * sizeof *stems);
    if (!stems) {
        error_set_memory(search->error);
    }
    return stems;
}

const struct fit_stem *fit_stems(struct search *search, struct slice text) {
    struct searcher *searcher = search->searcher;
    const struct reading *reading = &search->reading;
    struct fit_stem *stems = take_stems(search);
    for (size_t i = 0; stems && i < reading->language_count; i++) {
        struct token_list list;
        if (!analyzer_run(searcher->analyzer, text, reading->languages[i].language, ANALYSIS_QUERY,
                          &list, search->error)) {
            return NULL;
        }
        if (list.count == 0) {
            continue;
        }
        stems[i].term = arena_copy(&searcher->arena, list.tokens[0].term);
        if (!index_get_frequency(&searcher->index, stems[i].term, &stems[i].passages,
                                 search->error)) {
            return NULL;
        }
    }
    return stems;
}

const struct fit_stem *fit_stems_of(struct search *search, const struct query_word *word) {
    const struct reading *reading = &search->reading;
    struct fit_stem *stems = take_stems(search);
    for (const struct alternative *alternative = reading_first(reading, word); stems && alternative;
         alternative = reading_next(reading, alternative)) {
        size_t language = reading_language(reading, alternative->language);
        if (language < reading->language_count && alternative->kind == MATCH_EXACT &&
            !alternative->function) {
            stems[language] = (struct fit_stem){alternative->term, alternative->passages};
        }
    }
    return stems;
}

bool fit_count(struct search *search, const struct fit_stem *one, const struct fit_stem *other,
               size_t language, uint32_t *passages) {
    struct slice terms[] = {one[language].term, other[language].term};
    return index_count_together(&search->searcher->index, terms, sizeof terms / sizeof *terms,
                                FIT_PASSAGES_MOST, passages, search->error);
}

/* How the word fits with the words beside it where all are in one language. */
static bool weigh_beside(struct search *search, const struct fit_stem *word,
                         const struct fit_stem *const beside[2], size_t language, double *weight) {
    double all = search->reading.languages[language].passages;
    *weight = 0;
    for (size_t i = 0; i < 2; i++) {
        const struct fit_stem *other = beside[i];
        uint32_t both;
        if (!other || other[language].passages == 0) {
            continue;
        }
        if (!fit_count(search, word, other, language, &both)) {
            return false;
        }
        double chance = (double)word[language].passages * other[language].passages / all;
        double more = log((both + PASSAGES_ADDED) / (chance + PASSAGES_ADDED));
        /* More than are counted are never few. */
        *weight += both < FIT_PASSAGES_MOST ? more : fmax(more, 0);
    }
    return true;
}

double fit_language(const struct search *search, const struct language *language) {
    const struct reading *reading = &search->reading;
    double best = -INFINITY, own = -INFINITY;
    for (size_t i = 0; i < reading->language_count; i++) {
        const struct active_language *active = &reading->languages[i];
        best = fmax(best, active->likelihood);
        own = active->language == language ? active->likelihood : own;
    }
    return fmax(own - best, -FIT_LANGUAGE_MOST);
}

bool fit_weigh(struct search *search, const struct fit_stem *word,
               const struct fit_stem *const beside[2], struct fit *fit) {
    const struct reading *reading = &search->reading;
    double passages = 0;
    *fit = (struct fit){-INFINITY, 0};
    for (size_t i = 0; i < reading->language_count; i++) {
        passages += word[i].passages;
    }
    for (size_t i = 0; i < reading->language_count; i++) {
        struct fit in = {fit_language(search, reading->languages[i].language), 0};
        if (word[i].passages == 0) {
            continue;
        }
        in.language += log(word[i].passages / passages);
        if (!weigh_beside(search, word, beside, i, &in.beside)) {
            return false;
        }
        if (in.language + in.beside > fit->language + fit->beside) {
            *fit = in;
        }
    }
    return true;
}
