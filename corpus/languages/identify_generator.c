/* Writes the table of identify_table.h as C; run by the build. */
#include "corpus/languages/identify_table.h"
#include "corpus/languages/language.h"

#include <stdio.h>
#include <stdlib.h>

static struct identify_word *table;
static uint32_t size, used;

static struct identify_word *find(struct slice word) {
    uint32_t slot = identify_hash(word) & (size - 1);
    while (table[slot].word && !slice_equal(word, slice_of_string(table[slot].word))) {
        slot = (slot + 1) & (size - 1);
    }
    if (!table[slot].word) {
        table[slot].word = word.data;
        table[slot].length = (uint32_t)word.length;
        if (2 * ++used > size) {
            fprintf(stderr, "identify_generator: the table is too small\n");
            exit(1);
        }
    }
    return &table[slot];
}

static size_t list_length(const char *const *list) {
    size_t length = 0;
    while (list && list[length]) {
        length++;
    }
    return length;
}

int main(void) {
    size_t words = 1;
    if (language_count() > IDENTIFY_LANGUAGES_MOST) {
        fprintf(stderr, "identify_generator: more than %d languages\n", IDENTIFY_LANGUAGES_MOST);
        return 1;
    }
    for (size_t i = 0; i < language_count(); i++) {
        words += list_length(language_at(i)->function_words);
        words += list_length(language_at(i)->foreign_words);
        words += list_length(language_at(i)->twin_words);
    }
    for (size = 16; size < 2 * words; size *= 2) {
    }
    table = calloc(size, sizeof *table);
    if (!table) {
        fprintf(stderr, "identify_generator: no memory\n");
        return 1;
    }
    for (size_t i = 0; i < language_count(); i++) {
        for (const char *const *word = language_at(i)->function_words; *word; word++) {
            find(slice_of_string(*word))->function_word_of |= 1u << i;
        }
        for (const char *const *word = language_at(i)->foreign_words; *word; word++) {
            find(slice_of_string(*word))->foreign_to |= 1u << i;
        }
        const char *const *twins = language_at(i)->twin_words;
        for (size_t j = 0; j < list_length(twins); j++) {
            find(slice_of_string(twins[j]))->twin_of |= 1u << i;
        }
    }
    printf("#include \"corpus/languages/identify_table.h\"\n\n"
           "const uint32_t identify_words_size = %u;\nconst struct identify_word identify_words[] "
           "= {\n",
           size);
    for (uint32_t i = 0; i < size; i++) {
        if (table[i].word) {
            printf("    {\"%s\", %u, 0x%x, 0x%x, 0x%x},\n", table[i].word, table[i].length,
                   table[i].function_word_of, table[i].foreign_to, table[i].twin_of);
        } else {
            printf("    {0, 0, 0, 0, 0},\n");
        }
    }
    printf("};\n");
    free(table);
    return 0;
}
