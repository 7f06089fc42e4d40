#include "corpus/article/feed_elements.h"

static const struct feed_element elements[] = {
    {"encoded", "purl.org/rss/1.0/modules/content", FIELD_TEXT, 5, NULL},
    {"content", NULL, FIELD_TEXT, 4, NULL},
    {"full-text", "news.yandex.ru", FIELD_TEXT, 4, NULL},
    {"description", NULL, FIELD_TEXT, 3, NULL},
    {"summary", NULL, FIELD_TEXT, 2, NULL},
    {"title", NULL, FIELD_TITLE, 1, NULL},
    {"guid", NULL, FIELD_ID, 1, NULL},
    {"id", NULL, FIELD_ID, 1, NULL},
    {"link", NULL, FIELD_URL, 1, NULL},
    {"pubDate", NULL, FIELD_DATE, 3, NULL},
    {"published", NULL, FIELD_DATE, 3, NULL},
    {"date", NULL, FIELD_DATE, 2, NULL},
    {"updated", NULL, FIELD_DATE, 1, NULL},
    {"language", NULL, FIELD_LANG, 1, NULL},
    {"creator", NULL, FIELD_AUTHOR, 2, NULL},
    {"author", NULL, FIELD_AUTHOR, 1, "name"},
    {"source", NULL, FIELD_SOURCE, 1, "title"},
    {"publisher", NULL, FIELD_SOURCE, 1, NULL},
};

#define MEDIA_SPACE "search.yahoo.com/mrss"

/* Of a video that is the item itself, in several sizes. */
static const struct feed_element media_text = {"description", MEDIA_SPACE, FIELD_TEXT, 1, NULL};

/* Namespaces of pictures, sound and podcasts: what they title and describe is not the item. Of
 * Yandex's Turbo pages only the content is it; the rest, a "source" among it, is there to count
 * readers by. */
static bool is_foreign(const char *name, const char *space) {
    return strstr(space, MEDIA_SPACE) || strstr(space, "itunes") ||
           (strstr(space, "turbo.yandex.ru") && strcmp(name, "content") != 0);
}

const struct feed_element *feed_element_find(const char *name, const char *space) {
    for (size_t i = 0; i < sizeof elements / sizeof *elements && !is_foreign(name, space); i++) {
        if (strcmp(name, elements[i].name) == 0 &&
            (!elements[i].space || strstr(space, elements[i].space))) {
            return &elements[i];
        }
    }
    return NULL;
}

bool feed_element_is_media_group(const char *name, const char *space) {
    return strcmp(name, "group") == 0 && strstr(space, MEDIA_SPACE);
}

const struct feed_element *feed_element_find_in_media(const char *name, const char *space) {
    bool found = strcmp(name, media_text.name) == 0 && strstr(space, media_text.space);
    return found ? &media_text : NULL;
}

bool feed_element_is_item(const char *name) {
    return strcmp(name, "item") == 0 || strcmp(name, "entry") == 0;
}

bool feed_element_is_root(const char *name) {
    static const char *const roots[] = {"rss", "feed", "RDF", NULL};
    return slice_is_listed(slice_of_string(name), roots);
}
