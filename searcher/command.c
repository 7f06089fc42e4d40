#include "searcher/command.h"

#include "corpus/base/constant.h"
#include "corpus/base/streams.h"
#include "corpus/languages/language.h"
#include "searcher/query.h"
#include "shim/xapian-c.h"

#include <stdlib.h>
#include <unistd.h>

/* Seconds to wait for a server or a search. */
#define SECONDS_LEAST 0.001
#define SECONDS_MOST 3600.0

/* Limits as text. */
#define SOURCE_NAMES CONSTANT_TEXT(SEARCH_SOURCE_NAMES)
#define EXPANSIONS CONSTANT_TEXT(SEARCH_EXPANSIONS)
#define CANDIDATES CONSTANT_TEXT(SEARCH_CANDIDATES)
#define WORDS CONSTANT_TEXT(SEARCH_WORDS)
#define TERMS CONSTANT_TEXT(XAPIAN_QUERY_TERMS_MAX)

static const char *const synopsis[] = {
    "[options] QUERY...",
    "[options] --lang|--since|--until|--source|--sort VALUE",
    "[options] --topics FILE",
    "[options] --show ID",
    "[options] --explain QUERY...",
    "[--lang CODE] [--format text|json|jsonl] --analyze TEXT|-",
    NULL,
};

static const struct option_row options_table[] = {
    {OPTION_INDEX, "index", 'i', "LOCATION", false, NULL, "Index",
     "Search the index in this directory, stub file or tcp://HOST:PORT; several of them are "
     "searched as one"},
    {OPTION_TIMEOUT, "timeout", 0, "SECONDS", false, NULL, "Index",
     "Wait at most SECONDS for each answer of a server (10)"},
    {OPTION_PARTIAL, "partial", 0, NULL, false, NULL, "Index",
     "Search the other indexes where the server of one cannot be reached, and say so"},
    {OPTION_TOPICS, "topics", 0, "FILE", false, NULL, "What to do",
     "Answer many queries: FILE has one `qid<TAB>query` a line; - is standard input. A query "
     "beyond a limit and a line that is none are reported as FILE:LINE, and the others are "
     "answered"},
    {OPTION_SHOW, "show", 0, "ID", false, NULL, "What to do",
     "Print the passage ARTICLE#NUMBER or, where there is none, the whole article of that id"},
    {OPTION_EXPLAIN, "explain", 0, NULL, false, NULL, "What to do",
     "Show how the query is read, word by word, and why the first hits rank as they do"},
    {OPTION_ANALYZE, "analyze", 0, NULL, false, NULL, "What to do",
     "Show the words and terms that analysis finds in a text, or with - in each line of standard "
     "input; as json or jsonl, one object for each text"},
    {OPTION_LIMIT, "limit", 'n', "N", false, NULL, "Results",
     "Print at most N results (" CONSTANT_TEXT(SEARCH_LIMIT) "); with 0, only count them"},
    {OPTION_OFFSET, "offset", 0, "N", false, NULL, "Results", "Leave out the first N results (0)"},
    {OPTION_BY, "by", 0, "passage|article", false, NULL, "Results",
     "Rank passages, or each article by its best passage (passage)"},
    {OPTION_PER_ARTICLE, "per-article", 0, "N", false, NULL, "Results",
     "By passage: print at most N passages of one article (" CONSTANT_TEXT(SEARCH_PER_ARTICLE) ")"},
    {OPTION_LANG, "lang", 0, "CODE", false, NULL, "Results",
     "Only passages in this language, given by its code (such as en) or its name; xx is any "
     "language that the program does not know"},
    {OPTION_SINCE, "since", 0, "DATE", false, NULL, "Results",
     "Only articles of this year, month or day (2024, 2024-06, 2024-06-11) or later"},
    {OPTION_UNTIL, "until", 0, "DATE", false, NULL, "Results",
     "Only articles of this year, month or day or earlier"},
    {OPTION_SOURCE, "source", 0, "NAME", false, NULL, "Results", "Only articles from this source"},
    {OPTION_SORT, "sort", 0, "relevance|newest|oldest", false, NULL, "Results",
     "Order of the results (relevance)"},
    {OPTION_ACROSS, "across", 0, "on|off", false, NULL, "Results",
     "Also find words of the same meaning in other languages, in other alphabets and in the "
     "query's own language (on)"},
    {OPTION_UNFOLD, "unfold", 0, NULL, false, NULL, "Results",
     "Print each copy of a passage as a result of its own, as the format trec always does"},
    {OPTION_CANDIDATES, "candidates", 0, "N", false, NULL, "Results",
     "Check at most the best N passages for phrases, exact words, titles and prefixes "
     "(" CANDIDATES ")"},
    {OPTION_TIME_LIMIT, "time-limit", 0, "SECONDS", false, NULL, "Results",
     "Give up a search that takes longer (10)"},
    {OPTION_FORMAT, "format", 0, "text|json|jsonl|tsv|trec", false, NULL, "Output",
     "How to print results (text)"},
    {OPTION_COLOR, "color", 0, "auto|always|never", false, NULL, "Output",
     "Print matches in bold: on a terminal, unless NO_COLOR is set (auto)"},
    {OPTION_THREADS, "threads", 0, "N", false, NULL, "Output",
     "With --topics: search with N threads (1; at most " CONSTANT_TEXT(COMMAND_THREADS) ")"},
    {OPTION_TIMING, "timing", 0, "FILE", false, NULL, "Output",
     "With --topics: write `qid<TAB>microseconds<TAB>hits` for each query to FILE, which is not -: "
     "standard output has the answers"},
    {0},
};

