#include "searcher/number.h"

#include <inttypes.h>
#include <math.h>

void append_real(struct bytes *out, double number, unsigned decimals) {
    uint64_t power = 1;
    for (unsigned i = 0; i < decimals; i++) {
        power *= 10;
    }
    uint64_t scaled = (uint64_t)llround(number * (double)power);
    bytes_append_format(out, "%" PRIu64, scaled / power);
    if (decimals > 0) {
        bytes_append_format(out, ".%0*" PRIu64, (int)decimals, scaled % power);
    }
}
