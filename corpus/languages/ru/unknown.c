/* Russian words that the dictionary has not: new ones, and names for the most part. */
#include "corpus/dictionary/dictionary.h"
#include "corpus/languages/ru/russian.h"
#include "corpus/languages/stemmer.h"

/* Whether a word is some letters and a long noun ("госчиновник"). With short ones names are, too:
 * "Нурсултан". */
static bool is_compound(struct slice word) {
    enum { SHORTEST_PREFIX = 3 * 2, SHORTEST_NOUN = 7 * 2 };
    struct dictionary_word noun;
    for (size_t cut = SHORTEST_PREFIX; cut + SHORTEST_NOUN <= word.length; cut += 2) {
        if (dictionary_find(&dictionary_ru, slice_from(word, cut), &noun) && !noun.name &&
            noun.flags.length > 0) {
            return true;
        }
    }
    return false;
}

/* Whether an unknown word in -ов or -ев is a noun's plural ("дедлайнов") by what stands before
 * that, where hardly a surname has it. -иков, -еров and -анцев do not tell: "Мельников",
 * "Нестеров", "Казанцев". */
static bool is_plural_of_unknown(struct slice form) {
    static const char *const ends[] = {
        "лайнов",  "коинов",  "ейсов",    "ингов",    "кастов", "вирусов", "агентов", "ровщиков",
        "йнеров",  "ймеров",  "джеров",   "йтеров",   "птеров", "йлеров",  "йдеров",  "енсеров",
        "логеров", "лоперов", "станцев",  "ейцев",    "ийцев",  "ейнов",   "сменов",  "рафтов",
        "овцев",   "евцев",   "мейкеров", "оутеров",  "йзеров", "юзеров",  "туберов", "кастеров",
        "токеров", "ансеров", "ционеров", "тивистов", "итивов", "вайсов",  "неймов",  "лойтов",
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (form_ends_in(form, ends[i])) {
            return true;
        }
    }
    return form_ends_in(form, "ов") && is_compound(slice_of(form.data, form.length - strlen("ов")));
}

/* "казахстанец", "росгвардеец", "омоновец": libstemmer has the stem of the other cases,
 * "казахстанц", "росгвардейц", "омоновц". */
static size_t stem_inhabitant(struct slice form, char *stem) {
    static const struct {
        struct slice end;
        const char *stem_end;
    } ends[] = {{SLICE("станец"), "станц"},
                {SLICE("еец"), "ейц"},
                {SLICE("иец"), "ийц"},
                {SLICE("овец"), "овц"},
                {SLICE("евец"), "евц"}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (form_ends_with(form, ends[i].end)) {
            size_t kept = stem_write(slice_of(form.data, form.length - ends[i].end.length), stem);
            return kept + stem_write(slice_of_string(ends[i].stem_end), stem + kept);
        }
    }
    return 0;
}

/* Writes the infinitive of a form that ends in -ир- and this; 0 where it does not. */
static size_t write_infinitive(struct slice form, struct slice end, char *infinitive) {
    enum { SHORTEST = 5 * 2 };
    if (!form_ends_with(form, end)) {
        return 0;
    }
    static const struct slice infinitive_end = SLICE("овать");
    struct slice root = slice_of(form.data, form.length - end.length);
    if (root.length < SHORTEST || root.length > LANGUAGE_STEM_BYTES - infinitive_end.length ||
        !form_ends_in(root, "ир")) {
        return 0;
    }
    size_t length = stem_write(root, infinitive);
    return length + stem_write(infinitive_end, infinitive + length);
}

/* New verbs are made with -ировать: "монетизирует", "релоцированных" are forms of one of them, and
 * hardly of a name. */
static size_t stem_new_verb(struct slice form, char *stem) {
    static const struct slice ends[] = {
        SLICE("овать"), SLICE("овал"), SLICE("овала"), SLICE("овало"), SLICE("овали"),
        SLICE("овав"),  SLICE("ован"), SLICE("ована"), SLICE("овано"), SLICE("ованы"),
        SLICE("ую"),    SLICE("уешь"), SLICE("ует"),   SLICE("уем"),   SLICE("уете"),
        SLICE("уют"),   SLICE("уя"),   SLICE("уй"),    SLICE("уйте")};
    static const struct slice participles[] = {SLICE("овавш"), SLICE("ованн"), SLICE("ующ"),
                                               SLICE("уем")};
    size_t length = 0;
    if (form_ends_in(form, "ся") || form_ends_in(form, "сь")) {
        form.length -= strlen("ся");
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends && length == 0; i++) {
        length = write_infinitive(form, ends[i], stem);
    }
    for (const struct slice *end = russian_adjective_endings; end->data && length == 0; end++) {
        if (!form_ends_with(form, *end)) {
            continue;
        }
        struct slice participle = slice_of(form.data, form.length - end->length);
        for (size_t i = 0; i < sizeof participles / sizeof *participles && length == 0; i++) {
            length = write_infinitive(participle, participles[i], stem);
        }
    }
    return length;
}

/* Words the dictionary has not are names more often than not. libstemmer takes -ов and -ев for a
 * plural, -ан and -ен for a participle's, -ав and -ив for an adverbial one's, but leaves "-ова",
 * "-аном": the name is what stays of all of them. */
size_t russian_stem_unknown(struct stemmer *stemmer, struct slice form, char *stem) {
    static const struct slice declension[] = {SLICE(""),   SLICE("а"),   SLICE("у"),  SLICE("ым"),
                                              SLICE("ом"), SLICE("е"),   SLICE("ой"), SLICE("ы"),
                                              SLICE("ых"), SLICE("ыми"), SLICE("ую")};
    static const struct slice suffixes[] = {SLICE("ов"), SLICE("ев"), SLICE("ин"), SLICE("ан"),
                                            SLICE("ян"), SLICE("ен"), SLICE("ав"), SLICE("ив")};
    size_t length = stem_new_verb(form, stem);
    if (length) {
        return length;
    }
    for (size_t i = 0; i < sizeof declension / sizeof *declension; i++) {
        if (!form_ends_with(form, declension[i])) {
            continue;
        }
        struct slice name = slice_of(form.data, form.length - declension[i].length);
        if (is_plural_of_unknown(name)) {
            return stemmer_snowball(stemmer, name, stem);
        }
        for (size_t j = 0; j < sizeof suffixes / sizeof *suffixes; j++) {
            if (form_ends_with(name, suffixes[j]) && name.length > 4 * 2) {
                return stem_write(name, stem);
            }
        }
    }
    length = stem_inhabitant(form, stem);
    return length ? length : stemmer_snowball(stemmer, form, stem);
}
