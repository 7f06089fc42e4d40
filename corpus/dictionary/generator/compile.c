/* compile - a Hunspell dictionary made into the tables of ../layout.h.
 *
 *     compile FILE.aff FILE.dic OUTPUT [FLAG...]
 *
 * The suffix rules of the named flags are kept, and named prefixes are put before their words,
 * which become words of their own ("re-" + "tire"). Continuation flags and all other Hunspell
 * options are left out: forms two suffixes away are rare where they exist. Words that cannot stand
 * alone (NEEDAFFIX), such as 241 roots of Indonesian, are words here: forms are read back to them.
 */
#include "corpus/base/array.h"
#include "corpus/base/utf8.h"
#include "corpus/dictionary/dictionary.h"
#include "corpus/dictionary/layout.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

struct word {
    char *text;
    char *flags; /* two bytes each */
    size_t flag_count;
    bool name;
};

struct rule {
    char *ending, *strip, *condition;
    char flag[2];
};

/* What the dictionary's two files say. */
struct source {
    struct word *words;
    size_t word_count, word_capacity;
    struct rule *rules;
    size_t rule_count, rule_capacity;
    struct rule *prefixes; /* `ending` is what is put before the word */
    size_t prefix_count, prefix_capacity;
    bool long_flags;  /* of two bytes, not one */
    iconv_t encoding; /* from that of the files to UTF-8 */
};

struct pool {
    char *bytes;
    size_t length, capacity;
};

/* The parts of the output, in its order. */
struct tables {
    struct dictionary header;
    uint32_t *slots;
    struct dictionary_ending *endings;
    struct dictionary_rule *rules;
    struct pool pool;
};

static void *checked(void *memory) {
    if (!memory) {
        fprintf(stderr, "compile: no memory\n");
        exit(1);
    }
    return memory;
}

/* As array_reserve. */
static void reserve(void *array, size_t *capacity, size_t count, size_t size) {
    if (!array_reserve(array, capacity, count, size)) {
        checked(NULL);
    }
}

static uint32_t pool_add(struct pool *pool, const char *data, size_t length) {
    reserve(&pool->bytes, &pool->capacity, pool->length + length, 1);
    memcpy(pool->bytes + pool->length, data, length);
    pool->length += length;
    return (uint32_t)(pool->length - length);
}

/* In UTF-8; NULL where the text is not in its encoding. */
static char *recoded(const struct source *source, const char *text) {
    char *in = (char *)text, *out = checked(malloc(4 * strlen(text) + 1)), *end = out;
    size_t left = strlen(text), room = 4 * left;
    if (iconv(source->encoding, &in, &left, &end, &room) == (size_t)-1) {
        free(out);
        return NULL;
    }
    *end = 0;
    return out;
}

/* In UTF-8 and lower case, е for ё, ' for every apostrophe; NULL where the text is not in its
 * encoding. */
static char *folded(const struct source *source, const char *given, bool *capital) {
    char *text = recoded(source, given);
    if (!text) {
        return NULL;
    }
    size_t length = strlen(text);
    char *out = checked(malloc(4 * length + 1));
    size_t filled = 0;
    for (size_t at = 0; at < length;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                                  (utf8proc_ssize_t)(length - at), &c);
        if (taken < 1) {
            free(out);
            free(text);
            return NULL;
        }
        utf8proc_int32_t lower = utf8proc_tolower(c);
        if (capital && at == 0) {
            *capital = lower != c;
        }
        lower = lower == 0x451 ? 0x435 : lower == 0x2019 ? '\'' : lower;
        filled += (size_t)utf8proc_encode_char(lower, (utf8proc_uint8_t *)out + filled);
        at += (size_t)taken;
    }
    out[filled] = 0;
    free(text);
    return out;
}

static FILE *opened(const char *path, const char *mode) {
    FILE *file = fopen(path, mode);
    if (!file) {
        fprintf(stderr, "compile: cannot open %s: %s\n", path, strerror(errno));
        exit(1);
    }
    return file;
}

static void close_read(FILE *file, const char *path) {
    if (ferror(file)) {
        fprintf(stderr, "compile: cannot read %s: %s\n", path, strerror(errno));
        exit(1);
    }
    fclose(file);
}

