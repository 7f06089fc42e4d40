/* Russian is stemmed to the dictionary's word; a participle to its verb; reflexive verbs are
 * words of their own. What the dictionary does not know (most surnames, many places) goes to
 * libstemmer, which undoes their declension too. */
#include "corpus/dictionary/dictionary.h"
#include "corpus/languages/ru/russian.h"
#include "corpus/languages/stemmer.h"

enum {
    READINGS = 16,
    SHORTEST_INFLECTED = 6, /* bytes: three letters */
};

static bool is_verb(const struct dictionary_word *word) {
    static const char *const ends[] = {"ть", "ти", "чь", "ться", "тись", "чься"};
    static const char flags[] = "BDLMPQRTUVWY"; /* of conjugation */
    char flag[2] = {0};
    bool infinitive = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        infinitive |= form_ends_in(word->word, ends[i]);
    }
    /* Some verbs are listed form by form and have no flag. */
    bool conjugated = word->flags.length == 0;
    for (const char *f = flags; *f && !conjugated; f++) {
        flag[0] = *f;
        conjugated = dictionary_word_has(word, flag);
    }
    return !word->name && infinitive && conjugated;
}

static bool is_reflexive_verb(const struct dictionary_word *word) {
    return is_verb(word) && (form_ends_in(word->word, "ся") || form_ends_in(word->word, "сь"));
}

static bool is_inflected(const struct dictionary_word *word) {
    return !word->name && word->flags.length > 0;
}

static bool is_adjective(struct slice word) {
    return form_ends_in(word, "ый") || form_ends_in(word, "ий") || form_ends_in(word, "ой");
}

static bool is_name(const struct dictionary_word *word) {
    return word->name;
}

/* A noun that is declined as a plural alone: "деньги", "исламисты". */
static bool is_plural(const struct dictionary_word *word) {
    bool plural = is_inflected(word);
    for (size_t i = 0; i < word->flags.length; i += 2) {
        plural &= word->flags.data[i] == 'O';
    }
    return plural;
}

/* "Балканы": a name that is declined as a plural alone. */
static bool is_plural_name(const struct dictionary_word *word) {
    return word->name && dictionary_word_has(word, "O") && word->flags.length == 2 &&
           (form_ends_in(word->word, "ы") || form_ends_in(word->word, "и"));
}

/* The dictionary's word with one of the `ends` (one space between them) behind `stem`; that with
 * -ся where only such fit. */
static bool find_with_end(struct slice stem, const char *ends,
                          bool (*fits)(const struct dictionary_word *), struct slice *found) {
    char text[2 * LANGUAGE_STEM_BYTES];
    for (const char *end = ends;; end++) {
        size_t length = strcspn(end, " ");
        struct dictionary_word entry;
        memcpy(text, stem.data, stem.length);
        memcpy(text + stem.length, end, length);
        struct slice word = slice_of(text, stem.length + length);
        if (fits == is_reflexive_verb) {
            memcpy(text + word.length, form_ends_in(word, "ти") ? "сь" : "ся", strlen("ся"));
            word.length += strlen("ся");
        }
        if (dictionary_find(&dictionary_ru, word, &entry) && fits(&entry)) {
            *found = entry.word;
            return true;
        }
        end += length;
        if (!*end) {
            return false;
        }
    }
}

static bool replace_end(const struct ending *table, struct slice form,
                        bool (*fits)(const struct dictionary_word *), struct slice *found) {
    for (; table->form.data; table++) {
        if (form_ends_with(form, table->form)) {
            struct slice stem = slice_of(form.data, form.length - table->form.length);
            if (find_with_end(stem, table->words, fits, found)) {
                return true;
            }
        }
    }
    return false;
}

/* The verb of a form in the present, future or past. */
static bool find_verb(struct slice form, bool (*fits)(const struct dictionary_word *),
                      struct slice *found) {
    for (const struct slice *ending = russian_personal_endings; ending->data; ending++) {
        if (form_ends_with(form, *ending) &&
            replace_end(russian_present_stems, slice_of(form.data, form.length - ending->length),
                        fits, found)) {
            return true;
        }
    }
    return replace_end(russian_past, form, fits, found) ||
           replace_end(russian_listed_verb_forms, form, fits, found);
}

