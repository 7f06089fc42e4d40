#include "indexer/source.h"

#include "corpus/article/formats.h"
#include "indexer/interrupt.h"
#include "indexer/place.h"
#include "indexer/repeats.h"

#include <errno.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    /* News text shrinks by about this much when compressed (xz; gzip less). */
    COMPRESSION = 5,
    /* The most files that a chunk names: many tiny ones cost more than their bytes say. */
    CHUNK_FILES = 500,
    /* What is complained of is told when it takes so much, however few articles there are. */
    COMPLAINT_BYTES = 64 << 10,
};

struct file_source {
    struct source base;
    struct source_options options; /* a copy: a thread may outlive the caller's */
    size_t next_path;
    FTS *walk;             /* of the path at hand */
    struct reader *reader; /* of the large file at hand */
    char *reader_path;
    uint64_t reader_position;
    char *waiting;          /* the next file; NULL: not found yet */
    uint64_t waiting_bytes; /* of the file as it lies on the disk */
    bool waiting_large;
};

static int compare_names(const FTSENT **a, const FTSENT **b) {
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static FTS *open_walk(const char *path) {
    char *const roots[] = {(char *)(uintptr_t)path, NULL};
    return fts_open(roots, FTS_LOGICAL | FTS_NOCHDIR, compare_names);
}

/* Whether there is a Xapian database in the folder whose path is the first bytes of `path`. */
static bool holds_database(const char *path, size_t length) {
    char *marker = NULL;
    bool holds =
        asprintf(&marker, "%.*s/iamglass", (int)length, path) >= 0 && access(marker, F_OK) == 0;
    free(marker);
    return holds;
}

/* An index, a file of one, or what lies beside one: its lexicon, and what is being built to take
 * its place. */
static bool belongs_to_index(const FTSENT *entry) {
    if (entry->fts_info == FTS_F && place_is_of_index(entry->fts_name)) {
        return holds_database(entry->fts_path, entry->fts_pathlen - entry->fts_namelen - 1U);
    }
    static const char *const suffixes[] = {"", ".lexicon", ".building"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        size_t suffix = strlen(suffixes[i]);
        if (entry->fts_pathlen > suffix &&
            strcmp(entry->fts_path + entry->fts_pathlen - suffix, suffixes[i]) == 0 &&
            (suffix > 0 || entry->fts_info == FTS_D) &&
            holds_database(entry->fts_path, entry->fts_pathlen - suffix)) {
            return true;
        }
    }
    return false;
}

/* Whether a browser has saved in the folder what a page beside it is made with: "dam_files" beside
 * "dam.html". */
static bool belongs_to_page(const FTSENT *entry) {
    static const char ending[] = "_files";
    static const char *const suffixes[] = {".html", ".htm"};
    size_t length = sizeof ending - 1;
    bool belongs = false;
    if (entry->fts_info != FTS_D || entry->fts_namelen <= length ||
        strcmp(entry->fts_name + entry->fts_namelen - length, ending) != 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes && !belongs; i++) {
        char *page = NULL;
        belongs = asprintf(&page, "%.*s%s", (int)(entry->fts_pathlen - length), entry->fts_path,
                           suffixes[i]) >= 0 &&
                  access(page, F_OK) == 0;
        free(page);
    }
    return belongs;
}

/* Whether what the walk has come to is no article by its name. */
static bool is_passed_over(const FTSENT *entry) {
    return entry->fts_name[0] == '.' || belongs_to_index(entry) || belongs_to_page(entry) ||
           (entry->fts_info == FTS_F && (format_is_page_part(slice_of_string(entry->fts_name)) ||
                                         format_is_backup(slice_of_string(entry->fts_name))));
}

/* The next regular file, or anything that is no folder but named directly; NULL at the end. What
 * cannot be looked at goes to `complain` (may be NULL). */
static FTSENT *next_file(FTS *walk, bool (*complain)(void *context, const char *path, int code),
                         void *context) {
    FTSENT *entry;
    while ((entry = fts_read(walk))) {
        bool named = entry->fts_level == FTS_ROOTLEVEL;
        if (!named && is_passed_over(entry)) {
            fts_set(walk, entry, FTS_SKIP);
            continue;
        }
        switch (entry->fts_info) {
        case FTS_F:
            return entry;
        case FTS_DEFAULT:
            if (named) {
                return entry;
            }
            break;
        case FTS_DNR:
        case FTS_ERR:
        case FTS_NS:
        case FTS_SLNONE:
            if (complain && !complain(context, entry->fts_path,
                                      entry->fts_info == FTS_SLNONE ? ENOENT : entry->fts_errno)) {
                return NULL;
            }
            break;
        default:
            break;
        }
    }
    return NULL;
}

static uint64_t estimate_text(const FTSENT *entry) {
    uint64_t size = (uint64_t)entry->fts_statp->st_size;
    return format_is_packed(slice_of_string(entry->fts_path)) ? size * COMPRESSION : size;
}

static void close_source(struct source *base) {
    struct file_source *source = (struct file_source *)base;
    if (source->walk) {
        fts_close(source->walk);
    }
    reader_close(source->reader);
    free(source->reader_path);
    free(source->waiting);
    free(source);
}

/* A chunk being filled. */
struct filling {
    struct file_source *source;
    struct chunk *chunk;
    size_t enough;       /* bytes of text */
    uint64_t text_bytes; /* of articles held; of files, their bytes on the disk */
    struct error *error;
};

static bool reject(struct filling *filling, const struct error *reason, const char *path) {
    return chunk_reject(filling->chunk, reason, path, filling->source->options.reader.base,
                        filling->error);
}

static bool complain(void *context, const char *path, int code) {
    struct error reason = {0};
    char target[1];
    if (code == ENOENT && readlink(path, target, sizeof target) >= 0) {
        error_set(&reason, ERROR_NOT_FOUND, "cannot read %s: the link leads to no file", path);
    }
    errno = code;
    error_set_errno(&reason, "cannot read %s", path);
    return reject(context, &reason, path);
}

static bool open_reader(struct filling *filling, const char *path) {
    struct file_source *source = filling->source;
    struct error reason = {0};
    source->reader = reader_open(path, &source->options.reader, &reason);
    source->reader_position = 0;
    if (!source->reader) {
        return reason.kind == ERROR_MEMORY ? error_set_memory(filling->error)
                                           : reject(filling, &reason, path);
    }
    free(source->reader_path);
    source->reader_path = strdup(path);
    return source->reader_path ? true : error_set_memory(filling->error);
}

static bool hold_article(struct filling *filling, const struct article *article) {
    struct repeats *repeats = filling->source->options.repeats;
    if (repeats && repeats_has(repeats, article)) {
        filling->chunk->repeated++;
        return true;
    }
    filling->text_bytes += article->text.length;
    return chunk_hold(filling->chunk, article, filling->error);
}

/* Whether the chunk has what it is to have. */
static bool is_full(const struct filling *filling) {
    const struct chunk *chunk = filling->chunk;
    return chunk_holds_enough(chunk, filling->text_bytes, filling->enough) ||
           chunk->path_count >= CHUNK_FILES || chunk->complaints.length >= COMPLAINT_BYTES ||
           interrupt_requested() || (filling->source->options.strict && chunk->rejected);
}

/* Reads on in the large file until the chunk is full or the file ends. */
static bool read_articles(struct filling *filling) {
    struct file_source *source = filling->source;
    bool going = true;
    while (going && source->reader && !is_full(filling)) {
        struct article article;
        struct error reason = {0};
        enum reader_step step = reader_next(source->reader, &article, &reason);
        uint64_t position = reader_position(source->reader);
        filling->chunk->input_bytes += position - source->reader_position;
        source->reader_position = position;
        if (step == READER_ARTICLE) {
            going = (reason.kind == ERROR_NONE ||
                     chunk_warn(filling->chunk, &reason, filling->error)) &&
                    hold_article(filling, &article);
        } else if (step != READER_END) {
            going = reason.kind == ERROR_MEMORY ? error_set_memory(filling->error)
                                                : reject(filling, &reason, source->reader_path);
        }
        if (step == READER_END || step == READER_FAILED) {
            reader_close(source->reader);
            source->reader = NULL;
        }
    }
    return going;
}

static bool set_waiting(struct filling *filling, const char *path, uint64_t bytes, bool large) {
    struct file_source *source = filling->source;
    source->waiting = strdup(path);
    source->waiting_bytes = bytes;
    source->waiting_large = large;
    return source->waiting ? true : error_set_memory(filling->error);
}

/* Goes on to the next path: standard input is found by that, anything else is to be walked. */
static bool begin_path(struct filling *filling) {
    struct file_source *source = filling->source;
    const char *path = source->options.paths[source->next_path++];
    if (strcmp(path, "-") == 0) {
        return set_waiting(filling, path, 0, true);
    }
    source->walk = open_walk(path);
    return source->walk || error_set_errno(filling->error, "cannot walk through %s", path);
}

/* Finds the next file and leaves it in source->waiting; NULL there at the end of all paths. */
static bool find_file(struct filling *filling) {
    struct file_source *source = filling->source;
    while (!source->waiting) {
        if (!source->walk && source->next_path == source->options.path_count) {
            return true;
        }
        if (!source->walk && !begin_path(filling)) {
            return false;
        }
        if (source->waiting) {
            return true;
        }
        FTSENT *entry = next_file(source->walk, complain, filling);
        if (filling->error->kind != ERROR_NONE) {
            return false;
        }
        /* 0 at the end: a walk that breaks off is no end, behind which sync removes the rest. */
        if (!entry && errno != 0) {
            return error_set_errno(filling->error, "cannot walk on through %s",
                                   source->options.paths[source->next_path - 1]);
        }
        if (!entry) {
            fts_close(source->walk);
            source->walk = NULL;
            continue;
        }
        bool large = entry->fts_info == FTS_DEFAULT || estimate_text(entry) > filling->enough;
        return set_waiting(filling, entry->fts_path, (uint64_t)entry->fts_statp->st_size, large);
    }
    return true;
}

/* Takes the file that waits: a large one is read from now on, a small one is named in the chunk. */
static bool take_waiting(struct filling *filling) {
    struct file_source *source = filling->source;
    bool taken;
    if (source->waiting_large) {
        taken = open_reader(filling, source->waiting);
    } else {
        taken = chunk_add_file(filling->chunk, source->waiting, filling->error);
        if (source->options.repeats) {
            repeats_clear(source->options.repeats); /* its articles are not seen here */
        }
        filling->chunk->input_bytes += source->waiting_bytes;
        filling->text_bytes += source->waiting_bytes;
    }
    free(source->waiting);
    source->waiting = NULL;
    return taken;
}

static enum source_step fill_chunk(struct source *base, struct chunk *chunk, struct error *error) {
    struct file_source *source = (struct file_source *)base;
    struct filling filling = {
        .source = source,
        .chunk = chunk,
        .enough = portions_next(&source->options.portions),
        .error = error,
    };
    chunk->text_before = source->options.portions.text;
    while (!is_full(&filling)) {
        if (source->reader) {
            if (chunk->path_count > 0) {
                break; /* files of a chunk are read after the articles it holds */
            }
            if (!read_articles(&filling)) {
                return SOURCE_FAILED;
            }
            continue;
        }
        if (!find_file(&filling)) {
            return SOURCE_FAILED;
        }
        if (!source->waiting || (source->waiting_large && chunk->path_count > 0)) {
            break;
        }
        if (!take_waiting(&filling)) {
            return SOURCE_FAILED;
        }
    }
    portions_note(&source->options.portions, filling.text_bytes, chunk->input_bytes);
    bool empty = chunk->held.length == 0 && chunk->path_count == 0 && chunk->rejected == 0 &&
                 chunk->repeated == 0;
    return empty ? SOURCE_END : SOURCE_CHUNK;
}

struct source *source_open(const struct source_options *options, struct error *error) {
    struct file_source *source = calloc(1, sizeof *source);
    if (!source) {
        error_set_memory(error);
        return NULL;
    }
    source->base = (struct source){fill_chunk, close_source};
    source->options = *options;
    return &source->base;
}

/* Adds up what `size` says of each file until there is enough; UINT64_MAX where that cannot be
 * known, as of a pipe. */
static uint64_t measure(const struct source_options *options, uint64_t enough,
                        uint64_t (*size)(const FTSENT *entry)) {
    uint64_t total = 0;
    for (size_t i = 0; i < options->path_count && total < enough; i++) {
        if (strcmp(options->paths[i], "-") == 0) {
            struct stat status;
            if (fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode)) {
                return UINT64_MAX;
            }
            total += (uint64_t)status.st_size;
            continue;
        }
        FTS *walk = open_walk(options->paths[i]);
        FTSENT *entry;
        while (walk && total < enough && (entry = next_file(walk, NULL, NULL))) {
            if (entry->fts_info == FTS_DEFAULT) {
                total = UINT64_MAX;
                break;
            }
            total += size(entry);
        }
        if (walk) {
            fts_close(walk);
        }
    }
    return total;
}

uint64_t source_estimate(const struct source_options *options, uint64_t enough) {
    return measure(options, enough, estimate_text);
}

static uint64_t file_size(const FTSENT *entry) {
    return (uint64_t)entry->fts_statp->st_size;
}

uint64_t source_file_bytes(const struct source_options *options) {
    uint64_t total = measure(options, UINT64_MAX, file_size);
    return total == UINT64_MAX ? 0 : total;
}
