#include "corpus/article/reading.h"

#include "corpus/article/encoding.h"
#include "corpus/base/hash.h"
#include "corpus/base/utf8.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

/* Says "FILE:LINE: " and what is wrong there. */
static void set_error_in_line(const struct reader *reader, size_t line, enum error_kind kind,
                              struct slice wrong, struct error *error) {
    error_set(error, kind, "%.*s:%zu: %.*s", (int)reader->shown.length, reader->shown.data, line,
              (int)wrong.length, wrong.data);
}

enum reader_step reader_reject(const struct reader *reader, size_t line, enum error_kind kind,
                               struct error *error, const char *format, ...) {
    char reason[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    set_error_in_line(reader, line, kind, slice_of_string(reason), error);
    return READER_REJECTED;
}

void reader_set_size_error(const struct reader *reader, const char *what, struct error *reason) {
    error_set(reason, ERROR_LIMIT, "%s is larger than the limit article-bytes, %zu bytes", what,
              reader->limit);
}

enum reader_step reader_reject_size(const struct reader *reader, size_t line, const char *what,
                                    struct error *error) {
    struct error reason = {0};
    reader_set_size_error(reader, what, &reason);
    return reader_reject(reader, line, ERROR_LIMIT, error, "%s", reason.message);
}

enum reader_step reader_stop(struct reader *reader, enum input_step step, const struct error *why,
                             struct error *error) {
    reader->done = true;
    if (step == INPUT_END) {
        return READER_END;
    }
    if (step == INPUT_DAMAGED) {
        return reader_reject(reader, reader->line ? reader->line : 1, why->kind, error, "%s",
                             why->message);
    }
    error_set(error, why->kind, "%.*s: %s", (int)reader->shown.length, reader->shown.data,
              why->message);
    return READER_FAILED;
}

enum reader_step reader_load(struct reader *reader, struct error *error) {
    struct error why = {0};
    struct bytes raw = {0};
    enum reader_step result = READER_ARTICLE;
    enum input_step step = input_read_all(reader->input, reader->limit, &raw, &why);
    reader->done = true;
    if (step == INPUT_TOO_LONG) {
        result = reader_reject_size(reader, 1, "the file", error);
    } else if (step != INPUT_DATA) {
        result = reader_stop(reader, step, &why, error);
    } else {
        struct slice bytes = bytes_slice(&raw);
        bytes_clear(&reader->document);
        if (!encoding_decode(bytes, encoding_declared(bytes), &reader->document, &why)) {
            reader->line = encoding_invalid_line(bytes);
            result = reader_stop(reader, why.kind == ERROR_MEMORY ? INPUT_FAILED : INPUT_DAMAGED,
                                 &why, error);
        }
    }
    bytes_free(&raw);
    return result;
}

/* "-:" and the hash of the text: a line's number would be another article's in the next input. */
static struct slice identify_by_text(struct reader *reader, struct slice text) {
    struct wide_hash hash = hash_bytes_wide(text, 0);
    bytes_clear(&reader->id);
    bytes_append_format(&reader->id, "-:%016" PRIx64 "%016" PRIx64, hash.high, hash.low);
    return bytes_slice(&reader->id);
}

/* The id, else the declared url, else the path; of standard input, the text. */
static struct slice identify(struct reader *reader, struct slice text, size_t line) {
    struct draft *draft = &reader->draft;
    if (draft_has(draft, FIELD_ID)) {
        return draft_get(draft, FIELD_ID);
    }
    if (draft->url_is_declared && draft_has(draft, FIELD_URL)) {
        return draft_get(draft, FIELD_URL);
    }
    if (slice_equal(bytes_slice(&reader->file), slice_of_string("-"))) {
        return identify_by_text(reader, text);
    }
    if (!reader->format->holds_many) {
        return bytes_slice(&reader->file);
    }
    bytes_clear(&reader->id);
    bytes_append_slice(&reader->id, bytes_slice(&reader->file));
    bytes_append_format(&reader->id, ":%zu", line);
    reader->named_count = line == reader->named_line ? reader->named_count + 1 : 1;
    reader->named_line = line;
    if (reader->named_count > 1) {
        bytes_append_format(&reader->id, ":%zu", reader->named_count);
    }
    return bytes_slice(&reader->id);
}

/* Says what an article is added without, though its source has something for it; nothing where it
 * has all. Its language is not missed: it is found out from the text. */
static void list_unread(struct draft *draft, struct bytes *out) {
    bytes_clear(out);
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        enum article_field field = (enum article_field)i;
        struct slice value = utf8_cut(draft_get_unread(draft, field), ERROR_QUOTE_BYTES);
        if (value.length > 0 && field != FIELD_LANG) {
            bytes_append_format(out, "%sits %s, which cannot be read: %.*s",
                                out->length > 0 ? "; without " : "added without ",
                                field_name(field), (int)value.length, value.data);
        }
    }
}

enum reader_step reader_finish(struct reader *reader, size_t line, struct article *article,
                               struct error *error) {
    struct error why = {0};
    if (!draft_finish(&reader->draft, article, &why)) {
        return reader_stop(reader, INPUT_FAILED, &why, error);
    }
    if (article->text.length == 0) {
        return reader_reject(reader, line, ERROR_INPUT, error, "no text");
    }
    list_unread(&reader->draft, &reader->draft.value);
    article->id = identify(reader, article->text, line);
    article->file = bytes_slice(&reader->file);
    article->line = line;
    struct slice unread = bytes_slice(&reader->draft.value);
    if (!bytes_check(&reader->id, &why) || !bytes_check(&reader->draft.value, &why)) {
        return reader_stop(reader, INPUT_FAILED, &why, error);
    }
    if (unread.length > 0) {
        set_error_in_line(reader, line, ERROR_INPUT, unread, error);
    }
    return READER_ARTICLE;
}
