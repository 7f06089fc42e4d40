/* What readers of all languages expect of words. Each test is named after a sentence of that list.
 * The rules of a single language are tested beside that language. */
#include "tests/unit/analysis/support.h"

/* ---- normalisation --------------------------------------------------------------------------- */

static void invisible_characters_do_not_part_words(void **state) {
    (void)state;
    assert_same_word("id", "ke\u00adreta", "kereta");
    assert_same_word("ru", "Узбе\u200bкистан", "Узбекистан");
    assert_same_word("en", "\ufeffnews", "news");
    assert_same_word("ru", "за\u0301мок", "замок");
}

static void a_no_break_space_is_a_space(void **state) {
    (void)state;
    assert_same_word("en", "Aral\u00a0Sea", "Aral");
    assert_term("en", "the Aral\u00a0Sea", "ensea");
}

static void accents_are_never_stripped_in_general(void **state) {
    (void)state;
    assert_false(shares_term("xx", "май", "xx", "маи"));
    assert_false(shares_term("ru", "май", "ru", "маи"));
    assert_false(shares_term("xx", "schön", "xx", "schon"));
    assert_true(shares_term("xx", "Ёлка", "xx", "елка"));
}

static void languages_without_accents_find_words_with_and_without(void **state) {
    (void)state;
    assert_true(shares_term("en", "café", "en", "cafe"));
    assert_true(shares_term("en", "cafe\u0301s", "en", "cafes"));
    assert_true(shares_term("en", "naïve", "en", "naive"));
    assert_true(shares_term("id", "Barça", "id", "barca"));
    assert_true(shares_term("id", "Erdoğan", "id", "erdogan"));
    assert_true(shares_term("ru", "Łódź", "ru", "lodz"));
    assert_true(shares_term("en", "Cœur", "en", "coeur"));
    assert_true(shares_term("en", "Ærø", "en", "aero"));
}

/* ---- words, wholes and parts ----------------------------------------------------------------- */

static void hyphenated_words_are_found_whole_and_by_their_parts(void **state) {
    (void)state;
    assert_marks("en", "a state-of-the-art plant", "enstateoftheart", "state-of-the-art");
    assert_marks("en", "a state-of-the-art plant", "enart", "art");
    assert_surface("ru", "научно-технический", "научно-технический");
    assert_surface("ru", "научно-технический", "технический");
    assert_true(shares_term("ru", "научно-технического", "ru", "технические"));
    assert_term("ru", "закон 52-ФЗ", "ru52фз");
    assert_marks("ru", "закон 52-ФЗ", "ruфз", "ФЗ");
    assert_term("ru", "закон 52-ФЗ", "#52");
    assert_term("en", "COVID-19", "encovid19");
    assert_term("id", "M8,8", "idm8.8");
    assert_term("en", "M8.8", "enm8.8");
    assert_term("en", "COVID-19", "encovid");
    assert_term("en", "COVID-19", "#19");
    assert_term("ru", "25-летний юноша", "ruгод"); /* is of years, not of summer */
    assert_no_term("ru", "25-летний юноша", "ruлетний");
    assert_term("ru", "летний отдых", "ruлетний");
    assert_term("ru", "к 100-летию", "ruгод");
    assert_term("ru", "20-местного автобуса", "ruместо");
    assert_term("ru", "3-дневная поездка", "ruдень");
    assert_marks("ru", "двум 25-летним", "ruгод", "летним");
    assert_term("en", "B-52", "enb52");
}

static void compounds_meet_however_the_hyphen_is_written(void **state) {
    (void)state;
    assert_true(shares_term("en", "e-mail", "en", "email"));
    assert_true(shares_term("en", "COVID-19", "en", "Covid19"));
    assert_same_word("en", "state‐of‐the‐art", "state-of-the-art");
    assert_same_word("en", "co\u2011operation", "co-operation");
}

static void the_whole_stands_at_the_position_of_its_first_part(void **state) {
    (void)state;
    struct token_list list = analyse("en", "the state-of-the-art plant");
    assert_int_equal(find(list, "enstateoftheart")->position, 1);
    assert_int_equal(find(list, "enstate")->position, 1);
    assert_int_equal(find(list, "enart")->position, 4);
    assert_int_equal(find(list, "enplant")->position, 5);
    assert_int_equal(list.positions, 6);
    assert_true(find(list, "enstate")->flags & TOKEN_PART);
    assert_false(find(list, "enstateoftheart")->flags & TOKEN_PART);
}

