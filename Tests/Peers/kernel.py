#!/usr/bin/env python3
"""The chance engine's kernel once more, in another language and by another hand's words.

A house with a man of 75, a woman in her 70s and a son of 17, mortality and leaving home by Assets/rates, 2,000 runs of
seed 20230207 from 2023. Prints in how many runs each of them is here, and the house is vacant, in 2033 and 2043.
`SimulationTests.peer` holds these numbers; the engine has to give exactly the same.

    python3 Tests/Peers/kernel.py
"""
import csv
import pathlib

RATES = pathlib.Path(__file__).resolve().parents[2] / "Assets" / "rates"
MASK = 0xFFFFFFFF


def rows(name):
    lines = (RATES / name).read_text(encoding="utf-8").splitlines()
    return csv.DictReader(line for line in lines if not line.startswith("#"))


DEATH = {(r["sex"], int(r["age"])): float(r["chance"]) for r in rows("death.csv")}
LEAVE = {(r["sex"], a): float(r["chance"]) for r in rows("leaving-home.csv") for a in range(int(r["from"]), int(r["to"]) + 1)}


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(p1 >> 32) ^ c[1] ^ k[0], p1 & MASK, (p0 >> 32) ^ c[3] ^ k[1], p0 & MASK]
        k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
    return c


def fnv(text):
    h = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        h = ((h ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def draw(seed, run, who, year, kind):
    name = fnv(who)
    return philox((name & MASK, name >> 32, run, year >> 2 | kind << 16), (seed & MASK, seed >> 32))[year & 3]


def main(seed=20230207, runs=2000):
    seen = {}
    for run in range(runs):
        woman = 70 + (draw(seed, run, "T/b1.2", 0, 101) * 10 >> 32)
        here = {}
        for who, sex, start, is_child in (
            ("T/b1.1", "male", 75, False), ("T/b1.2", "female", woman, False), ("T/b1.3", "male", 17, True)
        ):
            for year in range(2024, 2044):
                age = start + year - 2023
                if draw(seed, run, who, year, 1) < DEATH[sex, min(age - 1, 105)] * 2**32:
                    break
                if is_child and draw(seed, run, who, year, 2) < LEAVE.get((sex, age), 0) * 2**32:
                    break
                here.setdefault(year, []).append(who)
        for year in (2033, 2043):
            for who in here.get(year, ["vacant"]):
                seen[year, who] = seen.get((year, who), 0) + 1
    for key in sorted(seen):
        print(*key, seen[key])


if __name__ == "__main__":
    main()