static const struct manual_row query_rows[] = {
    {"laut aral",
     "passages with any of the words, in any of their forms; those with more of them rank higher. "
     "Words without which the rest says the same are not sought: the, of, when; at the beginning "
     "also please tell me, news about and the like"},
    {"\"laut aral\"",
     "only passages with these words one after the other. Where no passage has the phrase, and "
     "the query has other words, its words are searched like the others, and a note says so. "
     "“laut aral” and „laut aral“ are phrases, too. «laut aral», as in a pasted headline, is two "
     "words; passages where they stand side by side rank first"},
    {"XXI век, 21st century",
     "the same number in all languages, also written in letters (twenty-first). A lone X, and an I "
     "that may be a word, are read as numerals only beside what is numbered (chapter X, Pope Leo "
     "X, World War I)"},
    {"WHO",
     "a short word in capitals is read as an abbreviation; where no passage has that, as the "
     "word itself"},
    {"=turbines", "only passages with this very form of the word; also =\"a phrase\""},
    {"turb*",
     "words that begin with turb. A * inside a word or in quotes has no meaning; a * alone "
     "lists all passages, the newest first"},
    {"-solar, NOT solar",
     "only passages that do not have the word, nor its surest translation; also before brackets "
     "and fields. -\"a phrase\" excludes these words only, not their translations, and -second "
     "does not exclude II. -20 °C at the beginning of a query (behind -- on the "
     "command line), with °, degrees, derajat or градусов right behind the number, is a "
     "temperature; elsewhere write −20 °C. In a sentence (When did the Mercedes -Benz come to "
     "Russia?) a - excludes nothing, NOT does"},
    {"a AND b, a OR b, (a b)",
     "both, either, a group. The operators are also read in the other languages (DAN, ATAU, BUKAN, "
     "И, ИЛИ, НЕ), and only in capitals. In a question or headline that is in capitals throughout "
     "(WHO STARTED THE WAR AND WHEN) they are words; in CHINA AND USA they are not. Words side by "
     "side bind closest, then AND, then OR. A "
     "group of phrases and fields is a condition, as each of them is: (lang:en OR lang:ru) a"},
    {"title:aral", "only articles with the word, phrase or group in the title"},
    {"lang:ru",
     "only passages in that language, given by its code, its name or the beginning of the name"},
    {"source:name", "only articles from there; also source:\"a name\""},
    {"date:2024-06..2024-07",
     "only articles of that time; either end may be missing, and a single date is a range, too. An "
     "article that is dated by a month or a year alone counts as of its first day, but is not in "
     "the range of that single day"},
    {0},
};

