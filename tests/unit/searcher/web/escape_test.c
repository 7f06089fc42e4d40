/* Text on its way into a page. */
#include "searcher/web/escape.h"

#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void check(void (*escape)(struct slice, struct bytes *), const char *text,
                  const char *expected) {
    struct bytes out = {0};
    escape(slice_of_string(text), &out);
    assert_string_equal(bytes_string(&out), expected);
    bytes_free(&out);
}

static void content_cannot_begin_an_element(void **state) {
    (void)state;
    check(escape_text, "<script>alert(\"1\")&amp;</script>",
          "&lt;script&gt;alert(\"1\")&amp;amp;&lt;/script&gt;");
}

static void an_attribute_cannot_be_left(void **state) {
    (void)state;
    check(escape_attribute, "\"'><b a='\n", "&quot;&#39;&gt;&lt;b a=&#39;&#10;");
}

static void plain_text_in_any_alphabet_stays_as_it_is(void **state) {
    (void)state;
    check(escape_text, "Laut Aral, Аральское море – 咸海", "Laut Aral, Аральское море – 咸海");
    check(escape_attribute, "Мирзиёев", "Мирзиёев");
    check(escape_text, "", "");
}

static void what_is_no_utf_8_becomes_the_replacement_character(void **state) {
    (void)state;
    check(escape_text, "a\xFF\xC3(b\xE2\x82",
          "a\xEF\xBF\xBD\xEF\xBF\xBD(b\xEF\xBF\xBD\xEF\xBF\xBD");
    /* An overlong "<", and half of a surrogate pair. */
    check(escape_text, "\xC0\xBC", "\xEF\xBF\xBD\xEF\xBF\xBD");
    check(escape_attribute, "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void characters_that_xml_forbids_become_the_replacement_character(void **state) {
    (void)state;
    check(escape_text, "a\x01\x1B\x7F\xC2\x85\xEF\xBF\xBEz",
          "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz");
    check(escape_text, "tab\tand\nline", "tab\tand\nline");
}

static void a_component_of_an_address_keeps_only_unreserved_characters(void **state) {
    (void)state;
    check(escape_url, "a b&c=d/e?f#g+h%\"", "a%20b%26c%3Dd%2Fe%3Ff%23g%2Bh%25%22");
    check(escape_url, "-._~09azAZ", "-._~09azAZ");
    check(escape_url, "ё", "%D1%91");
    check(escape_iri, "ё \"&<>'=\xFF", "ё%20%22%26%3C%3E%27%3D\xEF\xBF\xBD");
    check(escape_url_path, "id/a b.txt#3", "id/a%20b.txt%233");
}

static void an_address_keeps_what_addresses_may_have(void **state) {
    (void)state;
    check(escape_address, "https://a.example/b?c=d&e=%20#ё", "https://a.example/b?c=d&amp;e=%20#ё");
    check(escape_address, "https://a.example/b c\"<>\\^`{|}",
          "https://a.example/b%20c%22%3C%3E%5C%5E%60%7B%7C%7D");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(content_cannot_begin_an_element),
        cmocka_unit_test(an_attribute_cannot_be_left),
        cmocka_unit_test(plain_text_in_any_alphabet_stays_as_it_is),
        cmocka_unit_test(what_is_no_utf_8_becomes_the_replacement_character),
        cmocka_unit_test(characters_that_xml_forbids_become_the_replacement_character),
        cmocka_unit_test(a_component_of_an_address_keeps_only_unreserved_characters),
        cmocka_unit_test(an_address_keeps_what_addresses_may_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
