/* Languages by what metadata call them. */
#include "corpus/base/ascii.h"
#include "corpus/languages/language.h"
#include "corpus/unicode/normalise.h"

static bool is_named(const struct language *language, struct slice name) {
    char form[WORD_SHORT_BYTES], own[WORD_SHORT_BYTES];
    struct slice meant = word_normalise_short(name, form);
    const char *const names[] = {language->name, language->native_name};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (slice_equal(meant, word_normalise_short(slice_of_string(names[i]), own))) {
            return true;
        }
    }
    return false;
}

const struct language *language_find_tag(struct slice tag) {
    struct slice code = {tag.data, 0};
    while (code.length < tag.length && ascii_is_letter(tag.data[code.length])) {
        code.length++;
    }
    bool begins =
        code.length == tag.length || tag.data[code.length] == '-' || tag.data[code.length] == '_';
    for (size_t i = 0; i < language_count(); i++) {
        const struct language *language = language_at(i);
        bool coded = ascii_equal(code, language->code);
        for (const char *const *other_code = language->other_codes; other_code && *other_code;
             other_code++) {
            coded = coded || ascii_equal(code, *other_code);
        }
        if ((begins && coded) || is_named(language, tag)) {
            return language;
        }
    }
    return NULL;
}
