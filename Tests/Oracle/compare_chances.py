#!/usr/bin/env python3
"""Compares `tenken project --chance` with every chance worked out state by state, on invented small neighbourhoods.

    Tests/Oracle/compare_chances.py path/to/tenken [--files N] [--seed N] [--runs N]

Where the program answers exactly, everything has to agree to nine places; where it simulates, within five standard
errors, and few beyond three.
"""
import argparse
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import chances
import workshop
from neighbourhoods import Inventor, Writer

SETTINGS = {
    "death": ["on", "on", "off", "rule"],
    "leaving-home": ["on", "off", "rule", 0.1, {(18, 29): 0.1, (30, 39): 0.02}],
    "returning": ["on", "off", 0.05, {(30, 50): 0.1}], "care": ["on", "off", 0.03], "letting": ["on", "off", "rule", 0.5],
    "filling": ["on", "off", 0.05], "demolition": ["on", "off", 0.02],
}


def invent(r):
    """A small neighbourhood without what `chances` leaves to others, and its chance settings."""
    inventor = Inventor(r)
    inventor.combinations = 10
    session = {"base": 2023, "horizons": sorted(r.sample(range(1, 36), 2)), "rules": inventor.rules(0.2), "maps": [], "scenarios": {}}
    session["rules"].pop("demolish", None)
    inventor.now = 2023
    houses = []
    while len(houses) < r.randint(1, 4):
        h = inventor.house(f"a{len(houses) + 1}")
        people = h["people"] + [p for u in h["units"] for p in u["people"]]
        plans = h["plans"] + [p for u in h["units"] for p in u["plans"]]
        if h["kind"] not in ("detached", "apartment") or len(h["people"]) > 3 or len(h["units"]) > 2:
            continue
        if any(p["what"] != "moves-in" or not p["people"] or len(h["people"]) > 1 for p in plans):
            continue
        if any(len(p["people"]) > 2 for p in plans) or any(q["what"] == "marries" for p in people for q in p["plans"]):
            continue
        houses.append(h)
    session["maps"] = [{"id": "A", "base": None, "horizons": None, "rules": {}, "houses": houses}]
    blocks = any(h["kind"] == "apartment" for h in houses)
    chance = {k: r.choice(v) for k, v in SETTINGS.items() if r.random() < 0.5 or (k == "demolition" and blocks)}
    if blocks:
        chance["demolition"] = "off"
    if r.random() < 0.7:  # so that the answer is exact
        if r.random() < 0.6:
            chance["returning"] = "off"
        else:
            chance["filling"] = chance["demolition"] = chance["letting"] = "off"
    return session, chance