static void symbol_words_are_units(void **state) {
    (void)state;
    assert_marks("id", "negara (C+C5) itu", "idc+c5", "C+C5");
    assert_marks("en", "by AT&T.", "enat&t", "AT&T");
    assert_marks("en", "in C++, too", "enc++", "C++");
    assert_marks("en", "in C#, too", "enc#", "C#");
    assert_marks("en", "a 5G mast", "en5g", "5G");
    assert_marks("en", "the G20+ talks", "eng20+", "G20+");
    assert_term("en", "the G20+ talks", "eng20");
}

static void dots_of_initials_are_left_out(void **state) {
    (void)state;
    assert_same_word("en", "U.S.", "US");
    assert_same_word("en", "the U.S. Army", "the US Army");
}

static void abbreviations_are_no_function_words(void **state) {
    (void)state;
    assert_term("en", "to US soil", "enus.");
    assert_term("en", "to U.S. soil", "enus.");
    assert_false(find(analyse("en", "to US soil"), "enus.")->flags & TOKEN_FUNCTION_WORD);
    assert_false(shares_term("en", "the US army", "en", "they saw us there"));
    assert_false(shares_term("en", "a WHO report", "en", "men who know"));
    assert_true(shares_term("en", "WHO", "en", "a WHO report"));
    assert_true(shares_term("id", "gubernur DI Yogyakarta", "id", "Polda DI Aceh"));
    assert_false(shares_term("id", "DI", "id", "di sana"));
    assert_true(shares_term("en", "MEN WHO KNOW", "en", "men who know")); /* no abbreviation */
}

static void a_lost_space_behind_a_full_stop_is_forgiven(void **state) {
    (void)state;
    assert_term("en", "came home.Then he", "enhome");
    assert_term("id", "situs kompas.com hari", "idkompas.com");
    assert_term("id", "situs kompas.com hari", "idkompas");
}

static void clitics_behind_apostrophes_are_no_part_of_the_word(void **state) {
    (void)state;
    assert_same_word("en", "Indonesia's", "Indonesia");
    assert_same_word("en", "Indonesia’s", "Indonesia");
    assert_same_word("en", "Indonesia`s", "Indonesia");
    assert_marks("en", "in Indonesia’s north", "enindonesia", "Indonesia");
    assert_same_word("id", "Jokowi-lah", "Jokowi");
    assert_same_word("id", "karunia-Nya", "karunia");
    assert_same_word("id", "PBB-nya", "PBB");
}

static void what_stresses_a_russian_word_is_no_part_of_it(void **state) {
    (void)state;
    assert_same_word("ru", "денег-то", "денег");
    assert_same_word("ru", "Путин-то", "Путин");
    assert_same_word("ru", "приехал-таки", "приехал");
    assert_same_word("ru", "я-то", "я");
    assert_no_term("ru", "что-то", "ruчто"); /* another word */
    assert_true(shares_term("ru", "какого-то", "ru", "какие-то"));
    assert_true(shares_term("ru", "всё-таки", "ru", "все-таки"));
}

static void contractions_are_the_words_they_are_made_of(void **state) {
    (void)state;
    assert_true(shares_term("en", "can't", "en", "can"));
    assert_true(shares_term("en", "can’t", "en", "cannot"));
    assert_true(shares_term("en", "won't", "en", "will"));
    assert_true(shares_term("en", "don’t", "en", "do"));
    assert_true(shares_term("en", "they're", "en", "they"));
    assert_true(shares_term("en", "it’s", "en", "it"));
    assert_true(shares_term("en", "Isn't", "en", "is"));
}

static void an_apostrophe_within_a_word_may_be_left_out(void **state) {
    (void)state;
    assert_true(shares_term("id", "Jum'at", "id", "Jumat"));
    assert_true(shares_term("id", "Al-Qur’an", "id", "Alquran"));
}

