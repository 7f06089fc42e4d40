#include "corpus/analysis/numerals.h"

#include "corpus/analysis/scan.h"
#include "corpus/base/ascii.h"
#include "corpus/base/roman.h"
#include "corpus/base/utf8.h"
#include "corpus/dictionary/dictionary.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"

/* A name before a numeral has so many words with its title: "Sri Sultan Hamengku Buwono X". */
#define NAME_WORDS 4

bool numeral_is_doubtful(const struct vocabulary *vocabulary, struct slice form) {
    return slice_equal(form, slice_of_string("x")) ||
           (roman_numeral(form) > 0 && vocabulary_listed(vocabulary, form) & LISTED_FUNCTION_WORD);
}

/* ---- words beside ---------------------------------------------------------------------------- */

static bool is_in_word(struct slice text, size_t at) {
    size_t next;
    uint32_t code = code_point_at(text, at, &next);
    return scan_begins_word(text, at, &next) || code == '\'' || code == 0x2019 ||
           scan_hyphen(text, at) > 0;
}

/* Whether white space begins at `at` and ends at `end`. */
static bool is_space(struct slice text, size_t at, size_t end) {
    return at + scan_space(text, at) == end;
}

/* The bytes from `start` to `end`, without signs at the beginning: a quotation's. */
static struct slice word_between(struct slice text, size_t start, size_t end) {
    size_t next = start;
    while (start < end && !scan_begins_word(text, start, &next)) {
        start = next;
    }
    return slice_of(text.data + start, end - start);
}

/* The word that ends one space before byte `at`, its full stop included; empty: there is none. */
static struct slice word_before(struct slice text, size_t at) {
    size_t end = at > 0 ? utf8_previous(text.data, at) : at;
    if (end == at || !is_space(text, end, at)) {
        return slice_of(NULL, 0);
    }
    size_t start = end - (end > 0 && text.data[end - 1] == '.');
    while (start > 0 && end - start < LANGUAGE_STEM_BYTES &&
           is_in_word(text, utf8_previous(text.data, start))) {
        start = utf8_previous(text.data, start);
    }
    return word_between(text, start, end);
}

/* The same for the word one space behind. */
static struct slice word_behind(struct slice text, size_t at) {
    size_t start = at + scan_space(text, at);
    size_t end = start;
    while (start > at && end < text.length && end - start < LANGUAGE_STEM_BYTES &&
           is_in_word(text, end)) {
        size_t next;
        code_point_at(text, end, &next);
        end = next;
    }
    end += end > start && end < text.length && text.data[end] == '.';
    return word_between(text, start, end);
}

static struct slice form_of(struct slice word, struct bytes *scratch) {
    bytes_clear(scratch);
    word_normalise(word, scratch);
    return bytes_slice(scratch);
}

static bool has_stop(struct slice word) {
    return word.length > 0 && word.data[word.length - 1] == '.';
}

static bool is_capitalised(struct slice word) {
    return word.length > 0 && unicode_capitals(word) != CAPITALS_NONE;
}

static bool is_listed(const struct vocabulary *vocabulary, struct slice word, enum listed what,
                      struct bytes *scratch) {
    return word.length > 0 && vocabulary_listed(vocabulary, form_of(word, scratch)) & what;
}

/* Whether such things are numbered, as centuries, chapters and popes are. Forms of such a word have
 * other endings; what begins otherwise is another word of its root, "meningkat" of "tingkat". */
static bool is_numbered(struct vocabulary *vocabulary, struct slice word, struct bytes *scratch) {
    char stem[LANGUAGE_STEM_BYTES];
    if (word.length == 0) {
        return false;
    }
    struct slice form = form_of(word, scratch);
    unsigned listed = vocabulary_listed(vocabulary, form);
    if (listed & (LISTED_NUMBERED | LISTED_FUNCTION_WORD)) {
        return listed & LISTED_NUMBERED;
    }
    struct slice root = slice_of(stem, vocabulary_stem(vocabulary, form, stem));
    size_t first = 0;
    if (form.length > 0) {
        code_point_at(form, 0, &first);
    }
    return slice_starts_with(root, slice_of(form.data, first)) &&
           vocabulary_listed(vocabulary, root) & LISTED_NUMBERED;
}

/* ---- X --------------------------------------------------------------------------------------- */

/* The byte behind a dash that begins at `at`, with or without spaces; `at` where there is none. */
static size_t skip_dash(struct slice text, size_t at) {
    size_t dash = at + scan_space(text, at), end = at;
    if (dash < text.length) {
        uint32_t code = code_point_at(text, dash, &end);
        bool is_dash = (code >= 0x2012 && code <= 0x2014) || scan_hyphen(text, dash) > 0;
        end = is_dash ? end + scan_space(text, end) : at;
    }
    return end;
}

/* Whether a range goes on from the letter, which ends at `end`, to a greater numeral: "X–XII", not
 * "X – In" or "X – I". */
static bool begins_range(struct slice text, struct slice letter, size_t end,
                         struct bytes *scratch) {
    size_t start = skip_dash(text, end), at = start;
    while (start > end && at < text.length && at - start < LANGUAGE_STEM_BYTES &&
           ascii_is_upper(text.data[at])) {
        at++;
    }
    size_t next;
    if (at == start || (at < text.length && scan_begins_word(text, at, &next))) {
        return false;
    }
    unsigned first = roman_numeral(form_of(letter, scratch));
    return roman_numeral(form_of(slice_of(text.data + start, at - start), scratch)) > first;
}

