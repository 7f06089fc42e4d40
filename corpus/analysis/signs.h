/* signs.h - plus and minus before a number: "−20 °C", "минус 20 градусов". */
#ifndef ARAL_ANALYSIS_SIGNS_H
#define ARAL_ANALYSIS_SIGNS_H

#include "corpus/analysis/finder.h"

enum number_sign { NUMBER_SIGN_NONE, NUMBER_SIGN_PLUS, NUMBER_SIGN_MINUS };

/* The sign of the number that begins at byte `start`: one that touches it and nothing before, or a
 * word. Its first byte goes to *begin, which without a sign is `start`. */
enum number_sign number_sign_before(const struct finder *finder, uint32_t start, uint32_t *begin);

/* Whether a range goes from what begins at byte `first`, its sign included, and ends at `end` to a
 * number at byte `start`, whose sign goes to *sign: a hyphen that ties both is none. */
bool number_sign_in_range(const struct finder *finder, uint32_t first, uint32_t end, uint32_t start,
                          enum number_sign *sign);

#endif
