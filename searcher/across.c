#include "searcher/across.h"

#include "corpus/languages/language.h"
#include "corpus/names/names.h"
#include "searcher/crossing.h"
#include "searcher/related.h"

#include <math.h>

/* The guess of the languages a query is in (struct source): what the identification of the text
 * adds to the logarithm of a likelihood, and the certainty below which a language is left out. */
#define IDENTIFIED 1.5
#define LEAST_CERTAINTY 0.1

/* Several words whose surest translation into a language weighs less are translated by themselves
 * as if they were none: "non-recurrent" is hardly more than what its parts are. With it recall of
 * keywords across languages rises by .0003, with .2 questions lose .0005 of nDCG@10. */
#define SURE_ENTRY 0.1

/* How certain translations of their words by themselves are behind a sure one of all of them. By
 * several words it says of each what that means there, but not all that it means: "burung terkecil"
 * is a little bird, and the smallest one, too. By one word it may mean less, "KAI" for "railway
 * company", or something else: "rumah sakit" is no sick house. */
#define PART_OF_SEVERAL 0.7
#define PART_OF_ONE 0.3

/* The certainty of translations from a language that the query is not in, of words that else would
 * find nothing: "metro" in an Indonesian query. */
#define FOREIGN_WORD 0.5

/* A language with a smaller share of the passages is foreign to the index: a query in it finds what
 * others say, and the few passages do not tell which of its words are rare. */
#define FOREIGN_SHARE 0.01

/* ---- translations ---------------------------------------------------------------------------- */

/* Whether a translation by several words has one that comes before it by itself: "orang Jerman"
 * behind "Jerman", of "Germans". It finds nothing that the single one does not find, and "orang"
 * would be taken for "Germans" wherever the passage has both. */
static bool repeats_single(struct lexicon_match entry, const struct translation *several) {
    struct translation one;
    while (lexicon_next(&entry, &one) && one.terms.data != several->terms.data) {
        struct slice rest = several->terms;
        while (one.words == 1 && rest.length > 0) {
            if (slice_equal(lexicon_take_term(&rest), one.terms)) {
                return true;
            }
        }
    }
    return false;
}

static bool expect_translations(struct reading_maker *maker, struct lexicon_match entry) {
    struct slice *terms = NULL;
    size_t count = 0, capacity = 0;
    struct translation translation;
    if (maker->index->local) {
        return true;
    }
    while (lexicon_next(&entry, &translation)) {
        for (struct slice rest = translation.terms; rest.length > 0;) {
            struct slice *grown = arena_grow(maker->arena, terms, count, &capacity, sizeof *terms);
            if (!grown) {
                return error_set_memory(maker->error);
            }
            terms = grown;
            terms[count++] = lexicon_take_term(&rest);
        }
    }
    return index_expect(maker->index, terms, count, maker->arena, maker->error);
}

/* An entry whose translations are added to a word of the query. */
struct entry {
    struct lexicon_match match; /* none of its translations is read yet */
    size_t leaf;
    uint32_t word;
    size_t most; /* translations into one language */
};

/* What is known of the translations of one entry into one language while they are added. */
struct target {
    double certainty; /* that the words of the entry mean what the entry does */
    double best;      /* weight of the first */
    size_t count;
    bool found;  /* passages hold one of them */
    bool as_one; /* one of these is a single word */
};

