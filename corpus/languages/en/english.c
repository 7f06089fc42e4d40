#include "corpus/languages/en/english.h"

static void *stemmer_new(void) {
    return stemmer_add_pairs(stemmer_open("english", english_irregular), english_related);
}

const struct language language_en = {
    .code = "en",
    .name = "English",
    .native_name = "English",
    .script = SCRIPT_LATIN,
    .stemmer_new = stemmer_new,
    .stemmer_free = stemmer_close,
    .stem = english_stem,
    .clues = english_clues,
    .related = english_find_related,
    .function_words = english_function_words,
    .negations = english_negations,
    .abbreviations = english_abbreviations,
    .clitics = english_clitics,
    .compounds = english_compounds,
    .alphabet = "abcdefghijklmnopqrstuvwxyzé",
    .knows = english_knows,
    .dictionary = &dictionary_en,
    .foreign_words = english_foreign_words,
    .number_words = english_number_words,
    .number_ands = english_number_ands,
    .number_articles = english_number_articles,
    .before_decades = english_before_decades,
    .range_words = english_range_words,
    .numbered_words = english_numbered_words,
    .behind_pronoun = english_behind_pronoun,
    .question_words = english_question_words,
    .decimal_sign = '.',
    .group_sign = ',',
    .page_labels = english_page_labels,
    .comment_labels = english_comment_labels,
    .source_labels = english_source_labels,
    .title_labels = english_title_labels,
    .date_labels = english_date_labels,
    .author_labels = english_author_labels,
    .appeal_labels = english_appeal_labels,
    .vowels = "aeiouy",
};
