#include "corpus/analysis/analysis.h"

#include "corpus/analysis/numbers.h"
#include "corpus/analysis/numerals.h"
#include "corpus/analysis/outline.h"
#include "corpus/analysis/quantities.h"
#include "corpus/analysis/scan.h"
#include "corpus/analysis/term_sieve.h"
#include "corpus/analysis/vocabulary.h"
#include "corpus/analysis/word.h"
#include "corpus/analysis/word_cache.h"
#include "corpus/analysis/word_tokens.h"
#include "corpus/base/array.h"
#include "corpus/base/ascii.h"
#include "corpus/base/roman.h"
#include "corpus/names/names.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"

#include <stdlib.h>

struct analyzer {
    struct vocabularies vocabularies;
    struct word_maker *maker;
    struct word_cache cache;
    struct arena arena; /* of the text at hand: terms that are no word's, and its unfinished word */

    struct token *tokens; /* owned; of the text at hand */
    size_t token_count, token_capacity;
    struct mark *marks; /* owned */
    size_t mark_count, mark_capacity;
    struct token *found; /* owned; what quantities.c found, to be merged */
    size_t found_count, found_capacity;
    struct bytes sign;            /* scratch */
    struct outline_word *outline; /* owned; of the text at hand */
    size_t outline_count, outline_capacity;
};

struct analyzer *analyzer_new(struct error *error) {
    struct analyzer *analyzer = calloc(1, sizeof *analyzer);
    if (analyzer && vocabularies_make(&analyzer->vocabularies) &&
        word_cache_make(&analyzer->cache)) {
        analyzer->maker = word_maker_new(&analyzer->vocabularies);
    }
    if (!analyzer || !analyzer->maker) {
        analyzer_free(analyzer);
        error_set_memory(error);
        return NULL;
    }
    return analyzer;
}

void analyzer_free(struct analyzer *analyzer) {
    if (analyzer) {
        word_maker_free(analyzer->maker);
        word_cache_free(&analyzer->cache);
        arena_free(&analyzer->arena);
        vocabularies_free(&analyzer->vocabularies);
        bytes_free(&analyzer->sign);
        free(analyzer->tokens);
        free(analyzer->marks);
        free(analyzer->found);
        free(analyzer->outline);
        free(analyzer);
    }
}

static bool reserve_tokens(struct analyzer *analyzer, size_t more) {
    return array_reserve(&analyzer->tokens, &analyzer->token_capacity, analyzer->token_count + more,
                         sizeof *analyzer->tokens);
}

static bool reserve_marks(struct analyzer *analyzer, size_t more) {
    return array_reserve(&analyzer->marks, &analyzer->mark_capacity, analyzer->mark_count + more,
                         sizeof *analyzer->marks);
}

/* What stood before a word, and whether it begins a sentence. */
enum boundary {
    BOUNDARY_NONE,
    BOUNDARY_STOP, /* a full stop: it does, unless that belongs to an abbreviation */
    BOUNDARY_SENTENCE,
};

/* A word or sign found in the text, not yet looked up. */
struct item {
    uint32_t start, end;
    uint64_t hash; /* of a word */
    enum boundary boundary;
    bool sign;
};

/* Items are found, then looked up, so many at a time: each look-up waits for memory, and the
 * processor can wait for all of a batch at once. */
#define BATCH 32

/* The state of going through one text. */
struct run {
    struct analyzer *analyzer;
    struct slice text;
    struct vocabulary *vocabulary;
    const struct term_sieve *wanted; /* tokens may be left out that it does not hold; or NULL */
    char group_sign;
    bool by_clues;           /* words that show no clue of what is wanted are not made */
    bool quantities;         /* amounts and dates are looked for */
    bool prefix;             /* the word that ends the text is unfinished */
    bool outlines;           /* its words are listed in the analyzer's outline */
    bool capitals;           /* all of the text is in capitals */
    bool after_abbreviation; /* the last word is one, unless it was passed */
    struct slice passed;     /* the last word, where it was passed without being made */
    enum boundary boundary;  /* since the last word found */
    size_t at;               /* where to look for the next item */
    struct item items[BATCH];
    size_t item_count;
    uint32_t position;
    int kept; /* so many of the next words are left whole, since a mark before may need them */
};

