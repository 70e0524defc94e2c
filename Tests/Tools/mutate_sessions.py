#!/usr/bin/env python3
"""Compares the JSON Schema with `tenken check` on samples that were broken at random.

usage: mutate_sessions.py TENKEN SAMPLE... [--files N] [--seed N] [--show N]

Each file is a sample with one small change: a key misspelt, dropped, moved or added, a value of another kind, a number out
of range, a letter more or less. Both must agree about it, but for what no schema can know, listed in UNKNOWABLE: names that
refer to something, dates, ages beside other ages. Prints every disagreement and exits 1 where there is one.
The same seed gives the same files.
"""
import argparse
import copy
import json
import os
import random
import subprocess
import sys
import tempfile
import unicodedata

import jsonschema
import yaml

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from validate_schema import load  # noqa: E402

# What only the reader can tell: it depends on something elsewhere in the file, on how long a month is, on how a value is
# quoted, or on what stands behind the first words of a line of shorthand.
UNKNOWABLE = {
    "unknown-road", "unknown-house", "unknown-person", "ambiguous-reference", "duplicate-id", "in-two-rows", "bad-year",
    "plan-in-the-past", "born-later", "totals-differ", "too-many-answers", "off-the-sheet", "overlapping-ages",
    "bad-date", "indentation", "stray-number", "markup",
}
# Keys as they would be written at another level, and words that are no key at all.
STRANGE_KEYS = ["colour", "persons", "houses", "title", "residents", "家", "名前", "x", "<<", "Title"]
STRANGE_VALUES = [
    None, True, False, 0, 1, -1, 3, 1.5, 121, 700, 99999, 10**12, "", " ", "x", "off", "on", "0", "-5", "700", "１２",
    "2030", "？", "空き家", "○72", "○700", "△", "[1, 2]", "30, 40", "2030-01-01", "2030-13-45", [], {}, ["x"], [[]], [1, 2], [1],
    [None], {"x": 1}, {"id": "A"}, [{"x": 1}],
]


def places(node, path=()):
    """Every place of the tree: the path to it and what stands there."""
    yield path, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from places(value, path + (key,))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from places(value, path + (index,))


def at(tree, path):
    for step in path:
        tree = tree[step]
    return tree


def put(tree, path, value):
    if not path:
        return value
    at(tree, path[:-1])[path[-1]] = value
    return tree


def misspelt(draw, text):
    letters = list(text) or ["x"]
    index = draw.randrange(len(letters))
    kind = draw.randrange(4)
    if kind == 0:
        del letters[index]
    elif kind == 1:
        letters.insert(index, draw.choice("aeosx0159 ,.:-○△？年代、（"))
    elif kind == 2 and len(letters) > 1:
        other = (index + 1) % len(letters)
        letters[index], letters[other] = letters[other], letters[index]
    else:
        letters[index] = draw.choice("aeosx0159 ,.-○△？年代、（")
    return "".join(letters)


def with_keys(table, old, new):
    """`table` with one key called otherwise, in its place."""
    return {(new if key == old else key): value for key, value in table.items()}


def mutated(draw, tree):
    """A changed copy of `tree`, and what was changed, in words."""
    tree = copy.deepcopy(tree)
    everywhere = list(places(tree))
    tables = [place for place in everywhere if isinstance(place[1], dict) and place[1]]
    lists = [place for place in everywhere if isinstance(place[1], list) and place[1]]
    # Keys first, then the place: otherwise most changes would hit the many residents.
    shapes = {}
    for place in everywhere:
        shape = tuple("#" if isinstance(step, int) else step for step in place[0])
        shapes.setdefault((len(shape), shape[-1] if shape else ""), []).append(place)
    path, value = draw.choice(draw.choice(list(shapes.values())))
    kind = draw.choice(["value", "value", "value", "letter", "letter", "key", "drop", "add", "move", "list", "number"])
    if kind == "value":
        new = copy.deepcopy(draw.choice(STRANGE_VALUES))
        return put(tree, path, new), f"{path} = {new!r} (was {str(value)[:60]!r})"
    if kind == "letter":
        texts = [place for place in everywhere if isinstance(place[1], str)]
        path, value = (path, value) if isinstance(value, str) else draw.choice(texts)
        new = misspelt(draw, value)
        return put(tree, path, new), f"{path} = {new!r} (was {value!r})"
    if kind == "number":
        numbers = [place for place in everywhere if isinstance(place[1], (int, float)) and place[1] is not True]
        path, value = draw.choice(numbers)
        new = draw.choice([value * 10, -value, value + 1000, 0, value + 0.5, str(value), f"{value}x", [value]])
        return put(tree, path, new), f"{path} = {new!r} (was {value!r})"
    if kind == "list" and lists:
        path, value = draw.choice(lists)
        index = draw.randrange(len(value))
        change = draw.randrange(3)
        new = list(value)
        if change == 0:
            del new[index]
        elif change == 1:
            new.insert(index, copy.deepcopy(draw.choice(STRANGE_VALUES)))
        else:
            new = new[index]
        return put(tree, path, new), f"{path}: the list changed at {index}: {str(new)[:80]}"
    path, table = (path, value) if isinstance(value, dict) and value else draw.choice(tables)
    key = draw.choice(list(table))
    if kind == "key":
        new = misspelt(draw, key)
        return put(tree, path, with_keys(table, key, new)), f"{path}: {key!r} called {new!r}"
    if kind == "drop":
        return put(tree, path, {k: v for k, v in table.items() if k != key}), f"{path}: {key!r} dropped"
    if kind == "move":
        _, other = draw.choice(tables)
        other[key] = copy.deepcopy(table[key])
        return tree, f"{path}: {key!r} copied to another table"
    new = draw.choice(STRANGE_KEYS)
    table[new] = copy.deepcopy(draw.choice(STRANGE_VALUES))
    return tree, f"{path}: {new!r}: {table[new]!r} added"