static void words_written_apart_meet_the_compound(void **state) {
    (void)state;
    assert_term("id", "kerja sama ekonomi", "idkerjasama");
    assert_term("id", "seorang nara sumber Viet Nam", "idnarasumber");
    assert_term("id", "seorang nara sumber Viet Nam", "idvietnam");
    assert_marks("id", "bekerja sama dengan", "idkerjasama", "bekerja sama");
    assert_no_term("id", "kerja, sama", "idkerjasama");
    assert_true(shares_term("id", "tenaga kerja", "id", "ketenagakerjaan"));
    assert_true(shares_term("id", "menguji coba vaksin", "id", "diujicobakan"));
    assert_true(shares_term("id", "siap siaga bencana", "id", "kesiapsiagaan"));
    assert_true(shares_term("id", "salah paham", "id", "kesalahpahaman"));
    assert_term("id", "menteri luar negeri", "idluarnegeri"); /* "luar" alone is not searched */
}

static void bound_prefixes_written_apart_meet_the_word_with_them(void **state) {
    (void)state;
    assert_marks("id", "komisi anti korupsi itu", "idantikorupsi", "anti korupsi");
    assert_term("id", "Komisi Anti Korupsi", "idantikorupsi");
    assert_true(shares_term("id", "antar negara", "id", "antarnegara"));
    assert_term("id", "antar negara", "idnegara");
    assert_no_term("id", "mengantar barang", "idantarbarang");
    assert_no_term("id", "anti, korupsi", "idantikorupsi");
    assert_no_term("id", "antar dan", "idantardan");
}

/* ---- homoglyphs ------------------------------------------------------------------------------ */

static void letters_of_the_wrong_alphabet_are_repaired(void **state) {
    (void)state;
    const char *typed_in_cyrillic = "С+С5";
    assert_term("id", typed_in_cyrillic, "idc+c5");
    assert_term("ru", typed_in_cyrillic, "ruc+c5");
    assert_term("ru", "C+C5", "ruc+c5");
    assert_same_word("ru", "Узбекcкий", "Узбекский");
    assert_same_word("en", "Uzbеkistan", "Uzbekistan");
    assert_same_word("en", "В-52", "B-52");
    assert_same_word("ru", "C+С5", "C+C5"); /* one letter of each alphabet */
    assert_same_word("ru", "ТУ-154", "Ту-154");
}

static void cyrillic_capitals_that_look_latin_are_also_cyrillic(void **state) {
    (void)state;
    assert_true(shares_term("ru", "АН", "ru", "Ан"));
    assert_term("ru", "АН-124", "ruан124");
    assert_term("ru", "АН-124", "ruah124");
    assert_term("ru", "АН-124", "ruан");
    assert_term("ru", "ВВС1", "ruввс1");
    assert_term("ru", "С-400", "ruс400"); /* as it is typed in small letters */
    assert_no_term("ru", "C-400", "ruс400");
    assert_no_term("ru", "Ан-124", "ruah124");
    assert_false(find(analyse("ru", "АН-124"), "ruан124")->flags & TOKEN_REPAIRED);
}

static void a_repair_is_told(void **state) {
    (void)state;
    assert_true(analyse("ru", "Узбекcкий").tokens[0].flags & TOKEN_REPAIRED);
    assert_true(analyse("ru", "С+С5").tokens[0].flags & TOKEN_REPAIRED);
    assert_false(analyse("ru", "Узбекский").tokens[0].flags & TOKEN_REPAIRED);
    assert_false(analyse("en", "C+C5").tokens[0].flags & TOKEN_REPAIRED);
}

static void a_compound_may_hold_words_of_two_alphabets(void **state) {
    (void)state;
    assert_term("ru", "VIP-зал", "ruvip");
    assert_false(analyse("ru", "VIP-зал").tokens[0].flags & TOKEN_REPAIRED);
    assert_term("ru", "ТАСС", "ruтасс");
}

static void letters_that_touch_digits_are_repaired_and_say_so(void **state) {
    (void)state;
    struct token_list list = analyse("id", "R\u04405000"); /* a Cyrillic р */
    const struct token *currency = find(list, "idrp");
    assert_non_null(currency);
    assert_true(currency->flags & TOKEN_REPAIRED);
}

/* ---- stems, forms, names --------------------------------------------------------------------- */

static void query_and_document_have_the_same_terms(void **state) {
    (void)state;
    const char *text = "Presiden tiba di Bekasi pada 17 Juni 2025 dengan US$70,2 miliar";
    struct token_list list = analyse_as("id", text, ANALYSIS_QUERY);
    size_t count = list.count;
    struct bytes *terms = calloc(count, sizeof *terms);
    for (size_t i = 0; i < count; i++) {
        bytes_append_slice(&terms[i], list.tokens[i].term);
    }
    list = analyse("id", text);
    assert_int_equal(list.count, count);
    for (size_t i = 0; i < count; i++) {
        assert_true(slice_equal(bytes_slice(&terms[i]), list.tokens[i].term));
        bytes_free(&terms[i]);
    }
    free(terms);
}

