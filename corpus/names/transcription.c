#include "corpus/names/transcription.h"

#include "corpus/names/sounds.h"
#include "corpus/unicode/bare.h"
#include "corpus/unicode/cyrillic.h"
#include "corpus/unicode/properties.h"

#include <stdbool.h>
#include <string.h>

/* What is written as what. Of the rules that read the letters at one place, the one for the most of
 * them counts, of equal ones the first. Marks say where a side is read: '^' at the beginning of a
 * name, '$' at its end, '-' before no vowel. */
struct rule {
    const char *latin, *cyrillic;
    char way; /* '>' to Cyrillic only, '<' to Latin only, 0 both */
};

/* Of every language that says nothing else. */
static const struct rule letters[] = {
    {"shch", "щ", 0}, {"ya", "я", 0},    {"yu", "ю", 0},    {"yo", "йо", '>'}, {"ye", "е", '>'},
    {"kh", "х", '>'}, {"zh", "ж", 0},    {"ch", "ч", 0},    {"sh", "ш", 0},    {"ts", "ц", 0},
    {"th", "т", '>'}, {"ph", "ф", '>'},  {"a", "а", 0},     {"b", "б", 0},     {"c", "к", '>'},
    {"d", "д", 0},    {"e", "е", 0},     {"f", "ф", 0},     {"g", "г", 0},     {"h", "х", 0},
    {"i", "и", 0},    {"j", "дж", 0},    {"k", "к", 0},     {"l", "л", 0},     {"m", "м", 0},
    {"n", "н", 0},    {"o", "о", 0},     {"p", "п", 0},     {"q", "к", '>'},   {"r", "р", 0},
    {"s", "с", 0},    {"t", "т", 0},     {"u", "у", 0},     {"v", "в", 0},     {"w", "в", '>'},
    {"x", "кс", 0},   {"y", "и", '>'},   {"z", "з", 0},     {"i", "й", '<'},   {"y", "ы", '<'},
    {"e", "э", '<'},  {"ai", "ай", '>'}, {"ei", "ей", '>'}, {"oi", "ой", '>'}, {"", "ь", '<'},
    {"", "ъ", '<'},   {"'", "", '>'},
};

/* Pinyin; Palladius. */
static const struct rule chinese[] = {
    {"lü", "люй", 0},       {"wu", "^у", 0},        {"yang", "^ян-", 0},   {"yan-", "^янь", 0},
    {"yao", "^яо", 0},      {"you", "^ю$", 0},      {"yin-", "^инь", 0},   {"ying", "^ин-", 0},
    {"yong", "^юн-", 0},    {"yi", "^и", 0},        {"ye", "^е", 0},       {"xiang", "сян", 0},
    {"zh", "чж", 0},        {"zi", "цзы", 0},       {"ci", "цы", 0},       {"si", "сы", 0},
    {"ji", "цзи", 0},       {"qi", "ци", 0},        {"xi", "си", 0},       {"jia", "цзя", 0},
    {"qia", "ця", 0},       {"xia", "ся", 0},       {"jie", "цзе", 0},     {"qie", "це", 0},
    {"xie", "се", 0},       {"jiu", "цзю", 0},      {"qiu", "цю", 0},      {"xiu", "сю", 0},
    {"ju", "цзюй", 0},      {"qu", "цюй", 0},       {"xu", "сюй", 0},      {"juan-", "цзюань-", 0},
    {"quan-", "цюань-", 0}, {"xuan-", "сюань-", 0}, {"xuan", "сюан", '<'}, {"jue", "цзюэ", 0},
    {"que", "цюэ", 0},      {"xue", "сюэ", 0},      {"jun-", "цзюнь", 0},  {"qun-", "цюнь", 0},
    {"xun-", "сюнь", 0},    {"jiong", "цзюн", 0},   {"qiong", "цюн", 0},   {"xiong", "сюн", 0},
    {"jin-", "цзинь", 0},   {"qin-", "цинь", 0},    {"xin-", "синь", 0},   {"jing", "цзин-", 0},
    {"qing", "цин-", 0},    {"xing", "син-", 0},    {"jian-", "цзянь", 0}, {"qian-", "цянь", 0},
    {"xian-", "сянь", 0},   {"jiang", "цзян-", 0},  {"qiang", "цян-", 0},  {"j", "цз", '>'},
    {"q", "ц", '>'},        {"x", "с", '>'},        {"z", "цз", 0},        {"c", "ц", 0},
    {"r", "ж", 0},          {"^er", "эр", 0},       {"iang", "ян-", 0},    {"iong", "юн-", 0},
    {"ian-", "янь", 0},     {"iao", "яо", 0},       {"ie", "е", '>'},      {"iu", "ю", 0},
    {"in-", "инь", 0},      {"ing", "ин-", 0},      {"ia", "я", 0},        {"uang", "уан-", 0},
    {"uan-", "уань", 0},    {"uo", "о", '>'},       {"un-", "унь", 0},     {"ong", "ун-", 0},
    {"eng", "эн-", 0},      {"en-", "энь", 0},      {"ei", "эй", 0},       {"e", "э", 0},
    {"ang", "ан-", 0},      {"an-", "ань", 0},      {"ai", "ай", 0},       {"ui", "уй", 0},
    {"you", "ю", '>'},      {"yuan-", "юань", 0},   {"yue", "юэ", 0},      {"yun-", "юнь", 0},
    {"yu", "юй", 0},        {"w", "в", 0},
};

