#!/bin/sh
# What the fuzz targets start from, and what they once failed on, run once.
build=${ARAL_BUILD:-build}
count=0
for source in tests/fuzz/*_fuzz.c; do
    target=$(basename "$source" .c)
    seeds=tests/fuzz/seeds/$target
    count=$((count + 1))
    if output=$("$build/seeds/$target" "$seeds"/* 2>&1); then
        echo "ok $count - $target holds for its seeds"
    else
        echo "not ok $count - $target holds for its seeds"
        echo "$output" | sed 's/^/# /'
    fi
done
echo "1..$count"
