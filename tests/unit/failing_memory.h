/* failing_memory.h - allocations that fail when a test wants them to, for one file of a program.
 *
 * The allocations of the program and of the libraries it uses come to the functions defined here;
 * sanitizers have allocators of their own, and then nothing is made to fail. */
#ifndef ARAL_TESTS_FAILING_MEMORY_H
#define ARAL_TESTS_FAILING_MEMORY_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* GCC tells of its sanitizer, and the Makefile of any. */
#if defined(__SANITIZE_ADDRESS__) || defined(ARAL_SYSTEM_ALLOCATOR)
#define ALLOCATIONS_FAIL 0
#else
#define ALLOCATIONS_FAIL 1
#endif

/* How many allocations still succeed; -1: all. */
static long allocations_left = -1;
/* Whether all do again behind the one that fails. */
__attribute__((unused)) static bool fails_once;
/* By malloc, a larger one fails, whatever else is left. */
__attribute__((unused)) static size_t malloc_most = SIZE_MAX;
/* Whether one has failed, for tests that ask. */
__attribute__((unused)) static bool has_failed;

#if ALLOCATIONS_FAIL
/* The GNU C library's own, by the names they have beside the usual ones. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

/* Whether none fails that comes from there; a test may define it. */
#ifndef IS_SPARED
#define IS_SPARED(caller) false
#endif

static bool may_allocate(const void *caller) {
    (void)caller;
    if (allocations_left < 0 || IS_SPARED(caller)) {
        return true;
    }
    if (allocations_left > 0) {
        allocations_left--;
        return true;
    }
    allocations_left = fails_once ? -1 : 0;
    has_failed = true;
    errno = ENOMEM;
    return false;
}

void *malloc(size_t size) {
    if (size > malloc_most) {
        has_failed = true;
        errno = ENOMEM;
        return NULL;
    }
    return may_allocate(__builtin_return_address(0)) ? __libc_malloc(size) : NULL;
}

void *calloc(size_t count, size_t size) {
    return may_allocate(__builtin_return_address(0)) ? __libc_calloc(count, size) : NULL;
}

void *realloc(void *memory, size_t size) {
    return may_allocate(__builtin_return_address(0)) ? __libc_realloc(memory, size) : NULL;
}
#endif

#endif
