#include "searcher/typing.h"

#include "corpus/base/ascii.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/properties.h"

#include <math.h>
#include <stdlib.h>
#include <utf8proc.h>

/* Negative log likelihoods of slips. Only their order and rough size matter. */
#define COST_DOUBLED 2.5 /* one letter for two, or two for one */
#define COST_EXCHANGED 3.0
#define COST_NEIGHBOUR 3.5 /* on the keyboard */
#define COST_VOWEL 3.5     /* another vowel */
#define COST_OMITTED 4.0
#define COST_INSERTED 4.2
#define COST_CHANGED 5.0
#define COST_FIRST 2.0 /* more, of the word's first letter */

/* ---- keyboards ------------------------------------------------------------------------------- */

size_t keyboard_count(void) {
    return language_count() + 1;
}

/* NULL: the language has none of its own. */
static const char *keyboard_at(size_t number) {
    return number == 0 ? LANGUAGE_KEYS : language_at(number - 1)->keyboard;
}

/* The character at the start of `text`, which is not empty, and its length in bytes; -1 and 1 for a
 * byte that is no UTF-8. */
static int32_t read_character(struct slice text, size_t *length) {
    uint32_t character = code_point_at(text, 0, length);
    return character == CODE_POINT_INVALID ? -1 : (int32_t)character;
}

/* The place of a character among others, from 0, or -1: on a keyboard, its key. */
static int find_character(const char *characters, int32_t character) {
    struct slice rest = slice_of_string(characters);
    for (int place = 0; rest.length > 0; place++) {
        size_t length;
        if (read_character(rest, &length) == character) {
            return place;
        }
        rest = slice_of(rest.data + length, rest.length - length);
    }
    return -1;
}

static struct slice character_of_key(const char *keyboard, int key) {
    struct slice keys = slice_of_string(keyboard);
    size_t length = 0;
    while (keys.length > 0) {
        read_character(keys, &length);
        if (key-- == 0) {
            return slice_of(keys.data, length);
        }
        keys = slice_of(keys.data + length, keys.length - length);
    }
    return keys;
}

/* What the character's key gives without Shift: a small letter for a capital, ';' for ':'. */
static int32_t without_shift(int32_t character) {
    static const char with[] = "~{}:\"<>?", without[] = "`[];',./";
    const char *found = character > 0 && character < 0x80 ? strchr(with, (char)character) : NULL;
    return found ? without[found - with] : utf8proc_tolower(character);
}

bool keyboard_convert(struct slice typed, size_t from, size_t to, struct bytes *out) {
    const char *before = keyboard_at(from), *after = keyboard_at(to);
    if (!before || !after || from == to) {
        return false;
    }
    while (typed.length > 0) {
        size_t length;
        int key = find_character(before, without_shift(read_character(typed, &length)));
        struct slice character = key < 0 ? slice_of("", 0) : character_of_key(after, key);
        if (character.length == 0) {
            return false;
        }
        bytes_append_slice(out, character);
        typed = slice_of(typed.data + length, typed.length - length);
    }
    return true;
}

bool keyboard_has_letter(char byte) {
    int key = find_character(LANGUAGE_KEYS, without_shift((unsigned char)byte));
    for (size_t i = 0; i < keyboard_count() && key >= 0; i++) {
        const char *keyboard = keyboard_at(i) ? keyboard_at(i) : "";
        struct slice character = character_of_key(keyboard, key);
        if (character.length > 1 || (character.length == 1 && ascii_is_letter(*character.data))) {
            return true;
        }
    }
    return false;
}

/* Where a key is, in quarters of its width: each row lies a little further to the right. */
static void locate_key(int key, int *row, int *x) {
    static const struct { int first, x; } rows[] = {{0, -4}, {1, 0}, {13, 1}, {24, 3}};
    *row = 3;
    while (key < rows[*row].first) {
        --*row;
    }
    *x = rows[*row].x + 4 * (key - rows[*row].first);
}

static bool are_neighbours(int32_t a, int32_t b) {
    for (size_t i = 0; i < keyboard_count(); i++) {
        const char *keyboard = keyboard_at(i);
        int first = keyboard ? find_character(keyboard, a) : -1;
        int second = first < 0 ? -1 : find_character(keyboard, b);
        if (second >= 0) {
            int row, x, other_row, other_x;
            locate_key(first, &row, &x);
            locate_key(second, &other_row, &other_x);
            return abs(row - other_row) <= 1 && abs(x - other_x) <= 4;
        }
    }
    return false;
}

/* ---- slips ----------------------------------------------------------------------------------- */

static bool are_vowels(int32_t a, int32_t b) {
    for (size_t i = 0; i < language_count(); i++) {
        const char *vowels = language_at(i)->vowels;
        if (vowels && find_character(vowels, a) >= 0 && find_character(vowels, b) >= 0) {
            return true;
        }
    }
    return false;
}

static double cost_of_change(int32_t typed, int32_t meant) {
    return are_vowels(typed, meant)       ? COST_VOWEL
           : are_neighbours(typed, meant) ? COST_NEIGHBOUR
                                          : COST_CHANGED;
}

/* What it costs to have one letter more than meant, or less, at `at` of the longer word. */
static double cost_of_letter(const struct spelling *longer, size_t at, double cost) {
    bool doubled = (at > 0 && longer->letters[at] == longer->letters[at - 1]) ||
                   (at + 1 < longer->count && longer->letters[at] == longer->letters[at + 1]);
    return doubled ? COST_DOUBLED : cost + (at == 0 ? COST_FIRST : 0);
}

double typing_cost(const struct spelling *typed, const struct spelling *meant) {
    double rows[3][SPELLING_LETTERS + 1]; /* of typed letters; the current one is row % 3 */
    for (size_t row = 0; row <= typed->count; row++) {
        double *costs = rows[row % 3];
        for (size_t column = 0; column <= meant->count; column++) {
            double best = row + column == 0 ? 0 : INFINITY;
            if (row > 0) {
                best = rows[(row - 1) % 3][column] + cost_of_letter(typed, row - 1, COST_INSERTED);
            }
            if (column > 0) {
                best =
                    fmin(best, costs[column - 1] + cost_of_letter(meant, column - 1, COST_OMITTED));
            }
            if (row > 0 && column > 0) {
                int32_t a = typed->letters[row - 1], b = meant->letters[column - 1];
                double change = a == b ? 0 : cost_of_change(a, b);
                change += a != b && row == 1 && column == 1 ? COST_FIRST : 0;
                best = fmin(best, rows[(row - 1) % 3][column - 1] + change);
            }
            if (row > 1 && column > 1 && typed->letters[row - 1] == meant->letters[column - 2] &&
                typed->letters[row - 2] == meant->letters[column - 1]) {
                best = fmin(best, rows[(row - 2) % 3][column - 2] + COST_EXCHANGED);
            }
            costs[column] = best;
        }
    }
    return rows[typed->count % 3][meant->count];
}
