/* English is stemmed to the dictionary's word: inflection is undone, derivation ("nation",
 * "national") is not, so "news" stays apart from "new" and "university" from "universe". What the
 * dictionary does not know, mostly names, loses a plural, "-ed" and "-ing" by rule. */
#include "corpus/dictionary/dictionary.h"
#include "corpus/languages/en/english.h"
#include "corpus/languages/stemmer.h"

enum { READINGS = 12 };

static bool is_participle(struct slice form) {
    return form_ends_in(form, "ing") || form_ends_in(form, "ed") || form_ends_in(form, "ings");
}

static bool is_vowel(char letter) {
    return memchr("aeiouy", letter, 6) != NULL;
}

/* "stag", "hop", "plan": one vowel before one last consonant, and no other vowel. It doubles the
 * consonant before -ed and -ing. */
static bool is_short(struct slice word) {
    size_t vowels = 0;
    for (size_t i = 0; i < word.length; i++) {
        vowels += is_vowel(word.data[i]);
    }
    size_t last = word.length - 1;
    return vowels == 1 && word.length > 2 && is_vowel(word.data[last - 1]) &&
           !is_vowel(word.data[last]) && !memchr("wx", word.data[last], 2);
}

static bool find_with(struct slice word, const char *letter, struct slice *found) {
    char text[LANGUAGE_STEM_BYTES + 2];
    struct dictionary_word entry;
    memcpy(text, word.data, word.length);
    memcpy(text + word.length, letter, strlen(letter));
    if (!dictionary_find(&dictionary_en, slice_of(text, word.length + strlen(letter)), &entry) ||
        entry.name) { /* "barred" is none of Barr's */
        return false;
    }
    *found = entry.word;
    return true;
}

/* The verb of "clubbed", "planning", "staged", which the dictionary has as words of their own or by
 * way of "stag". */
static bool find_verb(struct slice form, struct slice *verb) {
    /* "soothes" is what soothes, though "sooth" is a word. */
    if (form_ends_in(form, "thes") &&
        find_with(slice_of(form.data, form.length - strlen("s")), "", verb)) {
        return true;
    }
    if (!is_participle(form)) {
        return false;
    }
    size_t ending = form_ends_in(form, "ed") ? 2 : form_ends_in(form, "ing") ? 3 : 4;
    struct slice rest = slice_of(form.data, form.length - ending);
    if (rest.length > 3 && rest.data[rest.length - 1] == rest.data[rest.length - 2]) {
        struct slice single = slice_of(rest.data, rest.length - 1);
        return find_with(rest, "", verb) || find_with(single, "", verb);
    }
    /* "bathed" is what bathes, "planed" is of "plane". */
    return rest.length > 2 && (is_short(rest) || form_ends_in(rest, "th")) &&
           find_with(rest, "e", verb);
}

/* A form that is a word of its own and a form of another ("works", "building", "lower") is taken
 * for the other's, so that it meets its sisters; but names and short words stand for themselves
 * ("Wales", "gas"). Flag R makes "worker" of "work" and "bigger" of "big"; only the latter has a T.
 */
static bool is_inflection(const struct dictionary_reading *reading, struct slice form) {
    switch (reading->flag[0]) {
    case 'D':
    case 'G':
    case 'J':
        return is_participle(form) && form.length > 4;
    case 'S':
        return reading->lemma.word.length > 2 && !form_ends_in(form, "ss");
    case 'R':
    case 'T':
        return reading->lemma.word.length > 2 && dictionary_word_has(&reading->lemma, "T");
    default:
        return false;
    }
}

/* Forms that the dictionary lists as words of their own, since no rule of its makes them ("heroes",
 * "panicked") or since they take a prefix that their word does not ("negotiations"). */
