#include "indexer/report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define PROGRESS_SECONDS 0.2
#define MEGABYTE 1e6

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Whether standard error shows a line that is written over again and again as one. */
static bool can_show_progress(void) {
    const char *terminal = getenv("TERM");
    return isatty(STDERR_FILENO) && !(terminal && strcmp(terminal, "dumb") == 0);
}

void report_begin(struct report *report, bool quiet) {
    *report = (struct report){.started = now(), .progress = !quiet && can_show_progress()};
}

void report_clear(struct report *report) {
    if (report->line_is_open) {
        fputs("\r\033[K", stderr);
        report->line_is_open = false;
    }
}

void report_progress(struct report *report) {
    double time = now();
    double seconds = time - report->started;
    if (!report->progress || time - report->shown < PROGRESS_SECONDS || seconds <= 0) {
        return;
    }
    const struct under_way *more = &report->under_way;
    report->shown = time;
    report_clear(report);
    fprintf(stderr, "%s%" PRIu64 " articles, %" PRIu64 " passages, %.1f MB/s",
            report->task ? report->task : "",
            report->added + report->updated + report->unchanged + more->articles,
            report->passages + more->passages,
            (double)(report->text_bytes + more->text_bytes) / MEGABYTE / seconds);
    if (report->input_total > 0 && report->input_bytes > 0) {
        double done = (double)report->input_bytes / (double)report->input_total;
        /* What is under way is taken to have as much text for a byte. */
        if (report->text_bytes > 0) {
            done += done * (double)more->text_bytes / (double)report->text_bytes;
        }
        done = done > 1 ? 1 : done;
        uint64_t left = (uint64_t)(seconds / done - seconds);
        fprintf(stderr, ", %.0f %%, %" PRIu64 ":%02" PRIu64 " left", done * 100, left / 60,
                left % 60);
    }
    fflush(stderr);
    report->line_is_open = true;
}

void report_complain(struct report *report, const struct bytes *lines) {
    if (lines->length > 0) {
        report_clear(report);
        fwrite(lines->data, 1, lines->length, stderr);
    }
}

static void print_json(const struct report *report, double seconds) {
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
    (json ? print_json : print_sentence)(report, now() - report->started);
}

void report_print_size(uint64_t bytes) {
    if (bytes < (uint64_t)MEGABYTE) {
        printf("%.1f kB", (double)bytes / 1e3);
    } else {
        printf("%.1f MB", (double)bytes / MEGABYTE);
    }
}
