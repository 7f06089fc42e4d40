/* compile - a Hunspell dictionary made into the tables of ../layout.h.
 *
 *     compile FILE.aff FILE.dic OUTPUT [FLAG...]
 *
 * The suffix rules of the named flags are kept, and named prefixes are put before their words,
 * which become words of their own ("re-" + "tire"). Continuation flags and all other Hunspell
 * options are left out: forms two suffixes away are rare where they exist. A word that cannot stand
 * alone or is only a spelling to forbid is no word here, whatever its flags say: the dictionaries
 * used mark none. */
#include "corpus/base/utf8.h"
#include "corpus/dictionary/dictionary.h"
#include "corpus/dictionary/layout.h"

#include <errno.h>
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

static struct word *words;
static size_t word_count;
static struct rule *rules;
static size_t rule_count;
static struct rule *prefixes; /* `ending` is what is put before the word */
static size_t prefix_count;
static bool long_flags;
static char *pool;
static size_t pool_length, pool_room;

static void *checked(void *memory) {
    if (!memory) {
        fprintf(stderr, "compile: no memory\n");
        exit(1);
    }
    return memory;
}

static void *grown(void *array, size_t count, size_t size) {
    return count & (count - 1) ? array : checked(realloc(array, (count ? 2 * count : 1) * size));
}

static uint32_t pool_add(const char *data, size_t length) {
    if (pool_length + length > pool_room) {
        pool_room = 2 * (pool_length + length);
        pool = checked(realloc(pool, pool_room));
    }
    memcpy(pool + pool_length, data, length);
    pool_length += length;
    return (uint32_t)(pool_length - length);
}