static const struct {
    struct slice ending, lemma;
    size_t least; /* so long is the word at least: "mini" is none of "minus" */
} listed_forms[] = {
    {SLICE("icked"), SLICE("ic"), 4},
    {SLICE("icking"), SLICE("ic"), 4},
    {SLICE("oes"), SLICE("o"), 3},
    {SLICE("ies"), SLICE("y"), 4},
    {SLICE("ves"), SLICE("f"), 3},
    {SLICE("ves"), SLICE("fe"), 4},
    {SLICE("men"), SLICE("man"), 5},
    {SLICE("people"), SLICE("person"), 9},
    {SLICE("children"), SLICE("child"), 8},
    {SLICE("ices"), SLICE("ex"), 5},
    {SLICE("ices"), SLICE("ix"), 5},
    {SLICE("ses"), SLICE("sis"), 6},
    {SLICE("xes"), SLICE("xis"), 5},
    {SLICE("sses"), SLICE("ss"), 5},
    {SLICE("eaux"), SLICE("eau"), 5},
    {SLICE("ae"), SLICE("a"), 4},
    {SLICE("i"), SLICE("us"), 6},
    {SLICE("s"), SLICE(""), 3},
    {SLICE("ed"), SLICE(""), 4},
    {SLICE("ed"), SLICE("e"), 5},
    {SLICE("ing"), SLICE(""), 4},
    {SLICE("ing"), SLICE("e"), 5},
};

static bool find_listed(struct slice form, struct slice *lemma) {
    char text[LANGUAGE_STEM_BYTES + 8];
    struct dictionary_word entry;
    if (form_ends_in(form, "ss") || form_ends_in(form, "us")) {
        return false;
    }
    for (size_t i = 0; i < sizeof listed_forms / sizeof *listed_forms; i++) {
        struct slice end = listed_forms[i].lemma;
        size_t kept = form.length - listed_forms[i].ending.length;
        if (!form_ends_with(form, listed_forms[i].ending) ||
            kept + end.length < listed_forms[i].least) {
            continue;
        }
        memcpy(text, form.data, kept);
        memcpy(text + kept, end.data, end.length);
        if (dictionary_find(&dictionary_en, slice_of(text, kept + end.length), &entry) &&
            !entry.name) {
            *lemma = entry.word;
            return true;
        }
    }
    return false;
}

/* "Frenchmen", which is a name as "Frenchman" is. */
static bool find_man(struct slice form, struct slice *man) {
    char text[LANGUAGE_STEM_BYTES + 8];
    struct dictionary_word entry;
    if (!form_ends_in(form, "men")) {
        return false;
    }
    memcpy(text, form.data, form.length);
    text[form.length - strlen("en")] = 'a';
    if (!dictionary_find(&dictionary_en, slice_of(text, form.length), &entry) || !entry.name) {
        return false;
    }
    *man = entry.word;
    return true;
}

static bool read_in_dictionary(struct slice form, struct slice *lemma) {
    struct dictionary_reading readings[READINGS];
    if (find_verb(form, lemma)) {
        return true;
    }
    size_t count = dictionary_read(&dictionary_en, form, readings, READINGS);
    const struct dictionary_reading *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct dictionary_reading *reading = &readings[i];
        bool itself = reading->ending == 0;
        if ((itself && reading->lemma.name) || is_inflection(reading, form)) {
            best = reading;
            break;
        }
        if (itself) {
            best = reading;
        }
    }
    if (!best) {
        return false;
    }
    bool listed =
        best->ending == 0 && (best->lemma.name ? find_man(form, lemma) : find_listed(form, lemma));
    if (!listed) {
        *lemma = best->lemma.word;
    }
    return true;
}

bool english_knows(struct slice form) {
    struct slice lemma;
    return form.length <= LANGUAGE_STEM_BYTES && read_in_dictionary(form, &lemma);
}

