#!/usr/bin/env python3
"""Writes a session file with many personas, for measuring.

    python3 Benchmarks/make_personas.py 500 > personas.yaml

The same number gives the same file.
"""

import sys

TITLES = [("同級生とは話が合わない", "中学生"), ("家ですごすことの多い", "30代男性"), ("職場と家を行き来する", "40代女性"), ("畑を一人で守る", "80代男性")]
PORTRAITS = ["teen-boy-thoughtful", "young-man-quiet", "middle-woman-thoughtful", "older-man-calm"]
CHARACTERS = ["まじめで人見知り", "こだわりがあり、やさしい", "頼まれると断れない", "口数は少ないが、人の話はよく聞く", "だれかと関わりたい気持ちはある"]
FAMILIES = ["忙しい母と二人暮らし", "両親と同居", "夫と子ども二人", "妻を見送り、いまは一人"]
RELATIONS = ["家族と、ネットの友だち", "職場の同僚", "畑の仲間と、となりの家", "図書館の人"]
PLACES = ["学校の図書室", "コンビニ", "スーパーの惣菜売り場", "診療所の待合室", "農協の直売所", "本人あての手紙"]


def main():
    count = int(sys.argv[1])
    print("tenken: 1\ntitle: 計測のためのペルソナ\ndate: 2023-02-07\npersonas:")
    for place in range(count):
        first, second = TITLES[place % 4]
        print(f"  - title: [{first}, {second}]")
        print(f"    portrait: {PORTRAITS[place % 4]}")
        print(f"    age: {10 + place % 8 * 10}代")
        print(f"    home: {'住宅団地' if place % 3 else '山あいの集落'}")
        print(f"    work: [{'探している' if place % 2 else 'パート、週に五日'}]")
        print(f"    family: [{FAMILIES[place % 4]}, 近所に親せきが{place % 5}軒]")
        print(f"    character: [{CHARACTERS[place % 5]}, {CHARACTERS[(place + 2) % 5]}]")
        print(f"    rhythm: [{5 + place % 4}時に起き、{21 + place % 3}時に寝る]")
        print(f"    interests: [庭いじりと散歩, 夜は映画を一本]")
        print(f"    relations: [{RELATIONS[place % 4]}]")
        print(f"    internet: [スマートフォンで一日に{place % 6}時間, 動画と写真]")
        print(f"    days-off: [{place % 9 + 1}回に一度は家の用事で終わる]")
        print(f"    access: [{PLACES[place % 6]}, {PLACES[(place + 1) % 6]}]")


if __name__ == "__main__":
    main()
