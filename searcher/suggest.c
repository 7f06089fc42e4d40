#include "searcher/suggest.h"

#include "corpus/base/ascii.h"
#include "corpus/dictionary/dictionary.h"
#include "corpus/languages/language.h"
#include "corpus/names/names.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"
#include "searcher/typing.h"

#include <math.h>
#include <stdlib.h>
#include <utf8proc.h>

/* Words of fewer characters are not taken for others with slips, or with two slips. */
#define LETTERS_LEAST 3
#define LETTERS_LEAST_TWO 6
/* A word in capitals of so many characters may be an acronym. */
#define LETTERS_MOST_ACRONYM 5
/* Shorter runs are not read as typed on another keyboard, unless another one of the query is. */
#define RUN_LETTERS_LEAST 3

/* Negative log likelihoods beside those of slips (typing.h), of what few do but nothing else
 * explains; so many letters in a row are hardly a word of another alphabet by chance. */
#define COST_KEYBOARD 1.0
#define COST_ROMANISED 0.0

/* A word of a dictionary is misspelt only where another one is so much likelier. */
#define SCORE_OVER_DICTIONARY 3.0

/* The most that speaks against a word in a language which the query's other words are not in. */
#define COST_LANGUAGE 3.0

/* A word that one in so many passages has is rare; it is doubted when another one, a single slip
 * away, is so many times as frequent. */
#define RARE_SHARE 20000
#define RARE_TIMES 100

/* The likeliest candidates whose languages are looked at. */
#define CANDIDATES_MOST 8

/* What a part of the query is to be replaced by. */
struct replacement {
    struct slice typed; /* a part of the query */
    struct slice word;  /* empty: nothing */
    double score;
    size_t from, to; /* keyboards; equal where it is not about them */
};

struct suggesting {
    struct search *search;
    struct replacement *replacements; /* in order of the query */
    size_t count, capacity;
    size_t looked_up;
    double best_likelihood; /* of the query's languages */
    struct bytes scratch;
};

/* ---- doubted words --------------------------------------------------------------------------- */

static bool is_inside(struct slice part, struct slice whole) {
    return part.data >= whole.data && part.data + part.length <= whole.data + whole.length;
}

/* As written, normalised and without clitics. */
static struct slice form_of(const struct reading *reading, const struct query_word *word) {
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        uint32_t form = reading->alternatives[next - 1].form;
        if (form) {
            return reading->forms[form - 1].form;
        }
    }
    return slice_of("", 0);
}

static bool has_digits(struct slice form) {
    for (size_t i = 0; i < form.length; i++) {
        if (ascii_is_digit(form.data[i])) {
            return true;
        }
    }
    return false;
}

static bool is_in_dictionary(struct slice form) {
    struct dictionary_word word;
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        if ((language->knows && language->knows(form)) ||
            (language->dictionary && dictionary_find(language->dictionary, form, &word))) {
            return true;
        }
    }
    return false;
}

