#include "searcher/topics.h"

#include "corpus/base/array.h"
#include "corpus/base/map.h"
#include "searcher/print_formats.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>

struct topic {
    struct slice id, query;
    size_t line;
    uint64_t same; /* line of an earlier topic with that id; 0: none */
    struct bytes out, notes;
    uint64_t microseconds;
    size_t hits;
    bool found;   /* something */
    bool refused; /* told in its notes; from the beginning, of a line that is no topic */
    bool done;
};

/* What the threads share, under the lock. */
struct batch {
    const struct topics_job *job;
    const char *path;
    struct topic *topics;
    size_t count;
    struct map *ids; /* -> line of the first topic with that id */
    pthread_mutex_t lock;
    size_t next;    /* topic to be taken */
    size_t written; /* topics whose answers are */
    bool writing;   /* some thread is */
    bool found;     /* something, by those written */
    size_t refused; /* of those written */
    bool stop;
    struct error failure;
};

/* ---- the file -------------------------------------------------------------------------------- */

static bool read_all(const char *path, struct bytes *text, struct error *error) {
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    if (!file) {
        return error_set_errno(error, "cannot read %s", path);
    }
    size_t taken = 0;
    do {
        char *room = bytes_reserve(text, 65536);
        taken = room ? fread(room, 1, 65536, file) : 0;
        text->length += taken;
    } while (taken > 0);
    bool failed = ferror(file) != 0;
    if (failed) {
        error_set_errno(error, "cannot read %s", path);
    }
    if (!standard) {
        fclose(file);
    }
    return !failed && bytes_check(text, error);
}

static bool take_line(struct batch *batch, size_t *capacity, struct slice line, size_t number,
                      struct error *error) {
    const char *tab = memchr(line.data, '\t', line.length);
    if (!array_reserve(&batch->topics, capacity, batch->count + 1, sizeof *batch->topics)) {
        return error_set_memory(error);
    }
    if (!tab || tab == line.data) {
        batch->topics[batch->count++] = (struct topic){.line = number, .refused = true};
        return true;
    }
    struct slice id = slice_of(line.data, (size_t)(tab - line.data));
    uint64_t *first = map_insert(batch->ids, id, NULL);
    if (!first) {
        return error_set_memory(error);
    }
    batch->topics[batch->count++] =
        (struct topic){.id = id,
                       .query = slice_of(tab + 1, line.length - id.length - 1),
                       .line = number,
                       .same = *first};
    *first = *first > 0 ? *first : number;
    return true;
}

static bool take_lines(struct batch *batch, struct slice text, struct error *error) {
    size_t capacity = 0;
    size_t number = 0, mark = slice_byte_order_mark(text);
    struct slice rest = slice_of(text.data + mark, text.length - mark), line;
    while (slice_take_line(&rest, &line)) {
        number++;
        if (line.length > 0 && line.data[line.length - 1] == '\r') {
            line.length--;
        }
        if (line.length > 0 && !take_line(batch, &capacity, line, number, error)) {
            return false;
        }
    }
    return true;
}

/* ---- answering ------------------------------------------------------------------------------- */

/* Where it is the topic that cannot be answered, others may be: that is told. */
static bool refuse_topic(const struct batch *batch, struct topic *topic, const struct error *why,
                         struct error *error) {
    if (why->kind != ERROR_LIMIT && why->kind != ERROR_USAGE && why->kind != ERROR_TIMEOUT) {
        return error_pass(error, why);
    }
    topic->refused = true;
    bytes_append_format(&topic->notes, "%s:%zu: topic ", batch->path, topic->line);
    append_line_text(&topic->notes, topic->id);
    bytes_append_format(&topic->notes, ": %s\n", why->message);
    return bytes_check(&topic->notes, error);
}

/* Programs that read rankings take those of one id for one. */
static void note_same(const struct batch *batch, struct topic *topic) {
    if (topic->same > 0) {
        bytes_append_format(&topic->notes, "%s:%zu: topic ", batch->path, topic->line);
        append_line_text(&topic->notes, topic->id);
        bytes_append_format(&topic->notes, ": its id is that of line %" PRIu64 ", too\n",
                            topic->same);
    }
}

static void write_note(struct topic *topic, struct slice sentence) {
    append_line_text(&topic->notes, topic->id);
    bytes_append_string(&topic->notes, ": ");
    append_line_text(&topic->notes, sentence);
    bytes_append_byte(&topic->notes, '\n');
}

static bool answer_topic(const struct batch *batch, struct searcher *searcher, struct topic *topic,
                         struct error *error) {
    const struct topics_job *job = batch->job;
    struct search_request request = job->request;
    struct error why = {0};
    if (topic->refused) {
        bytes_append_format(&topic->notes, "%s:%zu: expected `qid<TAB>query`\n", batch->path,
                            topic->line);
        return bytes_check(&topic->notes, error);
    }
    request.query = topic->query;
    note_same(batch, topic);
    const struct search_answer *answer = searcher_search(searcher, &request, &why);
    if (!answer) {
        return refuse_topic(batch, topic, &why, error);
    }
    struct print_options print = job->print;
    print.topic = topic->id;
    job->printer->print(answer, &print, &topic->out);
    for (size_t i = 0; i < answer->trouble_count; i++) {
        write_note(topic, answer->troubles[i]);
    }
    for (size_t i = 0; i < answer->note_count; i++) {
        write_note(topic, answer->notes[i].text);
    }
    topic->microseconds = answer->microseconds;
    topic->hits = answer->result_count;
    topic->found = search_answer_finds(answer, &request);
    return bytes_check(&topic->out, error) && bytes_check(&topic->notes, error);
}

