/* stopwatch.c - how long a command takes and how much memory.
 *
 *     stopwatch [-n TIMES] COMMAND [ARGUMENT...]
 *
 * Runs the command so many times, one after another, each time with '@' in its arguments replaced
 * by the number of the run, from 1. Prints one line, fields separated by tabs:
 *
 *     median and longest time (milliseconds), median processor time of the command and its
 *     children (milliseconds), most memory resident at once in one process (MB)
 *
 * The command's output is thrown away. What it returns must be less than 2: our programs return 1
 * for "nothing found". */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct run {
    double wall, processor, memory;
};

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* The argument with '@' replaced. */
static char *number_argument(const char *argument, int number) {
    char *numbered = NULL;
    const char *at = strchr(argument, '@');
    int length =
        at ? asprintf(&numbered, "%.*s%d%s", (int)(at - argument), argument, number, at + 1)
           : asprintf(&numbered, "%s", argument);
    return length < 0 ? NULL : numbered;
}

static void become(char **command, int number) {
    int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    for (char **argument = command; *argument; argument++) {
        *argument = number_argument(*argument, number);
        if (!*argument) {
            _exit(127);
        }
    }
    execvp(command[0], command);
    _exit(127);
}

static bool measure(char **command, int number, struct run *run) {
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        become(command, number);
    }
    int status = -1;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
        fprintf(stderr, "stopwatch: %s failed\n", command[0]);
        return false;
    }
    *run = (struct run){(now() - start) * 1e3,
                        (seconds(usage.ru_utime) + seconds(usage.ru_stime)) * 1e3,
                        (double)usage.ru_maxrss / 1e3};
    return true;
}

static int compare(const void *a, const void *b) {
    double first = *(const double *)a, second = *(const double *)b;
    return first < second ? -1 : first > second;
}

int main(int argc, char **argv) {
    int times = 1, option;
    while ((option = getopt(argc, argv, "+n:")) != -1) {
        times = optarg ? atoi(optarg) : 0;
    }
    if (times < 1 || optind == argc) {
        fputs("usage: stopwatch [-n TIMES] COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    double *wall = calloc((size_t)times, sizeof *wall);
    double *processor = calloc((size_t)times, sizeof *processor);
    double memory = 0;
    bool measured = wall && processor;
    for (int i = 0; measured && i < times; i++) {
        struct run run;
        measured = measure(argv + optind, i + 1, &run);
        if (measured) {
            wall[i] = run.wall;
            processor[i] = run.processor;
            memory = run.memory > memory ? run.memory : memory;
        }
    }
    if (measured) {
        qsort(wall, (size_t)times, sizeof *wall, compare);
        qsort(processor, (size_t)times, sizeof *processor, compare);
        printf("%.2f\t%.2f\t%.2f\t%.1f\n", wall[times / 2], wall[times - 1], processor[times / 2],
               memory);
    }
    free(wall);
    free(processor);
    return measured ? 0 : 2;
}
