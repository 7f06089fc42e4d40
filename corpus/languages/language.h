/* language.h - what Aral knows of a language: one row, made by the folder of its name.
 *
 * Adding a language is adding corpus/languages/CODE/ with a file that defines
 * `const struct language language_CODE`; the build finds the folder, nothing else is edited. */
#ifndef ARAL_LANGUAGES_LANGUAGE_H
#define ARAL_LANGUAGES_LANGUAGE_H

#include "corpus/base/slice.h"
#include "corpus/languages/clues.h"

#include <stdbool.h>
#include <stddef.h>

struct dictionary;
struct stemmer;
struct stem_pair;
struct word_forms;

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_OTHER };

/* What a word means beside a number. The parsing of quantities and dates is the analyzer's; only
 * their words belong to the languages. */
enum number_word_kind {
    NUMBER_WORD_CARDINAL, /* "dua", "двух": is the number `value` itself */
    NUMBER_WORD_ORDINAL,  /* "kedua": is 2nd and II besides being a word; a form or a stem */
    NUMBER_WORD_TEEN,     /* "belas": adds ten to the number before it */
    NUMBER_WORD_QUARTERS, /* "half", "полтора": is or adds `value` quarters. One with a `unit`
                             is counted by the number before it ("три четверти") */
    NUMBER_WORD_PART,     /* "thirds": a fraction of as many parts as `value`, by the number before
                             it. One with a `unit` is 1 of them without ("sepertiga") */
    NUMBER_WORD_ZERO,     /* "nol": before decimals or among them */
    NUMBER_WORD_POINT,    /* "koma", "point": decimals in letters follow; with `value` 1 these
                             say their place ("две целых ...") */
    NUMBER_WORD_PLACE,    /* "десятых": that place, `value` behind the point */
    NUMBER_WORD_MAGNITUDE, /* "miliar", "млрд": `value` is the power of ten, 9. One with the
                              `unit` "1" is 1 of it where no number stands before ("миллион"),
                              one with "$" counts money alone ("Rp 1,5 T") */
    NUMBER_WORD_CURRENCY,  /* "rp", "dolar singapura": `unit` is the ISO 4217 code. One with
                              `value` 1 is something else in capitals: "Rs", but not "RS" */
    NUMBER_WORD_PERCENT,   /* "persen" */
    NUMBER_WORD_MONTH, /* "juni", "июня": `value` is 1 to 12. With a `unit` it is such a form
                          as days in letters have behind them ("второго марта") */
    NUMBER_WORD_ORDINAL_PREFIX, /* "ke": makes an ordinal of the number behind its hyphen */
    NUMBER_WORD_ORDINAL_SUFFIX, /* "th", "го": the same, right behind the number or its hyphen. With
                                   `value` 10 it makes decades of tens, too ("1990s"); one with a
                                   `unit` is that rather where no hyphen is before it ("5м"). With
                                   `value` 1900 those of the 20th century need nothing beside them
                                   to be told from ages ("90-х") */
    NUMBER_WORD_DECADE,         /* "nineties": `value` is 90; 10 where it counts them by the number
                                   before it ("sembilan puluhan"); more than 1900 as above */
    NUMBER_WORD_MEASURE,        /* "km", "кг": a unit of measure, a word of its own in "10km".
                                   `unit` is what it is told in and `value` which power of ten of
                                   that it is: 3 of "m". One without a `unit` is not told */
    NUMBER_WORD_RATE,           /* "per hour", "/ч": makes another unit of the one before it, with
                                   `unit` behind that one's: "km/h" */
    NUMBER_WORD_HOUR,     /* "WIB", "часов": the number before it is a time of day; with a
                             `unit`, one without minutes is only behind that word ("В 14
                             часов"). `value`: the minutes that a zone is east of Greenwich */
    NUMBER_WORD_HALF_DAY, /* "pm", "sore": the same, within twelve hours from `value` on */
    NUMBER_WORD_SIGN,     /* "minus": makes a temperature below zero of the number behind it, where
                             `value` is -1 */
    NUMBER_WORD_BELOW,    /* "мороза", "below zero": the same, behind the degrees */
    NUMBER_WORD_LINK,     /* "of": may stand between a day and its month */
};

struct number_word {
    const char *form; /* normalised, without a last full stop ("тыс"); each inflected form is a row;
                         several words are separated by single spaces ("долларов сша") */
    enum number_word_kind kind;
    int value;
    const char *unit;
};