/* Hepburn; Polivanov. */
static const struct rule japanese[] = {
    {"sha", "ся", 0}, {"shu", "сю", 0},   {"sho", "се", 0},  {"shi", "си", 0},   {"cha", "тя", 0},
    {"chu", "тю", 0}, {"cho", "те", '>'}, {"chi", "ти", 0},  {"tch", "тт", '>'}, {"ja", "дзя", 0},
    {"ju", "дзю", 0}, {"jo", "дзе", '>'}, {"ji", "дзи", 0},  {"tsu", "цу", 0},   {"z", "дз", 0},
    {"^yo", "^е", 0}, {"yo", "е", '>'},   {"^e", "^э", 0},   {"e", "э", 0},      {"ii", "ии", 0},
    {"ei", "эй", 0},  {"ui", "уй", 0},    {"oh-", "о", '>'}, {"ou", "о", '>'},   {"w", "в", 0},
};

/* Revised romanisation and McCune-Reischauer's; Kontsevich, and what the press keeps of
 * Kholodovich. */
static const struct rule korean[] = {
    {"^g", "^к", 0},         {"^d", "^т", 0},          {"^b", "^п", 0},     {"^j", "^ч", 0},
    {"j", "чж", '>'},        {"ch", "чх", 0},          {"k", "кх", '<'},    {"t", "тх", '<'},
    {"p", "пх", '<'},        {"yeong", "ен-", '>'},    {"yeon", "ен", '>'}, {"eong", "он-", 0},
    {"eon", "он", '>'},      {"eo", "о", '>'},         {"eu", "ы", 0},      {"yeo", "е", 0},
    {"ae", "э", 0},          {"oe", "ве", '>'},        {"ng", "н", '>'},    {"ang", "ан$", '<'},
    {"^roh", "^но", 0},      {"^shin", "^син", 0},     {"^lee", "^ли", 0},  {"oo", "у", '>'},
    {"wa", "ва", 0},         {"wo", "во", 0},          {"g", "к$", '<'},    {"eo", "о", '<'},
    {"gyeong", "кен-", '<'}, {"gyeong", "^ген-", '<'},
};

