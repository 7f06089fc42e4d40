/* RSS and Atom. */
#include "corpus/article/feed_identity.h"
#include "tests/unit/article/support.h"

#include <iconv.h>

static void rss_items_are_articles(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                "<channel><title>Lensa</title><link>https://lensa.example/</link>"
                "<language>id-ID</language>\n"
                "<item><title>Bendungan &amp; laut</title><link>https://lensa.example/1</link>\n"
                "<guid>lensa-1</guid><pubDate>Mon, 10 Mar 2025 08:30:00 +0800</pubDate>"
                "<dc:creator>A. Gunawan</dc:creator><description>Ringkas.</description>"
                "<content:encoded><![CDATA[<p>Air naik.</p><p>Ikan kembali.</p>]]>"
                "</content:encoded></item>\n"
                "<item><guid isPermaLink=\"true\">https://lensa.example/2</guid>"
                "<description>&lt;b&gt;Hanya&lt;/b&gt; uraian &amp;amp; teks</description></item>\n"
                "</channel></rss>",
                &results);
    assert_int_equal(results.count, 2);
    const struct result *first = &results.list[0], *second = &results.list[1];
    assert_article(&results, 0);
    assert_string_equal(first->id, "lensa-1");
    assert_string_equal(first->title, "Bendungan & laut");
    assert_string_equal(first->text, "Air naik.\nIkan kembali.");
    assert_string_equal(first->url, "https://lensa.example/1");
    assert_string_equal(first->date, "2025-03-10T08:30:00+08:00");
    assert_string_equal(first->author, "A. Gunawan");
    assert_string_equal(first->source, "Lensa");
    assert_string_equal(first->lang, "id");
    assert_int_equal(first->line, 4);
    assert_article(&results, 1);
    assert_string_equal(second->id, "https://lensa.example/2");
    assert_string_equal(second->url, "https://lensa.example/2");
    assert_string_equal(second->text, "Hanya uraian & teks");
    results_free(&results);
}

static void addresses_in_attributes_have_their_ampersands(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
                "<entry><id>1</id><link href=\"https://w.example/?a=1&amp;b=2\"/>"
                "<summary>One.</summary></entry>"
                "<entry><id>2</id><link href=\"https://w.example/?a=1&#38;b=2&#x26;c=3\"/>"
                "<summary>Two.</summary></entry>"
                "<entry><id>3</id><link href=\"https://w.example/?a=1&b=2\"/>"
                "<summary>Three, as of sites that forget to escape it.</summary></entry>"
                "<entry><id>4</id><link href=\"https://w.example/?a=&amp;#38;\"/>"
                "<summary>Four.</summary></entry>"
                "<entry><id>5</id><link href=\"https://w.example/caf&eacute;?b&lt;c&hellip;\"/>"
                "<summary>Five &eacute; &hellip; &lt;.</summary></entry></feed>",
                &results);
    assert_int_equal(results.count, 5);
    assert_string_equal(results.list[0].url, "https://w.example/?a=1&b=2");
    assert_string_equal(results.list[1].url, "https://w.example/?a=1&b=2&c=3");
    assert_string_equal(results.list[2].url, "https://w.example/?a=1&b=2");
    assert_string_equal(results.list[3].url, "https://w.example/?a=&#38;");
    assert_string_equal(results.list[4].url, "https://w.example/café?b<c…");
    assert_string_equal(results.list[4].text, "Five é … <.");
    results_free(&results);
}

static void the_whole_text_goes_before_what_describes_it(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss version=\"2.0\" xmlns:yandex=\"http://news.yandex.ru\"><channel><item>"
                "<link>https://v.example/1</link><yandex:full-text>Вода поднялась. Рыба вернулась."
                "</yandex:full-text><description>Вода поднялась.</description></item>"
                "</channel></rss>",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "Вода поднялась. Рыба вернулась.");
    results_free(&results);
}

static void what_leads_elsewhere_is_no_text_of_an_item(void **state) {
    static const struct {
        const char *written, *text;
    } items[] = {
        {"<p>Air naik.</p><p>Baca juga: <a href='/2'>Ikan kembali</a></p><p>Kapal berlayar.</p>",
         "Air naik.\nKapal berlayar."},
        {"<p>The dam held.</p><h3>Read also</h3><ul><li><a href='/2'>Fish</a></li>"
         "<li><a href='/3'>Salt</a></li></ul><p>Boats sail.</p><ul><li><a href='/4'>Data</a></li>"
         "</ul>",
         "The dam held.\nBoats sail.\nData"},
        {"Плотина устояла.<br/><br/>Подробнее: <a href='/3'>здесь</a>", "Плотина устояла."},
        {"<p>Comment: the dam held.</p><p>Boats sail.</p>", "Comment: the dam held.\nBoats sail."},
        {"<a href='/3'>Comments</a>", "Comments"},
    };
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct results results;
        struct bytes feed = {0};
        bytes_append_format(&feed,
                            "<rss><channel><item><guid>a</guid><description><![CDATA[%s]]>"
                            "</description></item></channel></rss>",
                            items[i].written);
        read_string(*state, "a.xml", bytes_string(&feed), &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].text, items[i].text);
        results_free(&results);
        bytes_free(&feed);
    }
}

static void items_of_one_line_are_told_apart_by_their_number(void **state) {
    struct results results;
    read_string(*state, "a.rss",
                "<rss><channel><item><description>Air naik.</description></item>"
                "<item><description></description></item>"
                "<item><guid>g</guid><description>Ikan.</description></item>"
                "<item><description>Kapal.</description></item>\n"
                "<item><description>Garam.</description></item>\n"
                "<item><link>https://post.example/</link><description>Air.</description></item>"
                "</channel></rss>",
                &results);
    assert_int_equal(results.count, 6);
    assert_string_equal(strrchr(results.list[0].id, '/'), "/a.rss:1");
    assert_string_equal(strrchr(results.list[3].id, '/'), "/a.rss:1:2");
    assert_string_equal(strrchr(results.list[4].id, '/'), "/a.rss:2");
    assert_string_equal(strrchr(results.list[5].id, '/'), "/a.rss:3");
    results_free(&results);
}

