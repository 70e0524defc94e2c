"""The workshop's rules once more, in another language, from the words of docs/projection.en.md and
docs/session-file.en.md alone: every combination of ages inside the bands is walked year by year.

A neighbourhood is plain dictionaries (see `neighbourhoods.py`, which invents them and writes them as session files).
`figures(session)` gives for every map and horizon what `tenken project --houses --format json` has to say.
"""
import re
from fractions import Fraction
from itertools import product

DEFAULTS = {"deceased": 85, "leave": 20, "relet": True, "demolish": None, "drives": None}
COUNTS = (
    "population dwellings livedIn households unknownHouseholds vacant likelyVacantNext under15 from15to64 from65 from75 "
    "unknownAge livingAlone olderLivingAlone elderlyOnly nobodyUnder65 helpers drivers withoutDriver"
).split()
DRIVING = ("drivers", "withoutDriver", "withoutDriverRate")  # told only where a rule says until when people drive
RATIOS = {
    "vacancyRate": ("vacant", "dwellings"), "meanAge": ("ages", "knownAge"), "ageingRate": ("from65", "knownAge"),
    "helpersPer75": ("helpers", "from75"), "withoutDriverRate": ("withoutDriver", "households"),
}


# Ages

def span(age, year):
    """The lowest, representative and highest age at the end of `year`, the year in which `age` was said."""
    if age is None:
        return None
    if age[0] == "exact":
        return age[1], age[1], age[1]
    if age[0] == "born":
        return (year - age[1],) * 3
    return age[1], (age[1] + age[2]) // 2, age[2]


# Relations nobody stated

def relations(people, year):
    """The relation of each of a household's people: as stated, otherwise inferred by the written rule."""
    age = [span(p["age"], year) and span(p["age"], year)[1] for p in people]
    result = [p.get("relation") for p in people]
    if not people:
        return result
    head = next((i for i, r in enumerate(result) if r == "head"), None)
    if head is None:
        head = next((i for i, r in enumerate(result) if r is None), None)
        if head is None:
            return result
        result[head] = "head"
    partner = next((i for i, r in enumerate(result) if r == "partner"), None)
    if partner is None and head + 1 < len(people) and result[head + 1] is None:
        a, b = people[head], people[head + 1]
        other = a["sex"] is None or b["sex"] is None or a["sex"] != b["sex"]
        near = age[head] is None or age[head + 1] is None or abs(age[head] - age[head + 1]) < 16
        if other and near:
            partner = head + 1
            result[partner] = "partner"
    couple = [age[i] for i in (head, partner) if i is not None and age[i] is not None]
    oldest_child, before = None, None

    def grandchild(i):
        if result[i] is not None:
            return result[i] == "grandchild"
        return (
            oldest_child is not None and age[i] is not None and couple
            and oldest_child - age[i] >= 16 and min(couple) - age[i] >= 36
        )

    for i, person in enumerate(people):
        if result[i] is None:
            if age[i] is None:
                result[i] = "other"
            elif not couple:
                result[i] = "child" if age[i] < 20 else "other"
            elif grandchild(i):
                result[i] = "grandchild"
            elif (
                before is not None and age[before] is not None and age[before] >= 20 and not people[before]["away"]
                and (None in (people[before]["sex"], person["sex"]) or people[before]["sex"] != person["sex"])
                and abs(age[before] - age[i]) < 16 and any(grandchild(j) for j in range(i + 1, len(people)))
            ):
                result[i] = "child-partner"
            elif min(couple) - age[i] >= 16:
                result[i] = "child"
            elif age[i] - max(couple) >= 16:
                result[i] = "parent"
            else:
                result[i] = "other"
        if result[i] == "child":
            before = i
            if age[i] is not None:
                oldest_child = age[i] if oldest_child is None else max(oldest_child, age[i])
        else:
            before = None
    return result


# One dwelling

def settled(plans, born):
    """What was said of somebody born in this year; what happens at an age of nobody knows whom never does."""
    return {what: (when[born] if isinstance(when, dict) else when, age) for what, (when, age) in plans.items() if when is not None}


class Person:
    def __init__(self, id, sex, age, relation, away, plans, start):
        self.id, self.sex, self.age, self.relation, self.plans = id, sex, age, relation, plans
        self.start = start  # the year it is first looked at: the base year, or the family's arrival
        self.where = "away" if away else "here"
        self.born = None
        self.watched = None  # its age when it began to live here
        self.married = self.seen = False