/* Lower case, е for ё, ' for every apostrophe; NULL where the text is no UTF-8. */
static char *folded(const char *text, bool *capital) {
    size_t length = strlen(text);
    char *out = checked(malloc(4 * length + 1));
    size_t filled = 0;
    for (size_t at = 0; at < length;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                                  (utf8proc_ssize_t)(length - at), &c);
        if (taken < 1) {
            free(out);
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

static bool is_wanted(const char *flag, char **flags) {
    for (; *flags; flags++) {
        if (strcmp(*flags, flag) == 0) {
            return true;
        }
    }
    return false;
}

/* "SFX K ый ого [^гкх]ый": flag, what is stripped, what is put, condition. */
static void read_rules(const char *path, char **flags) {
    FILE *file = opened(path, "r");
    char *line = NULL;
    size_t room = 0;
    char kind[8], flag[64], strip[256], ending[256], condition[256];
    while (getline(&line, &room, file) >= 0) {
        long_flags |= strncmp(line, "FLAG long", 9) == 0;
        if (sscanf(line, "%7s %63s %255s %255s %255s", kind, flag, strip, ending, condition) != 5 ||
            !is_wanted(flag, flags)) {
            continue;
        }
        ending[strcspn(ending, "/")] = 0;
        struct rule rule = {folded(strcmp(ending, "0") == 0 ? "" : ending, NULL),
                            folded(strcmp(strip, "0") == 0 ? "" : strip, NULL),
                            folded(strcmp(condition, ".") == 0 ? "" : condition, NULL),
                            {flag[0], flag[1]}};
        if (!rule.ending || !rule.strip || !rule.condition) {
            continue;
        }
        if (strcmp(kind, "SFX") == 0) {
            rules = grown(rules, rule_count, sizeof *rules);
            rules[rule_count++] = rule;
        } else if (strcmp(kind, "PFX") == 0 && !*rule.strip && !*rule.condition) {
            prefixes = grown(prefixes, prefix_count, sizeof *prefixes);
            prefixes[prefix_count++] = rule;
        }
    }
    free(line);
    fclose(file);
}

static void add_word(struct word word) {
    if (strlen(word.text) <= UINT8_MAX) {
        words = grown(words, word_count, sizeof *words);
        words[word_count++] = word;
    }
}

static void add_prefixed(const struct word *word) {
    for (size_t i = 0; i < prefix_count; i++) {
        for (size_t j = 0; j < word->flag_count; j++) {
            if (memcmp(word->flags + 2 * j, prefixes[i].flag, 2) == 0) {
                struct word prefixed = *word;
                prefixed.text =
                    checked(malloc(strlen(prefixes[i].ending) + strlen(word->text) + 1));
                strcat(strcpy(prefixed.text, prefixes[i].ending), word->text);
                add_word(prefixed);
            }
        }
    }
}

/* "вода/IJ": a word and its flags. */
static void read_words(const char *path) {
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
        word.text = folded(line, &word.name);
        if (!word.text) {
            continue;
        }
        size_t step = long_flags ? 2 : 1;
        word.flag_count = flags ? strlen(flags) / step : 0;
        word.flags = checked(calloc(word.flag_count + 1, 2));
        for (size_t i = 0; i < word.flag_count; i++) {
            memcpy(word.flags + 2 * i, flags + i * step, step);
        }
        add_word(word);
        add_prefixed(&word);
    }
    free(line);
    fclose(file);
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
static unsigned kept_by_rules(const struct word *word) {
    size_t length = strlen(word->text);
    unsigned kept = DICTIONARY_KEPT;
    for (size_t i = 0; i < word->flag_count; i++) {
        for (const struct rule *rule = rules; rule < rules + rule_count; rule++) {
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

/* Puts one entry for each word into the pool, with the flags of all its lines; a word that is
 * written with and without a capital is no name. */
static uint32_t *make_entries(uint32_t *slot_count) {
    uint32_t slots = 1024;
    while (slots < 2 * word_count) {
        slots *= 2;
    }
    uint32_t *table = checked(calloc(slots, sizeof *table));
    qsort(words, word_count, sizeof *words, compare_words);
    for (size_t i = 0, next; i < word_count; i = next) {
        size_t flags = 0;
        unsigned kept = DICTIONARY_KEPT;
        for (next = i; next < word_count && strcmp(words[i].text, words[next].text) == 0; next++) {
            flags += words[next].flag_count;
            unsigned by_rules = kept_by_rules(&words[next]);
            kept = by_rules < kept ? by_rules : kept;
        }
        if (flags > UINT8_MAX) {
            fprintf(stderr, "compile: %s has more than %d flags\n", words[i].text, UINT8_MAX);
            exit(1);
        }
        size_t length = strlen(words[i].text);
        char head[ENTRY_WORD] = {
            (char)length, (char)flags,
            (char)((words[i].name ? ENTRY_NAME : 0) | (int)(kept << ENTRY_KEPT_SHIFT))};
        uint32_t entry = pool_add(head, sizeof head);
        pool_add(words[i].text, length);
        for (size_t j = i; j < next; j++) {
            pool_add(words[j].flags, 2 * words[j].flag_count);
        }
        if (entry > DICTIONARY_OFFSET_MASK) {
            fprintf(stderr, "compile: more words than offsets of 24 bits reach\n");
            exit(1);
        }
        uint32_t hash = dictionary_hash(words[i].text, length);
        uint32_t slot = hash & (slots - 1);
        while (table[slot]) {
            slot = (slot + 1) & (slots - 1);
        }
        table[slot] = entry | dictionary_tag(hash);
    }
    *slot_count = slots;
    return table;
}

/* -1 where there is none. */
static int last_byte(const struct dictionary_ending *ending) {
    size_t end = ending->text + ending->text_length;
    return ending->text_length ? (unsigned char)pool[end - 1] : -1;
}

static void write_all(const void *data, size_t size, FILE *file, const char *path) {
    if (size && fwrite(data, 1, size, file) != size) {
        fprintf(stderr, "compile: cannot write %s: %s\n", path, strerror(errno));
        exit(1);
    }
}

int main(int argc, char **argv) {
    if (argc < 4) {
        fprintf(stderr, "usage: compile FILE.aff FILE.dic OUTPUT [FLAG...]\n");
        return 2;
    }
    read_rules(argv[1], argv + 4);
    read_words(argv[2]);
    pool_add("", 1); /* offset 0 is no entry */
    struct dictionary header = {0};
    uint32_t *table = make_entries(&header.slots);
    qsort(rules, rule_count, sizeof *rules, compare_rules);
    struct dictionary_ending *endings = checked(calloc(rule_count + 1, sizeof *endings));
    struct dictionary_rule *compiled = checked(calloc(rule_count + 1, sizeof *compiled));
    for (size_t i = 0; i < rule_count; i++) {
        const struct rule *rule = &rules[i];
        const struct rule *last = i ? rule - 1 : NULL;
        if (!last || strcmp(last->ending, rule->ending) != 0) {
            struct dictionary_ending *ending = &endings[header.endings++];
            ending->text_length = (uint16_t)strlen(rule->ending);
            ending->text = pool_add(rule->ending, ending->text_length);
            ending->first_rule = (uint32_t)i;
            last = NULL;
        }
        endings[header.endings - 1].rule_count++;
        struct dictionary_rule *out = &compiled[header.rules++];
        memcpy(out->flag, rule->flag, sizeof out->flag);
        out->strip_length = (uint8_t)strlen(rule->strip);
        out->strip = last && strcmp(last->strip, rule->strip) == 0
                         ? compiled[i - 1].strip
                         : pool_add(rule->strip, out->strip_length);
        out->condition_length = (uint8_t)strlen(rule->condition);
        out->condition = pool_add(rule->condition, out->condition_length);
    }
    for (size_t i = header.endings; i-- > 0;) {
        struct dictionary_rule *first = &compiled[endings[i].first_rule];
        for (size_t j = endings[i].rule_count; j-- > 0;) {
            bool more = j + 1u < endings[i].rule_count && first[j].strip == first[j + 1].strip;
            first[j].alike = more ? first[j + 1].alike + 1 : 1;
        }
    }
    for (size_t byte = 0, ending = 0; byte <= UINT8_MAX + 1; byte++) {
        while (ending < header.endings && last_byte(&endings[ending]) < (int)byte) {
            ending++;
        }
        header.last_bytes[byte] = (uint32_t)ending;
    }
    FILE *file = opened(argv[3], "w");
    write_all(&header, sizeof header, file, argv[3]);
    write_all(table, header.slots * sizeof *table, file, argv[3]);
    write_all(endings, header.endings * sizeof *endings, file, argv[3]);
    write_all(compiled, header.rules * sizeof *compiled, file, argv[3]);
    write_all(pool, pool_length, file, argv[3]);
    if (fclose(file) != 0) {
        fprintf(stderr, "compile: cannot write %s: %s\n", argv[3], strerror(errno));
        return 1;
    }
    return 0;
}
