/* What holds whatever the words are: the order of tokens, the cache, memory, and searching a text
 * instead of reading it. */
#include "corpus/analysis/scan.h"
#include "corpus/analysis/term_sieve.h"
#include "corpus/base/arena.h"
#include "tests/unit/analysis/support.h"

#include <stdio.h>

/* ---- the list of tokens ---------------------------------------------------------------------- */

static void tokens_come_in_order_and_mark_bytes_of_the_text(void **state) {
    (void)state;
    const char *text = "Pada 14-17 September 2024, C+C5 “Guilin” menyerap US$70,2 miliar (65%) — "
                       "kerja sama negara-negara state-of-the-art.";
    struct token_list list = analyse("id", text);
    for (size_t i = 0; i < list.count; i++) {
        const struct token *token = &list.tokens[i];
        assert_in_range(token->end, token->start + 1, strlen(text));
        assert_in_range(token->position, 0, list.positions - 1);
        assert_int_not_equal(token->term.length, 0);
        assert_int_not_equal(token->form.length, 0);
        if (i > 0) {
            assert_in_range(token->start, list.tokens[i - 1].start, strlen(text));
        }
    }
}

static void the_cache_changes_nothing(void **state) {
    (void)state;
    const char *text = "Он сказал: «В Москве 70,2 млрд долл. США». Москва — столица.";
    struct error error = {0};
    struct token_list warm = analyse("ru", text);
    warm = analyse("ru", text);
    struct analyzer *fresh = analyzer_new(&error);
    struct token_list cold;
    assert_true(analyzer_run(fresh, slice_of_string(text), language_find(slice_of_string("ru")),
                             ANALYSIS_DOCUMENT, &cold, &error));
    assert_int_equal(cold.count, warm.count);
    for (size_t i = 0; i < cold.count; i++) {
        assert_true(slice_equal(cold.tokens[i].term, warm.tokens[i].term));
        assert_true(slice_equal(cold.tokens[i].form, warm.tokens[i].form));
        assert_int_equal(cold.tokens[i].flags, warm.tokens[i].flags);
    }
    analyzer_free(fresh);
}

/* The cache cannot keep 300,000 other words, so the first ones have been forgotten or moved
 * meanwhile. */
static void words_met_again_after_many_others_are_the_same(void **state) {
    (void)state;
    static const char text[] = "Buku-bukunya Jokowi-lah dibaca 17 Juni 2025 di kerja sama B-52";
    struct bytes first = {0}, again = {0}, others = {0};
    for (int round = 0; round < 60; round++) {
        struct token_list list = analyse("id", text);
        bytes_clear(round == 0 ? &first : &again);
        for (size_t i = 0; i < list.count; i++) {
            bytes_append_slice(round == 0 ? &first : &again, list.tokens[i].term);
            bytes_append_slice(round == 0 ? &first : &again, list.tokens[i].form);
        }
        if (round > 0) {
            assert_true(slice_equal(bytes_slice(&first), bytes_slice(&again)));
        }
        bytes_clear(&others);
        for (int i = 0; i < 5000; i++) {
            bytes_append_format(&others, "Lain%dx%d ", round, i);
        }
        analyse("id", bytes_string(&others));
    }
    bytes_free(&first);
    bytes_free(&again);
    bytes_free(&others);
}

static void memory_stays_bounded_over_many_texts(void **state) {
    (void)state;
    struct bytes text = {0};
    for (int round = 0; round < 40; round++) {
        bytes_clear(&text);
        for (int i = 0; i < 5000; i++) {
            bytes_append_format(&text, "kata%dx%d ", round, i);
        }
        assert_int_equal(analyse("id", bytes_string(&text)).count, 5000);
    }
    bytes_free(&text);
}

static void long_words_and_long_chains_end(void **state) {
    (void)state;
    struct bytes text = {0};
    for (int i = 0; i < 20000; i++) {
        bytes_append_string(&text, "ё");
    }
    struct token_list list = analyse("ru", bytes_string(&text));
    assert_int_equal(list.tokens[0].start, 0);
    assert_in_range(list.tokens[0].term.length, 1, 245);
    bytes_clear(&text);
    for (int i = 0; i < 20000; i++) {
        bytes_append_string(&text, "a-1.");
    }
    list = analyse("en", bytes_string(&text));
    assert_in_range(list.count, 20000, 200000);
    bytes_free(&text);
}

