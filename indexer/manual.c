#include "indexer/manual.h"

#include "corpus/article/feed_identity.h"
#include "corpus/article/feed_repair.h"
#include "corpus/article/formats.h"
#include "corpus/article/html_nesting.h"
#include "corpus/base/constant.h"
#include "corpus/lexicon/lexicon.h"
#include "corpus/lexicon/table_lines.h"
#include "indexer/command.h"

#include <jansson.h>

/* Limits as text. */
#define LINE_BYTES CONSTANT_TEXT(LEXICON_LINE_BYTES)
#define FEED_NAME CONSTANT_TEXT(FEED_LONGEST_NAME)
#define JSON_NESTING CONSTANT_TEXT(JSON_PARSER_MAX_DEPTH)
#define HTML_NESTING CONSTANT_TEXT(HTML_NESTING_LIMIT)
#define HTML_ATTRIBUTES CONSTANT_TEXT(HTML_ATTRIBUTES_LIMIT)
#define FEED_ATTRIBUTES CONSTANT_TEXT(FEED_ATTRIBUTES_LIMIT)
#define PHRASE_WORDS CONSTANT_TEXT(LEXICON_WORDS)
#define PHRASE_BYTES CONSTANT_TEXT(LEXICON_PHRASE_BYTES)

#define READING "add sync"
#define WRITING "add sync remove check compact"

static const struct command_row commands[] = {
    {COMMAND_ADD, "add", "PATH...|-", "Add or update articles; - reads standard input"},
    {COMMAND_SYNC, "sync", "PATH...",
     "Add what is new or changed below PATH, remove what has gone from it"},
    {COMMAND_REMOVE, "remove", "ID...", "Remove articles"},
    {COMMAND_STATS, "stats", NULL,
     "Show what the index holds, and how many bytes each part of it takes"},
    {COMMAND_CHECK, "check", NULL, "Verify the index's structure and that every article is whole"},
    {COMMAND_COMPACT, "compact", NULL, "Make the index as small as it can be"},
    {COMMAND_EXPORT, "export", NULL,
     "Write all articles as JSON Lines, which `add -` turns back into an index"},
    {COMMAND_LEXICON, "lexicon", "FILE.tsv...",
     "Add your own word pairs for searching across languages"},
    {0},
};

static const struct option_row options[] = {
    {OPTION_INDEX, "index", 'i', "LOCATION", false, NULL, "Index",
     "The index: a directory, or tcp://HOST:PORT of a xapian-tcpsrv --writable"},
    {OPTION_WAIT, "wait", 'w', "SECONDS", true, WRITING, "Index",
     "Wait until another program has finished writing to the index, but at most SECONDS"},
    {OPTION_FORMAT, "format", 'f', ARTICLE_FORMAT_NAMES, false, READING, "Input",
     "Read all files as this format, instead of telling it by suffix and first bytes"},
    {OPTION_BASE, "base", 'b', "DIR", false, READING, "Input",
     "Name files relative to this folder in identities, so that it can be moved"},
    {OPTION_SHARD, "shard", 0, "K/N", false, READING, "Input",
     "Take only the articles of shard K of N: each article belongs to one, by its identity"},
    {OPTION_STRICT, "strict", 's', NULL, false, READING, "Input",
     "Stop at the first bad article and keep nothing of this run, instead of skipping it; not for "
     "servers, which keep what they have written"},
    {OPTION_ARTICLE_BYTES, "article-bytes", 0, "SIZE", false, READING, "Limits",
     "Reject articles, lines of JSON, JSON feeds and files of one article that are larger (default "
     "32M, at most 64M)"},
    {OPTION_JOBS, "jobs", 'j', "N", false, READING, "Limits",
     "Use N threads (default: the number of processors that it may use; at most 256)"},
    {OPTION_MEMORY, "memory", 'm', "SIZE", false, READING, "Limits",
     "Use about this much memory (default 300M, at least 32M); a large article may take ten times "
     "its size beside"},
    {OPTION_TO, "to", 't', "DIR", false, "compact", "Output",
     "Write the compacted index to this new directory and leave the old one"},
    {OPTION_SEALED, "sealed", 0, NULL, false, "compact", "Output",
     "Make the index a third smaller; the first change to one of its articles then takes as long "
     "as writing the index anew"},
    {OPTION_UNSEALED, "unsealed", 0, NULL, false, "add sync compact", "Output",
     "Make an index whose articles can be replaced and removed without writing it anew, and "
     "which xapian-tcpsrv can serve"},
    {OPTION_JSON, "json", 0, NULL, false, "add sync remove stats lexicon", "Output",
     "Print the summary as one JSON object"},
    {OPTION_QUIET, "quiet", 'q', NULL, false, "add sync remove check compact lexicon", "Output",
     "Print no progress and no summary; rejected input is still reported"},
    {0},
};

