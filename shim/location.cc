// Reading a location. Opening is left to those who read or write: they link different things.
#include "location.hpp"
#include "guard.hpp"

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sys/stat.h>

namespace xapian_c {

namespace {

bool starts_with(const std::string &text, const char *prefix) {
    return text.compare(0, std::strlen(prefix), prefix) == 0;
}

unsigned parse_port(const std::string &text, const char *location) {
    bool digits = !text.empty() && text.size() <= 5 &&
                  text.find_first_not_of("0123456789") == std::string::npos;
    unsigned long port = digits ? std::strtoul(text.c_str(), nullptr, 10) : 0;
    if (port < 1 || port > 65535)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "'%s' names no port from 1 to 65535",
                      Quoted(location).text);
    return static_cast<unsigned>(port);
}

bool is_file(const std::string &path) {
    struct stat status;
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

void check_stubs(const std::string &path, const char *location, unsigned depth) {
    std::string stub = find_stub(path);
    if (stub.empty())
        return;
    if (depth == STUB_DEPTH)
        throw Refusal(XAPIAN_ERROR_ARGUMENT,
                      "stub files name stub files more than %u deep, or one another without end, "
                      "from '%s' on",
                      STUB_DEPTH, Quoted(location).text);
    for (const std::string &listed : read_stub(stub))
        check_stubs(listed, location, depth + 1);
}

} // namespace

// A database in one file begins with its magic bytes, and a directory with a database is no stub
// directory.
std::string find_stub(const std::string &path) {
    std::string stub = is_file(path) ? path : path + "/XAPIANDB";
    if (!is_file(stub) || (stub != path && is_file(path + "/iamglass")))
        return "";
    char magic[2] = {};
    std::ifstream(stub).read(magic, sizeof magic);
    return magic[0] == '\x0f' && magic[1] == '\r' ? "" : stub;
}

bool list_stub(const std::string &stub, std::vector<Listed> &listed) {
    const std::string folder = stub.substr(0, stub.rfind('/') + 1);
    std::ifstream file(stub);
    bool understood = file.is_open();
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        const size_t space = line.find(' ');
        const std::string kind = line.substr(0, space);
        const std::string where = space == std::string::npos ? "" : line.substr(space + 1);
        if (!where.empty() && (kind == "auto" || kind == "glass"))
            listed.push_back({Location::LOCAL, where[0] == '/' ? where : folder + where});
        else if (kind == "remote" && starts_with(where, "tcp://"))
            throw Refusal(XAPIAN_ERROR_ARGUMENT,
                          "it has '%s' for HOST:PORT: write that without tcp:// in a stub file",
                          Quoted(where.c_str()).text);
        else if (kind == "remote" && where[0] == ':')
            listed.push_back({Location::PROGRAM, "prog" + where});
        else if (kind == "remote" && where.find(':') != std::string::npos)
            listed.push_back(
                {Location::TCP, "tcp://" + where.substr(0, where.find_last_not_of(' ') + 1)});
        else
            understood = understood && (line.empty() || line[0] == '#');
    }
    return understood && !file.bad();
}

std::vector<std::string> read_stub(const std::string &stub) {
    std::vector<Listed> listed;
    std::vector<std::string> paths;
    list_stub(stub, listed);
    for (const Listed &one : listed)
        if (one.kind == Location::LOCAL)
            paths.push_back(one.text);
    return paths;
}

Location::Location(const char *text) {
    if (!text || !*text)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "a location is empty");
    std::string location = text;
    if (starts_with(location, "tcp://")) {
        kind = TCP;
        std::string server = location.substr(std::strlen("tcp://"));
        size_t colon = server.rfind(':');
        if (colon == std::string::npos || colon == 0)
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "'%s' is not tcp://HOST:PORT", Quoted(text).text);
        host = server.substr(0, colon);
        port = parse_port(server.substr(colon + 1), text);
        if (host.size() > 2 && host.front() == '[' && host.back() == ']')
            host = host.substr(1, host.size() - 2);
    } else if (starts_with(location, "prog:")) {
        kind = PROGRAM;
        std::string command = location.substr(std::strlen("prog:"));
        size_t space = command.find(' ');
        path = command.substr(0, space);
        if (path.empty())
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "'%s' names no program", Quoted(text).text);
        if (space != std::string::npos)
            arguments = command.substr(space + 1);
    } else {
        path = location;
        check_stubs(path, text, 0);
    }
}

} // namespace xapian_c
