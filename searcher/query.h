/* query.h - the query language: text to a tree, never a syntax error.
 *
 *     words            any of them, the more the better
 *     "a phrase"       these words one behind the other, in any of their forms
 *     =exact           this very form of the word; ="a phrase" of these very forms
 *     prefix*          words that begin so; a * alone: all passages
 *     -this            without; also NOT this; but -20 °C at the beginning is a temperature
 *     this AND that    both; OR: either; brackets group. Also the words that languages have for
 *                      them (DAN, ИЛИ); upper case only, and not in a sentence that is in capitals
 *                      throughout: it has a function word of four letters or two shorter ones
 *                      (these not where operators stand between all words), and no other
 *                      sign of this language
 *     title:this       in the article's title: a word, a phrase, or words in brackets
 *     lang:ru          passages in that language, by code or by name, if only its beginning
 *     source:name      articles from there; source:"a name"
 *     date:2024-06..2024-07   articles of that time, whichever end is first; either end may be left
 *                      out, or one date given
 *
 * What stands side by side binds closest, then AND, then OR: `a b AND c` is (a b) AND c. In a
 * sequence, phrases, =exact words and fields are demands, which each passage must meet, and so are
 * groups without words or prefixes: `(lang:en OR lang:ru) a`. Words, prefixes and other groups are
 * wishes, of which one must be met where there is no phrase, =exact word or title: to meet.
 * Excluded things must be absent. Where nothing is found, phrases of several words that stand
 * beside others are searched as words, and the answer says so.
 *
 * Whatever cannot be read so is read as words: an operator with nothing to join, a quote or bracket
 * that is not closed, a field without a proper value. Typographic double quotes are quotes, but
 * guillemets are not: somebody who pastes a headline does not demand a phrase, and names in it are
 * to be found in other alphabets, too. Passages with the words side by side rank first anyway. */
#ifndef ARAL_SEARCHER_QUERY_H
#define ARAL_SEARCHER_QUERY_H

#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"

#include <stdint.h>

struct language;

/* Brackets nested deeper are read as blanks, so that trees stay within a small stack. */
#define QUERY_DEPTH 64

enum query_kind {
    QUERY_TEXT,     /* words: `text` */
    QUERY_PREFIX,   /* `text` without the star */
    QUERY_PHRASE,   /* `text` without the quotes; also =word */
    QUERY_SEQUENCE, /* the children side by side */
    QUERY_AND,
    QUERY_OR,
    QUERY_NOT,      /* one child */
    QUERY_TITLE,    /* one child */
    QUERY_LANGUAGE, /* `language` */
    QUERY_SOURCE,   /* `text` */
    QUERY_DATE,     /* `from`, `to`; either may be empty */
};

struct query_node {
    enum query_kind kind;
    struct slice text; /* points into the query */
    bool exact;        /* QUERY_PHRASE: in these forms only */
    const struct language *language;
    struct slice from, to;
    struct query_node *child; /* the first one */
    struct query_node *next;  /* the sibling behind */
    uint32_t reading;         /* set by reading_make: number of the leaf in reading->leaves */
};

/* The tree of a query, which must be valid UTF-8 and live as long as the tree; NULL where it has
 * nothing to search for (or memory ran out: arena->failed). Of siblings that are the same it has
 * the first. O(length * QUERY_DEPTH). */
struct query_node *query_parse(struct slice query, struct arena *arena);

/* Makes words of the phrases of several words, but ="exact" ones, that stand beside words in the
 * sequence; false where there are none. */
bool query_loosen(struct query_node *query);

/* How many lang:, source: and date: are in the tree, which may be NULL. */
size_t query_count_filters(const struct query_node *query);

/* The first word that begins like a filter but has no value for it ("lang:de", "date:today") and is
 * read as words for that; empty where there is none. O(length). */
struct slice query_misread(const struct query_node *query);

/* The first word, in quotes or not, with a star at its letters that makes no prefix of it ("wi*d",
 * "*wind", "\"wind turb*\"") and is read without it; empty where there is none. O(length). */
struct slice query_stray_star(const struct query_node *query);

/* The language that is meant behind lang:, by its code or name, or three bytes or more of the
 * name's beginning, whatever the capitals; language_other() has these, too. NULL: none (or memory
 * ran out: arena->failed). */
const struct language *query_language(struct slice value, struct arena *arena);

/* Whether there is nothing but blanks: signs alone are a query, if one without words. */
bool query_is_empty(struct slice query);

/* Whether there is nothing but a star, whose tree is NULL, and which stands for all passages. */
bool query_asks_all(struct slice query);

/* Whether it is a question or headline in capitals throughout, whose operators are words: "WHO
 * STARTED THE WAR AND WHEN", but not "CHINA AND USA". O(length); arena->failed where memory ran
 * out. */
bool query_is_in_capitals(struct slice query, struct arena *arena);

/* The first word with a hyphen before it, outside quotes, which excludes nothing where the query is
 * a sentence: it has a capital, two function words, no operators in capitals and no fields, and
 * ends in a full stop, a question mark or an exclamation mark ("When did the Mercedes -Benz come to
 * Russia?"). Empty where there is none. O(length); arena->failed where memory ran out. */
struct slice query_hyphen_in_sentence(struct slice query, struct arena *arena);

/* Whether the word is written like an operator: AND, ATAU, НЕ. */
bool query_is_operator(struct slice word);

/* Whether it is written like AND, in whatever language. */
bool query_is_and(struct slice word);

/* Appends the query in plain notation: words normalised, operators in English, brackets where
 * needed. Parsing that gives the same tree. NULL prints nothing. */
void query_print(const struct query_node *node, struct bytes *out);

/* Appends the words of the query, one blank between its texts: no operators, fields or values of
 * filters, which are in no language. NULL has none. */
void query_append_words(const struct query_node *node, struct bytes *out);

/* What a child asks of passages in a sequence: a wish adds to the score, and where nothing is
 * demanded one of the wishes must be met; a demand must be met and adds to the score; a filter must
 * be met and adds nothing; an exclusion must not be met. */
enum query_role { QUERY_WISH, QUERY_DEMAND, QUERY_FILTER, QUERY_EXCLUSION };
enum query_role query_role(const struct query_node *child);

#endif
