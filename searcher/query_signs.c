#include "searcher/query_signs.h"

#include "corpus/unicode/properties.h"

#include <utf8proc.h>

int32_t query_character(struct slice text, size_t at, size_t *length) {
    size_t next;
    uint32_t code = code_point_at(text, at, &next);
    *length = next - at;
    return code == CODE_POINT_INVALID ? 0xFFFD : (int32_t)code;
}

bool query_is_blank(int32_t code) {
    return code <= ' ' || (code >= 0x7F && code <= 0xA0) || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

bool query_is_quote(int32_t code) {
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xFF02;
}

bool query_is_digit(int32_t code) {
    utf8proc_category_t category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

bool query_is_apostrophe(int32_t code) {
    return code == '\'' || code == 0x2018 || code == 0x2019;
}

/* Modifier letters are none: some of them stand for apostrophes. */
bool query_is_letter(int32_t code) {
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL ||
           category == UTF8PROC_CATEGORY_LT || category == UTF8PROC_CATEGORY_LO ||
           query_is_digit(code);
}

size_t query_word_start(struct slice text) {
    size_t at = 0;
    for (size_t length; at < text.length; at += length) {
        if (query_is_letter(query_character(text, at, &length))) {
            break;
        }
    }
    return at;
}

bool query_has_words(struct slice text) {
    return query_word_start(text) < text.length;
}

bool query_next_run(struct slice text, size_t *at, struct slice *run) {
    size_t length, start = *at;
    while (*at < text.length) {
        bool blank = query_is_blank(query_character(text, *at, &length));
        if (blank && *at > start) {
            break;
        }
        *at += length;
        start = blank ? *at : start;
    }
    bool found = *at > start;
    if (found) {
        *run = slice_of(text.data + start, *at - start);
    }
    return found;
}
