// Results in one block of memory.
#include "block.hpp"
#include "guard.hpp"

#include <cstring>
#include <new>

namespace xapian_c {

namespace {

size_t add_sizes(size_t a, size_t b) {
    size_t sum;
    if (__builtin_add_overflow(a, b, &sum))
        throw std::bad_alloc();
    return sum;
}

size_t round_up(size_t size, size_t alignment) {
    return add_sizes(size, alignment - 1) / alignment * alignment;
}

} // namespace

Contents read_contents(const Xapian::Document &document, bool with_data, const uint32_t slots[],
                       size_t count) {
    Contents contents;
    contents.found = true;
    if (with_data)
        contents.data = document.get_data();
    contents.values.reserve(count);
    for (size_t i = 0; i < count; i++) {
        check_slot(slots[i]);
        contents.values.push_back(document.get_value(slots[i]));
    }
    return contents;
}

void Block::plan_structs(size_t count, size_t size) {
    size_t needed;
    if (__builtin_mul_overflow(count, size, &needed))
        throw std::bad_alloc();
    structs_size = add_sizes(structs_size, round_up(needed, ALIGNMENT));
}

void Block::plan(const std::string &bytes) {
    bytes_size = add_sizes(bytes_size, add_sizes(bytes.size(), 1));
}

void Block::plan(const Contents &contents) {
    plan(contents.data);
    plan<xapian_bytes>(contents.values.size());
    for (const std::string &value : contents.values)
        plan(value);
}

void Block::allocate() {
    memory.reset(::operator new(add_sizes(structs_size, bytes_size)));
    next_struct = static_cast<char *>(memory.get());
    next_byte = next_struct + structs_size;
    std::memset(next_struct, 0, structs_size);
}

void *Block::take_structs(size_t count, size_t size) noexcept {
    char *taken = next_struct;
    next_struct += (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return taken;
}

xapian_bytes Block::take_bytes(const std::string &bytes) noexcept {
    char *taken = next_byte;
    std::memcpy(taken, bytes.c_str(), bytes.size() + 1);
    next_byte += bytes.size() + 1;
    return {taken, bytes.size()};
}

const xapian_bytes *Block::take_values(const Contents &contents) noexcept {
    auto *values = take<xapian_bytes>(contents.values.size());
    for (size_t i = 0; i < contents.values.size(); i++)
        values[i] = take_bytes(contents.values[i]);
    return values;
}

void Block::dispose(void *block) noexcept {
    ::operator delete(block);
}

} // namespace xapian_c
