/* Any bytes are cut into tiles that are the text, with passages in them that are not too long. */
#include "corpus/passages/passage.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct passage_cutter *cutter;
    const struct passage *passages;
    struct error error = {0};
    size_t count, end = 0;
    if (!cutter) {
        cutter = passage_cutter_new();
    }
    require(cutter != NULL);
    struct slice text = slice_of((const char *)data, size);
    require(passage_cut(cutter, text, slice_of_string("id"), &passages, &count, &error));
    for (size_t i = 0; i < count; i++) {
        const struct passage *passage = &passages[i];
        require(passage->tile_start == end && passage->start >= passage->tile_start);
        require(passage->length > 0 && passage->length <= 4 * PASSAGE_CHARACTERS_LONGEST);
        require(passage->start + passage->length <= passage->tile_end);
        require(passage->language != NULL);
        end = passage->tile_end;
    }
    require(count == 0 || end == size);
    return 0;
}
