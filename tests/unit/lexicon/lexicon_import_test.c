/* Tables of a user's own pairs, read into a lexicon. */
#include "corpus/lexicon/lexicon_import.h"
#include "tests/unit/lexicon/support.h"

#include <time.h>

static void note_message(const char *message, void *context) {
    bytes_append_format(context, "%s\n", message);
}

static void a_users_pairs_are_read_and_bad_lines_are_named(void **state) {
    struct folder *folder = *state;
    double weight;
    struct error error = {0};
    struct bytes messages = {0};
    struct lexicon_import import = {.reject = note_message, .context = &messages};
    write_text(folder->table, "en\tnote\tru\n"
                              "wind farm\tmine\tветропарк\n"
                              "alone\n"
                              "\n"
                              "sea\t\tморе\n"
                              "dam\t\t\xEF\xEB\xEE\xF2\xE8\xED\xE0\n");
    const char *tables[] = {folder->table};
    assert_true(lexicon_import(folder->lexicon, tables, 1, &import, &error));
    assert_int_equal(import.pairs, 2);
    assert_int_equal(import.rejected, 2);
    assert_non_null(strstr(bytes_string(&messages), "pairs.tsv:3: no two words"));
    assert_non_null(strstr(messages.data, "pairs.tsv:6: not valid UTF-8"));
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_int_equal(look_up(lexicon, "en", "wind farms", "ru", "ветропарк", &weight), 2);
    assert_true(weight > 0.99);
    lexicon_close(lexicon);
    bytes_free(&messages);
}

