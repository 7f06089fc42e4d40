/* date_times.c - the notations of times of day and of time zones. */
#include "corpus/article/date_reading.h"

#include "corpus/languages/labels.h"
#include "corpus/unicode/normalise.h"

/* RFC 822, section 5.1, and Moscow's; those that a language has are among its number_words. */
static const struct zone_name {
    const char *name;
    int minutes;
} zone_names[] = {
    {"Z", 0},      {"UT", 0},     {"UTC", 0},    {"GMT", 0},    {"EST", -300},
    {"EDT", -240}, {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360},
    {"PST", -480}, {"PDT", -420}, {"MSK", 180},
};

/* "+05:00", "-0330", "+05"; with `fewest` 1 also "+5". */
static bool read_offset(struct slice text, size_t *at, size_t fewest, struct moment *moment) {
    size_t here = *at;
    int hours, minutes = 0;
    if (!date_read_byte(text, &here, "+-")) {
        return false;
    }
    int sign = text.data[here - 1] == '-' ? -1 : 1;
    if (!date_read_number(text, &here, fewest, 2, &hours)) {
        if (!date_read_number(text, &here, 4, 4, &minutes)) {
            return false;
        }
        hours = minutes / 100;
        minutes %= 100;
    } else if (date_read_byte(text, &here, ":") && !date_read_number(text, &here, 2, 2, &minutes)) {
        return false;
    }
    if (hours > 23 || minutes > 59) {
        return false;
    }
    moment->has_zone = true;
    moment->zone = (hours * 60 + minutes) * sign;
    *at = here;
    return true;
}

/* What a zone of that name is east of Greenwich. */
static bool find_zone(struct slice name, int *minutes) {
    for (size_t i = 0; i < sizeof zone_names / sizeof *zone_names; i++) {
        if (ascii_equal(name, zone_names[i].name)) {
            *minutes = zone_names[i].minutes;
            return true;
        }
    }
    const struct number_word *word = date_find_number_word(name, NUMBER_WORD_HOUR);
    *minutes = word ? word->value : 0;
    return *minutes != 0;
}

/* "+05:00", "WIB", "(GMT+7)". */
static void read_zone(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    date_skip_bytes(text, &here, " ");
    bool bracketed = date_read_byte(text, &here, "(");
    if (!read_offset(text, &here, 2, moment)) {
        if (!find_zone(date_read_word(text, &here), &moment->zone)) {
            return;
        }
        moment->has_zone = true;
        read_offset(text, &here, 1, moment); /* "GMT+0500" */
    }
    if (bracketed) {
        date_read_byte(text, &here, ")");
    }
    *at = here;
}

/* "am", "p.m." */
static void read_half(struct slice text, size_t *at, int *hour) {
    size_t here = *at;
    date_skip_bytes(text, &here, " ");
    bool late = here < text.length && (text.data[here] | 0x20) == 'p';
    if (*hour < 1 || *hour > 12 || !date_read_byte(text, &here, "aApP")) {
        return;
    }
    date_read_byte(text, &here, ".");
    if (date_read_byte(text, &here, "mM")) {
        date_read_byte(text, &here, ".");
        *hour = *hour % 12 + (late ? 12 : 0);
        *at = here;
    }
}

/* Whether a time zone is at byte `at`. */
static bool is_zone(struct slice text, size_t at) {
    struct moment moment = {0};
    read_zone(text, &at, &moment);
    return moment.has_zone;
}

/* "09.30 WIB", "05.00 GMT": without a zone or, as `labelled` says, a word before it ("pukul 09.30")
 * that is rather a number with decimals. */
static bool read_clock_of_points(struct slice text, size_t *at, bool labelled,
                                 struct moment *moment) {
    int hour, minute;
    size_t here = *at;
    if (!date_read_number(text, &here, 2, 2, &hour) || !date_read_byte(text, &here, ".") ||
        !date_read_number(text, &here, 2, 2, &minute) || !(labelled || is_zone(text, here))) {
        return false;
    }
    moment->hour = hour;
    moment->minute = minute;
    *at = here;
    return true;
}

/* "9:30", "09:30:00" */
static bool read_clock(struct slice text, size_t *at, bool labelled, struct moment *moment) {
    size_t here = *at;
    if (read_clock_of_points(text, at, labelled, moment)) {
        return true;
    }
    if (!date_read_number(text, &here, 1, 2, &moment->hour) || !date_read_byte(text, &here, ":") ||
        !date_read_number(text, &here, 2, 2, &moment->minute)) {
        return false;
    }
    *at = here;
    if (date_read_byte(text, &here, ":") && date_read_number(text, &here, 2, 2, &moment->second)) {
        *at = here;
    }
    return true;
}

/* Passes what stands between a day and its time: signs, and words as in "2024 г. в 09:30". Returns
 * whether there was such a word. Where there is none, a dash may stand right before the time; words
 * behind a dash are the article's, as in "JAKARTA, 11 Juni 2024 - Pukul 09.30 WIB". */
static bool skip_to_time(struct slice text, size_t *at) {
    enum { MOST_WORDS = 2 };
    static const char signs[] = " ,|";
    bool labelled = false;
    date_skip_bytes(text, at, signs);
    for (int words = 0; words < MOST_WORDS; words++) {
        size_t here = *at;
        char form[WORD_SHORT_BYTES];
        struct slice word = date_read_word(text, &here);
        if (word.length == 0 || !label_find(word_normalise_short(word, form), LABEL_TIME)) {
            break;
        }
        labelled = true;
        date_read_byte(text, &here, ".");
        date_skip_bytes(text, &here, signs);
        *at = here;
    }
    size_t behind = *at;
    date_skip_bytes(text, &behind, " -");
    *at = labelled || !is_digit(text, behind) ? *at : behind;
    return labelled;
}

/* "T09:30:00.123Z", " 09:30 +0500", ", 3:45 p.m."; also "T093000Z" and "T0930". */
void date_read_time(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    int number;
    bool marked = date_read_byte(text, &here, "Tt") && is_digit(text, here), labelled = false;
    if (!marked) {
        here = *at;
        labelled = skip_to_time(text, &here);
        if (here == *at) {
            return;
        }
    }
    if ((marked || here == *at + 1) && date_read_number(text, &here, 6, 6, &number)) {
        moment->hour = number / 10000;
        moment->minute = number / 100 % 100;
        moment->second = number % 100;
    } else if (marked && date_read_number(text, &here, 4, 4, &number)) {
        moment->hour = number / 100;
        moment->minute = number % 100;
    } else if (!read_clock(text, &here, labelled, moment)) {
        return;
    }
    if (is_digit(text, here + 1) && date_read_byte(text, &here, ".,")) {
        while (is_digit(text, here)) {
            here++;
        }
    }
    read_half(text, &here, &moment->hour);
    if (moment->hour > 23 || moment->minute > 59 || moment->second > 60) {
        return;
    }
    moment->has_time = true;
    *at = here;
    read_zone(text, at, moment);
}

/* "14:05", "9:30 AM EDT" */
bool date_read_clock(struct slice text, size_t *at, struct moment *moment) {
    size_t here = *at;
    if (!read_clock(text, &here, false, moment)) {
        return false;
    }
    read_half(text, &here, &moment->hour);
    read_zone(text, &here, moment);
    if (moment->hour > 23 || moment->minute > 59 || moment->second > 60) {
        return false;
    }
    moment->has_time = true;
    *at = here;
    return true;
}
