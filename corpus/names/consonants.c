#include "corpus/names/names.h"

#include "corpus/base/ascii.h"
#include "corpus/names/sounds.h"
#include "corpus/unicode/cyrillic.h"

#define BIT SOUND_BIT

#define ALL_SOUNDS 0x3ffffffu

/* The classes of consonants that sounds.c may read a letter as, alone or at the beginning of a
 * digraph. */
static const uint32_t latin[26] = {
    ['b' - 'a'] = BIT('b'),
    ['c' - 'a'] = BIT('s') | BIT('k'),
    ['d' - 'a'] = BIT('d') | BIT('j') | BIT('s'), /* Djakarta, Dzerzhinsk */
    ['f' - 'a'] = BIT('f') | BIT('v'),            /* Rachmaninoff */
    ['g' - 'a'] = BIT('g'),
    ['h' - 'a'] = BIT('g'),
    ['j' - 'a'] = BIT('j'),
    ['k' - 'a'] = BIT('k') | BIT('g'), /* Khartoum */
    ['l' - 'a'] = BIT('l'),
    ['m' - 'a'] = BIT('m'),
    ['n' - 'a'] = BIT('n'),
    ['p' - 'a'] = BIT('p') | BIT('f'), /* Philip */
    ['q' - 'a'] = BIT('k') | BIT('v'), /* Quebec */
    ['r' - 'a'] = BIT('r'),
    ['s' - 'a'] = BIT('s'),
    ['t' - 'a'] = BIT('t') | BIT('s'), /* Tsar */
    ['u' - 'a'] = BIT('v'),            /* Uarhum */
    ['v' - 'a'] = BIT('v'),
    ['w' - 'a'] = BIT('v'),
    ['x' - 'a'] = BIT('k') | BIT('s'),
    ['z' - 'a'] = BIT('s') | BIT('j'), /* Zhukov */
};

static const uint32_t russian[] = {
    0,                              /* а */
    BIT('b'),                       /* б */
    BIT('v'),                       /* в */
    BIT('g'),                       /* г */
    BIT('d') | BIT('j') | BIT('s'), /* д: Джакарта, Дзержинск */
    0,                              /* е */
    BIT('j'),                       /* ж */
    BIT('s'),                       /* з */
    0,                              /* и */
    0,                              /* й */
    BIT('k'),                       /* к */
    BIT('l'),                       /* л */
    BIT('m'),                       /* м */
    BIT('n'),                       /* н */
    0,                              /* о */
    BIT('p'),                       /* п */
    BIT('r'),                       /* р */
    BIT('s'),                       /* с */
    BIT('t') | BIT('s'),            /* т: Тсонга */
    BIT('v'),                       /* у: Уилсон */
    BIT('f') | BIT('v'),            /* ф: Кардифф */
    BIT('g'),                       /* х */
    BIT('s') | BIT('j'),            /* ц: Цзиньпин */
    BIT('s') | BIT('j'),            /* ч: Чжэцзян */
    BIT('s'),                       /* ш */
    BIT('s'),                       /* щ */
};

uint32_t name_key_consonants(struct slice key) {
    uint32_t consonants = 0;
    for (size_t i = 0; i < key.length; i++) {
        consonants |= sound_is_vowel(key.data[i]) ? 0 : BIT(key.data[i]);
    }
    return consonants;
}

/* Of the Cyrillic letter at byte `at`; of all sounds where it is none. */
static uint32_t cyrillic_consonants(struct slice word, size_t at) {
    unsigned char next = at + 1 < word.length ? (unsigned char)word.data[at + 1] : 0;
    unsigned letter = cyrillic_letter((unsigned char)word.data[at], next);
    if (letter == CYRILLIC_LETTERS) {
        return ALL_SOUNDS;
    }
    return letter < sizeof russian / sizeof *russian ? russian[letter] : 0;
}

uint32_t name_consonants(struct slice word) {
    uint32_t consonants = 0;
    bool is_latin = word.length > 0 && ascii_is_letter(word.data[0]);
    for (size_t at = 0; at < word.length && consonants != ALL_SOUNDS; at += is_latin ? 1 : 2) {
        if (!is_latin) {
            consonants |= cyrillic_consonants(word, at);
        } else if (ascii_is_letter(word.data[at])) {
            consonants |= latin[ascii_to_lower(word.data[at]) - 'a'];
        } else {
            consonants = ALL_SOUNDS;
        }
    }
    return consonants;
}
