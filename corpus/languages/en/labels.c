/* What stands around articles on English pages. */
#include "corpus/languages/en/english.h"

const char *const english_page_labels[] = {"comment",
                                           "read also",
                                           "also read",
                                           "read more",
                                           "read next",
                                           "continue reading",
                                           "continue reading below",
                                           "story continues below",
                                           "article continues below",
                                           "scroll to continue with content",
                                           "see also",
                                           "more news",
                                           "related",
                                           "related articles",
                                           "related news",
                                           "related stories",
                                           "related posts",
                                           "related links",
                                           "most read",
                                           "most popular",
                                           "trending",
                                           "trending now",
                                           "recommended",
                                           "recommended for you",
                                           "recommended stories",
                                           "you may also like",
                                           "latest news",
                                           "share",
                                           "share this",
                                           "share this article",
                                           "like this",
                                           "copy link",
                                           "follow us",
                                           "subscribe",
                                           "newsletter",
                                           "advertisement",
                                           "sponsored",
                                           "sponsored content",
                                           "editor's picks",
                                           "skip to content",
                                           "skip to main content",
                                           "print this page",
                                           "print version",
                                           "printable version",
                                           "printer-friendly version",
                                           NULL};

const char *const english_comment_labels[] = {"comments",
                                              "leave a comment",
                                              "leave a reply",
                                              "post a comment",
                                              "no comments",
                                              "reader comments",
                                              "log in to post comments",
                                              "log in to comment",
                                              "log in to reply",
                                              "log in or register to post comments",
                                              "login to comment",
                                              "login to post comments",
                                              "you must be logged in to post a comment",
                                              NULL};

const char *const english_source_labels[] = {"source", "original source", NULL};

const char *const english_title_labels[] = {"headline", "subject", NULL};

const char *const english_date_labels[] = {"published", "publication date", "date published", "on",
                                           NULL};

const char *const english_change_labels[] = {"updated", "update", "modified", NULL};

const char *const english_author_labels[] = {"author", "authors", "byline", NULL};

const char *const english_byline_labels[] = {"by",           "written by",  "posted by",
                                             "submitted by", "reported by", NULL};

const char *const english_sender_labels[] = {"from", NULL};

const char *const english_appeal_labels[] = {"follow us on",
                                             "follow us at",
                                             "like us on",
                                             "join us on",
                                             "join our channel",
                                             "join our telegram",
                                             "join our whatsapp",
                                             "subscribe to",
                                             "subscribe now",
                                             "already a subscriber",
                                             "sign in to",
                                             "log in to",
                                             "sign up for our",
                                             "sign up to our",
                                             "stay updated with",
                                             "get the latest news",
                                             "for more news",
                                             "for the latest news",
                                             "download our app",
                                             "support our journalism",
                                             "click here to",
                                             "read more about",
                                             "read also",
                                             "also read",
                                             NULL};

const char *const english_rights_labels[] = {"all rights reserved", "no part of this publication",
                                             "reproduction in whole or in part",
                                             "this material may not be published", NULL};

const char *const english_url_labels[] = {"link",         "address",    "web address", "permalink",
                                          "original url", "source url", NULL};

const char *const english_time_labels[] = {"at", NULL};

const char *const english_weekdays[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
    "tue",    "wed",     "thu",       "fri",      "sat",    "sun",      "mon",    "tues",
    "wed",    "thur",    "fri",       "sat",      "sun",    "mon",      "tues",   "wed",
    "thurs",  "fri",     "sat",       "sun",      NULL,
};
