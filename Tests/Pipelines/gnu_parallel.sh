#!/usr/bin/env bash
# The same with GNU parallel: one process a processor, the answers in the order of the cases.
#   gnu_parallel.sh CASES.ndjson ANSWERS.ndjson
# Useful over several machines (--sshloginfile); on one machine `--jobs` of sojourn does as well.
set -euo pipefail
parallel --will-cite --pipepart --block 10M --keep-order -a "$1" \
  sojourn entitlements --ndjson --detail figures --jobs 1 > "$2"
