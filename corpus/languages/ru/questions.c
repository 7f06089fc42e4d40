/* What Russian asks with, and what only looks like it. */
#include "corpus/languages/ru/russian.h"

const struct question_word russian_question_words[] = {
    {"когда", ANSWER_YEAR},      {"каком году", ANSWER_YEAR},     {"какого года", ANSWER_YEAR},
    {"какие годы", ANSWER_YEAR}, {"каких годах", ANSWER_YEAR},    {"каком веке", ANSWER_YEAR},
    {"сколько", ANSWER_NUMBER},  {"какого числа", ANSWER_NUMBER}, {"сколько угодно", ANSWER_NONE},
    {"кто", ANSWER_OTHER},       {"кого", ANSWER_OTHER},          {"кому", ANSWER_OTHER},
    {"кем", ANSWER_OTHER},       {"что", ANSWER_OTHER},           {"чего", ANSWER_OTHER},
    {"чему", ANSWER_OTHER},      {"какой", ANSWER_OTHER},         {"какая", ANSWER_OTHER},
    {"какое", ANSWER_OTHER},     {"какие", ANSWER_OTHER},         {"какого", ANSWER_OTHER},
    {"какую", ANSWER_OTHER},     {"каким", ANSWER_OTHER},         {"каков", ANSWER_OTHER},
    {"какова", ANSWER_OTHER},    {"чей", ANSWER_OTHER},           {"чья", ANSWER_OTHER},
    {"чье", ANSWER_OTHER},       {"чьи", ANSWER_OTHER},           {"где", ANSWER_OTHER},
    {"куда", ANSWER_OTHER},      {"откуда", ANSWER_OTHER},        {"почему", ANSWER_OTHER},
    {"зачем", ANSWER_OTHER},     {"как", ANSWER_OTHER},           {"ли", ANSWER_OTHER},
    {NULL, ANSWER_NONE},
};
