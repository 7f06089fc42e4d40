/* Indonesian is stemmed to the root: affixes are taken off as far as what stays is a root of the
 * dictionary, best one that the dictionary says takes them. So "menteri" stays (it is a root
 * itself), and so does "relawan" ("relaw" is none). What the dictionary does not know, names for
 * the most part, loses only what is surely no part of it. */
#include "corpus/dictionary/dictionary.h"
#include "corpus/languages/id/indonesian.h"
#include "corpus/languages/stemmer.h"

enum {
    SHORTEST_ROOT = 3,          /* "bom" */
    SHORTEST_UNMARKED_ROOT = 4, /* for affixes the dictionary does not grant it */
    SHORTEST_COLLOQUIAL = 5,    /* "nanya" */
    SHORTEST_UNKNOWN = 4,       /* what may be left of a word the dictionary has not */
};

/* How sure a reading is, the surest last. */
enum reading { READING_NONE, READING_PRODUCTIVE, READING_GRANTED, READING_ROOT };

static bool is_letter(char byte) {
    return byte >= 'a' && byte <= 'z';
}

static struct slice without_end(struct slice form, struct slice ending) {
    return slice_of(form.data, form.length - ending.length);
}

/* The roots that may stand behind a nasal: what is left of the form and what sound the nasal took
 * the place of. */
static const struct {
    const char *nasal;
    const char *before; /* first letters of what is left, where this reading is possible */
    const char *lost;   /* what to put back */
} nasals[] = {
    {"", "lmnrwy", ""},                   /* melihat, menikah */
    {"ng", "aeiou", "k"},                 /* mengatakan: kata */
    {"ng", "aeioughkqx", ""},             /* mengurus, menggali, mengkaji */
    {"nge", "bcdfghjklmnpqrstvwxyz", ""}, /* mengebom */
    {"ny", "aeiou", "s"},                 /* menyapu: sapu */
    {"ny", "aeiou", "c"},                 /* menyicil: cicil, more often "mencicil" */
    {"m", "aeiou", "p"},                  /* memukul: pukul */
    {"m", "rl", "p"},                     /* memroses */
    {"m", "bfvp", ""},                    /* membawa, memproses */
    {"n", "aeiou", "t"},                  /* menulis: tulis */
    {"n", "cdjzst", ""},                  /* mencari, mendapat, mensyaratkan, mentransfer */
};

struct search {
    const struct stemmer *stemmer;
    const struct confix *confix;
    enum reading best;
    char *stem; /* of the best reading so far */
    size_t length;
};

/* Whether this is a root of the dictionary or a word of the irregular ones; writes its stem. */
static bool find_root(const struct stemmer *stemmer, struct slice root,
                      struct dictionary_word *found, char *text, size_t *length) {
    *found = (struct dictionary_word){0};
    *length = stemmer_irregular(stemmer, root, text);
    if (*length) {
        dictionary_find(&dictionary_id, slice_of(text, *length), found);
        return true;
    }
    *length = stem_write(root, text);
    return dictionary_find(&dictionary_id, root, found) && !found->name;
}

static bool is_granted(const struct dictionary_word *root, const char *flags) {
    for (const char *flag = flags; *flag; flag += flag[2] ? 3 : 2) {
        char one[3] = {flag[0], flag[1], 0};
        if (dictionary_word_has(root, one)) {
            return true;
        }
    }
    return false;
}

/* Takes the root for what is meant if that is surer than what was found before. */
static void try_root(struct search *search, struct slice lost, struct slice rest) {
    char spelling[LANGUAGE_STEM_BYTES + 4];
    char text[LANGUAGE_STEM_BYTES];
    size_t length;
    struct dictionary_word root;
    memcpy(spelling, lost.data, lost.length);
    memcpy(spelling + lost.length, rest.data, rest.length);
    struct slice form = slice_of(spelling, lost.length + rest.length);
    if (form.length < SHORTEST_ROOT || !find_root(search->stemmer, form, &root, text, &length)) {
        return;
    }
    enum reading reading = is_granted(&root, search->confix->flags) ? READING_GRANTED
                           : search->confix->productive && form.length >= SHORTEST_UNMARKED_ROOT
                               ? READING_PRODUCTIVE
                               : READING_NONE;
    if (reading > search->best) {
        search->best = reading;
        search->length = length;
        memcpy(search->stem, text, length);
    }
}

