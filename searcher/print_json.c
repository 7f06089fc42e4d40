#include "corpus/languages/language.h"
#include "searcher/json.h"
#include "searcher/print_formats.h"

static void write_highlights(struct json_writer *json, const struct search_result *result) {
    json_key(json, "highlights");
    json_begin(json, '[');
    for (size_t i = 0; i < result->highlight_count; i++) {
        json_begin(json, '[');
        json_put_integer(json, result->highlights[i].start);
        json_put_integer(json, result->highlights[i].end);
        json_put_string(json, slice_of_string(match_kind_name(result->highlights[i].kind)));
        json_end(json, ']');
    }
    json_end(json, ']');
}

static void write_snippet(struct json_writer *json, const struct search_result *result) {
    json_key(json, "snippet");
    json_begin(json, '[');
    json_put_integer(json, result->snippet_start);
    json_put_integer(json, result->snippet_end);
    json_end(json, ']');
}

static void write_result(struct json_writer *json, const struct search_result *result,
                         struct slice topic) {
    json_begin(json, '{');
    if (topic.length > 0) {
        json_string_field(json, "topic", topic);
    }
    json_integer_field(json, "rank", result->rank);
    json_key(json, "score");
    json_put_real(json, result->score, SCORE_DECIMALS);
    json_string_field(json, "id", result->id);
    json_string_field(json, "article", result->article);
    json_string_field(json, "lang", slice_of_string(result->language->code));
    json_string_field(json, "title", result->title);
    json_string_field(json, "url", result->url);
    json_string_field(json, "date", result->date);
    json_string_field(json, "source", result->source);
    json_string_field(json, "author", result->author);
    json_string_field(json, "text", result->text);
    json_integer_field(json, "start", result->start);
    json_integer_field(json, "length", result->text.length);
    write_highlights(json, result);
    write_snippet(json, result);
    json_integer_field(json, "copies", result->copies);
    if (result->extra.length > 0) {
        json_key(json, "extra");
        json_put_raw(json, result->extra);
    }
    json_end(json, '}');
}

static void write_total(struct json_writer *json, const struct search_total *total) {
    json_key(json, "total");
    json_begin(json, '{');
    json_integer_field(json, "passages", total->passages);
    json_integer_field(json, "articles", total->articles);
    json_key(json, "exact");
    json_put_boolean(json, total->exact);
    json_end(json, '}');
}

static void write_facet(struct json_writer *json, const char *name,
                        const struct search_facet *facet) {
    json_key(json, name);
    json_begin(json, '{');
    for (size_t i = 0; i < facet->count; i++) {
        json_name(json, facet->values[i].value);
        json_put_integer(json, facet->values[i].passages);
    }
    json_end(json, '}');
}

static void write_notes(struct json_writer *json, const struct search_answer *answer) {
    json_key(json, "notes");
    json_begin(json, '[');
    for (size_t i = 0; i < answer->trouble_count; i++) {
        json_put_string(json, answer->troubles[i]);
    }
    for (size_t i = 0; i < answer->note_count; i++) {
        json_put_string(json, answer->notes[i].text);
    }
    json_end(json, ']');
}

void print_answer_json(const struct search_answer *answer, struct slice topic, struct bytes *out) {
    struct json_writer writer = {.out = out};
    struct json_writer *json = &writer;
    json_begin(json, '{');
    json_integer_field(json, "version", 1);
    if (topic.length > 0) {
        json_string_field(json, "topic", topic);
    }
    json_string_field(json, "query", answer->query);
    json_string_field(json, "read_as", answer->read_as);
    json_string_field(json, "lang", slice_of_string(answer->language->code));
    write_total(json, &answer->total);
    json_key(json, "suggestion");
    if (answer->suggestion.length > 0) {
        json_put_string(json, answer->suggestion);
    } else {
        json_put_null(json);
    }
    json_key(json, "facets");
    json_begin(json, '{');
    write_facet(json, "lang", &answer->languages);
    write_facet(json, "source", &answer->sources);
    write_facet(json, "month", &answer->months);
    json_end(json, '}');
    write_notes(json, answer);
    json_key(json, "results");
    json_begin(json, '[');
    for (size_t i = 0; i < answer->result_count; i++) {
        write_result(json, &answer->results[i], slice_of("", 0));
    }
    json_end(json, ']');
    json_end(json, '}');
}

void print_json(const struct search_answer *answer, const struct print_options *options,
                struct bytes *out) {
    print_answer_json(answer, options->topic, out);
    bytes_append_byte(out, '\n');
}

void print_jsonl(const struct search_answer *answer, const struct print_options *options,
                 struct bytes *out) {
    for (size_t i = 0; i < answer->result_count; i++) {
        write_result(&(struct json_writer){.out = out}, &answer->results[i], options->topic);
        bytes_append_byte(out, '\n');
    }
}
