/* What the index is asked for the leaves of a query: words, prefixes and phrases. */
#include "searcher/planner.h"

#include "corpus/languages/language.h"

/* ---- terms ----------------------------------------------------------------------------------- */

/* Adds the first stems of a name. */
static void add_stems(struct planner *planner, struct parts *parts,
                      const struct alternative *alternative, size_t count) {
    for (size_t i = 0; i < count; i++) {
        parts_add(planner, parts,
                  part_of(xapian_query_term(schema_bytes(alternative->stems[i].term), 1,
                                            &planner->failure)));
    }
}

/* One stem of a name, where none before it is. */
static struct xapian_query *plan_stem(struct planner *planner,
                                      const struct alternative *alternative, size_t number) {
    struct xapian_query *query =
        xapian_query_term(schema_bytes(alternative->stems[number].term), 1, &planner->failure);
    struct parts before = {0};
    add_stems(planner, &before, alternative, number);
    return before.count > 0 ? plan_join(planner, XAPIAN_OP_AND_NOT, query,
                                        parts_join(planner, XAPIAN_OP_OR, &before))
                            : query;
}

static struct xapian_query *plan_name(struct planner *planner,
                                      const struct alternative *alternative) {
    struct parts stems = {0};
    for (size_t i = 0; i < alternative->stem_count; i++) {
        parts_add(planner, &stems, part_of(plan_stem(planner, alternative, i)));
    }
    return parts_join(planner, XAPIAN_OP_OR, &stems);
}

static struct xapian_query *plan_term(struct planner *planner,
                                      const struct alternative *alternative) {
    if (alternative->stem_count > 0) {
        return plan_name(planner, alternative);
    }
    struct xapian_query *query =
        xapian_query_term(schema_bytes(alternative->term), 1, &planner->failure);
    for (size_t i = 0; i < alternative->with_count; i++) {
        query =
            plan_join(planner, XAPIAN_OP_FILTER, query,
                      xapian_query_term(schema_bytes(alternative->with[i]), 1, &planner->failure));
    }
    return query;
}

/* ---- which alternatives ---------------------------------------------------------------------- */

/* Alternatives in different languages never meet in a passage. */
static bool can_meet(const struct alternative *one, const struct alternative *other) {
    return !one->language || !other->language || one->language == other->language;
}

/* Whether passages of the language asked for may have what only that language has. */
static bool is_in_reach(const struct planner *planner, const struct language *language) {
    return !planner->language || !language || language == planner->language;
}

static bool is_read_by(const struct reading *reading, const struct leaf *leaf, uint32_t number) {
    for (size_t i = 0; i < reading->language_count; i++) {
        for (size_t j = 0; j < leaf->readings[i].count; j++) {
            if (leaf->readings[i].tokens[j].alternative == number) {
                return true;
            }
        }
    }
    for (size_t i = 0; i < leaf->beside_count; i++) {
        if (leaf->beside[i] == number) {
            return true;
        }
    }
    return false;
}

/* Whether the leaf excludes the alternative: of "turb* -turbine" both have one word, but only one
 * of its terms is excluded. */
static bool is_excluded_by(const struct reading *reading, const struct leaf *leaf,
                           const struct alternative *alternative) {
    return leaf->prefix.length > 0 || !reading->words[alternative->word].prefix ||
           is_read_by(reading, leaf, (uint32_t)(alternative - reading->alternatives));
}

/* Whether some passage that may be asked for has it. */
static bool is_found(const struct planner *planner, const struct alternative *alternative) {
    bool found =
        alternative_is_sound(alternative) ? alternative->stem_count > 0 : alternative->passages > 0;
    return found && is_in_reach(planner, alternative->language);
}

static bool is_weighed(const struct planner *planner, const struct alternative *alternative) {
    return alternative->factor > 0 && is_found(planner, alternative);
}

static bool is_planned(const struct planner *planner, const struct leaf *leaf,
                       const struct alternative *alternative) {
    return leaf->excluded ? is_excluded_by(planner->reading, leaf, alternative) &&
                                is_found(planner, alternative)
                          : is_weighed(planner, alternative);
}

/* ---- words, in operators that servers know --------------------------------------------------- */

