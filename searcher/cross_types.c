/* Types and models, which are called by letters and digits, in the other alphabet: Су-27 and Su-27,
 * МиГ-29 and MiG-29. No dictionary has them all, and digits have no sound that names could share.
 */
#include "corpus/base/ascii.h"
#include "corpus/names/transcription.h"
#include "searcher/crossing.h"

/* A type while it is written. */
struct type_writing {
    char term[LANGUAGE_CODE_BYTES + 2 * TRANSCRIBED_BYTES]; /* of no language yet */
    size_t length;
};

/* Where the run of letters or of digits that begins at `at` ends. */
static size_t end_of_run(struct slice stem, size_t at) {
    bool digit = ascii_is_digit(stem.data[at]);
    while (at < stem.length && ascii_is_digit(stem.data[at]) == digit) {
        at++;
    }
    return at;
}

/* Whether the stem is a letter or more with digits behind: not "5g", which are five of something in
 * another alphabet. */
static bool is_type(struct slice stem) {
    return stem.length > 0 && !ascii_is_digit(*stem.data) && end_of_run(stem, 0) < stem.length;
}

/* Writes the type with its letters by the rules of one language; false where it cannot. */
static bool write_type(struct slice stem, size_t rules, struct type_writing *writing) {
    writing->length = LANGUAGE_CODE_BYTES;
    for (size_t at = 0, end; at < stem.length; at = end) {
        end = end_of_run(stem, at);
        struct slice run = slice_of(stem.data + at, end - at);
        char letters[TRANSCRIBED_BYTES];
        if (!ascii_is_digit(*run.data)) {
            run = slice_of(letters, transcription_write(run, rules, letters));
        }
        if (run.length == 0 || run.length > sizeof writing->term - writing->length) {
            return false;
        }
        memcpy(writing->term + writing->length, run.data, run.length);
        writing->length += run.length;
    }
    return true;
}

/* Adds passages that have the term, if there are any and the query does not have it yet. */
static bool add_term(struct crossing *crossing, size_t leaf, uint32_t word,
                     const struct language *language, struct slice term) {
    const struct alternative like = {
        .term = term, .language = language, .kind = MATCH_NAME, .word = word};
    bool is_new;
    return crossing_is_new_term(crossing, term, &is_new) &&
           (!is_new || reading_add_beside(crossing->maker, leaf, &like));
}

/* Adds what the languages of the index with the other alphabet call the type. */
static bool add_type(struct crossing *crossing, size_t leaf, uint32_t word, struct slice stem) {
    const struct reading *reading = crossing->maker->reading;
    enum script other = ascii_is_letter(*stem.data) ? SCRIPT_CYRILLIC : SCRIPT_LATIN;
    for (size_t rules = 0; rules < TRANSCRIPTIONS; rules++) {
        struct type_writing writing;
        bool written = write_type(stem, rules, &writing);
        for (size_t i = 0; written && i < reading->language_count; i++) {
            const struct language *language = reading->languages[i].language;
            memcpy(writing.term, language->code, LANGUAGE_CODE_BYTES);
            if (language->script == other &&
                !add_term(crossing, leaf, word, language, slice_of(writing.term, writing.length))) {
                return false;
            }
        }
    }
    return true;
}

/* Adds the types among the words of a leaf, as one language reads them. */
static bool add_types(struct crossing *crossing, size_t leaf, const struct leaf_reading *read) {
    const struct reading *reading = crossing->maker->reading;
    for (size_t i = 0; i < read->count; i++) {
        const struct alternative own =
            reading->alternatives[read->tokens[i].alternative]; /* adding moves them */
        if (own.language && is_type(term_stem(own.term)) &&
            !add_type(crossing, leaf, own.word, term_stem(own.term))) {
            return false;
        }
    }
    return true;
}

bool crossing_add_types(struct crossing *crossing) {
    const struct reading *reading = crossing->maker->reading;
    for (size_t i = 0; i < reading->leaf_count; i++) {
        const struct leaf *leaf = &reading->leaves[i];
        for (size_t j = 0; reading_is_translated(reading, leaf) && j < reading->language_count;
             j++) {
            if (!add_types(crossing, i, &leaf->readings[j])) {
                return false;
            }
        }
    }
    return true;
}
