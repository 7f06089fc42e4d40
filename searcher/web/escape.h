/* escape.h - text on its way into a page, by destination.
 *
 * The only ways for text of a request or of the index into HTML, XML and addresses. Each appends to
 * `out`. Bytes that are no UTF-8, and characters that neither HTML nor XML 1.0 may hold, become
 * U+FFFD. (JSON has its own writer, searcher/json.h.) O(length). */
#ifndef ARAL_SEARCHER_WEB_ESCAPE_H
#define ARAL_SEARCHER_WEB_ESCAPE_H

#include "corpus/base/bytes.h"

/* Content of an element, HTML or XML. */
void escape_text(struct slice text, struct bytes *out);

/* Value of an attribute, HTML or XML, between double quotes. Line ends are kept as references. */
void escape_attribute(struct slice text, struct bytes *out);

/* One component of a URL (RFC 3986): all bytes but letters, digits and "-._~" become %XX. The
 * result needs no further escaping in HTML or XML. */
void escape_url(struct slice text, struct bytes *out);

/* The same for an address in an attribute of a page in UTF-8, where characters beyond ASCII may
 * stay (RFC 3987; browsers send them as escape_url writes them): a third of the length in Cyrillic.
 */
void escape_iri(struct slice text, struct bytes *out);

/* A whole address of an article's, for an attribute: what stands for itself or for something else
 * in it stays, also "%20"; only what no address may have, such as a blank, becomes %XX. */
void escape_address(struct slice address, struct bytes *out);

/* Like escape_url, but '/' stays: several segments of a path. */
void escape_url_path(struct slice text, struct bytes *out);

#endif
