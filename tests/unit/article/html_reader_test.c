/* HTML pages: the article out of what surrounds it. */
#include "tests/unit/article/support.h"

#include <time.h>

#define P1                                                                                         \
    "The dam that saved the northern part of the Aral Sea may be raised, twenty years after it "   \
    "was closed."
#define P2                                                                                         \
    "Engineers have put forward two designs, and fishermen of the villages on the shore have "     \
    "heard of both with hope."
#define P3                                                                                         \
    "The catch has recovered from next to nothing to some 8,000 tonnes a year, and eight plants "  \
    "work in the district."

#define DECK "Fishermen of two shores have waited long for it"

static void assert_text(void **state, const char *page, const char *expected) {
    struct results results;
    read_string(*state, "a.html", page, &results);
    assert_int_equal(results.count, 1);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, expected);
    results_free(&results);
}

static void assert_title(void **state, const char *page, const char *expected) {
    struct results results;
    read_string(*state, "a.html", page, &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].title, expected);
    results_free(&results);
}

static void paragraphs_and_headings_are_lines(void **state) {
    assert_text(state,
                "<html><body><article><h1>T</h1><p>" P1 "</p>\n<h2>Two  designs</h2><p>" P2
                "<br>" P3 "</p></article></body></html>",
                P1 "\nTwo designs\n" P2 "\n" P3);
}

static void what_surrounds_an_article_is_left_out(void **state) {
    assert_text(
        state,
        "<html><body>"
        "<nav><a href=/>Home</a> <a href=/w>World</a></nav>"
        "<header><a href=/>The Post</a><p>A newspaper that is read by many people of the "
        "region, it says.</p></header>"
        "<div class='cookie-banner'><p>We use cookies and similar techniques to make this site "
        "work better for you and for us. <a href=/c>More</a></p></div>"
        "<div class=story><h1>T</h1><p>" P1 "</p>"
        "<div class='social-share'><a href='#'>Share</a> <a href='#'>Email</a></div>"
        "<div class=ad>Advertisement</div>"
        "<p>" P2 "</p>"
        "<p>Read also: <a href=/x>Where trawlers once sailed, Uzbekistan sows a forest</a></p>"
        "<p>" P3 "</p></div>"
        "<h3>Related articles</h3><ul><li><a href=/1>The sea that became a season</a></li>"
        "<li><a href=/2>Fishermen and their grandchildren on two shores</a></li></ul>"
        "<section id=comments><h3>Comments (2)</h3><p>A reader: I have been there myself in the "
        "summer, and the water was indeed higher than it was before.</p>"
        "<form><textarea>Your comment</textarea><button>Send</button></form></section>"
        "<aside><h4>Most read</h4><p>Why the price of eggs fell in every market of the country "
        "but one, and what comes next.</p></aside>"
        "<footer><p>Copyright 2025 The Post. All rights reserved. No part may be copied without "
        "the permission of the publisher.</p></footer>"
        "</body></html>",
        P1 "\n" P2 "\n" P3);
}

static void what_widgets_add_to_an_article_is_left_out(void **state) {
    static const char *const names[] = {"class='addthis_toolbox wide'",
                                        "id=jp-relatedposts",
                                        "class=yarpp-list",
                                        "id=taboola-below",
                                        "class=OUTBRAIN",
                                        "class=noprint",
                                        "class=d-print-none",
                                        "id=onetrust-banner-sdk",
                                        "class=qc-cmp2-container",
                                        "class=author-box",
                                        "class='x post-author-bio'"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char page[1000];
        snprintf(page, sizeof page,
                 "<body><div class=story><p>" P1 "</p><p>" P2 "</p><div %s><h3>More</h3><ul>"
                 "<li>The sea that became a season</li><li>WhatsApp</li></ul></div></div></body>",
                 names[i]);
        assert_text(state, page, P1 "\n" P2);
    }
}

static void what_a_heading_calls_related_is_left_out(void **state) {
    assert_text(state,
                "<body><div class=story><h1>T</h1><p>" P1 "</p><p>" P2 "</p></div>"
                "<div class=x1><h3>Related articles:</h3><div><h4>Fish</h4><p>" P3
                "</p></div></div></body>",
                P1 "\n" P2);
    assert_text(state, "<body><div><h2>Comments</h2><p>" P1 "</p><p>" P2 "</p></div></body>",
                P1 "\n" P2);
    assert_text(state,
                "<body><div><p>" P1 "</p><h3>Read also</h3><p>" P2 "</p><p>" P3 "</p></div></body>",
                P1 "\n" P2 "\n" P3);
}

static void what_no_reader_sees_is_left_out(void **state) {
    assert_text(state,
                "<body><script>var a = '<p>" P3 "';</script><style>p { color: red }</style>"
                "<div style='display:none'><p>" P3 "</p></div><p hidden>" P3 "</p>"
                "<template><p>" P3 "</p></template><!-- <p>" P3 "</p> -->"
                "<p aria-hidden=true>" P3 "</p><noscript><p>" P3 "</p></noscript>"
                "<p>" P1 "</p><p>" P2 "</p></body>",
                P1 "\n" P2);
}

static void what_has_a_role_that_is_no_content_is_left_out_whatever_its_tag(void **state) {
    static const char *const tags[] = {"div", "span", "section"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        char page[1000];
        snprintf(page, sizeof page,
                 "<body><h1>T</h1><p>" P1 "</p><%s role=navigation>" P3 "</%s><p>" P2 "</p></body>",
                 tags[i], tags[i]);
        assert_text(state, page, P1 "\n" P2);
    }
}

static void a_page_that_hides_all_of_it_is_read_all_the_same(void **state) {
    assert_text(state, "<body style='display:none'><h1>T</h1><p>" P1 "</p></body>", P1);
    assert_text(state,
                "<body><div id=root aria-hidden=true><h1>T</h1><p>" P1 "</p></div>"
                "<div role=dialog>We use cookies.</div></body>",
                P1);
    assert_text(state, "<body><p hidden>" P1 "</p><p>Few words.</p></body>", "Few words.");
}

static void a_page_that_hides_its_article_behind_a_dialogue_is_read_all_the_same(void **state) {
    static const char dialogue[] =
        "<div class=consent-modal><p>We use cookies and similar techniques to make this site work "
        "better for you and for us.</p></div>";
    struct bytes page = {0};
    bytes_append_format(&page,
                        "<body><div id=app aria-hidden=true><h1>T</h1><p>" P1 "</p><p>" P2
                        "</p></div>%s</body>",
                        dialogue);
    assert_text(state, bytes_string(&page), P1 "\n" P2);
    bytes_clear(&page);
    bytes_append_format(
        &page, "<body><div hidden><p>" P2 "</p><p>" P3 "</p></div><h1>T</h1><p>" P1 "</p>%s</body>",
        dialogue);
    assert_text(state, bytes_string(&page), P1);
    bytes_free(&page);
}

static void a_title_may_stand_in_a_second_heading(void **state) {
    assert_title(state,
                 "<title>Dam raised in spring | The Post</title><body><h2>World</h2>"
                 "<h2>Dam raised in spring</h2><p>" P1 "</p></body>",
                 "Dam raised in spring");
    assert_title(state,
                 "<title>Aral: dam raised in spring</title><body><h2>Aral</h2><p>" P1 "</p></body>",
                 "Aral: dam raised in spring");
    assert_title(
        state, "<title>News | Dam raised in spring</title><body><h2>News</h2><p>" P1 "</p></body>",
        "News | Dam raised in spring");
}

static void a_line_that_leads_on_to_text_is_text(void **state) {
    assert_text(state,
                "<body><h1>T</h1><p>" P1 "</p><p>The villages are:</p><ol><li>Tastubek</li>"
                "<li>Akespe</li></ol></body>",
                P1 "\nThe villages are:\nTastubek\nAkespe");
    assert_text(state,
                "<body><h1>T</h1><p>" P1 "</p><p>Work begins in spring,<br>said Nora Vance.</p>"
                "<p>Photos:</p><p><a href=/1>Boats on the shore</a></p></body>",
                P1 "\nWork begins in spring,\nsaid Nora Vance.");
}

static void a_short_article_is_without_its_byline(void **state) {
    assert_text(state, "<body><h1>T</h1><p>By Nora Vance</p><p>12 May 2025</p><p>It rained.</p>",
                "It rained.");
    assert_text(state, "<body><h1>T</h1><p><time datetime=2025-05-12>12 May</time><p>It rained.",
                "It rained.");
    assert_text(state, "<body><h1>T</h1><p>12 May 2025</p>", "12 May 2025");
    assert_text(state,
                "<body><h1>T</h1><p>It begins.<ul><li><time datetime=10:00>10</time> Opening</ul>",
                "It begins.\n10 Opening");
}

static void a_line_below_the_heading_names_the_author(void **state) {
    static const struct {
        const char *line, *author;
    } pages[] = {
        {"By Nora Vance", "Nora Vance"},
        {"by Nora van Dam and Ann Lee | 14 May 2025", "Nora van Dam and Ann Lee"},
        {"By Nora Vance, Published 14 May 2025", "Nora Vance"},
        {"Oleh Ani Sari", "Ani Sari"},
        {"Penulis: Ani", "Ani"},
        {"Автор: Нора Ванс", "Нора Ванс"},
        {"By Nora Vance on May 14, 2025", "Nora Vance"},
        {"By Nora van Dam on Tuesday, 14 May 2025", "Nora van Dam"},
        {"Submitted by Nora Vance, published on Wed, 05/14/2025 - 09:40", "Nora Vance"},
        {"By Nora Vance, updated on 14 May 2025", "Nora Vance"},
        {"By Nora Vance (Updated: 14 May 2025)", "Nora Vance"},
        {"Oleh Ani Sari pada 14 Mei 2025", "Ani Sari"},
        {"Ditulis oleh Ani Sari pada Selasa, 14 Mei 2025", "Ani Sari"},
        {"18:20 | 14 мая 2025 | Автор: Нора Ванс | 2 431", "Нора Ванс"},
        {"By Nora Vance, Friday, 5 June 2026", "Nora Vance"},
        {"By Nora Sun, 5 June 2026", "Nora Sun"},
        {"Oleh Ani Sari, Jumat, 5 Juni 2026", "Ani Sari"},
        {"Oleh Ani, Budi, Jumat (5 Juni 2026)", "Ani, Budi"},
        {"Автор: Нора Ванс, среда, 14 мая 2025", "Нора Ванс"},
        {"Автор: Нора Ванс от 14 мая 2025", "Нора Ванс"},
        {"By train", ""},
        {"By Monday", ""},
        {"From New York", ""},
        {"By Lake Aral they waited.", ""},
        {"By Route 66", ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        struct bytes page = {0};
        bytes_append_format(&page, "<body><h1>Dam raised</h1><p>%s</p><p>" P1 "</p></body>",
                            pages[i].line);
        read_bytes(*state, "a.html", bytes_slice(&page), &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].author, pages[i].author);
        results_free(&results);
        bytes_free(&page);
    }
}

