#!/usr/bin/env python3
"""Compares what `tenken why` tells of houses, in JSON and in words, with the figures of `tenken project`, on invented files.

    Tests/Oracle/compare_stories.py path/to/tenken [--files N] [--seed N] [--houses N]
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from neighbourhoods import Inventor, Writer

COMES = re.compile(r" comes to live here| moves in as a partner \(")
GOES = re.compile(r" leaves home| moves into a care home|, they are no longer counted\.(?:$| What was said for later )")
FAMILY = re.compile(r"^\d+: (.*) moves? in \(")
NOUNS = {"man": "male", "boy": "male", "woman": "female", "girl": "female", "person": "unknown", "child": "unknown"}


def ask(tenken, *words):
    run = subprocess.run([tenken, *words, "--lang", "en"], capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(f"{words}: {run.stderr[:600]}")
    return run.stdout


def told(line):
    """What a sentence about a year says: what the dwelling is, and its people as (sex, age or None), sorted."""
    line = line.removesuffix(" Nobody here can drive.")
    year, words = re.match(r"→ In (\d+): (.*)\.$", line).groups()
    words = re.sub(r"; but depending on exact ages it may be .*$| \(who is still here depends on exact ages\)$", "", words)
    plain = {"vacant": "vacant", "no house stands here": "absent", "a household nobody knows lives here": "unknown"}
    if words in plain:
        return int(year), plain[words], []
    people = []
    for someone in re.sub(r" lives? here$", "", words).split(", "):
        noun, rest = re.match(r"a (\w+) (.*)$", someone).groups()
        age = re.fullmatch(r"of (\d+)", rest)
        people.append((NOUNS[noun], int(age.group(1)) if age else None))
    return int(year), "occupied", sorted(people, key=str)


def counted(dwelling):
    """The same from the projection."""
    if dwelling is None:
        return "absent", []
    people = []
    for p in dwelling["people"]:
        if p["here"]:
            age = p["age"]
            exact = age is not None and age["low"] == age["high"]
            people.append((p["sex"], age["point"] if exact else None))
    return dwelling["status"], sorted(people, key=str)


def differences(story, words, map_, house):
    """What the story says otherwise than the projection of its map."""
    states = {s["year"]: {d["id"]: d for h in s["houses"] if h["id"] == house for d in h["dwellings"]} for s in map_["states"]}
    for state in story["states"]:
        own = {d["id"]: d for d in state["dwellings"]}
        if own != states[state["year"]]:
            yield f"{state['year']}: {own}, not {states[state['year']]}"
    ids = {id for own in states.values() for id in own}
    events = [e for e in map_["events"] if e["dwelling"] in ids]
    if story["events"] != events:
        yield f"events {[e for e in story['events'] if e not in events]}, not {[e for e in events if e not in story['events']]}"
    id, changes, gone, seen = None, [], None, 0
    for line in words.splitlines():
        start = re.match(r"(\S+) in (\d+): (.*)", line)
        change = re.match(r"(\d+): ", line)
        if start:
            id = start.group(1)
            number = re.match(r"(\d+) (person|people) live", start.group(3))
            changes, gone = [(int(start.group(2)), int(number.group(1)) if number else 0)], None
        elif change:
            year, family = int(change.group(1)), FAMILY.match(line)
            if GOES.search(line):
                changes.append((year, -1))
            elif COMES.search(line):
                changes.append((year, 1))
            elif family and "nobody knows" not in family.group(1):
                changes.append((year, len(family.group(1).split(", "))))
            elif "the house is taken down" in line:
                # Whoever was still there is told to have gone by this alone.
                gone = min(year, gone or year)
        elif line.startswith("→"):
            year, status, people = told(line)
            seen += 1
            if (status, people) != counted(states[year].get(id)):
                yield f"{id} {year}: told {status} {people}, not {counted(states[year].get(id))}"
            here = sum(n for y, n in changes if y <= year)
            if (gone is None or gone > year) and here != len(people):
                yield f"{id} {year}: {here} people after what is told of comings and goings, not {len(people)}"
    shown = sum(len(own) for year, own in states.items() if year != map_["baseYear"])
    if seen < shown:
        yield f"{seen} years told, not {shown}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("tenken")
    options.add_argument("--files", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--houses", type=int, default=2, help="how many houses of each map are asked about")
    chosen = options.parse_args()
    failed = houses = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(chosen.seed, chosen.seed + chosen.files):
            r = random.Random(seed)
            session = Inventor(r).session(24)
            path = pathlib.Path(folder, f"{seed}.yaml")
            path.write_text(Writer(r).session(session), encoding="utf-8")
            case = json.loads(ask(chosen.tenken, "project", "--format", "json", "--houses", str(path)))["files"][0]["cases"][0]
            found = []
            for map_ in case["maps"]:
                all_ = [h["id"] for h in map_["states"][0]["houses"]]
                for house in r.sample(all_, min(chosen.houses, len(all_))):
                    houses += 1
                    name = f"{map_['id']}/{house}"
                    story = json.loads(ask(chosen.tenken, "why", "--format", "json", str(path), name))
                    words = ask(chosen.tenken, "why", str(path), name)
                    found += [f"{name}: {x}" for x in differences(story, words, map_, house)]
            if found:
                failed += 1
                print(f"-- {path.name}")
                for line in found[:4]:
                    print("   " + line[:700])
    print(f"{chosen.files} files, {failed} differ; {houses} houses")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
