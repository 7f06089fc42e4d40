/* Dates and times of day: the same in all notations and languages. */
#include "tests/unit/analysis/support.h"

static void decades_meet(void **state) {
    (void)state;
    assert_marks("en", "in the 1990s it", "#1990.", "1990s");
    assert_marks("id", "era 1990-an itu", "#1990.", "1990-an");
    assert_marks("ru", "в 1990-х годах", "#1990.", "1990-х");
    assert_term("id", "tahun 90an", "#90.");
    assert_term("en", "the '90s", "#90.");
    assert_term("ru", "90-е годы", "#90.");
    assert_marks("en", "a mid-1990s film", "#1990.", "1990s");
    assert_marks("ru", "1980-1990-е годы", "#1990.", "1990-е");
    assert_term("en", "the 1990s", "#1990");
    assert_marks("en", "in the '90s it", "#1990.", "90s");
    assert_term("en", "a film of the ’90s", "#1990.");
    assert_term("en", "the 90s", "#1990.");
    assert_term("ru", "90-е годы", "#1990.");
    assert_term("ru", "в 90-х", "#1990.");
    assert_term("id", "tahun 90-an", "#1990.");
    assert_no_term("en", "in his 50s", "#1950.");
    assert_no_term("id", "berusia 50-an tahun", "#1950.");
    assert_no_term("en", "the '20s", "#1920."); /* or of this century */
    assert_no_term("ru", "в 90-й раз", "#1990.");
    assert_term("en", "the early nineties", "#1990.");
    assert_term("en", "songs of the mid-90s", "#1990.");
    assert_term("en", "in the late 80s", "#1980.");
    assert_term("en", "nineties", "#1990."); /* alone it is no age */
    assert_term("ru", "90-е", "#1990.");
    assert_marks("ru", "в лихие девяностые,", "#1990.", "девяностые");
    assert_term("ru", "музыка 90-х", "#1990.");
    assert_marks("id", "tahun sembilan puluhan", "#1990.", "sembilan puluhan");
    assert_no_term("en", "in her nineties", "#1990.");
    assert_no_term("en", "in her late nineties", "#1990.");
    assert_no_term("ru", "это 90-е место", "#1990.");
    assert_no_term("ru", "девяностый год", "#1990.");
    assert_no_term("id", "sembilan puluhan orang", "#1990.");
    assert_term("en", "an iPhone 5s", "en5s");
    assert_no_term("en", "a 747s", "#747.");
}

/* ---- times of day ---------------------------------------------------------------------------- */

static void times_of_day_meet(void **state) {
    (void)state;
    assert_marks("id", "pada pukul 14.30 WIB di", "#14:30", "14.30 WIB");
    assert_marks("en", "at 2:30 p.m. in", "#14:30", "2:30 p.m");
    assert_marks("en", "at 2.30pm in", "#14:30", "2.30pm");
    assert_marks("ru", "В 14.30 начался", "#14:30", "14.30");
    assert_marks("ru", "в 2 часа дня начался", "#14:00", "2 часа дня");
    assert_term("id", "jam 2.30 siang", "#14:30");
    assert_term("id", "pukul 09.00-11.00 WIB", "#11:00");
    assert_term("id", "pukul 9", "#09:00");
    assert_term("id", "pukul 2 dini hari", "#02:00");
    assert_term("en", "from 10am to 5pm", "#10:00");
    assert_term("en", "at 14:30:15 GMT", "#14:30");
    assert_term("en", "12 am", "#00:00");
    assert_term("en", "12:15 pm", "#12:15");
    assert_term("ru", "в 8 вечера", "#20:00");
    assert_term("id", "pukul 24.00", "#24:00");
}

static void a_time_is_no_number_with_decimals(void **state) {
    (void)state;
    assert_no_term("id", "pukul 14.30 WIB", "#14.3");
    assert_no_term("en", "at 2.30 pm", "#2.3");
    assert_term("en", "up 2.30 percent", "#2.3");
    assert_no_term("en", "up 2.30 percent", "#02:30");
    assert_term("ru", "выросли в 2.50 раза", "#2.5");
    assert_no_term("ru", "выросли в 2.50 раза", "#02:50");
    assert_term("ru", "в 14.30 первый поезд", "#14:30");
    assert_no_term("ru", "в 14.30 первый поезд", "#14.3");
    assert_term("ru", "в 14.30 ч. дня", "#14:30");
    assert_no_term("id", "naik 14.30 persen", "#14:30");
    assert_no_term("id", "sebesar 2.50 juta ton", "#02:50");
    assert_term("id", "14.30", "#14.3"); /* or a time */
    assert_term("id", "14.30", "#14:30");
}

static void hours_that_last_are_no_times(void **state) {
    (void)state;
    assert_no_term("ru", "14 часов подряд", "#14:00");
    assert_no_term("ru", "2 дня", "#14:00");
    assert_no_term("id", "3 hari 2 malam", "#02:00");
    assert_no_term("id", "2 jam 15 menit", "#15:00");
    assert_no_term("en", "I am 5", "#05:00");
    assert_no_term("en", "14:75", "#14:75");
    assert_no_term("en", "25:10", "#25:10");
    assert_no_term("en", "1:14:30", "#14:30");
}