static void a_short_unknown_word_is_no_function_word(void **state) {
    (void)state;
    assert_term("ru", "закон об ИИ", "ruии");
    assert_false(shares_term("ru", "ИИ", "ru", "и"));
    assert_false(shares_term("ru", "ДОИ", "ru", "до"));
    assert_false(shares_term("ru", "Лия", "ru", "ли"));
    assert_false(shares_term("ru", "МЭА", "ru", "Мэй"));
    assert_false(shares_term("ru", "РИА", "ru", "Ри"));
    assert_true(shares_term("ru", "Мия", "ru", "Мию"));
}

static void capitals_tell_a_name_from_a_form_of_another_word(void **state) {
    (void)state;
    assert_term("ru", "в секторе Газа", "ruгаза");
    assert_term("ru", "помощь для Газы", "ruгаза");
    assert_no_term("ru", "помощь для Газы", "ruгаз");
    assert_term("ru", "добыча газа", "ruгаз");
    assert_no_term("ru", "добыча газа", "ruгаза");
    assert_false(shares_term("ru", "состояние Маска", "ru", "без масок"));
    assert_false(shares_term("ru", "премия имени Сахарова", "ru", "много сахаров"));
    assert_true(shares_term("ru", "академик Сахаров", "ru", "речь Сахаровой"));
    assert_no_term("ru", "академик Сахаров", "ruсахар");
    assert_false(shares_term("ru", "адвокат Резникова", "ru", "работа резников"));
    assert_true(shares_term("ru", "с Малышевым", "ru", "актриса Малышева"));
    assert_no_term("ru", "депутат Малышев", "ruмалыш");
    assert_term("ru", "в Великих Луках", "ruлука");
    assert_no_term("ru", "клуб из Порту", "ruпорт");

    /* Nor is a name a function word: Togo is no "of that". */
    assert_false(find(analyse("ru", "выборы в Того"), "ruтого")->flags & TOKEN_FUNCTION_WORD);
    assert_true(find(analyse("ru", "до того дня"), "ruтот")->flags & TOKEN_FUNCTION_WORD);

    /* Where a sentence begins, or all is in capitals, they tell nothing; nor do small letters in a
     * query. What is no form of the name is no name. */
    static const char *const doubtful[] = {"Газа", "ДОБЫЧА ГАЗА", "рост цен и поставки ГАЗА"};
    for (size_t i = 0; i < sizeof doubtful / sizeof *doubtful; i++) {
        assert_term("ru", doubtful[i], "ruгаза");
        assert_term("ru", doubtful[i], "ruгаз");
    }
    assert_non_null(find(analyse_as("ru", "сектор газа", ANALYSIS_QUERY), "ruгаза"));
    assert_non_null(find(analyse_as("ru", "сектор газа", ANALYSIS_QUERY), "ruгаз"));
    assert_null(find(analyse_as("ru", "мирный газ", ANALYSIS_QUERY), "ruгаза"));
    assert_no_term("ru", "Газ подорожал", "ruгаза");
}

static void capitals_tell_a_name_from_a_function_word(void **state) {
    (void)state;
    const struct token *may = find(analyse("en", "said Theresa May in London"), "enmay.");
    assert_non_null(may);
    assert_false(may->flags & TOKEN_FUNCTION_WORD);
    assert_no_term("en", "said Theresa May in London", "enmay");
    assert_no_term("en", "it may rain", "enmay.");
    assert_term("ru", "в соседнем Того", "ruтого");
    assert_no_term("ru", "кроме того", "ruтого");

    /* A text may begin with either; a query, rather with the function word. */
    assert_term("en", "Will Smith came", "enwill.");
    assert_term("en", "Will Smith came", "enwill");
    assert_null(find(analyse_as("en", "Will it rain", ANALYSIS_QUERY), "enwill."));
    assert_null(find(analyse_as("en", "theresa may", ANALYSIS_QUERY), "enmay."));
    assert_non_null(find(analyse_as("en", "Theresa May", ANALYSIS_QUERY), "enmay."));
}

