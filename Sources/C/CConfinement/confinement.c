// A program that reads a stranger's file must neither connect nor open other files.
//
// Linux confines threads: seccomp and Landlock hold for the thread that asks for them, and for the processes that it starts.
// So a thread of its own confines itself, starts the program and ends. No privilege is needed, no namespace, no other program.
// Where a container forbids it, or on another system, the program starts without confinement.
// Sources: seccomp(2), landlock(7).
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct start {
    pid_t *pid;
    const char *program;
    char *const *arguments;
    char *const *environment;
    const char *out, *err;
    const char *const *readable, *const *writable;
    sigset_t signals;
    int granted;
    int failure;
};

#ifdef __linux__
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/// Refuses the system calls that make or use sockets, and those that could get around the refusal.
static int forbid_network(void) {
#ifdef ARCHITECTURE
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)
#define REFUSE_CALL(number) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), REFUSE
    struct sock_filter filter[] = {
        LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0), REFUSE,
        LOAD(nr),
#ifdef __x86_64__
        // The numbers of the x32 interface begin here.
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), REFUSE,
#endif
        REFUSE_CALL(SYS_socket), REFUSE_CALL(SYS_connect), REFUSE_CALL(SYS_bind), REFUSE_CALL(SYS_listen),
        REFUSE_CALL(SYS_accept), REFUSE_CALL(SYS_accept4), REFUSE_CALL(SYS_sendto), REFUSE_CALL(SYS_sendmsg),
        REFUSE_CALL(SYS_sendmmsg), REFUSE_CALL(425 /* io_uring_setup */), REFUSE_CALL(SYS_ptrace),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
    return 0;
#endif
}

// As in linux/landlock.h, which older systems lack.
struct ruleset { uint64_t files; };
struct rule { uint64_t allowed; int32_t parent; } __attribute__((packed));
enum {
    create_ruleset = 444, add_rule = 445, restrict_self = 446,
    execute = 1 << 0, write_file = 1 << 1, read_file = 1 << 2, read_folder = 1 << 3, truncate_file = 1 << 14,
    of_files = execute | write_file | read_file | truncate_file,
};

static void allow(int ruleset, const char *path, uint64_t allowed) {
    int parent = open(path, O_PATH | O_CLOEXEC);
    struct stat status;
    if (parent < 0) return;
    if (fstat(parent, &status) == 0) {
        struct rule rule = {.allowed = S_ISDIR(status.st_mode) ? allowed : allowed & of_files, .parent = parent};
        syscall(add_rule, ruleset, 1 /* below a path */, &rule, 0);
    }
    close(parent);
}

/// Hides all files and folders but those listed.
static int restrict_files(const char *const readable[], const char *const writable[]) {
    long version = syscall(create_ruleset, NULL, 0, 1 /* which version */);
    if (version < 1) return 0;
    uint64_t all = (1 << 13) - 1;
    if (version >= 2) all |= 1 << 13;
    if (version >= 3) all |= truncate_file;
    struct ruleset asked = {.files = all};
    int ruleset = (int)syscall(create_ruleset, &asked, sizeof asked, 0);
    if (ruleset < 0) return 0;
    for (; *readable; readable++) allow(ruleset, *readable, execute | read_file | read_folder);
    for (; *writable; writable++) allow(ruleset, *writable, all);
    int done = syscall(restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return done;
}

static void confine(struct start *start) {
    // Without it neither is allowed to a user without privileges.
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
    if (restrict_files(start->readable, start->writable)) start->granted |= CONFINEMENT_FILES;
    if (forbid_network()) start->granted |= CONFINEMENT_NO_NETWORK;
}

static void limit(pid_t pid, int resource, uint64_t value) {
    struct rlimit bound = {.rlim_cur = value, .rlim_max = value};
    if (value > 0) prlimit(pid, resource, &bound, NULL);
}

static void set_limits(pid_t pid, struct confinement_limits limits) {
    limit(pid, RLIMIT_CPU, limits.cpu_seconds);
    limit(pid, RLIMIT_DATA, limits.memory_bytes);
    limit(pid, RLIMIT_FSIZE, limits.file_bytes);
}
#else
static void confine(struct start *start) { (void)start; }
static void set_limits(pid_t pid, struct confinement_limits limits) { (void)pid; (void)limits; }
#endif

static void *spawn(void *argument) {
    struct start *start = argument;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, start->out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, start->err, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawnattr_setsigmask(&attributes, &start->signals);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    confine(start);
    start->failure =
        posix_spawn(start->pid, start->program, &actions, &attributes, start->arguments, start->environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return NULL;
}

int confinement_spawn(
    pid_t *pid, const char *program, char *const arguments[], char *const environment[], const char *out,
    const char *err, const char *const readable[], const char *const writable[], struct confinement_limits limits,
    int *granted) {
    struct start start = {
        .pid = pid, .program = program, .arguments = arguments, .environment = environment, .out = out, .err = err,
        .readable = readable, .writable = writable,
    };
    // The handler of a signal must not run in the confined thread.
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &start.signals);
    pthread_t thread;
    int failure = pthread_create(&thread, NULL, spawn, &start);
    pthread_sigmask(SIG_SETMASK, &start.signals, NULL);
    if (failure != 0) return failure;
    pthread_join(thread, NULL);
    *granted = start.granted;
    if (start.failure == 0) set_limits(*pid, limits);
    return start.failure;
}
