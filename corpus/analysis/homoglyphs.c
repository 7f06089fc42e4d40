#include "corpus/analysis/homoglyphs.h"

#include "corpus/unicode/cyrillic.h"
#include "corpus/unicode/properties.h"

#include <stdint.h>

/* Latin and Cyrillic letters that common typefaces draw alike (after the confusables of Unicode
 * UTS #39, without those that only resemble one another). */
static const struct pair {
    uint16_t latin, cyrillic;
} pairs[] = {
    {'A', 0x410}, {'B', 0x412}, {'C', 0x421},  {'E', 0x415},  {'H', 0x41d},  {'I', 0x406},
    {'J', 0x408}, {'K', 0x41a}, {'M', 0x41c},  {'O', 0x41e},  {'P', 0x420},  {'S', 0x405},
    {'T', 0x422}, {'X', 0x425}, {'Y', 0x423},  {'a', 0x430},  {'c', 0x441},  {'e', 0x435},
    {'i', 0x456}, {'j', 0x458}, {'k', 0x43a},  {'o', 0x43e},  {'p', 0x440},  {'s', 0x455},
    {'x', 0x445}, {'y', 0x443}, {0xcb, 0x401}, {0xeb, 0x451}, {0xcf, 0x407}, {0xef, 0x457},
};

static bool is_latin(uint32_t code) {
    return (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff)) &&
           unicode_properties(code)->alphabetic;
}

/* The letter of `script` that looks like `code`; `code` itself where there is none. */
static uint32_t look_alike(uint32_t code, enum script script) {
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (script == SCRIPT_LATIN && pairs[i].cyrillic == code) {
            return pairs[i].latin;
        }
        if (script == SCRIPT_CYRILLIC && pairs[i].latin == code) {
            return pairs[i].cyrillic;
        }
    }
    return code;
}

enum script homoglyphs_meant(struct slice word, enum script usual) {
    size_t latin = 0, cyrillic = 0;
    bool may_be_latin = true, may_be_cyrillic = true;
    for (size_t at = 0; at < word.length;) {
        uint32_t code = code_point_at(word, at, &at);
        if (code == CODE_POINT_INVALID) {
            continue;
        }
        if (code_point_is_cyrillic(code)) {
            cyrillic++;
            may_be_latin &= look_alike(code, SCRIPT_LATIN) != code;
        } else if (is_latin(code)) {
            latin++;
            may_be_cyrillic &= look_alike(code, SCRIPT_CYRILLIC) != code;
        }
    }
    if (latin == 0 || cyrillic == 0) {
        return SCRIPT_NONE;
    }
    if (may_be_latin && may_be_cyrillic) {
        if (usual == SCRIPT_LATIN || usual == SCRIPT_CYRILLIC) {
            return usual;
        }
        return latin >= cyrillic ? SCRIPT_LATIN : SCRIPT_CYRILLIC;
    }
    return may_be_latin ? SCRIPT_LATIN : may_be_cyrillic ? SCRIPT_CYRILLIC : SCRIPT_NONE;
}

bool homoglyphs_look_latin(struct slice word) {
    bool cyrillic = false;
    for (size_t at = 0; at < word.length;) {
        uint32_t code = code_point_at(word, at, &at);
        if (code == CODE_POINT_INVALID) {
            return false;
        }
        if (code_point_is_cyrillic(code)) {
            uint32_t latin = look_alike(code, SCRIPT_LATIN);
            if (latin < 'A' || latin > 'X') { /* a Y is none for sure */
                return false;
            }
            cyrillic = true;
        } else if (unicode_properties(code)->alphabetic && (code < 'A' || code > 'Z')) {
            return false;
        }
    }
    return cyrillic;
}

void homoglyphs_repair(struct slice word, enum script script, struct bytes *out) {
    for (size_t at = 0; at < word.length;) {
        size_t from = at;
        uint32_t code = code_point_at(word, at, &at);
        uint32_t repaired = code == CODE_POINT_INVALID ? code : look_alike(code, script);
        if (repaired == code) {
            bytes_append(out, word.data + from, at - from);
        } else {
            char encoded[4];
            bytes_append(out, encoded, code_point_write(repaired, encoded));
        }
    }
}
