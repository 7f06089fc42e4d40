/* Which language a text is in. */
#include "corpus/languages/identify.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *identify_claimed(const char *text, const char *claim) {
    return language_identify(slice_of_string(text), slice_of_string(claim), NULL)->code;
}

static const char *identify(const char *text) {
    return identify_claimed(text, "");
}

static double confidence_of(const char *text) {
    double confidence = -1;
    language_identify(slice_of_string(text), slice_of_string(""), &confidence);
    return confidence;
}

static void sentences_are_told_apart(void **state) {
    (void)state;
    assert_string_equal(identify("Pemerintah akan membangun rel kereta dari Tiongkok."), "id");
    assert_string_equal(identify("Yen melemah ke 150 per dolar AS."), "id");
    assert_string_equal(identify("The government will build a railway to China."), "en");
    assert_string_equal(identify("Правительство построит железную дорогу в Китай."), "ru");
    assert_string_equal(identify("28 июня немецкие войска взяли Минск."), "ru");
    assert_string_equal(identify("Marquez mencetak putaran terbaik 1 menit 47,243 detik."), "id");
}

static void neighbours_are_other(void **state) {
    (void)state;
    assert_string_equal(identify("De regering zal een spoorweg naar China bouwen."), "xx");
    assert_string_equal(identify("Die Regierung wird eine Bahn nach China bauen."), "xx");
    assert_string_equal(identify("Hukumat Xitoyga temir yo‘l quradi va bu yil boshlaydi."), "xx");
    assert_string_equal(identify("Ҳукумат Хитойга темир йўл қуради."), "xx");
    assert_string_equal(identify("Уряд збудує залізницю, що йде до Китаю."), "xx");
    assert_string_equal(identify("Правителството ще построи железница до Китай."), "xx");
    assert_string_equal(identify("През годината бяха построени две нови гари."), "xx");
    assert_string_equal(identify("PSV won met 3-1 van Ajax en staat nu bovenaan."), "xx");
    assert_string_equal(identify("Урад пабудуе чыгунку да Кітая ў гэтым годзе."), "xx");
    assert_string_equal(identify("Үкімет Қытайға теміржол салады және биыл бастайды."), "xx");
    assert_string_equal(identify("Хөкүмәт Кытайга тимер юл сала һәм быел башлый."), "xx");
    assert_string_equal(identify("Pamaréntah bakal ngawangun jalan karéta api ti Cina ka dieu."),
                        "xx");
    assert_string_equal(identify("Pamarentah bade naekkeun harga bensin bulan hareup."), "xx");
    assert_string_equal(identify("Jaket anyar tenan, aku tuku jam telu."), "xx");
    assert_string_equal(identify("Tempat parkir di dieu tiasa dua mobil."), "xx");
    assert_string_equal(identify("Malam di siko makanan lamak, harga cukuik murah."), "xx");
    assert_string_equal(identify("Pamaréntah arep mbangun dalan sepur saka Cina ing taun iki."),
                        "xx");
    assert_string_equal(identify("Polis telah menahan lima lelaki kerana disyaki merompak."), "xx");
    assert_string_equal(identify("政府将修建一条通往中亚的铁路。"), "xx");
}

/* Malay shares most of its words with Indonesian. It is told by the others, and a sentence may have
 * none of them. */
static void at_least_half_of_malay_sentences_are_other(void **state) {
    (void)state;
    static const char *const sentences[] = {
        "Kerajaan negeri akan membina sebuah perpustakaan baharu di bandar ini tahun depan.",
        "Pihak polis menerima maklumat berhubung kejadian itu pada jam tiga pagi.",
        "Seramai tiga puluh orang pelajar menyertai lawatan ke muzium tersebut.",
        "Pesakit itu dibenarkan pulang selepas menerima rawatan selama seminggu.",
        "Nelayan tempatan mengadu hasil tangkapan mereka merosot sejak dua bulan lalu.",
        "Kereta yang dipandunya terbabas lalu melanggar tiang lampu di tepi jalan.",
        "Menteri Pengangkutan berkata projek landasan kereta api itu berjalan lancar.",
        "Orang ramai dinasihatkan supaya tidak mempercayai khabar angin di media sosial.",
        "Bank Negara mengekalkan kadar faedah pada paras dua perpuluhan lima peratus.",
        "Beliau dilantik sebagai pengerusi jawatankuasa itu pada mesyuarat semalam.",
        "Pasukan bomba mengambil masa dua jam untuk memadamkan kebakaran di kilang itu.",
        "Guru besar sekolah berkenaan enggan mengulas lanjut mengenai perkara itu.",
        "Jualan kenderaan meningkat kerana permintaan yang tinggi daripada pengguna.",
        "Lelaki itu mengaku tidak bersalah selepas pertuduhan dibacakan di hadapan majistret.",
        "Hujan dijangka turun di kawasan pantai timur sehingga hujung minggu ini.",
        "Kajian universiti itu mendapati ramai remaja kurang tidur pada hari persekolahan.",
        "Para peniaga di pasar malam berharap sewa tapak tidak dinaikkan.",
        "Pemain sayap itu menjaringkan dua gol dalam perlawanan menentang Thailand.",
        "Lebuh raya itu ditutup sementara kerana kerja-kerja penyelenggaraan.",
        "Kami sedia membantu sesiapa sahaja yang memerlukan tempat tinggal.",
    };
    size_t other = 0;
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        other += strcmp(identify(sentences[i]), "xx") == 0;
    }
    print_message("# %zu of %zu sentences\n", other, sizeof sentences / sizeof *sentences);
    assert_true(2 * other >= sizeof sentences / sizeof *sentences);
    assert_string_equal(identify("Menteri Malaysia itu mengatakan bahwa kerajaan dan syarikat "
                                 "mereka akan bekerja sama dengan pemerintah Indonesia."),
                        "id");
}

