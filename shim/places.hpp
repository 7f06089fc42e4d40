// Opening databases of this machine, which may be replaced as a whole meanwhile.
#ifndef XAPIAN_C_PLACES_HPP
#define XAPIAN_C_PLACES_HPP

#include "location.hpp"

#include <string>
#include <sys/stat.h>
#include <vector>
#include <xapian.h>

namespace xapian_c {

// How often what is replaced while it is opened is opened anew.
constexpr unsigned OPEN_ATTEMPTS = 16;

bool same_file(const struct stat &one, const struct stat &other);

// The directories and stub files that lead from a path to its databases, as they were found.
class Places {
  public:
    Places() = default; // none, as of a server
    explicit Places(const std::string &path);
    Places(Places &&from) noexcept = default;
    Places &operator=(Places &&from) noexcept = default;

    // Whether they are still there and the stub files say what they said.
    bool stand() const;

    // Throws as refuse_high_trees (roots.hpp) does, for each of the directories.
    void refuse_high_trees() const;

  private:
    // A file that is held open, so that none that is made later has its number.
    class Held {
      public:
        explicit Held(const std::string &path);
        Held(Held &&from) noexcept;
        Held &operator=(Held &&from) noexcept;
        ~Held();
        bool stands() const;
        const std::string &name() const {
            return path;
        }

      private:
        std::string path;
        int file;
        struct stat status = {}; // all 0 where there was nothing
    };

    void find(const std::string &path, unsigned depth);

    std::vector<Held> list;
};

// Opens the database at a path for reading, and keeps in places what it was found by. xapian-core
// opens its files one after the other, by their names: where the directory is replaced between two
// of them, or a second commit comes, some would be of one database, some of the other. Then it is
// opened again; XAPIAN_ERROR_CHANGED where it is replaced time and again.
// timeout_ms bounds each wait for a server that a stub file lists.
Xapian::Database open_database(const std::string &path, unsigned timeout_ms, Places &places);

// Opens what a server has, or a program that talks like one.
Xapian::Database open_remote(const Location &location, unsigned timeout_ms);
Xapian::WritableDatabase open_remote_writable(const Location &location, unsigned timeout_ms,
                                              int flags);

} // namespace xapian_c

#endif
