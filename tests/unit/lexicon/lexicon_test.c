/* Lexicons: asked for words and phrases; and files that are none. */
#include "corpus/lexicon/format.h"
#include "tests/unit/lexicon/support.h"

static void words_and_phrases_are_found_in_any_of_their_forms(void **state) {
    struct folder *folder = *state;
    double weight;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "railway", "id", "kereta api", 1);
    add(graph, "en", "power plant", "ru", "электростанция", 1);
    add(graph, "en", "sea", "id", "laut", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_int_equal(look_up(lexicon, "id", "Kereta Api Jakarta", "en", "railway", &weight), 2);
    assert_true(weight > 0.99);
    assert_int_equal(look_up(lexicon, "en", "power plants", "ru", "электростанция", &weight), 2);
    assert_true(weight > 0.99);
    assert_int_equal(look_up(lexicon, "ru", "электростанций", "en", "power plant", &weight), 1);
    assert_true(weight > 0.99);
    assert_int_equal(look_up(lexicon, "id", "kereta", "en", "railway", &weight), 0);
    assert_int_equal(look_up(lexicon, "en", "power", "ru", "электростанция", &weight), 0);
    lexicon_close(lexicon);
}

static void function_words_do_not_part_a_phrase(void **state) {
    struct folder *folder = *state;
    double weight;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "secretary of state", "ru", "госсекретарь", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_int_equal(
        look_up(lexicon, "en", "the Secretary of State", "ru", "госсекретарь", &weight), 2);
    assert_true(weight > 0);
    lexicon_close(lexicon);
}

