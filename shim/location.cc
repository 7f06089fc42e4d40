// Reading a location. Opening is left to those who read or write: they link different things.
#include "location.hpp"
#include "guard.hpp"

#include <cstdlib>
#include <cstring>

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
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "'%.200s' names no port from 1 to 65535", location);
    return static_cast<unsigned>(port);
}

} // namespace

Location::Location(const char *text) {
    if (!text || !*text)
        throw Refusal(XAPIAN_ERROR_ARGUMENT, "a location is empty");
    std::string location = text;
    if (starts_with(location, "tcp://")) {
        kind = TCP;
        std::string server = location.substr(std::strlen("tcp://"));
        size_t colon = server.rfind(':');
        if (colon == std::string::npos || colon == 0)
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "'%.200s' is not tcp://HOST:PORT", text);
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
            throw Refusal(XAPIAN_ERROR_ARGUMENT, "'%.200s' names no program", text);
        if (space != std::string::npos)
            arguments = command.substr(space + 1);
    } else {
        path = location;
    }
}

} // namespace xapian_c
