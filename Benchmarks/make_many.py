#!/usr/bin/env python3
"""Writes a session file of many households, no two of which are alike, and nobody of whom lives away: a map that is
worked out exactly.

    python3 Benchmarks/make_many.py 40000 > many.yaml

The same number gives the same file with every Python 3.
"""

import sys

from make_session import Draw


def household(draw):
    age = draw.between(30, 92)
    people = [f"○{age}"]
    if draw.chance(70):
        people.append(f"△{max(18, age - draw.below(10))}")
    for _ in range(draw.below(4) if len(people) == 2 else draw.below(2)):
        child = age - draw.between(24, 38)
        if child >= 0:
            people.append(f"{draw.one_of('○△')}{child}")
    if age < 66 and draw.chance(15):
        people.append(f"{draw.one_of('○△')}{age + draw.between(22, 32)}")
    return "[" + ", ".join(people) + "]"


def main():
    wanted, draw, seen = int(sys.argv[1]), Draw(7), {}
    while len(seen) < wanted:
        seen.setdefault(household(draw))
    print("tenken: 1\ntitle: many houses\ndate: 2023-02-07\nlanguage: en\nmaps:\n  - id: A\n    title: A\n    houses:")
    for number, people in enumerate(seen):
        print(f"      h{number}: {people}")


if __name__ == "__main__":
    main()