static bool is_small(unsigned char byte, unsigned char next) {
    return (byte >= 'a' && byte <= 'z') || (byte == 0xd0 && next >= 0xb0) ||
           (byte == 0xd1 && next >= 0x80 && next <= 0x9f);
}

/* Whether capitals tell nothing in the text, since it has several words and no small letters. A
 * word alone is rather an abbreviation. Ends at the first small letter. */
static bool is_in_capitals(struct slice text) {
    bool several = false;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char next = i + 1 < text.length ? (unsigned char)text.data[i + 1] : 0;
        several |= text.data[i] == ' ' && i > 0 && next > ' ';
        if (is_small((unsigned char)text.data[i], next)) {
            return false;
        }
    }
    return several;
}

static bool is_capital(struct slice text, size_t at) {
    unsigned char byte = (unsigned char)text.data[at];
    if (byte < 0x80) {
        return byte >= 'A' && byte <= 'Z';
    }
    if (byte == 0xd0 && at + 1 < text.length) { /* U+0400 to U+043F */
        return (unsigned char)text.data[at + 1] < 0xb0;
    }
    size_t next;
    uint32_t code = code_point_at(text, at, &next);
    return code != CODE_POINT_INVALID && unicode_properties(code)->sentence == SENTENCE_UPPER;
}

/* ---- finding words --------------------------------------------------------------------------- */

static void add_item(struct run *run, size_t start, size_t end, bool sign) {
    struct item *item = &run->items[run->item_count++];
    *item = (struct item){(uint32_t)start, (uint32_t)end, 0, run->boundary, sign};
    if (!sign) {
        struct slice surface = slice_of(run->text.data + start, end - start);
        item->hash = word_cache_hash(surface, run->vocabulary);
        word_cache_prefetch_slot(&run->analyzer->cache, item->hash);
        run->boundary = BOUNDARY_NONE;
    }
}

static void add_sign(struct run *run, size_t start, size_t end) {
    if (run->quantities) {
        add_item(run, start, end, true);
    }
}

/* What stands between words at byte `at`, up to `next`. */
static void pass_between(struct run *run, size_t at, size_t next) {
    uint32_t code = (unsigned char)run->text.data[at];
    if (code >= 0x80) {
        code = code_point_at(run->text, at, &next);
    }
    switch (code) {
    case CODE_POINT_INVALID:
        return;
    case '.':
        run->boundary = run->boundary == BOUNDARY_NONE ? BOUNDARY_STOP : run->boundary;
        return;
    case '\n':
    case '!':
    case '?':
    case '"':
    case 0x2026: /* ellipsis */
    case 0x2028: /* line separator */
    case 0x2029: /* paragraph separator */
    case 0xab:   /* opening quotation marks */
    case 0x201c:
    case 0x201e:
        run->boundary = BOUNDARY_SENTENCE;
        return;
    case '%':
    case '$':
        add_sign(run, at, next);
        return;
    default:
        if (code >= 0x80 && unicode_properties(code)->word == WORD_OTHER) {
            add_sign(run, at, next);
        }
        return;
    }
}

/* Fills the batch. */
static void find_items(struct run *run) {
    struct slice text = run->text;
    size_t at = run->at;
    run->item_count = 0;
    while (at < text.length && run->item_count < BATCH) {
        if (text.data[at] == ' ' || text.data[at] == ',') { /* says nothing of the next word */
            at++;
            continue;
        }
        size_t end = scan_plain_end(text, at);
        if (end == 0) {
            size_t next;
            if (!scan_begins_word(text, at, &next)) {
                pass_between(run, at, next);
                at = next;
                continue;
            }
            end = scan_word_end(text, at, run->group_sign);
        }
        add_item(run, at, end, false);
        at = end;
    }
    run->at = at;
}

/* ---- looking them up ------------------------------------------------------------------------- */

