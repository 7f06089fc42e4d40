// Results in one block of memory: structs and arrays first, the bytes they point to after them.
#ifndef XAPIAN_C_BLOCK_HPP
#define XAPIAN_C_BLOCK_HPP

#include "xapian-c.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>
#include <xapian.h>

namespace xapian_c {

// What is read of one document before the size of the block is known.
struct Contents {
    bool found = false;
    std::string data;
    std::vector<std::string> values;
};

Contents read_contents(const Xapian::Document &document, bool with_data, const uint32_t slots[],
                       size_t count);

// Planned first, then allocated, then taken in any order: as much of everything as was planned.
class Block {
  public:
    template <typename Struct> void plan(size_t count) {
        static_assert(alignof(Struct) <= ALIGNMENT, "the block must align it");
        plan_structs(count, sizeof(Struct));
    }
    void plan(const std::string &bytes);
    void plan(const Contents &contents);

    void allocate();

    template <typename Struct> Struct *take(size_t count) {
        if (!count)
            return nullptr;
        return static_cast<Struct *>(take_structs(count, sizeof(Struct)));
    }
    xapian_bytes take_bytes(const std::string &bytes) noexcept;
    const xapian_bytes *take_values(const Contents &contents) noexcept;

    // The block, now the caller's; first is what was taken first.
    template <typename Struct> Struct *give(Struct *first) noexcept {
        memory.release();
        return first;
    }

    static void dispose(void *block) noexcept;

  private:
    static constexpr size_t ALIGNMENT = alignof(std::max_align_t);

    void plan_structs(size_t count, size_t size);
    void *take_structs(size_t count, size_t size) noexcept;

    struct Free {
        void operator()(void *block) const noexcept {
            Block::dispose(block);
        }
    };
    std::unique_ptr<void, Free> memory;
    size_t structs_size = 0;
    size_t bytes_size = 0;
    char *next_struct = nullptr;
    char *next_byte = nullptr;
};

} // namespace xapian_c

#endif
