/* messages.h - the table of messages, for interface.c only. */
#ifndef ARAL_SEARCHER_WEB_MESSAGES_H
#define ARAL_SEARCHER_WEB_MESSAGES_H

#include "searcher/web/interface.h"

#define INTERFACE_COLUMNS 3

extern const char *const interface_messages[MESSAGE_COUNT][INTERFACE_COLUMNS];

#endif