static const struct rule vietnamese[] = {
    {"ư", "ы", '>'},   {"đ", "д", '>'}, {"^gi", "^зь", '>'}, {"^d", "^з", 0}, {"^d", "^зь", '<'},
    {"tr", "ч", 0},    {"nh", "нь", 0}, {"ng", "нг", 0},     {"ph", "ф", 0},  {"kh", "кх", 0},
    {"th", "тх", 0},   {"qu", "ку", 0}, {"x", "с", '>'},     {"s", "ш", 0},   {"gi", "з", '>'},
    {"ch", "ть", '>'}, {"c", "к", 0},   {"uong", "ыонг", 0}, {"u", "ы", '<'}, {"ie", "ье", 0},
    {"i", "ь", '<'},
};

/* German, Dutch and the languages of the north. */
static const struct rule germanic[] = {
    {"æ", "е", '>'},    {"kh", "кг", 0},   {"heim", "гейм", 0}, {"sch", "ш", 0},
    {"tsch", "ч", 0},   {"ch", "х", 0},    {"ck", "к", '>'},    {"chs", "кс", '>'},
    {"ei", "ай", 0},    {"eu", "ой", 0},   {"ie", "и", '>'},    {"tz", "ц", 0},
    {"z", "ц", 0},      {"st", "шт", 0},   {"sp", "шп", 0},     {"ja", "я", 0},
    {"ju", "ю", 0},     {"jo", "йо", 0},   {"jo", "ио", '<'},   {"je", "е", '>'},
    {"^je", "^е", '<'}, {"j", "й", 0},     {"v", "ф", '>'},     {"w", "в", 0},
    {"^h", "^г", 0},    {"ah-", "а", '>'}, {"eh-", "е", '>'},   {"oh-", "о", '>'},
    {"uh-", "у", '>'},  {"th", "т", 0},    {"ss", "сс", 0},     {"ö", "е", '>'},
    {"ü", "ю", '>'},    {"ä", "е", '>'},   {"å", "о", '>'},     {"ø", "е", '>'},
    {"ij", "ей", 0},    {"jö", "ье", '<'}, {"aa", "о", '>'},    {"uy", "ей", '>'},
    {"ui", "ей", '>'},  {"oe", "у", '>'},  {"y", "ю", '>'},
};

/* Spanish, with what it shares with Portuguese. */
static const struct rule spanish[] = {
    {"ç", "с", '>'},   {"ão", "ан", '>'},  {"j", "х", 0},     {"ge", "хе", '>'}, {"gi", "хи", '>'},
    {"gue", "ге", 0},  {"gui", "ги", 0},   {"ll", "ль", 0},   {"ñ", "нь", '>'},  {"nh", "нь", '>'},
    {"lh", "ль", '>'}, {"qu", "к", '>'},   {"ce", "се", '>'}, {"ci", "си", '>'}, {"z", "с", '>'},
    {"h", "", '>'},    {"^hua", "^уа", 0}, {"x", "х", '>'},   {"hu", "у", '>'},  {"gua", "гуа", 0},
};

/* Rules from French to Cyrillic only: French has too many ways to write a sound, and endings that
 * are not heard. */
static const struct rule french[] = {
    {"eau", "о", '>'},   {"aux$", "о", '>'}, {"au", "о", '>'},    {"aud$", "о", '>'},
    {"ault$", "о", '>'}, {"ai", "е", '>'},   {"ain$", "ен", '>'}, {"ou", "у", '>'},
    {"oi", "уа", '>'},   {"ch", "ш", '>'},   {"j", "ж", '>'},     {"ge", "же", '>'},
    {"ge", "ж$", '<'},   {"gi", "жи", '>'},  {"gue", "ге", '>'},  {"gui", "ги", '>'},
    {"gn", "нь", '>'},   {"qu", "к", '>'},   {"ce", "се", '>'},   {"ci", "си", '>'},
    {"h", "", '>'},      {"e$", "", '>'},    {"es$", "", '>'},    {"s$", "", '>'},
    {"t$", "", '>'},     {"d$", "", '>'},    {"x$", "", '>'},     {"z$", "", '>'},
    {"ts$", "", '>'},    {"ds$", "", '>'},   {"ot$", "о", '>'},   {"et$", "е", '>'},
    {"ille", "ий", '>'}, {"eu", "е", '>'},   {"er$", "е", '>'},   {"é", "е", '>'},
    {"ç", "с", '>'},     {"ss", "сс", '>'},  {"ens$", "ан", '>'},
};