class Dwelling:
    """What is said of a dwelling; `walk` takes one choice of ages through the years."""

    def __init__(self, id, block, state, since, people, rented, plans, kind, base):
        self.id, self.block, self.state, self.since, self.rented, self.kind, self.base = id, block, state, since, rented, kind, base
        self.said = {"demolished": None, "built": None}
        self.families = []
        for plan in plans:
            year = max(plan["year"], base + 1)
            if plan["what"] == "moves-in":
                self.families.append((year, plan["people"], plan["year"]))
            else:
                self.said[plan["what"]] = year
        built, gone = self.said["built"], self.said["demolished"]
        first = built is not None and (gone is None or built < gone)
        # a vacant house of its own stands until it is built anew
        self.rebuilt = first and kind == "detached" and state == "vacant"
        self.stands = kind != "empty-lot" and (not first or self.rebuilt)
        self.people = []
        for i, (p, relation) in enumerate(zip(people, relations(people, base))):
            self.people.append(self.person(f"{id}.{i + 1}", p, relation, base, base))
        for year, family, told in self.families:
            for i, (p, relation) in enumerate(zip(family, relations(family, told))):
                self.people.append(self.person(f"{id}@{told}.{i + 1}", p, relation, told, year))

    def person(self, id, p, relation, told, start):
        def year(plan):
            # at an age: the year in which they reach it, for each year of birth; one reached by then comes the year after
            if plan.get("at") is not None:
                ages = span(p["age"], told)
                if ages is None:
                    return None
                return {told - a: max(told - a + plan["at"], start + 1) for a in range(ages[0], ages[2] + 1)}
            return True if plan["year"] is None else max(plan["year"], self.base + 1)
        plans = {plan["what"]: (year(plan), plan.get("age")) for plan in p["plans"]}
        return id, p["sex"], span(p["age"], told), told, relation, p["away"], plans, start

    def choices(self):
        """Every choice of ages inside the bands, the representative one first: a tuple of birth years."""
        middle, ranges = [], []
        for _, _, ages, told, *_ in self.people:
            middle.append(None if ages is None else told - ages[1])
            ranges.append([None] if ages is None else [told - a for a in range(ages[0], ages[2] + 1)])
        yield tuple(middle)
        yield from product(*ranges)

    def walk(self, births, rules, last, log=None):
        """For each year from the base year: the status and who is here, {id: (age, sex, relation)}."""
        base, out = self.base, []
        say = (lambda *event: log.append(event)) if log is not None else (lambda *event: None)
        people = []
        for (id, sex, ages, told, relation, away, plans, start), born in zip(self.people, births):
            plans = settled(plans, born)
            p = Person(id, sex, ages, relation, away, plans, start)
            p.born = born
            if start > base:
                p.where = "coming"
            people.append(p)
        age = lambda p, y: None if p.born is None else y - p.born
        gone = self.said["demolished"]
        # of these it was said that they live here some day
        named = any(not away or "returns" in plans or "marries" in plans for _, _, _, _, _, away, plans, _ in self.people)
        others = gone is not None and any(f[0] >= gone for f in self.families)
        stands, unknown = self.stands, self.state == "unknown"
        if not stands:
            for p in people:
                if p.where == "here":
                    p.where = "waiting"
            unknown = False
        counts = self.kind in ("detached", "apartment")
        vacant_since, emptied = None, None
        for p in people:
            if p.where == "here":
                p.watched = age(p, base)
        arrived_families = []

        def comes_along(q):
            """Whether they have never lived here and come with somebody."""
            return q.id.endswith("+") and not q.seen

        def brings_nobody(p):
            for q in people:
                if p.where == q.where == "waiting" and q.id == p.id + "+" and comes_along(q):
                    q.where = "away"

        for y in range(base, last + 1):
            arrived = False
            if y > base:
                # 1. counted as deceased
                for p in people:
                    # a partner who waits for the house is looked at from when they come, as families are
                    if p.where == "waiting" and comes_along(p):
                        continue
                    if p.where != "coming" and p.where != "dead" and rules["deceased"] is not None and age(p, y) is not None:
                        if age(p, y) >= rules["deceased"]:
                            if p.where == "here":
                                said = next((w for w in ("leaves", "care") if p.plans.get(w, (None,))[0] == y), None)
                                say(y, p.id, {"leaves": "left", "care": "movedIntoCare", None: "deceased"}[said])
                            brings_nobody(p)
                            p.where = "dead"
                # the building
                if self.said["demolished"] == y and stands:
                    stands, unknown_before, unknown = False, unknown, False
                    say(y, None, "demolished")
                    for p in people:
                        said_now = any(p.plans.get(w, (None,))[0] == y for w in ("leaves", "care"))
                        # taken down and built in one year: they stay
                        if p.where == "here" and not said_now and self.said["built"] != y:
                            say(y, p.id, "left")
                            p.where = "away" if others else "waiting"
                if self.rebuilt and self.said["built"] == y:
                    stands = False
                    say(y, None, "demolished")
                built = self.said["built"] == y and not stands
                if built:
                    stands = counts = True
                    say(y, None, "built")
                # 2. what was said
                for p in list(people):
                    happening = False  # the rules leave alone whom something happens to
                    def at(what):
                        return p.plans.get(what, (None,))[0] == y
                    if p.where == "dead" or p.where == "coming":
                        continue
                    if at("leaves"):
                        happening = True
                        if p.where == "here":
                            say(y, p.id, "left")
                        brings_nobody(p)
                        p.where = "away"
                    if at("care"):
                        happening = True
                        if p.where == "here":
                            say(y, p.id, "movedIntoCare")
                        brings_nobody(p)
                        if p.where in ("here", "waiting"):
                            p.where = "away"
                    if at("returns"):
                        if p.where == "away":
                            happening = True
                            p.where, p.watched, arrived = ("here" if stands else "waiting"), age(p, y), True
                            if stands:
                                say(y, p.id, "returned")
                            for q in people:
                                # who went before the house stood brings a partner when they return
                                if q.where == "away" and q.id == p.id + "+" and comes_along(q):
                                    q.where = p.where
                                    if stands:
                                        say(y, q.id, "partnerArrived")
                    if at("marries"):
                        happening = True
                        if p.where == "away":
                            p.where, arrived = ("here" if stands else "waiting"), True
                            if stands:
                                say(y, p.id, "returned")
                        if not p.married:
                            p.married = True
                            q = Person(p.id + "+", {"male": "female", "female": "male", None: None}[p.sex], None, "partner", False, {}, y)
                            told = p.plans["marries"][1]
                            q.born = p.born if told is None else y - told
                            q.where, arrived = ("here" if stands else "waiting"), True
                            people.append(q)
                            if stands:
                                say(y, q.id, "partnerArrived")
                    p.said_now = happening
                families = [f for f in self.families if f not in arrived_families and (f[0] == y or f[0] < y and built)]
                families = [f for f in families if stands or not (self.said["built"] is not None and self.said["built"] > y)]
                for f in families:
                    if not stands:
                        stands = True
                        say(y, None, "built")
                    counts = True
                    arrived_families.append(f)
                    newcomers = [p for p in people if p.where == "coming" and p.start == f[0]]
                    say(y, None, "familyArrived")
                    if newcomers:
                        arrived, unknown = True, False
                        for p in newcomers:
                            p.where, p.watched, p.said_now = "here", age(p, y), True
                    else:
                        unknown = True
                if stands:
                    for p in people:
                        if p.where == "waiting":
                            p.where, p.watched, p.said_now, arrived = "here", age(p, y), True, True
                            say(y, p.id, "partnerArrived" if p.id.endswith("+") and not p.seen else "returned")
                    if built and not named and not any(f[0] >= y for f in self.families):
                        unknown = True
                # 3. children leave
                for p in people:
                    if p.where == "here" and p.relation in ("child", "grandchild") and not p.married and not getattr(p, "said_now", False):
                        a = age(p, y)
                        if (
                            rules["leave"] is not None and a is not None and p.watched is not None and p.watched < rules["leave"] <= a
                            and "stays" not in p.plans and "leaves" not in p.plans
                        ):
                            p.where = "away"
                            say(y, p.id, "left")
                for p in people:
                    p.said_now = False
            # 4. the dwelling
            here = [p for p in people if p.where == "here"] if stands else []
            for p in here:
                p.seen = True
            if here:
                counts = True
            if unknown and stands:
                counts = True
            if arrived and here and unknown == "let":
                unknown = False
            if stands and not here and not unknown and counts:
                if vacant_since is None:
                    vacant_since = self.since if y == base and self.since is not None else y
                    emptied = y if y > base and out[-1][0] in ("occupied", "unknown") else None
                    if emptied is not None:
                        say(y, None, "becameVacant")
                elif self.rented and emptied is not None and rules["relet"] and y > emptied:
                    unknown = "let"
                    say(y, None, "relet")
            if here or unknown or not stands:
                vacant_since = emptied = None
            status = "absent" if not stands or not counts else "occupied" if here else "unknown" if unknown else "vacant"
            to_come = any(p.plans.get(w, (0,))[0] > y for p in people for w in ("returns", "marries")) or any(f[0] > y for f in self.families) or any(self.said[w] is not None and self.said[w] > y for w in self.said)
            out.append([status, {p.id: (age(p, y), p.sex, p.relation) for p in here}, vacant_since, to_come, bool(unknown)])
        return out