static void the_element_that_is_marked_as_the_article_is_taken(void **state) {
    assert_text(state,
                "<body><div><p>" P3 "</p></div><main><article><div itemprop=articleBody><p>" P1
                "</p><p>" P2 "</p></div></article></main></body>",
                P1 "\n" P2);
}

static void a_lead_outside_of_the_body_is_kept(void **state) {
    assert_text(state,
                "<body><h1>T</h1><div class=lead><p>" P1 "</p></div><div class=body><p>" P2
                "</p><p>" P3 "</p><p>" P2 " It is so.</p><p>" P3 " It is so, too.</p><p>" P2
                " It is so again.</p><p>" P3 " And again it is.</p><p>" P2 " Once more.</p><p>" P3
                " The end is near.</p><p>" P2 " The end.</p></div></body>",
                P1 "\n" P2 "\n" P3 "\n" P2 " It is so.\n" P3 " It is so, too.\n" P2
                   " It is so again.\n" P3 " And again it is.\n" P2 " Once more.\n" P3
                   " The end is near.\n" P2 " The end.");
}

static void what_is_called_a_lead_needs_no_full_stop(void **state) {
#define LEAD "The dam may be raised, and fishermen hope for more"
    static const char *const heads[] = {
        "<h1>T</h1><p class=standfirst>" LEAD "</p>",
        "<header><h1>T</h1><p id=article-summary>" LEAD "</p></header>",
        "<h1>T</h1><div class=articleLead><h4>" LEAD "</h4></div>",
        "<h1>T</h1><div><h2 class=article__deck>" LEAD "</h2><p>4 min</p></div>",
        "<header><h1>T</h1><h2 class=subtitle>" LEAD "</h2></header>",
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        char page[1000];
        snprintf(page, sizeof page,
                 "<body><article>%s<p>By A. Lee</p><p>" P1 "</p><p>" P2 "</p></article></body>",
                 heads[i]);
        assert_text(state, page, LEAD "\n" P1 "\n" P2);
    }
    assert_text(state,
                "<body><h1>T</h1><h2 class=leading-paragraph>" LEAD "</h2><p>4 min</p>"
                "<div itemprop=articleBody><p>" P1 "</p><p>" P2 "</p></div></body>",
                LEAD "\n" P1 "\n" P2);
    /* What is short is a heading like any other. */
    assert_text(
        state,
        "<body><article><h1>T</h1><div><h2 class=subtitle>Photo</h2><p>4 min</p></div><p>" P1
        "</p><p>" P2 "</p></article></body>",
        P1 "\n" P2);
    assert_text(state,
                "<body><article><h1>T</h1><div class=lead-image-caption>" LEAD "</div><p>" P1
                "</p><p>" P2 "</p></article></body>",
                P1 "\n" P2);
}

static void two_names_of_a_class_are_no_pair_of_words(void **state) {
    static const char *const classes[] = {"no-4 print", "sign\nup", "box-no_\tprint"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        char page[1000];
        snprintf(page, sizeof page,
                 "<body><p>" P1 "</p><div class='%s'><p>" P2 "</p></div><p>" P1 "</p></body>",
                 classes[i]);
        assert_text(state, page, P1 "\n" P2 "\n" P1);
    }
    assert_text(state, "<body><p>" P1 "</p><div class='box no_-print'><p>" P2 "</p></div></body>",
                P1);
}

static void a_wrapper_whose_class_speaks_of_comments_is_not_furniture(void **state) {
    assert_text(state,
                "<body><div class='page has comments related'><p>" P1 "</p><p>" P2
                "</p></div></body>",
                P1 "\n" P2);
}

static void the_author_is_named_without_a_colon_or_behind_the_text(void **state) {
    static const struct {
        const char *above, *behind, *author;
    } pages[] = {
        {"<p>Reporter <b>Ani Lestari</b></p>", "", "Ani Lestari"},
        {"<p>Reporter <b>Ani</b></p>", "", ""},
        {"<p>Reporter Ani Lestari melaporkan</p>", "", ""},
        {"", "<p>Pewarta : Ani Lestari<br>Editor : Budi Santoso</p>", "Ani Lestari"},
        {"", "<p>Pewarta: Ani</p><p>Editor: Budi</p>", "Ani"},
        {"", "<p>Pewarta : Ani Editor : Budi</p>", ""},
        {"<p>By Nora Vance</p>", "<p>Author: The Post</p>", "Nora Vance"},
        {"", "<p>By Nora Vance</p>", ""}, /* perhaps of another article */
        {"", "<p><a href=/2>Author: Nora Vance</a></p>", ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char page[1000];
        struct results results;
        snprintf(page, sizeof page,
                 "<body><article><h1>T</h1>%s<p>" P1 "</p><p>" P2 "</p>%s</article></body>",
                 pages[i].above, pages[i].behind);
        read_string(*state, "a.html", page, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].author, pages[i].author);
        assert_string_equal(results.list[0].text, P1 "\n" P2);
        results_free(&results);
    }
}

static void a_short_article_has_no_bylines_nor_appeals(void **state) {
    assert_text(state,
                "<body><h1>T</h1><p>Fri 20 Feb 2026 05.00 GMT</p>"
                "<p>Last modified on Friday 20 Feb 2026 07.10 GMT</p><p>The dam was raised.</p>"
                "<p>Log in to post comments</p></body>",
                "The dam was raised.");
    assert_text(state,
                "<body><article><h1>T</h1><p>" P1 "</p><p>Follow us on the way to the dam, and you "
                "will see how high the water of the lake has risen.</p><p>" P2
                "</p><p>Dapatkan update berita pilihan setiap hari dari kami di kanal Telegram.</p>"
                "<p>Follow us on Telegram</p></article></body>",
                P1 "\nFollow us on the way to the dam, and you will see how high the water of the "
                   "lake has risen.\n" P2);
    assert_text(state, "<body><p>Follow us on Telegram.</p></body>", "Follow us on Telegram.");
}

static void rows_of_a_table_are_lines(void **state) {
    assert_text(state,
                "<body><p>" P1 "</p><table><tr><th>Year</th><th>Level, m</th></tr>"
                "<tr><td><p>1960</p></td><td>53</td></tr><tr><td>2005</td><td>42</td></tr></table>"
                "<p>" P2 "</p></body>",
                P1 "\nYear | Level, m\n1960 | 53\n2005 | 42\n" P2);
    assert_text(state,
                "<body><p>" P1 "</p><table><caption>Level by year</caption>"
                "<tr><th>Year</th><th>Level, m</th></tr><tr><td>1960</td><td>53</td></tr></table>"
                "</body>",
                P1 "\nLevel by year\nYear | Level, m\n1960 | 53");
}

static void tables_that_lay_a_page_out_are_taken_apart(void **state) {
    assert_text(state,
                "<body><table><tr><td><a href=/>Home</a> | <a href=/w>World</a></td><td><p>" P1
                "</p><p>" P2 "</p></td></tr></table></body>",
                P1 "\n" P2);
}

static void nor_are_cells_of_many_lines_data(void **state) {
    assert_text(state,
                "<body><table><tr><td>News<br>Sport<br>Letters</td><td>" P1 "<br><br>" P2
                "<br><br>" P3 "</td></tr></table></body>",
                P1 "\n" P2 "\n" P3);
}

static void lists_and_quotations_of_the_article_stay(void **state) {
    assert_text(state,
                "<body><div><p>" P1 "</p><ul><li>42 metres</li><li>44 metres</li></ul>"
                "<blockquote>“Deeper”, he said.</blockquote><p>" P2 "</p>"
                "<p>Sources: (ant)</p></div></body>",
                P1 "\n42 metres\n44 metres\n“Deeper”, he said.\n" P2);
}

static void preformatted_text_keeps_its_lines(void **state) {
    assert_text(state, "<body><p>" P1 "</p><pre>one\n  two\n</pre><p>" P2 "</p></body>",
                P1 "\none\ntwo\n" P2);
}

static void short_paragraphs_beside_a_long_one_stay(void **state) {
    assert_text(state,
                "<body><h1>T</h1><ul><li><a href=/>Home</a></li></ul><p>" P1
                "</p><p>Nobody was hurt.</p><div>It was late.</div></body>",
                P1 "\nNobody was hurt.\nIt was late.");
    assert_text(state,
                "<body><div class=story><div>" P1 " " P2 " " P3 " " P1 " " P2 " " P3 " " P1 " " P2
                " " P3 " " P1 "</div><div>" P2 "</div></div><div><a href=/>Home</a></div></body>",
                P1 " " P2 " " P3 " " P1 " " P2 " " P3 " " P1 " " P2 " " P3 " " P1 "\n" P2);
}

static void the_head_of_an_article_has_its_lead(void **state) {
    static const char *const heads[] = {
        "<article><header><h1>T</h1><p>" P1 "</p><p>By M. O.</p></header>",
        "<article><header class=entry-header><h1>T</h1><div><p>" P1 "</p></div></header>",
        "<div><div class='post-header'><h1>T</h1><p>" P1 "</p><p>4 min</p></div>",
    };
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        char page[1000];
        snprintf(page, sizeof page,
                 "<body><header><p>" P3 "</p></header>%s<p>" P2 "</p><p>" P3 "</p></body>",
                 heads[i]);
        assert_text(state, page, P1 "\n" P2 "\n" P3);
    }
    assert_text(state,
                "<body><article><header><h1>T</h1><h2>Two designs</h2><h4><a href=/w>World</a></h4>"
                "<p>14 May</p></header><p>" P2 "</p></article></body>",
                "Two designs\n" P2);
    assert_text(
        state, "<body><div class=no-header><h1>T</h1><p>" P1 "</p><p>It was late.</p></div></body>",
        P1 "\nIt was late.");
}

