/* schema.h - how articles lie in a Xapian database: the one header that indexer and searcher share.
 *
 * An index holds four kinds of documents. For each article, in this order and with docids that
 * follow one another:
 *
 *   1 article record   terms  Q + hash of id  unique to the article, on the record and on all
 *                                             passages: delete or count an article by it
 *                             R               on every article record, on nothing else
 *                             F + file        the file it was read from, for `sync`; none where
 *                                             it came from standard input
 *                             = + word        each of its words as written, normalised; none where
 *                                             these are in blocks
 *                      values SLOT_RECORD: an encoded struct article_record
 *
 *   n passages         terms  Q + hash of id
 *                             P               on every passage
 *                             L + code        language of the passage ("Len", "Lxx")
 *                             S + source      normalised name of the source, where there is one
 *                             stems and values as corpus/analysis/analysis.h names them (they begin
 *                             with a lower case letter or one of # @ ~), of the passage and, if the
 *                             languages agree, of the article's title
 *                      values SLOT_*, below; SLOT_RECORD: an encoded struct passage_record
 *
 * Passage n of an article is thus the posting number n + 1 of its Q term (n from 1; posting 0 is
 * the record), within the database that has it.
 *
 * There are no positions: they double time and size; phrases, exact forms and nearness are verified
 * on the text of the best candidates instead. The within-document frequency of a stem is its whole
 * BM25 weight but for the inverse document frequency, see term_weight below.
 *
 * Behind them, or between them, lie documents of words: the vocabulary for prefixes, suggestions
 * and "did you mean".
 *
 *                      terms  V               on every such document
 *                             W + letters     which all words of its block begin with
 *                      values SLOT_RECORD: the block (word_block.h)
 *
 *                      terms  V
 *                             = + word + WORD_REMOVED + 'a'   a word of an article that was removed
 *                                             and that blocks still count; 'b': of two such
 *                                             articles, 'c': of four, and so on
 *
 * Names lie there, too, as words that begin with VOCABULARY_NAME: the key under which a name is
 * found in other alphabets, then the term of a stem. A passage with a capitalised word of that key
 * has one of the stems that stand with the key; or the key itself as a term, where the name is a
 * common word as well (Green), whose stem too many other passages have. With every key as a term,
 * keys were 18 % of all postings; as it is, they are 10 %.
 *
 * A bulk run writes blocks; the words of articles that come later are terms of their records. So
 * how many articles have a word is exact, however the index came about (vocabulary.h).
 *
 * And documents of dictionaries, with which Zstandard makes records small:
 *
 *                      terms  D + id          8 hexadecimal digits
 *                      data   an encoded struct dictionary_record
 *
 * A record is packed with the dictionary of its language where there was one when it was written,
 * that is in bulk runs and in what is added to their index later; others without. A packed record
 * names its dictionary, which is found by its term: so packed records stay readable when indexes
 * are merged, searched as one, or served by other machines.
 *
 * Records are values and not the documents' data, since xapian-core deflates data: of what is
 * packed already in vain, once when it is written and again whenever it is merged, which took a
 * third of the time of a bulk run. Nor need blocks be inflated, which are read by most queries.
 */
#ifndef ARAL_INDEXER_SCHEMA_H
#define ARAL_INDEXER_SCHEMA_H

#include "corpus/base/arena.h"
#include "corpus/base/bytes.h"
#include "corpus/base/error.h"
#include "corpus/base/slice.h"
#include "corpus/languages/language.h"
#include "shim/xapian-c.h"

#include <stddef.h>
#include <stdint.h>

/* Raised whenever an index of the old kind would be read wrongly. */
#define SCHEMA_VERSION 8

#define PREFIX_ARTICLE "Q"
#define PREFIX_FILE "F"
#define PREFIX_LANGUAGE "L"
#define PREFIX_SOURCE "S"
#define TERM_RECORD "R"
#define TERM_PASSAGE "P"
#define PREFIX_WORD "="
#define PREFIX_WORDS "W"
#define TERM_WORDS "V"
#define PREFIX_DICTIONARY "D"

enum schema_slot {
    SLOT_ARTICLE = 0,  /* 8 bytes: hash of the identity; passages of one article collapse on it */
    SLOT_DATE = 1,     /* "20240611", "202406", "2024" or absent; compares as bytes */
    SLOT_LANGUAGE = 2, /* code of the passage's language */
    SLOT_SOURCE = 3,   /* source as given */
    SLOT_RECORD = 4,   /* the record of the article or passage, packed or as it is; a block */
};

