#include "indexer/bulk_words.h"

#include <pthread.h>
#include <stdlib.h>

struct part {
    struct vocabulary *vocabulary;
    struct store *store; /* of the segment being written */
    uint64_t segment;    /* its number */
    pthread_t thread;
    bool started, written;
    struct error error;
};

struct bulk_words {
    unsigned count;
    struct part parts[];
};

struct bulk_words *bulk_words_new(unsigned parts, struct error *error) {
    struct bulk_words *words = calloc(1, sizeof *words + parts * sizeof words->parts[0]);
    if (!words) {
        error_set_memory(error);
        return NULL;
    }
    words->count = parts;
    for (unsigned i = 0; i < parts; i++) {
        words->parts[i].vocabulary = vocabulary_new();
        if (!words->parts[i].vocabulary) {
            bulk_words_free(words);
            error_set_memory(error);
            return NULL;
        }
    }
    return words;
}

void bulk_words_free(struct bulk_words *words) {
    if (words) {
        for (unsigned i = 0; i < words->count; i++) {
            vocabulary_free(words->parts[i].vocabulary);
        }
        free(words);
    }
}

bool bulk_words_add(struct bulk_words *words, const struct vocabulary *counted,
                    struct error *error) {
    bool added = true;
    for (unsigned i = 0; i < words->count && added; i++) {
        added = vocabulary_merge(words->parts[i].vocabulary, counted, i, words->count, error);
    }
    return added;
}

size_t bulk_words_memory(const struct bulk_words *words) {
    size_t memory = 0;
    for (unsigned i = 0; i < words->count; i++) {
        memory += vocabulary_memory(words->parts[i].vocabulary);
    }
    return memory;
}

static void *write_part(void *argument) {
    struct part *part = argument;
    part->written = store_write_words(part->store, part->vocabulary, &part->error) &&
                    store_commit(part->store, &part->error);
    part->written = store_close(part->store, part->written ? &part->error : NULL) && part->written;
    part->store = NULL;
    return NULL;
}

bool bulk_words_write(struct bulk_words *words, struct segments *segments, bool sealed,
                      struct error *error) {
    bool written = true;
    for (unsigned i = 0; i < words->count && written; i++) {
        struct part *part = &words->parts[i];
        part->error = (struct error){0};
        part->store = segments_create_last(segments, &part->segment, sealed, error);
        written = part->store != NULL;
        part->started = written && pthread_create(&part->thread, NULL, write_part, part) == 0;
        if (written && !part->started) {
            write_part(part);
        }
    }
    for (unsigned i = 0; i < words->count; i++) {
        struct part *part = &words->parts[i];
        if (part->started) {
            pthread_join(part->thread, NULL);
            part->started = false;
        }
        if (written) {
            written = part->written ? segments_add_last(segments, part->segment, error)
                                    : error_pass(error, &part->error);
        }
    }
    return written;
}
