/* Files of all kinds: which format they are, how they are named, what is refused. */
#include "corpus/article/formats.h"
#include "corpus/article/paths.h"
#include "tests/unit/article/sample.h"
#include "tests/unit/article/support.h"

#include <fcntl.h>

static void a_format_is_found_by_its_name(void **state) {
    (void)state;
    assert_non_null(article_format_find("text"));
    assert_non_null(article_format_find("html"));
    assert_non_null(article_format_find("jsonl"));
    assert_non_null(article_format_find("feed"));
    assert_null(article_format_find("pdf"));
    assert_null(article_format_find(""));
    assert_string_equal(ARTICLE_FORMAT_NAMES, "text|html|jsonl|feed");
}

#define PAGE                                                                                       \
    "<html><head><title>Dam</title></head><body><p>The dam may be raised.</p></body></html>"
#define PART "<div class=story><h1>Dam</h1><p>The dam may be raised.</p></div>"
#define LINE "{\"title\":\"Dam\",\"text\":\"The dam may be raised.\"}\n"
#define FEED                                                                                       \
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title><item>"               \
    "<title>Dam</title><description>The dam may be raised.</description></item></channel></rss>"
#define TEXT "---\ntitle: Dam\n---\nThe dam may be raised.\n"

static void the_suffix_and_the_first_bytes_tell_the_format(void **state) {
    static const struct {
        const char *name, *content;
    } files[] = {
        {"a.html", PAGE},  {"a.HTM", PAGE},
        {"a.jsonl", LINE}, {"a.ndjson", LINE},
        {"a.xml", FEED},   {"a.rss", FEED},
        {"a.txt", TEXT},   {"a.md", TEXT},
        {"a", PAGE},       {"a", LINE},
        {"a", FEED},       {"a", TEXT},
        {"a.html", TEXT},  {"a.txt", PAGE},
        {"a.xml", PAGE},   {"a.html", FEED},
        {"a.php", PART},   {"a", PART},
        {"a.2024", LINE},  {".hidden", TEXT},
        {"a.rss", TEXT},   {"a.htm", "<!-- x --><html>" PAGE},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct results results;
        read_string(*state, files[i].name, files[i].content, &results);
        assert_int_equal(results.count, 1);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, "Dam");
        assert_string_equal(results.list[0].text, "The dam may be raised.");
        results_free(&results);
    }
}

static void a_format_that_is_given_is_not_guessed(void **state) {
    struct scratch *scratch = *state;
    struct results results;
    struct reader_options options = {.format = article_format_find("text")};
    read_file_with(&results, scratch_write(scratch, "a.html", slice_of_string("1 < 2 &amp; 3")),
                   &options);
    unlink(scratch->path);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "1 < 2 &amp; 3");
    results_free(&results);
}