/* British spellings and the American ones the dictionary has. */
static const struct {
    struct slice british, american;
} spellings[] = {
    {SLICE("isation"), SLICE("ization")}, {SLICE("isations"), SLICE("izations")},
    {SLICE("ise"), SLICE("ize")},         {SLICE("ises"), SLICE("izes")},
    {SLICE("ised"), SLICE("ized")},       {SLICE("ising"), SLICE("izing")},
    {SLICE("iser"), SLICE("izer")},       {SLICE("isers"), SLICE("izers")},
    {SLICE("yse"), SLICE("yze")},         {SLICE("yses"), SLICE("yzes")},
    {SLICE("ysed"), SLICE("yzed")},       {SLICE("ysing"), SLICE("yzing")},
    {SLICE("our"), SLICE("or")},          {SLICE("ours"), SLICE("ors")},
    {SLICE("oured"), SLICE("ored")},      {SLICE("ouring"), SLICE("oring")},
    {SLICE("ourable"), SLICE("orable")},  {SLICE("ourful"), SLICE("orful")},
    {SLICE("ourite"), SLICE("orite")},    {SLICE("ourites"), SLICE("orites")},
    {SLICE("ourhood"), SLICE("orhood")},  {SLICE("ourhoods"), SLICE("orhoods")},
    {SLICE("oural"), SLICE("oral")},      {SLICE("ourless"), SLICE("orless")},
    {SLICE("ourer"), SLICE("orer")},      {SLICE("ourers"), SLICE("orers")},
    {SLICE("ourly"), SLICE("orly")},      {SLICE("ourliness"), SLICE("orliness")},
    {SLICE("ourably"), SLICE("orably")},  {SLICE("ourfully"), SLICE("orfully")},
    {SLICE("oury"), SLICE("ory")},        {SLICE("ourism"), SLICE("orism")},
    {SLICE("tre"), SLICE("ter")},         {SLICE("tres"), SLICE("ters")},
    {SLICE("bre"), SLICE("ber")},         {SLICE("bres"), SLICE("bers")},
    {SLICE("lled"), SLICE("led")},        {SLICE("lling"), SLICE("ling")},
    {SLICE("ller"), SLICE("ler")},        {SLICE("llers"), SLICE("lers")},
    {SLICE("ence"), SLICE("ense")},       {SLICE("ences"), SLICE("enses")},
    {SLICE("ogue"), SLICE("og")},         {SLICE("ogues"), SLICE("ogs")},
    {SLICE("lment"), SLICE("llment")},    {SLICE("lments"), SLICE("llments")},
    {SLICE("lful"), SLICE("llful")},      {SLICE("tred"), SLICE("tered")},
    {SLICE("llous"), SLICE("lous")},      {SLICE("llen"), SLICE("len")},
    {SLICE("llor"), SLICE("lor")},        {SLICE("llors"), SLICE("lors")},
};

static bool read_as_american(struct slice form, struct slice *lemma) {
    char spelling[LANGUAGE_STEM_BYTES + 8];
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        if (form_ends_with(form, spellings[i].british)) {
            size_t kept = form.length - spellings[i].british.length;
            struct slice american = spellings[i].american;
            memcpy(spelling, form.data, kept);
            memcpy(spelling + kept, american.data, american.length);
            if (read_in_dictionary(slice_of(spelling, kept + american.length), lemma)) {
                return true;
            }
        }
    }
    /* "haemoglobin", "foetus": the letter behind is what is spoken. */
    for (size_t i = 0; i + 2 < form.length; i++) {
        if ((form.data[i] == 'a' || form.data[i] == 'o') && form.data[i + 1] == 'e') {
            memcpy(spelling, form.data, i);
            memcpy(spelling + i, form.data + i + 1, form.length - i - 1);
            if (read_in_dictionary(slice_of(spelling, form.length - 1), lemma)) {
                return true;
            }
        }
    }
    return false;
}

static bool has_vowel(struct slice text) {
    for (size_t i = 0; i < text.length; i++) {
        if (is_vowel(text.data[i])) {
            return true;
        }
    }
    return false;
}

/* "Tutsis" is, "Curtis" is not: whether the dictionary has the word without its -s. */
static bool is_plural(struct slice form) {
    enum { SHORTEST = 5 };
    struct dictionary_word entry;
    return form.length >= SHORTEST &&
           dictionary_find(&dictionary_en, slice_of(form.data, form.length - strlen("s")), &entry);
}

/* Step 1 of Porter's English stemmer (https://snowballstem.org/algorithms/english/stemmer.html),
 * for words the dictionary has not; short ones are left alone. */
static size_t stem_by_rule(struct slice form, char *stem) {
    struct slice word = form;
    const char *added = "";
    if (form_ends_in(word, "sses")) {
        word.length -= 2;
    } else if ((form_ends_in(word, "ies") && word.length > 4) ||
               (form_ends_in(word, "ied") && word.length > 6)) {
        word.length -= 3;
        added = "y";
    } else if ((form_ends_in(word, "ches") || form_ends_in(word, "shes") ||
                form_ends_in(word, "xes") ||
                (form_ends_in(word, "zes") && !form_ends_in(word, "izes")) ||
                form_ends_in(word, "oes")) &&
               word.length > 5) {
        word.length -= 2;
    } else if (form_ends_in(word, "s") && !form_ends_in(word, "ss") && word.length > 3 &&
               ((!form_ends_in(word, "us") && !form_ends_in(word, "is")) || is_plural(word))) {
        word.length -= 1;
    } else if (is_participle(word) && word.length > 6) {
        struct slice rest = slice_of(word.data, word.length - (form_ends_in(word, "ed") ? 2 : 3));
        if (has_vowel(rest) && rest.length > 3) {
            char last = rest.data[rest.length - 1];
            word = rest;
            if (form_ends_in(rest, "at") || form_ends_in(rest, "bl") || form_ends_in(rest, "iz")) {
                added = "e";
            } else if (last == rest.data[rest.length - 2] && memchr("bdfgmnprt", last, 9)) {
                word.length--;
            }
        }
    }
    size_t length = stem_write(word, stem);
    if (length && *added && length < LANGUAGE_STEM_BYTES) {
        stem[length++] = *added;
    }
    return length;
}

