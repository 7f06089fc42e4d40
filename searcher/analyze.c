#include "searcher/analyze.h"

#include "corpus/languages/identify.h"
#include "searcher/json.h"
#include "searcher/number.h"
#include "searcher/print_formats.h"

static const char *kind_name(enum token_kind kind) {
    static const char *const names[] = {[TOKEN_STEM] = "stem",
                                        [TOKEN_NAME] = "name",
                                        [TOKEN_NUMBER] = "number",
                                        [TOKEN_DATE] = "date"};
    return names[kind];
}

static struct slice surface_of(struct slice text, const struct token *token) {
    return slice_of(text.data + token->start, token->end - token->start);
}

static void print_json_terms(struct slice text, const struct language *language, double confidence,
                             const struct token_list *list, struct bytes *out) {
    struct json_writer writer = {.out = out};
    struct json_writer *json = &writer;
    json_begin(json, '{');
    json_string_field(json, "lang", slice_of_string(language->code));
    json_key(json, "confidence");
    json_put_real(json, confidence, 3);
    json_key(json, "terms");
    json_begin(json, '[');
    for (size_t i = 0; i < list->count; i++) {
        const struct token *token = &list->tokens[i];
        json_begin(json, '{');
        json_string_field(json, "surface", surface_of(text, token));
        json_integer_field(json, "start", token->start);
        json_integer_field(json, "end", token->end);
        json_string_field(json, "term", token->term);
        json_string_field(json, "kind", slice_of_string(kind_name(token->kind)));
        json_end(json, '}');
    }
    json_end(json, ']');
    json_end(json, '}');
    bytes_append_byte(out, '\n');
}

static void append_flags(struct bytes *out, unsigned flags) {
    static const struct {
        unsigned flag;
        const char *name;
    } names[] = {{TOKEN_FUNCTION_WORD, "function word"},
                 {TOKEN_NEGATION, "negation"},
                 {TOKEN_PARTICLE, "particle"},
                 {TOKEN_CAPITALISED, "capitalised"},
                 {TOKEN_MID_SENTENCE, "mid sentence"},
                 {TOKEN_PART, "part"},
                 {TOKEN_AFFIX, "affix"},
                 {TOKEN_REPAIRED, "letters repaired"}};
    const char *before = "\t";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (flags & names[i].flag) {
            bytes_append_format(out, "%s%s", before, names[i].name);
            before = ", ";
        }
    }
}

static void print_table(struct slice text, const struct language *language, double confidence,
                        const struct token_list *list, struct bytes *out) {
    bytes_append_format(out, "%s, %s, confidence ", language->code, language->name);
    append_real(out, confidence, 2);
    bytes_append_byte(out, '\n');
    for (size_t i = 0; i < list->count; i++) {
        const struct token *token = &list->tokens[i];
        bytes_append_format(out, "%u-%u\t", token->start, token->end);
        append_line_text(out, surface_of(text, token));
        bytes_append_byte(out, '\t');
        append_line_text(out, token->term);
        bytes_append_format(out, "\t%s", kind_name(token->kind));
        append_flags(out, token->flags);
        bytes_append_byte(out, '\n');
    }
}

bool analyze_text(struct analyzer *analyzer, struct slice text, const struct language *language,
                  bool json, struct bytes *out, struct error *error) {
    struct token_list list;
    double confidence = 1;
    if (!language) {
        language = language_identify(text, slice_of("", 0), &confidence);
    }
    if (!analyzer_run(analyzer, text, language, ANALYSIS_DOCUMENT, &list, error)) {
        return false;
    }
    if (json) {
        print_json_terms(text, language, confidence, &list, out);
    } else {
        print_table(text, language, confidence, &list, out);
    }
    return bytes_check(out, error);
}
