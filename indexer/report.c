#include "indexer/report.h"

#include "corpus/base/plural.h"
#include "corpus/base/streams.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define PROGRESS_SECONDS 0.2
#define MEGABYTE 1e6

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void report_begin(struct report *report, bool quiet) {
    *report = (struct report){.started = now(),
                              .progress = !quiet && streams_take_escapes(STDERR_FILENO)};
}

void report_clear(struct report *report) {
    if (report->line_is_open) {
        fputs(REPORT_CLEAR_LINE, stderr);
        report->line_is_open = false;
    }
}

/* How many characters go into a line of the terminal before it is wrapped, after which it could not
 * be written over any more. */
static int line_width(void) {
    struct winsize size;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1
                                                                           : INT_MAX;
}

/* ", 45 %, 0:12 left", or nothing where that cannot be known. */
static void tell_time_left(const struct report *report, double seconds, char *text, size_t size) {
    *text = '\0';
    if (report->input_total == 0 || report->input_bytes == 0) {
        return;
    }
    double done = (double)report->input_bytes / (double)report->input_total;
    /* What is under way is taken to have as much text for a byte. */
    if (report->text_bytes > 0) {
        done += done * (double)report->under_way.text_bytes / (double)report->text_bytes;
    }
    done = done > 1 ? 1 : done;
    uint64_t left = (uint64_t)(seconds / done - seconds);
    snprintf(text, size, ", %.0f %%, %" PRIu64 ":%02" PRIu64 " left", done * 100, left / 60,
             left % 60);
}

void report_progress(struct report *report) {
    double time = now();
    double seconds = time - report->started;
    if (!report->progress || time - report->shown < PROGRESS_SECONDS || seconds <= 0) {
        return;
    }
    const struct under_way *more = &report->under_way;
    const char *task = report->task ? report->task : "";
    uint64_t count = report->added + report->updated + report->unchanged + more->articles;
    char articles[40], rate[100], left[60];
    snprintf(articles, sizeof articles, "%" PRIu64 " article%s", count, plural(count));
    snprintf(rate, sizeof rate, ", %" PRIu64 " passages, %.1f MB/s",
             report->passages + more->passages,
             (double)(report->text_bytes + more->text_bytes) / MEGABYTE / seconds);
    tell_time_left(report, seconds, left, sizeof left);
    /* A narrow terminal is told less; one that is narrower still, the beginning. */
    const char *const ways[][3] = {{task, rate, left}, {task, "", left}, {"", "", left}};
    char line[400];
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        int length =
            snprintf(line, sizeof line, "%s%s%s%s", ways[i][0], articles, ways[i][1], ways[i][2]);
        if (length <= line_width()) {
            break;
        }
    }
    report->shown = time;
    /* Over the line of another report, too, whose task this one's is a part of. */
    fprintf(stderr, REPORT_CLEAR_LINE "%.*s", line_width(), line);
    fflush(stderr);
    report->line_is_open = true;
}

void report_complain(struct report *report, const struct bytes *lines) {
    if (lines->length > 0) {
        report_clear(report);
        fwrite(lines->data, 1, lines->length, stderr);
    }
}

static void print_json_report(const struct report *report, double seconds) {
    printf("{\"added\":%" PRIu64 ",\"updated\":%" PRIu64 ",\"unchanged\":%" PRIu64
           ",\"removed\":%" PRIu64 ",\"rejected\":%" PRIu64 ",\"passages\":%" PRIu64
           ",\"bytes\":%" PRIu64 ",\"seconds\":%.3f}\n",
           report->added, report->updated, report->unchanged, report->removed, report->rejected,
           report->passages, report->text_bytes, seconds);
}

static void print_sentence(const struct report *report, double seconds) {
    printf("added %" PRIu64 ", updated %" PRIu64 ", unchanged %" PRIu64 ", removed %" PRIu64
           ", rejected %" PRIu64 ": %" PRIu64 " passages from %.1f MB in %.1f s\n",
           report->added, report->updated, report->unchanged, report->removed, report->rejected,
           report->passages, (double)report->text_bytes / MEGABYTE, seconds);
}

void report_summarise(struct report *report, bool json) {
    report_clear(report);
    (json ? print_json_report : print_sentence)(report, now() - report->started);
}

void report_print_size(uint64_t bytes) {
    if (bytes < (uint64_t)MEGABYTE) {
        printf("%.1f kB", (double)bytes / 1e3);
    } else {
        printf("%.1f MB", (double)bytes / MEGABYTE);
    }
}
