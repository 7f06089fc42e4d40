/* bench_text.c - the text that is measured, in the form that each program takes.
 *
 *     bench_text FORM [-f FIRST] [-n COUNT] [-c COPIES] FILE
 *
 * Takes COUNT articles of the file from number FIRST (from 0) on, COPIES times. Each copy after the
 * first has ids of its own and one word in sixteen of its vocabulary changed, so that the number of
 * different words grows with the text as it does in nature. Forms:
 *
 *     jsonl        the articles, as aral-index takes them
 *     lines        their passages, one a line: plain text
 *     scriptindex  their passages as Omega's scriptindex takes them: fields id, title, text
 *     sqlite       their passages for `.mode ascii` of sqlite3: id, title, text
 *     topics       a query from each article, `LANG-NUMBER<TAB>QUERY`: its title where that has two
 *                  to eight words, or three to seven words that begin a sentence in its middle
 *
 * The same arguments give the same bytes. */
#include "corpus/article/jsonl_reader.h"
#include "corpus/article/reader.h"
#include "corpus/base/ascii.h"
#include "corpus/base/bytes.h"
#include "corpus/passages/passage.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHANGED_SHARE = 16, CHANGED_BYTES_LEAST = 5, TITLE_WORDS_MOST = 8 };

struct job {
    const struct form *form;
    unsigned long first, count, copies;
    struct passage_cutter *cutter;
    struct bytes text, scratch; /* of the copy at hand */
    unsigned long written;
};

struct form {
    const char *name;
    bool (*write_article)(struct job *job, const struct article *article, struct error *error);
};

/* ---- copies ---------------------------------------------------------------------------------- */

static bool in_word(char c) {
    return ascii_is_letter(c) || (c & 0x80) != 0;
}

static unsigned long hash_word(const char *word, size_t length) {
    unsigned long hash = 5381;
    for (size_t i = 0; i < length; i++) {
        hash = hash * 33 + (unsigned char)word[i];
    }
    return hash ^ hash >> 7;
}

static void append_ending(unsigned long copy, bool latin, struct bytes *out) {
    static const char *const endings[2][5] = {{"ба", "ко", "ри", "му", "те"},
                                              {"ba", "ko", "ri", "mu", "te"}};
    for (unsigned long rest = copy; rest > 0; rest /= 5) {
        bytes_append_string(out, endings[latin][rest % 5]);
    }
}

/* Copy number `copy` of a text: words of one class in sixteen get letters behind them. */
static void vary(struct slice text, unsigned long copy, struct bytes *out) {
    bytes_clear(out);
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && in_word(text.data[end])) {
            end++;
        }
        bytes_append(out, text.data + at, end - at);
        if (end - at >= CHANGED_BYTES_LEAST &&
            hash_word(text.data + at, end - at) % CHANGED_SHARE == copy % CHANGED_SHARE) {
            append_ending(copy, (text.data[end - 1] & 0x80) == 0, out);
        }
        if (end < text.length) {
            bytes_append_byte(out, text.data[end++]);
        }
        at = end;
    }
}

/* ---- forms ----------------------------------------------------------------------------------- */

static bool write_jsonl(struct job *job, const struct article *article, struct error *error) {
    bytes_clear(&job->scratch);
    if (!article_write_json(article, &job->scratch, error) || !bytes_check(&job->scratch, error)) {
        return false;
    }
    fwrite(job->scratch.data, 1, job->scratch.length, stdout);
    putchar('\n');
    return true;
}

/* Writes text without control characters; `between` stands for the end of a line. */
static void put_flat(struct slice text, const char *between) {
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '\n') {
            fputs(between, stdout);
        } else if ((unsigned char)text.data[i] >= ' ') {
            putchar(text.data[i]);
        }
    }
}

typedef void passage_writer(const struct article *article, size_t number, struct slice text);

static bool write_passages(struct job *job, const struct article *article, passage_writer *write,
                           struct error *error) {
    const struct passage *passages;
    size_t count;
    if (!passage_cut(job->cutter, article->text, article->lang, &passages, &count, error)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        write(article, i + 1, slice_of(article->text.data + passages[i].start, passages[i].length));
    }
    return true;
}

static void put_line(const struct article *article, size_t number, struct slice text) {
    (void)article;
    (void)number;
    put_flat(text, " ");
    putchar('\n');
}

static void put_scriptindex(const struct article *article, size_t number, struct slice text) {
    fputs("id=", stdout);
    put_flat(article->id, " ");
    printf("#%zu\ntitle=", number);
    put_flat(article->title, " ");
    fputs("\ntext=", stdout);
    put_flat(text, "\n=");
    fputs("\n\n", stdout);
}

static void put_sqlite(const struct article *article, size_t number, struct slice text) {
    put_flat(article->id, " ");
    printf("#%zu\x1f", number);
    put_flat(article->title, " ");
    putchar('\x1f');
    put_flat(text, "\n");
    putchar('\x1e');
}

