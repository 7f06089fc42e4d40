/* indonesian.h - the tables behind the row of Indonesian. */
#ifndef ARAL_LANGUAGES_ID_INDONESIAN_H
#define ARAL_LANGUAGES_ID_INDONESIAN_H

#include "corpus/languages/language.h"
#include "corpus/languages/stemmer.h"

extern const char *const indonesian_function_words[];
extern const char *const indonesian_conjunctions[];
extern const char *const indonesian_negations[];
extern const char *const indonesian_abbreviations[];
extern const char *const indonesian_abbreviations_of_numbers[];
extern const char *const indonesian_clitics[];
extern const char *const indonesian_compounds[];
extern const char *const indonesian_foreign_words[];
extern const char *const indonesian_twin_words[];
extern const char *const indonesian_endings[];
extern const struct dictionary dictionary_id;
extern const char *const indonesian_page_labels[];
extern const char *const indonesian_comment_labels[];
extern const char *const indonesian_source_labels[];
extern const char *const indonesian_title_labels[];
extern const char *const indonesian_date_labels[];
extern const char *const indonesian_change_labels[];
extern const char *const indonesian_author_labels[];
extern const char *const indonesian_byline_labels[];
extern const char *const indonesian_appeal_labels[];
extern const char *const indonesian_rights_labels[];
extern const char *const indonesian_url_labels[];
extern const char *const indonesian_time_labels[];
extern const char *const indonesian_weekdays[];
extern const struct number_word indonesian_number_words[];
extern const char *const indonesian_before_decades[];
extern const char *const indonesian_range_words[];
extern const char *const indonesian_day_ands[];
extern const char *const indonesian_behind_counts[];
extern const char *const indonesian_before_hours[];
extern const char *const indonesian_numbered_words[];
extern const struct question_word indonesian_question_words[];
extern const char *const indonesian_requests[];

/* What stands before and behind a root at once; a capital N at the end of a prefix is a nasal. */
struct confix {
    struct slice prefix; /* {NULL, 0} ends the table */
    struct slice suffix;
    const char *flags; /* of the dictionary's roots that take it, one space between them */
    bool productive;   /* any root may take it */
};

extern const struct confix indonesian_confixes[];

/* Clitics, the empty one first, in the order they stand in from the end. */
extern const struct slice indonesian_particles[];
extern const struct slice indonesian_possessives[];

/* What is set off from a word by a hyphen without being another ("se-Asia", "Jokowi-lah"). */
extern const char *const indonesian_hyphenated_starts[];
extern const char *const indonesian_hyphenated_ends[];

/* What the second half of a reduplication may have behind it. */
extern const struct slice indonesian_doubled_suffixes[];

extern const struct word_forms indonesian_irregular[];

bool indonesian_knows(struct slice form);
struct slice indonesian_bare_form(struct stemmer *stemmer, struct slice form);
size_t indonesian_stem_hyphenated(struct stemmer *stemmer, struct slice form, char *stem);
size_t indonesian_stem(struct stemmer *stemmer, struct slice form, char *stem);
void indonesian_clues(const struct stemmer *stemmer, struct slice stem, struct clues *clues);

#endif
