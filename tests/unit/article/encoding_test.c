/* Encodings that pages declare, or do not. */
#include "corpus/article/encoding.h"

#include <errno.h>
#include <iconv.h>

#include "tests/unit/article/support.h"

static const char russian[] =
    "Сезон лесопосадок на осушенном дне Аральского моря перевалил за середину: лесники засеяли "
    "64 тыс. га.\nСемена саксаула разбрасывают с самолётов и сажают вручную.\n";
static const char french[] = "Les pêcheurs d'Aralsk sont revenus à la mer après vingt années; le "
                             "barrage, élevé en 2005, a été réparé.\n";

static void encode(const char *text, const char *encoding, struct bytes *out) {
    iconv_t encoder = iconv_open(encoding, "UTF-8");
    assert_true(encoder != (iconv_t)-1);
    char *from = (char *)(uintptr_t)text;
    size_t left = strlen(text), room = left * 4;
    char *to = bytes_reserve(out, room);
    size_t all = room;
    assert_int_equal(iconv(encoder, &from, &left, &to, &room), 0);
    out->length += all - room;
    iconv_close(encoder);
}

static void undeclared_encodings_are_recognised(void **state) {
    (void)state;
    static const struct {
        const char *text, *encoding;
    } cases[] = {
        {russian, "WINDOWS-1251"}, {russian, "KOI8-R"},      {russian, "UTF-8"},
        {french, "ISO-8859-1"},    {french, "WINDOWS-1252"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes text = {0}, out = {0};
        struct error error = {0};
        encode(cases[i].text, cases[i].encoding, &text);
        if (!encoding_decode(bytes_slice(&text), slice_of(NULL, 0), &out, &error)) {
            fail_msg("%s: %s", cases[i].encoding, error.message);
        }
        assert_string_equal(bytes_string(&out), cases[i].text);
        bytes_free(&text);
        bytes_free(&out);
    }
}

static void a_few_words_of_cyrillic_suffice(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Аральск ждет воду: плотину предлагают поднять",
        "Привет, мир!",
        "Министры строительства Китая и стран АСЕАН приняли инициативу",
        "МОСКВА, 6 июня. Банк России снизил ставку",
        "дом у самого моря",
    };
    static const char *const encodings[] = {"WINDOWS-1251", "KOI8-R"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (size_t j = 0; j < sizeof encodings / sizeof *encodings; j++) {
            struct bytes text = {0}, out = {0};
            struct error error = {0};
            encode(texts[i], encodings[j], &text);
            if (!encoding_decode(bytes_slice(&text), slice_of(NULL, 0), &out, &error)) {
                fail_msg("%s in %s: %s", texts[i], encodings[j], error.message);
            }
            if (strcmp(bytes_string(&out), texts[i]) != 0) {
                fail_msg("%s in %s: %s", texts[i], encodings[j], bytes_string(&out));
            }
            bytes_free(&text);
            bytes_free(&out);
        }
    }
}