static void try_nasals(struct search *search, struct slice rest) {
    for (size_t i = 0; i < sizeof nasals / sizeof *nasals; i++) {
        size_t length = strlen(nasals[i].nasal);
        if (rest.length > length && memcmp(rest.data, nasals[i].nasal, length) == 0 &&
            strchr(nasals[i].before, rest.data[length])) {
            try_root(search, slice_of_string(nasals[i].lost), slice_from(rest, length));
        }
    }
}

/* ber-, per-, ter- lose their r before another one and before a syllable that ends in -er
 * ("bekerja"). */
static void try_r(struct search *search, struct slice rest) {
    struct slice nothing = {"", 0};
    if (rest.data[0] == 'r') {
        try_root(search, nothing, slice_from(rest, 1));
        try_root(search, nothing, rest);
    } else if (rest.length > 3 && memcmp(rest.data + 1, "er", 2) == 0) {
        try_root(search, nothing, rest);
    }
}

static void try_confix(struct search *search, struct slice form, const struct confix *confix) {
    struct slice prefix = confix->prefix, suffix = confix->suffix;
    if (prefix.length > 0 && form.data[0] != prefix.data[0]) {
        return;
    }
    char last = prefix.length ? prefix.data[prefix.length - 1] : 0;
    size_t fixed = last == 'N' || last == 'r' ? prefix.length - 1 : prefix.length;
    if (form.length <= fixed + suffix.length + 1 || memcmp(form.data, prefix.data, fixed) != 0 ||
        !form_ends_with(form, suffix)) {
        return;
    }
    search->confix = confix;
    struct slice rest = slice_from(without_end(form, suffix), fixed);
    if (last == 'N') {
        try_nasals(search, rest);
    } else if (last == 'r') {
        try_r(search, rest);
    } else {
        try_root(search, (struct slice){"", 0}, rest);
    }
}

/* The root of a form without clitics. */
static enum reading read_form(const struct stemmer *stemmer, struct slice form, char *stem,
                              size_t *length) {
    struct dictionary_word root;
    if (form.length < SHORTEST_ROOT || form.length > LANGUAGE_STEM_BYTES) {
        return READING_NONE;
    }
    if (find_root(stemmer, form, &root, stem, length)) {
        return READING_ROOT;
    }
    struct search search = {.stemmer = stemmer, .stem = stem};
    for (const struct confix *confix = indonesian_confixes; confix->prefix.data; confix++) {
        try_confix(&search, form, confix);
    }
    *length = search.length;
    return search.best;
}

/* The first of the surest readings, those with fewer clitics first. */
static enum reading read_with_clitics(const struct stemmer *stemmer, struct slice form, char *stem,
                                      size_t *length) {
    enum reading best = READING_NONE;
    for (const struct slice *particle = indonesian_particles; particle->data; particle++) {
        if (!form_ends_with(form, *particle)) {
            continue;
        }
        struct slice bare = without_end(form, *particle);
        for (const struct slice *owner = indonesian_possessives; owner->data; owner++) {
            char text[LANGUAGE_STEM_BYTES];
            size_t text_length = 0;
            enum reading reading =
                form_ends_with(bare, *owner)
                    ? read_form(stemmer, without_end(bare, *owner), text, &text_length)
                    : READING_NONE;
            if (reading > best) {
                best = reading;
                *length = text_length;
                memcpy(stem, text, text_length);
            }
            if (best == READING_ROOT) {
                return best;
            }
        }
        if (best == READING_GRANTED) {
            return best;
        }
    }
    return best;
}

bool indonesian_knows(struct slice form) {
    char stem[LANGUAGE_STEM_BYTES];
    size_t length;
    return read_with_clitics(NULL, form, stem, &length) >= READING_GRANTED;
}

/* The root of a verb as it is said: "nanya" is "menanya", "nungguin" "menunggui", "dibeliin"
 * "dibelikan". Names may well look so: none of the dictionary is one. */
