/* Records packed with dictionaries of an index's own text. */
#include "indexer/packing.h"
#include "indexer/schema.h"

#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* An index in a directory of its own, and what packs and unpacks its records. */
struct packing {
    char path[64];
    struct xapian_writer *writer;
    struct xapian_index *index;
    struct dictionaries *dictionaries;
    struct packer *packer;
    struct record_unpacker *unpacker;
    struct arena arena;
    struct error error;
};

static struct slice write_record(unsigned number, const char *language, struct bytes *data) {
    static const char *const words[] = {"turbine ", "harbour ", "delta ",  "wind ",
                                        "village ", "ferry ",   "salted ", "meadow "};
    struct bytes text = {0};
    for (unsigned i = 0, seed = number * 2654435761u; i < 60; i++, seed = seed * 69069u + 1) {
        bytes_append_string(&text, words[seed >> 29]);
    }
    struct passage_record record = {.id = slice_of_string("harbour-news"),
                                    .number = number,
                                    .length = (uint32_t)text.length,
                                    .tile = bytes_slice(&text)};
    memcpy(record.language, language, 3);
    bytes_clear(data);
    passage_record_encode(&record, data);
    bytes_free(&text);
    return bytes_slice(data);
}

static void train(struct packing *packing, const char *language) {
    struct bytes data = {0};
    for (unsigned number = 1; number < 1200; number++) {
        struct slice record = write_record(number, language, &data);
        assert_true(dictionaries_sample(packing->dictionaries, language, record, &packing->error));
    }
    bytes_free(&data);
}

static int begin(void **state) {
    struct packing *packing = calloc(1, sizeof *packing);
    struct xapian_error failure = {0};
    snprintf(packing->path, sizeof packing->path, P_tmpdir "/aral-packing-XXXXXX");
    assert_non_null(mkdtemp(packing->path));
    struct xapian_writer_options options = {.no_sync = true};
    packing->writer = xapian_writer_open(packing->path, &options, &failure);
    packing->index = xapian_writer_index(packing->writer, &failure);
    packing->dictionaries = dictionaries_new(&packing->error);
    packing->packer = packer_new(packing->dictionaries, &packing->error);
    packing->unpacker = record_unpacker_new(&packing->error);
    assert_true(packing->index && packing->packer && packing->unpacker);
    *state = packing;
    return 0;
}

static int end(void **state) {
    struct packing *packing = *state;
    struct bytes command = {0};
    packer_free(packing->packer);
    dictionaries_free(packing->dictionaries);
    record_unpacker_free(packing->unpacker);
    arena_free(&packing->arena);
    xapian_index_close(packing->index);
    xapian_writer_close(packing->writer, NULL);
    bytes_append_format(&command, "rm -r '%s'", packing->path);
    assert_int_equal(system(bytes_string(&command)), 0);
    bytes_free(&command);
    free(packing);
    return 0;
}

static bool unpack(struct packing *packing, struct slice data, struct slice *record) {
    error_clear(&packing->error);
    arena_empty(&packing->arena);
    return record_unpack(packing->unpacker, packing->index, data, &packing->arena, record,
                         &packing->error);
}

static void without_a_dictionary_a_record_is_packed_by_itself(void **state) {
    struct packing *packing = *state;
    struct bytes data = {0};
    struct slice packed, unpacked, record = write_record(7, "en", &data);
    assert_true(packer_pack(packing->packer, "en", record, &packed, &packing->error));
    assert_true(packed.length < record.length);
    assert_int_equal((unsigned char)*packed.data, PACKED_RECORD);
    assert_true(unpack(packing, packed, &unpacked));
    assert_true(slice_equal(unpacked, record));
    bytes_free(&data);
}

static void what_packing_would_make_longer_stays_as_it_is(void **state) {
    struct packing *packing = *state;
    struct slice packed, unpacked, record = slice_of("few", 3);
    assert_true(packer_pack(packing->packer, "en", record, &packed, &packing->error));
    assert_ptr_equal(packed.data, record.data);
    assert_true(unpack(packing, packed, &unpacked));
    assert_true(slice_equal(unpacked, record));
}

