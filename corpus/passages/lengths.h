/* lengths.h - how long passages are. */
#ifndef ARAL_PASSAGES_LENGTHS_H
#define ARAL_PASSAGES_LENGTHS_H

/* Lengths in characters. A heading begins a new passage where the one before has FULL characters.
 * Paragraphs are joined up to TARGET; one that is longer than LONGEST is cut near TARGET. No
 * passage is longer than LONGEST, whatever the text. */
#define PASSAGE_CHARACTERS_FULL 700
#define PASSAGE_CHARACTERS_TARGET 1000
#define PASSAGE_CHARACTERS_LONGEST 1600

#endif
