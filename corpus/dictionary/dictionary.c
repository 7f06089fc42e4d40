#include "corpus/dictionary/dictionary.h"

#include "corpus/base/utf8.h"
#include "corpus/dictionary/layout.h"

static const uint32_t *slots_of(const struct dictionary *dictionary) {
    return (const uint32_t *)(dictionary + 1);
}

static const struct dictionary_ending *endings_of(const struct dictionary *dictionary) {
    return (const struct dictionary_ending *)(slots_of(dictionary) + dictionary->slots);
}

static const struct dictionary_rule *rules_of(const struct dictionary *dictionary) {
    return (const struct dictionary_rule *)(endings_of(dictionary) + dictionary->endings);
}

static const char *pool_of(const struct dictionary *dictionary) {
    return (const char *)(rules_of(dictionary) + dictionary->rules);
}

/* Asks for the memory where looking up a word will begin. */
static void prefetch_slot(const struct dictionary *dictionary, uint32_t hash) {
    __builtin_prefetch(&slots_of(dictionary)[hash & (dictionary->slots - 1)]);
}

static void read_entry(const char *entry, struct dictionary_word *word) {
    size_t length = (unsigned char)entry[ENTRY_LENGTH];
    word->word = slice_of(entry + ENTRY_WORD, length);
    word->flags =
        slice_of(entry + ENTRY_WORD + length, 2 * (size_t)(unsigned char)entry[ENTRY_FLAGS]);
    word->name = entry[ENTRY_KIND] & ENTRY_NAME;
    word->kept = (unsigned char)entry[ENTRY_KIND] >> ENTRY_KEPT_SHIFT;
}

size_t dictionary_slots(const struct dictionary *dictionary) {
    return dictionary->slots;
}

bool dictionary_get(const struct dictionary *dictionary, size_t slot,
                    struct dictionary_word *found) {
    uint32_t value = slots_of(dictionary)[slot];
    if (value) {
        read_entry(pool_of(dictionary) + (value & DICTIONARY_OFFSET_MASK), found);
    }
    return value != 0;
}

bool dictionary_find_hashed(const struct dictionary *dictionary, struct slice word, uint32_t hash,
                            struct dictionary_word *found) {
    const uint32_t *slots = slots_of(dictionary);
    const char *pool = pool_of(dictionary);
    uint32_t mask = dictionary->slots - 1;
    for (uint32_t slot = hash & mask; slots[slot]; slot = (slot + 1) & mask) {
        if (dictionary_tag(slots[slot]) != dictionary_tag(hash)) {
            continue;
        }
        const char *entry = pool + (slots[slot] & DICTIONARY_OFFSET_MASK);
        size_t length = (unsigned char)entry[ENTRY_LENGTH];
        if (length == word.length && memcmp(entry + ENTRY_WORD, word.data, length) == 0) {
            read_entry(entry, found);
            return true;
        }
    }
    return false;
}

bool dictionary_find(const struct dictionary *dictionary, struct slice word,
                     struct dictionary_word *found) {
    return word.length <= UINT8_MAX &&
           dictionary_find_hashed(dictionary, word, dictionary_hash(word.data, word.length), found);
}

bool dictionary_word_has(const struct dictionary_word *word, const char *flag) {
    for (size_t i = 0; i + 1 < word->flags.length; i += 2) {
        if (word->flags.data[i] == flag[0] && word->flags.data[i + 1] == flag[1]) {
            return true;
        }
    }
    return false;
}

/* Whether `word` ends as the pattern says: characters, '.', [sets] and [^sets], matched from the
 * end of both. */
static bool ends_as(struct slice word, struct slice pattern) {
    size_t at = word.length;
    size_t p = pattern.length;
    while (p > 0) {
        if (at == 0) {
            return false;
        }
        size_t start = utf8_previous(word.data, at);
        struct slice character = slice_of(word.data + start, at - start);
        size_t element_end = p;
        p = utf8_previous(pattern.data, p);
        if (pattern.data[p] == ']') {
            while (p > 0 && pattern.data[p] != '[') {
                p--;
            }
            bool negated = pattern.data[p + 1] == '^';
            bool member = false;
            for (size_t i = p + 1 + negated; i + character.length < element_end; i++) {
                member |= !utf8_continues(pattern.data[i]) &&
                          memcmp(pattern.data + i, character.data, character.length) == 0;
            }
            if (member == negated) {
                return false;
            }
        } else if (pattern.data[p] != '.' &&
                   !slice_equal(slice_of(pattern.data + p, element_end - p), character)) {
            return false;
        }
        at = start;
    }
    return true;
}

/* The endings that a form has, while they are read from its last byte on: those from `first` up to
 * `end` agree with it so far. */
struct ending_search {
    const struct dictionary *dictionary;
    uint32_t first, end;
    size_t depth; /* bytes read */
};

/* The byte of an ending that is to be read next. */
static unsigned char next_byte(const struct ending_search *search, uint32_t number) {
    const struct dictionary_ending *ending = &endings_of(search->dictionary)[number];
    return (unsigned char)pool_of(
        search->dictionary)[ending->text + ending->text_length - 1 - search->depth];
}

