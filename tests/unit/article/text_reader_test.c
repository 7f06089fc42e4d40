/* Plain text, with front matter or with what the text itself says. */
#include "tests/unit/article/support.h"

static void front_matter_gives_the_fields(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "---\n"
                "id: steppe-1\n"
                "Title: \"The dam: a second life\"\n"
                "date: 14 Mei 2025\n"
                "url: https://a.example/dam\n"
                "source: Steppe Wire\n"
                "author: Marat Ospanov\n"
                "lang: en\n"
                "---\n"
                "\n"
                "The dam may be raised.\n",
                &results);
    assert_article(&results, 0);
    const struct result *article = &results.list[0];
    assert_string_equal(article->id, "steppe-1");
    assert_string_equal(article->title, "The dam: a second life");
    assert_string_equal(article->date, "2025-05-14");
    assert_string_equal(article->url, "https://a.example/dam");
    assert_string_equal(article->source, "Steppe Wire");
    assert_string_equal(article->author, "Marat Ospanov");
    assert_string_equal(article->lang, "en");
    assert_string_equal(article->text, "The dam may be raised.");
    results_free(&results);
}

static void values_are_written_as_in_yaml(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "---\n"
                "title: >-\n"
                "  Kokaral dam:\n"
                "  a second life\n"
                "author: 'O''Brien'\n"
                "source: \"The \\\"Post\\\" \\\\ Wire\"\n"
                "summary: |\n"
                "  Water rises.\n"
                "price: \"\n"
                "mark: 'it''\n"
                "---\n"
                "Text.\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].title, "Kokaral dam: a second life");
    assert_string_equal(results.list[0].author, "O'Brien");
    assert_string_equal(results.list[0].source, "The \"Post\" \\ Wire");
    assert_string_equal(results.list[0].extra,
                        "{\"summary\":\"Water rises.\",\"price\":\"\\\"\",\"mark\":\"it'\"}");
    results_free(&results);
}

static void unknown_keys_and_lists_are_kept(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "\xEF\xBB\xBF---\r\n"
                "# a comment\r\n"
                "title: T\r\n"
                "tags:\r\n"
                "  - aral\r\n"
                "  - water\r\n"
                "kategori: Лес\r\n"
                "---\r\n"
                "Text.\r\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].extra,
                        "{\"tags\":[\"aral\",\"water\"],\"kategori\":\"Лес\"}");
    results_free(&results);
}

static void values_of_front_matter_may_be_lists(void **state) {
    static const struct {
        const char *lines, *author, *extra;
    } heads[] = {
        {"author:\n  - Ann - Lee\n  - 'Bo Ray'", "Ann - Lee, Bo Ray", ""},
        {"author:\n- Ann", "Ann", ""},
        {"author:\n  - Ann\n    Lee\n  - 'Bo\n     Ray'", "Ann Lee, Bo Ray", ""},
        {"tags:\n-\n- sea\n-  salt", "", "{\"tags\":[\"sea\",\"salt\"]}"},
        {"tags: [\"a \\\"b, c\\\"\", d]", "", "{\"tags\":[\"a \\\"b, c\\\"\",\"d\"]}"},
        {"tags: [sea, 'tis]", "", "{\"tags\":[\"sea\",\"'tis\"]}"},
        {"author: [Ann Lee, \"Ray, Bo\"]", "Ann Lee, Ray, Bo", ""},
        {"tags: [sea, 'salt, dust']", "", "{\"tags\":[\"sea\",\"salt, dust\"]}"},
        {"tags: []", "", ""},
        {"note: |\n  - one\n  - two", "", "{\"note\":\"- one - two\"}"},
        {"author: \"Ann Lee\" # the chief", "Ann Lee", ""},
        {"author: \"Ann\" and \"Bo\"", "\"Ann\" and \"Bo\"", ""},
        {"author: \"Ann\n  Lee\"", "Ann Lee", ""},
        {"author: ~\ntags: null", "", ""},
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct results results;
        char text[300];
        snprintf(text, sizeof text, "---\ntitle: T\n%s\n---\nText.\n", heads[i].lines);
        read_string(*state, "a.txt", text, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, "T");
        assert_string_equal(results.list[0].author, heads[i].author);
        assert_string_equal(results.list[0].extra, heads[i].extra);
        assert_string_equal(results.list[0].text, "Text.");
        results_free(&results);
    }
}