static void a_few_accents_are_read_as_windows_1252(void **state) {
    (void)state;
    static const struct {
        const char *text, *encoding;
    } cases[] = {
        {"The café in Malmö was full of naïve people who talked about the façade.", "ISO-8859-1"},
        {"El niño comió piñas en España.", "ISO-8859-1"},
        {"naïve", "ISO-8859-1"},
        {"Pelé dan Beyoncé, à la carte", "WINDOWS-1252"},
        {"“Smart quotes” – the café’s – cost £20… or 5°", "WINDOWS-1252"},
        /* But what is in another encoding for certain stays there. */
        {"Wczoraj prezydent spotkał się z premierem; rozmawiali o współpracy państw, gospodarce "
         "i bezpieczeństwie. Następne spotkanie odbędzie się w październiku.",
         "ISO-8859-2"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes text = {0}, out = {0};
        struct error error = {0};
        encode(cases[i].text, cases[i].encoding, &text);
        if (!encoding_decode(bytes_slice(&text), slice_of(NULL, 0), &out, &error)) {
            fail_msg("%s: %s", cases[i].text, error.message);
        }
        assert_string_equal(bytes_string(&out), cases[i].text);
        bytes_free(&text);
        bytes_free(&out);
    }
}

static void a_declared_encoding_is_tried_first(void **state) {
    (void)state;
    struct bytes text = {0}, out = {0};
    struct error error = {0};
    encode("дом", "KOI8-U", &text);
    assert_true(encoding_decode(bytes_slice(&text), slice_of_string(" koi8-u "), &out, &error));
    assert_string_equal(bytes_string(&out), "дом");
    bytes_clear(&out);
    /* Valid UTF-8 is taken as UTF-8, whatever it declares. */
    assert_true(
        encoding_decode(slice_of_string("дом"), slice_of_string("windows-1251"), &out, &error));
    assert_string_equal(bytes_string(&out), "дом");
    bytes_clear(&out);
    /* Browsers read Latin-1 as windows-1252, with its dashes and quotes. */
    assert_true(encoding_decode(slice_of_string("\x93x\x94 \x97 caf\xE9"),
                                slice_of_string("ISO-8859-1"), &out, &error));
    assert_string_equal(bytes_string(&out), "“x” — café");
    bytes_clear(&out);
    assert_true(
        encoding_decode(bytes_slice(&text), slice_of_string("no-such-encoding"), &out, &error));
    bytes_free(&text);
    bytes_free(&out);
}

static void a_declaration_that_words_belie_is_corrected(void **state) {
    (void)state;
    static const struct {
        const char *text, *encoding, *declared;
    } cases[] = {
        {russian, "WINDOWS-1251", "iso-8859-1"},
        {russian, "KOI8-R", "windows-1252"},
        {russian, "WINDOWS-1251", "koi8-r"},
        {russian, "KOI8-R", "windows-1251"},
        {french, "ISO-8859-1", "iso-8859-1"},
        {"МОСКВА, 6 июня. БАНК СНИЗИЛ СТАВКУ ВТОРОЙ РАЗ", "WINDOWS-1251", "windows-1251"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes text = {0}, out = {0};
        struct error error = {0};
        encode(cases[i].text, cases[i].encoding, &text);
        assert_true(
            encoding_decode(bytes_slice(&text), slice_of_string(cases[i].declared), &out, &error));
        assert_string_equal(bytes_string(&out), cases[i].text);
        bytes_free(&text);
        bytes_free(&out);
    }
}

static void capitals_alone_tell_the_encoding(void **state) {
    (void)state;
    static const char capitals[] =
        "НУКУС, 12 ИЮНЯ. ПРЕЗИДЕНТ ПРИБЫЛ В НУКУС С РАБОЧЕЙ ПОЕЗДКОЙ. ЕГО ВСТРЕТИЛ ХОКИМ ОБЛАСТИ.";
    static const char small[] =
        "нукус, 12 июня. президент прибыл в нукус с рабочей поездкой. его встретил хоким области.";
    static const char mixed[] = "Президент прибыл в Нукус с рабочей поездкой. Его встретил хоким.";
    static const struct {
        const char *text, *encoding, *declared;
    } cases[] = {
        {capitals, "WINDOWS-1251", ""},       {capitals, "KOI8-R", ""},
        {capitals, "KOI8-R", "iso-8859-1"},   {capitals, "WINDOWS-1251", "koi8-r"},
        {small, "WINDOWS-1251", ""},          {small, "KOI8-R", ""},
        {mixed, "MACCYRILLIC", ""},           {mixed, "ISO-8859-5", ""},
        {capitals, "KOI8-R", "windows-1251"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes text = {0}, out = {0};
        struct error error = {0};
        encode(cases[i].text, cases[i].encoding, &text);
        assert_true(
            encoding_decode(bytes_slice(&text), slice_of_string(cases[i].declared), &out, &error));
        assert_string_equal(bytes_string(&out), cases[i].text);
        bytes_free(&text);
        bytes_free(&out);
    }
}

static void the_last_letter_of_a_decoder_that_looks_ahead_is_kept(void **state) {
    (void)state;
    struct bytes out = {0};
    struct error error = {0};
    /* In windows-1258 a tone mark follows its letter, so the decoder holds each letter back until
     * the next byte. */
    assert_true(encoding_decode(slice_of_string("Vi\xEA\xF2t Na"), slice_of_string("windows-1258"),
                                &out, &error));
    assert_string_equal(bytes_string(&out), "Vi\u1EC7t Na");
    bytes_free(&out);
}

static void broken_utf_8_is_not_taken_for_another_encoding(void **state) {
    (void)state;
    struct bytes text = {0}, out = {0};
    struct error error = {0};
    bytes_append_string(&text, russian);
    bytes_append_string(&text, "обрыв \xD0");
    assert_false(encoding_decode(bytes_slice(&text), slice_of(NULL, 0), &out, &error));
    assert_int_equal(error.kind, ERROR_INPUT);
    assert_string_equal(error.message, "invalid UTF-8");
    assert_int_equal(encoding_invalid_line(bytes_slice(&text)), 3);
    error = (struct error){0};
    /* An English page has few characters that show its encoding. */
    assert_false(encoding_decode(slice_of_string("A \u201Cdam\u201D\nis caf\xC3"),
                                 slice_of_string("utf-8"), &out, &error));
    assert_string_equal(error.message, "invalid UTF-8");
    bytes_free(&text);
    bytes_free(&out);
}

static void the_end_mark_of_dos_is_text(void **state) {
    (void)state;
    struct bytes out = {0};
    struct error error = {0};
    assert_true(
        encoding_decode(slice_of_string("It rained.\r\n\x1A"), slice_of(NULL, 0), &out, &error));
    assert_true(
        encoding_decode(slice_of_string("It \x02rained."), slice_of(NULL, 0), &out, &error));
    bytes_free(&out);
}

static void binary_data_is_no_text(void **state) {
    (void)state;
    struct bytes noise = {0}, out = {0};
    unsigned random = 7;
    for (int i = 0; i < 1000; i++) {
        random = random * 1103515245u + 12345u;
        char byte = (char)(random >> 16);
        bytes_append_byte(&noise, byte ? byte : 'x');
    }
    struct slice binaries[] = {
        slice_of("a\0b", 3),
        slice_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16),
        bytes_slice(&noise),
    };
    for (size_t i = 0; i < sizeof binaries / sizeof *binaries; i++) {
        struct error error = {0};
        assert_false(encoding_decode(binaries[i], slice_of(NULL, 0), &out, &error));
        assert_string_equal(error.message, "binary data, not text");
        assert_int_equal(encoding_invalid_line(binaries[i]), 0);
    }
    bytes_free(&noise);
    bytes_free(&out);
}

static void declarations_are_found_in_html_and_xml(void **state) {
    (void)state;
    static const struct {
        const char *start, *encoding;
    } cases[] = {
        {"<html><head><meta charset=\"windows-1251\">", "windows-1251"},
        {"<meta charset=koi8-r>", "koi8-r"},
        {"<meta http-equiv='Content-Type' content='text/html; charset=Windows-1251'>",
         "Windows-1251"},
        {"<?xml version=\"1.0\" encoding=\"KOI8-R\"?><rss>", "KOI8-R"},
        {"<?xml version='1.0'?><feed>", ""},
        {"<html><body>no charset here", ""},
        {"the word charset, too", ""},
        {"", ""},
        {"<meta charset=", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice found = encoding_declared(slice_of_string(cases[i].start));
        assert_int_equal(found.length, strlen(cases[i].encoding));
        assert_memory_equal(found.data ? found.data : "", cases[i].encoding, found.length);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undeclared_encodings_are_recognised),
        cmocka_unit_test(a_few_words_of_cyrillic_suffice),
        cmocka_unit_test(a_few_accents_are_read_as_windows_1252),
        cmocka_unit_test(a_declared_encoding_is_tried_first),
        cmocka_unit_test(a_declaration_that_words_belie_is_corrected),
        cmocka_unit_test(capitals_alone_tell_the_encoding),
        cmocka_unit_test(the_last_letter_of_a_decoder_that_looks_ahead_is_kept),
        cmocka_unit_test(broken_utf_8_is_not_taken_for_another_encoding),
        cmocka_unit_test(the_end_mark_of_dos_is_text),
        cmocka_unit_test(binary_data_is_no_text),
        cmocka_unit_test(declarations_are_found_in_html_and_xml),
    };
    return cmocka_run_group_tests_name("encoding", tests, NULL, NULL);
}
