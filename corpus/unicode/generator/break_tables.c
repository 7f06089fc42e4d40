/* break_tables.c - writes the tables of properties.c from the files of the Unicode Character
 * Database.
 *
 *     break_tables UNICODE_DIRECTORY > break_tables.h
 *
 * Code points share few combinations of properties, so each is mapped to the number of its
 * combination, through two stages: blocks of 256 code points, equal blocks stored once. */
#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CODE_POINTS 0x110000
#define BLOCK 256
#define NAME_BYTES 32
#define COMBINATIONS 256 /* numbers are bytes */

struct properties {
    uint8_t word, sentence; /* numbers of names */
    uint8_t pictographic, alphabetic;
};

struct names {
    char text[COMBINATIONS][NAME_BYTES];
    size_t count;
};

static struct properties table[CODE_POINTS];
static struct properties combinations[COMBINATIONS];
static size_t combination_count;
static uint8_t blocks[CODE_POINTS / BLOCK][BLOCK];

static void die(const char *file, const char *reason) {
    fprintf(stderr, "break_tables: %s: %s\n", file, reason);
    exit(1);
}

/* The number of `name`, upper-cased, which is entered where it is new. */
static uint8_t name_number(struct names *names, const char *name) {
    char upper[NAME_BYTES] = "";
    for (size_t i = 0; name[i] && i + 1 < sizeof upper; i++) {
        upper[i] = (char)toupper((unsigned char)name[i]);
    }
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->text[i], upper) == 0) {
            return (uint8_t)i;
        }
    }
    if (names->count == COMBINATIONS) {
        die(name, "more property values than a byte can number");
    }
    memcpy(names->text[names->count], upper, sizeof upper);
    return (uint8_t)names->count++;
}

/* Calls `set` for each code point of each line "0041..005A ; ALetter # ...". */
static void read_property_file(const char *directory, const char *name,
                               void (*set)(struct properties *properties, const char *value)) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "r");
    if (!file) {
        die(path, strerror(errno));
    }
    char line[1024];
    while (fgets(line, sizeof line, file)) {
        unsigned first, last;
        char value[NAME_BYTES];
        int fields = sscanf(line, "%x..%x ; %31[A-Za-z_]", &first, &last, value);
        if (fields < 3) {
            fields = sscanf(line, "%x ; %31[A-Za-z_]", &first, value);
            if (fields < 2) {
                continue;
            }
            last = first;
        }
        if (last >= CODE_POINTS || first > last) {
            die(path, "a code point out of range");
        }
        for (unsigned i = first; i <= last; i++) {
            set(&table[i], value);
        }
    }
    if (ferror(file) || fclose(file) != 0) {
        die(path, strerror(errno));
    }
}

static struct names words, sentences;

static void set_word(struct properties *properties, const char *value) {
    properties->word = name_number(&words, value);
}

static void set_sentence(struct properties *properties, const char *value) {
    properties->sentence = name_number(&sentences, value);
}

static void set_pictographic(struct properties *properties, const char *value) {
    properties->pictographic |= strcmp(value, "Extended_Pictographic") == 0;
}

static void set_alphabetic(struct properties *properties, const char *value) {
    properties->alphabetic |= strcmp(value, "Alphabetic") == 0;
}

static uint8_t combination_number(const struct properties *properties) {
    for (size_t i = 0; i < combination_count; i++) {
        if (memcmp(&combinations[i], properties, sizeof *properties) == 0) {
            return (uint8_t)i;
        }
    }
    if (combination_count == COMBINATIONS) {
        die("tables", "more combinations than a byte can number");
    }
    combinations[combination_count] = *properties;
    return (uint8_t)combination_count++;
}

static void write_bytes(const uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        printf("%s%d,", i % 32 == 0 ? "\n    " : "", bytes[i]);
    }
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fputs("usage: break_tables UNICODE_DIRECTORY\n", stderr);
        return 2;
    }
    name_number(&words, "Other");
    name_number(&sentences, "Other");
    read_property_file(argv[1], "auxiliary/WordBreakProperty.txt", set_word);
    read_property_file(argv[1], "auxiliary/SentenceBreakProperty.txt", set_sentence);
    read_property_file(argv[1], "emoji/emoji-data.txt", set_pictographic);
    read_property_file(argv[1], "DerivedCoreProperties.txt", set_alphabetic);

    size_t block_count = 0;
    uint8_t block_of[CODE_POINTS / BLOCK];
    for (size_t i = 0; i < CODE_POINTS / BLOCK; i++) {
        uint8_t *block = blocks[block_count];
        for (size_t j = 0; j < BLOCK; j++) {
            block[j] = combination_number(&table[i * BLOCK + j]);
        }
        size_t same = 0;
        while (memcmp(blocks[same], block, BLOCK) != 0) {
            same++;
        }
        block_count += same == block_count;
        if (block_count > COMBINATIONS) {
            die("tables", "more blocks than a byte can number");
        }
        block_of[i] = (uint8_t)same;
    }

    puts("/* Generated by break_tables.c from the Unicode Character Database. */");
    puts("const struct unicode_properties unicode_combinations[] = {");
    for (size_t i = 0; i < combination_count; i++) {
        const struct properties *p = &combinations[i];
        printf("    {WORD_%s, SENTENCE_%s, %d, %d},\n", words.text[p->word],
               sentences.text[p->sentence], p->pictographic, p->alphabetic);
    }
    printf("};\nconst uint8_t unicode_block_of[%d] = {", CODE_POINTS / BLOCK);
    write_bytes(block_of, CODE_POINTS / BLOCK);
    printf("\n};\nconst uint8_t unicode_blocks[][%d] = {", BLOCK);
    for (size_t i = 0; i < block_count; i++) {
        printf("{");
        write_bytes(blocks[i], BLOCK);
        printf("},\n");
    }
    puts("};");
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
