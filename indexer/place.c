#include "indexer/place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Directories that nftw may keep open at once. */
enum { OPEN_DIRECTORIES = 16 };

bool place_identify(const char *path, struct place_identity *identity) {
    struct stat status;
    if (stat(path, &status) != 0) {
        return false;
    }
    *identity = (struct place_identity){status.st_dev, status.st_ino};
    return true;
}

bool place_identities_equal(struct place_identity a, struct place_identity b) {
    return a.device == b.device && a.inode == b.inode;
}

bool place_exists(const char *path) {
    struct stat status;
    return stat(path, &status) == 0;
}

bool place_is_directory(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool place_leads_nowhere(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0 && S_ISLNK(status.st_mode) && stat(path, &status) != 0 &&
           errno == ENOENT;
}

bool place_may_write(const char *path) {
    bool may = access(path, place_is_directory(path) ? W_OK | X_OK : W_OK) == 0;
    char *copy = !may && errno == ENOENT ? strdup(path) : NULL;
    if (copy) {
        may = access(dirname(copy), W_OK | X_OK) == 0;
    }
    free(copy);
    return may;
}

static bool make_folder(const char *path, struct error *error) {
    if (mkdir(path, 0777) == 0) {
        return true;
    }
    int reason = errno;
    if (reason == EEXIST && place_is_directory(path)) {
        return true;
    }
    if (place_leads_nowhere(path)) {
        return error_set(error, ERROR_NOT_FOUND, "%s is a link that leads nowhere", path);
    }
    errno = reason;
    return error_set_errno(error, "cannot make the folder %s", path);
}

bool place_make_folders(const char *path, struct error *error) {
    char *copy = strdup(path);
    if (!copy) {
        return error_set_memory(error);
    }
    bool made = true;
    for (char *slash = strchr(copy + 1, '/'); made && slash && slash[strspn(slash, "/")];
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        made = make_folder(copy, error);
        *slash = '/';
    }
    free(copy);
    return made;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *ftw) {
    (void)status;
    (void)kind;
    (void)ftw;
    return remove(path) == 0 || errno == ENOENT ? 0 : -1;
}

bool place_remove(const char *path, struct error *error) {
    if (nftw(path, remove_entry, OPEN_DIRECTORIES, FTW_DEPTH | FTW_PHYS) != 0 && errno != ENOENT) {
        return error_set_errno(error, "cannot remove %s", path);
    }
    return true;
}

bool place_clear_unmade(const char *path) {
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1};
    struct stat status;
    int directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int lock = openat(directory, "flintlock", O_WRONLY | O_CLOEXEC);
    bool cleared = lock >= 0 && fcntl(lock, F_OFD_SETLK, &whole) == 0 &&
                   faccessat(directory, "iamglass", F_OK, 0) != 0 && errno == ENOENT &&
                   fstatat(directory, "postlist.glass", &status, 0) == 0 && status.st_size == 0 &&
                   unlinkat(directory, "postlist.glass", 0) == 0;
    if (lock >= 0) {
        close(lock);
    }
    if (directory >= 0) {
        close(directory);
    }
    return cleared;
}

/* The directory that `location` names, without links: it is that which is replaced. NULL and
 * *error; to be freed. */
static char *resolve(const char *location, struct error *error) {
    char *path = realpath(location, NULL);
    if (!path) {
        error_set_errno(error, "cannot find %s", location);
    }
    return path;
}

/* The temporary directory of the index that is, or is yet to be, at `location`. */
static bool name_building(const char *location, struct bytes *path, struct error *error) {
    bool there = place_exists(location);
    char *directory = there ? resolve(location, error) : strdup(location);
    if (!directory) {
        return there ? false : error_set_memory(error);
    }
    size_t length = strlen(directory);
    while (length > 1 && directory[length - 1] == '/') {
        length--;
    }
    bytes_clear(path);
    bytes_append_format(path, "%.*s.building", (int)length, directory);
    free(directory);
    return bytes_string(path) ? true : error_set_memory(error);
}

bool place_tidy(const char *location, struct error *error) {
    struct bytes path = {0};
    bool tidy = !place_is_directory(location) ||
                (name_building(location, &path, error) && place_remove(path.data, error));
    bytes_free(&path);
    return tidy;
}

bool place_discard(const char *location, struct error *error) {
    struct bytes aside = {0};
    bool discarded = name_building(location, &aside, error) && place_remove(aside.data, error) &&
                     (rename(location, aside.data) != 0 || place_remove(aside.data, error));
    bytes_free(&aside);
    return discarded;
}

