#include "searcher/copies.h"

#include "corpus/base/ascii.h"
#include "corpus/base/hash.h"

/* ---- reading --------------------------------------------------------------------------------- */

static uint32_t hash_of(struct slice bytes) {
    return (uint32_t)hash_bytes(bytes) | 1;
}

/* The hash of the digits in a word ("523-kilometre" and "523-kilometer" say the same); 0: none. */
static uint32_t hash_digits(struct slice word) {
    uint32_t hash = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (ascii_is_digit(word.data[i]) || (hash > 0 && word.data[i] == '.')) {
            hash = hash * 31 + (unsigned char)word.data[i];
        }
    }
    return hash;
}

/* Whether more than spaces, commas and colons stand between two words: "Rates of 3 June: ..." is no
 * date line. */
static bool is_apart(struct slice between) {
    for (size_t i = 0; i < between.length; i++) {
        char byte = between.data[i];
        bool no_break_space =
            byte == '\xC2' && i + 1 < between.length && between.data[i + 1] == '\xA0';
        if (byte != ' ' && byte != ',' && byte != ':' && !no_break_space) {
            return true;
        }
        i += no_break_space;
    }
    return false;
}

static struct copy_word read_word(const struct token *token) {
    const unsigned name = TOKEN_CAPITALISED | TOKEN_MID_SENTENCE;
    struct copy_word word = {
        .hash = hash_of(token->form),
        .number = hash_digits(token->form),
        .name = (token->flags & (name | TOKEN_FUNCTION_WORD)) == name,
        .capital = token->flags & TOKEN_CAPITALISED,
        .negation = token->flags & TOKEN_NEGATION,
    };
    if (token->flags & TOKEN_SPELLED && !word.number) {
        word.number = word.hash;
    }
    return word;
}

/* Notes what a further token of a word says of it. */
static void add_token(struct copy_word *word, const struct token *token) {
    if (token->kind == TOKEN_DATE && !word->number) {
        word->number = word->hash;
    } else if (token->kind == TOKEN_NAME && !(token->flags & TOKEN_COMMON)) {
        word->name = true; /* also where a sentence begins with it */
        word->key = word->number ? 0 : hash_of(token->term); /* no key has digits: "F4", "F7" */
    }
}

/* Parts of a word, and amounts and dates that begin with it, are no words. */
static size_t count_words(const struct token_list *list) {
    size_t count = 0;
    uint32_t end = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (list->tokens[i].start >= end) {
            end = list->tokens[i].end;
            count++;
        }
    }
    return count;
}

struct copy_text copy_text_read(struct slice text, const struct token_list *list,
                                struct arena *arena) {
    struct copy_word *words = arena_allocate(arena, count_words(list) * sizeof *words);
    struct copy_text read = {.words = words};
    uint32_t end = 0, date_end = 0;
    for (size_t i = 0; words && i < list->count; i++) {
        const struct token *token = &list->tokens[i];
        if (token->kind == TOKEN_DATE) {
            date_end = token->end > date_end ? token->end : date_end;
        }
        if (token->start < end) {
            add_token(&words[read.count - 1], token);
            continue;
        }
        struct copy_word *word = &words[read.count++];
        *word = read_word(token);
        word->apart = end == 0 || is_apart(slice_of(text.data + end, token->start - end));
        if (token->start < date_end && !word->number) {
            word->number = word->hash;
        }
        end = token->end;
    }
    return read;
}

/* ---- comparing ------------------------------------------------------------------------------- */

/* Where the text proper begins: behind places, dates and agencies, if a sign parts them from it. */
static size_t date_line_end(struct copy_text text) {
    size_t end = 0;
    bool named = false;
    for (size_t i = 0; i < text.count && i <= COPY_DATE_LINE_WORDS; i++) {
        const struct copy_word *word = &text.words[i];
        if (named && word->apart) {
            end = i;
        }
        if (!word->number && !word->capital) {
            break;
        }
        named |= !word->number; /* a number alone is that of an item in a list */
    }
    return end;
}

static bool is_same(const struct copy_word *a, const struct copy_word *b) {
    return a->hash == b->hash || (a->key && a->key == b->key);
}

/* Whether two places go on alike: for two words, or to an end. */
static bool go_on_alike(struct copy_text a, size_t i, struct copy_text b, size_t j) {
    if (i == a.count || j == b.count) {
        return i == a.count && j == b.count;
    }
    return is_same(&a.words[i], &b.words[j]) &&
           (i + 1 == a.count || j + 1 == b.count || is_same(&a.words[i + 1], &b.words[j + 1]));
}

/* What stands between shared words. */
struct gap {
    size_t start, end;
    uint32_t numbers, names; /* hashes of them; 0: none */
    bool negation;
};

