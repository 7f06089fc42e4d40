#include "corpus/article/html_tree.h"

#include "corpus/article/html_nesting.h"
#include "corpus/base/ascii.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdlib.h>

/* Gumbo does not check its allocations and frees its tree by recursion. So each allocation is kept
 * in a list: one that fails leaves the parser by longjmp, and the list is freed whole. */
struct link {
    struct link *next, *before;
};

struct allocation {
    struct link link;
    size_t size;
    alignas(max_align_t) char bytes[];
};

struct html_tree {
    struct link all; /* head of the ring of allocations */
    size_t bytes;
    bool over_limit;
    struct bytes html; /* which the tree points into */
    jmp_buf out;
    const GumboOutput *output;
};

static void *allocate(void *data, size_t size) {
    struct html_tree *tree = data;
    size += sizeof(struct allocation);
    tree->over_limit = size > HTML_TREE_BYTES - tree->bytes;
    struct allocation *allocation = tree->over_limit ? NULL : malloc(size);
    if (!allocation) {
        longjmp(tree->out, 1);
    }
    allocation->size = size;
    allocation->link = (struct link){tree->all.next, &tree->all};
    tree->all.next->before = &allocation->link;
    tree->all.next = &allocation->link;
    tree->bytes += size;
    return allocation->bytes;
}

static void deallocate(void *data, void *bytes) {
    struct html_tree *tree = data;
    if (!bytes) {
        return;
    }
    struct allocation *allocation =
        (struct allocation *)(void *)((char *)bytes - offsetof(struct allocation, bytes));
    allocation->link.before->next = allocation->link.next;
    allocation->link.next->before = allocation->link.before;
    tree->bytes -= allocation->size;
    free(allocation);
}

static bool parse(struct html_tree *tree) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = deallocate;
    options.userdata = tree;
    options.max_errors = 0;
    if (setjmp(tree->out) != 0) {
        return false;
    }
    tree->output = gumbo_parse_with_options(&options, tree->html.length ? tree->html.data : "",
                                            tree->html.length);
    return true;
}

struct html_tree *html_tree_parse(struct slice html, struct error *error) {
    struct html_tree *tree = calloc(1, sizeof *tree);
    if (!tree) {
        error_set_memory(error);
        return NULL;
    }
    tree->all.next = tree->all.before = &tree->all;
    html_limit_nesting(html, &tree->html);
    if (tree->html.failed || !parse(tree)) {
        if (tree->over_limit) {
            error_set(error, ERROR_LIMIT,
                      "the page's elements need more than the limit html-tree, %zu bytes",
                      HTML_TREE_BYTES);
        } else {
            error_set_memory(error);
        }
        html_tree_free(tree);
        return NULL;
    }
    return tree;
}

void html_tree_free(struct html_tree *tree) {
    if (!tree) {
        return;
    }
    struct link *link = tree->all.next;
    while (link != &tree->all) {
        struct link *next = link->next;
        free(link); /* the first member of its allocation */
        link = next;
    }
    bytes_free(&tree->html);
    free(tree);
}

const GumboNode *html_tree_root(const struct html_tree *tree) {
    return tree->output->root;
}

static const GumboVector *children_of(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE
               ? &node->v.element.children
               : NULL;
}

void html_tree_walk(const GumboNode *root,
                    enum html_visit (*enter)(const GumboNode *node, void *data),
                    void (*leave)(const GumboNode *node, void *data), void *data) {
    const GumboNode *node = root;
    for (;;) {
        const GumboVector *children = children_of(node);
        bool entered = enter(node, data) == HTML_DESCEND;
        if (entered && children && children->length > 0) {
            node = children->data[0];
            continue;
        }
        if (entered && leave) {
            leave(node, data);
        }
        /* Up to the first ancestor that has a further child. */
        while (node != root) {
            const GumboNode *parent = node->parent;
            const GumboVector *siblings = children_of(parent);
            size_t next = node->index_within_parent + 1;
            if (next < siblings->length) {
                node = siblings->data[next];
                break;
            }
            if (leave) {
                leave(parent, data);
            }
            node = parent;
        }
        if (node == root) {
            return;
        }
    }
}

GumboTag html_tag(const GumboNode *node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE
               ? node->v.element.tag
               : GUMBO_TAG_UNKNOWN;
}

struct slice html_attribute(const GumboNode *node, const char *name) {
    if (node->type != GUMBO_NODE_ELEMENT) {
        return slice_of(NULL, 0);
    }
    const GumboAttribute *attribute = gumbo_get_attribute(&node->v.element.attributes, name);
    return slice_of_string(attribute ? attribute->value : NULL);
}

bool html_has_name(struct slice names, const char *name) {
    for (size_t at = 0; at < names.length;) {
        size_t length = strcspn(names.data + at, " \t\r\n\f");
        if (ascii_equal(slice_of(names.data + at, length), name)) {
            return true;
        }
        at += length + 1;
    }
    return false;
}