/* How likely a reading is to be meant. Words without flags are forms that no rule of the dictionary
 * makes, or that do not change at all. */
enum rank { RANK_NONE, RANK_NAME, RANK_UNCHANGING, RANK_WORD };

static enum rank rank_reading(const struct dictionary_reading *reading, struct slice form) {
    if (reading->lemma.name) {
        /* A surname ("Иванов") is no plural of a name. */
        return reading->ending && (form_ends_in(form, "ов") || form_ends_in(form, "ев"))
                   ? RANK_NONE
                   : RANK_NAME;
    }
    return reading->lemma.flags.length == 0 ? RANK_UNCHANGING : RANK_WORD;
}

/* "политика" is a field and a man's genitive; other cases of the plural are the men's. */
static bool is_field_of(struct slice field, struct slice man, struct slice form) {
    enum { LETTER = 2, SHORTEST_MAN = 5 * LETTER }; /* "логик", but not "пик" */
    return man.length >= SHORTEST_MAN && form_ends_in(man, "ик") && form_ends_in(field, "ка") &&
           field.length == man.length + LETTER && form.length == field.length;
}

/* Which of two words is taken for the forms they share, so that all of these go the same way: the
 * shorter, whatever it is, or the form itself, or the first in the order of letters. */
static bool is_preferred(struct slice word, struct slice other, struct slice form) {
    if (word.length != other.length) {
        return is_field_of(word, other, form) ||
               (word.length < other.length && !is_field_of(other, word, form));
    }
    return !slice_equal(other, form) && memcmp(word.data, other.data, word.length) < 0;
}

static enum rank read_in_dictionary(struct slice form, struct slice *lemma) {
    struct dictionary_reading readings[READINGS];
    size_t count = dictionary_read(&dictionary_ru, form, readings, READINGS);
    enum rank best = RANK_NONE;
    for (size_t i = 0; i < count; i++) {
        struct slice word = readings[i].lemma.word;
        enum rank rank = rank_reading(&readings[i], form);
        if (rank > best || (rank == best && best && is_preferred(word, *lemma, form))) {
            *lemma = word;
            best = rank;
        }
    }
    return best;
}

bool russian_knows(struct slice form) {
    struct slice lemma;
    return read_in_dictionary(form, &lemma) > RANK_NAME;
}

/* "используется": the verb of "использует", or that with -ся where it is a word too. */
static bool find_reflexive(struct slice form, struct slice *verb) {
    if (!form_ends_in(form, "ся") && !form_ends_in(form, "сь")) {
        return false;
    }
    struct slice plain = slice_of(form.data, form.length - strlen("ся"));
    struct dictionary_word word;
    if (find_verb(plain, is_verb, verb) ||
        (read_in_dictionary(plain, verb) == RANK_WORD &&
         dictionary_find(&dictionary_ru, *verb, &word) && is_verb(&word))) {
        find_with_end(*verb, "", is_reflexive_verb, verb);
        return true;
    }
    /* "удается", "останься": those that are not without -ся. */
    return find_verb(plain, is_reflexive_verb, verb) ||
           replace_end(russian_imperatives, plain, is_reflexive_verb, verb);
}

/* The verb of a participle in its first form; what the table has not is active and has the stem of
 * the present ("тонущий", "борющийся"). */
static bool find_verb_of_first_form(struct slice participle, struct slice *verb) {
    if (replace_end(russian_participles, participle, is_verb, verb)) {
        return true;
    }
    bool reflexive = form_ends_in(participle, "ся");
    struct slice plain = participle;
    plain.length -= reflexive ? strlen("ся") : 0;
    if (!form_ends_in(plain, "ущий") && !form_ends_in(plain, "ющий")) {
        return false;
    }
    plain.length -= strlen("ущий");
    return replace_end(russian_present_stems, plain, reflexive ? is_reflexive_verb : is_verb, verb);
}

/* Participles in щ and ш have soft endings, others hard ones: "развитий" is of "развитие" and not
 * of "развитый". Before -ая and -ую all are alike. */
static bool is_ending_behind(struct slice ending, bool soft) {
    static const char *const hard[] = {"о", "ы"}, *const softs[] = {"е", "и"};
    const char *const *others = soft ? hard : softs;
    return !slice_starts_with(ending, slice_of_string(others[0])) &&
           !slice_starts_with(ending, slice_of_string(others[1]));
}