def fall(ways, rules, base):
    """Demolition by the rule: a house falls as a whole when all its dwellings have been vacant long enough."""
    n = rules["demolish"]
    if n is None:
        return ways
    for t in range(1, len(ways[0])):
        if all(w[t][0] == "vacant" and base + t - w[t][2] >= n and not w[t][3] for w in ways):
            # nobody can come any more: the rest of the way is an empty lot
            return [w[:t] + [["absent", {}, None, False, False]] * (len(w) - t) for w in ways]
    return ways


# Counting

def drives(age, limit):
    """Whether somebody is of an age at which people drive; `limit` is the age at which they give it up, or None."""
    return age is not None and 18 <= age and (limit is None or age < limit)


def without_driver(state, limit):
    """Whether everybody of a household, and there is somebody, is known not to drive."""
    _, here, _, _, strangers = state
    ages = [a for a, _, _ in here.values()]
    return bool(ages) and None not in ages and not strangers and not any(drives(a, limit) for a in ages)


def tells_driving(session, scenarios):
    """Whether the rule is in force on any map, in the base case or in one of the scenarios."""
    return any(settings(session, m, x)[0]["drives"] is not None for m in session["maps"] for x in (None, *scenarios))


def tally(way, t, next_t, limit):
    status, here = way[t][0], way[t][1]
    ages = [a for a, _, _ in here.values()]
    known = [a for a in ages if a is not None]
    f = dict.fromkeys(COUNTS, 0)
    f["population"] = len(ages)
    f["dwellings"] = int(status != "absent")
    f["households"] = int(status == "occupied")
    f["unknownHouseholds"] = int(status == "unknown")
    f["livedIn"] = f["households"] + f["unknownHouseholds"]
    f["vacant"] = int(status == "vacant")
    f["likelyVacantNext"] = int(next_t is not None and f["livedIn"] and way[next_t][0] == "vacant")
    f["under15"] = sum(a < 15 for a in known)
    f["from15to64"] = sum(15 <= a < 65 for a in known)
    f["from65"] = sum(a >= 65 for a in known)
    f["from75"] = sum(a >= 75 for a in known)
    f["helpers"] = sum(20 <= a < 70 for a in known)
    f["unknownAge"] = len(ages) - len(known)
    alone = len(ages) + way[t][4] == 1  # a family nobody knows may have joined them
    f["livingAlone"] = int(alone and len(ages) == 1)
    f["olderLivingAlone"] = int(alone and f["from65"] == 1)
    f["elderlyOnly"] = int(len(ages) > 0 and f["from65"] == len(ages) and not way[t][4])
    f["nobodyUnder65"] = int(f["from65"] > 0 and all(a >= 65 for a in known) and not way[t][4])
    f["drivers"] = sum(drives(a, limit) for a in ages)
    f["withoutDriver"] = int(without_driver(way[t], limit))
    f["ages"], f["knownAge"] = sum(known), len(known)
    return f