static const struct rule italian[] = {
    {"ggi$", "джи", '>'}, {"gli", "льи", 0},  {"gn", "нь", 0},    {"ghe", "ге", 0},
    {"ghi", "ги", 0},     {"che", "ке", 0},   {"chi", "ки", 0},   {"cia", "ча", 0},
    {"cio", "чо", 0},     {"ciu", "чу", 0},   {"ce", "че", 0},    {"ci", "чи", 0},
    {"gia", "джа", 0},    {"gio", "джо", 0},  {"giu", "джу", 0},  {"ge", "дже", 0},
    {"gi", "джи", 0},     {"ggi", "дж", '>'}, {"cch", "кк", 0},   {"cce", "чче", 0},
    {"cci", "ччи", 0},    {"ccia", "чча", 0}, {"ccio", "ччо", 0}, {"z", "ц", 0},
    {"sci", "ши", 0},     {"sce", "ше", 0},   {"c", "к", 0},      {"gg", "дж", 0},
    {"tt", "тт", 0},
};

/* Polish, Czech, Serbian and what is written like them. */
static const struct rule slavic[] = {
    {"szcz", "щ", 0},    {"sz", "ш", 0},      {"cz", "ч", 0},      {"rz", "ж", 0},
    {"ch", "х", 0},      {"dz", "дз", 0},     {"dź", "дзь", '>'},  {"ż", "ж", '>'},
    {"ź", "зь", '>'},    {"ś", "с", '>'},     {"ć", "ч", '>'},     {"ci", "ци", 0},
    {"c", "ц", 0},       {"ń", "нь", '>'},    {"ł", "л", '>'},     {"ó", "у", '>'},
    {"ą", "он", '>'},    {"ę", "ен", '>'},    {"ja", "я", 0},      {"ju", "ю", 0},
    {"je", "е", '>'},    {"^je", "^е", '<'},  {"jo", "йо", 0},     {"jo", "ио", '<'},
    {"ij", "ий", 0},     {"j", "й", 0},       {"w", "в", 0},       {"cki", "цкий", 0},
    {"ki$", "кий", '>'}, {"ki", "кий$", '<'}, {"ny$", "ный", '>'}, {"y", "ы", 0},
    {"lj", "ль", 0},     {"nj", "нь", 0},     {"đ", "дж", 0},      {"ije", "ие", 0},
    {"š", "ш", '>'},     {"č", "ч", '>'},     {"ž", "ж", '>'},     {"ř", "рж", '>'},
    {"ě", "е", '>'},     {"ý", "и", '>'},     {"h", "г", '>'},
};

static const struct rule english[] = {
    {"^wh", "^у", 0},    {"^kn", "^н", '>'},  {"ight", "айт", 0}, {"gh", "", '>'},
    {"^wo", "^ву", 0},   {"wa", "уо", 0},     {"we", "уэ", 0},    {"wi", "уи", 0},
    {"john", "джон", 0}, {"or", "ор", '<'},   {"on", "он", '<'},  {"ck", "к", '>'},
    {"oo", "у", '>'},    {"ee", "и", '>'},    {"ea", "и", '>'},   {"a", "эй", 0},
    {"a", "ей", '<'},    {"i", "ай", 0},      {"a", "э", '<'},    {"u", "а", '<'},
    {"a", "о", '<'},     {"u", "а", '>'},     {"ai", "эй", '>'},  {"ay", "эй", '>'},
    {"y", "ай", '>'},    {"ow", "оу", 0},     {"ou", "ау", 0},    {"ge$", "дж", '>'},
    {"ge", "дже", '>'},  {"geo", "джо", '>'}, {"gi", "джи", '>'}, {"dge", "дж", 0},
    {"chr", "кр", 0},    {"aw", "о", '>'},    {"au", "о", '>'},   {"e$", "", '>'},
    {"es$", "с", '>'},   {"ce$", "с", '>'},   {"ey$", "и", '>'},  {"ie$", "и", '>'},
};