/* Whether a numbered word stands behind the letter; a full stop may be the sentence's. */
static bool is_numbered_behind(struct vocabulary *vocabulary, struct slice text, size_t end,
                               struct bytes *scratch) {
    struct slice word = word_behind(text, end);
    bool numbered = is_numbered(vocabulary, word, scratch);
    word.length -= has_stop(word);
    return numbered || is_numbered(vocabulary, word, scratch);
}

/* Whether a word may be a name, or its title, between what is numbered and the numeral. */
typedef bool name_test(const struct vocabulary *vocabulary, struct slice word,
                       struct bytes *scratch);

static bool is_name_in_capitals(const struct vocabulary *vocabulary, struct slice word,
                                struct bytes *scratch) {
    (void)vocabulary;
    (void)scratch;
    return is_capitalised(word);
}

static bool is_name_in_small(const struct vocabulary *vocabulary, struct slice word,
                             struct bytes *scratch) {
    return !is_listed(vocabulary, word, LISTED_FUNCTION_WORD, scratch);
}

/* Whether a numbered word stands before the numeral, or before a name that does, as one of so many
 * words. */
static bool is_numbered_before(struct vocabulary *vocabulary, struct slice text, size_t start,
                               name_test *is_name, int words, struct bytes *scratch) {
    struct slice word = word_before(text, start);
    for (int i = 0; i < words && word.length > 0; i++) {
        if (is_numbered(vocabulary, word, scratch)) {
            return true;
        }
        if (!is_name(vocabulary, word, scratch) || has_stop(word)) {
            return false;
        }
        word = word_before(text, (size_t)(word.data - text.data));
    }
    return false;
}

/* ---- I --------------------------------------------------------------------------------------- */

/* Whether a capitalised word is rather the beginning of a sentence than a name with a number:
 * "Yesterday I", "In Moscow I". */
static bool begins_sentence(const struct vocabulary *vocabulary, struct slice text,
                            struct slice word, struct bytes *scratch) {
    struct slice before = word_before(text, (size_t)(word.data - text.data));
    const struct dictionary *dictionary = vocabulary->language->dictionary;
    struct dictionary_word found;
    if (before.length == 0 || has_stop(before)) {
        return !dictionary || !dictionary_find(dictionary, form_of(word, scratch), &found) ||
               !found.name;
    }
    return is_capitalised(before) && is_listed(vocabulary, before, LISTED_FUNCTION_WORD, scratch);
}

/* Whether nothing is said behind the numeral of what is numbered before it: "in world war I." */
static bool ends_numbered(struct vocabulary *vocabulary, struct slice text, size_t start,
                          size_t end, struct bytes *scratch) {
    return word_behind(text, end).length == 0 &&
           is_numbered(vocabulary, word_before(text, start), scratch);
}

/* Whether the function word is rather the number of the capitalised word before it. */
static bool numbers_name(struct vocabulary *vocabulary, struct slice text, size_t start, size_t end,
                         bool capitals, struct bytes *scratch) {
    struct slice name = word_before(text, start);
    bool compound = end < text.length && text.data[end] == '/'; /* "I/O" */
    if (compound || !is_capitalised(name)) {
        return !compound && ends_numbered(vocabulary, text, start, end, scratch);
    }
    if (is_numbered(vocabulary, name, scratch) || capitals || has_stop(name)) {
        return is_numbered(vocabulary, name, scratch);
    }
    struct slice behind = word_behind(text, end);
    return !is_listed(vocabulary, name, LISTED_FUNCTION_WORD, scratch) &&
           !is_listed(vocabulary, behind, LISTED_BEHIND_PRONOUN, scratch) &&
           !begins_sentence(vocabulary, text, name, scratch);
}

bool numeral_stands(struct vocabulary *vocabulary, struct slice text, size_t start, bool capitals,
                    struct bytes *scratch) {
    size_t end = start + 1;
    struct slice letter = slice_of(text.data + start, 1);
    if (is_listed(vocabulary, letter, LISTED_FUNCTION_WORD, scratch)) {
        return numbers_name(vocabulary, text, start, end, capitals, scratch);
    }
    return begins_range(text, letter, end, scratch) ||
           is_numbered_behind(vocabulary, text, end, scratch) ||
           is_numbered_before(vocabulary, text, start, is_name_in_capitals, NAME_WORDS, scratch);
}

bool numeral_stands_small(struct vocabulary *vocabulary, struct slice text, size_t start,
                          size_t end, struct bytes *scratch) {
    struct slice numeral = slice_of(text.data + start, end - start);
    if (is_listed(vocabulary, numeral, LISTED_FUNCTION_WORD, scratch)) {
        return ends_numbered(vocabulary, text, start, end, scratch);
    }
    return is_numbered_behind(vocabulary, text, end, scratch) ||
           is_numbered_before(vocabulary, text, start, is_name_in_small, NAME_WORDS, scratch);
}

/* Whether digits before the word number it. In "3 века назад" they count. */
static bool is_numbered_by_digits(const struct vocabulary *vocabulary, struct slice word,
                                  struct slice text, struct bytes *scratch) {
    size_t end = (size_t)(word.data + word.length - text.data);
    return is_listed(vocabulary, word, LISTED_NUMBERED_BEHIND, scratch) &&
           !is_listed(vocabulary, word_behind(text, end), LISTED_BEHIND_COUNT, scratch);
}

bool numeral_stands_in_digits(struct vocabulary *vocabulary, struct slice text, size_t start,
                              size_t end, struct bytes *scratch) {
    enum { WORDS = 2 }; /* "Perang Dunia 2"; behind a longer name digits rather count */
    return (vocabulary->language->numbered_behind &&
            is_numbered_by_digits(vocabulary, word_behind(text, end), text, scratch)) ||
           is_numbered_before(vocabulary, text, start, is_name_in_capitals, WORDS, scratch);
}