static bool is_ascii(struct slice text) {
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.data[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

/* Passages that have a Cyrillic name in Latin letters. A Latin one may be Cyrillic typed out. */
static uint32_t passages_in_latin(const struct alternative *name, const struct query_word *word) {
    uint32_t most = 0;
    size_t count = is_ascii(word->surface) ? 0 : name->stem_count;
    for (size_t i = 0; i < count; i++) {
        const struct name_stem *stem = &name->stems[i];
        if (stem->language && is_ascii(stem->term) && stem->passages > most) {
            most = stem->passages;
        }
    }
    return most;
}

/* Passages that have the word in some form, as a translation or in Latin letters. That else
 * something sounds like it does not make it a word. */
static uint32_t passages_of(const struct reading *reading, const struct query_word *word) {
    uint32_t most = 0;
    for (uint32_t next = word->first; next; next = reading->alternatives[next - 1].next) {
        const struct alternative *alternative = &reading->alternatives[next - 1];
        uint32_t passages = alternative->kind == MATCH_NAME ? passages_in_latin(alternative, word)
                                                            : alternative->passages;
        most = passages > most ? passages : most;
    }
    return most;
}

static bool has_known_words(const struct reading *reading) {
    for (size_t i = 0; i < reading->word_count; i++) {
        if (passages_of(reading, &reading->words[i]) > 0) {
            return true;
        }
    }
    return false;
}

/* Whether it is a part of a compound that passages have: "anak" of "anak-anak". */
static bool is_part_of_known(const struct reading *reading, size_t number) {
    struct slice part = reading->words[number].surface;
    for (size_t whole = 0; whole < number; whole++) {
        if (is_inside(part, reading->words[whole].surface) &&
            passages_of(reading, &reading->words[whole]) > 0) {
            return true;
        }
    }
    return false;
}

static bool is_doubted(const struct suggesting *suggesting, size_t number) {
    const struct reading *reading = &suggesting->search->reading;
    const struct query_word *word = &reading->words[number];
    bool searched = word->use == SEARCH_WORD_USED || word->use == SEARCH_WORD_UNKNOWN;
    struct slice form = form_of(reading, word);
    return searched && word->prefix.length == 0 && !reading_has_parts(reading, number) &&
           !is_part_of_known(reading, number) &&
           (uint64_t)passages_of(reading, word) * RARE_SHARE <=
               suggesting->search->searcher->index.passages &&
           form.length > 0 && !has_digits(form);
}

/* ---- candidates ------------------------------------------------------------------------------ */

/* How little the word's languages fit the query's other words; INFINITY where no passage has the
 * word any more. */
static bool weigh_language(const struct suggesting *suggesting, struct slice word, double *cost) {
    struct search *search = suggesting->search;
    const struct reading *reading = &search->reading;
    *cost = INFINITY;
    for (size_t i = 0; i < reading->language_count; i++) {
        const struct active_language *active = &reading->languages[i];
        double unlikely = fmin(COST_LANGUAGE, suggesting->best_likelihood - active->likelihood);
        struct token_list list;
        uint32_t passages;
        if (unlikely >= *cost) {
            continue;
        }
        if (!analyzer_run(search->searcher->analyzer, word, active->language, ANALYSIS_QUERY, &list,
                          search->error)) {
            return false;
        }
        if (list.count > 0 && !index_get_frequency(&search->searcher->index, list.tokens[0].term,
                                                   &passages, search->error)) {
            return false;
        }
        *cost = list.count > 0 && passages > 0 ? unlikely : *cost;
    }
    return true;
}

static void consider(struct replacement *replacement, struct slice word, double score) {
    if (word.length > 0 && (replacement->word.length == 0 || score > replacement->score)) {
        replacement->word = word;
        replacement->score = score;
        replacement->from = replacement->to = 0;
    }
}

struct candidate_word {
    struct slice word;
    double score;
};

/* The likeliest ones first; equally likely ones in byte order, as they come. */
static void keep_candidate(struct candidate_word *kept, size_t *count,
                           struct candidate_word candidate) {
    size_t at = *count;
    while (at > 0 && kept[at - 1].score < candidate.score) {
        at--;
    }
    if (at < CANDIDATES_MOST) {
        *count += *count < CANDIDATES_MOST;
        memmove(kept + at + 1, kept + at, (*count - at - 1) * sizeof *kept);
        kept[at] = candidate;
    }
}

/* Considers the words found, but for another spelling of a name that sounds the same: such a name
 * is found as it is. */
static bool consider_near(struct suggesting *suggesting, const struct vocabulary_words *found,
                          const struct spelling *typed, struct slice name, uint64_t least,
                          double least_score, struct replacement *replacement) {
    struct candidate_word kept[CANDIDATES_MOST];
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++) {
        const struct vocabulary_word *word = &found->words[i];
        if (word->frequency >= least && !has_digits(word->word) &&
            (name.length == 0 || name_similarity(name, word->word) < 1)) {
            double score = log(word->frequency) - typing_cost(typed, &word->spelling);
            keep_candidate(kept, &count, (struct candidate_word){word->word, score});
        }
    }
    for (size_t i = 0; i < count; i++) {
        double cost;
        if (!weigh_language(suggesting, kept[i].word, &cost)) {
            return false;
        }
        if (cost < INFINITY && kept[i].score - cost >= least_score) {
            consider(replacement, kept[i].word, kept[i].score - cost);
        }
    }
    return true;
}

/* Whether the word, of which `typed` is the part that was read, seems to be one: in capitals not
 * because all of the query is. */
static bool is_acronym(const struct reading *reading, struct slice typed, size_t letters) {
    bool shouted = reading->word_count > 1;
    for (size_t i = 0; i < reading->word_count && shouted; i++) {
        shouted = unicode_capitals(reading->words[i].surface) == CAPITALS_ALL;
    }
    return letters <= LETTERS_MOST_ACRONYM && unicode_capitals(typed) == CAPITALS_ALL && !shouted;
}

/* Whether they differ by the order of their letters alone. */
static bool has_same_letters(const struct spelling *a, const struct spelling *b) {
    bool same = a->count == b->count;
    for (size_t i = 0; i < a->count && same; i++) {
        int more = 0;
        for (size_t j = 0; j < a->count; j++) {
            more += (a->letters[j] == a->letters[i]) - (b->letters[j] == a->letters[i]);
        }
        same = more == 0;
    }
    return same;
}

/* Drops what an acronym is not meant for: function words, words with a letter less, and where
 * passages have it, words of other letters. Common words are so much more frequent than acronyms
 * that some of them would always be likelier. */
static void drop_words(struct vocabulary_words *found, const struct spelling *acronym, bool known) {
    size_t kept = 0;
    for (size_t i = 0; i < found->count; i++) {
        const struct vocabulary_word *word = &found->words[i];
        if (word->spelling.count >= acronym->count && !language_is_function_word(word->word) &&
            (!known || has_same_letters(&word->spelling, acronym))) {
            found->words[kept++] = *word;
        }
    }
    found->count = kept;
}

/* Words from which the typed one, at replacement->typed, differs by slips of the hand. */
static bool find_slips(struct suggesting *suggesting, const struct query_word *word,
                       struct replacement *replacement) {
    struct search *search = suggesting->search;
    struct searcher *searcher = search->searcher;
    struct slice form = form_of(&search->reading, word);
    uint32_t own = passages_of(&search->reading, word);
    struct spelling typed;
    if (!spelling_read(form, &typed) || typed.count < LETTERS_LEAST) {
        return true;
    }
    bool in_dictionary = is_in_dictionary(form);
    double least_score = in_dictionary ? SCORE_OVER_DICTIONARY : -INFINITY;
    bool one = own > 0 || in_dictionary || typed.count < LETTERS_LEAST_TWO;
    bool acronym = is_acronym(&search->reading, replacement->typed, typed.count);
    struct slice name = unicode_capitals(word->surface) != CAPITALS_NONE ? form : slice_of("", 0);
    for (unsigned distance = 1;
         distance == 1 || (distance == 2 && !one && replacement->word.length == 0); distance++) {
        struct vocabulary_words found = {0};
        if (!vocabulary_find_near(&searcher->index, &typed, distance, &searcher->arena, &found,
                                  search->error)) {
            return false;
        }
        if (acronym) {
            drop_words(&found, &typed, own > 0);
        }
        if (!consider_near(suggesting, &found, &typed, name, (uint64_t)own * RARE_TIMES,
                           least_score, replacement)) {
            return false;
        }
    }
    return true;
}

/* What the run is on another keyboard, where that is a word. */
static bool find_on_keyboards(struct suggesting *suggesting, struct slice run,
                              struct replacement *replacement) {
    struct search *search = suggesting->search;
    struct bytes converted = {0};
    bool good = true;
    for (size_t from = 0; from < keyboard_count() && good; from++) {
        for (size_t to = 0; to < keyboard_count() && good; to++) {
            bytes_clear(&converted);
            bytes_clear(&suggesting->scratch);
            if (!keyboard_convert(run, from, to, &converted)) {
                continue;
            }
            word_normalise(bytes_slice(&converted), &suggesting->scratch);
            struct slice word = bytes_slice(&suggesting->scratch);
            uint32_t frequency;
            good = vocabulary_frequency(&search->searcher->index, word, &frequency, search->error);
            double score = log(frequency) - COST_KEYBOARD;
            if (good && frequency > 0 &&
                (replacement->word.length == 0 || score > replacement->score)) {
                *replacement = (struct replacement){run, arena_copy(&search->searcher->arena, word),
                                                    score, from, to};
            }
        }
    }
    bytes_free(&converted);
    return good;
}

/* What the word is when it was typed in Latin letters. A word of a dictionary beside words of its
 * language is meant as it stands. */
static bool find_romanised(struct suggesting *suggesting, struct slice form,
                           struct replacement *replacement) {
    struct search *search = suggesting->search;
    struct searcher *searcher = search->searcher;
    struct vocabulary_words found = {0};
    double most =
        is_in_dictionary(form) && has_known_words(&search->reading) ? COST_LANGUAGE : INFINITY;
    for (size_t i = 0; i < language_count(); i++) {
        if (!vocabulary_find_romanised(&searcher->index, form, language_at(i), &searcher->arena,
                                       &found, search->error)) {
            return false;
        }
    }
    for (size_t i = 0; i < found.count; i++) {
        double cost;
        if (!weigh_language(suggesting, found.words[i].word, &cost)) {
            return false;
        }
        if (cost < most) {
            consider(replacement, found.words[i].word,
                     log(found.words[i].frequency) - COST_ROMANISED - cost);
        }
    }
    return true;
}

/* ---- the words of the query ------------------------------------------------------------------ */

static bool add_replacement(struct suggesting *suggesting, struct replacement replacement) {
    struct search *search = suggesting->search;
    struct replacement *replacements =
        arena_grow(&search->searcher->arena, suggesting->replacements, suggesting->count,
                   &suggesting->capacity, sizeof *replacements);
    if (!replacements) {
        return error_set_memory(search->error);
    }
    suggesting->replacements = replacements;
    replacements[suggesting->count++] = replacement;
    return true;
}

/* Without the signs behind a word, which may also be letters of another keyboard. */
static struct slice cut_signs(struct slice run) {
    while (run.length > 0 && strchr(".,;:!?", run.data[run.length - 1])) {
        run.length--;
    }
    return run;
}

/* The part of the word that was read as its form: without a clitic. */
static struct slice typed_part(struct suggesting *suggesting, const struct query_word *word,
                               struct slice form) {
    struct bytes *normalised = &suggesting->scratch;
    bytes_clear(normalised);
    word_normalise(word->surface, normalised);
    bool longer = normalised->length == word->surface.length && normalised->length > form.length &&
                  slice_starts_with(bytes_slice(normalised), form);
    return slice_of(word->surface.data, longer ? form.length : word->surface.length);
}

/* Looks for what was meant by a doubted word of the run; *whole where it was the whole run. */
static bool replace_word(struct suggesting *suggesting, size_t number, struct slice run,
                         bool *whole) {
    const struct reading *reading = &suggesting->search->reading;
    const struct query_word *word = &reading->words[number];
    struct slice form = form_of(reading, word);
    bool unknown = passages_of(reading, word) == 0 && code_point_count(run) >= RUN_LETTERS_LEAST;
    struct replacement replacement = {.typed = run};
    struct slice cut = cut_signs(run);
    if (unknown &&
        (!find_on_keyboards(suggesting, run, &replacement) ||
         (cut.length < run.length && !find_on_keyboards(suggesting, cut, &replacement)))) {
        return false;
    }
    *whole = replacement.word.length > 0;
    if (!*whole) {
        replacement.typed = typed_part(suggesting, word, form);
        if ((unknown && !find_romanised(suggesting, form, &replacement)) ||
            !find_slips(suggesting, word, &replacement)) {
            return false;
        }
    }
    return replacement.word.length == 0 || add_replacement(suggesting, replacement);
}

static bool replace_in_run(struct suggesting *suggesting, struct slice run) {
    const struct reading *reading = &suggesting->search->reading;
    size_t before = suggesting->count;
    bool whole = false;
    for (size_t i = 0; i < reading->word_count && !whole; i++) {
        if (is_inside(reading->words[i].surface, run) && is_doubted(suggesting, i) &&
            suggesting->looked_up++ < SUGGEST_WORDS && !replace_word(suggesting, i, run, &whole)) {
            return false;
        }
    }
    if (whole) {
        /* It takes the place of what was found for words before. */
        suggesting->replacements[before] = suggesting->replacements[suggesting->count - 1];
        suggesting->count = before + 1;
    }
    return true;
}

/* Where one word was typed on another keyboard, so were others, even if they are words here. */
static bool switch_keyboard(struct suggesting *suggesting, struct slice run) {
    struct search *search = suggesting->search;
    const struct reading *reading = &search->reading;
    const struct replacement *switched = NULL;
    for (size_t i = 0; i < suggesting->count; i++) {
        const struct replacement *replacement = &suggesting->replacements[i];
        if (is_inside(replacement->typed, run)) {
            return true;
        }
        switched = replacement->from != replacement->to ? replacement : switched;
    }
    struct replacement replacement = {.typed = run};
    if (!switched) {
        return true;
    }
    uint32_t own = 0;
    for (size_t i = 0; i < reading->word_count; i++) {
        uint32_t passages = passages_of(reading, &reading->words[i]);
        own = is_inside(reading->words[i].surface, run) && passages > own ? passages : own;
    }
    return find_on_keyboards(suggesting, run, &replacement) &&
           (replacement.word.length == 0 || replacement.from != switched->from ||
            replacement.to != switched->to || replacement.score < log(own + 1.0) ||
            add_replacement(suggesting, replacement));
}

/* Calls `visit` for each run of characters without blanks in the words of the query. */
static bool visit_runs(struct suggesting *suggesting,
                       bool (*visit)(struct suggesting *suggesting, struct slice run)) {
    const struct reading *reading = &suggesting->search->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct query_node *node = reading->leaves[i].node;
        const char *end = node->text.data + node->text.length;
        for (const char *at = node->text.data; node->kind != QUERY_PREFIX && at < end;) {
            const char *start = at;
            while (at < end && (unsigned char)*at > ' ') {
                at++;
            }
            if (at > start && !visit(suggesting, slice_of(start, (size_t)(at - start)))) {
                return false;
            }
            at += at < end;
        }
    }
    return true;
}

