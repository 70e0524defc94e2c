"""Invents neighbourhoods and writes them as session files, in every form docs/session-file.en.md allows."""

BLOCK_PLANS = True
BANDS = [("early", 0, 4, "前半"), ("mid", 4, 6, "半ば"), ("late", 5, 9, "後半"), ("", 0, 9, "")]
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
RELATIONS = {
    "head": ["本人", "head"], "partner": ["配偶者", "妻", "夫", "partner"], "child": ["子", "長男", "長女", "child"],
    "child-partner": ["子の配偶者", "嫁", "婿", "child-partner"], "grandchild": ["孫", "grandchild"],
    "parent": ["親", "父", "母", "parent"], "other": ["同居", "other"],
}
WORK = ["農業", "会社員", "パート", "大工", "役場", "学生", "nurse"]


def kanji_number(n):
    digits = "〇一二三四五六七八九"
    if n >= 100:
        return "百" + (kanji_number(n - 100) if n > 100 else "")
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else ("" if tens == 1 else digits[tens]) + "十") + (digits[ones] if ones else "")


class Inventor:
    def __init__(self, random, odd=False):
        self.r = random
        self.odd = odd  # also what seldom makes sense together

    def chance(self, p):
        return self.r.random() < p

    # Plain values

    def age(self, middle, spread=4, bands=0.25):
        r = self.r
        n = max(0, min(118, middle + r.randint(-spread, spread)))
        roll = r.random()
        if roll < bands and n >= 10:
            if self.chance(0.3):
                low = n - r.randint(0, 3)
                return ("band", low, min(119, low + r.randint(1, 9)))
            _, a, b, _ = r.choice(BANDS)
            ten = n // 10 * 10
            return ("band", ten + a, ten + b)
        if roll < bands + 0.1:
            return ("born", self.now - n)
        if roll < bands + 0.14:
            return None
        return ("exact", n)

    def person(self, middle, sex=None, spread=4, plans=True, away=0.0, bands=0.25):
        r = self.r
        p = {
            "sex": sex if self.chance(0.96) else None, "age": self.age(middle, spread, bands), "away": self.chance(away),
            "relation": None, "plans": [],
        }
        if plans:
            self.plan(p, middle)
        return p

    def plan(self, p, middle):
        r, y = self.r, self.now
        when = lambda: y + r.randint(0 if self.odd else 1, 34)
        roll = r.random()
        def add(what, year=None, age=None):
            p["plans"].append({"what": what, "year": year, "age": age})
        if p["away"]:
            if roll < 0.35:
                add("returns", when())
            elif roll < 0.45:
                add("marries", when(), r.choice([None, r.randint(20, 60)]))
            elif roll < 0.5:
                a = when()
                add("returns", a)
                add("marries", a + r.randint(1, 5), r.choice([None, 28]))
        elif roll < 0.06:
            add("leaves", when())
        elif roll < 0.12:
            a = when()
            add("leaves", a)
            add("returns", a + r.randint(1, 15))
        elif roll < 0.18:
            add("stays")
        elif roll < 0.24 and middle < 60:
            add("marries", when(), r.choice([None, r.randint(20, 60)]))
        elif roll < 0.30 and middle > 50:
            add("care", when())
        elif roll < 0.33 and middle < 30:
            add("stays")
            add("marries", when(), r.choice([None, r.randint(20, 40)]))
        elif roll < 0.35 and middle > 50:
            a = when()
            add("care", a)
            add("returns", a + r.randint(1, 5))
        elif roll < 0.38 and middle < 20:
            add("returns", when())
        # some of it at an age, where one is known and yet to come
        ages = p.get("age") and {"exact": p["age"][1:] * 2, "band": p["age"][1:]}.get(p["age"][0], (y - p["age"][1],) * 2)
        for q in p["plans"]:
            if ages and q["year"] is not None and self.chance(0.3):
                low, high = ages[0], ages[-1]
                at = (low + high) // 2 + q["year"] - y
                # two things of one year would happen in the order in which they are written
                near = [x["year"] for x in p["plans"] + p.get("told", []) if x is not q and x["year"] is not None]
                if low < at <= 120 and all(abs(x - q["year"]) > 2 * (high - low + 1) for x in near):
                    q["at"] = at
        if self.odd and self.chance(0.15):
            what = r.choice(["leaves", "returns", "care", "marries", "stays"])
            if what not in {q["what"] for q in p["plans"]}:
                add(what, None if what == "stays" else when())

    def household(self, plans=True):
        r = self.r
        kind = r.random()
        men = ["male", "female"]
        r.shuffle(men)
        if kind < 0.15:
            people = [self.person(r.randint(25, 92), men[0])]
        elif kind < 0.35:
            a = r.randint(30, 88)
            people = [self.person(a, men[0]), self.person(a, men[1], 6)]
        elif kind < 0.45:
            people = [self.person(r.randint(20, 95), r.choice(men), 20) for _ in range(r.randint(1, 5))]
        else:
            a = r.randint(28, 86)
            people = [self.person(a, men[0])]
            if self.chance(0.75):
                people.append(self.person(a, men[1], 6))
            for _ in range(r.randint(1, 3)):
                c = a - r.randint(20, 36)
                if c < 0:
                    continue
                child = self.person(c, r.choice(men), 1, away=0.35 if c >= 18 else 0.02)
                people.append(child)
                if c > 20 and self.chance(0.5):
                    partner = self.person(c, {"male": "female", "female": "male", None: None}[child["sex"]], 4)
                    people.append(partner)
                    for _ in range(r.randint(0, 2)):
                        if c - 25 >= 0:
                            people.append(self.person(c - r.randint(22, 25), r.choice(men), 2))
            if a < 65 and self.chance(0.25):
                people.append(self.person(a + r.randint(20, 30), r.choice(men)))
        if self.chance(0.15):
            p = r.choice(people)
            p["relation"] = r.choice(list(RELATIONS))
            if sum(q["relation"] == p["relation"] for q in people) > 1 or (p["relation"] == "head" and p is not people[0]):
                p["relation"] = None
        if not plans:
            for p in people:
                p["plans"], p["away"] = [], False
        for p in people:  # what cannot be
            if p["age"] and p["age"][0] == "born" and self.now - p["age"][1] > 119:
                p["age"] = None
        # every combination is walked: not too many
        wide = 1
        for p in people:
            if p["age"] and p["age"][0] == "band":
                wide *= p["age"][2] - p["age"][1] + 1
                if wide > self.combinations:
                    p["age"] = ("exact", (p["age"][1] + p["age"][2]) // 2)
                    wide //= 1
        return people[:6]

    def falls(self, plans, chance, year):
        """Perhaps plans that a house is taken down, and perhaps that another is built there; whether it did."""
        if not self.chance(chance):
            return False
        plans.append({"what": "demolished", "year": year()})
        if self.chance(0.4):
            plans.append({"what": "built", "year": plans[-1]["year"] + self.r.randint(1, 5)})
        return True

    def families(self, plans, years=(1, 34), empty=0.2):
        y = self.now + self.r.randint(*years)
        people = [] if self.chance(empty) else self.family(y)
        plans.append({"what": "moves-in", "year": y, "people": people})

    def family(self, year):
        now, self.now = self.now, year
        a = self.r.randint(25, 60)
        people = [self.person(a, "male", 3, plans=False, bands=0.1)]
        if self.chance(0.8):
            people.append(self.person(a, "female", 3, plans=False, bands=0.1))
        for _ in range(self.r.randint(0, 2)):
            people.append(self.person(max(0, a - self.r.randint(23, 32)), self.r.choice(["male", "female"]), 1, plans=False, bands=0.05))
        self.now = now
        return people

    def house(self, id):
        r = self.r
        h = {"id": id, "kind": "detached", "state": None, "since": None, "people": [], "units": [], "rented": False, "plans": []}
        roll = r.random()
        year = lambda a=1, b=34: self.now + r.randint(a, b)
        if roll < 0.6:
            h["people"] = self.household()
            if self.chance(0.06):
                for p in h["people"]:
                    p["away"], p["plans"] = True, [q for q in p["plans"] if q["what"] in ("returns", "marries")]
            h["rented"] = self.chance(0.15)
            if self.chance(0.12):
                self.families(h["plans"])
            if not self.falls(h["plans"], 0.06, year) and self.chance(0.05):
                h["plans"].append({"what": "built", "year": year()})
        elif roll < 0.72:
            h["state"], h["since"] = "vacant", r.choice([None, self.now - r.randint(0, 15)])
            h["rented"] = self.chance(0.1)
            if self.chance(0.4):
                self.families(h["plans"])
            if self.chance(0.15):
                h["plans"].append({"what": "demolished", "year": year()})
            elif self.chance(0.1):
                h["plans"].append({"what": "built", "year": year()})
        elif roll < 0.8:
            h["state"] = "unknown"
            h["rented"] = self.chance(0.1)
            if self.chance(0.25):
                self.families(h["plans"])
            self.falls(h["plans"], 0.1, year)
        elif roll < 0.85:
            h["kind"] = "empty-lot"
            if self.chance(0.6):
                h["plans"].append({"what": "built", "year": year()})
                if self.chance(0.4):
                    h["plans"].append({"what": "moves-in", "year": h["plans"][-1]["year"], "people": self.family(h["plans"][-1]["year"])})
            elif self.chance(0.3):
                self.families(h["plans"])
        elif roll < 0.9:
            h["kind"] = r.choice(["shop", "facility"])
            if self.chance(0.5):
                h["people"] = self.household()
            if self.chance(0.2):
                self.families(h["plans"])
        else:
            h["kind"] = "apartment"
            for n in range(r.randint(1, 4)):
                u = {"id": str(101 + n), "state": None, "since": None, "people": [], "rented": self.chance(0.8), "plans": []}
                kind = r.random()
                if kind < 0.6:
                    most, self.combinations = self.combinations, min(self.combinations, 5)
                    u["people"] = self.household()[:3]
                    self.combinations = most
                elif kind < 0.85:
                    u["state"], u["since"] = "vacant", r.choice([None, self.now - r.randint(0, 9)])
                else:
                    u["state"] = "unknown"
                if self.chance(0.15):
                    self.families(u["plans"])
                h["units"].append(u)
            if self.chance(0.1) and BLOCK_PLANS:
                h["plans"].append({"what": "demolished", "year": year()})
        return h

    def rules(self, p):
        r, out = self.r, {}
        if self.chance(p):
            out["deceased"] = r.choice([None, 70, 80, 85, 90, 95])
        if self.chance(p):
            out["leave"] = r.choice([None, 15, 18, 20, 25])
        if self.chance(p):
            out["relet"] = r.choice([True, False])
        if self.chance(p):
            out["demolish"] = r.choice([None, 1, 5, 10, 15])
        if self.chance(p):
            out["drives"] = r.choice([None, 70, 75, 80, 80, 85, 120])
        return out

    def horizons(self):
        r = self.r
        return r.choice([None, None, [10, 20, 30], sorted(r.sample(range(1, 41), r.randint(1, 5))), [r.randint(1, 40)], [5, 15, 25]])

    def session(self, combinations=60, maps=2, houses=6):
        r = self.r
        self.combinations = combinations
        session = {"base": r.choice([2019, 2023, 2024]), "horizons": self.horizons(), "rules": self.rules(0.25), "maps": [], "scenarios": {}}
        for n in range(r.randint(1, maps)):
            base = r.choice([None, None, 2022])
            self.now = base if base is not None else session["base"]
            session["maps"].append({
                "id": "ABCDEFG"[n], "base": base, "horizons": self.horizons() if self.chance(0.2) else None,
                "rules": self.rules(0.12), "houses": [self.house(f"{'abcdefg'[n]}{i + 1}") for i in range(r.randint(1, houses))],
            })
        for n in range(r.randint(0, 2)):
            session["scenarios"][f"s{n}"] = self.scenario(session)
        return session

    def scenario(self, session):
        r, s = self.r, {"rules": self.rules(0.2) or {"relet": True}, "people": {}, "houses": {}, "families": []}
        for m in session["maps"]:
            self.now = m["base"] if m["base"] is not None else session["base"]
            if self.chance(0.4):
                for year in r.sample(range(self.now + 1, self.now + 35), r.randint(1, 3)):
                    for _ in range(r.randint(1, 3)):
                        people = [] if self.chance(0.3) else [p for p in self.family(year) if p["sex"]]
                        s["families"].append({"map": m["id"], "year": year, "people": people})
            for h in m["houses"]:
                homes = [(h["id"], h["people"])] + [(f"{h['id']}-{u['id']}", u["people"]) for u in h["units"]]
                for id, people in homes:
                    for i, p in enumerate(people):
                        if self.chance(0.2):
                            q = {"away": p["away"], "age": p["age"], "plans": [], "told": p["plans"]}
                            self.plan(q, p["age"][1] if p["age"] and p["age"][0] == "exact" else 40)
                            taken = {x["year"] for x in p["plans"]}
                            if any("at" in x for x in p["plans"]):
                                taken = set(range(3000))
                            q["plans"] = [x for x in q["plans"] if x["year"] is None or x["year"] not in taken]
                            if q["plans"]:
                                s["people"][f"{id}.{i + 1}"] = q["plans"]
                if self.chance(0.15):
                    plans = []
                    self.families(plans)
                    s["houses"][h["id"]] = plans
                elif self.chance(0.04):
                    s["houses"][h["id"]] = [{"what": "demolished", "year": self.now + r.randint(1, 30)}]
        return s


class Writer:
    """Writes a session as a file, each thing in one of its forms by chance."""

    def __init__(self, random):
        self.r = random

    def digits(self, n):
        return str(n).translate(WIDE) if self.r.random() < 0.15 else str(n)

    def year(self, y):
        r = self.r.random()
        if r < 0.05 and y >= 2020:
            return f"令和{y - 2018}年"
        if r < 0.08 and y >= 2020:
            return f"R{y - 2018}"
        return self.digits(y)

    def band(self, low, high):
        r = self.r
        for word, a, b, kanji in BANDS:
            if low % 10 == a and high == low - a + b:
                ten = low - a
                return r.choice([f"{self.digits(ten)}代{kanji}", f"{word}_{ten}s".strip("_").replace("_", " "), f"{low}-{high}"])
        return r.choice([f"{low}-{high}", f"{self.digits(low)}-{self.digits(high)}", f"{low}〜{high}"])

    def plan(self, p):
        r, what = self.r, p["what"]
        if what == "stays":
            return r.choice(["残", "stays"])
        age = p.get("age")
        english = {"leaves": "leaves", "returns": "returns", "care": "care", "marries": "marries"}[what]
        kanji = {"leaves": "出", "returns": "戻", "care": "施設", "marries": "婚"}[what]
        if p.get("at") is not None:
            at, partner = p["at"], f" {r.choice(['', 'aged '])}{age}" if age is not None else ""
            if r.random() < 0.4:
                return f"{english} {r.choice(['at', 'at age', 'at'])} {at}{partner}"
            number = r.choice([self.digits(at), self.digits(at), kanji_number(at)])
            return r.choice(["", "", "満"]) + number + r.choice("歳才") + r.choice(["", "", "で"]) + kanji + (self.digits(age) if age is not None else "")
        y = self.year(p["year"])
        if r.random() < 0.4:
            return f"{english} {p['year']}" + (f" {age}" if age is not None else "")
        return y + kanji + (self.digits(age) if age is not None else "")

    def short(self, p, in_line=False):
        """In the room's shorthand; within a line of several people the sign is one of the room's own."""
        r = self.r
        sign = {"male": ["○", "◯", "〇", "男", "M", "○"], "female": ["△", "▲", "女", "F", "△"], None: ["？", "?"]}[p["sex"]]
        sign, a = r.choice(sign), p["age"]
        if sign == "?" or (in_line and sign in "MF男女"):  # YAML keeps the "?" for itself
            sign = {"?": "？", "M": "○", "F": "△", "男": "○", "女": "△"}[sign]
        if a is None:
            age = r.choice(["", "？"]) if p["sex"] else ""
        elif a[0] == "exact":
            age = self.digits(a[1]) + r.choice(["", "", "歳"])
        elif a[0] == "born":
            age = r.choice([f"{a[1]}年生", f"b{a[1]}"])
            if 1927 <= a[1] < 1989 and r.random() < 0.3:
                age = r.choice([f"昭和{a[1] - 1925}年生", f"S{a[1] - 1925}生"])
        else:
            age = self.band(a[1], a[2])
        words = [self.plan(q) for q in p["plans"]]
        if p["relation"]:
            words.append(r.choice(RELATIONS[p["relation"]]))
        if r.random() < 0.5:
            words.append(r.choice(WORK))
        r.shuffle(words)
        if p["away"]:
            away = r.choice(["他出", "away"])
            if r.random() < 0.3:
                words.append(f"{away} 大阪")
            elif r.random() < 0.2:
                words.append(f"{away}（大阪市 北区）")
            else:
                words.append(away)
        blank = r.choice([" ", " ", "　"])
        if sign in "MF" and age[:1].isalpha():
            sign += " "
        return blank.join([sign + age] + words)

    def full(self, p):
        """The spelled-out form, as a flow mapping."""
        r, parts = self.r, []
        if p["sex"]:
            parts.append(f"{r.choice(['sex', '性別'])}: {r.choice({'male': ['male', '男'], 'female': ['female', '女']}[p['sex']])}")
        a = p["age"]
        if a and a[0] == "exact":
            parts.append(f"{r.choice(['age', '年齢'])}: {self.digits(a[1])}")
        elif a and a[0] == "born":
            parts.append(f"{r.choice(['born', '生年'])}: {a[1]}")
        elif a:
            parts.append(f"{r.choice(['band', '年代'])}: {self.band(a[1], a[2])}")
        if p["away"]:
            parts.append(f"{r.choice(['away', '他出'])}: {r.choice(['true', '大阪'])}")
        if p["relation"]:
            parts.append(f"{r.choice(['relation', '続柄'])}: {r.choice(RELATIONS[p['relation']])}")
        if p["plans"]:
            parts.append(f"{r.choice(['plans', '予定'])}: [{', '.join(self.plan(q) for q in p['plans'])}]")
        return "{" + ", ".join(parts or ["note: x"]) + "}"

    def someone(self, p):
        return self.full(p) if self.r.random() < 0.2 else self.short(p)

    def house_plan(self, p):
        r, what = self.r, p["what"]
        if what == "built":
            return r.choice([f"built {p['year']}", f"{self.year(p['year'])}新築"])
        if what == "demolished":
            return r.choice([f"demolished {p['year']}", f"{self.year(p['year'])}解体"])
        people = p["people"]
        # ？ alone would be a household nobody knows
        nobody_known = len(people) == 1 and people[0]["sex"] is None and people[0]["age"] is None
        if people and (r.random() < 0.2 or nobody_known):
            return "{moves-in: %d, people: [%s]}" % (p["year"], ", ".join(self.someone(q) for q in people))
        return r.choice([f"moves-in {p['year']}", f"{self.year(p['year'])}入居"]) + "".join(" " + self.short(q, True) for q in people)

    def state(self, h):
        r = self.r
        if h["state"] == "unknown":
            return r.choice(["？", "unknown"])
        return r.choice(["空き家", "vacant"]) + (f" {self.digits(h['since'])}" if h["since"] is not None else "")

    def house(self, h, rented, indent):
        """What stands behind the house's id."""
        r = self.r
        plain = h.get("kind", "detached") == "detached" and h["rented"] == rented and not h.get("units")
        named = all(p["sex"] or (p["age"] and p["age"][0] == "exact") for p in h["people"])
        if plain and r.random() < 0.7:
            if h["people"] and not h["plans"]:
                forms = [f"[{', '.join(self.someone(p) for p in h['people'])}]"]
                if named:
                    forms.append(" ".join(self.short(p, True) for p in h["people"]))
                if indent: forms.append("".join(f"\n{indent}  - {self.someone(p)}" for p in h["people"]))
                return r.choice(forms)
            if h["people"]:
                return f"[{', '.join([self.someone(p) for p in h['people']] + [self.house_plan(p) for p in h['plans']])}]"
            if h["state"] == "unknown" and h["plans"] and r.random() < 0.5:
                # in one line, for in a list ？ is a person
                words = " ".join(["？"] + [self.house_plan(p) for p in h["plans"]])
                if "{" not in words:
                    return words
            if h["state"] == "vacant" and h["plans"]:
                return f"[{', '.join([self.state(h)] + [self.house_plan(p) for p in h['plans']])}]"
            if h["state"] and not h["plans"]:
                return self.state(h)
        if h.get("kind") in ("shop", "empty-lot") and not (h["people"] or h["plans"] or h["state"] or h["rented"]) and r.random() < 0.5:
            return {"shop": r.choice(["店", "shop"]), "empty-lot": r.choice(["空き地", "empty-lot"])}[h["kind"]]
        parts = []
        kinds = {
            "apartment": ["apartment", "集合住宅", "アパート"], "shop": ["shop", "店"], "facility": ["facility", "施設"],
            "empty-lot": ["empty-lot", "空き地"], "detached": ["detached", "戸建て"],
        }
        kind = h.get("kind", "detached")
        if "kind" in h and (kind != "detached" or r.random() < 0.2):
            parts.append(f"{r.choice(['kind', '種類'])}: {r.choice(kinds[kind])}")
        if h["people"]:
            parts.append(f"{r.choice(['people', '人'])}: [{', '.join(self.someone(p) for p in h['people'])}]")
        if h["state"]:
            parts.append(f"{r.choice(['state', '状態'])}: {self.state(h)}")
        if kind != "apartment" and h["rented"] != rented:
            parts.append(f"{r.choice(['rented', '賃貸'])}: {str(h['rented']).lower()}")
        if h["plans"]:
            parts.append(f"{r.choice(['plans', '予定'])}: [{', '.join(self.house_plan(p) for p in h['plans'])}]")
        r.shuffle(parts)
        if h.get("units"):
            inner = ", ".join(f"{u['id']}: {self.house(u, True, None)}" for u in h["units"] )
            parts.append(f"{r.choice(['units', '部屋'])}: {{{inner}}}")
        return "{" + ", ".join(parts) + "}"

    def rules(self, rules):
        r, parts = self.r, []
        word = lambda v: r.choice(["off", "off"]) if v is None else {True: "on", False: "off"}[v] if isinstance(v, bool) else self.digits(v)
        names = {
            "deceased": ["deceased-at", "亡くなったとみなす歳"], "leave": ["children-leave-at", "子が家を出る歳"],
            "relet": ["relet", "次の入居"], "demolish": ["demolished-after", "取り壊し"],
            "drives": ["drives-until", "運転をやめる歳"],
        }
        for k, v in rules.items():
            parts.append(f"{r.choice(names[k])}: {word(v)}")
        return "{" + ", ".join(parts) + "}"

    def session(self, s):
        r = self.r
        lines = ["tenken: 1", "title: 試し"]
        lines.append(f"base-year: {s['base']}" if r.random() < 0.5 else f"date: {s['base']}-02-07")
        if s["horizons"]:
            lines.append(f"{r.choice(['horizons', '何年後'])}: [{', '.join(self.digits(h) for h in s['horizons'])}]")
        if s["rules"]:
            lines.append(f"{r.choice(['rules', '決まり'])}: {self.rules(s['rules'])}")
        lines.append("maps:")
        for m in s["maps"]:
            lines += [f"  - id: {m['id']}", "    title: 地図", "    actions: [話す]"]
            if m["base"] is not None:
                lines.append(f"    {r.choice(['base-year', '基準年'])}: {m['base']}")
            if m["horizons"]:
                lines.append(f"    horizons: [{', '.join(map(str, m['horizons']))}]")
            if m["rules"]:
                lines.append(f"    rules: {self.rules(m['rules'])}")
            lines.append("    houses:")
            for h in m["houses"]:
                lines.append(f"      {h['id']}: {self.unflow(h, '      ')}")
        if s["scenarios"]:
            lines.append("scenarios:")
            for name, x in s["scenarios"].items():
                lines.append(f"  {name}:")
                if x["rules"]:
                    lines.append(f"    rules: {self.rules(x['rules'])}")
                if x.get("families"):
                    lines.append(f"    {r.choice(['families', '家族'])}: {self.families(x['families'], s['maps'])}")
                if x["people"]:
                    lines.append("    people:")
                    for id, plans in x["people"].items():
                        lines.append(f"      {id}: {self.several([self.plan(p) for p in plans])}")
                if x["houses"]:
                    lines.append("    houses:")
                    for id, plans in x["houses"].items():
                        lines.append(f"      {id}: {self.several([self.house_plan(p) for p in plans])}")
        return "\n".join(lines) + "\n"

    def families(self, families, maps):
        r, parts = self.r, {}
        for f in families:
            parts.setdefault(f["map"], {}).setdefault(f["year"], []).append(f["people"])
        def row(people):
            if people and r.random() < 0.2:
                return f"[{', '.join(self.someone(p) for p in people)}]"
            return " ".join(self.short(p, True) for p in people) or "？"
        def year(y, found):
            if not any(found) and r.random() < 0.5:
                return f"{self.year(y)}: {len(found)}{r.choice(['', '家族', '世帯'])}"
            if len(found) == 1 and found[0] and r.random() < 0.5:
                return f"{y}: {' '.join(self.short(p, True) for p in found[0])}"
            return f"{self.year(y)}: [{', '.join(row(p) for p in found)}]"
        own = {id: ", ".join(year(y, found) for y, found in years.items()) for id, years in parts.items()}
        if len(maps) == 1 and r.random() < 0.7:
            return "{" + own[maps[0]["id"]] + "}"
        return "{" + ", ".join(f"{id}: {{{years}}}" for id, years in own.items()) + "}"

    def several(self, parts):
        return parts[0] if len(parts) == 1 and self.r.random() < 0.7 else f"[{', '.join(parts)}]"

    def unflow(self, h, indent):
        return self.house(h, False, indent)