static void what_is_marked_as_an_article_is_none_of_its_other_names(void **state) {
    assert_text(state,
                "<body><div class='post hentry category-legal tag-social'><p>" P1 "</p><p>" P2
                "</p></div><div id=comments><p>" P3 "</p><p>" P3 "</p></div></body>",
                P1 "\n" P2);
    assert_text(state,
                "<body><article><p>" P1 "</p><p>" P2 "</p><div class=paywall><p>" P3
                "</p></div><div class=paywall-note><p>" P3 "</p></div></article></body>",
                P1 "\n" P2 "\n" P3);
}

static void a_short_article_is_found_among_long_teasers(void **state) {
#define TEASERS "<div><p>" P1 "</p><p>" P2 "</p><p>" P3 "</p></div>"
    assert_text(state,
                "<body><main><article><h1>T</h1><p>Dam raised.</p><p>No damage.</p></article>"
                "<aside><p>" P3 "</p></aside></main>" TEASERS "</body>",
                "Dam raised.\nNo damage.");
    assert_text(state,
                "<body><h1>T</h1><div><p>4 min</p><div itemprop=articleBody><p>" P2
                "</p></div></div>" TEASERS "</body>",
                P2);
    assert_text(state,
                "<body><article><h1>T</h1><p>Dam raised.</p></article><div><p>" P1 "</p><p>" P2
                "</p></div></body>",
                P1 "\n" P2);
}

static void comments_are_left_out_however_short_the_article(void **state) {
    static const char *const boxes[][2] = {
        {"<div id=comments>", "</div>"},
        {"<div class='wide comments-area'>", "</div>"},
        {"<div id=disqus_thread>", "</div>"},
        {"<section id=comments>", "</section>"},
        {"<ol class=commentlist><li>", "</ol>"},
        {"<aside>", "</aside>"},
        {"<footer>", "</footer>"},
    };
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
        char page[2000];
        for (size_t j = 0; j < 2; j++) {
            const char *text = j == 0 ? P1 : "Dam raised.";
            snprintf(page, sizeof page,
                     "<body><div><h1>T</h1><p>%s</p></div>%s" TEASERS TEASERS "%s</body>", text,
                     boxes[i][0], boxes[i][1]);
            assert_text(state, page, text);
        }
        /* They are the article where there is nothing else, or the page's heading in them. */
        snprintf(page, sizeof page, "<body>%s<p>" P1 "</p>%s</body>", boxes[i][0], boxes[i][1]);
        assert_text(state, page, P1);
        snprintf(page, sizeof page,
                 "<body><p>" P1 "</p>%s<h1>Comments</h1>" TEASERS TEASERS "%s</body>", boxes[i][0],
                 boxes[i][1]);
        assert_text(state, page, P1);
        snprintf(page, sizeof page, "<body><p>Dam raised.</p>%s<h1>T</h1><p>" P1 "</p>%s</body>",
                 boxes[i][0], boxes[i][1]);
        assert_text(state, page, P1);
    }
}

static void sentences_that_call_the_reader_elsewhere_are_left_out(void **state) {
    static const char *const appeals[] = {
        "Подписывайтесь на наш <a href=/t>Telegram-канал</a>, чтобы первыми узнавать новости "
        "о море и о людях на его берегах.",
        "Follow us on <a href=/x>X</a> for the latest news of the sea and of the people on its "
        "shores.",
        "Mari bergabung di Grup Telegram \"Kabar Laut\", caranya klik link "
        "<a href=/t>t.example</a>, kemudian gabung.",
        "Читайте также: <a href=/1>два проекта</a> плотины обсудят в парламенте на следующей "
        "неделе.",
        "Baca juga: <a href=/1>dua rancangan</a> bendungan akan dibahas di parlemen pekan depan.",
    };
    static const char *const sentences[] = {
        "Follow us on this long walk across the dry bed of the sea, the old fisherman said, and "
        "did not wait.",
        "Komentar itu disampaikan oleh <a href=/m>menteri</a> pada Senin di kantornya di pusat "
        "kota tersebut.",
    };
    char page[1000];
    for (size_t i = 0; i < sizeof appeals / sizeof *appeals; i++) {
        snprintf(page, sizeof page, "<body><p>" P1 "</p><p>%s</p><p>" P2 "</p><p>%s</p></body>",
                 appeals[i], appeals[i]);
        assert_text(state, page, P1 "\n" P2);
    }
    snprintf(page, sizeof page, "<body><p>" P1 "</p><p>%s</p><p>%s</p></body>", sentences[0],
             sentences[1]);
    assert_text(state, page,
                P1 "\nFollow us on this long walk across the dry bed of the sea, the old fisherman "
                   "said, and did not wait.\nKomentar itu disampaikan oleh menteri pada Senin di "
                   "kantornya di pusat kota tersebut.");
}

static void a_page_without_end_is_its_first_article(void **state) {
    assert_text(state,
                "<body><main><div><article><h1>T</h1><p>" P1
                "</p></article></div><div><article><h1>"
                "Fish</h1><p>" P2 "</p><p>" P3 "</p><p>" P2 "</p></article></div></main></body>",
                P1);
    assert_text(state,
                "<body><article><h2 itemprop=headline>T</h2><p>" P1 "</p><p>" P2 "</p></article>"
                "<article><h2 itemprop=headline>Fish</h2><p>" P3 "</p></article></body>",
                P1 "\n" P2);
    assert_text(state,
                "<body><article><h1>T</h1><p>" P1 "</p></article><article><h1><a href=/2>Fish</a>"
                "</h1><p>" P2 "</p></article></body>",
                P1);
    /* A page that lists articles has none of them as its own. */
    assert_text(state,
                "<body><article><h1><a href=/1>Dam</a></h1><p>" P1 "</p></article><article><h1>"
                "<a href=/2>Fish</a></h1><p>" P2 "</p></article></body>",
                P1 "\n" P2);
    assert_text(state,
                "<body><article><h1>T</h1><p>" P1 "</p><article><h1>10:30</h1><p>" P2
                "</p></article></article></body>",
                P1 "\n10:30\n" P2);
    assert_text(state,
                "<body><article><h1>T</h1></article><article><h1>Dam</h1><p>" P1
                "</p></article></body>",
                "Dam\n" P1);
    assert_text(state,
                "<body><div><article><h1>T</h1><p>" P1 "</p></article></div><main><article><h1>Dam"
                "</h1><p>" P2 "</p></article></main></body>",
                P1 "\nDam\n" P2);
}

static void nor_are_next_articles_marked_by_their_bodies_only(void **state) {
    assert_text(state,
                "<body><div><h1>T</h1><div itemprop=articleBody><p>" P1 "</p></div></div>"
                "<div><h1>Fish</h1><div itemprop=articleBody><p>" P2 "</p><p>" P3 "</p></div></div>"
                "<div><h1>Salt</h1><div itemprop='articleBody'><p>" P3 "</p></div></div></body>",
                P1);
    /* Without a heading between them, the boxes are parts of one article. */
    assert_text(state,
                "<body><h1>T</h1><div itemprop='description articleBody'><p>" P1
                "</p></div><p>Advertisement</p><div itemprop=articleBody><p>" P2
                "</p></div></body>",
                P1 "\n" P2);
}

static void entries_below_the_page_s_title_are_one_article(void **state) {
    assert_text(state,
                "<title>Dam burst: live</title><body><main><h1>Dam burst: live</h1><article>"
                "<h1>Dry</h1><p>" P1 "</p></article><article><h1>Wet</h1><p>" P2 "</p><p>" P3
                "</p><p>" P2 "</p></article><article><h1>Salt</h1><p>" P3
                "</p></article></main></body>",
                "Dry\n" P1 "\nWet\n" P2 "\n" P3 "\n" P2 "\nSalt\n" P3);
    assert_text(state,
                "<body><article itemprop=liveBlogUpdate><h1>Dry</h1><p>" P1
                "</p></article><article itemprop=liveBlogUpdate><h1>Wet</h1><p>" P2
                "</p></article></body>",
                P1 "\nWet\n" P2);
}

static void the_address_of_the_first_page_is_no_articles(void **state) {
    static const struct {
        const char *head, *id, *url;
    } pages[] = {
        {"<link rel=canonical href='https://post.example/'>", "/a.html", "https://post.example/"},
        {"<link rel=canonical href='https://post.example'>", "/a.html", "https://post.example"},
        {"<link rel=canonical href='https://post.example/'><meta property='og:url' "
         "content='https://post.example/dam'>",
         "/dam", "https://post.example/dam"},
        {"<link rel=canonical href='https://post.example/?id=5'>", "/?id=5",
         "https://post.example/?id=5"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        char page[1000];
        snprintf(page, sizeof page, "<head>%s</head><h1>T</h1><p>" P1, pages[i].head);
        read_string(*state, "a.html", page, &results);
        assert_article(&results, 0);
        assert_string_equal(strrchr(results.list[0].id, '/'), pages[i].id);
        assert_string_equal(results.list[0].url, pages[i].url);
        results_free(&results);
    }
}

static void a_page_without_a_date_has_that_of_its_change(void **state) {
    static const struct {
        const char *head, *byline, *date;
    } pages[] = {
        {"<meta property='article:modified_time' content='2024-06-12'>", "", "2024-06-12"},
        {"<meta property='article:modified_time' content='2024-06-12'>", "<p>11 June 2024</p>",
         "2024-06-11"},
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"dateModified\":"
         "\"2024-06-12T09:30:00Z\"}</script>",
         "", "2024-06-12T09:30:00Z"},
        {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"dateModified\":"
         "\"2024-06-12\",\"dateCreated\":\"2024-06-10\"}</script>",
         "", "2024-06-10"},
        /* what cannot be read does not hide what can */
        {"<meta name=date content='Wednesday'><meta property='og:updated_time' content='now'>"
         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":"
         "\"2024-06-11\"}</script>",
         "", "2024-06-11"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        char page[2000];
        snprintf(page, sizeof page, "<head>%s</head><body><h1>T</h1>%s<p>" P1 "</p><p>" P2 "</p>",
                 pages[i].head, pages[i].byline);
        read_string(*state, "a.html", page, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].date, pages[i].date);
        results_free(&results);
    }
}

