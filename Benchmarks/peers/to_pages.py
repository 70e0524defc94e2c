#!/usr/bin/env python3
"""Sets what a session says beside its maps with Typst or with WeasyPrint: the same words, charts and pictures.

    python3 to_pages.py newsletter typst session.yaml pictures > newsletter.typ
    python3 to_pages.py newsletter html  session.yaml pictures > newsletter.html
    python3 to_pages.py personas   html  session.yaml pictures > personas.html

`pictures` holds the maps (map-B-2033.svg) and portraits as finished SVG. Nothing is measured here: the peers begin with
the finished document. They need not draw maps, compute figures, choose among settings, or look for private words.
"""

import html
import re
import sys

import yaml

ACCENT, FINDINGS, ACTIONS, GROUND = "#b9452d", "#e4e4e4", "#f6e7e0", "#f6f6f6"
ROWS = [("性格", ["character"]), ("家族・仕事", ["family", "work"]), ("人との関係", ["relations"]), ("ネット", ["internet"]),
        ("出会える場所", ["access"])]
FIELDS = ["age", "sex", "home", "origin", "schooling", "past-work", "work", "family", "character", "rhythm", "interests",
          "relations", "internet", "days-off", "access"]


def listed(value):
    if value is None:
        return []
    if isinstance(value, dict):
        return [f"{key}：{one}" for key, one in value.items()]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def plain(text):
    """Without the marks of emphasis and readings."""
    return re.sub(r"\{([^|}]*)\|[^}]*\}", r"\1", text).replace("**", "")


class HTML:
    """A page as WeasyPrint reads it."""

    head = f"""<!doctype html><html lang="ja"><meta charset="utf-8"><title>計測のためのニュースレター</title><style>
@page {{ size: A4; margin: 15mm }} @page :first {{ margin-top: 0 }}
body {{ font: 9.5pt/1.55 "BIZ UDPGothic"; margin: 0 }} h2 {{ font-size: 13.5pt; border-bottom: .3mm solid; break-after: avoid }}
h3 {{ font-size: 10.5pt; break-after: avoid }} .banner {{ background: {ACCENT}; color: white; margin: 0 -15mm; padding: 8mm 15mm }}
.banner h1 {{ font-size: 24pt; margin: 0 }} .grid {{ display: flex; gap: 4mm }} .grid > * {{ flex: 1; min-width: 0 }}
.box {{ border-radius: 2.5mm; padding: 3mm }} .columns {{ columns: 2; column-gap: 7mm }} img {{ width: 100% }}
.bar {{ background: {ACCENT}; height: 3mm }} .track {{ background: #ddd }} table {{ width: 100%; border-collapse: collapse }}
td {{ vertical-align: top; border-top: .2mm solid #ccc; padding: 1.5mm }} .sheet {{ break-after: page }} li {{ margin-left: -6mm }}
</style>"""
    tail = "</html>"

    def text(self, words):
        return html.escape(plain(words))

    def banner(self, title, lines):
        return f'<div class="banner"><h1>{self.text(title)}</h1>' + "".join(f"<div>{self.text(one)}</div>" for one in lines) + "</div>"

    def heading(self, words):
        return f"<h2>{self.text(words)}</h2>"

    def small(self, words):
        return f"<h3>{self.text(words)}</h3>"

    def paragraph(self, words):
        marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(words))
        return "<p>" + re.sub(r"\{([^|}]*)\|([^}]*)\}", r"<ruby>\1<rt>\2</rt></ruby>", marked) + "</p>"

    def bullets(self, lines):
        return "<ul>" + "".join(f"<li>{self.text(one)}</li>" for one in lines) + "</ul>"

    def box(self, ground, parts):
        return f'<div class="box" style="background:{ground}">' + "".join(parts) + "</div>"

    def grid(self, parts):
        return '<div class="grid">' + "".join(f"<div>{part}</div>" for part in parts) + "</div>"

    def columns(self, parts):
        return '<div class="columns">' + "".join(parts) + "</div>"

    def picture(self, path, width=None):
        return f'<img src="{path}"' + (f' style="width:{width}mm"' if width else "") + ">"

    def bars(self, rows):
        most = max((count for _, count, _ in rows), default=1) or 1
        return '<table>' + "".join(
            f'<tr><td style="width:30%">{self.text(name)}<td><div class="track"><div class="bar" style="width:{100 * count / most:.1f}%">'
            f'</div></div><td style="width:22%">{self.text(said)}' for name, count, said in rows) + "</table>"

    def table(self, rows):
        return "<table>" + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows) + "</table>"

    def swatch(self, color):
        return f'<div style="background:{color};height:8mm"></div>'

    def sheet(self, parts):
        return '<div class="sheet">' + "".join(parts) + "</div>"


