/* text_guess.h - what a plain text says of itself beside its front matter. */
#ifndef ARAL_ARTICLE_TEXT_GUESS_H
#define ARAL_ARTICLE_TEXT_GUESS_H

#include "corpus/article/fields.h"

/* Sets the title, date, author, source and url of the draft where they are empty and `text` (clean,
 * see clean.h) gives them for certain:
 *   - a short first line of one sentence with an empty line behind it, or a line of "=" or "-"
 *     below it, is the title; so is one without a full stop where a whole paragraph is the next
 *     line. A date may stand before it ("date 2024-07-02 Talks begin in Astana"), and between it
 *     and the empty line a few short lines with a date or the author ("By Marat Ospanov", "ARALSK,
 * 14 May 2025");
 *   - such a line below a title names the author;
 *   - a date stands on a short line of its own near the top ("Jumat, 11 Oktober 2024 | 14:20") or
 *     in the dateline of the first paragraph ("JAKARTA, 17 Juni 2025 - ..."), which may also name
 *     the agency ("BEIJING, July 1 (Xinhua) -- ..."), or near the end behind a label
 *     ("Published: 14 May 2025");
 *   - a line near the end or top names the source ("Sumber: ...") or is a bare URL.
 * Returns the text without the title's line. */
struct slice text_guess(struct slice text, struct draft *draft);

/* Sets the source of the draft where it is empty: to `value`; where that is an address, to its host
 * and the url to it. */
void text_guess_source(struct slice value, struct draft *draft);

#endif