static bool add_translation(struct crossing *crossing, const struct entry *entry,
                            const struct translation *translation, struct target *target) {
    struct reading_maker *maker = crossing->maker;
    struct reading *reading = maker->reading;
    struct alternative like = {
        .term = translation->terms,
        .language = language_find(slice_of_string(translation->language)),
        .kind = MATCH_TRANSLATION,
        /* The root: what the dictionaries say of shares is true in tendency only. */
        .certainty = target->certainty * sqrt(translation->weight / target->best),
        .word = entry->word,
    };
    size_t before = reading->alternative_count;
    if (translation->words > 1) {
        if (entry->match.words == 1 && repeats_single(entry->match, translation)) {
            return true;
        }
        /* What is found is not sought by the words of the entry (add_longest). */
        bool together = entry->match.words > 1 && !target->found;
        if (!crossing_add_several(crossing, entry->leaf, like, &entry->match, together)) {
            return false;
        }
    } else if (!map_find(reading->terms, like.term) &&
               !reading_add_beside(maker, entry->leaf, &like)) {
        return false;
    }
    if (reading->alternative_count > before) {
        bool found = reading->alternatives[before].passages > 0;
        target->found |= found;
        target->as_one |= found && translation->words == 1;
        bool place = translation->words == 1 && like.language->related &&
                     !reading->leaves[entry->leaf].excluded;
        return !place || related_add_to(maker, entry->leaf, (uint32_t)before);
    }
    return true;
}

/* Whether the alternative is a translation of the word into the language that passages have. */
static bool is_translation_into(const struct alternative *alternative, uint32_t word,
                                const struct language *language) {
    return alternative->kind == MATCH_TRANSLATION && alternative->word == word &&
           alternative->language == language && alternative->passages > 0;
}

/* The translations of a word into a language, from alternative `first` on, tell as much as one word
 * would that is in the mean number of their passages, by how likely each is (K. Darwish and D.
 * Oard, SIGIR 2003): what it means seldom must not tell more than what it mostly means. */
static void weigh_as_one(struct reading_maker *maker, size_t first, uint32_t word,
                         const struct language *language) {
    struct reading *reading = maker->reading;
    double passages = 0, likely = 0;
    for (size_t i = first; i < reading->alternative_count; i++) {
        const struct alternative *one = &reading->alternatives[i];
        if (is_translation_into(one, word, language)) {
            double likelihood = one->certainty * one->certainty; /* a root, see add_translation */
            passages += likelihood * one->passages;
            likely += likelihood;
        }
    }
    double idf = likely > 0 ? reading_idf(maker, language, (uint32_t)(passages / likely)) : 0;
    for (size_t i = first; i < reading->alternative_count; i++) {
        struct alternative *one = &reading->alternatives[i];
        if (is_translation_into(one, word, language)) {
            one->idf = idf;
        }
    }
}

/* Whether a translation of several words is only the name that one of them is, in another alphabet:
 * "Арал" of "Laut Aral". That word finds it by itself, and the same place in a text must not count
 * for the whole besides: it says less than "Аральское море". */
static bool is_name_of_one(const struct source *source, size_t at, size_t words,
                           const struct translation *translation) {
    char key[NAME_KEY_BYTES], own[NAME_KEY_BYTES];
    if (words == 1 || translation->words > 1) {
        return false;
    }
    struct slice sought = slice_of(key, name_key(term_stem(translation->terms), key));
    bool found = false;
    for (size_t i = at; !found && sought.length > 0 && i < at + words; i++) {
        found = crossing_may_be_name(&source->about[i]) &&
                slice_equal(slice_of(own, name_key(source->words[i].form, own)), sought);
    }
    return found;
}

/* Whether an entry around, for which `certainty` is less than the source's, has the surest
 * translation as a word of its own: others, "canary" for "burung", are not meant there. */
static bool is_told_around(const struct reading *reading, const struct source *source,
                           double certainty, const struct translation *surest) {
    bool around = certainty < source->certainty, told = false;
    for (size_t i = 0; around && !told && i < reading->alternative_count; i++) {
        told = alternative_has_term(&reading->alternatives[i], surest->terms);
    }
    return told;
}

/* Adds the translations; of `targets` and `certainties` there is one element for each language of
 * the index. `at` is the entry's first word. What is excluded is excluded as a whole: who wants no
 * "rumah sakit", a hospital, may want the sick and their houses. */
