#include "indexer/pipeline.h"

#include "indexer/interrupt.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

enum { TICK_MS = 100, READER_GRACE_MS = 300 };

/* A slot goes round: empty, filled, in work, done, empty. Chunk n is in slot n % slots. */
enum slot_state { SLOT_EMPTY, SLOT_FILLED, SLOT_IN_WORK, SLOT_DONE };

struct slot {
    enum slot_state state;
    struct chunk chunk;
    struct error error; /* of reading it or working on it */
};

struct pipeline {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    const struct pipeline_steps *steps;
    struct source *source;
    struct slot *slots;
    unsigned slot_count;
    uint64_t next_filled; /* chunk that the reader fills next: those before are filled */
    uint64_t next_worked; /* chunk that a worker takes next */
    unsigned next_worker; /* number of the next worker to start */
    bool ended;           /* the reader has nothing more */
    bool stopping;        /* nobody takes anything any more */
    unsigned users;       /* threads that may still look at this: the last one frees it */
};

static void release(struct pipeline *pipeline) {
    pthread_mutex_lock(&pipeline->mutex);
    bool last = --pipeline->users == 0;
    pthread_mutex_unlock(&pipeline->mutex);
    if (last) {
        for (unsigned i = 0; pipeline->slots && i < pipeline->slot_count; i++) {
            chunk_free(&pipeline->slots[i].chunk);
        }
        free(pipeline->slots);
        pthread_cond_destroy(&pipeline->changed);
        pthread_mutex_destroy(&pipeline->mutex);
        free(pipeline);
    }
}

static void *read_chunks(void *argument) {
    struct pipeline *pipeline = argument;
    pthread_mutex_lock(&pipeline->mutex);
    while (!pipeline->stopping && !pipeline->ended) {
        struct slot *slot = &pipeline->slots[pipeline->next_filled % pipeline->slot_count];
        if (slot->state != SLOT_EMPTY) {
            pthread_cond_wait(&pipeline->changed, &pipeline->mutex);
            continue;
        }
        pthread_mutex_unlock(&pipeline->mutex);
        chunk_clear(&slot->chunk);
        error_clear(&slot->error);
        slot->chunk.number = pipeline->next_filled;
        enum source_step step = source_fill(pipeline->source, &slot->chunk, &slot->error);
        pthread_mutex_lock(&pipeline->mutex);
        pipeline->ended = step != SOURCE_CHUNK || interrupt_requested();
        if (step != SOURCE_END) {
            slot->state = step == SOURCE_FAILED ? SLOT_DONE : SLOT_FILLED;
            pipeline->next_filled++;
        }
        pthread_cond_broadcast(&pipeline->changed);
    }
    pthread_mutex_unlock(&pipeline->mutex);
    release(pipeline);
    return NULL;
}

static void *work_on_chunks(void *argument) {
    struct pipeline *pipeline = argument;
    pthread_mutex_lock(&pipeline->mutex);
    unsigned worker = pipeline->next_worker++;
    for (;;) {
        unsigned number = (unsigned)(pipeline->next_worked % pipeline->slot_count);
        struct slot *slot = &pipeline->slots[number];
        if (pipeline->stopping ||
            (pipeline->next_worked == pipeline->next_filled && pipeline->ended)) {
            break;
        }
        if (pipeline->next_worked == pipeline->next_filled) {
            pthread_cond_wait(&pipeline->changed, &pipeline->mutex);
            continue;
        }
        pipeline->next_worked++;
        if (slot->state != SLOT_FILLED) {
            continue; /* reading it failed */
        }
        slot->state = SLOT_IN_WORK;
        pthread_mutex_unlock(&pipeline->mutex);
        const struct pipeline_steps *steps = pipeline->steps;
        if (!steps->work(steps->context, worker, number, &slot->chunk, &slot->error)) {
            error_set(&slot->error, ERROR_BUG, "a step failed without saying why");
        }
        pthread_mutex_lock(&pipeline->mutex);
        slot->state = SLOT_DONE;
        pthread_cond_broadcast(&pipeline->changed);
    }
    pthread_mutex_unlock(&pipeline->mutex);
    release(pipeline);
    return NULL;
}

static struct timespec soon(int milliseconds) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_nsec += milliseconds * 1000000L;
    time.tv_sec += time.tv_nsec / 1000000000L;
    time.tv_nsec %= 1000000000L;
    return time;
}

