/* across_source.c - the words of a query as one language reads them, and the entries of lexicons
 * that begin with them. */
#include "searcher/crossing.h"

#include "corpus/lexicon/lexicon_words.h"
#include "corpus/unicode/properties.h"
#include "searcher/rank.h"

/* What a word that the language does not know adds to the logarithm of the likelihood. */
#define UNKNOWN_WORD (-1.6)

/* Parts of compounds with no more letters are rather initials or prefixes than words. */
#define PART_LETTERS_ABRIDGED 2

bool crossing_find_entry(const struct across *across, const struct lexicon_word *words, size_t most,
                         struct lexicon_match *match) {
    match->words = 0;
    for (size_t i = 0; i < across->count; i++) {
        struct lexicon_match found;
        if (lexicon_find(across->lexicons[i], words, most, &found) && found.words > match->words) {
            *match = found;
        }
    }
    return match->words > 0;
}

size_t crossing_following(const struct source *source, size_t at) {
    size_t most = 1;
    while (most < LEXICON_WORDS && at + most < source->count &&
           !source->about[at + most - 1].ends_leaf) {
        most++;
    }
    return most;
}

/* Makes room for so many more words. */
static bool reserve_words(struct arena *arena, struct source *source, size_t more) {
    if (source->count + more <= source->capacity) {
        return true;
    }
    size_t capacity = 2 * source->count + more;
    struct lexicon_word *words = arena_allocate_zeros(arena, capacity * sizeof *words);
    struct source_word *about = arena_allocate_zeros(arena, capacity * sizeof *about);
    if (!words || !about) {
        return false;
    }
    if (source->count > 0) {
        memcpy(words, source->words, source->count * sizeof *words);
        memcpy(about, source->about, source->count * sizeof *about);
    }
    source->words = words;
    source->about = about;
    source->capacity = capacity;
    return true;
}

/* Dictionaries have letters as abbreviations and names of notes, in queries they are initials; so
 * are one or two letters of a compound, "re-elected", "AT&T", but for the EU of "EU-Russia". */
static bool is_abridged(struct slice text, const struct token *token) {
    struct slice surface = slice_of(text.data + token->start, token->end - token->start);
    size_t letters = code_point_count(surface);
    char before = token->start > 0 ? text.data[token->start - 1] : ' ';
    char behind = token->end < text.length ? text.data[token->end] : ' ';
    bool signs = memchr("&+", before, 2) || memchr("&+", behind, 2);
    bool part = token->flags & TOKEN_PART && (signs || unicode_capitals(surface) != CAPITALS_ALL);
    return letters == 1 || (part && letters <= PART_LETTERS_ABRIDGED);
}

/* Reads one leaf in the source's language, behind the words of those before it. */
static bool read_leaf(struct crossing *crossing, size_t leaf, struct source *source) {
    struct reading_maker *maker = crossing->maker;
    const struct source_text *read = &source->texts[leaf];
    struct token_list list;
    if (!analyzer_run(maker->analyzer, read->text, source->language, ANALYSIS_QUERY, &list,
                      maker->error)) {
        return false;
    }
    size_t *numbers = arena_allocate_zeros(maker->arena, list.count * sizeof *numbers);
    if (!numbers || !reserve_words(maker->arena, source, list.count + 1)) {
        return error_set_memory(maker->error);
    }
    struct lexicon_word *words = source->words + source->count;
    size_t found = lexicon_words(&list, words, numbers, list.count);
    for (size_t i = 0; i < found; i++) {
        const struct token *token = &list.tokens[numbers[i]];
        struct lexicon_word *word = &words[i];
        struct slice form = arena_copy(maker->arena, word->form);
        *word = (struct lexicon_word){
            .term = arena_copy(maker->arena, word->term),
            .form = form,
            .bare = analyzer_bare_form(maker->analyzer, source->language, form),
            .bound = word->bound,
        };
        source->about[source->count + i] = (struct source_word){
            .surface = crossing_surface(read, token),
            .term = word->term,
            .leaf = leaf,
            .capitalised = token->flags & TOKEN_CAPITALISED,
            .named = token->flags & TOKEN_CAPITALISED && found <= ACROSS_SYNONYMS_TO &&
                     (i > 0 || found <= RANK_KEYWORDS),
            .ends_leaf = i + 1 == found,
            .abridged = is_abridged(read->text, token),
            .typed_out = crossing_is_typed_out(read, token),
        };
    }
    source->count += found;
    return true;
}

bool crossing_read_source(struct crossing *crossing, const struct language *language,
                          struct source *source) {
    const struct reading *reading = crossing->maker->reading;
    size_t unknown = 0;
    source->language = language;
    if (!crossing_read_texts(crossing, language, source)) {
        return false;
    }
    for (size_t i = 0; i < reading->leaf_count; i++) {
        if (reading_is_translated(reading, &reading->leaves[i]) &&
            !read_leaf(crossing, i, source)) {
            return false;
        }
    }
    for (size_t i = 0; i < source->count;) {
        struct lexicon_match match;
        size_t most = crossing_following(source, i);
        size_t words = crossing_find_entry(crossing->across, &source->words[i], most, &match)
                           ? match.words
                           : 1;
        for (size_t j = i; j < i + words; j++) {
            struct lexicon_match alone;
            source->about[j].known =
                match.words > 1
                    ? crossing_find_entry(crossing->across, &source->words[j], 1, &alone)
                    : match.words == 1;
        }
        unknown += match.words == 0 && !source->words[i].bound;
        i += words;
    }
    source->likelihood = UNKNOWN_WORD * (double)unknown;
    return true;
}
