/* Any bytes, in any language and for any reason, become tokens that lie in order within them; who
 * looks for some of their terms finds the same ones. */
#include "corpus/analysis/analysis.h"
#include "corpus/analysis/scan.h"
#include "corpus/analysis/term_sieve.h"
#include "corpus/languages/language.h"
#include "tests/fuzz/fuzz.h"

/* Words that were analysed before are known without clues: they are forgotten so often. */
enum { INPUTS_REMEMBERED = 16 };

/* Looks for one of the terms and counts its tokens; `list` is not the analyzer's. */
static void search_for(struct analyzer *analyzer, struct slice text,
                       const struct language *language, struct token_list list, size_t number) {
    struct term_sieve sieve = {0};
    struct token_list found;
    struct error error = {0};
    const struct searched_text searched = {text, language, NULL};
    struct slice term = list.tokens[number].term;
    size_t expected = 0, held = 0;
    analyzer_seek(analyzer, &sieve, term);
    require(analyzer_search(analyzer, &searched, &sieve, &found, &error));
    require(found.positions == list.positions);
    for (size_t i = 0; i < list.count; i++) {
        expected += slice_equal(list.tokens[i].term, term);
    }
    for (size_t i = 0; i < found.count; i++) {
        held += slice_equal(found.tokens[i].term, term);
    }
    require(expected == held);
}

/* The first byte chooses language and reason, the others are the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct analyzer *analyzer, *searching;
    struct error error = {0};
    static unsigned inputs;
    if (!analyzer) {
        analyzer = analyzer_new(&error);
    }
    if (inputs++ % INPUTS_REMEMBERED == 0) {
        analyzer_free(searching);
        searching = analyzer_new(&error);
    }
    if (!analyzer || !searching || size == 0) {
        return 0;
    }
    size_t choice = data[0];
    size_t number = choice % (language_count() + 1);
    const struct language *language =
        number < language_count() ? language_at(number) : language_other();
    enum analysis_reason reason = (enum analysis_reason)(choice / 64 % 3);
    struct slice text = slice_of((const char *)data + 1, size - 1);
    struct token_list list;
    require(analyzer_run(analyzer, text, language, reason, &list, &error));
    for (size_t i = 0; i < list.count; i++) {
        const struct token *token = &list.tokens[i];
        require(token->start < token->end && token->end <= text.length);
        require(token->position < list.positions);
        require(i == 0 ||
                (token[-1].start <= token->start && token[-1].position <= token->position));
        require(token->term.length > 1 && token->term.length <= 245);
        require(token->form.length > 0);
        require(!memchr(token->term.data, 0, token->term.length));
    }
    for (size_t i = choice % 8; reason == ANALYSIS_DOCUMENT && i < list.count; i += 8) {
        search_for(searching, text, language, list, i);
    }
    for (size_t at = 0, next; at < text.length; at = next) {
        size_t plain = scan_plain_end(text, at);
        bool begins = scan_begins_word(text, at, &next);
        require(plain == 0 || begins);
        if (begins) {
            next = scan_word_end(text, at, language->group_sign);
            require(next > at && next <= text.length);
            require(plain == 0 || plain == next);
        }
    }
    return 0;
}
