/* place.h - the directories that indexes lie in: made, replaced and removed as a whole.
 *
 * A new index is built in a temporary directory beside the old one and put in its place by one
 * rename, so that whoever looks sees the old one or the new one. (Where a file system cannot
 * exchange two names in one step, it takes three; for a moment the old one is "DIR/index.old".) The
 * temporary directory of an index "DIR/index" is "DIR/index.building"; whoever has the index's lock
 * may remove it. */
#ifndef ARAL_INDEXER_PLACE_H
#define ARAL_INDEXER_PLACE_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* Which directory or file is at a path: unequal when another has taken its place. */
struct place_identity {
    dev_t device;
    ino_t inode;
};

/* False where there is none, or none that can be reached. */
bool place_identify(const char *path, struct place_identity *identity);

bool place_identities_equal(struct place_identity a, struct place_identity b);

/* Whether there is a directory or file; false also where a link leads nowhere. */
bool place_exists(const char *path);

bool place_is_directory(const char *path);

/* Whether it is a link to what is not there: nothing can be made by that name. */
bool place_leads_nowhere(const char *path);

/* Makes the directories above `path`, as far as they are missing. */
bool place_make_folders(const char *path, struct error *error);

/* Removes what an interrupted run may have left beside the index at `location`, if that is a
 * directory. */
bool place_tidy(const char *location, struct error *error);

/* False and *error (ERROR_USAGE) where `location` is a directory with anything in it that is not of
 * an index. What replaces an index replaces its directory, and that would go, too. */
bool place_is_own(const char *location, struct error *error);

/* Whether a file is named as those of a database, a stub that names one, or what NFS makes of files
 * that are removed while they are read. */
bool place_is_of_index(const char *name);

/* Whether xapian-replicate keeps the directory `location` as a copy: a stub file in it names one or
 * the other of two databases in turn. What is written there would be lost with the next
 * replication, or break it. */
bool place_is_replica(const char *location);

/* Makes an empty directory for building what will replace the index at `location`, or be the first
 * one there. Nobody else may read it. Its name goes to `path`, terminated. False also where
 * place_is_own is. */
bool place_begin(const char *location, struct bytes *path, struct error *error);

/* Puts the database at `built`, inside the directory of place_begin, in the place of the directory
 * `location`, with owner, group and mode of that as far as this user may give them, and makes it
 * durable. The old one is then in the directory of place_begin, to be removed with it. */
bool place_swap(const char *built, const char *location, struct error *error);

/* Moves the database at `built`, inside the directory of place_begin, to `location`, where there is
 * nothing yet, and makes it durable. With a `model`, the index that it is a copy of, nobody but
 * this user may do more with it than with that; `model` may be NULL. */
bool place_move(const char *built, const char *location, const char *model, struct error *error);

/* Whether the directory at `path` may be written to, or, where there is none, be made; if not,
 * errno says why. */
bool place_may_write(const char *path);

/* Removes the empty table that a program leaves in the directory when it is killed while it makes a
 * database: xapian-core takes it for a database, and cannot open that. False where there is none,
 * where it is not empty, or where a program may still be at it. */
bool place_clear_unmade(const char *path);

/* Removes a file or directory with all that is in it, as far as it exists. */
bool place_remove(const char *path, struct error *error);

/* Removes an index that has nothing in it, whose lock the caller holds: by one rename for whoever
 * looks, so that a kill leaves no half of it. It stays where its directory cannot be renamed. */
bool place_discard(const char *location, struct error *error);

/* Bytes of all files directly in the directory, or of one file; 0 where there is none. */
uint64_t place_bytes(const char *path);

#endif
