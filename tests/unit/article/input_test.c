/* The bytes of files: compressed or not, damaged or not, as lines. */
#include "corpus/article/input.h"

#include "corpus/unicode/properties.h"

#include "tests/unit/article/support.h"

#include <archive.h>
#include <archive_entry.h>

typedef int add_filter(struct archive *);

static const struct compression {
    const char *suffix;
    add_filter *add;
} compressions[] = {
    {"gz", archive_write_add_filter_gzip},
    {"xz", archive_write_add_filter_xz},
    {"zst", archive_write_add_filter_zstd},
};
enum { COMPRESSIONS = sizeof compressions / sizeof *compressions };

static la_ssize_t append_block(struct archive *archive, void *out, const void *data,
                               size_t length) {
    (void)archive;
    bytes_append(out, data, length);
    return (la_ssize_t)length;
}

/* Appends `content` compressed, `times` times one after the other. */
static void compress(const struct compression *compression, struct slice content, size_t times,
                     struct bytes *out) {
    struct archive *archive = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    archive_write_set_format_raw(archive);
    assert_int_equal(compression->add(archive), ARCHIVE_OK);
    archive_write_set_bytes_in_last_block(archive, 1);
    assert_int_equal(archive_write_open(archive, out, NULL, append_block, NULL), ARCHIVE_OK);
    archive_entry_set_pathname(entry, "x");
    archive_entry_set_filetype(entry, AE_IFREG);
    assert_int_equal(archive_write_header(archive, entry), ARCHIVE_OK);
    for (size_t i = 0; i < times; i++) {
        assert_int_equal(archive_write_data(archive, content.data, content.length), content.length);
    }
    archive_entry_free(entry);
    assert_int_equal(archive_write_free(archive), ARCHIVE_OK);
}

static void compressed_text_is_recognised_by_its_bytes(void **state) {
    struct scratch *scratch = *state;
    struct slice content = slice_of_string("Laut Aral\n\nLaut Aral menyusut sejak 1960.\n");
    for (size_t i = 0; i < COMPRESSIONS; i++) {
        const char *names[] = {"a.txt.", "a."};
        for (size_t j = 0; j < 2; j++) {
            char name[32];
            struct bytes compressed = {0};
            struct results results;
            snprintf(name, sizeof name, "%s%s", names[j], compressions[i].suffix);
            compress(&compressions[i], content, 1, &compressed);
            read_bytes(scratch, name, bytes_slice(&compressed), &results);
            assert_article(&results, 0);
            assert_string_equal(results.list[0].title, "Laut Aral");
            assert_string_equal(results.list[0].text, "Laut Aral menyusut sejak 1960.");
            results_free(&results);
            bytes_free(&compressed);
        }
    }
}

static void a_suffix_of_compression_on_plain_text_does_no_harm(void **state) {
    struct results results;
    read_string(*state, "a.txt.gz", "Plain after all.", &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "Plain after all.");
    results_free(&results);
}

static void compressed_data_that_ends_early_or_is_damaged_is_rejected(void **state) {
    struct bytes content = {0};
    unsigned noise = 1;
    for (int i = 0; i < 100000; i++) {
        noise = noise * 1103515245u + 12345u;
        bytes_append_byte(&content, (char)('a' + (noise >> 16) % 26));
    }
    for (size_t i = 0; i < COMPRESSIONS; i++) {
        char name[16];
        struct bytes compressed = {0};
        struct results results;
        snprintf(name, sizeof name, "a.txt.%s", compressions[i].suffix);
        compress(&compressions[i], bytes_slice(&content), 1, &compressed);
        const size_t ends[] = {30, compressed.length / 2, compressed.length - 3};
        for (size_t j = 0; j < sizeof ends / sizeof *ends; j++) {
            read_bytes(*state, name, slice_of(compressed.data, ends[j]), &results);
            assert_int_equal(results.count, 1);
            assert_rejected(*state, &results, 0, 1, "damaged or ends early");
            results_free(&results);
        }
        compressed.data[compressed.length / 2] ^= 0x55;
        compressed.data[compressed.length / 2 + 1] ^= 0x55;
        read_bytes(*state, name, bytes_slice(&compressed), &results);
        assert_int_equal(results.count, 1);
        results_free(&results);
        bytes_free(&compressed);
    }
    bytes_free(&content);
}

