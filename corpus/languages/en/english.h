/* english.h - the tables behind the row of English. */
#ifndef ARAL_LANGUAGES_EN_ENGLISH_H
#define ARAL_LANGUAGES_EN_ENGLISH_H

#include "corpus/languages/language.h"
#include "corpus/languages/stemmer.h"

extern const char *const english_function_words[];
extern const char *const english_conjunctions[];
extern const char *const english_negations[];
extern const char *const english_particles[];
extern const char *const english_abbreviations[];
extern const char *const english_abbreviations_of_numbers[];
extern const char *const english_clitics[];
extern const char *const english_compounds[];
extern const char *const english_foreign_words[];
extern const struct dictionary dictionary_en;
extern const char *const english_page_labels[];
extern const char *const english_comment_labels[];
extern const char *const english_source_labels[];
extern const char *const english_title_labels[];
extern const char *const english_date_labels[];
extern const char *const english_change_labels[];
extern const char *const english_author_labels[];
extern const char *const english_byline_labels[];
extern const char *const english_sender_labels[];
extern const char *const english_appeal_labels[];
extern const char *const english_rights_labels[];
extern const char *const english_url_labels[];
extern const char *const english_time_labels[];
extern const char *const english_weekdays[];
extern const struct number_word english_number_words[];
extern const char *const english_number_ands[];
extern const char *const english_number_articles[];
extern const char *const english_before_decades[];
extern const char *const english_range_words[];
extern const char *const english_day_ands[];
extern const char *const english_behind_counts[];
extern const char *const english_numbered_words[];
extern const char *const english_numbered_behind[];
extern const char *const english_behind_pronoun[];
extern const struct question_word english_question_words[];
extern const char *const english_requests[];
extern const struct word_forms english_irregular[];
extern const struct word_forms english_names_like_words[];
extern const struct stem_pair english_related[];

size_t english_find_related(struct stemmer *stemmer, struct slice stem, size_t number,
                            char *related);
bool english_knows(struct slice form);
size_t english_stem(struct stemmer *stemmer, struct slice form, char *stem);
void english_clues(const struct stemmer *stemmer, struct slice stem, struct clues *clues);

#endif
