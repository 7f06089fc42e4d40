/* jsonl_reader.h - articles as lines of JSON, for others to read. */
#ifndef ARAL_ARTICLE_JSONL_READER_H
#define ARAL_ARTICLE_JSONL_READER_H

#include "corpus/article/article.h"
#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

#include <stdbool.h>

/* Writes an article as one line of JSON (without newline) that the jsonl reader reads back to the
 * same article; empty fields are left out, `extra` fields are merged in. False and *error
 * (ERROR_CORRUPT: `extra` is not JSON; ERROR_MEMORY). */
bool article_write_json(const struct article *article, struct bytes *out, struct error *error);

#endif
