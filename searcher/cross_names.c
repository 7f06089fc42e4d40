/* Names of a query, in whatever alphabet they are written, and what a word finds by itself. */
#include "corpus/base/array.h"
#include "corpus/languages/language.h"
#include "corpus/names/names.h"
#include "corpus/names/transcription.h"
#include "corpus/unicode/properties.h"
#include "searcher/crossing.h"
#include "searcher/rank.h"

#include <math.h>

enum {
    NAME_STEMS = 16, /* so many stems of a name find passages */
};

/* So alike the name and a stem that has lost sounds must be. */
#define NAME_STEM_SIMILARITY 0.5

/* Of abbreviations only those of the same sound are the same, and of those with up to so many
 * letters none. */
enum { ACRONYM_LETTERS_SOUNDLESS = 3 };
#define ACRONYM_SIMILARITY 0.98

/* The certainty that a short name is meant by what is written like it in the other alphabet. */
#define SHORT_NAME 0.5

/* ---- stems ----------------------------------------------------------------------------------- */

/* The terms that passages with a name have. */
struct stems {
    struct name_stem *stems;         /* those most like the name, these first */
    double similarities[NAME_STEMS]; /* of each */
    size_t count;
    uint64_t passages; /* of all that are alike enough, the word's own stem among them */
};

/* Of equally similar ones the first in byte order goes first. */
static void keep_stem(struct stems *kept, struct name_stem stem, double similarity) {
    size_t at = kept->count;
    while (at > 0 && kept->similarities[at - 1] < similarity) {
        at--;
    }
    size_t count = kept->count;
    array_keep(kept->stems, &count, NAME_STEMS, sizeof stem, at, &stem);
    array_keep(kept->similarities, &kept->count, NAME_STEMS, sizeof similarity, at, &similarity);
}

/* A name whose stems are looked for, in spellings of one key. */
struct looking {
    struct reading_maker *maker;
    uint32_t word;
    const struct slice *forms;
    size_t form_count;
    struct slice key;
    bool acronym;
    struct stems stems;
};

/* So alike as names in a text, or less where the stem's own key shows that it is not all of a name.
 */
static bool is_alike(const struct looking *looking, struct slice stem, double similarity) {
    char own[NAME_KEY_BYTES];
    if (looking->acronym) {
        return similarity >= ACRONYM_SIMILARITY;
    }
    return similarity >= NAME_SIMILARITY_SAME ||
           (similarity >= NAME_STEM_SIMILARITY &&
            !slice_equal(slice_of(own, name_key(stem, own)), looking->key));
}

/* Takes a term that passages with the name have, if there are any. */
static bool take_term(struct looking *looking, struct name_stem stem, double similarity) {
    struct reading_maker *maker = looking->maker;
    if (!index_get_frequency(maker->index, stem.term, &stem.passages, maker->error)) {
        return false;
    }
    if (stem.passages > 0) {
        looking->stems.passages += stem.passages;
        stem.term = arena_copy(maker->arena, stem.term);
        keep_stem(&looking->stems, stem, similarity);
    }
    return true;
}

static bool take_stem(struct looking *looking, struct slice term) {
    struct reading_maker *maker = looking->maker;
    const uint64_t *known = map_find(maker->reading->terms, term);
    struct alternative *own = known ? &maker->reading->alternatives[*known] : NULL;
    if (term.length <= LANGUAGE_CODE_BYTES) {
        return error_set(maker->error, ERROR_CORRUPT, "a name in the vocabulary is damaged");
    }
    if (own && own->word == looking->word && own->kind == MATCH_EXACT) { /* it is found already */
        own->named = true;
        looking->stems.passages += own->passages;
        return true;
    }
    struct slice bare = term_stem(term);
    double similarity = 0;
    for (size_t i = 0; i < looking->form_count; i++) {
        similarity = fmax(similarity, name_similarity(looking->forms[i], bare));
    }
    struct name_stem stem = {term, language_find(slice_of(term.data, LANGUAGE_CODE_BYTES)), 0};
    return !is_alike(looking, bare, similarity) || take_term(looking, stem, similarity);
}