static const struct rule hungarian[] = {
    {"ö", "е", '>'}, {"ü", "ю", '>'}, {"ű", "ю", '>'},  {"dzs", "дж", '>'}, {"cs", "ч", 0},
    {"zs", "ж", 0},  {"sz", "с", 0},  {"s", "ш", 0},    {"gy", "дь", 0},    {"ny", "нь", 0},
    {"ly", "й", 0},  {"ty", "ть", 0}, {"cz", "ц", '>'}, {"c", "ц", 0},      {"ja", "я", 0},
    {"ju", "ю", 0},  {"jo", "йо", 0}, {"je", "е", '>'}, {"j", "й", '>'},    {"ó", "о", '>'},
    {"ő", "е", '>'},
};

/* With Azerbaijani. Many write a plain c for ç. */
static const struct rule turkish[] = {
    {"c", "дж", 0},  {"ç", "ч", '>'},   {"c", "ч", '<'},  {"ş", "ш", 0},   {"y", "й", 0},
    {"ö", "е", '>'}, {"ü", "ю", '>'},   {"ğ", "г", 0},    {"ı", "ы", 0},   {"q", "г", '>'},
    {"x", "х", '>'}, {"^ə", "^а", '>'}, {"ə$", "а", '>'}, {"ə", "я", '>'},
};

/* Kazakh, Kyrgyz, Tajik, Turkmen and Uzbek, by way of their Cyrillic. */
static const struct rule central_asian[] = {
    {"j", "ж", 0},     {"q", "к", '>'}, {"x", "х", '>'}, {"y", "й", 0},   {"ow", "ов", '>'},
    {"ew", "ев", '>'}, {"ö", "е", '>'}, {"ü", "ю", '>'}, {"ý", "й", '>'}, {"ž", "ж", '>'},
    {"ş", "ш", '>'},   {"ç", "ч", '>'}, {"ñ", "н", '>'},
};

/* Of antiquity: Russian leaves out the Greek and Latin endings. */
static const struct rule classical[] = {
    {"es$", "", '>'},   {"us$", "", '>'},   {"os$", "", '>'},   {"as$", "", '>'},
    {"is$", "", '>'},   {"ius$", "ий", 0},  {"eus$", "ей", 0},  {"des", "д$", '<'},
    {"les", "л$", '<'}, {"tus", "т$", '<'}, {"nes", "н$", '<'}, {"mus", "м$", '<'},
    {"ch", "х", 0},     {"th", "ф", 0},     {"^h", "^г", 0},    {"c", "к", 0},
    {"ce", "це", 0},    {"ci", "ци", 0},    {"cy", "ки", '>'},  {"oe", "э", '>'},
    {"ae", "э", '>'},   {"eu", "ев", 0},
};

#define LANGUAGE(rules)                                                                            \
    { rules, sizeof(rules) / sizeof *(rules) }
static const struct {
    const struct rule *rules;
    size_t count;
} languages[TRANSCRIPTIONS] = {
    LANGUAGE(english),   LANGUAGE(germanic),      LANGUAGE(chinese),   LANGUAGE(spanish),
    LANGUAGE(slavic),    LANGUAGE(japanese),      LANGUAGE(french),    LANGUAGE(italian),
    LANGUAGE(korean),    LANGUAGE(vietnamese),    LANGUAGE(hungarian), LANGUAGE(turkish),
    LANGUAGE(classical), LANGUAGE(central_asian),
};

