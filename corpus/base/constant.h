/* constant.h - the values of constants in string literals, so that what help, manuals and messages
 * say of a limit is what the limit is. */
#ifndef ARAL_BASE_CONSTANT_H
#define ARAL_BASE_CONSTANT_H

#define CONSTANT_AS_WRITTEN(value) #value

/* The value of a macro as a string literal. */
#define CONSTANT_TEXT(constant) CONSTANT_AS_WRITTEN(constant)

#endif