static void front_matter_may_be_toml_or_end_in_dots(void **state) {
    static const char *const heads[] = {
        "+++\n# of Hugo\ntitle = \"The dam: a second life\"\ndate = 2025-05-14\n"
        "tags = ['sea', \"salt\"]\n[params]\nauthor = 'Ann Lee'\n+++\n",
        "---\ntitle: 'The dam: a second life'\ndate: 2025-05-14\nauthor: Ann Lee\n"
        "tags: [sea, salt]\n...\n",
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct results results;
        char text[300];
        snprintf(text, sizeof text, "%s\nText.\n", heads[i]);
        read_string(*state, "a.md", text, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, "The dam: a second life");
        assert_string_equal(results.list[0].date, "2025-05-14");
        assert_string_equal(results.list[0].author, "Ann Lee");
        assert_string_equal(results.list[0].extra, "{\"tags\":[\"sea\",\"salt\"]}");
        assert_string_equal(results.list[0].text, "Text.");
        results_free(&results);
    }
}

static void a_head_before_a_text_gives_the_fields(void **state) {
    static const struct {
        const char *head, *title, *date, *author, *source, *url, *extra;
    } heads[] = {
        {"Title: The dam\r\nDate: 14 May 2025\r\nAuthor: Ann Lee\r\nURL: https://a.example/1\r\n",
         "The dam", "2025-05-14", "Ann Lee", "", "https://a.example/1", ""},
        {"Judul: Bendungan\nTanggal: 14 Mei 2025\nPenulis: Ani\nSumber: https://a.example/1\n",
         "Bendungan", "2025-05-14", "Ani", "a.example", "https://a.example/1", ""},
        {"Заголовок: Плотина\nДата публикации: 14.05.2025\nАвтор: А. Ли\nИсточник: Вестник\n",
         "Плотина", "2025-05-14", "А. Ли", "Вестник", "", ""},
        {"Title: The dam\nDate: soon\n", "The dam", "", "", "", "", "{\"date\":\"soon\"}"},
        {"From: \"Ann Lee\" <ann@a.example>\nSubject: The dam\n is raised\nX-Of: 1: 2\n"
         "Date: Wed, 14 May 2025 09:30:00 +0500\n",
         "The dam is raised", "2025-05-14T09:30:00+05:00", "Ann Lee", "", "",
         "{\"X-Of\":\"1: 2\"}"},
        {"From: Ann Lee\nSubject: The dam\nBy: mail\n", "The dam", "", "Ann Lee", "", "",
         "{\"By\":\"mail\"}"},
        {"Date: 14 May 2025\nFrom: ann@a.example\n", "", "2025-05-14", "ann@a.example", "", "", ""},
        {"Date: 14 May 2025\nFrom: Jakarta\nBy: train\n", "", "2025-05-14", "", "", "",
         "{\"From\":\"Jakarta\",\"By\":\"train\"}"},
        {"From: Jakarta\nBy: Ann Lee\nDate: 14 May 2025\n", "", "2025-05-14", "Ann Lee", "", "",
         "{\"From\":\"Jakarta\"}"},
        {"Tanggal: 14 Mei 2025\nDari: Jakarta\nOleh: kereta\n", "", "2025-05-14", "", "", "",
         "{\"Dari\":\"Jakarta\",\"Oleh\":\"kereta\"}"},
        {"Дата: 14 мая 2025\nОт: Москва\nАвтор: А. Ли\n", "", "2025-05-14", "А. Ли", "", "",
         "{\"От\":\"Москва\"}"},
        {"Judul: Bendungan\nTautan: https://a.example/1\n", "Bendungan", "", "", "",
         "https://a.example/1", ""},
        {"Заголовок: Плотина\nСсылка: https://a.example/1\n", "Плотина", "", "", "",
         "https://a.example/1", ""},
        {"Title: The dam\nDate: 14 May 2025\nLink: https://a.example/1\nAddress: 5 Shore Road\n",
         "The dam", "2025-05-14", "", "", "https://a.example/1", "{\"Address\":\"5 Shore Road\"}"},
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct results results;
        char text[400];
        snprintf(text, sizeof text, "%s\nText: all of it.\n", heads[i].head);
        read_string(*state, "a.txt", text, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, heads[i].title);
        assert_string_equal(results.list[0].date, heads[i].date);
        assert_string_equal(results.list[0].author, heads[i].author);
        assert_string_equal(results.list[0].source, heads[i].source);
        assert_string_equal(results.list[0].url, heads[i].url);
        assert_string_equal(results.list[0].extra, heads[i].extra);
        assert_string_equal(results.list[0].text, "Text: all of it.");
        results_free(&results);
    }
}

