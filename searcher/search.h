/* search.h - one search(request) -> answer, for the command line and the web page alike.
 *
 * What a query means is written in query.h, how passages are ranked in rank.h. The same query over
 * the same index gives the same results, order and scores, whoever asks, in whatever format, on one
 * index or on its shards.
 *
 * All strings are UTF-8. Offsets and lengths are bytes. */
#ifndef ARAL_SEARCHER_SEARCH_H
#define ARAL_SEARCHER_SEARCH_H

#include "corpus/base/error.h"
#include "corpus/base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct language;

/* ---- limits -----------------------------------------------------------------------------------
 * Whatever is left out because of a limit is told in the answer's notes; only a query longer than
 * SEARCH_QUERY_BYTES, one of more filters than SEARCH_FILTERS or more terms than
 * XAPIAN_QUERY_TERMS_MAX and a search beyond its time are refused. */
struct search_limits {
    size_t query_bytes; /* a longer query is refused with ERROR_LIMIT */
    size_t words;       /* different words of a query that are searched, the first ones */
    size_t filters;     /* lang:, source: and date: of a query; one of more: ERROR_LIMIT */
    size_t expansions;  /* words a prefix* stands for, the most frequent ones */
    size_t candidates;  /* passages whose text is read to verify phrases, =exact, title:, prefix* */
    size_t results;     /* offset + limit may not be more: ERROR_LIMIT */
    unsigned time_ms;   /* ERROR_TIMEOUT beyond it, looked at between the steps of a search */
};

#define SEARCH_QUERY_BYTES 131072
#define SEARCH_WORDS 256
#define SEARCH_FILTERS 1000 /* xapian-core's time grows with their square: 1.5 s for 8,000 */
#define SEARCH_EXPANSIONS 64
#define SEARCH_CANDIDATES 5000
#define SEARCH_RESULTS 10000
#define SEARCH_TIME_MS 10000

/* Where no article has the source that is asked for, the most names of others that are compared
 * with it letter by letter, the first ones: a tenth of a millisecond each, and where each blog is a
 * source, they are many. */
#define SEARCH_SOURCE_NAMES 1000

/* ---- the request ----------------------------------------------------------------------------- */

enum search_by {
    SEARCH_BY_PASSAGE, /* ranked passages, at most per_article of one article */
    SEARCH_BY_ARTICLE, /* each article once, by its best passage */
};

enum search_sort { SEARCH_SORT_RELEVANCE, SEARCH_SORT_NEWEST, SEARCH_SORT_OLDEST };

/* What the answer is to hold beside ids and scores; what is not asked for costs nothing. */
enum search_part {
    SEARCH_ARTICLES = 1 << 0,   /* title, url, date, source, author, extra of each result */
    SEARCH_TEXTS = 1 << 1,      /* text, snippet and highlights of each result */
    SEARCH_COUNTS = 1 << 2,     /* exact totals, whatever they cost within the time limit */
    SEARCH_FACETS = 1 << 3,     /* counts by language, source and month */
    SEARCH_REASONS = 1 << 4,    /* why each result ranks as it does */
    SEARCH_SUGGESTION = 1 << 5, /* a better query, where words seem to be misspelt */
    SEARCH_NAMES = 1 << 6,      /* with SEARCH_ARTICLES: highlights of the names of results */
};

/* {0} and a query is a good request but for `limit` and `across`: see search_request_default. */
struct search_request {
    struct slice query; /* as typed; bytes that are no UTF-8 are read as U+FFFD */
    enum search_by by;
    uint32_t per_article; /* by passage: most passages of one article; 0: SEARCH_PER_ARTICLE */
    uint32_t limit;       /* most results; 0 only counts */
    uint32_t offset;      /* results to leave out at the start */

    /* Filters, in addition to those in the query; empty or NULL for none. */
    const struct language *language; /* of the passage */
    struct slice since, until;       /* "2024", "2024-06" or "2024-06-11", both included */
    struct slice source;             /* name, whatever its capitals */

    enum search_sort sort;       /* articles without a date come last in both orders of date */
    bool across;                 /* other languages and alphabets, and like meanings, too */
    bool unfold;                 /* show copies of one passage one by one */
    bool lists;                  /* an empty query finds all that passes the filters, not nothing */
    unsigned parts;              /* set of enum search_part */
    struct search_limits limits; /* 0 in a field: the constant above */
};

#define SEARCH_LIMIT 10
#define SEARCH_PER_ARTICLE 2

/* The request of somebody who only typed a query: ten passages, across languages, all parts but
 * counts, facets, reasons and a suggestion. */
struct search_request search_request_default(struct slice query);

/* Whether the request has a filter beside its query, or asks for an order of date: enough to ask
 * for, without any words. */
bool search_request_narrows(const struct search_request *request);

/* True for "2024", "2024-06" and "2024-06-11", of days that exist. */
bool search_date_valid(struct slice date);

/* Whether the first of two such dates begins behind the end of the second; "" is no bound. */
bool search_date_later(struct slice first, struct slice second);

