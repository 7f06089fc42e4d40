#include "searcher/question.h"

#include "corpus/unicode/normalise.h"

/* The words of a query, normalised, each with a blank behind it; a compound is there as its parts,
 * which are behind it. */
struct asked {
    const struct reading *reading;
    struct bytes forms;
    size_t *starts; /* of each word in `forms`; one more at the end */
};

static bool normalise_words(struct asked *asked, struct arena *arena) {
    const struct reading *reading = asked->reading;
    asked->starts = arena_allocate_zeros(arena, (reading->word_count + 1) * sizeof *asked->starts);
    if (!asked->starts) {
        return false;
    }
    for (size_t i = 0; i < reading->word_count; i++) {
        asked->starts[i] = asked->forms.length;
        if (!reading_has_parts(reading, i)) {
            word_normalise(reading->words[i].surface, &asked->forms);
            bytes_append_byte(&asked->forms, ' ');
        }
    }
    asked->starts[reading->word_count] = asked->forms.length;
    return !asked->forms.failed;
}

/* How many of the query's words, from one on, are those of the phrase; 0: they are others. */
static size_t count_words_of(const struct asked *asked, size_t word, const char *phrase) {
    const char *from = asked->forms.data + asked->starts[word];
    if (*from != *phrase) { /* nearly always */
        return 0;
    }
    struct slice rest = slice_of(from, asked->forms.length - asked->starts[word]);
    size_t length = strlen(phrase);
    if (length >= rest.length || rest.data[length] != ' ' ||
        !slice_starts_with(rest, slice_of(phrase, length))) {
        return 0;
    }
    size_t count = 1;
    while (asked->starts[word + count] <= asked->starts[word] + length) {
        count++;
    }
    return count;
}

/* Whether the word is left out for what it is in the sentence, and not with a request, behind which
 * the rest is read as if it stood alone. */
static bool is_of_sentence(const struct query_word *word) {
    return word->use == SEARCH_WORD_FUNCTION && !word->requests;
}

/* Whether the query has the question from a word on. A word that is searched for asks nothing. */
static bool asks_at(const struct asked *asked, size_t word, const char *question) {
    size_t count = count_words_of(asked, word, question);
    bool asks = false;
    for (size_t i = word; i < word + count; i++) {
        asks |= is_of_sentence(&asked->reading->words[i]);
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

/* How many words the longest request has that stands there, before word `end`, in any language. */
static size_t find_request(const struct asked *asked, size_t word, size_t end) {
    size_t most = 0;
    for (size_t i = 0; i < language_count(); i++) {
        const char *const *request = language_at(i)->requests;
        for (; request && *request; request++) {
            size_t count = count_words_of(asked, word, *request);
            most = count > most && count <= end - word ? count : most;
        }
    }
    return most;
}

/* The words that the query begins with, but for filters; empty where it is something else. */
static struct slice find_beginning(const struct query_node *query) {
    const struct query_node *node = query;
    while (node && node->kind != QUERY_TEXT) {
        bool joined = node->kind == QUERY_SEQUENCE || node->kind == QUERY_AND;
        bool filter =
            node->kind == QUERY_LANGUAGE || node->kind == QUERY_SOURCE || node->kind == QUERY_DATE;
        node = joined ? node->child : filter ? node->next : NULL;
    }
    return node ? node->text : (struct slice){0};
}

static bool is_within(struct slice word, struct slice text) {
    return (uintptr_t)word.data - (uintptr_t)text.data < text.length;
}

bool question_find_requests(struct reading *reading, const struct query_node *query,
                            struct arena *arena) {
    struct asked asked = {.reading = reading};
    struct slice beginning = find_beginning(query);
    bool good = normalise_words(&asked, arena);
    size_t word = 0, count;
    while (word < reading->word_count && !is_within(reading->words[word].surface, beginning)) {
        word++;
    }
    size_t end = word;
    while (end < reading->word_count && is_within(reading->words[end].surface, beginning)) {
        end++;
    }
    while (good && word < end && (count = find_request(&asked, word, end)) > 0) {
        for (; count > 0; count--) {
            reading->words[word++].requests = true;
        }
    }
    bytes_free(&asked.forms);
    return good;
}

bool question_read(struct reading *reading, struct arena *arena) {
    struct asked asked = {.reading = reading};
    bool good = normalise_words(&asked, arena);
    size_t function_words = 0;
    for (size_t i = 0; good && i < reading->word_count; i++) {
        enum answer_kind kind = find_question(&asked, i);
        bool more = reading->asks_for == ANSWER_NONE || reading->asks_for == ANSWER_OTHER;
        reading->asks_for = more && kind != ANSWER_NONE ? kind : reading->asks_for;
        function_words += is_of_sentence(&reading->words[i]);
    }
    reading->keywords =
        reading->asks_for == ANSWER_NONE && function_words <= KEYWORDS_FUNCTION_WORDS;
    bytes_free(&asked.forms);
    return good;
}
