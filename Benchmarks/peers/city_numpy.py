#!/usr/bin/env python3
"""The rules of `city-bench kernel` in plain numpy: all people at once, a year at a time.

    python city_numpy.py ROSTER RUNS [YEARS]

Death, leaving and return by Assets/rates; the same figures at each horizon (people by age class, households, vacant
houses, people living alone, older people alone, elderly-only households). The draws are numpy's own generator (PCG64, 32-bit
floats, the quickest it has): nothing keyed, so runs cannot be cut into parts or compared house by house. Prints what it took.
"""
import csv
import json
import pathlib
import sys
import time

import numpy as np

RATES = pathlib.Path(__file__).resolve().parents[2] / "Assets" / "rates"


def rows(name):
    lines = (RATES / name).read_text(encoding="utf-8").splitlines()
    return csv.DictReader(line for line in lines if not line.startswith("#"))


def tables():
    """Chances by sex (0 man, 1 woman) and age at the end of the year."""
    death, leave, back = (np.zeros((2, 256), np.float32) for _ in range(3))
    for r in rows("death.csv"):
        death[int(r["sex"] == "female"), int(r["age"]) + 1:] = float(r["chance"])
    for table, name in ((leave, "leaving-home.csv"), (back, "returning.csv")):
        for r in rows(name):
            table[int(r["sex"] == "female"), int(r["from"]):int(r["to"]) + 1] = float(r["chance"])
    return death, leave, back


def roster(path):
    with open(path, encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    houses = {}
    house = np.array([houses.setdefault((r["district"], r["house"]), len(houses)) for r in lines], np.int32)
    age = np.array([int(r["age"]) for r in lines], np.int16)
    sex = np.array([r["sex"] == "female" for r in lines], np.int8)
    child = np.array([r["relation"] in ("child", "grandchild") for r in lines])
    away = np.array([r["residence"] == "away" for r in lines])
    return house, age, sex, child, away, len(houses)


def figures(house, here, age, houses):
    at, ages = house[here], age[here]
    people = np.bincount(at, minlength=houses)
    old = np.bincount(at[ages >= 65], minlength=houses)
    alone = people == 1
    return [
        len(ages), int((ages < 15).sum()), int((ages < 65).sum()), int((ages >= 75).sum()),
        int(((ages >= 20) & (ages < 70)).sum()), int(ages.sum(dtype=np.int64)), int((people > 0).sum()),
        int((people == 0).sum()), int(alone.sum()), int((alone & (old == 1)).sum()),
        int(((people > 0) & (old == people)).sum())]


def main():
    path, runs = sys.argv[1], int(sys.argv[2])
    years = int(sys.argv[3]) if len(sys.argv) > 3 else 30
    house, base, sex, child, away, houses = roster(path)
    death, leave, back = tables()
    horizons = {10, 20, 30, years}
    found = []
    start, processor = time.perf_counter(), time.process_time()
    for run in range(runs):
        random = np.random.default_rng([1, run])
        alive = np.ones(len(base), bool)
        here = ~away
        stays = ~child
        age = base.copy()
        for year in range(1, years + 1):
            age += 1
            draw = random.random(len(base), dtype=np.float32)
            alive &= draw >= death[sex, age]
            draw = random.random(len(base), dtype=np.float32)
            leaves = here & ~stays & (draw < leave[sex, age])
            returns = ~here & (draw < back[sex, age])
            here = (here & ~leaves) | returns
            here &= alive
            if year in horizons:
                found.append(figures(house, here, age, houses))
    print(json.dumps({
        "wall": time.perf_counter() - start, "cpu": time.process_time() - processor,
        "personYears": len(base) * years * runs,
        "population": int(np.median([f[0] for f in found[len(horizons) - 1::len(horizons)]])),
        "vacant": int(np.median([f[7] for f in found[len(horizons) - 1::len(horizons)]]))}))


if __name__ == "__main__":
    main()
