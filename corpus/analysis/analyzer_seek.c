/* analyzer_seek.c - fills a sieve with the terms that texts are searched for, and with clues to the
 * words that may have them. */
#include "corpus/analysis/analysis.h"

#include "corpus/analysis/numbers.h"
#include "corpus/analysis/text_run.h"
#include "corpus/names/names.h"

static void seek_name(struct term_sieve *sieve, uint32_t consonants) {
    for (size_t i = 0; i < sieve->name_count && i < TERM_SIEVE_NAMES; i++) {
        if (sieve->name_consonants[i] == consonants) {
            return;
        }
    }
    if (sieve->name_count < TERM_SIEVE_NAMES) {
        sieve->name_consonants[sieve->name_count] = consonants;
    }
    sieve->name_count++;
}

/* The number that an ordinal in words may give this term: the ordinal itself, a year, or the day of
 * a date. 0: none. */
static unsigned ordinal_of(struct slice term) {
    enum { DAY = 2, YEAR = 4 };
    struct slice body = slice_from(term, 1);
    if (body.length > 0 && body.data[body.length - 1] == '.') {
        return number_small(slice_of(body.data, body.length - 1), ORDINAL_MOST);
    }
    if (term_is_date(term) && body.length > DAY) {
        return number_small(slice_of(body.data + body.length - DAY, DAY), ORDINAL_MOST);
    }
    return body.length == YEAR ? number_small(body, ORDINAL_MOST) : 0;
}

/* Adds the clues of the words for an ordinal in all languages. */
static void seek_ordinal(struct analyzer *analyzer, struct term_sieve *sieve, unsigned ordinal) {
    for (size_t i = 0; ordinal > 0 && i < analyzer->vocabularies.count; i++) {
        struct vocabulary *vocabulary = analyzer->vocabularies.items[i];
        if (vocabulary->language->clues) {
            vocabulary_ordinal_clues(vocabulary, ordinal, &sieve->clues);
            vocabulary_ordinal_clues(vocabulary, ordinal % 10, &sieve->clues); /* "twenty-second" */
            vocabulary_ordinal_clues(vocabulary, ordinal % 100, &sieve->clues);
        }
    }
}

void analyzer_seek(struct analyzer *analyzer, struct term_sieve *sieve, struct slice term) {
    uint32_t place = term_sieve_place(term);
    sieve->places[place / 64] |= (uint64_t)1 << place % 64;
    if (term_is_number(term) || term_is_date(term)) {
        sieve->numbers = true;
        seek_ordinal(analyzer, sieve, ordinal_of(term));
    }
    if (term_is_name(term)) {
        seek_name(sieve, name_key_consonants(slice_from(term, 1)));
    }
    const struct language *language = term.length > LANGUAGE_CODE_BYTES
                                          ? language_find(slice_of(term.data, LANGUAGE_CODE_BYTES))
                                          : NULL;
    struct vocabulary *vocabulary =
        language ? vocabulary_find(&analyzer->vocabularies, language) : NULL;
    if (vocabulary && language->clues) {
        struct slice stem = term_stem(term);
        stem.length -= term_is_abbreviation(stem);
        vocabulary_clues(vocabulary, stem, &sieve->clues);
    }
}
