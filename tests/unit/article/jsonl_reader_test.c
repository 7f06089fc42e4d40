/* JSON Lines: one article a line. */
#include "tests/unit/article/support.h"

static void a_text_may_be_a_list_of_paragraphs(void **state) {
    struct results results;
    read_string(*state, "a.jsonl", "{\"text\":[\"Air naik\",\"Ikan kembali.\"]}", &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "Air naik\nIkan kembali.");
    results_free(&results);
}

static void a_text_may_be_in_runs(void **state) {
    struct results results;
    read_string(*state, "a.jsonl",
                "{\"text\":[\"Air \",{\"type\":\"bold\",\"text\":\"laut\"},\" naik.\"]}", &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "Air laut naik.");
    results_free(&results);
}

static void a_line_with_only_a_text_is_an_article(void **state) {
    struct results results;
    read_string(*state, "a.jsonl", "{\"text\": \"Laut Aral menyusut.\"}\n", &results);
    assert_int_equal(results.count, 1);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "Laut Aral menyusut.");
    assert_string_equal(results.list[0].title, "");
    assert_int_equal(results.list[0].line, 1);
    results_free(&results);
}

static void all_fields_are_taken_over(void **state) {
    struct results results;
    read_string(*state, "a.jsonl",
                "{\"id\":\"x-1\",\"title\":\" The  dam \",\"text\":\"Water.\","
                "\"url\":\"https://a.example/1\",\"date\":\"June 11, 2024\",\"lang\":\"en-US\","
                "\"source\":\"The Post\",\"author\":\"A. Writer\"}",
                &results);
    assert_article(&results, 0);
    const struct result *article = &results.list[0];
    assert_string_equal(article->id, "x-1");
    assert_string_equal(article->title, "The dam");
    assert_string_equal(article->url, "https://a.example/1");
    assert_string_equal(article->date, "2024-06-11");
    assert_string_equal(article->lang, "en");
    assert_string_equal(article->source, "The Post");
    assert_string_equal(article->author, "A. Writer");
    assert_string_equal(article->extra, "");
    results_free(&results);
}

static void a_title_of_several_lines_is_one(void **state) {
    struct results results;
    read_string(*state, "a.jsonl",
                "{\"text\":\"t\",\"title\":\"A head-\\r\\nline of a well-\\nknown\\n \\nsea -\\nin "
                "long-\\n\\nlines\"}",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].title, "A headline of a well-known sea - in long- lines");
    results_free(&results);
}

static void a_language_goes_by_codes_and_names(void **state) {
    static const char *const tags[][2] = {
        {"id", "id"},      {"EN_gb", "en"},
        {"ru-RU", "ru"},   {"eng", "en"},
        {"ind-ID", "id"},  {"in", "id"},
        {"rus", "ru"},     {"English", "en"},
        {"русский", "ru"}, {"bahasa indonesia", "id"},
        {"de-AT", "de"},   {"deu", ""},
        {"enough", ""},    {"русская", ""},
        {"e", ""},
    };
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        struct results results;
        char json[100];
        snprintf(json, sizeof json, "{\"text\":\"Water.\",\"lang\":\"%s\"}", tags[i][0]);
        read_string(*state, "a.jsonl", json, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].lang, tags[i][1]);
        results_free(&results);
    }
}

static void identity_is_the_id_else_the_url_else_file_and_line(void **state) {
    struct scratch *scratch = *state;
    struct results results;
    char file[300];
    read_string(scratch, "a.jsonl",
                "{\"id\":42,\"url\":\"http://a.example/\",\"text\":\"one\"}\n"
                "\n"
                "{\"url\":\"http://a.example/\",\"text\":\"two\"}\n"
                "{\"text\":\"three\"}\n",
                &results);
    assert_int_equal(results.count, 3);
    assert_string_equal(results.list[0].id, "42");
    assert_string_equal(results.list[1].id, "http://a.example/");
    snprintf(file, sizeof file, "%s/a.jsonl:4", scratch->folder);
    assert_string_equal(results.list[2].id, file);
    results_free(&results);
}

static void unknown_fields_are_kept_as_they_are(void **state) {
    struct results results;
    read_string(*state, "a.jsonl",
                "{\"text\":\"t\",\"words\":171,\"tags\":[\"a\",{\"b\":null}],\"Title\":\"no\"}",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].extra,
                        "{\"words\":171,\"tags\":[\"a\",{\"b\":null}],\"Title\":\"no\"}");
    assert_string_equal(results.list[0].title, "");
    results_free(&results);
}

