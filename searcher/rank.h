/* rank.h - how passages are ranked: all numbers of it, and the second stage.
 *
 * First stage, by the index: a passage scores, for each word of the query,
 *
 *     idf(term) * saturated frequency of the term (schema.h) * weight of the language and kind
 *
 * of the alternative that reading_prefers among those of the word that it has, added up over the
 * words. It is BM25 with the passages of one language as the collection.
 *
 * Second stage, on the text of the best RANK_CANDIDATES of them: what an index without positions
 * cannot know. Bonuses are never negative, so no passage outside of the best can be overtaken. */
#ifndef ARAL_SEARCHER_RANK_H
#define ARAL_SEARCHER_RANK_H

#include "searcher/match.h"

/* Passages whose text is looked at. Fixed, not derived from how many results are wanted, so that
 * the order does not change from page to page. Half a query's time goes into them; 24 and 60 rank
 * no better (mean nDCG@10 of five collections .8477 and .8475 by 24 and 16), 12 do worse (.8471).
 */
#define RANK_CANDIDATES 16

/* The same for a query of one word: many passages have it equally often, and only their texts tell
 * which of them have it as it was typed. */
#define RANK_CANDIDATES_OF_ONE 32

/* The same for RANK_KEYWORDS keywords or fewer: more passages have some of them than have all, and
 * a passage that has all of them in another language may come late in the first stage. With it, the
 * first ten results hold one in a hundred more of the passages in other languages. */
#define RANK_CANDIDATES_OF_KEYWORDS 24
#define RANK_KEYWORDS 3

/* Weight of a word read in a language that the query is surely not in: low enough that the passages
 * of the query's own language go first, high enough that names, which are the same in all of them,
 * are found everywhere. */
#define RANK_OTHER_LANGUAGE 0.5

/* A part of a number or amount ("100" of "100 ribu"), and a date's month or day without the year:
 * the whole says the same, and more. nDCG@10 of facqa .9010 -> .9017, indosum .8665 -> .8671. */
#define RANK_NUMBER_PART 0.5
#define RANK_DATE_PART 0.5

/* "1,250" as one and a quarter, where passages have 1250, as another language reads it: hardly
 * anybody types three decimals. */
#define RANK_DOUBTFUL_FRACTION 0.2

/* A compound whose parts count as well ("prime-minister"): beyond these it says only that they
 * stand together. nDCG@10 of facqa .9022 -> .9027, indosum .8665 -> .8673, mlqa .8871 -> .8874, the
 * others within .0002; 0.4 to 0.7 rank as well. */
#define RANK_COMPOUND 0.6

/* A match by a related word of the same language: a country's by its adjective. */
#define RANK_RELATED 0.8

/* The same of a number by its ordinal (2, the second): most of these matches mean something else.
 */
#define RANK_ORDINAL 0.5

/* A match by name or translation against one by the word itself; one among keywords, which are all
 * meant, counts more than one in a question or sentence: one word found so ranks below a direct
 * one, two above. A translation is not weighed by its language besides. What gains in other
 * languages costs a little in the query's own. Of keywords of one language over the same passages
 * in three (tests/eval/keywords), mean nDCG@10 is .6233 with .7, .6330 with .8, and the first
 * passage of the own language stands at .8885 and .8874 (MRR). Of questions in another
 * language than their passage, over the pooled collections, .5876 with .5, .6126 with .6, .634 with
 * .7; of those in its own language .8411, .8396, .8371. The median query over 10^6 passages takes a
 * tenth longer than with .7 and .5. A name counts more than a translation. */
#define RANK_NAME 0.75
#define RANK_NAMED_KEYWORD 0.85
#define RANK_TRANSLATION 0.6
#define RANK_TRANSLATED_KEYWORD 0.8

/* The same of a word that no passage has: there are no direct matches that must rank higher. */
#define RANK_ONLY_NAME 0.9
#define RANK_ONLY_TRANSLATION 0.8

/* A word in small letters that finds nothing but names that sound like it, in its own alphabet,
 * against the weightiest of the query's other words: it may be misspelt. */
#define RANK_DOUBTFUL_NAME 0.75

/* A name that was typed in small letters, which rather make another word of it ("маска" is a mask,
 * and of Musk), against that word. */
#define RANK_SMALL_NAME 0.75

