#include "corpus/names/names.h"

#include "corpus/base/roman.h"
#include "corpus/names/sounds.h"

/* Reads a name for comparing: endings cut, and each run of vowels one vowel, since glides are
 * written or not (Kiev, Kyiv; Tokayev, Tokaev): the first vowel of the run other than i. */
static bool read_skeleton(struct slice name, struct sounds *sounds) {
    if (!sounds_read(name, sounds)) {
        return false;
    }
    sounds_cut_endings(sounds);
    size_t kept = 0;
    for (size_t i = 0; i < sounds->count; i++) {
        char sound = sounds->sound[i];
        char *last = kept > 0 ? &sounds->sound[kept - 1] : NULL;
        if (!last || !sound_is_vowel(*last) || !sound_is_vowel(sound)) {
            sounds->sound[kept++] = sound;
        } else if (*last == 'i') {
            *last = sound;
        }
    }
    sounds->count = kept;
    return true;
}

/* Names of up to this many consonants, those of a final -sk aside, keep their vowels: with fewer,
 * too many would meet. */
#define CONSONANTS_OF_SHORT_NAMES 3

size_t name_key(struct slice name, char key[NAME_KEY_BYTES]) {
    struct sounds sounds;
    if (!read_skeleton(name, &sounds) || roman_numeral(name) > 0) {
        return 0; /* no name sounds like a numeral */
    }
    size_t consonants = 0;
    for (size_t i = 0; i < sounds.count; i++) {
        consonants += !sound_is_vowel(sounds.sound[i]);
    }
    if (consonants < 2 || sounds.count < 3) {
        return 0;
    }
    /* -sk makes adjectives and towns of names, and tells little: Aralsk is not Uralsk. */
    bool ending = sounds.count > 3 && sounds.sound[sounds.count - 1] == 'k' &&
                  sounds.sound[sounds.count - 2] == 's';
    bool vowels = consonants - (ending ? 2 : 0) <= CONSONANTS_OF_SHORT_NAMES;
    size_t length = 0;
    for (size_t i = 0; i < sounds.count; i++) {
        char class = sound_class(sounds.sound[i]);
        if (!sound_is_vowel(sounds.sound[i])) {
            if (length == 0 || key[length - 1] != class) {
                key[length++] = class;
            }
        } else if (vowels) {
            key[length++] = class;
        } else if (i == 0) {
            key[length++] = 'a';
        }
    }
    return length;
}

/* What a sound counts for, also where the other name lacks it: consonants 1. */
#define WEIGHT_VOWEL 0.9

/* What it costs that one name ends hard and the other soft (enum sounds_ending). */
#define COST_ENDING 0.9

/* What it costs to read one sound for another, where it is not nothing or 1: vowels of one class
 * and others; consonants of one class, hushing ones and those that stand in one row of `near`. */
#define COST_VOWELS_ALIKE 0.1
#define COST_VOWELS 0.4
#define COST_CONSONANTS_ALIKE 0.25
#define COST_CONSONANTS_NEAR 0.6

static double weight_of(char sound) {
    return sound_is_vowel(sound) ? WEIGHT_VOWEL : 1;
}

static double cost_of(char a, char b) {
    static const char *const near[] = {"bp", "dt", "gkh", "vfbu", "mn", "lr"};
    if (a == b) {
        return 0;
    }
    if (sound_is_vowel(a) && sound_is_vowel(b)) {
        return sound_class(a) == sound_class(b) ? COST_VOWELS_ALIKE : COST_VOWELS;
    }
    if (sound_class(a) == sound_class(b)) {
        return strchr("zZJ", a) || strchr("zZJ", b) ? COST_CONSONANTS_NEAR : COST_CONSONANTS_ALIKE;
    }
    for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
        if (strchr(near[i], a) && strchr(near[i], b)) {
            return COST_CONSONANTS_NEAR;
        }
    }
    return 1;
}

/* Names that are the same differ less at their beginning than further on (as in Winkler 1990). */
#define FIRST_SOUND_FACTOR 2.0

static double smallest(double a, double b, double c) {
    double least = a < b ? a : b;
    return least < c ? least : c;
}

double name_similarity(struct slice a, struct slice b) {
    struct sounds left, right;
    if (!read_skeleton(a, &left) || !read_skeleton(b, &right)) {
        return slice_equal(a, b) ? 1 : 0;
    }
    double row[NAME_SOUNDS + 1] = {0};
    double left_weight = 0, right_weight = 0;
    for (size_t j = 0; j < right.count; j++) {
        right_weight += weight_of(right.sound[j]);
        row[j + 1] = right_weight;
    }
    for (size_t i = 0; i < left.count; i++) {
        double diagonal = row[0];
        left_weight += weight_of(left.sound[i]);
        row[0] = left_weight;
        for (size_t j = 0; j < right.count; j++) {
            double above = row[j + 1];
            row[j + 1] =
                smallest(above + weight_of(left.sound[i]), row[j] + weight_of(right.sound[j]),
                         diagonal + cost_of(left.sound[i], right.sound[j]) *
                                        (i + j == 0 ? FIRST_SOUND_FACTOR : 1));
            diagonal = above;
        }
    }
    double whole = left_weight > right_weight ? left_weight : right_weight;
    bool differ = left.ending && right.ending && left.ending != right.ending;
    double cost = row[right.count] + (differ ? COST_ENDING : 0);
    double similarity = whole > 0 ? 1 - cost / whole : 0;
    return similarity > 0 ? similarity : 0;
}

double name_sameness(struct slice a, struct slice b) {
    char left[NAME_KEY_BYTES], right[NAME_KEY_BYTES];
    size_t left_length = name_key(a, left), right_length = name_key(b, right);
    bool equal =
        left_length > 0 && slice_equal(slice_of(left, left_length), slice_of(right, right_length));
    double similarity = equal ? name_similarity(a, b) : 0;
    return similarity >= NAME_SIMILARITY_SAME ? similarity : 0;
}

bool name_same(struct slice a, struct slice b) {
    return name_sameness(a, b) > 0;
}
