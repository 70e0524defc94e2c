#!/usr/bin/env python3
"""Writes samples/dense.yaml: 200 invented households on five streets, typed as a facilitator would type them.

    python3 samples/tools/dense.py > samples/dense.yaml

The same seed gives the same file with every Python 3; nothing here was drawn from real people.
"""

STREETS = [
    ("一番通り", [(8, 28), (140, 24), (262, 27), (392, 24)]),
    ("二番通り", [(8, 79), (140, 78), (262, 81), (392, 77)]),
    ("本通り", [(8, 133), (140, 131), (262, 135), (392, 132)]),
    ("四番通り", [(8, 185), (140, 186), (262, 188), (392, 185)]),
    ("五番通り", [(8, 238), (140, 239), (262, 236), (392, 239)]),
]
# A row has 24 places: two for the cross streets, two for landmarks or gaps, twenty for houses.
CROSS = (8, 15)
GAPS = {"a": (5, 18), "d": (3, 20), "h": (5, 18)}
LANDMARKS = {
    ("b", 3): ("shop", "酒屋"), ("b", 20): ("garbage", None),
    ("c", 5): ("clinic", "歯科"), ("c", 18): ("hydrant", None),
    ("e", 3): ("post-office", "郵便局"), ("e", 20): ("bus-stop", "本通り"),
    ("f", 5): ("meeting-hall", "自治会館"), ("f", 18): ("aed", None),
    ("g", 3): ("temple", "西念寺"), ("g", 20): ("parking", None),
    ("i", 5): ("nursery", "保育園"), ("i", 18): ("police", "交番"),
    ("j", 3): ("garbage", None), ("j", 20): ("playground", "児童公園"),
}
WORK = {
    "○": ["会社員", "会社員", "会社員", "工員", "運転手", "公務員", "大工", "自営業", "調理師", "教員"],
    "△": ["パート", "パート", "会社員", "看護師", "介護士", "保育士", "店員", "教員", "自営業", "パート"],
}
CITIES = ["大阪", "名古屋", "東京", "京都", "津", "横浜", "奈良"]


class Draw:
    """A small generator of our own, so that no version of Python changes the file."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def one_of(self, things):
        return things[self.below(len(things))]

    def chance(self, percent):
        return self.below(100) < percent


draw = Draw(20230207)


def person(sign, age, working=True, more=""):
    if age >= 60 and draw.chance(8):
        decade = age // 10 * 10
        said = f"{decade}代前半" if age % 10 < 5 else f"{decade}代後半"
        said = f"{decade}代" if draw.chance(40) else said
    else:
        said = str(age)
    words = [sign + said]
    if working and 20 <= age < 70 and draw.chance(75):
        words.append(draw.one_of(WORK[sign]))
    return " ".join(words + ([more] if more else []))


def couple(low, high):
    man = draw.between(low, high)
    return man, max(low - 4, man - draw.between(-2, 5))


def older_couple():
    man, woman = couple(66, 84)
    people = [person("○", man), person("△", woman)]
    if draw.chance(45):
        child = draw.one_of(["○", "△"])
        age = woman - draw.between(25, 32)
        people.append(person(child, age, more="他出 " + draw.one_of(CITIES)))
    return people


def alone():
    if draw.chance(70):
        return [person("△", draw.between(68, 90))]
    return [person("○", draw.between(45, 86))]


def grown_child():
    man, woman = couple(58, 76)
    return [person("○", man), person("△", woman), person(draw.one_of("○△"), woman - draw.between(25, 33))]


def young_family():
    man, woman = couple(30, 45)
    oldest = draw.between(1, max(2, min(14, woman - 24)))
    children = [oldest] + [a for a in (oldest - draw.between(2, 4), oldest - draw.between(5, 7)) if a > 0]
    children = children[: draw.between(1, 3)]
    return [person("○", man), person("△", woman)] + [draw.one_of("○△") + str(a) for a in children]


def teenagers():
    man, woman = couple(44, 56)
    oldest = draw.between(14, 19)
    children = [draw.one_of("○△") + str(a) for a in (oldest, oldest - draw.between(2, 4))]
    children[0] += " 学生" if oldest > 17 else ""
    return [person("○", man), person("△", woman)] + children[: draw.between(1, 2)]


def three_generations():
    return young_family() + [person("△", draw.between(72, 83), working=False)]


def house():
    roll = draw.below(100)
    if roll < 24:
        return older_couple()
    if roll < 41:
        return alone()
    if roll < 56:
        return grown_child()
    if roll < 73:
        return young_family()
    if roll < 83:
        return teenagers()
    if roll < 87:
        return three_generations()
    if roll < 94:
        return "空き家" if draw.chance(50) else f"空き家 {draw.between(2008, 2022)}"
    return "？"


def rows():
    for index, letter in enumerate("abcdefghij"):
        slots, number, marks = [], 0, []
        for place in range(1, 25):
            if place in CROSS:
                slots.append("_")
            elif (letter, place) in LANDMARKS:
                slots.append(f"{letter}x{place}")
                marks.append((f"{letter}x{place}", *LANDMARKS[letter, place]))
            elif letter in GAPS and place in GAPS[letter]:
                slots.append("_")
            else:
                number += 1
                slots.append(f"{letter}{number}")
        yield letter, STREETS[index // 2][0], "south" if index % 2 else "north", slots, marks


def points(course):
    return "[" + ", ".join(f"[{x}, {y}]" for x, y in course) + "]"


def main():
    placed = list(rows())
    print("""\
# 古くからの町なか、通り5本に200戸。年をとった家と若い家が、軒をならべてまじり合っています。
# 一軒ずつ見れば静かな変化でも、30年分を一枚で見ると、通りごとの灯りの減りかたがわかります。
tenken: 1
title: 本町の地域点検
date: 2023-02-07
time: 9:00〜12:00
venue: 本町自治会館

maps:
  - id: G
    title: 密集した町なか
    subtitle: 200戸を一枚に
    sheet: [400, 264]
    roads:""")
    for name, course in STREETS:
        kind = "main" if name == "本通り" else "street"
        print(f"      - {{id: {name}, kind: {kind}, points: {points(course)}}}")
    for name, place in (("西小路", CROSS[0]), ("東小路", CROSS[1])):
        x = round(8 + (place - 0.5) * 16)
        print(f"      - {{id: {name}, kind: lane, points: {points([(x, 25), (x, 239)])}}}")
    print("    along:")
    for _, street, side, slots, _ in placed:
        print(f"      - road: {street}\n        side: {side}")
        print(f"        houses: [{', '.join(slots[:12])},")
        print(f"                 {', '.join(slots[12:])}]")
    print("    houses:")
    for letter, *_ in placed:
        for number in range(1, 21):
            who = house()
            if isinstance(who, list):
                who = who[0] if len(who) == 1 else "[" + ", ".join(who) + "]"
            print(f"      {letter}{number}: {who}")
    print("    landmarks:")
    for _, _, _, _, marks in placed:
        for mark, kind, name in marks:
            print(f"      - {{kind: {kind}, " + (f"name: {name}, " if name else "") + f"id: {mark}}}")
    print("""\
    findings:
      - 空き家のとなりがまた空き家になり、灯りの消えた並びができていく
      - 子どものいる家は、思っていたより通りごとにまとまっている
      - 一人ぐらしの人の両どなりが、10年後にはもういないことがある
    actions:
      - 通りごとに、毎朝の見守りの順番を決める
      - 空き家がつづく並びから先に、持ち主へ声をかける
      - 回覧板を手渡しにもどし、顔を見てから次へまわす""")


if __name__ == "__main__":
    main()