static const struct manual_row format_rows[] = {
    {"text", "for people: rank and title; date, source, language and id; a snippet of whole "
             "sentences"},
    {"json", "one object: the query as typed and as read, totals, counts by language, source and "
             "month, and the results. Its schema is share/aral/answer.schema.json where the "
             "program is installed"},
    {"jsonl", "each result as in json, one a line"},
    {"tsv", "rank, id, score, language, date, title and snippet with tabs between; the id is the "
            "passage's, with --by article the article's"},
    {"trec", "`QID Q0 ID RANK SCORE aral`, as programs for evaluation read it: scores fall "
             "strictly, QID is 1 without --topics, blanks in an id are written %20"},
    {0},
};

/* Terms, then what rank_part_name says. */
static const struct manual_row explanation_rows[] = {
    {"idharga", "the stem of a word, behind the code of its language"},
    {"#17, #17.",
     "a number and an ordinal; #17 IDR is an amount of money, #17000 m one of 17 km: kilo, "
     "mega and the like are multiplied out"},
    {"~aral", "the sound of a name, in whatever alphabet"},
    {"word A as B", "the passage has the term B, which stands for the word A of the query"},
    {"exact form", "words are written as in the query"},
    {"like name", "names are spelled nearly as in the query"},
    {"lead", "words come early in the passage"},
    {"order", "neighbours in the query are neighbours in the passage"},
    {"window", "words stand near each other"},
    {"coverage", "how much of the query the passage has"},
    {"like meaning", "it has a word that means nearly the same as one it lacks"},
    {"answer", "the query asks for a year or a number, and one stands near its words"},
    {"rest of the article", "other passages of the article have more of the query"},
    {0},
};

static const struct manual_row limit_rows[] = {
    {"query", CONSTANT_TEXT(SEARCH_QUERY_BYTES) " bytes; a longer one is refused"},
    {"terms",
     TERMS " for a query, with those of its words in all languages; one with more is refused"},
    {"words", "the first " WORDS " different words of a query are searched, of prefixes and "
              "excluded words those that are left, and the first " WORDS
              " in Latin letters are also read as typed out"},
    {"filters", CONSTANT_TEXT(SEARCH_FILTERS) " lang:, source: and date: of a query; one with more "
                                              "is refused"},
    {"expansions", "a prefix* stands for the " EXPANSIONS " of its words that most articles have"},
    {"candidates",
     "the best " CANDIDATES
     " passages are looked at for phrases, exact words, titles and prefixes (--candidates)"},
    {"source-names",
     "where no article has the source that is asked for, the nearest of the first " SOURCE_NAMES
     " names is looked for"},
    {"results", "offset and limit together at most " CONSTANT_TEXT(SEARCH_RESULTS)},
    {"time", "10 seconds for a search (--time-limit)"},
    {0},
};

static const struct manual_row environment_rows[] = {
    {"ARAL_INDEX", "the index where --index is not given; without it, "
                   "$XDG_DATA_HOME/aral/index, which is ~/.local/share/aral/index"},
    {"ARAL_LEXICON",
     "the lexicon for searching across languages, instead of the one that came with "
     "the program; your own word pairs (aral-index lexicon) are used as well"},
    {"NO_COLOR", "if set and not empty, nothing is printed in bold unless --color=always"},
    {0},
};