def together(houses):
    """Point, lowest and highest of every figure, from each house's [point tally, all tallies]."""
    out = {}
    for name in COUNTS:
        out[name] = (
            sum(point[name] for point, _ in houses), sum(min(f[name] for f in every) for _, every in houses),
            sum(max(f[name] for f in every) for _, every in houses),
        )
    for name, (a, b) in RATIOS.items():
        sums = {0: (0, 0)}  # denominator: lowest and highest numerator
        for _, every in houses:
            pairs, grown = {(f[a], f[b]) for f in every}, {}
            for d, (low, high) in sums.items():
                for x, y in pairs:
                    l, h = grown.get(d + y, (low + x, high + x))
                    grown[d + y] = min(l, low + x), max(h, high + x)
            sums = grown
        top, bottom = sum(p[a] for p, _ in houses), sum(p[b] for p, _ in houses)
        ratios = [Fraction(n, d) for d, both in sums.items() if d for n in both]
        out[name] = (
            Fraction(top, bottom) if bottom else None, min(ratios) if ratios else None, max(ratios) if ratios else None,
        )
    return out


def overlay(sheet, scenario):
    """What a scenario says comes before what the sheet says of the same thing."""
    said = {p["what"] for p in scenario}
    dropped = set(said)
    if "stays" in said:
        dropped |= {"leaves", "care"}
    if "leaves" in said:
        dropped |= {"stays"}
    return [p for p in sheet if p["what"] not in dropped] + scenario