/* What xapian-replicate-server sends of a commit; and what becomes that. */
static bool is_changeset(const char *name) {
    static const char start[] = "changes";
    if (strncmp(name, start, sizeof start - 1) != 0) {
        return false;
    }
    const char *number = name + sizeof start - 1;
    return strcmp(number, "tmp") == 0 || (*number && !number[strspn(number, "0123456789")]);
}

bool place_is_of_index(const char *name) {
    static const char table[] = ".glass";
    size_t length = strlen(name);
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, "iamglass") == 0 ||
           strcmp(name, "flintlock") == 0 || strcmp(name, "v.tmp") == 0 ||
           strcmp(name, "XAPIANDB") == 0 || strncmp(name, ".nfs", 4) == 0 || is_changeset(name) ||
           (length >= sizeof table && strcmp(name + length + 1 - sizeof table, table) == 0);
}

bool place_is_own(const char *location, struct error *error) {
    DIR *directory = opendir(location);
    if (!directory) {
        return true; /* what is there instead is told by who opens it */
    }
    bool own = true;
    errno = 0; /* of readdir: at its end it is no error */
    for (struct dirent *entry; own && (entry = readdir(directory)); errno = 0) {
        own =
            place_is_of_index(entry->d_name) ||
            error_set(error, ERROR_USAGE,
                      "%s holds %s, which is no part of an index and would go with its folder when "
                      "that is replaced: move it away",
                      location, entry->d_name);
    }
    if (own && errno != 0) {
        own = error_set_errno(error, "cannot read the folder %s", location);
    }
    closedir(directory);
    return own;
}

bool place_is_replica(const char *location) {
    int directory = open(location, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) {
        return false;
    }
    bool replica = faccessat(directory, "XAPIANDB", F_OK, 0) == 0 &&
                   (faccessat(directory, "replica_0", F_OK, 0) == 0 ||
                    faccessat(directory, "replica_1", F_OK, 0) == 0);
    close(directory);
    return replica;
}

bool place_begin(const char *location, struct bytes *path, struct error *error) {
    if (!place_is_own(location, error) || !name_building(location, path, error) ||
        !place_remove(path->data, error)) {
        return false;
    }
    return mkdir(path->data, 0700) == 0 /* until place_swap it is nobody else's to read */
               ? true
               : error_set_errno(error, "cannot make the folder %s", path->data);
}

/* What the group of an index may do another group may not: as much as everybody else. */
static mode_t mode_for_others(mode_t mode) {
    return (mode & ~(mode_t)(S_ISGID | S_IRWXG)) | (mode & S_IRWXO) << 3;
}

/* Gives the open file owner, group and mode of `model`, as far as this user may. */
static bool take_permissions(int file, const struct stat *model) {
    bool same_group = fchown(file, model->st_uid, model->st_gid) == 0 ||
                      fchown(file, (uid_t)-1, model->st_gid) == 0;
    mode_t mode = model->st_mode & (S_ISDIR(model->st_mode) ? 07777 : 0777);
    return fchmod(file, same_group ? mode : mode_for_others(mode)) == 0;
}

/* Takes from all but the owner of the open file what they may not do with `model`. */
static bool limit_permissions(int file, const struct stat *model) {
    struct stat own;
    if (fstat(file, &own) != 0) {
        return false;
    }
    mode_t mode = own.st_gid == model->st_gid ? model->st_mode : mode_for_others(model->st_mode);
    return fchmod(file, own.st_mode & 07777 & (mode | 07700)) == 0;
}

/* Permits the folder `path` what the one of the index at `model` is permitted, and the files in it
 * what its tables are. */
static bool permit_like(const char *path, const char *model,
                        bool (*permit)(int file, const struct stat *model), struct error *error) {
    struct stat folder, table;
    int old = open(model, O_PATH | O_DIRECTORY | O_CLOEXEC);
    bool has_table = old >= 0 && fstatat(old, "postlist.glass", &table, 0) == 0;
    DIR *directory = opendir(path);
    bool permitted = old >= 0 && directory && fstat(old, &folder) == 0;
    for (struct dirent *entry; permitted && has_table && (entry = readdir(directory));) {
        if (entry->d_name[0] != '.') {
            int file = openat(dirfd(directory), entry->d_name, O_RDONLY | O_CLOEXEC);
            permitted = file >= 0 && permit(file, &table);
            if (file >= 0) {
                close(file);
            }
        }
    }
    permitted = permitted && permit(dirfd(directory), &folder);
    if (!permitted) {
        error_set_errno(error, "cannot give %s the permissions of %s", path, model);
    }
    if (directory) {
        closedir(directory);
    }
    if (old >= 0) {
        close(old);
    }
    return permitted;
}

