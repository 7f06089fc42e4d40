#include "corpus/article/html_roles.h"

#include "corpus/article/html_furniture.h"

static enum tag_role role_of(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_P:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_PRE:
        return ROLE_BOX;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        return ROLE_CELL;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_HGROUP:
        return ROLE_LINE;
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HR:
        return ROLE_BREAK;
    default:
        return ROLE_INLINE;
    }
}

bool html_is_heading(const GumboNode *node) {
    GumboTag tag = html_tag(node);
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

unsigned char html_heading_level(const GumboNode *node) {
    bool heading = html_is_heading(node) && !html_is_site_name(node);
    if (heading && html_has_name(html_attribute(node, "itemprop"), "headline")) {
        return 1;
    }
    return heading ? (unsigned char)(html_tag(node) - GUMBO_TAG_H1 + 1) : 0;
}

bool html_is_link(const GumboNode *node) {
    struct slice target = html_attribute(node, "href");
    return html_tag(node) == GUMBO_TAG_A && target.length > 0 &&
           (target.data[0] != '#' || target.length == 1);
}

struct slice html_time(const GumboNode *node) {
    struct slice classes = html_attribute(node, "class");
    struct slice property = html_attribute(node, "itemprop");
    bool wanted = html_tag(node) == GUMBO_TAG_TIME && !html_has_name(property, "dateModified") &&
                  (!html_has_name(classes, "updated") || html_has_name(classes, "published"));
    return wanted ? html_attribute(node, "datetime") : slice_of(NULL, 0);
}

bool html_is_data_row(const GumboNode *row) {
    size_t cells = 0;
    for (unsigned i = 0; i < row->v.element.children.length; i++) {
        const GumboNode *cell = row->v.element.children.data[i];
        if (role_of(html_tag(cell)) != ROLE_CELL) {
            continue;
        }
        size_t paragraphs = 0, breaks = 0;
        for (unsigned j = 0; j < cell->v.element.children.length; j++) {
            const GumboNode *child = cell->v.element.children.data[j];
            enum tag_role role = role_of(html_tag(child));
            paragraphs += html_tag(child) == GUMBO_TAG_P;
            breaks += role == ROLE_BREAK;
            if ((role == ROLE_BOX && html_tag(child) != GUMBO_TAG_P) || role == ROLE_LINE ||
                paragraphs > 1 || breaks > 1) {
                return false;
            }
        }
        cells++;
    }
    return cells > 1;
}

static bool is_text_at(const GumboVector *siblings, size_t index) {
    return index < siblings->length &&
           ((const GumboNode *)siblings->data[index])->type == GUMBO_NODE_TEXT;
}

/* Whether an element of the site's own making ("x-card") stands as a box. Its style sheet decides
 * that, which is not read. It is taken for one where it is in a box with no text beside it; others
 * stand in a line. */
static bool is_box_of_its_own(const GumboNode *node) {
    const GumboNode *parent = node->parent;
    GumboTag around = html_tag(parent);
    if (node->type != GUMBO_NODE_ELEMENT || html_tag(node) != GUMBO_TAG_UNKNOWN ||
        parent->type != GUMBO_NODE_ELEMENT || around == GUMBO_TAG_P) {
        return false;
    }
    const GumboVector *siblings = &parent->v.element.children;
    size_t at = node->index_within_parent;
    return (around == GUMBO_TAG_UNKNOWN || role_of(around) == ROLE_BOX) &&
           !is_text_at(siblings, at + 1) && !(at > 0 && is_text_at(siblings, at - 1));
}

enum tag_role html_role(const GumboNode *node, bool in_data_row) {
    GumboTag tag = html_tag(node);
    enum tag_role role = role_of(tag);
    if (in_data_row) {
        return tag == GUMBO_TAG_P ? ROLE_INLINE : role;
    }
    return role == ROLE_CELL || is_box_of_its_own(node) ? ROLE_BOX : role;
}

bool html_is_listed(const GumboNode *node) {
    GumboTag tag = html_tag(node);
    return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD ||
           (tag == GUMBO_TAG_TR && html_is_data_row(node)) || tag == GUMBO_TAG_CAPTION;
}