static void lines_with_colons_are_no_head(void **state) {
    static const char *const texts[] = {
        "Title: one line only\n\nText.",
        "Title: never\nDate: ended\n",
        "Ann: And then?\nBo: Nothing.\n\nText.",
        "Author: Ann Lee\nTitle: a talk\nThey met in the city.\n\nText.",
        "From: Jakarta\nTo: Bandung\nBy: train\n\nText.",
        "Date: whenever\nFrom: Jakarta\nBy: train\n\nText.",
        "Source: the lake\nBy: canal\nURL: none\n\nText.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct results results;
        read_string(*state, "a.txt", texts[i], &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].author, "");
        assert_string_equal(results.list[0].extra, "");
        results_free(&results);
    }
}

static void a_text_between_rules_is_no_front_matter(void **state) {
    static const char *const texts[] = {
        "---\nThis is a text, not: front matter\n---\nMore.",
        "---\ntitle: never closed\n\nText.",
        "---\n---\nText.",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct results results;
        read_string(*state, "a.txt", texts[i], &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].text, texts[i]);
        results_free(&results);
    }
}

#define LONG_LINE                                                                                  \
    "Engineers have put forward two designs for the dam, and the fishermen of the villages on "    \
    "the "                                                                                         \
    "shore have heard of both of them with hope."