/* Adds what says whether a passage has an alternative. */
static void add_any(struct planner *planner, struct parts *parts,
                    const struct alternative *alternative) {
    add_stems(planner, parts, alternative, alternative->stem_count);
    if (alternative->stem_count == 0) {
        parts_add(planner, parts, part_of(plan_term(planner, alternative)));
    }
}

/* The alternatives that go before this one and that a passage may have as well: it counts only
 * where a passage has none of them. NULL: there are none. */
static struct xapian_query *plan_better(struct planner *planner, const struct query_word *word,
                                        const struct alternative *alternative) {
    struct parts better = {0};
    const struct reading *reading = planner->reading;
    for (const struct alternative *other = reading_first(reading, word); other;
         other = reading_next(reading, other)) {
        if (other != alternative && is_weighed(planner, other) && can_meet(other, alternative) &&
            reading_prefers(other, alternative)) {
            add_any(planner, &better, other);
        }
    }
    return better.count > 0 ? parts_join(planner, XAPIAN_OP_OR, &better) : NULL;
}

/* A word's best alternative in a passage counts, not the sum: xapian_query_best said in operators
 * that servers know. (OP_MAX would nearly say it, but libxapian 1.4 crashes when it comes to its
 * end in the same document as its neighbour.) */
static void plan_word(struct planner *planner, const struct query_word *word, struct parts *parts) {
    const struct reading *reading = planner->reading;
    for (const struct alternative *alternative = reading_first(reading, word); alternative;
         alternative = reading_next(reading, alternative)) {
        if (is_weighed(planner, alternative)) {
            struct xapian_query *query = xapian_query_scale(plan_term(planner, alternative),
                                                            alternative->factor, &planner->failure);
            struct xapian_query *better = plan_better(planner, word, alternative);
            parts_add(
                planner, parts,
                part_of(better ? plan_join(planner, XAPIAN_OP_AND_NOT, query, better) : query));
        }
    }
}

/* ---- words, as choices of one best alternative ----------------------------------------------- */

struct choices {
    struct xapian_choice *choices;
    size_t count, capacity;
};

static void add_choice(struct choices *out, struct planner *planner, struct xapian_choice choice) {
    struct xapian_choice *grown =
        arena_grow(planner->arena, out->choices, out->count, &out->capacity, sizeof *grown);
    if (grown) {
        out->choices = grown;
        grown[out->count++] = choice;
    }
}

/* What only passages of that language have, from 1; 0: any may have it. */
static uint32_t language_number(const struct reading *reading, const struct language *language) {
    return language ? (uint32_t)reading_language(reading, language) + 1 : 0;
}

static struct xapian_choice make_choice(struct planner *planner,
                                        const struct alternative *alternative) {
    struct xapian_bytes *with =
        arena_allocate_zeros(planner->arena, alternative->with_count * sizeof *with);
    for (size_t i = 0; with && i < alternative->with_count; i++) {
        with[i] = schema_bytes(alternative->with[i]);
    }
    return (struct xapian_choice){
        .term = schema_bytes(alternative->term),
        .with = with,
        .with_count = with ? alternative->with_count : 0,
        .factor = alternative->factor,
        .group = alternative->word,
        .apart = language_number(planner->reading, alternative->language),
        .frequency = alternative->passages,
    };
}

/* The alternative that comes next behind `last` (NULL: the first) in the order of preference; NULL
 * behind the last one. */
static const struct alternative *find_following(const struct planner *planner,
                                                const struct query_word *word,
                                                const struct alternative *last) {
    const struct reading *reading = planner->reading;
    const struct alternative *following = NULL;
    for (const struct alternative *alternative = reading_first(reading, word); alternative;
         alternative = reading_next(reading, alternative)) {
        if (is_weighed(planner, alternative) && (!last || reading_prefers(last, alternative)) &&
            (!following || reading_prefers(alternative, following))) {
            following = alternative;
        }
    }
    return following;
}

