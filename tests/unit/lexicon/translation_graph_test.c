/* What the pairs of dictionaries come to: translations and how sure they are. */
#include "corpus/lexicon/abbreviation.h"
#include "corpus/lexicon/lexicon_import.h"
#include "tests/unit/lexicon/support.h"

static void languages_that_share_no_dictionary_meet_over_a_third(void **state) {
    struct folder *folder = *state;
    double weight, rare;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "spring", "id", "musim semi", 1);
    add(graph, "en", "spring", "ru", "весна", 1);
    add(graph, "en", "spring", "ru", "пружина", 1);
    add(graph, "de", "frühling", "id", "musim semi", 1);
    add(graph, "de", "frühling", "ru", "весна", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_int_equal(look_up(lexicon, "id", "musim semi", "ru", "весна", &weight), 2);
    look_up(lexicon, "id", "musim semi", "ru", "пружина", &rare);
    /* Two languages agree on one sense; only one of them leads to the other. */
    assert_true(weight > 0.5 && weight > 1.5 * rare);
    lexicon_close(lexicon);
}

static void of_two_that_mean_one_thing_the_better_known_comes_first(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    double known, rare;
    struct translation_graph *graph = new_graph();
    add(graph, "id", "kapal", "en", "ship", 1);
    add(graph, "id", "kapal", "en", "keel", 1);
    add(graph, "de", "Schiff", "en", "ship", 4);
    struct lexicon_writer *writer = lexicon_writer_new(&error);
    assert_non_null(writer);
    assert_true(translation_graph_write(graph, 1, writer, &error) &&
                lexicon_writer_write(writer, folder->lexicon, &error));
    lexicon_writer_free(writer);
    translation_graph_free(graph);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "id", "kapal", "en", "ship", &known);
    look_up(lexicon, "id", "kapal", "en", "keel", &rare);
    assert_true(known > 1.2 * rare && rare > 0);
    lexicon_close(lexicon);
}

static void a_common_translation_comes_before_a_rare_one_of_one_meaning(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    double common, rare;
    struct translation_graph *graph = new_graph();
    add(graph, "ru", "доля", "en", "share", 2);
    add(graph, "ru", "доля", "en", "lobe", 1);
    add(graph, "ru", "акция", "en", "share", 3);
    add(graph, "de", "Anteil", "en", "share", 20);
    add(graph, "de", "Aktie", "en", "share", 20);
    struct lexicon_writer *writer = lexicon_writer_new(&error);
    assert_non_null(writer);
    assert_true(translation_graph_write(graph, 1, writer, &error) &&
                lexicon_writer_write(writer, folder->lexicon, &error));
    lexicon_writer_free(writer);
    translation_graph_free(graph);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "ru", "доля", "en", "share", &common);
    look_up(lexicon, "ru", "доля", "en", "lobe", &rare);
    assert_true(common > 1.5 * rare && rare > 0);
    lexicon_close(lexicon);
}

static void withdraw(struct translation_graph *graph, const char *a_code, const char *a,
                     const char *b_code, const char *b) {
    struct error error = {0};
    assert_true(translation_graph_withdraw(graph, phrase(a_code, a), phrase(b_code, b), &error));
}

static void what_is_withdrawn_is_no_translation_by_any_way(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    double weight;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "tariff", "id", "tarif", 1);
    add(graph, "en", "tariff", "id", "meretas", 1);
    add(graph, "de", "Tarif", "en", "tariff", 1);
    add(graph, "de", "Tarif", "id", "meretas", 1);
    add(graph, "en", "hack", "id", "meretas", 1);
    assert_true(translation_graph_add_like(graph, phrase("en", "tariff"), slice_of_string("hack"),
                                           1, &error));
    /* "boldly" is like "bold", and German leads from one of them to what the other is not. */
    add(graph, "en", "bold", "id", "berani", 1);
    add(graph, "en", "bold", "id", "tebal", 1);
    add(graph, "de", "fett", "en", "boldly", 1);
    add(graph, "de", "fett", "id", "tebal", 1);
    assert_true(translation_graph_add_like(graph, phrase("en", "boldly"), slice_of_string("bold"),
                                           1, &error));
    withdraw(graph, "en", "bold", "id", "tebal");
    withdraw(graph, "id", "Meretas", "en", "tariff");
    withdraw(graph, "en", "tariff", "id", "unheard"); /* which adds no phrase */
    assert_false(translation_graph_knows(graph, phrase("id", "unheard"), "en"));
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "en", "tariff", "id", "meretas", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "id", "meretas", "en", "tariff", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "en", "boldly", "id", "tebal", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "en", "boldly", "id", "berani", &weight);
    assert_true(weight > 0);
    look_up(lexicon, "en", "tariff", "id", "tarif", &weight);
    assert_true(weight > 0.9); /* it has no other */
    look_up(lexicon, "id", "meretas", "en", "hack", &weight);
    assert_true(weight > 0.9);
    lexicon_close(lexicon);
}