/* A name while it is written. */
struct writing {
    struct slice name;
    size_t at;
    bool cyrillic; /* the name is */
    char *written;
    size_t length;
    bool full; /* the rest of the name is left out */
};

/* The Latin letter at a byte, as bare_letter gives it. */
static char latin_at(struct slice name, size_t at, size_t *bytes) {
    size_t next;
    uint32_t c = code_point_at(name, at, &next);
    *bytes = next - at;
    return c != CODE_POINT_INVALID ? bare_letter((int32_t)c) : 0;
}

static bool vowel_at(const struct writing *writing, size_t at) {
    if (at >= writing->name.length) {
        return false;
    }
    if (writing->cyrillic) {
        static const char vowels[] = "аеиоуыэюя";
        for (const char *v = vowels; *v && at + 2 <= writing->name.length; v += 2) {
            if (memcmp(v, writing->name.data + at, 2) == 0) {
                return true;
            }
        }
        return false;
    }
    size_t bytes;
    char letter = latin_at(writing->name, at, &bytes);
    return letter && strchr("aeiouy", letter);
}

/* How many bytes of the name the rule's side reads here; 0 if it does not. */
static size_t reads(const struct writing *writing, const char *side) {
    const char *letter = writing->name.data + writing->at;
    bool first = *side == '^';
    side += first;
    /* Most rules differ in the first letter already. */
    if (*side != *letter || (writing->cyrillic && side[1] != letter[1])) {
        return 0;
    }
    size_t length = strcspn(side, "-$");
    size_t end = writing->at + length;
    if ((first && writing->at > 0) || length == 0 || end > writing->name.length ||
        memcmp(side, letter, length) != 0) {
        return 0;
    }
    bool here = side[length] == '$'   ? end == writing->name.length
                : side[length] == '-' ? !vowel_at(writing, end)
                                      : true;
    return here ? length : 0;
}

static void write_side(struct writing *writing, const char *side) {
    side += *side == '^';
    size_t length = strcspn(side, "-$");
    if (writing->length + length > TRANSCRIBED_BYTES) {
        writing->full = true;
        return;
    }
    memcpy(writing->written + writing->length, side, length);
    writing->length += length;
}

/* Writes what the longest of the rules reads. */
static bool write_by(struct writing *writing, const struct rule *rules, size_t count) {
    const struct rule *best = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        if (rules[i].way == (writing->cyrillic ? '>' : '<')) {
            continue;
        }
        size_t length = reads(writing, writing->cyrillic ? rules[i].cyrillic : rules[i].latin);
        if (length > longest) {
            longest = length;
            best = &rules[i];
        }
    }
    if (best) {
        write_side(writing, writing->cyrillic ? best->latin : best->cyrillic);
        writing->at += longest;
    }
    return best;
}

size_t transcription_write(struct slice name, size_t language, char written[TRANSCRIBED_BYTES]) {
    struct writing writing = {.name = name, .written = written};
    writing.cyrillic = name.length >= 2 &&
                       cyrillic_letter((unsigned char)name.data[0], (unsigned char)name.data[1]) <
                           CYRILLIC_LETTERS;
    while (writing.at < name.length && !writing.full) {
        if (write_by(&writing, languages[language].rules, languages[language].count) ||
            write_by(&writing, letters, sizeof letters / sizeof *letters)) {
            continue;
        }
        size_t bytes;
        char letter = writing.cyrillic ? 0 : latin_at(name, writing.at, &bytes);
        if (!letter) {
            return 0;
        }
        /* A letter with marks that the language says nothing of. */
        struct writing bare = {
            .name = slice_of(&letter, 1), .written = written, .length = writing.length};
        write_by(&bare, letters, sizeof letters / sizeof *letters);
        writing.length = bare.length;
        writing.full = bare.full;
        writing.at += bytes;
    }
    return writing.length;
}
