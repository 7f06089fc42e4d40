#include "searcher/vocabulary.h"

#include "corpus/languages/language.h"
#include "corpus/unicode/properties.h"
#include "searcher/romanised.h"
#include "searcher/state.h"

#include <utf8proc.h>

/* No character. */
#define NONE (-1)

bool spelling_read(struct slice word, struct spelling *spelling) {
    spelling->count = 0;
    for (size_t at = 0; at < word.length;) {
        uint32_t letter = code_point_at(word, at, &at);
        if (letter == CODE_POINT_INVALID || spelling->count == SPELLING_LETTERS) {
            return false;
        }
        spelling->letters[spelling->count++] = (int32_t)letter;
    }
    return true;
}

static uint32_t frequency_of(uint64_t count) {
    return count < UINT32_MAX ? (uint32_t)count : UINT32_MAX;
}

static bool add_word(struct vocabulary_words *found, struct slice word, uint32_t frequency,
                     struct arena *arena, struct error *error) {
    struct vocabulary_word *words =
        arena_grow(arena, found->words, found->count, &found->capacity, sizeof *words);
    struct slice copy = arena_copy(arena, word);
    if (!words || arena->failed) {
        return error_set_memory(error);
    }
    found->words = words;
    struct vocabulary_word *added = &words[found->count];
    added->word = copy;
    added->frequency = frequency;
    added->strange = 0;
    found->count += spelling_read(copy, &added->spelling);
    return true;
}

/* The first word that begins with `prefix`; *frequency is 0 where there is none. */
static bool find_first(struct index *index, struct slice prefix, bool *whole, uint32_t *frequency,
                       struct error *error) {
    struct schema_words *words = index_open_words(index, prefix, error);
    struct slice word;
    uint64_t count = 0;
    bool read = words && schema_words_next(words, &word, &count, error);
    *whole = count > 0 && word.length == prefix.length;
    *frequency = frequency_of(count);
    schema_words_free(words);
    return read;
}

bool vocabulary_frequency(struct index *index, struct slice word, uint32_t *frequency,
                          struct error *error) {
    bool whole;
    if (!find_first(index, word, &whole, frequency, error)) {
        return false;
    }
    *frequency = whole ? *frequency : 0;
    return true;
}

/* ---- near words ------------------------------------------------------------------------------ */

/* The matrix of distances between the beginnings of the typed word (columns) and of the path
 * through the vocabulary (rows). */
struct walk {
    const struct spelling *typed;
    unsigned distance;
    size_t depth; /* letters of the path; none of its rows is beyond the distance everywhere */
    int32_t path[SPELLING_LETTERS];
    unsigned rows[SPELLING_LETTERS + 1][SPELLING_LETTERS + 1];
    unsigned least[SPELLING_LETTERS + 1]; /* of each row */
};

static unsigned minimum(unsigned a, unsigned b) {
    return a < b ? a : b;
}

static void start_walk(struct walk *walk) {
    walk->depth = 0;
    walk->least[0] = 0;
    walk->rows[0][0] = 0;
    for (unsigned column = 1; column <= walk->typed->count; column++) {
        walk->rows[0][column] = walk->distance + column - 1;
    }
}

/* Goes one letter on; false, staying, where nothing behind it can be near enough. */
static bool enter(struct walk *walk, int32_t letter) {
    const int32_t *typed = walk->typed->letters;
    size_t depth = walk->depth + 1;
    const unsigned *above = walk->rows[depth - 1];
    unsigned *row = walk->rows[depth];
    row[0] = walk->distance + (unsigned)depth - 1;
    unsigned least = row[0];
    for (size_t column = 1; column <= walk->typed->count; column++) {
        unsigned change = depth == 1 && column == 1 ? walk->distance : 1;
        unsigned cell = above[column - 1] + (typed[column - 1] == letter ? 0 : change);
        cell = minimum(cell, minimum(above[column], row[column - 1]) + 1);
        if (depth > 1 && column > 1 && typed[column - 1] == walk->path[depth - 2] &&
            typed[column - 2] == letter) {
            cell = minimum(cell, walk->rows[depth - 2][column - 2] + 1);
        }
        row[column] = cell;
        least = minimum(least, cell);
    }
    if (least > walk->distance) {
        return false;
    }
    walk->least[depth] = least;
    walk->path[walk->depth++] = letter;
    return true;
}

