#include "searcher/choose.h"

#include "corpus/names/names.h"
#include "corpus/unicode/properties.h"
#include "searcher/fit.h"
#include "searcher/known.h"
#include "searcher/vocabulary.h"

#include <math.h>

/* By how much (a logarithm) another word must be likelier than one that was typed and that a
 * dictionary has, that has translations, or that passages have. */
#define SCORE_OVER_DICTIONARY 3.0
#define SCORE_OVER_LEXICON 0.0
#define SCORE_OVER_RARE 1.5

/* How likely (a logarithm) another word must be where the typed one, which nobody knows, begins
 * with a capital and sounds otherwise: names of the world are more than those of an index. */
#define SCORE_OVER_NAME (-14.0)

bool guess_same_keyboards(const struct guess *a, const struct guess *b) {
    return a->kind == GUESS_KEYBOARD && b->kind == GUESS_KEYBOARD && a->from == b->from &&
           a->to == b->to;
}

/* How the word before a doubted one (`step` -1) or behind it (1) is found: as the guess that is
 * chosen for it, else as it was typed; NULL where there is none. */
static bool find_beside(struct suggesting *suggesting, size_t number, int step,
                        const struct fit_stem **beside) {
    struct search *search = suggesting->search;
    const struct reading *reading = &search->reading;
    struct slice own = reading->words[number].surface;
    *beside = NULL;
    for (size_t i = number + (size_t)step; i < reading->word_count; i += (size_t)step) {
        const struct query_word *word = &reading->words[i];
        bool searched = word->use == SEARCH_WORD_USED || word->use == SEARCH_WORD_UNKNOWN;
        if (!searched || known_inside(word->surface, own) || known_inside(own, word->surface) ||
            reading_has_parts(reading, i)) {
            continue;
        }
        for (size_t j = 0; j < suggesting->doubt_count; j++) {
            const struct guess *chosen = suggesting->doubts[j].chosen;
            if (suggesting->doubts[j].number == i && chosen) {
                *beside = chosen->stems;
                return true;
            }
        }
        *beside = fit_stems_of(search, word);
        return *beside != NULL;
    }
    return true;
}

/* Whether the word itself, which passages have, stands in one of them with a word beside it. */
static bool stands_beside(struct search *search, const struct query_word *word,
                          const struct fit_stem *const beside[2], bool *stands) {
    const struct fit_stem *own = fit_stems_of(search, word);
    *stands = false;
    for (size_t i = 0; own && i < 2; i++) {
        for (size_t j = 0; beside[i] && j < search->reading.language_count && !*stands; j++) {
            uint32_t both = 0;
            if (own[j].passages > 0 && beside[i][j].passages > 0 &&
                !fit_count(search, own, beside[i], j, &both)) {
                return false;
            }
            *stands = both > 0;
        }
    }
    return own != NULL;
}

bool guess_sounds_same(const struct typed_word *word, const struct guess *guess) {
    struct spelling typed, guessed;
    return spelling_read(word->form, &typed) && spelling_read(guess->word, &guessed) &&
           typed.letters[typed.count - 1] == guessed.letters[guessed.count - 1] &&
           name_similarity(word->form, guess->word) >= KNOWN_SIMILARITY_EQUAL;
}

/* Whether the word is rather a name that passages lack than the guess misspelt. */
static bool is_rather_name(const struct suggesting *suggesting, const struct doubt *doubt,
                           const struct guess *guess) {
    char own[NAME_KEY_BYTES], other[NAME_KEY_BYTES];
    if (guess->kind != GUESS_SLIP || !doubt->word.capital || doubt->word.passages > 0) {
        return false;
    }
    double share = guess->score - log(suggesting->search->searcher->index.passages + 1.0);
    return share < SCORE_OVER_NAME && !slice_equal(slice_of(own, name_key(doubt->word.form, own)),
                                                   slice_of(other, name_key(guess->word, other)));
}

/* Whether the guess is clearly likelier than the word as it was typed. A word of a dictionary
 * beside words of its language is none in Latin letters. */
static bool is_better(const struct suggesting *suggesting, const struct doubt *doubt,
                      const struct guess *guess, const struct fit *fit) {
    bool slip = guess->kind == GUESS_SLIP, same = guess_sounds_same(&doubt->word, guess);
    /* That it stands less often beside them tells guesses from one another: the typed word, too,
     * does not stand there. */
    double score = guess->score + fmax(fit->beside, 0);
    double articles = fmax(doubt->word.frequency, same ? 0 : doubt->heard);
    /* What no passage has, nor a translation, is the other spelling of what sounds the same. */
    bool respelt = doubt->word.passages == 0 && !doubt->translated && same;
    double least = !slip || respelt       ? -INFINITY
                   : doubt->in_dictionary ? SCORE_OVER_DICTIONARY
                   : doubt->translated    ? SCORE_OVER_LEXICON
                                          : -INFINITY;
    switch (guess->kind) {
    case GUESS_SLIP:
    case GUESS_KEYBOARD:
        return score + fit->language >= least &&
               (articles == 0 || score >= log(articles) + SCORE_OVER_RARE);
    case GUESS_ROMANISED:
        return !doubt->in_dictionary || fit->language > -FIT_LANGUAGE_MOST ||
               !known_any(&suggesting->search->reading);
    case GUESS_SPACE:
        break;
    }
    /* "layoffs" is no "lay offs"; what finds nothing may well be ("rumahsakit"). */
    return !doubt->in_dictionary || !doubt->translated;
}

