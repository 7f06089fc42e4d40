#include "corpus/analysis/signs.h"

#include "corpus/analysis/scan.h"
#include "corpus/base/utf8.h"
#include "corpus/unicode/category.h"
#include "corpus/unicode/properties.h"

/* What the character at byte `at` is before a number. Dashes are typed for the minus, too. */
static enum number_sign sign_at(struct slice text, uint32_t at) {
    enum { MINUS = 0x2212, FIGURE_DASH = 0x2012, EN_DASH = 0x2013 };
    size_t next;
    uint32_t code = code_point_at(text, at, &next);
    if (code == '+') {
        return NUMBER_SIGN_PLUS;
    }
    bool minus = code == MINUS || code == FIGURE_DASH || code == EN_DASH || scan_hyphen(text, at);
    return minus ? NUMBER_SIGN_MINUS : NUMBER_SIGN_NONE;
}

/* Whether the character before byte `at` belongs to a word or number: "T-20", "10-20". */
static bool is_tied_before(struct slice text, uint32_t at) {
    size_t next;
    if (at == 0) {
        return false;
    }
    uint32_t code = code_point_at(text, utf8_previous(text.data, at), &next);
    utf8proc_category_t category = code_point_category(code);
    return category_is_letter(category) || category == UTF8PROC_CATEGORY_ND || code == '-';
}

enum number_sign number_sign_before(const struct finder *finder, uint32_t start, uint32_t *begin) {
    struct slice text = finder->q->text;
    *begin = start;
    if (start == 0) {
        return NUMBER_SIGN_NONE;
    }
    uint32_t at = (uint32_t)utf8_previous(text.data, start);
    enum number_sign sign = sign_at(text, at);
    if (sign != NUMBER_SIGN_NONE) {
        if (is_tied_before(text, at)) {
            return NUMBER_SIGN_NONE;
        }
        *begin = at;
        return sign;
    }
    const struct number_word *word = finder_word_before(finder, start, &at);
    if (!word || word->kind != NUMBER_WORD_SIGN) {
        return NUMBER_SIGN_NONE;
    }
    *begin = at;
    return word->value < 0 ? NUMBER_SIGN_MINUS : NUMBER_SIGN_PLUS;
}

bool number_sign_in_range(const struct finder *finder, uint32_t first, uint32_t end, uint32_t start,
                          enum number_sign *sign) {
    uint32_t begin;
    *sign = NUMBER_SIGN_NONE;
    if (finder_is_range(finder, first, end, start)) {
        return true;
    }
    *sign = number_sign_before(finder, start, &begin);
    return *sign != NUMBER_SIGN_NONE && finder_is_range(finder, first, end, begin);
}
