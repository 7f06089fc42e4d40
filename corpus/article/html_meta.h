/* html_meta.h - what a page says of itself: title, date, address, language, site, author. */
#ifndef ARAL_ARTICLE_HTML_META_H
#define ARAL_ARTICLE_HTML_META_H

#include "corpus/article/fields.h"
#include "corpus/article/html_tree.h"

/* Sets the fields of the draft from, in this order of trust,
 *   - <meta> of Open Graph (ogp.me), Dublin Core and the names that news sites use; <link
 *     rel="canonical">; the lang of <html>;
 *   - JSON-LD of schema.org's Article and its kinds;
 *   - microdata (itemprop);
 *   - rel="author" and microformats; the comment of a browser that saved the page;
 *   - <h1> and <title>, without the name of the site behind a bar or dash; an <h1> that is the
 *     site's name (html_is_site_name) is its source.
 * Values in other elements than <meta> (RDFa, microdata) count like those in it. Only absolute http
 * and https addresses are taken, of a copy in an archive of the web that of its original. The text
 * is set where JSON-LD has it. Appends to `change` when the page says that it was changed. */
void html_meta_read(const GumboNode *root, struct draft *draft, struct bytes *change);

#endif