static void read_gap(struct copy_text text, struct gap *gap) {
    gap->numbers = gap->names = 0;
    gap->negation = false;
    for (size_t i = gap->start; i < gap->end; i++) {
        const struct copy_word *word = &text.words[i];
        gap->numbers = word->number ? gap->numbers * 31 + word->number : gap->numbers;
        gap->names = word->name ? gap->names * 31 + word->hash : gap->names;
        gap->negation |= word->negation;
    }
}

/* Finds the shortest gaps behind which the texts go on alike; up to their ends if none are. */
static void end_gaps(struct copy_text a, struct gap *of_a, struct copy_text b, struct gap *of_b) {
    for (size_t words = 1; words <= COPY_GAP_WORDS; words++) {
        for (size_t i = 0; i <= words; i++) {
            of_a->end = of_a->start + i;
            of_b->end = of_b->start + words - i;
            if (of_a->end <= a.count && of_b->end <= b.count &&
                go_on_alike(a, of_a->end, b, of_b->end)) {
                return;
            }
        }
    }
    of_a->end = a.count;
    of_b->end = b.count;
}

static bool title_has(struct copy_text text, const struct copy_word *word) {
    size_t i = 0;
    while (i < text.title_count && !is_same(&text.title[i], word)) {
        i++;
    }
    return i < text.title_count;
}

/* Whether a gap has a name that its own title has, and the other's title has not. */
static bool has_name_of_title(struct copy_text text, const struct gap *gap,
                              struct copy_text other) {
    for (size_t i = gap->start; i < gap->end; i++) {
        const struct copy_word *word = &text.words[i];
        if (word->name && title_has(text, word) && !title_has(other, word)) {
            return true;
        }
    }
    return false;
}

static bool is_apart_at(struct copy_text text, size_t place) {
    return place == text.count || text.words[place].apart;
}

static size_t gap_length(const struct gap *gap) {
    return gap->end - gap->start;
}

/* Whether the gaps are headings before all that is shared, or signatures behind it, parted from it
 * in both texts. Where each is a word, that is rather a number in a list or table. */
static bool are_outside(struct copy_text a, const struct gap *of_a, struct copy_text b,
                        const struct gap *of_b, bool first) {
    bool last = of_a->end == a.count && of_b->end == b.count;
    return ((first && is_apart_at(a, of_a->end) && is_apart_at(b, of_b->end)) ||
            (last && is_apart_at(a, of_a->start) && is_apart_at(b, of_b->start))) &&
           (gap_length(of_a) != 1 || gap_length(of_b) != 1);
}

/* Whether what the gaps have says the opposite, or of another event. */
static bool are_at_odds(const struct gap *of_a, const struct gap *of_b) {
    return (of_a->numbers && of_b->numbers && of_a->numbers != of_b->numbers) ||
           (of_a->negation != of_b->negation &&
            gap_length(of_a) + gap_length(of_b) <= COPY_NEGATION_WORDS);
}

/* However they are set: signs, lines and spaces are not looked at. */
static bool are_equal(struct copy_text a, struct copy_text b) {
    size_t same = 0;
    while (same < a.count && same < b.count && a.words[same].hash == b.words[same].hash) {
        same++;
    }
    return same == a.count && same == b.count;
}

bool copy_texts_agree(struct copy_text a, struct copy_text b) {
    if (are_equal(a, b)) {
        return true;
    }
    struct gap of_a = {.end = date_line_end(a)}, of_b = {.end = date_line_end(b)};
    size_t words_a = a.count - of_a.end, words_b = b.count - of_b.end;
    size_t more = words_a > words_b ? words_a : words_b, fewer = words_a + words_b - more;
    size_t shared = 0, names = 0;
    uint32_t replaced = 0;
    for (;;) {
        while (of_a.end < a.count && of_b.end < b.count &&
               is_same(&a.words[of_a.end], &b.words[of_b.end])) {
            of_a.end++;
            of_b.end++;
            shared++;
        }
        if (of_a.end == a.count && of_b.end == b.count) {
            return 3 * shared >= 2 * more;
        }
        of_a.start = of_a.end;
        of_b.start = of_b.end;
        end_gaps(a, &of_a, b, &of_b);
        if (are_outside(a, &of_a, b, &of_b, shared == 0)) {
            continue;
        }
        read_gap(a, &of_a);
        read_gap(b, &of_b);
        uint32_t pair = of_a.names && of_b.names ? of_a.names ^ of_b.names : 0;
        names += pair != 0 && pair != replaced; /* wherever it stands, a name counts once */
        replaced = pair ? pair : replaced;
        if (fewer < COPY_WORDS_ALIKE || are_at_odds(&of_a, &of_b) ||
            names > fewer / COPY_WORDS_PER_NAME ||
            (pair && has_name_of_title(a, &of_a, b) && has_name_of_title(b, &of_b, a))) {
            return false;
        }
    }
}
