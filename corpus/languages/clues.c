#include "corpus/languages/clues.h"

#include "corpus/base/ascii.h"
#include "corpus/unicode/cyrillic.h"

/* Letters are numbers of six bits: from 1 those from A to Z, then those from А to Я, in lower case
 * and without ё. */
enum {
    LETTER_END = 0, /* behind the last letter */
    LETTER_LATIN = 1,
    LETTER_CYRILLIC = LETTER_LATIN + 26,
    LETTER_OTHER = LETTER_CYRILLIC + CYRILLIC_LETTERS,
};

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
               : LETTER_CYRILLIC + cyrillic_letter(byte, (unsigned char)word.data[(*at)++]);
}

/* The last letters of a row, the last one in the lowest bits. */
static inline uint32_t append_letter(uint32_t letters, unsigned letter) {
    return (letters << 6 | letter) & 0xffffff;
}
_Static_assert(CLUE_LETTERS == 4, "the letters of a clue have 24 bits");

/* Where letters in a row fall: Fibonacci hashing. */
static inline size_t place_of(const char *code, uint32_t letters) {
    uint32_t language = (unsigned char)code[0] * 32u + (unsigned char)code[1];
    return ((letters ^ language << 19) * 2654435769u) >> (32 - 14);
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

void clues_add_begin(struct clues *clues, const char *code, struct slice form, size_t letters) {
    uint32_t read = 0;
    size_t at = 0;
    clues->any |= letters == 0;
    if (letters == 0 || form.length == 0) {
        return;
    }
    for (size_t i = 0; i < letters; i++) {
        unsigned letter = next_letter(form, &at);
        if (letter == LETTER_OTHER) {
            return;
        }
        read = append_letter(read, letter);
    }
    add(clues->begins, place_of(code, read));
}

void clues_add_inside(struct clues *clues, const char *code, struct slice form) {
    unsigned letter = LETTER_END;
    uint32_t read = 0;
    size_t at = 0;
    for (size_t i = 0; i < CLUE_LETTERS; i++) {
        letter = next_letter(form, &at);
        if (letter == LETTER_END && i + 1 < CLUE_LETTERS) {
            clues_add_begin(clues, code, form, CLUE_LETTERS);
            return;
        }
        if (letter == LETTER_OTHER) {
            return;
        }
        read = append_letter(read, letter);
    }
    clues->with_inside |= bit_of(code);
    add(clues->inside, place_of(code, read));
    if (letter == LETTER_END) {
        for (unsigned any = LETTER_LATIN; any < LETTER_OTHER; any++) {
            add(clues->inside, place_of(code, read | any));
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
    uint32_t letters = 0;
    size_t at = 0;
    for (size_t i = 1; i < CLUE_LETTERS; i++) {
        letters = append_letter(letters, next_letter(word, &at));
    }
    unsigned next;
    do {
        next = next_letter(word, &at);
        letters = append_letter(letters, next);
        if (next == LETTER_OTHER || has(clues->inside, place_of(code, letters))) {
            return true;
        }
    } while (next != LETTER_END);
    return false;
}

bool clues_show(const struct clues *clues, const char *code, struct slice word) {
    uint32_t letters = 0;
    size_t at = 0;
    bool shown = clues->any;
    for (size_t i = 0; i < CLUE_LETTERS && !shown; i++) {
        unsigned letter = next_letter(word, &at);
        letters = append_letter(letters, letter);
        shown = letter == LETTER_OTHER || has(clues->begins, place_of(code, letters));
    }
    return shown || !is_of_letters(word) ||
           (clues->with_inside & bit_of(code) && shows_inside(clues, code, word));
}
