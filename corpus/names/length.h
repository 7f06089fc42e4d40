/* length.h - how much of a name counts. */
#ifndef ARAL_NAMES_LENGTH_H
#define ARAL_NAMES_LENGTH_H

/* So many sounds, the first ones. */
#define NAME_SOUNDS 32

#endif
