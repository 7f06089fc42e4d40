/* reader_step.h - what comes of asking a reader for an article. */
#ifndef ARAL_ARTICLE_READER_STEP_H
#define ARAL_ARTICLE_READER_STEP_H

enum reader_step {
    READER_ARTICLE, /* *article is filled; *error, where it is set (ERROR_INPUT), says "FILE:LINE: "
                       and what of it could not be read */
    READER_REJECTED, /* one article was bad, *error (kind ERROR_INPUT or ERROR_LIMIT) says
                        "FILE:LINE: reason"; go on */
    READER_END,
    READER_FAILED, /* the file cannot be read on; *error says why */
};

#endif