/* scan_plain_end, which looks at bytes only, finds the same ends as scan_word_end. */
static void plain_words_end_where_words_end(void **state) {
    (void)state;
    static const char *const texts[] = {
        "kata",       "kata-kata",
        "kata-kata-", "a.b",
        "a.",         "U.S. x",
        "don't",      "don' x",
        "x’",         "x’y",
        "слово-word", "словo",
        "17",         "17 000",
        "17 x",       "17, x",
        "17,5",       "17.",
        "17-й",       "a_b",
        "a+b",        "C#",
        "US$",        "é",
        "aé",         "a\u0301",
        "a\u200bb",   "a\xff",
        "а—б",        "а«б",
        "x%",         "5%",
        "5)",         "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t",
        "a-\u0301",   "a.1",
        "a-1",        "a'1",
        "е\u0301",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct slice text = slice_of_string(texts[i]);
        size_t plain = scan_plain_end(text, 0);
        if (plain > 0) {
            assert_int_equal(plain, scan_word_end(text, 0, '.'));
        }
    }
}

static void tokens_are_in_order_of_start_and_position(void **state) {
    (void)state;
    static const char *const texts[] = {"'98-99 percent of them", "the '98-'99 percent of 2 km",
                                        "from '98 to 99 km", "14-17 June '98, 5-7 million"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct token_list list = analyse("en", texts[i]);
        for (size_t j = 1; j < list.count; j++) {
            const struct token *before = &list.tokens[j - 1], *token = &list.tokens[j];
            if (before->start > token->start || before->position > token->position) {
                fail_msg("%s: %.*s stands before %.*s", texts[i], (int)before->term.length,
                         before->term.data, (int)token->term.length, token->term.data);
            }
        }
    }
}

static void assert_same_found(struct token_list all, struct token_list found, struct slice term) {
    size_t j = 0;
    assert_int_equal(all.positions, found.positions);
    for (size_t i = 0; i < all.count; i++) {
        const struct token *token = &all.tokens[i];
        assert_int_equal(token->place, term_sieve_place(token->term));
        if (!slice_equal(token->term, term)) {
            continue;
        }
        while (j < found.count && !slice_equal(found.tokens[j].term, term)) {
            j++;
        }
        assert_true(j < found.count);
        const struct token *same = &found.tokens[j++];
        assert_true(slice_equal(token->term, same->term) && slice_equal(token->form, same->form));
        assert_true(token->start == same->start && token->end == same->end);
        assert_int_equal(token->position, same->position);
        assert_int_equal(token->flags, same->flags);
    }
}

/* Searches the text for each of its own terms: once with an analyzer that has no words in its
 * cache, and three times with an outline. */
static void search_for_each(struct analyzer *other, const char *code, const char *text,
                            struct text_outline *outline) {
    struct token_list all = analyse(code, text), found;
    const struct language *language = language_find(slice_of_string(code));
    const struct searched_text once = {slice_of_string(text), language, NULL};
    const struct searched_text again = {slice_of_string(text), language, outline};
    struct error error = {0};
    for (size_t i = 0; i < all.count; i++) {
        struct term_sieve sieve = {0};
        struct slice term = all.tokens[i].term;
        struct analyzer *fresh = analyzer_new(&error);
        assert_non_null(fresh);
        analyzer_seek(fresh, &sieve, term);
        assert_true(analyzer_search(fresh, &once, &sieve, &found, &error));
        assert_same_found(all, found, term);
        analyzer_free(fresh);
        for (int time = 0; time < 3; time++) {
            assert_true(analyzer_search(other, &again, &sieve, &found, &error));
            assert_same_found(all, found, term);
        }
    }
}