static void a_video_is_described_in_its_media_group(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<feed xmlns='http://www.w3.org/2005/Atom' "
                "xmlns:media='http://search.yahoo.com/mrss/'><title>Canal</title>"
                "<entry><id>v:1</id><title>A dam</title><media:group><media:title>No</media:title>"
                "<media:content url='v.mp4'><media:description>A still.</media:description>"
                "</media:content><media:description>Water &lt;i&gt; rose.\n\nSee more."
                "</media:description></media:group></entry>"
                "<entry><id>v:2</id><media:group><media:description type='html'>"
                "&lt;p&gt;Fish &lt;b&gt;came&lt;/b&gt; back.&lt;/p&gt;</media:description>"
                "</media:group><summary>In short.</summary></entry>"
                "<entry><id>v:3</id><media:group><media:description type='html'>"
                "&lt;p&gt;Fish &lt;b&gt;came&lt;/b&gt; back.&lt;/p&gt;</media:description>"
                "</media:group></entry>"
                "<entry><id>v:4</id><media:thumbnail><media:description>A still."
                "</media:description></media:thumbnail></entry></feed>",
                &results);
    assert_int_equal(results.count, 4);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].title, "A dam");
    assert_string_equal(results.list[0].text, "Water <i> rose.\n\nSee more.");
    assert_string_equal(results.list[1].text, "In short.");
    assert_string_equal(results.list[2].text, "Fish came back.");
    assert_rejected(*state, &results, 3, 3, "no text");
    results_free(&results);
}

static void html_may_be_escaped_twice(void **state) {
    static const struct {
        const char *written, *text;
    } items[] = {
        {"&amp;lt;p&amp;gt;Air naik.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Ikan.&amp;lt;/p&amp;gt;",
         "Air naik.\nIkan."},
        {"Write &amp;lt;b&amp;gt;so&amp;lt;/b&amp;gt;.", "Write <b>so</b>."},
        {"&lt;p&gt;&amp;lt;b&amp;gt;so&amp;lt;/b&amp;gt;&lt;/p&gt;", "<b>so</b>"},
    };
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct results results;
        char feed[400];
        snprintf(feed, sizeof feed,
                 "<rss><channel><item><description>%s</description></item></channel></rss>",
                 items[i].written);
        read_string(*state, "a.xml", feed, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].text, items[i].text);
        results_free(&results);
    }
}

static void an_author_of_rss_has_a_name_behind_the_mail(void **state) {
    static const struct {
        const char *written, *author;
    } items[] = {
        {"ann@post.example (Ann Lee)", "Ann Lee"},
        {"Ann Lee (The Post)", "Ann Lee (The Post)"},
        {"ann@post.example", "ann@post.example"},
        {"ann@post.example ()", ""},
    };
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct results results;
        char feed[400];
        snprintf(feed, sizeof feed,
                 "<rss><channel><item><description>One.</description><author>%s</author></item>"
                 "</channel></rss>",
                 items[i].written);
        read_string(*state, "a.xml", feed, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].author, items[i].author);
        results_free(&results);
    }
}

static void rss_1_0_is_read(void **state) {
    struct results results;
    read_string(*state, "a.rdf",
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                "<channel rdf:about=\"x\"><title>Вестник</title></channel>"
                "<item rdf:about=\"https://v.example/1\"><title>Плотина</title>"
                "<link>https://v.example/1</link><description>Воды больше.</description>"
                "<dc:date>2025-05-15</dc:date><dc:language>ru</dc:language></item></rdf:RDF>",
                &results);
    assert_int_equal(results.count, 1);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].id, "https://v.example/1");
    assert_string_equal(results.list[0].source, "Вестник");
    assert_string_equal(results.list[0].date, "2025-05-15");
    assert_string_equal(results.list[0].lang, "ru");
    results_free(&results);
}

static void atom_entries_are_articles(void **state) {
    struct results results;
    read_string(*state, "a.atom",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Wire</title>"
                "<link rel=\"self\" href=\"https://w.example/feed\"/><id>feed</id>"
                "<entry xml:lang=\"ru\"><title type=\"html\">A &lt;i&gt;dam&lt;/i&gt;</title>"
                "<id>tag:1</id><link rel=\"enclosure\" href=\"https://w.example/a.mp3\"/>"
                "<link href=\"https://w.example/1\"/><updated>2025-05-02T00:00:00Z</updated>"
                "<published>2025-05-01T00:00:00Z</published><author><name>N. N.</name>"
                "<email>n@w.example</email></author><summary>Short.</summary>"
                "<content type=\"html\">&lt;p&gt;Water &amp;amp; salt.&lt;/p&gt;</content></entry>"
                "<entry><title>Two</title><id>tag:2</id><content type=\"xhtml\">"
                "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>One.</p><p>Two &lt; three.</p>"
                "</div></content></entry>"
                "<entry><title>Three</title><id>tag:3</id><content type=\"text\">a &lt;b&gt; c\n\n"
                "d</content></entry></feed>",
                &results);
    assert_int_equal(results.count, 3);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].title, "A dam");
    assert_string_equal(results.list[0].text, "Water & salt.");
    assert_string_equal(results.list[0].url, "https://w.example/1");
    assert_string_equal(results.list[0].date, "2025-05-01T00:00:00Z");
    assert_string_equal(results.list[0].author, "N. N.");
    assert_string_equal(results.list[0].lang, "ru");
    assert_string_equal(results.list[0].source, "Wire");
    assert_article(&results, 1);
    assert_string_equal(results.list[1].text, "One.\nTwo < three.");
    assert_string_equal(results.list[1].lang, "en");
    assert_article(&results, 2);
    assert_string_equal(results.list[2].text, "a <b> c\n\nd");
    results_free(&results);
}