def written(chance):
    def value(v):
        if isinstance(v, dict):
            return "{" + ", ".join(f"{a}-{b}: {p}" for (a, b), p in v.items()) + "}"
        return str(v)
    return "{" + ", ".join(f"{k}: {value(v)}" for k, v in chance.items()) + "}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("tenken")
    options.add_argument("--files", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--runs", type=int, default=4000)
    options.add_argument("--keep")
    chosen = options.parse_args()
    failed = exact = simulated = numbers = looked = beyond = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(chosen.seed, chosen.seed + chosen.files):
            r = random.Random(seed)
            session, chance = invent(r)
            text = Writer(r).session(session)
            rules = f"rules: {written(chance)}"
            if chance:
                text = text.replace("\nmaps:", "\nchance-goes-here\nmaps:")
                head, tail = text.split("\nchance-goes-here\n")
                own = [line for line in head.split("\n") if line.startswith(("rules:", "決まり:"))]
                if own:
                    head = head.replace(own[0], own[0][:-1] + f", chance: {written(chance)}}}")
                else:
                    head += f"\nrules: {{chance: {written(chance)}}}"
                text = head + "\n" + tail
            path = pathlib.Path(folder, f"{seed}.yaml")
            path.write_text(text, encoding="utf-8")
            run = subprocess.run(
                [chosen.tenken, "project", "--chance", "--format", "json", "--houses", "--lang", "en", "--runs", str(chosen.runs), str(path)],
                capture_output=True, text=True)
            found = []
            if run.returncode:
                found.append("refused: " + run.stderr[run.stderr.find("error"):][:300])
            else:
                told = json.loads(run.stdout)["files"][0]["cases"][0]["maps"][0]
                is_exact = told["method"]["kind"] == "exact"
                exact += is_exact
                simulated += not is_exact

                def near(what, said, want, spread=None):
                    nonlocal numbers, looked, beyond
                    if is_exact:
                        numbers += 1
                        if abs(said - want) > 1e-9 * max(1, abs(want)):
                            found.append(f"{what}: {said}, not {want}")
                        return
                    error = math.sqrt(max(spread if spread is not None else want * (1 - want), 0) / chosen.runs)
                    looked += 1
                    away = abs(said - want)
                    if away > 3 * error + 1e-9:
                        beyond += 1
                    if away > 5 * error + 2 / chosen.runs:
                        found.append(f"{what}: {said}, not {want} ± {error:.5f} (simulated)")

                map_ = session["maps"][0]
                own, base, horizons = workshop.settings(session, map_)
                rates = chances.Rates(own, chance)
                reckoned = {}
                for h in map_["houses"]:
                    for d in workshop.dwellings(h, base):
                        reckoned[d.id] = (d, chances.reckon(d, rates, base + horizons[-1]))
                for state in told["states"]:
                    t = state["horizon"]
                    at = state["year"]
                    for x in state["dwellings"]:
                        seen = reckoned[x["id"]][1][t]
                        for status in ("occupied", "unknown", "vacant", "absent"):
                            near(f"{at} {x['id']} {status}", x[status], sum(p for (s, _), p in seen.items() if s == status))
                    for x in state["people"]:
                        d, years = reckoned[x["dwelling"]]
                        index = next(i for i, p in enumerate(d.people) if p[0] == x["id"])
                        near(f"{at} {x['id']} here", x["here"], sum(p for (_, here), p in years[t].items() if any(i == index for i, _ in here)))
                    for name, count in chances.counted(own["drives"]).items():
                        whole = chances.convolve([chances.distribution(years[t], count) for _, years in reckoned.values()])
                        mean = sum(n * p for n, p in whole.items())
                        spread = sum(n * n * p for n, p in whole.items()) - mean * mean
                        figure = state["figures"][name]
                        near(f"{at} {name} mean", figure["mean"], mean, spread)
                        if is_exact:
                            for key, share in (("median", 0.5), ("low80", 0.1), ("high80", 0.9), ("low95", 0.025), ("high95", 0.975)):
                                want = chances.quantile(whole, share)
                                edge = min(abs(sum(p for n, p in whole.items() if n <= k) - share) for k in whole)
                                if figure[key] != want and edge > 1e-9:
                                    found.append(f"{at} {name} {key}: {figure[key]}, not {want}")
                        if name == "vacant":
                            first, list_ = state["vacantDistribution"]["first"], state["vacantDistribution"]["chances"]
                            for n, p in whole.items():
                                said = list_[n - first] if 0 <= n - first < len(list_) else 0.0
                                near(f"{at} chance of {n} vacant", said, p)
            if found:
                failed += 1
                print(f"-- {path.name} {chance}")
                for line in found[:6]:
                    print("   " + line)
                if chosen.keep:
                    pathlib.Path(chosen.keep).mkdir(parents=True, exist_ok=True)
                    pathlib.Path(chosen.keep, path.name).write_text(text, encoding="utf-8")
    print(
        f"{chosen.files} files, {failed} differ; {exact} exact with {numbers} numbers compared, {simulated} simulated with {looked}, "
        f"{beyond} of them beyond three standard errors")
    sys.exit(1 if failed or beyond > 10 + looked / 100 else 0)


if __name__ == "__main__":
    main()
