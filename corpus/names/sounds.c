#include "corpus/names/sounds.h"

#include "corpus/base/ascii.h"
#include "corpus/unicode/bare.h"
#include "corpus/unicode/cyrillic.h"
#include "corpus/unicode/properties.h"

#include <utf8proc.h>

char sound_class(char sound) {
    switch (sound) {
    case 'C':
    case 'S':
    case 'T':
    case 'z':
        return 's';
    case 'J':
    case 'Z':
        return 'j';
    case 'h': /* Гамбург, Хельсинки: Russian writes both for a foreign h */
        return 'g';
    case 'i':
    case 'y':
        return 'e';
    case 'u':
        return 'o';
    default:
        return sound;
    }
}

/* Latin letters that do not decompose to an ASCII letter and a mark, and those whose mark changes
 * the sound. */
static const struct {
    utf8proc_int32_t letter;
    char latin[3];
} special_latin[] = {
    {0x00DF, "s"}, {0x00E6, "e"}, {0x00F0, "d"},  {0x00F8, "o"}, {0x00FE, "t"}, {0x0111, "d"},
    {0x0131, "i"}, {0x0142, "l"}, {0x0153, "oe"}, {0x017E, "Z"}, {0x010D, "C"}, {0x0107, "C"},
    {0x00E7, "s"}, {0x0161, "S"}, {0x015F, "S"},  {0x011F, "g"}, {0x0259, "e"}, {0x01C6, "J"},
    {0x0163, "T"}, {0x0219, "S"}, {0x021B, "T"},
};

/* From а (U+0430) to я, then ѐ to џ and the letters of Russia's neighbours. '\'' is silent. */
static const char russian[] = "abvgdeZziyklmnoprstufhTCSC'y'eua";
static const struct {
    utf8proc_int32_t letter;
    char sound;
} other_cyrillic[] = {
    {0x0451, 'e'}, {0x0454, 'e'}, {0x0456, 'i'}, {0x0457, 'i'}, {0x0458, 'i'}, {0x045E, 'u'},
    {0x0491, 'g'}, {0x0493, 'g'}, {0x0497, 'Z'}, {0x049B, 'k'}, {0x04A3, 'n'}, {0x04AF, 'u'},
    {0x04B1, 'u'}, {0x04B3, 'h'}, {0x04BB, 'h'}, {0x04D9, 'a'}, {0x04E9, 'o'}, {0x045F, 'J'},
};

/* Letters, before digraphs are read. й is '.', a glide that is never an ending. */
struct letters {
    char letter[NAME_SOUNDS * 2];
    size_t count;
    bool cyrillic;
};

static void add_letter(struct letters *letters, char letter) {
    if (letters->count < sizeof letters->letter) {
        letters->letter[letters->count++] = letter;
    }
}

static bool add_cyrillic(struct letters *letters, utf8proc_int32_t c) {
    if (c >= 0x0430 && c <= 0x044F) {
        if (c == 0x044E || c == 0x044F) { /* ю, я */
            add_letter(letters, 'i');
        }
        add_letter(letters, c == 0x0439 ? '.' : russian[c - 0x0430]);
        return true;
    }
    for (size_t i = 0; i < sizeof other_cyrillic / sizeof *other_cyrillic; i++) {
        if (other_cyrillic[i].letter == c) {
            add_letter(letters, other_cyrillic[i].sound);
            return true;
        }
    }
    return false;
}

static bool add_latin(struct letters *letters, utf8proc_int32_t c) {
    for (size_t i = 0; i < sizeof special_latin / sizeof *special_latin; i++) {
        if (special_latin[i].letter == c) {
            for (const char *p = special_latin[i].latin; *p; p++) {
                add_letter(letters, *p);
            }
            return true;
        }
    }
    char letter = bare_letter(c);
    if (letter == 0) {
        return false;
    }
    add_letter(letters, letter);
    return true;
}

static bool is_apostrophe(utf8proc_int32_t c) {
    return c == '\'' || c == '`' || (c >= 0x02B9 && c <= 0x02BF) || (c >= 0x2018 && c <= 0x2019);
}

static bool read_letters(struct slice name, struct letters *letters) {
    letters->count = 0;
    letters->cyrillic = false;
    for (size_t i = 0; i < name.length && letters->count < sizeof letters->letter;) {
        if (ascii_is_letter(name.data[i])) {
            add_letter(letters, ascii_to_lower(name.data[i++]));
            continue;
        }
        uint32_t code = code_point_at(name, i, &i);
        if (code == CODE_POINT_INVALID) {
            return false;
        }
        utf8proc_int32_t c = (utf8proc_int32_t)code;
        if (code_point_is_cyrillic(code)) {
            letters->cyrillic = true;
            if (!add_cyrillic(letters, c)) {
                return false;
            }
        } else if (!is_apostrophe(c) && !add_latin(letters, c)) {
            return false;
        }
    }
    return true;
}

/* What several Latin letters are read as, sorted by their first letter; with the same first letter,
 * the longest comes first. */