static void of_several_authors_all_are_kept(void **state) {
    struct results results;
    read_string(*state, "a.atom",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id>"
                "<author><name>A. Gunawan</name></author><author><name> N. N. </name></author>"
                "<content>Air naik.</content></entry></feed>",
                &results);
    assert_int_equal(results.count, 1);
    assert_string_equal(results.list[0].author, "A. Gunawan, N. N.");
    results_free(&results);
    read_string(*state, "a.xml",
                "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><item>"
                "<author>a@lensa.example</author><dc:creator>A. Gunawan</dc:creator>"
                "<dc:creator>A. Gunawan</dc:creator><dc:creator>N. N.</dc:creator>"
                "<description>Air naik.</description></item></channel></rss>",
                &results);
    assert_int_equal(results.count, 1);
    assert_string_equal(results.list[0].author, "A. Gunawan, N. N.");
    results_free(&results);
}

static void names_of_feeds_may_be_html(void **state) {
    struct results results;
    read_string(*state, "a.atom",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
                "<title type=\"html\">Sea &amp;amp; Sand</title>"
                "<entry><id>1</id><content>One.</content></entry>"
                "<entry><id>2</id><source><title type=\"html\">A &lt;i>B&lt;/i></title></source>"
                "<content>Two.</content></entry></feed>",
                &results);
    assert_int_equal(results.count, 2);
    assert_string_equal(results.list[0].source, "Sea & Sand");
    assert_string_equal(results.list[1].source, "A B");
    results_free(&results);
}

static void content_in_base64_is_no_text(void **state) {
    static const struct {
        const char *type, *text;
    } entries[] = {
        {"image/png", "Short."},   {"Application/PDF; a=b", "Short."}, {"text/plain", "iVBO"},
        {"image/svg+xml", "iVBO"}, {"application/xml", "iVBO"},        {"html", "iVBO"},
    };
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
        struct bytes content = {0};
        struct results results;
        bytes_append_format(&content,
                            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id>"
                            "<summary>Short.</summary><content type=\"%s\">iVBO</content></entry>"
                            "</feed>",
                            entries[i].type);
        read_bytes(*state, "a.atom", bytes_slice(&content), &results);
        assert_int_equal(results.count, 1);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].text, entries[i].text);
        results_free(&results);
        bytes_free(&content);
    }
}

static void relative_links_are_those_of_their_feed(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss><channel><link>https://a.example/news/</link><image>"
                "<link>https://b.example/</link></image>"
                "<item><link>/1</link><description>One.</description></item>"
                "<item><link>2?a=b</link><description>Two.</description></item>"
                "<item><link>https://c.example/a b</link><description>Three.</description></item>"
                "</channel></rss>",
                &results);
    assert_int_equal(results.count, 3);
    assert_string_equal(results.list[0].url, "https://a.example/1");
    assert_string_equal(results.list[0].id, "https://a.example/1");
    assert_string_equal(results.list[1].url, "https://a.example/news/2?a=b");
    assert_string_equal(results.list[2].url, "https://c.example/a b");
    results_free(&results);
    read_string(*state, "a.atom",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://w.example/a/\">"
                "<link rel=\"self\" href=\"https://x.example/feed\"/><link href=\"home/\"/>"
                "<entry xml:base=\"b/\"><link href=\"1\"/><summary>One.</summary></entry>"
                "<entry><link href=\"2\"/><summary>Two.</summary></entry></feed>",
                &results);
    assert_int_equal(results.count, 2);
    assert_string_equal(results.list[0].url, "https://w.example/a/b/1");
    assert_string_equal(results.list[1].url, "https://w.example/a/2");
    results_free(&results);
    read_string(*state, "blanks.xml",
                "<rss><channel><link>\n  https://a.example/news/\n</link>"
                "<item><link>\n 1\n</link><description>One.</description></item>"
                "</channel></rss>",
                &results);
    assert_int_equal(results.count, 1);
    assert_string_equal(results.list[0].url, "https://a.example/news/1");
    results_free(&results);
}

#define ITEM(name, text) "<item><guid>" name "</guid><description>" text "</description></item>\n"

static void the_title_of_a_feed_may_stand_behind_entries(void **state) {
    struct results results;
    read_string(*state, "a.atom",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
                "<entry><id>1</id><content>Air naik.</content>"
                "<author><name>A. Gunawan</name></author></entry>"
                "<title>Lensa</title>"
                "<entry><id>2</id><content>Ikan kembali.</content></entry></feed>",
                &results);
    assert_int_equal(results.count, 2);
    assert_article(&results, 1);
    assert_string_equal(results.list[0].author, "A. Gunawan");
    assert_string_equal(results.list[1].source, "Lensa");
    results_free(&results);
}

static void an_item_without_text_is_rejected_and_the_others_read(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss><channel>\n" ITEM("1", "one") ITEM("2", " ")
                    ITEM("3", "three") "</channel></rss>",
                &results);
    assert_int_equal(results.count, 3);
    assert_string_equal(results.list[0].id, "1");
    assert_rejected(*state, &results, 1, 3, "no text");
    assert_string_equal(results.list[2].id, "3");
    results_free(&results);
}

static void an_item_of_broken_xml_is_rejected_and_the_others_read(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<!DOCTYPE rss [<!ENTITY two \"2\">]><rss><channel>" ITEM("1", "one")
                    ITEM("2", "t&twoo;wo") ITEM("3", "three") "</channel></rss>",
                &results);
    assert_int_equal(results.count, 3);
    assert_string_equal(results.list[0].text, "one");
    assert_rejected(*state, &results, 1, 2, "Entity 'twoo' not defined");
    assert_string_equal(results.list[2].text, "three");
    results_free(&results);
}

