#include "indexer/schema.h"

#include "corpus/base/ascii.h"
#include "corpus/base/hash.h"
#include "corpus/base/utf8.h"
#include "corpus/base/varint.h"
#include "corpus/unicode/normalise.h"

#include <endian.h>
#include <inttypes.h>
#include <math.h>

/* First bytes of records: the kind in the upper four bits, the version of the format below. */
enum { ARTICLE_RECORD = 0xA1, PASSAGE_RECORD = 0xB2, DICTIONARY_RECORD = 0xD1 };

/* ---- records --------------------------------------------------------------------------------- */

static void append_text(struct bytes *out, struct slice text) {
    varint_append(out, text.length);
    bytes_append_slice(out, text);
}

static void append_hash(struct bytes *out, uint64_t hash) {
    uint64_t digest = htobe64(hash);
    bytes_append(out, &digest, sizeof digest);
}

/* What is left to decode; `bad` once something did not fit. */
struct input {
    struct slice rest;
    bool bad;
};

static uint64_t take_number(struct input *input) {
    uint64_t number;
    input->bad |= !varint_take(&input->rest, &number);
    return input->bad ? 0 : number;
}

static uint32_t take_number32(struct input *input) {
    uint64_t number = take_number(input);
    input->bad |= number > UINT32_MAX;
    return (uint32_t)number;
}

static struct slice take_bytes(struct input *input, uint64_t length) {
    if (input->bad || length > input->rest.length) {
        input->bad = true;
        return slice_of("", 0);
    }
    struct slice taken = slice_of(input->rest.data, (size_t)length);
    input->rest.data += length;
    input->rest.length -= (size_t)length;
    return taken;
}

static struct slice take_text(struct input *input) {
    uint64_t length = take_number(input);
    return take_bytes(input, length);
}

static void take_language(struct input *input, char language[LANGUAGE_CODE_BYTES + 1]) {
    struct slice code = take_bytes(input, LANGUAGE_CODE_BYTES);
    memset(language, 0, LANGUAGE_CODE_BYTES + 1);
    memcpy(language, code.data, code.length);
}

static uint64_t take_hash(struct input *input) {
    uint64_t digest;
    struct slice taken = take_bytes(input, sizeof digest);
    if (input->bad) {
        return 0;
    }
    memcpy(&digest, taken.data, sizeof digest);
    return be64toh(digest);
}

static struct input begin_record(struct slice data, unsigned char kind) {
    struct input input = {.rest = data};
    struct slice first = take_bytes(&input, 1);
    input.bad |= first.length == 0 || (unsigned char)*first.data != kind;
    return input;
}

static bool end_record(const struct input *input, const char *what, struct error *error) {
    if (input->bad || input->rest.length > 0) {
        return error_set(error, ERROR_CORRUPT, "the index holds a damaged %s record", what);
    }
    return true;
}

void article_record_encode(const struct article_record *record, struct bytes *out) {
    bytes_append_byte(out, (char)ARTICLE_RECORD);
    append_text(out, record->id);
    append_text(out, record->title);
    append_text(out, record->url);
    append_text(out, record->date);
    append_text(out, record->lang);
    append_text(out, record->source);
    append_text(out, record->author);
    append_text(out, record->extra);
    append_text(out, record->file);
    varint_append(out, record->passages);
    varint_append(out, record->text_bytes);
    append_hash(out, record->hash);
}

bool article_record_decode(struct slice data, struct article_record *record, struct error *error) {
    struct input input = begin_record(data, ARTICLE_RECORD);
    record->id = take_text(&input);
    record->title = take_text(&input);
    record->url = take_text(&input);
    record->date = take_text(&input);
    record->lang = take_text(&input);
    record->source = take_text(&input);
    record->author = take_text(&input);
    record->extra = take_text(&input);
    record->file = take_text(&input);
    record->passages = take_number32(&input);
    record->text_bytes = take_number(&input);
    record->hash = take_hash(&input);
    return end_record(&input, "article", error);
}

void passage_record_encode(const struct passage_record *record, struct bytes *out) {
    bytes_append_byte(out, (char)PASSAGE_RECORD);
    append_text(out, record->id);
    varint_append(out, record->number);
    bytes_append(out, record->language, LANGUAGE_CODE_BYTES);
    varint_append(out, record->start);
    varint_append(out, record->length);
    varint_append(out, record->lead);
    append_hash(out, record->copy);
    append_text(out, record->tile);
}

bool passage_record_decode(struct slice data, struct passage_record *record, struct error *error) {
    struct input input = begin_record(data, PASSAGE_RECORD);
    record->id = take_text(&input);
    record->number = take_number32(&input);
    take_language(&input, record->language);
    record->start = take_number(&input);
    record->length = take_number32(&input);
    record->lead = take_number32(&input);
    record->copy = take_hash(&input);
    record->tile = take_text(&input);
    input.bad |= (uint64_t)record->lead + record->length > record->tile.length;
    return end_record(&input, "passage", error);
}