static void the_same_stem_in_two_languages_does_not_collide(void **state) {
    (void)state;
    assert_true(shares_term("id", "air", "id", "air"));
    assert_false(shares_term("id", "air", "en", "air"));
    assert_false(shares_term("xx", "air", "en", "air"));
}

static void function_words_are_flagged_and_kept(void **state) {
    (void)state;
    const struct token *token = find(analyse("en", "dams of the north"), "enthe");
    assert_non_null(token);
    assert_true(token->flags & TOKEN_FUNCTION_WORD);
    assert_false(find(analyse("en", "dams of the north"), "endam")->flags & TOKEN_FUNCTION_WORD);
    assert_true(find(analyse("en", "THE DAMS"), "enthe")->flags & TOKEN_FUNCTION_WORD);
    assert_true(find(analyse("en", "why didnt he"), "endidnt")->flags & TOKEN_FUNCTION_WORD);
    assert_true(find(analyse("id", "bencana yg terjadi"), "idyg")->flags & TOKEN_FUNCTION_WORD);
    assert_true(find(analyse("ru", "кто-то"), "ruкто-то")->flags & TOKEN_FUNCTION_WORD);
    assert_true(find(analyse("ru", "каких-нибудь"), "ruкакой-нибудь")->flags & TOKEN_FUNCTION_WORD);
    assert_true(find(analyse("id", "siapa-siapa"), "idsiapa")->flags & TOKEN_FUNCTION_WORD);
    assert_false(find(analyse("id", "oleh-oleh"), "idoleh-oleh")->flags & TOKEN_FUNCTION_WORD);
    assert_false(find(analyse("id", "anak-anak"), "idanak")->flags & TOKEN_FUNCTION_WORD);
}

static void affixes_between_hyphens_are_flagged(void **state) {
    (void)state;
    assert_true(find(analyse("id", "kembali ke-NU-an"), "idan")->flags & TOKEN_AFFIX);
    assert_true(find(analyse("id", "kembali ke-NU-an"), "idke")->flags & TOKEN_AFFIX);
    assert_false(find(analyse("id", "kembali ke-NU-an"), "idnu")->flags & TOKEN_AFFIX);
    assert_true(find(analyse("id", "pabrik mem-PHK-kan"), "idkan")->flags & TOKEN_AFFIX);
    assert_false(find(analyse("id", "pemain Cha-Du-kan"), "idkan")->flags & TOKEN_AFFIX);
    assert_false(find(analyse("en", "the ke-NU-an"), "enke")->flags & TOKEN_AFFIX);
}

static void names_at_risk_keep_their_surface_form_as_first_term(void **state) {
    (void)state;
    struct token_list list = analyse("ru", "Он был в Москве.");
    const struct token *name = find(list, "ruмоскве");
    assert_non_null(name);
    assert_true(name->flags & TOKEN_MID_SENTENCE && name->flags & TOKEN_CAPITALISED);
    const struct token *stem = name + 1;
    assert_int_equal(stem->start, name->start);
    assert_true(shares_term("ru", "Он был в Москве.", "ru", "москва"));
    assert_true(shares_term("ru", "Москва", "ru", "Он был в Москве."));
}

static void capitals_of_a_sentence_say_nothing_of_names(void **state) {
    (void)state;
    assert_false(analyse("en", "Winds rose. Turbines turned.").tokens[2].flags &
                 TOKEN_MID_SENTENCE);
    const char *after_title = "He met dr. Ahmad there.";
    assert_true(find(analyse("en", after_title), "enahmad")->flags & TOKEN_MID_SENTENCE);
    assert_false(find(analyse("en", "ALL OF IT"), "enall")->flags & TOKEN_CAPITALISED);
}

static void an_unfinished_word_is_not_stemmed(void **state) {
    (void)state;
    struct token_list list = analyse_as("en", "wind turbines", ANALYSIS_PREFIX);
    assert_int_equal(list.count, 2);
    assert_true(slice_equal(list.tokens[1].term, slice_of_string("enturbines")));
}

static void invalid_bytes_break_words(void **state) {
    (void)state;
    assert_term("en", "one\xfftwo", "entwo");
    assert_int_equal(analyse("en", "\xff\xfe\xd0").count, 0);
    assert_int_equal(analyse("en", "").count, 0);
    assert_int_equal(analyse("en", " .,-'").count, 0);
}