/* ---- the suggestion -------------------------------------------------------------------------- */

static int compare_places(const void *left, const void *right) {
    const struct replacement *a = left, *b = right;
    return (a->typed.data > b->typed.data) - (a->typed.data < b->typed.data);
}

/* The word, with a capital where the typed one has. */
static void write_word(const struct replacement *replacement, struct bytes *out) {
    struct slice word = replacement->word;
    utf8proc_int32_t first;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)word.data,
                                               (utf8proc_ssize_t)word.length, &first);
    if (length > 0 && unicode_capitals(replacement->typed) != CAPITALS_NONE) {
        utf8proc_uint8_t capital[4];
        utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_toupper(first), capital);
        bytes_append(out, capital, (size_t)size);
        word = slice_of(word.data + length, word.length - (size_t)length);
    }
    bytes_append_slice(out, word);
}

static struct slice write_suggestion(struct suggesting *suggesting) {
    struct slice query = suggesting->search->answer->query;
    struct bytes *out = &suggesting->scratch;
    const char *at = query.data;
    qsort(suggesting->replacements, suggesting->count, sizeof *suggesting->replacements,
          compare_places);
    bytes_clear(out);
    for (size_t i = 0; i < suggesting->count; i++) {
        const struct replacement *replacement = &suggesting->replacements[i];
        bytes_append(out, at, (size_t)(replacement->typed.data - at));
        write_word(replacement, out);
        at = replacement->typed.data + replacement->typed.length;
    }
    bytes_append(out, at, (size_t)(query.data + query.length - at));
    return arena_copy(&suggesting->search->searcher->arena, bytes_slice(out));
}

