#include "corpus/analysis/clock.h"

#include "corpus/analysis/numbers.h"
#include "corpus/base/ascii.h"

#include <stdio.h>

#define HOURS 24
#define HALF_DAY (HOURS / 2)
#define MINUTES 60

/* A time of day, as far as it is read. */
struct clock {
    unsigned hour, minute;
    char sign;    /* before the minutes; 0: none are said */
    bool counted; /* it is how much of what the word behind is: "2.50 million" */
    bool certain;
    uint32_t end;
    size_t next; /* number of the mark behind */
};

/* Reads one or two digits at byte `at`, up to `end`; returns the byte behind them, `at` where there
 * are none or more. */
static uint32_t read_digits(struct slice text, uint32_t at, uint32_t end, unsigned *value) {
    uint32_t start = at;
    *value = 0;
    while (at < end && at - start <= 2 && ascii_is_digit(text.data[at])) {
        *value = *value * 10 + (unsigned)(text.data[at++] - '0');
    }
    return at - start <= 2 ? at : start;
}

/* Takes the two digits behind a colon that touches what is read: minutes, or seconds, which are not
 * told. */
static bool take_colon(const struct finder *finder, struct clock *clock, unsigned *value) {
    struct slice text = finder->q->text;
    size_t i = clock->next;
    const struct mark *mark = finder_mark(finder, &i);
    if (!mark_is_number(mark) || !finder_is_byte(text, clock->end, ':') ||
        mark->start != clock->end + 1 || mark->end != mark->start + 2 ||
        read_digits(text, mark->start, mark->end, value) != mark->end || *value >= MINUTES) {
        return false;
    }
    clock->end = mark->end;
    clock->next = i + 1;
    return true;
}

/* "14", "14.30", "14:30", "14:30:15". */
static bool read_digits_of(const struct finder *finder, size_t i, struct clock *clock) {
    struct slice text = finder->q->text;
    const struct mark *mark = &finder->q->marks[i];
    unsigned seconds;
    uint32_t sign = read_digits(text, mark->start, mark->end, &clock->hour);
    if (sign == mark->start || (mark->start > 0 && text.data[mark->start - 1] == ':')) {
        return false;
    }
    clock->end = mark->end;
    clock->next = i + 1;
    if (sign == mark->end) {
        clock->sign = take_colon(finder, clock, &clock->minute) ? ':' : 0;
        if (clock->sign) {
            take_colon(finder, clock, &seconds);
        }
    } else {
        clock->sign = text.data[sign];
        if (clock->sign != '.' || mark->end != sign + 3 ||
            read_digits(text, sign + 1, mark->end, &clock->minute) != mark->end) {
            return false;
        }
    }
    return clock->minute < MINUTES &&
           (clock->hour < HOURS || (clock->hour == HOURS && clock->minute == 0));
}

/* What the word behind means beside a number; NULL: nothing. */
static const struct number_word *word_behind(const struct finder *finder, const struct clock *clock,
                                             const struct token **token) {
    const struct quantity_text *q = finder->q;
    *token = finder_token_behind(finder, clock->next - 1, clock->end);
    return *token && vocabulary_may_be_number_word(q->vocabularies, (*token)->form)
               ? vocabulary_number_word(q->vocabularies, q->vocabulary, (*token)->form)
               : NULL;
}

static bool is_of_time(const struct number_word *word) {
    return word && (word->kind == NUMBER_WORD_HOUR || word->kind == NUMBER_WORD_HALF_DAY);
}

/* The hour that one up to twelve is within the half of the day that begins with hour `first`. */
static unsigned hour_within(unsigned hour, unsigned first) {
    hour %= HALF_DAY;
    while (hour < first) {
        hour += HALF_DAY;
    }
    return hour % HOURS;
}

/* Takes the words behind the time that begins at byte `start`: "часа дня", "pm", "WIB". */
static void take_words(const struct finder *finder, uint32_t start, struct clock *clock) {
    const struct token *token;
    const struct number_word *word = word_behind(finder, clock, &token);
    const struct language *language = finder->q->vocabulary->language;
    bool listed =
        clock->sign
            ? language->before_times && finder_lists_before(finder, start, LISTED_BEFORE_TIME)
            : language->before_hours && finder_lists_before(finder, start, LISTED_BEFORE_HOUR);
    clock->counted = number_word_counts(word);
    clock->certain = clock->sign == ':' || (listed && !clock->counted);
    while (is_of_time(word)) {
        if (!clock->certain && !clock->sign && !listed && word->unit &&
            !finder_follows(finder, start, slice_of_string(word->unit))) {
            return;
        }
        clock->certain = true;
        clock->end = token->end;
        if (word->kind == NUMBER_WORD_HALF_DAY && clock->hour <= HALF_DAY && clock->hour > 0) {
            clock->hour = hour_within(clock->hour, (unsigned)word->value);
            return;
        }
        word = word_behind(finder, clock, &token);
    }
}

size_t clock_find(struct finder *finder, size_t i) {
    const struct mark *mark = &finder->q->marks[i];
    struct clock clock = {.hour = 0};
    if (!mark_is_number(mark) || mark->spelled || mark->ordinal ||
        !read_digits_of(finder, i, &clock)) {
        return i;
    }
    /* A full stop is a decimal sign to those who have no comma for it. */
    bool possible = clock.sign && finder->q->vocabulary->language->decimal_sign == ',';
    take_words(finder, mark->start, &clock);
    if (!clock.certain && (clock.counted || !possible)) {
        return i;
    }
    char text[sizeof "4294967295:4294967295"];
    int length = snprintf(text, sizeof text, "%02u:%02u", clock.hour, clock.minute);
    const struct token token = {
        .start = mark->start, .end = clock.end, .position = mark->position, .kind = TOKEN_NUMBER};
    const struct slice body = slice_of(text, (size_t)length);
    if (clock.certain && clock.sign == '.') { /* no decimal, then */
        struct token *decimal = finder_token_of(finder, mark);
        unsigned flags = decimal->flags;
        *decimal = token;
        decimal->flags = flags;
        finder_write_token(finder, decimal, PREFIX_NUMBER, body, "");
    } else {
        finder_add_token(finder, token, PREFIX_NUMBER, body, "");
    }
    return clock.certain ? clock.next : i;
}