/* ---- dates ----------------------------------------------------------------------------------- */

static void dates_meet_across_languages(void **state) {
    (void)state;
    assert_marks("id", "pada 17 Juni 2025 di", "@2025-06-17", "17 Juni 2025");
    assert_marks("ru", "прошёл 17 июня 2025 года", "@2025-06-17", "17 июня 2025");
    assert_marks("en", "on June 17, 2025, in", "@2025-06-17", "June 17, 2025");
    assert_marks("en", "on 2025-06-17 in", "@2025-06-17", "2025-06-17");
    assert_marks("en", "at 2025-06-17T10:00:00Z by", "@2025-06-17", "2025-06-17");
    assert_marks("en", "at 2025-06-17 10:00 by", "@2025-06-17", "2025-06-17");
    assert_no_term("en", "2025-13-17T10:00", "@2025-13-17");
    assert_term("ru", "17.06.2025", "@2025-06-17");
    assert_term("id", "17/06/2025", "@2025-06-17");
    assert_term("id", "pada 11/06/2024", "@2024-06-11");
    assert_term("ru", "11/06/2024", "@2024-06-11");
    assert_no_term("en", "11/06/2024", "@2024-06-11");
    assert_term("id", "17-06-2025", "@2025-06-17");
    assert_term("id", "17-8-1945", "@1945-08-17");
    assert_no_term("id", "5-3-2024", "@2024-03-05"); /* or a score, or May 3 */
    assert_no_term("en", "17.8.2025", "@2025-08-17");
    assert_term("en", "the 17th of June, 2025", "@2025-06-17");
    assert_term("en", "17 June 2025", "@2025-06-17");
    assert_term("ru", "17-го июня 2025", "@2025-06-17");
    assert_term("ru", "31 декабря 2021-го", "@2021-12-31");
    assert_no_term("ru", "в мае 1990-х", "@1990-05");
    assert_marks("ru", "в день девятого мая 1945 года", "@1945-05-09", "девятого мая 1945");
    assert_term("ru", "двадцать второе июня", "@06-22");
    assert_term("en", "the fourth of July", "@07-04");
    assert_no_term("en", "the second March", "@03-02");
    assert_no_term("ru", "второй май подряд", "@05-02");
}

static void a_date_is_found_by_its_month_and_without_its_year(void **state) {
    (void)state;
    assert_term("id", "17 Juni 2025", "@2025-06");
    assert_term("id", "17 Juni 2025", "@06-17");
    assert_term("id", "Juni 2025", "@2025-06");
    assert_term("ru", "17 июня", "@06-17");
    assert_term("en", "June 17", "@06-17");
}

static void a_range_of_dates_is_each_of_its_days(void **state) {
    (void)state;
    assert_term("en", "14-17 September", "@09-14");
    assert_term("en", "14-17 September", "@09-16");
    assert_term("en", "14–17 September 2024", "@2024-09-15");
    assert_term("en", "September 14-17, 2024", "@2024-09-17");
    assert_no_term("en", "14-17 September", "@09-18");
    assert_term("ru", "с 17 по 20 июня 2025 года", "@2025-06-18");
    assert_term("id", "17 s.d. 20 Juni", "@06-17");
    assert_term("en", "June 17 to 20, 2025", "@2025-06-19");
    assert_no_term("en", "from March 5 to 10 million", "@03-06");
}

static void a_list_of_days_is_each_of_them(void **state) {
    (void)state;
    assert_marks("ru", "пройдут 3, 4 и 7 июня 2025 года", "@2025-06-03", "3, 4 и 7 июня 2025");
    assert_term("ru", "3, 4 и 7 июня 2025 года", "@2025-06-04");
    assert_term("id", "1 dan 5 Mei", "@05-01");
    assert_no_term("id", "1 dan 5 Mei", "@05-03");
    assert_term("en", "May 1 and 5, 2025", "@2025-05-01");
    assert_term("en", "the 1st, 3rd, and 5th of May", "@05-03");
    assert_term("ru", "1–3 и 5 мая", "@05-02");
    assert_no_term("ru", "1–3 и 5 мая", "@05-04");
    assert_no_term("en", "on May 1, 3 people", "@05-03");
    assert_no_term("en", "May 1 and 5 percent", "@05-05");
    assert_no_term("en", "on May 1, and 5 people died", "@05-05");
    assert_term("en", "on May 1, and 5 people died", "@05-01");
    assert_no_term("en", "May 1 and 5 officers were hurt", "@05-05");
    assert_term("en", "on May 1 and 5 in Jakarta", "@05-05");
    assert_no_term("en", "May 5 and 12 others were hurt", "@05-12");
    assert_no_term("id", "pada Mei 5 dan 12 lainnya", "@05-12");
    assert_no_term("ru", "в доме 12, 5 мая", "@05-12");
    assert_no_term("en", "30 and 31 June", "@06-30");
}

