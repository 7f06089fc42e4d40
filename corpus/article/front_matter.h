/* front_matter.h - `key: value` lines between two lines of `---` before a text, or TOML's `key =
 * value` between two of `+++`. */
#ifndef ARAL_ARTICLE_FRONT_MATTER_H
#define ARAL_ARTICLE_FRONT_MATTER_H

#include "corpus/article/fields.h"

/* Takes the front matter off the start of *text (clean, see clean.h) and sets the fields of the
 * draft; keys that are no fields are kept as unknown ones. `...` may close what `---` opens; of
 * TOML's tables the keys are taken like others. Values may be written as in YAML:
 * quoted, as a list, on the lines below; of authors in a list all are taken. False, and nothing is
 * changed, where the text has none: no closing line, or a line between that cannot be front matter.
 */
bool front_matter_take(struct slice *text, struct draft *draft);

#endif