class Typst:
    """A page as Typst reads it."""

    head = f"""#set document(title: "計測のためのニュースレター")
#set page("a4", margin: 15mm)
#set text(font: "BIZ UDPGothic", size: 9.5pt, lang: "ja")
#set par(leading: 0.75em)
#show heading.where(level: 2): it => block(sticky: true, width: 100%, stroke: (bottom: 0.3mm), inset: (bottom: 1.5mm), text(13.5pt, it.body))
#let track(part) = block(width: 100%, height: 3mm, fill: rgb("#dddddd"), block(width: part * 100%, height: 3mm, fill: rgb("{ACCENT}")))
#let ruby(base, reading) = box(stack(dir: ttb, spacing: 1pt, align(center, text(5pt, reading)), base))
"""
    tail = ""

    def text(self, words):
        return "#" + self.quoted(plain(words)) + ";"

    def quoted(self, words):
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def banner(self, title, lines):
        inside = f'#text(24pt, weight: "bold")[{self.text(title)}]' + "".join(f"\n\n{self.text(one)}" for one in lines)
        return f'#block(width: 100%, fill: rgb("{ACCENT}"), inset: 6mm, text(fill: white)[{inside}])\n'

    def heading(self, words):
        return f"\n#heading(level: 2)[{self.text(words)}]\n"

    def small(self, words):
        return f"\n#heading(level: 3)[{self.text(words)}]\n"

    def paragraph(self, words):
        out = []
        for part in re.split(r"(\*\*.+?\*\*|\{[^}]*\})", words):
            if part.startswith("**"):
                out.append(f"#strong[{self.text(part)}]")
            elif part.startswith("{") and "|" in part:
                base, reading = part[1:-1].split("|")
                out.append(f"#ruby({self.quoted(base)}, {self.quoted(reading)})")
            elif part:
                out.append(self.text(part))
        return "\n" + "".join(out) + "\n"

    def bullets(self, lines):
        return "#list(" + ", ".join(f"[{self.text(one)}]" for one in lines) + ")\n"

    def box(self, ground, parts):
        return f'#block(width: 100%, fill: rgb("{ground}"), radius: 2.5mm, inset: 3mm)[{"".join(parts)}]\n'

    def grid(self, parts):
        return f"#grid(columns: (1fr,) * {len(parts)}, gutter: 4mm, " + ", ".join(f"[{part}]" for part in parts) + ")\n"

    def columns(self, parts):
        return "#columns(2, gutter: 7mm)[" + "".join(parts) + "]\n"

    def picture(self, path, width=None):
        return f'#image("{path}", width: {f"{width}mm" if width else "100%"})'

    def bars(self, rows):
        most = max((count for _, count, _ in rows), default=1) or 1
        return "#grid(columns: (30%, 1fr, 22%), gutter: 2mm, align: horizon, " + ", ".join(
            f"[{self.text(name)}], track({count / most:.4f}), [{self.text(said)}]" for name, count, said in rows) + ")\n"

    def table(self, rows):
        cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
        return f'#table(columns: (23mm,) + (1fr,) * {len(rows[0]) - 1}, stroke: (top: 0.2mm + rgb("#cccccc")), {cells})\n'

    def swatch(self, color):
        return f'#block(width: 100%, height: 8mm, fill: rgb("{color}"))'

    def sheet(self, parts):
        return "".join(parts) + "#pagebreak(weak: true)\n"