def dwellings(house, base, scenario=None):
    """The dwellings of a house, with what a scenario says of it and of its people."""
    def persons(id, people):
        if not scenario:
            return people
        return [
            dict(p, plans=overlay(p["plans"], scenario["people"].get(f"{id}.{i + 1}", []))) for i, p in enumerate(people)
        ]
    told = scenario["houses"].get(house["id"], []) if scenario else []
    def plans_of(id, sheet):
        sheet = [dict(p, people=persons(f"{id}@{p['year']}", p["people"])) if p["what"] == "moves-in" else p for p in sheet]
        return overlay(sheet, told)
    placed = scenario.get("placed", {}) if scenario else {}
    told_of_house = told
    def plans_of(id, sheet, plans_of=plans_of):
        nonlocal told
        told = told_of_house + placed.get(id, [])
        return plans_of(id, sheet)
    if house["kind"] == "apartment":
        return [
            Dwelling(
                f"{house['id']}-{u['id']}", house["id"], u["state"], u["since"], persons(f"{house['id']}-{u['id']}", u["people"]),
                u["rented"], plans_of(f"{house['id']}-{u['id']}", house["plans"] + u["plans"]), "apartment", base)
            for u in house["units"]
        ]
    return [
        Dwelling(
            house["id"], house["id"], house["state"], house["since"], persons(house["id"], house["people"]), house["rented"],
            plans_of(house["id"], house["plans"]), house["kind"], base)
    ]


def natural(id):
    return [(int(x), x) if x.isdigit() else (-1, x) for x in re.findall(r"[0-9]+|[^0-9]+", id)]


def placing(session, map_, scenario):
    """The scenario with its families in the houses that are vacant longest, as the point estimate has them."""
    if not scenario or not scenario.get("families"):
        return scenario
    scenario = dict(scenario, placed={})
    rules, base, _ = settings(session, map_, scenario)
    coming = [f for f in scenario["families"] if f["map"] == map_["id"]]
    for year in sorted({f["year"] for f in coming}):
        y, free = max(year, base + 1), []
        for house in map_["houses"]:
            if house["kind"] not in ("detached", "apartment"):
                continue
            units = dwellings(house, base, scenario)
            ways = fall([d.walk(next(d.choices()), rules, y) for d in units], rules, base)
            for d, way in zip(units, ways):
                sheet = house["plans"] + next((u["plans"] for u in house["units"] if f"{house['id']}-{u['id']}" == d.id), [])
                if any(p["what"] == "moves-in" for p in sheet):
                    continue
                said = [when for p in d.people for what, (when, _) in p[6].items() if what in ("returns", "marries") and when is not None]
                said = [max(when.values()) if isinstance(when, dict) else when for when in said]
                said += [p[7] for p in d.people] + [f[0] for f in d.families] + [w for w in d.said.values() if w is not None]
                if max(said, default=0) >= y or way[y - 1 - base][0] != "vacant" or way[y - base][0] not in ("vacant", "absent"):
                    continue
                t = y - 1
                while t > base and way[t - 1 - base][0] == "vacant":
                    t -= 1
                since = (d.since if d.state == "vacant" and d.since is not None else base) if t == base else t
                free.append((since, natural(d.id), d.id))
        for family, (_, _, id) in zip([f for f in coming if f["year"] == year], sorted(free)):
            scenario["placed"].setdefault(id, []).append({"what": "moves-in", "year": year, "people": family["people"]})
    return scenario


