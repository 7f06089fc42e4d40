#include "tables.hpp"
#include "location.hpp"
#include "places.hpp"
#include "roots.hpp"

namespace xapian_c {

namespace {

std::string find_missing_file(const std::string &path) {
    const Directory directory(path);
    for (const Root &root : read_roots(directory)) {
        const std::string name = std::string(root.table) + ".glass";
        if (root.entries && !directory.holds(name))
            return name;
    }
    return "";
}

} // namespace

std::string find_missing_table(const std::string &path) {
    const Places places(path);
    const std::string stub = find_stub(path);
    std::string missing;
    if (stub.empty())
        missing = find_missing_file(path);
    else
        for (const std::string &listed : read_stub(stub))
            missing = missing.empty() ? find_missing_table(listed) : missing;
    return places.stand() ? missing : "";
}

} // namespace xapian_c
