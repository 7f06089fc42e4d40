#include "corpus/analysis/text_run.h"

#include "corpus/analysis/numerals.h"
#include "corpus/analysis/quantity_text.h"
#include "corpus/analysis/scan.h"
#include "corpus/analysis/word_make.h"
#include "corpus/base/array.h"
#include "corpus/base/ascii.h"
#include "corpus/base/roman.h"
#include "corpus/names/names.h"
#include "corpus/unicode/normalise.h"
#include "corpus/unicode/properties.h"

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

static void add_item(struct text_run *run, size_t start, size_t end, bool sign) {
    struct item *item = &run->items[run->item_count++];
    *item = (struct item){(uint32_t)start, (uint32_t)end, 0, run->boundary, sign};
    if (!sign) {
        struct slice surface = slice_of(run->text.data + start, end - start);
        item->hash = word_cache_hash(surface, run->vocabulary);
        word_cache_prefetch_slot(&run->analyzer->cache, item->hash);
        run->boundary = BOUNDARY_NONE;
    }
}

static void add_sign(struct text_run *run, size_t start, size_t end) {
    if (run->quantities) {
        add_item(run, start, end, true);
    }
}

/* Takes the character at byte `at`, up to `next`, which is part of no word. */
static void pass_between(struct text_run *run, size_t at, size_t next) {
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
static void find_items(struct text_run *run) {
    struct slice text = run->text;
    size_t at = run->at;
    run->item_count = 0;
    while (at < text.length && run->item_count < RUN_BATCH) {
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

/* ---- taking them ----------------------------------------------------------------------------- */

static bool reserve_marks(struct analyzer *analyzer, size_t more) {
    return array_reserve(&analyzer->marks, &analyzer->mark_capacity, analyzer->mark_count + more,
                         sizeof *analyzer->marks);
}

/* Whether the tokens of a word are wanted, or needed to find those that are. */
static bool is_wanted(struct text_run *run, const struct word *word) {
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

static void add_marks(struct text_run *run, size_t start, const struct word *word) {
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
static bool add_word(struct text_run *run, size_t start, const struct word *word) {
    struct analyzer *analyzer = run->analyzer;
    if (!array_reserve(&analyzer->tokens, &analyzer->token_capacity,
                       analyzer->token_count + word->token_count, sizeof *analyzer->tokens) ||
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
static bool take_word(struct text_run *run, size_t start, const struct word *word) {
    if (is_wanted(run, word) && !add_word(run, start, word)) {
        return false;
    }
    run->position += word->positions;
    run->after_abbreviation = word->abbreviation;
    run->passed.length = 0;
    return true;
}

/* Passes a word of letters or digits alone that has none of the wanted terms and is not needed to
 * find them. */
static void pass_word(struct text_run *run, struct slice surface) {
    run->position++;
    run->passed = surface;
}

static bool is_after_abbreviation(const struct text_run *run) {
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

/* ---- passing words that show no clue --------------------------------------------------------- */

/* Whether numbers are looked for and a word is a Roman numeral or means something beside a number.
 */
static bool is_beside_numbers(const struct text_run *run, struct slice surface) {
    if (!run->quantities) {
        return false;
    }
    char short_form[WORD_SHORT_BYTES];
    struct slice form = word_normalise_short(surface, short_form);
    return roman_numeral(form) > 0 ||
           vocabulary_may_be_number_word(&run->analyzer->vocabularies, form);
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

/* Digits alone, few enough to be a plain number. */
static bool is_of_digits(struct slice surface) {
    enum { DIGITS = 9 };
    size_t at = 0;
    while (at < surface.length && ascii_is_digit(surface.data[at])) {
        at++;
    }
    return at == surface.length && at <= DIGITS;
}

/* Whether a word cannot have a wanted term and is not needed to find one. Asked only of words that
 * are not in the cache: there the word itself answers sooner. */
static bool is_clueless(struct text_run *run, const struct item *item, struct slice surface) {
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

/* ---- words and signs ------------------------------------------------------------------------- */

/* Whether the text makes a Roman numeral, or an ordinal, of what need not be one: a single letter,
 * also in "I's", a word in small letters, or digits. */
static bool is_numeral(const struct text_run *run, const struct item *item, struct slice surface) {
    enum { DIGITS = 3 };
    const struct numeral_text in = {run->text, run->vocabulary, run->capitals};
    if (ascii_is_digit(*surface.data)) {
        return surface.length <= DIGITS && is_of_digits(surface) &&
               numeral_stands_in_digits(&in, item->start, item->end);
    }
    if (roman_numeral(surface) > 0) {
        return numeral_stands_small(&in, item->start, item->end);
    }
    size_t next = item->start + 1;
    if (!ascii_is_upper(*surface.data) ||
        (next < item->end && scan_begins_word(run->text, next, &next))) {
        return false;
    }
    const char letter = ascii_to_lower(*surface.data);
    return numeral_is_doubtful(run->vocabulary, slice_of(&letter, 1)) &&
           numeral_stands(&in, item->start);
}

/* Flags of enum word_context: what tells of the word beside its letters. */
static unsigned context_of_word(const struct text_run *run, const struct item *item,
                                struct slice surface) {
    unsigned context =
        (is_numeral(run, item, surface) ? CONTEXT_NUMERAL : 0u) | (run->query ? CONTEXT_QUERY : 0u);
    if (run->capitals) {
        context |= CONTEXT_CAPITALS;
    } else if (is_capital(run->text, item->start) &&
               (item->boundary == BOUNDARY_NONE ||
                (item->boundary == BOUNDARY_STOP && is_after_abbreviation(run)))) {
        context |= CONTEXT_MID_SENTENCE;
    }
    return context;
}

static bool run_word(struct text_run *run, const struct item *item) {
    struct analyzer *analyzer = run->analyzer;
    struct word_cache *cache = &analyzer->cache;
    struct slice surface = slice_of(run->text.data + item->start, item->end - item->start);
    unsigned context = context_of_word(run, item, surface);
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

/* Marks a sign that is a word beside numbers, such as '$' or '%'; passes others. */
static bool run_sign(struct text_run *run, const struct item *item) {
    struct analyzer *analyzer = run->analyzer;
    char short_form[WORD_SHORT_BYTES];
    struct slice form = word_normalise_short(
        slice_of(run->text.data + item->start, item->end - item->start), short_form);
    if (!vocabulary_may_be_number_word(&analyzer->vocabularies, form)) {
        return true;
    }
    if (!reserve_marks(analyzer, 1)) {
        return false;
    }
    const struct number_word *word =
        vocabulary_number_word(&analyzer->vocabularies, run->vocabulary, form);
    analyzer->marks[analyzer->mark_count++] = (struct mark){
        .start = item->start,
        .end = item->end,
        .position = run->position,
        .kind = MARK_WORD,
        .several = word && vocabulary_begins_number_word(&analyzer->vocabularies, form),
        .word = word,
        .value = slice_of_string(word ? word->form : ""),
        .next_token = analyzer->token_count};
    return true;
}

bool text_run_words(struct text_run *run) {
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

bool text_run_outline(struct text_run *run, const struct text_outline *outline) {
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_word *word = &outline->words[i];
        if (run->kept == 0 && !outline_may_hold(word, run->wanted)) {
            run->position++;
        } else if (!take_word(run, word->start, word->word)) {
            return false;
        }
    }
    return true;
}