/* Adds the alternatives of a word, those that go before others first. */
static void add_choices(struct planner *planner, const struct query_word *word,
                        struct choices *out) {
    const struct alternative *next = NULL;
    while ((next = find_following(planner, word, next))) {
        struct xapian_choice choice = make_choice(planner, next);
        for (size_t i = 0; i < next->stem_count; i++) {
            if (!is_in_reach(planner, next->stems[i].language)) {
                continue;
            }
            choice.term = schema_bytes(next->stems[i].term);
            choice.frequency = next->stems[i].passages;
            choice.apart = language_number(planner->reading, next->stems[i].language);
            add_choice(out, planner, choice);
        }
        if (next->stem_count == 0) {
            add_choice(out, planner, choice);
        }
    }
}

/* ---- what words weigh ------------------------------------------------------------------------ */

/* Adds the terms of all words that begin with a prefix; those that the query has elsewhere, too,
 * whether it wishes for them there or excludes them. */
static void add_expansions(struct planner *planner, const struct query_word *word,
                           struct parts *parts) {
    const struct reading *reading = planner->reading;
    const struct leaf *leaf = word->prefix;
    for (const struct alternative *at = reading_first(reading, word); at;
         at = reading_next(reading, at)) {
        if (is_planned(planner, leaf, at)) {
            parts_add(planner, parts, part_of(plan_term(planner, at)));
        }
    }
    for (size_t i = 0; i < leaf->beside_count; i++) {
        const struct alternative *at = &reading->alternatives[leaf->beside[i]];
        if (is_found(planner, at)) {
            parts_add(planner, parts, part_of(plan_term(planner, at)));
        }
    }
}

/* All words that begin with a prefix count as one word. */
static void weigh_prefix(struct planner *planner, const struct query_word *word,
                         struct parts *parts) {
    struct parts any = {0};
    add_expansions(planner, word, &any);
    if (any.count > 0) {
        parts_add(planner, parts,
                  part_of(xapian_query_scale(parts_join(planner, XAPIAN_OP_SYNONYM, &any),
                                             word->prefix->factor, &planner->failure)));
    }
}

struct part plan_weights(struct planner *planner, bool all) {
    const struct reading *reading = planner->reading;
    struct choices choices = {0};
    struct parts parts = {0};
    for (size_t i = 0; i < reading->word_count; i++) {
        const struct query_word *word = &reading->words[i];
        if (word->prefix && word->prefix->factor > 0) {
            planner->verify = true;
            weigh_prefix(planner, word, &parts);
        } else if (planner->local) {
            add_choices(planner, word, &choices);
        } else {
            plan_word(planner, word, &parts);
        }
    }
    planner->scores = choices.count > 0 || parts.count > 0;
    if (all && choices.count > 0) {
        add_choice(&choices, planner,
                   (struct xapian_choice){.term = schema_bytes(slice_of_string(TERM_PASSAGE)),
                                          .group = (uint32_t)reading->word_count});
    } else if (all) {
        parts_add(planner, &parts, part_of(plan_passages(planner)));
    }
    if (choices.count > 0) {
        parts_add(planner, &parts,
                  part_of(xapian_query_best(choices.choices, choices.count, &planner->failure)));
    }
    return parts.count > 0 ? part_of(parts_join(planner, XAPIAN_OP_OR, &parts)) : part_nothing;
}

/* ---- the words of a leaf --------------------------------------------------------------------- */

/* Adds a number to a sorted list, once. */
static size_t add_number(uint32_t *numbers, size_t count, uint32_t number) {
    size_t at = count;
    while (at > 0 && numbers[at - 1] > number) {
        at--;
    }
    if (at > 0 && numbers[at - 1] == number) {
        return count;
    }
    memmove(numbers + at + 1, numbers + at, (count - at) * sizeof *numbers);
    numbers[at] = number;
    return count + 1;
}

/* The different words of a leaf, in order of their numbers. */
static size_t leaf_words(const struct reading *reading, const struct leaf *leaf, uint32_t *words) {
    size_t count = 0;
    for (size_t i = 0; i < reading->language_count; i++) {
        for (size_t j = 0; j < leaf->readings[i].count; j++) {
            uint32_t alternative = leaf->readings[i].tokens[j].alternative;
            count = add_number(words, count, reading->alternatives[alternative].word);
        }
    }
    for (size_t i = 0; i < leaf->beside_count; i++) {
        count = add_number(words, count, reading->alternatives[leaf->beside[i]].word);
    }
    return count;
}

/* ---- leaves ---------------------------------------------------------------------------------- */