static void a_graph_knows_what_has_a_translation(void **state) {
    (void)state;
    struct error error = {0};
    struct translation_graph *graph = translation_graph_new(&error);
    assert_non_null(graph);
    add(graph, "de", "Leuchtturm", "id", "mercusuar", 1);
    assert_true(translation_graph_knows(graph, phrase("id", "Mercusuar"), "de"));
    assert_true(translation_graph_knows(graph, phrase("de", "leuchtturm"), "id"));
    assert_false(translation_graph_knows(graph, phrase("id", "mercusuar"), "en"));
    assert_false(translation_graph_knows(graph, phrase("de", "mercusuar"), "id"));
    assert_false(translation_graph_knows(graph, phrase("id", "menara"), "de"));
    translation_graph_free(graph);
}

static void more_languages_than_a_graph_has_room_for_are_refused(void **state) {
    (void)state;
    struct error error = {0};
    struct translation_graph *graph = translation_graph_new(&error);
    char code[] = "aa";
    for (int i = 1; i < TRANSLATION_LANGUAGES; i++) {
        code[0] = (char)('a' + i / 26);
        code[1] = (char)('a' + i % 26);
        add(graph, "zz", "word", code, "other", 1);
    }
    assert_false(
        translation_graph_add(graph, phrase("zz", "word"), phrase("yy", "other"), 1, &error));
    assert_int_equal(error.kind, ERROR_LIMIT);
    assert_string_equal(error.message, "a lexicon is made of at most 32 languages: yy is one more");
    translation_graph_free(graph);
}

static void common_senses_weigh_more_than_rare_ones(void **state) {
    struct folder *folder = *state;
    double common, rare;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "bank", "id", "bank", 1);
    add(graph, "en", "bank", "id", "tepi", 0.3);
    add(graph, "en", "edge", "id", "tepi", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "en", "bank", "id", "bank", &common);
    look_up(lexicon, "en", "bank", "id", "tepi", &rare);
    assert_true(rare > 0 && common > 2 * rare);
    lexicon_close(lexicon);
}

static void words_that_share_translations_are_alike(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    double film, tape, back;
    struct lexicon_writer *writer = lexicon_writer_new(&error);
    const struct {
        const char *key, *code, *terms;
        double weight;
    } pairs[] = {
        {"enmovie", "id", "idfilm", 0.9},   {"enmovie", "ru", "ruфильм", 0.9},
        {"idfilm", "en", "enmovie", 0.9},   {"idfilm", "en", "enfilm", 0.9},
        {"ruфильм", "en", "enfilm", 0.9},   {"ruфильм", "en", "entape", 0.1},
        {"enfilm", "id", "idfilm", 0.9},    {"idfilm", "en", "enmoving enpicture", 0.9},
        {"=enmovies", "id", "idfilm", 0.9},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        assert_true(lexicon_writer_add(writer, slice_of_string(pairs[i].key), pairs[i].code,
                                       slice_of_string(pairs[i].terms), pairs[i].weight, &error));
    }
    assert_true(lexicon_writer_add_synonyms(writer, &error));
    assert_true(lexicon_writer_write(writer, folder->lexicon, &error));
    lexicon_writer_free(writer);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "en", "movie", "en", "film", &film);
    look_up(lexicon, "en", "movie", "en", "tape", &tape);
    look_up(lexicon, "en", "film", "en", "movie", &back);
    assert_true(film > 0.9 && tape > 0.5 && film > tape && back > 0.9);
    look_up(lexicon, "en", "movie", "en", "movie", &film);
    look_up(lexicon, "en", "movie", "en", "moving picture", &tape);
    look_up(lexicon, "en", "movies", "en", "film", &back);
    assert_true(film == 0 && tape == 0 && back == 0);
    lexicon_close(lexicon);
}