/* What each further word of a phrase adds where several words of the query are translated as one
 * phrase, against the idf of the word alone: words of a phrase come together, so that together they
 * tell less than their sum. Questions and headlines in one language over passages in another,
 * twelve sets of 150 to 180: mean nDCG@10 .7987 -> .8007; with 1 the same, but Russian loses. */
#define RANK_FURTHER_WORD 0.5

/* The guess of the query's language: the share of passages a function word has at least; what a
 * word that no passage has counts; how much the identification of the text adds, and how much the
 * letters of another script take away (natural logarithms of likelihoods). */
#define RANK_FUNCTION_WORD_SHARE 0.2
#define RANK_UNKNOWN_WORD_SHARE 0.0005
#define RANK_IDENTIFIED 2.0
#define RANK_OTHER_SCRIPT 2.0

/* ---- second stage ------------------------------------------------------------------------------
 * All are shares of a word's weight (that of its heaviest alternative), which in the first
 * stage counts up to 2.2 times (schema.h: k1 + 1). They were chosen on one half of the queries of
 * several collections and checked on the other half; each earns its place in all three languages.
 */

/* The word stands in the text in the very form of the query. */
#define RANK_EXACT_FORM 0.5

/* The share of that where the query has a capital and the text nowhere: Turkey is no turkey.
 * nDCG@10 of danetqa .8935 -> .8951, pooled questions in Russian .8740 -> .8755, indosum .8673 ->
 * .8676, others +-.0002, keywords +.0015; a bonus for capitals of any form takes from facqa and
 * indosum what it gives to mlqa. */
#define RANK_SMALL_LETTERS 0.4

/* The same where the query, a sentence, has no capital either: what bears a name tells more than
 * what is said of it. nDCG@10, alone and pooled: tydi-id +.0016, +.0017; tydi-en +.0006, +.0008;
 * danetqa +.0007, +.0006; facqa +.0005, +.0006; mlqa -.0004, indosum -.0006; translated questions
 * +.0002, +.0026. Of keywords all count alike: with this share they lose .0006. */
#define RANK_SMALL_LETTERS_IN_SENTENCE 0.8

/* A name sounds just like a keyword and is spelled otherwise; less the less it does: Muhammad is
 * Мухаммад rather than Мохаммед. What a capitalised keyword is found by else counts as well, so
 * that no other name goes before it. Of the 3234 names of tests/unit/names/transcribed.tsv, each
 * with a passage of its own, the right one comes first for .887 of those in Latin letters and .854
 * of those in Russian, instead of .861 and .820; nDCG@10 of keywords .6223 -> .6233. In questions
 * it would take .0005 from those in their own language, over the pooled collections. */
#define RANK_LIKE_NAME 0.2

/* The word comes early: what a passage begins with is what it is about. Full at the first word,
 * half after RANK_LEAD_WORDS, and so on. */
#define RANK_LEAD 0.5
#define RANK_LEAD_WORDS 10

/* Two neighbours of the query are neighbours in the text, in this order; of the lighter word's
 * weight. Names and compounds of two words are made so. A negation that both have before a word is
 * its neighbour, of the word's weight: who seeks "tidak stabil" does not mean "stabil". */
#define RANK_ORDER 0.4

/* The same among keywords, which often are a compound: a heart attack is no attack that begins at
 * the heart. Keywords chosen at random (tests/eval/keywords) rank the same. */
#define RANK_ORDER_OF_KEYWORDS 0.8

/* What that is for a translation by several words that stand side by side, against two neighbours
 * of the query, of the translation's own weight: they are one word of it. nDCG@10 of questions in
 * another language than their passage .7938 -> .7954, over the pooled collections .6391 -> .6403,
 * of keywords .6207 -> .6213, of pooled questions in their own language .8396 -> .8395; with .5
 * .7954, .6412, .6217, .8394. */
#define RANK_WHOLE_TRANSLATION 0.33

/* In queries of up to this many words, neighbours count in full. In longer ones they share what
 * this many would have, since some common pair of words stands in any passage on the subject
 * (indosum .8550 -> .8587, questions the same). Neighbours that translations make always count in
 * full: where they stand in order, they are the right translations. */
#define RANK_ORDER_WORDS 4

/* The heaviest set of words of the query that stands within one stretch of the text. */
#define RANK_WINDOW 0.4
#define RANK_WINDOW_WORDS 20