/* Whether the tokens of a word are among those looked for, or needed to find these. */
static bool is_wanted(struct run *run, const struct word *word) {
    if (!run->wanted) {
        return true;
    }
    bool wanted = run->kept > 0;
    run->kept -= wanted;
    if (word->mark_count > 0 && (run->quantities || word->begins_compound)) {
        run->kept = UNIT_WORDS - 1;
        wanted = true;
    }
    for (size_t i = 0; i < word->token_count && !wanted; i++) {
        wanted = term_sieve_holds(run->wanted, word->tokens[i].place);
    }
    return wanted;
}

static void add_marks(struct run *run, size_t start, const struct word *word) {
    struct analyzer *analyzer = run->analyzer;
    for (size_t i = 0; i < word->mark_count; i++) {
        if (run->quantities || word->marks[i].kind == MARK_COMPOUND) {
            struct mark *mark = &analyzer->marks[analyzer->mark_count++];
            *mark = word->marks[i];
            mark->start += (uint32_t)start;
            mark->end += (uint32_t)start;
            mark->position += run->position;
            mark->next_token = analyzer->token_count;
        }
    }
}

/* Adds the tokens and marks of a word at byte `start`. */
static bool add_word(struct run *run, size_t start, const struct word *word) {
    struct analyzer *analyzer = run->analyzer;
    if (!reserve_tokens(analyzer, word->token_count) ||
        !reserve_marks(analyzer, word->mark_count)) {
        return false;
    }
    for (size_t i = 0; i < word->token_count; i++) {
        struct token *token = &analyzer->tokens[analyzer->token_count++];
        *token = word->tokens[i];
        token->start += (uint32_t)start;
        token->end += (uint32_t)start;
        token->position += run->position;
    }
    add_marks(run, start, word);
    return true;
}

/* Takes the next word, at byte `start`. */
static bool take_word(struct run *run, size_t start, const struct word *word) {
    if (is_wanted(run, word) && !add_word(run, start, word)) {
        return false;
    }
    run->position += word->positions;
    run->after_abbreviation = word->abbreviation;
    run->passed.length = 0;
    return true;
}

/* Leaves out a word of letters or digits alone that has none of the terms looked for and that none
 * of these needs. */
static void pass_word(struct run *run, struct slice surface) {
    run->position++;
    run->passed = surface;
}

static bool is_after_abbreviation(const struct run *run) {
    return run->passed.length > 0
               ? word_is_abbreviation(run->analyzer->maker, run->passed, run->vocabulary)
               : run->after_abbreviation;
}

static bool outline_word(struct analyzer *analyzer, uint32_t start, const struct word *word) {
    if (!array_reserve(&analyzer->outline, &analyzer->outline_capacity, analyzer->outline_count + 1,
                       sizeof *analyzer->outline)) {
        return false;
    }
    analyzer->outline[analyzer->outline_count++] = outline_word_of(word, start);
    return true;
}

/* Whether a word is a Roman numeral or means something beside numbers, and these are looked for. */
static bool is_beside_numbers(struct run *run, struct slice surface) {
    struct analyzer *analyzer = run->analyzer;
    if (!run->quantities) {
        return false;
    }
    bytes_clear(&analyzer->sign);
    word_normalise(surface, &analyzer->sign);
    return analyzer->sign.failed || roman_numeral(bytes_slice(&analyzer->sign)) > 0 ||
           vocabulary_may_be_number_word(&analyzer->vocabularies, bytes_slice(&analyzer->sign));
}

/* Whether a word in capitals may have the key of a name that is looked for. */
static bool may_be_name(const struct term_sieve *wanted, struct slice surface) {
    if (wanted->name_count == 0 || wanted->name_count > TERM_SIEVE_NAMES) {
        return wanted->name_count > 0;
    }
    uint32_t consonants = name_consonants(surface);
    for (size_t i = 0; i < wanted->name_count; i++) {
        if ((wanted->name_consonants[i] & ~consonants) == 0) {
            return true;
        }
    }
    return false;
}

/* A number that means nothing but itself. */
static bool is_of_digits(struct slice surface) {
    enum { DIGITS = 9 };
    size_t at = 0;
    while (at < surface.length && ascii_is_digit(surface.data[at])) {
        at++;
    }
    return at == surface.length && at <= DIGITS;
}

