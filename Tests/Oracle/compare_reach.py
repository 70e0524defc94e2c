#!/usr/bin/env python3
"""Compares `tenken reach` with every set of measures tried one by one, each through the rules written once more.

    Tests/Oracle/compare_reach.py path/to/tenken [--files N] [--seed N]
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from itertools import combinations

import workshop
from neighbourhoods import Inventor, Writer

TARGETS = {  # figure: (what is counted, per what, whether it is to be at least, factor)
    "population": ("population", None, True), "under-15": ("under15", None, True), "15-64": ("from15to64", None, True),
    "20-69": ("helpers", None, True), "lived-in": ("livedIn", None, True), "households": ("households", None, True),
    "helpers-per-75": ("helpers", "from75", True), "vacant": ("vacant", None, False),
    "vacancy-rate": ("vacant", "dwellings", False), "ageing-rate": ("from65", "knownAge", False),
    "mean-age": ("ages", "knownAge", False), "older-alone": ("olderLivingAlone", None, False),
    "elderly-only": ("elderlyOnly", None, False),
}


def sums(session, scenario):
    """The point estimate's sums at each horizon."""
    map_ = session["maps"][0]
    rules, base, horizons = workshop.settings(session, map_, scenario)
    out = {h: {} for h in horizons}
    for house in map_["houses"]:
        units = workshop.dwellings(house, base, scenario)
        ways = workshop.fall([d.walk(next(d.choices()), rules, base + horizons[-1]) for d in units], rules, base)
        for h in horizons:
            for way in ways:
                for k, v in workshop.tally(way, h, None, rules["drives"]).items():
                    out[h][k] = out[h].get(k, 0) + v
    return out


def holds(figures, targets):
    for name, value in targets.items():
        top, bottom, least = TARGETS[name]
        for f in figures.values():
            if bottom and f[bottom] == 0:
                continue
            n = Fraction(f[top], f[bottom] if bottom else 1) * (100 if name.endswith("rate") else 1)
            if n < value if least else n > value:
                return False
    return True


def invent(r):
    inventor = Inventor(r)
    session = inventor.session(combinations=1, maps=1, houses=5)
    session["scenarios"] = {}
    session["horizons"] = session["horizons"] or [10, 20, 30]
    map_ = session["maps"][0]
    inventor.now = map_["base"] if map_["base"] is not None else session["base"]
    measures = {}
    for house in map_["houses"]:
        if r.random() < 0.5 and house["kind"] == "detached" and not any(p["what"] == "moves-in" for p in house["plans"]):
            plans = []
            inventor.families(plans, years=(1, 20), empty=0.15)
            measures[f"m{len(measures)}"] = {"people": {}, "houses": {house["id"]: plans}}
        for i, p in enumerate(house["people"]):
            if r.random() < 0.25 and len(measures) < 7:
                what = "returns" if p["away"] else r.choice(["stays", "marries"])
                year = None if what == "stays" else inventor.now + r.randint(1, 20)
                measures[f"m{len(measures)}"] = {"people": {f"{house['id']}.{i + 1}": [{"what": what, "year": year}]}, "houses": {}}
    as_is = sums(session, None)
    every = sums(session, {"rules": {}, **merged(measures, measures)}) if measures else as_is
    targets = {}
    for name in r.sample(list(TARGETS), r.randint(1, 2)):
        top, bottom, least = TARGETS[name]
        found = []
        for figures in (as_is, every):
            for f in figures.values():
                if not bottom or f[bottom]:
                    found.append(Fraction(f[top], f[bottom] if bottom else 1) * (100 if name.endswith("rate") else 1))
        if found:
            value = min(found) + (max(found) - min(found)) * Fraction(r.randint(0, 10), 10)
            targets[name] = round(value) if not bottom else Fraction(round(value * 100), 100)
    return session, measures, targets


def merged(measures, names):
    people, houses = {}, {}
    for name in names:
        for id, plans in measures[name]["people"].items():
            people[id] = people.get(id, []) + plans
        for id, plans in measures[name]["houses"].items():
            houses[id] = houses.get(id, []) + plans
    return {"people": people, "houses": houses}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("tenken")
    options.add_argument("--files", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep")
    chosen = options.parse_args()
    compared = failed = 0
    kinds = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(chosen.seed, chosen.seed + chosen.files):
            r = random.Random(seed)
            session, measures, targets = invent(r)
            if not measures or not targets:
                continue
            writer = Writer(r)
            session["scenarios"] = {k: dict(m, rules={}) for k, m in measures.items()}
            text = writer.session(session).replace("\nscenarios:", "\nmeasures:")
            kept = ", ".join(f"{k}: {float(v)}{'%' if k.endswith('rate') and r.random() < 0.5 else ''}" for k, v in targets.items())
            text = text.replace("    actions: [話す]\n", f"    actions: [話す]\n    targets: {{{kept}}}\n", 1)
            path = pathlib.Path(folder, f"{seed}.yaml")
            path.write_text(text, encoding="utf-8")
            run = subprocess.run(
                [chosen.tenken, "reach", "--format", "json", "--lang", "en", str(path)], capture_output=True, text=True)
            compared += 1
            found = []
            try:
                told = json.loads(run.stdout)["maps"][0]
            except (ValueError, LookupError):
                told = None
                found.append(f"refused: {run.returncode} " + run.stderr[run.stderr.find("error"):][:300])
            names = list(measures)
            least, sets = None, []
            for size in range(len(names) + 1):
                for some in combinations(range(len(names)), size):
                    scenario = {"rules": {}, **merged(measures, [names[i] for i in some])}
                    if holds(sums(session, scenario), targets):
                        sets.append(list(some))
                if sets:
                    least = size
                    break
            if told:
                kind = told["result"]
                kinds[kind] = kinds.get(kind, 0) + 1
                want = "unreachable" if least is None else "holds" if least == 0 else "reached"
                if kind != want:
                    found.append(f"{kind}, not {want} {sets[:3]}")
                elif least:
                    if [m["measure"] for m in told["measures"]] != names:
                        found.append("measures in another order")
                    if told["size"] != least or told["count"] != len(sets) or [a["measures"] for a in told["answers"]] != sets:
                        found.append(f"{told['size']} {[a['measures'] for a in told['answers']]}, not {least} {sets}")
            if found:
                failed += 1
                print(f"-- {path.name} {targets}")
                for line in found:
                    print("   " + line)
                if chosen.keep:
                    pathlib.Path(chosen.keep).mkdir(parents=True, exist_ok=True)
                    pathlib.Path(chosen.keep, path.name).write_text(text, encoding="utf-8")
    print(f"{compared} files, {failed} differ; {kinds}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
