/* Units of measure: the same quantity in all units, notations and languages. */
#include "tests/unit/analysis/support.h"

/* ---- units of measure ------------------------------------------------------------------------ */

static void measures_meet_across_spellings_and_languages(void **state) {
    (void)state;
    static const char *const same[][2] = {
        {"en", "100 MW"},           {"en", "a 100-MW plant"},   {"en", "100MW"},
        {"en", "100 megawatts"},    {"id", "100 megawatt"},     {"ru", "100 мегаватт"},
        {"ru", "100 МВт"},          {"ru", "ста мегаваттами"},  {"en", "one hundred megawatts"},
        {"id", "seratus megawatt"}, {"ru", "100 000 киловатт"}, {"en", "0.1 GW"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_term(same[i][0], same[i][1], "#100000000 W");
    }
    assert_marks("en", "a dam of 100 MW near", "#100000000 W", "100 MW");
    assert_marks("ru", "мощностью 100 мегаватт в год", "#100000000 W", "100 мегаватт");

    static const char *const areas[][2] = {
        {"en", "68,000 square kilometres"},
        {"en", "68,000 sq. km"},
        {"en", "68,000 km²"},
        {"en", "68,000km²"},
        {"en", "68,000 km2"},
        {"id", "68.000km2"},
        {"en", "6.8 million hectares"},
        {"id", "68.000 kilometer persegi"},
        {"id", "68 ribu km persegi"},
        {"id", "6,8 juta hektare"},
        {"ru", "68 тыс. кв. км"},
        {"ru", "68 000 кв.км"},
        {"ru", "68 тысяч квадратных километров"},
        {"ru", "68 000 км²"},
        {"ru", "6,8 млн га"},
    };
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++) {
        assert_term(areas[i][0], areas[i][1], "#68000000000 m2");
    }
    assert_marks("en", "over 68,000 km² of", "#68000000000 m2", "68,000 km²");

    assert_term("en", "a 500m2 hall", "#500 m2"); /* and no other power of it */
    assert_term("ru", "зал 500м2", "#500 m2");
    assert_term("en", "400-500m2", "#400 m2");
    assert_term("en", "1,500km2", "#1500000000 m2");
    assert_term("en", "CO2", "enco2");
    assert_term("en", "500CO2", "en500co2");

    assert_true(shares_term("en", "5 km", "ru", "пять километров"));
    assert_term("en", "a five-kilometre run", "#5000 m");
    assert_term("id", "lima kilometer", "#5000 m");
    assert_term("ru", "полтора километра", "#1500 m");
    assert_term("ru", "рост 175 см", "#1.75 m");
    assert_term("id", "tinggi 1,75 meter", "#1.75 m");
    assert_term("en", "0.5 mm", "#0.0005 m");
    assert_term("en", "1.5 million tonnes", "#1500000000 kg");
    assert_term("en", "a 15-kiloton bomb", "#15000000 kg");
    assert_term("en", "a 500-kilovolt line", "#500000 V");
    assert_term("en", "one cubic kilometre", "#1000000000 m3");
    assert_term("id", "1,5 juta ton", "#1500000000 kg");
    assert_term("ru", "1,5 млн т", "#1500000000 kg");
    assert_term("id", "5 kuintal", "#500 kg");
    assert_term("ru", "5 центнеров", "#500 kg");
    assert_term("en", "100 cubic metres", "#100 m3");
    assert_term("id", "100 meter kubik", "#100 m3");
    assert_term("ru", "100 куб. м", "#100 m3");
    assert_term("ru", "100 м³", "#100 m3");
    assert_term("ru", "5 литров", "#0.005 m3");
    assert_term("en", "500 kWh", "#500000 Wh");
    assert_term("ru", "500 кВт·ч", "#500000 Wh");
    assert_term("ru", "500 кВт-ч", "#500000 Wh");
    assert_term("en", "500 kilowatt-hours", "#500000 Wh");
    assert_term("en", "3 million TEUs", "#3000000 TEU");
    assert_term("id", "2 juta barel per hari", "#2000000 bbl");
    assert_term("ru", "2 млн барр. в сутки", "#2000000 bbl");
    assert_term("en", "2 million barrels per day", "#2000000 bbl");
    assert_term("en", "100 miles", "#100 mi"); /* which is not converted */
}