/* What a text says of itself; "" stands for what it does not say. */
static const struct guess {
    const char *content, *title, *date, *source, *url, *text;
} guesses[] = {
    /* a title is a short first line of one sentence with an empty line behind it */
    {"The dam may be raised\n\nEngineers have put forward two designs for the dam.",
     "The dam may be raised", "", "", "", "Engineers have put forward two designs for the dam."},
    {"## The dam may be raised\n\nEngineers have put forward two designs for the dam.",
     "The dam may be raised", "", "", "", "Engineers have put forward two designs for the dam."},
    {"#dam and #sea\n\nEngineers have put forward two designs.", "#dam and #sea", "", "", "",
     "Engineers have put forward two designs."},
    {"Prospects for cooperation in the region.\n\nIn recent years treaties have been concluded.",
     "Prospects for cooperation in the region.", "", "", "",
     "In recent years treaties have been concluded."},
    {"St. Petersburg meets the U.S. delegation\n\nThe talks in the city began on Monday, at noon.",
     "St. Petersburg meets the U.S. delegation", "", "", "",
     "The talks in the city began on Monday, at noon."},
    {"One sentence. Another one.\n\nThe text goes on here for some time.", "", "", "", "",
     "One sentence. Another one.\n\nThe text goes on here for some time."},
    {"A first line\nwithout an empty line behind it goes on like this.", "", "", "", "",
     "A first line\nwithout an empty line behind it goes on like this."},
    {"Only one line", "", "", "", "", "Only one line"},
    {"Dear readers,\n\nthis is a letter to all of you from the editors.", "", "", "", "",
     "Dear readers,\n\nthis is a letter to all of you from the editors."},
    {"The dam may be raised\n=====\n\nEngineers have put forward two designs for the dam.",
     "The dam may be raised", "", "", "", "Engineers have put forward two designs for the dam."},
    {"THE DAM IN ARALSK, NOW RAISED\n\nEngineers have put forward two designs for the dam.",
     "THE DAM IN ARALSK, NOW RAISED", "", "", "",
     "Engineers have put forward two designs for the dam."},
    {"TASHKENT, UZBEKISTAN\n\nEngineers have put forward two designs for the dam.", "", "", "", "",
     "TASHKENT, UZBEKISTAN\n\nEngineers have put forward two designs for the dam."},
    /* or with a whole paragraph below it */
    {"The dam may be raised\n" LONG_LINE, "The dam may be raised", "", "", "", LONG_LINE},
    {"The dam is raised.\n" LONG_LINE, "", "", "", "", "The dam is raised.\n" LONG_LINE},
    /* a date before it */
    {" date 2024-07-02 Talks begin in Astana\n\nBEIJING, July 1 (Xinhua) -- The leaders have met.",
     "Talks begin in Astana", "2024-07-02", "Xinhua", "",
     "BEIJING, July 1 (Xinhua) -- The leaders have met."},
    /* a date with its word for "year", and the head of a printed page, which is no title */
    {"Плотину поднимут\n14 июня 2024 г.\n\nПлотину у Аральска поднимут.", "Плотину поднимут",
     "2024-06-14", "", "", "14 июня 2024 г.\n\nПлотину у Аральска поднимут."},
    {"GAZETTE, 14 JUNE 2024      PAGE 5\n\nThe dam is raised.\nIt rained.", "", "2024-06-14", "",
     "", "GAZETTE, 14 JUNE 2024      PAGE 5\n\nThe dam is raised.\nIt rained."},
    /* a byline with a date below it */
    {"Banjir merendam Bekasi\nSelasa, 4 Maret 2025 | 19.45 WIB\nPenulis: S. Hartati\n\n"
     "BEKASI – Hujan lebat semalaman membuat sungai meluap.",
     "Banjir merendam Bekasi", "2025-03-04T19:45:00+07:00", "", "",
     "Selasa, 4 Maret 2025 | 19.45 WIB\nPenulis: S. Hartati\n\n"
     "BEKASI – Hujan lebat semalaman membuat sungai meluap."},
    {"The dam may be raised\n\nBy Nora Vance and Ann van der Lee on 14 May 2025\n\nIt rained.",
     "The dam may be raised", "2025-05-14", "", "",
     "By Nora Vance and Ann van der Lee on 14 May 2025\n\nIt rained."},
    /* a dateline with a year is a date, one without is none */
    {"АСТАНА, 17 июня 2025 г. Главы Китая и пяти стран подписали договор.", "", "2025-06-17", "",
     "", "АСТАНА, 17 июня 2025 г. Главы Китая и пяти стран подписали договор."},
    {"Jakarta, 17 Juni 2025 – Presiden bertolak ke Astana.", "", "2025-06-17", "", "",
     "Jakarta, 17 Juni 2025 – Presiden bertolak ke Astana."},
    {"TASHKENT, Uzbekistan, June 11. Over $10 billion came in 2024.", "", "", "", "",
     "TASHKENT, Uzbekistan, June 11. Over $10 billion came in 2024."},
    {"On 25 April 2024 a delegation visited the centre.", "", "", "", "",
     "On 25 April 2024 a delegation visited the centre."},
    /* the source, in a line of its own */
    {"Para menteri menerima inisiatif itu.\nSumber: https://www.berita.example/asean/1\nKomentar",
     "", "", "berita.example", "https://www.berita.example/asean/1",
     "Para menteri menerima inisiatif itu.\nSumber: https://www.berita.example/asean/1\nKomentar"},
    {"Министры приняли инициативу.\nИсточник: Волжская газета", "", "", "Волжская газета", "",
     "Министры приняли инициативу.\nИсточник: Волжская газета"},
    {"The dam may be raised.\nhttps://a.example/dam", "", "", "", "https://a.example/dam",
     "The dam may be raised.\nhttps://a.example/dam"},
    {"Follow us: https://social.example/us and read on.", "", "", "", "",
     "Follow us: https://social.example/us and read on."},
};

static void a_text_may_give_its_title_date_source_and_url(void **state) {
    for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++) {
        struct results results;
        read_string(*state, "a.txt", guesses[i].content, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, guesses[i].title);
        assert_string_equal(results.list[0].date, guesses[i].date);
        assert_string_equal(results.list[0].source, guesses[i].source);
        assert_string_equal(results.list[0].url, guesses[i].url);
        assert_string_equal(results.list[0].text, guesses[i].text);
        results_free(&results);
    }
}

