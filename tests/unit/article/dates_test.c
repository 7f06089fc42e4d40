/* Dates as articles of the three languages and feeds write them. */
#include "corpus/article/dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/failing_memory.h"

static const struct reading {
    const char *written, *date;
} fields[] = {
    {"2024", "2024"},
    {"2024-06", "2024-06"},
    {"2024-06-11", "2024-06-11"},
    {"2024/6/1", "2024-06-01"},
    {"20240611", "2024-06-11"},
    {"2024-06-11T09:30:00Z", "2024-06-11T09:30:00Z"},
    {"2024-06-11T09:30:00+05:00", "2024-06-11T09:30:00+05:00"},
    {"2024-06-11T09:30:00.123-0330", "2024-06-11T09:30:00-03:30"},
    {"2024-06-11 09:30", "2024-06-11T09:30:00"},
    {"20240611T093000Z", "2024-06-11T09:30:00Z"},
    {"20240611T0930", "2024-06-11T09:30:00"},
    {"Tue, 17 Jun 2025 15:40:00 GMT", "2025-06-17T15:40:00Z"},
    {"Tue, 17 Jun 2025 15:40:00 +0500", "2025-06-17T15:40:00+05:00"},
    {"17 Jun 25 15:40 EST", "2025-06-17T15:40:00-05:00"},
    {"17 Juni 2025", "2025-06-17"},
    {"Jumat, 11 Oktober 2024 | 14:20 WIB", "2024-10-11T14:20:00+07:00"},
    {"2 Mei 2024", "2024-05-02"},
    {"17 июня 2025", "2025-06-17"},
    {"17 июня 2025 г.", "2025-06-17"},
    {"1 МАЯ 2024 ГОДА", "2024-05-01"},
    {"June 17, 2025", "2025-06-17"},
    {"Feb. 21, 2025", "2025-02-21"},
    {"Published: June 11th, 2024, 3:45 p.m.", "2024-06-11T15:45:00"},
    {"June 11, 2024 3:45 PM", "2024-06-11T15:45:00"},
    {"11th of June, 2024", "2024-06-11"},
    {"17-Jun-2025", "2025-06-17"},
    {"June-17-2025", "2025-06-17"},
    {"17/Jun/2025", "2025-06-17"},
    {"Jun/17/2025", "2025-06-17"},
    {"2025-Jun-17", "2025-06-17"},
    {"2025-Jun-17T15:40:00Z", "2025-06-17T15:40:00Z"},
    {"2025/Juni/17", "2025-06-17"},
    {"2025 Jun 7 15:40", "2025-06-07T15:40:00"},
    {"2025 июня 17", "2025-06-17"},
    {"June 2024", "2024-06"},
    {"June, 2024", "2024-06"},
    {"Juni, 2024", "2024-06"},
    {"июнь-2024", "2024-06"},
    {"01.07.2024, 14:20", "2024-07-01T14:20:00"},
    {"17/06/2025", "2025-06-17"},
    {"06/17/2025", "2025-06-17"},
    {"06/11/2025", "2025"}, /* day or month first: only the year is sure */
    {"29.02.2024", "2024-02-29"},
    {"Tue Jun 11 09:30:00 2024", "2024-06-11T09:30:00"},
    {"Tue Jun 11 09:30:00 +0500 2024", "2024-06-11T09:30:00+05:00"},
    {"Tue Jun  1 09:30:00 WIB 2024", "2024-06-01T09:30:00+07:00"},
    {"Tue Jun 11 2024 09:30:00 GMT+0500 (Uzbekistan)", "2024-06-11T09:30:00+05:00"},
    {"14:05, 11 июня 2024", "2024-06-11T14:05:00"},
    {"Jumat, 11 Oktober 2024, 14.20 WIB", "2024-10-11T14:20:00+07:00"},
    {"Fri 20 Feb 2026 05.00 GMT", "2026-02-20T05:00:00Z"},
    {"20 Feb 2026, 12.50 USD", "2026-02-20"},
    {"14:05 11.06.2024", "2024-06-11T14:05:00"},
    {"Updated 5:10 PM EDT, June 12, 2024", "2024-06-12T17:10:00-04:00"},
    {"Dibaca 3:1, 11 Juni 2024", "2024-06-11"}, /* a score */
    {"1718064000", "2024-06-11T00:00:00Z"},
    {"1718064000123", "2024-06-11T00:00:00Z"},
    {"1718064000.98", "2024-06-11T00:00:00Z"},
    {"20240611093000", "2024-06-11T09:30:00"},
    {"Selasa, 11 Juni 2024 pukul 09.30 WITA", "2024-06-11T09:30:00+08:00"},
    {"Selasa, 11 Juni 2024 - 09:30 WIT", "2024-06-11T09:30:00+09:00"},
    {"11 June 2024 at 9:30 am EDT", "2024-06-11T09:30:00-04:00"},
    {"11 июня 2024 г. 09:30", "2024-06-11T09:30:00"},
    {"11 июня 2024 года, в 09:30 МСК", "2024-06-11T09:30:00+03:00"},
    {"11 июня 2024 в 09.30", "2024-06-11T09:30:00"},
    {"11.06.2024 в 12:30 (мск)", "2024-06-11T12:30:00+03:00"},
    {"Tue Jun 11 09:30:00 MSK 2024", "2024-06-11T09:30:00+03:00"},
    {"2024-06-11 09:30:00 UTC+5", "2024-06-11T09:30:00+05:00"},
    {"11/12/2024 | 09:30 (GMT+7)", "2024"},
    {"31/12/2024 | 09:30 (GMT+7)", "2024-12-31T09:30:00+07:00"},
    {"Selasa, 11/06/2024 09:30", "2024-06-11T09:30:00"},
    {"Selasa (11-06-2024)", "2024-06-11"},
    {"Thu, 06/11/2020 - 09:30", "2020-06-11T09:30:00"},
    {"Jum'at, 12/07/2024", "2024-07-12"},
    {"пн, 03/06/2024", "2024-06-03"},
    {"Tue, 05/09/2023", "2023"},    /* both were Tuesdays */
    {"Monday, 11/06/2024", "2024"}, /* neither was a Monday */
    {"11.06.24", "2024-06-11"},
    {"11.06.98, 12:30", "1998-06-11T12:30:00"},
};

