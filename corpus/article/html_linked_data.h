/* html_linked_data.h - articles in the JSON-LD of a page, by the words of schema.org. */
#ifndef ARAL_ARTICLE_HTML_LINKED_DATA_H
#define ARAL_ARTICLE_HTML_LINKED_DATA_H

#include "corpus/article/html_findings.h"

/* Notes what the JSON-LD of a <script> says of an article; sets the draft's text where that is
 * there. */
void findings_read_linked_data(struct findings *findings, struct slice json);

#endif
