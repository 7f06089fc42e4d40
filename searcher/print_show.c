#include "searcher/print_show.h"

#include "corpus/languages/language.h"
#include "searcher/json.h"
#include "searcher/print_formats.h"

#include <inttypes.h>

static struct slice shown_text(const struct shown_article *shown) {
    return shown->passage
               ? slice_of(shown->text.data + shown->passage->start, shown->passage->length)
               : shown->text;
}

static void append_passage_id(const struct shown_article *shown,
                              const struct shown_passage *passage, struct bytes *out) {
    bytes_append_slice(out, shown->id);
    bytes_append_format(out, "#%" PRIu32, passage->number);
}

static void append_field(const char *name, struct slice value, struct bytes *out) {
    if (value.length > 0) {
        bytes_append_format(out, "%s: ", name);
        append_line_text(out, value);
        bytes_append_byte(out, '\n');
    }
}

/* Line by line, so that lines stay. */
static void append_lines(struct slice text, struct bytes *out) {
    struct slice line;
    while (slice_take_line(&text, &line)) {
        append_line_text(out, line);
        bytes_append_byte(out, '\n');
    }
}

void print_shown_text(const struct shown_article *shown, struct bytes *out) {
    struct bytes id = {0};
    if (shown->passage) {
        append_passage_id(shown, shown->passage, &id);
    } else {
        bytes_append_slice(&id, shown->id);
    }
    append_field("id", bytes_slice(&id), out);
    append_field("title", shown->title, out);
    append_field("date", shown->date, out);
    append_field("source", shown->source, out);
    append_field("author", shown->author, out);
    append_field("url", shown->url, out);
    append_field("lang",
                 shown->passage ? slice_of_string(shown->passage->language->code) : shown->lang,
                 out);
    bytes_append_byte(out, '\n');
    append_lines(shown_text(shown), out);
    out->failed |= id.failed;
    bytes_free(&id);
}

static void write_passage_id(struct json_writer *json, const struct shown_article *shown,
                             const struct shown_passage *passage) {
    struct bytes id = {0};
    append_passage_id(shown, passage, &id);
    json_string_field(json, "id", bytes_slice(&id));
    json->out->failed |= id.failed;
    bytes_free(&id);
}

static void write_place(struct json_writer *json, const struct shown_passage *passage) {
    json_string_field(json, "lang", slice_of_string(passage->language->code));
    json_integer_field(json, "start", passage->start);
    json_integer_field(json, "length", passage->length);
}

static void write_passages(struct json_writer *json, const struct shown_article *shown) {
    json_key(json, "passages");
    json_begin(json, '[');
    for (size_t i = 0; i < shown->passage_count; i++) {
        json_begin(json, '{');
        write_passage_id(json, shown, &shown->passages[i]);
        write_place(json, &shown->passages[i]);
        json_end(json, '}');
    }
    json_end(json, ']');
}

void print_shown_json(const struct shown_article *shown, struct bytes *out) {
    struct json_writer writer = {.out = out};
    struct json_writer *json = &writer;
    json_begin(json, '{');
    if (shown->passage) {
        write_passage_id(json, shown, shown->passage);
        json_string_field(json, "article", shown->id);
        write_place(json, shown->passage);
    } else {
        json_string_field(json, "id", shown->id);
        json_string_field(json, "lang", shown->lang);
    }
    json_string_field(json, "title", shown->title);
    json_string_field(json, "url", shown->url);
    json_string_field(json, "date", shown->date);
    json_string_field(json, "source", shown->source);
    json_string_field(json, "author", shown->author);
    json_string_field(json, "text", shown_text(shown));
    if (!shown->passage) {
        write_passages(json, shown);
    }
    if (shown->extra.length > 0) {
        json_key(json, "extra");
        json_put_raw(json, shown->extra);
    }
    json_end(json, '}');
    bytes_append_byte(out, '\n');
}
