/* Makes the lexicon that comes with Aral from the packages of Debian that are installed:
 *
 *     make-lexicon OUTPUT WORDS WRONG ABBREVIATIONS [SHARE]
 *
 * WORDS is a table of what they lack, WRONG one of what they have wrong, ABBREVIATIONS one of
 * abbreviations and what they stand for. SHARE is where packages keep their data (/usr/share). What
 * is missing there is said and left out, as are rows of the tables that are none. */
#include "corpus/lexicon/graph_translations.h"
#include "corpus/lexicon/lexicon_import.h"
#include "corpus/lexicon/sources/sources.h"

#include "corpus/base/bytes.h"

#include <stdio.h>
#include <unistd.h>

/* Dictionaries are a sample of what a phrase may mean: this much score, a first translation, stands
 * for those that none of them has, as a pseudo-count does in additive smoothing (Lidstone). Without
 * it a phrase of which little is said would be surer of its meaning than a common word can be. In
 * either half of four collections across languages nDCG@10 rose or stayed, by .0006 in the mean; 4
 * ranks one of them lower. */
#define UNSEEN_SCORE 1

/* A dictionary of the FreeDict project. */
struct package {
    const char *name; /* below SHARE/dictd */
    const char *from, *to;
};

/* English to the others first; then dictionaries of languages that lead from one to the other. */
static const struct package packages[] = {
    {"freedict-eng-ind", "en", "id"}, {"freedict-eng-rus", "en", "ru"},
    {"freedict-deu-ind", "de", "id"}, {"freedict-deu-rus", "de", "ru"},
    {"freedict-nld-ind", "nl", "id"}, {"freedict-nld-rus", "nl", "ru"},
    {"freedict-eng-nld", "en", "nl"}, {"freedict-pol-ind", "pl", "id"},
    {"freedict-pol-rus", "pl", "ru"}, {"freedict-eng-pol", "en", "pl"},
    {"freedict-pol-eng", "pl", "en"}, {"freedict-ita-ind", "it", "id"},
    {"freedict-ita-rus", "it", "ru"}, {"freedict-eng-ita", "en", "it"},
    {"freedict-ita-eng", "it", "en"}, {"freedict-ell-ind", "el", "id"},
    {"freedict-ell-rus", "el", "ru"}, {"freedict-eng-ell", "en", "el"},
    {"freedict-ell-eng", "el", "en"}, {"freedict-fra-rus", "fr", "ru"},
    {"freedict-eng-fra", "en", "fr"}, {"freedict-fra-eng", "fr", "en"},
    {"freedict-swe-rus", "sv", "ru"}, {"freedict-eng-swe", "en", "sv"},
    {"freedict-swe-eng", "sv", "en"},
};

/* One whose English has lost its spaces. */
static const struct package joined = {"freedict-nld-eng", "nl", "en"};

static const char *const catalogues[] = {"iso_3166-1", "iso_3166-2", "iso_3166-3",
                                         "iso_639-2",  "iso_639-3",  "iso_4217"};

/* True where SHARE/NAME is there; *path is then its name. */
static bool is_there(const char *share, const char *name, const char *suffix, struct bytes *path) {
    struct bytes file = {0};
    bytes_clear(path);
    bytes_append_format(path, "%s/%s", share, name);
    bytes_append_format(&file, "%s/%s%s", share, name, suffix);
    bool there = bytes_string(&file) && bytes_string(path) && access(file.data, R_OK) == 0;
    if (!there) {
        fprintf(stderr, "make-lexicon: left out for want of %s/%s%s\n", share, name, suffix);
    }
    bytes_free(&file);
    return there;
}

static void complain(const char *message, void *context) {
    (void)context;
    fprintf(stderr, "make-lexicon: %s\n", message);
}

/* Tables of our own. */
struct tables {
    const char *words, *wrong, *abbreviations;
};

/* The tables mend dictionaries; where there are none, that is told (lexicon.h). */
static bool mend(const struct tables *tables, struct translation_graph *graph,
                 struct lexicon_writer *writer, struct error *error) {
    struct lexicon_import import = {.reject = complain};
    return translation_graph_pairs(graph) == 0 ||
           (lexicon_import_table(tables->words, &import, graph, error) &&
            cognates_add(graph, error) && derived_add(graph, error) &&
            attributes_add(graph, error) &&
            abbreviations_read(tables->abbreviations, &import, graph, writer, error) &&
            lexicon_import_wrong(tables->wrong, &import, graph, error));
}

static bool read_package(const char *share, const struct package *package, bool is_joined,
                         struct translation_graph *graph, struct error *error) {
    struct bytes path = {0}, name = {0};
    bytes_append_format(&name, "dictd/%s", package->name);
    bool done = bytes_check(&name, error);
    if (done && is_there(share, bytes_string(&name), ".index", &path)) {
        done = freedict_read(path.data, package->from, package->to, is_joined, graph, error);
    }
    bytes_free(&path);
    bytes_free(&name);
    return done;
}

static bool read_sources(const char *share, struct translation_graph *graph, struct error *error) {
    struct bytes path = {0};
    bool done = true;
    for (size_t i = 0; done && i < sizeof packages / sizeof *packages; i++) {
        done = read_package(share, &packages[i], false, graph, error);
    }
    if (done && is_there(share, "dictd/mueller7", ".index", &path)) {
        done = mueller_read(path.data, graph, error);
    }
    done = done && read_package(share, &joined, true, graph, error);
    if (done && is_there(share, "iso-codes/json", "", &path) &&
        is_there(share, "locale", "", &path)) {
        for (size_t i = 0; done && i < sizeof catalogues / sizeof *catalogues; i++) {
            done = catalogue_read(path.data, catalogues[i], graph, error);
        }
    }
    if (done && is_there(share, "unicode/cldr/common", "/main/en.xml", &path)) {
        done = cldr_read(path.data, graph, error);
    }
    bytes_free(&path);
    return done;
}

int main(int argc, char **argv) {
    if (argc < 5 || argc > 6) {
        fprintf(stderr, "usage: make-lexicon OUTPUT WORDS WRONG ABBREVIATIONS [SHARE]\n");
        return 2;
    }
    const struct tables tables = {.words = argv[2], .wrong = argv[3], .abbreviations = argv[4]};
    struct error error = {0};
    struct translation_graph *graph = translation_graph_new(&error);
    struct lexicon_writer *writer = lexicon_writer_new(&error);
    bool done = graph && writer && read_sources(argc > 5 ? argv[5] : "/usr/share", graph, &error) &&
                mend(&tables, graph, writer, &error) &&
                translation_graph_write(graph, UNSEEN_SCORE, writer, &error) &&
                lexicon_writer_add_synonyms(writer, &error) &&
                lexicon_writer_write(writer, argv[1], &error);
    lexicon_writer_free(writer);
    translation_graph_free(graph);
    if (!done) {
        fprintf(stderr, "make-lexicon: %s\n", error.message);
        return 2;
    }
    return 0;
}
