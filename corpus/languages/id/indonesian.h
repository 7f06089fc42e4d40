/* indonesian.h - the tables behind the row of Indonesian. */
#ifndef ARAL_LANGUAGES_ID_INDONESIAN_H
#define ARAL_LANGUAGES_ID_INDONESIAN_H

#include "corpus/languages/language.h"

extern const char *const indonesian_function_words[];
extern const char *const indonesian_abbreviations[];
extern const char *const indonesian_clitics[];
extern const char *const indonesian_compounds[];
extern const char *const indonesian_foreign_words[];
extern const char *const indonesian_page_labels[];
extern const char *const indonesian_source_labels[];
extern const struct number_word indonesian_number_words[];

size_t indonesian_stem_hyphenated(void *stemmer, struct slice form, unsigned hints, char *stem);
size_t indonesian_stem(void *stemmer, struct slice form, unsigned hints, char *stem);

#endif
