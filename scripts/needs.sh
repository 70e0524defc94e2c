#!/usr/bin/env bash
# Sees to it that what building (`needs.sh build`) or testing (`needs.sh test`) takes is there: installs it where
# that can be done, and otherwise says plainly what is missing and how to get it. Quick when all is there.
set -euo pipefail

purpose=${1:-build}
least_swift=6.2

say() { printf '%s\n' "$*" >&2; }

swift_version() { # 6.3.1, or nothing
  swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1
}

check_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    say "Swift がありません。https://www.swift.org/install/ から Swift $least_swift 以上を入れて、もう一度実行してください。"
    say "Swift is missing. Install Swift $least_swift or newer from https://www.swift.org/install/ and run this again."
    exit 1
  fi
  local version
  version=$(swift_version)
  if [ -z "$version" ]; then
    say "'swift --version' が答えません。Swift の入れ方を確かめてください: https://www.swift.org/install/"
    say "'swift --version' gives no answer. Check how Swift is installed: https://www.swift.org/install/"
    exit 1
  fi
  if [ "$(printf '%s\n%s\n' "$least_swift" "$version" | sort -V | head -n 1)" != "$least_swift" ]; then
    say "Swift $version は古すぎます。$least_swift 以上が必要です: https://www.swift.org/install/"
    say "Swift $version is too old; $least_swift or newer is needed: https://www.swift.org/install/"
    exit 1
  fi
}

debian_packages() {
  echo git pkg-config libcairo2-dev libpango1.0-dev librsvg2-dev libqrencode-dev zlib1g-dev fonts-morisawa-bizud-gothic
  if [ "$purpose" = test ]; then
    echo poppler-utils qpdf libxml2-utils librsvg2-bin groff-base python3 python3-venv
  fi
}

brew_packages() {
  echo pkgconf cairo pango librsvg qrencode
  if [ "$purpose" = test ]; then echo poppler qpdf libxml2 groff python3; fi
}

debian() {
  local wanted missing package
  read -r -a wanted <<<"$(debian_packages | tr '\n' ' ')"
  missing=()
  for package in "${wanted[@]}"; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" != installed ]; then
      missing+=("$package")
    fi
  done
  if [ ${#missing[@]} -eq 0 ]; then return; fi

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1; then
      as_root=(sudo)
    else
      say "次のパッケージが足りません: ${missing[*]}"
      say "管理者に頼むか、root で次を実行してください: apt-get install ${missing[*]}"
      say "These packages are missing: ${missing[*]}"
      say "Ask an administrator, or run as root: apt-get install ${missing[*]}"
      exit 1
    fi
  fi
  say "足りないパッケージを入れます / Installing what is missing: ${missing[*]}"
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends)
  if ! "${install[@]}" "${missing[@]}" >/dev/null 2>&1; then
    # The list of packages may be missing or old.
    "${as_root[@]}" apt-get update -q >/dev/null || true
    if ! "${install[@]}" "${missing[@]}" >&2; then
      say "入れられませんでした。ネットワークを確かめてから、次を実行してください: apt-get install ${missing[*]}"
      say "That did not work. Check the network, then run: apt-get install ${missing[*]}"
      exit 1
    fi
  fi
}

homebrew() {
  local wanted missing package
  read -r -a wanted <<<"$(brew_packages | tr '\n' ' ')"
  if ! command -v brew >/dev/null 2>&1; then
    say "Homebrew (https://brew.sh) を入れてから、もう一度実行してください。必要なもの: ${wanted[*]}"
    say "Install Homebrew (https://brew.sh) and run this again. Needed: ${wanted[*]}"
    exit 1
  fi
  missing=()
  for package in "${wanted[@]}"; do
    brew list --versions "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    say "足りないものを入れます / Installing what is missing: ${missing[*]}"
    brew install "${missing[@]}" >&2
  fi
  if ! brew list --cask --versions font-biz-udpgothic >/dev/null 2>&1; then
    brew install --cask font-biz-udgothic font-biz-udpgothic >&2
  fi
}

elsewhere() {
  local missing=() package
  command -v pkg-config >/dev/null 2>&1 || missing+=(pkg-config)
  for package in cairo-pdf cairo-svg pangocairo pangoft2 librsvg-2.0 libqrencode zlib; do
    pkg-config --exists "$package" 2>/dev/null || missing+=("$package")
  done
  if [ "$purpose" = test ]; then
    for package in pdftotext qpdf xmllint rsvg-convert groff python3; do
      command -v "$package" >/dev/null 2>&1 || missing+=("$package")
    done
  fi
  if [ ${#missing[@]} -gt 0 ]; then
    say "足りないもの: ${missing[*]}（それに書体 BIZ UDGothic / BIZ UDPGothic）。この機械での入れ方は分かりません。"
    say "Missing: ${missing[*]} (and the typefaces BIZ UDGothic / BIZ UDPGothic). How to install them here is not known."
    say "Debian: apt-get install $(debian_packages | tr '\n' ' ')"
    exit 1
  fi
}

check_swift
if [ "$(uname -s)" = Darwin ]; then
  homebrew
elif command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
  debian
else
  elsewhere
fi

# The two Swift packages are fetched once; without a network, Swift's own words for that are hard to understand.
cd "$(dirname "$0")/.."
for package in swift-argument-parser Yams; do
  if [ -d ".build/checkouts/$package" ]; then continue; fi
  told=$(swift package resolve 2>&1) && break
  printf '%s\n' "$told" >&2
  say "Swift のパッケージ（swift-argument-parser と Yams）を取り寄せられませんでした。github.com につながるか確かめて、もう一度実行してください。"
  say "The Swift packages (swift-argument-parser and Yams) could not be fetched. Check that github.com can be reached, then run this again."
  exit 1
done