static bool is_wanted(const char *flag, char **flags) {
    for (; *flags; flags++) {
        if (strcmp(*flags, flag) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether the text is UTF-8 of a length that the tables can say. */
static bool fits(const char *text) {
    return text && strlen(text) <= UINT8_MAX;
}

/* "SET ISO8859-1", "FLAG long": what all else is written in. */
static void read_option(const char *line, const char *path, struct source *source) {
    char value[64];
    if (sscanf(line, "SET %63s", value) == 1) {
        iconv_close(source->encoding);
        source->encoding = iconv_open("UTF-8", value);
        if (source->encoding == (iconv_t)-1) {
            fprintf(stderr, "compile: %s: there is no encoding %s\n", path, value);
            exit(1);
        }
    } else if (sscanf(line, "FLAG %63s", value) == 1) {
        source->long_flags = strcmp(value, "long") == 0;
        if (!source->long_flags) {
            fprintf(stderr, "compile: %s: flags are of one byte or long, not %s\n", path, value);
            exit(1);
        }
    }
}

/* "SFX K ый ого [^гкх]ый": flag, what is stripped, what is put, condition. */
static void read_rules(const char *path, char **flags, struct source *source) {
    FILE *file = opened(path, "r");
    char *line = NULL;
    size_t room = 0;
    char kind[8], flag[64], strip[256], ending[256], condition[256];
    while (getline(&line, &room, file) >= 0) {
        read_option(line, path, source);
        if (sscanf(line, "%7s %63s %255s %255s %255s", kind, flag, strip, ending, condition) != 5 ||
            !is_wanted(flag, flags)) {
            continue;
        }
        ending[strcspn(ending, "/")] = 0;
        struct rule rule = {folded(source, strcmp(ending, "0") == 0 ? "" : ending, NULL),
                            folded(source, strcmp(strip, "0") == 0 ? "" : strip, NULL),
                            folded(source, strcmp(condition, ".") == 0 ? "" : condition, NULL),
                            {flag[0], flag[1]}};
        if (!fits(rule.ending) || !fits(rule.strip) || !fits(rule.condition)) {
            continue;
        }
        if (strcmp(kind, "SFX") == 0) {
            reserve(&source->rules, &source->rule_capacity, source->rule_count + 1,
                    sizeof *source->rules);
            source->rules[source->rule_count++] = rule;
        } else if (strcmp(kind, "PFX") == 0 && !*rule.strip && !*rule.condition) {
            reserve(&source->prefixes, &source->prefix_capacity, source->prefix_count + 1,
                    sizeof *source->prefixes);
            source->prefixes[source->prefix_count++] = rule;
        }
    }
    free(line);
    close_read(file, path);
}

static void add_word(struct source *source, struct word word) {
    if (fits(word.text)) {
        reserve(&source->words, &source->word_capacity, source->word_count + 1,
                sizeof *source->words);
        source->words[source->word_count++] = word;
    }
}

static void add_prefixed(struct source *source, const struct word *word) {
    for (size_t i = 0; i < source->prefix_count; i++) {
        const struct rule *prefix = &source->prefixes[i];
        for (size_t j = 0; j < word->flag_count; j++) {
            if (memcmp(word->flags + 2 * j, prefix->flag, 2) == 0) {
                struct word prefixed = *word;
                prefixed.text = checked(malloc(strlen(prefix->ending) + strlen(word->text) + 1));
                strcat(strcpy(prefixed.text, prefix->ending), word->text);
                add_word(source, prefixed);
            }
        }
    }
}

/* "вода/IJ": a word and its flags. */
static void read_words(const char *path, struct source *source) {
    FILE *file = opened(path, "r");
    char *line = NULL;
    size_t room = 0;
    for (bool first = true; getline(&line, &room, file) >= 0; first = false) {
        line[strcspn(line, "\t\r\n")] = 0;
        char *flags = strchr(line, '/');
        if (first || !line[0] || flags == line) {
            continue;
        }
        if (flags) {
            *flags++ = 0;
        }
        struct word word = {0};
        word.text = folded(source, line, &word.name);
        if (!word.text) {
            continue;
        }
        size_t step = source->long_flags ? 2 : 1;
        word.flag_count = flags ? strlen(flags) / step : 0;
        word.flags = checked(calloc(word.flag_count + 1, 2));
        for (size_t i = 0; i < word.flag_count; i++) {
            memcpy(word.flags + 2 * i, flags + i * step, step);
        }
        add_word(source, word);
        add_prefixed(source, &word);
    }
    free(line);
    close_read(file, path);
}

static int compare_words(const void *a, const void *b) {
    const struct word *left = a;
    const struct word *right = b;
    int order = strcmp(left->text, right->text);
    return order ? order : left->name - right->name;
}

/* By the bytes from the last to the first; an ending goes before those that end in it. */
static int compare_from_end(const char *left, const char *right) {
    size_t i = strlen(left), j = strlen(right);
    while (i > 0 && j > 0) {
        unsigned char a = (unsigned char)left[--i], b = (unsigned char)right[--j];
        if (a != b) {
            return a - b;
        }
    }
    return (i > 0) - (j > 0);
}

static int compare_rules(const void *a, const void *b) {
    const struct rule *left = a;
    const struct rule *right = b;
    int order = compare_from_end(left->ending, right->ending);
    return order ? order : strcmp(left->strip, right->strip);
}

/* So many characters stand first in both, DICTIONARY_KEPT at most; the end counts as one. */
static unsigned common_start(const char *word, const char *form) {
    unsigned characters = 0;
    for (size_t at = 0; characters < DICTIONARY_KEPT && word[at] == form[at]; at++) {
        if (!word[at]) {
            return DICTIONARY_KEPT;
        }
        characters += !utf8_continues(word[at + 1]) && !utf8_continues(form[at + 1]);
    }
    return characters;
}

/* dictionary_word.kept, whatever the conditions of rules. */
static unsigned kept_by_rules(const struct source *source, const struct word *word) {
    size_t length = strlen(word->text);
    unsigned kept = DICTIONARY_KEPT;
    for (size_t i = 0; i < word->flag_count; i++) {
        for (size_t j = 0; j < source->rule_count; j++) {
            const struct rule *rule = &source->rules[j];
            size_t strip = strlen(rule->strip);
            if (memcmp(word->flags + 2 * i, rule->flag, 2) != 0 || length < strip ||
                strcmp(word->text + length - strip, rule->strip) != 0) {
                continue;
            }
            char form[2 * UINT8_MAX + 2];
            snprintf(form, sizeof form, "%.*s%s", (int)(length - strip), word->text, rule->ending);
            unsigned common = common_start(word->text, form);
            kept = common < kept ? common : kept;
        }
    }
    return kept;
}

/* Puts the entry of a word that `count` lines have into the pool, with the flags of all of them; a
 * word that is written with and without a capital is no name. */
static uint32_t add_entry(const struct source *source, const struct word *lines, size_t count,
                          struct pool *pool) {
    size_t flags = 0;
    unsigned kept = DICTIONARY_KEPT;
    for (size_t i = 0; i < count; i++) {
        unsigned by_rules = kept_by_rules(source, &lines[i]);
        flags += lines[i].flag_count;
        kept = by_rules < kept ? by_rules : kept;
    }
    if (flags > UINT8_MAX) {
        fprintf(stderr, "compile: %s has more than %d flags\n", lines->text, UINT8_MAX);
        exit(1);
    }
    size_t length = strlen(lines->text);
    char head[ENTRY_WORD] = {
        (char)length, (char)flags,
        (char)((lines->name ? ENTRY_NAME : 0) | (int)(kept << ENTRY_KEPT_SHIFT))};
    uint32_t entry = pool_add(pool, head, sizeof head);
    pool_add(pool, lines->text, length);
    for (size_t i = 0; i < count; i++) {
        pool_add(pool, lines[i].flags, 2 * lines[i].flag_count);
    }
    if (entry > DICTIONARY_OFFSET_MASK) {
        fprintf(stderr, "compile: more words than offsets of 24 bits reach\n");
        exit(1);
    }
    return entry;
}

static void make_entries(struct source *source, struct tables *tables) {
    uint32_t slots = 1024;
    while (slots < 2 * source->word_count) {
        slots *= 2;
    }
    tables->header.slots = slots;
    tables->slots = checked(calloc(slots, sizeof *tables->slots));
    if (source->word_count > 0) {
        qsort(source->words, source->word_count, sizeof *source->words, compare_words);
    }
    for (size_t i = 0, next; i < source->word_count; i = next) {
        const struct word *word = &source->words[i];
        for (next = i + 1; next < source->word_count; next++) {
            if (strcmp(word->text, source->words[next].text) != 0) {
                break;
            }
        }
        uint32_t entry = add_entry(source, word, next - i, &tables->pool);
        uint32_t hash = dictionary_hash(word->text, strlen(word->text));
        uint32_t slot = hash & (slots - 1);
        while (tables->slots[slot]) {
            slot = (slot + 1) & (slots - 1);
        }
        tables->slots[slot] = entry | dictionary_tag(hash);
    }
}

/* Says of each rule how many strip alike from it on. */
static void count_alike(struct tables *tables) {
    for (size_t i = 0; i < tables->header.endings; i++) {
        const struct dictionary_ending *ending = &tables->endings[i];
        struct dictionary_rule *rules = &tables->rules[ending->first_rule];
        for (size_t j = ending->rule_count; j-- > 0;) {
            bool more = j + 1u < ending->rule_count && rules[j].strip == rules[j + 1].strip;
            rules[j].alike = more ? rules[j + 1].alike + 1 : 1;
        }
    }
}

static void make_rules(struct source *source, struct tables *tables) {
    struct pool *pool = &tables->pool;
    tables->endings = checked(calloc(source->rule_count + 1, sizeof *tables->endings));
    tables->rules = checked(calloc(source->rule_count + 1, sizeof *tables->rules));
    if (source->rule_count > 0) {
        qsort(source->rules, source->rule_count, sizeof *source->rules, compare_rules);
    }
    for (size_t i = 0; i < source->rule_count; i++) {
        const struct rule *rule = &source->rules[i];
        const struct rule *last = i > 0 ? rule - 1 : NULL;
        if (!last || strcmp(last->ending, rule->ending) != 0) {
            struct dictionary_ending *ending = &tables->endings[tables->header.endings++];
            ending->text_length = (uint16_t)strlen(rule->ending);
            ending->text = pool_add(pool, rule->ending, ending->text_length);
            ending->first_rule = (uint32_t)i;
            last = NULL;
        }
        tables->endings[tables->header.endings - 1].rule_count++;
        struct dictionary_rule *made = &tables->rules[tables->header.rules++];
        memcpy(made->flag, rule->flag, sizeof made->flag);
        made->strip_length = (uint8_t)strlen(rule->strip);
        made->strip = last && strcmp(last->strip, rule->strip) == 0
                          ? made[-1].strip
                          : pool_add(pool, rule->strip, made->strip_length);
        made->condition_length = (uint8_t)strlen(rule->condition);
        made->condition = pool_add(pool, rule->condition, made->condition_length);
    }
    count_alike(tables);
}

/* -1 where there is none. */
static int last_byte(const struct tables *tables, size_t number) {
    const struct dictionary_ending *ending = &tables->endings[number];
    size_t end = ending->text + ending->text_length;
    return ending->text_length ? (unsigned char)tables->pool.bytes[end - 1] : -1;
}

static void index_last_bytes(struct tables *tables) {
    size_t ending = 0;
    for (size_t byte = 0; byte <= UINT8_MAX + 1; byte++) {
        while (ending < tables->header.endings && last_byte(tables, ending) < (int)byte) {
            ending++;
        }
        tables->header.last_bytes[byte] = (uint32_t)ending;
    }
}

static void write_tables(const struct tables *tables, const char *path) {
    const struct dictionary *header = &tables->header;
    FILE *file = opened(path, "w");
    fwrite(header, sizeof *header, 1, file);
    fwrite(tables->slots, sizeof *tables->slots, header->slots, file);
    fwrite(tables->endings, sizeof *tables->endings, header->endings, file);
    fwrite(tables->rules, sizeof *tables->rules, header->rules, file);
    fwrite(tables->pool.bytes, 1, tables->pool.length, file);
    bool failed = ferror(file) != 0;
    if (fclose(file) != 0 || failed) {
        fprintf(stderr, "compile: cannot write %s: %s\n", path, strerror(errno));
        exit(1);
    }
}

int main(int argc, char **argv) {
    if (argc < 4) {
        fprintf(stderr, "usage: compile FILE.aff FILE.dic OUTPUT [FLAG...]\n");
        return 2;
    }
    struct source source = {.encoding = iconv_open("UTF-8", "UTF-8")};
    struct tables tables = {0};
    if (source.encoding == (iconv_t)-1) {
        fprintf(stderr, "compile: there is no encoding UTF-8\n");
        return 1;
    }
    read_rules(argv[1], argv + 4, &source);
    read_words(argv[2], &source);
    pool_add(&tables.pool, "", 1); /* offset 0 is no entry */
    make_entries(&source, &tables);
    make_rules(&source, &tables);
    index_last_bytes(&tables);
    write_tables(&tables, argv[3]);
    return 0;
}