static void lines_before_the_damage_are_read(void **state) {
    struct bytes compressed = {0}, content = {0};
    struct results results;
    bytes_append_string(&content, "{\"text\":\"one\"}\n{\"text\":\"two\"}\n");
    unsigned noise = 1;
    bytes_append_string(&content, "{\"text\":\"");
    for (int i = 0; i < 300000; i++) {
        noise = noise * 1103515245u + 12345u;
        bytes_append_byte(&content, (char)('a' + (noise >> 16) % 26));
    }
    bytes_append_string(&content, "\"}\n");
    compress(&compressions[0], bytes_slice(&content), 1, &compressed);
    read_bytes(*state, "a.jsonl.gz", slice_of(compressed.data, compressed.length - 100), &results);
    assert_int_equal(results.count, 3);
    assert_string_equal(results.list[1].text, "two");
    assert_rejected(*state, &results, 2, 2, "damaged or ends early");
    results_free(&results);
    bytes_free(&compressed);
    bytes_free(&content);
}

/* The most memory that the process has held so far, in kilobytes. */
static long peak_memory(void) {
    FILE *file = fopen("/proc/self/status", "r");
    char line[256];
    long peak = -1;
    while (file && fgets(line, sizeof line, file)) {
        if (sscanf(line, "VmHWM: %ld kB", &peak) == 1) {
            break;
        }
    }
    if (file) {
        fclose(file);
    }
    return peak;
}

static void a_line_of_200_megabytes_is_skipped_without_being_held(void **state) {
    struct scratch *scratch = *state;
    struct bytes content = {0}, compressed = {0};
    struct results results;
    enum { BLOCK = 1 << 20, BLOCKS = 200 };
    for (int i = 0; i < BLOCK; i++) {
        bytes_append_byte(&content, 'a');
    }
    compress(&compressions[2], bytes_slice(&content), BLOCKS, &compressed);
    compress(&compressions[2], slice_of_string("\n{\"text\":\"next\"}\n"), 1, &compressed);
    const char *path = scratch_write(scratch, "a.jsonl.zst", bytes_slice(&compressed));
    long before = peak_memory();
    read_file_with(&results, path, NULL);
    long after = peak_memory();
    unlink(path);
    assert_int_equal(results.count, 2);
    assert_rejected(scratch, &results, 0, 1, "the line is larger than the limit article-bytes");
    assert_int_equal(results.list[0].error.kind, ERROR_LIMIT);
    assert_string_equal(results.list[1].text, "next");
    /* At most the limit of 32 MB: the line is held until it passes that, in a buffer that doubles
     * while it grows. */
    assert_true(after - before < 120 * 1024);
    results_free(&results);
    bytes_free(&content);
    bytes_free(&compressed);
}

static void lines_keep_their_bytes_wherever_blocks_end(void **state) {
    struct scratch *scratch = *state;
    struct error error = {0};
    struct bytes content = {0};
    size_t lines = 0;
    for (size_t length = 0; content.length < 400000; length = (length * 7 + 3) % 5000) {
        for (size_t i = 0; i < length; i++) {
            bytes_append_byte(&content, (char)('a' + i % 26));
        }
        bytes_append_string(&content, lines++ % 2 ? "\r\n" : "\n");
    }
    const char *path = scratch_write(scratch, "a", bytes_slice(&content));
    struct input *input = input_open(path, &error);
    unlink(path);
    assert_non_null(input);
    struct slice line, first;
    assert_int_equal(input_peek(input, &first, &error), INPUT_DATA);
    assert_memory_equal(first.data, content.data, first.length);
    size_t length = 0;
    for (size_t i = 0; i < lines; i++) {
        assert_int_equal(input_read_line(input, 5000, &line, &error), INPUT_DATA);
        assert_int_equal(line.length, length);
        for (size_t j = 0; j < length; j++) {
            assert_int_equal(line.data[j], 'a' + j % 26);
        }
        length = (length * 7 + 3) % 5000;
    }
    assert_int_equal(input_read_line(input, 5000, &line, &error), INPUT_END);
    assert_int_equal(input_position(input), content.length);
    input_close(input);
    bytes_free(&content);
}

static void looking_ahead_takes_nothing_away(void **state) {
    struct error error = {0};
    struct slice first, line;
    const char *path = scratch_write(*state, "a", slice_of_string("Laut\nAral\nmenyusut\n"));
    struct input *input = input_open(path, &error);
    unlink(path);
    assert_non_null(input);
    const char *lines[] = {"Laut", "Aral", "menyusut"};
    for (size_t i = 0; i < 3; i++) {
        for (size_t again = 0; again < 2; again++) {
            assert_int_equal(input_peek(input, &first, &error), INPUT_DATA);
            assert_memory_equal(first.data, lines[i], strlen(lines[i]));
        }
        assert_int_equal(input_read_line(input, 100, &line, &error), INPUT_DATA);
        assert_true(slice_equal(line, slice_of_string(lines[i])));
    }
    assert_int_equal(input_peek(input, &first, &error), INPUT_END);
    input_close(input);
}