/* Metadata keys of the database. */
#define METADATA_SCHEMA "aral.schema"     /* SCHEMA_VERSION in decimal */
#define METADATA_ANALYSIS "aral.analysis" /* ANALYSIS_VERSION in decimal */
#define METADATA_TEXT "aral.text"         /* bytes of text of all articles, in decimal */
#define METADATA_RECORDS "aral.records"   /* bytes of all records as they are stored, in decimal */

/* There only while an article is written through a server, and after that was interrupted: what is
 * to be taken back then (unfinished.h). The letter of the step; as variable-length integers what
 * the two keys above become, and a docid; the article's identity. Readers need not look at it. */
#define METADATA_UNFINISHED "aral.unfinished"

/* The article, once. Slices point into the caller's data (encode) or the decoded bytes (decode). */
struct article_record {
    struct slice id, title, url, date, lang, source, author, extra, file;
    uint32_t passages;   /* how many follow */
    uint64_t text_bytes; /* length of the article's text: the sum of the tiles */
    uint64_t hash; /* of all that was added but `file`: an article with the same is unchanged */
};

struct passage_record {
    struct slice id;                        /* identity of the article */
    uint32_t number;                        /* from 1; the passage's own id is "ID#NUMBER" */
    char language[LANGUAGE_CODE_BYTES + 1]; /* code, terminated */
    uint64_t start;                         /* of the passage in the article's text, bytes */
    uint32_t length;                        /* bytes */
    uint32_t lead;                          /* bytes of the tile before the passage */
    uint64_t copy;     /* what tells which may be copies of its text, see copy_hash below */
    struct slice tile; /* the text of the tile (passages/passage.h) */
};

/* Append the encoded record to `out`. The format is private to schema.c: a version byte, then
 * variable-length integers and length-prefixed strings. */
void article_record_encode(const struct article_record *record, struct bytes *out);
void passage_record_encode(const struct passage_record *record, struct bytes *out);

/* Decode; slices point into `data`. False with ERROR_CORRUPT when the bytes are no such record. */
bool article_record_decode(struct slice data, struct article_record *record, struct error *error);
bool passage_record_decode(struct slice data, struct passage_record *record, struct error *error);

/* What the records of one language are packed with. */
struct dictionary_record {
    char language[LANGUAGE_CODE_BYTES + 1]; /* code, terminated */
    struct slice bytes; /* as zstd's trainer makes them: they hold the dictionary's id */
};
void dictionary_record_encode(const struct dictionary_record *record, struct bytes *out);
bool dictionary_record_decode(struct slice data, struct dictionary_record *record,
                              struct error *error);

/* Append the D term of a dictionary. */
void schema_dictionary_term(uint32_t id, struct bytes *out);

/* A packed record: its first byte, then a frame of Zstandard (RFC 8878), which tells its length and
 * its dictionary if it has one, without the four bytes that all frames begin with. Records of more
 * bytes than PACKED_RECORD_BYTES are not packed, so that reading a damaged one needs no more memory
 * either. */
enum { PACKED_RECORD = 0xC1, PACKED_RECORD_MAGIC = 4, PACKED_RECORD_BYTES = 1 << 20 };

/* Reads packed records, and keeps the dictionaries it met. One per thread. NULL: no memory. */
struct record_unpacker;
struct record_unpacker *record_unpacker_new(struct error *error);
void record_unpacker_free(struct record_unpacker *unpacker);

/* The record in a document's SLOT_RECORD: `data` itself where it is not packed, else bytes in the
 * arena. `index` is where the data is from, or any that has the same dictionaries. ERROR_CORRUPT
 * for what cannot be unpacked. O(length). */
bool record_unpack(struct record_unpacker *unpacker, struct xapian_index *index, struct slice data,
                   struct arena *arena, struct slice *record, struct error *error);

/* The passage's text within its tile. */
struct slice passage_record_text(const struct passage_record *record);

/* The passage's language; language_other() where it is none of ours. Never NULL. */
const struct language *passage_record_language(const struct passage_record *record);

/* Append PREFIX + value as a term that Xapian takes, whatever the length of value: one that is too
 * long, or has a NUL, becomes its first bytes, the byte 0xFF (which no UTF-8 has) and a hash. */