static void what_sites_forget_to_escape_is_text(void **state) {
    static const struct {
        const char *written, *text;
    } items[] = {
        {"fish & chips, Q&A", "fish & chips, Q&A"},
        {"5 < 6 <- &amp;", "5 < 6 <- &"},
        {"AT&T; R&D; caf&eacute; &apos;", "AT&T; R&D; caf\u00E9 '"},
        {"A&B &#38; C &lt; D&copy right", "A&B & C < D\u00A9 right"},
        {"<![CDATA[A & B &amp; C]]>", "A & B & C"},
        {"<![CDATA[a ]] & ]>]]><!-- & < --> & b", "a ]] & ]> & b"},
        {"&a123456789b123456789c123456789d123456789e123456789f123456789g123456789;",
         "&a123456789b123456789c123456789d123456789e123456789f123456789g123456789;"},
    };
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        /* wherever the blocks of the input end */
        for (int blanks = 4000; blanks < 4096; blanks += i >= 5 ? 1 : 95) {
            struct bytes content = {0};
            struct results results;
            bytes_append_format(&content,
                                "<rss><channel><title>A & B</title><item>%*s"
                                "<link>http://x.example/?a=1&b=2</link><description>%s"
                                "</description></item>" ITEM("2", "two") "</channel></rss>",
                                blanks, "", items[i].written);
            read_bytes(*state, "a.xml", bytes_slice(&content), &results);
            assert_int_equal(results.count, 2);
            assert_article(&results, 0);
            assert_string_equal(results.list[0].url, "http://x.example/?a=1&b=2");
            assert_string_equal(results.list[0].text, items[i].text);
            assert_string_equal(results.list[0].source, "A & B");
            assert_string_equal(results.list[1].text, "two");
            results_free(&results);
            bytes_free(&content);
        }
    }
}

static void control_characters_do_not_break_an_item(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss><channel><item><guid>a</guid><title>Wa\x1Fter</title>"
                "<description>The lake\x0B rose.</description></item>"
                "<item><guid>b</guid><description><![CDATA[<p>The boats \b came.</p>]]>"
                "</description></item></channel></rss>",
                &results);
    assert_int_equal(results.count, 2);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].title, "Water");
    assert_string_equal(results.list[0].text, "The lake rose.");
    assert_article(&results, 1);
    assert_string_equal(results.list[1].text, "The boats came.");
    results_free(&results);
}

static void a_heading_above_the_text_is_the_title_and_not_said_twice(void **state) {
    static const struct {
        const char *title, *content, *text;
    } items[] = {
        {"<title>Dam raised</title>", "<header><h1>Dam raised</h1></header><p>It is.</p>",
         "It is."},
        {"", "<header><h1>Dam raised</h1></header><p>It is.</p>", "It is."},
        {"<title>Dam raised</title>", "<h1>By four metres</h1><p>It is.</p>",
         "By four metres\nIt is."},
        {"<title>Dam raised</title>", "<h1>Dam raised</h1>", "Dam raised"},
    };
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct bytes content = {0};
        struct results results;
        bytes_append_format(
            &content,
            "<rss xmlns:turbo=\"http://turbo.yandex.ru\"><channel>"
            "<title>Post</title><item turbo=\"true\"><link>http://x.example/1</link>"
            "<turbo:source>http://x.example/count</turbo:source>"
            "<turbo:topic>Counted</turbo:topic>%s"
            "<turbo:content><![CDATA[%s]]></turbo:content></item></channel></rss>",
            items[i].title, items[i].content);
        read_bytes(*state, "a.xml", bytes_slice(&content), &results);
        assert_int_equal(results.count, 1);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, "Dam raised");
        assert_string_equal(results.list[0].text, items[i].text);
        assert_string_equal(results.list[0].source, "Post");
        results_free(&results);
        bytes_free(&content);
    }
}

static void items_behind_one_without_end_tags_are_read(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss><channel>" ITEM("1", "one") ITEM("2", "<p>two<br>lines</p>")
                    ITEM("3", "three") ITEM("4", "four") "</channel></rss>",
                &results);
    assert_int_equal(results.count, 4);
    assert_string_equal(results.list[0].text, "one");
    assert_rejected(*state, &results, 1, 2, "tag mismatch");
    assert_string_equal(results.list[2].text, "three");
    assert_string_equal(results.list[3].text, "four");
    results_free(&results);
}

static void an_item_has_the_authors_of_its_feed(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<feed><title>Lensa</title><author><name>A. Gunawan</name><uri>http://a.example/"
                "</uri></author><author><name>Budi</name></author>"
                "<entry><id>1</id><content>Air naik.</content></entry>"
                "<entry><id>2</id><content>Ikan.</content><author><name>Citra</name></author>"
                "</entry><entry><id>3</id><content>Garam.</content><source><title>Other</title>"
                "<author><name>D.</name></author></source></entry></feed>",
                &results);
    assert_int_equal(results.count, 3);
    assert_string_equal(results.list[0].author, "A. Gunawan, Budi");
    assert_string_equal(results.list[1].author, "Citra");
    assert_string_equal(results.list[2].author, "");
    results_free(&results);
}

static void items_of_invalid_utf_8_are_rejected_and_the_others_read(void **state) {
    struct results results;
    read_string(
        *state, "a.xml",
        "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Вестник степи</title>\n" ITEM(
            "1", "Плотина") ITEM("2", "Пло\xFFина") ITEM("3", "Пл\xFF\xFEтина")
            ITEM("4", "Рыба") "</channel></rss>",
        &results);
    assert_int_equal(results.count, 4);
    assert_article(&results, 0);
    assert_rejected(*state, &results, 1, 3, "not proper UTF-8");
    assert_rejected(*state, &results, 2, 4, "invalid UTF-8");
    assert_article(&results, 3);
    results_free(&results);
}