/* More than those among which any date counts. */
#define SIX_LINES "It was dry. It was hot.\nNo rain\nfell on\nthe shore\nof the\nsea."

static void a_text_may_name_its_author_above_and_its_date_behind(void **state) {
    static const struct {
        const char *content, *title, *date, *author;
    } texts[] = {
        {"The dam may be raised\nBy Nora Vance\n\nEngineers have put forward two designs.",
         "The dam may be raised", "", "Nora Vance"},
        {"Banjir merendam Bekasi\n4 Maret 2025\nPenulis: S. Hartati\n\nHujan lebat semalaman.",
         "Banjir merendam Bekasi", "2025-03-04", "S. Hartati"},
        {SIX_LINES "\n\nPublished: 14 May 2025\nSource: Post", "", "2025-05-14", ""},
        {SIX_LINES "\n\nClosed: 14 May 2025", "", "", ""},
        {"They came\nBy night\n\nand went.", "", "", ""},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct results results;
        read_string(*state, "a.txt", texts[i].content, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, texts[i].title);
        assert_string_equal(results.list[0].date, texts[i].date);
        assert_string_equal(results.list[0].author, texts[i].author);
        results_free(&results);
    }
}

static void a_url_found_in_the_text_is_not_its_identity(void **state) {
    struct scratch *scratch = *state;
    struct results results;
    read_string(scratch, "a.txt", "The dam may be raised.\nhttps://a.example/dam", &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].id, scratch->path);
    results_free(&results);
    read_string(scratch, "a.txt", "---\nurl: https://a.example/dam\n---\nText.", &results);
    assert_string_equal(results.list[0].id, "https://a.example/dam");
    results_free(&results);
}

static void front_matter_comes_before_what_the_text_says(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "---\ndate: 2024-07-03\nsource: Steppe Wire\n---\n"
                "BEIJING, July 1, 2024 (Xinhua) -- The leaders have met.\n"
                "Source: https://a.example/x\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].date, "2024-07-03");
    assert_string_equal(results.list[0].source, "Steppe Wire");
    assert_string_equal(results.list[0].url, "https://a.example/x");
    results_free(&results);
}

static void an_indented_line_begins_a_paragraph(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "    Engineers have put forward two designs for the dam, and\n"
                "fishermen of the villages on the shore have heard of them.\n"
                "    The catch has recovered from next to nothing to some 8,000\n"
                "tonnes a year, and plants work in all of the\n"
                "district.\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text,
                        "Engineers have put forward two designs for the dam, and fishermen of the "
                        "villages on the shore have heard of them.\n"
                        "The catch has recovered from next to nothing to some 8,000 tonnes a year, "
                        "and plants work in all of the district.");
    results_free(&results);
}

static void lines_below_an_item_of_a_list_go_on_with_it(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "1. Engineers have put forward two designs for the dam, and\n"
                "   fishermen of the villages on the shore have heard of\n"
                "   them.\n"
                "\n"
                "2. The catch has recovered from next to nothing to some\n"
                "   tonnes a year.\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text,
                        "1. Engineers have put forward two designs for the dam, and fishermen of "
                        "the villages on the shore have heard of them.\n\n"
                        "2. The catch has recovered from next to nothing to some tonnes a year.");
    results_free(&results);
}

static void append_wrapped_lines(struct bytes *text, const char *what, int count) {
    for (int i = 0; i < count; i++) {
        bytes_append_string(text, what);
    }
    for (int i = 0; i < 5 * count; i++) {
        bytes_append_byte(text, ' ');
    }
    bytes_append_string(text, "\n\nThe end of it.\n");
}

static void a_wrapped_paragraph_with_blanks_behind_it_takes_linear_time(void **state) {
    const struct growing growing = {"a.txt", "Air naik.\n", NULL, append_wrapped_lines};
    assert_linear(*state, &growing,
                  "\nthe quick brown fox jumps over the lazy dog and runs far away into the");
}

