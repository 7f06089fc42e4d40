#include "corpus/base/array.h"
#include "corpus/base/bytes.h"
#include "corpus/base/map.h"
#include "corpus/languages/language.h"
#include "corpus/lexicon/sources/sources.h"
#include "corpus/unicode/properties.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <stdlib.h>
#include <unistd.h>

/* Each language has the same elements in a file of its own: what stands at the same place, with
 * the same attributes, means the same. */

#define NAME_SCORE 1.5    /* names of countries, languages, currencies, cities */
#define PICTURE_SCORE 0.7 /* what a picture shows */
#define KEYWORD_SCORE 0.4 /* shared between the keywords of a picture */
#define KEYWORDS_MOST 12

enum element { ELEMENT_NONE, ELEMENT_NAME, ELEMENT_PICTURE, ELEMENT_KEYWORDS };

struct texts {
    const char *code;   /* of their language */
    struct map *places; /* "N" element, place; values are numbers of texts below */
    xmlChar **text;     /* of each place */
    size_t count, capacity;
};

static bool is_named(const xmlNode *node, const char *name) {
    return node && node->name && strcmp((const char *)node->name, name) == 0;
}

static bool append_attribute(xmlNode *node, const char *name, struct bytes *out) {
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    bytes_append_byte(out, '|');
    bytes_append_slice(out, slice_of_string((const char *)value));
    bool there = value != NULL;
    xmlFree(value);
    return there;
}

static bool has_type(xmlNode *node, const char *type) {
    xmlChar *value = xmlGetProp(node, (const xmlChar *)"type");
    bool equal = value && strcmp((const char *)value, type) == 0;
    xmlFree(value);
    return equal;
}

/* Whether a picture is a word or letters in a frame: "VS button", "SOON arrow". Its names are of
 * the frame, and "vs" is no button. */
static bool is_framed_word(xmlNode *annotation) {
    static const struct {
        uint32_t first, last;
    } frames[] = {{0x2460, 0x24ff}, {0x3200, 0x32ff}, {0x1f100, 0x1f2ff}, {0x1f519, 0x1f51d}};
    xmlChar *picture = xmlGetProp(annotation, (const xmlChar *)"cp");
    struct slice text = slice_of_string(picture ? (const char *)picture : "");
    size_t end;
    uint32_t first = text.length > 0 ? code_point_at(text, 0, &end) : CODE_POINT_INVALID;
    bool framed = false;
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        framed |= first >= frames[i].first && first <= frames[i].last;
    }
    xmlFree(picture);
    return framed;
}

/* What an element is good for, and where it stands. */
static enum element place_of(xmlNode *node, struct bytes *place) {
    bytes_clear(place);
    bytes_append_string(place, (const char *)node->name);
    if (is_named(node, "territory") || is_named(node, "language")) {
        return append_attribute(node, "type", place) && !xmlHasProp(node, (const xmlChar *)"alt")
                   ? ELEMENT_NAME
                   : ELEMENT_NONE;
    }
    if (is_named(node, "exemplarCity") || is_named(node, "displayName")) {
        bool wanted = is_named(node->parent, "zone") || is_named(node->parent, "currency");
        return wanted && append_attribute(node->parent, "type", place) &&
                       !xmlHasProp(node, (const xmlChar *)"count")
                   ? ELEMENT_NAME
                   : ELEMENT_NONE;
    }
    if (is_named(node, "annotation")) {
        bool wanted = append_attribute(node, "cp", place) && !is_framed_word(node);
        return !wanted ? ELEMENT_NONE : has_type(node, "tts") ? ELEMENT_PICTURE : ELEMENT_KEYWORDS;
    }
    return ELEMENT_NONE;
}

/* Takes over `text`; NULL: memory ran out. */
static bool add_text(struct texts *texts, enum element element, struct bytes *place,
                     xmlChar *text) {
    bytes_append_byte(place, (char)('0' + element));
    uint64_t *number =
        text && !place->failed &&
                array_reserve(&texts->text, &texts->capacity, texts->count + 1, sizeof *texts->text)
            ? map_insert(texts->places, bytes_slice(place), NULL)
            : NULL;
    if (!number) {
        xmlFree(text);
        return false;
    }
    *number = texts->count;
    texts->text[texts->count++] = text;
    return true;
}

