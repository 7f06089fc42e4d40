/* stemmer.h - the per-thread state most languages' stemmers share: an algorithm of libstemmer's and
 * a table of irregular words. */
#ifndef ARAL_LANGUAGES_STEMMER_H
#define ARAL_LANGUAGES_STEMMER_H

#include "corpus/base/slice.h"
#include "corpus/languages/clues.h"

#include <stdbool.h>

/* Forms that no rule takes to their stem: {"go", "goes went gone going"}. */
struct word_forms {
    const char *stem;  /* NULL ends a table */
    const char *forms; /* normalised, one space between them */
};

/* Cuts the next form off those of a row; false: there is none. */
static inline bool next_form(const char **forms, struct slice *form) {
    *form = slice_of(*forms, strcspn(*forms, " "));
    *forms += form->length;
    *forms += strspn(*forms, " ");
    return form->length > 0;
}

/* Two stems of words that are no forms of each other but name the same thing. */
struct stem_pair {
    const char *first; /* NULL ends a table */
    const char *second;
};

struct stemmer;

/* The stemmer of libstemmer's for UTF-8 by its name there ("indonesian"), and `irregular` (may be
 * NULL; must live as long). NULL when memory ran out or libstemmer has none of that name. Freed
 * with stemmer_close, which accepts NULL and stands in rows of languages (language.h). */
struct stemmer *stemmer_open(const char *algorithm, const struct word_forms *irregular);
void stemmer_close(struct stemmer *stemmer);

/* Gives the stemmer a table of pairs, which must live as long. Returns the stemmer; NULL, with it
 * closed, when memory ran out, and for NULL. */
struct stemmer *stemmer_add_pairs(struct stemmer *stemmer, const struct stem_pair *pairs);

/* Gives the stemmer a list of words, one space between them, to remember. Returns the stemmer;
 * NULL, with it closed, when memory ran out, and for NULL. */
struct stemmer *stemmer_add_ends(struct stemmer *stemmer, const char *ends);

/* Whether `end` was on one of the lists. */
bool stemmer_has_end(const struct stemmer *stemmer, struct slice end);

/* Each writes the stem of `form` to `stem` (LANGUAGE_STEM_BYTES) and returns its length; 0 where
 * there is none: the table has not the form, or the algorithm leaves nothing of it. A NULL stemmer
 * has no table. O(length), nothing is allocated. */
size_t stemmer_irregular(const struct stemmer *stemmer, struct slice form, char *stem);
size_t stemmer_snowball(struct stemmer *stemmer, struct slice form, char *stem);

/* Calls `add` for the stem and for each form that the table takes to it, to add the clues of what
 * rules take to that. */
typedef void stemmer_add_clue(const struct stemmer *stemmer, struct slice word,
                              struct clues *clues);
void stemmer_clues(const struct stemmer *stemmer, struct slice stem, struct clues *clues,
                   stemmer_add_clue *add);

/* Writes the `number`th (from 0) stem that stands in a pair with `stem`, whichever side, in the
 * order of the table, and returns its length; 0 where there are no more, and for a NULL stemmer.
 * O(number). */
size_t stemmer_pair(const struct stemmer *stemmer, struct slice stem, size_t number, char *related);

/* A string literal as a constant slice, for tables: the end of one is {NULL, 0}. */
#define SLICE(literal)                                                                             \
    { literal, sizeof(literal) - 1 }

/* Whether the form ends with that and has something before it. */
static inline bool form_ends_with(struct slice form, struct slice ending) {
    return form.length > ending.length &&
           (ending.length == 0 ||
            (form.data[form.length - 1] == ending.data[ending.length - 1] &&
             memcmp(form.data + form.length - ending.length, ending.data, ending.length) == 0));
}

static inline bool form_ends_in(struct slice form, const char *ending) {
    return form_ends_with(form, slice_of(ending, strlen(ending)));
}

/* Copies a stem; 0 where it is longer than LANGUAGE_STEM_BYTES. */
size_t stem_write(struct slice stem, char *out);

#endif
