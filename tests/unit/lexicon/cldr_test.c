/* Unicode's locale data, where memory runs out while they are read. */
#include "corpus/lexicon/graph.h"
#include "corpus/lexicon/sources/sources.h"
#include "tests/unit/failing_memory.h"

#include <libxml/xmlerror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define PAIRS 2

static void say_nothing(void *context, const char *format, ...) {
    (void)context;
    (void)format;
}

/* Whether both phrases of each pair begin alike, as names of the same territory do here. */
static bool pairs_agree(const struct translation_graph *graph) {
    bool agree = true;
    for (size_t i = 0; i < graph->count; i++) {
        struct slice from = map_key(graph->phrases, graph->edges[i].from);
        struct slice to = map_key(graph->phrases, graph->edges[i].to);
        agree = agree && from.data[2] == to.data[2]; /* behind the code of the language */
    }
    return agree;
}

/* Writes the names of two territories in a language; returns the path, which is to be freed. */
static char *write_names(const char *folder, const char *code, const char *first,
                         const char *second) {
    struct bytes path = {0};
    bytes_append_format(&path, "%s/main/%s.xml", folder, code);
    FILE *file = fopen(bytes_string(&path), "w");
    assert_non_null(file);
    fprintf(file,
            "<ldml><territory type=\"ZA\">%s</territory>"
            "<territory type=\"ZB\">%s</territory></ldml>",
            first, second);
    assert_int_equal(fclose(file), 0);
    return path.data;
}

/* Reads the folder with so many allocations that succeed; *pairs is what the graph then has. */
static bool read_with(const char *folder, long allowed, size_t *pairs, struct error *error) {
    struct translation_graph *graph = translation_graph_new(error);
    assert_non_null(graph);
    allocations_left = allowed;
    bool read = cldr_read(folder, graph, error);
    allocations_left = -1;
    *pairs = translation_graph_pairs(graph);
    assert_true(pairs_agree(graph));
    translation_graph_free(graph);
    return read;
}

static void what_cannot_be_kept_for_want_of_memory_is_told(void **state) {
    (void)state;
    char folder[] = P_tmpdir "/aral-cldr-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct bytes main_folder = {0};
    bytes_append_format(&main_folder, "%s/main", folder);
    assert_int_equal(mkdir(bytes_string(&main_folder), 0700), 0);
    char *files[] = {write_names(folder, "en", "Graustark", "Zenda"),
                     write_names(folder, "id", "Graustarkia", "Zendia")};
    size_t pairs = 0;
    xmlSetGenericErrorFunc(NULL, say_nothing);
    bool read = read_with(folder, -1, &pairs, NULL);
    assert_true(read);
    assert_int_equal(pairs, PAIRS);
    read = false;
    for (long allowed = 0; !read && allowed < 5000; allowed++) {
        struct error error = {0};
        has_failed = false;
        fails_once = true;
        read = read_with(folder, allowed, &pairs, &error) && !has_failed;
        assert_true(pairs <= PAIRS);
    }
    fails_once = false;
    assert_true(read);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        unlink(files[i]);
        free(files[i]);
    }
    rmdir(bytes_string(&main_folder));
    rmdir(folder);
    bytes_free(&main_folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_kept_for_want_of_memory_is_told),
    };
    return cmocka_run_group_tests_name("cldr", tests, NULL, NULL);
}
