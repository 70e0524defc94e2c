"""The chance rules once more: the chance of every state a dwelling and its people can be in together, year by year.

From docs/projection.en.md (section 6) and the tables of Assets/rates. Nothing is taken to be independent inside a
dwelling: a state holds where everybody is and what the dwelling is, so that also what the program simulates (people who
return by chance to a house that may have been taken) has an exact answer here. Blocks that are taken down as a whole,
newborns, partners and families by chance are left to other tests.
"""
import csv
import pathlib
from itertools import product

import workshop

RATES = pathlib.Path(__file__).resolve().parents[2] / "Assets" / "rates"


def rows(name):
    lines = (RATES / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def spread(name):
    return {(r["sex"], a): float(r["chance"]) for r in rows(name) for a in range(int(r["from"]), int(r["to"]) + 1)}


DEATH = {(r["sex"], int(r["age"])): float(r["chance"]) for r in rows("death.csv")}
TABLES = {"leaving-home": spread("leaving-home.csv"), "returning": spread("returning.csv"), "care": spread("care.csv")}
DWELLINGS = {r["kind"]: float(r["chance"]) for r in rows("dwellings.csv")}


class Rates:
    """The chances in force: `chance` is as in a session file, in plain values ("on", "off", "rule", number, {age: number})."""

    def __init__(self, rules, chance):
        self.rules, self.chance = rules, chance

    def by_sex(self, sex, of):
        return of(sex) if sex else (of("male") + of("female")) / 2

    def death(self, sex, age):
        said = self.chance.get("death", "on")
        if age is None or said == "off":
            return 0.0
        if said == "rule":
            return float(self.rules["deceased"] is not None and age >= self.rules["deceased"])
        return self.by_sex(sex, lambda s: DEATH[s, max(0, min(age - 1, 105))])

    def of_age(self, name, sex, age):
        said, table = self.chance.get(name, "on"), TABLES[name]
        if age is None or said in ("off", "rule"):
            return 0.0
        if isinstance(said, dict):
            return next((p for (a, b), p in said.items() if a <= age <= b), 0.0)
        if said == "on":
            return self.by_sex(sex, lambda s: table.get((s, min(age, 120)), 0.0))  # the oldest row goes on
        return said if ("male", age) in table else 0.0

    def watches(self, age):
        """Whether the rule of leaving home looks at a child who begins to live here at this age."""
        said = self.chance.get("leaving-home", "on")
        if said == "rule":
            return age is not None and self.rules["leave"] is not None and age < self.rules["leave"]
        return age is not None

    def leaves(self, sex, age):
        if self.chance.get("leaving-home", "on") == "rule":
            return float(age is not None and self.rules["leave"] is not None and age >= self.rules["leave"])
        return self.of_age("leaving-home", sex, age)

    def of_house(self, name):
        said = self.chance.get(name, "on")
        if said == "off":
            return 0.0
        if said == "rule":
            return float(name == "letting" and self.rules["relet"])
        return DWELLINGS[name] if said == "on" else said


def both(state, chance):
    """A step both ways."""
    return [(True, chance)] * (chance > 0) + [(False, 1 - chance)] * (chance < 1)


def person_step(d, i, where, watched, age, sex, y, rates, status, partner_here):
    """Where one person is after the year, with the chance of it: [((where, watched), chance)]."""
    relation, start = d.people[i][4], d.people[i][7]
    plans = workshop.settled(d.people[i][6], None if age is None else y - age)
    if where == "coming":
        if y == start:
            return [(("here", can_leave(relation, plans) and rates.watches(age)), 1.0)]
        return [((where, watched), 1.0)]
    if where == "dead":
        return [((where, watched), 1.0)]
    q = rates.death(sex, age)
    out = [(("dead", False), q)] if q else []
    if q >= 1:
        return out
    at = lambda w: plans.get(w, (None,))[0] == y
    before, happens = where, False
    if at("leaves"):
        happens, where = where == "here", "away" if where == "here" else where
    if at("care"):
        happens, where = happens or where == "here", "care"
    if at("returns") and where != "here":
        happens, where, watched = True, "here", can_leave(relation, plans) and rates.watches(age)
    if at("marries"):
        happens, where, watched = True, "here", False
    if happens or where != before:
        return out + [((where, watched), 1 - q)]
    if where == "here":
        c = rates.of_age("care", sex, age) if not {"care", "stays"} & set(plans) else 0.0
        l = rates.leaves(sex, age) if watched else 0.0
        return out + [(("care", False), (1 - q) * c), (("away", False), (1 - q) * (1 - c) * l), (("here", watched), (1 - q) * (1 - c) * (1 - l))]
    if where == "away":
        to_come = any(plans.get(w, (0,))[0] > y for w in ("returns", "marries"))
        r = rates.of_age("returning", sex, age) if status not in ("unknown", "absent") and not to_come else 0.0
        return out + [(("here", can_leave(relation, plans) and rates.watches(age)), (1 - q) * r), (("away", False), (1 - q) * (1 - r))]
    return out + [((where, watched), 1 - q)]


def can_leave(relation, plans):
    return relation in ("child", "grandchild") and "stays" not in plans and "leaves" not in plans


def reckon(d, rates, last):
    """For each year: [(status, frozenset of people here as indices, {index: age}, chance)], over all ages."""
    years = [{} for _ in range(last - d.base + 1)]
    spans = [[None] if p[2] is None else list(range(p[2][0], p[2][2] + 1)) for p in d.people]
    said = [p[6].get(w, (0,))[0] or 0 for p in d.people for w in ("returns", "marries")]
    # of a band who comes at an age the latest year
    arrivals = [max(w.values()) if isinstance(w, dict) else w for w in said] + [p[7] for p in d.people]
    spoken = max([0] + arrivals + [f[0] for f in d.families])
    for ages in product(*spans):
        weight = 1.0
        for s in spans:
            weight /= len(s)
        now = []
        for (id, sex, _, told, relation, away, plans, start), a in zip(d.people, ages):
            age = None if a is None else a + d.base - told
            where = "coming" if start > d.base else "away" if away else "here"
            now.append((where, where == "here" and can_leave(relation, plans) and rates.watches(age)))
        lived = any(w == "here" for w, _ in now)
        status = "occupied" if lived else "unknown" if d.state == "unknown" else "vacant"
        since = (d.since if d.since is not None else d.base) if status == "vacant" else None
        states = {(tuple(now), status, since, False): weight}
        for y in range(d.base, last + 1):
            grown = lambda i: None if ages[i] is None else ages[i] + y - d.people[i][3]
            if y > d.base:
                next_states = {}
                for (people, status, since, emptied), p in states.items():
                    ways = [
                        person_step(d, i, w, watched, grown(i), d.people[i][1], y, rates, status, False)
                        for i, (w, watched) in enumerate(people)
                    ]
                    for way in product(*ways):
                        chance = p
                        for _, c in way:
                            chance *= c
                        if chance == 0:
                            continue
                        then = tuple(s for s, _ in way)
                        came = any(a[0] != "here" and b[0] == "here" for a, b in zip(people, then))
                        here = any(w == "here" for w, _ in then)
                        if status == "absent":
                            outcomes = [("absent", None, False, 1.0)]
                        elif here:
                            outcomes = [("occupied", None, False, 1.0)]
                        elif status == "unknown":
                            outcomes = [("unknown", None, False, 1.0)]
                        elif status == "occupied":
                            outcomes = [("vacant", y, True, 1.0)]
                        else:
                            fill = rates.of_house("letting" if d.rented and emptied else "filling")
                            fall = rates.of_house("demolition") if y >= spoken else 0.0
                            outcomes = [
                                ("unknown", None, False, fill), ("absent", None, False, (1 - fill) * fall),
                                ("vacant", since, emptied, (1 - fill) * (1 - fall)),
                            ]
                        for s, v, e, c in outcomes:
                            if c:
                                key = (then, s, v, e)
                                next_states[key] = next_states.get(key, 0.0) + chance * c
                states = next_states
            seen = years[y - d.base]
            for (people, status, _, _), p in states.items():
                here = tuple((i, grown(i)) for i, (w, _) in enumerate(people) if w == "here" and status != "absent")
                seen[status, here] = seen.get((status, here), 0.0) + p
    return years


def convolve(parts):
    out = {0: 1.0}
    for part in parts:
        grown = {}
        for a, p in out.items():
            for b, q in part.items():
                grown[a + b] = grown.get(a + b, 0.0) + p * q
        out = grown
    return out


def quantile(distribution, share):
    total = 0.0
    for value in sorted(distribution):
        total += distribution[value]
        if total >= share - 1e-12:
            return value
    return max(distribution)


COUNTED = {
    "population": lambda s, ages: len(ages),
    "vacant": lambda s, ages: int(s == "vacant"),
    "households": lambda s, ages: int(s == "occupied"),
    "unknownHouseholds": lambda s, ages: int(s == "unknown"),
    "livedIn": lambda s, ages: int(s in ("occupied", "unknown")),
    "dwellings": lambda s, ages: int(s != "absent"),
    "from65": lambda s, ages: sum(a is not None and a >= 65 for a in ages),
    "from75": lambda s, ages: sum(a is not None and a >= 75 for a in ages),
    "under15": lambda s, ages: sum(a is not None and a < 15 for a in ages),
    "helpers": lambda s, ages: sum(a is not None and 20 <= a < 70 for a in ages),
    "livingAlone": lambda s, ages: int(len(ages) == 1),
    "olderLivingAlone": lambda s, ages: int(len(ages) == 1 and ages[0] is not None and ages[0] >= 65),
    "elderlyOnly": lambda s, ages: int(len(ages) > 0 and all(a is not None and a >= 65 for a in ages)),
}


def counted(limit):
    """What is counted where people drive until this age; None where nobody asks who can."""
    if limit is None:
        return COUNTED
    return COUNTED | {
        "drivers": lambda s, ages: sum(workshop.drives(a, limit) for a in ages),
        "withoutDriver": lambda s, ages: int(len(ages) > 0 and None not in ages and not any(workshop.drives(a, limit) for a in ages)),
    }


def distribution(seen, count):
    out = {}
    for (status, here), p in seen.items():
        n = count(status, [a for _, a in here])
        out[n] = out.get(n, 0.0) + p
    return out
