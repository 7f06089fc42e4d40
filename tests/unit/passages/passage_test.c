/* Articles cut into passages. */
#include "corpus/article/reader.h"
#include "corpus/base/ascii.h"
#include "corpus/base/bytes.h"
#include "corpus/base/utf8.h"
#include "corpus/languages/language.h"
#include "corpus/passages/passage.h"
#include "corpus/unicode/properties.h"
#include "tests/unit/article/sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define ID                                                                                         \
    "Pemerintah mengatakan bahwa bendungan itu akan dinaikkan dua meter pada tahun depan, dan "    \
    "para nelayan di desa-desa sekitar laut sudah mendengar rencana tersebut dengan gembira, "     \
    "meskipun belum ada bank yang bersedia memberikan pinjaman untuk pekerjaan yang besar itu."
#define EN                                                                                         \
    "The government has said that the dam will be raised by two metres in the coming year, and "   \
    "the fishermen of the villages around the sea have heard of the plan with hope, although no "  \
    "bank has been willing to lend the money that is needed for the work on it so far."
#define RU                                                                                                                                                             \
    "Правительство сообщило, что плотину в следующем году поднимут на два метра, и рыбаки из " \
    "окрестных аулов слышали об этом с надеждой, хотя ни один банк пока не согласился дать "     \
    "деньги, которые нужны для этой большой работы на берегу моря."

struct cut {
    struct passage_cutter *cutter;
    const struct passage *passages;
    size_t count;
    struct slice text;
};

/* Cuts a text into passages and checks what must hold for every text. */
static void cut(struct cut *cut, struct slice text, const char *claimed) {
    struct error error = {0};
    cut->text = text;
    assert_true(passage_cut(cut->cutter, text, slice_of_string(claimed), &cut->passages,
                            &cut->count, &error));
    size_t end = 0;
    for (size_t i = 0; i < cut->count; i++) {
        const struct passage *passage = &cut->passages[i];
        assert_int_equal(passage->tile_start, end);
        assert_true(passage->start >= passage->tile_start && passage->length > 0);
        assert_true(passage->start + passage->length <= passage->tile_end);
        assert_non_null(passage->language);
        struct slice words = slice_of(text.data + passage->start, passage->length);
        assert_true(code_point_count(words) <= PASSAGE_CHARACTERS_LONGEST);
        assert_false(strchr(" \t\n", words.data[0]));
        assert_false(strchr(" \t\n", words.data[words.length - 1]));
        assert_true(!utf8_continues(words.data[0]));
        end = passage->tile_end;
    }
    assert_true(cut->count == 0 || end == text.length);
}

static int cutter_open(void **state) {
    struct cut *cut = calloc(1, sizeof *cut);
    assert_non_null(cut);
    cut->cutter = passage_cutter_new();
    assert_non_null(cut->cutter);
    *state = cut;
    return 0;
}

static int cutter_close(void **state) {
    struct cut *cut = *state;
    passage_cutter_free(cut->cutter);
    free(cut);
    return 0;
}

static void assert_passage(const struct cut *cut, size_t number, const char *language,
                           const char *text) {
    assert_true(number < cut->count);
    const struct passage *passage = &cut->passages[number];
    if (passage->length != strlen(text) ||
        memcmp(cut->text.data + passage->start, text, passage->length) != 0) {
        fail_msg("\"%.*s\" is not \"%s\"", (int)passage->length, cut->text.data + passage->start,
                 text);
    }
    assert_string_equal(passage->language->code, language);
}

static void paragraphs_are_joined_up_to_the_target(void **state) {
    struct cut *c = *state;
    cut(c, slice_of_string(ID "\n" ID " Satu.\n\n" ID " Dua.\n" ID " Tiga."), "id");
    assert_int_equal(c->count, 2);
    assert_passage(c, 0, "id", ID "\n" ID " Satu.\n\n" ID " Dua.");
    assert_passage(c, 1, "id", ID " Tiga.");
}

static void a_paragraph_of_the_target_length_is_a_passage(void **state) {
    struct cut *c = *state;
    cut(c, slice_of_string(EN " " EN " " EN "\n" EN " " EN " " EN " Yes."), "en");
    assert_int_equal(c->count, 2);
    assert_passage(c, 0, "en", EN " " EN " " EN);
    assert_passage(c, 1, "en", EN " " EN " " EN " Yes.");
}