static void a_compound_of_a_function_word_is_not_its_content_word(void **state) {
    struct folder *folder = *state;
    double weight;
    struct translation_graph *graph = new_graph();
    add(graph, "id", "bunuh diri", "en", "suicide", 1);
    add(graph, "id", "dalam negeri", "ru", "отечественный", 1);
    add(graph, "id", "bunuh", "en", "kill", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_int_equal(look_up(lexicon, "id", "bunuh diri", "en", "suicide", &weight), 1);
    assert_true(weight > 0.99);
    assert_int_equal(look_up(lexicon, "en", "suicide", "id", "bunuh diri", &weight), 1);
    assert_true(weight > 0.99);
    look_up(lexicon, "id", "bunuh diri", "en", "kill", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "id", "bunuh", "en", "suicide", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "id", "dalam negeri", "ru", "отечественный", &weight);
    assert_true(weight > 0.99);
    assert_int_equal(look_up(lexicon, "id", "negeri", "ru", "отечественный", &weight), 0);
    lexicon_close(lexicon);
}

static void a_negation_is_a_word_of_its_phrase(void **state) {
    struct folder *folder = *state;
    double weight;
    struct translation_graph *graph = new_graph();
    add(graph, "id", "tidak stabil", "en", "unstable", 1);
    add(graph, "id", "stabil", "en", "stable", 1);
    add(graph, "ru", "без вести", "en", "missing", 1);
    add(graph, "id", "tidak", "en", "no", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_int_equal(look_up(lexicon, "id", "tidak stabil", "en", "unstable", &weight), 2);
    assert_true(weight > 0.99);
    assert_int_equal(look_up(lexicon, "en", "unstable", "id", "tidak stabil", &weight), 1);
    assert_true(weight > 0.99);
    look_up(lexicon, "en", "unstable", "id", "stabil", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "id", "stabil", "en", "unstable", &weight);
    assert_true(weight == 0);
    assert_int_equal(look_up(lexicon, "ru", "без вести", "en", "missing", &weight), 2);
    assert_int_equal(look_up(lexicon, "ru", "вести", "en", "missing", &weight), 0);
    assert_int_equal(look_up(lexicon, "id", "tidak", "en", "no", &weight), 0);
    lexicon_close(lexicon);
}

static void a_particle_makes_another_word_of_a_verb(void **state) {
    struct folder *folder = *state;
    double weight;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "lay off", "id", "memecat", 1);
    add(graph, "en", "lay", "id", "meletakkan", 1);
    write_graph(graph, folder->lexicon);
    struct lexicon *lexicon = open_lexicon(folder->lexicon);
    assert_int_equal(look_up(lexicon, "en", "laid off", "id", "memecat", &weight), 2);
    assert_true(weight > 0);
    look_up(lexicon, "en", "laid off", "id", "meletakkan", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "en", "lay", "id", "memecat", &weight);
    assert_true(weight == 0);
    look_up(lexicon, "id", "memecat", "en", "lay", &weight); /* texts have "lay them off" */
    assert_true(weight > 0);
    lexicon_close(lexicon);
}

static void what_32_bits_do_not_count_is_refused(void **state) {
    (void)state;
    const uint64_t most = UINT64_C(1) << 30;
    assert_int_equal(lexicon_buckets(0), 16);
    assert_int_equal(lexicon_buckets(9), 32);
    assert_int_equal(lexicon_buckets(most), 2 * most);
    assert_int_equal(lexicon_buckets(most + 1), 0);
    assert_int_equal(lexicon_buckets(UINT64_MAX), 0);
    assert_int_equal(lexicon_bucket(0), 1);
    assert_int_equal(lexicon_bucket(UINT32_MAX - 1), UINT32_MAX);
    assert_int_equal(lexicon_bucket(UINT32_MAX), 0);
    assert_int_equal(lexicon_bucket(UINT64_C(1) << 32), 0);
}

static void what_is_no_lexicon_is_said_to_be_none(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    assert_null(lexicon_open(folder->lexicon, &error));
    assert_int_equal(error.kind, ERROR_NOT_FOUND);
    error_clear(&error);
    write_text(folder->lexicon, "short");
    assert_null(lexicon_open(folder->lexicon, &error));
    assert_int_equal(error.kind, ERROR_CORRUPT);
    error_clear(&error);
    assert_null(lexicon_open(folder->name, &error));
    assert_int_equal(error.kind, ERROR_CORRUPT);
}

static struct bytes read_bytes(const char *path) {
    struct bytes content = {0};
    FILE *file = fopen(path, "rb");
    char *room = bytes_reserve(&content, 1 << 16);
    content.length = fread(room, 1, 1 << 16, file);
    fclose(file);
    return content;
}

static void write_bytes(const char *path, struct slice content) {
    FILE *file = fopen(path, "wb");
    assert_int_equal(fwrite(content.data, 1, content.length, file), content.length);
    fclose(file);
}

static void a_lexicon_of_another_version_is_refused(void **state) {
    struct folder *folder = *state;
    struct error error = {0};
    struct translation_graph *graph = new_graph();
    add(graph, "en", "sea", "id", "laut", 1);
    write_graph(graph, folder->lexicon);
    struct bytes content = read_bytes(folder->lexicon);
    content.data[8]++;
    write_bytes(folder->lexicon, bytes_slice(&content));
    assert_null(lexicon_open(folder->lexicon, &error));
    assert_int_equal(error.kind, ERROR_VERSION);
    bytes_free(&content);
}

/* Each byte in turn is damaged; whatever the reader makes of it, it stays within the file. */
static void a_damaged_lexicon_never_harms(void **state) {
    struct folder *folder = *state;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "sea", "id", "laut", 1);
    add(graph, "en", "power plant", "id", "pembangkit listrik", 1);
    write_graph(graph, folder->lexicon);
    struct bytes content = read_bytes(folder->lexicon);
    const struct lexicon_word words[] = {
        {.term = slice_of_string("enpower"), .form = slice_of_string("power")},
        {.term = slice_of_string("enplant"), .form = slice_of_string("plant")}};
    size_t caught = 0;
    for (size_t i = 0; i < content.length; i++) {
        struct error error = {0};
        content.data[i] = (char)~content.data[i];
        write_bytes(folder->lexicon, bytes_slice(&content));
        content.data[i] = (char)~content.data[i];
        struct lexicon *lexicon = lexicon_open(folder->lexicon, &error);
        if (!lexicon || !lexicon_verify(lexicon, folder->lexicon, &error)) {
            assert_non_null(strstr(error.message, folder->lexicon));
            caught++;
        }
        if (lexicon) {
            struct lexicon_match match;
            struct translation translation;
            struct slice key;
            bool found = lexicon_find(lexicon, words, 2, &match);
            while (found && lexicon_next(&match, &translation)) {
            }
            for (size_t place = 0; place < lexicon_slots(lexicon); place++) {
                found = lexicon_get(lexicon, place, &key, &match);
                while (found && lexicon_next(&match, &translation)) {
                }
            }
        }
        lexicon_close(lexicon);
    }
    assert_int_equal(caught, content.length);
    bytes_free(&content);
}

static void a_truncated_lexicon_is_refused(void **state) {
    struct folder *folder = *state;
    struct translation_graph *graph = new_graph();
    add(graph, "en", "sea", "id", "laut", 1);
    write_graph(graph, folder->lexicon);
    struct bytes content = read_bytes(folder->lexicon);
    for (size_t length = 0; length < content.length; length++) {
        struct error error = {0};
        write_bytes(folder->lexicon, slice_of(content.data, length));
        assert_null(lexicon_open(folder->lexicon, &error));
        assert_int_equal(error.kind, ERROR_CORRUPT);
    }
    bytes_free(&content);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(words_and_phrases_are_found_in_any_of_their_forms),
        IN_FOLDER(function_words_do_not_part_a_phrase),
        IN_FOLDER(a_compound_of_a_function_word_is_not_its_content_word),
        IN_FOLDER(a_negation_is_a_word_of_its_phrase),
        IN_FOLDER(a_particle_makes_another_word_of_a_verb),
        cmocka_unit_test(what_32_bits_do_not_count_is_refused),
        IN_FOLDER(what_is_no_lexicon_is_said_to_be_none),
        IN_FOLDER(a_lexicon_of_another_version_is_refused),
        IN_FOLDER(a_damaged_lexicon_never_harms),
        IN_FOLDER(a_truncated_lexicon_is_refused),
    };
    return cmocka_run_group_tests_name("lexicon", tests, NULL, NULL);
}