static bool add_targets(struct crossing *crossing, const struct source *source, size_t at,
                        const struct entry *entry, const double *certainties,
                        struct target *targets) {
    const struct reading *reading = crossing->maker->reading;
    struct lexicon_match rest = entry->match;
    struct translation translation;
    while (lexicon_next(&rest, &translation)) {
        const struct language *language = language_find(slice_of_string(translation.language));
        size_t number = language ? reading_language(reading, language) : reading->language_count;
        if (number == reading->language_count || language == source->language ||
            (reading->leaves[entry->leaf].excluded && certainties[number] < source->certainty) ||
            is_name_of_one(source, at, entry->match.words, &translation)) {
            continue;
        }
        struct target *target = &targets[number];
        if (target->count == 0) {
            bool told = is_told_around(reading, source, certainties[number], &translation);
            *target = (struct target){.certainty = certainties[number],
                                      .best = translation.weight,
                                      .count = told ? entry->most - 1 : 0};
        }
        if (target->count < entry->most &&
            translation.weight >= ACROSS_LEAST_SHARE * target->best) {
            target->count++;
            if (!add_translation(crossing, entry, &translation, target)) {
                return false;
            }
        }
    }
    return true;
}

/* Adds the translations. `certainties`, with an element for each language of the index, are that
 * the words mean what the entry does; in languages in which passages have what it surely means they
 * become those of what its words mean by themselves. */
static bool add_entry(struct crossing *crossing, const struct source *source, size_t at,
                      const struct lexicon_match *match, double *certainties) {
    struct reading_maker *maker = crossing->maker;
    struct reading *reading = maker->reading;
    struct entry entry = {.match = *match, .leaf = source->about[at].leaf};
    size_t known = reading->word_count;
    bool excluded = reading->leaves[entry.leaf].excluded;
    struct slice covered = crossing_cover(source, at, match->words);
    if (match->words == 1
            ? !reading_get_first(maker, covered, source->about[at].term, excluded, &entry.word)
            : !reading_get_word(maker, covered, &entry.word)) {
        return false;
    }
    struct query_word *word = &reading->words[entry.word];
    /* What no language of the index reads as one word ("bunuh diri") repeats none. */
    bool repeated = entry.word < known && match->words == 1 && word->use == SEARCH_WORD_REPEATED;
    if (repeated || !reading_admit_word(maker, word, excluded)) {
        return true;
    }
    word->phrase_only = false;
    entry.most = excluded ? 1 : ACROSS_TRANSLATIONS;
    struct target *targets =
        arena_allocate_zeros(maker->arena, reading->language_count * sizeof *targets);
    if (!targets) {
        return error_set_memory(maker->error);
    }
    size_t first = reading->alternative_count;
    if (!expect_translations(maker, *match) ||
        !add_targets(crossing, source, at, &entry, certainties, targets)) {
        return false;
    }
    for (size_t i = 0; i < reading->language_count; i++) {
        weigh_as_one(maker, first, entry.word, reading->languages[i].language);
        if (targets[i].found && targets[i].best >= SURE_ENTRY) {
            certainties[i] *= targets[i].as_one ? PART_OF_ONE : PART_OF_SEVERAL;
        }
    }
    return true;
}

/* Whether the index has anything for what covers these bytes. */
static bool is_found(struct crossing *crossing, struct slice surface, bool *found) {
    const struct reading *reading = crossing->maker->reading;
    uint32_t word;
    if (!reading_get_word(crossing->maker, surface, &word)) {
        return false;
    }
    *found = reading_has_passages(reading, &reading->words[word]);
    return true;
}

/* For add_entry, the same for all languages; NULL: no memory. */
static double *new_certainties(struct crossing *crossing, double certainty) {
    size_t count = crossing->maker->reading->language_count;
    double *certainties = arena_allocate_zeros(crossing->maker->arena, count * sizeof *certainties);
    for (size_t i = 0; certainties && i < count; i++) {
        certainties[i] = certainty;
    }
    if (!certainties) {
        error_set_memory(crossing->maker->error);
    }
    return certainties;
}