static void fail_batch(struct batch *batch, const struct error *error) {
    pthread_mutex_lock(&batch->lock);
    if (!batch->stop) {
        batch->failure = *error;
    }
    batch->stop = true;
    pthread_mutex_unlock(&batch->lock);
}

static struct topic *next_topic(struct batch *batch) {
    pthread_mutex_lock(&batch->lock);
    struct topic *topic = NULL;
    if (!batch->stop && batch->next < batch->count) {
        topic = &batch->topics[batch->next++];
    }
    pthread_mutex_unlock(&batch->lock);
    return topic;
}

static bool write_run(FILE *file, const struct bytes *run, struct error *error) {
    return !file || run->length == 0 || fwrite(run->data, 1, run->length, file) == run->length ||
           error_set_errno(error, "cannot write the results");
}

static bool write_topic(const struct topics_job *job, struct topic *topic, struct error *error) {
    if (job->timing && !topic->refused &&
        fprintf(job->timing, "%.*s\t%" PRIu64 "\t%zu\n", (int)topic->id.length, topic->id.data,
                topic->microseconds, topic->hits) < 0) {
        return error_set_errno(error, "cannot write the timing");
    }
    bool good =
        write_run(job->out, &topic->out, error) && write_run(job->notes, &topic->notes, error);
    bytes_free(&topic->out);
    bytes_free(&topic->notes);
    return good;
}

/* Answers are written in the order of the file, each as soon as those before it are: this one and
 * those that waited for it, unless another thread is writing, which then goes on with this one. */
static bool finish_topic(struct batch *batch, struct topic *topic, struct error *error) {
    bool good = true;
    pthread_mutex_lock(&batch->lock);
    topic->done = true;
    bool writes = !batch->writing;
    batch->writing = true;
    while (writes && good && batch->written < batch->count && batch->topics[batch->written].done) {
        struct topic *due = &batch->topics[batch->written];
        pthread_mutex_unlock(&batch->lock);
        good = write_topic(batch->job, due, error);
        pthread_mutex_lock(&batch->lock);
        batch->written++;
        batch->found |= due->found;
        batch->refused += due->refused;
    }
    if (writes) {
        batch->writing = !good; /* behind a failure nothing is written */
    }
    pthread_mutex_unlock(&batch->lock);
    return good;
}

static void *answer_topics(void *context) {
    struct batch *batch = context;
    struct error error = {0};
    const struct topics_job *job = batch->job;
    struct searcher *searcher =
        searcher_open(job->locations, job->location_count, job->servers, &error);
    bool good = searcher != NULL;
    for (struct topic *topic; good && (topic = next_topic(batch));) {
        good = answer_topic(batch, searcher, topic, &error) && finish_topic(batch, topic, &error);
    }
    if (!good) {
        fail_batch(batch, &error);
    }
    searcher_close(searcher);
    return NULL;
}

/* This thread is one of them. */
static bool run_batch(struct batch *batch, struct error *error) {
    unsigned threads = batch->job->threads < 1 ? 1 : batch->job->threads;
    threads = threads < batch->count ? threads : (unsigned)batch->count;
    pthread_t *ids = calloc(threads, sizeof *ids);
    if (!ids) {
        return error_set_memory(error);
    }
    unsigned others = 0;
    while (others + 1 < threads && pthread_create(&ids[others], NULL, answer_topics, batch) == 0) {
        others++;
    }
    if (others + 1 < threads) {
        struct error refused = {0};
        error_set(&refused, ERROR_IO, "cannot start %u threads, only %u: use --threads %u", threads,
                  others + 1, others + 1);
        fail_batch(batch, &refused);
    } else {
        answer_topics(batch);
    }
    for (unsigned i = 0; i < others; i++) {
        pthread_join(ids[i], NULL);
    }
    free(ids);
    return !batch->stop || error_pass(error, &batch->failure);
}

bool topics_run(const struct topics_job *job, const char *path, bool *found, size_t *refused,
                struct error *error) {
    struct bytes text = {0};
    struct batch batch = {.job = job, .path = path, .lock = PTHREAD_MUTEX_INITIALIZER};
    batch.ids = map_new();
    bool good = (batch.ids || error_set_memory(error)) && read_all(path, &text, error) &&
                take_lines(&batch, bytes_slice(&text), error) &&
                (batch.count == 0 || run_batch(&batch, error));
    *found = batch.found;
    *refused = batch.refused;
    for (size_t i = 0; i < batch.count; i++) {
        bytes_free(&batch.topics[i].out);
        bytes_free(&batch.topics[i].notes);
    }
    free(batch.topics);
    map_free(batch.ids);
    bytes_free(&text);
    return good;
}