static void words_of_another_script_between_do_not_matter(void **state) {
    (void)state;
    assert_string_equal(identify("Компания Goldwind Science построит ветряные турбины."), "ru");
    assert_string_equal(identify("Apple представила новый iPhone"), "ru");
    assert_string_equal(identify("Apple представила iPhone 16 Pro Max и Apple Watch Series 10"),
                        "ru");
    assert_string_equal(identify("Обзор Samsung Galaxy S24 Ultra"), "ru");
    assert_string_equal(identify("Mahabharata (महाभारत) adalah sebuah karya sastra kuno."), "id");
    assert_string_equal(identify("The Aral Sea (Аральское море) was once a very large lake."),
                        "en");
}

static void names_may_keep_their_foreign_letters(void **state) {
    (void)state;
    assert_string_equal(
        identify("Presiden Erdoğan dan Müller bertemu di Łódź untuk membahas perdagangan."), "id");
}

static void loanwords_do_not_outweigh_the_words_that_join_them(void **state) {
    (void)state;
    assert_string_equal(identify("Startup unicorn itu raih funding seri C dari venture capital."),
                        "id");
    assert_string_equal(identify("The gotong royong spirit still lives in the kampung."), "en");
}

static void short_queries_are_read_where_they_can_be(void **state) {
    (void)state;
    assert_string_equal(identify("wind turbines"), "en");
    assert_string_equal(identify("kereta cepat"), "id");
    assert_string_equal(identify("ветряные турбины"), "ru");
}

static void names_and_numbers_are_nobody_s_and_fall_to_the_claim(void **state) {
    (void)state;
    assert_string_equal(identify("Joko Widodo"), "xx");
    assert_string_equal(identify("Xi Jinping, Shavkat Mirziyoyev"), "xx");
    assert_string_equal(identify("12.345,67"), "xx");
    assert_string_equal(identify(""), "xx");
    assert_string_equal(identify_claimed("Joko Widodo", "id"), "id");
    assert_string_equal(identify_claimed("Joko Widodo", "en"), "en");
    assert_string_equal(identify_claimed("Joko Widodo", "nl"), "xx");
}

static bool may_write(const char *code, const char *text) {
    const struct language *language = language_find(slice_of_string(code));
    assert_non_null(language);
    return language_may_write(language, slice_of_string(text));
}

static void names_show_by_their_letters_what_they_are_not(void **state) {
    (void)state;
    assert_true(may_write("ru", "Суси Пуджиастути"));
    assert_false(may_write("en", "Суси Пуджиастути"));
    assert_true(may_write("id", "Susi Pudjiastuti"));
    assert_false(may_write("ru", "Susi Pudjiastuti"));
    assert_true(may_write("ru", "цена iPhone"));
    assert_true(may_write("en", "цена iPhone"));
    assert_false(may_write("en", "2024"));
    assert_true(language_may_write(language_other(), slice_of_string("Αθήνα")));
}

static void a_claim_is_not_believed_against_the_text(void **state) {
    (void)state;
    const char *english = "The government will build a railway to China and a port on the sea.";
    assert_string_equal(identify_claimed(english, "id"), "en");
    assert_string_equal(identify_claimed(english, "nl"), "en");
    assert_string_equal(identify_claimed("Уряд збудує залізницю, що йде до Китаю.", "ru"), "xx");
}

static void confidence_grows_with_what_is_read(void **state) {
    (void)state;
    assert_true(confidence_of("kereta") < confidence_of("kereta api itu akan dibangun"));
    assert_true(confidence_of("The government said that it will build the railway.") > 0.95);
    assert_true(confidence_of("Joko Widodo") <= 0.6);
    assert_true(confidence_of("政府将修建一条通往中亚的铁路。") > 0.8);
    assert_true(confidence_of("2024") <= 0.6);
}

static void any_bytes_are_read_to_the_end(void **state) {
    (void)state;
    char text[4096];
    uint32_t number = 1;
    for (size_t i = 0; i < sizeof text; i++) {
        number = number * 1664525u + 1013904223u;
        text[i] = (char)(number >> 24);
    }
    for (size_t length = 0; length < sizeof text; length += 61) {
        assert_non_null(language_identify(slice_of(text, length), slice_of("\xff\xfe", 2), NULL));
    }
    memset(text, 'a', sizeof text);
    assert_string_equal(
        language_identify(slice_of(text, sizeof text), slice_of_string(""), NULL)->code, "xx");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_told_apart),
        cmocka_unit_test(neighbours_are_other),
        cmocka_unit_test(at_least_half_of_malay_sentences_are_other),
        cmocka_unit_test(words_of_another_script_between_do_not_matter),
        cmocka_unit_test(names_may_keep_their_foreign_letters),
        cmocka_unit_test(loanwords_do_not_outweigh_the_words_that_join_them),
        cmocka_unit_test(short_queries_are_read_where_they_can_be),
        cmocka_unit_test(names_and_numbers_are_nobody_s_and_fall_to_the_claim),
        cmocka_unit_test(names_show_by_their_letters_what_they_are_not),
        cmocka_unit_test(a_claim_is_not_believed_against_the_text),
        cmocka_unit_test(confidence_grows_with_what_is_read),
        cmocka_unit_test(any_bytes_are_read_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
