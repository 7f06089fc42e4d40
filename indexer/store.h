/* store.h - writing articles into one index: the only place that does.
 *
 * A store holds the index's lock from opening to closing. Articles are put and removed inside
 * transactions: readers, and whoever comes after a crash, see an article's record and passages
 * together or not at all. Servers know no transactions: there each article is marked before it is
 * changed, and whoever opens the index after a crash takes that one back (unfinished.h). Not
 * thread-safe. */
#ifndef ARAL_INDEXER_STORE_H
#define ARAL_INDEXER_STORE_H

#include "corpus/base/error.h"
#include "indexer/packing.h"
#include "indexer/prepare.h"
#include "indexer/records.h"
#include "indexer/totals.h"
#include "indexer/vocabulary.h"
#include "shim/xapian-c.h"

#include <stdbool.h>
#include <stdint.h>

enum store_mode {
    /* Fail with ERROR_NOT_FOUND where there is no index: */
    STORE_LOCKED,   /* only to keep others from writing, to each where a stub file lists several */
    STORE_EXISTING, /* to write to it, which must be one database */

    STORE_CREATE,  /* makes the index, and the folders above it, where there is none */
    STORE_SCRATCH, /* a new database that nobody else reads and that is thrown away if anything
                      goes wrong: fast, not safe */
    STORE_SCRATCH_SEALED, /* the same, sealed (sealed.h) */
};

#define STORE_WAIT_FOREVER (-1.0)

struct store;

/* Opens the index of that location and checks its versions. `wait_seconds` is how long to wait for
 * another writer: then ERROR_LOCKED. An article that a writer did not come to the end of is removed
 * from an index that is opened to write to it, which standard error is told. */
struct store *store_open(const char *location, enum store_mode mode, double wait_seconds,
                         struct error *error);

/* Gives the lock back; what was not committed is forgotten. NULL is allowed. False: see *error. */
bool store_close(struct store *store, struct error *error);

/* What the index holds now, uncommitted changes included. Lives as long as the store. */
struct xapian_index *store_index(struct store *store);

/* What was done since the last commit. */
struct store_changes {
    uint64_t documents;  /* Xapian documents written or deleted */
    uint64_t text_bytes; /* of the articles added or removed */
};
const struct store_changes *store_changes(const struct store *store);

/* Adds an article whose identity the index does not have. */
bool store_add(struct store *store, const struct prepared_article *article, struct error *error);

/* Whether nothing can be removed, see sealed.h and unseal.h. */
bool store_is_sealed(const struct store *store);

/* Whether it is on a server, where what was done cannot be taken back for certain. */
bool store_is_remote(const struct store *store);

/* Opens the index that has taken the place of the one that the store had (place_swap), whose lock
 * it holds until then. Nothing may be uncommitted. False: the store is as it was. */
bool store_reopen(struct store *store, struct error *error);

/* Removes an article, of an index that is not sealed. To replace one, remove the old one and add
 * the new one before the next commit. */
bool store_remove(struct store *store, const struct stored_record *stored, struct error *error);

/* Writes words to the vocabulary as blocks, and forgets them: those of all articles of scratch
 * databases. Other stores write the words of an article with it. */
bool store_write_words(struct store *store, struct vocabulary *vocabulary, struct error *error);

/* For STORE_SCRATCH: the dictionaries to pack records with. They are the caller's, outlive the
 * store, and are written only by store_write_dictionaries. Other stores use the index's own. */
bool store_set_dictionaries(struct store *store, struct dictionaries *dictionaries,
                            struct error *error);
bool store_write_dictionaries(struct store *store, struct dictionaries *dictionaries,
                              struct error *error);

/* Notes that an article, otherwise unchanged, now comes from another file; for an index that is not
 * sealed. */
bool store_move(struct store *store, const struct stored_record *stored, struct slice file,
                struct error *error);

/* The index knows its totals, but not a database that was merged from several: it has to be told.
 * Written by the next commit. */
struct store_totals store_get_totals(const struct store *store);
void store_set_totals(struct store *store, struct store_totals totals);

/* Makes everything so far durable and visible. */
bool store_commit(struct store *store, struct error *error);

/* Forgets everything since the last commit. */
bool store_cancel(struct store *store, struct error *error);

#endif
