#include "indexer/report.h"

#include <stdio.h>
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
    *report = (struct report){.started = now(), .progress = !quiet && isatty(STDERR_FILENO)};
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
    report->shown = time;
    report_clear(report);
    fprintf(stderr, "%s%llu articles, %llu passages, %.1f MB/s", report->task ? report->task : "",
            (unsigned long long)(report->added + report->updated + report->unchanged),
            (unsigned long long)report->passages, (double)report->text_bytes / MEGABYTE / seconds);
    if (report->input_total > 0 && report->input_bytes > 0) {
        double done = (double)report->input_bytes / (double)report->input_total;
        done = done > 1 ? 1 : done;
        double left = seconds / done - seconds;
        fprintf(stderr, ", %.0f %%, %d:%02d left", done * 100, (int)(left / 60), (int)left % 60);
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

void report_summarise(struct report *report, bool json) {
    report_clear(report);
    double seconds = now() - report->started;
    printf(json ? "{\"added\":%llu,\"updated\":%llu,\"unchanged\":%llu,\"removed\":%llu,"
                  "\"rejected\":%llu,\"passages\":%llu,\"bytes\":%llu,\"seconds\":%.3f}\n"
                : "added %llu, updated %llu, unchanged %llu, removed %llu, rejected %llu: ",
           (unsigned long long)report->added, (unsigned long long)report->updated,
           (unsigned long long)report->unchanged, (unsigned long long)report->removed,
           (unsigned long long)report->rejected, (unsigned long long)report->passages,
           (unsigned long long)report->text_bytes, seconds);
    if (!json) {
        printf("%llu passages from %.1f MB in %.1f s\n", (unsigned long long)report->passages,
               (double)report->text_bytes / MEGABYTE, seconds);
    }
}
