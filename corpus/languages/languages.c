#include "corpus/dictionary/dictionary.h"
#include "corpus/languages/registry.h"
#include "corpus/languages/stemmer.h"

#include <string.h>

static const char *const nothing[] = {NULL};

/* Prefixes and suffixes of amounts that no language owns: symbols and ISO 4217 codes, and symbols
 * of units of measure. The yen sign is the yen: news write the yuan with its name or code. "Rs" is
 * of India, as "rupees" are. */
static const struct number_word shared_number_words[] = {
    {"$", NUMBER_WORD_CURRENCY, 0, "USD"},    {"us$", NUMBER_WORD_CURRENCY, 0, "USD"},
    {"usd", NUMBER_WORD_CURRENCY, 0, "USD"},  {"€", NUMBER_WORD_CURRENCY, 0, "EUR"},
    {"eur", NUMBER_WORD_CURRENCY, 0, "EUR"},  {"£", NUMBER_WORD_CURRENCY, 0, "GBP"},
    {"gbp", NUMBER_WORD_CURRENCY, 0, "GBP"},  {"¥", NUMBER_WORD_CURRENCY, 0, "JPY"},
    {"jpy", NUMBER_WORD_CURRENCY, 0, "JPY"},  {"rp", NUMBER_WORD_CURRENCY, 0, "IDR"},
    {"idr", NUMBER_WORD_CURRENCY, 0, "IDR"},  {"₽", NUMBER_WORD_CURRENCY, 0, "RUB"},
    {"rub", NUMBER_WORD_CURRENCY, 0, "RUB"},  {"₸", NUMBER_WORD_CURRENCY, 0, "KZT"},
    {"kzt", NUMBER_WORD_CURRENCY, 0, "KZT"},  {"uzs", NUMBER_WORD_CURRENCY, 0, "UZS"},
    {"kgs", NUMBER_WORD_CURRENCY, 0, "KGS"},  {"tjs", NUMBER_WORD_CURRENCY, 0, "TJS"},
    {"tmt", NUMBER_WORD_CURRENCY, 0, "TMT"},  {"cny", NUMBER_WORD_CURRENCY, 0, "CNY"},
    {"rmb", NUMBER_WORD_CURRENCY, 0, "CNY"},  {"cn¥", NUMBER_WORD_CURRENCY, 0, "CNY"},
    {"rm", NUMBER_WORD_CURRENCY, 0, "MYR"},   {"myr", NUMBER_WORD_CURRENCY, 0, "MYR"},
    {"s$", NUMBER_WORD_CURRENCY, 0, "SGD"},   {"sgd", NUMBER_WORD_CURRENCY, 0, "SGD"},
    {"a$", NUMBER_WORD_CURRENCY, 0, "AUD"},   {"au$", NUMBER_WORD_CURRENCY, 0, "AUD"},
    {"aud", NUMBER_WORD_CURRENCY, 0, "AUD"},  {"c$", NUMBER_WORD_CURRENCY, 0, "CAD"},
    {"cad", NUMBER_WORD_CURRENCY, 0, "CAD"},  {"hk$", NUMBER_WORD_CURRENCY, 0, "HKD"},
    {"hkd", NUMBER_WORD_CURRENCY, 0, "HKD"},  {"₩", NUMBER_WORD_CURRENCY, 0, "KRW"},
    {"krw", NUMBER_WORD_CURRENCY, 0, "KRW"},  {"฿", NUMBER_WORD_CURRENCY, 0, "THB"},
    {"thb", NUMBER_WORD_CURRENCY, 0, "THB"},  {"₹", NUMBER_WORD_CURRENCY, 0, "INR"},
    {"inr", NUMBER_WORD_CURRENCY, 0, "INR"},  {"rs", NUMBER_WORD_CURRENCY, 1, "INR"},
    {"₱", NUMBER_WORD_CURRENCY, 0, "PHP"},    {"php", NUMBER_WORD_CURRENCY, 0, "PHP"},
    {"₫", NUMBER_WORD_CURRENCY, 0, "VND"},    {"vnd", NUMBER_WORD_CURRENCY, 0, "VND"},
    {"chf", NUMBER_WORD_CURRENCY, 0, "CHF"},  {"sar", NUMBER_WORD_CURRENCY, 0, "SAR"},
    {"₴", NUMBER_WORD_CURRENCY, 0, "UAH"},    {"uah", NUMBER_WORD_CURRENCY, 0, "UAH"},
    {"byn", NUMBER_WORD_CURRENCY, 0, "BYN"},  {"₺", NUMBER_WORD_CURRENCY, 0, "TRY"},
    {"try", NUMBER_WORD_CURRENCY, 0, "TRY"},  {"₼", NUMBER_WORD_CURRENCY, 0, "AZN"},
    {"azn", NUMBER_WORD_CURRENCY, 0, "AZN"},  {"aed", NUMBER_WORD_CURRENCY, 0, "AED"},
    {"brl", NUMBER_WORD_CURRENCY, 0, "BRL"},  {"r$", NUMBER_WORD_CURRENCY, 0, "BRL"},
    {"mex$", NUMBER_WORD_CURRENCY, 0, "MXN"}, {"mx$", NUMBER_WORD_CURRENCY, 0, "MXN"},
    {"mxn", NUMBER_WORD_CURRENCY, 0, "MXN"},  {"ars", NUMBER_WORD_CURRENCY, 0, "ARS"},
    {"egp", NUMBER_WORD_CURRENCY, 0, "EGP"},  {"₾", NUMBER_WORD_CURRENCY, 0, "GEL"},
    {"gel", NUMBER_WORD_CURRENCY, 0, "GEL"},  {"amd", NUMBER_WORD_CURRENCY, 0, "AMD"},
    {"₪", NUMBER_WORD_CURRENCY, 0, "ILS"},    {"ils", NUMBER_WORD_CURRENCY, 0, "ILS"},
    {"₮", NUMBER_WORD_CURRENCY, 0, "MNT"},    {"mnt", NUMBER_WORD_CURRENCY, 0, "MNT"},
    {"nz$", NUMBER_WORD_CURRENCY, 0, "NZD"},  {"nzd", NUMBER_WORD_CURRENCY, 0, "NZD"},
    {"nt$", NUMBER_WORD_CURRENCY, 0, "TWD"},  {"twd", NUMBER_WORD_CURRENCY, 0, "TWD"},
    {"sg$", NUMBER_WORD_CURRENCY, 0, "SGD"},  {"%", NUMBER_WORD_PERCENT, 0, NULL},
    {"gmt", NUMBER_WORD_HOUR, 0, NULL},       {"utc", NUMBER_WORD_HOUR, 0, NULL},
    {"mm", NUMBER_WORD_MEASURE, -3, "m"},     {"cm", NUMBER_WORD_MEASURE, -2, "m"},
    {"m", NUMBER_WORD_MEASURE, 0, "m"},       {"km", NUMBER_WORD_MEASURE, 3, "m"},
    {"mm2", NUMBER_WORD_MEASURE, -6, "m2"},   {"cm2", NUMBER_WORD_MEASURE, -4, "m2"},
    {"m2", NUMBER_WORD_MEASURE, 0, "m2"},     {"km2", NUMBER_WORD_MEASURE, 6, "m2"},
    {"ha", NUMBER_WORD_MEASURE, 4, "m2"},     {"sq m", NUMBER_WORD_MEASURE, 0, "m2"},
    {"sqm", NUMBER_WORD_MEASURE, 0, "m2"},    {"sq km", NUMBER_WORD_MEASURE, 6, "m2"},
    {"sqkm", NUMBER_WORD_MEASURE, 6, "m2"},   {"cm3", NUMBER_WORD_MEASURE, -6, "m3"},
    {"m3", NUMBER_WORD_MEASURE, 0, "m3"},     {"km3", NUMBER_WORD_MEASURE, 9, "m3"},
    {"bcm", NUMBER_WORD_MEASURE, 9, "m3"},    {"ml", NUMBER_WORD_MEASURE, -6, "m3"},
    {"mg", NUMBER_WORD_MEASURE, -6, "kg"},    {"g", NUMBER_WORD_MEASURE, -3, "kg"},
    {"kg", NUMBER_WORD_MEASURE, 0, "kg"},     {"t", NUMBER_WORD_MEASURE, 3, "kg"},
    {"kph", NUMBER_WORD_MEASURE, 3, "m/h"},   {"kmh", NUMBER_WORD_MEASURE, 3, "m/h"},
    {"kmph", NUMBER_WORD_MEASURE, 3, "m/h"},  {"mph", NUMBER_WORD_MEASURE, 0, "mi/h"},
    {"kw", NUMBER_WORD_MEASURE, 3, "W"},      {"mw", NUMBER_WORD_MEASURE, 6, "W"},
    {"gw", NUMBER_WORD_MEASURE, 9, "W"},      {"tw", NUMBER_WORD_MEASURE, 12, "W"},
    {"wh", NUMBER_WORD_MEASURE, 0, "Wh"},     {"kwh", NUMBER_WORD_MEASURE, 3, "Wh"},
    {"mwh", NUMBER_WORD_MEASURE, 6, "Wh"},    {"gwh", NUMBER_WORD_MEASURE, 9, "Wh"},
    {"twh", NUMBER_WORD_MEASURE, 12, "Wh"},   {"kw h", NUMBER_WORD_MEASURE, 3, "Wh"},
    {"kw·h", NUMBER_WORD_MEASURE, 3, "Wh"},   {"kv", NUMBER_WORD_MEASURE, 3, "V"},
    {"hz", NUMBER_WORD_MEASURE, 0, "Hz"},     {"khz", NUMBER_WORD_MEASURE, 3, "Hz"},
    {"mhz", NUMBER_WORD_MEASURE, 6, "Hz"},    {"ghz", NUMBER_WORD_MEASURE, 9, "Hz"},
    {"kb", NUMBER_WORD_MEASURE, 3, "B"},      {"mb", NUMBER_WORD_MEASURE, 6, "B"},
    {"gb", NUMBER_WORD_MEASURE, 9, "B"},      {"tb", NUMBER_WORD_MEASURE, 12, "B"},
    {"ft", NUMBER_WORD_MEASURE, 0, "ft"},     {"lb", NUMBER_WORD_MEASURE, 0, "lb"},
    {"lbs", NUMBER_WORD_MEASURE, 0, "lb"},    {"oz", NUMBER_WORD_MEASURE, 0, "oz"},
    {"bbl", NUMBER_WORD_MEASURE, 0, "bbl"},   {"bpd", NUMBER_WORD_MEASURE, 0, "bbl"},
    {"bopd", NUMBER_WORD_MEASURE, 0, "bbl"},  {"teu", NUMBER_WORD_MEASURE, 0, "TEU"},
    {"teus", NUMBER_WORD_MEASURE, 0, "TEU"},  {"°", NUMBER_WORD_MEASURE, 0, "°"},
    {"° c", NUMBER_WORD_MEASURE, 0, "°C"},    {"°c", NUMBER_WORD_MEASURE, 0, "°C"},
    {"° с", NUMBER_WORD_MEASURE, 0, "°C"},    {"°с", NUMBER_WORD_MEASURE, 0, "°C"},
    {"° f", NUMBER_WORD_MEASURE, 0, "°F"},    {"°f", NUMBER_WORD_MEASURE, 0, "°F"},
    {"kbps", NUMBER_WORD_MEASURE, 0, NULL},   {"mbps", NUMBER_WORD_MEASURE, 0, NULL},
    {"gbps", NUMBER_WORD_MEASURE, 0, NULL},   {"mah", NUMBER_WORD_MEASURE, 0, NULL},
    {"px", NUMBER_WORD_MEASURE, 0, NULL},     {"/h", NUMBER_WORD_RATE, 0, "/h"},
    {"/s", NUMBER_WORD_RATE, 0, "/s"},        {NULL, NUMBER_WORD_LINK, 0, NULL},
};