static void what_cannot_be_an_article_is_rejected_with_the_reason(void **state) {
    static const struct {
        const char *name;
        struct slice content;
        const char *words;
    } files[] = {
        {"empty.txt", {"", 0}, "the file is empty"},
        {"empty.html", {"", 0}, "the file is empty"},
        {"blank.txt", {" \n\n\t ", 5}, "no text"},
        {"blank.html", {"<html><body> </body></html>", 27}, "no text"},
        {"nul.txt", {"a\0b", 3}, "binary data"},
        {"nul.html", {"<p>a\0b</p>", 10}, "binary data"},
        {"photo.jpg", {"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01", 13}, "binary data"},
        {"archive.zip", {"PK\x03\x04\x14\0\0\0\x08\0", 10}, "binary data"},
        {"data.xml",
         {"<?xml version=\"1.0\"?>\n<data>x</data>\n", 37},
         "neither an RSS nor an Atom"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct results results;
        read_bytes(*state, files[i].name, files[i].content, &results);
        assert_int_equal(results.count, 1);
        assert_rejected(*state, &results, 0, 1, files[i].words);
        assert_int_equal(results.list[0].error.kind, ERROR_INPUT);
        results_free(&results);
    }
}

static void an_empty_jsonl_stream_holds_no_articles(void **state) {
    struct scratch *scratch = *state;
    struct results results;
    struct reader_options options = {.format = article_format_find("jsonl")};
    read_file_with(&results, scratch_write(scratch, "a.jsonl", slice_of(NULL, 0)), &options);
    unlink(scratch->path);
    assert_int_equal(results.count, 0);
    results_free(&results);
}

static void a_text_over_the_limit_is_named(void **state) {
    struct scratch *scratch = *state;
    static const char *const names[] = {"a.txt", "a.html"};
    for (size_t i = 0; i < 2; i++) {
        struct results results;
        struct reader_options options = {.article_bytes = 20};
        read_file_with(
            &results,
            scratch_write(scratch, names[i], slice_of_string("<p>The dam may be raised.")),
            &options);
        unlink(scratch->path);
        assert_rejected(scratch, &results, 0, 1,
                        "the file is larger than the limit article-bytes, 20 bytes");
        assert_int_equal(results.list[0].error.kind, ERROR_LIMIT);
        results_free(&results);
    }
}

static void a_folder_or_a_missing_file_cannot_be_opened(void **state) {
    struct scratch *scratch = *state;
    struct error error = {0};
    assert_null(reader_open(scratch->folder, NULL, &error));
    assert_non_null(strstr(error.message, "it is a folder"));
    error_clear(&error);
    snprintf(scratch->path, sizeof scratch->path, "%s/none.txt", scratch->folder);
    assert_null(reader_open(scratch->path, NULL, &error));
    assert_int_equal(error.kind, ERROR_NOT_FOUND);
    assert_non_null(strstr(error.message, "none.txt: No such file"));
    error_clear(&error);
    assert_null(reader_open("/no/such/folder/a.txt", NULL, &error));
    assert_int_equal(error.kind, ERROR_NOT_FOUND);
}

static void a_file_without_id_or_url_is_named_by_its_path_from_wherever_it_is_read(void **state) {
    struct scratch *scratch = *state;
    char here[512], path[300], link[300];
    struct results results;
    snprintf(path, sizeof path, "%s/text.txt", scratch->folder);
    snprintf(link, sizeof link, "%s/link", scratch->folder);
    scratch_write(scratch, "text.txt", slice_of_string("The dam may be raised."));
    assert_int_equal(symlink(".", link), 0);
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(scratch->folder), 0);
    static const char *const ways[] = {"text.txt", "./text.txt", "link/text.txt",
                                       "link/link/./text.txt"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        read_file_with(&results, ways[i], NULL);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].id, path);
        results_free(&results);
    }
    struct reader_options options = {.base = "link"};
    read_file_with(&results, path, &options);
    assert_string_equal(results.list[0].id, "text.txt");
    results_free(&results);
    assert_int_equal(chdir(here), 0);
    unlink(link);
    unlink(path);
}

static void a_path_is_normalised_even_when_its_file_has_gone(void **state) {
    struct scratch *scratch = *state;
    char path[300], expected[300];
    struct bytes out = {0};
    struct error error = {0};
    snprintf(path, sizeof path, "%s/../%s/gone.txt", scratch->folder,
             strrchr(scratch->folder, '/') + 1);
    snprintf(expected, sizeof expected, "%s/gone.txt", scratch->folder);
    assert_true(article_path(path, NULL, &out, &error));
    assert_string_equal(bytes_string(&out), expected);
    bytes_clear(&out);
    assert_true(article_path(path, scratch->folder, &out, &error));
    assert_string_equal(bytes_string(&out), "gone.txt");
    bytes_clear(&out);
    assert_true(article_path(path, "/etc", &out, &error)); /* not below: stays absolute */
    assert_string_equal(bytes_string(&out), expected);
    bytes_clear(&out);
    assert_true(article_path("-", NULL, &out, &error));
    assert_string_equal(bytes_string(&out), "-");
    bytes_clear(&out);
    assert_true(article_path("/", NULL, &out, &error));
    assert_string_equal(bytes_string(&out), "/");
    bytes_free(&out);
}

static void a_path_that_is_not_utf_8_works(void **state) {
    struct scratch *scratch = *state;
    struct results results;
    char id[300];
    read_string(scratch, "\xE4\xF0 a  b\n.txt", "The dam may be raised.", &results);
    assert_article(&results, 0);
    snprintf(id, sizeof id, "%s/%%E4%%F0 a %%20b%%0A.txt", scratch->folder);
    assert_string_equal(results.list[0].id, id);
    results_free(&results);
    read_string(scratch, "\xE4.txt", "", &results);
    assert_int_equal(results.list[0].step, READER_REJECTED);
    assert_non_null(strstr(results.list[0].error.message, "/%E4.txt:1: the file is empty"));
    results_free(&results);
}