/* The stem of a word of the tables or of the dictionary, but for names. */
static size_t stem_known(const struct stemmer *stemmer, struct slice word, char *stem) {
    struct dictionary_word entry;
    struct slice lemma;
    size_t length = stemmer_irregular(stemmer, word, stem);
    if (length || (!read_in_dictionary(word, &lemma) && !read_as_american(word, &lemma)) ||
        (dictionary_find(&dictionary_en, lemma, &entry) && entry.name)) {
        return length;
    }
    length = stemmer_irregular(stemmer, lemma, stem);
    return length ? length : stem_write(lemma, stem);
}

/* The stem of what a rule has left: "fibre" of "fibres", "catalogu" of "catalogued". */
static size_t stem_rest(const struct stemmer *stemmer, struct slice form, struct slice rest,
                        char *stem) {
    enum { SHORTEST = 4 };
    char word[LANGUAGE_STEM_BYTES + 1];
    if (rest.length == form.length || rest.length < SHORTEST) {
        return 0;
    }
    memcpy(word, rest.data, rest.length);
    word[rest.length] = 'e';
    size_t length =
        is_participle(form) ? stem_known(stemmer, slice_of(word, rest.length + 1), stem) : 0;
    return length ? length : stem_known(stemmer, rest, stem);
}

/* The stem of a participle that the dictionary has without what stands before it: "crowdsourced",
 * "unmuting". By rule they would lose their e. */
static size_t stem_prefixed(const struct stemmer *stemmer, struct slice form, char *stem) {
    enum { SHORTEST_FIRST = 2, SHORTEST_WORD = 3, SHORTEST_VERB = 5 };
    static const char *const prefixes[] = {"co",  "de", "dis", "fore", "mis", "over", "pre",
                                           "pro", "re", "sub", "tele", "un",  "up",   NULL};
    char verb[LANGUAGE_STEM_BYTES];
    struct dictionary_word word;
    bool participle = form_ends_in(form, "ed") || form_ends_in(form, "ing");
    for (size_t cut = SHORTEST_FIRST; participle && cut + SHORTEST_VERB <= form.length; cut++) {
        struct slice first = slice_of(form.data, cut), second = slice_from(form, cut);
        size_t length = stem_known(stemmer, second, verb);
        if (length < SHORTEST_WORD || slice_equal(slice_of(verb, length), second) ||
            verb[0] != second.data[0] || cut + length > LANGUAGE_STEM_BYTES) {
            continue;
        }
        if (slice_is_listed(first, prefixes) ||
            (cut >= SHORTEST_WORD && dictionary_find(&dictionary_en, first, &word) && !word.name)) {
            memcpy(stem, form.data, cut);
            memcpy(stem + cut, verb, length);
            return cut + length;
        }
    }
    return 0;
}

/* The word before a possessive. */
static struct slice without_possessive(struct slice form) {
    if (form_ends_in(form, "'s")) {
        return slice_of(form.data, form.length - 2);
    }
    return form_ends_in(form, "'") ? slice_of(form.data, form.length - 1) : form;
}

/* New verbs in -ise as Americans write them ("aerosolised"), not French words ("anglaise"); of
 * "sanitiser" the verb must be known, else it may be a name. 0 where the word is none. */
