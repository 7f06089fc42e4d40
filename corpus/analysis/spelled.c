#include "corpus/analysis/spelled.h"

#include <inttypes.h>
#include <stdio.h>

/* The greatest number that is read. */
#define MOST (SPELLED_QUARTERS * UINT64_C(1000000000000000000))

/* A half is added to numbers below this only: "two and a half", but not "million and a half". */
#define HALVED_MOST (SPELLED_QUARTERS * UINT64_C(1000))

/* Whether `part` may be added to `whole`, which has zeros enough. */
static bool has_room(uint64_t whole, uint64_t part) {
    uint64_t place = SPELLED_QUARTERS;
    while (place <= whole / 10 && whole % (place * 10) == 0) {
        place *= 10;
    }
    return whole == 0 || (whole % SPELLED_QUARTERS == 0 && part < place);
}

bool spelled_add(struct spelled *spelled, unsigned number) {
    uint64_t part = SPELLED_QUARTERS * (uint64_t)number;
    if (part == 0 || !has_room(spelled->quarters, part)) {
        return false;
    }
    spelled->quarters += part;
    spelled->power = 0;
    return true;
}

bool spelled_add_ten(struct spelled *spelled) {
    uint64_t ten = 10 * SPELLED_QUARTERS, digit = spelled->quarters % ten;
    if (digit == 0 || !has_room(spelled->quarters - digit, ten + digit)) {
        return false;
    }
    spelled->quarters += ten;
    return true;
}

bool spelled_add_quarters(struct spelled *spelled, unsigned quarters) {
    if (spelled->quarters >= HALVED_MOST || spelled->quarters % SPELLED_QUARTERS > 0) {
        return false;
    }
    spelled->quarters += quarters;
    spelled->power = 0;
    spelled->magnitude |= quarters >= HALVED_MOST / 2; /* "полмиллиона" */
    return true;
}

bool spelled_count_quarters(struct spelled *spelled) {
    if (spelled->quarters >= SPELLED_QUARTERS * SPELLED_QUARTERS ||
        spelled->quarters % SPELLED_QUARTERS > 0) {
        return false;
    }
    spelled->quarters = spelled->quarters > 0 ? spelled->quarters / SPELLED_QUARTERS : 1;
    return true;
}

bool spelled_multiply(struct spelled *spelled, int power) {
    uint64_t ten = 1;
    for (int i = 0; i < power; i++) {
        ten *= 10;
    }
    uint64_t counted = spelled->quarters % (SPELLED_QUARTERS * ten);
    uint64_t rest = spelled->quarters - counted;
    if (counted == 0 || counted > MOST / ten || !has_room(rest, counted * ten)) {
        return false;
    }
    spelled->quarters = rest + counted * ten;
    spelled->power = rest == 0 ? spelled->power + power : 0;
    spelled->magnitude = true;
    return true;
}

void spelled_write(const struct spelled *spelled, struct number *number) {
    static const char *const fractions[SPELLED_QUARTERS] = {"", ".25", ".5", ".75"};
    int length = snprintf(number->text, sizeof number->text, "%" PRIu64 "%s",
                          spelled->quarters / SPELLED_QUARTERS,
                          fractions[spelled->quarters % SPELLED_QUARTERS]);
    number->length = (size_t)length;
}