static void names_that_differ_in_their_normal_form_alone_are_two(void **state) {
    struct scratch *scratch = *state;
    static const char composed[] = "\xD0\xB9.txt";           /* й */
    static const char decomposed[] = "\xD0\xB8\xCC\x86.txt"; /* the same from и */
    struct results results;
    char id[300];
    read_string(scratch, decomposed, "Alone it is named as ever.", &results);
    snprintf(id, sizeof id, "%s/%s", scratch->folder, composed);
    assert_string_equal(results.list[0].id, id);
    results_free(&results);
    char *other = strdup(scratch_write(scratch, composed, slice_of_string("Both are there.")));
    read_file_with(&results, other, NULL);
    assert_string_equal(results.list[0].id, id);
    results_free(&results);
    read_string(scratch, decomposed, "Both are there.", &results);
    snprintf(id, sizeof id, "%s/%%D0%%B8%%CC%%86.txt", scratch->folder);
    assert_string_equal(results.list[0].id, id);
    results_free(&results);
    unlink(other);
    free(other);
}

static void a_name_with_percent_signs_is_not_that_of_the_bytes_they_mean(void **state) {
    struct scratch *scratch = *state;
    struct results results;
    char id[300];
    read_string(scratch, "100%FF.txt", "Alone it is named as it is.", &results);
    snprintf(id, sizeof id, "%s/100%%FF.txt", scratch->folder);
    assert_string_equal(results.list[0].id, id);
    results_free(&results);
    char *other = strdup(scratch_write(scratch, "100\xFF.txt", slice_of_string("Both are there.")));
    read_file_with(&results, other, NULL);
    assert_string_equal(results.list[0].id, id);
    results_free(&results);
    read_string(scratch, "100%FF.txt", "Both are there.", &results);
    snprintf(id, sizeof id, "%s/100%%25FF.txt", scratch->folder);
    assert_string_equal(results.list[0].id, id);
    results_free(&results);
    unlink(other);
    free(other);
}

static void read_standard_input(struct scratch *scratch, const char *content,
                                struct results *results) {
    scratch_write(scratch, "input", slice_of_string(content));
    int saved = dup(STDIN_FILENO);
    int file = open(scratch->path, O_RDONLY);
    assert_true(file >= 0 && dup2(file, STDIN_FILENO) == STDIN_FILENO);
    close(file);
    read_file_with(results, "-", NULL);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    unlink(scratch->path);
}

static void standard_input_is_json_lines(void **state) {
    struct results results;
    read_standard_input(*state, "{\"text\":\"one\"}\n{\"id\":\"x\",\"text\":\"two\"}", &results);
    assert_int_equal(results.count, 2);
    assert_string_equal(results.list[0].text, "one");
    assert_string_equal(results.list[1].id, "x");
    results_free(&results);
}

static void a_date_that_is_none_is_told_and_the_article_taken(void **state) {
    struct results results;
    read_standard_input(*state,
                        "{\"text\":\"one\",\"date\":\"11 Juni 2024\"}\n"
                        "{\"text\":\"two\",\"date\":\"as soon\\nas may be\"}\n"
                        "{\"text\":\"three\",\"date\":{\"year\":2024}}\n"
                        "{\"text\":\"four\",\"date\":0.5}",
                        &results);
    assert_int_equal(results.count, 4);
    assert_int_equal(results.list[0].error.kind, ERROR_NONE);
    assert_string_equal(results.list[0].date, "2024-06-11");
    assert_int_equal(results.list[1].step, READER_ARTICLE);
    assert_int_equal(results.list[1].error.kind, ERROR_INPUT);
    assert_string_equal(results.list[1].error.message,
                        "-:2: added without its date, which cannot be read: as soon as may be");
    assert_string_equal(results.list[2].error.message,
                        "-:3: added without its date, which cannot be read: {\"year\":2024}");
    assert_string_equal(results.list[3].error.message,
                        "-:4: added without its date, which cannot be read: 0.5");
    assert_string_equal(results.list[1].date, "");
    assert_string_equal(results.list[1].extra, "{\"date\":\"as soon as may be\"}");
    results_free(&results);
}

static void a_field_that_cannot_be_read_is_told_and_the_article_taken(void **state) {
    struct results results;
    read_standard_input(*state,
                        "{\"url\":false,\"text\":\"one\",\"title\":{\"en\":\"One\"}}\n"
                        "{\"url\":[\"a\"],\"text\":\"two\",\"id\":\"2\",\"lang\":[]}\n"
                        "{\"id\":false,\"url\":\"https://one.example/\",\"text\":\"three\"}",
                        &results);
    assert_int_equal(results.count, 3);
    for (size_t i = 0; i < results.count; i++) {
        assert_article(&results, i);
        assert_int_equal(results.list[i].error.kind, ERROR_INPUT);
    }
    assert_string_equal(results.list[0].error.message,
                        "-:1: added without its title, which cannot be read: {\"en\":\"One\"}; "
                        "without its url, which cannot be read: false");
    assert_string_equal(results.list[0].extra, "{\"url\":false,\"title\":{\"en\":\"One\"}}");
    assert_memory_equal(results.list[0].id, "-:", 2);
    assert_string_equal(results.list[1].error.message,
                        "-:2: added without its url, which cannot be read: [\"a\"]");
    assert_string_equal(results.list[1].id, "2");
    assert_string_equal(results.list[2].error.message,
                        "-:3: added without its id, which cannot be read: false");
    assert_string_equal(results.list[2].id, "https://one.example/");
    results_free(&results);
}