void dictionary_record_encode(const struct dictionary_record *record, struct bytes *out) {
    bytes_append_byte(out, (char)DICTIONARY_RECORD);
    bytes_append(out, record->language, LANGUAGE_CODE_BYTES);
    append_text(out, record->bytes);
}

bool dictionary_record_decode(struct slice data, struct dictionary_record *record,
                              struct error *error) {
    struct input input = begin_record(data, DICTIONARY_RECORD);
    take_language(&input, record->language);
    record->bytes = take_text(&input);
    return end_record(&input, "dictionary", error);
}

struct slice passage_record_text(const struct passage_record *record) {
    return slice_of(record->tile.data + record->lead, record->length);
}

const struct language *passage_record_language(const struct passage_record *record) {
    const struct language *language = language_find(slice_of_string(record->language));
    return language ? language : language_other();
}

/* ---- terms and values ------------------------------------------------------------------------ */

void schema_dictionary_term(uint32_t id, struct bytes *out) {
    bytes_append_format(out, PREFIX_DICTIONARY "%08x", id);
}

void schema_term(const char *prefix, struct slice value, struct bytes *out) {
    bytes_append_string(out, prefix);
    size_t room = XAPIAN_TERM_SIZE_MAX - strlen(prefix);
    const char *nul = value.length ? memchr(value.data, '\0', value.length) : NULL;
    if (value.length <= room && !nul) {
        bytes_append_slice(out, value);
        return;
    }
    size_t kept = nul ? (size_t)(nul - value.data) : value.length;
    kept = kept > SCHEMA_TERM_KEPT ? SCHEMA_TERM_KEPT : kept;
    struct wide_hash hash = hash_bytes_wide(value, 0);
    bytes_append(out, value.data, kept);
    bytes_append_byte(out, (char)0xFF);
    bytes_append_format(out, "%016" PRIx64 "%016" PRIx64, hash.high, hash.low);
}

void schema_article_term(struct slice id, struct bytes *out) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    struct wide_hash hash = hash_bytes_wide(id, 0);
    bytes_append_string(out, PREFIX_ARTICLE);
    for (unsigned shift = 0; shift < 48; shift += 6) {
        bytes_append_byte(out, letters[hash.low >> shift & 63]);
        bytes_append_byte(out, letters[hash.high >> shift & 63]);
    }
}

/* Makes one blank of white space between words and none of that around them, in place. */
static void join_blanks(struct bytes *text) {
    size_t length = 0;
    bool blank = false;
    for (size_t i = 0; i < text->length; i++) {
        if (ascii_is_space(text->data[i])) {
            blank = length > 0;
            continue;
        }
        if (blank) {
            text->data[length++] = ' ';
        }
        text->data[length++] = text->data[i];
        blank = false;
    }
    text->length = length;
}

void schema_source_term(struct slice source, struct bytes *out) {
    struct bytes name = {0};
    word_normalise(source, &name);
    join_blanks(&name);
    out->failed |= name.failed;
    schema_term(PREFIX_SOURCE, bytes_slice(&name), out);
    bytes_free(&name);
}

void schema_article_key(struct slice id, struct bytes *out) {
    append_hash(out, hash_bytes(id));
}

void schema_source_value(struct slice source, struct bytes *out) {
    bytes_append_slice(out, utf8_cut(source, SOURCE_VALUE_BYTES));
}

static bool is_digits(struct slice text, size_t from, size_t count) {
    if (text.length < from + count) {
        return false;
    }
    for (size_t i = from; i < from + count; i++) {
        if (!ascii_is_digit(text.data[i])) {
            return false;
        }
    }
    return true;
}

void schema_date_key(struct slice date, struct bytes *out) {
    if (!is_digits(date, 0, 4)) {
        return;
    }
    bytes_append(out, date.data, 4);
    for (size_t dash = 4; dash <= 7; dash += 3) {
        if (date.length <= dash || date.data[dash] != '-' || !is_digits(date, dash + 1, 2)) {
            return;
        }
        bytes_append(out, date.data + dash + 1, 2);
    }
}

uint32_t term_weight(double frequency, uint32_t length) {
    double norm = 1 - WEIGHT_B + WEIGHT_B * (double)length / WEIGHT_AVERAGE_LENGTH;
    double weight = frequency * (WEIGHT_K1 + 1) / (frequency + WEIGHT_K1 * norm);
    long rounded = lround(WEIGHT_SCALE * weight);
    return rounded < 1 ? 1 : (uint32_t)rounded;
}
