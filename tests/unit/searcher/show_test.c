/* An article read back from its passages, and what is said where they are damaged. */
#include "tests/unit/searcher/small_index.h"

/* Two passages. */
static const struct small_article article = {
    "harbour", "", "2024-06-11", "Lensa",
    "The engineers paint the turbine in the old harbour before the winter storms arrive. The "
    "keeper "
    "of the lamp has seen many of them come and go, and tells whoever asks what they talked about. "
    "Every year there are fewer boats, and those that are left stay out longer than they used to. "
    "In the evening the nets hang between the poles, and children run under them to the water.\n\n"
    "Снег выпал ночью, и дорога к морю закрыта. Рыбаки ждут, пока её расчистят, и чинят сети в "
    "сарае у причала. К вечеру обещают сильный ветер, поэтому лодки вытащили на берег ещё вчера."};

static struct small_index small;
static uint32_t docids[3]; /* of the record and the passages */

static int open_index(void **state) {
    (void)state;
    struct error error = {0};
    struct bytes term = {0};
    size_t count;
    small_index_open(&small);
    small_index_add(&small, &article, 1, 0, 1);
    struct xapian_index *xapian = records_open(small.location, &error);
    assert_non_null(xapian);
    schema_article_term(slice_of_string(article.id), &term);
    const struct article_documents documents = {xapian, bytes_slice(&term), 1};
    assert_true(schema_get_documents(&documents, 1, docids, 3, &count, &error));
    assert_int_equal(count, 3);
    bytes_free(&term);
    xapian_index_close(xapian);
    return 0;
}

static int remove_index(void **state) {
    (void)state;
    small_index_remove(&small);
    return 0;
}

/* The record of a passage, its bytes in the arena. */
static struct passage_record read_passage(uint32_t docid, struct arena *arena) {
    struct error error = {0};
    struct xapian_error failure = {0};
    struct xapian_string data = {0};
    struct passage_record record;
    struct slice unpacked;
    struct xapian_index *xapian = records_open(small.location, &error);
    struct record_unpacker *unpacker = record_unpacker_new(&error);
    assert_true(xapian_index_get_value(xapian, docid, SLOT_RECORD, &data, &failure));
    struct slice copy = arena_copy(arena, slice_of(data.data, data.size));
    assert_true(record_unpack(unpacker, xapian, copy, arena, &unpacked, &error));
    assert_true(passage_record_decode(unpacked, &record, &error));
    xapian_string_free(&data);
    record_unpacker_free(unpacker);
    xapian_index_close(xapian);
    return record;
}

static void write_passage(uint32_t docid, const struct passage_record *record) {
    struct xapian_error failure = {0};
    struct bytes term = {0}, data = {0};
    struct xapian_writer_options options = {.mode = XAPIAN_OPEN_EXISTING};
    struct xapian_writer *writer = xapian_writer_open(small.location, &options, &failure);
    struct xapian_document *document = xapian_document_new(&failure);
    schema_article_term(slice_of_string(article.id), &term);
    passage_record_encode(record, &data);
    assert_true(xapian_document_add_term(document, schema_bytes(bytes_slice(&term)), 0, &failure) &&
                xapian_document_set_value(document, SLOT_RECORD, schema_bytes(bytes_slice(&data)),
                                          &failure) &&
                xapian_writer_replace_docid(writer, docid, document, &failure) &&
                xapian_writer_close(writer, &failure));
    xapian_document_free(document);
    bytes_free(&term);
    bytes_free(&data);
}

static void an_article_is_put_together_from_its_passages(void **state) {
    (void)state;
    struct error error = {0};
    struct searcher *searcher = small_index_search(&small, 1);
    const struct shown_article *shown = searcher_show(searcher, slice_of_string("harbour"), &error);
    assert_non_null(shown);
    assert_true(slice_equal(shown->text, slice_of_string(article.text)));
    assert_int_equal(shown->passage_count, 2);
    assert_true(slice_starts_with(shown->name, slice_of_string("The engineers paint")));
    searcher_close(searcher);
}

/* Whatever is wrong with a passage's record, nothing is read that is not there. */
static void damage_is_told(void **state) {
    (void)state;
    struct arena arena = {0};
    for (int passage = 1; passage <= 2; passage++) {
        struct passage_record sound = read_passage(docids[passage], &arena);
        struct passage_record damaged[] = {sound, sound, sound, sound, sound};
        damaged[0].start = UINT64_MAX;
        damaged[1].start = sound.start + 1;
        damaged[2].number = 7;
        damaged[3].id = slice_of_string("another");
        damaged[4].tile.length -= 1;
        damaged[4].length -= 1;
        for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
            struct error error = {0};
            write_passage(docids[passage], &damaged[i]);
            struct searcher *searcher = small_index_search(&small, 1);
            assert_null(searcher_show(searcher, slice_of_string("harbour"), &error));
            assert_int_equal(error.kind, ERROR_CORRUPT);
            assert_non_null(strstr(error.message, "article harbour is not whole: "));
            error_clear(&error);
            assert_null(searcher_show(searcher, slice_of_string("harbour#1"), &error));
            assert_int_equal(error.kind, ERROR_CORRUPT);
            searcher_close(searcher);
        }
        write_passage(docids[passage], &sound);
    }
    arena_free(&arena);
    an_article_is_put_together_from_its_passages(state);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_is_put_together_from_its_passages),
        cmocka_unit_test(damage_is_told),
    };
    return cmocka_run_group_tests(tests, open_index, remove_index);
}
