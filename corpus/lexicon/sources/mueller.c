#include "corpus/base/ascii.h"
#include "corpus/base/bytes.h"
#include "corpus/lexicon/sources/sources.h"

/* An article, its lines joined:
 *
 *     power [paue] 1. _n. 1) сила; мощность, энергия; by power механической силой 2) власть (тж.
 *     государственная); the Great Powers великие державы; 2. _v. снабжать двигателем
 *
 * Senses are numbered "1." and "1)", or "а)"; labels begin with '_'; behind a semicolon, words in
 * Latin letters begin an example, whose translation follows it. */

#define SECTION_DECAY 0.25 /* 1. _n. 2. _v. */
#define SENSE_DECAY 0.35
#define WORD_DECAY 0.15
#define EXAMPLE_SCORE 0.4   /* of a phrase shown as an example of a word */
#define UNUSUAL_FACTOR 0.25 /* for senses that are rare, dated, slang */

struct mueller {
    struct translation_graph *graph;
    struct bytes headword, body, english, russian;
};

static bool is_cyrillic_lead(char c) {
    unsigned char byte = (unsigned char)c;
    return byte >= 0xD0 && byte <= 0xD3;
}

/* "[paue]": pronunciations, and "{см. turbid}". */
static void append_body(struct slice text, struct bytes *body) {
    bool space = true;
    int depth = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.data[i] == '\n' ? ' ' : text.data[i];
        if (c == '[' || c == '{') {
            depth++;
        } else if ((c == ']' || c == '}') && depth > 0) {
            depth--;
        } else if (depth == 0 && !(c == ' ' && space)) {
            bytes_append_byte(body, c);
            space = c == ' ';
        }
    }
}

enum marker { MARKER_NONE, MARKER_SECTION, MARKER_SENSE };

/* What a part of the article begins with: "_II " and "1." begin a section, "12)" and "а)" a sense;
 * *length is the marker's. */
static enum marker read_marker(struct slice text, size_t *length) {
    size_t i = 0;
    if (text.length > 2 && text.data[0] == '_' && strchr("IVX", text.data[1])) {
        *length = 1 + strspn(text.data + 1, "IVX");
        return MARKER_SECTION;
    }
    while (i < text.length && i < 2 && ascii_is_digit(text.data[i])) {
        i++;
    }
    if (i == 0 && text.length > 2 && is_cyrillic_lead(text.data[0])) {
        i = 2;
    }
    if (i == 0 || i >= text.length || !strchr(".)", text.data[i]) ||
        (text.data[i] == '.' && is_cyrillic_lead(text.data[0]))) {
        return MARKER_NONE;
    }
    *length = i + 1;
    return text.data[i] == '.' ? MARKER_SECTION : MARKER_SENSE;
}

/* Cuts labels ("_воен.", "_n.") off the front; true where one says that the sense is unusual. */
static bool cut_labels(struct slice *text) {
    static const char *const unusual[] = {"_уст",  "_редк", "_жарг", "_диал", "_поэт", "_груб",
                                          "_шотл", "_ист",  "_разг", "_шутл", "_школ", "_сл"};
    bool found = false;
    while (text->length > 0 && text->data[0] == '_') {
        for (size_t i = 0; i < sizeof unusual / sizeof *unusual; i++) {
            found = found || slice_starts_with(*text, slice_of_string(unusual[i]));
        }
        size_t end = 0;
        while (end < text->length && text->data[end] != ' ') {
            end++;
        }
        end = end < text->length ? end + 1 : end;
        *text = slice_from(*text, end);
    }
    return found;
}

/* How long the word is that the text begins with and that stands for any object ("чьё-л.") or says
 * something about the word behind it ("тж."); 0 where it is another. */
static size_t little_word(struct slice text) {
    static const char *const phrases[] = {"и т.п.", "и т. п.", "и пр.", "т.е."};
    static const char *const notes[] = {"тж.", "напр.", "обыкн.", "особ.", "преим.", NULL};
    static const char any[] = "-л.";
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        if (slice_starts_with(text, slice_of_string(phrases[i]))) {
            return strlen(phrases[i]);
        }
    }
    size_t end = 0;
    while (end < text.length && !strchr(" ,:;()", text.data[end])) {
        end++;
    }
    struct slice word = slice_of(text.data, end);
    if (slice_is_listed(word, notes)) {
        return end;
    }
    size_t length = strlen(any);
    return end > length && memcmp(text.data + end - length, any, length) == 0 ? end : 0;
}

