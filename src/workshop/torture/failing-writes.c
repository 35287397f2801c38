/*
 * Is loaded before the C library (LD_PRELOAD). Counts the writes to regular files below the folder FAIL_BELOW, and has the one with the
 * number FAIL_AT fail in the manner FAIL_HOW: "full" (it and all after it), "error" (it alone, as a broken disk does) or
 * "short" (it alone writes half). What was counted is written to FAIL_COUNT when the program ends.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static long counted = 0;

static int is_ours(int fd) {
  const char *below = getenv("FAIL_BELOW");
  char link[64], path[4096];
  struct stat status;
  if (!below || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strncmp(path, below, strlen(below)) == 0;
}

/* Returns 0 to let the write be, 1 to have it fail with errno, 2 to have it write half. */
static int verdict(int fd) {
  if (!is_ours(fd)) return 0;
  long number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
  const char *wanted = getenv("FAIL_AT"), *how = getenv("FAIL_HOW");
  long at = wanted ? atol(wanted) : 0;
  if (at == 0 || number < at) return 0;
  if (how && strcmp(how, "full") == 0) {
    errno = ENOSPC;
    return 1;
  }
  if (number != at) return 0;
  if (how && strcmp(how, "short") == 0) return 2;
  errno = EIO;
  return 1;
}

typedef ssize_t (*write_call)(int, const void *, size_t);
typedef ssize_t (*pwrite_call)(int, const void *, size_t, off_t);
typedef ssize_t (*writev_call)(int, const struct iovec *, int);
typedef ssize_t (*pwritev_call)(int, const struct iovec *, int, off_t);

ssize_t write(int fd, const void *bytes, size_t size) {
  static write_call real;
  if (!real) real = (write_call)dlsym(RTLD_NEXT, "write");
  int failing = verdict(fd);
  return failing == 1 ? -1 : real(fd, bytes, failing == 2 ? size / 2 : size);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
  static pwrite_call real;
  if (!real) real = (pwrite_call)dlsym(RTLD_NEXT, "pwrite");
  int failing = verdict(fd);
  return failing == 1 ? -1 : real(fd, bytes, failing == 2 ? size / 2 : size, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) {
  static pwrite_call real;
  if (!real) real = (pwrite_call)dlsym(RTLD_NEXT, "pwrite64");
  int failing = verdict(fd);
  return failing == 1 ? -1 : real(fd, bytes, failing == 2 ? size / 2 : size, at);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  static writev_call real;
  if (!real) real = (writev_call)dlsym(RTLD_NEXT, "writev");
  return verdict(fd) == 1 ? -1 : real(fd, parts, count);
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
  static pwritev_call real;
  if (!real) real = (pwritev_call)dlsym(RTLD_NEXT, "pwritev");
  return verdict(fd) == 1 ? -1 : real(fd, parts, count, at);
}

/* A full disk fails here, too: where nothing more can be copied or made longer. */
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
  typedef ssize_t (*call)(int, off64_t *, int, off64_t *, size_t, unsigned);
  static call real;
  if (!real) real = (call)dlsym(RTLD_NEXT, "copy_file_range");
  return verdict(out) == 1 ? -1 : real(in, from, out, to, size, flags);
}

ssize_t sendfile(int out, int in, off_t *at, size_t size) {
  typedef ssize_t (*call)(int, int, off_t *, size_t);
  static call real;
  if (!real) real = (call)dlsym(RTLD_NEXT, "sendfile");
  return verdict(out) == 1 ? -1 : real(out, in, at, size);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAIL_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld\n", counted);
  fclose(file);
}
