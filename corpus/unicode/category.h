/* category.h - the general category of a character (Unicode Standard, section 4.5). */
#ifndef ARAL_UNICODE_CATEGORY_H
#define ARAL_UNICODE_CATEGORY_H

#include "corpus/unicode/properties.h"

#include <stdbool.h>
#include <utf8proc.h>

/* The category of what code_point_at returned; "not assigned" for CODE_POINT_INVALID. O(1). */
static inline utf8proc_category_t code_point_category(uint32_t code_point) {
    return code_point == CODE_POINT_INVALID ? UTF8PROC_CATEGORY_CN
                                            : utf8proc_category((utf8proc_int32_t)code_point);
}

/* Whether the category is one of letters: Lu, Ll, Lt, Lm, Lo. */
static inline bool category_is_letter(utf8proc_category_t category) {
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

#endif
