/* aral.cgi - the search box as a CGI/1.1 program (RFC 3875) and as a FastCGI server.
 *
 * The same binary is both: run with a listening socket as standard input, as FastCGI has it, it
 * answers requests until it is stopped; run with a request in its environment it answers that one.
 * Arguments are ignored: some servers make them out of the request. */
#include "corpus/base/streams.h"
#include "searcher/web/request.h"
#include "searcher/web/site.h"

#include <errno.h>
#include <fcgiapp.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* ---- the way in and out, for both protocols -------------------------------------------------- */

struct channel {
    char *const *environment; /* of the request */
    FCGX_Stream *in, *out;    /* NULL: standard input and output */
};

/* Reads at most `length` bytes; how many there were. */
static size_t channel_read(const struct channel *channel, char *data, size_t length) {
    size_t done = 0;
    while (done < length) {
        size_t wanted = length - done > INT_MAX ? INT_MAX : length - done;
        ssize_t got = channel->in ? FCGX_GetStr(data + done, (int)wanted, channel->in)
                                  : read(STDIN_FILENO, data + done, wanted);
        if (got < 0 && errno == EINTR && !channel->in) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        done += (size_t)got;
    }
    return done;
}

/* False, and errno, where not all could be written. */
static bool channel_write(const struct channel *channel, const char *data, size_t length) {
    while (length > 0) {
        size_t wanted = length > INT_MAX ? INT_MAX : length;
        ssize_t put = channel->out ? FCGX_PutStr(data, (int)wanted, channel->out)
                                   : write(STDOUT_FILENO, data, wanted);
        if (put < 0 && errno == EINTR && !channel->out) {
            continue;
        }
        if (put <= 0) {
            return false;
        }
        data += put;
        length -= (size_t)put;
    }
    return true;
}

/* ---- one request ----------------------------------------------------------------------------- */

/* Memory kept from one request to the next. */
struct work {
    struct web_site site;
    struct web_request request;
    struct web_response response;
    struct bytes body, output;
};

static void read_body(const struct channel *channel, struct web_request *request,
                      struct bytes *body) {
    size_t length;
    bytes_clear(body);
    request->body_state = request_body_length(channel->environment, request->method, &length);
    char *data = length > 0 ? bytes_reserve(body, length) : NULL;
    body->length = data ? channel_read(channel, data, length) : 0;
    request->body = bytes_slice(body);
    if (body->length < length) {
        request->body_state =
            BODY_UNREADABLE; /* cut off on its way, or there is no memory for it */
    }
}

/* Reads all of the request, however long the client takes to send it. */
static void take_request(struct work *work, const struct channel *channel) {
    request_read(channel->environment, &work->request);
    read_body(channel, &work->request, &work->body);
}

/* Answers the request that was read. False, and it is told, where the answer could not be made or
 * written; that the client is gone is no failure. */
static bool answer(struct work *work, const struct channel *channel) {
    struct error log = {0};
    web_site_answer(&work->site, &work->request, &work->response, &log);
    if (log.kind != ERROR_NONE) {
        fprintf(stderr, "aral.cgi: %s\n", log.message);
    }
    bytes_clear(&work->output);
    response_write(&work->response, work->request.method == METHOD_HEAD, &work->output);
    if (work->output.failed) {
        fprintf(stderr, "aral.cgi: out of memory\n");
        return false;
    }
    if (channel_write(channel, work->output.data, work->output.length) || channel->out ||
        errno == EPIPE || errno == ECONNRESET) {
        return true;
    }
    fprintf(stderr, "aral.cgi: cannot write the answer: %s\n", strerror(errno));
    return false;
}

/* ---- programs -------------------------------------------------------------------------------- */

/* What the program exits with. */
enum { EXIT_ANSWERED = 0, EXIT_FAILED = 2 };

/* Nothing waits to be written, and no client for an answer. */
static void stop(int number) {
    (void)number;
    _exit(EXIT_ANSWERED);
}

/* Sets what the signals by which servers stop a program do, and gives these. */
static void catch_stops(sigset_t *stops) {
    struct sigaction action = {.sa_handler = stop};
    sigemptyset(&action.sa_mask);
    sigemptyset(stops);
    sigaddset(stops, SIGTERM);
    sigaddset(stops, SIGUSR1);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGUSR1, &action, NULL);
}

/* Answers requests until it is stopped: at once while it waits for a client, or for one that has
 * connected to say all that it wants; otherwise behind the answer. */
static int serve(struct work *work) {
    FCGX_Request request;
    sigset_t stops;
    catch_stops(&stops);
    if (FCGX_InitRequest(&request, STDIN_FILENO, 0) != 0) {
        fprintf(stderr, "aral.cgi: cannot take FastCGI requests\n");
        return EXIT_FAILED;
    }
    while (FCGX_Accept_r(&request) >= 0) {
        const struct channel channel = {request.envp, request.in, request.out};
        take_request(work, &channel);
        sigprocmask(SIG_BLOCK, &stops, NULL);
        answer(work, &channel);
        FCGX_Finish_r(&request);
        sigprocmask(SIG_UNBLOCK, &stops, NULL);
    }
    fprintf(stderr, "aral.cgi: cannot accept FastCGI requests any more\n");
    FCGX_Free(&request, 1);
    return EXIT_FAILED;
}

int main(void) {
    streams_secure();
    signal(SIGPIPE, SIG_IGN); /* a client that goes away is no failure */
    struct work work = {0};
    web_site_open(&work.site, environ);
    int status = EXIT_ANSWERED;
    if (FCGX_Init() == 0 && !FCGX_IsCGI()) {
        status = serve(&work);
    } else if (request_variable(environ, "REQUEST_METHOD")) {
        const struct channel channel = {environ, NULL, NULL};
        take_request(&work, &channel);
        status = answer(&work, &channel) ? EXIT_ANSWERED : EXIT_FAILED;
    } else {
        fprintf(stderr, "aral.cgi is run by a web server, by CGI or FastCGI: see its manual\n");
        status = EXIT_FAILED;
    }
    web_site_close(&work.site);
    bytes_free(&work.response.body);
    bytes_free(&work.body);
    bytes_free(&work.output);
    return status;
}