static void words_divided_at_the_ends_of_lines_are_whole(void **state) {
    (void)state;
    assert_marks("en", "wind tur-\nbines stand", "enturbine", "tur-\nbines");
    assert_marks("en", "wind tur-\r\nbines stand", "enturbine", "tur-\r\nbines");
    assert_marks("ru", "элек-\nтростанция стоит", "ruэлектростанция", "элек-\nтростанция");
    assert_marks("id", "pem-\nbangunan itu", "idbangun", "pem-\nbangunan");
    assert_marks("en", "a well-\nknown man", "enwell", "well");
    assert_term("id", "anak-\nanak itu", "idanak");
    assert_marks("en", "wind tur- \t\nbines stand", "enturbine", "tur- \t\nbines");
    assert_marks("en", "wind tur-\xC2\xA0\nbines stand", "enturbine", "tur-\xC2\xA0\nbines");
    assert_marks("en", "wind tur\xE2\x80\x90\nbines stand", "enturbine", "tur\xE2\x80\x90\nbines");
    assert_marks("en", "wind tur\xC2\xAD\nbines stand", "enturbine", "tur\xC2\xAD\nbines");
    assert_marks("en", "the Gold\xC2\xAD\nwind works", "engoldwind", "Gold\xC2\xAD\nwind");
    assert_no_term("en", "tur- bines", "enturbine");
    assert_no_term("en", "tur -\nbines", "enturbine");
    assert_no_term("en", "tur-\n\nbines", "enturbine");
    assert_no_term("en", "tur-\nBines", "enturbine");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(invisible_characters_do_not_part_words),
        cmocka_unit_test(a_no_break_space_is_a_space),
        cmocka_unit_test(accents_are_never_stripped_in_general),
        cmocka_unit_test(languages_without_accents_find_words_with_and_without),
        cmocka_unit_test(hyphenated_words_are_found_whole_and_by_their_parts),
        cmocka_unit_test(compounds_meet_however_the_hyphen_is_written),
        cmocka_unit_test(the_whole_stands_at_the_position_of_its_first_part),
        cmocka_unit_test(symbol_words_are_units),
        cmocka_unit_test(dots_of_initials_are_left_out),
        cmocka_unit_test(abbreviations_are_no_function_words),
        cmocka_unit_test(a_lost_space_behind_a_full_stop_is_forgiven),
        cmocka_unit_test(clitics_behind_apostrophes_are_no_part_of_the_word),
        cmocka_unit_test(what_stresses_a_russian_word_is_no_part_of_it),
        cmocka_unit_test(contractions_are_the_words_they_are_made_of),
        cmocka_unit_test(an_apostrophe_within_a_word_may_be_left_out),
        cmocka_unit_test(words_written_apart_meet_the_compound),
        cmocka_unit_test(bound_prefixes_written_apart_meet_the_word_with_them),
        cmocka_unit_test(letters_of_the_wrong_alphabet_are_repaired),
        cmocka_unit_test(letters_that_touch_digits_are_repaired_and_say_so),
        cmocka_unit_test(cyrillic_capitals_that_look_latin_are_also_cyrillic),
        cmocka_unit_test(a_repair_is_told),
        cmocka_unit_test(a_compound_may_hold_words_of_two_alphabets),
        cmocka_unit_test(query_and_document_have_the_same_terms),
        cmocka_unit_test(a_short_unknown_word_is_no_function_word),
        cmocka_unit_test(capitals_tell_a_name_from_a_form_of_another_word),
        cmocka_unit_test(capitals_tell_a_name_from_a_function_word),
        cmocka_unit_test(the_same_stem_in_two_languages_does_not_collide),
        cmocka_unit_test(function_words_are_flagged_and_kept),
        cmocka_unit_test(affixes_between_hyphens_are_flagged),
        cmocka_unit_test(names_at_risk_keep_their_surface_form_as_first_term),
        cmocka_unit_test(capitals_of_a_sentence_say_nothing_of_names),
        cmocka_unit_test(an_unfinished_word_is_not_stemmed),
        cmocka_unit_test(invalid_bytes_break_words),
        cmocka_unit_test(words_divided_at_the_ends_of_lines_are_whole),
    };
    return cmocka_run_group_tests_name("analysis of words", tests, set_up, tear_down);
}