static const struct language other = {
    .code = "xx",
    .name = "other",
    .native_name = "other",
    .script = SCRIPT_NONE,
    .function_words = nothing,
    .abbreviations = nothing,
    .clitics = nothing,
    .compounds = nothing,
    .foreign_words = nothing,
    .number_words = shared_number_words,
};

size_t language_count(void) {
    return language_registry_size;
}

const struct language *language_at(size_t number) {
    return language_registry[number];
}

const struct language *language_other(void) {
    return &other;
}

const struct language *language_at_or_other(size_t number) {
    return number < language_count() ? language_at(number) : language_other();
}

bool language_knows(const struct language *language, struct slice form) {
    struct dictionary_word word;
    return (language->knows && language->knows(form)) ||
           (language->dictionary && dictionary_find(language->dictionary, form, &word));
}

bool language_any_knows(struct slice form) {
    bool known = false;
    for (size_t i = 0; i < language_count() && !known; i++) {
        known = language_knows(language_at(i), form);
    }
    return known;
}

struct slice language_find_name(const struct language *language, struct slice form) {
    for (const struct word_forms *name = language->names; name && name->stem; name++) {
        bool alike = form.length > 1 && strncmp(name->stem, form.data, 2) == 0;
        const char *forms = alike ? name->forms : "";
        for (struct slice of; next_form(&forms, &of);) {
            if (slice_equal(of, form)) {
                return slice_of_string(name->stem);
            }
        }
    }
    return (struct slice){0};
}

bool language_is_function_word(struct slice form) {
    for (size_t i = 0; i < language_registry_size; i++) {
        if (slice_is_listed(form, language_registry[i]->function_words)) {
            return true;
        }
    }
    return false;
}

const struct language *language_find(struct slice code) {
    for (size_t i = 0; i < language_registry_size; i++) {
        if (slice_equal(code, slice_of_string(language_registry[i]->code))) {
            return language_registry[i];
        }
    }
    return slice_equal(code, slice_of_string(other.code)) ? &other : NULL;
}