/* What a question asks for. Years and numbers are written alike in all languages. */
enum answer_kind {
    ANSWER_NONE,   /* nothing */
    ANSWER_YEAR,   /* "when": 1987 */
    ANSWER_NUMBER, /* "how many": any number that is no year */
    ANSWER_OTHER,  /* "who", "why" */
};

struct question_word {
    const char *form; /* normalised; several words are separated by single spaces ("how many") */
    enum answer_kind kind;
};

/* The keys of a US keyboard that have letters in some layout, row by row: what other layouts are
 * written against. */
#define LANGUAGE_KEYS "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"

/* How letters of a language are written by those who have only Latin ones: "zh" for "ж". */
struct romanisation {
    const char *latin;   /* lower case; NULL ends a list */
    const char *letters; /* normalised */
};

/* Bytes of a language's code, which the terms of its stems begin with. */
#define LANGUAGE_CODE_BYTES 2

/* No stem may be longer: stemmers get a buffer of this size. A term of Xapian's has 245 bytes. */
#define LANGUAGE_STEM_BYTES 200

struct language {
    const char *code;        /* ISO 639-1, two lower case letters; terms begin with it */
    const char *name;        /* in English */
    const char *native_name; /* in itself */
    /* Codes that metadata have for it, too, those of ISO 639-2 and -3; may be NULL. */
    const char *const *other_codes;
    enum script script;

    /* Per-thread state of the stemmer (stemmer.h); both may be NULL where it needs none. */
    struct stemmer *(*stemmer_new)(void);
    void (*stemmer_free)(struct stemmer *stemmer);

    /* Writes the stem of `form` (normalised by word_normalise, at most LANGUAGE_STEM_BYTES) to
     * `stem`, returns its length; 0 means: keep the form. */
    size_t (*stem)(struct stemmer *stemmer, struct slice form, char *stem);

    /* Stems of names, with those forms (stemmer.h) of which small letters make another word:
     * "Газа" is Gaza, "газа" is of gas. Their first two bytes are those of the stem. Where the
     * other word is a function word with the same stem, the name's has a full stop behind it
     * ("will."). NULL: there are none. */
    const struct word_forms *names;

    /* Adds a clue for every way in which forms of letters alone may be written whose stem this is,
     * so that each of them shows one, the stem itself as well: texts are searched by them. NULL:
     * nothing is known, so that every word of a text is stemmed. */
    void (*clues)(const struct stemmer *stemmer, struct slice stem, struct clues *clues);

    /* What is left of `form`, as above, without the clitics or the doubling that leave its meaning
     * as it is ("hasilnya", "kasus-kasus"), so that dictionaries do not list it: a part of it with
     * the same stem; all of it where there are none. NULL: all forms are what they are. */
    struct slice (*bare_form)(struct stemmer *stemmer, struct slice form);

    /* Writes the `number`th (from 0) stem that is related to `stem` without being the same word (a
     * country and its adjective, a verb and its noun) to `related`, returns its length; 0 when
     * there are no more. A query may add them at a lower weight. NULL: there are none. */
    size_t (*related)(struct stemmer *stemmer, struct slice stem, size_t number, char *related);

    /* Two stems, one space between them, that are also written as one word ("kerja sama",
     * "kerjasama") or that mean together what neither tells ("undur diri", resign): where they
     * stand side by side, the two without the space are a term as well. The second may be * for any
     * word ("anti *"). NULL-terminated. */
    const char *const *compounds;

    /* Function words and question words, normalised, NULL-terminated list. They are indexed and
     * weigh little; a query drops them while content words remain. */
    const char *const *function_words;

    /* Those of them that make the opposite of what is beside them ("tidak stabil", "without
     * work"), normalised; NULL-terminated. NULL: none. */
    const char *const *negations;

    /* Those of them that make another word of the verb before them ("lay off"), normalised;
     * NULL-terminated. NULL: none. */
    const char *const *particles;

    /* Those of them that stand behind a word cut short, whose hyphen is no part of the next word
     * ("pre- AND post-war"), normalised; NULL-terminated. NULL: none. */
    const char *const *conjunctions;

    /* Abbreviations behind which a full stop does not end a sentence, normalised, without the last
     * stop ("u.s", "dr", "тыс"); NULL-terminated. */
    const char *const *abbreviations;

    /* Others that are abbreviations before a number alone, behind which any word may begin a
     * sentence with one ("No. 5", "hal. 12"): as above. NULL: none. */
    const char *const *abbreviations_of_numbers;

