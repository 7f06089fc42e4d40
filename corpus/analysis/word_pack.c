/* word_pack.c - a finished word as one piece of memory: bytes that several of its tokens have in
 * common are in it once. */
#include "corpus/analysis/word_maker.h"

/* Remembers that a piece begins at byte `start`. */
static void begin_piece(struct pieces *pieces, size_t start) {
    if (pieces->count < sizeof pieces->starts / sizeof *pieces->starts) {
        pieces->starts[pieces->count++] = (uint32_t)start;
    }
}

static void append_piece(struct pieces *pieces, struct slice piece) {
    if (piece.length > 0) {
        memcpy(pieces->bytes.data + pieces->bytes.length, piece.data, piece.length);
        pieces->bytes.length += piece.length;
    }
}

/* Where the bytes of `piece` begin. They are added only where no earlier piece begins with them. */
static size_t put_piece(struct pieces *pieces, struct slice piece) {
    for (size_t i = 0; piece.length > 0 && i < pieces->count; i++) {
        const char *candidate = pieces->bytes.data + pieces->starts[i];
        if (pieces->bytes.length - pieces->starts[i] >= piece.length && *candidate == *piece.data &&
            memcmp(candidate, piece.data, piece.length) == 0) {
            return pieces->starts[i];
        }
    }
    size_t start = pieces->bytes.length;
    begin_piece(pieces, start);
    append_piece(pieces, piece);
    return start;
}

/* Adds the first form, with the code of the language before it, and the surface: most terms begin
 * with the former. Reserves room for all that comes later. False: no memory. */
static bool put_surface(struct pieces *pieces, const struct word_tokens *made, struct slice surface,
                        size_t *surface_start) {
    struct slice code = slice_of_string(made->vocabulary->language->code);
    struct slice form = made->token_count > 0 ? made->tokens[0].form : surface;
    size_t room = code.length + form.length + surface.length;
    for (size_t i = 0; i < made->token_count; i++) {
        room += made->tokens[i].term.length + made->tokens[i].form.length;
    }
    for (size_t i = 0; i < made->mark_count; i++) {
        room += made->marks[i].value.length;
    }
    bytes_clear(&pieces->bytes);
    if (!bytes_reserve(&pieces->bytes, room)) {
        return false;
    }
    pieces->count = 0;
    put_piece(pieces, code);
    begin_piece(pieces, code.length);
    append_piece(pieces, form);
    *surface_start = put_piece(pieces, surface);
    return true;
}

/* Where the bytes of tokens and marks were put. */
struct places {
    size_t terms[WORD_TOKENS], forms[WORD_TOKENS], values[WORD_MARKS];
};

/* Puts the bytes of all tokens and marks. */
static void put_tokens(struct pieces *pieces, const struct word_tokens *made,
                       struct places *places) {
    for (size_t i = 0; i < made->token_count; i++) {
        places->terms[i] = put_piece(pieces, made->tokens[i].term);
        places->forms[i] = put_piece(pieces, made->tokens[i].form);
    }
    for (size_t i = 0; i < made->mark_count; i++) {
        places->values[i] = put_piece(pieces, made->marks[i].value);
    }
}

static uint8_t count_positions(const struct word_tokens *made) {
    uint32_t positions = 1;
    for (size_t i = 0; i < made->token_count; i++) {
        uint32_t position = made->tokens[i].position;
        positions = position >= positions ? position + 1 : positions;
    }
    return (uint8_t)positions;
}

const struct word *maker_pack(struct word_maker *maker, struct slice surface, bool abbreviation,
                              struct arena *arena) {
    const struct word_tokens *made = &maker->tokens;
    struct pieces *pieces = &maker->pieces;
    struct places places;
    size_t surface_start;
    if (made->failed || maker->form.failed || !put_surface(pieces, made, surface, &surface_start)) {
        return NULL;
    }
    put_tokens(pieces, made, &places);
    size_t token_bytes = made->token_count * sizeof *made->tokens;
    size_t mark_bytes = made->mark_count * sizeof *made->marks;
    size_t size = sizeof(struct word) + token_bytes + mark_bytes + pieces->bytes.length;
    struct word *word = arena_allocate(arena, size);
    if (!word) {
        return NULL;
    }
    struct mark *marks = (struct mark *)(word->tokens + made->token_count);
    char *bytes = (char *)(marks + made->mark_count);
    memcpy(word->tokens, made->tokens, token_bytes);
    memcpy(marks, made->marks, mark_bytes);
    memcpy(bytes, pieces->bytes.data, pieces->bytes.length);
    for (size_t i = 0; i < made->token_count; i++) {
        word->tokens[i].term.data = bytes + places.terms[i];
        word->tokens[i].form.data = bytes + places.forms[i];
    }
    word->begins_compound = false;
    for (size_t i = 0; i < made->mark_count; i++) {
        marks[i].value.data = bytes + places.values[i];
        word->begins_compound |= marks[i].kind == MARK_COMPOUND;
    }
    word->vocabulary = made->vocabulary;
    word->surface = bytes + surface_start;
    word->marks = marks;
    word->length = (uint32_t)surface.length;
    word->size = (uint32_t)size;
    word->context = (uint8_t)made->context;
    word->abbreviation = abbreviation;
    word->positions = count_positions(made);
    word->token_count = (uint8_t)made->token_count;
    word->mark_count = (uint8_t)made->mark_count;
    return word;
}
