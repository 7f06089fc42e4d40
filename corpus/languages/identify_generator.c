/* Writes the table of identify_table.h as C; run by the build. */
#include "corpus/dictionary/layout.h"
#include "corpus/languages/identify_table.h"
#include "corpus/languages/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

static struct identify_word *table;
static uint32_t size, used;

static struct identify_word *find(struct slice word) {
    uint32_t slot = dictionary_hash(word.data, word.length) & (size - 1);
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

/* Adds the language to all letters of its alphabet. */
static void add_letters(uint32_t *letters, const char *alphabet, uint32_t language) {
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)alphabet;
    utf8proc_int32_t letter;
    utf8proc_ssize_t taken;
    for (; at && *at && (taken = utf8proc_iterate(at, -1, &letter)) > 0; at += taken) {
        if (letter < IDENTIFY_LETTERS) {
            letters[letter] |= language;
        }
    }
}

/* Makes the table large enough for the words of all languages. */
static void make_table(void) {
    size_t words = 1;
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
        exit(1);
    }
}

/* Adds the words of the language to the sets that the table has of them. */
static void add_words(const struct language *row, uint32_t language) {
    for (size_t i = 0; i < list_length(row->function_words); i++) {
        find(slice_of_string(row->function_words[i]))->function_word_of |= language;
    }
    for (size_t i = 0; i < list_length(row->foreign_words); i++) {
        find(slice_of_string(row->foreign_words[i]))->foreign_to |= language;
    }
    for (size_t i = 0; i < list_length(row->twin_words); i++) {
        find(slice_of_string(row->twin_words[i]))->twin_of |= language;
    }
}

static void print_words(void) {
    printf("const uint32_t identify_words_size = %u;\n"
           "const struct identify_word identify_words[] = {\n",
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
}

static void print_letters(void) {
    uint32_t any = 0;
    for (uint32_t i = 0; i < language_count(); i++) {
        any |= language_at(i)->alphabet ? 0 : 1u << i;
    }
    uint32_t letters[IDENTIFY_LETTERS];
    for (uint32_t i = 0; i < IDENTIFY_LETTERS; i++) {
        letters[i] = any;
    }
    for (uint32_t i = 0; i < language_count(); i++) {
        add_letters(letters, language_at(i)->alphabet, 1u << i);
    }
    printf("const uint32_t identify_any_letter = 0x%x;\n"
           "const uint32_t identify_letters[IDENTIFY_LETTERS] = {\n",
           any);
    for (uint32_t i = 0; i < IDENTIFY_LETTERS; i++) {
        printf("0x%x,%c", letters[i], i % 16 == 15 ? '\n' : ' ');
    }
    printf("};\n");
}

int main(void) {
    if (language_count() > IDENTIFY_LANGUAGES_MOST) {
        fprintf(stderr, "identify_generator: more than %d languages\n", IDENTIFY_LANGUAGES_MOST);
        return 1;
    }
    make_table();
    for (uint32_t i = 0; i < language_count(); i++) {
        add_words(language_at(i), 1u << i);
    }
    printf("#include \"corpus/languages/identify_table.h\"\n\n");
    print_words();
    print_letters();
    free(table);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