static void abbreviations_are_made_of_beginnings(void **state) {
    (void)state;
    static const struct {
        const char *code, *word, *phrase;
        bool is;
    } cases[] = {
        {"en", "un", "united nations", true},
        {"en", "boe", "bank of england", true},
        {"en", "wb", "the world bank", true},
        {"id", "pbb", "perserikatan bangsa-bangsa", true},
        {"id", "pemkot", "pemerintah kota", true},
        {"ru", "ии", "искусственный интеллект", true},
        {"ru", "госдума", "государственная дума", true},
        {"en", "ub", "united nations", false},
        {"en", "unn", "united nations", false},
        {"en", "u", "united nations", false},
        {"en", "uni", "united nations", false},
        {"en", "united", "united", false},
        {"en", "bo", "bank of", false},
        {"en", "railway", "rail way", false},
        {"en", "sniper", "sniper rifle", false},
        {"en", "stomach", "stomach ache", false},
        {"id", "mata", "mata-mata", false},
        {"en", "", "united nations", false},
        {"en", "boengland", "bank of england", false},
        {"id", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
         "aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa "
         "aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa",
         false}, /* in time */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct language *language = language_find(slice_of_string(cases[i].code));
        bool is = abbreviation_is_of(slice_of_string(cases[i].word),
                                     slice_of_string(cases[i].phrase), language);
        if (is != cases[i].is) {
            fail_msg("%s of %s", cases[i].word, cases[i].phrase);
        }
    }
}

static void abbreviations_mean_what_they_stand_for(void **state) {
    struct folder *folder = *state;
    double weight;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "USA", "ru", "сша", 1);
    add(graph, "en", "united states", "ru", "сша", 1);
    add(graph, "en", "united states of america", "ru", "сша", 1);
    add(graph, "en", "uncle sam", "ru", "сша", 1);
    add(graph, "en", "ursa", "ru", "медведица", 1);
    add(graph, "en", "ultra safe", "ru", "надёжный", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "en", "usa", "en", "united states of america", &weight);
    assert_true(weight == 1);
    look_up(lexicon, "en", "united states of america", "en", "usa", &weight);
    assert_true(weight == 1);
    look_up(lexicon, "en", "usa", "en", "united states", &weight);
    assert_true(weight == 1);
    look_up(lexicon, "en", "united states", "en", "usa", &weight);
    assert_true(weight == 1);
    look_up(lexicon, "en", "usa", "en", "uncle sam", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "en", "usa", "en", "ultra safe", &weight);
    assert_true(weight == 0);
    lexicon_close(lexicon);
}

static void words_that_only_look_alike_share_no_translations(void **state) {
    struct folder *folder = *state;
    double right, wrong;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "university", "id", "universitas", 1);
    add(graph, "en", "universe", "id", "alam semesta", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "en", "universe", "id", "alam semesta", &right);
    look_up(lexicon, "en", "universe", "id", "universitas", &wrong);
    assert_true(right > 0.9);
    assert_true(wrong == 0);
    lexicon_close(lexicon);
}

static void a_name_that_looks_like_a_word_shares_no_translations_with_it(void **state) {
    struct folder *folder = *state;
    double right, wrong;
    struct translation_graph *graph = new_graph();
    add(graph, "id", "Jalur Gaza", "ru", "сектор Газа", 1);
    add(graph, "id", "Gaza", "ru", "Газа", 1);
    add(graph, "id", "gas", "ru", "газ", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "ru", "Газа", "id", "Gaza", &right);
    look_up(lexicon, "ru", "Газа", "id", "gas", &wrong);
    assert_true(right > 0.9);
    assert_true(wrong == 0);
    look_up(lexicon, "ru", "газа", "id", "gas", &right);
    look_up(lexicon, "ru", "газа", "id", "Gaza", &wrong);
    assert_true(right > 0.9);
    assert_true(wrong == 0);
    look_up(lexicon, "ru", "сектор Газа", "id", "Jalur Gaza", &right);
    assert_true(right > 0.9);
    lexicon_close(lexicon);
}

