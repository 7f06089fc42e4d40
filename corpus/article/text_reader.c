/* Plain text, with or without front matter: one article a file. */
#include "corpus/article/clean.h"
#include "corpus/article/front_matter.h"
#include "corpus/article/reading.h"
#include "corpus/article/text_guess.h"
#include "corpus/article/text_head.h"
#include "corpus/article/text_links.h"
#include "corpus/article/unwrap.h"
#include "corpus/base/ascii.h"

static enum likeness recognise_text(struct slice start) {
    static const char *const others[] = {"<!doctype html", "<html", "<?xml"};
    struct slice text = slice_trim(start);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (ascii_starts_with(text, others[i])) {
            return UNLIKE;
        }
    }
    return POSSIBLE;
}

/* The kind of document, where the text is what a program wrote of one: letters and digits, but not
 * the document's. NULL where it is a text. */
static const char *name_document(struct slice text) {
    static const struct {
        const char *start, *name;
    } documents[] = {{"{\\rtf", "RTF"},
                     {"%PDF-", "PDF"},
                     {"%!PS", "PostScript"},
                     {"WARC/", "WARC"},
                     {"<?xml", "XML"}};
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        if (slice_starts_with(text, slice_of_string(documents[i].start))) {
            return documents[i].name;
        }
    }
    return NULL;
}

static enum reader_step next_text(struct reader *reader, struct article *article,
                                  struct error *error) {
    enum reader_step step = reader_load(reader, error);
    if (step != READER_ARTICLE) {
        return step;
    }
    struct draft *draft = &reader->draft;
    struct bytes clean = {0}, unlinked = {0};
    draft_clear(draft);
    clean_text(bytes_slice(&reader->document), &clean);
    const char *reason = text_head_refuse(bytes_slice(&clean));
    if (reason) {
        bytes_free(&clean);
        return reader_reject(reader, 1, ERROR_INPUT, error, "%s", reason);
    }
    const char *document = name_document(bytes_slice(&clean));
    if (document) {
        bytes_free(&clean);
        return reader_reject(reader, 1, ERROR_INPUT, error,
                             "a document in %s: save it as text or HTML", document);
    }
    text_drop_links(bytes_slice(&clean), &unlinked);
    struct slice text = bytes_slice(&unlinked);
    if (!front_matter_take(&text, draft)) {
        text_head_take(&text, draft);
    }
    text = text_guess(text, draft);
    bytes_clear(&reader->document);
    text_unwrap(text, &reader->document);
    draft_set(draft, FIELD_TEXT, bytes_slice(&reader->document));
    draft->failed = draft->failed || clean.failed || unlinked.failed || reader->document.failed;
    bytes_free(&clean);
    bytes_free(&unlinked);
    return reader_finish(reader, 1, article, error);
}

const struct article_format format_text = {
    .name = "text",
    .suffixes = "txt text md",
    .recognise = recognise_text,
    .next = next_text,
};