static void fields_are_read_in_any_notation(void **state) {
    (void)state;
    char date[ARTICLE_DATE_BYTES];
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (!article_date_parse(slice_of_string(fields[i].written), date)) {
            fail_msg("no date in %s", fields[i].written);
        }
        if (strcmp(date, fields[i].date) != 0) {
            fail_msg("%s: %s", fields[i].written, date);
        }
    }
}

static void what_is_no_date_is_left_alone(void **state) {
    (void)state;
    static const char *const written[] = {
        "",
        "yesterday",
        "June 11",
        "17 Juni",
        "11.06",
        "2023-02-29",
        "2024-13-01",
        "99",
        "31.06.2024",
        "12345",
        "0000-01-01",
        "Tue, 17 June",
        "123456789",
        "1:30",
        "17 of 2025",
        "July 1 (Xinhua)",
        "171806400012",
        "id 1718064000",
        "2024061112",
        "0718064000",
        "1718064000.5x",
        "1718064000.5.5",
        "1718064000123.5",
        "11.06.24.1",
        "1.11.06.24",
        "1.6.24",
        "11.13.24",
        "20240631093000",
        "20240611253000",
    };
    char date[ARTICLE_DATE_BYTES];
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        if (article_date_parse(slice_of_string(written[i]), date)) {
            fail_msg("%s is not %s", written[i], date);
        }
    }
}

static void a_written_date_reads_as_itself(void **state) {
    (void)state;
    char once[ARTICLE_DATE_BYTES], twice[ARTICLE_DATE_BYTES];
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        assert_true(article_date_parse(slice_of_string(fields[i].written), once));
        assert_true(article_date_parse(slice_of_string(once), twice));
        assert_string_equal(once, twice);
    }
}

static void whole_days_are_found_in_running_text(void **state) {
    (void)state;
    static const struct {
        const char *text, *found, *date;
    } texts[] = {
        {"BEIJING, 2 Juli 2024 – Presiden", "2 Juli 2024", "2024-07-02"},
        {"АСТАНА, 17 июня 2025 г. Главы", "17 июня 2025", "2025-06-17"},
        {"ARALSK, Kazakhstan, 14 May 2025", "14 May 2025", "2025-05-14"},
        {"on 30 June or in May 2024, or on 1 May 2024", "1 May 2024", "2024-05-01"},
        {"Rp2.024 pada 2024-06-11", "2024-06-11", "2024-06-11"},
        {"Jakarta, 11 Juni 2024 - Pukul 09.30 WIB", "11 Juni 2024", "2024-06-11"},
        {"11 июня 2024 г. Главы", "11 июня 2024", "2024-06-11"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char date[ARTICLE_DATE_BYTES];
        size_t start, end;
        assert_true(article_date_find(slice_of_string(texts[i].text), &start, &end, date));
        assert_string_equal(date, texts[i].date);
        assert_int_equal(end - start, strlen(texts[i].found));
        assert_memory_equal(texts[i].text + start, texts[i].found, end - start);
    }
    char date[ARTICLE_DATE_BYTES];
    size_t start, end;
    assert_false(article_date_find(
        slice_of_string("TASHKENT, Uzbekistan, June 11. Over $10 billion in 2024"), &start, &end,
        date));
    static const char *const parts_of_words[] = {"IMG20240611", "IMG20240611.jpg", "кадр2024-06-11",
                                                 "AB11.06.2024"};
    for (size_t i = 0; i < sizeof parts_of_words / sizeof *parts_of_words; i++) {
        assert_false(article_date_find(slice_of_string(parts_of_words[i]), &start, &end, date));
    }
}

static void months_are_known_without_memory(void **state) {
    (void)state;
    char date[ARTICLE_DATE_BYTES] = "";
    allocations_left = 0;
    bool known = article_date_parse(slice_of_string("11 июня 2024 г."), date);
    allocations_left = -1;
    assert_true(known);
    assert_string_equal(date, "2024-06-11");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_read_in_any_notation),
        cmocka_unit_test(what_is_no_date_is_left_alone),
        cmocka_unit_test(a_written_date_reads_as_itself),
        cmocka_unit_test(whole_days_are_found_in_running_text),
        cmocka_unit_test(months_are_known_without_memory),
    };
    return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