def newsletter(out, session, pictures):
    def portrait(persona):
        return f"{pictures}/portrait-{persona['place'] % 4}.svg"

    yield out.banner(session["title"], [f"日時 {session['date']} {session.get('time', '')}　場所 {session.get('venue', '')}", session.get("programme", "")])
    yield out.box(GROUND, [out.small("プログラム"), out.bullets(session["agenda"])])
    yield out.columns([part for greeting in session["greetings"] for part in (
        [out.paragraph(one) for one in listed(greeting["words"])] + [out.paragraph(greeting["office"] + " " + greeting["name"])])])
    yield out.columns([part for section in session["sections"] for part in (
        [out.heading(section["title"])] + [out.paragraph(one) for one in listed(section["text"])])])
    yield out.heading("地域点検をしよう")
    for map in session["maps"]:
        years = [2023 + years for years in [0] + map.get("horizons", [10, 20, 30])]
        yield out.small(f"{map['id']} {map['title']}　{map.get('subtitle', '')}")
        yield out.grid([out.picture(f"{pictures}/map-{map['id']}-{year}.svg") for year in years])
        yield out.paragraph("85歳以上は亡くなったとみなし、20歳になった子どもは家を出ると仮定しています。")
        yield out.grid([out.box(FINDINGS, [out.small("気づいたこと"), out.bullets(map["findings"])]),
                        out.box(ACTIONS, [out.small("取り組むといいこと"), out.bullets(map["actions"])])])
    for talk in session["talks"]:
        yield out.heading("話し合ったこと")
        yield out.grid([out.box(FINDINGS, [out.small("気づいたこと"), out.bullets(talk["findings"])]),
                        out.box(ACTIONS, [out.small("取り組むといいこと"), out.bullets(talk["actions"])])])
    personas = [{**persona, "place": place} for place, persona in enumerate(session["personas"])]
    yield out.heading("これから出会いたい人")
    yield out.table(
        [[""] + [out.picture(portrait(one), 28) + out.small("".join(listed(one["title"]))) for one in personas]]
        + [[out.text(title)] + [out.bullets([line for key in keys for line in listed(one.get(key))]) for one in personas] for title, keys in ROWS])
    counts = [out.heading("どうすれば出会える？"),
              out.bars([(name, count, f"（{count}）") for name, count in session["ways-to-meet"].items()])]
    for vote in session["votes"]:
        counts.append(out.heading(vote["title"]))
        for entry in vote["entries"]:
            counts.append(out.grid([out.small(entry["name"]) + out.bullets(entry["reasons"]), out.text(f"{entry['votes']}票"),
                                    out.picture(f"{pictures}/{entry['picture'].split('/')[-1]}", 15)]))
    counts.append(out.heading("合う色、合わない色"))
    for ranking in session["colours"]:
        colours = [(one.split(" #")[0], "#" + one.split(" #")[1] if " #" in one else "#ffffff") for one in ranking["ranking"]]
        counts.append(out.grid([out.text(ranking["table"])] + [out.swatch(color) + out.text(name) for name, color in colours]))
    for tally in session["tallies"]:
        counts += [out.heading("みなさんの声"), out.small(tally["title"]), out.bars([(name, count, f"（{count}）") for name, count in tally["counts"].items()])]
    asked = session["questionnaire"]
    counts.append(out.heading("アンケートから"))
    for question in asked["questions"]:
        counts += [out.small(question["question"]),
                   out.bars([(name, count, f"{100 * count / asked['respondents']:.0f}%（{count}人）") for name, count in question["answers"].items()])]
    counts.append(out.heading("参加したみなさん"))
    for key, title in (("departments", "所属"), ("sexes", "性別"), ("ages", "年代")):
        counts += [out.small(title), out.bars([(name, count, f"{count}人") for name, count in session["participants"][key].items()])]
    counts.append(out.small("お問い合わせ"))
    for contact in session["contacts"]:
        counts.append(out.box(GROUND, [out.small(contact["name"])] + [out.paragraph(contact[key]) for key in ("telephone", "hours", "place", "url") if key in contact]))
    yield out.columns(counts)


def personas(out, session, pictures):
    for place, persona in enumerate(session["personas"]):
        yield out.sheet([
            out.picture(f"{pictures}/portrait-{place % 4}.svg", 58), out.heading("".join(listed(persona["title"]))),
            out.table([[out.text(key), out.bullets(listed(persona[key]))] for key in FIELDS if key in persona])])


def main():
    kind, form, path, pictures = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        session = yaml.safe_load(file)
    out = {"html": HTML, "typst": Typst}[form]()
    sys.stdout.write(out.head + "".join({"newsletter": newsletter, "personas": personas}[kind](out, session, pictures)) + out.tail)


if __name__ == "__main__":
    main()