static void white_space_has_no_passages(void **state) {
    struct cut *c = *state;
    cut(c, slice_of(NULL, 0), "");
    assert_int_equal(c->count, 0);
    cut(c, slice_of_string(" \n\t\n  \u00A0\n"), "");
    assert_int_equal(c->count, 0);
    cut(c, slice_of_string("я"), "");
    assert_int_equal(c->count, 1);
}

static void a_heading_stays_with_what_follows(void **state) {
    struct cut *c = *state;
    cut(c,
        slice_of_string(EN "\nTwo designs\n" EN " Yes.\n" EN " Well.\nA third design\n" EN " No."),
        "en");
    assert_int_equal(c->count, 2);
    assert_passage(c, 0, "en", EN "\nTwo designs\n" EN " Yes.\n" EN " Well.");
    assert_passage(c, 1, "en", "A third design\n" EN " No.");
}

static void a_heading_behind_a_full_passage_begins_the_next(void **state) {
    struct cut *c = *state;
    cut(c, slice_of_string(EN " " EN " " EN "\nTwo designs\nShort one."), "en");
    assert_int_equal(c->count, 2);
    assert_passage(c, 0, "en", EN " " EN " " EN);
    assert_passage(c, 1, "en", "Two designs\nShort one.");
}

static void a_heading_before_a_long_paragraph_is_not_left_behind(void **state) {
    struct cut *c = *state;
    struct bytes text = {0};
    bytes_append_string(&text, "A short one.\nThe second design\n");
    for (int i = 0; i < 5; i++) {
        bytes_append_string(&text, EN " ");
    }
    cut(c, bytes_slice(&text), "en");
    assert_true(c->count >= 2);
    for (size_t i = 0; i < c->count; i++) {
        const struct passage *passage = &c->passages[i];
        struct slice words = slice_of(text.data + passage->start, passage->length);
        struct slice heading = slice_of_string("The second design");
        assert_false(
            words.length >= heading.length &&
            memcmp(words.data + words.length - heading.length, heading.data, heading.length) == 0);
    }
    bytes_free(&text);
}

static void long_paragraphs_are_cut_between_sentences(void **state) {
    struct cut *c = *state;
    struct bytes text = {0};
    for (int i = 0; i < 40; i++) {
        bytes_append_string(&text, i % 2 ? EN " " : "Dr. A. Smith of the U.S. agreed. ");
    }
    cut(c, bytes_slice(&text), "en");
    assert_true(c->count > 4);
    for (size_t i = 0; i < c->count; i++) {
        const struct passage *passage = &c->passages[i];
        assert_int_equal(text.data[passage->start + passage->length - 1], '.');
        assert_true(memcmp(text.data + passage->start, "The ", 4) == 0 ||
                    memcmp(text.data + passage->start, "Dr. ", 4) == 0);
        assert_true(passage->length >= PASSAGE_CHARACTERS_TARGET / 4);
    }
    bytes_free(&text);
}

static void wrapped_lines_are_no_paragraphs(void **state) {
    struct cut *c = *state;
    struct bytes text = {0};
    for (int i = 0; i < 5; i++) {
        bytes_append_string(&text, EN " ");
    }
    cut(c, bytes_slice(&text), "en");
    assert_int_equal(c->count, 1); /* no longer than a passage may be */

    size_t line = 0;
    for (size_t i = 0; i + 1 < text.length; i++) {
        if (text.data[i] == ' ' && i - line > 64) {
            text.data[i] = '\n';
            line = i;
        }
    }
    cut(c, bytes_slice(&text), "en");
    assert_int_equal(c->count, 1);
    bytes_free(&text);
}

static void no_word_is_cut_where_there_are_no_blanks(void **state) {
    struct cut *c = *state;
    struct bytes text = {0};
    for (int i = 0; i < 1200; i++) {
        bytes_append_string(&text, i % 3 ? "水位继续下降Nusantara" : "湖水Kokaral");
    }
    cut(c, bytes_slice(&text), "");
    assert_true(c->count > 4);
    for (size_t i = 1; i < c->count; i++) {
        const char *start = text.data + c->passages[i].start;
        assert_false(ascii_is_letter(start[-1]) && ascii_is_letter(start[0]));
    }
    bytes_free(&text);
}

