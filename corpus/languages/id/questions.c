/* What Indonesian asks with for a year or a number, and what only looks like it. */
#include "corpus/languages/id/indonesian.h"

const struct question_word indonesian_question_words[] = {
    {"kapan", ANSWER_YEAR},
    {"kapankah", ANSWER_YEAR},
    {"bilamana", ANSWER_YEAR},
    {"tahun berapa", ANSWER_YEAR},
    {"tahun berapakah", ANSWER_YEAR},
    {"tahun apa", ANSWER_YEAR},
    {"tahun apakah", ANSWER_YEAR},
    {"tahun manakah", ANSWER_YEAR},
    {"abad berapa", ANSWER_YEAR},
    {"abad berapakah", ANSWER_YEAR},
    {"berapa", ANSWER_NUMBER},
    {"berapakah", ANSWER_NUMBER},
    {"tanggal berapa", ANSWER_NUMBER},
    {"tanggal berapakah", ANSWER_NUMBER},
    {"kapan saja", ANSWER_ANY},
    {"kapan pun", ANSWER_ANY},
    {"berapa pun", ANSWER_ANY},
    {NULL, ANSWER_ANY},
};