static void a_date_may_end_with_a_full_stop(void **state) {
    struct results results;
    read_string(*state, "a.html",
                "<body><h1>T</h1><p>14 июня 2024 г.</p><p>" P1 "</p><p>" P2 "</p>", &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].text, P1 "\n" P2);
    assert_string_equal(results.list[0].date, "2024-06-14");
    results_free(&results);
}

static void comments_behind_the_text_of_the_same_box_are_left_out(void **state) {
    static const char *const labels[] = {"<h3>Comments (2)</h3>", "<p>2 комментария</p>",
                                         "<h4>Tulis komentar</h4>", "<p>Комментариев: 2</p>"};
    char page[2000];
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        snprintf(page, sizeof page,
                 "<body><h1>T</h1><p>" P1 "</p><p>" P2 "</p>%s<p>Ivan: " P3 "</p><p>Ann: Yes.</p>",
                 labels[i]);
        assert_text(state, page, P1 "\n" P2);
    }
    assert_text(state,
                "<body><h1>T</h1><p>" P1 "</p><h2>2.1 Comments</h2><p>" P2
                "</p><h2>3 Comments</h2><p>" P3 "</p>",
                P1 "\n" P2 "\n" P3); /* the headings are labels */
    assert_text(state,
                "<body><h1>T</h1><p>" P1 "</p><p>\u2022 Comments</p><p>" P2
                "</p><table><tr><td>Comments</td><td>2</td></tr></table><p>" P3 "</p>",
                P1 "\n" P2 "\n" P3);
    /* above the text it is a count, and a single word may be the heading of a section */
    assert_text(state, "<body><h1>T</h1><p>Comments (2)</p><p>" P1 "</p><p>" P2 "</p>", P1 "\n" P2);
    assert_text(state, "<body><h1>T</h1><p>" P1 "</p><p>Comments</p><p>" P2 "</p>", P1 "\n" P2);
}

static void offers_to_subscribers_are_left_out(void **state) {
    assert_text(state,
                "<body><article><h1>T</h1><p>" P1 "</p></article><div class=paywall>"
                "<h2>Subscribe to unlock this article</h2><p>Try unlimited access for a dollar. "
                "Complete access to quality journalism on any device.</p></div>",
                P1);
    assert_text(state,
                "<body><article><h1>T</h1><p>" P1 "</p><div class=paywall><p>" P2 "</p>"
                "</div></article>",
                P1 "\n" P2);
    assert_text(state,
                "<body><h1>T</h1><p>" P1 "</p><p>" P2 "</p><div class=sd><h3>Bagikan ini:</h3><ul>"
                "<li>Klik untuk berbagi di Facebook</li></ul></div>",
                P1 "\n" P2);
}

static void comments_are_named_in_any_of_the_languages(void **state) {
    static const char *const boxes[] = {
        "<div class='kolom-komentar x'>", "<div id=Daftar_Komentar>", "<div class=kommentarii>",
        "<div><h3>3 Komentar</h3>", "<div><h3>Комментарии (3)</h3>"};
    for (size_t i = 0; i < sizeof boxes / sizeof *boxes; i++) {
        char page[2000];
        snprintf(page, sizeof page,
                 "<body><div><h1>T</h1><p>" P1 "</p></div>%s<p>" P2 "</p><p>" P3 "</p><p>" P2
                 "</p><p>" P3 "</p><p>" P2 "</p></div></body>",
                 boxes[i]);
        assert_text(state, page, P1);
    }
}

static void who_has_the_rights_is_no_part_of_an_article(void **state) {
    static const char *const lines[] = {
        "© 2001-2025 The Post. No copies without a link to it.",
        "(c) 2025 The Post, and all of its authors, with no exception.",
        "Copyright © Post 2025. All rights are reserved by us.",
        "Copyright 2025 The Post. All rights are reserved by us.",
        "All rights reserved. No copies without a link to the page that they are of.",
        "Dilarang keras mengambil konten di situs web ini tanpa izin tertulis dari kantor berita.",
        "При полном или частичном использовании материалов гиперссылка на сайт обязательна."};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char page[1000];
        snprintf(page, sizeof page, "<body><h1>T</h1><p>" P1 "</p><p>" P2 "</p><p>%s</p></body>",
                 lines[i]);
        assert_text(state, page, P1 "\n" P2);
    }
    assert_text(state,
                "<body><p>" P1 "</p><p>(c) The third point is that nobody knows what the dam "
                "will cost, or when.</p><p>Copyright law has changed since, and the engineers are "
                "not glad of it at all.</p></body>",
                P1 "\n(c) The third point is that nobody knows what the dam will cost, or when."
                   "\nCopyright law has changed since, and the engineers are not glad of it at "
                   "all.");
    assert_text(state,
                "<body><p>" P1 "</p><p>Использование материалов сайта правительства вызвало споры, "
                "заявил судья.</p><p>" P2 "</p></body>",
                P1
                "\nИспользование материалов сайта правительства вызвало споры, заявил судья.\n" P2);
}

static void a_box_under_an_appeal_is_left_out(void **state) {
    assert_text(state,
                "<body><div><h1>T</h1><p>" P1 "</p><div><h4>Sign up for our newsletter</h4><p>" P3
                "</p></div><p>" P2 "</p><p>" P2 "</p></div></body>",
                P1 "\n" P2 "\n" P2);
}

static void elements_of_a_site_s_own_are_boxes_or_words(void **state) {
    assert_text(state,
                "<body><x-page><x-text>" P1 "</x-text><x-text>" P2 "</x-text></x-page></body>",
                P1 "\n" P2);
    assert_text(state,
                "<body><p>" P1
                " <x-tip>It</x-tip> <x-tip>is</x-tip> so.</p><div>Dam<x-tip>s</x-tip>"
                " are high.</div></body>",
                P1 " It is so.\nDams are high.");
}

static void a_paragraph_may_lack_its_full_stop(void **state) {
    assert_text(state,
                "<body><div><p>Jakarta - the dam that saved the northern part of the sea may be "
                "raised, they say</p><p>" P1 "</p><p>Nobody was hurt. (ant/rk)</p>"
                "<p>(Editor: Ani)</p></div></body>",
                "Jakarta - the dam that saved the northern part of the sea may be raised, they "
                "say\n" P1 "\nNobody was hurt. (ant/rk)");
}

static void a_heading_goes_with_what_it_stands_above(void **state) {
    assert_text(state,
                "<body><article><p>" P1 "</p><div><h4>Do not miss</h4><ul><li><a href=/1>The sea "
                "that became a season</a></li></ul></div><p>" P2 "</p></article></body>",
                P1 "\n" P2);
}

static void widgets_without_a_name_of_html_s_own_are_left_out(void **state) {
    assert_text(state,
                "<body><dialog><p>" P3 "</p></dialog><amp-sidebar><p>" P3 "</p></amp-sidebar>"
                "<div><p>" P1 "</p><amp-ad><p>" P3 "</p></amp-ad><dialog open><p>" P2
                "</p></dialog></div></body>",
                P1 "\n" P2);
}

static void columns_of_a_page_are_no_list(void **state) {
    assert_text(state,
                "<body><table><tr><td>News<br>Sport<br>Weather: +20</td><td><p>" P1
                "</p><p>&nbsp;</p><p>" P2 "</p>Print</td></tr></table></body>",
                P1 "\n" P2);
    assert_text(state, "<body><p>" P1 "</p><dl><dt>Pike perch</dt><dd>A fish</dd></dl></body>",
                P1 "\nPike perch\nA fish");
}

static void a_page_of_few_words_is_kept_as_it_is(void **state) {
    assert_text(state, "<html><body><p>Dam raised</p></body></html>", "Dam raised");
    assert_text(state, "<html><body><div class=menu>Dam raised</div></body></html>", "Dam raised");
}

static void a_page_says_its_title_date_url_language_site_and_author(void **state) {
    struct results results;
    read_string(*state, "a.html",
                "<html lang=en-GB><head><title>Dam raised | The Post</title>"
                "<meta property='og:title' content='Dam raised'>"
                "<meta property='og:site_name' content='The Post'>"
                "<meta property='article:published_time' content='2025-05-14T10:00:00+06:00'>"
                "<meta name=author content='M. Ospanov'>"
                "<link rel=canonical href='https://post.example/dam'></head>"
                "<body><h1>Dam raised!</h1><p>" P1 "</p></body></html>",
                &results);
    assert_article(&results, 0);
    const struct result *article = &results.list[0];
    assert_string_equal(article->title, "Dam raised");
    assert_string_equal(article->date, "2025-05-14T10:00:00+06:00");
    assert_string_equal(article->url, "https://post.example/dam");
    assert_string_equal(article->id, "https://post.example/dam");
    assert_string_equal(article->lang, "en");
    assert_string_equal(article->source, "The Post");
    assert_string_equal(article->author, "M. Ospanov");
    results_free(&results);
}

static void a_page_may_say_so_in_json_ld(void **state) {
    struct results results;
    read_string(
        *state, "a.html",
        "<html><head><script type='application/ld+json'>{\"@context\":\"x\",\"@graph\":["
        "{\"@type\":\"WebSite\",\"name\":\"no\"},"
        "{\"@type\":[\"NewsArticle\"],\"headline\":\"Dam raised\","
        "\"datePublished\":\"2025-05-14\",\"inLanguage\":\"en\","
        "\"mainEntityOfPage\":{\"@id\":\"https://post.example/dam\"},"
        "\"author\":[{\"name\":\"M. Ospanov\"},{\"@id\":\"https://post.example/x\"},\"A. Reed\"],"
        "\"publisher\":{\"name\":\"The Post\"}}]}"
        "</script><script type='application/ld+json'>{broken</script></head>"
        "<body><p>" P1 "</p></body></html>",
        &results);
    assert_article(&results, 0);
    const struct result *article = &results.list[0];
    assert_string_equal(article->title, "Dam raised");
    assert_string_equal(article->date, "2025-05-14");
    assert_string_equal(article->url, "https://post.example/dam");
    assert_string_equal(article->lang, "en");
    assert_string_equal(article->source, "The Post");
    assert_string_equal(article->author, "M. Ospanov, A. Reed");
    results_free(&results);
}