static void articles_of_standard_input_are_known_by_their_text(void **state) {
    struct results today, tomorrow;
    read_standard_input(*state, "{\"text\":\"one\"}\n{\"text\":\"two\"}", &today);
    read_standard_input(*state, "{\"text\":\"three\"}\n{\"text\":\"one\"}", &tomorrow);
    assert_memory_equal(today.list[0].id, "-:", 2);
    assert_string_not_equal(today.list[0].id, today.list[1].id);
    assert_string_not_equal(today.list[0].id, tomorrow.list[0].id);
    assert_string_equal(today.list[0].id, tomorrow.list[1].id);
    results_free(&today);
    results_free(&tomorrow);
}

static void progress_is_counted_in_bytes_of_the_file(void **state) {
    struct scratch *scratch = *state;
    struct error error = {0};
    struct article article;
    struct reader *reader =
        reader_open(scratch_write(scratch, "a.jsonl", slice_of_string(LINE LINE)), NULL, &error);
    unlink(scratch->path);
    assert_non_null(reader);
    assert_int_equal(reader_next(reader, &article, &error), READER_ARTICLE);
    assert_int_equal(reader_next(reader, &article, &error), READER_ARTICLE);
    assert_int_equal(reader_next(reader, &article, &error), READER_END);
    assert_int_equal(reader_next(reader, &article, &error), READER_END);
    assert_int_equal(reader_position(reader), 2 * strlen(LINE));
    reader_close(reader);
    reader_close(NULL);
}

/* Each article of the sample has a title, a date and a text in NFC; nothing of it is refused. */
static void the_sample_articles_are_read(void **state) {
    (void)state;
    glob_t files;
    size_t articles = 0;
    find_sample_files(&files);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct results results;
        read_file_with(&results, files.gl_pathv[i], NULL);
        for (size_t j = 0; j < results.count; j++) {
            assert_article(&results, j);
            if (strlen(results.list[j].date) < 10 || strlen(results.list[j].text) < 400) {
                fail_msg("%s: %s, %zu bytes", files.gl_pathv[i], results.list[j].date,
                         strlen(results.list[j].text));
            }
            articles++;
        }
        results_free(&results);
    }
    globfree(&files);
    assert_true(articles >= SAMPLE_ARTICLES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_format_is_found_by_its_name),
        cmocka_unit_test(the_suffix_and_the_first_bytes_tell_the_format),
        cmocka_unit_test(a_format_that_is_given_is_not_guessed),
        cmocka_unit_test(what_cannot_be_an_article_is_rejected_with_the_reason),
        cmocka_unit_test(an_empty_jsonl_stream_holds_no_articles),
        cmocka_unit_test(a_text_over_the_limit_is_named),
        cmocka_unit_test(a_folder_or_a_missing_file_cannot_be_opened),
        cmocka_unit_test(a_file_without_id_or_url_is_named_by_its_path_from_wherever_it_is_read),
        cmocka_unit_test(a_path_is_normalised_even_when_its_file_has_gone),
        cmocka_unit_test(a_path_that_is_not_utf_8_works),
        cmocka_unit_test(names_that_differ_in_their_normal_form_alone_are_two),
        cmocka_unit_test(a_name_with_percent_signs_is_not_that_of_the_bytes_they_mean),
        cmocka_unit_test(standard_input_is_json_lines),
        cmocka_unit_test(a_date_that_is_none_is_told_and_the_article_taken),
        cmocka_unit_test(a_field_that_cannot_be_read_is_told_and_the_article_taken),
        cmocka_unit_test(articles_of_standard_input_are_known_by_their_text),
        cmocka_unit_test(progress_is_counted_in_bytes_of_the_file),
        cmocka_unit_test(the_sample_articles_are_read),
    };
    return cmocka_run_group_tests_name("reader", tests, scratch_open, scratch_close);
}