bool doubt_is_switched(const struct suggesting *suggesting, const struct doubt *doubt,
                       const struct guess *guess) {
    bool switched = guess_same_keyboards(guess, &suggesting->switched);
    for (size_t i = 0; i < suggesting->doubt_count && !switched; i++) {
        const struct doubt *other = &suggesting->doubts[i];
        switched = other != doubt && other->chosen && guess_same_keyboards(guess, other->chosen) &&
                   code_point_count(other->chosen->typed) >= RUN_LETTERS_SURE;
    }
    return switched;
}

/* Whether the guess is what the word was read as, so that its language is the query's. */
static bool is_as_read(const struct search *search, const struct doubt *doubt,
                       const struct guess *guess) {
    return guess->kind == GUESS_ROMANISED &&
           slice_equal(guess->word, search->reading.words[doubt->number].written);
}

static bool choose(struct suggesting *suggesting, struct doubt *doubt) {
    struct search *search = suggesting->search;
    const struct fit_stem *beside[2];
    double best = -INFINITY;
    bool stands = false;
    doubt->chosen = NULL;
    if (doubt->guesses.count == 0) {
        return true;
    }
    if (!find_beside(suggesting, doubt->number, -1, &beside[0]) ||
        !find_beside(suggesting, doubt->number, 1, &beside[1]) ||
        (doubt->word.passages > 0 &&
         !stands_beside(search, &search->reading.words[doubt->number], beside, &stands))) {
        return false;
    }
    for (size_t i = 0; i < doubt->guesses.count && !stands; i++) {
        struct guess *guess = &doubt->guesses.kept[i];
        struct fit fit = {0};
        guess->stems = guess->stems ? guess->stems : fit_stems(search, guess->word);
        if (!guess->stems || (!guess->asks && !fit_weigh(search, guess->stems, beside, &fit))) {
            return false;
        }
        if (guess->asks) { /* it stands beside anything */
            fit.language = fit_language(search, guess->asks);
        } else if (is_as_read(search, doubt, guess)) {
            fit.language = 0;
        }
        fit.beside += doubt_is_switched(suggesting, doubt, guess) ? GUESS_KEYBOARD_COST : 0;
        double score = guess->score + fit.language + fit.beside;
        if (score > best && is_better(suggesting, doubt, guess, &fit) &&
            !is_rather_name(suggesting, doubt, guess)) {
            best = score;
            guess->language = fit.language;
            doubt->chosen = guess;
        }
    }
    return true;
}

/* Whether what is chosen is the name in other letters that the word finds as it is. */
static bool is_name_in_other_letters(const struct doubt *doubt) {
    return doubt->chosen && doubt->chosen->kind == GUESS_ROMANISED && doubt->named &&
           name_same(doubt->word.form, doubt->chosen->word);
}

/* Chooses twice where there are several doubted words: what is chosen for one speaks for the next.
 */
bool choose_guesses(struct suggesting *suggesting) {
    for (int round = 0; round < 2 && (round == 0 || suggesting->doubt_count > 1); round++) {
        for (size_t i = 0; i < suggesting->doubt_count; i++) {
            if (!choose(suggesting, &suggesting->doubts[i])) {
                return false;
            }
        }
    }
    return true;
}

/* A name in other letters is replaced only where another word is typed in such letters, too. */
bool replace_chosen(struct suggesting *suggesting) {
    bool typed_out = suggesting->typed_out;
    for (size_t i = 0; i < suggesting->doubt_count; i++) {
        const struct doubt *doubt = &suggesting->doubts[i];
        bool romanised = doubt->chosen && doubt->chosen->kind == GUESS_ROMANISED;
        typed_out |= romanised && !is_name_in_other_letters(doubt);
    }
    for (size_t i = 0; i < suggesting->doubt_count; i++) {
        const struct doubt *doubt = &suggesting->doubts[i];
        const struct guess *chosen = doubt->chosen;
        if (chosen && (typed_out || !is_name_in_other_letters(doubt)) &&
            !suggesting_replace(suggesting, (struct replacement){chosen->typed, chosen->word})) {
            return false;
        }
    }
    return true;
}