def houses_of(map_, rules, base, last, scenario=None):
    """For each house: its dwellings, the point way of each, and every way there is (lists, one way a dwelling)."""
    for house in map_["houses"]:
        units = dwellings(house, base, scenario)
        points, every = [], []
        for d in units:
            ways, seen = [], set()
            for births in d.choices():
                way = d.walk(births, rules, last)
                key = repr(way)
                if key not in seen:
                    seen.add(key)
                    ways.append(way)
            points.append(ways[0])
            every.append(ways)
        if rules["demolish"] is None or len(units) == 1:
            free = [[fall([w], rules, base)[0] for w in ways] for ways in every]
            yield house, units, [f[0] for f in free], [[[w] for w in ways] for ways in free]
        else:
            combined = [fall(list(c), rules, base) for c in product(*every)]
            yield house, units, combined[0], [combined]


def settings(session, map_, scenario=None):
    rules = dict(DEFAULTS)
    for layer in (session["rules"], map_["rules"], scenario["rules"] if scenario else {}):
        rules.update(layer)
    base = map_["base"] if map_["base"] is not None else session["base"]
    horizons = sorted(set(map_["horizons"] or session["horizons"] or [10, 20, 30]))
    return rules, base, horizons


def figures(session, scenario=None):
    """{map id: {horizon: figures, with "houses": {dwelling id: …}}}, and the parts of which totals are made."""
    answer, told = {}, scenario
    for map_ in session["maps"]:
        scenario = placing(session, map_, told)
        rules, base, horizons = settings(session, map_, scenario)
        moments = [0] + horizons
        reckoned = list(houses_of(map_, rules, base, base + horizons[-1], scenario))
        answer[map_["id"]] = {}
        for n, h in enumerate(moments):
            next_h = moments[n + 1] if n + 1 < len(moments) else None
            parts, seen = [], {}
            for house, units, points, groups in reckoned:
                for group in groups:
                    pass
                if len(groups) == 1 and len(units) > 1:
                    merged = [sum_tallies([tally(w, h, next_h, rules["drives"]) for w in ways]) for ways in groups[0]]
                    parts.append((merged[0], merged))
                else:
                    for group in groups:
                        every = [tally(ways[0], h, next_h, rules["drives"]) for ways in group]
                        parts.append((every[0], every))
                for i, d in enumerate(units):
                    ways = [ways[i] for ways in groups[0]] if len(groups) == 1 else [ways[0] for ways in groups[i]]
                    people = {}
                    for w in ways:
                        for id, (a, sex, relation) in w[h][1].items():
                            people.setdefault(id, (sex, relation))
                    seen[d.id] = {
                        "status": points[i][h][0], "possible": {w[h][0] for w in ways},
                        "newlyVacant": n > 0 and points[i][h][0] == "vacant" and points[i][moments[n - 1]][0] != "vacant",
                        "likelyVacantNext": next_h is not None and points[i][h][0] in ("occupied", "unknown") and points[i][next_h][0] == "vacant",
                        "withoutDriver": without_driver(points[i][h], rules["drives"]),
                        "people": {
                            id: (id in points[i][h][1], not all(id in w[h][1] for w in ways), None if id.endswith("+") else relation) for id, (_, relation) in people.items()
                        },
                    }
            result = together(parts)
            if next_h is None:
                result["likelyVacantNext"] = None
            answer[map_["id"]][h] = {"figures": result, "dwellings": seen, "parts": parts, "last": next_h is None}
    return answer


def changes(session, scenario):
    """{map id: {horizon: (differences, the parts of which totals are made)}}: by how much more a scenario has than the base case, for all
    ages at once, everybody being of one age in both."""
    answer, told = {}, scenario
    for map_ in session["maps"]:
        scenario = placing(session, map_, told)
        cases = [settings(session, map_, x) for x in (None, scenario)]
        base, moments = cases[0][1], [0] + cases[0][2]
        pieces = [[] for _ in moments]
        for house in map_["houses"]:
            both = [dwellings(house, base, x) for x in (None, scenario)]
            # by the rule of demolition the dwellings of a house hang together
            together_ = len(both[0]) > 1 and any(rules["demolish"] is not None for rules, _, _ in cases)
            for units in [list(range(len(both[0])))] if together_ else [[i] for i in range(len(both[0]))]:
                for n, (point, every) in enumerate(_changes([[d[i] for i in units] for d in both], cases, base, moments)):
                    pieces[n].append((point, every))
        answer[map_["id"]] = {}
        for n, h in enumerate(moments):
            found = apart(pieces[n])
            if n + 1 == len(moments):
                found["likelyVacantNext"] = None
            answer[map_["id"]][h] = (found, pieces[n])
    return answer