static void numbers_in_unknown_fields_stay_as_they_are(void **state) {
    static const char *const numbers[] = {"19.99",
                                          "0.1",
                                          "-2.675",
                                          "3",
                                          "9007199254740993",
                                          "[1.5,{\"deep\":0.3}]",
                                          "0.1234567890123456"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char line[100], extra[100];
        struct results results;
        snprintf(line, sizeof line, "{\"text\":\"t\",\"price\":%s}", numbers[i]);
        snprintf(extra, sizeof extra, "{\"price\":%s}", numbers[i]);
        read_string(*state, "a.jsonl", line, &results);
        assert_string_equal(results.list[0].extra, extra);
        assert_non_null(strstr(results.list[0].json, numbers[i]));
        results_free(&results);
    }
}

static void numbers_of_more_than_64_bits_are_kept_as_strings_of_their_digits(void **state) {
    struct results results;
    read_string(*state, "a.jsonl",
                "{\"id\":18446744073709551617,\"text\":\"t\",\"n\":9007199254740993,"
                "\"deep\":[{\"least\":-9223372036854775809 }],\"far\":1e+400}",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].id, "18446744073709551617");
    assert_string_equal(results.list[0].extra,
                        "{\"n\":9007199254740993,\"deep\":[{\"least\":\"-9223372036854775809\"}],"
                        "\"far\":\"1e+400\"}");
    results_free(&results);
}

/* A line of JSON with so many big numbers and a text of so many bytes. */
static void read_big_numbers(struct scratch *scratch, int numbers, size_t letters,
                             struct results *results) {
    struct bytes line = {0};
    bytes_append_string(&line, "{\"all\":[1");
    for (int i = 0; i < numbers; i++) {
        bytes_append_string(&line, ",18446744073709551617");
    }
    bytes_append_string(&line, "],\"text\":\"");
    memset(bytes_reserve(&line, letters), 't', letters);
    line.length += letters;
    bytes_append_string(&line, "\"}");
    read_bytes(scratch, "a.jsonl", bytes_slice(&line), results);
    bytes_free(&line);
}

static void however_many_big_numbers_a_line_has_they_keep_their_digits(void **state) {
    struct results results;
    read_big_numbers(*state, 1000, 1, &results);
    assert_article(&results, 0);
    assert_null(strstr(results.list[0].extra, "e19"));
    assert_int_equal(results.list[0].error.kind, ERROR_NONE);
    results_free(&results);
}

static void unless_the_line_is_very_long_which_is_told(void **state) {
    struct results results;
    read_big_numbers(*state, 100, 5 << 20, &results);
    assert_article(&results, 0);
    assert_non_null(strstr(results.list[0].extra, ",1.8446744073709552e19,"));
    assert_non_null(strstr(results.list[0].error.message, ":1: added with rounded numbers"));
    results_free(&results);
}

static void what_is_broken_behind_a_big_number_is_told_where_it_stands(void **state) {
    struct results results;
    read_string(*state, "a.jsonl", "{\"text\":\"t\",\"big\":18446744073709551617,}", &results);
    assert_rejected(*state, &results, 0, 1, "broken JSON at byte 40");
    results_free(&results);
}

static void a_date_may_be_seconds_with_a_fraction(void **state) {
    struct results results;
    read_string(*state, "a.jsonl",
                "{\"text\":\"a\",\"date\":1718064000.75}\n{\"text\":\"b\",\"date\":1718064000.0}\n"
                "{\"text\":\"c\",\"date\":2024.5}\n",
                &results);
    assert_int_equal(results.count, 3);
    assert_string_equal(results.list[0].date, "2024-06-11T00:00:00Z");
    assert_string_equal(results.list[1].date, "2024-06-11T00:00:00Z");
    assert_string_equal(results.list[2].date, "");
    assert_string_equal(results.list[2].extra, "{\"date\":2024.5}");
    results_free(&results);
}

static void a_date_or_language_that_cannot_be_read_is_kept_as_given(void **state) {
    struct results results;
    read_string(*state, "a.jsonl", "{\"text\":\"t\",\"date\":\"kemarin\",\"lang\":\"Klingon\"}",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].date, "");
    assert_string_equal(results.list[0].extra, "{\"date\":\"kemarin\",\"lang\":\"Klingon\"}");
    results_free(&results);
}

