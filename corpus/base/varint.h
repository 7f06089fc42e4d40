/* varint.h - whole numbers in as few bytes as they need: seven bits a byte, the lowest first, and
 * the eighth says that more follow (LEB128, as of DWARF and Protocol Buffers). */
#ifndef ARAL_BASE_VARINT_H
#define ARAL_BASE_VARINT_H

#include "corpus/base/bytes.h"

#include <stdint.h>

static inline void varint_append(struct bytes *out, uint64_t number) {
    for (; number >= 0x80; number >>= 7) {
        bytes_append_byte(out, (char)(number | 0x80));
    }
    bytes_append_byte(out, (char)number);
}

/* Takes a number off the front of `rest`; false where that ends within it or it is too long. */
static inline bool varint_take(struct slice *rest, uint64_t *number) {
    *number = 0;
    for (unsigned shift = 0; shift < 64 && rest->length > 0; shift += 7) {
        unsigned char byte = (unsigned char)*rest->data++;
        rest->length--;
        uint64_t bits = byte & 0x7F;
        if (bits << shift >> shift != bits) {
            return false; /* more than 64 bits */
        }
        *number |= bits << shift;
        if (byte < 0x80) {
            return true;
        }
    }
    return false;
}

#endif