static void lines_that_an_editor_wrapped_are_paragraphs_again(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "Engineers hired by the ministry have put forward two designs for\n"
                "the dam, which is 13 km long and separates the northern sea from\n"
                "the dried bed to the south. Each is a state-of-the-art, or half-\n"
                "finished, idea.\n"
                "\n"
                "The first would lift the water level by two metres.\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(
        results.list[0].text,
        "Engineers hired by the ministry have put forward two designs for the dam, which is 13 km "
        "long and separates the northern sea from the dried bed to the south. Each is a "
        "state-of-the-art, or half-finished, idea.\n\n"
        "The first would lift the water level by two metres.");
    results_free(&results);
}

static void the_head_of_a_printed_page_may_be_wider_than_its_text(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "GAZETTE, 14 JUNE 2024                                                            "
                "PAGE 5\n\n"
                "Engineers hired by the ministry have put forward two designs\n"
                "for the dam, which is 13 km long and separates the northern\n"
                "sea from the bed, and hope for the best.\n",
                &results);
    assert_article(&results, 0);
    assert_non_null(strstr(results.list[0].text,
                           "two designs for the dam, which is 13 km long and separates the "
                           "northern sea from the bed"));
    assert_string_equal(results.list[0].date, "2024-06-14");
    results_free(&results);
}

static void words_that_were_divided_are_whole_again(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "Engineers hired by the ministry have put forward two de-\n"
                "signs for the dam, which is well over 13 km long and sepa\xC2\xAD\n"
                "rates the northern sea from the bed to the south. A state-\n"
                "of-the-art idea, they say, and by no means a very ex\xE2\x80\x90\n"
                "pensive one.\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(
        results.list[0].text,
        "Engineers hired by the ministry have put forward two designs for the dam, which is well "
        "over 13 km long and separates the northern sea from the bed to the south. A "
        "state-of-the-art idea, they say, and by no means a very expensive one.");
    results_free(&results);
}

static void a_dash_at_the_end_of_a_line_keeps_its_blanks(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "Engineers hired by the ministry have put forward the dams -\n"
                "two of them, each well over 13 km long - which separate a --\n"
                "or so they say - northern sea from the dried bed, the lake--\n"
                "as it once was - to the south of it, by a state-of-the-art-\n"
                "like idea.\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(
        results.list[0].text,
        "Engineers hired by the ministry have put forward the dams - two of them, each well over "
        "13 km long - which separate a -- or so they say - northern sea from the dried bed, the "
        "lake--as it once was - to the south of it, by a state-of-the-art-like idea.");
    results_free(&results);
}

/* As fmt does, which leaves room at the ends of lines to have them of more equal lengths. */
static void a_word_cut_short_before_a_conjunction_keeps_its_blank(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "Engineers hired by the ministry spoke of the dams of the pre-\n"
                "and post-war years, which were built with rock- und clay-\n"
                "and-sand walls, as is known, by the people of both shores of\n"
                "the northern sea.\n",
                &results);
    assert_article(&results, 0);
    assert_string_equal(
        results.list[0].text,
        "Engineers hired by the ministry spoke of the dams of the pre- and post-war "
        "years, which were built with rock- und clay-and-sand walls, as is known, by "
        "the people of both shores of the northern sea.");
    results_free(&results);
}

static void lines_that_were_balanced_are_paragraphs_again(void **state) {
    struct results results;
    read_string(*state, "a.txt",
                "Engineers hired by the ministry have put forward two designs\n"
                "for the dam, which is 13 km long and separates the northern\n"
                "https://a.example/reports/2025/03/a-second-dam-or-a-higher-one-for-the-sea\n"
                "sea from the dried bed to the south of it. The first would\n"
                "lift the water level by two metres and the second by six.\n",
                &results);
    assert_article(&results, 0);
    assert_null(strchr(results.list[0].text, '\n'));
    results_free(&results);
}