/* The verb of a participle that the dictionary does not make of it. */
static bool find_verb_of_participle(struct slice form, struct slice *verb) {
    char text[LANGUAGE_STEM_BYTES + 4 * 2];
    bool reflexive = form_ends_in(form, "ся");
    if (reflexive) {
        form.length -= strlen("ся");
    }
    for (const struct slice *ending = russian_adjective_endings; ending->data; ending++) {
        if (form_ends_with(form, *ending)) {
            struct slice stem = slice_of(form.data, form.length - ending->length);
            bool active = form_ends_in(stem, "щ") || form_ends_in(stem, "ш");
            if (!is_ending_behind(*ending, active)) {
                continue;
            }
            memcpy(text, stem.data, stem.length);
            size_t length = stem.length;
            length += stem_write(slice_of_string(active ? "ий" : "ый"), text + length);
            length += stem_write(slice_of_string(reflexive ? "ся" : ""), text + length);
            if (find_verb_of_first_form(slice_of(text, length), verb)) {
                return true;
            }
        }
    }
    return false;
}

static bool is_short_for_inflection(struct slice form) {
    return form.length < SHORTEST_INFLECTED || form_ends_in(form, "ск"); /* Аральск */
}

/* Flags of verbs alone: "запах" is a noun as well. */
static bool is_verb_form_alone(const struct dictionary_word *word) {
    bool alone = word->flags.length > 0;
    for (size_t i = 0; i < word->flags.length; i += 2) {
        alone &= word->flags.data[i] == 'L' || word->flags.data[i] == 'B';
    }
    return alone;
}

/* "нашла", "погиб" and "выбери" are words of the dictionary with forms of their own: the verb of
 * such a word, of which `form` is one. */
static bool find_verb_of_word(struct slice form, const struct dictionary_word *word,
                              struct slice *verb) {
    bool past = dictionary_word_has(word, "L");
    bool imperative = dictionary_word_has(word, "B");
    if ((!past && !imperative) || is_verb(word)) {
        return false;
    }
    if (!is_verb_form_alone(word)) {
        past &= form.length > word->word.length &&
                (form_ends_in(form, "ла") || form_ends_in(form, "ло") || form_ends_in(form, "ли"));
        imperative = false;
    }
    if (((past || imperative) && find_verb(word->word, is_verb, verb)) ||
        (past && replace_end(russian_past_words, word->word, is_verb, verb)) ||
        (imperative && replace_end(russian_imperatives, word->word, is_verb, verb))) {
        return true;
    }
    if (!imperative || (!form_ends_in(word->word, "ся") && !form_ends_in(word->word, "сь"))) {
        return false;
    }
    struct slice plain = slice_of(word->word.data, word->word.length - strlen("ся"));
    return replace_end(russian_imperatives, plain, is_reflexive_verb, verb);
}

/* The singular of a plural that is a word of its own. */
static bool find_singular(const struct dictionary_word *word, struct slice *singular) {
    return is_plural(word) && replace_end(russian_plurals, word->word, is_inflected, singular);
}

static bool find_missing_plural(struct slice form, struct slice *singular) {
    enum { SHORTEST = 5 * 2 };
    return form.length >= SHORTEST && !form_ends_in(form, "ин") &&
           replace_end(russian_missing_plurals, form, is_inflected, singular);
}

/* Shorter ones are rather other words. */
static bool find_missing_singular(struct slice form, struct slice *plural) {
    enum { SHORTEST = 6 * 2 };
    return form.length >= SHORTEST &&
           replace_end(russian_missing_singulars, form, is_plural, plural);
}

/* Shorter ones are rather other names: "Анд". */
static bool find_plural_name(struct slice form, struct slice *name) {
    enum { SHORTEST = 4 * 2 };
    return form.length >= SHORTEST && replace_end(russian_plural_names, form, is_plural_name, name);
}

static bool is_irregular(const struct stemmer *stemmer, struct slice lemma) {
    char stem[LANGUAGE_STEM_BYTES];
    return stemmer_irregular(stemmer, lemma, stem) > 0;
}