/* The first letter greater than `after` that may follow the path; NONE. */
static int32_t next_letter(const struct walk *walk, int32_t after) {
    size_t depth = walk->depth;
    if (depth == 0 || walk->least[depth] < walk->distance) {
        return after + 1;
    }
    int32_t next = NONE;
    const int32_t *typed = walk->typed->letters;
    for (size_t column = 0; column < walk->typed->count; column++) {
        bool follows = walk->rows[depth][column] <= walk->distance;
        bool exchanged = column + 1 < walk->typed->count &&
                         typed[column + 1] == walk->path[depth - 1] &&
                         walk->rows[depth - 1][column] < walk->distance;
        if ((follows || exchanged) && typed[column] > after &&
            (next == NONE || typed[column] < next)) {
            next = typed[column];
        }
    }
    return next;
}

/* The word to go on at, behind all words that begin with the path and `letter`; *end where there
 * are no more. */
static size_t write_target(struct walk *walk, int32_t letter, char *target, bool *end) {
    int32_t next;
    while ((next = next_letter(walk, letter)) == NONE && walk->depth > 0) {
        letter = walk->path[--walk->depth];
    }
    size_t length = 0;
    for (size_t i = 0; i < walk->depth; i++) {
        length += (size_t)utf8proc_encode_char(walk->path[i], (utf8proc_uint8_t *)target + length);
    }
    /* No characters are from U+D800 to U+DFFF. */
    next = next >= 0xD800 && next < 0xE000 ? 0xE000 : next;
    *end = next == NONE || next > 0x10FFFF;
    return *end ? 0
                : length + (size_t)utf8proc_encode_char(next, (utf8proc_uint8_t *)target + length);
}

/* Follows the word as far as the path may go; *near where all of it is near enough. Returns the
 * number of letters followed. */
static size_t follow(struct walk *walk, const struct spelling *word, bool *near) {
    size_t common = 0;
    while (common < walk->depth && common < word->count &&
           walk->path[common] == word->letters[common]) {
        common++;
    }
    walk->depth = common;
    while (walk->depth < word->count && enter(walk, word->letters[walk->depth])) {
    }
    *near =
        walk->depth == word->count && walk->rows[walk->depth][walk->typed->count] <= walk->distance;
    return walk->depth;
}

/* A walk among the beginnings of words, which come in their order. */
struct outlook {
    const struct search *search;
    struct walk *walk;
    char target[4 * (SPELLING_LETTERS + 1)]; /* the word to go on at */
    size_t length;
    bool end;
};

/* Whether the walk among words comes to those that begin so: they may be near enough, or tell that
 * nothing is before them. When the time is over, it comes to none. */
static bool is_on_the_way(void *context, struct slice beginning) {
    struct outlook *outlook = context;
    struct slice target = slice_of(outlook->target, outlook->length);
    struct spelling spelling;
    bool near;
    if (outlook->end || !search_has_time(outlook->search) || !spelling_read(beginning, &spelling) ||
        (slice_compare(beginning, target) < 0 && !slice_starts_with(target, beginning))) {
        return false;
    }
    size_t followed = follow(outlook->walk, &spelling, &near);
    if (followed < spelling.count) {
        outlook->length =
            write_target(outlook->walk, spelling.letters[followed], outlook->target, &outlook->end);
    }
    return true;
}

/* Looks where the walk will come to, so that servers are asked for all of that together. */
static bool expect_near(struct search *search, struct walk *walk, struct schema_words *words) {
    struct outlook outlook = {.search = search, .walk = walk, .target = VOCABULARY_FIRST_WORD};
    outlook.length = strlen(VOCABULARY_FIRST_WORD);
    start_walk(walk);
    return schema_words_expect(words, is_on_the_way, &outlook, search->error);
}

