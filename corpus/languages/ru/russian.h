/* russian.h - the tables behind the row of Russian. */
#ifndef ARAL_LANGUAGES_RU_RUSSIAN_H
#define ARAL_LANGUAGES_RU_RUSSIAN_H

#include "corpus/languages/language.h"
#include "corpus/languages/stemmer.h"

extern const char *const russian_function_words[];
extern const char *const russian_conjunctions[];
extern const char *const russian_negations[];
extern const char *const russian_abbreviations[];
extern const char *const russian_abbreviations_of_numbers[];
extern const char *const russian_clitics[];
extern const char *const russian_particles[];
extern const char *const russian_compounds[];
extern const char *const russian_foreign_words[];
extern const char *const russian_endings[];
extern const struct dictionary dictionary_ru;
extern const char *const russian_page_labels[];
extern const char *const russian_comment_labels[];
extern const char *const russian_source_labels[];
extern const char *const russian_title_labels[];
extern const char *const russian_date_labels[];
extern const char *const russian_change_labels[];
extern const char *const russian_author_labels[];
extern const char *const russian_sender_labels[];
extern const char *const russian_appeal_labels[];
extern const char *const russian_rights_labels[];
extern const char *const russian_url_labels[];
extern const char *const russian_time_labels[];
extern const char *const russian_weekdays[];
extern const struct number_word russian_number_words[];
extern const char *const russian_number_ands[];
extern const char *const russian_before_decades[];
extern const char *const russian_range_words[];
extern const char *const russian_day_ands[];
extern const char *const russian_behind_counts[];
extern const char *const russian_before_times[];
extern const char *const russian_behind_decades[];
extern const char *const russian_numbered_words[];
extern const char *const russian_numbered_behind[];
extern const struct question_word russian_question_words[];
extern const char *const russian_requests[];
extern const struct romanisation russian_romanisations[];

/* An ending of forms, and the endings of the words that it may stand for, one space between these;
 * one of them may be empty. */
struct ending {
    struct slice form; /* {NULL, 0} ends a table */
    const char *words;
};

extern const struct ending russian_participles[];
extern const struct ending russian_listed_forms[];
extern const struct ending russian_short_forms[];
extern const struct ending russian_present_stems[];
extern const struct slice russian_personal_endings[];
extern const struct ending russian_past[];
extern const struct ending russian_listed_verb_forms[];
extern const struct ending russian_past_words[];
extern const struct ending russian_imperatives[];
extern const struct ending russian_plurals[];
extern const struct ending russian_genitives[];
extern const struct ending russian_forms[];
extern const struct ending russian_missing_plurals[];
extern const struct ending russian_missing_singulars[];
extern const struct ending russian_plural_names[];
extern const struct ending russian_names[];
extern const struct slice russian_adjective_endings[];
extern const struct slice russian_first_parts[];
extern const struct stem_pair russian_related[];
extern const struct stem_pair russian_behind_numbers[];
extern const struct word_forms russian_irregular[];
extern const struct word_forms russian_names_like_words[];

bool russian_knows(struct slice form);
size_t russian_find_related(struct stemmer *stemmer, struct slice stem, size_t number,
                            char *related);
size_t russian_stem_hyphenated(struct stemmer *stemmer, struct slice form, char *stem);
size_t russian_stem(struct stemmer *stemmer, struct slice form, char *stem);
size_t russian_stem_unknown(struct stemmer *stemmer, struct slice form, char *stem);
void russian_clues(const struct stemmer *stemmer, struct slice stem, struct clues *clues);

#endif