/* The first of the endings whose next byte is `least` or more. */
static uint32_t find_bound(const struct ending_search *search, unsigned least) {
    uint32_t low = search->first, high = search->end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (next_byte(search, middle) < least) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The ending that is just what was read; NULL: there is none. It comes first of its kind, and is
 * left behind. */
static const struct dictionary_ending *take_ending(struct ending_search *search) {
    const struct dictionary_ending *ending = &endings_of(search->dictionary)[search->first];
    if (search->first == search->end || ending->text_length != search->depth) {
        return NULL;
    }
    search->first++;
    return ending;
}

/* Reads a byte; false where no ending goes on with it. */
static bool read_byte(struct ending_search *search, char byte) {
    unsigned value = (unsigned char)byte;
    if (search->depth == 0) {
        search->first = search->dictionary->last_bytes[value];
        search->end = search->dictionary->last_bytes[value + 1];
    } else {
        search->first = find_bound(search, value);
        search->end = find_bound(search, value + 1);
    }
    search->depth++;
    return search->first < search->end;
}

/* A word of which a form may have been made by some of its rules. */
struct guess {
    const struct dictionary_rule *rule; /* the first of those that strip alike */
    uint32_t hash;                      /* of the word */
    size_t stem_length;                 /* of the form that begins it */
};

/* So many are gathered before they are looked up: most are no words, and where the dictionary would
 * have them is not in the processor's cache. */
enum { GUESSES = 32 };

/* A form on its way to its readings. */
struct form_reader {
    const struct dictionary *dictionary;
    struct slice form;
    struct dictionary_reading *readings; /* the caller's */
    size_t count, limit;
    struct guess guesses[GUESSES];
    size_t guess_count;
};

static void add_reading(struct form_reader *reader, const struct dictionary_word *lemma,
                        size_t ending, const char *flag) {
    for (size_t i = 0; i < reader->count; i++) {
        if (reader->readings[i].lemma.word.data == lemma->word.data) {
            return;
        }
    }
    if (reader->count < reader->limit) {
        reader->readings[reader->count++] =
            (struct dictionary_reading){*lemma, ending, {flag[0], flag[0] ? flag[1] : 0}};
    }
}

/* Adds the readings by which the guesses are words; forgets these. */
static void read_guesses(struct form_reader *reader) {
    const char *pool = pool_of(reader->dictionary);
    char base[UINT8_MAX];
    struct dictionary_word lemma;
    for (size_t i = 0; i < reader->guess_count; i++) {
        const struct guess *guess = &reader->guesses[i];
        const struct dictionary_rule *rule = guess->rule;
        struct slice word = slice_of(base, guess->stem_length + rule->strip_length);
        memcpy(base, reader->form.data, guess->stem_length);
        memcpy(base + guess->stem_length, pool + rule->strip, rule->strip_length);
        if (!dictionary_find_hashed(reader->dictionary, word, guess->hash, &lemma)) {
            continue;
        }
        for (const struct dictionary_rule *end = rule + rule->alike; rule < end; rule++) {
            char flag[3] = {rule->flag[0], rule->flag[1], 0};
            if (dictionary_word_has(&lemma, flag) &&
                ends_as(word, slice_of(pool + rule->condition, rule->condition_length))) {
                add_reading(reader, &lemma, reader->form.length - guess->stem_length, flag);
            }
        }
    }
    reader->guess_count = 0;
}

/* Gathers what the form may be with this ending behind a stem; `hash` is that of the stem, not
 * ended. Reads the guesses before where there is no room. */
static void guess_words(struct form_reader *reader, const struct dictionary_ending *ending,
                        uint32_t hash) {
    const struct dictionary *dictionary = reader->dictionary;
    size_t stem_length = reader->form.length - ending->text_length;
    const struct dictionary_rule *rule = rules_of(dictionary) + ending->first_rule;
    const struct dictionary_rule *end = rule + ending->rule_count;
    for (; rule < end; rule += rule->alike) {
        size_t length = stem_length + rule->strip_length;
        if (length == 0 || length > UINT8_MAX) {
            continue;
        }
        if (reader->guess_count == GUESSES) {
            read_guesses(reader);
        }
        uint32_t whole = dictionary_hash_end(
            dictionary_hash_more(hash, pool_of(dictionary) + rule->strip, rule->strip_length));
        prefetch_slot(dictionary, whole);
        reader->guesses[reader->guess_count++] = (struct guess){rule, whole, stem_length};
    }
}

size_t dictionary_read(const struct dictionary *dictionary, struct slice form,
                       struct dictionary_reading *readings, size_t limit) {
    struct dictionary_word word;
    uint32_t hashes[UINT8_MAX + 1]; /* of the form up to each byte */
    if (form.length == 0 || form.length > UINT8_MAX) {
        return 0;
    }
    hashes[0] = DICTIONARY_HASH_START;
    for (size_t i = 0; i < form.length; i++) {
        hashes[i + 1] = dictionary_hash_more(hashes[i], form.data + i, 1);
    }
    struct form_reader reader; /* the guesses stay unset: not all are needed */
    reader.dictionary = dictionary;
    reader.form = form;
    reader.readings = readings;
    reader.count = 0;
    reader.limit = limit;
    reader.guess_count = 0;
    if (dictionary_find_hashed(dictionary, form, dictionary_hash_end(hashes[form.length]), &word)) {
        add_reading(&reader, &word, 0, "");
    }
    struct ending_search search = {.dictionary = dictionary, .end = dictionary->endings};
    size_t start = form.length;
    do {
        const struct dictionary_ending *ending = take_ending(&search);
        if (ending) {
            guess_words(&reader, ending, hashes[start]);
        }
    } while (start > 0 && read_byte(&search, form.data[--start]));
    read_guesses(&reader);
    return reader.count;
}