/* Russian text without brackets, labels, and little words. */
static void append_russian(struct slice text, struct bytes *out) {
    size_t start = out->length;
    append_without_brackets(text, out);
    struct slice rest = slice_from(bytes_slice(out), start);
    size_t kept = start;
    bool begins = true;
    while (rest.length > 0) {
        size_t skip = begins ? little_word(rest) : 0;
        begins = rest.data[0] == ' ';
        if (skip == 0) {
            out->data[kept++] = rest.data[0];
            skip = 1;
        }
        rest = slice_from(rest, skip);
    }
    out->length = kept;
}

static bool has_latin(struct slice text) {
    for (size_t i = 0; i < text.length; i++) {
        if (ascii_is_letter(text.data[i]) || text.data[i] == '=' || text.data[i] == '_') {
            return true;
        }
    }
    return false;
}

/* Adds that the phrase means the Russian text that was made. */
static bool add_pair(struct mueller *mueller, struct slice english, double score,
                     struct error *error) {
    return bytes_check(&mueller->russian, error) &&
           translation_graph_add(mueller->graph, (struct phrase){"en", english},
                                 (struct phrase){"ru", bytes_slice(&mueller->russian)}, score,
                                 error);
}

/* "great powers великие державы": an example, where Latin letters end is its translation. */
static bool add_example(struct mueller *mueller, struct slice part, double score,
                        struct error *error) {
    size_t cut = 0;
    while (cut < part.length && !is_cyrillic_lead(part.data[cut])) {
        cut++;
    }
    struct slice russian = slice_from(part, cut);
    if (has_latin(russian) || russian.length == 0) {
        return true;
    }
    bytes_clear(&mueller->english);
    bytes_clear(&mueller->russian);
    append_without_brackets(slice_of(part.data, cut), &mueller->english);
    append_russian(russian, &mueller->russian);
    return bytes_check(&mueller->english, error) &&
           add_pair(mueller, without_article(bytes_slice(&mueller->english)), score, error);
}

static bool add_sense(struct mueller *mueller, struct slice sense, double score,
                      struct error *error) {
    struct slice part;
    if (cut_labels(&sense)) {
        score *= UNUSUAL_FACTOR;
    }
    unsigned rank = 0;
    bool examples = false;
    while (split_next(&sense, ";", &part)) {
        bool unusual = cut_labels(&part);
        examples = examples || has_latin(part);
        if (examples) {
            if (!add_example(mueller, part, EXAMPLE_SCORE * score, error)) {
                return false;
            }
            continue;
        }
        struct slice word;
        while (split_next(&part, ",", &word)) {
            unusual = cut_labels(&word) || unusual;
            bytes_clear(&mueller->russian);
            append_russian(word, &mueller->russian);
            double share = score * (unusual ? UNUSUAL_FACTOR : 1) / (1 + WORD_DECAY * rank++);
            if (!add_pair(mueller, bytes_slice(&mueller->headword), share, error)) {
                return false;
            }
        }
    }
    return true;
}

static bool read_article(struct slice indexed, struct slice text, void *context,
                         struct error *error) {
    (void)indexed;
    struct mueller *mueller = context;
    struct slice line;
    /* The dictionary's own abbreviations are articles, too. */
    if (!split_next(&text, "\n", &line) || line.length == 0 || line.data[0] == '_') {
        return true;
    }
    bytes_clear(&mueller->headword);
    bytes_clear(&mueller->body);
    append_without_brackets(line, &mueller->headword);
    append_body(text, &mueller->body);
    const char *body = mueller->headword.failed ? NULL : bytes_string(&mueller->body);
    size_t length = mueller->body.length, section = 0, sense = 0;
    for (size_t at = 0; body && at < length;) {
        size_t marker_length = 0;
        enum marker marker = read_marker(slice_of(body + at, length - at), &marker_length);
        section += marker == MARKER_SECTION;
        sense = marker == MARKER_SECTION ? 0 : sense + (marker == MARKER_SENSE);
        at += marker_length;
        at += strspn(body + at, " ");
        size_t end = at, ignored;
        while (end < length && (end == at || body[end - 1] != ' ' ||
                                !read_marker(slice_of(body + end, length - end), &ignored))) {
            end++;
        }
        double decay = (1 + SECTION_DECAY * (double)(section > 0 ? section - 1 : 0)) *
                       (1 + SENSE_DECAY * (double)(sense > 0 ? sense - 1 : 0));
        if (!add_sense(mueller, slice_of(body + at, end - at), 1 / decay, error)) {
            return false;
        }
        at = end;
    }
    return body || error_set_memory(error);
}

bool mueller_read(const char *base, struct translation_graph *graph, struct error *error) {
    struct mueller mueller = {.graph = graph};
    bool done = dictd_read(base, read_article, &mueller, error);
    bytes_free(&mueller.headword);
    bytes_free(&mueller.body);
    bytes_free(&mueller.english);
    bytes_free(&mueller.russian);
    return done;
}
