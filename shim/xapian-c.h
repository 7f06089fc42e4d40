/* xapian-c.h: the C face of xapian-core 1.4, a library for full-text search.
 *
 * The library is libxapian-c, to be linked statically (pkg-config module xapian-c). It wraps
 * reading, writing, searching, compacting and checking Xapian indexes, on disk and over a network.
 * It leaves out what a program with an analysis of its own would only trip over: Xapian's query
 * parser, term generator, stemmers and snippets.
 *
 * An example, which makes an index of one document and searches it:
 *
 *     #include <stdio.h>
 *     #include <xapian-c.h>
 *
 *     int main(void) {
 *         struct xapian_error error = {0};
 *         const char *location = "example-index";
 *         const struct xapian_bytes term = {"sea", 3}, data = {"The Aral Sea", 12};
 *
 *         struct xapian_writer *writer = xapian_writer_open(location, NULL, &error);
 *         struct xapian_document *document = writer ? xapian_document_new(&error) : NULL;
 *         bool good = document && xapian_document_add_term(document, term, 1, &error) &&
 *                     xapian_document_set_data(document, data, &error) &&
 *                     xapian_writer_add(writer, document, NULL, &error);
 *         good = xapian_writer_close(writer, good ? &error : NULL) && good;
 *         xapian_document_free(document);
 *
 *         struct xapian_index *index = good ? xapian_index_open(&location, 1, 0, &error) : NULL;
 *         struct xapian_query *query = index ? xapian_query_term(term, 1, &error) : NULL;
 *         struct xapian_search_request request = {.query = query, .limit = 10, .fetch = 10};
 *         struct xapian_results *results = query ? xapian_search(index, &request, &error) : NULL;
 *         for (size_t i = 0; results && i < results->hit_count; i++) {
 *             printf("%lu: %s\n", (unsigned long)results->hits[i].docid,
 *                    results->hits[i].data.data);
 *         }
 *         if (!results) {
 *             fprintf(stderr, "%s\n", error.message);
 *         }
 *         int status = results ? 0 : 1;
 *         xapian_results_free(results);
 *         xapian_query_free(query);
 *         xapian_index_close(index);
 *         return status;
 *     }
 *
 * Rules that hold for every function below:
 *
 * Failure. A function that can fail returns false (or NULL, or XAPIAN_FAILED) and tells why in
 * *error, which the caller owns. `error` may be NULL when only the fact of failure matters. On
 * success *error is left as it was. Nothing is allocated in order to fail, and no C++ exception
 * ever leaves the library. After a failure every handle may still be used, and must still be
 * closed. Output arguments are written only on success.
 *
 * Bytes. Terms, keys, values and document data are byte strings which may hold NULs; the library
 * gives them no encoding. Those passed in are read during the call only. Text that names places
 * (paths, hosts) is a C string.
 *
 * NULL. A handle, an array or a place for a result may be NULL only where that is said, and an
 * array of no elements may be; elsewhere the call fails with XAPIAN_ERROR_ARGUMENT.
 *
 * Terms. A term has 1 to XAPIAN_TERM_SIZE_MAX bytes, each NUL counting twice. Anything else is
 * refused at once with XAPIAN_ERROR_ARGUMENT. (Left to itself, xapian-core 1.4 would accept some of
 * these and lose the whole batch at commit.)
 *
 * Threads. A handle is used by one thread at a time. Different handles may be used by different
 * threads at once; each thread opens its own xapian_index. Queries that were built from one
 * another, or are copies of one another, are used by the same thread.
 *
 * Ends of life. Every _free and _close accepts NULL. Handles are independent of one another:
 * documents and queries may be freed as soon as the call that reads them has returned.
 *
 * Document numbers (docids) count from 1 and are not reused. Where several databases are searched
 * as one they interleave: document d of shard s of n is (d - 1) * n + s + 1, with s counting from
 * 0.
 *
 * Copyright: see LICENSE (GPL-2.0-or-later, as xapian-core itself).
 */