/* Adds the longest entry of at most `most` words that begins with word `at` and finds anything:
 * where "steam power" finds nothing, "steam" and "power plant" may; and the entries of its words.
 * `certainties`, for add_entry, are of an entry around it. *words becomes how many words it covers,
 * at least 1. */
static bool add_longest(struct crossing *crossing, const struct source *source, size_t at,
                        size_t most, const double *certainties, size_t *words) {
    struct lexicon_match match;
    bool found = false;
    size_t languages = crossing->maker->reading->language_count;
    double *inner = new_certainties(crossing, source->certainty);
    *words = 1;
    if (!inner) {
        return false;
    }
    if (certainties) {
        memcpy(inner, certainties, languages * sizeof *inner);
    }
    while (!found && most > 0 &&
           crossing_find_entry(crossing->across, &source->words[at], most, &match) &&
           (match.words > 1 || !source->about[at].abridged)) {
        size_t used = crossing->maker->reading->words_used;
        if (!add_entry(crossing, source, at, &match, inner) ||
            !is_found(crossing, crossing_cover(source, at, match.words), &found)) {
            return false;
        }
        if (!found && match.words > 1) {
            crossing->maker->reading->words_used = used; /* the limit is for words that count */
        }
        *words = found ? match.words : 1;
        most = match.words - 1;
    }
    for (size_t i = 0, inside; found && *words > 1 && i < *words; i += inside) {
        size_t rest = *words - i < most ? *words - i : most;
        if (!add_longest(crossing, source, at + i, rest, inner, &inside)) {
            return false;
        }
    }
    return true;
}

static bool add_translations(struct crossing *crossing, const struct source *source) {
    for (size_t i = 0, words; i < source->count; i += words) {
        if (!add_longest(crossing, source, i, crossing_following(source, i), NULL, &words)) {
            return false;
        }
    }
    return true;
}

/* Whether nothing is found by the word so far. Names are for cross_names.c to find. */
static bool is_lost(struct crossing *crossing, const struct source_word *about, bool *lost) {
    bool found;
    if (!is_found(crossing, about->surface, &found)) {
        return false;
    }
    *lost = !found && !about->capitalised && !about->abridged;
    return true;
}

/* Adds translations of words that are lost, from a language that the query is not in. */
static bool add_foreign_words(struct crossing *crossing, const struct source *source) {
    for (size_t i = 0; i < source->count; i++) {
        struct lexicon_match match;
        bool lost;
        if (!is_lost(crossing, &source->about[i], &lost)) {
            return false;
        }
        if (lost && crossing_find_entry(crossing->across, &source->words[i], 1, &match)) {
            double *certainties = new_certainties(crossing, FOREIGN_WORD);
            if (!certainties || !add_entry(crossing, source, i, &match, certainties)) {
                return false;
            }
        }
    }
    return true;
}

/* ---- function words -------------------------------------------------------------------------- */

/* Where the query is in a language of which the index has nothing, or is typed out in other
 * letters, its function words would count as rare words of other languages. */
static bool mark_function_words(struct crossing *crossing, const struct source *source) {
    struct reading_maker *maker = crossing->maker;
    struct reading *reading = maker->reading;
    bool own = reading_language(reading, source->language) < reading->language_count;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct source_text *read = &source->texts[i];
        struct token_list list;
        if (!reading_is_translated(reading, &reading->leaves[i]) ||
            (own && read->word_count == 0)) {
            continue;
        }
        if (!analyzer_run(maker->analyzer, read->text, source->language, ANALYSIS_QUERY, &list,
                          maker->error)) {
            return false;
        }
        for (size_t j = 0; j < list.count; j++) {
            const struct token *token = &list.tokens[j];
            uint32_t word;
            if (!(token->flags & TOKEN_FUNCTION_WORD) ||
                (own && !crossing_is_typed_out(read, token))) {
                continue;
            }
            if (!reading_get_word(maker, crossing_surface(read, token), &word)) {
                return false;
            }
            reading->words[word].foreign_function = true;
        }
    }
    return true;
}