/* Whatever term is looked for, it is found where it stands. */
static void what_is_searched_for_is_found_as_if_all_were_analysed(void **state) {
    (void)state;
    static const char *const texts[][2] = {
        {"id", "Kerja sama itu bernilai Rp1,5 triliun dan 70,2 miliar dolar AS. Negara-negara "
               "ASEAN, mis. Laos, bekerja sama sejak 17 Juni 2025 (14-17 September)."},
        {"en",
         "The U.S. paid $70.2 billion on June 17, 2025; Mr. Putin's state-of-the-art COVID-19 "
         "plan costs 5 million Hong Kong dollars more, i.e. 65% of it."},
        {"ru", "В январе 2024 г. Аральское море стоило 70,2 млрд долларов США. Какой-то "
               "С+С5-зал, по словам В. Путина, подорожал на 10-15%."},
        {"en", "BREAKING: ALL IN CAPITALS, 3 APRIL"},
        {"id", "Kota Львів dan Алматыға, їжа serta қала, bukan Москва"},
        {"en", "A foetus in the theatre of the archaeologist, gouring and bising, was gored"},
        {"en", "Heroes of the mid-1990s ran 10km; admen panicked, negotiations cost 5pm codices"},
        {"id", "Kamis (20/2) komisi anti korupsi dicek, 5kg unduhan antar negara sejak 1990-an"},
        {"en", "The Second World War of George VI and Pope Pius X cost two million dollars, "
               "twenty-two percent of it in the sixth year; seconds later the Firsts left."},
        {"id", "Perang Dunia Kedua dan Raja Charles III menelan dua puluh juta dolar, lima persen, "
               "pada abad kesebelas; keduanya, ke-2, yang ketiga dan pertama-tama, dua-tiga ribu."},
        {"ru", "Вторая мировая, Пётр Первый, вторых и третьего; о седьмом и четвёртых, во-первых: "
               "двух миллионов долларов, сто пять процентов, пятью тысячами рублей, два-три "
               "миллиона."},
        {"en",
         "In World War I, Chapter X tells, Elizabeth I's twenty-second hundred and second and "
         "thirty third men of class xi saw what I saw in world war i."},
        {"id", "Pada abad kedua puluh satu Komisi X dan kelas VIII-X ketujuh belas kedua."},
        {"id", "Kereta melaju 350 km per jam, 5 juta meter kubik air, 30 derajat Celsius, 20 °C."},
        {"ru", "Со скоростью 90 км/ч на 68 тыс. кв. км, 20 км², 100 мегаватт и полтора метра."},
        {"en", "At 60 miles per hour over 5 m² and 5 m, 30°C, 2.5 GW, a hundred thousand tonnes."},
        {"ru", "В X веке, на двадцать втором и сто тридцать пятом съезде первых, X–XII вв."},
        {"en", "A million dollars, half a percent and two-and-a-half million pounds in the '90s: "
               "one hundred and five thousand, $2 million-$5 million at 2025-06-17T10:00."},
        {"id", "Tahun 90-an lima belas persen dari dua setengah juta, dua ratus lima puluh ribu "
               "rupiah atau dua puluh-tiga puluh juta peso Meksiko."},
        {"ru", "Миллион рублей, полтора процента и два с половиной миллиона мексиканских песо в "
               "90-е годы; сто двадцать пять тысяч двести рублей, полмиллиона."},
        {"ru", "В 1980-1990-х 5кг за 5-процентный налог (5/3/2025) и 100м в 2025г"},
        {"ru", "В тысяча девятьсот девяносто первом, девятого мая 1945 года и двадцать второго "
               "июня, две тысячи двадцатый, в лихие девяностые: от двух до трёх процентов, две "
               "целых и пять десятых "
               "миллиона, три четверти процента, две трети; АН-124 и С-400, с 17 по 20 июня."},
        {"id", "Naik dua koma nol lima persen, Rp5-7jt sampai Rp 3 T atau 1,5 juta-2 juta antara "
               "5 dan 7 persen pada tahun sembilan puluhan, 30 Juni s.d. 2 Juli 2025."},
        {"en", "The early nineties, mid-90s and zero point twenty-five per cent: between two and "
               "three million, two-thirds or 3/4 of it, $5 to $7bn, the fourth of July, June 30 to "
               "July 2, 2025."},
    };
    struct error error = {0};
    struct analyzer *other = analyzer_new(&error);
    assert_non_null(other);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct arena arena = {0};
        struct text_outline outline = {.arena = &arena};
        search_for_each(other, texts[i][0], texts[i][1], &outline);
        arena_free(&arena);
    }
    analyzer_free(other);
}