static bool find_lemma(const struct stemmer *stemmer, struct slice form, struct slice *lemma) {
    enum rank rank = read_in_dictionary(form, lemma);
    struct slice found;
    if (rank != RANK_WORD && rank != RANK_NAME && !is_short_for_inflection(form) &&
        (find_reflexive(form, &found) || find_verb(form, is_verb, &found) ||
         replace_end(russian_forms, form, is_inflected, &found) ||
         (rank == RANK_UNCHANGING &&
          (replace_end(russian_short_forms, form, is_inflected, &found) ||
           replace_end(russian_genitives, form, is_inflected, &found))) ||
         (rank == RANK_NONE && find_verb_of_participle(form, &found)) ||
         find_missing_plural(form, &found) ||
         (rank == RANK_NONE && find_missing_singular(form, &found)))) {
        *lemma = found;
        if (!is_irregular(stemmer, found)) {
            find_verb_of_first_form(found, lemma);
        }
        return true;
    }
    if (rank <= RANK_NAME &&
        (find_plural_name(form, lemma) || replace_end(russian_names, form, is_name, lemma))) {
        return true;
    }
    if (rank == RANK_WORD && !is_irregular(stemmer, *lemma)) {
        struct dictionary_word word;
        if (dictionary_find(&dictionary_ru, *lemma, &word) &&
            (find_verb_of_word(form, &word, &found) || find_singular(&word, &found))) {
            *lemma = found;
        } else if (!replace_end(russian_listed_forms, *lemma, is_inflected, lemma)) {
            find_verb_of_first_form(*lemma, lemma);
        }
    }
    return rank != RANK_NONE;
}

/* "погромче" is somewhat louder, "посерьезнее" more serious: of the adjective, as what stands
 * behind по- is. */
static size_t stem_softened_comparative(struct stemmer *stemmer, struct slice form, char *stem) {
    static const struct slice prefix = SLICE("по");
    static const char *const ends[] = {"ее", "ше", "же", "че", "ще", "ней"};
    bool comparative = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        comparative |= form_ends_in(form, ends[i]);
    }
    if (!comparative || !slice_starts_with(form, prefix)) {
        return 0;
    }
    size_t length = russian_stem(stemmer, slice_from(form, prefix.length), stem);
    return is_adjective(slice_of(stem, length)) ? length : 0;
}

/* "госзакупок", "криптобиржей": a noun or adjective of the dictionary behind what stands before
 * many. */
static size_t stem_compound(struct stemmer *stemmer, struct slice form, char *stem) {
    enum { LETTER = 2, SHORTEST = 4 * LETTER };
    for (const struct slice *first = russian_first_parts; first->data; first++) {
        if (!slice_starts_with(form, *first) || form.length < first->length + SHORTEST) {
            continue;
        }
        struct slice second = slice_from(form, first->length);
        struct slice lemma = second;
        struct dictionary_word word;
        char last[LANGUAGE_STEM_BYTES];
        size_t length = stemmer_irregular(stemmer, second, last);
        if (length == 0) {
            if (read_in_dictionary(second, &lemma) != RANK_WORD ||
                !find_lemma(stemmer, second, &lemma)) {
                continue;
            }
            length = stemmer_irregular(stemmer, lemma, last);
        }
        struct slice found = length ? slice_of(last, length) : lemma;
        /* All forms begin alike, so that they show the clue. */
        if (found.length >= SHORTEST && memcmp(found.data, second.data, LETTER) == 0 &&
            first->length + found.length <= LANGUAGE_STEM_BYTES &&
            dictionary_find(&dictionary_ru, found, &word) && !word.name && !is_verb(&word)) {
            size_t kept = stem_write(*first, stem);
            return kept + stem_write(found, stem + kept);
        }
    }
    return 0;
}

/* Three letters of which the last is no case ending behind the second, and which libstemmer cuts
 * all the same: РИА and МЭА are no ри and мэ. */
static bool is_cut_abbreviation(struct slice form) {
    enum { LETTER = 2 };
    static const char *const ends[] = {"аа", "еа", "иа", "оа", "уа", "ыа", "эа", "юа", "яа", "эи"};
    bool cut = false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        cut |= form.length == 3 * LETTER && form_ends_in(form, ends[i]);
    }
    return cut;
}

