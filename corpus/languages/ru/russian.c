#include "corpus/languages/ru/russian.h"

static struct stemmer *stemmer_new(void) {
    static const struct ending *const tables[] = {
        russian_participles,       russian_listed_forms, russian_short_forms,
        russian_present_stems,     russian_past,         russian_listed_verb_forms,
        russian_past_words,        russian_imperatives,  russian_plurals,
        russian_genitives,         russian_forms,        russian_missing_plurals,
        russian_missing_singulars, russian_plural_names, russian_names};
    struct stemmer *stemmer =
        stemmer_add_pairs(stemmer_open("russian", russian_irregular), russian_related);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        for (const struct ending *ending = tables[i]; ending->form.data; ending++) {
            stemmer = stemmer_add_ends(stemmer, ending->words);
        }
    }
    return stemmer;
}

static const char *const or_words[] = {"ИЛИ", NULL};
static const char *const and_words[] = {"И", NULL};
static const char *const not_words[] = {"НЕ", NULL};

static const char *const other_codes[] = {"rus", NULL};

const struct language language_ru = {
    .code = "ru",
    .name = "Russian",
    .native_name = "Русский",
    .other_codes = other_codes,
    .script = SCRIPT_CYRILLIC,
    .stemmer_new = stemmer_new,
    .stemmer_free = stemmer_close,
    .bare_latin = true,
    .stem = russian_stem,
    .names = russian_names_like_words,
    .clues = russian_clues,
    .related = russian_find_related,
    .stem_hyphenated = russian_stem_hyphenated,
    .behind_numbers = russian_behind_numbers,
    .function_words = russian_function_words,
    .negations = russian_negations,
    .conjunctions = russian_conjunctions,
    .abbreviations = russian_abbreviations,
    .abbreviations_of_numbers = russian_abbreviations_of_numbers,
    .clitics = russian_clitics,
    .compounds = russian_compounds,
    .alphabet = "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    .knows = russian_knows,
    .dictionary = &dictionary_ru,
    .endings = russian_endings,
    .foreign_words = russian_foreign_words,
    .number_words = russian_number_words,
    .number_ands = russian_number_ands,
    .before_decades = russian_before_decades,
    .range_words = russian_range_words,
    .day_ands = russian_day_ands,
    .behind_counts = russian_behind_counts,
    .before_times = russian_before_times,
    .behind_decades = russian_behind_decades,
    .numbered_words = russian_numbered_words,
    .numbered_behind = russian_numbered_behind,
    .question_words = russian_question_words,
    .requests = russian_requests,
    .or_words = or_words,
    .and_words = and_words,
    .not_words = not_words,
    .decimal_sign = ',',
    .group_sign = ' ',
    .page_labels = russian_page_labels,
    .comment_labels = russian_comment_labels,
    .source_labels = russian_source_labels,
    .title_labels = russian_title_labels,
    .date_labels = russian_date_labels,
    .change_labels = russian_change_labels,
    .author_labels = russian_author_labels,
    .sender_labels = russian_sender_labels,
    .appeal_labels = russian_appeal_labels,
    .rights_labels = russian_rights_labels,
    .url_labels = russian_url_labels,
    .time_labels = russian_time_labels,
    .weekdays = russian_weekdays,
    .vowels = "аеиоуыэюя",
    .keyboard = "ёйцукенгшщзхъфывапролджэячсмитьбю.",
    .romanisations = russian_romanisations,
};
