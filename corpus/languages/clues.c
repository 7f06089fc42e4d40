#include "corpus/languages/clues.h"

#include "corpus/base/ascii.h"

/* Letters are numbers: from 1 those from A to Z, then those from А to Я, in lower case and without
 * ё. */
enum {
    LETTER_END = 0, /* behind the last letter */
    LETTER_LATIN = 1,
    LETTER_CYRILLIC = LETTER_LATIN + 26,
    LETTER_OTHER = LETTER_CYRILLIC + 32,
    LETTER_ANY, /* before the letters of clues that have fewer */
};

static unsigned cyrillic_letter(unsigned char lead, unsigned char byte) {
    if (lead == 0xd0 && byte >= 0x90 && byte <= 0xaf) { /* А to Я */
        return LETTER_CYRILLIC + byte - 0x90u;
    }
    if (lead == 0xd0 && byte >= 0xb0 && byte <= 0xbf) { /* а to п */
        return LETTER_CYRILLIC + byte - 0xb0u;
    }
    if (lead == 0xd1 && byte >= 0x80 && byte <= 0x8f) { /* р to я */
        return LETTER_CYRILLIC + 16 + byte - 0x80u;
    }
    bool yo = (lead == 0xd0 && byte == 0x81) || (lead == 0xd1 && byte == 0x91);
    return yo ? LETTER_CYRILLIC + 5 /* е */ : LETTER_OTHER;
}

/* The letter at byte *at, which moves behind it. */
static inline unsigned next_letter(struct slice word, size_t *at) {
    if (*at >= word.length) {
        return LETTER_END;
    }
    unsigned char byte = (unsigned char)word.data[(*at)++];
    if (ascii_is_letter((char)byte)) {
        return LETTER_LATIN + (byte | 0x20u) - 'a';
    }
    return byte < 0x80 || *at >= word.length
               ? LETTER_OTHER
               : cyrillic_letter(byte, (unsigned char)word.data[(*at)++]);
}

/* Where three letters in a row fall: Fibonacci hashing. */
static inline size_t place_of(const char *code, unsigned first, unsigned second, unsigned third) {
    uint32_t letters = (first * 64 + second) * 64 + third;
    uint32_t language = (unsigned char)code[0] * 32u + (unsigned char)code[1];
    return ((letters ^ language << 18) * 2654435769u) >> (32 - 14);
}
_Static_assert(CLUE_PLACES == 1 << 14, "places have 14 bits");

static inline uint32_t bit_of(const char *code) {
    return UINT32_C(1) << (((unsigned char)code[0] * 7u + (unsigned char)code[1]) % 32);
}

static void add(uint64_t *places, size_t place) {
    places[place / 64] |= (uint64_t)1 << place % 64;
}

static inline bool has(const uint64_t *places, size_t place) {
    return places[place / 64] >> place % 64 & 1;
}

/* The first letters of a word, LETTER_END behind its last. */
static void read_letters(struct slice word, unsigned letters[], size_t count) {
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        letters[i] = next_letter(word, &at);
    }
}

void clues_add_begin(struct clues *clues, const char *code, struct slice form, size_t letters) {
    unsigned read[CLUE_LETTERS];
    if (letters == 0) {
        clues->any = true;
        return;
    }
    read_letters(form, read, CLUE_LETTERS);
    bool known = read[0] != LETTER_END;
    for (size_t i = 0; i < letters; i++) {
        known = known && read[i] != LETTER_OTHER;
    }
    if (known) {
        unsigned last = read[letters - 1];
        unsigned middle = letters > 1 ? read[letters - 2] : LETTER_ANY;
        add(clues->begins, place_of(code, letters > 2 ? read[0] : LETTER_ANY, middle, last));
    }
}

void clues_add_inside(struct clues *clues, const char *code, struct slice form) {
    unsigned read[CLUE_LETTERS + 1];
    read_letters(form, read, CLUE_LETTERS + 1);
    if (read[1] == LETTER_END || read[2] == LETTER_END) {
        clues_add_begin(clues, code, form, CLUE_LETTERS);
        return;
    }
    clues->with_inside |= bit_of(code); /* then words with other letters inside show a clue */
    if (read[1] == LETTER_OTHER || read[2] == LETTER_OTHER || read[3] == LETTER_OTHER) {
        return;
    }
    add(clues->inside, place_of(code, read[1], read[2], read[3]));
    if (read[3] == LETTER_END) {
        bool latin = read[2] < LETTER_CYRILLIC;
        unsigned end = latin ? LETTER_CYRILLIC : LETTER_OTHER;
        for (unsigned any = latin ? LETTER_LATIN : LETTER_CYRILLIC; any < end; any++) {
            add(clues->inside, place_of(code, read[1], read[2], any));
        }
    }
}

/* Nothing but letters of ASCII, or of U+0400 to U+047F. */
static bool is_of_letters(struct slice word) {
    size_t at = 0;
    if (word.length > 0 && (unsigned char)*word.data < 0x80) {
        while (at < word.length && ascii_is_letter(word.data[at])) {
            at++;
        }
    } else {
        while (at + 1 < word.length && ((unsigned char)word.data[at] | 1) == 0xd1) {
            at += 2;
        }
    }
    return at == word.length;
}

static bool shows_inside(const struct clues *clues, const char *code, struct slice word) {
    size_t at = 0;
    unsigned first = next_letter(word, &at), second = next_letter(word, &at);
    while (second != LETTER_END) {
        unsigned third = next_letter(word, &at);
        if (third == LETTER_OTHER || has(clues->inside, place_of(code, first, second, third))) {
            return true;
        }
        first = second;
        second = third;
    }
    return false;
}

bool clues_show(const struct clues *clues, const char *code, struct slice word) {
    unsigned read[CLUE_LETTERS];
    if (clues->any) {
        return true;
    }
    read_letters(word, read, CLUE_LETTERS);
    for (size_t i = 0; i < CLUE_LETTERS; i++) {
        if (read[i] == LETTER_OTHER) {
            return true;
        }
    }
    return has(clues->begins, place_of(code, read[0], read[1], read[2])) ||
           has(clues->begins, place_of(code, LETTER_ANY, read[0], read[1])) ||
           has(clues->begins, place_of(code, LETTER_ANY, LETTER_ANY, read[0])) ||
           !is_of_letters(word) ||
           (clues->with_inside & bit_of(code) && shows_inside(clues, code, word));
}
