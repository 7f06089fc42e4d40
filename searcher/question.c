#include "searcher/question.h"

#include "corpus/unicode/normalise.h"

/* The words of a query, normalised, each with a blank behind it. */
struct asked {
    const struct reading *reading;
    struct bytes forms;
    size_t *starts; /* of each word in `forms`; one more at the end */
};

static bool normalise_words(struct asked *asked, struct arena *arena) {
    const struct reading *reading = asked->reading;
    asked->starts = arena_take(arena, (reading->word_count + 1) * sizeof *asked->starts);
    if (!asked->starts) {
        return false;
    }
    for (size_t i = 0; i < reading->word_count; i++) {
        asked->starts[i] = asked->forms.length;
        word_normalise(reading->words[i].surface, &asked->forms);
        bytes_append_byte(&asked->forms, ' ');
    }
    asked->starts[reading->word_count] = asked->forms.length;
    return !asked->forms.failed;
}

/* Whether the query has the question from a word on. A word that is searched for asks nothing. */
static bool asks_at(const struct asked *asked, size_t word, const char *question) {
    const char *from = asked->forms.data + asked->starts[word];
    if (*from != *question) { /* nearly always */
        return false;
    }
    struct slice rest = slice_of(from, asked->forms.length - asked->starts[word]);
    size_t length = strlen(question);
    if (length >= rest.length || rest.data[length] != ' ' ||
        !slice_starts_with(rest, slice_of(question, length))) {
        return false;
    }
    bool asks = false;
    for (size_t i = word; asked->starts[i] <= asked->starts[word] + length; i++) {
        asks |= asked->reading->words[i].use == SEARCH_WORD_FUNCTION;
    }
    return asks;
}

/* What the query asks for from a word on, by the longest question that stands there. */
static enum answer_kind find_question(const struct asked *asked, size_t word) {
    const struct question_word *best = NULL;
    for (size_t i = 0; i < language_count(); i++) {
        const struct question_word *question = language_at(i)->question_words;
        for (; question && question->form; question++) {
            if (asks_at(asked, word, question->form) &&
                (!best || strlen(question->form) > strlen(best->form))) {
                best = question;
            }
        }
    }
    return best ? best->kind : ANSWER_NONE;
}

bool question_read(struct reading *reading, struct arena *arena) {
    struct asked asked = {.reading = reading};
    bool good = normalise_words(&asked, arena);
    size_t function_words = 0;
    for (size_t i = 0; good && i < reading->word_count; i++) {
        enum answer_kind kind = find_question(&asked, i);
        bool more = reading->asks_for == ANSWER_NONE || reading->asks_for == ANSWER_OTHER;
        reading->asks_for = more && kind != ANSWER_NONE ? kind : reading->asks_for;
        function_words += reading->words[i].use == SEARCH_WORD_FUNCTION;
    }
    reading->keywords =
        reading->asks_for == ANSWER_NONE && function_words <= KEYWORDS_FUNCTION_WORDS;
    bytes_free(&asked.forms);
    return good;
}