/* Finds the terms of passages that have a name with the key: of names that are words besides the
 * key's own, `own_term`, which does not tell how they sound, of others their stems. */
static bool find_stems(struct looking *looking, struct slice own_term) {
    struct reading_maker *maker = looking->maker;
    struct bytes prefix = {0};
    struct slice name;
    uint64_t count;
    looking->stems.stems =
        arena_allocate_zeros(maker->arena, NAME_STEMS * sizeof *looking->stems.stems);
    schema_name(looking->key, slice_of("", 0), &prefix);
    if (!looking->stems.stems || prefix.failed) {
        bytes_free(&prefix);
        return error_set_memory(maker->error);
    }
    struct schema_words *names = index_open_words(maker->index, bytes_slice(&prefix), maker->error);
    bool read =
        names && (looking->acronym || take_term(looking, (struct name_stem){own_term, NULL, 0}, 1));
    while (read && (read = schema_words_next(names, &name, &count, maker->error)) && count > 0) {
        read = take_stem(looking, slice_of(name.data + prefix.length, name.length - prefix.length));
    }
    schema_words_free(names);
    bytes_free(&prefix);
    return read;
}

/* ---- the names of a query -------------------------------------------------------------------- */

static size_t acronym_letters(struct slice surface) {
    size_t letters = unicode_capitals(surface) == CAPITALS_ALL ? code_point_count(surface) : 0;
    return letters <= NAME_ACRONYM_LETTERS ? letters : 0;
}

/* A word of the query that may be a name. */
struct possible_name {
    const struct source_word *about;
    const struct language *language; /* that reads it so */
    uint32_t word;
    size_t acronym; /* letters of an abbreviation, 0 if it is none */
};

/* The most spellings of a name: its own and one by each language. */
enum { NAME_FORMS = 1 + TRANSCRIPTIONS };

/* Whether passages in another alphabet than the name's have one of the stems. */
static bool is_across_alphabets(const struct stems *stems, const struct language *language) {
    for (size_t i = 0; i < stems->count; i++) {
        const struct language *other = stems->stems[i].language;
        if (other && other->script != language->script) {
            return true;
        }
    }
    return false;
}

/* A place is found by what is made of its name in another language, too: Рогунская by Rogun. `stem`
 * is the name there. */
static bool add_made_of(struct crossing *crossing, const struct possible_name *name,
                        const struct language *language, struct slice stem) {
    struct reading_maker *maker = crossing->maker;
    char term[LANGUAGE_CODE_BYTES + LANGUAGE_STEM_BYTES];
    memcpy(term, language->code, LANGUAGE_CODE_BYTES);
    size_t length;
    for (size_t n = 0;
         language->related && (length = analyzer_related(maker->analyzer, language, stem, n,
                                                         term + LANGUAGE_CODE_BYTES)) > 0;
         n++) {
        struct alternative made = {
            .term = slice_of(term, LANGUAGE_CODE_BYTES + length),
            .language = language,
            .kind = MATCH_TRANSLATION,
            .word = name->word,
            .certainty = RANK_RELATED,
        };
        bool is_new;
        if (!crossing_is_new_term(crossing, made.term, &is_new) ||
            (is_new && !reading_add_beside(maker, name->about->leaf, &made))) {
            return false;
        }
    }
    return true;
}

/* The same in all languages of the other alphabet, which `form` is in. */
static bool add_made_of_form(struct crossing *crossing, const struct possible_name *name,
                             struct slice form) {
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        if (language->script != name->language->script &&
            !add_made_of(crossing, name, language, form)) {
            return false;
        }
    }
    return true;
}

/* A name in different spellings. */
struct spellings {
    struct slice forms[NAME_FORMS];
    char terms[NAME_FORMS][1 + NAME_KEY_BYTES]; /* by which each is found */
    size_t lengths[NAME_FORMS];                 /* of these; 0: none */
    size_t count;
};

