#include "searcher/printer.h"

#include "searcher/print_formats.h"

static const struct printer printers[] = {
    {"text", SEARCH_ARTICLES | SEARCH_TEXTS | SEARCH_SUGGESTION, false, print_text},
    {"json", SEARCH_ARTICLES | SEARCH_TEXTS | SEARCH_COUNTS | SEARCH_FACETS | SEARCH_SUGGESTION,
     false, print_json},
    {"jsonl", SEARCH_ARTICLES | SEARCH_TEXTS, false, print_jsonl},
    {"tsv", SEARCH_ARTICLES | SEARCH_TEXTS, false, print_tsv},
    /* Judgements are of every article. */
    {"trec", 0, true, print_trec},
};

const struct printer *printer_at(size_t number) {
    return number < sizeof printers / sizeof *printers ? &printers[number] : NULL;
}