static void utf_16_text_is_decoded_on_the_way(void **state) {
    struct results results;
    struct bytes content = {0};
    bytes_append(&content, "\xFE\xFF", 2);
    for (int i = 0; i < 100000; i++) {
        bytes_append(&content, "\x04\x10\x00 ", 4);
    }
    bytes_append(&content, "\xD8\x3D\xDE\x00", 4); /* U+1F600, a pair of surrogates */
    read_bytes(*state, "a.txt", bytes_slice(&content), &results);
    assert_article(&results, 0);
    assert_int_equal(strlen(results.list[0].text), 300004);
    assert_memory_equal(results.list[0].text, "А А А ", 9);
    results_free(&results);
    read_bytes(*state, "a.txt", slice_of(content.data, content.length - 2), &results);
    assert_rejected(*state, &results, 0, 1, "not valid UTF-16");
    results_free(&results);
    bytes_free(&content);
}

/* Appends text in ASCII and Cyrillic, a unit of UTF-16 for each letter. */
static void append_units(const char *text, bool big, struct bytes *out) {
    struct slice rest = slice_of_string(text);
    for (size_t at = 0; at < rest.length;) {
        uint32_t code = code_point_at(rest, at, &at);
        char high = (char)(code >> 8), low = (char)(code & 0xFF);
        bytes_append_byte(out, big ? high : low);
        bytes_append_byte(out, big ? low : high);
    }
}

static void utf_16_is_recognised_without_a_mark(void **state) {
    static const struct {
        const char *name, *content, *text;
    } files[] = {
        {"a.txt", "Вода поднялась.\r\nРыба вернулась.", "Вода поднялась.\nРыба вернулась."},
        {"a.txt", "Water has risen, fish are back.", "Water has risen, fish are back."},
        {"a.html", "<html><body><p>Вода поднялась.</p></body></html>", "Вода поднялась."},
        {"a.jsonl", "{\"text\": \"Вода поднялась.\"}\n", "Вода поднялась."},
    };
    for (size_t i = 0; i < 2 * (sizeof files / sizeof *files); i++) {
        struct results results;
        struct bytes content = {0};
        append_units(files[i / 2].content, i % 2, &content);
        read_bytes(*state, files[i / 2].name, bytes_slice(&content), &results);
        assert_int_equal(results.count, 1);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].text, files[i / 2].text);
        results_free(&results);
        bytes_free(&content);
    }
}

static void what_has_nul_bytes_is_not_therefore_utf_16(void **state) {
    char samples[512], letters[512] = "";
    for (size_t i = 0; i < sizeof samples; i++) {
        samples[i] = (char)(i % 2 ? 0 : i / 2); /* small numbers of 16 bits */
        letters[i] = (char)(i % 4 ? 0 : 'a');   /* UTF-32 */
    }
    const struct slice contents[] = {slice_of(samples, sizeof samples),
                                     slice_of(letters, sizeof letters)};
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
        struct results results;
        read_bytes(*state, "a.txt", contents[i], &results);
        assert_rejected(*state, &results, 0, 1, "binary data");
        results_free(&results);
    }
    struct results results;
    read_string(*state, "a.txt", "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5", &results);
    assert_article(&results, 0);
    results_free(&results);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compressed_text_is_recognised_by_its_bytes),
        cmocka_unit_test(a_suffix_of_compression_on_plain_text_does_no_harm),
        cmocka_unit_test(compressed_data_that_ends_early_or_is_damaged_is_rejected),
        cmocka_unit_test(lines_before_the_damage_are_read),
        cmocka_unit_test(a_line_of_200_megabytes_is_skipped_without_being_held),
        cmocka_unit_test(lines_keep_their_bytes_wherever_blocks_end),
        cmocka_unit_test(looking_ahead_takes_nothing_away),
        cmocka_unit_test(utf_16_text_is_decoded_on_the_way),
        cmocka_unit_test(utf_16_is_recognised_without_a_mark),
        cmocka_unit_test(what_has_nul_bytes_is_not_therefore_utf_16),
    };
    return cmocka_run_group_tests_name("input", tests, scratch_open, scratch_close);
}