static struct part plan_words(struct planner *planner, const struct leaf *leaf) {
    const struct reading *reading = planner->reading;
    if (reading_is_silent(reading, leaf)) {
        return part_silent;
    }
    struct parts any = {0};
    size_t count = leaf_words(reading, leaf, planner->words);
    for (size_t i = 0; i < count; i++) {
        for (const struct alternative *at =
                 reading_first(reading, &reading->words[planner->words[i]]);
             at; at = reading_next(reading, at)) {
            if (is_planned(planner, leaf, at)) {
                add_any(planner, &any, at);
            }
        }
    }
    return any.count > 0 ? part_of(parts_join(planner, XAPIAN_OP_OR, &any)) : part_nothing;
}

static struct part plan_prefix(struct planner *planner, const struct leaf *leaf) {
    const struct query_word *word = reading_find_word(planner->reading, leaf->node->text);
    struct parts any = {0};
    planner->verify = true;
    if (word && word->prefix) {
        add_expansions(planner, word, &any);
    }
    return any.count > 0 ? part_of(parts_join(planner, XAPIAN_OP_OR, &any)) : part_nothing;
}

/* The tokens of one word of a phrase. */
struct phrase_word {
    const struct leaf_token *tokens;
    size_t count;
};

static struct phrase_word phrase_word_at(const struct leaf_reading *in, size_t at) {
    size_t end = at + 1;
    while (end < in->count && in->tokens[end].position == in->tokens[at].position) {
        end++;
    }
    return (struct phrase_word){in->tokens + at, end - at};
}

static bool is_same_word(struct phrase_word one, struct phrase_word other) {
    bool same = one.count == other.count;
    for (size_t i = 0; i < one.count && same; i++) {
        same = one.tokens[i].alternative == other.tokens[i].alternative;
    }
    return same;
}

/* Whether the word that begins at a token stands before it in the phrase, too. */
static bool is_repeated(const struct leaf_reading *in, size_t at) {
    struct phrase_word word = phrase_word_at(in, at);
    for (size_t before = 0; before < at;) {
        struct phrase_word other = phrase_word_at(in, before);
        if (is_same_word(other, word)) {
            return true;
        }
        before += other.count;
    }
    return false;
}

/* What has the word in one of its forms; PART_NOTHING where no passage has it. */
static struct part plan_phrase_word(struct planner *planner, struct phrase_word word) {
    struct parts any = {0};
    for (size_t i = 0; i < word.count; i++) {
        const struct alternative *alternative =
            &planner->reading->alternatives[word.tokens[i].alternative];
        if (alternative->passages > 0) {
            parts_add(planner, &any, part_of(plan_term(planner, alternative)));
        }
    }
    return any.count > 0 ? part_of(parts_join(planner, XAPIAN_OP_OR, &any)) : part_nothing;
}

/* All words of the phrase in one language, each once; PART_NOTHING where a word is in no passage.
 */
static struct part plan_phrase_in(struct planner *planner, const struct leaf_reading *in) {
    struct parts all = {0};
    for (size_t at = 0; at < in->count && !all.nothing;) {
        struct phrase_word word = phrase_word_at(in, at);
        if (!is_repeated(in, at)) {
            parts_add(planner, &all, plan_phrase_word(planner, word));
        }
        at += word.count;
    }
    if (all.nothing || all.count == 0) {
        parts_free(&all);
        return part_nothing;
    }
    return part_of(parts_join(planner, XAPIAN_OP_AND, &all));
}

static struct part plan_phrase(struct planner *planner, const struct leaf *leaf) {
    struct parts any = {0};
    for (size_t i = 0; i < planner->reading->language_count; i++) {
        planner->verify |= leaf->readings[i].positions > 1 || leaf->node->exact;
        parts_add(planner, &any, plan_phrase_in(planner, &leaf->readings[i]));
    }
    return any.count == 0 ? part_nothing : part_of(parts_join(planner, XAPIAN_OP_OR, &any));
}

struct part plan_leaf(struct planner *planner, const struct leaf *leaf) {
    return leaf->prefix.length > 0                      ? plan_prefix(planner, leaf)
           : leaf->as_phrase && leaf->beside_count == 0 ? plan_phrase(planner, leaf)
                                                        : plan_words(planner, leaf);
}
