#!/usr/bin/env bash
# Feeds a reader (FUZZ_TARGET=session, roster, template, markup) random bytes, with the address sanitizer watching. See
# Tests/Fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -x Tests/Fuzz/run ]; then
  echo "Tests/Fuzz/run がありません。 / Tests/Fuzz/run is missing." >&2
  exit 1
fi
exec Tests/Fuzz/run "$@"