static void entities_of_html_need_not_be_declared(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss><channel><title>A&middot;B</title>" ITEM(
                    "1", "Laut&nbsp;Aral &mdash; caf&eacute;") "</channel></rss>",
                &results);
    assert_int_equal(results.count, 1);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, "Laut\u00A0Aral — café");
    assert_string_equal(results.list[0].source, "A·B");
    results_free(&results);
}

/* The document type of RSS 0.91 declares the entities as well, but nobody fetches it. */
static void entities_of_xml_are_read_behind_those_of_html(void **state) {
    static const char *const starts[] = {
        "", "<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" "
            "\"http://x.example/rss-0.91.dtd\">"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        struct bytes content = {0};
        struct results results;
        bytes_append_format(
            &content, "%s<rss><channel><item><link>http://x.example/?a&eacute;&amp;b</link>%s%s",
            starts[i], "<description>&lt;p&gt;A&nbsp;&amp; B&lt;/p&gt;</description></item>",
            ITEM("2", "&lt;p&gt;C &amp; D&lt;/p&gt;") "</channel></rss>");
        read_bytes(*state, "a.xml", bytes_slice(&content), &results);
        assert_int_equal(results.count, 2);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].url, "http://x.example/?aé&b");
        assert_string_equal(results.list[0].text, "A\u00A0& B");
        assert_article(&results, 1);
        assert_string_equal(results.list[1].text, "C & D");
        results_free(&results);
        bytes_free(&content);
    }
}

static void entities_are_read_behind_an_item_that_is_broken(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss><channel>" ITEM("1", "A &#0; B")
                    ITEM("2", "&lt;p&gt;C &amp; D&lt;/p&gt;") "</channel></rss>",
                &results);
    assert_int_equal(results.count, 2);
    assert_rejected(*state, &results, 0, 1, "not well-formed XML");
    assert_article(&results, 1);
    assert_string_equal(results.list[1].text, "C & D");
    results_free(&results);
}

static void the_link_at_the_end_of_a_text_is_left_out(void **state) {
    static const struct {
        const char *html, *text;
    } items[] = {
        {"<p>Dam raised.</p><p>The post <a href='/1'>Dam raised, and what fishermen hope for</a> "
         "appeared first on <a href='/'>The Post</a>.</p>",
         "Dam raised."},
        {"<p><a href='/1'>Dam raised</a></p>", "Dam raised"},
        {"<p>Today:</p><ul><li><a href='/1'>Dam raised</a></li></ul>", "Today:\nDam raised"},
    };
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct bytes content = {0};
        struct results results;
        bytes_append_format(&content,
                            "<rss><channel><item><description><![CDATA[%s]]></description></item>"
                            "</channel></rss>",
                            items[i].html);
        read_bytes(*state, "a.xml", bytes_slice(&content), &results);
        assert_int_equal(results.count, 1);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].text, items[i].text);
        results_free(&results);
        bytes_free(&content);
    }
}

static void white_space_may_stand_before_the_declaration(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "\r\n\r\n <?xml version='1.0' encoding='windows-1251'?>\n"
                "<rss><channel><item>\n<description>\xCC\xEE\xF0\xE5 &amp; "
                "\xF0\xFB\xE1\xE0</description></item></channel></rss>",
                &results);
    assert_int_equal(results.count, 1);
    assert_article(&results, 0);
    assert_int_equal(results.list[0].line, 4);
    assert_string_equal(results.list[0].text, "Море & рыба");
    results_free(&results);
    read_string(*state, "a.xml", "<rss><channel><item><description>Sea", &results);
    assert_int_equal(results.count, 1);
    assert_rejected(*state, &results, 0, 1, "not well-formed XML: it ends early");
    results_free(&results);
    read_string(*state, "a.rss", "\n<?xml version='1.0'?>", &results);
    assert_int_equal(results.count, 1);
    assert_rejected(*state, &results, 0, 2, "not well-formed XML: it ends early");
    results_free(&results);
    read_string(*state, "a.xml", "<rss><channel></channel></rss>\n<rss/>", &results);
    assert_int_equal(results.count, 1);
    assert_rejected(*state, &results, 0, 2, "not well-formed XML: Extra content");
    results_free(&results);
}

static void items_before_broken_xml_are_read(void **state) {
    static const char *const ends[] = {"<item><guid>3", "</chanel></rss>", "&#0;</channel></rss>",
                                       "\xFF</channel></rss>"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct bytes content = {0};
        struct results results;
        bytes_append_format(&content,
                            "<?xml version='1.0' encoding='utf-8'?><rss><channel>\n%s%s%s",
                            ITEM("1", "one"), ITEM("2", "two"), ends[i]);
        read_bytes(*state, "a.xml", bytes_slice(&content), &results);
        assert_int_equal(results.count, 3);
        assert_string_equal(results.list[0].id, "1");
        assert_string_equal(results.list[1].id, "2");
        assert_rejected(*state, &results, 2, 4, "not well-formed XML");
        results_free(&results);
        bytes_free(&content);
    }
}

static void that_a_feed_cannot_be_read_on_is_told(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss><channel>\n" ITEM("1", "one") ITEM("2", "0 <! 2") ITEM("3", "three")
                    ITEM("4", "four") "</channel></rss>",
                &results);
    assert_int_equal(results.count, 2);
    assert_string_equal(results.list[0].id, "1");
    assert_rejected(*state, &results, 1, 3, "element content; what follows is not read");
    results_free(&results);
}

