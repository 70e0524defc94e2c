#!/usr/bin/env bash
# Installs the release binary into a throw-away folder and uses it as somebody would who has nothing else of this
# repository: from another folder, through a link. Also tells how long it takes to start.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
make --no-print-directory install PREFIX="$place/prefix" TENKEN=.build/release/tenken
mkdir "$place/elsewhere" "$place/links"
ln -s ../prefix/bin/tenken "$place/links/tenken"
cd "$place/elsewhere"
tenken=../links/tenken
"$tenken" --version
"$tenken" new trial.yaml
"$tenken" check trial.yaml
"$tenken" trial.yaml
test -s trial-maps/maps.pdf

runs=20
start=$(date +%s%N)
for _ in $(seq $runs); do "$tenken" --version >/dev/null; done
end=$(date +%s%N)
echo "start-up: $(((end - start) / runs / 1000)) µs (mean of $runs)"
echo "smoke: 1 passed, 0 failed"