/* Whether a word has none of the terms looked for, and is not needed to find one. Words of the
 * cache tell sooner. */
static bool is_clueless(struct run *run, const struct item *item, struct slice surface) {
    if (!run->by_clues || run->kept > 0) {
        return false;
    }
    if (is_of_digits(surface)) {
        return !run->wanted->numbers;
    }
    return !(is_capital(run->text, item->start) && may_be_name(run->wanted, surface)) &&
           !clues_show(&run->wanted->clues, run->vocabulary->language->code, surface) &&
           !is_beside_numbers(run, surface);
}

/* Whether a lone letter that need not be one is a numeral here, by itself or in "I's"; or a word in
 * small letters, or digits. */
static bool is_numeral(struct run *run, const struct item *item, struct slice surface) {
    enum { DIGITS = 3 };
    struct bytes *scratch = &run->analyzer->sign;
    size_t next = item->start + 1;
    if (ascii_is_digit(*surface.data)) {
        return surface.length <= DIGITS && is_of_digits(surface) &&
               numeral_stands_in_digits(run->vocabulary, run->text, item->start, item->end,
                                        scratch);
    }
    if (roman_numeral(surface) > 0) {
        return numeral_stands_small(run->vocabulary, run->text, item->start, item->end, scratch);
    }
    if (!ascii_is_upper(*surface.data) ||
        (next < item->end && scan_begins_word(run->text, next, &next))) {
        return false;
    }
    bytes_clear(scratch);
    word_normalise(slice_of(surface.data, 1), scratch);
    return numeral_is_doubtful(run->vocabulary, bytes_slice(scratch)) &&
           numeral_stands(run->vocabulary, run->text, item->start, run->capitals, scratch);
}

static bool run_word(struct run *run, const struct item *item) {
    struct analyzer *analyzer = run->analyzer;
    struct word_cache *cache = &analyzer->cache;
    unsigned context = 0;
    if (run->capitals) {
        context = CONTEXT_CAPITALS;
    } else if (is_capital(run->text, item->start) &&
               (item->boundary == BOUNDARY_NONE ||
                (item->boundary == BOUNDARY_STOP && is_after_abbreviation(run)))) {
        context = CONTEXT_MID_SENTENCE;
    }
    struct slice surface = slice_of(run->text.data + item->start, item->end - item->start);
    context |= is_numeral(run, item, surface) ? CONTEXT_NUMERAL : 0u;
    const struct word *word;
    if (run->prefix && item->end == run->text.length) {
        word =
            word_make_prefix(analyzer->maker, surface, run->vocabulary, context, &analyzer->arena);
    } else {
        word = word_cache_find(cache, item->hash, surface, run->vocabulary, context);
        if (!word) {
            word = word_cache_recall(cache, item->hash, surface, run->vocabulary, context);
        }
        if (!word && is_clueless(run, item, surface)) {
            pass_word(run, surface);
            return true;
        }
        if (!word) {
            word =
                word_make(analyzer->maker, surface, run->vocabulary, context, &cache->young.arena);
            if (word) {
                word_cache_add(cache, item->hash, word);
            }
        }
    }
    return word && (!run->outlines || outline_word(analyzer, item->start, word)) &&
           take_word(run, item->start, word);
}

/* A sign that stands for a word beside numbers, such as '$' or '%', is marked; others are passed.
 */
static bool run_sign(struct run *run, const struct item *item) {
    struct analyzer *analyzer = run->analyzer;
    bytes_clear(&analyzer->sign);
    word_normalise(slice_of(run->text.data + item->start, item->end - item->start),
                   &analyzer->sign);
    struct slice form = bytes_slice(&analyzer->sign);
    if (!vocabulary_may_be_number_word(&analyzer->vocabularies, form)) {
        return !analyzer->sign.failed;
    }
    if (!reserve_marks(analyzer, 1)) {
        return false;
    }
    analyzer->marks[analyzer->mark_count++] = (struct mark){
        .start = item->start,
        .end = item->end,
        .position = run->position,
        .kind = MARK_WORD,
        .word = vocabulary_number_word(&analyzer->vocabularies, run->vocabulary, form),
        .next_token = analyzer->token_count};
    return true;
}

