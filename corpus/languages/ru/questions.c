/* What Russian asks with for a year or a number, and what only looks like it. */
#include "corpus/languages/ru/russian.h"

const struct question_word russian_question_words[] = {
    {"когда", ANSWER_YEAR},      {"каком году", ANSWER_YEAR},     {"какого года", ANSWER_YEAR},
    {"какие годы", ANSWER_YEAR}, {"каких годах", ANSWER_YEAR},    {"каком веке", ANSWER_YEAR},
    {"сколько", ANSWER_NUMBER},  {"какого числа", ANSWER_NUMBER}, {"сколько угодно", ANSWER_ANY},
    {NULL, ANSWER_ANY},
};
