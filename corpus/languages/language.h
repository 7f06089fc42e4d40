/* language.h - what Aral knows of a language: one row, made by the folder of its name.
 *
 * Adding a language is adding corpus/languages/CODE/ with a file that defines
 * `const struct language language_CODE`; the build finds the folder, nothing else is edited. */
#ifndef ARAL_LANGUAGES_LANGUAGE_H
#define ARAL_LANGUAGES_LANGUAGE_H

#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_OTHER };

/* What is known of the word being stemmed beside its form. */
enum word_hint {
    WORD_CAPITALISED = 1 << 0,  /* written with a capital */
    WORD_MID_SENTENCE = 1 << 1, /* and not where every word has one: likely a name */
};

/* No stem may be longer: stemmers get a buffer of this size. A term of Xapian's has 245 bytes. */
#define LANGUAGE_STEM_BYTES 200

struct language {
    const char *code;        /* ISO 639-1, two lower case letters; terms begin with it */
    const char *name;        /* in English */
    const char *native_name; /* in itself */
    enum script script;

    /* Per-thread state of the stemmer; both may be NULL where it needs none. */
    void *(*stemmer_new)(void);
    void (*stemmer_free)(void *stemmer);

    /* Writes the stem of `form` (normalised by word_normalise, at most LANGUAGE_STEM_BYTES) to
     * `stem`, returns its length; 0 means: keep the form. `hints` is a set of enum word_hint. */
    size_t (*stem)(void *stemmer, struct slice form, unsigned hints, char *stem);

    /* Function words and question words, normalised, NULL-terminated list. They are indexed and
     * weigh little; a query drops them while content words remain. */
    const char *const *function_words;

    /* Abbreviations behind which a full stop does not end a sentence, normalised, without the last
     * stop ("u.s", "dr", "тыс"); NULL-terminated. */
    const char *const *abbreviations;

    /* Clitics behind an apostrophe or hyphen that are not part of the word ("'s", "-nya", "-lah"),
     * normalised with ' and - ; NULL-terminated. */
    const char *const *clitics;
};

/* All languages in the order of their codes; `language_count()` of them. */
size_t language_count(void);
const struct language *language_at(size_t number);

/* By ISO 639-1 code; language_other() for "xx"; NULL where there is none. */
const struct language *language_find(struct slice code);

/* Code "xx": text in none of the languages above. Its words are searched unstemmed. */
const struct language *language_other(void);

#endif