static const struct manual_row exit_rows[] = {
    {"0", "something was found: a result to print or, with --limit 0, to count"},
    {"1",
     "nothing was found, or nothing behind --offset; trec, which prints copies one by one, may "
     "have results there where the other formats have none"},
    {"2", "wrong usage or a failure, even of only one of several topics; the reason is on standard "
          "error"},
    {0},
};

static const struct manual_section sections[] = {
    {"DESCRIPTION",
     "Searches articles that aral-index(1) has added, and prints the passages that answer best. "
     "The query may be in any of the languages of the index, also typed out in Latin letters; "
     "nobody needs to say which. A misspelt word that no passage has is searched as what it seems "
     "to "
     "be meant for, where other words of the query are found, and standard error tells so; =word "
     "is "
     "never read otherwise. A passage that other articles repeat, word for word or nearly so, "
     "is one result that says how many copies there are. Without a query, a filter (--lang, "
     "--since, --until, --source) or --sort "
     "by date lists all passages that it leaves, the newest first unless --sort says otherwise.",
     NULL},
    {"QUERY LANGUAGE",
     "There are no syntax errors: what cannot be read as an operator is read as words. After the "
     "first word of a query, -word excludes a word and is not an option. The words of an article's "
     "title count as words of each of its passages in the title's language.",
     query_rows},
    {"OUTPUT FORMATS",
     "With --topics, text has a heading for each query, tsv and trec have the topic in their first "
     "column, and JSON objects have a member \"topic\". --show and --analyze print text, json or "
     "jsonl.",
     format_rows},
    {"EXPLANATIONS",
     "--explain prints each word of the query with the terms that are searched for it: in which "
     "language, how they are related to it, how many passages have them, and their weight, which "
     "is the greater the rarer they are. Below each of the first results is what its score is the "
     "sum of.",
     explanation_rows},
    {"LIMITS", "A message on standard error tells what was left out because of a limit.",
     limit_rows},
    {"ENVIRONMENT", NULL, environment_rows},
    {"EXIT STATUS", NULL, exit_rows},
    {0},
};

static const char *const see_also[] = {"aral-index(1)", "aral.cgi(8)", NULL};

const struct program search_program = {
    .name = "aral-search",
    .summary = "search news articles in all languages of an index at once",
    .synopsis = synopsis,
    .options = options_table,
    .sections = sections,
    .see_also = see_also,
};

/* ---- reading --------------------------------------------------------------------------------- */

/* How many results. More than there may be is for the limit on results to tell. */
static bool read_results(const struct options *options, int id, uint32_t *number,
                         struct error *error) {
    struct error none = {0};
    uint64_t value = *number;
    bool good = option_number(options, id, 0, UINT32_MAX, &value, &none) ||
                option_number(options, id, 0, SEARCH_RESULTS, &value, error);
    *number = (uint32_t)value;
    return good;
}

/* Seconds to milliseconds; 0 where the option is not given. */
static bool read_seconds(const struct options *options, int id, unsigned *milliseconds,
                         struct error *error) {
    double seconds = 0;
    bool good = option_seconds(options, id, SECONDS_LEAST, SECONDS_MOST, &seconds, error);
    *milliseconds = (unsigned)(seconds * 1000);
    return good;
}

static bool read_language(const struct options *options, const struct language **language,
                          struct error *error) {
    const char *name = options_value(options, OPTION_LANG);
    struct arena arena = {0};
    *language = name ? query_language(slice_of_string(name), &arena) : NULL;
    bool failed = arena.failed;
    arena_free(&arena);
    if (failed) {
        return error_set_memory(error);
    }
    if (name && !*language) {
        struct bytes known = {0};
        for (size_t i = 0; i < language_count(); i++) {
            bytes_append_format(&known, "%s, ", language_at(i)->code);
        }
        bytes_append_format(&known, "%s", language_other()->code);
        const char *codes = bytes_string(&known);
        error_set(error, ERROR_USAGE, "--lang: \"%s\" is none of %s", name, codes ? codes : "them");
        bytes_free(&known);
    }
    return !name || *language;
}