static void json_ld_is_read_as_sites_write_it(void **state) {
    static const char *const scripts[] = {
        "[{\"@type\":[\"WebPage\",\"NewsArticle\"],%s}]",
        ("<!--\n{\"@graph\":[{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\","
         "\"description\":\"two\nlines\",%s}}]}\n-->"),
        "//<![CDATA[\n{\"@type\":\"BlogPosting\",%s}\n//]]>",
    };
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        struct results results;
        char script[400];
        struct bytes page = {0};
        snprintf(script, sizeof script, scripts[i],
                 "\"headline\":\"Dam &#8220;raised&#8221;\",\"publisher\":{\"name\":\"A &amp; B\"},"
                 "\"url\":\"https://post.example/?a&copy=1\"");
        bytes_append_format(&page, "<script type='application/ld+json'>%s</script><p>" P1, script);
        read_bytes(*state, "a.html", bytes_slice(&page), &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, "Dam “raised”");
        assert_string_equal(results.list[0].source, "A & B");
        assert_string_equal(results.list[0].url, "https://post.example/?a&copy=1");
        results_free(&results);
        bytes_free(&page);
    }
}

static void the_text_of_a_page_written_by_scripts_is_in_json_ld(void **state) {
#define BODY                                                                                       \
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" P2          \
    "\\n\\n" P3 "\"}</script>"
    assert_text(state, "<body>" BODY "<div id=root>Loading</div></body>", P2 "\n\n" P3);
    assert_text(state,
                "<body>" BODY "<article><h1>T</h1><p>Loading.</p></article><p>About us</p></body>",
                P2 "\n\n" P3);
    assert_text(state, "<body>" BODY "<p>" P1 "</p></body>", P1);
}

static void the_site_s_name_is_taken_off_the_title(void **state) {
    static const struct {
        const char *head, *heading, *title, *source;
    } pages[] = {
        {"<title>Dam raised — The Post</title>", "<h1>Dam raised</h1>", "Dam raised", "The Post"},
        {"<title>Dam raised - The Post</title><meta property='og:site_name' content='The Post'>",
         "", "Dam raised", "The Post"},
        {"<title>Dam - half a story</title>", "", "Dam - half a story", ""},
        {"<title>Dam raised - The Post, 14.05.2025</title>", "<h1>Dam raised</h1>", "Dam raised",
         "The Post"},
        {"<title>Dam raised - Post, 14.05.2025</title><meta property='og:site_name' "
         "content='Post'>",
         "", "Dam raised", "Post"},
        {"<title>Dam raised - 14 May 2025</title>", "<h1>Dam raised</h1>", "Dam raised", ""},
        {"<meta property='og:title' content='Dam raised | Post'>"
         "<meta property='og:site_name' content='post'>",
         "", "Dam raised", "post"},
        {"<title>Post :: Dam raised</title>", "<h1>Dam raised</h1>", "Dam raised", "Post"},
        {"<meta property='og:title' content='Post :: Dam raised'>", "<h1>Dam raised</h1>",
         "Dam raised", "Post"},
        {"<title>Post - Dam - half a story</title><meta property='og:site_name' content='Post'>",
         "", "Dam - half a story", "Post"},
        {"<title>Post: Dam raised</title><meta property='og:site_name' content='Post'>", "",
         "Dam raised", "Post"},
        {"<meta property='og:title' content='Interview: Dam raised'>", "<h1>Dam raised</h1>",
         "Dam raised", ""},
        {"<meta property='og:title' content='Dam raised | Post'>", "<nav><h1>Post</h1></nav>",
         "Dam raised | Post", ""},
        {"<title>Dam raised - Post</title><meta property='og:site_name' content='Post'>",
         "<h1>Post</h1>", "Dam raised", "Post"},
        {"<meta property='og:title' content='Post: a history'><meta property='og:site_name' "
         "content='Post'>",
         "<h1>Post: a history</h1>", "Post: a history", "Post"},
        {"<title>Post: a history - Post</title><meta property='og:site_name' content='Post'>", "",
         "Post: a history", "Post"},
        {"<title>Dam raised: two designs</title>", "<h1>Dam raised</h1>", "Dam raised", ""},
        {"<title>Reed: a dam - Post</title>", "<h1>Reed: a dam</h1>", "Reed: a dam", "Post"},
        {"<meta property='og:title' content='Dam raised - World - Post'>", "<h1>Dam raised</h1>",
         "Dam raised", ""},
        {"", "<h1>Dam <em>raised</em></h1>", "Dam raised", ""},
        {"", "", "", ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        struct bytes page = {0};
        bytes_append_format(&page, "<html><head>%s</head><body>%s<p>" P1 "</p></body></html>",
                            pages[i].head, pages[i].heading);
        read_bytes(*state, "a.html", bytes_slice(&page), &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, pages[i].title);
        assert_string_equal(results.list[0].source, pages[i].source);
        assert_string_equal(results.list[0].text, P1);
        results_free(&results);
        bytes_free(&page);
    }
}

static void a_logo_in_a_heading_is_the_site_s_name(void **state) {
    static const char *const logos[] = {
        "<h1><a href='/'>The Post</a></h1>",
        "<h1> <span><a href='https://post.example'>The Post</a></span> </h1>",
        "<a href='https://post.example/'><h1>The Post</h1></a>",
        "<h1 class='site-title'>The Post</h1>",
        "<div class=logo><h1>The Post</h1></div>",
    };
    for (size_t i = 0; i < sizeof logos / sizeof *logos; i++) {
        struct results results;
        char page[1000];
        snprintf(page, sizeof page,
                 "<title>Dam raised - The Post</title><body><header>%s</header><div><h2>Dam "
                 "raised</h2><p>" P1 "</p></div></body>",
                 logos[i]);
        read_string(*state, "a.html", page, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].title, "Dam raised");
        assert_string_equal(results.list[0].source, "The Post");
        assert_string_equal(results.list[0].text, P1);
        results_free(&results);
    }
    /* A heading is no logo where its link leads elsewhere, or covers only a part of it. */
    assert_title(state, "<h1><a href='/dam'>Dam raised</a></h1><p>" P1, "Dam raised");
    assert_title(state, "<h1><a href='https://post.example?p=7'>Dam raised</a></h1><p>" P1,
                 "Dam raised");
    assert_title(state, "<h1><a href='/'>World</a> Dam raised</h1><p>" P1, "World Dam raised");
    assert_title(state, "<div class=logo><img><h1>Dam raised</h1></div><p>" P1, "Dam raised");
}

static void what_a_title_says_of_the_page_is_taken_off(void **state) {
    assert_title(state, "<title>Dam raised :: Print version</title><p>" P1, "Dam raised");
    assert_title(state, "<title>Дамба выше | Версия для печати</title><p>" P1, "Дамба выше");
    assert_title(state, "<title>Governor on the dam: no comments</title><p>" P1,
                 "Governor on the dam: no comments");
    assert_title(
        state,
        "<meta property=og:title content='Dam raised Halaman all'><script type='application/"
        "ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Dam raised\"}</script>"
        "<h1>Dam raised</h1><p>" P1,
        "Dam raised");
    assert_title(
        state,
        "<title>Northern dam raised - The Post</title><meta property=og:title "
        "content='Northern dam raised (Published 2025)'><h1>Northern dam raised</h1><p>" P1,
        "Northern dam raised");
    assert_title(state, "<meta property=og:title content='Opinion: dams'><h1>Opinion</h1><p>" P1,
                 "Opinion: dams");
}

#define LINE1 "The dam that saved the northern part of the Aral Sea may be raised, "
#define LINE2 "twenty years after it was closed, a spokesman for the state-owned "
#define LINE3 "company said on Tuesday in the city."

