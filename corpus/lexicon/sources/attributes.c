/* Russian adjectives that tell what has to do with a noun ("водный", of water). Indonesian has one
 * word for both, so that all dictionaries that have such an adjective translate it by what means
 * the noun; the adjective means nothing else and would be the surer translation.
 *
 * Adjectives that have short forms ("холоден") tell what something is like and are left alone. */
#include "corpus/dictionary/dictionary.h"
#include "corpus/languages/ru/russian.h"
#include "corpus/languages/stemmer.h"
#include "corpus/lexicon/sources/sources.h"

/* What makes an adjective of a noun, without the endings of either; the longest that fit first. */
static const char *const suffixes[] = {"ическ", "альн", "онн", "енн", "овн", "еск",
                                       "ов",    "ев",   "ск",  "ян",  "ан",  "н"};

static const char *const adjective_ends[] = {"ый", "ий", "ой"};

static const char *const noun_ends[] = {"", "а", "я", "о", "е", "ь", "ия", "и", "ы"};

/* Bytes of a noun without its ending, at least. */
enum { BODY_LEAST = 4 };

/* Takes one of the ends off a word; false where it has none. */
static bool take_end(struct slice *word, const char *const ends[], size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (form_ends_in(*word, ends[i])) {
            word->length -= strlen(ends[i]);
            return true;
        }
    }
    return false;
}

/* What the last sound of a noun becomes before "н": "речной" is of "река" rather than of "речь". */
static const struct {
    const char *before, *of_noun;
} changes[] = {{"ч", "к"}, {"ч", "ц"}, {"ж", "г"}, {"ш", "х"}};

/* Finds the noun that has this body. */
static bool find_noun(struct slice body, const char *last, struct bytes *noun) {
    struct dictionary_word found;
    for (size_t i = 0; i < COUNT(noun_ends); i++) {
        bytes_clear(noun);
        bytes_append_slice(noun, body);
        bytes_append_string(noun, last);
        bytes_append_string(noun, noun_ends[i]);
        if (!noun->failed && dictionary_find(&dictionary_ru, bytes_slice(noun), &found)) {
            return true;
        }
    }
    return false;
}

static bool find_changed_noun(struct slice body, struct bytes *noun) {
    for (size_t i = 0; i < COUNT(changes); i++) {
        struct slice before = body;
        if (take_end(&before, &changes[i].before, 1) &&
            find_noun(before, changes[i].of_noun, noun)) {
            return true;
        }
    }
    return false;
}

bool attributes_add(struct translation_graph *graph, struct error *error) {
    struct bytes noun = {0};
    struct dictionary_word word;
    bool done = true;
    for (size_t i = 0; done && i < dictionary_slots(&dictionary_ru); i++) {
        if (!dictionary_get(&dictionary_ru, i, &word) || word.name ||
            dictionary_word_has(&word, "S")) { /* has short forms */
            continue;
        }
        struct slice body = word.word;
        if (take_end(&body, adjective_ends, COUNT(adjective_ends)) &&
            take_end(&body, suffixes, COUNT(suffixes)) && body.length >= BODY_LEAST) {
            done = !(find_changed_noun(body, &noun) || find_noun(body, "", &noun)) ||
                   translation_graph_add_attribute(graph, (struct phrase){"ru", word.word},
                                                   bytes_slice(&noun), "id", error);
            done = done && bytes_check(&noun, error);
        }
    }
    bytes_free(&noun);
    return done;
}