static bool read_date(const struct options *options, int id, const char *name, struct slice *date,
                      struct error *error) {
    const char *written = options_value(options, id);
    *date = slice_of_string(written);
    return !written || search_date_valid(*date) ||
           error_set(error, ERROR_USAGE,
                     "--%s: \"%s\" is no date: write 2024, 2024-06 or 2024-06-11", name, written);
}

/* An empty name would be no filter at all, which nobody asks for who gives the option. */
static bool read_source(const struct options *options, struct slice *source, struct error *error) {
    const char *name = options_value(options, OPTION_SOURCE);
    *source = slice_of_string(name);
    return !name || *name || error_set(error, ERROR_USAGE, "--source names an empty source");
}

/* The choices of --color, in the order of its row, as those of --by and --sort are in that of their
 * enums. */
enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

static bool want_color(enum color choice) {
    const char *no_color = getenv("NO_COLOR");
    return choice == COLOR_ALWAYS || (choice == COLOR_AUTO && !(no_color && *no_color) &&
                                      streams_take_escapes(STDOUT_FILENO));
}

/* What is to be searched for, however it is printed. */
static bool read_request(const struct options *options, struct search_request *request,
                         struct error *error) {
    size_t by = 0, sort = 0, across = 0;
    uint64_t per_article = 0, candidates = SEARCH_CANDIDATES;
    *request = search_request_default(slice_of("", 0));
    bool good =
        read_results(options, OPTION_LIMIT, &request->limit, error) &&
        read_results(options, OPTION_OFFSET, &request->offset, error) &&
        option_number(options, OPTION_PER_ARTICLE, 1, UINT32_MAX, &per_article, error) &&
        read_seconds(options, OPTION_TIME_LIMIT, &request->limits.time_ms, error) &&
        option_number(options, OPTION_CANDIDATES, 1, COMMAND_CANDIDATES, &candidates, error) &&
        option_choice(options, OPTION_BY, &by, error) &&
        option_choice(options, OPTION_SORT, &sort, error) &&
        option_choice(options, OPTION_ACROSS, &across, error) &&
        read_language(options, &request->language, error) &&
        read_date(options, OPTION_SINCE, "since", &request->since, error) &&
        read_date(options, OPTION_UNTIL, "until", &request->until, error) &&
        read_source(options, &request->source, error);
    if (good && by != SEARCH_BY_PASSAGE && options_count(options, OPTION_PER_ARTICLE) > 0) {
        good = error_set(error, ERROR_USAGE,
                         "--per-article is for passages: with --by article each article is there "
                         "once");
    }
    request->per_article = (uint32_t)per_article;
    request->by = (enum search_by)by;
    request->sort = (enum search_sort)sort;
    request->across = across == 0;
    request->limits.candidates = (size_t)candidates;
    request->lists = search_request_narrows(request);
    return good;
}

bool command_read(const struct options *options, struct command *command, struct error *error) {
    size_t format = 0, color = 0;
    uint64_t threads = 1;
    *command = (struct command){.servers.partial = options_count(options, OPTION_PARTIAL) > 0};
    struct search_request *request = &command->request;
    if (!read_request(options, request, error) ||
        !option_number(options, OPTION_THREADS, 1, COMMAND_THREADS, &threads, error) ||
        !read_seconds(options, OPTION_TIMEOUT, &command->servers.timeout_ms, error) ||
        !option_choice(options, OPTION_FORMAT, &format, error) ||
        !option_choice(options, OPTION_COLOR, &color, error)) {
        return false;
    }
    command->printer = printer_at(format);
    command->print =
        (struct print_options){.color = want_color((enum color)color), .by = request->by};
    command->threads = (unsigned)threads;
    request->unfold = options_count(options, OPTION_UNFOLD) > 0 || command->printer->unfold;
    request->parts = command->printer->parts | (request->limit == 0 ? SEARCH_COUNTS : 0);
    return true;
}