static void paragraphs_wrapped_by_hand_are_one_line(void **state) {
    static const char paragraphs[] =
        LINE1 LINE2 LINE3 "\n" LINE1 LINE2 "well-known " LINE3 "\nEnd.";
    static const struct {
        const char *open, *wrap, *apart, *close;
    } pages[] = {
        {"<div>", "<br>\n", "<br><br>", "</div>"},
        {"<div>", "<br/>", "<br>&nbsp;<br>", "</div>"},
        {"<td>&nbsp;&nbsp;", "<br>", "<br>&nbsp; &nbsp;", "</td>"},
        {"<pre>", "\n", "\n\n", "</pre>"},
        {"<pre>    ", "\n", "\n    ", "</pre>"},
        {"<p>", "<br>", "</p><p>", "</p>"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct bytes page = {0};
        const char *wrap = pages[i].wrap, *apart = pages[i].apart;
        bytes_append_format(&page,
                            "<body><table>%s" LINE1 "%s" LINE2 "%s" LINE3 "%s" LINE1 "%s" LINE2
                            "well-%sknown " LINE3 "%sEnd.%s</table></body>",
                            pages[i].open, wrap, wrap, apart, wrap, wrap, apart, pages[i].close);
        struct results results;
        read_bytes(*state, "a.html", bytes_slice(&page), &results);
        assert_article(&results, 0);
        struct bytes text = {0};
        for (const char *c = results.list[0].text; *c; c++) {
            bool indent = strncmp(c, "\u00A0", 2) == 0 || (*c == ' ' && c[-1] == '\xA0');
            c += indent && *c != ' ';
            bytes_append(&text, c, !indent);
        }
        assert_string_equal(bytes_string(&text), paragraphs);
        results_free(&results);
        bytes_free(&text);
        bytes_free(&page);
    }
}

static void a_title_on_two_lines_is_one(void **state) {
    static const char page[] = "<title>Dam raised again - The Post</title><h1>Dam raised<br>again"
                               "</h1><p>" P1 "</p><p>" P2 "</p>";
    assert_title(state, page, "Dam raised again");
    assert_text(state, page, P1 "\n" P2);
}

static void lines_that_are_no_wrapped_paragraph_stay(void **state) {
    assert_text(state, "<h1>T</h1><p>" P1 "<br>" P2 "<br>" P3 "</p>", P1 "\n" P2 "\n" P3);
    assert_text(state,
                "<h1>T</h1><p>" P1 "</p><p>We went down to the sea,<br>the sea had gone away;<br>"
                "we left our boats to lie<br>and rust there to this day.</p><p>" P2 "</p>",
                P1 "\nWe went down to the sea,\nthe sea had gone away;\nwe left our boats to lie\n"
                   "and rust there to this day.\n" P2);
    /* One line break shows no width, and the one before the first line is none between lines. */
    assert_text(state, "<h1>T</h1><div><br>" LINE2 "<br>" LINE3 "</div>",
                "twenty years after it was closed, a spokesman for the state-owned\n" LINE3);
}

/* Between paragraphs of wrapped text, and no wider than they are. */
static void lists_verses_and_addresses_keep_their_lines_among_wrapped_text(void **state) {
    static const char prose[] = LINE1 "<br>" LINE2 "<br>" LINE3;
    static const char *const lists[] = {
        "repair of the pumping stations in the three districts by August;<br>"
        "delivery of water to the villages that are cut off since March;<br>"
        "planting of saxaul on the dried bed of the sea, on both shores;<br>"
        "opening of a laboratory for the study of salt and of the dust.",
        "1. the ministry pays for the repair of the canal and the sluices<br>"
        "2. the district lends its machines and drivers for the winter<br>"
        "3. the farmers clear the ditches before the water comes down",
        "Nora Vance, regional office for water, Kyzylorda Street 14, Aralsk<br>"
        "Marat Ospanov, union of fishermen, Harbour Lane 3, in Tastubek<br>"
        "Ann Lee, professor of soil science, Main Building, in Almaty<br>"
        "Bo Ray, manager of the seed station on the shore, Karateren",
        "we went to the sea one day to look for boats and men and nets,<br>"
        "the sea had gone so far that nobody remembers or forgets it,<br>"
        "and on the sand a rusty hull was lying there as if asleep,<br>"
        "the goats stood in its shade above what used to be the deep.",
        ("\u2014 старый порт с кранами, которые сохранили для музея города<br>"
         "\u2014 рыбный завод, открытый снова, когда вода вернулась в залив"),
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct bytes page = {0}, expected = {0};
        bytes_append_format(&page, "<h1>T</h1><p>%s<br><br>%s<br><br>%s</p>", prose, lists[i],
                            prose);
        bytes_append_string(&expected, LINE1 LINE2 LINE3 "\n");
        for (const char *line = lists[i], *end; *line; line = end) {
            end = strstr(line, "<br>");
            size_t length = end ? (size_t)(end - line) : strlen(line);
            bytes_append_format(&expected, "%.*s\n", (int)length, line);
            end = end ? end + strlen("<br>") : line + length;
        }
        bytes_append_string(&expected, LINE1 LINE2 LINE3);
        assert_text(state, bytes_string(&page), bytes_string(&expected));
        bytes_free(&page);
        bytes_free(&expected);
    }
}

static void what_a_page_tells_of_its_text_is_more_than_a_teaser(void **state) {
    static const char body[] = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
                               "\"articleBody\":\"" P1 "\\n" P2 "\\n" P3 "\"}</script><h1>T</h1>";
    static const struct {
        const char *seen, *text;
    } pages[] = {
        {"<p>Subscribe to read this article, and all others, for just a dollar a week.</p>",
         P1 "\n" P2 "\n" P3},
        {"<p>" P1 "</p><p>" P2 "</p><p>Tents stand there.</p>", P1 "\n" P2 "\nTents stand there."},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct bytes page = {0};
        bytes_append_format(&page, "<body>%s%s</body>", body, pages[i].seen);
        assert_text(state, bytes_string(&page), pages[i].text);
        bytes_free(&page);
    }
}

static void a_date_may_stand_below_the_heading_or_with_a_time_above(void **state) {
    static const struct {
        const char *above, *below, *date;
    } pages[] = {
        {"", "<p>Jumat, 11 Oktober 2024 | Ratih</p>", "2024-10-11"},
        {"", "<div><span>By M. O.</span> <span>June 17, 2025</span></div>", "2025-06-17"},
        {"", "<time datetime='2025-05-14T08:00'>today</time>", "2025-05-14T08:00:00"},
        {"<p>Today is 22 November 2026</p>", "", ""},
        {"<div>14:05, 11 июня 2024</div><a href=/e>Экономика</a>", "", "2024-06-11T14:05:00"},
        {"<p>11 Juni 2024 14:05</p>", "<p>12 Juni 2024</p>", "2024-06-12"},
        {"<p>11 June 2024 14:05</p><p>1</p><p>2</p><p>3</p>", "", ""},
        {"<footer>11 June 2024 14:05</footer>", "", ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        struct bytes page = {0};
        bytes_append_format(&page, "<body>%s<h1>Dam raised</h1>%s<p>" P1 "</p></body>",
                            pages[i].above, pages[i].below);
        read_bytes(*state, "a.html", bytes_slice(&page), &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].date, pages[i].date);
        assert_string_equal(results.list[0].text, P1);
        results_free(&results);
        bytes_free(&page);
    }
}

static void dates_are_those_of_the_article(void **state) {
    static const struct {
        const char *page, *date;
    } pages[] = {
        {"<div><time datetime=2024-06-11></time><h1>T</h1><p>" P1 "</p></div>", "2024-06-11"},
        {"<div><p>11 June 2024</p><h1>T</h1><p>" P1 "</p></div>", ""},
        /* not of what comes behind the text, while it is said before it */
        {"<h1>T</h1><div>June 11, 2024</div><p>" P1 "</p><time datetime=2020-01-01>then</time>",
         "2024-06-11"},
        /* nor when it was changed, nor when somebody commented */
        {"<h1>T</h1><time class=updated datetime=2024-06-13>13</time><br><time class='x published' "
         "datetime=2024-06-11>11</time><p>" P1,
         "2024-06-11"},
        {"<h1>T</h1><p>" P1 "</p><div id=comments><p>A. <time datetime=2024-06-13>13</time></div>",
         ""},
        {"<p>" P1 "</p><p><time datetime=2024-06-11>11</time></p>", "2024-06-11"},
        {"<div class=related><p>" P1 "</p><p><time datetime=2024-06-11>11</time></p></div>",
         "2024-06-11"},
        /* nor of other articles */
        {"<h1>T</h1><p>" P1 "</p><div class=related>Rain <time datetime=2020-01-01>x</time></div>",
         ""},
        {"<h1>T</h1><p>Published 11 June 2024</p><p>Updated: Thu, 13 June 2024</p><p>" P1,
         "2024-06-11"},
        {"<h1>T</h1><p>Terakhir diperbarui 13 Juni 2024 | Terbit 11 Juni 2024</p><p>" P1,
         "2024-06-11"},
        {"<h1>T</h1><p>11.06.2024 09:15 (обновлено: 13.06.2024 11:40)</p><p>" P1,
         "2024-06-11T09:15:00"},
        {"<h1>T</h1><p><time datetime=2024-06-11>11 June</time><p>Updated <time "
         "datetime=2024-06-13>13 June</time><p>" P1,
         "2024-06-11"},
        {"<h1>T</h1><p>Updated 13 June 2024</p><p>" P1, "2024-06-13"},
        {"<meta itemprop=uploadDate content=2024-06-11><h1>T</h1><p>" P1, "2024-06-11"},
        {"<h1>T</h1><time datetime=10:30>10:30</time> 11 June 2024<p>" P1, "2024-06-11T10:30:00"},
        /* as RDFa and microdata give it */
        {"<h1>T</h1><span property='dc:date dc:created' content='2024-06-11T10:20:00-04:00'>Tue, "
         "06/11/2024</span><p>" P1,
         "2024-06-11T10:20:00-04:00"},
        {"<meta name='expiry date' content=2030-01-01><h1>T</h1><p>" P1, ""},
        /* in a box of its own above the heading, but in no list of others */
        {"<aside><time datetime=2024-06-11>11 June</time></aside><h1>T</h1><p>" P1, "2024-06-11"},
        {"<aside><a href=/1>Rain</a><br><time datetime=2020-01-01>x</time></aside><h1>T</h1><p>" P1,
         ""},
        /* or behind the text, in a line that says nothing else */
        {"<h1>T</h1><p>" P1 "</p><p>Published: 11 June 2024</p>", "2024-06-11"},
        {"<h1>T</h1><p>" P1 "</p><p>The dam closed on 11 June 2004 for ever</p>", ""},
        {"<h1>T</h1><span itemprop=datePublished content=2024-06-11>3 hours ago</span><p>" P1,
         "2024-06-11"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        read_string(*state, "a.html", pages[i].page, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].date, pages[i].date);
        results_free(&results);
    }
}

static void an_author_may_be_marked_or_named_elsewhere(void **state) {
    static const char *const pages[] = {
        "<a rel='author' href=/a>Kate Wood</a><p>" P1,
        "<span class='author vcard'><a class='url fn' href=/a>Kate Wood</a></span><p>" P1,
        "<p itemprop=author>By <a href=/a>Kate Wood</a></p><p>" P1,
        "<div class='author vcard'>" P3 P3 "</div><i class=p-author> Kate Wood</i><p>" P1,
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":"
        "{\"@id\":\"https://a.example/#p\"}},{\"@type\":\"Person\",\"@id\":"
        "\"https://a.example/#p\",\"name\":\"Kate Wood\"}]}</script><p>" P1,
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        read_string(*state, "a.html", pages[i], &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].author, "Kate Wood");
        results_free(&results);
    }
}

