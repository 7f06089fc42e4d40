#include "indexer/portions.h"

/* Text still to come; UINT64_MAX where that is not known. */
static uint64_t estimate_rest(const struct portions *portions) {
    if (portions->input == 0 || portions->input_total == 0) {
        return portions->text_total;
    }
    if (portions->input >= portions->input_total) {
        return 0;
    }
    double rest = (double)(portions->input_total - portions->input);
    double text = rest * (double)portions->text / (double)portions->input;
    return text < (double)UINT64_MAX ? (uint64_t)text : UINT64_MAX;
}

size_t portions_next(const struct portions *portions) {
    uint64_t share = estimate_rest(portions) / portions->threads;
    return share > portions->most    ? portions->most
           : share < portions->least ? portions->least
                                     : (size_t)share;
}

void portions_note(struct portions *portions, uint64_t text, uint64_t input) {
    portions->text += text;
    portions->input += input;
}
