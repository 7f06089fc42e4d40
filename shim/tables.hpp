// The files that a database of this machine consists of.
#ifndef XAPIAN_C_TABLES_HPP
#define XAPIAN_C_TABLES_HPP

#include <string>

namespace xapian_c {

// The name of the first file that is missing of a database in the directory at a path, or of those
// that a stub file there lists: of a table that has entries. Empty where none is, and where that
// cannot be told: what is there is no database of the format that this library was written for, or
// is replaced meanwhile. xapian-core takes every table but the postlist that has no file for an
// empty one, and a database without term lists for one that was made so. Throws where what is there
// cannot be opened (refuse_high_trees).
std::string find_missing_table(const std::string &path);

} // namespace xapian_c

#endif