def forgiven(error):
    """Whether the reader is rightly milder than the schema about this error: blanks around words, capitals, full-width
    letters, one entry where a list belongs."""
    def plain(text):
        return unicodedata.normalize("NFKC", str(text)).strip().lower().replace("_", "-").replace(" ", "-")

    causes = [error]
    while causes:
        cause = causes.pop()
        causes += cause.context or []
        value, wanted = cause.instance, cause.validator_value
        if value is None:  # an entry of a list that was left empty
            return True
        if cause.validator == "enum" and plain(value) in map(plain, wanted):
            return True
        if cause.validator == "required" and isinstance(value, dict) and set(map(plain, value)) & set(wanted):
            return True
        if cause.validator == "type" and wanted == "array" and isinstance(value, dict):
            return True
        if cause.validator == "additionalProperties" and isinstance(value, dict):
            known = set(map(plain, cause.schema.get("properties", {})))
            strange = [key for key in value if key not in cause.schema.get("properties", {})]
            if known and all(plain(key) in known for key in strange):
                return True
    return False


def checked(tenken, names):
    """What `tenken check` finds in each file, errors only."""
    reply = subprocess.run(
        [tenken, "check", "--format", "json", "--lang", "en", *names], capture_output=True, timeout=600)
    files = json.loads(reply.stdout)["files"]
    return [[finding for finding in file["findings"] if finding["severity"] == "error"] for file in files]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tenken")
    parser.add_argument("samples", nargs="+")
    parser.add_argument("--files", type=int, default=1800)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=60)
    options = parser.parse_args()
    schema = json.loads(subprocess.run([options.tenken, "schema"], capture_output=True, check=True).stdout)
    validator = jsonschema.Draft202012Validator(schema)
    trees = []
    for name in options.samples:
        with open(name, encoding="utf-8") as file:
            trees.append((name, load(file.read())))
    draw = random.Random(options.seed)
    counts = {"both accept": 0, "both refuse": 0, "no schema can know": 0, "forgiven": 0, "schema too wide": 0, "schema too narrow": 0}
    shown = 0
    with tempfile.TemporaryDirectory() as folder:
        batch = []
        for number in range(options.files):
            name, tree = trees[number % len(trees)]
            broken, what = mutated(draw, tree)
            path = os.path.join(folder, f"{number}.yaml")
            text = yaml.dump(broken, allow_unicode=True, sort_keys=False, width=10**9)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            batch.append((os.path.basename(name), what, path, text))
            if len(batch) < 40 and number + 1 < options.files:
                continue
            for (name, what, path, text), errors in zip(batch, checked(options.tenken, [entry[2] for entry in batch])):
                content = load(text)
                worst = None
                found = [] if validator.is_valid(content) else list(validator.iter_errors(content))
                if found:
                    worst = jsonschema.exceptions.best_match(found)
                if worst is None and errors:
                    knows = not all(error["code"] in UNKNOWABLE for error in errors)
                    verdict = "schema too wide" if knows else "no schema can know"
                elif worst is not None and not errors:
                    verdict = "forgiven" if all(map(forgiven, found)) else "schema too narrow"
                else:
                    verdict = "both refuse" if errors else "both accept"
                counts[verdict] += 1
                if verdict.startswith("schema") and shown < options.show:
                    shown += 1
                    print(f"{verdict}: {name}: {what}")
                    for error in errors[:2]:
                        print(f"    {error['code']}: {error['message']}")
                    if worst is not None:
                        print(f"    {worst.json_path}: {worst.message[:160]}")
            batch = []
    print("; ".join(f"{verdict}: {count}" for verdict, count in counts.items()))
    return 1 if counts["schema too wide"] or counts["schema too narrow"] else 0


if __name__ == "__main__":
    sys.exit(main())
