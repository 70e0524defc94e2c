#!/usr/bin/env python3
"""Writes a session file to measure with: maps of invented households along streets.

    python3 Benchmarks/make_session.py --houses 120 --maps 1 --seed 1 > session.yaml

The same arguments give the same file with every Python 3.
"""

import argparse

SURNAMES = "青木 石田 上野 遠藤 大西 加藤 北川 久保 小林 坂本 島田 杉山 高橋 竹内 中村 西田 野口 橋本 平田 福井 松本 三浦 森本 山口 吉田 和田".split()
MEN = "農業 会社員 大工 公務員 運転手 自営業 工員 教員 林業 漁業".split()
WOMEN = "パート 看護師 介護士 保育士 会社員 店員 教員 農業 自営業".split()
CITIES = "大阪 名古屋 東京 京都 津 横浜".split()
STREETS = "本通り 東通り 西通り 山手道 川端道 学校道 寺前通り 新道".split()
LANDMARKS = [("meeting-hall", "公民館"), ("shrine", "八幡神社"), ("temple", "光明寺"), ("school", "小学校"),
             ("clinic", "診療所"), ("shop", "商店"), ("bus-stop", "本町"), ("aed", None), ("post-office", "郵便局")]
FINDINGS = ["空き家は一度にではなく、10年ごとに少しずつ増えていく", "子どもが一人残るかどうかで、空き家になるかどうかが決まる",
            "車を運転しなくなると、買い物と通院に困る人が増える"]
ACTIONS = ["地域のLINEグループをつくる", "空き家バンクに早めに相談する", "月に一度、公民館でお茶の会を開く"]


class Draw:
    """A small generator of our own, so that no version of Python changes the file."""

    def __init__(self, seed):
        self.state = seed * 2654435761 + 1

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one_of(self, things):
        return things[self.below(len(things))]

    def chance(self, percent):
        return self.below(100) < percent


def person(draw, sign, age):
    work = draw.one_of(MEN if sign == "○" else WOMEN)
    if age >= 75 or age < 19:
        return f"{sign}{age}"
    if draw.chance(15):
        return f"{sign}{age // 10 * 10}代{'前半' if age % 10 < 5 else '後半'} {work}"
    return f"{sign}{age} {work}"


def household(draw):
    kind = draw.below(100)
    if kind < 4:
        return "空き家 2019"
    if kind < 6:
        return "？"
    age = draw.between(28, 80)
    people = [person(draw, "○", age)]
    if draw.chance(85):
        people.append(person(draw, "△", max(25, age - draw.between(-2, 5))))
    if age < 50:
        for _ in range(draw.below(3)):
            people.append(f"{draw.one_of('○△')}{draw.below(max(1, age - 24))}")
        if draw.chance(25):
            people.append(person(draw, "△", age + draw.between(23, 32)))
    elif draw.chance(45):
        child = f"{draw.one_of('○△')}{age - draw.between(24, 30)} 会社員"
        people.append(child + (f" 他出 {draw.one_of(CITIES)}" if draw.chance(60) else " 残" if draw.chance(30) else ""))
    return f"{{name: {draw.one_of(SURNAMES)}, people: [{', '.join(people)}]}}"


def one_map(draw, name, houses):
    per_side = 12
    streets = -(-houses // (2 * per_side))
    width, height = 300, 40 * streets
    lines = [f"  - id: {name}", "    title: 住宅地", "    subtitle: 同じころに建った家が、同じころに空く",
             f"    sheet: [{width}, {height}]", "    roads:"]
    for street in range(streets):
        y = 40 * street + 20
        kind = "main" if street == 0 else "street"
        lines.append(f"      - {{id: {STREETS[street % len(STREETS)]}{street // len(STREETS) or ''}, kind: {kind}, "
                     f"points: [[0, {y}], [{width // 2}, {y - 2}], [{width}, {y}]]}}")
    lines.append("    along:")
    count = 0
    for street in range(streets):
        for side in ("north", "south"):
            ids = [f"{name.lower()}{count + i + 1}" for i in range(min(per_side, houses - count))]
            count += len(ids)
            if ids:
                road = f"{STREETS[street % len(STREETS)]}{street // len(STREETS) or ''}"
                lines.append(f"      - {{road: {road}, side: {side}, houses: [{', '.join(ids)}]}}")
    lines.append("    houses:")
    for number in range(houses):
        lines.append(f"      {name.lower()}{number + 1}: {household(draw)}")
    lines.append("    landmarks:")
    for number, (kind, label) in enumerate(LANDMARKS[:streets + 1]):
        named = f", name: {label}" if label else ""
        x = 25 + 31 * number % (width - 40)
        lines.append(f"      - {{kind: {kind}{named}, at: [{x}, {min(height - 3, 40 * number + 1)}]}}")
    lines += ["    findings:"] + [f"      - {text}" for text in FINDINGS]
    lines += ["    actions:"] + [f"      - {text}" for text in ACTIONS]
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--houses", type=int, default=120, help="houses on each map")
    parser.add_argument("--maps", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    draw = Draw(arguments.seed)
    lines = ["# Made by Benchmarks/make_session.py; all people are invented.", "tenken: 1", "title: 計測のための地域点検",
             "date: 2023-02-07", "time: 14:00〜16:30", "venue: 市民センター", "language: ja", "", "maps:"]
    for number in range(arguments.maps):
        lines += one_map(draw, f"M{number + 1}", arguments.houses)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
