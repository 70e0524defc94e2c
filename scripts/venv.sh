#!/usr/bin/env bash
# Makes the throw-away Python environment that the tests validate against the schema with (Debian's own pip refuses to
# install outside one). Nothing is done where it is there and fits Tests/requirements.txt.
set -euo pipefail
cd "$(dirname "$0")/.."
environment=.venv-tests
wanted=Tests/requirements.txt
if [ -x "$environment/bin/python" ] && cmp -s "$wanted" "$environment/requirements.txt" \
  && "$environment/bin/python" -c 'import jsonschema, yaml' 2>/dev/null; then
  exit 0
fi
rm -rf "$environment"
python3 -m venv "$environment"
if ! "$environment/bin/python" -m pip install --quiet --disable-pip-version-check -r "$wanted" >&2; then
  rm -rf "$environment"
  echo "テスト用の Python パッケージを入れられませんでした。PyPI につながるか確かめてください: $(tr '\n' ' ' <"$wanted")" >&2
  echo "The Python packages for the tests could not be installed. Check that PyPI can be reached: $(tr '\n' ' ' <"$wanted")" >&2
  exit 1
fi
cp "$wanted" "$environment/requirements.txt"
