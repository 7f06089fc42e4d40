/* text_head.h - `Title: ...` lines before a text, as people and mail programs write them. */
#ifndef ARAL_ARTICLE_TEXT_HEAD_H
#define ARAL_ARTICLE_TEXT_HEAD_H

#include "corpus/article/fields.h"

/* Takes such lines off the start of *text (clean, see clean.h) with the empty line behind them and
 * sets the fields of the draft: known by their names (fields.h) or by what the languages call them
 * ("Subject", "Judul", "Автор"); others are kept as unknown ones. A line that begins with white
 * space goes on with the one above. Nothing is changed where any line up to the empty one is no
 * such line, fewer than two are of known fields, or none of these is a title or a date that can be
 * read: "From: Jakarta" and "By: train" are text. Under a date they are unknown fields: "From"
 * names the author only beside a title, or with an address of mail, and where no other line does;
 * "By" only where what stands there may be names (byline.h). */
void text_head_take(struct slice *text, struct draft *draft);

/* Why the text is none that could be read: it begins with the head of mail in several parts, as
 * which browsers also save pages (MHTML, RFC 2557), or in letters that stand for others (RFC 2045,
 * 6), or it is a mailbox of several mails (mbox, RFC 4155). NULL where it is none of these. */
const char *text_head_refuse(struct slice text);

#endif