static void verses_and_lists_keep_their_lines(void **state) {
    static const char *const texts[] = {
        "Aku ingin mencintaimu dengan sederhana dan dengan tenang\n"
        "Dengan kata yang tak sempat diucapkan kayu kepada api itu\n"
        "Aku ingin mencintaimu dengan sederhana, seperti isyarat\n"
        "Yang disampaikan awan kepada hujan yang menjadikannya tiada",
        "A list:\n- one thing that is quite long, and has nearly the width\n- another\n- a third\n",
        "a higher dam in the strait between the two seas\n"
        "a second gate for the spring flood, to be built by 2027\n"
        "a hatchery for carp and pike perch beside the old port\n"
        "no pumps at all, which the fishermen asked for\n"
        "a road to the villages on the northern shore",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct results results;
        read_string(*state, "a.txt", texts[i], &results);
        assert_article(&results, 0);
        assert_memory_equal(results.list[0].text, texts[i], strlen(results.list[0].text));
        assert_true(strlen(results.list[0].text) + 1 >= strlen(texts[i]));
        results_free(&results);
    }
}

static void broken_utf_8_is_named_by_its_line(void **state) {
    struct results results;
    read_string(*state, "a.txt", "Вода поднялась.\nРыба вернулась.\nУлов \xD0 вырос.\n", &results);
    assert_int_equal(results.count, 1);
    assert_rejected(*state, &results, 0, 3, ": invalid UTF-8");
    results_free(&results);
}

static void an_archive_of_a_page_is_no_text(void **state) {
    struct results results;
    read_string(*state, "a.mhtml",
                "From: <Saved by Blink>\r\nSubject: Dam raised\r\nMIME-Version: 1.0\r\n"
                "Content-Type: multipart/related;\r\n\tboundary=\"--b\"\r\n\r\n----b\r\n"
                "Content-Type: text/html\r\n\r\n<p>The dam is raised.</p>\r\n----b--\r\n",
                &results);
    assert_rejected(*state, &results, 0, 1, "save the page as HTML");
    results_free(&results);
    read_string(*state, "a.txt",
                "Subject: Dam raised\nDate: 2025-05-14\n\nContent-Type: multipart/related\n"
                "MIME-Version: 1.0\n",
                &results);
    assert_article(&results, 0);
    results_free(&results);
}

static void mailboxes_and_encoded_mail_are_no_text(void **state) {
    static const struct {
        const char *written, *told;
    } mails[] = {
        {"From nora@post.example Tue Jun 11 09:30:00 2024\nFrom: Nora Vance <nora@post.example>\n"
         "Subject: Dam\n\nThe dam is raised.\n\nFrom ann@post.example Wed Jun 12 09:30:00 2024\n"
         "Subject: Fish\n\nThe fish came.\n",
         "a mailbox (mbox): save each mail as text"},
        {"Subject: Dam\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n"
         "=D0=92=D0=BE=D0=B4=D0=B0\n",
         "mail in quoted-printable or base64: save it as text"},
        {"Subject: Dam\nMIME-Version: 1.0\nContent-Transfer-Encoding: BASE64\n\n0JLQvtC00LA=\n",
         "mail in quoted-printable or base64"},
    };
    static const char *const texts[] = {
        "Subject: Dam\nDate: 2025-05-14\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n\n"
        "The dam is raised.\n",
        "From Jakarta on 11 June 2024\nNora Vance: it rained.\n\nThe dam is raised.\n",
        "From the dam\nNora: it rained.\n",
    };
    struct results results;
    for (size_t i = 0; i < sizeof mails / sizeof *mails; i++) {
        read_string(*state, "a.eml", mails[i].written, &results);
        assert_int_equal(results.count, 1);
        assert_rejected(*state, &results, 0, 1, mails[i].told);
        results_free(&results);
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read_string(*state, "a.txt", texts[i], &results);
        assert_article(&results, 0);
        results_free(&results);
    }
}

static void a_document_of_a_word_processor_is_no_text(void **state) {
    static const struct {
        const char *written, *told;
    } documents[] = {
        {"{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Times;}}\r\nThe dam is raised.\\par\r\n}\r\n",
         "a document in RTF: save it as text or HTML"},
        {"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "a document in PDF"},
        {"%!PS-Adobe-3.0\n/Times findfont\n", "a document in PostScript"},
        {"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n", "a document in WARC"},
        {"<?xml version='1.0'?>\n<opml><body/></opml>\n", "a document in XML"},
    };
    struct results results;
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        read_string(*state, "a.txt", documents[i].written, &results);
        assert_int_equal(results.count, 1);
        assert_rejected(*state, &results, 0, 1, documents[i].told);
        results_free(&results);
    }
    read_string(*state, "a.txt", "{rtf} is how such files begin, and %PDF- is another.\n",
                &results);
    assert_article(&results, 0);
    results_free(&results);
}

