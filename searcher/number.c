#include "searcher/number.h"

#include <math.h>

/* Of the largest number, and of any that is asked for. */
enum { DIGITS = 20 };

void append_integer(struct bytes *out, uint64_t number, unsigned digits) {
    char text[DIGITS];
    size_t start = sizeof text;
    do {
        text[--start] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0 || (start > 0 && sizeof text - start < digits));
    bytes_append(out, text + start, sizeof text - start);
}

void append_real(struct bytes *out, double number, unsigned decimals) {
    uint64_t power = 1;
    for (unsigned i = 0; i < decimals; i++) {
        power *= 10;
    }
    uint64_t scaled = (uint64_t)llround(number * (double)power);
    append_integer(out, scaled / power, 1);
    if (decimals > 0) {
        bytes_append_byte(out, '.');
        append_integer(out, scaled % power, decimals);
    }
}