/* ---- the answer ------------------------------------------------------------------------------ */

/* How a word of the text came to match, best first. */
enum match_kind { MATCH_EXACT, MATCH_STEM, MATCH_NAME, MATCH_TRANSLATION };

/* "exact", "stem", "name", "translation". */
const char *match_kind_name(enum match_kind kind);

struct search_highlight {
    uint32_t start, end; /* bytes of the result's text */
    enum match_kind kind;
};

/* A part of a score: its sum over the reasons is the score. */
struct search_reason {
    const char *what;     /* "word", "exact form", "order", "window", ... : rank.h names them */
    struct slice word;    /* of the query, as typed; empty for what concerns all words */
    struct slice term;    /* the index term that matched; empty where it is not about one */
    enum match_kind kind; /* of that match */
    double score;
};

struct search_result {
    uint32_t rank; /* from offset + 1 */
    double score; /* not negative; falls with rank when sorted by relevance (equal ones possible) */
    struct slice id;                 /* the passage's: "ARTICLE#NUMBER" */
    struct slice article;            /* the article's */
    uint32_t number;                 /* of the passage in its article, from 1 */
    const struct language *language; /* of the passage; never NULL */

    /* With SEARCH_ARTICLES; empty where the article has none. `extra` is a JSON object. */
    struct slice title, url, date, source, author, extra;
    struct slice name; /* the title, or the article's first words where it has none */

    /* With SEARCH_NAMES: bytes of `name`, in order, never overlapping. */
    const struct search_highlight *name_highlights;
    size_t name_highlight_count;

    /* With SEARCH_TEXTS. Byte n of `text` is byte start + n of the article's text. The snippet is
     * the run of whole sentences of `text` to show. Highlights are in order and never overlap;
     * they may lie outside the snippet. */
    struct slice text;
    uint64_t start;
    uint32_t snippet_start, snippet_end;
    const struct search_highlight *highlights;
    size_t highlight_count;

    uint32_t copies; /* near-duplicates of this passage that were folded into it */

    /* With SEARCH_REASONS, greatest first. */
    const struct search_reason *reasons;
    size_t reason_count;
};

struct search_facet_value {
    struct slice value; /* a language code, a source, a month ("2024-06", or "2024") */
    uint32_t passages;
};

struct search_facet {
    const struct search_facet_value *values; /* most frequent first; months: latest first */
    size_t count;
};

/* One way a word of the query is looked up. */
struct search_alternative {
    struct slice term;               /* of the index; of a name, its key */
    const struct slice *with;        /* the other terms of a translation by several words; */
    size_t with_count;               /* `term` is the rarest of them */
    const struct language *language; /* NULL for numbers, dates and names */
    enum match_kind kind;
    uint32_t passages; /* that hold `term`, or one of the name's */
    double weight;     /* what the term's frequency in a passage is multiplied by; 0: not used */
};

enum search_use {
    SEARCH_WORD_USED,
    SEARCH_WORD_FUNCTION, /* left out: a function word beside content words */
    SEARCH_WORD_UNKNOWN,  /* no passage has it */
    SEARCH_WORD_EXCLUDED, /* -word */
    SEARCH_WORD_REPEATED, /* the same as a word before */
    SEARCH_WORD_LIMIT,    /* left out: beyond limits.words */
};

/* A word of the query and how it was read. */
struct search_word {
    struct slice surface; /* as typed */
    enum search_use use;
    bool repaired;        /* letters of the wrong alphabet in it were read as others */
    struct slice written; /* as its language writes it, where it seems typed out in Latin letters */
    const struct search_alternative *alternatives;
    size_t alternative_count;
};

struct search_total {
    uint64_t passages, articles; /* at least this many */
    bool exact;                  /* exactly this many: only then show them as a count */
};

/* What an answer can tell its reader. */
enum search_note_kind {
    SEARCH_NOTE_ENCODING,   /* the query is not UTF-8 */
    SEARCH_NOTE_DATES,      /* no day is both since and until */
    SEARCH_NOTE_MISREAD,    /* what follows lang:, date: or source: is none, and read as words */
    SEARCH_NOTE_STAR,       /* a * stands where it is not read */
    SEARCH_NOTE_HYPHEN,     /* a hyphen before a word of a sentence excludes nothing */
    SEARCH_NOTE_SOURCE,     /* a source that no article has is asked for */
    SEARCH_NOTE_WORDS,      /* only the first `number` words were searched */
    SEARCH_NOTE_EXPANSIONS, /* a prefix* stands for `number` words only */
    SEARCH_NOTE_CANDIDATES, /* only `number` passages were verified */
    SEARCH_NOTE_UNQUOTED,   /* phrases that no passage has are searched as words */
    SEARCH_NOTE_RESPELT,    /* misspelt words that no passage has are searched as others */
    SEARCH_NOTE_NO_WORDS,
    SEARCH_NOTE_NO_ARTICLES,
    SEARCH_NOTE_COUNT,
};

struct search_note {
    enum search_note_kind kind;
    uint64_t number;
    struct slice text; /* one sentence in English */
};

