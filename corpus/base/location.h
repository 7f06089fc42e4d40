/* location.h - where the index is: as the command line names it, else by default.
 *
 * A location is a directory, a Xapian stub file, tcp://HOST:PORT of a xapian-tcpsrv, or, for tests
 * and ssh, prog:COMMAND (xapian-c.h). */
#ifndef ARAL_BASE_LOCATION_H
#define ARAL_BASE_LOCATION_H

#include "corpus/base/bytes.h"
#include "corpus/base/options.h"

/* Adds a location to an array of `count`, which has room for one more, unless it is there already,
 * be it by another path. Returns how many there are then. */
size_t locations_add(const char **locations, size_t count, const char *location);

/* {0} at first. The strings belong to argv, the environment or `scratch`. */
struct locations {
    const char **list;
    size_t count;
    struct bytes scratch;
};

/* Fills in the locations that the option `id` names, each once, else $ARAL_INDEX, else
 * $XDG_DATA_HOME/aral/index, else ~/.local/share/aral/index. ERROR_USAGE where nothing says where
 * home is, or a location is empty. To be freed by locations_free whatever is returned. */
bool locations_resolve(struct locations *locations, const struct options *options, int id,
                       struct error *error);
void locations_free(struct locations *locations);

/* Whether it names a server rather than a directory or file of this machine. */
bool location_is_remote(const char *location);

/* A location as one word of a command that people copy into a shell: between quotes where it has
 * blanks or other signs that mean something there. The text is the location or in `quoted`. */
const char *location_for_shell(const char *location, struct bytes *quoted);

#endif
