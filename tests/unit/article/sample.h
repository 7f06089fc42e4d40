/* sample.h - the files of the sample articles. */
#ifndef ARAL_TESTS_ARTICLE_SAMPLE_H
#define ARAL_TESTS_ARTICLE_SAMPLE_H

#include <glob.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* So many articles are in them, at least. */
enum { SAMPLE_ARTICLES = 36 };

/* Their paths, from the top of the repository; to be freed by globfree. */
static inline void find_sample_files(glob_t *files) {
    assert_int_equal(glob("corpus/sample/{id,en,ru,feeds}/*", GLOB_BRACE, NULL, files), 0);
}

#endif