static const struct manual_row exit_rows[] = {
    {"0", "All done."},
    {"1",
     "Done, but some input was rejected, an article to be removed was not there, or one that is "
     "damaged was left out of an export."},
    {"2", "Wrong usage or a failure; the index is as after the last commit."},
    {"75", "Another program is writing to the index."},
    {0},
};

static const struct manual_row environment_rows[] = {
    {"ARAL_INDEX", "The index where --index is not given."},
    {"XDG_DATA_HOME", "Where neither is given, the index is $XDG_DATA_HOME/aral/index, or "
                      "~/.local/share/aral/index."},
    {"XAPIAN_FLUSH_THRESHOLD",
     "After how many documents xapian-core writes out what it holds in memory (1000)."},
    {0},
};

static const struct manual_row example_rows[] = {
    {"aral-index add ~/news", "Add a folder of articles."},
    {"curl -s https://example.org/feed.xml | aral-index add --format feed -", "Add a feed."},
    {"aral-index sync --base ~/news ~/news", "Make the index mirror a folder that may move."},
    {"printf 'en\\tru\\nwind farm\\tветропарк\\n' | aral-index lexicon -", "Add a word pair."},
    {"aral-index compact --to BACKUP", "Copy the index, even while it is written to."},
    {"aral-index export | aral-index -i NEW add -", "Make a new index of an old one's articles."},
    {0},
};