static bool read_colloquial(const struct stemmer *stemmer, struct slice form, char *stem,
                            size_t *length) {
    static const char *const endings[] = {"i", "kan"};
    char spelling[LANGUAGE_STEM_BYTES];
    struct dictionary_word name;
    if (form.length < SHORTEST_COLLOQUIAL || form.length + strlen("mekan") > sizeof spelling) {
        return false;
    }
    bool active = form.data[0] == 'n' || (form.data[0] == 'm' && form.data[1] != 'e');
    bool ends_in_in = form_ends_in(form, "in");
    size_t start = active ? strlen("me") : 0;
    if (!(active || (ends_in_in && memcmp(form.data, "di", 2) == 0)) ||
        dictionary_find(&dictionary_id, form, &name)) {
        return false;
    }
    memcpy(spelling, "me", start);
    memcpy(spelling + start, form.data, form.length);
    enum reading reading =
        active ? read_form(stemmer, slice_of(spelling, start + form.length), stem, length)
               : READING_NONE;
    /* "ngerti" is "mengerti"; "madai" is rather a name than "memadai". */
    if (reading == READING_GRANTED ||
        (reading == READING_ROOT && memcmp(form.data, "ng", strlen("ng")) == 0)) {
        return true;
    }
    size_t kept = start + form.length - strlen("in");
    for (size_t i = 0; ends_in_in && i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i]);
        memcpy(spelling + kept, endings[i], ending);
        /* A root has no suffix to stand for: Morin is no "memori". */
        if (read_form(stemmer, slice_of(spelling, kept + ending), stem, length) ==
            READING_GRANTED) {
            return true;
        }
    }
    return false;
}

/* "negara2" is an informal spelling of "negara-negara". */
static struct slice without_doubling_mark(struct slice form) {
    return form_ends_in(form, "2") && form.length > SHORTEST_UNKNOWN &&
                   is_letter(form.data[form.length - 2])
               ? slice_of(form.data, form.length - 1)
               : form;
}

static size_t stem_unknown(struct slice form, char *stem) {
    if (form_ends_in(form, "nya") && form.length >= strlen("nya") + SHORTEST_UNKNOWN) {
        form.length -= strlen("nya");
    }
    return stem_write(form, stem);
}