static void encodings_are_read_declared_or_not_or_wrongly(void **state) {
    static const struct {
        const char *declaration, *encoding;
    } feeds[] = {{"<?xml version='1.0' encoding='windows-1251'?>", "windows-1251"},
                 {"<?xml version='1.0'?>", "windows-1251"},
                 {"<?xml version='1.0' encoding='utf-8'?>", "windows-1251"},
                 {"<?xml version='1.0' encoding='UTF8'?>", "windows-1251"},
                 {"<?xml version='1.0' encoding='windows-1251'?>", "UTF-8"},
                 /* its bytes of Ц and м have "&" and "<" among them */
                 {"<?xml version='1.0' encoding='UTF-16LE'?>", "UTF-16LE"}};
    static const char body[] =
        "<rss><channel><title>Волжская газета</title><item><guid>1</guid><description>Кокаральскую "
        "плотину, которая спасла северную часть и Центр Аральского моря, могут нарастить."
        "</description></item></channel></rss>";
    for (size_t i = 0; i < sizeof feeds / sizeof *feeds; i++) {
        struct bytes feed = {0}, content = {0};
        struct results results;
        bytes_append_string(&feed, feeds[i].declaration);
        bytes_append_string(&feed, body);
        iconv_t encoder = iconv_open(feeds[i].encoding, "UTF-8");
        char *from = feed.data;
        size_t left = feed.length, room = 2 * left;
        char *to = bytes_reserve(&content, room);
        assert_int_equal(iconv(encoder, &from, &left, &to, &room), 0);
        content.length += 2 * feed.length - room;
        iconv_close(encoder);
        read_bytes(*state, "a.xml", bytes_slice(&content), &results);
        assert_int_equal(results.count, 1);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].source, "Волжская газета");
        assert_non_null(strstr(results.list[0].text, "Центр Аральского моря"));
        results_free(&results);
        bytes_free(&feed);
        bytes_free(&content);
    }
}

static void entities_are_neither_fetched_nor_multiplied(void **state) {
    struct results results;
    struct scratch *scratch = *state;
    struct bytes content = {0};
    bytes_append_string(&content, "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">"
                                  "<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 12; i++) {
        bytes_append_format(&content, "<!ENTITY a%d \"", i);
        for (int j = 0; j < 10; j++) {
            bytes_append_format(&content, "&a%d;", i - 1);
        }
        bytes_append_string(&content, "\">");
    }
    bytes_append_string(&content,
                        "]><rss><channel>" ITEM("1", "one &x; &a11; two") "</channel></rss>");
    read_bytes(scratch, "a.xml", bytes_slice(&content), &results);
    for (size_t i = 0; i < results.count; i++) {
        if (results.list[i].step == READER_ARTICLE) {
            assert_true(strlen(results.list[i].text) < 100);
            assert_null(strstr(results.list[i].text, "root:"));
        }
    }
    results_free(&results);
    bytes_free(&content);
}

static void an_item_over_the_limit_is_named_and_skipped(void **state) {
    struct scratch *scratch = *state;
    struct bytes content = {0};
    struct results results;
    bytes_append_string(&content, "<rss><channel>" ITEM("1", "one") "<item>");
    for (int i = 0; i < 100000; i++) {
        bytes_append_string(&content, i % 2 ? "<x>aaaaaaaa</x>" : "<description>b</description>");
    }
    bytes_append_string(&content, "</item>" ITEM("3", "three") "<item><description>");
    for (int i = 0; i < 100001; i++) {
        bytes_append_byte(&content, 'c');
    }
    bytes_append_string(&content, "</description></item>" ITEM("5", "five") "</channel></rss>");
    struct reader_options options = {.article_bytes = 100000};
    read_file_with(&results, scratch_write(scratch, "a.xml", bytes_slice(&content)), &options);
    unlink(scratch->path);
    assert_int_equal(results.count, 5);
    assert_string_equal(results.list[0].id, "1");
    assert_rejected(scratch, &results, 1, 2, "the item is larger than the limit article-bytes");
    assert_string_equal(results.list[2].id, "3");
    assert_rejected(scratch, &results, 3, 3, "the item is larger than the limit article-bytes");
    assert_string_equal(results.list[4].id, "5");
    results_free(&results);
    bytes_free(&content);
}

static void a_json_feed_over_the_limit_says_what_to_do(void **state) {
    struct scratch *scratch = *state;
    struct results results;
    static const char feed[] = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":["
                               "{\"id\":\"1\",\"content_text\":\"Air naik.\"}]}";
    struct reader_options options = {.article_bytes = sizeof feed - 2};
    read_file_with(&results, scratch_write(scratch, "a.json", slice_of_string(feed)), &options);
    unlink(scratch->path);
    assert_int_equal(results.count, 1);
    assert_rejected(scratch, &results, 0, 1, "none of the feed's items is read");
    assert_non_null(strstr(results.list[0].error.message, "make JSON Lines of the items"));
    results_free(&results);
}

static void elements_nested_as_deep_as_one_likes_are_refused(void **state) {
    struct bytes content = {0};
    struct results results;
    bytes_append_string(&content, "<rss><channel>" ITEM("1", "one") "<item>");
    for (int i = 0; i < 100000; i++) {
        bytes_append_string(&content, "<x>");
    }
    read_bytes(*state, "a.xml", bytes_slice(&content), &results);
    assert_int_equal(results.count, 2);
    assert_rejected(*state, &results, 1, 2, "not well-formed XML");
    results_free(&results);
    bytes_free(&content);
}

/* What the feed says before its items, an item's id, and the article's. */
static void a_number_is_the_id_of_its_feed(void **state) {
    static const struct {
        const char *before, *id, *expected;
    } feeds[] = {
        {"<title>A</title><link>https://a.example/news/</link>", "1", "1@a.example/news"},
        {"<link>http://a.example/news</link>", "1", "1@a.example/news"},
        {"<link>http://b.example</link>", "1", "1@b.example"},
        {"<title>Kabar  Aral</title>", "1", "1@Kabar Aral"},
        {"", "1", "1"},
        {"<link>https://a.example</link>", "tag:a.example,2024:1", "tag:a.example,2024:1"},
        {"<link>https://a.example</link>", "http://a.example/?p=1", "http://a.example/?p=1"},
        {"<link>https://a.example</link>", "post-17", "post-17"},
    };
    for (size_t i = 0; i < sizeof feeds / sizeof *feeds; i++) {
        struct results results;
        char feed[400];
        snprintf(feed, sizeof feed,
                 "<rss><channel>%s<item><guid isPermaLink=\"false\">%s</guid>"
                 "<description>Air naik.</description></item></channel></rss>",
                 feeds[i].before, feeds[i].id);
        read_string(*state, "a.xml", feed, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].id, feeds[i].expected);
        results_free(&results);
    }
}