/* The same for the raw lines of the sample articles. */
static void what_articles_say_is_found_as_if_all_were_analysed(void **state) {
    (void)state;
    static const char *const articles[][2] = {
        {"en", "aral-long-read.txt"},       {"en", "nickel-island.txt"},
        {"en", "jakarta-flood.txt"},        {"id", "batik.txt"},
        {"id", "kurs-rupiah.txt"},          {"id", "sepak-bola-u23.txt"},
        {"ru", "navodnenie-dzhakarta.txt"}, {"ru", "osetr-volga.txt"},
        {"ru", "zheleznaya-doroga.txt"},
    };
    struct error error = {0};
    struct analyzer *other = analyzer_new(&error);
    assert_non_null(other);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        struct arena arena = {0};
        struct text_outline outline = {.arena = &arena};
        char path[100], text[1500];
        snprintf(path, sizeof path, "corpus/sample/%s/%s", articles[i][0], articles[i][1]);
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        text[fread(text, 1, sizeof text - 1, file)] = '\0';
        fclose(file);
        search_for_each(other, articles[i][0], text, &outline);
        arena_free(&arena);
    }
    analyzer_free(other);
}

/* An outline whose words have left the cache is made again. */
static void an_outline_outlives_the_words_it_was_made_of(void **state) {
    (void)state;
    static const char text[] = "Buku-bukunya Jokowi-lah dibaca di kerja sama B-52";
    struct arena arena = {0};
    struct text_outline outline = {.arena = &arena};
    struct bytes others = {0};
    struct error error = {0};
    struct analyzer *other = analyzer_new(&error);
    assert_non_null(other);
    for (int round = 0; round < 60; round++) {
        struct token_list list;
        if (round % 20 == 0) {
            search_for_each(other, "id", text, &outline);
        }
        bytes_clear(&others);
        for (int i = 0; i < 5000; i++) {
            bytes_append_format(&others, "Lain%dx%d ", round, i);
        }
        assert_true(analyzer_run(other, bytes_slice(&others), language_find(slice_of("id", 2)),
                                 ANALYSIS_DOCUMENT, &list, &error));
    }
    search_for_each(other, "id", text, &outline);
    bytes_free(&others);
    analyzer_free(other);
    arena_free(&arena);
}

/* A search for one word gives few tokens of other words. */
static void what_is_not_searched_for_is_left_out(void **state) {
    (void)state;
    const struct searched_text searched = {
        .text = slice_of_string("Goldwind builds wind turbines in the north."),
        .language = language_find(slice_of_string("en")),
    };
    struct term_sieve sieve = {0};
    struct token_list found;
    struct error error = {0};
    analyzer_seek(analyzer, &sieve, slice_of_string("enturbine"));
    assert_true(analyzer_search(analyzer, &searched, &sieve, &found, &error));
    assert_int_equal(found.count, 1);
    assert_int_equal(found.tokens[0].position, 3);
    assert_int_equal(found.positions, 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_come_in_order_and_mark_bytes_of_the_text),
        cmocka_unit_test(the_cache_changes_nothing),
        cmocka_unit_test(words_met_again_after_many_others_are_the_same),
        cmocka_unit_test(memory_stays_bounded_over_many_texts),
        cmocka_unit_test(long_words_and_long_chains_end),
        cmocka_unit_test(plain_words_end_where_words_end),
        cmocka_unit_test(tokens_are_in_order_of_start_and_position),
        cmocka_unit_test(what_is_searched_for_is_found_as_if_all_were_analysed),
        cmocka_unit_test(what_articles_say_is_found_as_if_all_were_analysed),
        cmocka_unit_test(what_is_not_searched_for_is_left_out),
        cmocka_unit_test(an_outline_outlives_the_words_it_was_made_of),
    };
    return cmocka_run_group_tests_name("analyzer", tests, set_up, tear_down);
}
