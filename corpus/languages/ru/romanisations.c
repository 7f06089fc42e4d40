/* Russian typed out in Latin letters: by habit and by the standards (ISO 9, GOST 7.79 B, BGN/PCGN,
 * passports), which differ. Soft and hard signs are often left out. */
#include "corpus/languages/ru/russian.h"

const struct romanisation russian_romanisations[] = {
    {"a", "а"},  {"b", "б"},   {"v", "в"},    {"w", "в"},   {"g", "г"},   {"d", "д"},  {"e", "е"},
    {"e", "э"},  {"ye", "е"},  {"je", "е"},   {"yo", "е"},  {"jo", "е"},  {"io", "е"}, {"zh", "ж"},
    {"j", "ж"},  {"z", "з"},   {"i", "и"},    {"y", "ы"},   {"y", "й"},   {"y", "и"},  {"i", "й"},
    {"j", "й"},  {"iy", "ий"}, {"iy", "ый"},  {"i", "ы"},   {"y", "ий"},  {"y", "ый"}, {"k", "к"},
    {"c", "к"},  {"q", "к"},   {"l", "л"},    {"m", "м"},   {"n", "н"},   {"o", "о"},  {"p", "п"},
    {"r", "р"},  {"s", "с"},   {"t", "т"},    {"u", "у"},   {"f", "ф"},   {"ph", "ф"}, {"kh", "х"},
    {"h", "х"},  {"x", "х"},   {"ts", "ц"},   {"c", "ц"},   {"tz", "ц"},  {"ch", "ч"}, {"4", "ч"},
    {"sh", "ш"}, {"w", "ш"},   {"shch", "щ"}, {"sch", "щ"}, {"shh", "щ"}, {"sh", "щ"}, {"y'", "ы"},
    {"e'", "э"}, {"yu", "ю"},  {"ju", "ю"},   {"iu", "ю"},  {"u", "ю"},   {"ya", "я"}, {"ja", "я"},
    {"ia", "я"}, {"a", "я"},   {"x", "кс"},   {"ks", "кс"}, {"'", "ь"},   {"'", "ъ"},  {"", "ь"},
    {"", "ъ"},   {NULL, NULL},
};
