/* word_maker.h - how the files that make words of surfaces (word_make.c, word_parts.c,
 * word_numbers.c, word_compound.c, word_pack.c) work together. Nobody else needs it: the others
 * read word_make.h.
 *
 * A maker works on one word at a time. What goes wrong for want of memory is noted in
 * `tokens.failed` and told once, by maker_pack. All offsets are bytes in `tokens.surface`. */
#ifndef ARAL_ANALYSIS_WORD_MAKER_H
#define ARAL_ANALYSIS_WORD_MAKER_H

#include "corpus/analysis/scan.h"
#include "corpus/analysis/word.h"
#include "corpus/analysis/word_tokens.h"

/* A segment of the surface word; what lies between two parts are signs. */
struct part {
    size_t start, end; /* bytes in the surface */
    bool number;       /* it is of digits; else of letters */
};

/* Bytes that a finished word points to, each run of them once: most terms begin as the form or the
 * surface does. The bytes never move while pieces are put (word_pack.c reserves them). */
struct pieces {
    struct bytes bytes;
    uint32_t starts[2 * WORD_TOKENS + WORD_MARKS + 4]; /* where pieces begin */
    size_t count;
};

struct word_maker {
    struct arena arena; /* of the word being made */
    struct word_tokens tokens;
    struct part parts[SURFACE_PARTS];
    size_t part_count;
    bool looks_latin;       /* all letters are Cyrillic look-alikes in a word of signs or digits */
    struct bytes form;      /* of the whole word, normalised */
    struct bytes part_form; /* of the part that was asked for last */
    struct bytes repaired;  /* scratch: letters in the alphabet that was meant */
    struct pieces pieces;
};

/* ---- word_parts.c: forms and parts ----------------------------------------------------------- */

/* Appends the normalised form of the surface from byte `start` to `end`. Letters that were typed in
 * the wrong alphabet are repaired; returns whether there were any. */
bool maker_append_form(struct word_maker *maker, size_t start, size_t end, struct bytes *out);

/* The form of one part, in maker->part_form: it lives until the next call. Adds TOKEN_REPAIRED to
 * *flags where letters of it were repaired. */
struct slice maker_part_form(struct word_maker *maker, const struct part *part, unsigned *flags);

/* The form of the whole word, in maker->form. Each part is repaired by itself, since a compound may
 * well tie words of two alphabets ("VIP-зал"). */
struct slice maker_whole_form(struct word_maker *maker, unsigned *flags);

/* Fills maker->parts with the words of UAX #29, which are cut further at full stops between letters
 * and at low lines. */
void maker_cut_parts(struct word_maker *maker);

/* Whether `is_tie` holds for what lies between any two parts, and nothing is behind the last. There
 * is at least one part. */
bool maker_is_tied_by(const struct word_maker *maker, bool (*is_tie)(struct slice signs));

/* Whether signs are one hyphen and nothing else. */
bool sign_is_hyphen(struct slice signs);

/* Adds letters with their normalised form, of a part or of the whole word. In capitals that all
 * look Latin they are found as they were typed, too: "АН-124" is an Ан-124. */
void maker_add_letters(struct word_maker *maker, struct span span, struct slice form);

/* ---- word_numbers.c -------------------------------------------------------------------------- */

/* Adds a part of digits: a number where it can be read as one, else its mere form. */
void maker_add_number_part(struct word_maker *maker, struct span span, struct slice form,
                           enum number_role role);

/* What a normalised word means beside a number; NULL: nothing. */
const struct number_word *maker_number_word(const struct word_maker *maker, struct slice form);

/* Each of these adds the tokens of a word that is wholly what the function is named after; false,
 * and nothing added, where it is not that. */
bool maker_make_number(struct word_maker *maker, struct slice form); /* or a date */
bool maker_make_date_and_hour(struct word_maker *maker);             /* "2025-06-17T10" */
bool maker_make_glued(struct word_maker *maker);                     /* "Rp1.234", "10km", "17th" */
bool maker_make_ordinal(struct word_maker *maker);                   /* "ke-17", "17-й" */

/* Where the digits end that letters may touch, in the first `end` bytes of the surface: behind the
 * last one, but for that of a power, as in "500m2". 0: there are none. */
size_t maker_end_of_number(struct slice surface, size_t end);

/* Adds the decade or other ordinal that ends with part `i` or the one behind it: in "mid-1990s",
 * "1980-1990-х", "19th-century". Returns the number of the part behind it, or `i` where there is
 * none. */
size_t maker_make_ordinal_part(struct word_maker *maker, size_t i, uint32_t position);

/* ---- word_compound.c ------------------------------------------------------------------------- */

/* Adds a word of several parts, or with signs: as a whole and in its parts, or, where the language
 * says that it is one word ("negara-negara"), as that. */
void maker_make_compound(struct word_maker *maker);

/* ---- word_pack.c ----------------------------------------------------------------------------- */

/* The gathered tokens and marks as a word of `surface` in `arena`; NULL: no memory. */
const struct word *maker_pack(struct word_maker *maker, struct slice surface, bool abbreviation,
                              struct arena *arena);

#endif