/* Walks the tree without recursion: files may nest deeply. */
static bool collect_texts(xmlNode *root, struct texts *texts) {
    struct bytes place = {0};
    bool done = true;
    for (xmlNode *node = root; node && done;) {
        if (node->type == XML_ELEMENT_NODE) {
            enum element element = place_of(node, &place);
            if (element != ELEMENT_NONE) {
                done = add_text(texts, element, &place, xmlNodeGetContent(node));
            }
        }
        if (node->children && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        while (node && node != root && !node->next) {
            node = node->parent;
        }
        node = node == root ? NULL : node ? node->next : NULL;
    }
    bytes_free(&place);
    return done;
}

static bool texts_read(const char *folder, const char *code, struct texts *texts,
                       struct error *error) {
    static const char *const files[] = {"main", "annotations"};
    *texts = (struct texts){.code = code, .places = map_new()};
    bool done = texts->places || error_set_memory(error);
    for (size_t i = 0; done && i < sizeof files / sizeof *files; i++) {
        struct bytes path = {0};
        bytes_append_format(&path, "%s/%s/%s.xml", folder, files[i], code);
        const char *file = bytes_string(&path);
        done = file || error_set_memory(error);
        if (done && access(file, R_OK) == 0) {
            xmlDoc *document = xmlReadFile(
                file, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
            done = document || error_set(error, ERROR_INPUT, "%s is not XML", file);
            done = done && (collect_texts(xmlDocGetRootElement(document), texts) ||
                            error_set_memory(error));
            xmlFreeDoc(document);
        }
        bytes_free(&path);
    }
    return done;
}

static void texts_free(struct texts *texts) {
    for (size_t i = 0; i < texts->count; i++) {
        xmlFree(texts->text[i]);
    }
    free(texts->text);
    map_free(texts->places);
}

static size_t split_keywords(struct slice text, struct slice *keywords) {
    size_t count = 0;
    while (count < KEYWORDS_MOST && split_next(&text, "|", &keywords[count])) {
        count++;
    }
    return count;
}

/* Which keyword means which is not said; that the same pairs come back for many pictures does. */
static bool add_keywords(struct translation_graph *graph, struct phrase a, struct phrase b,
                         struct error *error) {
    struct slice left[KEYWORDS_MOST], right[KEYWORDS_MOST];
    size_t left_count = split_keywords(a.text, left), right_count = split_keywords(b.text, right);
    bool done = true;
    for (size_t i = 0; i < left_count; i++) {
        for (size_t j = 0; done && j < right_count; j++) {
            double score = KEYWORD_SCORE / (double)(left_count * right_count);
            done = translation_graph_add(graph, (struct phrase){a.code, left[i]},
                                         (struct phrase){b.code, right[j]}, score, error);
        }
    }
    return done;
}

static bool add_name(struct translation_graph *graph, struct phrase a, struct phrase b,
                     double score, struct error *error) {
    struct bytes left = {0}, right = {0};
    append_without_brackets(a.text, &left);
    append_without_brackets(b.text, &right);
    bool done = bytes_check(&left, error) && bytes_check(&right, error) &&
                translation_graph_add(graph, (struct phrase){a.code, bytes_slice(&left)},
                                      (struct phrase){b.code, bytes_slice(&right)}, score, error);
    bytes_free(&left);
    bytes_free(&right);
    return done;
}

static bool add_text_pair(struct translation_graph *graph, enum element element, struct phrase a,
                          struct phrase b, struct error *error) {
    return element == ELEMENT_KEYWORDS
               ? add_keywords(graph, a, b, error)
               : add_name(graph, a, b, element == ELEMENT_NAME ? NAME_SCORE : PICTURE_SCORE, error);
}

static bool pair_texts(struct translation_graph *graph, const struct texts *a,
                       const struct texts *b, struct error *error) {
    for (size_t i = 0; i < map_count(a->places); i++) {
        struct slice place = map_key(a->places, i);
        const uint64_t *other = map_find(b->places, place);
        if (!other) {
            continue;
        }
        enum element element = (enum element)(place.data[place.length - 1] - '0');
        const char *left = (const char *)a->text[*map_value(a->places, i)];
        const char *right = (const char *)b->text[*other];
        if (!add_text_pair(graph, element, (struct phrase){a->code, slice_of_string(left)},
                           (struct phrase){b->code, slice_of_string(right)}, error)) {
            return false;
        }
    }
    return true;
}

/* In English, zones are named by their cities: America/New_York needs no text. */
static bool add_english_cities(struct texts *english, const struct texts *other) {
    bool done = true;
    for (size_t i = 0; done && i < map_count(other->places); i++) {
        struct slice place = map_key(other->places, i);
        if (!slice_starts_with(place, slice_of_string("exemplarCity|")) ||
            map_find(english->places, place)) {
            continue;
        }
        struct bytes name = {0}, key = {0};
        size_t start = place.length;
        while (start > 0 && !strchr("/|", place.data[start - 1])) {
            start--;
        }
        for (size_t j = start; j + 1 < place.length; j++) {
            bytes_append_byte(&name, place.data[j] == '_' ? ' ' : place.data[j]);
        }
        bytes_append(&key, place.data, place.length - 1);
        const char *text = bytes_string(&name);
        done = text && add_text(english, ELEMENT_NAME, &key, xmlStrdup((const xmlChar *)text));
        bytes_free(&name);
        bytes_free(&key);
    }
    return done;
}

bool cldr_read(const char *folder, struct translation_graph *graph, struct error *error) {
    size_t count = language_count();
    struct texts *texts = calloc(count + 1, sizeof *texts);
    bool done = texts || error_set_memory(error);
    for (size_t i = 0; done && i < count; i++) {
        done = texts_read(folder, language_at(i)->code, &texts[i], error);
    }
    for (size_t i = 0; done && i < count; i++) {
        bool english = strcmp(language_at(i)->code, "en") == 0;
        for (size_t j = 0; done && english && j < count; j++) {
            done = j == i || add_english_cities(&texts[i], &texts[j]) || error_set_memory(error);
        }
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; done && j < count; j++) {
            done = pair_texts(graph, &texts[i], &texts[j], error);
        }
    }
    for (size_t i = 0; texts && i < count; i++) {
        texts_free(&texts[i]);
    }
    free(texts);
    return done;
}
