#!/usr/bin/env bash
# Draws every sample into a folder and says what is where:  demo.sh FOLDER SAMPLE…
set -euo pipefail
out=$1
shift
if [ $# -eq 0 ]; then
  echo "samples/ にファイルがありません。 / There are no samples." >&2
  exit 1
fi
tenken=.build/release/tenken
# What stands there from an earlier run was drawn by Tenken and is drawn anew; anything changed since is kept.
"$tenken" render --output "$out" "$@"
# What there is to tell about the files was told just now; once is enough.
told=$(mktemp)
trap 'rm -f "$told"' EXIT
for format in csv json; do
  "$tenken" project --format "$format" --output "$out/figures.$format" "$@" >/dev/null 2>"$told" || {
    cat "$told" >&2
    exit 1
  }
done

# The newsletters, of the samples that say what stands in one, and what a room needs.
for sample in "$@"; do
  case $(basename "$sample") in
    newsletter*) "$tenken" newsletter "$sample" --output "$out/$(basename "$sample" .yaml)" >/dev/null ;;
  esac
done
"$tenken" kit --output "$out/kit" >/dev/null

# The pictures of the README.
if [ -f samples/hamlet.yaml ]; then
  mkdir -p docs/images
  "$tenken" render samples/hamlet.yaml --series --dpi 100 --output docs/images/hamlet-series.png >/dev/null
  "$tenken" render samples/hamlet.yaml --year 2043 --dpi 100 --output docs/images/hamlet-2043.png >/dev/null
  "$tenken" render samples/estate.yaml --lang ja --chance --kind map --year 2053 --dpi 100 --force \
    --output docs/images/estate-chance-2053.png >/dev/null
  pages=$(mktemp -d)
  "$tenken" newsletter samples/newsletter.yaml --format png --dpi 72 --output "$pages" >/dev/null
  cp "$pages/newsletter-1.png" docs/images/newsletter-1.png
  rm -r "$pages"
fi

echo
echo "できあがったもの / What is where:"
for sample in "$@"; do
  name=$(basename "$sample" .yaml)
  title=$(sed -n -e 's/^title: *//p' -e 's/^題名: *//p' "$sample" | head -n 1)
  printf '  %-34s %s\n' "$out/$name-maps/" "$title"
done
for folder in "$out"/newsletter*/newsletter.pdf; do
  if [ -f "$folder" ]; then printf '  %-34s %s\n' "$folder" "ニュースレター / a newsletter"; fi
done
printf '  %-34s %s\n' "$out/kit/" "会場で使うもの / what the room needs"
printf '  %-34s %s\n' "$out/figures.csv" "すべての数（表計算ソフトで開けます） / every figure, for spreadsheets"
printf '  %-34s %s\n' "$out/figures.json" "同じものを JSON で / the same as JSON"
echo "はじめに見るなら、それぞれの maps.pdf を。 / To begin with, open one of the maps.pdf."
