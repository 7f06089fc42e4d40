#include "corpus/languages/id/indonesian.h"

static struct stemmer *stemmer_new(void) {
    return stemmer_open("indonesian", indonesian_irregular);
}

static const char *const or_words[] = {"ATAU", NULL};
static const char *const and_words[] = {"DAN", NULL};
static const char *const not_words[] = {"BUKAN", NULL};

/* "in" until 1989. */
static const char *const other_codes[] = {"ind", "in", NULL};

const struct language language_id = {
    .code = "id",
    .name = "Indonesian",
    .native_name = "Bahasa Indonesia",
    .other_codes = other_codes,
    .script = SCRIPT_LATIN,
    .stemmer_new = stemmer_new,
    .stemmer_free = stemmer_close,
    .bare_latin = true,
    .stem = indonesian_stem,
    .clues = indonesian_clues,
    .bare_form = indonesian_bare_form,
    .stem_hyphenated = indonesian_stem_hyphenated,
    .function_words = indonesian_function_words,
    .negations = indonesian_negations,
    .conjunctions = indonesian_conjunctions,
    .abbreviations = indonesian_abbreviations,
    .abbreviations_of_numbers = indonesian_abbreviations_of_numbers,
    .clitics = indonesian_clitics,
    .hyphenated_starts = indonesian_hyphenated_starts,
    .hyphenated_ends = indonesian_hyphenated_ends,
    .compounds = indonesian_compounds,
    .alphabet = "abcdefghijklmnopqrstuvwxyz",
    .knows = indonesian_knows,
    .dictionary = &dictionary_id,
    .endings = indonesian_endings,
    .foreign_words = indonesian_foreign_words,
    .twin_words = indonesian_twin_words,
    .number_words = indonesian_number_words,
    .before_decades = indonesian_before_decades,
    .range_words = indonesian_range_words,
    .day_ands = indonesian_day_ands,
    .behind_counts = indonesian_behind_counts,
    .before_times = indonesian_before_hours,
    .before_hours = indonesian_before_hours,
    .numbered_words = indonesian_numbered_words,
    .question_words = indonesian_question_words,
    .requests = indonesian_requests,
    .or_words = or_words,
    .and_words = and_words,
    .not_words = not_words,
    .decimal_sign = ',',
    .group_sign = '.',
    .page_labels = indonesian_page_labels,
    .comment_labels = indonesian_comment_labels,
    .source_labels = indonesian_source_labels,
    .title_labels = indonesian_title_labels,
    .date_labels = indonesian_date_labels,
    .change_labels = indonesian_change_labels,
    .author_labels = indonesian_author_labels,
    .byline_labels = indonesian_byline_labels,
    .appeal_labels = indonesian_appeal_labels,
    .rights_labels = indonesian_rights_labels,
    .url_labels = indonesian_url_labels,
    .time_labels = indonesian_time_labels,
    .weekdays = indonesian_weekdays,
    .vowels = "aeiou",
};