/* Each item would repeat it, so that a large file took memory with the square of its size. */
static void what_a_feed_says_of_itself_at_length_is_nothing_of_its_items(void **state) {
    static const char *const heads[] = {"<rss><channel><title>%s</title>",
                                        "<rss><channel><link>%s</link>",
                                        "<rss><channel><author>%s</author>"};
    static const char json[] = "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"%s\","
                               "\"items\":[{\"content_text\":\"No id.\"},"
                               "{\"id\":\"one\",\"content_text\":\"Air naik.\"},"
                               "{\"id\":\"two\",\"content_text\":\"Ikan kembali.\"}]}";
    char words[FEED_LONGEST_NAME + 2];
    memset(words, 'a', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        struct results results;
        struct bytes feed = {0};
        bytes_append_format(&feed, heads[i], words);
        bytes_append_string(&feed, ITEM("1", "one") ITEM("2", "two") "</channel></rss>");
        read_string(*state, "a.xml", bytes_string(&feed), &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].id, "1");
        assert_string_equal(results.list[0].source, "");
        assert_string_equal(results.list[0].author, "");
        assert_non_null(strstr(results.list[0].error.message, "(limit feed-name)"));
        assert_int_equal(results.list[1].error.kind, ERROR_NONE); /* once is enough */
        results_free(&results);
        bytes_free(&feed);
    }
    struct results results;
    struct bytes feed = {0};
    bytes_append_format(&feed, json, words);
    read_string(*state, "a.json", bytes_string(&feed), &results);
    assert_rejected(*state, &results, 0, 1, "item 1 has no id");
    assert_article(&results, 1);
    assert_string_equal(results.list[1].source, "");
    assert_non_null(strstr(results.list[1].error.message, "(limit feed-name)"));
    assert_int_equal(results.list[2].error.kind, ERROR_NONE);
    results_free(&results);
    bytes_free(&feed);
}

static void what_a_feed_says_again_is_not_missed(void **state) {
    struct results results;
    struct bytes feed = {0};
    char words[FEED_LONGEST_NAME];
    memset(words, 'a', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    bytes_append_format(&feed, "<rss><channel><title>Lensa</title><title>%s</title>", words);
    bytes_append_string(&feed, ITEM("1", "one") "</channel></rss>");
    read_string(*state, "a.xml", bytes_string(&feed), &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].source, "Lensa");
    assert_int_equal(results.list[0].error.kind, ERROR_NONE);
    results_free(&results);
    bytes_free(&feed);
}

/* An item's id does not change as it moves down the feed. */
static void an_address_behind_items_is_not_that_of_their_ids(void **state) {
    struct results results;
    read_string(*state, "a.xml",
                "<rss><channel><title>A</title>"
                "<item><guid>1</guid><description>Air naik.</description></item>"
                "<link>https://a.example/</link>"
                "<item><guid>2</guid><description>Ikan kembali.</description></item>"
                "</channel></rss>",
                &results);
    assert_int_equal(results.count, 2);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].id, "1@A");
    assert_article(&results, 1);
    assert_string_equal(results.list[1].id, "2@A");
    results_free(&results);
}

/* Between `what` and a value is the number of each. */
static void append_attributes(struct bytes *feed, const char *what, int count) {
    bytes_append_string(feed, "<rss><channel><item><guid>a</guid><description");
    for (int i = 0; i < count; i++) {
        bytes_append_format(feed, " %s%d = \"x>& y/='\"", what, i);
    }
    bytes_append_string(feed, ">Air naik.</description></item></channel></rss>");
}

static void append_defaults(struct bytes *feed, const char *what, int count) {
    bytes_append_string(feed, "<!DOCTYPE rss [<!ATTLIST description");
    for (int i = 0; i < count / 10; i++) {
        bytes_append_format(feed, " %s%d CDATA 'b'", what, i);
    }
    bytes_append_string(feed, ">]><rss><channel><item><guid>a</guid>");
    for (int i = 0; i < count / 10; i++) {
        bytes_append_string(feed, "<b/>");
    }
    bytes_append_string(feed, "<description>Air naik.</description></item></channel></rss>");
}

static void attributes_without_number_take_linear_time(void **state) {
    struct growing feed = {"a.xml", "<?xml version=\"1.0\"?>", "Air naik.", append_attributes};
    assert_linear(*state, &feed, "a");
    assert_linear(*state, &feed, "xmlns:a");
    feed.append = append_defaults;
    assert_linear(*state, &feed, "a");
}

/* An element without content stays one, and lines are counted as before. */
static void attributes_beyond_the_limit_are_not_read(void **state) {
    struct bytes feed = {0};
    struct results results;
    bytes_append_string(&feed, "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><link");
    for (int i = 0; i < 300; i++) {
        bytes_append_format(&feed, " a%d='b'\n", i);
    }
    bytes_append_string(&feed, "href='https://lensa.example/1'/><summary>Air &lt; 5.</summary>"
                               "</entry><entry><id>b</id></entry></feed>");
    read_bytes(*state, "a.atom", bytes_slice(&feed), &results);
    assert_int_equal(results.count, 2);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].url, "");
    assert_string_equal(results.list[0].text, "Air < 5.");
    assert_rejected(*state, &results, 1, 301, "no text");
    results_free(&results);
    bytes_free(&feed);
}