void schema_term(const char *prefix, struct slice value, struct bytes *out);

/* Append the Q term of an identity: PREFIX_ARTICLE and 96 bits of its hash in 16 letters, since
 * every passage has it. Two of a thousand million identities are the same by accident with a
 * probability of 10^-11. */
void schema_article_term(struct slice id, struct bytes *out);

/* The most bytes of a value that are surely in its term as they stand: where a scan of all terms
 * that start with a longer value can begin. */
#define SCHEMA_TERM_KEPT 200

/* Whether an article's `file` names a file, and it so has an F term: standard input ("-") has none.
 */
static inline bool schema_has_file(struct slice file) {
    return file.length > 0 && !(file.length == 1 && *file.data == '-');
}

/* Append the S term of a source's name: its normalised form with one blank between words, so that
 * neither case nor white space matters. */
void schema_source_term(struct slice source, struct bytes *out);

/* Append the value of SLOT_ARTICLE for an identity. */
void schema_article_key(struct slice id, struct bytes *out);

/* What tells which passages may be copies: a SimHash of their pairs of neighbouring words (M.
 * Charikar, STOC 2002; G. Manku and others, WWW 2007). However a passage is set, it has the same
 * one, and each word that differs turns few of the bits. In a very short passage one word says too
 * much: below COPY_WORDS_LEAST words it is a hash of all words in order, near to no other. Whether
 * what differs makes other news of it, only the texts say: see searcher/copies.h.
 *
 * The table gives the per cent of pairs that have hashes within each distance, and texts that
 * agree, by the length of the passages in words: of copies made of real passages, of reports that
 * differ in a number, and of 61,707 pairs of other passages found by one query (tests/eval/copies):
 *
 *                          12-29 words       30-59 words       60-99 words       100 or more
 *      distance            12   14   16      12   14   16      12   14   16      12   14   16
 *      one word changed      3    3    3      87   88   88      93   93   93      96   96   96
 *      two words changed     1    1    1      75   81   82      85   86   87      94   94   94
 *      a date line before    65   79   89      96   99  100      99  100  100     100  100  100
 *      an agency behind     60   61   61      98   98   98     100  100  100     100  100  100
 *      all of these          5    7    8      70   80   85      89   94   94      97   98   98
 *      a name replaced       4    4    5      32   33   33      33   34   34      91   92   92
 *      last sentence cut    23   27   27      47   54   55      72   79   81      94   97   98
 *      a number changed      4    4    4       1    1    1       0    0    0       1    1    1
 *      other passages        0    0    0       0    0    0       0    0    0       0    0    0
 *
 * A wider distance finds few more, and more texts would have to be compared. */
#define COPY_BITS 64
#define COPY_DISTANCE 16
#define COPY_WORDS_LEAST 12
struct token_list;
uint64_t copy_hash(const struct token_list *list); /* O(length) */

/* Whether passages with these hashes may be copies, exact or near ones: at most COPY_DISTANCE bits
 * differ. Of two hashes that have nothing in common that is true in one of 25,000 cases. */
bool copy_hashes_near(uint64_t a, uint64_t b);

/* Append the value of SLOT_SOURCE: the name, cut at a character to SOURCE_VALUE_BYTES. */
#define SOURCE_VALUE_BYTES 200
void schema_source_value(struct slice source, struct bytes *out);

/* Append the value of SLOT_DATE for an ISO 8601 date; nothing for one without a year. */
void schema_date_key(struct slice date, struct bytes *out);

/* Within-document frequency of a term in a passage: BM25's saturated and length-normalised term
 * frequency (Robertson & Zaragoza 2009, eq. 3.15), scaled and rounded, so that a query needs only
 * idf * wdf and no document lengths. `frequency` counts an occurrence among the passage's first
 * LEAD_WORDS words LEAD_WEIGHT times, since a passage begins with what it is about, and one in the
 * article's title TITLE_WEIGHT times more; `length` is the passage's length in words. At least 1.
 */
#define TITLE_WEIGHT 2
#define LEAD_WORDS 10
#define LEAD_WEIGHT 2
#define WEIGHT_SCALE 16
#define WEIGHT_K1 1.2
#define WEIGHT_B 0.75
#define WEIGHT_AVERAGE_LENGTH 100.0
uint32_t term_weight(double frequency, uint32_t length);