static bool walk_words(struct search *search, struct walk *walk, struct schema_words *words,
                       struct vocabulary_words *found) {
    struct error *error = search->error;
    struct slice word;
    struct spelling spelling;
    uint64_t count;
    char target[4 * (SPELLING_LETTERS + 1)];
    bool end = false;
    for (size_t lookups = 0; lookups < VOCABULARY_LOOKUPS_MOST && !end && search_has_time(search);
         lookups++) {
        if (!schema_words_next(words, &word, &count, error)) {
            return false;
        }
        bool near;
        if (count == 0) {
            break;
        }
        if (!spelling_read(word, &spelling)) {
            continue;
        }
        size_t followed = follow(walk, &spelling, &near);
        if (near && !add_word(found, word, frequency_of(count), &search->searcher->arena, error)) {
            return false;
        }
        if (followed < spelling.count) {
            size_t length = write_target(walk, spelling.letters[followed], target, &end);
            if (!end && !schema_words_skip(words, slice_of(target, length), error)) {
                return false;
            }
        }
    }
    return true;
}

bool vocabulary_find_near(struct search *search, const struct spelling *typed, unsigned distance,
                          struct vocabulary_words *found) {
    struct searcher *searcher = search->searcher;
    struct walk *walk = arena_allocate(&searcher->arena, sizeof *walk);
    if (!walk) {
        return error_set_memory(search->error);
    }
    struct schema_words *words = index_open_words(&searcher->index, slice_of("", 0), search->error);
    if (!words) {
        return false;
    }
    walk->typed = typed;
    walk->distance = distance;
    bool good = expect_near(search, walk, words);
    start_walk(walk);
    good = good &&
           schema_words_skip(words, slice_of_string(VOCABULARY_FIRST_WORD), search->error) &&
           walk_words(search, walk, words, found);
    schema_words_free(words);
    return good;
}

/* ---- romanised words ------------------------------------------------------------------------- */

struct romanised_words {
    struct search *search;
    struct slice typed;
    const struct romanisation *rows;
    size_t lookups;
    struct vocabulary_words *found;
};

/* Goes on where a word of the vocabulary begins so. */
static enum romanised_step look_up(void *context, const struct romanised *so_far) {
    struct romanised_words *reading = context;
    struct search *search = reading->search;
    struct vocabulary_words *found = reading->found;
    uint32_t frequency;
    bool whole;
    if (reading->lookups == VOCABULARY_LOOKUPS_MOST || !search_has_time(search)) {
        return ROMANISED_BACK;
    }
    reading->lookups++;
    if (!find_first(&search->searcher->index, so_far->word, &whole, &frequency, search->error)) {
        return ROMANISED_FAILED;
    }
    size_t count = found->count;
    if (whole && so_far->whole &&
        !add_word(found, so_far->word, frequency, &search->searcher->arena, search->error)) {
        return ROMANISED_FAILED;
    }
    if (found->count > count) {
        found->words[count].strange = so_far->strange;
    }
    return frequency > 0 ? ROMANISED_ON : ROMANISED_BACK;
}

/* Whether what was typed may be read as a word that begins so. */
static bool may_be_romanised(void *context, struct slice beginning) {
    const struct romanised_words *reading = context;
    bool has_time = search_has_time(reading->search);
    for (const struct romanisation *row = reading->rows; has_time && row->latin; row++) {
        if (*row->latin && slice_starts_with(reading->typed, slice_of_string(row->latin)) &&
            slice_starts_with(beginning, slice_of_string(row->letters))) {
            return true;
        }
    }
    return false;
}

/* Asks servers for all of that together. */
static bool expect_romanised(struct romanised_words *reading) {
    struct search *search = reading->search;
    struct schema_words *words =
        index_open_words(&search->searcher->index, slice_of("", 0), search->error);
    bool good = words && schema_words_expect(words, may_be_romanised, reading, search->error);
    schema_words_free(words);
    return good;
}

bool vocabulary_find_romanised(struct search *search, struct slice typed,
                               const struct language *language, struct vocabulary_words *found) {
    struct romanised_words reading = {
        .search = search,
        .typed = typed,
        .rows = language->romanisations,
        .found = found,
    };
    return !reading.rows || ((search->searcher->index.local || expect_romanised(&reading)) &&
                             romanised_walk(reading.rows, typed, look_up, &reading));
}
