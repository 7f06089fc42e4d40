/* byline.h - lines that say when and by whom an article was written. */
#ifndef ARAL_ARTICLE_BYLINE_H
#define ARAL_ARTICLE_BYLINE_H

#include "corpus/article/dates.h"

/* Whether a line has a date and hardly anything else: it fills half of the line, has a label or the
 * author before it, is the last item behind a comma ("ARALSK, 14 May 2025"), is that of a change
 * ("Last modified on ..."), or stands between bars or gaps. Lines of more than 200 bytes have none.
 */
bool byline_date(struct slice line, char date[ARTICLE_DATE_BYTES]);

/* Whether what stands in the line is set apart by white space, as in the heads of printed pages:
 * "Gazette No. 24       14 June 2024". O(length). */
bool byline_has_gap(struct slice line);

/* Where a word before the first date of a line says that it is the date of a change ("Updated
 * 14 May 2025"): the byte behind that date, or the line's length if it has none. Else 0. O(length).
 */
size_t byline_change(struct slice line);

/* The names in a line that says who wrote an article, and perhaps when: "By Nora Vance on
 * 14 May 2025", "Penulis: Ani", "Reporter Ani Lestari"; items of the line stand between bars. Empty
 * where it is no such line; names begin with capitals, and where no colon stands before them are
 * two words or more. */
struct slice byline_names(struct slice line);

/* Whether the text, of `least` words or more, may be names: words with capitals and short ones
 * between them; no number, no sentence. */
bool byline_are_names(struct slice text, size_t least);

#endif