size_t indonesian_stem(struct stemmer *stemmer, struct slice form, char *stem) {
    if (form.length == 0 || form.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    size_t length = stemmer_irregular(stemmer, form, stem);
    if (length) {
        return length;
    }
    form = without_doubling_mark(form);
    return read_with_clitics(stemmer, form, stem, &length) ||
                   read_colloquial(stemmer, form, stem, &length)
               ? length
               : stem_unknown(form, stem);
}

/* "bolak" and "balik", "sayur" and "mayur", "warna" and "warni": one half is the other with another
 * sound or two. */
static bool is_echo(struct slice first, struct slice second) {
    size_t different = 0;
    if (first.length != second.length) {
        return false;
    }
    for (size_t i = 0; i < first.length; i++) {
        different += first.data[i] != second.data[i];
    }
    return different <= 2 && 2 * different < first.length;
}

/* Whether the second half doubles the end of the first: "menirukan-nirukan", "meniru-nirukan", the
 * nasal being doubled with the root. */
static bool is_end_doubled(struct slice first, struct slice second) {
    for (const struct slice *suffix = indonesian_doubled_suffixes; suffix->data; suffix++) {
        if (form_ends_with(second, *suffix)) {
            struct slice bare = without_end(second, *suffix);
            if (bare.length >= SHORTEST_ROOT &&
                (slice_equal(first, bare) || form_ends_with(first, bare))) {
                return true;
            }
        }
    }
    return false;
}

/* Reduplication ("negara-negara", "buku-bukunya", "berteman-teman", "meniru-nirukan",
 * "tolong-menolong") is the plural or the intensive of its root; with a change of sound it is a
 * word of its own. A clitic or prefix may have a hyphen as well, behind and before names for the
 * most part. */
size_t indonesian_stem_hyphenated(struct stemmer *stemmer, struct slice form, char *stem) {
    const char *hyphen = memchr(form.data, '-', form.length);
    if (!hyphen || form.length > LANGUAGE_STEM_BYTES) {
        return 0;
    }
    size_t length = stemmer_irregular(stemmer, form, stem);
    if (length) {
        return length;
    }
    struct slice first = slice_of(form.data, (size_t)(hyphen - form.data));
    struct slice second = slice_from(form, first.length + 1);
    if (first.length < 2 || second.length < 2 || !is_letter(second.data[0])) {
        return 0;
    }
    if (slice_is_listed(second, indonesian_hyphenated_ends)) {
        return indonesian_stem(stemmer, first, stem);
    }
    if (memchr(second.data, '-', second.length)) {
        return 0;
    }
    if (slice_is_listed(first, indonesian_hyphenated_starts)) {
        return indonesian_stem(stemmer, second, stem);
    }
    char other[LANGUAGE_STEM_BYTES];
    length = indonesian_stem(stemmer, first, stem);
    size_t other_length = indonesian_stem(stemmer, second, other);
    if (slice_equal(slice_of(stem, length), slice_of(other, other_length))) {
        return length;
    }
    if (read_with_clitics(stemmer, second, other, &other_length) &&
        form_ends_with(first, slice_of(other, other_length))) {
        return stem_write(slice_of(other, other_length), stem); /* kebarat-baratan */
    }
    if (is_end_doubled(first, second)) {
        return length;
    }
    return is_echo(first, second) ? stem_write(form, stem) : 0;
}

/* The stem of a form with or without a hyphen; 0 where it is a compound. */
static size_t stem_any(struct stemmer *stemmer, struct slice form, char *stem) {
    return memchr(form.data, '-', form.length) ? indonesian_stem_hyphenated(stemmer, form, stem)
                                               : indonesian_stem(stemmer, form, stem);
}

static bool share_stem(struct stemmer *stemmer, struct slice one, struct slice other) {
    char stem[LANGUAGE_STEM_BYTES], other_stem[LANGUAGE_STEM_BYTES];
    size_t length = stem_any(stemmer, one, stem);
    size_t other_length = stem_any(stemmer, other, other_stem);
    return length > 0 && slice_equal(slice_of(stem, length), slice_of(other_stem, other_length));
}

/* The form without as many clitics as have the same stem. */
static struct slice without_clitics(struct stemmer *stemmer, struct slice form) {
    struct slice least = form;
    for (const struct slice *particle = indonesian_particles; particle->data; particle++) {
        if (!form_ends_with(form, *particle)) {
            continue;
        }
        struct slice owned = without_end(form, *particle);
        for (const struct slice *owner = indonesian_possessives; owner->data; owner++) {
            if (!form_ends_with(owned, *owner)) {
                continue;
            }
            struct slice bare = without_end(owned, *owner);
            if (bare.length < least.length && share_stem(stemmer, form, bare)) {
                least = bare;
            }
        }
    }
    return least;
}

struct slice indonesian_bare_form(struct stemmer *stemmer, struct slice form) {
    const char *hyphen = memchr(form.data, '-', form.length);
    if (!hyphen) {
        return without_clitics(stemmer, form);
    }
    struct slice first = slice_of(form.data, (size_t)(hyphen - form.data));
    struct slice second = slice_from(form, first.length + 1);
    bool bare =
        slice_starts_with(second, first) || slice_is_listed(second, indonesian_hyphenated_ends);
    return bare && share_stem(stemmer, form, first) ? first : form;
}

/* A nasal before a root may take the place of its first letter ("menulis": tulis), and talk leaves
 * out me- ("ngerti": mengerti). */
static void add_clue(const struct stemmer *stemmer, struct slice form, struct clues *clues) {
    (void)stemmer;
    clues_add_inside(clues, "id", form);
    if (slice_starts_with(form, slice_of_string("meng"))) {
        clues_add_inside(clues, "id", slice_from(form, strlen("me")));
    }
    for (size_t i = 0; i < sizeof nasals / sizeof *nasals; i++) {
        const char *nasal = nasals[i].nasal, *lost = nasals[i].lost;
        if (form.length > 1 && *lost == form.data[0] && strchr(nasals[i].before, form.data[1])) {
            char changed[CLUE_LETTERS];
            size_t length = form.length < sizeof changed ? form.length : sizeof changed;
            memcpy(changed, form.data, length);
            changed[0] = nasal[strlen(nasal) - 1];
            clues_add_inside(clues, "id", slice_of(changed, length));
        }
    }
}

void indonesian_clues(const struct stemmer *stemmer, struct slice stem, struct clues *clues) {
    stemmer_clues(stemmer, stem, clues, add_clue);
}
