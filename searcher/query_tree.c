#include "searcher/query.h"
#include "searcher/query_signs.h"
#include "searcher/query_tokens.h"

/* Whether the query is nothing but `count` stars and any blanks. */
static bool is_mere_stars(struct slice query, size_t count) {
    size_t stars = 0, length;
    for (size_t at = 0; at < query.length; at += length) {
        int32_t code = query_character(query, at, &length);
        if (code != '*' && !query_is_blank(code)) {
            return false;
        }
        stars += code == '*';
    }
    return stars == count;
}

bool query_is_empty(struct slice query) {
    return is_mere_stars(query, 0);
}

bool query_asks_all(struct slice query) {
    return is_mere_stars(query, 1);
}

/* Whether a star touches a letter in the word, as one does that stands for letters elsewhere;
 * between digits it multiplies. */
static bool has_stray_star(struct slice word) {
    int32_t before = ' ';
    for (size_t at = 0, length; at < word.length; at += length) {
        int32_t code = query_character(word, at, &length);
        int32_t other = code == '*' ? before : before == '*' ? code : ' ';
        if (query_is_letter(other) && !query_is_digit(other)) {
            return true;
        }
        before = code;
    }
    return false;
}

/* The first of the text's words that is so. */
static struct slice find_word(struct slice text, bool (*is_so)(struct slice word)) {
    struct slice word;
    for (size_t at = 0; query_next_run(text, &at, &word);) {
        if (is_so(word)) {
            return word;
        }
    }
    return slice_of(NULL, 0);
}

/* The same of all texts of the tree, and of its phrases where those count, too. */
static struct slice find_word_in(const struct query_node *query, bool phrases,
                                 bool (*is_so)(struct slice word)) {
    bool wanted = query && (query->kind == QUERY_TEXT || (phrases && query->kind == QUERY_PHRASE));
    struct slice found = wanted ? find_word(query->text, is_so) : slice_of(NULL, 0);
    for (const struct query_node *child = query ? query->child : NULL; child && found.length == 0;
         child = child->next) {
        found = find_word_in(child, phrases, is_so);
    }
    return found;
}

struct slice query_misread(const struct query_node *query) {
    return find_word_in(query, false, query_begins_filter);
}

struct slice query_stray_star(const struct query_node *query) {
    return find_word_in(query, true, has_stray_star);
}

static bool is_filter(const struct query_node *node) {
    return node->kind == QUERY_LANGUAGE || node->kind == QUERY_SOURCE || node->kind == QUERY_DATE;
}

size_t query_count_filters(const struct query_node *query) {
    size_t count = query && is_filter(query);
    for (const struct query_node *child = query ? query->child : NULL; child; child = child->next) {
        count += query_count_filters(child);
    }
    return count;
}

void query_append_words(const struct query_node *node, struct bytes *out) {
    bool words = node && (node->kind == QUERY_TEXT || node->kind == QUERY_PHRASE ||
                          node->kind == QUERY_PREFIX);
    if (words) {
        bytes_append_string(out, out->length > 0 ? " " : "");
        bytes_append_slice(out, node->text);
    }
    for (const struct query_node *child = node ? node->child : NULL; child; child = child->next) {
        query_append_words(child, out);
    }
}

/* Brackets around nothing but demands, filters and exclusions take none of their force. */
static enum query_role group_role(const struct query_node *group) {
    enum query_role role = QUERY_FILTER;
    for (const struct query_node *child = group->child; child; child = child->next) {
        switch (query_role(child)) {
        case QUERY_WISH:
            return QUERY_WISH;
        case QUERY_DEMAND:
            role = QUERY_DEMAND;
            break;
        case QUERY_FILTER:
        case QUERY_EXCLUSION:
            break;
        }
    }
    return role;
}

enum query_role query_role(const struct query_node *child) {
    switch (child->kind) {
    case QUERY_PHRASE:
    case QUERY_TITLE:
        return QUERY_DEMAND;
    case QUERY_LANGUAGE:
    case QUERY_SOURCE:
    case QUERY_DATE:
        return QUERY_FILTER;
    case QUERY_NOT:
        return QUERY_EXCLUSION;
    case QUERY_SEQUENCE:
    case QUERY_AND:
    case QUERY_OR:
        return group_role(child);
    case QUERY_TEXT:
    case QUERY_PREFIX:
        break;
    }
    return QUERY_WISH;
}

/* A phrase of several words, in whatever forms: one word in quotes is surely meant to be there. */
static bool is_loose_phrase(const struct query_node *node) {
    struct slice run;
    size_t words = 0;
    for (size_t at = 0; query_next_run(node->text, &at, &run);) {
        words += query_has_words(run);
    }
    return node->kind == QUERY_PHRASE && !node->exact && words > 1;
}

/* Makes words of the loose phrases in the node and the groups in it; false where there are none. */
static bool loosen_phrases(struct query_node *node) {
    bool loosened = false;
    for (struct query_node *child = node->child; child; child = child->next) {
        if (is_loose_phrase(child)) {
            child->kind = QUERY_TEXT;
            loosened = true;
        } else if (child->kind == QUERY_SEQUENCE || child->kind == QUERY_AND ||
                   child->kind == QUERY_OR) {
            loosened |= loosen_phrases(child);
        }
    }
    return loosened;
}

bool query_loosen(struct query_node *query) {
    bool words = false;
    if (!query || query->kind != QUERY_SEQUENCE) {
        return false;
    }
    for (const struct query_node *child = query->child; child; child = child->next) {
        words |= child->kind == QUERY_TEXT;
    }
    return words && loosen_phrases(query);
}
