#!/usr/bin/env bash
# Answers a file of cases, one a line, on all processors of this machine, and picks some figures.
#   shell.sh CASES.ndjson ANSWERS.ndjson
set -euo pipefail
sojourn entitlements --ndjson --detail figures < "$1" > "$2"
# id, scheme, status, amount, currency: one line a pension. Errors have no schemes and drop out.
jq -r '. as $a | .schemes[]? | [$a.id, .scheme, .status, .amounts.paid, .amounts.currency] | @tsv' "$2"
