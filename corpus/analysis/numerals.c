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

static bool has_stop(struct slice word) {
    return word.length > 0 && word.data[word.length - 1] == '.';
}

static bool is_capitalised(struct slice word) {
    return word.length > 0 && unicode_capitals(word) != CAPITALS_NONE;
}

static bool is_listed(const struct numeral_text *in, struct slice word, enum listed what) {
    char form[WORD_SHORT_BYTES];
    return word.length > 0 &&
           vocabulary_listed(in->vocabulary, word_normalise_short(word, form)) & what;
}

/* Whether such things are numbered, as centuries, chapters and popes are. Forms of such a word have
 * other endings; what begins otherwise is another word of its root, "meningkat" of "tingkat". */
static bool is_numbered(const struct numeral_text *in, struct slice word) {
    char short_form[WORD_SHORT_BYTES], stem[LANGUAGE_STEM_BYTES];
    if (word.length == 0) {
        return false;
    }
    struct slice form = word_normalise_short(word, short_form);
    unsigned listed = vocabulary_listed(in->vocabulary, form);
    if (listed & (LISTED_NUMBERED | LISTED_FUNCTION_WORD)) {
        return listed & LISTED_NUMBERED;
    }
    struct slice root = slice_of(stem, vocabulary_stem(in->vocabulary, form, stem));
    size_t first = 0;
    if (form.length > 0) {
        code_point_at(form, 0, &first);
    }
    return slice_starts_with(root, slice_of(form.data, first)) &&
           vocabulary_listed(in->vocabulary, root) & LISTED_NUMBERED;
}

/* ---- X --------------------------------------------------------------------------------------- */

/* The byte behind a dash that begins at `at`, with or without spaces; `at` where there is none. */
static size_t skip_dash(struct slice text, size_t at) {
    size_t start = at + scan_space(text, at), dash = scan_dash(text, start);
    size_t end = start + dash;
    return dash > 0 ? end + scan_space(text, end) : at;
}

static unsigned numeral_in_capitals(struct slice letters) {
    char form[WORD_SHORT_BYTES];
    return roman_numeral(word_normalise_short(letters, form));
}

/* Whether a range goes on from the letter, which ends at `end`, to a greater numeral: "X–XII", not
 * "X – In" or "X – I". */
static bool begins_range(struct slice text, struct slice letter, size_t end) {
    size_t start = skip_dash(text, end), at = start;
    while (start > end && at < text.length && at - start < LANGUAGE_STEM_BYTES &&
           ascii_is_upper(text.data[at])) {
        at++;
    }
    size_t next;
    if (at == start || (at < text.length && scan_begins_word(text, at, &next))) {
        return false;
    }
    return numeral_in_capitals(slice_of(text.data + start, at - start)) >
           numeral_in_capitals(letter);
}

/* Whether a numbered word stands behind the numeral; a full stop may be the sentence's. */
static bool is_numbered_behind(const struct numeral_text *in, size_t end) {
    struct slice word = word_behind(in->text, end);
    bool numbered = is_numbered(in, word);
    word.length -= has_stop(word);
    return numbered || is_numbered(in, word);
}

/* Whether a word may be a name, or its title, between what is numbered and the numeral. */
typedef bool name_test(const struct numeral_text *in, struct slice word);

static bool is_name_in_capitals(const struct numeral_text *in, struct slice word) {
    (void)in;
    return is_capitalised(word);
}

static bool is_name_in_small(const struct numeral_text *in, struct slice word) {
    return !is_listed(in, word, LISTED_FUNCTION_WORD);
}

/* Whether a numbered word stands before the numeral, or before a name that does, as one of so many
 * words. */
static bool is_numbered_before(const struct numeral_text *in, size_t start, name_test *is_name,
                               int words) {
    struct slice word = word_before(in->text, start);
    for (int i = 0; i < words && word.length > 0; i++) {
        if (is_numbered(in, word)) {
            return true;
        }
        if (!is_name(in, word) || has_stop(word)) {
            return false;
        }
        word = word_before(in->text, (size_t)(word.data - in->text.data));
    }
    return false;
}

/* ---- I --------------------------------------------------------------------------------------- */

/* Whether a capitalised word is rather the beginning of a sentence than a name with a number:
 * "Yesterday I", "In Moscow I". */
static bool begins_sentence(const struct numeral_text *in, struct slice word) {
    struct slice before = word_before(in->text, (size_t)(word.data - in->text.data));
    const struct dictionary *dictionary = in->vocabulary->language->dictionary;
    struct dictionary_word found;
    if (before.length == 0 || has_stop(before)) {
        char form[WORD_SHORT_BYTES];
        return !dictionary ||
               !dictionary_find(dictionary, word_normalise_short(word, form), &found) ||
               !found.name;
    }
    return is_capitalised(before) && is_listed(in, before, LISTED_FUNCTION_WORD);
}

/* Whether nothing is said behind the numeral of what is numbered before it: "in world war I." */
static bool ends_numbered(const struct numeral_text *in, size_t start, size_t end) {
    return word_behind(in->text, end).length == 0 && is_numbered(in, word_before(in->text, start));
}

/* Whether the function word is rather the number of the capitalised word before it. */
static bool numbers_name(const struct numeral_text *in, size_t start, size_t end) {
    struct slice name = word_before(in->text, start);
    bool compound = end < in->text.length && in->text.data[end] == '/'; /* "I/O" */
    if (compound || !is_capitalised(name)) {
        return !compound && ends_numbered(in, start, end);
    }
    if (is_numbered(in, name)) {
        return true;
    }
    return !in->capitals && !has_stop(name) && !is_listed(in, name, LISTED_FUNCTION_WORD) &&
           !is_listed(in, word_behind(in->text, end), LISTED_BEHIND_PRONOUN) &&
           !begins_sentence(in, name);
}

bool numeral_stands(const struct numeral_text *in, size_t start) {
    size_t end = start + 1;
    struct slice letter = slice_of(in->text.data + start, 1);
    if (is_listed(in, letter, LISTED_FUNCTION_WORD)) {
        return numbers_name(in, start, end);
    }
    return begins_range(in->text, letter, end) || is_numbered_behind(in, end) ||
           is_numbered_before(in, start, is_name_in_capitals, NAME_WORDS);
}

bool numeral_stands_small(const struct numeral_text *in, size_t start, size_t end) {
    if (is_listed(in, slice_of(in->text.data + start, end - start), LISTED_FUNCTION_WORD)) {
        return ends_numbered(in, start, end);
    }
    return is_numbered_behind(in, end) ||
           is_numbered_before(in, start, is_name_in_small, NAME_WORDS);
}

/* Whether digits before the word number it. In "3 века назад" they count. */
static bool is_numbered_by_digits(const struct numeral_text *in, struct slice word) {
    size_t end = (size_t)(word.data + word.length - in->text.data);
    return is_listed(in, word, LISTED_NUMBERED_BEHIND) &&
           !is_listed(in, word_behind(in->text, end), LISTED_BEHIND_COUNT);
}

bool numeral_stands_in_digits(const struct numeral_text *in, size_t start, size_t end) {
    enum { WORDS = 2 }; /* "Perang Dunia 2"; behind a longer name digits rather count */
    return (in->vocabulary->language->numbered_behind &&
            is_numbered_by_digits(in, word_behind(in->text, end))) ||
           is_numbered_before(in, start, is_name_in_capitals, WORDS);
}