/* Waits until the chunk is done; false when there is no such chunk to come. */
static bool wait_for_chunk(struct pipeline *pipeline, uint64_t number) {
    struct slot *slot = &pipeline->slots[number % pipeline->slot_count];
    pthread_mutex_lock(&pipeline->mutex);
    bool done;
    while (!(done = (number < pipeline->next_filled && slot->state == SLOT_DONE))) {
        if (number == pipeline->next_filled && (pipeline->ended || interrupt_requested())) {
            break;
        }
        struct timespec until = soon(TICK_MS);
        pthread_cond_clockwait(&pipeline->changed, &pipeline->mutex, CLOCK_MONOTONIC, &until);
        pthread_mutex_unlock(&pipeline->mutex);
        pipeline->steps->tick(pipeline->steps->context);
        pthread_mutex_lock(&pipeline->mutex);
    }
    pthread_mutex_unlock(&pipeline->mutex);
    return done;
}

static bool take_chunks(struct pipeline *pipeline, struct error *error) {
    const struct pipeline_steps *steps = pipeline->steps;
    bool stop = false;
    for (uint64_t number = 0; !stop && wait_for_chunk(pipeline, number); number++) {
        unsigned index = (unsigned)(number % pipeline->slot_count);
        struct slot *slot = &pipeline->slots[index];
        if (slot->error.kind != ERROR_NONE) {
            return error_pass(error, &slot->error);
        }
        if (!steps->take(steps->context, index, &slot->chunk, &stop, error)) {
            return false;
        }
        pthread_mutex_lock(&pipeline->mutex);
        slot->state = SLOT_EMPTY;
        pthread_cond_broadcast(&pipeline->changed);
        pthread_mutex_unlock(&pipeline->mutex);
    }
    return true;
}

/* Tells the threads to end and waits for them, but only for a moment for the one that reads. */
static void stop_threads(struct pipeline *pipeline, pthread_t reader, bool *source_left,
                         const pthread_t *workers, unsigned count) {
    pthread_mutex_lock(&pipeline->mutex);
    pipeline->stopping = true;
    pthread_cond_broadcast(&pipeline->changed);
    pthread_mutex_unlock(&pipeline->mutex);
    for (unsigned i = 0; i < count; i++) {
        pthread_join(workers[i], NULL);
    }
    struct timespec until = soon(READER_GRACE_MS);
    if (pthread_clockjoin_np(reader, NULL, CLOCK_MONOTONIC, &until) != 0) {
        pthread_detach(reader);
        *source_left = true;
    }
}

static struct pipeline *pipeline_new(struct source *source, unsigned jobs,
                                     const struct pipeline_steps *steps) {
    struct pipeline *pipeline = calloc(1, sizeof *pipeline);
    if (pipeline) {
        pipeline->steps = steps;
        pipeline->source = source;
        pipeline->slot_count = pipeline_slots(jobs);
        pipeline->slots = calloc(pipeline->slot_count, sizeof *pipeline->slots);
        pipeline->users = 1;
        pthread_mutex_init(&pipeline->mutex, NULL);
        pthread_cond_init(&pipeline->changed, NULL);
    }
    return pipeline;
}

static bool start(struct pipeline *pipeline, pthread_t *thread, void *(*run)(void *),
                  struct error *error) {
    pthread_mutex_lock(&pipeline->mutex);
    pipeline->users++;
    pthread_mutex_unlock(&pipeline->mutex);
    if (pthread_create(thread, NULL, run, pipeline) != 0) {
        release(pipeline);
        return error_set(error, ERROR_IO, "cannot start a thread: the system allows no more");
    }
    return true;
}

bool pipeline_run(struct source *source, unsigned jobs, const struct pipeline_steps *steps,
                  bool *source_left, struct error *error) {
    *source_left = false;
    pthread_t reader;
    pthread_t *workers = calloc(jobs, sizeof *workers);
    struct pipeline *pipeline = pipeline_new(source, jobs, steps);
    if (!workers || !pipeline || !pipeline->slots) {
        free(workers);
        if (pipeline) {
            release(pipeline);
        }
        return error_set_memory(error);
    }
    unsigned started = 0;
    bool run = start(pipeline, &reader, read_chunks, error);
    bool reading = run;
    while (run && started < jobs) {
        run = start(pipeline, &workers[started], work_on_chunks, error);
        started += run;
    }
    run = run && take_chunks(pipeline, error);
    if (reading) {
        stop_threads(pipeline, reader, source_left, workers, started);
    }
    free(workers);
    release(pipeline);
    return run;
}