static void a_copy_has_the_address_of_its_original(void **state) {
    static const struct {
        const char *head, *url;
    } pages[] = {
        {"<!doctype html><!-- saved from url=(0024)https://post.example/dam --><html>",
         "https://post.example/dam"},
        {"<html><!-- saved from url=(0024)https://post.example/dam --><link rel=canonical "
         "href='https://post.example/1'>",
         "https://post.example/1"},
        {"<!-- saved from url=(0014)about:internet --><html>", ""},
        {"<link rel=canonical href='https://archive.example/web/20240611093000/https://post.example"
         "/dam?a=/2/'>",
         "https://post.example/dam?a=/2/"},
        {"<meta property=og:url content='https://archive.example/web/20240611093000id_/http://"
         "post.example/dam'>",
         "http://post.example/dam"},
        {"<link rel=canonical href='https://post.example/share/https://other.example/'>",
         "https://post.example/share/https://other.example/"},
        {"<link rel=canonical href='https://post.example/20240611/dam'>",
         "https://post.example/20240611/dam"},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        char page[1000];
        snprintf(page, sizeof page, "%s<body><p>" P1, pages[i].head);
        read_string(*state, "a.html", page, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].url, pages[i].url);
        results_free(&results);
    }
}

static void only_absolute_addresses_count(void **state) {
    struct results results;
    read_string(*state, "a.html",
                "<link rel=canonical href='/dam'><meta property='article:author' "
                "content='https://social.example/me'><p>" P1,
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].url, "");
    assert_string_equal(results.list[0].author, "");
    results_free(&results);
}

static void a_relative_address_is_that_of_the_page_s_base(void **state) {
    static const struct {
        const char *base, *link, *url;
    } pages[] = {
        {"https://post.example/news/", "dam", "https://post.example/news/dam"},
        {"https://post.example/news/", "/dam", "https://post.example/dam"},
        {"https://post.example/news/", "https://other.example/dam", "https://other.example/dam"},
        {"https://post.example/news/", "", ""},
        {"/news/", "dam", ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct results results;
        char page[400];
        snprintf(page, sizeof page, "<base href='%s'><link rel=canonical href='%s'><p>" P1,
                 pages[i].base, pages[i].link);
        read_string(*state, "a.html", page, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].url, pages[i].url);
        results_free(&results);
    }
}

static void a_declared_encoding_is_used(void **state) {
    assert_text(state,
                "<meta charset=windows-1251><p>\xC2\xEE\xE4\xE0 \xE2 \xC0\xF0\xE0\xEB\xE5 &mdash; "
                "\xF1\xEE\xEB\xB8\xED\xE0\xFF &#151; \xE4\xE0.",
                "Вода в Арале — солёная — да.");
}

static void broken_markup_is_read_as_browsers_do(void **state) {
    assert_text(state, "<p>" P1 "<div><p>" P2 "</b></i><td>cell<p>" P3 "<a href='x",
                P1 "\n" P2 "cell\n" P3);
}

static void pages_nested_as_deep_as_one_likes_are_read(void **state) {
    static const char *const starts[] = {"<div>",     "<b><i>",   "<table><tr><td>", "<span>",
                                         "<svg><td>", "<ul><li>", "<font color=a>",  "<x-y>"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        struct bytes page = {0};
        struct results results;
        for (int depth = 0; depth < 50000; depth++) {
            bytes_append_string(&page, starts[i]);
        }
        bytes_append_string(&page, "</svg><p>" P1 "</p>");
        read_bytes(*state, "a.html", bytes_slice(&page), &results);
        if (strncmp(starts[i], "<svg>", 5) != 0) {
            assert_article(&results, 0);
            assert_string_equal(results.list[0].text, P1);
        }
        results_free(&results);
        bytes_free(&page);
    }
}

static void assert_linear_page(struct scratch *scratch,
                               void (*append)(struct bytes *page, const char *what, int count),
                               const char *what) {
    const struct growing growing = {"a.html", "<p>" P1 "</p>", P1, append};
    assert_linear(scratch, &growing, what);
}

static void append_often(struct bytes *page, const char *what, int count) {
    for (int i = 0; i < count; i++) {
        bytes_append_string(page, what);
    }
}

static void append_headings(struct bytes *page, const char *what, int count) {
    bytes_append_string(page, "<div>");
    append_often(page, what, count);
    append_often(page, "<h2></h2>", count);
}

static void append_nested(struct bytes *page, const char *what, int count) {
    bytes_append_string(page, what);
    append_often(page, "<div>", count);
}

static void append_attributes(struct bytes *page, const char *what, int count) {
    bytes_append_string(page, what);
    for (int i = 0; i < count; i++) {
        bytes_append_format(page, " a%d", i);
    }
    bytes_append_string(page, ">");
}

static void drawings_without_end_tags_nest_nothing(void **state) {
    struct bytes page = {0};
    bytes_append_string(&page, "<nav>");
    append_often(
        &page,
        "<a href=/x><svg><title>Icon</title><g><path d='M0 0'/><path d='M0 1'/></svg>Menu</a>",
        300);
    bytes_append_string(&page, "</nav><p>" P1 "</p><p>" P2 "</p>");
    assert_text(state, bytes_string(&page), P1 "\n" P2);
    bytes_free(&page);
    assert_linear_page(*state, append_often, "<svg><p><path/></svg>");
    assert_linear_page(*state, append_often, "<svg><br><path/></svg>");
    assert_linear_page(*state, append_often, "<svg><title><path/></svg>");
    assert_linear_page(*state, append_often, "<svg><textarea></svg>");
}

/* Each heading is asked whether it is alone in its parent. */
static void headings_beside_many_comments_take_linear_time(void **state) {
    assert_linear_page(*state, append_headings, "<!---->");
}

static void quotes_that_are_none_hide_no_nested_elements(void **state) {
    assert_linear_page(*state, append_nested, "<p =\">");
    assert_linear_page(*state, append_nested, "<p x=y=\">");
    assert_linear_page(*state, append_nested, "<!-- --!>");
    assert_linear_page(*state, append_often, "<div\"></div>");
}

static void attributes_without_number_take_linear_time(void **state) {
    assert_linear_page(*state, append_attributes, "<div");
    assert_linear_page(*state, append_attributes, "<div x= \">\"");
}

static void a_page_whose_tree_would_be_too_large_is_refused(void **state) {
    struct bytes page = {0};
    struct results results;
    bytes_append_string(&page, "<body>");
    for (int i = 0; i < 1200000; i++) {
        bytes_append_string(&page, "<p>a<b>b");
    }
    read_bytes(*state, "a.html", bytes_slice(&page), &results);
    assert_int_equal(results.count, 1);
    assert_rejected(*state, &results, 0, 1, "limit html-tree");
    assert_int_equal(results.list[0].error.kind, ERROR_LIMIT);
    results_free(&results);
    bytes_free(&page);
}

static void what_stands_right_below_the_heading_is_the_lead(void **state) {
    static const char *const heads[] = {
        "<header><h1>T</h1><p>" DECK ".</p></header>",
        "<div><h1>T</h1><h2>" DECK "</h2></div>",
        "<h1>T</h1><p>" DECK "</p><p>By Nora Vance</p>",
    };
    char page[1000];
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        snprintf(page, sizeof page,
                 "<body>%s<div itemprop=articleBody><p>" P1 "</p><p>" P2 "</p></div></body>",
                 heads[i]);
        assert_text(state, page, i == 0 ? DECK ".\n" P1 "\n" P2 : DECK "\n" P1 "\n" P2);
    }
    static const char *const others[] = {
        "<p>By Nora Vance, our correspondent in Aralsk | 14 May 2025</p>",
        "<ul><li>Tuesday, 14 May 2025, 10:20</li></ul>",
        "<p>Follow us on the wire that never sleeps nor slows</p>",
        "<p>Photo: Nora Vance</p>",
        "<p class=share>" DECK "</p>",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        snprintf(page, sizeof page, "<body><h1>T</h1>%s<p>" P1 "</p><p>" P2 "</p></body>",
                 others[i]);
        assert_text(state, page, P1 "\n" P2);
    }
}

static void short_paragraphs_at_the_end_hold_what_stands_before_them(void **state) {
    assert_text(state,
                "<body><div><p>" P1 "</p><p>" P2 "</p><p>14 sailors are on board</p>"
                "<p>Fishermen bring water.</p></div></body>",
                P1 "\n" P2 "\n14 sailors are on board\nFishermen bring water.");
    assert_text(state,
                "<body><div><p>" P1 "</p><p>" P2 "</p><p>Reporter: Ani Sari</p>"
                "<p>It rained.</p></div></body>",
                P1 "\n" P2 "\nIt rained.");
}

static void captions_and_quotations_need_no_full_stop(void **state) {
    assert_text(state,
                "<body><article><h1>T</h1><p>" P1 "</p><figure><img src=1><figcaption>" DECK
                "</figcaption></figure><blockquote><p>" DECK "</p></blockquote>"
                "<figure><figcaption>Photo: N. Vance</figcaption></figure></article></body>",
                P1 "\n" DECK "\n" DECK);
}

static void paragraphs_may_be_divisions_of_one_class(void **state) {
    assert_text(state,
                "<body><article><h1>T</h1><div class=text>" P1 ", opens new tab</div>"
                "<div class=text>" P2 "</div><div class=text>" P3 "</div></article></body>",
                P1 ", opens new tab\n" P2 "\n" P3);
}

static void a_list_of_bylines_is_no_part_of_an_article(void **state) {
    assert_text(state,
                "<body><h1>T</h1><div><ul><li>Saturday, 8 February 2025 17:40</li>"
                "<li>By Nora Vance</li></ul><p>" P1 "</p><p>" P2 "</p></div></body>",
                P1 "\n" P2);
    assert_text(state,
                "<body><main><h1>T</h1><p>" P1 "</p><p>" P2 "</p><h2>More of it</h2><ul><li>"
                "<h3><a href=/2>Bus line cut</a></h3><time datetime=2025-06-01>June 1, 2025</time>"
                "</li></ul></main></body>",
                P1 "\n" P2);
    assert_text(state,
                "<body><main><h1>T</h1><p>" P1 "</p><p>" P2 "</p><ul><li>Gates opened on 14 May "
                "2025</li><li>May 2025: first boats</li></ul></main></body>",
                P1 "\n" P2 "\nGates opened on 14 May 2025\nMay 2025: first boats");
}