/* libstemmer leaves so little of short words that nothing is told: of ИИ it takes и, of ДОИ до. */
static bool is_too_little(struct slice stem, struct slice form) {
    enum { LETTER = 2, LONGEST = 3 * LETTER };
    if (stem.length > LONGEST || stem.length == form.length) {
        return false;
    }
    bool little = stem.length <= LETTER || is_cut_abbreviation(form);
    for (const char *const *word = russian_function_words; *word && !little; word++) {
        /* The second byte tells most letters of the alphabet, and most words begin otherwise. */
        little = (*word)[1] == stem.data[1] && slice_equal(stem, slice_of_string(*word));
    }
    return little;
}

size_t russian_stem(struct stemmer *stemmer, struct slice form, char *stem) {
    if (form.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    size_t length = stemmer_irregular(stemmer, form, stem);
    if (length) {
        return length;
    }
    struct slice lemma;
    bool found = find_lemma(stemmer, form, &lemma);
    if (!found || slice_equal(lemma, form)) {
        length = stem_softened_comparative(stemmer, form, stem);
    }
    if (!found && length == 0) {
        length = stem_compound(stemmer, form, stem);
        length = length ? length : russian_stem_unknown(stemmer, form, stem);
        return is_too_little(slice_of(stem, length), form) ? stem_write(form, stem) : length;
    }
    if (length) {
        return length;
    }
    length = stemmer_irregular(stemmer, lemma, stem);
    return length ? length : stem_write(lemma, stem);
}

/* "какой-то", "какого-то": the pronoun is declined and the particle is part of the word. */
size_t russian_stem_hyphenated(struct stemmer *stemmer, struct slice form, char *stem) {
    for (const char *const *particle = russian_particles; *particle; particle++) {
        size_t length = strlen(*particle);
        if (form.length <= LANGUAGE_STEM_BYTES && form_ends_in(form, *particle)) {
            struct slice word = slice_of(form.data, form.length - length);
            size_t stem_length =
                memchr(word.data, '-', word.length) ? 0 : russian_stem(stemmer, word, stem);
            if (stem_length == 0 || stem_length + length > LANGUAGE_STEM_BYTES) {
                return 0;
            }
            memcpy(stem + stem_length, *particle, length);
            return stem_length + length;
        }
    }
    return 0;
}

/* So many letters of a word stay in all forms that rules or tables take to it. */
static size_t kept_letters(const struct stemmer *stemmer, struct slice word) {
    enum { LETTER = 2 };
    struct dictionary_word entry;
    size_t kept = dictionary_find(&dictionary_ru, word, &entry) ? entry.kept : CLUE_LETTERS;
    if (form_ends_in(word, "ся") || form_ends_in(word, "сь")) {
        word.length -= strlen("ся");
    }
    /* libstemmer may leave one or two letters, tables as many before their ends. */
    for (size_t letters = 1; letters < kept; letters++) {
        size_t length = letters * LETTER;
        if (word.length <= length || stemmer_has_end(stemmer, slice_from(word, length))) {
            kept = letters;
        }
    }
    return kept;
}

static void add_clue(const struct stemmer *stemmer, struct slice form, struct clues *clues) {
    size_t kept = kept_letters(stemmer, form);
    clues_add_begin(clues, "ru", form, kept);
    /* "погромче"; of forms in a table, that of "хуже". */
    if (is_adjective(form) || form_ends_in(form, "е")) {
        char softened[LANGUAGE_STEM_BYTES];
        struct slice begin = slice_of(form.data, form.length < 2 * 2 ? form.length : 2 * 2);
        size_t length = stem_write(slice_of_string("по"), softened);
        length += stem_write(begin, softened + length);
        clues_add_begin(clues, "ru", slice_of(softened, length),
                        kept + 2 < CLUE_LETTERS ? kept + 2 : CLUE_LETTERS);
    }
}

void russian_clues(const struct stemmer *stemmer, struct slice stem, struct clues *clues) {
    stemmer_clues(stemmer, stem, clues, add_clue);
    for (const struct stem_pair *pair = russian_behind_numbers; pair->first; pair++) {
        if (slice_equal(stem, slice_of_string(pair->second))) {
            stemmer_clues(stemmer, slice_of_string(pair->first), clues, add_clue);
        }
    }
}