static const struct manual_section sections[] = {
    {"DESCRIPTION",
     "Keeps the index that aral-search(1) and aral.cgi(8) search: adds news articles, replaces "
     "those that have changed, removes articles, and maintains the index. Options may stand before "
     "or after the command's name.",
     NULL},
    {"ARTICLES",
     "Files are plain text (with optional front matter: title, date, url, id, lang, source, author "
     "between lines of ---, or a head of such lines, one of them a title or date, and an empty one "
     "behind it), HTML pages, JSON Lines or feeds (RSS, Atom, JSON Feed); each may be compressed "
     "with gzip, xz or zstd. Folders are walked through; names that begin with a dot, indexes, and "
     "what pages are made with are passed over, unless they are named: files with the suffixes of "
     "style sheets, scripts, pictures and fonts (.css, .js, .png ...), and a folder NAME_files "
     "beside NAME.html; so are files that editors leave behind (NAME~, #NAME#, NAME.bak, "
     "NAME.orig). Standard input is JSON Lines unless --format says otherwise. "
     "Archives of pages (MHTML, WARC), mailboxes, mail in parts or encoded, and documents in RTF, "
     "PDF, PostScript or other XML are rejected. Beside UTF-8, text in UTF-16, windows-1251, "
     "KOI8-R, latin-1 and other encodings is recognised. In JSON Lines a text may be a list of "
     "paragraphs, or of strings and objects with a \"text\", as messengers export it, and an "
     "author may be an object with a \"name\", or a list of those. Unknown fields of JSON Lines "
     "are kept, and so is what cannot be read as the value of a known one, such as a date that is "
     "none or a title that is an object: the article is added without that field, and a warning "
     "says so (but of a language, which is found out from the text). The article is rejected only "
     "where its text is "
     "none, or what it would be known by: an id, or a url where there is no id, that is neither a "
     "string nor a whole number; false is as good as no id or url. Numbers of "
     "more than 64 bits become strings of their digits. Where a line has more than 16 such "
     "numbers, and their count times "
     "the bytes of the line is more than 64M (the limit big-numbers), they are rounded, and a "
     "warning says so. JSON that is nested more than " JSON_NESTING
     " deep (the limit json-nesting) is rejected. Of an HTML page, elements more than " HTML_NESTING
     " deep (the limit html-nesting) are read as text without their tags, and attributes beyond "
     "the first " HTML_ATTRIBUTES
     " of a tag (the limit html-attributes) are not read; a page whose "
     "elements need more than 96M of memory (the limit html-tree), some 100,000 of them, is "
     "rejected; where more than two threads read such pages at once, that may be more than "
     "--memory "
     "says. Of a feed, attributes beyond the first " FEED_ATTRIBUTES
     " of a tag (the limit feed-attributes) are not read.\n\n"
     "An article's identity is its id, else its url, else the path of its file, or its text where "
     "it comes from standard input. The guid of a feed's item is its id; a mere number, which may "
     "be another feed's, too, becomes NUMBER@FEED, FEED being the address of the feed, or its "
     "title, as the feed itself says them before its first item. What it says of itself in more "
     "than " FEED_NAME " bytes (the limit feed-name) counts as nothing, and a warning says so. "
     "White space at the ends of an id does not count, and white space inside it counts as one "
     "blank. Adding the same article again changes nothing; a changed one replaces all its "
     "passages in one step. A bad article is named on standard error as FILE:LINE: reason and "
     "skipped.\n\n"
     "Large input into an empty index is written by all threads to temporary databases beside the "
     "index, in a folder with its name and .building, which are then merged and put in its place "
     "in one step. Otherwise articles are committed in transactions. Whenever the program ends, "
     "even if it is killed, the index holds whole articles; but a server keeps what it was given "
     "so far when the program is killed or the connection breaks, which may be half of one "
     "article. The next add, sync or remove takes that article out and names it, to be added "
     "again; until then `check` tells it. A folder that holds other files as well is "
     "not replaced: articles are then added in transactions, and what needs a new folder (compact "
     "without --to, and the first change of a sealed index, see below) is refused until these "
     "files are moved away.",
     NULL},
    {"SEALED INDEXES",
     "Lists of the words of each passage take a third of an index, and of the time to make it, but "
     "only replacing and removing articles needs them. So large input into an empty index (16 MB "
     "of text and more: the limit sealed-text-bytes) makes a sealed index, which has no such "
     "lists. It is searched, checked, exported and added to like any other. The first article that "
     "is replaced, removed or found in another file makes the program write the index anew, with "
     "lists. That takes about as long as adding its articles did, and meanwhile as much space "
     "again; searches go on. From then on changes take milliseconds. `add --unsealed` writes the "
     "lists from the start, `compact --unsealed` later, and `compact --sealed` takes them out "
     "again. xapian-tcpsrv serves only indexes with lists. With --strict, a sealed index gets its "
     "lists before the first article is read. An index that is named by a stub file is not written "
     "anew: name its directory itself.",
     NULL},
    {"WORD PAIRS",
     "A table for `lexicon` has values separated by tabs. Its first line names the columns: those "
     "named by codes of languages (en, id, ru) hold words or phrases that mean the same; other "
     "columns are ignored, and so are lines that begin with '#'. A word may have several lines: "
     "put its most usual meaning first; to have it before all others, whatever their number, write "
     "the codes of the languages whose word means it into a column named first. Lines of more "
     "than " LINE_BYTES
     " bytes (the limit line-bytes), and lines without two words or phrases of at "
     "most " PHRASE_WORDS " words (the limit phrase-words) and " PHRASE_BYTES
     " bytes (the limit phrase-bytes) each, and without '_', are reported and skipped. The "
     "pairs are kept beside the index, in a file with its name and .lexicon; adding more keeps "
     "those that are there, and removing the file removes them. Whoever moves the index moves this "
     "file with it. Keep your tables: a version of the "
     "program that asks for a new index asks for this file anew, too.",
     NULL},
    {"EXIT STATUS", NULL, exit_rows},
    {"ENVIRONMENT", NULL, environment_rows},
    {"EXAMPLES", NULL, example_rows},
    {0},
};

const struct program index_program = {
    .name = "aral-index",
    .summary = "put news articles into an index for aral-search",
    .synopsis =
        (const char *const[]){"add [options] PATH...|-", "sync [options] PATH...",
                              "remove [options] ID...", "stats|check|compact|export [options]",
                              "lexicon [options] FILE.tsv...", NULL},
    .commands = commands,
    .options = options,
    .sections = sections,
    .see_also = (const char *const[]){"aral-search(1)", "aral.cgi(8)", "xapian-tcpsrv(1)", NULL},
};