/* True when the index has this SCHEMA_VERSION and ANALYSIS_VERSION, and so has each database that a
 * stub file lists; one without any document need not have either. Otherwise ERROR_VERSION (or, for
 * a Xapian database that is not ours, ERROR_CORRUPT), with the command that mends it. `location` is
 * for the message only. */
bool schema_check_version(struct xapian_index *index, const char *location, struct error *error);

/* The same for SCHEMA_VERSION alone: enough to read records and texts, not to search. */
bool schema_check_layout(struct xapian_index *index, const char *location, struct error *error);

/* Work that is interrupted by this many commits in a row is given up: ERROR_CHANGED. */
#define INDEX_RETRIES 16

/* Reading failed with ERROR_CHANGED although nothing has been committed: a block claims a later
 * revision than the index has, which is ERROR_CORRUPT. Returns false. */
bool schema_set_torn(struct error *error);

/* Nobody writes to the index: turns ERROR_CHANGED into what schema_set_torn sets, and leaves any
 * other error, or none, as it is. */
void schema_settle_changed(struct error *error);

/* Does work that reads the index; where it fails with ERROR_CHANGED, moves on to what has been
 * committed and begins again, INDEX_RETRIES times at most. */
typedef bool schema_work(struct xapian_index *index, void *context, struct error *error);
bool schema_retry(struct xapian_index *index, schema_work *work, void *context,
                  struct error *error);

/* Opens one location for reading, if it is an index and has what schema_check_version or
 * schema_check_layout asks for; timeout_ms as in xapian_index_open. The caller closes it. NULL:
 * *error says why. */
typedef bool schema_check(struct xapian_index *index, const char *location, struct error *error);
struct xapian_index *schema_open(const char *location, unsigned timeout_ms, schema_check *check,
                                 struct error *error);

/* The data of the first document that has the term; *found is false where none has it. The caller
 * frees the data with xapian_string_free. False: *error says why. */
bool schema_read_first(struct xapian_index *index, struct slice term, struct xapian_string *data,
                       bool *found, struct error *error);

/* Takes a term that begins with a prefix, which lives until this returns, and how many documents
 * have it. False to stop: *error says why. */
typedef bool term_taker(void *context, struct slice term, uint32_t documents, struct error *error);

/* Calls `take` for all terms that begin with `prefix`, in the order of their bytes. False: *error
 * says why. */
bool schema_for_each_term(struct xapian_index *index, struct slice prefix, term_taker *take,
                          void *context, struct error *error);

/* The number under a metadata key, 0 where there is none. */
bool schema_get_number(struct xapian_index *index, const char *key, uint64_t *number,
                       struct error *error);

/* How many documents have the term. */
bool schema_get_frequency(struct xapian_index *index, struct slice term, uint64_t *documents,
                          struct error *error);

/* The versions an index has, 0 where it has none. */
bool schema_get_versions(struct xapian_index *index, uint64_t *schema, uint64_t *analysis,
                         struct error *error);

/* Sets why the index at `location` could not be opened: as schema_set_error, but where nothing was
 * found, whether there is no index (and what makes one), a stub file names what is missing, or it
 * may not be looked at. Returns false. */
bool schema_set_open_error(struct error *error, const char *location,
                           const struct xapian_error *failure);

/* The same where the index at `source` could not be copied to another place: damage is the
 * source's. */
bool schema_set_copy_error(struct error *error, const char *source,
                           const struct xapian_error *failure);

/* --- one article ---------------------------------------------------------------------------------
 *
 * An index of several databases may have an article in more than one of them, though it should not.
 * Then the article is that of the first of these, and only its own documents are read. False from
 * any of these: *error says why. */

/* Appends the docids of all documents that have the term to `docids`, an array of uint32_t, in
 * ascending order. O(documents). */
bool schema_list_documents(struct xapian_index *index, struct slice term, struct bytes *docids,
                           struct error *error);

/* The docid of the record of the article with that Q term, 0 where there is none. *elsewhere tells
 * whether further databases have it. */
bool schema_find_article(struct xapian_index *index, struct slice unique_term, uint32_t *docid,
                         bool *elsewhere, struct error *error);

/* The documents of one article, in one of the databases of an index. */
struct article_documents {
    struct xapian_index *index;
    struct slice unique_term; /* their Q term */
    uint32_t docid;           /* of any document in that database */
};