static size_t write_american(struct slice form, char *spelling) {
    enum { SHORTEST = 8 };
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        struct slice british = spellings[i].british;
        if (form.length < SHORTEST || memcmp(british.data, "is", 2) != 0 ||
            !form_ends_with(form, british)) {
            continue;
        }
        size_t kept = form.length - british.length;
        struct slice verb = slice_of(spelling, kept + strlen("ize")), lemma;
        bool of_verb = !form_ends_in(form, "ser") && !form_ends_in(form, "sers");
        memcpy(spelling, form.data, form.length);
        spelling[kept + 1] = 'z';
        return memchr("dlmnrt", form.data[kept - 1], 6) &&
                       (of_verb || read_in_dictionary(verb, &lemma))
                   ? form.length
                   : 0;
    }
    return 0;
}

size_t english_stem(struct stemmer *stemmer, struct slice form, char *stem) {
    if (form.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    size_t length = stemmer_irregular(stemmer, form, stem);
    if (length) {
        return length;
    }
    form = without_possessive(form);
    length = stemmer_irregular(stemmer, form, stem);
    if (length) {
        return length;
    }
    struct slice lemma;
    if (read_in_dictionary(form, &lemma) || read_as_american(form, &lemma)) {
        length = stemmer_irregular(stemmer, lemma, stem);
        if (length == 0 && form_ends_in(form, "ings") && form_ends_in(lemma, "ing")) {
            read_in_dictionary(lemma, &lemma); /* "gatherings": of "gathering", that of "gather" */
        }
        return length ? length : stem_write(lemma, stem);
    }
    char american[LANGUAGE_STEM_BYTES], rest[LANGUAGE_STEM_BYTES];
    size_t rest_length = stem_by_rule(form, rest);
    length = stem_rest(stemmer, form, slice_of(rest, rest_length), stem);
    length = length ? length : stem_prefixed(stemmer, form, stem);
    if (length) {
        return length;
    }
    size_t american_length = write_american(form, american);
    if (american_length) {
        rest_length = stem_by_rule(slice_of(american, american_length), rest);
    }
    return stem_write(slice_of(rest, rest_length), stem);
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* So many letters of `word` stay in the forms that the dictionary lists as words. */
static size_t kept_in_listed(struct slice word) {
    size_t kept = word.length;
    for (size_t i = 0; i < sizeof listed_forms / sizeof *listed_forms; i++) {
        struct slice ending = listed_forms[i].ending, end = listed_forms[i].lemma;
        size_t same = 0;
        while (same < end.length && same < ending.length && end.data[same] == ending.data[same]) {
            same++;
        }
        if (form_ends_with(word, end)) {
            kept = least(kept, word.length - end.length + same);
        }
    }
    return kept;
}

/* So many letters of a word stay in all its forms, but for an e that was ae or oe: the rules for
 * words that the dictionary has not change the last one, or add to a short word; of American and
 * British endings the first letter is the same. */
static size_t kept_letters(struct slice word) {
    enum { SHORT = 3, FORM_LETTERS = 4 };
    struct dictionary_word entry;
    size_t kept = dictionary_find(&dictionary_en, word, &entry) ? entry.kept : CLUE_LETTERS;
    kept = least(kept, word.length <= SHORT ? SHORT - 1 : word.length - 1);
    kept = least(kept, kept_in_listed(word));
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        struct slice ending = spellings[i].american;
        for (size_t before = 1; before < kept && before + 2 <= word.length; before++) {
            bool whole = before + ending.length == word.length;
            bool begins = memcmp(word.data + before, ending.data, 2) == 0;
            if (begins && (whole || word.length <= before + FORM_LETTERS)) {
                kept = before + 1;
            }
        }
    }
    return kept;
}

static void add_clue(const struct stemmer *stemmer, struct slice form, struct clues *clues) {
    (void)stemmer;
    size_t kept = kept_letters(form);
    clues_add_begin(clues, "en", form, kept);
    for (size_t i = 0; i < kept && i < form.length; i++) {
        if (form.data[i] == 'e') {
            char british[CLUE_LETTERS + 1];
            size_t length = form.length < CLUE_LETTERS ? form.length : CLUE_LETTERS;
            memcpy(british, form.data, i);
            memcpy(british + i + 1, form.data + i, length - i);
            for (const char *lost = "ao"; *lost; lost++) {
                british[i] = *lost;
                clues_add_begin(clues, "en", slice_of(british, length + 1), kept);
            }
        }
    }
}

void english_clues(const struct stemmer *stemmer, struct slice stem, struct clues *clues) {
    stemmer_clues(stemmer, stem, clues, add_clue);
}