static bool run_text(struct run *run) {
    while (run->at < run->text.length) {
        find_items(run);
        for (size_t i = 0; i < run->item_count; i++) {
            word_cache_prefetch_word(&run->analyzer->cache, run->items[i].hash);
        }
        for (size_t i = 0; i < run->item_count; i++) {
            const struct item *item = &run->items[i];
            if (!(item->sign ? run_sign(run, item) : run_word(run, item))) {
                return false;
            }
        }
    }
    return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool add_found(void *context, const struct token *token) {
    struct analyzer *analyzer = context;
    if (!array_reserve(&analyzer->found, &analyzer->found_capacity, analyzer->found_count + 1,
                       sizeof *analyzer->found)) {
        return false;
    }
    analyzer->found[analyzer->found_count++] = *token;
    return true;
}

/* Merges what was found among the words, behind the tokens that start where it does. */
static bool merge_found(struct analyzer *analyzer) {
    size_t from = analyzer->token_count, found = analyzer->found_count;
    if (!reserve_tokens(analyzer, found)) {
        return false;
    }
    struct token *tokens = analyzer->tokens;
    analyzer->token_count += found;
    for (size_t to = analyzer->token_count; found > 0;) {
        bool word = from > 0 && tokens[from - 1].start > analyzer->found[found - 1].start;
        tokens[--to] = word ? tokens[--from] : analyzer->found[--found];
    }
    return true;
}

/* Forgets the text before; NULL: no memory for the language's vocabulary. */
static struct vocabulary *begin(struct analyzer *analyzer, const struct language *language) {
    arena_empty(&analyzer->arena);
    analyzer->token_count = analyzer->mark_count = analyzer->found_count = 0;
    analyzer->outline_count = 0;
    return vocabulary_find(&analyzer->vocabularies, language);
}

/* Adds what the words mean together, and gives the tokens. */
static bool finish(const struct run *run, struct token_list *tokens) {
    struct analyzer *analyzer = run->analyzer;
    if (analyzer->mark_count > 0) {
        const struct quantity_text quantities = {
            .text = run->text,
            .vocabularies = &analyzer->vocabularies,
            .vocabulary = run->vocabulary,
            .tokens = analyzer->tokens,
            .token_count = analyzer->token_count,
            .marks = analyzer->marks,
            .mark_count = analyzer->mark_count,
            .arena = &analyzer->arena,
            .context = analyzer,
            .add = add_found,
        };
        if (!quantities_find(&quantities) || !merge_found(analyzer)) {
            return false;
        }
    }
    *tokens = (struct token_list){analyzer->tokens, analyzer->token_count, run->position};
    return true;
}

/* Analyses the text of a run that has only its text, its analyzer and what is asked of it. */
static bool analyse(struct run *run, const struct language *language, struct token_list *tokens,
                    struct error *error) {
    if (run->text.length > UINT32_MAX) {
        return error_set(error, ERROR_LIMIT,
                         "a text of %zu bytes is too long to analyse (at most %u)",
                         run->text.length, UINT32_MAX);
    }
    word_cache_age(&run->analyzer->cache);
    run->vocabulary = begin(run->analyzer, language);
    run->group_sign = language->group_sign;
    run->by_clues = run->wanted && language->clues && !run->outlines;
    run->quantities = !run->wanted || run->wanted->numbers;
    run->capitals = is_in_capitals(run->text);
    run->boundary = BOUNDARY_SENTENCE;
    return (run->vocabulary && run_text(run) && finish(run, tokens)) || error_set_memory(error);
}

bool analyzer_run(struct analyzer *analyzer, struct slice text, const struct language *language,
                  enum analysis_reason reason, struct token_list *tokens, struct error *error) {
    struct run run = {.analyzer = analyzer, .text = text, .prefix = reason == ANALYSIS_PREFIX};
    return analyse(&run, language, tokens, error);
}

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

/* The number of the ordinal that words may stand for in a term: that itself, a year, or the day of
 * a date; 0: none. */
static unsigned ordinal_of(struct slice term) {
    enum { DAY = 2, YEAR = 4 };
    struct slice body = slice_of(term.data + 1, term.length - 1);
    if (body.length > 0 && body.data[body.length - 1] == '.') {
        return number_small(slice_of(body.data, body.length - 1), ORDINAL_MOST);
    }
    if (term_is_date(term) && body.length > DAY) {
        return number_small(slice_of(body.data + body.length - DAY, DAY), ORDINAL_MOST);
    }
    return body.length == YEAR ? number_small(body, ORDINAL_MOST) : 0;
}

/* Words of any language may stand for the number of a term. */
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
    enum { CODE = 2 }; /* bytes of a language's */
    uint32_t place = term_sieve_place(term);
    sieve->places[place / 64] |= (uint64_t)1 << place % 64;
    sieve->numbers |= term_is_number(term) || term_is_date(term);
    if (term_is_number(term) || term_is_date(term)) {
        seek_ordinal(analyzer, sieve, ordinal_of(term));
    }
    if (term_is_name(term)) {
        seek_name(sieve, name_key_consonants(slice_of(term.data + 1, term.length - 1)));
    }
    const struct language *language =
        term.length > CODE ? language_find(slice_of(term.data, CODE)) : NULL;
    struct vocabulary *vocabulary =
        language ? vocabulary_find(&analyzer->vocabularies, language) : NULL;
    if (vocabulary && language->clues) {
        struct slice stem = slice_of(term.data + CODE, term.length - CODE);
        stem.length -= stem.data[stem.length - 1] == ACRONYM_MARK;
        vocabulary_clues(vocabulary, stem, &sieve->clues);
    }
}

