#include "searcher/explain.h"

#include "corpus/base/plural.h"
#include "corpus/languages/language.h"
#include "searcher/number.h"
#include "searcher/print_formats.h"

#include <inttypes.h>

static const char *use_name(enum search_use use) {
    static const char *const names[] = {
        [SEARCH_WORD_USED] = "searched",
        [SEARCH_WORD_FUNCTION] = "left out: a function word beside others",
        [SEARCH_WORD_UNKNOWN] = "in no passage",
        [SEARCH_WORD_EXCLUDED] = "excluded",
        [SEARCH_WORD_REPEATED] = "the same as a word before",
        [SEARCH_WORD_LIMIT] = "left out: beyond the limit on words",
    };
    return names[use];
}

static const char *order_name(enum search_sort sort) {
    static const char *const names[] = {
        [SEARCH_SORT_RELEVANCE] = "",
        [SEARCH_SORT_NEWEST] = ", the newest first",
        [SEARCH_SORT_OLDEST] = ", the oldest first",
    };
    return names[sort];
}

static void print_alternative(const struct search_alternative *alternative, struct bytes *out) {
    bytes_append_string(out, "      ");
    append_line_text(out, alternative->term);
    for (size_t i = 0; i < alternative->with_count; i++) {
        bytes_append_string(out, " with ");
        append_line_text(out, alternative->with[i]);
    }
    bytes_append_format(out, "  %s, %s, %" PRIu32 " passage%s",
                        alternative->language ? alternative->language->name : "any language",
                        match_kind_name(alternative->kind), alternative->passages,
                        plural(alternative->passages));
    if (alternative->weight > 0) {
        bytes_append_string(out, ", weight ");
        append_real(out, alternative->weight, 4);
    }
    bytes_append_byte(out, '\n');
}

static void print_word(const struct search_word *word, struct bytes *out) {
    bytes_append_string(out, "   ");
    append_line_text(out, word->surface);
    bytes_append_format(out, ": %s%s%s", use_name(word->use),
                        word->repaired ? ", letters repaired" : "",
                        word->written.length > 0 ? ", typed out for " : "");
    append_line_text(out, word->written);
    bytes_append_byte(out, '\n');
    for (size_t i = 0; i < word->alternative_count; i++) {
        if (word->alternatives[i].passages > 0) {
            print_alternative(&word->alternatives[i], out);
        }
    }
}

static void print_reason(const struct search_reason *reason, struct bytes *out) {
    bytes_append_string(out, "      ");
    append_real(out, reason->score, 4);
    bytes_append_format(out, "  %s", reason->what);
    if (reason->word.length > 0) {
        bytes_append_byte(out, ' ');
        append_line_text(out, reason->word);
        bytes_append_string(out, " as ");
        append_line_text(out, reason->term);
    }
    bytes_append_byte(out, '\n');
}

static void print_result(const struct search_result *result, struct bytes *out) {
    bytes_append_format(out, "%" PRIu32 ". ", result->rank);
    append_line_text(out, result->name);
    bytes_append_string(out, "\n   ");
    append_line_text(out, result->id);
    bytes_append_format(out, ", %s, score ", result->language->name);
    append_real(out, result->score, 4);
    bytes_append_byte(out, '\n');
    for (size_t i = 0; i < result->reason_count; i++) {
        print_reason(&result->reasons[i], out);
    }
}

void explain_print(const struct search_answer *answer, struct bytes *out) {
    bytes_append_string(out, "query:    ");
    append_line_text(out, answer->query);
    bytes_append_string(out, "\nread as:  ");
    append_line_text(out, answer->read_as);
    bytes_append_byte(out, '\n');
    if (answer->word_count > 0) {
        bytes_append_format(out, "language: %s (the likely one; all are searched)\nwords:\n",
                            answer->language->name);
    }
    for (size_t i = 0; i < answer->word_count; i++) {
        print_word(&answer->words[i], out);
    }
    if (answer->suggestion.length > 0) {
        bytes_append_string(out, "did you mean: ");
        append_line_text(out, answer->suggestion);
        bytes_append_byte(out, '\n');
    }
    if (answer->result_count > 0) {
        bytes_append_format(out, "results%s:\n", order_name(answer->sort));
    }
    for (size_t i = 0; i < answer->result_count; i++) {
        print_result(&answer->results[i], out);
    }
}
