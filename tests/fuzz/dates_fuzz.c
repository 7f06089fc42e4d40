/* Any bytes are a date or none; a date that was written reads as itself. */
#include "corpus/article/dates.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct slice text = slice_of((const char *)data, size);
    char date[ARTICLE_DATE_BYTES], again[ARTICLE_DATE_BYTES];
    size_t start, end;
    if (article_date_parse(text, date)) {
        require(article_date_parse(slice_of_string(date), again) && strcmp(date, again) == 0);
    }
    if (article_date_find(text, &start, &end, date)) {
        require(start < end && end <= size && strlen(date) >= strlen("2024-06-11"));
        require(article_date_parse(slice_of_string(date), again) && strcmp(date, again) == 0);
    }
    return 0;
}
