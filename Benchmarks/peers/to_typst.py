#!/usr/bin/env python3
"""Turns a display list written by picture-dump into a Typst document that draws the same things.

    python3 to_typst.py maps.txt /path/to/icons > maps.typ

Shapes become curves, text is placed by its baseline, icons are images. The four things that are drawn again
and again are functions, so that Typst reads as little as it can.
"""

import sys

HEAD = """#set page(margin: 0pt)
#set document(title: "計測のための地域点検")
#set text(font: "BIZ UDPGothic", lang: "ja", cjk-latin-spacing: none, top-edge: "baseline", bottom-edge: "baseline")
#let t(x, y, size, face, weight, color, string) = place(dx: x, dy: y,
  text(size: size, font: face, weight: weight, fill: color, string))
#let r(x, y, turn, dx, dy, size, face, weight, color, string) = place(dx: x, dy: y, rotate(turn, origin: left + top,
  place(dx: dx, dy: dy, text(size: size, font: face, weight: weight, fill: color, string))))
#let f(color, ..steps) = place(curve(fill: color, ..steps))
#let s(color, width, ends, dash, ..steps) = place(curve(stroke: (paint: color, thickness: width, cap: ends,
  join: if ends == "round" { "round" } else { "miter" }, dash: dash), ..steps))
#let i(name, x, y, side) = place(dx: x, dy: y, image(name, width: side))
#let m(x, y) = curve.move((x, y))
#let l(x, y) = curve.line((x, y))
#let c(a, b, d, e, x, y) = curve.cubic((a, b), (d, e), (x, y))
#let z = curve.close()
"""


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def pt(value):
    return value + "pt"


def steps(words):
    out, index = [], 0
    while index < len(words):
        kind = words[index]
        count = {"M": 2, "L": 2, "C": 6, "Z": 0}[kind]
        values = ", ".join(pt(word) for word in words[index + 1:index + 1 + count])
        out.append("z" if kind == "Z" else f"{kind.lower()}({values})")
        index += 1 + count
    return ", ".join(out)


def box(words):
    """The corner and size of a clip: Typst clips to boxes only, and the maps clip to their panel."""
    numbers, index = [], 0
    while index < len(words):
        count = {"M": 2, "L": 2, "C": 6, "Z": 0}[words[index]]
        numbers += [float(word) for word in words[index + 1:index + 1 + count]]
        index += 1 + count
    xs, ys = numbers[0::2], numbers[1::2]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def main():
    source, icons = sys.argv[1:3]
    out, clips, pages = [HEAD], [], 0
    for line in open(source, encoding="utf-8"):
        words = line.rstrip("\n").split(" ")
        kind = words[0]
        if kind == "page":
            if pages:
                out.append("#pagebreak()")
            out.append(f"#set page(width: {pt(words[1])}, height: {pt(words[2])})")
            # A heading, for the outline, that is not seen.
            out.append(f"#place(hide(heading({quoted(' '.join(words[3:]))})))")
            pages += 1
        elif kind == "fill":
            out.append(f'#f(rgb("{words[1]}"), {steps(words[2:])})')
        elif kind == "stroke":
            dash = "none" if words[4] == "-" else "(" + "".join(pt(part) + ", " for part in words[4].split(",")) + ")"
            ends = '"round"' if words[3] == "round" else '"butt"'
            out.append(f'#s(rgb("{words[1]}"), {pt(words[2])}, {ends}, {dash}, {steps(words[5:])})')
        elif kind == "text":
            x, y, turn, dx, dy, size, weight, color = words[1:9]
            string = quoted(" ".join(words[9:]))
            face, weight = ("BIZ UDGothic", "regular") if weight == "figures" else ("BIZ UDPGothic", weight)
            rest = f'{pt(size)}, "{face}", "{weight}", rgb("{color}"), {string})'
            if float(turn) == 0:
                out.append(f"#t({float(x) + float(dx):.3f}pt, {float(y) + float(dy):.3f}pt, {rest}")
            else:
                out.append(f"#r({pt(x)}, {pt(y)}, {turn}deg, {pt(dx)}, {pt(dy)}, {rest}")
        elif kind == "icon":
            out.append(f'#i("{icons}/{words[1]}.svg", {pt(words[2])}, {pt(words[3])}, {pt(words[4])})')
        elif kind == "clip":
            x, y, width, height = box(words[1:])
            out.append(f"#place(dx: {x}pt, dy: {y}pt, block(width: {width}pt, height: {height}pt, clip: true, "
                       f"place(dx: {-x}pt, dy: {-y}pt, [")
        elif kind == "end":
            out.append("])))")
        else:
            raise SystemExit(f"unknown: {kind}")
    print("\n".join(out))


if __name__ == "__main__":
    main()