static void forms_mean_what_they_are_listed_with_and_what_their_stem_means(void **state) {
    struct folder *folder = *state;
    double own, other;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "burn", "id", "bakar", 1);
    add(graph, "en", "fire", "id", "kebakaran", 1);
    add(graph, "en", "table", "ru", "таблица", 1);
    add(graph, "en", "ready reckoner", "ru", "таблицы", 0.5);
    add(graph, "en", "finance minister", "id", "menteri keuangan", 1);
    add(graph, "en", "ministry of finance", "id", "kementerian keuangan", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "id", "kebakaran", "en", "fire", &own);
    look_up(lexicon, "id", "kebakaran", "en", "burn", &other);
    assert_true(own > 0.9 && other > 0.4 && other < 0.6);
    look_up(lexicon, "id", "kebakarannya", "en", "fire", &own);
    look_up(lexicon, "id", "kebakaran-kebakaran", "en", "burn", &other);
    assert_true(own > 0.9 && other > 0.4 && other < 0.6); /* a fire still */
    look_up(lexicon, "id", "menteri keuangannya", "en", "finance minister", &own);
    look_up(lexicon, "id", "menteri keuangan", "en", "ministry of finance", &other);
    assert_true(own > 0.9 && other > 0.4 && other < 0.6);
    /* An example in a dictionary does not hide what the word mostly means; the less dictionaries
     * say of a form, the less it says for the others. */
    look_up(lexicon, "ru", "таблицы", "en", "table", &own);
    look_up(lexicon, "ru", "таблица", "en", "ready reckoner", &other);
    assert_true(own > 0.4 && other > 0.2 && other < 0.3);
    look_up(lexicon, "ru", "таблицам", "en", "table", &own);
    look_up(lexicon, "ru", "таблицам", "en", "ready reckoner", &other);
    assert_true(own > 0.9 && other > 0.4 && other < 0.6);
    lexicon_close(lexicon);
}

static void a_well_known_form_means_itself_before_what_its_stem_means(void **state) {
    struct folder *folder = *state;
    double own, other;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "plan", "id", "rencana", 8);
    add(graph, "en", "scheme", "id", "rencana", 8);
    add(graph, "en", "plan", "id", "program", 24);
    add(graph, "en", "scheme", "id", "skema", 24);
    add(graph, "en", "planner", "id", "perencana", 24);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "id", "rencana", "en", "plan", &own);
    look_up(lexicon, "id", "rencana", "en", "planner", &other);
    assert_true(other > 0.2 && own > other);
    look_up(lexicon, "id", "perencana", "en", "planner", &own);
    assert_true(own > 0.9);
    lexicon_close(lexicon);
}

static void a_word_like_another_has_its_translations_but_less_surely(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    double own, like;
    struct translation_graph *graph = new_graph();
    assert_true(translation_graph_add_like(graph, phrase("ru", "применить"),
                                           slice_of_string("применять"), 0.25, &error));
    assert_true(translation_graph_add_like(graph, phrase("ru", "маячить"), slice_of_string("маяк"),
                                           0.25, &error));
    add(graph, "en", "apply", "ru", "применять", 1);
    assert_int_equal(translation_graph_pairs(graph), 1);
    assert_false(translation_graph_knows(graph, phrase("ru", "применить"), "en"));
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    look_up(lexicon, "en", "apply", "ru", "применять", &own);
    look_up(lexicon, "en", "apply", "ru", "применить", &like);
    assert_true(own > like && like > 0.4);
    look_up(lexicon, "ru", "применить", "en", "apply", &like);
    assert_true(like > 0.4);
    assert_int_equal(look_up(lexicon, "ru", "маячить", "en", "apply", &like), 0);
    lexicon_close(lexicon);
}

static void what_is_made_by_rule_makes_room_for_what_dictionaries_have(void **state) {
    static const char *const attested[] = {"кормить", "питать", "снабжать", "лента",
                                           "корм",    "подача", "канал",    "наполнять"};
    struct folder *folder = *state;
    struct error error = {0};
    double weight;
    struct translation_graph *graph = new_graph();
    for (size_t i = 0; i < sizeof attested / sizeof *attested; i++) {
        add(graph, "en", "feed", "ru", attested[i], i == 0 ? 8 : 1);
    }
    assert_true(translation_graph_add_like(graph, phrase("ru", "прокормить"),
                                           slice_of_string("кормить"), 0.25, &error));
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    for (size_t i = 0; i < sizeof attested / sizeof *attested; i++) {
        look_up(lexicon, "en", "feed", "ru", attested[i], &weight);
        assert_true(weight > 0);
    }
    look_up(lexicon, "en", "feed", "ru", "прокормить", &weight);
    assert_true(weight == 0);
    lexicon_close(lexicon);
}