static void null_is_an_absent_field(void **state) {
    struct results results;
    read_string(*state, "a.jsonl", "{\"text\":\"t\",\"title\":null,\"id\":null}", &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].title, "");
    results_free(&results);
}

static void fields_of_other_types_do_no_harm(void **state) {
    struct results results;
    read_string(
        *state, "a.jsonl",
        "{\"text\":\"t\",\"title\":1984,\"date\":20240611,\"author\":[\"A. One\",\"B. Two\"],"
        "\"source\":{\"name\":\"The Post\"},\"lang\":[],\"url\":null}",
        &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].title, "1984");
    assert_string_equal(results.list[0].date, "2024-06-11");
    assert_string_equal(results.list[0].author, "A. One, B. Two");
    assert_string_equal(results.list[0].source, "");
    assert_string_equal(results.list[0].extra, "{\"source\":{\"name\":\"The Post\"},\"lang\":[]}");
    results_free(&results);
}

static void authors_may_be_objects_with_names(void **state) {
    static const char *const authors[][2] = {
        {"{\"@type\":\"Person\",\"name\":\"A. One\"}", "A. One"},
        {"[{\"name\":\"A. One\"},\"\",\"B. Two\"]", "A. One, B. Two"},
        {"{\"name\":[\"A. One\",\"B. Two\"]}", "A. One, B. Two"},
        {"{\"id\":5}", ""},
        {"[{\"id\":5}]", ""},
    };
    for (size_t i = 0; i < sizeof authors / sizeof *authors; i++) {
        struct results results;
        char line[200];
        snprintf(line, sizeof line, "{\"text\":\"t\",\"author\":%s}", authors[i][0]);
        read_string(*state, "a.jsonl", line, &results);
        assert_string_equal(results.list[0].author, authors[i][1]);
        results_free(&results);
    }
}

static void bad_lines_are_rejected_and_the_others_read(void **state) {
    static const char *const lines[][2] = {
        {"{\"text\":\"first\"}", NULL},
        {"{\"text\":\"broken", "broken JSON"},
        {"{\"text\":\"broken\"} more", "broken JSON"},
        {"[\"text\"]", "not a JSON object"},
        {"{\"title\":\"T\",\"content\":\"C\"}", "field \"text\" is missing"},
        {"{\"text\":\" \\n\\t \"}", "no text"},
        {"{\"text\":7}", "field \"text\" is not a string"},
        {"{\"text\":[]}", "field \"text\" is not a string"},
        {"{\"text\":[\"a\",7]}", "field \"text\" is not a string"},
        {"{\"text\":\"t\",\"url\":{}}", "field \"url\" is neither a string nor a whole number"},
        {"{\"text\":\"t\",\"url\":true,\"id\":false}",
         "field \"url\" is neither a string nor a whole number"},
        {"{\"text\":\"t\",\"url\":\"u\",\"id\":[\"i\"]}",
         "field \"id\" is neither a string nor a whole number"},
        {"{\"text\":\"t\",\"id\":1.5}", "field \"id\" is neither a string nor a whole number"},
        {"{\"text\":\"nul \\u0000\"}", "broken JSON"},
        {"{\"text\":\"Вода в UTF-8 \xFF\"}", "unable to decode byte 0xff"},
        {"{\"text\":\"\\ud800\"}", "broken JSON"},
        {"{\"text\":\"last\"}", NULL},
    };
    enum { COUNT = sizeof lines / sizeof *lines };
    struct bytes content = {0};
    struct results results;
    for (size_t i = 0; i < COUNT; i++) {
        bytes_append_format(&content, "%s\n", lines[i][0]);
    }
    read_bytes(*state, "a.jsonl", bytes_slice(&content), &results);
    assert_int_equal(results.count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        if (lines[i][1]) {
            assert_rejected(*state, &results, i, i + 1, lines[i][1]);
            assert_int_equal(results.list[i].error.kind, ERROR_INPUT);
        } else {
            assert_article(&results, i);
        }
    }
    results_free(&results);
    bytes_free(&content);
}

static void a_json_document_over_many_lines_is_rejected_once(void **state) {
    struct results results;
    read_string(*state, "a.json", "[\n  {\n    \"text\": \"t\"\n  }\n]\n", &results);
    assert_int_equal(results.count, 1);
    assert_rejected(*state, &results, 0, 1, "not JSON Lines");
    results_free(&results);
}

