/* numbered_words.h - texts of invented words, each of which is known by its number. */
#ifndef ARAL_TESTS_NUMBERED_WORDS_H
#define ARAL_TESTS_NUMBERED_WORDS_H

/* Letters and a space. */
#define NUMBERED_WORD_BYTES 6

/* Writes the word of that number, below 26 to the fifth, and a NUL behind it; returns where the
 * next word goes. */
static inline char *write_numbered_word(char *at, unsigned number) {
    for (int letter = 0; letter < NUMBERED_WORD_BYTES - 1; letter++) {
        *at++ = (char)('a' + number % 26);
        number /= 26;
    }
    *at++ = ' ';
    *at = '\0';
    return at;
}

#endif
