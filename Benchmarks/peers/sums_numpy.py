#!/usr/bin/env python3
"""How sums of many independent counts are distributed, in plain numpy: the convolutions behind `tenken project --chance`, and
nothing else.

    python sums_numpy.py HOUSES PEOPLE YEARS

For each year ten counts of houses and seven of people, each of which is counted or not with a chance of its own (drawn, no
rates are looked up). Added two and two by np.convolve; what is less likely than 10^-18 at either end is left out, as Tenken
does. Prints what it took.
"""
import json
import sys
import time

import numpy as np


def trimmed(chances):
    likely = np.flatnonzero(chances >= 1e-18)
    return chances[likely[0]:likely[-1] + 1], likely[0]


def total(chances):
    """The distribution of how many of these happen: its first value, and the chances from there on."""
    # The first rounds all at once, a row each; rows that are missing are certainly 0.
    rows = np.zeros((1 << max(0, int(np.ceil(np.log2(len(chances) / 64)))) + 6, 2))
    rows[:, 0] = 1
    rows[:len(chances), 0], rows[:len(chances), 1] = 1 - chances, chances
    while rows.shape[1] < 65 and len(rows) > 1:
        one, other = rows[0::2], rows[1::2]
        width = rows.shape[1]
        grown = np.zeros((len(one), 2 * width - 1))
        for step in range(width):
            grown[:, step:step + width] += one[:, step:step + 1] * other
        rows = grown
    open_ = [trimmed(row) for row in rows]
    while len(open_) > 1:
        pairs = []
        for (a, first), (b, second) in zip(open_[0::2], open_[1::2]):
            sum_, low = trimmed(np.convolve(a, b))
            pairs.append((sum_, first + second + low))
        open_ = pairs + open_[len(open_) // 2 * 2:]
    return open_[0]


def main():
    houses, people, years = map(int, sys.argv[1:4])
    random = np.random.default_rng(1)
    start, processor, whole = time.perf_counter(), time.process_time(), 0.0
    for _ in range(years):
        for many in [houses] * 10 + [people] * 7:
            chances = random.random(many)
            sum_, first = total(chances)
            whole += sum_.sum()
            assert abs((sum_ * np.arange(first, first + len(sum_))).sum() - chances.sum()) < 1e-6 * many
    print(json.dumps({
        "wall": time.perf_counter() - start, "cpu": time.process_time() - processor, "sums": 17 * years,
        "whole": whole / (17 * years)}))


if __name__ == "__main__":
    main()