static bool sync_path(const char *path, struct error *error) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool synced = file >= 0 && fsync(file) == 0;
    if (!synced) {
        error_set_errno(error, "cannot write %s to the disk", path);
    }
    if (file >= 0) {
        close(file);
    }
    return synced;
}

/* Makes the files in a directory, and the directory itself, durable. */
static bool sync_directory(const char *path, struct error *error) {
    DIR *directory = opendir(path);
    if (!directory) {
        return error_set_errno(error, "cannot read the folder %s", path);
    }
    struct bytes name = {0};
    bool synced = true;
    errno = 0; /* of readdir: at its end it is no error */
    for (struct dirent *entry; synced && (entry = readdir(directory)); errno = 0) {
        if (entry->d_name[0] != '.') {
            bytes_clear(&name);
            bytes_append_format(&name, "%s/%s", path, entry->d_name);
            synced = bytes_string(&name) ? sync_path(name.data, error) : error_set_memory(error);
        }
    }
    if (synced && errno != 0) {
        synced = error_set_errno(error, "cannot read the folder %s", path);
    }
    closedir(directory);
    bytes_free(&name);
    return synced && sync_path(path, error);
}

/* Exchanges the two where the file system cannot do so in one step. The old one goes by a name
 * beside it, not in the temporary directory: who is killed before the new one has its place leaves
 * it there, where place_tidy does not remove it. */
static bool swap_in_steps(const char *built, const char *directory, struct error *error) {
    struct bytes aside = {0};
    bytes_append_format(&aside, "%s.old", directory);
    bool swapped = bytes_string(&aside) ? true : error_set_memory(error);
    if (swapped && rename(directory, aside.data) != 0) {
        swapped = error_set_errno(error, "cannot move %s aside to %s", directory, aside.data);
    } else if (swapped && rename(built, directory) != 0) {
        int reason = errno;
        bool back = rename(aside.data, directory) == 0;
        errno = reason;
        swapped =
            error_set_errno(error, "cannot put the new index in the place of %s%s%s", directory,
                            back ? "" : ", and the old one is left at ", back ? "" : aside.data);
    } else if (swapped && rename(aside.data, built) != 0) {
        swapped = error_set_errno(error, "the old index is left at %s", aside.data);
    }
    bytes_free(&aside);
    return swapped;
}

/* Makes the names in the folder that holds `path` durable. */
static bool sync_parent(const char *path, struct error *error) {
    char *copy = strdup(path);
    bool synced = copy ? sync_path(dirname(copy), error) : error_set_memory(error);
    free(copy);
    return synced;
}

bool place_swap(const char *built, const char *location, struct error *error) {
    char *directory = resolve(location, error);
    /* Who may read or write an index does not change when it is written anew. */
    bool swapped = directory && permit_like(built, directory, take_permissions, error) &&
                   sync_directory(built, error);
    if (swapped && renameat2(AT_FDCWD, built, AT_FDCWD, directory, RENAME_EXCHANGE) != 0) {
        bool unsupported = errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
        swapped =
            unsupported
                ? swap_in_steps(built, directory, error)
                : error_set_errno(error, "cannot put the new index in the place of %s", directory);
    }
    swapped = swapped && sync_parent(directory, error);
    free(directory);
    return swapped;
}

bool place_move(const char *built, const char *location, const char *model, struct error *error) {
    if ((model && !permit_like(built, model, limit_permissions, error)) ||
        !sync_directory(built, error)) {
        return false;
    }
    if (rename(built, location) != 0) {
        return error_set_errno(error, "cannot put the new index at %s", location);
    }
    return sync_parent(location, error);
}

uint64_t place_bytes(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0) {
        return 0;
    }
    if (!S_ISDIR(status.st_mode)) {
        return (uint64_t)status.st_size;
    }
    uint64_t total = 0;
    DIR *directory = opendir(path);
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        if (fstatat(dirfd(directory), entry->d_name, &status, 0) == 0 && S_ISREG(status.st_mode)) {
            total += (uint64_t)status.st_size;
        }
    }
    if (directory) {
        closedir(directory);
    }
    return total;
}
