/* formats.h - the table of article formats (format.h), and what the names of files say. */
#ifndef ARAL_ARTICLE_FORMATS_H
#define ARAL_ARTICLE_FORMATS_H

#include "corpus/article/format.h"

/* All formats, each(NAME). Adding one is adding its name here and the file with its row. */
#define ARTICLE_FORMATS(each) each(text) each(html) each(jsonl) each(feed)

/* Their names as a constant, "text|html|jsonl|feed", for tables of options. */
#define ARTICLE_FORMAT_NAMES (&(ARTICLE_FORMATS(ARTICLE_FORMAT_BEHIND_BAR))[1])
#define ARTICLE_FORMAT_BEHIND_BAR(name) "|" #name

/* The format of that name, or NULL. */
const struct article_format *article_format_find(const char *name);

/* Whether a file's name says that it is compressed, as input.h reads it. */
bool format_is_packed(struct slice path);

/* Whether a file's name says that it is what pages are made with, and no article: a style sheet,
 * script, picture or font. */
bool format_is_page_part(struct slice path);

/* Whether a file's name says that an editor or a program left it beside the file it was made of:
 * "a.txt~", "#a.txt#", "a.txt.bak". */
bool format_is_backup(struct slice path);

/* The format of a file by its name and first bytes. */
const struct article_format *format_choose(struct slice path, struct slice start);

#endif