def _changes(both, cases, base, moments):
    """For each moment the point pair of tallies, and every pair, of dwellings in both cases."""
    keys, spans = [], {}
    for units in both:
        for d in units:
            for id, _, ages, told, *_ in d.people:
                # somebody is the same in both cases where id and ages are
                born = None if ages is None else (told - ages[2], told - ages[0], told - ages[1])
                if (id, born) not in spans:
                    spans[id, born] = [None] if born is None else list(range(born[0], born[1] + 1))
                    keys.append((id, born))
    middle = tuple(None if born is None else born[2] for _, born in keys)
    found, known = [[None, set()] for _ in moments], {}
    for choice in [middle, *product(*(spans[k] for k in keys))]:
        chosen = dict(zip(keys, choice))
        ways = []
        for case, units in enumerate(both):
            rules = cases[case][0]
            own = []
            for i, d in enumerate(units):
                births = []
                for id, _, ages, told, *_ in d.people:
                    births.append(chosen[id, None if ages is None else (told - ages[2], told - ages[0], told - ages[1])])
                key = case, i, tuple(births)
                if key not in known:
                    known[key] = d.walk(births, rules, base + moments[-1])
                own.append(known[key])
            ways.append(fall(own, rules, base))
        for n, h in enumerate(moments):
            next_h = moments[n + 1] if n + 1 < len(moments) else None
            pair = [sum_tallies([tally(w, h, next_h, rules["drives"]) for w in own]) for own, (rules, _, _) in zip(ways, cases)]
            if found[n][0] is None:
                found[n][0] = pair
            found[n][1].add(tuple(tuple(sorted(t.items())) for t in pair))
    return [(point, [tuple(dict(t) for t in pair) for pair in every]) for point, every in found]


MOST = 60_000


def apart(pieces):
    """Point, lowest and highest difference of every figure; "?" for a ratio of which there are too many sums to try."""
    out = {}
    for name in COUNTS:
        gap = lambda pair: pair[1][name] - pair[0][name]
        out[name] = (
            sum(gap(point) for point, _ in pieces), sum(min(map(gap, every)) for _, every in pieces),
            sum(max(map(gap, every)) for _, every in pieces),
        )
    for name, (a, b) in RATIOS.items():
        sums = {(0, 0, 0, 0)}
        for _, every in pieces:
            own = {(x[a], x[b], y[a], y[b]) for x, y in every}
            sums = {tuple(p + q for p, q in zip(s, o)) for s in sums for o in own}
            if len(sums) > MOST:
                break
        if len(sums) > MOST:
            out[name] = "?"
            continue
        point = [sum(p[case][k] for p, _ in pieces) for case in (0, 1) for k in (a, b)]
        gap = lambda s: Fraction(s[2], s[3]) - Fraction(s[0], s[1])
        gaps = [gap(s) for s in sums if s[1] and s[3]]
        out[name] = (gap(point) if point[1] and point[3] else None, min(gaps) if gaps else None, max(gaps) if gaps else None)
    return out


def sum_tallies(tallies):
    return {k: sum(t[k] for t in tallies) for k in tallies[0]}


def story(session, map_, scenario=None):
    """The point estimate's events: (year, dwelling, person or None, event)."""
    scenario = placing(session, map_, scenario)
    rules, base, horizons = settings(session, map_, scenario)
    out = []
    for house in map_["houses"]:
        units, ways = dwellings(house, base, scenario), []
        for d in units:
            log = []
            ways.append(d.walk(next(d.choices()), rules, base + horizons[-1], log))
            out += [(y, d.id, who, what) for y, who, what in log]
        fallen = fall(ways, rules, base)
        for d, before, after in zip(units, ways, fallen):
            t = next((t for t, (a, b) in enumerate(zip(before, after)) if a[0] == "vacant" and b[0] == "absent"), None)
            if t is not None:
                out.append((base + t, d.id, None, "demolished"))
            if rules["drives"] is None:
                continue
            for y, (then, now) in enumerate(zip(before, before[1:]), base + 1):
                out += [(y, d.id, id, "gaveUpDriving") for id, (a, _, _) in now[1].items() if a == rules["drives"] and id in then[1]]
                could = any(drives(a, rules["drives"]) for a, _, _ in then[1].values())
                if could and without_driver(now, rules["drives"]):
                    out.append((y, d.id, None, "lostLastDriver"))
    return out
