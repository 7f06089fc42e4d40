#include "corpus/article/html_hidden.h"

#include "corpus/article/html_furniture.h"
#include "corpus/base/ascii.h"

struct count {
    unsigned hidden; /* hidden elements that the walk is in */
    unsigned headings;
    size_t letters[2], heading_letters[2]; /* bytes: visible ones, hidden ones */
};

static size_t count_letters(const char *text) {
    size_t letters = 0;
    for (; *text; text++) {
        letters += !ascii_is_space(*text);
    }
    return letters;
}

static enum html_visit enter(const GumboNode *node, void *data) {
    struct count *count = data;
    if (node->type == GUMBO_NODE_TEXT) {
        size_t letters = count_letters(node->v.text.text);
        count->letters[count->hidden > 0] += letters;
        count->heading_letters[count->hidden > 0] += count->headings > 0 ? letters : 0;
    }
    if (node->type != GUMBO_NODE_ELEMENT || html_is_invisible(node)) {
        return HTML_SKIP;
    }
    count->hidden += html_is_hidden(node);
    count->headings += html_tag(node) == GUMBO_TAG_H1;
    return HTML_DESCEND;
}

static void leave(const GumboNode *node, void *data) {
    struct count *count = data;
    count->hidden -= html_is_hidden(node);
    count->headings -= html_tag(node) == GUMBO_TAG_H1;
}

bool html_hides_article(const GumboNode *root) {
    struct count count = {0};
    html_tree_walk(root, enter, leave, &count);
    return count.heading_letters[true] > 0 && count.heading_letters[false] == 0 &&
           count.letters[true] > count.letters[false];
}