static void cyrillic_passages_have_as_many_letters_as_latin_ones(void **state) {
    struct cut *c = *state;
    struct bytes text = {0};
    for (int i = 0; i < 40; i++) {
        bytes_append_string(&text, RU " ");
    }
    cut(c, bytes_slice(&text), "ru");
    assert_true(c->count > 4);
    for (size_t i = 0; i + 1 < c->count; i++) {
        size_t characters =
            code_point_count(slice_of(text.data + c->passages[i].start, c->passages[i].length));
        assert_true(characters >= PASSAGE_CHARACTERS_TARGET / 2);
        assert_string_equal(c->passages[i].language->code, "ru");
    }
    bytes_free(&text);
}

static void a_change_of_language_begins_a_passage(void **state) {
    struct cut *c = *state;
    cut(c, slice_of_string(EN "\n\n" ID "\n\nАдрес: Нукус\n\nТелефон: +998\n\n" RU), "en");
    assert_int_equal(c->count, 3);
    assert_passage(c, 0, "en", EN);
    assert_passage(c, 1, "id", ID);
    assert_passage(c, 2, "ru", "Адрес: Нукус\n\nТелефон: +998\n\n" RU);
}

static void short_lines_take_the_language_of_their_neighbours(void **state) {
    struct cut *c = *state;
    cut(c, slice_of_string(ID "\nGoldwind, Masdar, CAMCE\n" ID " Ya.\n2024 – 2025"), "");
    for (size_t i = 0; i < c->count; i++) {
        assert_string_equal(c->passages[i].language->code, "id");
    }
}

static void lines_without_letters_do_so_where_all_lines_are_short(void **state) {
    static const char lines[] = "Kabar dari desa\n12\nHarga beras naik lagi\n* * *\nAir laut sudah "
                                "turun\n3:1\nMereka tidak pulang\n--\nNelayan akan melaut\n7";
    cut(*state, slice_of_string(lines), "");
    assert_passage(*state, 0, "id", lines);
    assert_int_equal(((struct cut *)*state)->count, 1);
    cut(*state, slice_of_string("12\n3:1"), ""); /* there are no others */
    assert_int_equal(((struct cut *)*state)->count, 1);
}

static void a_line_that_comes_again_is_not_indexed_twice(void **state) {
    struct cut *c = *state;
    static const char related[] = "Bagaimana hubungan Tiongkok dengan Kazakhstan?";
    struct bytes text = {0};
    bytes_append_format(&text, "%s\n%s\n%s\n%s Satu.\n%s Satu.\n%s", ID, related, related, ID, ID,
                        "Ya.");
    cut(c, bytes_slice(&text), "id");
    size_t found = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct passage *passage = &c->passages[i];
        const char *at = text.data + passage->start;
        const char *end = at + passage->length;
        while ((at = memmem(at, (size_t)(end - at), related, strlen(related)))) {
            found++;
            at++;
        }
    }
    assert_int_equal(found, 1);
    bytes_free(&text);
}

static void labels_of_the_page_stay_outside(void **state) {
    struct cut *c = *state;
    static const char *const labels[] = {"Komentar (0)", "READ ALSO:", "Читайте также:",
                                         "Baca juga: Hutan saksaul tumbuh di dasar laut"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        struct bytes text = {0};
        bytes_append_format(&text, "%s\n%s\n%s Ya.\n%s", ID, labels[i], ID, labels[i]);
        cut(c, bytes_slice(&text), "id");
        assert_int_equal(c->count, 2);
        assert_passage(c, 0, "id", ID);
        assert_passage(c, 1, "id", ID " Ya.");
        bytes_free(&text);
    }
    /* An article that has nothing but labels consists of them. */
    cut(c, slice_of_string("Komentar (0)"), "id");
    assert_int_equal(c->count, 1);
}