    /* Latin letters with marks are none of its own, and tell no words apart: "café" is "cafe". */
    bool bare_latin;

    /* Clitics behind an apostrophe or hyphen that are not part of the word ("'s", "-nya", "-lah"),
     * normalised with ' and - ; NULL-terminated. */
    const char *const *clitics;

    /* Affixes of the word between two hyphens, before and behind it ("ke-NU-an", "mem-PHK-kan"),
     * normalised, without hyphens; NULL-terminated. A query does not ask for them. NULL: none. */
    const char *const *hyphenated_starts;
    const char *const *hyphenated_ends;

    /* What the language is told from others by, beside its function words. Each may be NULL.
     *   - alphabet: the letters it is written with, in lower case without ё, as one string;
     *   - dictionary: the words it has;
     *   - knows: whether `form` is a form of one of them, asked for texts that are in doubt
     *     without;
     *   - endings: those that words outside of the dictionary may have in this language and
     *     have not in its neighbours, NULL-terminated. */
    const char *alphabet;
    const struct dictionary *dictionary;
    bool (*knows)(struct slice form);
    const char *const *endings;

    /* Words that show that a text in this script is in another language: the function words of the
     * neighbours, without those that are words of this one as well. Normalised, NULL-terminated. */
    const char *const *foreign_words;

    /* Words of a twin of this language (Malay beside Indonesian) which this one does not have.
     * Nearly all words around them are in both languages, so they weigh as much as all these. As
     * above; NULL: there is no twin. */
    const char *const *twin_words;

    /* Hyphenated words. `form`, normalised, with '-' between its parts, is either one word, whose
     * stem is written to `stem` and whose length returned ("negara-negara" -> "negara",
     * "sayur-mayur" -> "sayur-mayur"); or a compound like any other, found whole and by its parts:
     * 0 is returned. NULL: all are compounds. */
    size_t (*stem_hyphenated)(struct stemmer *stemmer, struct slice form, char *stem);

    /* Stems of words that mean something else right behind a number and its hyphen, and what they
     * are there: "25-летний" is of years, "летний" of summer (stemmer.h). NULL: there are none. */
    const struct stem_pair *behind_numbers;

    /* Words beside numbers; ended by a row whose form is NULL. NULL: none. A word that this
     * language does not have is looked up in the other languages' lists. */
    const struct number_word *number_words;

    /* Words around numbers in letters. Each list is normalised, of at most 16 bytes a word,
     * NULL-terminated, and may be NULL.
     *   - number_ands: may stand within a number ("two hundred AND five", "two AND A half");
     *   - number_articles: make one of a magnitude ("A million dollars");
     *   - before_decades, behind_decades: show, right before or behind two digits, that a
     *     decade of the 20th century is meant and not an age ("THE 90s", "90-е ГОДЫ"). */
    const char *const *number_ands;
    const char *const *number_articles;
    const char *const *before_decades;
    const char *const *behind_decades;

    /* What stands between both ends of a range ("5 TO 7 percent"), or before the first one and
     * between both ("BETWEEN 5 AND 7"). As above; NULL: nothing but dashes. */
    const char *const *range_words;

    /* More words beside numbers, as above.
     *   - day_ands: stand before the last of several days ("1 AND 5 May");
     *   - before_times: stand before a time of day that could else be a number with decimals
     *     ("В 14.30");
     *   - before_hours: stand before one without minutes ("PUKUL 14"). */
    const char *const *day_ands;
    const char *const *before_times;
    const char *const *before_hours;

    /* What is numbered in Roman numerals ("век", "chapter", "pope"): beside such a word a single
     * letter is a numeral that elsewhere is none ("X"). Normalised forms or stems, abbreviations
     * with their full stop ("в."); NULL-terminated. NULL: none. */
    const char *const *numbered_words;

    /* Forms of such words that digits before them number and do not count: "19 век" is the 19th
     * century, "19 веков" are so many. Normalised, abbreviations with their full stop;
     * NULL-terminated. NULL: none. */
    const char *const *numbered_behind;

    /* Words that, behind what could else be a day or the number of a numbered word, show that it
     * counts: "May 5 and 12 OTHERS", "3 века НАЗАД". As above, of at most 16 bytes each. */
    const char *const *behind_counts;

    /* For a language with a function word that looks like a numeral ("I"): words that, right behind
     * it, show that it is no numeral ("I want"). Normalised, NULL-terminated. NULL: none. */
    const char *const *behind_pronoun;