static void feeds_may_be_in_json(void **state) {
    static const char feed[] =
        "{\n \"version\" : \"https:\\/\\/jsonfeed.org\\/version\\/1.1\", \"title\": \"Lensa\",\n"
        "\"language\": \"id\", \"authors\": [{\"name\": \"A. Gunawan\"}, {\"name\": \"Budi\"}],\n"
        "\"items\": [\n"
        "{\"id\": 7, \"url\": \"https://lensa.example/7\", \"title\": \"Air & ikan\", "
        "\"content_html\": "
        "\"<p>Air naik.</p><p>Ikan kembali.</p>\", \"date_published\": \"2024-06-11T09:30:00Z\", "
        "\"tags\": [\"laut\"]},\n"
        "{\"title\": \"No id\", \"content_text\": \"Text.\", \"date_published\": \"in spring\"},\n"
        "{\"id\": \"8\"},\n"
        "{\"id\": \"9\", \"content_text\": \"A < B\", \"author\": {\"name\": \"Citra\"}, "
        "\"language\": \"en\"}]}";
    static const char *const names[] = {"a.json", "a.feed", "a.xml"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct results results;
        read_string(*state, names[i], feed, &results);
        assert_int_equal(results.count, 4);
        const struct result *first = &results.list[0], *last = &results.list[3];
        assert_article(&results, 0);
        assert_string_equal(first->id, "7@Lensa");
        assert_string_equal(first->title, "Air & ikan");
        assert_string_equal(first->text, "Air naik.\nIkan kembali.");
        assert_string_equal(first->url, "https://lensa.example/7");
        assert_string_equal(first->date, "2024-06-11T09:30:00Z");
        assert_string_equal(first->lang, "id");
        assert_string_equal(first->source, "Lensa");
        assert_string_equal(first->author, "A. Gunawan, Budi");
        assert_string_equal(first->extra, "{\"tags\":[\"laut\"]}");
        assert_rejected(*state, &results, 1, 1, "item 2 has no id");
        assert_rejected(*state, &results, 2, 1, "item 3: no text");
        assert_article(&results, 3);
        assert_string_equal(last->text, "A < B");
        assert_string_equal(last->author, "Citra");
        assert_string_equal(last->lang, "en");
        results_free(&results);
    }
    struct results results;
    read_string(
        *state, "a.json",
        "{\"id\":\"1\",\"text\":\"\\\"version\\\": \\\"https://jsonfeed.org/version/1\\\"\"}",
        &results);
    assert_article(&results, 0);
    results_free(&results);
    read_string(*state, "a.json", "{\"version\":\"https://jsonfeed.org/version/1\",\n\"items\":[",
                &results);
    assert_int_equal(results.count, 1);
    assert_rejected(*state, &results, 0, 2, "broken JSON");
    results_free(&results);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rss_items_are_articles),
        cmocka_unit_test(addresses_in_attributes_have_their_ampersands),
        cmocka_unit_test(the_whole_text_goes_before_what_describes_it),
        cmocka_unit_test(what_leads_elsewhere_is_no_text_of_an_item),
        cmocka_unit_test(items_of_one_line_are_told_apart_by_their_number),
        cmocka_unit_test(a_video_is_described_in_its_media_group),
        cmocka_unit_test(html_may_be_escaped_twice),
        cmocka_unit_test(an_author_of_rss_has_a_name_behind_the_mail),
        cmocka_unit_test(rss_1_0_is_read),
        cmocka_unit_test(atom_entries_are_articles),
        cmocka_unit_test(of_several_authors_all_are_kept),
        cmocka_unit_test(names_of_feeds_may_be_html),
        cmocka_unit_test(content_in_base64_is_no_text),
        cmocka_unit_test(relative_links_are_those_of_their_feed),
        cmocka_unit_test(the_title_of_a_feed_may_stand_behind_entries),
        cmocka_unit_test(an_item_without_text_is_rejected_and_the_others_read),
        cmocka_unit_test(an_item_of_broken_xml_is_rejected_and_the_others_read),
        cmocka_unit_test(what_sites_forget_to_escape_is_text),
        cmocka_unit_test(control_characters_do_not_break_an_item),
        cmocka_unit_test(a_heading_above_the_text_is_the_title_and_not_said_twice),
        cmocka_unit_test(items_behind_one_without_end_tags_are_read),
        cmocka_unit_test(an_item_has_the_authors_of_its_feed),
        cmocka_unit_test(items_of_invalid_utf_8_are_rejected_and_the_others_read),
        cmocka_unit_test(entities_of_html_need_not_be_declared),
        cmocka_unit_test(entities_of_xml_are_read_behind_those_of_html),
        cmocka_unit_test(entities_are_read_behind_an_item_that_is_broken),
        cmocka_unit_test(the_link_at_the_end_of_a_text_is_left_out),
        cmocka_unit_test(white_space_may_stand_before_the_declaration),
        cmocka_unit_test(items_before_broken_xml_are_read),
        cmocka_unit_test(that_a_feed_cannot_be_read_on_is_told),
        cmocka_unit_test(encodings_are_read_declared_or_not_or_wrongly),
        cmocka_unit_test(entities_are_neither_fetched_nor_multiplied),
        cmocka_unit_test(an_item_over_the_limit_is_named_and_skipped),
        cmocka_unit_test(a_json_feed_over_the_limit_says_what_to_do),
        cmocka_unit_test(a_number_is_the_id_of_its_feed),
        cmocka_unit_test(what_a_feed_says_of_itself_at_length_is_nothing_of_its_items),
        cmocka_unit_test(what_a_feed_says_again_is_not_missed),
        cmocka_unit_test(an_address_behind_items_is_not_that_of_their_ids),
        cmocka_unit_test(attributes_without_number_take_linear_time),
        cmocka_unit_test(attributes_beyond_the_limit_are_not_read),
        cmocka_unit_test(feeds_may_be_in_json),
        cmocka_unit_test(elements_nested_as_deep_as_one_likes_are_refused),
    };
    return cmocka_run_group_tests_name("feed", tests, scratch_open, scratch_close);
}
