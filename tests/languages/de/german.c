/* German, as somebody would begin to add it: a row of libstemmer's and the small words. */
#include "corpus/languages/language.h"
#include "corpus/languages/stemmer.h"

static const char *const function_words[] = {
    "der",   "die",  "das",    "den",   "dem",   "des",   "ein",  "eine", "einen", "einem", "einer",
    "eines", "und",  "oder",   "aber",  "nicht", "auch",  "nur",  "noch", "schon", "ist",   "sind",
    "war",   "wird", "werden", "wurde", "hat",   "haben", "sein", "kann", "soll",  "muss",  "in",
    "im",    "an",   "am",     "auf",   "aus",   "bei",   "mit",  "nach", "von",   "vom",   "zu",
    "zum",   "zur",  "über",   "unter", "für",   "durch", "sich", "er",   "sie",   "es",    "wir",
    "ich",   "ihr",  "sein",   "seine", "ihre",  "dass",  "wenn", "weil", "wie",   "als",   "wer",
    "was",   "wann", "wo",     "warum", NULL,
};

static const char *const foreign_words[] = {
    "het", "een", "van", "niet", "zijn", "voor", "the", "of",
    "and", "to",  "is",  "yang", "dan",  "di",   NULL,
};

static const char *const abbreviations[] = {"z.b", "d.h", "dr", "prof", "nr", "bzw", "usw", NULL};

static const struct number_word number_words[] = {
    {"januar", NUMBER_WORD_MONTH, 1, NULL},        {"juni", NUMBER_WORD_MONTH, 6, NULL},
    {"millionen", NUMBER_WORD_MAGNITUDE, 6, NULL}, {"milliarden", NUMBER_WORD_MAGNITUDE, 9, NULL},
    {"prozent", NUMBER_WORD_PERCENT, 0, NULL},     {NULL, NUMBER_WORD_LINK, 0, NULL},
};

static const char *const or_words[] = {"ODER", NULL};
static const char *const and_words[] = {"UND", NULL};
static const char *const not_words[] = {"NICHT", "OHNE", NULL};

static struct stemmer *stemmer_new(void) {
    return stemmer_open("german", NULL);
}

static size_t stem_word(struct stemmer *stemmer, struct slice form, char *stem) {
    return stemmer_snowball(stemmer, form, stem);
}

const struct language language_de = {
    .code = "de",
    .name = "German",
    .native_name = "Deutsch",
    .script = SCRIPT_LATIN,
    .stemmer_new = stemmer_new,
    .stemmer_free = stemmer_close,
    .stem = stem_word,
    .function_words = function_words,
    .abbreviations = abbreviations,
    .alphabet = "abcdefghijklmnopqrstuvwxyzäöüß",
    .foreign_words = foreign_words,
    .number_words = number_words,
    .or_words = or_words,
    .and_words = and_words,
    .not_words = not_words,
    .decimal_sign = ',',
    .group_sign = '.',
};