/* ---- all together ---------------------------------------------------------------------------- */

static bool is_foreign(const struct reading_maker *maker, const struct language *language) {
    const struct reading *reading = maker->reading;
    size_t number = reading_language(reading, language);
    return number == reading->language_count ||
           reading->languages[number].passages < FOREIGN_SHARE * maker->index->passages;
}

/* The language that the query is in. Of a word or two that may be in several, passages tell better
 * than letters: "jam" is an hour where Indonesian ones have it. */
static const struct language *tell_language(const struct reading_maker *maker) {
    const struct reading *reading = maker->reading;
    return is_foreign(maker, reading->identified) ? reading->identified : reading->likely;
}

static bool add_from(struct crossing *crossing, const struct source *source) {
    return crossing_add_typed_out(crossing, source) &&
           (source->certainty < LEAST_CERTAINTY || add_translations(crossing, source)) &&
           crossing_add_related_names(crossing, source);
}

/* Abbreviations of all languages that the query may be in. */
static bool add_abbreviations(struct crossing *crossing) {
    for (size_t i = 0; i < language_count(); i++) {
        const struct source *source = &crossing->sources[i];
        if (source->certainty >= LEAST_CERTAINTY && !crossing_add_abbreviations(crossing, source)) {
            return false;
        }
    }
    return true;
}

/* Reads the query in each language. *likely is the one that it is most likely in; NULL where the
 * program has no languages. */
static bool read_sources(struct crossing *crossing, const struct source **likely) {
    struct reading_maker *maker = crossing->maker;
    size_t languages = language_count();
    const struct language *told = tell_language(maker);
    double best = -INFINITY;
    *likely = NULL;
    crossing->sources = arena_allocate_zeros(maker->arena, languages * sizeof *crossing->sources);
    if (!crossing->sources) {
        return error_set_memory(maker->error);
    }
    for (size_t i = 0; i < languages; i++) {
        struct source *source = &crossing->sources[i];
        if (!crossing_read_source(crossing, language_at(i), source)) {
            return false;
        }
        source->likelihood +=
            source->language == told ? IDENTIFIED * maker->reading->identified_confidence : 0;
        if (source->likelihood > best) {
            best = source->likelihood;
            *likely = source;
        }
    }
    for (size_t i = 0; i < languages; i++) {
        crossing->sources[i].certainty = exp(crossing->sources[i].likelihood - best);
    }
    return true;
}

bool across_add(const struct across *across, struct reading_maker *maker) {
    size_t languages = language_count();
    struct crossing crossing = {across, maker, NULL};
    const struct source *likely;
    if (!read_sources(&crossing, &likely)) {
        return false;
    }
    /* The likely one first: a term has the certainty of the source that adds it. */
    if (likely && !add_from(&crossing, likely)) {
        return false;
    }
    for (size_t i = 0; i < languages; i++) {
        if (&crossing.sources[i] != likely && !add_from(&crossing, &crossing.sources[i])) {
            return false;
        }
    }
    for (size_t i = 0; i < languages; i++) {
        const struct source *source = &crossing.sources[i];
        if (source->certainty < LEAST_CERTAINTY && !add_foreign_words(&crossing, source)) {
            return false;
        }
    }
    maker->reading->foreign =
        likely && is_foreign(maker, likely->language) ? likely->language : NULL;
    return !likely || (crossing_add_names(&crossing, likely) && crossing_add_types(&crossing) &&
                       mark_function_words(&crossing, likely) && add_abbreviations(&crossing) &&
                       crossing_add_synonyms(&crossing, likely));
}