#ifndef XAPIAN_C_H
#define XAPIAN_C_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* To C++ every enum has the type that C gives it, so that any value from C can be looked at. */
#ifdef __cplusplus
#define XAPIAN_C_NOEXCEPT noexcept
#define XAPIAN_C_UNSIGNED : unsigned
extern "C" {
#else
#define XAPIAN_C_NOEXCEPT
#define XAPIAN_C_UNSIGNED
#endif

#if defined(__GNUC__)
#define XAPIAN_C_API __attribute__((visibility("default")))
#else
#define XAPIAN_C_API
#endif

/* The most bytes a term, or a word of the spelling dictionary, may have, each NUL counting twice
 * (the "glass" format's limit). */
#define XAPIAN_TERM_SIZE_MAX 245

/* The most bytes one document's data, or one of its values, may have: the most that fits
 * xapian-core's tables of 8 KiB blocks, rounded down. A larger one would fail in xapian-core and
 * take the whole pending batch with it, so it is refused beforehand. */
#define XAPIAN_DATA_SIZE_MAX 100000000

/* The most levels a query may be nested. xapian-core walks queries by recursion; this keeps any
 * query within a small stack. */
#define XAPIAN_QUERY_DEPTH_MAX 500

/* The most terms, ranges and prefixes a query may have, for the same reason: half a MiB of stack is
 * enough for as many. Time is another matter: xapian-core 1.4 joins thousands of terms in a time
 * that grows with their square (10,000 that no document has, by XAPIAN_OP_OR: 2 s). */
#define XAPIAN_QUERY_TERMS_MAX 10000

/* ==== errors ================================================================================== */

/* What kind of failure, which is to say: what can the caller do about it? */
enum xapian_error_kind XAPIAN_C_UNSIGNED {
    XAPIAN_ERROR_NONE = 0,  /* nothing has failed */
    XAPIAN_ERROR_NOT_FOUND, /* no such index, or no such document */
    XAPIAN_ERROR_LOCKED,    /* another writer has the index: wait or give up */
    /* the revision being read has been overwritten: xapian_index_reopen, then do it again */
    XAPIAN_ERROR_CHANGED,
    XAPIAN_ERROR_CORRUPT, /* the index is damaged: check it, restore or rebuild it */
    XAPIAN_ERROR_VERSION, /* the index has a format this xapian-core cannot read: rebuild it */
    XAPIAN_ERROR_NETWORK, /* the server cannot be reached, or the connection broke */
    XAPIAN_ERROR_TIMEOUT, /* the server did not answer in time */
    /* the call asks for something impossible: mend the caller or its input */
    XAPIAN_ERROR_ARGUMENT,
    XAPIAN_ERROR_UNSUPPORTED, /* this kind of index cannot do that */
    /* the system refused: permissions, disk full, not a database, too many open files */
    XAPIAN_ERROR_IO,
    XAPIAN_ERROR_MEMORY, /* out of memory */
    XAPIAN_ERROR_BUG,    /* anything else: a fault in xapian-core or in this library */
};

/* One failure. All three texts end with a NUL and are never left unset; what does not fit is cut at
 * a character (UTF-8). */
struct xapian_error {
    enum xapian_error_kind kind;
    /* the C++ class, such as "DatabaseLockError", or "" where this library refused by itself */
    char class_name[32];
    /* what happened, in English, with the system's reason in brackets where there is one */
    char message[512];
    char origin[512]; /* where: the location of the index or of the server, or "" */
};

/* Where a write fails, xapian-core 1.4 tidies up, and a write that fails during that ends the
 * process (std::terminate): a full disk can do it, a lack of memory too. Nothing can be done about
 * it but to say why. The handler is called in the thread at hand, with what failed and an origin of
 * "", and has to end the process; if it returns, that is aborted. It may be called by several
 * threads at once. Databases are as they were after their last commits. NULL: xapian-core just
 * aborts, as at first. Never fails. */
typedef void xapian_last_words(const struct xapian_error *error);
XAPIAN_C_API void xapian_set_last_words(xapian_last_words *handler) XAPIAN_C_NOEXCEPT;

/* The release of xapian-core in use, such as "1.4.22"; static. Never fails. */
XAPIAN_C_API const char *xapian_core_version(void) XAPIAN_C_NOEXCEPT;

/* ==== bytes =================================================================================== */

/* Bytes that belong to someone else. {NULL, 0} is the empty string. */
struct xapian_bytes {
    const char *data;
    size_t size;
};

/* Bytes that belong to the caller, to be freed by xapian_string_free. A NUL, not counted in size,
 * follows the last one. */
struct xapian_string {
    char *data;
    size_t size;
};

/* Frees a string and makes it {NULL, 0}. string may be NULL, or be {NULL, 0} already. */
XAPIAN_C_API void xapian_string_free(struct xapian_string *string) XAPIAN_C_NOEXCEPT;

/* The most bytes xapian_number_encode writes. */
#define XAPIAN_NUMBER_SIZE_MAX 9

/* Encodes a number as a value whose byte order is the order of numbers, as value ranges and sorting
 * need (Xapian's sortable_serialise). Writes at most XAPIAN_NUMBER_SIZE_MAX bytes to encoded and
 * returns how many; may be 0 (minus infinity). NaN is encoded as if it were infinity. Never fails.
 */
XAPIAN_C_API size_t xapian_number_encode(double number,
                                         char encoded[XAPIAN_NUMBER_SIZE_MAX]) XAPIAN_C_NOEXCEPT;

/* The number that xapian_number_encode made of it; some number for any other bytes. Never fails. */
XAPIAN_C_API double xapian_number_decode(struct xapian_bytes encoded) XAPIAN_C_NOEXCEPT;

/* ==== reading ================================================================================= */

/* One or several databases, opened for reading as one. It sees the revision that was current when
 * it was opened or reopened. A writer's first commit after that leaves it readable; later ones
 * overwrite what it reads, and calls then fail with XAPIAN_ERROR_CHANGED until it is reopened. */
struct xapian_index;

/* Opens count (at least 1) locations as one index. A location is
 *   a directory (a database), or a file (a stub that lists databases, or a single-file database);
 *   tcp://HOST:PORT   a xapian-tcpsrv; an IPv6 address in square brackets;
 *   prog:COMMAND ARGUMENTS...   a program that talks the remote protocol on its standard input and
 * output, such as `prog:xapian-progsrv DIRECTORY` or one run by ssh. Arguments are split at spaces;
 * no shell, no quoting. timeout_ms bounds every wait for a remote server (XAPIAN_ERROR_TIMEOUT); 0
 * is ten seconds. What is replaced while it is opened is opened again, so that its files are all of
 * one database. Fails with NOT_FOUND, CHANGED (it was replaced time and again), VERSION, CORRUPT,
 * IO, NETWORK, TIMEOUT, ARGUMENT. */
XAPIAN_C_API struct xapian_index *xapian_index_open(const char *const locations[], size_t count,
                                                    unsigned timeout_ms,
                                                    struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Closes the index and frees the handle. */
XAPIAN_C_API void xapian_index_close(struct xapian_index *index) XAPIAN_C_NOEXCEPT;

/* Moves to the latest revision; where another database, or another stub file, has been put in the
 * place of one that was opened, to that. *changed (may be NULL) becomes false when it is certain
 * that nothing has changed. Iterators that are still open belong to the old revision. */
XAPIAN_C_API bool xapian_index_reopen(struct xapian_index *index, bool *changed,
                                      struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Tells remote servers that the reader is still there, so that they do not hang up. Does nothing
 * for local databases. */
XAPIAN_C_API bool xapian_index_keep_alive(struct xapian_index *index,
                                          struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* What an index holds. A document's length is the sum of its terms' frequencies (wdf). */
struct xapian_index_stats {
    uint32_t documents;
    uint32_t last_docid;   /* the highest ever used; 0 in an index that never had a document */
    uint64_t total_length; /* of all documents */
    double average_length; /* 0 where there are no documents */
    uint32_t length_min;   /* bounds that hold for every document, though none may reach them */
    uint32_t length_max;
    /* databases, those listed in stub files counted one by one; a remote server counts as one */
    size_t shards;
    bool has_revision; /* true where every location is one local database */
    /* the sum of their revisions: it grows with every commit that changed something */
    uint64_t revision;
};

XAPIAN_C_API bool xapian_index_get_stats(struct xapian_index *index,
                                         struct xapian_index_stats *stats,
                                         struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The shards alone, which ask no server for anything. */
XAPIAN_C_API bool xapian_index_get_shards(struct xapian_index *index, size_t *shards,
                                          struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* One of the shards, counted from 0, as an index of its own, to be closed like any other. It reads
 * what `index` read when it was asked for, and is of no use once that was reopened or closed.
 * ARGUMENT where there are not so many. */
XAPIAN_C_API struct xapian_index *
xapian_index_get_shard(struct xapian_index *index, size_t shard,
                       struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Whether all of the index is on disks of this machine, so that xapian_query_best can be searched
 * for. No server is asked. */
XAPIAN_C_API bool xapian_index_is_local(struct xapian_index *index, bool *local,
                                        struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The UUID the database got when it was made (36 characters; several joined by ':'). Copies have
 * the same one; compaction makes a new one. Free *uuid with xapian_string_free. */
XAPIAN_C_API bool xapian_index_get_uuid(struct xapian_index *index, struct xapian_string *uuid,
                                        struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* In how many documents the term occurs; 0 for none. The empty term is in every document. */
XAPIAN_C_API bool xapian_index_get_frequency(struct xapian_index *index, struct xapian_bytes term,
                                             uint32_t *documents,
                                             struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The same of count terms at once, none of them empty: each server is asked twice, however many
 * there are. documents has room for count. */
XAPIAN_C_API bool xapian_index_get_frequencies(struct xapian_index *index,
                                               const struct xapian_bytes terms[], size_t count,
                                               uint32_t documents[],
                                               struct xapian_error *error) XAPIAN_C_NOEXCEPT;

struct xapian_term_stats {
    uint32_t documents;   /* that hold the term */
    uint32_t occurrences; /* in all documents together (the sum of the wdfs) */
    uint32_t wdf_max;     /* a bound on the wdf in any one document, which none may reach */
};

/* All the numbers known of one term, zeros if it does not occur; three look-ups where
 * xapian_index_get_frequency is one. */
XAPIAN_C_API bool xapian_index_get_term_stats(struct xapian_index *index, struct xapian_bytes term,
                                              struct xapian_term_stats *stats,
                                              struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The metadata value of a key, empty if there is none. Of several databases opened as one, the
 * first answers. Free *value with xapian_string_free. */
XAPIAN_C_API bool xapian_index_get_metadata(struct xapian_index *index, struct xapian_bytes key,
                                            struct xapian_string *value,
                                            struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The documents that hold a term (the empty term: all documents), docids ascending, from the first
 * that is >= from. Writes at most capacity of them to docids, their wdfs to wdfs (may be NULL), and
 * how many to *count. When *count == capacity there may be more: go on with from = docids[capacity
 * - 1] + 1. */
XAPIAN_C_API bool xapian_index_get_postings(struct xapian_index *index, struct xapian_bytes term,
                                            uint32_t from, uint32_t docids[], uint32_t wdfs[],
                                            size_t capacity, size_t *count,
                                            struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* A document's data. NOT_FOUND if there is no such document. Free *data with xapian_string_free. */
XAPIAN_C_API bool xapian_index_get_data(struct xapian_index *index, uint32_t docid,
                                        struct xapian_string *data,
                                        struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* A document's value in a slot, empty if it has none. NOT_FOUND if there is no such document. Free
 * *value with xapian_string_free. */
XAPIAN_C_API bool xapian_index_get_value(struct xapian_index *index, uint32_t docid, uint32_t slot,
                                         struct xapian_string *value,
                                         struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Documents fetched together. All bytes are in the same block as the struct, each string followed
 * by a NUL. */
struct xapian_fetched_document {
    uint32_t docid;
    bool found; /* false: no such document; then data and values are empty */
    struct xapian_bytes data;
    /* one for each slot asked for, in the order asked; NULL where none were */
    const struct xapian_bytes *values;
};

struct xapian_fetched {
    size_t count;                                    /* as many as were asked for */
    const struct xapian_fetched_document *documents; /* in the order asked */
};

/* Fetches data and values of count documents in one call. A docid that does not exist is no
 * failure. Returns a block to be freed by xapian_fetched_free, or NULL. */
XAPIAN_C_API struct xapian_fetched *
xapian_index_fetch(struct xapian_index *index, const uint32_t docids[], size_t count,
                   const uint32_t slots[], size_t slot_count,
                   struct xapian_error *error) XAPIAN_C_NOEXCEPT;

XAPIAN_C_API void xapian_fetched_free(struct xapian_fetched *fetched) XAPIAN_C_NOEXCEPT;

/* The nearest word in the spelling dictionary within max_distance edits (insertion, deletion,
 * change or transposition of one character, UTF-8), the most frequent of those equally near; empty
 * if there is none or the word itself is the nearest. Remote servers have no dictionary and always
 * answer with the empty string. Free *suggestion with xapian_string_free. */
XAPIAN_C_API bool xapian_index_suggest(struct xapian_index *index, struct xapian_bytes word,
                                       unsigned max_distance, struct xapian_string *suggestion,
                                       struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* ==== iterators =============================================================================== */

/* What a call to an iterator came to. */
enum xapian_step XAPIAN_C_UNSIGNED {
    XAPIAN_ITEM,   /* there is one more */
    XAPIAN_END,    /* there are no more */
    XAPIAN_FAILED, /* *error says why; every later call fails too */
};

/* A walk through terms (or keys, or words) in byte order. It stays valid when the index is closed,
 * but see XAPIAN_ERROR_CHANGED. */
struct xapian_terms;

/* All terms that start with prefix, each with its document frequency. Servers send all of them when
 * the walk begins; what they sent, up to 64 MiB, is kept until the index is reopened with changes,
 * for walks with this prefix or a longer one. */
XAPIAN_C_API struct xapian_terms *xapian_index_terms(struct xapian_index *index,
                                                     struct xapian_bytes prefix,
                                                     struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The terms of one document, each with its wdf. NOT_FOUND if there is no such document. */
XAPIAN_C_API struct xapian_terms *
xapian_index_document_terms(struct xapian_index *index, uint32_t docid,
                            struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The keys of metadata that start with prefix, with 0 for frequency. Of several databases opened as
 * one, the first's. */
XAPIAN_C_API struct xapian_terms *
xapian_index_metadata_keys(struct xapian_index *index, struct xapian_bytes prefix,
                           struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The words of the spelling dictionary that start with prefix, each with its frequency. Remote
 * servers have none. */
XAPIAN_C_API struct xapian_terms *
xapian_index_spellings(struct xapian_index *index, struct xapian_bytes prefix,
                       struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Takes the next one. *term stays valid until the next call with the same iterator. frequency may
 * be NULL. */
XAPIAN_C_API enum xapian_step xapian_terms_next(struct xapian_terms *terms,
                                                struct xapian_bytes *term, uint32_t *frequency,
                                                struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Skips all before `to`, so that xapian_terms_next takes the first that is >= to. Never goes
 * backwards. */
XAPIAN_C_API bool xapian_terms_skip(struct xapian_terms *terms, struct xapian_bytes to,
                                    struct xapian_error *error) XAPIAN_C_NOEXCEPT;

XAPIAN_C_API void xapian_terms_free(struct xapian_terms *terms) XAPIAN_C_NOEXCEPT;

/* ==== documents =============================================================================== */

/* A document in the making: terms, values and data. Reuse one handle with xapian_document_clear
 * when adding many. */
struct xapian_document;

struct xapian_weighted_term {
    struct xapian_bytes term;
    uint32_t wdf; /* 0 for terms that only filter, such as identities */
};

XAPIAN_C_API struct xapian_document *
xapian_document_new(struct xapian_error *error) XAPIAN_C_NOEXCEPT;
XAPIAN_C_API void xapian_document_free(struct xapian_document *document) XAPIAN_C_NOEXCEPT;

/* Takes everything out again. */
XAPIAN_C_API void xapian_document_clear(struct xapian_document *document) XAPIAN_C_NOEXCEPT;

/* Sets the data: what a hit brings back, of no meaning to Xapian. */
XAPIAN_C_API bool xapian_document_set_data(struct xapian_document *document,
                                           struct xapian_bytes data,
                                           struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Adds wdf occurrences of a term. A term added several times has the sum. With wdf 0 the term only
 * filters: it counts neither for ranking nor for the document's length. A sum over all terms of
 * more than 2^32 - 1 is refused (ARGUMENT). */
XAPIAN_C_API bool xapian_document_add_term(struct xapian_document *document,
                                           struct xapian_bytes term, uint32_t wdf,
                                           struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Adds count terms. At a term that is refused, those before it have been added; the message gives
 * its number, from 0. */
XAPIAN_C_API bool xapian_document_add_terms(struct xapian_document *document,
                                            const struct xapian_weighted_term terms[], size_t count,
                                            struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Adds an occurrence of a term at a position (for near and phrase queries), and wdf to its
 * frequency. */
XAPIAN_C_API bool xapian_document_add_posting(struct xapian_document *document,
                                              struct xapian_bytes term, uint32_t position,
                                              uint32_t wdf,
                                              struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Sets the value in a slot, for ranges, sorting, collapsing and facets; an empty one takes it out.
 * Slots are any numbers but 2^32 - 1. */
XAPIAN_C_API bool xapian_document_set_value(struct xapian_document *document, uint32_t slot,
                                            struct xapian_bytes value,
                                            struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* ==== writing ================================================================================= */

/* The one writer of an index. Others can read all the while: they see what was last committed. */
struct xapian_writer;

enum xapian_writer_mode XAPIAN_C_UNSIGNED {
    XAPIAN_OPEN_OR_CREATE, /* made if it is not there */
    XAPIAN_OPEN_EXISTING,  /* NOT_FOUND if it is not there */
    XAPIAN_CREATE_NEW,     /* ARGUMENT if it is there */
    XAPIAN_OVERWRITE,      /* emptied if it is there */
};

/* How to open a writer; all zeros is the safe and ordinary way. */
struct xapian_writer_options {
    enum xapian_writer_mode mode;
    /* How long to wait for another writer to finish before failing with LOCKED; UINT_MAX waits
     * forever. */
    unsigned lock_wait_ms;
    /* Do not wait for the disk at commits: faster, and safe against a killed process, but not
     * against a power cut. */
    bool no_sync;
    /* Write over blocks in use: faster still, but readers see rubbish meanwhile and whatever stops
     * the writer leaves a ruin. For building an index nobody reads yet, which is started afresh if
     * it fails. */
    bool dangerous;
    /* Keep no list of each document's terms: smaller, but then documents cannot be replaced or
     * deleted. For a new index, or one that was made so or compacted with one that was: to be
     * written to, it must be opened so again, or it is NOT_FOUND. */
    bool no_term_lists;
    unsigned timeout_ms; /* for remote servers, as in xapian_index_open */
};

/* Opens a location for writing: a directory, a stub file (writes are spread over its databases),
 * tcp:// or prog: (a server started with --writable; then mode must be XAPIAN_OPEN_OR_CREATE or
 * XAPIAN_OPEN_EXISTING and the other options are the server's). options may be NULL. Of programs
 * that make the same database at once, one makes it; the others find it LOCKED. Fails with
 * LOCKED, NOT_FOUND, VERSION, CORRUPT (also where a file of a table with entries is missing, which
 * xapian-core would take for an empty table), IO, ARGUMENT, NETWORK, TIMEOUT. */
XAPIAN_C_API struct xapian_writer *xapian_writer_open(const char *location,
                                                      const struct xapian_writer_options *options,
                                                      struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Begins a transaction: what follows, until xapian_writer_commit, happens wholly or not at all, and
 * nothing is committed in between. What was pending before is committed first. ARGUMENT if one is
 * open already. Where writes are spread over several databases, each of these commits by itself. */
XAPIAN_C_API bool xapian_writer_begin(struct xapian_writer *writer,
                                      struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Makes everything done so far durable and visible to those who open or reopen the index; ends the
 * transaction if one is open. If it fails, the last revision stands, and what was pending is lost.
 * Without a transaction Xapian also commits by itself now and then (every 10,000 documents, or
 * $XAPIAN_FLUSH_THRESHOLD). */
XAPIAN_C_API bool xapian_writer_commit(struct xapian_writer *writer,
                                       struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Forgets the transaction. ARGUMENT if none is open. */
XAPIAN_C_API bool xapian_writer_cancel(struct xapian_writer *writer,
                                       struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Commits what is pending outside a transaction, forgets a transaction that is open, gives the lock
 * back and frees the handle. The handle is gone and the lock given back whatever is returned; false
 * means that what was pending is lost. NULL: true. */
XAPIAN_C_API bool xapian_writer_close(struct xapian_writer *writer,
                                      struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Adds a document, at a docid above all used before. docid may be NULL. */
XAPIAN_C_API bool xapian_writer_add(struct xapian_writer *writer,
                                    const struct xapian_document *document, uint32_t *docid,
                                    struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Puts the document in place of all that hold the term, in the lowest of their docids; adds it if
 * there are none. docid may be NULL. The term is not added to the document: the caller has done
 * that. */
XAPIAN_C_API bool xapian_writer_replace(struct xapian_writer *writer,
                                        struct xapian_bytes unique_term,
                                        const struct xapian_document *document, uint32_t *docid,
                                        struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Puts the document at docid, whether there was one or not. */
XAPIAN_C_API bool xapian_writer_replace_docid(struct xapian_writer *writer, uint32_t docid,
                                              const struct xapian_document *document,
                                              struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Deletes every document that holds the term, if any does. */
XAPIAN_C_API bool xapian_writer_delete_term(struct xapian_writer *writer, struct xapian_bytes term,
                                            struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Deletes one document. NOT_FOUND if there is no such document. */
XAPIAN_C_API bool xapian_writer_delete_docid(struct xapian_writer *writer, uint32_t docid,
                                             struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Sets a metadata value, at once part of what is committed next; an empty one takes it out. Keys
 * have 1 to XAPIAN_TERM_SIZE_MAX bytes, values at most XAPIAN_DATA_SIZE_MAX. */
XAPIAN_C_API bool xapian_writer_set_metadata(struct xapian_writer *writer, struct xapian_bytes key,
                                             struct xapian_bytes value,
                                             struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Adds count to a word's frequency in the spelling dictionary. Words of one byte are not kept; long
 * ones are refused like terms. */
XAPIAN_C_API bool xapian_writer_add_spelling(struct xapian_writer *writer, struct xapian_bytes word,
                                             uint32_t count,
                                             struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Takes count from a word's frequency; the word goes when nothing is left of it. */
XAPIAN_C_API bool xapian_writer_remove_spelling(struct xapian_writer *writer,
                                                struct xapian_bytes word, uint32_t count,
                                                struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* A reader of what the writer has made so far, uncommitted changes included, to be closed with
 * xapian_index_close, by the thread of the writer. It needs no reopening; after xapian_writer_close
 * it fails with ARGUMENT. */
XAPIAN_C_API struct xapian_index *xapian_writer_index(struct xapian_writer *writer,
                                                      struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* ==== queries ================================================================================= */

/* A query, or a part of one. Queries are built from the leaves: a function that takes queries to
 * build another of them consumes them, whether it succeeds or fails. If one of them is NULL, the
 * result is NULL. And a query function that fails keeps an error that is in *error already. So a
 * tree is built without looking, from an error set to {0}, and checked once at the root. */
struct xapian_query;

enum xapian_operator XAPIAN_C_UNSIGNED {
    XAPIAN_OP_AND,       /* all of them; weights add up */
    XAPIAN_OP_OR,        /* any of them; weights add up */
    XAPIAN_OP_AND_NOT,   /* the first, but none of the others */
    XAPIAN_OP_XOR,       /* an odd number of them; weights add up */
    XAPIAN_OP_AND_MAYBE, /* the first; the others only add weight */
    XAPIAN_OP_FILTER,    /* all of them; only the first has weight */
    /* all within a window of `parameter` positions, in any order; operands are terms or
     * XAPIAN_OP_OR of terms */
    XAPIAN_OP_NEAR,
    XAPIAN_OP_PHRASE,    /* the same, in the order given */
    XAPIAN_OP_SYNONYM,   /* any of them, weighted as if they were one term */
    XAPIAN_OP_MAX,       /* any of them; the greatest weight counts. As an operand of OR xapian-core
                            1.4.22 may crash: it reads freed memory when all operands of the MAX
                            end in one document while the OR drops another of its own */
    XAPIAN_OP_ELITE_SET, /* any of the `parameter` operands that can bring most weight */
};

/* Documents that hold the term; wqf, usually 1, is how often the query has it. */
XAPIAN_C_API struct xapian_query *xapian_query_term(struct xapian_bytes term, uint32_t wqf,
                                                    struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Every document, and no document; neither has weight. */
XAPIAN_C_API struct xapian_query *xapian_query_all(struct xapian_error *error) XAPIAN_C_NOEXCEPT;
XAPIAN_C_API struct xapian_query *xapian_query_none(struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* A term that documents are chosen by, see xapian_query_best. */
struct xapian_choice {
    struct xapian_bytes term;
    const struct xapian_bytes *with; /* further terms that a document must hold with it */
    size_t with_count;
    double factor;  /* what the term's wdf is multiplied by: finite and not negative */
    uint32_t group; /* any number: of the choices with the same one, the first counts */
    /* 0, or any number where it is known that no document holds terms of two different ones, such
     * as of two languages: bounds on weights get tighter. Memory grows with the product of how many
     * different ones there are and how many groups */
    uint32_t apart;
    uint32_t frequency; /* how many documents of the index hold the term; 0: to be looked up */
};

/* Documents that hold at least one of count terms. A document's weight is the sum, over the groups,
 * of factor * wdf of the first choice of the group that it holds, whatever the request's weighting
 * is. The same can be said by AND_NOT and OR; this opens each posting list once, and only those
 * that can still matter are read on. Searching a remote index for it fails with UNSUPPORTED: see
 * xapian_index_is_local. */
XAPIAN_C_API struct xapian_query *xapian_query_best(const struct xapian_choice choices[],
                                                    size_t count,
                                                    struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Joins count queries; none at all match nothing. parameter is the window of NEAR and PHRASE (0: as
 * many as there are operands) and the number chosen by ELITE_SET (0: ten); of no meaning otherwise.
 */
XAPIAN_C_API struct xapian_query *xapian_query_join(enum xapian_operator op,
                                                    struct xapian_query *const queries[],
                                                    size_t count, uint32_t parameter,
                                                    struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The same documents with weights multiplied by factor, which is finite and not negative. */
XAPIAN_C_API struct xapian_query *xapian_query_scale(struct xapian_query *query, double factor,
                                                     struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Documents whose value in the slot is, by byte order, between from and to, both included; or at
 * least from; or at most to. Documents without a value count as having the empty one. No weight. */
XAPIAN_C_API struct xapian_query *
xapian_query_value_range(uint32_t slot, struct xapian_bytes from, struct xapian_bytes to,
                         struct xapian_error *error) XAPIAN_C_NOEXCEPT;
XAPIAN_C_API struct xapian_query *
xapian_query_value_ge(uint32_t slot, struct xapian_bytes from,
                      struct xapian_error *error) XAPIAN_C_NOEXCEPT;
XAPIAN_C_API struct xapian_query *
xapian_query_value_le(uint32_t slot, struct xapian_bytes to,
                      struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* What to do when a prefix has more expansions than its limit. */
enum xapian_prefix_excess XAPIAN_C_UNSIGNED {
    XAPIAN_PREFIX_FAIL,          /* the search fails with ARGUMENT, class WildcardError */
    XAPIAN_PREFIX_FIRST,         /* take the first in byte order */
    XAPIAN_PREFIX_MOST_FREQUENT, /* take those in most documents */
};

/* Documents that hold a term that starts with prefix. limit is the most terms it may stand for (in
 * each shard, 0: no limit). op is how these are joined: XAPIAN_OP_SYNONYM, XAPIAN_OP_OR or
 * XAPIAN_OP_MAX. */
XAPIAN_C_API struct xapian_query *xapian_query_prefix(struct xapian_bytes prefix, uint32_t limit,
                                                      enum xapian_prefix_excess excess,
                                                      enum xapian_operator op,
                                                      struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Another handle on the same query, in constant time; NULL for NULL. */
XAPIAN_C_API struct xapian_query *xapian_query_copy(const struct xapian_query *query,
                                                    struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* The query in Xapian's words, for people to read. Free *text with xapian_string_free. */
XAPIAN_C_API bool xapian_query_describe(const struct xapian_query *query,
                                        struct xapian_string *text,
                                        struct xapian_error *error) XAPIAN_C_NOEXCEPT;

XAPIAN_C_API void xapian_query_free(struct xapian_query *query) XAPIAN_C_NOEXCEPT;

/* ==== searching =============================================================================== */

enum xapian_scheme XAPIAN_C_UNSIGNED {
    /* BM25 with xapian-core's parameters: k1 1, k2 0, k3 1, b 0.5, min_normlen 0.5 */
    XAPIAN_SCHEME_DEFAULT,
    XAPIAN_SCHEME_BM25, /* Okapi BM25 (Robertson et al., TREC-3, 1994) with the parameters below */
    XAPIAN_SCHEME_BM25_PLUS, /* BM25+ (Lv and Zhai, 2011), with delta as well */
    XAPIAN_SCHEME_TFIDF,     /* tf-idf with `normalizations` */
    XAPIAN_SCHEME_COORD,     /* 1 for each term of the query */
    XAPIAN_SCHEME_BOOL,      /* no weights at all */
};

struct xapian_weighting {
    enum xapian_scheme scheme;
    double k1, k2, k3, b, min_normlen, delta; /* >= 0; b <= 1 */
    /* Three letters, for wdf, idf and the whole, as documented for Xapian::TfIdfWeight: "ntn" is
     * wdf * log(N / frequency). */
    const char *normalizations;
};

enum xapian_sort XAPIAN_C_UNSIGNED {
    XAPIAN_SORT_RELEVANCE, /* greatest weight first */
    /* the same; equal weights by the value in sort_slot, least first: an order that does not depend
     * on docids */
    XAPIAN_SORT_RELEVANCE_THEN_VALUE,
    XAPIAN_SORT_VALUE_ASCENDING,  /* by the value in sort_slot, then by relevance */
    XAPIAN_SORT_VALUE_DESCENDING, /* the same, greatest value first */
    XAPIAN_SORT_DOCID_ASCENDING,  /* by docid; no weights are computed */
    XAPIAN_SORT_DOCID_DESCENDING,
};

/* What to search for. Set all to {0} and fill in what is wanted. Hits that are otherwise equal are
 * ordered by docid. */
struct xapian_search_request {
    const struct xapian_query *query; /* not consumed */
    uint32_t first;                   /* hits to leave out at the start */
    uint32_t limit;                   /* most hits to return; 0 only counts (with check_at_least) */
    /* documents to look at before the matcher may stop; UINT32_MAX makes counts and facets exact */
    uint32_t check_at_least;
    struct xapian_weighting weighting;
    double weight_min; /* leave out hits that weigh less; 0 for none */

    /* most hits that have the same value in collapse_slot; 0: do not collapse */
    uint32_t collapse_max;
    uint32_t collapse_slot;

    enum xapian_sort sort;
    uint32_t sort_slot;
    /* hits of equal weight may come in any order: the value then only decides which of them are
     * hits, and few are read. Of meaning for RELEVANCE_THEN_VALUE with first 0 */
    bool ties_unordered;

    /* slots whose values are counted over the documents looked at, before collapsing */
    const uint32_t *facet_slots;
    size_t facet_count;
    size_t facet_values_max; /* most values returned of each facet; 0: all */

    /* how many of the hits, from the first on, bring data and values; UINT32_MAX: all */
    uint32_t fetch;
    const uint32_t *value_slots; /* the values they bring */
    size_t value_count;
    /* they bring values only. Of servers these come with one search more for each slot, of all hits
     * at once, where data, or a collapsed search, takes an answer for each hit */
    bool without_data;
    /* how many match is of no interest, and may be known less well: with one slot, servers then
     * bring its values with the hits themselves */
    bool uncounted;
    /* Hits it returns true of bring nothing: the caller knows them. NULL: it knows none. Must not
     * unwind (no longjmp, no exceptions). */
    bool (*is_known)(void *context, uint32_t docid);
    void *context; /* of is_known */

    /* When these milliseconds are over, the matcher no longer looks at documents only for the sake
     * of check_at_least: hits are still right, counts are less exact. It is not an end to a search
     * that is slow because of its hits. 0: no limit. */
    uint32_t time_limit_ms;
};

struct xapian_hit {
    uint32_t docid;
    double weight;
    /* of an xapian_query_best alone: bit g where it may hold a term of group g, of those below 64;
     * all of them where it is not known */
    uint64_t groups;
    struct xapian_bytes collapse_key; /* the value it was collapsed by; empty if not collapsed */
    uint32_t collapse_count;          /* at least so many more documents had this key, or 0 */
    struct xapian_bytes data;         /* empty where not fetched */
    /* as many as asked for, in the order asked; NULL where not fetched */
    const struct xapian_bytes *values;
};

struct xapian_facet_value {
    struct xapian_bytes value;
    uint32_t count;
};

struct xapian_facet {
    uint32_t slot;
    uint32_t total;  /* documents that were looked at, with a value or without */
    size_t distinct; /* values there were, of which value_count are returned */
    /* most frequent first, then in byte order; the empty value is not counted */
    const struct xapian_facet_value *values;
    size_t value_count;
};

/* Everything found, in one block: all pointers point into it and it stays valid whatever becomes of
 * the index. Each string is followed by a NUL. */
struct xapian_results {
    /* How many documents match, collapsed if asked for: at least, probably, at most. Exact where
     * the first and last are equal. */
    uint32_t matches_min, matches_estimated, matches_max;
    /* The same without collapsing. */
    uint32_t uncollapsed_min, uncollapsed_estimated, uncollapsed_max;
    /* the greatest weight of any match, also when hits before it were left out */
    double weight_max;
    double weight_max_possible; /* a bound on what any document could weigh */
    /* the search took longer than time_limit_ms: counts may be less exact than asked for */
    bool timed_out;
    const struct xapian_hit *hits;
    size_t hit_count;
    const struct xapian_facet *facets; /* as many as asked for, in the order asked */
    size_t facet_count;
};

/* Searches. An index of up to 2^21 docids that counts facets or collapses without hits (limit 0,
 * check_at_least UINT32_MAX) keeps the slots that were counted often in memory until it is reopened
 * with changes or closed: 4 bytes a docid, and the values.
 *
 * Returns a block to be freed by xapian_results_free, or NULL: CHANGED, CORRUPT, NETWORK,
 * TIMEOUT, ARGUMENT (a prefix with too many expansions, parameters out of range), UNSUPPORTED,
 * MEMORY. */
XAPIAN_C_API struct xapian_results *xapian_search(struct xapian_index *index,
                                                  const struct xapian_search_request *request,
                                                  struct xapian_error *error) XAPIAN_C_NOEXCEPT;

XAPIAN_C_API void xapian_results_free(struct xapian_results *results) XAPIAN_C_NOEXCEPT;

/* ==== maintenance ============================================================================= */

enum xapian_compaction XAPIAN_C_UNSIGNED {
    XAPIAN_COMPACT_FULL,     /* as small as is still good to be updated (xapian-core's default) */
    XAPIAN_COMPACT_FULLER,   /* smaller, slower to update later */
    XAPIAN_COMPACT_STANDARD, /* blocks left partly empty, for an index that is updated a lot */
};

/* Called as compaction goes on, with a table's name and a remark, which may be "". */
typedef void xapian_progress(void *context, const char *table, const char *status);

struct xapian_compact_options {
    enum xapian_compaction level;
    /* the sources' ranges of docids must not overlap; otherwise documents get new ones, sources in
     * order */
    bool keep_docids;
    bool single_file;          /* the destination is one file, which can be read but not written */
    bool multipass;            /* merge many sources a few at a time: faster from about 50 on */
    uint32_t block_size;       /* bytes, a power of two from 2048 to 65536; 0: 8192 */
    xapian_progress *progress; /* NULL for none; must not unwind (no longjmp, no exceptions) */
    void *context;
};

/* Writes one compact copy of count databases (directories or stub files) to destination, a
 * directory or file not among the sources; one that exists is replaced. Of several metadata values
 * for one key the first source's is kept; spelling frequencies add up. It is not atomic: on failure
 * the destination is to be thrown away. options may be NULL. Readers of the sources are not
 * disturbed; a source being written is copied at its last revision or fails with CHANGED.
 * UNSUPPORTED for remote servers. Where a source cannot be opened, it is the error's origin, else
 * the destination is, also when what was read of a source is CORRUPT. */
XAPIAN_C_API bool xapian_compact(const char *const sources[], size_t count, const char *destination,
                                 const struct xapian_compact_options *options,
                                 struct xapian_error *error) XAPIAN_C_NOEXCEPT;

/* Checks the structure of a database (a directory or stub file; of those that a stub file lists,
 * all that are on this machine), and that no file of a table with entries is missing. *problems
 * becomes the number of faults found, 0 if it is sound, and *report (may be NULL; free with
 * xapian_string_free) an account of it for people. False means that it could not be checked at all.
 */
XAPIAN_C_API bool xapian_check(const char *path, size_t *problems, struct xapian_string *report,
                               struct xapian_error *error) XAPIAN_C_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