/* ---- searching ------------------------------------------------------------------------------- */

/* A text is searched by clues alone this often before all its words are made: most texts never come
 * again. */
enum { OUTLINE_SEARCHES = 2 };

/* Keeps the words of the text just analysed, unless memory for them has run out. */
static void keep_outline(const struct analyzer *analyzer, struct text_outline *outline) {
    size_t size = analyzer->outline_count * sizeof *analyzer->outline;
    struct outline_word *words =
        analyzer->cache.young.arena.failed ? NULL : arena_allocate(outline->arena, size);
    if (words && size > 0) {
        memcpy(words, analyzer->outline, size);
    }
    outline->words = words;
    outline->count = words ? analyzer->outline_count : 0;
    outline->generation = words ? analyzer->cache.generation : 0;
}

static bool search_outline(struct analyzer *analyzer, const struct searched_text *searched,
                           const struct term_sieve *wanted, struct token_list *tokens) {
    const struct text_outline *outline = searched->outline;
    struct run run = {
        .analyzer = analyzer,
        .text = searched->text,
        .vocabulary = begin(analyzer, searched->language),
        .wanted = wanted,
    };
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_word *word = &outline->words[i];
        if (run.kept == 0 && !outline_may_hold(word, wanted)) {
            run.position++;
        } else if (!take_word(&run, word->start, word->word)) {
            return false;
        }
    }
    return run.vocabulary && finish(&run, tokens);
}

bool analyzer_search(struct analyzer *analyzer, const struct searched_text *searched,
                     const struct term_sieve *wanted, struct token_list *tokens,
                     struct error *error) {
    struct run run = {.analyzer = analyzer, .text = searched->text, .wanted = wanted};
    struct text_outline *outline = searched->outline;
    /* An outline has no signs, which numbers need. */
    if (outline && !wanted->numbers) {
        if (outline->generation > 0 && analyzer->cache.generation <= outline->generation + 1) {
            return search_outline(analyzer, searched, wanted, tokens) || error_set_memory(error);
        }
        run.outlines = outline->searches >= OUTLINE_SEARCHES;
        outline->searches += !run.outlines;
    }
    if (!analyse(&run, searched->language, tokens, error)) {
        return false;
    }
    if (run.outlines) {
        keep_outline(analyzer, outline);
    }
    return true;
}

size_t analyzer_related(struct analyzer *analyzer, const struct language *language,
                        struct slice stem, size_t number, char *related) {
    struct vocabulary *vocabulary = vocabulary_find(&analyzer->vocabularies, language);
    return vocabulary ? vocabulary_related(vocabulary, stem, number, related) : 0;
}