    /* Words that ask. They tell a question from keywords. Where they ask for a year or a number, a
     * passage that has one beside the other words of the query ranks higher. At least one word of a
     * row is a function word. Of two rows that stand in a query the longer one counts: it may ask
     * for something else, or for nothing ("kapan saja"). Ended by a row whose form is NULL. NULL:
     * none. */
    const struct question_word *question_words;

    /* What people say before what they ask for, one after the other ("please", "tell me", "news
     * about"): at the beginning of a query its words are function words, "tell" as well. What may
     * be meant itself is none of these: "search for survivors". Normalised; NULL-terminated. NULL:
     * none. */
    const char *const *requests;

    /* What it has for OR, AND and NOT in a query, in capitals as they must be typed ("ATAU");
     * NULL-terminated. NULL: nothing. OR, AND and NOT are understood whatever the language. */
    const char *const *or_words;
    const char *const *and_words;
    const char *const *not_words;

    /* Sign before the fraction (',' in 70,2) and between groups of three digits ('.' in 1.234);
     * a group sign of ' ' stands for all the spaces. 0: as the number itself tells. Where the
     * decimal sign is a comma, the day stands before the month in 17/6/2025 and (17/6). */
    char decimal_sign, group_sign;

    /* Lists of labels, each normalised, without signs or numbers around it; NULL-terminated. NULL:
     * none.
     *   - page_labels: lines of a page that are not of its article ("read also"), also found as
     *     words in HTML classes;
     *   - comment_labels: likewise for the comments of readers, also found as whole class
     *     names;
     *   - source_, title_, date_, author_ and url_labels: what stands before the source
     *     ("source"), the title ("headline"), the date, the author and the address ("link");
     *   - change_labels: single words before the date of a change ("updated");
     *   - byline_labels: what may stand before the author without a colon ("by");
     *   - sender_labels: what mail programs write before the sender ("from");
     *   - appeal_labels: whole words with which a sentence that has a link begins when it calls
     *     the reader elsewhere ("follow us");
     *   - rights_labels: the same of one that forbids copying ("all rights reserved");
     *   - time_labels: words between a date and its time ("at");
     *   - weekdays: the days of the week from Monday on, in full, and again in seven for each way
     *     in which dates have them ("mon", "tue", ...). */
    const char *const *page_labels;
    const char *const *comment_labels;
    const char *const *source_labels;
    const char *const *title_labels;
    const char *const *date_labels;
    const char *const *change_labels;
    const char *const *author_labels;
    const char *const *byline_labels;
    const char *const *sender_labels;
    const char *const *appeal_labels;
    const char *const *rights_labels;
    const char *const *url_labels;
    const char *const *time_labels;
    const char *const *weekdays;

    /* How the language is typed.
     *   - vowels: letters that are easily taken for one another, as one string;
     *   - keyboard: the letters of its usual layout in the order of LANGUAGE_KEYS; NULL where
     *     these are the same;
     *   - romanisations: all ways in which its letters are typed in Latin ones, ended by a row
     *     whose `latin` is NULL; NULL where it is written in Latin letters anyway. */
    const char *vowels;
    const char *keyboard;
    const struct romanisation *romanisations;
};

/* All languages in the order of their codes; `language_count()` of them. */
size_t language_count(void);
const struct language *language_at(size_t number);

/* The same, and language_other() at `language_count()`: all that a passage may be in. */
const struct language *language_at_or_other(size_t number);

/* By ISO 639-1 code; language_other() for "xx"; NULL where there is none. */
const struct language *language_find(struct slice code);

/* By what metadata call it: by a tag ("en-US" of BCP 47, "id_ID" of POSIX) that begins with its
 * code or another one of it ("eng"), or by one of its names; NULL where there is none. */
const struct language *language_find_tag(struct slice tag);

/* Whether `form`, normalised, is a word of the language, as far as its dictionary and its rules
 * tell; and whether it is one of any language. Some microseconds for each. */
bool language_knows(const struct language *language, struct slice form);
bool language_any_knows(struct slice form);

/* The stem in language.names that has `form`, normalised; empty: it is no such name. O(names). */
struct slice language_find_name(const struct language *language, struct slice form);

/* Whether `form`, normalised, is a function word of any of them. */
bool language_is_function_word(struct slice form);

/* Code "xx": text in none of the languages above. Its words are searched unstemmed. Its
 * number_words are what all languages share: symbols and ISO 4217 codes of currencies, and symbols
 * of units of measure. */
const struct language *language_other(void);

#endif
