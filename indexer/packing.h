/* packing.h - records made small: Zstandard with dictionaries of the index's own text.
 *
 * A passage is too short for a compressor to learn its language from. With a dictionary trained on
 * other records of its language it takes .34 to .44 of its length, deflated by Xapian alone .5 to
 * .6 (news, manuals and literature in three languages; 110 kB and more for each dictionary gain
 * little over PACKING_DICTIONARY_BYTES, as do higher levels than PACKING_LEVEL, which are several
 * times slower). What records look like packed is in schema.h, with the reading side. */
#ifndef ARAL_INDEXER_PACKING_H
#define ARAL_INDEXER_PACKING_H

#include "corpus/base/bytes.h"
#include "corpus/base/error.h"
#include "shim/xapian-c.h"

#include <stdbool.h>

/* A dictionary is trained as soon as this many bytes of its language's records were seen. */
#define PACKING_SAMPLE_BYTES (400u << 10)
#define PACKING_DICTIONARY_BYTES (96u << 10)
#define PACKING_LEVEL 3

/* The dictionaries of one index, at most one for each language. May be used by several threads. */
struct dictionaries;
struct dictionaries *dictionaries_new(struct error *error);
void dictionaries_free(struct dictionaries *dictionaries);

/* Takes those that the index has; of several for one language, any one. */
bool dictionaries_load(struct dictionaries *dictionaries, struct xapian_index *index,
                       struct error *error);

/* Shows a record in the language of that code, for training; trains when enough were shown. Costs
 * nothing where there is a dictionary already. */
bool dictionaries_sample(struct dictionaries *dictionaries, const char *language,
                         struct slice record, struct error *error);

/* Adds the documents of those that were trained since the last call. */
bool dictionaries_write(struct dictionaries *dictionaries, struct xapian_writer *writer,
                        struct error *error);

/* Packs with a set of dictionaries; one per thread. */
struct packer;
struct packer *packer_new(struct dictionaries *dictionaries, struct error *error);
void packer_free(struct packer *packer);

/* What to store for a record in the language of that code: the packed form, which lives until the
 * next call, or `record` itself where packing does not make it smaller. Where there is no
 * dictionary of the language it is packed without one. False: no memory. */
bool packer_pack(struct packer *packer, const char *language, struct slice record,
                 struct slice *packed, struct error *error);

#endif
