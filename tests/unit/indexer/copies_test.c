/* Passages that may be copies are told by few differing bits of a hash. What their texts say then:
 * tests/unit/searcher/copies_test.c. */
#include "corpus/analysis/analysis.h"
#include "indexer/schema.h"
#include "tests/unit/numbered_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define MOST_WORDS 200

/* Of the words between spaces. */
static uint64_t hash_of(const char *text) {
    struct token tokens[MOST_WORDS] = {0};
    struct token_list list = {.tokens = tokens};
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, " ");
        assert_true(list.count < MOST_WORDS);
        tokens[list.count++] = (struct token){
            .start = (uint32_t)(at - text),
            .end = (uint32_t)(at - text) + (uint32_t)length,
            .form = slice_of(at, length),
        };
        at += length + strspn(at + length, " ");
    }
    return copy_hash(&list);
}

static void check_copies(const char *a, const char *b) {
    assert_true(copy_hashes_near(hash_of(a), hash_of(b)));
    assert_true(copy_hashes_near(hash_of(b), hash_of(a)));
}

static void check_apart(const char *a, const char *b) {
    assert_false(copy_hashes_near(hash_of(a), hash_of(b)));
    assert_false(copy_hashes_near(hash_of(b), hash_of(a)));
}

#define DAM                                                                                        \
    "engineers said on monday that the new dam at kokaral will raise the northern sea by two "     \
    "metres enough to bring the harbour of aralsk within sight of water again after four dry "     \
    "decades the work is to begin in spring when the ice has gone "
#define MONEY                                                                                      \
    "most of the money is lent by a bank that asks for nothing but patience the ministry of "      \
    "water said in a statement that fishermen read aloud to one another "

static void the_same_words_have_the_same_hash(void **state) {
    (void)state;
    assert_int_equal(hash_of(DAM), hash_of(DAM));
    assert_int_equal(hash_of("short news"), hash_of("short news"));
}

static void a_story_edited_a_little_is_a_copy(void **state) {
    (void)state;
    check_copies(DAM MONEY, "aralsk steppe wire " DAM MONEY);
    check_copies(DAM MONEY, DAM MONEY "reporting by steppe wire");
    check_copies(DAM "the harbour of " MONEY, DAM "the harbor of " MONEY);
}

static void another_story_about_the_same_is_none(void **state) {
    (void)state;
    check_apart(DAM, "the fishermen of kokaral have heard promises of a dam before what they want "
                     "to know they told the ministry is who will pay for the nets the boats and "
                     "the road to the market in town a dam alone catches no fish");
}

static void a_report_with_other_numbers_is_none(void **state) {
    (void)state;
    check_apart("the rupiah closed at 16315 per dollar on 3 june 0.4 percent weaker than the day "
                "before while the central bank sold 250 million dollars and the index of shares "
                "in jakarta lost 38 points",
                "the rupiah closed at 16190 per dollar on 9 june 0.7 percent weaker than the day "
                "before while the central bank sold 120 million dollars and the index of shares "
                "in jakarta lost 51 points");
}

static void what_is_said_again_and_again_counts_once(void **state) {
    (void)state;
    check_apart("microsoft 365 groups can be made by anyone and are shown in outlook microsoft 365 "
                "groups that are not used for a year are removed microsoft 365 groups keep their "
                "mail for thirty days after that",
                "whoever runs microsoft 365 groups can say who may join microsoft 365 groups of "
                "his own firm and which labels microsoft 365 groups carry when papers in them are "
                "secret or meant for the board alone");
}

static void a_very_short_passage_is_a_copy_only_word_for_word(void **state) {
    (void)state;
    check_apart("persija beat persib in jakarta on sunday",
                "persib beat persija in jakarta on sunday");
    check_apart("the office is closed on monday and tuesday",
                "the office is closed on monday and friday");
    check_apart("", "news");
}

static void hashes_are_near_up_to_a_distance(void **state) {
    (void)state;
    uint64_t hash = 0x0123456789ABCDEF, turned = 0;
    for (unsigned count = 0; count < COPY_BITS; count++) {
        assert_int_equal(copy_hashes_near(hash, hash ^ turned), count <= COPY_DISTANCE);
        turned |= (uint64_t)1 << (count * 29 % COPY_BITS);
    }
}

/* A passage of words that no other has, some of them changed. */
static uint64_t hash_of_numbered(unsigned first, unsigned count, unsigned changed) {
    char text[MOST_WORDS * NUMBERED_WORD_BYTES + 1];
    char *at = text;
    for (unsigned i = 0; i < count; i++) {
        at = write_numbered_word(at, first + (i < changed ? 500000 + i : i));
    }
    return hash_of(text);
}

static void nearly_all_copies_are_found_and_no_others(void **state) {
    (void)state;
    unsigned found = 0, short_found = 0, mistaken = 0;
    for (unsigned i = 0; i < 1000; i++) {
        uint64_t hash = hash_of_numbered(i * 100, 100, 0);
        found += copy_hashes_near(hash, hash_of_numbered(i * 100, 100, 3));
        short_found +=
            copy_hashes_near(hash_of_numbered(i * 100, 20, 0), hash_of_numbered(i * 100, 20, 1));
        mistaken += copy_hashes_near(hash, hash_of_numbered((i + 1) * 100, 100, 0));
    }
    assert_true(found >= 990);
    assert_true(short_found >= 950);
    assert_int_equal(mistaken, 0);
}

static void a_word_of_several_tokens_is_one_word(void **state) {
    (void)state;
    const struct token tokens[] = {
        {.start = 0, .end = 6, .form = {"aralsk", 6}},
        {.start = 0, .end = 6, .form = {"aral", 4}},
        {.start = 7, .end = 10, .form = {"sea", 3}},
    };
    const struct token_list list = {.tokens = tokens, .count = 3};
    assert_int_equal(copy_hash(&list), hash_of("aralsk sea"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_words_have_the_same_hash),
        cmocka_unit_test(a_story_edited_a_little_is_a_copy),
        cmocka_unit_test(another_story_about_the_same_is_none),
        cmocka_unit_test(a_report_with_other_numbers_is_none),
        cmocka_unit_test(what_is_said_again_and_again_counts_once),
        cmocka_unit_test(a_very_short_passage_is_a_copy_only_word_for_word),
        cmocka_unit_test(hashes_are_near_up_to_a_distance),
        cmocka_unit_test(nearly_all_copies_are_found_and_no_others),
        cmocka_unit_test(a_word_of_several_tokens_is_one_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
