/* names.c - names that are function words: capitals tell them apart. Others are not listed, since
 * headlines have all words in capitals: a gate may be "Gates". */
#include "corpus/languages/en/english.h"

const struct word_forms english_names_like_words[] = {
    {"may.", "may"},
    {"will.", "will"},
    {NULL, NULL},
};