/* Adds a form that is not among them yet. */
static void add_spelling(struct spellings *spellings, struct slice form) {
    for (size_t i = 0; i < spellings->count; i++) {
        if (slice_equal(spellings->forms[i], form)) {
            return;
        }
    }
    char *term = spellings->terms[spellings->count];
    *term = *PREFIX_NAME;
    size_t length = name_key(form, term + 1);
    spellings->lengths[spellings->count] = length > 0 ? 1 + length : 0;
    spellings->forms[spellings->count++] = form;
}

static struct slice spelling_term(const struct spellings *spellings, size_t number) {
    return slice_of(spellings->terms[number], spellings->lengths[number]);
}

/* The greatest idf by which the word is found already, as it stands, else as a name that was added
 * before alternative `number`: another spelling, which is a guess, must not tell more than the
 * word's own. 0 where nothing is found. */
static double known_idf(const struct reading *reading, const struct query_word *word,
                        size_t number) {
    double direct = reading_direct_idf(reading, word, NULL), named = 0;
    for (const struct alternative *at = reading_first(reading, word); at && direct <= 0;
         at = reading_next(reading, at)) {
        bool before = at < &reading->alternatives[number];
        named = before && at->kind == MATCH_NAME && at->passages > 0 ? fmax(named, at->idf) : named;
    }
    return direct > 0 ? direct : named;
}

/* The spellings of one key. */
struct same_key {
    struct slice term; /* by which they are found; points into the spellings */
    struct slice forms[NAME_FORMS];
    size_t count;
};

/* Those with the key of spelling `first`, which is the first of them. */
static struct same_key spellings_of_key(const struct spellings *spellings, size_t first) {
    struct same_key same = {.term = spelling_term(spellings, first)};
    for (size_t i = first; i < spellings->count; i++) {
        if (slice_equal(spelling_term(spellings, i), same.term)) {
            same.forms[same.count++] = spellings->forms[i];
        }
    }
    return same;
}

/* Adds the name, with its stems, as what the word of the query may mean. */
static bool add_alternative(struct crossing *crossing, const struct possible_name *name,
                            const struct same_key *same, const struct stems *stems) {
    struct reading_maker *maker = crossing->maker;
    struct reading *reading = maker->reading;
    struct alternative like = {
        .term = same->term,
        .stems = stems->stems,
        .stem_count = stems->count,
        .kind = MATCH_NAME,
        .passages = stems->passages > UINT32_MAX ? UINT32_MAX : (uint32_t)stems->passages,
        .word = name->word,
    };
    size_t number = reading->alternative_count;
    if (!reading_add_beside(maker, name->about->leaf, &like)) {
        return false;
    }
    for (size_t i = 0; i < same->count; i++) {
        if (!reading_add_form(maker, &reading->alternatives[number], same->forms[i])) {
            return false;
        }
    }
    double idf = known_idf(reading, &reading->words[name->word], number);
    struct alternative *added = &reading->alternatives[number];
    added->idf = idf > 0 ? fmin(added->idf, idf) : added->idf;
    return true;
}

/* Adds what other languages make of the name where a stem there is all of it: Indian may be
 * Indonesian. */
static bool add_made_of_stems(struct crossing *crossing, const struct possible_name *name,
                              const struct stems *stems) {
    for (size_t i = 0; i < stems->count; i++) {
        const struct name_stem *stem = &stems->stems[i];
        bool whole = stems->similarities[i] >= NAME_SIMILARITY_SAME;
        if (whole && stem->language && stem->language != name->language &&
            !add_made_of(crossing, name, stem->language, term_stem(stem->term))) {
            return false;
        }
    }
    return true;
}

/* Adds the passages with a name of the key of the first-th spelling, in any of those behind it that
 * have it, too: names may share a key and not be the same, so that each of them counts (гюго, хуго:
 * Hugo). What the query has itself (`own`) is added even if there are none, and *found becomes true
 * if there are any in another alphabet; of other forms if there are any. */