/* Offers it if it finds something. It finds more: what is replaced, some passages have where none,
 * or far fewer, had the word. */
static bool offer(struct suggesting *suggesting) {
    struct search *search = suggesting->search;
    struct slice suggestion = write_suggestion(suggesting);
    bool found;
    if (suggesting->scratch.failed || search->searcher->arena.failed) {
        return error_set_memory(search->error);
    }
    if (slice_equal(suggestion, search->answer->query)) {
        return true;
    }
    if (!search_try(search, suggestion, &found)) {
        return false;
    }
    if (found) {
        search->answer->suggestion = suggestion;
    }
    return true;
}

bool search_suggest(struct search *search) {
    /* Every run is compared with every word. */
    if (search->reading.word_count > search->limits.words) {
        return true;
    }
    struct suggesting suggesting = {.search = search, .best_likelihood = -INFINITY};
    for (size_t i = 0; i < search->reading.language_count; i++) {
        suggesting.best_likelihood =
            fmax(suggesting.best_likelihood, search->reading.languages[i].likelihood);
    }
    bool good = visit_runs(&suggesting, replace_in_run) &&
                visit_runs(&suggesting, switch_keyboard) &&
                (suggesting.count == 0 || offer(&suggesting));
    bytes_free(&suggesting.scratch);
    return good;
}
