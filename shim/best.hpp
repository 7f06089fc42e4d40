// Where the documents of xapian_query_best come from.
#ifndef XAPIAN_C_BEST_HPP
#define XAPIAN_C_BEST_HPP

#include "xapian-c.h"

#include <xapian.h>

namespace xapian_c {

// The postings of the choices, merged; to be given to a Xapian::Query, which owns it from then on.
Xapian::PostingSource *new_best_source(const xapian_choice choices[], size_t count);

// Whether a database takes sources like that, which servers do not.
bool takes_sources(const Xapian::Database &database);

} // namespace xapian_c

#endif
