/* FreeDict's Dutch-English has lost the spaces of its English: "bepresent", "havecompassionon",
 * "SovietUnion", "liabilityinsurance". The words are found again with those of other dictionaries:
 * what these know is one word; any other is the fewest that it can be. */
#include "corpus/base/ascii.h"
#include "corpus/languages/en/english.h"
#include "corpus/lexicon/sources/sources.h"

/* Of few letters, the spelling dictionary has much that is no word beside others ("hal", "mali",
 * "ness"): shorter words than LETTERS_SURE must have translations, too, and those shorter than
 * LETTERS_LEAST are function words. */
enum { LETTERS_LEAST = 3, LETTERS_SURE = 5, BYTES_MOST = 60 };

static bool is_translated(const struct translation_graph *graph, struct slice word) {
    struct phrase phrase = {"en", word};
    return translation_graph_knows(graph, phrase, "id") ||
           translation_graph_knows(graph, phrase, "ru") ||
           translation_graph_knows(graph, phrase, "nl");
}

static bool is_function_word(struct slice letters) {
    return (letters.length > 1 || letters.data[0] == 'a') &&
           slice_is_listed(letters, english_function_words);
}

static bool is_part(const struct translation_graph *graph, struct slice letters) {
    return letters.length >= LETTERS_LEAST && english_knows(letters) &&
           (letters.length >= LETTERS_SURE || is_translated(graph, letters));
}

/* The best ways to write the first letters apart. */
struct reading {
    size_t words; /* the fewest */
    size_t ways;  /* that have so few; 0: there are none */
    size_t last;  /* where the last word of one begins */
    bool sure;    /* one of its words has LETTERS_SURE */
};

static void find_readings(const struct translation_graph *graph, struct slice letters,
                          bool function_words, struct reading *readings) {
    readings[0] = (struct reading){.ways = 1};
    for (size_t end = 1; end <= letters.length; end++) {
        struct reading best = {0};
        for (size_t start = 0; start < end; start++) {
            size_t words = readings[start].words + 1;
            struct slice last = slice_of(letters.data + start, end - start);
            if (readings[start].ways > 0 && (best.ways == 0 || words <= best.words) &&
                (is_part(graph, last) || (function_words && is_function_word(last)))) {
                size_t others = words == best.words ? best.ways : 0;
                best = (struct reading){words, readings[start].ways + others, start,
                                        readings[start].sure || last.length >= LETTERS_SURE};
            }
        }
        readings[end] = best;
    }
}

static void append_words(struct slice word, const struct reading *readings, size_t end,
                         struct bytes *out) {
    size_t start = readings[end].last;
    if (start > 0) {
        append_words(word, readings, start, out);
        bytes_append_byte(out, ' ');
    }
    bytes_append(out, word.data + start, end - start);
}

/* False where two ways are as short. Short words alone are more likely one that is misspelled
 * ("assistent") than three. A name ends in no function word, but may have some before
 * another ("Gulfof|Venezuela", "Barnabas"). */
static bool append_piece(const struct translation_graph *graph, struct slice word, bool last,
                         struct bytes *out) {
    char letters[BYTES_MOST];
    struct reading readings[BYTES_MOST + 1];
    if (word.length > BYTES_MOST || is_translated(graph, word) || english_knows(word)) {
        bytes_append_slice(out, word);
        return true;
    }
    for (size_t i = 0; i < word.length; i++) {
        letters[i] = ascii_to_lower(word.data[i]);
    }
    bool ends_name = last && ascii_is_upper(word.data[0]);
    find_readings(graph, slice_of(letters, word.length), !ends_name, readings);
    const struct reading *whole = &readings[word.length];
    bool misspelled = whole->words > 2 && !whole->sure;
    if (whole->ways == 0 || misspelled) {
        bytes_append_slice(out, word);
    } else {
        append_words(word, readings, word.length, out);
    }
    return whole->ways <= 1 || misspelled;
}

/* "Soviet|Union" */
static bool begins_with_capital(struct slice words, size_t start) {
    char before = words.data[start - 1];
    return ascii_is_letter(before) && !ascii_is_upper(before) && ascii_is_upper(words.data[start]);
}

bool append_apart(const struct translation_graph *graph, struct slice words, struct bytes *out) {
    bool sure = true;
    for (size_t start = 0, end = 1; end <= words.length; end++) {
        if (end == words.length || begins_with_capital(words, end)) {
            if (start > 0) {
                bytes_append_byte(out, ' ');
            }
            sure &= append_piece(graph, slice_of(words.data + start, end - start),
                                 end == words.length, out);
            start = end;
        }
    }
    return sure;
}