struct search_answer {
    struct slice query;   /* as given, valid UTF-8 */
    struct slice read_as; /* the same query in plain notation, for people (query_print): in small
                             letters, though names and abbreviations are known by their capitals;
                             "*" where all that passes the filters is asked for */
    const struct language *language; /* the language the query seems to be in; never NULL */
    const struct search_word *words;
    size_t word_count;

    enum search_sort sort; /* as asked; a query of filters only is sorted by date */
    struct search_total total;
    const struct search_result *results;
    size_t result_count;

    /* With SEARCH_FACETS; counted over passages. */
    bool facets_exact; /* otherwise each count is a lower bound */
    struct search_facet languages, sources, months;

    /* With SEARCH_SUGGESTION: the query with misspelt words replaced, which finds something; to be
     * offered. Only words that no passage has, beside others, are searched so (respell.h), which a
     * note tells. Empty: none (suggest.h). */
    struct slice suggestion;

    /* What was left out or read otherwise. */
    const struct search_note *notes;
    size_t note_count;

    /* What of the installation does not work, one sentence each: for those who mend it, as they may
     * hold names of files and servers. */
    const struct slice *troubles;
    size_t trouble_count;

    uint64_t microseconds; /* parse, match and retrieval */
};

/* ---- the searcher ---------------------------------------------------------------------------- */

/* An open index with the scratch memory of searches: one per thread. */
struct searcher;

/* How servers are waited for; {0} is usual. */
struct searcher_options {
    unsigned timeout_ms; /* for each of their answers; 0: 10 s */
    /* Those that cannot be reached (ERROR_NETWORK, ERROR_TIMEOUT), now or when they are searched,
     * are left out while there is another location; the troubles of every answer name them. A stub
     * file is one location. */
    bool partial;
};

/* Opens `count` (at least 1) locations, searched as one: a directory, a Xapian stub file, or
 * tcp://HOST:PORT. NULL: ERROR_NOT_FOUND, ERROR_VERSION (the message names the command that mends
 * it), ERROR_CORRUPT, ERROR_IO, ERROR_NETWORK, ERROR_TIMEOUT, ERROR_MEMORY. An index without
 * articles is no failure. */
struct searcher *searcher_open(const char *const locations[], size_t count,
                               struct searcher_options options, struct error *error);
void searcher_close(struct searcher *searcher);

/* Moves to what has been committed since, or to the index that was put in the place of that which
 * was opened; fails as searcher_open does. Lexicons stay as they were. */
bool searcher_reopen(struct searcher *searcher, struct error *error);

/* What the lexicons of these locations are just now: another number after word pairs were added,
 * which a searcher that is open already does not see. For ETags, too. */
uint64_t searcher_lexicons(const char *const locations[], size_t count);

/* What the searcher sees now. `revision` changes with every commit and is 0 where a server cannot
 * tell; `identity` names the database, it lives as long as the searcher. For ETags. */
struct searcher_state {
    uint64_t revision;
    struct slice identity;
    uint32_t passages, articles;
};
bool searcher_get_state(struct searcher *searcher, struct searcher_state *state,
                        struct error *error);

/* Searches. The answer and all it points to live until the next call with this searcher. Reads on
 * while a writer commits: it reopens the index and begins again where it must. A query that finds
 * nothing, or says nothing, is no failure. ERROR_LIMIT, ERROR_TIMEOUT, ERROR_CHANGED (it was
 * written to faster than it could be read), ERROR_CORRUPT, ERROR_IO, ERROR_NETWORK, ERROR_MEMORY.
 */
const struct search_answer *searcher_search(struct searcher *searcher,
                                            const struct search_request *request,
                                            struct error *error);

/* Whether the answer has what the request is for: results, or passages where only these are
 * counted. */
bool search_answer_finds(const struct search_answer *answer, const struct search_request *request);

/* ---- one article ----------------------------------------------------------------------------- */

struct shown_passage {
    uint32_t number;
    const struct language *language;
    uint64_t start; /* in the article's text */
    uint32_t length;
};

struct shown_article {
    struct slice id, title, url, date, lang, source, author, extra;
    struct slice name; /* the title, or the first words where there is none */
    struct slice text; /* the whole article */
    const struct shown_passage *passages;
    size_t passage_count;
    const struct shown_passage *passage; /* the one whose id was given; NULL: the article's was */
    const struct search_highlight *highlights; /* in that passage, bytes of it */
    size_t highlight_count;
};

/* The article of the passage "ARTICLE#NUMBER" or, where there is no such passage, the article of
 * that id. Lives until the next call with this searcher. ERROR_NOT_FOUND and those of
 * searcher_search. */
const struct shown_article *searcher_show(struct searcher *searcher, struct slice id,
                                          struct error *error);

/* The same, with highlights of what a search marks in the passage whose id was given. */
const struct shown_article *searcher_show_marked(struct searcher *searcher, struct slice id,
                                                 const struct search_request *request,
                                                 struct error *error);

#endif