static const struct {
    const char *spelling;
    const char *sounds;
} digraphs[] = {
    {"bh", "b"},    {"chr", "kr"}, {"chl", "kl"}, {"ch", "C"},   {"cz", "C"},   {"ck", "k"},
    {"dzh", "J"},   {"dj", "J"},   {"dz", "z"},   {"dh", "d"},   {"dge", "Je"}, {"dZ", "J"},
    {"ght", "t"},   {"gh", "g"},   {"j", "J"},    {"kh", "h"},   {"lh", "l"},   {"oe", "u"},
    {"oo", "u"},    {"ph", "f"},   {"que", "ke"}, {"qui", "ki"}, {"qu", "kv"},  {"q", "k"},
    {"rh", "r"},    {"shch", "C"}, {"sch", "S"},  {"sh", "S"},   {"sj", "S"},   {"sya", "Sa"},
    {"syi", "Si"},  {"syu", "Su"}, {"syo", "So"}, {"tsch", "C"}, {"tch", "C"},  {"tj", "C"},
    {"ts", "T"},    {"tz", "T"},   {"th", "t"},   {"wh", "v"},   {"wre", "re"}, {"wri", "ri"},
    {"wsk", "vsk"}, {"x", "ks"},   {"zh", "Z"},
};

#define DIGRAPHS_BEGIN                                                                             \
    (SOUND_BIT('b') | SOUND_BIT('c') | SOUND_BIT('d') | SOUND_BIT('g') | SOUND_BIT('j') |          \
     SOUND_BIT('k') | SOUND_BIT('l') | SOUND_BIT('o') | SOUND_BIT('p') | SOUND_BIT('q') |          \
     SOUND_BIT('r') | SOUND_BIT('s') | SOUND_BIT('t') | SOUND_BIT('w') | SOUND_BIT('x') |          \
     SOUND_BIT('z'))

static const struct {
    const char *spelling;
    const char *sounds;
} cyrillic_digraphs[] = {{"tC", "C"}, {"th", "t"}, {"bh", "b"}, {"dh", "d"}, {"dZ", "J"},
                         {"CZ", "Z"}, {"Tz", "J"}, {"dz", "z"}, {"ts", "T"}};

static void add_sound(struct sounds *sounds, char sound) {
    if (sounds->count < NAME_SOUNDS) {
        sounds->sound[sounds->count++] = sound;
    }
}

static bool spelled(const struct letters *letters, size_t at, const char *spelling) {
    for (; *spelling; spelling++, at++) {
        if (at == letters->count || letters->letter[at] != *spelling) {
            return false;
        }
    }
    return true;
}

static bool is_vowel_letter(const struct letters *letters, size_t at) {
    return at < letters->count &&
           (sound_is_vowel(letters->letter[at]) || letters->letter[at] == '.');
}

/* Reads one letter that is part of no digraph. */
static void read_letter(const struct letters *letters, size_t at, struct sounds *sounds) {
    char c = letters->letter[at];
    bool vowel_follows = is_vowel_letter(letters, at + 1);
    bool last = at + 1 == letters->count;
    if (c == 'w') { /* Wahid, Jokowi; but Brown, Glasgow, and Wuhan is Ухань */
        bool vowel = !(at == 0 || vowel_follows) || spelled(letters, at, "wu");
        add_sound(sounds, vowel ? 'u' : 'v');
    } else if (c == 'h' && last && at > 0 && is_vowel_letter(letters, at - 1) &&
               !letters->cyrillic) {
        return; /* Abdullah is Абдулла */
    } else if (c == 'c') {
        bool soft = at + 1 < letters->count && strchr("eiy", letters->letter[at + 1]);
        add_sound(sounds, soft ? 's' : 'k');
    } else if (c == 'f' && at + 2 == letters->count && letters->letter[at + 1] == 'f') {
        return;
    } else if (c == 'f' && last && at > 0 && letters->letter[at - 1] == 'f') {
        add_sound(sounds, 'v'); /* Rachmaninoff */
    } else if (c == '.' || (c == 'y' && !letters->cyrillic)) {
        add_sound(sounds, 'i');
    } else if (c == 'u' && at == 0 && vowel_follows) {
        add_sound(sounds, 'v'); /* Уилсон */
    } else if (c != '\'') {
        add_sound(sounds, c);
    } else if (vowel_follows) {
        add_sound(sounds, 'i'); /* Наталья is Natalia */
    }
}

static size_t read_digraph(const struct letters *letters, size_t at, struct sounds *sounds) {
    if (letters->cyrillic) {
        char second = at + 1 < letters->count ? letters->letter[at + 1] : 'a';
        if (sound_is_vowel(second)) {
            return 0;
        }
        for (size_t i = 0; i < sizeof cyrillic_digraphs / sizeof *cyrillic_digraphs; i++) {
            if (spelled(letters, at, cyrillic_digraphs[i].spelling)) {
                add_sound(sounds, cyrillic_digraphs[i].sounds[0]);
                return 2;
            }
        }
        return 0;
    }
    if (at == 0 && spelled(letters, at, "x")) {
        add_sound(sounds, 's'); /* Xinhua */
        return 1;
    }
    if (!sound_is_in(letters->letter[at], DIGRAPHS_BEGIN)) {
        return 0;
    }
    for (size_t i = 0; i < sizeof digraphs / sizeof *digraphs; i++) {
        char first = *digraphs[i].spelling;
        if (first > letters->letter[at]) {
            break;
        }
        if (first == letters->letter[at] && spelled(letters, at, digraphs[i].spelling)) {
            for (const char *p = digraphs[i].sounds; *p; p++) {
                add_sound(sounds, *p);
            }
            return strlen(digraphs[i].spelling);
        }
    }
    return 0;
}