/* How much of the query the text has, in whatever words: the square of the share that its words
 * have of the weight of all, times that. Keywords are all meant, a question has words that its
 * answer need not have. Keywords that the text lacks may be in the title: of 318 queries of two
 * words of a headline the article came first 274 times, and 252 times without. nDCG@10 of danetqa
 * .8917 -> .8935, mlqa .8864 -> .8871, indosum .8662 -> .8669, the others the same; with .2 danetqa
 * .8944, tydi-id -.001, pooled -.002. */
#define RANK_COVERAGE 0.1
#define RANK_COVERAGE_OF_KEYWORDS 0.8

/* Nothing in the text stands for the word but one of like meaning (lexicon_writer.h): what has
 * "film" answers "movie" better than what has neither. Times how like it is; 0.6 and 1 rank as
 * well. With the one that finds passages (across.h), nDCG@10 of tydi-en .8125 -> .8203, danetqa
 * .8788 -> .8903, tydi-id .7741 -> .7769, others +.0005 to +.0012. */
#define RANK_LIKE_MEANING 0.8

/* The query asks for a year or a number (question.h), and one that it does not have itself stands
 * near its words: in the same sentence, at most RANK_YEAR_BYTES or RANK_NUMBER_BYTES away. The
 * heaviest set of words near such a number counts. A number is beside what it counts, a year may be
 * at the other end; numbers as far away as years gain half as much. nDCG@10 of tydi-id .7770 ->
 * .7793, tydi-en .8203 -> .8219, facqa .8980 -> .8990, mlqa .8839 -> .8863, each in both halves of
 * the queries. Years for "how long" gave nothing, names for "who" +.0003, for "where" less than
 * nothing. */
#define RANK_ANSWER 0.3
#define RANK_YEAR_BYTES 160
#define RANK_NUMBER_BYTES 50

/* Words of a long query that other passages of the same article among the best have: those that
 * this one lacks, and those it has as well. Such a query tells an article as a whole, so they count
 * the more the longer it is, in the share that RANK_ORDER_WORDS takes from its neighbours. nDCG@10
 * of indosum, summaries for articles, .8593 -> .8650, of questions the same. */
#define RANK_ARTICLE 1.5
#define RANK_ARTICLE_AGAIN 0.3

enum rank_part {
    RANK_PART_EXACT_FORM,
    RANK_PART_LIKE_NAME,
    RANK_PART_LEAD,
    RANK_PART_ORDER,
    RANK_PART_WINDOW,
    RANK_PART_COVERAGE,
    RANK_PART_LIKE_MEANING,
    RANK_PART_ANSWER,
    RANK_PART_ARTICLE, /* rank_article's */
    RANK_PARTS,
};

/* What the text of a passage adds to its score, by part; none is negative. */
struct rank_bonus {
    double parts[RANK_PARTS];
};

/* In words, for those who ask why. */
const char *rank_part_name(enum rank_part part);

/* Scratch for one word of the query. */
struct rank_word {
    uint32_t last;   /* position of its latest occurrence, + 1; 0: none yet */
    uint32_t within; /* occurrences in the stretch at hand */
    bool exact;      /* some occurrence is */
    bool capital;    /* some such has a capital */
    bool direct;     /* some occurrence is of the word itself, in whatever form */
    bool in_order;   /* one stood right before the next word of the query */
    bool negated;    /* one stood behind the negation that the query has before the word */
    double likeness; /* of the likest name; 0: none */
    double whole;    /* weight of a translation whose words stood side by side */
};

/* `words` holds reading->word_count elements and is overwritten. O(occurrences + words). */
struct rank_bonus rank_text(const struct text_match *match, struct rank_word *words);

/* How much of the query is in a text or its article's title: `has` has an element for each word.
 * Not part of rank_text, since titles need not be read where the text has all. O(words). */
double rank_coverage(const struct reading *reading, const bool has[]);

/* Whether the text has not all of a query's keywords, so that its title matters. O(words). */
bool rank_lacks_keywords(const struct reading *reading, const bool has[]);

/* What the article's other passages add to the score of one: `own` and `others` have an element for
 * each word, whether the passage and whether one of the others has it. O(words). */
double rank_article(const struct reading *reading, const bool own[], const bool others[]);

double rank_bonus_sum(const struct rank_bonus *bonus);

#endif