static bool add_form(struct crossing *crossing, const struct possible_name *name,
                     const struct spellings *spellings, size_t first, bool own, bool *found) {
    const struct same_key same = spellings_of_key(spellings, first);
    if (same.term.length == 0 || map_find(crossing->maker->reading->terms, same.term)) {
        return true;
    }
    struct looking looking = {.maker = crossing->maker,
                              .word = name->word,
                              .forms = same.forms,
                              .form_count = same.count,
                              .key = slice_of(same.term.data + 1, same.term.length - 1),
                              .acronym = name->acronym > 0};
    if (!find_stems(&looking, same.term)) {
        return false;
    }
    const struct stems *stems = &looking.stems;
    if (!own && stems->passages == 0) {
        return true;
    }
    *found |= !own || is_across_alphabets(stems, name->language);
    return add_alternative(crossing, name, &same, stems) &&
           add_made_of_stems(crossing, name, stems);
}

/* Adds passages with the name as it is, if `own`, even if there are none, and as the rules of some
 * language write it unless those are in both alphabets. */
static bool add_forms(struct crossing *crossing, const struct possible_name *name,
                      struct slice form, bool own, bool transcribed, bool *found) {
    char written[TRANSCRIPTIONS][TRANSCRIBED_BYTES];
    struct spellings spellings = {.count = 0};
    if (own) {
        add_spelling(&spellings, form);
    }
    for (size_t i = 0; transcribed && i < TRANSCRIPTIONS; i++) {
        size_t length = transcription_write(form, i, written[i]);
        if (length > 0) {
            add_spelling(&spellings, slice_of(written[i], length));
        }
    }
    bool met = false;
    for (size_t i = 0; i < spellings.count && !(own && i == 1 && met); i++) {
        bool as_is = own && i == 0;
        if (!add_form(crossing, name, &spellings, i, as_is, &met) ||
            (!as_is && !add_made_of_form(crossing, name, spellings.forms[i]))) {
            return false;
        }
    }
    *found |= met;
    return true;
}

/* Whether a word is a function word of the language. */
static bool find_function(struct crossing *crossing, struct slice word,
                          const struct language *language, bool *function) {
    struct reading_maker *maker = crossing->maker;
    struct token_list list;
    if (!analyzer_run(maker->analyzer, word, language, ANALYSIS_QUERY, &list, maker->error)) {
        return false;
    }
    *function = list.count > 0 && list.tokens[0].flags & TOKEN_FUNCTION_WORD;
    return true;
}

/* Adds passages in the language with just this word. What is a function word there would find
 * anything: Li is Ли, but ли is in every other passage. */
static bool add_word(struct crossing *crossing, const struct possible_name *name,
                     const struct language *language, struct slice word) {
    struct reading_maker *maker = crossing->maker;
    char term[LANGUAGE_CODE_BYTES + TRANSCRIBED_BYTES];
    memcpy(term, language->code, LANGUAGE_CODE_BYTES);
    memcpy(term + LANGUAGE_CODE_BYTES, word.data, word.length);
    struct alternative like = {
        .term = slice_of(term, LANGUAGE_CODE_BYTES + word.length),
        .language = language,
        .kind = MATCH_TRANSLATION,
        .certainty = SHORT_NAME,
        .word = name->word,
    };
    bool is_new, function;
    return crossing_is_new_term(crossing, like.term, &is_new) &&
           (!is_new || (find_function(crossing, word, language, &function) &&
                        (function || reading_add_beside(maker, name->about->leaf, &like))));
}