static void adjectives_of_units_are_these_units(void **state) {
    (void)state;
    assert_marks("ru", "новой 100-мегаваттной станции", "#100000000 W", "100-мегаваттной");
    assert_term("ru", "на 1,5-километровом участке", "#1500 m");
    assert_term("ru", "10-тонный груз", "#10000 kg");
    assert_term("ru", "40-градусные морозы", "#40 °");
    assert_true(shares_term("ru", "пять километровых", "en", "5-kilometre"));
    assert_true(shares_term("ru", "20-футовый контейнер", "en", "a 20-foot container"));
    assert_term("ru", "100-мегаваттный", "ru100мегаваттн");
}

static void temperatures_have_a_sign(void **state) {
    (void)state;
    static const char *const same[][2] = {
        {"en", "minus 20 degrees"},
        {"id", "minus 20 derajat"},
        {"ru", "минус 20 градусов"},
        {"ru", "Минус двадцать градусов"},
        {"en", "−20 °C"},
        {"en", "(-20 °C)"},
        {"ru", "–20°С"},
        {"ru", "до -20 градусов"},
        {"ru", "от −20 до −30 °C"},
        {"ru", "-20...-25 °C"},
        {"ru", "−15…−20°"},
        {"ru", "минус 15–20 градусов"},
        {"ru", "-15-20 °C"},
        {"ru", "от минус 20 до плюс 5 градусов"},
        {"en", "-20 to 10 °C"},
        {"en", "between minus 20 and 5 degrees"},
        {"ru", "20 градусов мороза"},
        {"ru", "до 20–25 градусов мороза"},
        {"ru", "20 °C ниже нуля"},
        {"en", "twenty degrees below zero"},
        {"id", "20 derajat di bawah nol"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_term(same[i][0], same[i][1], "#-20 °");
        assert_no_term(same[i][0], same[i][1], "#20 °");
    }
    static const char *const warm[][2] = {
        {"ru", "+20 °C"},
        {"en", "20-25 °C"},
        {"en", "15 - 20 °C"},
        {"en", "Oymyakon - 20 °C"},
        {"en", "A-20 °C"},
        {"ru", "от минус 5 до плюс 20 градусов"},
        {"en", "-5 to 20 °C"},
        {"en", "15 –20 °C"},
        {"ru", "+15...+20 °C"},
        {"en", "minus 5 days, 20 °C"},
        {"ru", "20 градусов тепла"},
        {"ru", "20 градусов, мороза нет"},
        {"ru", "20 градусов. Мороза нет"},
    };
    for (size_t i = 0; i < sizeof warm / sizeof *warm; i++) {
        assert_no_term(warm[i][0], warm[i][1], "#-20 °");
    }
    assert_term("ru", "от минус 5 до плюс 20 градусов", "#20 °");
    assert_marks("en", "fell to -20 °C at night", "#-20 °C", "20 °C");
    assert_true(shares_term("en", "20 °C", "id", "20 derajat"));
    assert_term("en", "by minus 20 percent", "#20 %"); /* and nothing else has one */
    assert_term("en", "-20 km", "#20000 m");
}

static void fractions_follow_whole_numbers(void **state) {
    (void)state;
    assert_marks("en", "over 3½ million people", "#3500000", "3½ million");
    assert_marks("en", "took 2¾ hours", "#2.75", "2¾");
    assert_term("id", "1 ½ km", "#1500 m");
    assert_term("en", "3 1/2 miles", "#3.5 mi");
    assert_marks("en", "ran 3 1/2 miles", "#3.5", "3 1/2");
    assert_term("en", "5¼%", "#5.25 %");
    assert_no_term("en", "1.5½", "#1.55");
    assert_no_term("en", "3, 1/2", "#3.5");
    assert_term("en", "3, 1/2", "#1/2");
    assert_no_term("en", "3 2/3 miles", "#3.6");
}

static void degrees_are_told_with_their_scale(void **state) {
    (void)state;
    static const char *const same[][2] = {
        {"en", "30 °C"},
        {"en", "30°C"},
        {"en", "30 ℃"},
        {"en", "30 degrees Celsius"},
        {"id", "30 derajat Celsius"},
        {"id", "30 derajat Celcius"},
        {"ru", "30 градусов Цельсия"},
        {"ru", "30 градусов по Цельсию"},
        {"ru", "30°С"}, /* a Cyrillic letter */
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_term(same[i][0], same[i][1], "#30 °C");
    }
    assert_term("en", "30 degrees Fahrenheit", "#30 °F");
    assert_no_term("en", "30 degrees", "#30 °C");
    assert_true(shares_term("id", "30 derajat", "ru", "30 градусов"));
}

static void rates_are_units_of_their_own(void **state) {
    (void)state;
    static const char *const same[][2] = {
        {"en", "90 km/h"},
        {"en", "90 kph"},
        {"en", "90 kilometres per hour"},
        {"en", "90 kilometres an hour"},
        {"id", "90 km/jam"},
        {"id", "90 km per jam"},
        {"id", "90 kilometer per jam"},
        {"ru", "90 км/ч"},
        {"ru", "90 километров в час"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_term(same[i][0], same[i][1], "#90000 m/h");
        assert_no_term(same[i][0], same[i][1], "#90000 m");
    }
    assert_marks("id", "melaju 90 km/jam di tol", "#90000 m/h", "90 km/jam");
    assert_true(shares_term("en", "60 mph", "en", "60 miles per hour"));
    assert_true(shares_term("ru", "5 м/с", "id", "5 meter per detik"));
    assert_term("en", "5 km per person", "#5000 m");
}

static void letters_are_units_where_they_mean_nothing_else(void **state) {
    (void)state;
    assert_term("ru", "до 5 м", "#5 m");
    assert_term("ru", "в 5 м от дома", "#5 m");
    assert_term("ru", "10 т зерна", "#10000 kg");
    assert_term("en", "a wall 5 m high", "#5 m");
    assert_term("id", "setinggi 5 m", "#5 m");
    static const char *const others[][3] = {
        {"ru", "в 2024 г.", "#2.024 kg"},
        {"ru", "на 5-м этаже", "#5 m"},
        {"en", "paid $5 m", "#5 m"},
        {"en", "it has 5m users", "#5 m"},
        {"id", "Rp 5 T", "#5000 kg"},
        {"id", "anggaran 5 T", "#5000 kg"},
        {"id", "sebesar 5 M", "#5 m"},
        {"en", "a 5G network", "#0.005 kg"},
        {"en", "at 10 W 42nd Street", "#10 W"},
        {"ru", "10 т. руб.", "#10000 kg"},
        {"ru", "в 5 в", "#5 V"},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_no_term(others[i][0], others[i][1], others[i][2]);
    }
    assert_term("en", "a 5G network", "en5g");
    assert_no_term("ru", "второй километр", "#2000 m");
    assert_no_term("en", "100 m² more", "#100 m");
}

static void measures_leave_numbers_and_words_as_they_are(void **state) {
    (void)state;
    assert_term("id", "650 ribu ton", "#650000");
    assert_term("id", "650 ribu ton", "#650");
    assert_term("id", "650 ribu ton", "idton");
    assert_marks("id", "sebanyak 650 ribu ton", "#650000", "650 ribu");
    assert_term("ru", "100 кв.м", "ruкв");
    assert_term("en", "5–10 million tonnes", "#5000000");
    assert_marks("en", "5–10 million tonnes of", "#5000000000 kg", "5");
    assert_marks("en", "5–10 million tonnes of", "#10000000000 kg", "10 million tonnes");
    assert_term("ru", "от 5 до 7 км", "#5000 m");
    assert_term("ru", "от 5 до 7 км", "#7000 m");
    assert_no_term("en", "from June 17 to 20 km", "@06-20");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_meet_across_spellings_and_languages),
        cmocka_unit_test(adjectives_of_units_are_these_units),
        cmocka_unit_test(temperatures_have_a_sign),
        cmocka_unit_test(fractions_follow_whole_numbers),
        cmocka_unit_test(degrees_are_told_with_their_scale),
        cmocka_unit_test(rates_are_units_of_their_own),
        cmocka_unit_test(letters_are_units_where_they_mean_nothing_else),
        cmocka_unit_test(measures_leave_numbers_and_words_as_they_are),
    };
    return cmocka_run_group_tests_name("analysis of measures", tests, set_up, tear_down);
}
