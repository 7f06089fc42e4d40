#include "corpus/passages/passage.h"

#include "corpus/article/unwrap.h"
#include "corpus/base/array.h"
#include "corpus/passages/units.h"

#include <stdlib.h>

struct passage_cutter {
    struct unit_list list;
    struct passage *passages;
    size_t count, capacity;
    struct bytes joined; /* a wrapped text, with lines joined to paragraphs */
};

/* Units that are being joined: those from `first` to before `end`. */
struct group {
    size_t first, end;
    size_t characters;  /* of its units and of the white space between them */
    size_t headings;    /* how many of its last units are headings */
    bool has_paragraph; /* not only headings */
};

struct passage_cutter *passage_cutter_new(void) {
    struct passage_cutter *cutter = calloc(1, sizeof *cutter);
    if (cutter && !unit_list_make(&cutter->list)) {
        passage_cutter_free(cutter);
        cutter = NULL;
    }
    return cutter;
}

void passage_cutter_free(struct passage_cutter *cutter) {
    if (cutter) {
        unit_list_free(&cutter->list);
        free(cutter->passages);
        bytes_free(&cutter->joined);
        free(cutter);
    }
}

static struct group empty_group(size_t at) {
    return (struct group){.first = at, .end = at};
}

static bool is_empty(const struct group *group) {
    return group->first == group->end;
}

/* The group's characters with those of what begins at the unit `next`, and of the white space, or
 * the unit outside, between them. */
static size_t characters_with(const struct unit_list *list, const struct group *group, size_t next,
                              size_t characters) {
    const struct unit *units = list->units;
    if (is_empty(group)) {
        return characters;
    }
    const struct unit *last = &units[group->end - 1];
    return group->characters + (units[next].start - last->start - last->length) + characters;
}

/* Appends the unit at group->end. */
static void extend(const struct unit_list *list, struct group *group) {
    const struct unit *unit = &list->units[group->end];
    group->characters = characters_with(list, group, group->end, unit->characters);
    group->has_paragraph = group->has_paragraph || unit->kind == UNIT_PARAGRAPH;
    group->headings = unit->kind == UNIT_HEADING ? group->headings + 1 : 0;
    group->end++;
}

/* Whether the unit behind the group may join it. */
static bool continues(const struct unit_list *list, const struct group *group) {
    const struct unit *unit = &list->units[group->end];
    size_t characters = characters_with(list, group, group->end, unit->characters);
    if (is_empty(group) || list->units[group->first].language != unit->language ||
        characters > PASSAGE_CHARACTERS_LONGEST) {
        return false;
    }
    if (!group->has_paragraph) {
        /* Headings stay with what follows them, but not without end: a column of short lines is not
         * one heading. */
        return unit->kind == UNIT_PARAGRAPH || characters <= PASSAGE_CHARACTERS_TARGET;
    }
    if (unit->kind == UNIT_HEADING) {
        return group->characters < PASSAGE_CHARACTERS_FULL;
    }
    return characters <= PASSAGE_CHARACTERS_TARGET;
}

/* Takes the headings at the group's end off: they go with what follows, when that is of their
 * language. */
static struct group split_headings(const struct unit_list *list, struct group *group,
                                   const struct unit *unit) {
    struct group headings = empty_group(group->end);
    if (!group->has_paragraph || unit->kind == UNIT_OUTSIDE ||
        list->units[group->first].language != unit->language) {
        return headings;
    }
    size_t end = group->end;
    headings = empty_group(end - group->headings);
    while (headings.end < end) {
        extend(list, &headings);
    }
    if (!is_empty(&headings)) {
        group->end = headings.first;
        group->characters -=
            characters_with(list, group, headings.first, headings.characters) - group->characters;
    }
    return headings;
}

/* All its units are in one language. */
static bool close_group(struct passage_cutter *cutter, const struct group *group) {
    const struct unit *units = cutter->list.units;
    const struct unit *last = &units[group->end - 1];
    size_t start = units[group->first].start;
    const struct passage passage = {
        .start = start,
        .length = last->start + last->length - start,
        .language = units[group->first].language,
    };
    return array_append(&cutter->passages, &cutter->count, &cutter->capacity, sizeof passage,
                        &passage);
}

/* Whether a group is joined to the one before: it has only lines that look like headings, and
 * nothing follows for them to head. */
static bool trails(const struct unit_list *list, const struct group *before,
                   const struct group *group) {
    return !group->has_paragraph && !is_empty(before) && before->end == group->first &&
           list->units[before->first].language == list->units[group->first].language &&
           characters_with(list, before, group->first, group->characters) <=
               PASSAGE_CHARACTERS_TARGET;
}

/* Closes the group before, after which `group` is that; or appends `group` to it. */
static bool shift(struct passage_cutter *cutter, struct group *before, const struct group *group) {
    if (is_empty(group)) {
        return true;
    }
    if (trails(&cutter->list, before, group)) {
        before->characters =
            characters_with(&cutter->list, before, group->first, group->characters);
        before->end = group->end;
        return true;
    }
    bool closed = is_empty(before) || close_group(cutter, before);
    *before = *group;
    return closed;
}

static bool join(struct passage_cutter *cutter) {
    const struct unit_list *list = &cutter->list;
    struct group before = empty_group(0), group = empty_group(0);
    for (size_t i = 0; i < list->count; i++) {
        const struct unit *unit = &list->units[i];
        if (unit->kind == UNIT_OUTSIDE || !continues(list, &group)) {
            struct group headings = split_headings(list, &group, unit);
            if (!shift(cutter, &before, &group)) {
                return false;
            }
            group = headings;
        }
        /* The white space between may be so long that the headings stay alone, too. */
        if (!is_empty(&group) && !continues(list, &group)) {
            if (!shift(cutter, &before, &group)) {
                return false;
            }
            group = empty_group(i);
        }
        if (is_empty(&group)) {
            group = empty_group(i);
        }
        if (unit->kind == UNIT_OUTSIDE) {
            group = empty_group(i + 1);
        } else {
            extend(list, &group);
        }
    }
    return shift(cutter, &before, &group) && (is_empty(&before) || close_group(cutter, &before));
}

/* Lets each tile run to the start of the next passage. */
static void lay_tiles(struct passage_cutter *cutter, size_t length) {
    for (size_t i = 0; i < cutter->count; i++) {
        struct passage *passage = &cutter->passages[i];
        passage->tile_start = i == 0 ? 0 : passage->start;
        passage->tile_end = i + 1 < cutter->count ? passage[1].start : length;
    }
}

bool passage_cut(struct passage_cutter *cutter, struct slice text, struct slice claimed,
                 const struct passage **passages, size_t *count, struct error *error) {
    cutter->count = 0;
    if (text_is_wrapped(text)) {
        bytes_clear(&cutter->joined);
        bytes_append_slice(&cutter->joined, text);
        if (cutter->joined.failed) {
            return error_set_memory(error);
        }
        text_join_lines(cutter->joined.data, text.length);
        text = bytes_slice(&cutter->joined);
    }
    bool done = unit_list_fill(&cutter->list, text, claimed) && join(cutter);
    lay_tiles(cutter, text.length);
    *passages = cutter->passages;
    *count = cutter->count;
    return done || error_set_memory(error);
}