/* Adds passages with a name too short for a key, as the other alphabet writes it: Цой, Emma. */
static bool add_written(struct crossing *crossing, const struct possible_name *name,
                        struct slice form) {
    const struct reading *reading = crossing->maker->reading;
    for (size_t i = 0; i < TRANSCRIPTIONS; i++) {
        char written[TRANSCRIBED_BYTES];
        struct slice word = slice_of(written, transcription_write(form, i, written));
        for (size_t j = 0; word.length > 0 && j < reading->language_count; j++) {
            if (!add_word(crossing, name, reading->languages[j].language, word)) {
                return false;
            }
        }
    }
    return true;
}

/* Whether the word finds nothing in the other alphabet, in which the index has passages:
 * dictionaries may know of it what no passage is about ("ilham", inspiration, and Ильхам). */
static bool is_missing_across(const struct reading *reading, const struct query_word *word,
                              const struct language *language) {
    bool other = false;
    for (size_t i = 0; i < reading->language_count; i++) {
        enum script script = reading->languages[i].language->script;
        other |= script != SCRIPT_NONE && script != language->script;
    }
    for (const struct alternative *at = reading_first(reading, word); other && at;
         at = reading_next(reading, at)) {
        other = at->passages == 0 || !at->language || at->language->script == language->script;
    }
    return other;
}

/* Adds the name that a word may be. `stem` is the form without what a case adds, as far as its
 * language tells. */
static bool add_name(struct crossing *crossing, const struct language *language, struct slice form,
                     struct slice stem, const struct source_word *about) {
    struct reading_maker *maker = crossing->maker;
    struct reading *reading = maker->reading;
    bool excluded = reading->leaves[about->leaf].excluded;
    char key[NAME_KEY_BYTES];
    struct possible_name name = {
        .about = about, .language = language, .acronym = acronym_letters(about->surface)};
    bool keyless = name_key(form, key) == 0;
    /* A single letter is an initial. */
    bool written = about->capitalised && !about->known && code_point_count(about->surface) > 1;
    if (!crossing_may_be_name(about) || (keyless && !written) ||
        (name.acronym > 0 && name.acronym <= ACRONYM_LETTERS_SOUNDLESS)) {
        return true;
    }
    if (!reading_get_first(maker, about->surface, about->term, excluded, &name.word)) {
        return false;
    }
    struct query_word *word = &reading->words[name.word];
    if (word->use == SEARCH_WORD_REPEATED || !reading_admit_word(maker, word, excluded)) {
        return true;
    }
    if (keyless) {
        return reading_has_passages(reading, word) ||
               (add_written(crossing, &name, form) && add_written(crossing, &name, stem));
    }
    /* In small letters it is more likely misspelt; what is met in both alphabets as it is read is
     * not sought as others write it, which takes longer than all else about a name. Nor is what is
     * excluded: some language writes Шон so that it sounds like Cheng and Singh, and nobody would
     * see what is missing. */
    bool known = about->known && !(about->named && is_missing_across(reading, word, language));
    bool found = known || !about->capitalised || name.acronym > 0 || excluded;
    return add_forms(crossing, &name, form, true, !found, &found) &&
           (found || add_forms(crossing, &name, stem, false, true, &found));
}

bool crossing_add_related_names(struct crossing *crossing, const struct source *source) {
    const struct language *language = source->language;
    struct analyzer *analyzer = crossing->maker->analyzer;
    char related[LANGUAGE_STEM_BYTES];
    for (size_t i = 0; language->related && i < source->count; i++) {
        struct slice stem = term_stem(source->words[i].term);
        size_t length;
        for (size_t n = 0; (length = analyzer_related(analyzer, language, stem, n, related)) > 0;
             n++) {
            struct slice form = slice_of(related, length);
            if (!add_name(crossing, language, form, form, &source->about[i])) {
                return false;
            }
        }
    }
    return true;
}

bool crossing_add_names(struct crossing *crossing, const struct source *source) {
    for (size_t i = 0; i < source->count; i++) {
        struct slice term = source->words[i].term;
        if (!source->words[i].bound && !add_name(crossing, source->language, source->words[i].form,
                                                 term_stem(term), &source->about[i])) {
            return false;
        }
    }
    return true;
}
