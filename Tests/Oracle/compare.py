#!/usr/bin/env python3
"""Compares `tenken project` with the rules written once more in Python, on invented session files.

    Tests/Oracle/compare.py path/to/tenken [--files N] [--seed N] [--odd] [--keep FOLDER]
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import workshop
from neighbourhoods import Inventor, Writer


def number(x):
    return None if x is None else float(x)


def same(told, mine):
    if mine is None:
        return told is None
    mine = tuple(map(number, mine))
    if told is None:
        return mine == (None, None, None)
    told = tuple(told[k] for k in ("point", "low", "high"))
    return all((a is None) == (b is None) and (a is None or abs(a - b) < 1e-12 * max(1, abs(b))) for a, b in zip(told, mine))


def differences(session, scenario, case, driving):
    """What one case of the program's answer says otherwise, in words; `driving`: whether it has to tell who can drive."""
    mine = workshop.figures(session, scenario)
    for m, map_ in zip(session["maps"], case["maps"]):
        own = mine[m["id"]]
        horizons = [s["horizon"] for s in map_["states"]]
        if horizons != list(own):
            yield f"map {m['id']}: horizons {horizons}, not {list(own)}"
            continue
        for state in map_["states"]:
            at = f"map {m['id']} {state['year']}"
            want = own[state["horizon"]]
            for d in (d for h in state["houses"] for d in h["dwellings"]):
                w = want["dwellings"].get(d["id"])
                if w is None:
                    yield f"{at}: dwelling {d['id']} is not known here"
                    continue
                for key in ("status", "newlyVacant", "likelyVacantNext", *(["withoutDriver"] if driving else [])):
                    if d[key] != w[key]:
                        yield f"{at} {d['id']}: {key} {d[key]}, not {w[key]}"
                if set(d["possible"]) != w["possible"]:
                    yield f"{at} {d['id']}: possible {d['possible']}, not {sorted(w['possible'])}"
                told = {p["id"]: (p["here"], p["depends"], None if p["id"].endswith("+") else p["relation"]) for p in d["people"]}
                people = w["people"]
                if told != people:
                    yield f"{at} {d['id']}: people {[x for x in told.items() if x not in people.items()]}, not {[x for x in people.items() if x not in told.items()]}"
            shown = {d["id"] for h in state["houses"] for d in h["dwellings"]}
            for id, w in want["dwellings"].items():
                if id not in shown and w["possible"] != {"absent"}:
                    yield f"{at} {id}: not shown, not {w['possible']}"
            if any((name in state["figures"]) != driving for name in workshop.DRIVING):
                yield f"{at}: who can drive is {'not ' if driving else ''}told"
                continue
            for name, figure in want["figures"].items():
                if name in workshop.DRIVING and not driving:
                    continue
                if not same(state["figures"][name], figure):
                    yield f"{at}: {name} {state['figures'][name]}, not {figure and tuple(map(number, figure))}"
        told = sorted((e["year"], e["dwelling"], e["person"] or "", e["event"]) for e in map_["events"])
        want = sorted((y, d, p or "", e) for y, d, p, e in workshop.story(session, m, scenario))
        if told != want:
            yield f"map {m['id']}: events {[e for e in told if e not in want]}, not {[e for e in want if e not in told]}"
    for total in case["total"]:
        at = f"total {total['horizon']}"
        want_maps = [m["id"] for m in session["maps"] if total["horizon"] in mine[m["id"]]]
        if total["maps"] != want_maps:
            yield f"{at}: maps {total['maps']}, not {want_maps}"
            continue
        there = [mine[id][total["horizon"]] for id in want_maps]
        sums = workshop.together([p for x in there for p in x["parts"]])
        if any(x["last"] for x in there):
            sums["likelyVacantNext"] = None
        for name, figure in sums.items():
            if name in workshop.DRIVING and not driving:
                continue
            if not same(total["figures"][name], figure):
                yield f"{at}: {name} {total['figures'][name]}, not {figure and tuple(map(number, figure))}"


def gaps(session, scenario, case, driving):
    """What one scenario's differences to the base case are told otherwise, in words."""
    mine = workshop.changes(session, scenario)
    def compare(at, told, want):
        for name, figure in want.items():
            if figure == "?" or name in workshop.DRIVING and not driving:
                continue
            one = figure and tuple(map(number, figure))
            own = told[name] and tuple(told[name][k] for k in ("point", "low", "high"))
            near = (own or (None,) * 3), (one or (None,) * 3)
            if any((a is None) != (b is None) or a is not None and abs(a - b) > 1e-9 for a, b in zip(*near)):
                yield f"{at}: {name} {told[name]} more, not {one}"
    for m, map_ in zip(session["maps"], case["maps"]):
        for state in map_["states"]:
            yield from compare(f"map {m['id']} {state['year']}", state["difference"], mine[m["id"]][state["horizon"]][0])
    for total in case["total"]:
        there = [mine[id][total["horizon"]] for id in total["maps"]]
        want = workshop.apart([piece for _, pieces in there for piece in pieces])
        if any(found["likelyVacantNext"] is None for found, _ in there):
            want["likelyVacantNext"] = None
        yield from compare(f"total {total['horizon']}", total["difference"], want)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("tenken")
    options.add_argument("--files", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--odd", action="store_true", help="also what seldom makes sense together")
    options.add_argument("--keep", help="where files that differ are kept")
    options.add_argument("--combinations", type=int, default=60)
    chosen = options.parse_args()
    failed = compared = cases = 0
    for start in range(chosen.seed, chosen.seed + chosen.files, 50):
        with tempfile.TemporaryDirectory() as folder:
            sessions, paths = [], []
            for seed in range(start, min(start + 50, chosen.seed + chosen.files)):
                r = random.Random(seed)
                session = Inventor(r, chosen.odd).session(chosen.combinations)
                path = pathlib.Path(folder, f"{seed}.yaml")
                path.write_text(Writer(r).session(session), encoding="utf-8")
                sessions.append(session)
                paths.append(path)
            for session, path in zip(sessions, paths):
                # --scenario takes the base case along
                names = [x for name in session["scenarios"] for x in ("--scenario", name)]
                run = subprocess.run(
                    [chosen.tenken, "project", "--format", "json", "--houses", "--lang", "en", *names, str(path)],
                    capture_output=True, text=True)
                compared += 1
                if run.returncode != 0:
                    at = run.stderr.find("error:")
                    found = ["refused: " + run.stderr[at:at + 400]]
                else:
                    found = []
                    driving = workshop.tells_driving(session, session["scenarios"].values())
                    for case in json.loads(run.stdout)["files"][0]["cases"]:
                        cases += 1
                        scenario = session["scenarios"].get(case["scenario"])
                        found += [f"{case['scenario']}: {x}" for x in differences(session, scenario, case, driving)]
                        if scenario:
                            found += [f"{case['scenario']}: {x}" for x in gaps(session, scenario, case, driving)]
                if found:
                    failed += 1
                    print(f"-- {path.name}")
                    for line in found[:4]:
                        print("   " + line[:700])
                    if chosen.keep:
                        pathlib.Path(chosen.keep).mkdir(parents=True, exist_ok=True)
                        pathlib.Path(chosen.keep, path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    print(f"{compared} files, {failed} differ; {cases} cases")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