static void a_packed_record_is_smaller_and_comes_back_as_it_was(void **state) {
    struct packing *packing = *state;
    struct bytes data = {0};
    struct slice packed, unpacked;
    train(packing, "en");
    assert_true(dictionaries_write(packing->dictionaries, packing->writer, &packing->error));
    for (unsigned number = 5000; number < 5100; number++) {
        struct slice record = write_record(number, "en", &data);
        assert_true(packer_pack(packing->packer, "en", record, &packed, &packing->error));
        assert_true(packed.length < record.length / 2);
        assert_int_equal((unsigned char)*packed.data, PACKED_RECORD);
        assert_true(unpack(packing, packed, &unpacked));
        assert_true(slice_equal(unpacked, record));
    }
    bytes_free(&data);
}

static void languages_have_dictionaries_of_their_own(void **state) {
    struct packing *packing = *state;
    struct bytes data = {0};
    struct slice packed, unpacked;
    train(packing, "en");
    struct slice record = write_record(7, "ru", &data);
    assert_true(packer_pack(packing->packer, "ru", record, &packed, &packing->error));
    assert_true(unpack(packing, packed, &unpacked)); /* though the index has no dictionary yet */
    assert_true(slice_equal(unpacked, record));
    bytes_free(&data);
}

static void what_is_added_later_uses_the_dictionary_of_the_index(void **state) {
    struct packing *packing = *state;
    struct bytes data = {0};
    struct slice packed, unpacked, record = write_record(7, "en", &data);
    train(packing, "en");
    assert_true(dictionaries_write(packing->dictionaries, packing->writer, &packing->error));
    struct dictionaries *later = dictionaries_new(&packing->error);
    assert_true(dictionaries_load(later, packing->index, &packing->error));
    struct packer *packer = packer_new(later, &packing->error);
    assert_true(packer_pack(packer, "en", record, &packed, &packing->error));
    assert_true(packed.length < record.length / 2);
    assert_true(unpack(packing, packed, &unpacked));
    assert_true(slice_equal(unpacked, record));
    packer_free(packer);
    dictionaries_free(later);
    bytes_free(&data);
}

static void a_record_without_its_dictionary_is_told(void **state) {
    struct packing *packing = *state;
    struct bytes data = {0};
    struct slice packed, unpacked, record = write_record(7, "en", &data);
    train(packing, "en");
    assert_true(packer_pack(packing->packer, "en", record, &packed, &packing->error));
    assert_false(unpack(packing, packed, &unpacked));
    assert_int_equal(packing->error.kind, ERROR_CORRUPT);
    assert_non_null(strstr(packing->error.message, "lacks the dictionary"));
    bytes_free(&data);
}

static void a_damaged_record_is_told_or_gives_as_many_bytes(void **state) {
    struct packing *packing = *state;
    struct bytes data = {0}, damaged = {0};
    struct slice packed, unpacked, record = write_record(7, "en", &data);
    train(packing, "en");
    assert_true(dictionaries_write(packing->dictionaries, packing->writer, &packing->error));
    assert_true(packer_pack(packing->packer, "en", record, &packed, &packing->error));
    for (size_t length = 1; length < packed.length; length++) {
        assert_false(unpack(packing, slice_of(packed.data, length), &unpacked));
        assert_int_equal(packing->error.kind, ERROR_CORRUPT);
    }
    for (size_t at = 1; at < packed.length; at++) {
        for (unsigned bit = 0; bit < 8; bit++) {
            bytes_clear(&damaged);
            bytes_append_slice(&damaged, packed);
            damaged.data[at] = (char)(damaged.data[at] ^ (char)(1u << bit));
            if (unpack(packing, bytes_slice(&damaged), &unpacked)) {
                assert_true(unpacked.length <= PACKED_RECORD_BYTES);
            } else {
                assert_int_equal(packing->error.kind, ERROR_CORRUPT);
            }
        }
    }
    bytes_free(&damaged);
    bytes_free(&data);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(without_a_dictionary_a_record_is_packed_by_itself, begin,
                                        end),
        cmocka_unit_test_setup_teardown(what_packing_would_make_longer_stays_as_it_is, begin, end),
        cmocka_unit_test_setup_teardown(a_packed_record_is_smaller_and_comes_back_as_it_was, begin,
                                        end),
        cmocka_unit_test_setup_teardown(languages_have_dictionaries_of_their_own, begin, end),
        cmocka_unit_test_setup_teardown(what_is_added_later_uses_the_dictionary_of_the_index, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_record_without_its_dictionary_is_told, begin, end),
        cmocka_unit_test_setup_teardown(a_damaged_record_is_told_or_gives_as_many_bytes, begin,
                                        end),
    };
    return cmocka_run_group_tests_name("packing", tests, NULL, NULL);
}