bool sounds_read(struct slice name, struct sounds *sounds) {
    struct letters letters;
    *sounds = (struct sounds){0};
    if (!read_letters(name, &letters)) {
        return false;
    }
    for (size_t at = 0; at < letters.count;) {
        size_t read = read_digraph(&letters, at, sounds);
        if (read == 0) {
            read_letter(&letters, at, sounds);
            read = 1;
        }
        at += read;
    }
    /* Doubled letters are a matter of spelling. */
    size_t kept = 0;
    for (size_t i = 0; i < sounds->count; i++) {
        char sound = sounds->sound[i];
        if (kept == 0 || sound_is_vowel(sound) || sounds->sound[kept - 1] != sound) {
            sounds->sound[kept++] = sound;
        }
    }
    sounds->count = kept;
    return kept > 0;
}

static size_t consonants_before(const struct sounds *sounds, size_t end) {
    size_t count = 0;
    for (size_t i = 0; i < end; i++) {
        count += !sound_is_vowel(sounds->sound[i]);
    }
    return count;
}

/* The length without a final run of vowels; the whole where too little would be left. */
static size_t without_vowels(const struct sounds *sounds) {
    size_t end = sounds->count;
    while (end > 0 && sound_is_vowel(sounds->sound[end - 1])) {
        end--;
    }
    size_t consonants = consonants_before(sounds, end);
    if (consonants < 2 || end < 3) {
        return sounds->count;
    }
    /* Bali is not бал, nor is it a case of it: и ends cases of short names only behind these. */
    bool lone_i = sounds->count - end == 1 && sounds->sound[end] == 'i';
    if (lone_i && consonants == 2 && !strchr("kghCSJTZ", sounds->sound[end - 1])) {
        return sounds->count;
    }
    return end;
}

/* The length without -ah (Филиппинах), which is cut from Karabakh, too. */
static size_t without_h(const struct sounds *sounds) {
    size_t end = sounds->count;
    if (end < 2 || sounds->sound[end - 1] != 'h' || !sound_is_vowel(sounds->sound[end - 2])) {
        return sounds->count;
    }
    while (sound_is_vowel(sounds->sound[end - 2]) && end > 2) {
        end--;
    }
    end--;
    return consonants_before(sounds, end) >= 3 ? end : sounds->count;
}

/* The length without -om, -em, -omu, -emu, -ym, -im, -am, -ami, -ymi, -imi, -ogo, -ego. */
static size_t without_consonant_ending(const struct sounds *sounds) {
    size_t end = sounds->count;
    char last = end ? sounds->sound[end - 1] : 0;
    char middle = 'm';
    if (last == 'o') {
        middle = 'g';
        end--;
    } else if (last == 'u' || last == 'i') {
        end--;
    }
    if (end < 2 || sounds->sound[end - 1] != middle) {
        return sounds->count;
    }
    char vowel = sounds->sound[end - 2];
    if (!sound_is_vowel(vowel) || (middle == 'g' && vowel != 'o' && vowel != 'e')) {
        return sounds->count;
    }
    end -= 2;
    while (end > 0 && sound_is_vowel(sounds->sound[end - 1])) {
        end--;
    }
    size_t needed = strchr("oey", vowel) && middle == 'm' ? 2 : 3;
    return end >= 3 && consonants_before(sounds, end) >= needed ? end : sounds->count;
}

static enum sounds_ending ending_of(const char *run, size_t length) {
    if (length == 1 && strchr("aouy", run[0])) {
        return ENDING_HARD;
    }
    return length >= 2 && run[0] == 'i' ? ENDING_SOFT : ENDING_UNCLEAR;
}

void sounds_cut_endings(struct sounds *sounds) {
    size_t whole = sounds->count;
    size_t end = without_vowels(sounds);
    if (without_consonant_ending(sounds) == whole) {
        sounds->ending = ending_of(sounds->sound + end, whole - end);
    }
    size_t before;
    do {
        before = sounds->count;
        sounds->count = without_consonant_ending(sounds);
        sounds->count = without_h(sounds);
        sounds->count = without_vowels(sounds);
    } while (sounds->count < before);
    /* Jinping is Цзиньпин: Russian writes the Chinese ng as n, and n as нь. */
    size_t shorter = sounds->count - 1;
    if (sounds->count > 3 && consonants_before(sounds, shorter) >= 3 &&
        sounds->sound[shorter] == 'g' && sounds->sound[shorter - 1] == 'n') {
        sounds->count = shorter;
    }
}