static bool write_lines(struct job *job, const struct article *article, struct error *error) {
    return write_passages(job, article, put_line, error);
}

static bool write_scriptindex(struct job *job, const struct article *article, struct error *error) {
    return write_passages(job, article, put_scriptindex, error);
}

static bool write_sqlite(struct job *job, const struct article *article, struct error *error) {
    return write_passages(job, article, put_sqlite, error);
}

/* ---- queries --------------------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/* The first words of a text, `most` at most, up to the end of its line. */
static struct slice take_words(struct slice text, size_t most, size_t *words) {
    size_t at = 0;
    for (*words = 0; *words < most && at < text.length && text.data[at] != '\n'; ++*words) {
        while (at < text.length && !is_blank(text.data[at])) {
            at++;
        }
        while (at < text.length && (text.data[at] == ' ' || text.data[at] == '\t')) {
            at++;
        }
    }
    while (at > 0 && is_blank(text.data[at - 1])) {
        at--;
    }
    return slice_of(text.data, at);
}

/* The text behind the first end of a sentence in the second half; empty where there is none. */
static struct slice find_sentence(struct slice text) {
    for (size_t at = text.length / 2; at + 2 < text.length; at++) {
        if (text.data[at] == '.' && is_blank(text.data[at + 1])) {
            return slice_of(text.data + at + 2, text.length - at - 2);
        }
    }
    return slice_of(NULL, 0);
}

static bool write_topic(struct job *job, const struct article *article, struct error *error) {
    (void)error;
    size_t words;
    struct slice query = take_words(article->title, TITLE_WORDS_MOST + 1, &words);
    if (words < 2 || words > TITLE_WORDS_MOST || job->written % 2) {
        query = take_words(find_sentence(article->text), 3 + job->written % 5, &words);
        if (words < 3) {
            return true;
        }
    }
    printf("%.*s-%lu\t", (int)article->lang.length, article->lang.data, job->written++);
    put_flat(query, " ");
    putchar('\n');
    return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static const struct form forms[] = {
    {"jsonl", write_jsonl},   {"lines", write_lines},  {"scriptindex", write_scriptindex},
    {"sqlite", write_sqlite}, {"topics", write_topic},
};

static bool write_copy(struct job *job, const struct article *original, unsigned long copy,
                       struct error *error) {
    struct article article = *original;
    if (copy == 0) {
        return job->form->write_article(job, &article, error);
    }
    struct bytes id = {0};
    bytes_append_format(&id, "%lu/", copy);
    bytes_append_slice(&id, original->id);
    vary(original->text, copy, &job->text);
    article.id = bytes_slice(&id);
    article.text = bytes_slice(&job->text);
    bool written = bytes_check(&id, error) && bytes_check(&job->text, error) &&
                   job->form->write_article(job, &article, error);
    bytes_free(&id);
    return written;
}

static bool write_file(struct job *job, unsigned long copy, const char *path, struct error *error) {
    struct article article;
    struct reader *reader = reader_open(path, NULL, error);
    enum reader_step step = READER_ARTICLE;
    bool going = reader != NULL;
    for (unsigned long number = 0; going && number < job->first + job->count; number++) {
        step = reader_next(reader, &article, error);
        if (step != READER_ARTICLE) {
            break;
        }
        going = number < job->first || write_copy(job, &article, copy, error);
    }
    reader_close(reader);
    return going && (step == READER_ARTICLE || step == READER_END);
}

int main(int argc, char **argv) {
    struct job job = {.count = (unsigned long)-1 / 2, .copies = 1};
    struct error error = {0};
    int option;
    for (size_t i = 0; argc > 1 && i < sizeof forms / sizeof *forms; i++) {
        if (strcmp(argv[1], forms[i].name) == 0) {
            job.form = &forms[i];
        }
    }
    while (job.form && (option = getopt(argc - 1, argv + 1, "f:n:c:")) != -1) {
        unsigned long number = optarg ? strtoul(optarg, NULL, 10) : 0;
        *(option == 'f' ? &job.first : option == 'n' ? &job.count : &job.copies) = number;
    }
    if (!job.form || optind + 1 >= argc) {
        fputs("usage: bench_text FORM [-f FIRST] [-n COUNT] [-c COPIES] FILE\n", stderr);
        return 2;
    }
    job.cutter = passage_cutter_new();
    bool written = job.cutter != NULL;
    for (unsigned long copy = 0; written && copy < job.copies; copy++) {
        written = write_file(&job, copy, argv[optind + 1], &error);
    }
    written = fflush(stdout) == 0 && written;
    if (!written) {
        fprintf(stderr, "bench_text: %s\n", error.kind ? error.message : "cannot write");
    }
    passage_cutter_free(job.cutter);
    bytes_free(&job.text);
    bytes_free(&job.scratch);
    return written ? 0 : 2;
}