static void carriage_returns_a_byte_order_mark_and_a_missing_newline_do_no_harm(void **state) {
    struct results results;
    read_string(
        *state, "a.jsonl",
        "\xEF\xBB\xBF{\"text\":\"one\"}\r\n{\"text\":\"two\"}\n\xEF\xBB\xBF{\"text\":\"three\"}",
        &results);
    assert_int_equal(results.count, 3);
    assert_string_equal(results.list[0].text, "one");
    assert_string_equal(results.list[1].text, "two");
    assert_string_equal(results.list[2].text, "three");
    results_free(&results);
}

static void lines_in_a_legacy_encoding_are_recognised(void **state) {
    struct results results;
    read_string(*state, "a.jsonl",
                "{\"title\":\"UTF-8\",\"text\":\"Вода.\"}\n"
                "{\"title\":\"windows-1251\",\"text\":\"\320\373\341\340\352\350 "
                "\300\360\340\353\374\361\352\340 \343\356\342\356\360\377\362, \367\362\356 "
                "\342\356\344\340 \342\356\347\342\360\340\371\340\345\362\361\377.\"}\n"
                "{\"title\":\"KOI8-R\",\"text\":\"\362\331\302\301\313\311 "
                "\341\322\301\314\330\323\313\301 \307\317\327\317\322\321\324, \336\324\317 "
                "\327\317\304\301 \327\317\332\327\322\301\335\301\305\324\323\321.\"}\n"
                "{\"title\":\"latin-1\",\"text\":\"caf\351 na\357ve\"}\n",
                &results);
    assert_int_equal(results.count, 4);
    assert_string_equal(results.list[0].text, "Вода.");
    assert_string_equal(results.list[1].text, "Рыбаки Аральска говорят, что вода возвращается.");
    assert_string_equal(results.list[2].text, "Рыбаки Аральска говорят, что вода возвращается.");
    assert_string_equal(results.list[3].text, "café naïve");
    results_free(&results);
}

static void utf_16_with_a_mark_is_read(void **state) {
    static const char content[] = "\xFF\xFE{\0\"\0t\0e\0x\0t\0\"\0:\0\"\0\x10\x04@\x04\"\0}\0\n";
    struct results results;
    read_bytes(*state, "a.jsonl", slice_of(content, sizeof content), &results);
    assert_int_equal(results.count, 1);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "Ар");
    results_free(&results);
}

static void text_is_composed_and_its_line_ends_are_newlines(void **state) {
    struct results results;
    read_string(*state, "a.jsonl",
                "{\"text\":\"и\\u0306од\\r\\nyang\\rketiga\\u2028keempat\\ufeff\\u0001\"}",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "йод\nyang\nketiga\nkeempat");
    results_free(&results);
}

static void a_line_over_the_limit_is_named_and_skipped(void **state) {
    struct scratch *scratch = *state;
    struct bytes content = {0};
    struct results results;
    bytes_append_string(&content, "{\"text\":\"");
    for (int i = 0; i < 30000; i++) {
        bytes_append_string(&content, "Aral ");
    }
    bytes_append_string(&content, "\"}\n{\"text\":\"next\"}\n");
    struct reader_options options = {.article_bytes = 100000};
    read_file_with(&results, scratch_write(scratch, "a.jsonl", bytes_slice(&content)), &options);
    unlink(scratch->path);
    assert_int_equal(results.count, 2);
    assert_rejected(scratch, &results, 0, 1, "article-bytes, 100000 bytes");
    assert_int_equal(results.list[0].error.kind, ERROR_LIMIT);
    assert_string_equal(results.list[1].text, "next");
    assert_int_equal(results.list[1].line, 2);
    results_free(&results);
    bytes_free(&content);
}