static void a_byline_may_stand_between_a_picture_and_the_text(void **state) {
    struct results results;
    read_string(*state, "a.html",
                "<body><article><h1>T</h1><figure><figcaption>Boats near Aralsk wait for the gates "
                "to open, as they did on Monday, Aug. 11, 2025.</figcaption></figure>"
                "<div class=page-byline>By&nbsp;&nbsp;<span>NORA VANCE</span> | 14 May 2025</div>"
                "<p>" P1 "</p><p>" P2 "</p></article></body>",
                &results);
    assert_article(&results, 0);
    assert_string_equal(results.list[0].author, "NORA VANCE");
    assert_string_equal(results.list[0].date, "2025-05-14");
    results_free(&results);
}

static void an_author_may_be_called_so_below_the_heading(void **state) {
    static const struct {
        const char *line, *author;
    } pages[] = {
        {"<a class=author>Nora Vance</a>", "Nora Vance"},
        {"<p class=article-authors><a href=/n>Nora Vance</a> and <a href=/k>Kate Wood</a></p>",
         "Nora Vance and Kate Wood"},
        {"<p class=author><a href=/n>Nora Vance</a>, <a href=/k>Kate Wood</a>, and "
         "<a href=/t>Tim Low</a></p>",
         "Nora Vance, Kate Wood, and Tim Low"},
        {"<p class=author><a href=/n>Nora Vance</a> dan <a href=/k>Kate Wood</a></p>",
         "Nora Vance dan Kate Wood"},
        {"<p class=author><a href=/n>Nora Vance</a> in <a href=/j>West Java</a></p>", "Nora Vance"},
        {"<p class=author><a href=/n>Nora Vance</a>, <a href=/m>nora@post.example</a></p>",
         "Nora Vance"},
        {"<p class=author><a href=/n>Nora Vance</a> <a href=/f>Follow</a></p>", "Nora Vance"},
        {"<div class=author><a href=/n>Nora Vance</a><a href=/k>All Articles</a></div>",
         "Nora Vance"},
        {"<div class=author><a href=/n>Nora Vance</a>, editor of <a href=/t>The Times</a></div>",
         "Nora Vance"},
        {"<div class=author><img src=1><div class=author_name><a href=/n>Nora Vance</a></div>"
         "<div>Senior Editor</div></div>",
         "Nora Vance"},
        {"<a class=topic-authors__author><span class=topic-authors__name>Nora Vance</span><span>"
         "(editor)</span></a>",
         "Nora Vance"},
        {"<span>Long Read</span> <b class='gh-article-author-name'>Nora Vance</b> 5 min",
         "Nora Vance"},
        {"<div class=author>Staff</div>", ""},
        {"<span class=authority>Nora Vance</span>", ""},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        char page[1000];
        struct results results;
        snprintf(page, sizeof page,
                 "<body class='author-nora'><article><h1>T</h1>%s<p>" P1 "</p></article></body>",
                 pages[i].line);
        read_string(*state, "a.html", page, &results);
        assert_article(&results, 0);
        assert_string_equal(results.list[0].author, pages[i].author);
        assert_string_equal(results.list[0].text, P1);
        results_free(&results);
    }
}

static void words_for_screen_readers_in_a_link_are_left_out(void **state) {
    assert_text(state,
                "<body><h1>T</h1><p>" P1 " (<a href=/m>minutes<span class=screen-reader-text>"
                " (opens in a new tab)</span></a>).</p><h2>Two<span class=mw-editsection>[<a "
                "href=/e>edit</a>]</span></h2><p>" P2 "</p></body>",
                P1 " (minutes).\nTwo\n" P2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_and_headings_are_lines),
        cmocka_unit_test(what_surrounds_an_article_is_left_out),
        cmocka_unit_test(what_widgets_add_to_an_article_is_left_out),
        cmocka_unit_test(what_a_heading_calls_related_is_left_out),
        cmocka_unit_test(what_no_reader_sees_is_left_out),
        cmocka_unit_test(what_has_a_role_that_is_no_content_is_left_out_whatever_its_tag),
        cmocka_unit_test(a_page_that_hides_all_of_it_is_read_all_the_same),
        cmocka_unit_test(a_page_that_hides_its_article_behind_a_dialogue_is_read_all_the_same),
        cmocka_unit_test(a_title_may_stand_in_a_second_heading),
        cmocka_unit_test(a_line_that_leads_on_to_text_is_text),
        cmocka_unit_test(a_short_article_is_without_its_byline),
        cmocka_unit_test(a_line_below_the_heading_names_the_author),
        cmocka_unit_test(the_element_that_is_marked_as_the_article_is_taken),
        cmocka_unit_test(a_lead_outside_of_the_body_is_kept),
        cmocka_unit_test(what_is_called_a_lead_needs_no_full_stop),
        cmocka_unit_test(two_names_of_a_class_are_no_pair_of_words),
        cmocka_unit_test(a_wrapper_whose_class_speaks_of_comments_is_not_furniture),
        cmocka_unit_test(the_author_is_named_without_a_colon_or_behind_the_text),
        cmocka_unit_test(a_short_article_has_no_bylines_nor_appeals),
        cmocka_unit_test(rows_of_a_table_are_lines),
        cmocka_unit_test(tables_that_lay_a_page_out_are_taken_apart),
        cmocka_unit_test(nor_are_cells_of_many_lines_data),
        cmocka_unit_test(lists_and_quotations_of_the_article_stay),
        cmocka_unit_test(preformatted_text_keeps_its_lines),
        cmocka_unit_test(short_paragraphs_beside_a_long_one_stay),
        cmocka_unit_test(the_head_of_an_article_has_its_lead),
        cmocka_unit_test(what_is_marked_as_an_article_is_none_of_its_other_names),
        cmocka_unit_test(a_short_article_is_found_among_long_teasers),
        cmocka_unit_test(comments_are_left_out_however_short_the_article),
        cmocka_unit_test(sentences_that_call_the_reader_elsewhere_are_left_out),
        cmocka_unit_test(a_page_without_end_is_its_first_article),
        cmocka_unit_test(nor_are_next_articles_marked_by_their_bodies_only),
        cmocka_unit_test(entries_below_the_page_s_title_are_one_article),
        cmocka_unit_test(the_address_of_the_first_page_is_no_articles),
        cmocka_unit_test(a_page_without_a_date_has_that_of_its_change),
        cmocka_unit_test(a_date_may_end_with_a_full_stop),
        cmocka_unit_test(comments_behind_the_text_of_the_same_box_are_left_out),
        cmocka_unit_test(offers_to_subscribers_are_left_out),
        cmocka_unit_test(comments_are_named_in_any_of_the_languages),
        cmocka_unit_test(who_has_the_rights_is_no_part_of_an_article),
        cmocka_unit_test(a_box_under_an_appeal_is_left_out),
        cmocka_unit_test(elements_of_a_site_s_own_are_boxes_or_words),
        cmocka_unit_test(a_paragraph_may_lack_its_full_stop),
        cmocka_unit_test(a_heading_goes_with_what_it_stands_above),
        cmocka_unit_test(widgets_without_a_name_of_html_s_own_are_left_out),
        cmocka_unit_test(columns_of_a_page_are_no_list),
        cmocka_unit_test(a_page_of_few_words_is_kept_as_it_is),
        cmocka_unit_test(a_page_says_its_title_date_url_language_site_and_author),
        cmocka_unit_test(a_page_may_say_so_in_json_ld),
        cmocka_unit_test(json_ld_is_read_as_sites_write_it),
        cmocka_unit_test(the_text_of_a_page_written_by_scripts_is_in_json_ld),
        cmocka_unit_test(the_site_s_name_is_taken_off_the_title),
        cmocka_unit_test(a_logo_in_a_heading_is_the_site_s_name),
        cmocka_unit_test(what_a_title_says_of_the_page_is_taken_off),
        cmocka_unit_test(paragraphs_wrapped_by_hand_are_one_line),
        cmocka_unit_test(a_title_on_two_lines_is_one),
        cmocka_unit_test(lines_that_are_no_wrapped_paragraph_stay),
        cmocka_unit_test(lists_verses_and_addresses_keep_their_lines_among_wrapped_text),
        cmocka_unit_test(what_a_page_tells_of_its_text_is_more_than_a_teaser),
        cmocka_unit_test(a_date_may_stand_below_the_heading_or_with_a_time_above),
        cmocka_unit_test(dates_are_those_of_the_article),
        cmocka_unit_test(an_author_may_be_marked_or_named_elsewhere),
        cmocka_unit_test(a_copy_has_the_address_of_its_original),
        cmocka_unit_test(only_absolute_addresses_count),
        cmocka_unit_test(a_relative_address_is_that_of_the_page_s_base),
        cmocka_unit_test(a_declared_encoding_is_used),
        cmocka_unit_test(broken_markup_is_read_as_browsers_do),
        cmocka_unit_test(pages_nested_as_deep_as_one_likes_are_read),
        cmocka_unit_test(drawings_without_end_tags_nest_nothing),
        cmocka_unit_test(headings_beside_many_comments_take_linear_time),
        cmocka_unit_test(quotes_that_are_none_hide_no_nested_elements),
        cmocka_unit_test(attributes_without_number_take_linear_time),
        cmocka_unit_test(a_page_whose_tree_would_be_too_large_is_refused),
        cmocka_unit_test(what_stands_right_below_the_heading_is_the_lead),
        cmocka_unit_test(short_paragraphs_at_the_end_hold_what_stands_before_them),
        cmocka_unit_test(captions_and_quotations_need_no_full_stop),
        cmocka_unit_test(paragraphs_may_be_divisions_of_one_class),
        cmocka_unit_test(a_list_of_bylines_is_no_part_of_an_article),
        cmocka_unit_test(a_byline_may_stand_between_a_picture_and_the_text),
        cmocka_unit_test(an_author_may_be_called_so_below_the_heading),
        cmocka_unit_test(words_for_screen_readers_in_a_link_are_left_out),
    };
    return cmocka_run_group_tests_name("html", tests, scratch_open, scratch_close);
}