static void words_of_a_range_may_begin_a_sentence(void **state) {
    (void)state;
    assert_term("ru", "С 17 по 20 июня 2025 года", "@2025-06-18");
    assert_term("ru", "Между 5 и 7 процентами", "#5 %");
}

static void years_in_short_are_told_by_their_apostrophe(void **state) {
    (void)state;
    assert_marks("en", "the class of '98 met", "#1998", "98");
    assert_term("en", "back in ’24", "#2024");
    assert_term("id", "kerusuhan Mei '98", "@1998-05");
    assert_term("id", "kerusuhan Mei '98", "#1998");
    assert_term("en", "17 June '24", "@2024-06-17");
    assert_no_term("en", "the 98 men", "#1998");
    assert_no_term("en", "aged '98'", "#1998");
    assert_no_term("en", "aged ‘98’", "#1998");
    assert_no_term("en", "'98 percent of them", "#1998");
    assert_no_term("en", "'98-99 percent of them", "#1998");
    assert_no_term("en", "'98 to 99 percent of them", "#1998");
    assert_term("en", "the seasons '98-99 and '99-00", "#1998");
    assert_term("id", "(17/6/25)", "@2025-06-17");
    assert_term("en", "06/17/98", "@1998-06-17");
    assert_marks("en", "on 17/Jun/2025 at", "@2025-06-17", "17/Jun/2025");
    assert_term("ru", "17/июня/2025", "@2025-06-17");
    assert_no_term("en", "17/Jun/20", "@2020-06-17");
    assert_term("ru", "17.06.25", "@2025-06-17");
    assert_no_term("en", "05/06/25", "@2025-05-06");
    assert_no_term("ru", "31.02.24", "@2024-02-31");
}

static void the_first_day_of_a_range_has_the_year_of_the_last(void **state) {
    (void)state;
    assert_term("en", "June 30-July 2, 2025", "@2025-06-30");
    assert_term("ru", "30 июня — 2 июля 2025 года", "@2025-06-30");
    assert_term("id", "30 Juni sampai 2 Juli 2025", "@2025-06-30");
    assert_term("en", "from 30 June to 2 July", "@06-30");
    assert_no_term("en", "30 June and 2 July 2025", "@2025-06-30");
}

static void days_that_do_not_exist_are_no_dates(void **state) {
    (void)state;
    assert_no_term("en", "31 June 2025", "@2025-06-31");
    assert_no_term("en", "29 February 2025", "@2025-02-29");
    assert_term("en", "29 February 2024", "@2024-02-29");
    assert_no_term("en", "2025-13-01", "@2025-13-01");
}

static void a_day_that_may_be_the_month_is_not_guessed(void **state) {
    (void)state;
    assert_no_term("en", "06/05/2025", "@2025-05-06");
    assert_no_term("id", "06-05-2025", "@2025-05-06");
    assert_term("id", "05-05-2025", "@2025-05-05");
    assert_term("ru", "06.05.2025", "@2025-05-06");
}

static void a_day_and_month_in_brackets_are_a_date_where_the_day_is_first(void **state) {
    (void)state;
    assert_marks("id", "kata dia, Kamis (20/2).", "@02-20", "20/2");
    assert_marks("id", "pada Kamis (5/3/2025)", "@2025-03-05", "5/3/2025");
    assert_term("id", "Sabtu-Minggu (22-23/2)", "@02-23");
    assert_term("id", "06/05/2025", "@2025-05-06");
    assert_term("ru", "06/05/2025", "@2025-05-06");
    assert_term("id", "06/17/2025", "@2025-06-17");
    assert_no_term("id", "20/2", "@02-20");
    assert_no_term("id", "(31/2)", "@02-31");
    assert_no_term("id", "(2/13)", "@13-02");
    assert_no_term("id", "(5/3/25)", "@03-05");
    assert_no_term("en", "(20/2)", "@02-20");
    assert_no_term("en", "(5/3/2025)", "@2025-03-05");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decades_meet),
        cmocka_unit_test(times_of_day_meet),
        cmocka_unit_test(a_time_is_no_number_with_decimals),
        cmocka_unit_test(hours_that_last_are_no_times),
        cmocka_unit_test(dates_meet_across_languages),
        cmocka_unit_test(a_date_is_found_by_its_month_and_without_its_year),
        cmocka_unit_test(a_range_of_dates_is_each_of_its_days),
        cmocka_unit_test(a_list_of_days_is_each_of_them),
        cmocka_unit_test(words_of_a_range_may_begin_a_sentence),
        cmocka_unit_test(years_in_short_are_told_by_their_apostrophe),
        cmocka_unit_test(the_first_day_of_a_range_has_the_year_of_the_last),
        cmocka_unit_test(days_that_do_not_exist_are_no_dates),
        cmocka_unit_test(a_day_that_may_be_the_month_is_not_guessed),
        cmocka_unit_test(a_day_and_month_in_brackets_are_a_date_where_the_day_is_first),
    };
    return cmocka_run_group_tests_name("analysis of dates", tests, set_up, tear_down);
}