static void marks_of_links_are_left_out_where_a_list_tells_them(void **state) {
    static const struct {
        const char *written, *text;
    } texts[] = {
        {"   #[1]alternate\n\nDam\n\nThe [5]dam that saved the sea [12]may be "
         "raised.\n\nReferences\n\n   Visible links:\n"
         "   5. https://post.example/dam\n  12. mailto:ann@post.example\n\n   Hidden links:\n"
         "  13. https://post.example/a.png\n",
         "The dam that saved the sea may be raised."},
        {"Dam\n\nThe [1]dam of [2024] may be [2]raised.\n\n\nReferences:\n\n"
         "[1] https://post.example/dam\n[2] mailto:ann@post.example\n",
         "The dam of [2024] may be raised."},
        {"Dam\n\nThe [1]dam may be raised.\n\nReferences\n\n   Visible links\n"
         "   1. https://post.example/dam\n",
         "The dam may be raised."},
        {"Dam\n\nThe dam [1] may be raised.\n\nReferences\n\n[1] A. Lee: The dam. Tashkent.\n",
         "The dam [1] may be raised.\n\nReferences\n\n[1] A. Lee: The dam. Tashkent."},
        {"Dam\n\nThe dam [1] may be raised.\n\nReferences\n\n1. A. Lee: The dam. Tashkent.\n",
         "The dam [1] may be raised.\n\nReferences\n\n1. A. Lee: The dam. Tashkent."},
        {"Dam\n\nThe dam [1] may be raised.\n\nReferences",
         "The dam [1] may be raised.\n\nReferences"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct results results;
        read_string(*state, "a.txt", texts[i].written, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].text, texts[i].text);
        results_free(&results);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_archive_of_a_page_is_no_text),
        cmocka_unit_test(mailboxes_and_encoded_mail_are_no_text),
        cmocka_unit_test(a_document_of_a_word_processor_is_no_text),
        cmocka_unit_test(marks_of_links_are_left_out_where_a_list_tells_them),
        cmocka_unit_test(front_matter_gives_the_fields),
        cmocka_unit_test(values_are_written_as_in_yaml),
        cmocka_unit_test(unknown_keys_and_lists_are_kept),
        cmocka_unit_test(values_of_front_matter_may_be_lists),
        cmocka_unit_test(front_matter_may_be_toml_or_end_in_dots),
        cmocka_unit_test(a_head_before_a_text_gives_the_fields),
        cmocka_unit_test(lines_with_colons_are_no_head),
        cmocka_unit_test(a_text_between_rules_is_no_front_matter),
        cmocka_unit_test(a_text_may_give_its_title_date_source_and_url),
        cmocka_unit_test(a_text_may_name_its_author_above_and_its_date_behind),
        cmocka_unit_test(a_url_found_in_the_text_is_not_its_identity),
        cmocka_unit_test(front_matter_comes_before_what_the_text_says),
        cmocka_unit_test(an_indented_line_begins_a_paragraph),
        cmocka_unit_test(lines_below_an_item_of_a_list_go_on_with_it),
        cmocka_unit_test(a_wrapped_paragraph_with_blanks_behind_it_takes_linear_time),
        cmocka_unit_test(lines_that_an_editor_wrapped_are_paragraphs_again),
        cmocka_unit_test(the_head_of_a_printed_page_may_be_wider_than_its_text),
        cmocka_unit_test(words_that_were_divided_are_whole_again),
        cmocka_unit_test(a_dash_at_the_end_of_a_line_keeps_its_blanks),
        cmocka_unit_test(a_word_cut_short_before_a_conjunction_keeps_its_blank),
        cmocka_unit_test(lines_that_were_balanced_are_paragraphs_again),
        cmocka_unit_test(verses_and_lists_keep_their_lines),
        cmocka_unit_test(broken_utf_8_is_named_by_its_line),
    };
    return cmocka_run_group_tests_name("text", tests, scratch_open, scratch_close);
}
