/*
 * Is loaded before the C library (LD_PRELOAD). Writes down, in the file LOG_TO, in which order a program wrote to the files below the folder
 * LOG_BELOW, when it waited for them to be on the disk, and what it said on its standard output meanwhile.
 *
 * A record is a letter, a file's number (8 bytes), a place (8 bytes), a length (4 bytes), and so many bytes. The letters: C a file of this
 * name was made, W it was written at this place, T it was cut at this place, B somebody (place) begins to wait for it, S what it was when he
 * began is on the disk, D names are on the disk, R one name was given to another (both names, each ended by a zero), U this name was taken
 * away, A was said.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* Held from before a deed until it is written down, so that the log tells the order in which the disk saw things. */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -1;

static int is_below(const char *path) {
  const char *below = getenv("LOG_BELOW");
  return below && path && strncmp(path, below, strlen(below)) == 0;
}

static void put(const void *bytes, size_t size) {
  ssize_t (*real)(int, const void *, size_t) = REAL(write);
  while (size > 0) {
    ssize_t done = real(log_file, bytes, size);
    if (done <= 0) abort();
    bytes = (const char *)bytes + done;
    size -= done;
  }
}

static void note(char letter, uint64_t number, uint64_t place, const void *bytes, uint32_t length) {
  char head[21];
  if (log_file < 0) log_file = REAL(open64)(getenv("LOG_TO"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  head[0] = letter;
  memcpy(head + 1, &number, 8);
  memcpy(head + 9, &place, 8);
  memcpy(head + 17, &length, 4);
  put(head, sizeof head);
  if (length > 0) put(bytes, length);
}

/* Returns the number of a file or folder of ours that is open, else 0. */
static uint64_t ours(int fd, mode_t kind) {
  char link[64], path[4096];
  struct stat status;
  if (fstat(fd, &status) != 0 || (status.st_mode & S_IFMT) != kind) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_below(path) ? status.st_ino : 0;
}

/* What is written to another file than ours is let through without waiting. */
static void wrote(int fd, uint64_t number, off_t at, const void *bytes, ssize_t size) {
  if (size <= 0) return;
  if (number) note('W', number, at, bytes, size);
  else if (fd == 1) note('A', 0, 0, bytes, size);
}

static int is_told(int fd, uint64_t *number) {
  *number = ours(fd, S_IFREG);
  return *number || fd == 1;
}

ssize_t write(int fd, const void *bytes, size_t size) {
  uint64_t number;
  if (!is_told(fd, &number)) return REAL(write)(fd, bytes, size);
  pthread_mutex_lock(&turn);
  ssize_t done = REAL(write)(fd, bytes, size);
  wrote(fd, number, number ? lseek(fd, 0, SEEK_CUR) - done : 0, bytes, done);
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  uint64_t number;
  if (!is_told(fd, &number)) return REAL(pwrite64)(fd, bytes, size, at);
  pthread_mutex_lock(&turn);
  ssize_t done = REAL(pwrite64)(fd, bytes, size, at);
  wrote(fd, number, at, bytes, done);
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }

/* These may write less than they were given, so the rest is left to the caller: one part at a time. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  uint64_t number;
  if (!is_told(fd, &number)) return REAL(writev)(fd, parts, count);
  return count > 0 ? write(fd, parts[0].iov_base, parts[0].iov_len) : 0;
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
  uint64_t number;
  if (!is_told(fd, &number)) return REAL(pwritev)(fd, parts, count, at);
  return count > 0 ? pwrite64(fd, parts[0].iov_base, parts[0].iov_len, at) : 0;
}

/* A copy made by the kernel is one that cannot be written down: whoever asks for it writes the bytes himself then. */
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
  if (!ours(out, S_IFREG)) return REAL(copy_file_range)(in, from, out, to, size, flags);
  errno = EXDEV;
  return -1;
}

ssize_t sendfile64(int out, int in, off64_t *at, size_t size) {
  ssize_t (*real)(int, int, off64_t *, size_t) = (ssize_t(*)(int, int, off64_t *, size_t))dlsym(RTLD_NEXT, "sendfile64");
  if (!ours(out, S_IFREG)) return real(out, in, at, size);
  errno = ENOSYS;
  return -1;
}

ssize_t sendfile(int out, int in, off_t *at, size_t size) { return sendfile64(out, in, (off64_t *)at, size); }

static int cut(int fd, off64_t size) {
  uint64_t number = ours(fd, S_IFREG);
  pthread_mutex_lock(&turn);
  int failed = REAL(ftruncate64)(fd, size);
  if (!failed && number) note('T', number, size, NULL, 0);
  pthread_mutex_unlock(&turn);
  return failed;
}

int ftruncate64(int fd, off64_t size) { return cut(fd, size); }
int ftruncate(int fd, off_t size) { return cut(fd, size); }

/* Others may write while one waits, so the turn is not held meanwhile. */
static int wait_for(int fd, int (*real)(int)) {
  uint64_t number = ours(fd, S_IFREG), who = gettid();
  int is_folder = !number && ours(fd, S_IFDIR);
  if (!number && !is_folder) return real(fd);
  pthread_mutex_lock(&turn);
  if (number) note('B', number, who, NULL, 0);
  pthread_mutex_unlock(&turn);
  int failed = real(fd);
  if (failed) return failed;
  pthread_mutex_lock(&turn);
  note(is_folder ? 'D' : 'S', number, who, NULL, 0);
  pthread_mutex_unlock(&turn);
  return 0;
}

int fsync(int fd) { return wait_for(fd, REAL(fsync)); }
int fdatasync(int fd) { return wait_for(fd, REAL(fdatasync)); }

static int opened(int folder, const char *path, int flags, mode_t mode) {
  int (*real)(int, const char *, int, ...) = REAL(openat64);
  if (!is_below(path) || !(flags & (O_CREAT | O_TRUNC))) return real(folder, path, flags, mode);
  pthread_mutex_lock(&turn);
  struct stat before;
  int was_there = stat(path, &before) == 0;
  int fd = real(folder, path, flags, mode);
  uint64_t number = fd >= 0 ? ours(fd, S_IFREG) : 0;
  if (number && !was_there) note('C', number, 0, path, strlen(path));
  else if (number && (flags & O_TRUNC)) note('T', number, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return fd;
}

#define OPENS(name, given, folder)                                             \
  int name given {                                                             \
    va_list rest;                                                              \
    va_start(rest, flags);                                                     \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;    \
    va_end(rest);                                                              \
    return opened(folder, path, flags, mode);                                  \
  }

OPENS(open, (const char *path, int flags, ...), AT_FDCWD)
OPENS(open64, (const char *path, int flags, ...), AT_FDCWD)
OPENS(openat, (int at, const char *path, int flags, ...), at)
OPENS(openat64, (int at, const char *path, int flags, ...), at)

int rename(const char *from, const char *to) {
  char both[8192];
  pthread_mutex_lock(&turn);
  int failed = REAL(rename)(from, to);
  if (!failed && (is_below(from) || is_below(to))) {
    int length = snprintf(both, sizeof both, "%s%c%s%c", from, 0, to, 0);
    note('R', 0, 0, both, length);
  }
  pthread_mutex_unlock(&turn);
  return failed;
}

int unlink(const char *path) {
  pthread_mutex_lock(&turn);
  int failed = REAL(unlink)(path);
  if (!failed && is_below(path)) note('U', 0, 0, path, strlen(path));
  pthread_mutex_unlock(&turn);
  return failed;
}
