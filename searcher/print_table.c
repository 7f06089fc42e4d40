#include "corpus/languages/language.h"
#include "searcher/marked.h"
#include "searcher/number.h"
#include "searcher/print_formats.h"

#include <math.h>

static struct slice shown_id(const struct search_result *result, enum search_by by) {
    return by == SEARCH_BY_ARTICLE ? result->article : result->id;
}

static void append_cell(struct bytes *out, struct slice text) {
    append_line_text(out, text);
    bytes_append_byte(out, '\t');
}

void print_tsv(const struct search_answer *answer, const struct print_options *options,
               struct bytes *out) {
    for (size_t i = 0; i < answer->result_count; i++) {
        const struct search_result *result = &answer->results[i];
        if (options->topic.length > 0) {
            append_cell(out, options->topic);
        }
        append_integer(out, result->rank, 1);
        bytes_append_byte(out, '\t');
        bytes_append_slice(out, shown_id(result, options->by)); /* exactly: it has no controls */
        bytes_append_byte(out, '\t');
        append_real(out, result->score, SCORE_DECIMALS);
        bytes_append_byte(out, '\t');
        append_cell(out, slice_of_string(result->language->code));
        append_cell(out, result->date);
        append_cell(out, result->title);
        struct marked_text snippet = marked_snippet(result);
        for (struct marked_piece piece; marked_piece_next(&snippet, &piece);) {
            append_line_text(out, piece.text);
        }
        bytes_append_byte(out, '\n');
    }
}

static bool separates(char byte) {
    return (unsigned char)byte <= ' ' || byte == 0x7F;
}

/* Fields are separated by blanks: those within an id are written as in URLs. */
static void append_run_field(struct bytes *out, struct slice text) {
    size_t from = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (separates(text.data[i])) {
            bytes_append(out, text.data + from, i - from);
            bytes_append_format(out, "%%%02X", (unsigned char)text.data[i]);
            from = i + 1;
        }
    }
    bytes_append(out, text.data + from, text.length - from);
    bytes_append_byte(out, ' ');
}

/* 10 to the power of SCORE_DECIMALS. */
#define SCORE_UNIT 1000000

/* Evaluation programs sort by score: equal ones are set apart in the last decimal, so that the
 * order is the one of the ranks. */
void print_trec(const struct search_answer *answer, const struct print_options *options,
                struct bytes *out) {
    int64_t last = INT64_MAX;
    for (size_t i = 0; i < answer->result_count; i++) {
        const struct search_result *result = &answer->results[i];
        double weight = answer->sort == SEARCH_SORT_RELEVANCE ? result->score
                                                              : (double)(answer->result_count - i);
        int64_t score = llround(weight * SCORE_UNIT);
        score = score < last ? score : last - 1;
        last = score;
        append_run_field(out, options->topic.length > 0 ? options->topic : slice_of("1", 1));
        bytes_append_string(out, "Q0 ");
        append_run_field(out, shown_id(result, options->by));
        append_integer(out, result->rank, 1);
        bytes_append_string(out, score < 0 ? " -" : " ");
        uint64_t size = (uint64_t)(score < 0 ? -score : score);
        append_integer(out, size / SCORE_UNIT, 1);
        bytes_append_byte(out, '.');
        append_integer(out, size % SCORE_UNIT, SCORE_DECIMALS);
        bytes_append_string(out, " aral\n");
    }
}