/* Their docids from `from` on, ascending: at most `capacity`, how many in *count. */
bool schema_get_documents(const struct article_documents *documents, uint32_t from,
                          uint32_t docids[], size_t capacity, size_t *count, struct error *error);

/* The next passage of an article, which lives until this returns. False to stop: *error says why.
 */
typedef bool passage_taker(void *context, const struct passage_record *passage,
                           struct error *error);

struct article_reading {
    struct xapian_index *index;
    struct record_unpacker *unpacker;
    const struct article_record *record;
    uint32_t docid;    /* of the record */
    uint32_t passages; /* how many are wanted, from the first on; at most record->passages */
    passage_taker *take;
    void *context;
    uint64_t *record_bytes; /* what their records take as they are stored is added; or NULL */
};

/* Calls `take` for each passage wanted. Each begins where the tiles before it end, so that the
 * tiles together are the text: ERROR_CORRUPT where one that is wanted is missing or out of its
 * place, or all together are not record->text_bytes long. O(length of what is wanted). */
bool schema_read_article(const struct article_reading *reading, struct error *error);

/* The words of the vocabulary, normalised, in the order of their bytes: of blocks and single words,
 * over any number of indexes. At most VOCABULARY_WORD_BYTES are in a word. Before them come names,
 * which begin with VOCABULARY_NAME; VOCABULARY_FIRST_WORD comes behind these. */
#define VOCABULARY_WORD_BYTES 64
#define VOCABULARY_NAME '\1'
#define VOCABULARY_NAME_BYTES 112
#define VOCABULARY_FIRST_WORD "\2"
#define WORD_REMOVED '\0' /* no word has it, and terms with it come right behind the word's */
struct schema_words;

/* Blocks that were read, of one revision: to be cleared when another one is. NULL: no memory. */
struct word_blocks;
struct word_blocks *word_blocks_new(struct error *error);
void word_blocks_clear(struct word_blocks *blocks);
void word_blocks_free(struct word_blocks *blocks);

/* Append a name to `out`: that words with its key across alphabets (names.h) are found by the term
 * of a stem. Without a term it is what all names of that key begin with. */
void schema_name(struct slice key, struct slice term, struct bytes *out);

/* Append the = term of a word that an article has. */
void schema_word_term(struct slice word, struct bytes *out);

/* Append that of a word that 2^power articles had which were removed; power is below
 * WORD_POWERS. */
#define WORD_POWERS 32
void schema_removed_word_term(struct slice word, unsigned power, struct bytes *out);

/* All that begin with `prefix`. NULL: *error says why. `index` must live as long, and so must
 * `blocks`, where what is read is kept; NULL where all is read but once. */
struct schema_words *schema_words_open(struct xapian_index *index, struct word_blocks *blocks,
                                       struct slice prefix, struct error *error);
void schema_words_free(struct schema_words *words);

/* Takes the next word, which lives until the next call. *count is how many articles have it,
 * exactly; 0 behind the last. */
bool schema_words_next(struct schema_words *words, struct slice *word, uint64_t *count,
                       struct error *error);

/* Whether words that begin like this may be wanted: all words of a block do. */
typedef bool words_wanted(void *context, struct slice beginning);

/* Reads the blocks with words that may be wanted (`wanted` NULL: all blocks) of servers, which are
 * asked for all that are not kept yet together. */
bool schema_words_expect(struct schema_words *words, words_wanted *wanted, void *context,
                         struct error *error);

/* Skips all before `to`, so that schema_words_next takes the first that is not. Never goes
 * backwards. Costs a look-up or two where `to` is in another block, next to nothing in the same. */
bool schema_words_skip(struct schema_words *words, struct slice to, struct error *error);

/* That a sealed index (sealed.h), of which `name` is for messages, is not to be served. Returns
 * false. */
bool schema_set_served_sealed(struct error *error, const char *name);

/* A failure of the shim in this program's terms: its kind, message and place. Returns false. */
bool schema_set_error(struct error *error, const struct xapian_error *failure);

/* A slice as the shim wants it, and back. */
static inline struct xapian_bytes schema_bytes(struct slice slice) {
    return (struct xapian_bytes){slice.data, slice.length};
}
static inline struct slice schema_slice(struct xapian_bytes bytes) {
    return slice_of(bytes.data, bytes.size);
}

#endif
