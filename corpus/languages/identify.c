#include "corpus/languages/identify.h"

#include <utf8proc.h>

#define BYTES_LOOKED_AT 2048

static bool list_has(const char *const *list, struct slice word) {
    for (; *list; list++) {
        if (slice_equal(word, slice_of_string(*list))) {
            return true;
        }
    }
    return false;
}

static enum script script_of(utf8proc_int32_t c) {
    utf8proc_category_t category = utf8proc_category(c);
    if (category > UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_CN) {
        return SCRIPT_NONE;
    }
    if (c < 0x250) {
        return SCRIPT_LATIN;
    }
    return c >= 0x400 && c < 0x530 ? SCRIPT_CYRILLIC : SCRIPT_OTHER;
}

const struct language *language_identify(struct slice text, struct slice claimed,
                                         double *confidence) {
    size_t length = text.length < BYTES_LOOKED_AT ? text.length : BYTES_LOOKED_AT;
    size_t words[SCRIPT_OTHER + 1] = {0};
    double best_score = 0;
    const struct language *best = NULL;
    const struct language *hint = claimed.length ? language_find(claimed) : NULL;
    for (size_t l = 0; l <= language_count(); l++) {
        const struct language *language = l < language_count() ? language_at(l) : NULL;
        double score = 0;
        char word[64];
        size_t filled = 0;
        enum script script = SCRIPT_NONE;
        for (size_t at = 0; at <= length;) {
            utf8proc_int32_t c = ' ';
            utf8proc_ssize_t taken = 1;
            if (at < length) {
                taken = utf8proc_iterate((const utf8proc_uint8_t *)text.data + at,
                                         (utf8proc_ssize_t)(length - at), &c);
                if (taken < 1) {
                    c = ' ';
                    taken = 1;
                }
            }
            at += (size_t)taken;
            enum script now = script_of(c);
            if (now != SCRIPT_NONE) {
                script = now;
                if (filled + 4 <= sizeof word) {
                    filled += (size_t)utf8proc_encode_char(utf8proc_tolower(c),
                                                           (utf8proc_uint8_t *)word + filled);
                }
                continue;
            }
            if (filled && !language) {
                words[script]++;
            } else if (filled && script == language->script) {
                struct slice form = slice_of(word, filled);
                score += list_has(language->function_words, form) ? 1 : 0;
                score -= list_has(language->foreign_words, form) ? 1 : 0;
            }
            filled = 0;
        }
        if (language && score > best_score) {
            best_score = score;
            best = language;
        }
    }
    size_t all = words[SCRIPT_LATIN] + words[SCRIPT_CYRILLIC] + words[SCRIPT_OTHER];
    if (!best && all && hint && words[hint->script] * 2 > all) {
        best = hint;
    }
    if (best && words[best->script] * 2 < all) {
        best = NULL;
    }
    if (confidence) {
        *confidence = best ? (best_score > 4 ? 1 : best_score / 5) : 0.5;
    }
    return best ? best : language_other();
}