/* Whether the first translation of a word is surer than the second. */
static bool is_surer(const struct lexicon *lexicon, const char *code, const char *word,
                     const char *to, const char *first, const char *second) {
    double of_first, of_second;
    look_up(lexicon, code, word, to, first, &of_first);
    look_up(lexicon, code, word, to, second, &of_second);
    assert_true(of_second > 0);
    return of_first > of_second;
}

static void an_adjective_goes_behind_its_noun(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    struct translation_graph *graph = new_graph();
    add(graph, "id", "air", "ru", "вода", 2);
    add(graph, "id", "air", "ru", "водный", 2);
    add(graph, "id", "cairan", "ru", "вода", 1.5); /* so that the noun is less sure */
    add(graph, "en", "aquatic", "ru", "водный", 2);
    add(graph, "en", "aquatic", "ru", "вода", 1.5);
    assert_true(translation_graph_add_attribute(graph, phrase("ru", "водный"),
                                                slice_of_string("вода"), "id", &error));
    assert_true(translation_graph_add_attribute(graph, phrase("ru", "неслыханный"),
                                                slice_of_string("вода"), "id", &error));
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_true(is_surer(lexicon, "id", "air", "ru", "вода", "водный"));
    assert_true(is_surer(lexicon, "en", "aquatic", "ru", "водный", "вода")); /* not from there */
    lexicon_close(lexicon);
}

static void the_order_of_pairs_does_not_change_the_file(void **state) {
    struct folder *folder = *state;
    struct translation_graph *one = new_graph(), *other = new_graph();
    add(one, "en", "sea", "id", "laut", 1);
    add(one, "en", "water", "id", "air", 1);
    add(other, "en", "water", "id", "air", 1);
    add(other, "en", "sea", "id", "laut", 1);
    write_graph(one, folder->lexicon);
    write_graph(other, folder->table);
    char first[4096], second[4096];
    FILE *left = fopen(folder->lexicon, "rb"), *right = fopen(folder->table, "rb");
    size_t length = fread(first, 1, sizeof first, left);
    assert_int_equal(fread(second, 1, sizeof second, right), length);
    assert_memory_equal(first, second, length);
    fclose(left);
    fclose(right);
}

static void what_a_word_is_said_to_mean_first_is_the_surest(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    struct lexicon_import import = {0};
    const char *tables[] = {folder->table};
    write_text(folder->table, "en\tru\tfirst\n"
                              "game\tматч\t\n"
                              "match\tспичка\t\n"
                              "match\tматч\ten\n");
    assert_true(lexicon_import(folder->lexicon, tables, 1, &import, &error));
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_true(is_surer(lexicon, "en", "match", "ru", "матч", "спичка"));
    assert_true(is_surer(lexicon, "ru", "матч", "en", "game", "match")); /* not said of this one */
    lexicon_close(lexicon);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(languages_that_share_no_dictionary_meet_over_a_third),
        IN_FOLDER(a_common_translation_comes_before_a_rare_one_of_one_meaning),
        IN_FOLDER(of_two_that_mean_one_thing_the_better_known_comes_first),
        IN_FOLDER(what_is_withdrawn_is_no_translation_by_any_way),
        cmocka_unit_test(a_graph_knows_what_has_a_translation),
        cmocka_unit_test(more_languages_than_a_graph_has_room_for_are_refused),
        IN_FOLDER(common_senses_weigh_more_than_rare_ones),
        IN_FOLDER(words_that_share_translations_are_alike),
        cmocka_unit_test(abbreviations_are_made_of_beginnings),
        IN_FOLDER(abbreviations_mean_what_they_stand_for),
        IN_FOLDER(words_that_only_look_alike_share_no_translations),
        IN_FOLDER(a_name_that_looks_like_a_word_shares_no_translations_with_it),
        IN_FOLDER(forms_mean_what_they_are_listed_with_and_what_their_stem_means),
        IN_FOLDER(a_well_known_form_means_itself_before_what_its_stem_means),
        IN_FOLDER(a_word_like_another_has_its_translations_but_less_surely),
        IN_FOLDER(what_is_made_by_rule_makes_room_for_what_dictionaries_have),
        IN_FOLDER(an_adjective_goes_behind_its_noun),
        IN_FOLDER(what_a_word_is_said_to_mean_first_is_the_surest),
        IN_FOLDER(the_order_of_pairs_does_not_change_the_file),
    };
    return cmocka_run_group_tests_name("translation graph", tests, NULL, NULL);
}