/* `append` appends so many rows. */
static double seconds_to_import(struct folder *folder, int rows,
                                void (*append)(struct bytes *text, int rows)) {
    const char *tables[] = {folder->table};
    struct error error = {0};
    struct lexicon_import import = {0};
    struct bytes text = {0};
    struct timespec start, end;
    bytes_append_string(&text, "en\tru\n");
    append(&text, rows);
    write_text(folder->table, bytes_string(&text));
    unlink(folder->lexicon);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    assert_true(lexicon_import(folder->lexicon, tables, 1, &import, &error));
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    assert_int_equal(import.pairs, rows);
    bytes_free(&text);
    return (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

static void append_words_of_one_meaning(struct bytes *text, int rows) {
    for (int i = 0; i < rows; i++) {
        bytes_append_format(text, "word%dx\tнет данных\n", i);
    }
}

/* The word "ab", all of whose meanings many phrases have. */
static void append_phrases_of_one_word(struct bytes *text, int rows) {
    enum { PHRASES = 900 };
    for (int i = 0; i < rows; i++) {
        int meaning = i / PHRASES, phrase = i % PHRASES;
        if (phrase == 0) {
            bytes_append_format(text, "ab\tслово%dа\n", meaning);
        } else {
            bytes_append_format(text, "c%dx d%dy\tслово%dа\n", phrase, phrase, meaning);
        }
    }
}

static void tables_in_which_one_word_comes_very_often_take_linear_time(void **state) {
    enum { FEW = 2000, TIMES = 20 };
    void (*const appends[])(struct bytes *, int) = {append_words_of_one_meaning,
                                                    append_phrases_of_one_word};
    for (size_t i = 0; i < sizeof appends / sizeof *appends; i++) {
        double few = seconds_to_import(*state, FEW, appends[i]);
        double many = seconds_to_import(*state, FEW * TIMES, appends[i]);
        if (many > 3 * TIMES * few + 0.2) {
            fail_msg("%zu: %.3f s and %.3f s", i, few, many);
        }
    }
}

static void a_table_whose_first_line_is_too_long_is_refused(void **state) {
    struct folder *folder = *state;
    const char *tables[] = {folder->table};
    static char line[LEXICON_LINE_BYTES + 1];
    memset(line, 'x', sizeof line - 1);
    for (size_t i = 0; i < 2; i++) {
        struct error error = {0};
        struct bytes text = {0}, messages = {0};
        struct lexicon_import import = {.reject = note_message, .context = &messages};
        bytes_append_format(&text, "en\tru\t%s\n%s", line, i == 0 ? "" : "cat\tкот\n");
        write_text(folder->table, bytes_string(&text));
        assert_false(lexicon_import(folder->lexicon, tables, 1, &import, &error));
        assert_non_null(
            strstr(error.message, "pairs.tsv:1: the first line names no two languages"));
        assert_int_equal(import.rejected, 1);
        assert_non_null(strstr(bytes_string(&messages), "pairs.tsv:1: longer than the limit"));
        bytes_free(&messages);
        bytes_free(&text);
    }
}

static void the_first_line_of_a_word_says_what_it_mostly_means(void **state) {
    struct folder *folder = *state;
    double mostly, also;
    struct error error = {0};
    struct lexicon_import import = {0};
    const char *tables[] = {folder->table};
    write_text(folder->table, "en\tru\n"
                              "cell\tодин два три четыре пять шесть семь восемь девять десять\n"
                              "cell\tклетка\n"
                              "cell\tкамера\n");
    assert_true(lexicon_import(folder->lexicon, tables, 1, &import, &error));
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "en", "cells", "ru", "клетка", &mostly);
    look_up(lexicon, "en", "cells", "ru", "камера", &also);
    assert_true(mostly > also && also > 0.5);
    lexicon_close(lexicon);
}

static void languages_may_be_in_any_column(void **state) {
    struct folder *folder = *state;
    double weight;
    struct error error = {0};
    struct lexicon_import import = {0};
    const char *tables[] = {folder->table};
    struct bytes table = {0};
    for (int line = 0; line < 2; line++) {
        bytes_append_string(&table, line ? "sea" : "en");
        for (int column = 2; column < 100; column++) {
            bytes_append_format(&table, "\t%s-%d", line ? "value" : "note", column);
        }
        bytes_append_string(&table, line ? "\tморе\n" : "\tru\n");
    }
    write_text(folder->table, bytes_string(&table));
    assert_true(lexicon_import(folder->lexicon, tables, 1, &import, &error));
    assert_int_equal(import.pairs, 1);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_int_equal(look_up(lexicon, "en", "sea", "ru", "море", &weight), 1);
    lexicon_close(lexicon);
    bytes_free(&table);
}

static void pairs_added_later_join_those_before(void **state) {
    struct folder *folder = *state;
    double weight;
    struct error error = {0};
    struct lexicon_import import = {0};
    const char *tables[] = {folder->table};
    write_text(folder->table, "en\tru\nsea\tморе\n");
    assert_true(lexicon_import(folder->lexicon, tables, 1, &import, &error));
    write_text(folder->table, "en\tid\nsea\tlaut\n");
    assert_true(lexicon_import(folder->lexicon, tables, 1, &import, &error));
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "en", "sea", "ru", "море", &weight);
    assert_true(weight > 0.9);
    look_up(lexicon, "en", "sea", "id", "laut", &weight);
    assert_true(weight > 0.9);
    lexicon_close(lexicon);
}

static void a_table_without_languages_is_refused_and_changes_nothing(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    struct lexicon_import import = {0};
    const char *tables[] = {folder->table};
    write_text(folder->table, "sea\tморе\nwater\tвода\n");
    assert_false(lexicon_import(folder->lexicon, tables, 1, &import, &error));
    assert_int_equal(error.kind, ERROR_INPUT);
    assert_non_null(strstr(error.message, "pairs.tsv:1: the first line names no two languages"));
    assert_int_not_equal(access(folder->lexicon, F_OK), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_users_pairs_are_read_and_bad_lines_are_named),
        IN_FOLDER(tables_in_which_one_word_comes_very_often_take_linear_time),
        IN_FOLDER(a_table_whose_first_line_is_too_long_is_refused),
        IN_FOLDER(the_first_line_of_a_word_says_what_it_mostly_means),
        IN_FOLDER(languages_may_be_in_any_column),
        IN_FOLDER(pairs_added_later_join_those_before),
        IN_FOLDER(a_table_without_languages_is_refused_and_changes_nothing),
    };
    return cmocka_run_group_tests_name("lexicon import", tests, NULL, NULL);
}
