#!/usr/bin/env bash
# Installs a built binary with everything that belongs to it, or removes it again:
#   install.sh FOLDER BINARY      install.sh --remove FOLDER
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)

places() { # every place that an installation takes, relative to its folder
  echo bin/tenken
  echo share/tenken
  echo share/man/man1/tenken.1
  echo share/man/ja/man1/tenken.1
  echo share/bash-completion/completions/tenken
  echo share/zsh/site-functions/_tenken
  echo share/fish/vendor_completions.d/tenken.fish
}

if [ "$1" = --remove ]; then
  places | while read -r place; do rm -rf "${2:?}/$place"; done
  echo "取り除きました / removed: $2/bin/tenken"
  exit 0
fi

folder=${1:?}
binary=${2:?}
if ! mkdir -p "$folder/bin" "$folder/share" 2>/dev/null || [ ! -w "$folder/bin" ] || [ ! -w "$folder/share" ]; then
  echo "$folder に書き込めません。sudo make install とするか、make install PREFIX=\$HOME/.local としてください。" >&2
  echo "$folder cannot be written to. Use sudo make install, or make install PREFIX=\$HOME/.local" >&2
  exit 1
fi

install -m 755 "$binary" "$folder/bin/tenken.new"
strip "$folder/bin/tenken.new" 2>/dev/null || true
if [ "$(uname -s)" = Darwin ]; then codesign --force --sign - "$folder/bin/tenken.new" 2>/dev/null || true; fi
mv -f "$folder/bin/tenken.new" "$folder/bin/tenken"

rm -rf "$folder/share/tenken"
mkdir -p "$folder/share/tenken"
cp -R "$repository/Assets" "$folder/share/tenken/"
if [ -d "$repository/Templates" ]; then cp -R "$repository/Templates" "$folder/share/tenken/"; fi
cp "$repository/LICENSE" "$folder/share/tenken/"

put() { # what the standard input brings, at a place below the folder
  mkdir -p "$(dirname "$folder/$1")"
  cat >"$folder/$1"
  chmod 644 "$folder/$1"
}
tenken=$folder/bin/tenken
"$tenken" manual --format man --lang en | put share/man/man1/tenken.1
"$tenken" manual --format man --lang ja | put share/man/ja/man1/tenken.1
"$tenken" completion bash | put share/bash-completion/completions/tenken
"$tenken" completion zsh | put share/zsh/site-functions/_tenken
"$tenken" completion fish | put share/fish/vendor_completions.d/tenken.fish