static double seconds_for(struct cut *c, const struct bytes *text) {
    struct timespec start, end;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    cut(c, bytes_slice(text), "");
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    return (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

/* Ten times the text may take about ten times as long; a step whose time grows with the square
 * would take a hundred times. */
static void hostile_texts_take_linear_time(void **state) {
    static const struct {
        const char *piece;
        size_t pieces;
    } texts[] = {
        {"a", 10000000},           /* one word */
        {"a\n", 1000000},          /* a column of letters */
        {"абв ", 1000000},         /* a paragraph without a sentence */
        {"а. ", 1000000},          /* nothing but sentences */
        {"A.", 1000000},           /* full stops that end none */
        {"Komentar (0)\n", 30000}, /* nothing but labels */
        {"The same line again and again\n", 100000},
        {"\xCC\x81", 1000000}, /* nothing but marks */
        {"\x80", 1000000},     /* no UTF-8 at all */
        {"\n", 1000000},
        {"12:30 ", 500000},
    };
    struct cut *c = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct bytes text = {0};
        for (size_t j = 0; j < texts[i].pieces / 10; j++) {
            bytes_append_string(&text, texts[i].piece);
        }
        double small = strcmp(texts[i].piece, "\x80") ? seconds_for(c, &text) : 0;
        for (size_t j = 0; j < texts[i].pieces / 10 * 9; j++) {
            bytes_append_string(&text, texts[i].piece);
        }
        if (strcmp(texts[i].piece, "\x80") != 0) {
            double large = seconds_for(c, &text);
            if (large > 40 * small + 0.2) {
                fail_msg("%s: %.3f s and %.3f s", texts[i].piece, small, large);
            }
        } else {
            struct error error = {0};
            assert_true(passage_cut(c->cutter, bytes_slice(&text), slice_of(NULL, 0), &c->passages,
                                    &c->count, &error));
        }
        bytes_free(&text);
    }
}

static void white_space_between_paragraphs_counts(void **state) {
    struct cut *c = *state;
    struct bytes text = {0};
    bytes_append_string(&text, "Satu.\nJudul");
    for (int i = 0; i < 5000; i++) {
        bytes_append_string(&text, i % 2 ? "\n" : " \n");
    }
    bytes_append_string(&text, "Dua.\na\n");
    for (int i = 0; i < 5000; i++) {
        bytes_append_string(&text, "\n");
    }
    bytes_append_string(&text, "b");
    cut(c, bytes_slice(&text), "id"); /* which sees that no passage is too long */
    assert_int_equal(c->count, 3);
    bytes_free(&text);
}

static void a_poem_is_a_passage_or_two(void **state) {
    struct cut *c = *state;
    cut(c,
        slice_of_string("Laut\n\nAku melihat kapal\ndi atas pasir\nmenunggu air\n\nAku melihat "
                        "kapal\ntidak menunggu lagi"),
        "id");
    assert_true(c->count >= 1 && c->count <= 2);
}

static void the_tiles_of_sample_articles_are_their_text(void **state) {
    struct cut *c = *state;
    glob_t files;
    size_t articles = 0;
    find_sample_files(&files);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct article article;
        struct error error = {0};
        struct reader *reader = reader_open(files.gl_pathv[i], NULL, &error);
        assert_non_null(reader);
        while (reader_next(reader, &article, &error) == READER_ARTICLE) {
            struct bytes tiles = {0};
            cut(c, article.text, "");
            for (size_t j = 0; j < c->count; j++) {
                const struct passage *passage = &c->passages[j];
                bytes_append(&tiles, article.text.data + passage->tile_start,
                             passage->tile_end - passage->tile_start);
            }
            assert_true(slice_equal(bytes_slice(&tiles), article.text));
            bytes_free(&tiles);
            articles++;
        }
        assert_int_equal(error.kind, ERROR_NONE);
        reader_close(reader);
    }
    globfree(&files);
    assert_true(articles >= SAMPLE_ARTICLES);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_joined_up_to_the_target),
        cmocka_unit_test(a_paragraph_of_the_target_length_is_a_passage),
        cmocka_unit_test(white_space_has_no_passages),
        cmocka_unit_test(a_heading_stays_with_what_follows),
        cmocka_unit_test(a_heading_behind_a_full_passage_begins_the_next),
        cmocka_unit_test(a_heading_before_a_long_paragraph_is_not_left_behind),
        cmocka_unit_test(long_paragraphs_are_cut_between_sentences),
        cmocka_unit_test(wrapped_lines_are_no_paragraphs),
        cmocka_unit_test(no_word_is_cut_where_there_are_no_blanks),
        cmocka_unit_test(cyrillic_passages_have_as_many_letters_as_latin_ones),
        cmocka_unit_test(a_change_of_language_begins_a_passage),
        cmocka_unit_test(short_lines_take_the_language_of_their_neighbours),
        cmocka_unit_test(lines_without_letters_do_so_where_all_lines_are_short),
        cmocka_unit_test(a_line_that_comes_again_is_not_indexed_twice),
        cmocka_unit_test(labels_of_the_page_stay_outside),
        cmocka_unit_test(hostile_texts_take_linear_time),
        cmocka_unit_test(white_space_between_paragraphs_counts),
        cmocka_unit_test(a_poem_is_a_passage_or_two),
        cmocka_unit_test(the_tiles_of_sample_articles_are_their_text),
    };
    return cmocka_run_group_tests_name("passages", tests, cutter_open, cutter_close);
}
