#ifndef QPV_CONFINEMENT_H
#define QPV_CONFINEMENT_H

#include <stdint.h>
#include <sys/types.h>

/// What a program may use; 0 sets no limit.
struct confinement_limits {
    /// Seconds of processor time.
    uint64_t cpu_seconds;
    /// Bytes of memory that it may write to.
    uint64_t memory_bytes;
    /// Bytes of one file that it writes.
    uint64_t file_bytes;
};

/// What the system granted.
enum {
    /// The program cannot make sockets.
    CONFINEMENT_NO_NETWORK = 1,
    /// The program sees the listed files and folders only.
    CONFINEMENT_FILES = 2,
};

/// Starts a program in a confinement that its children inherit, as far as the system has the means.
///
/// `readable` and `writable` list files and folders, each with NULL at its end; what is missing is left out. Standard input is
/// empty; `out` and `err` get what the program prints. Returns 0, or an error number.
int confinement_spawn(
    pid_t *pid, const char *program, char *const arguments[], char *const environment[], const char *out,
    const char *err, const char *const readable[], const char *const writable[], struct confinement_limits limits,
    int *granted);

#endif