static void what_is_written_reads_as_the_same_article(void **state) {
    static const char *const lines[] = {
        ("{\"id\":\"1\",\"title\":\"\\\"Й\\\" \\\\ "
         "</script>\",\"text\":\"a\\nb\\tc\",\"url\":\"u\","
         "\"date\":\"2024-06-11T09:30:00+05:00\",\"lang\":\"ru\",\"source\":\"s\",\"author\":"
         "\"x\"}"),
        "{\"id\":\"2\",\"text\":\"t\",\"date\":\"2024-06\",\"n\":[1,2.5,true],\"lang\":\"??\"}",
        "{\"id\":\"3\",\"text\":\"t\",\"big\":123456789012345678901234567890}",
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct results first, second;
        read_string(*state, "a.jsonl", lines[i], &first);
        assert_article(&first, 0);
        read_string(*state, "b.jsonl", first.list[0].json, &second);
        assert_article(&second, 0);
        assert_string_equal(second.list[0].json, first.list[0].json);
        assert_string_equal(second.list[0].text, first.list[0].text);
        assert_string_equal(second.list[0].date, first.list[0].date);
        assert_string_equal(second.list[0].extra, first.list[0].extra);
        results_free(&first);
        results_free(&second);
    }
}

static void unknown_fields_that_are_not_json_are_not_written(void **state) {
    (void)state;
    static const char *const extras[] = {"{\"a\":", "[1]", "7"};
    for (size_t i = 0; i < sizeof extras / sizeof *extras; i++) {
        struct article article = {.id = slice_of_string("x"),
                                  .text = slice_of_string("t"),
                                  .extra = slice_of_string(extras[i])};
        struct bytes out = {0};
        struct error error = {0};
        assert_false(article_write_json(&article, &out, &error));
        assert_int_equal(error.kind, ERROR_CORRUPT);
        bytes_free(&out);
    }
}

static void json_nested_as_deep_as_one_likes_is_refused(void **state) {
    struct bytes content = {0};
    struct results results;
    bytes_append_string(&content, "{\"text\":\"t\",\"x\":");
    for (int i = 0; i < 100000; i++) {
        bytes_append_byte(&content, '[');
    }
    bytes_append_string(&content, "\n{\"text\":\"next\"}\n");
    read_bytes(*state, "a.jsonl", bytes_slice(&content), &results);
    assert_int_equal(results.count, 2);
    assert_rejected(*state, &results, 0, 1, "broken JSON");
    assert_rejected(*state, &results, 0, 1, "nested more than 2048 deep (limit json-nesting)");
    assert_article(&results, 1);
    results_free(&results);
    bytes_free(&content);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_with_only_a_text_is_an_article),
        cmocka_unit_test(a_text_may_be_a_list_of_paragraphs),
        cmocka_unit_test(a_text_may_be_in_runs),
        cmocka_unit_test(all_fields_are_taken_over),
        cmocka_unit_test(a_title_of_several_lines_is_one),
        cmocka_unit_test(a_language_goes_by_codes_and_names),
        cmocka_unit_test(identity_is_the_id_else_the_url_else_file_and_line),
        cmocka_unit_test(unknown_fields_are_kept_as_they_are),
        cmocka_unit_test(numbers_in_unknown_fields_stay_as_they_are),
        cmocka_unit_test(numbers_of_more_than_64_bits_are_kept_as_strings_of_their_digits),
        cmocka_unit_test(however_many_big_numbers_a_line_has_they_keep_their_digits),
        cmocka_unit_test(unless_the_line_is_very_long_which_is_told),
        cmocka_unit_test(what_is_broken_behind_a_big_number_is_told_where_it_stands),
        cmocka_unit_test(a_date_may_be_seconds_with_a_fraction),
        cmocka_unit_test(a_date_or_language_that_cannot_be_read_is_kept_as_given),
        cmocka_unit_test(null_is_an_absent_field),
        cmocka_unit_test(fields_of_other_types_do_no_harm),
        cmocka_unit_test(authors_may_be_objects_with_names),
        cmocka_unit_test(bad_lines_are_rejected_and_the_others_read),
        cmocka_unit_test(a_json_document_over_many_lines_is_rejected_once),
        cmocka_unit_test(carriage_returns_a_byte_order_mark_and_a_missing_newline_do_no_harm),
        cmocka_unit_test(lines_in_a_legacy_encoding_are_recognised),
        cmocka_unit_test(utf_16_with_a_mark_is_read),
        cmocka_unit_test(text_is_composed_and_its_line_ends_are_newlines),
        cmocka_unit_test(a_line_over_the_limit_is_named_and_skipped),
        cmocka_unit_test(what_is_written_reads_as_the_same_article),
        cmocka_unit_test(unknown_fields_that_are_not_json_are_not_written),
        cmocka_unit_test(json_nested_as_deep_as_one_likes_is_refused),
    };
    return cmocka_run_group_tests_name("jsonl", tests, scratch_open, scratch_close);
}
