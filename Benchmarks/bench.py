#!/usr/bin/env python3
"""Measures Tenken beside others and writes what came out into docs/benchmarks.md.

    make bench                                        builds, then runs this
    Benchmarks/run --runs 20                          more runs
    Benchmarks/run --print                            leaves docs/benchmarks.md alone

Whole processes, from start to end, each candidate in turn (so that a busy moment of the machine meets all of
them), the median of all runs. Nothing but docs/benchmarks.md is written outside .build/bench.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".build" / "bench"
PEERS = ROOT / "Benchmarks" / "peers"
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
FONT_FOLDERS = ["/usr/share/fonts/truetype/bizud-gothic", "~/.local/share/fonts", "~/.fonts", "~/Library/Fonts",
                "/Library/Fonts"]
PACKAGES = {"typst": "typst==0.15.2", "weasyprint": "weasyprint==70.0", "yaml": "pyyaml==6.0.2", "mesa": "mesa==3.3.1", "numpy": "numpy==2.4.6"}


def say(text):
    print(text, file=sys.stderr, flush=True)


def fail(text):
    say(text)
    sys.exit(1)


def quiet(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    if done.returncode != 0:
        fail(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


class Candidate:
    """A program and what it was seen to take."""

    def __init__(self, name, command, makes=None, **environment):
        self.name, self.command, self.makes = name, [str(word) for word in command], makes
        self.environment = {**os.environ, **{key: str(value) for key, value in environment.items()}}
        self.wall, self.cpu, self.memory = [], [], []

    def run(self):
        if self.makes and self.makes.exists():
            self.makes.unlink()
        # Not a pipe: nobody reads it before the end, and a program that says much would wait for ever.
        with tempfile.TemporaryFile() as stderr:
            start = time.perf_counter()
            process = subprocess.Popen(self.command, env=self.environment, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=stderr)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            stderr.seek(0)
            said = stderr.read().decode(errors="replace")
        if process.returncode != 0:
            fail(f"{self.name} ended with {process.returncode}: {said}")
        if self.makes and not self.makes.exists():
            fail(f"{self.name} made no {self.makes}: {said}")
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss

    @property
    def milliseconds(self):
        return statistics.median(self.wall) * 1000

    @property
    def cpu_milliseconds(self):
        return statistics.median(self.cpu) * 1000

    @property
    def bytes(self):
        return self.makes.stat().st_size


def measure(candidates, runs):
    for candidate in candidates:
        candidate.run()  # once unmeasured: files into memory
    for number in range(runs):
        # Turned by one each time, so that nobody always follows the same neighbour.
        turn = number % len(candidates)
        for candidate in candidates[turn:] + candidates[:turn]:
            wall, cpu, memory = candidate.run()
            candidate.wall.append(wall)
            candidate.cpu.append(cpu)
            candidate.memory.append(memory)
    return candidates


def font_folder():
    for folder in FONT_FOLDERS:
        path = Path(folder).expanduser()
        if (path / "BIZUDPGothic-Regular.ttf").exists():
            return path
    fail("BIZ UDPGothic was not found; run make build first.")


def python_with_peers():
    """A throw-away environment with the programs from PyPI."""
    folder = WORK / "venv"
    python = folder / "bin" / "python"
    wanted = folder / "packages.json"
    if not wanted.exists() or json.loads(wanted.read_text()) != PACKAGES:
        say("Installing Typst, WeasyPrint, PyYAML, Mesa and numpy from PyPI into .build/bench/venv …")
        shutil.rmtree(folder, ignore_errors=True)
        quiet([sys.executable, "-m", "venv", folder])
        quiet([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES.values()])
        wanted.write_text(json.dumps(PACKAGES))
    return python


def compiled_peer():
    flags = quiet(["pkg-config", "--cflags", "--libs", "cairo-pdf", "pangocairo", "pangoft2", "librsvg-2.0"]).split()
    program = WORK / "draw"
    quiet([os.environ.get("CC", "cc"), "-O2", PEERS / "draw.c", "-o", program, *flags, "-lm"])
    return program


def session(name, *arguments):
    path = WORK / name
    path.write_text(quiet([sys.executable, ROOT / "Benchmarks" / "make_session.py", *map(str, arguments)]))
    return path


def line(candidate, best, with_bytes=False):
    cells = [candidate.name, f"{candidate.milliseconds:.0f} ms", f"{candidate.cpu_milliseconds:.0f} ms",
             f"{best.milliseconds / candidate.milliseconds:.2f}", f"{statistics.median(candidate.memory) / 1024:.0f} MB"]
    if with_bytes:
        cells.append(f"{candidate.bytes:,}" if candidate.makes else "")
    return "| " + " | ".join(cells) + " |"


def maps(tenken, dump, runs):
    """Four maps of 120 houses to one PDF."""
    source = session("maps.yaml", "--houses", 120)
    listed = WORK / "maps.txt"
    listed.write_text(quiet([dump, source, "table", "a3-landscape"]))
    fonts, icons, python, draw = font_folder(), ROOT / "Assets" / "icons", python_with_peers(), compiled_peer()
    typst = WORK / "typst"
    shutil.rmtree(typst, ignore_errors=True)
    typst.mkdir()
    shutil.copytree(icons, typst / "icons")
    (typst / "maps.typ").write_text(quiet([sys.executable, PEERS / "to_typst.py", listed, "icons"]))
    (typst / "run.py").write_text(
        "import sys, typst\n"
        "typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)\n")
    outputs = {name: WORK / f"{name}.pdf" for name in ("tenken", "c", "typst")}
    # Named one by one: else the series would stand in the file as well.
    years = [word for year in (2023, 2033, 2043, 2053) for word in ("--year", str(year))]
    ours = Candidate(
        "Tenken: session → PDF",
        [tenken, "render", source, *years, "--audience", "table", "--paper", "a3", "--output", outputs["tenken"],
         "--force"],
        outputs["tenken"])
    c = Candidate(
        "C: display list → PDF",
        [draw, listed, icons, fonts, outputs["c"]],
        outputs["c"])
    other = Candidate(
        "Typst: display list → PDF",
        [python, typst / "run.py", typst / "maps.typ", outputs["typst"], fonts], outputs["typst"])
    nothing = Candidate("of which Python's start and import", [python, "-c", "import typst"])
    candidates = measure([ours, c, other, nothing], runs)
    kinds = [row.split(" ", 1)[0] for row in listed.read_text().splitlines()]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("page", "text", "fill", "stroke", "icon", "clip"))
    rows = [
        "### Four maps of 120 houses, Japanese text, one PDF", "",
        f"The display list: {counts}.", "",
        "| whole process | wall clock | processor | Tenken ÷ this | memory | bytes |",
        "| --- | --: | --: | --: | --: | --: |",
        *[line(candidate, ours, True) for candidate in candidates], "",
        f"- Tenken takes {ours.milliseconds / other.milliseconds:.2f} of Typst's time (aim: at most 0.50) and "
        f"{ours.milliseconds / c.milliseconds:.2f} of C's (aim: at most 1.30); of processor time "
        f"{ours.cpu_milliseconds / other.cpu_milliseconds:.2f} and {ours.cpu_milliseconds / c.cpu_milliseconds:.2f}.",
        f"- Its file has {ours.bytes / other.bytes:.2f} of the bytes of Typst's (aim: at most 1.00) and "
        f"{ours.bytes / c.bytes:.2f} of C's, which has no structure tags.",
    ]
    return rows


TYPST = ("import sys, typst\n"
         "typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True, root='/')\n")
WEASYPRINT = ("import sys, weasyprint\n"
              "weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_tags=True)\n")


def page_count(path):
    return int(next(row.split()[1] for row in quiet(["pdfinfo", path]).splitlines() if row.startswith("Pages:")))


def paper(title, kind, source, words, tenken_makes, runs):
    """Pages set by Tenken, Typst and WeasyPrint from the same session."""
    fonts, python = font_folder(), python_with_peers()
    folder = WORK / kind
    folder.mkdir(exist_ok=True)
    figures = ["teen-boy-thoughtful", "young-man-quiet", "middle-woman-thoughtful", "older-man-calm"]
    for place, figure in enumerate(figures):
        shutil.copy(ROOT / "Assets" / "portraits" / f"{figure}.svg", folder / f"portrait-{place}.svg")
    documents = {}
    for form, ending in (("typst", "typ"), ("html", "html")):
        documents[form] = folder / f"{kind}.{ending}"
        documents[form].write_text(
            quiet([python, PEERS / "to_pages.py", kind, form, source, "." if form == "typst" else folder]))
    (folder / "typst_run.py").write_text(TYPST)
    (folder / "weasyprint_run.py").write_text(WEASYPRINT)
    outputs = {name: folder / f"{name}.pdf" for name in ("typst", "weasyprint")}
    ours = Candidate("Tenken: session → PDF", words, tenken_makes)
    typst = Candidate("Typst: finished document → PDF",
                      [python, folder / "typst_run.py", documents["typst"], outputs["typst"], fonts], outputs["typst"])
    weasyprint = Candidate(
        "WeasyPrint: finished document → PDF",
        [python, folder / "weasyprint_run.py", documents["html"], outputs["weasyprint"]], outputs["weasyprint"])
    candidates = measure([ours, typst, weasyprint], runs)
    pages = {candidate.name: page_count(candidate.makes) for candidate in candidates}
    faster = min(typst, weasyprint, key=lambda one: one.cpu_milliseconds)
    return [
        f"### {title}", "",
        "| whole process | wall clock | processor | Tenken ÷ this | memory | bytes | pages |",
        "| --- | --: | --: | --: | --: | --: | --: |",
        *[line(candidate, ours, True) + f" {pages[candidate.name]} |" for candidate in candidates], "",
        f"- Tenken takes {ours.milliseconds / faster.milliseconds:.2f} of the time of the faster one, "
        f"{faster.name.split(':')[0]} (aim: at most 0.50); of processor time "
        f"{ours.cpu_milliseconds / faster.cpu_milliseconds:.2f}.",
        f"- Its file has {ours.bytes / typst.bytes:.2f} of the bytes of Typst's and {ours.bytes / weasyprint.bytes:.2f} of WeasyPrint's.",
    ]


def newsletter(tenken, runs):
    """The four pages of samples/newsletter.yaml."""
    source = ROOT / "samples" / "newsletter.yaml"
    folder = WORK / "newsletter"
    folder.mkdir(exist_ok=True)
    ids = [f"map-{name}-{year}" for name, years in (("A", (2023, 2033)), ("B", range(2023, 2054, 10)), ("C", range(2023, 2054, 10)))
           for year in years]
    quiet([tenken, "export", source, *ids, "--format", "svg", "--size", "column", "--output", folder, "--force"])
    for picture in (ROOT / "samples" / "pictures").glob("*.svg"):
        shutil.copy(picture, folder)
    made = WORK / "newsletter-out"
    return paper("A newsletter of four pages", "newsletter", source,
                 [tenken, "newsletter", source, "--output", made, "--force"], made / "newsletter.pdf", runs)


def personas(tenken, runs):
    """Five hundred persona sheets in one file."""
    source = WORK / "personas.yaml"
    source.write_text(quiet([sys.executable, ROOT / "Benchmarks" / "make_personas.py", "500"]))
    made = WORK / "personas-out"
    return paper("500 persona sheets in one file", "personas", source,
                 [tenken, "personas", source, "--book", "--format", "pdf", "--output", made, "--force"],
                 made / "persona-sheets.pdf", runs)


def start(tenken, runs):
    """Start-up, beside a process that does nothing."""
    ours = Candidate("tenken --version", [tenken, "--version"])
    check = Candidate("tenken check, the README's hamlet", [tenken, "check", ROOT / "samples" / "hamlet.yaml"])
    nothing = Candidate("/bin/true", ["/bin/true"])
    python = Candidate("python3 -c pass", ["python3", "-c", "pass"])
    candidates = measure([ours, check, nothing, python], runs * 2)
    return [
        "### Start-up", "",
        "| whole process | wall clock | processor | Tenken ÷ this | memory |", "| --- | --: | --: | --: | --: |",
        *[line(candidate, ours) for candidate in candidates], "",
        f"- The release binary has {tenken.stat().st_size / 1e6:.1f} MB.",
    ]


def reading(tenken, runs):
    """Reading and checking 5,000 houses, beside reading alone."""
    source = session("large.yaml", "--houses", 200, "--maps", 25, "--seed", 7)
    python = python_with_peers()
    ours = Candidate("tenken check", [tenken, "check", source])
    load = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.{})"
    quick = Candidate("PyYAML, C loader, no checks", [python, "-c", load.format("CSafeLoader"), source])
    candidates = measure([ours, quick], runs)
    return [
        "### Reading and checking a file of 5,000 houses", "",
        f"{source.stat().st_size / 1000:.0f} kB, {len(source.read_text().splitlines()):,} lines, 25 maps.", "",
        "| whole process | wall clock | processor | Tenken ÷ this | memory |", "| --- | --: | --: | --: | --: |",
        *[line(candidate, ours) for candidate in candidates],
    ]


def exact(tenken, runs):
    """40,000 houses, no two alike: every chance exactly, beside the sums alone in numpy."""
    source, python = WORK / "many.yaml", python_with_peers()
    source.write_text(quiet([sys.executable, ROOT / "Benchmarks" / "make_many.py", "40000"]))
    text = source.read_text()
    people = text.count("○") + text.count("△")
    ours = Candidate("Tenken: session → every chance of it", [tenken, "project", source, "--chance"])
    rule = Candidate("of which what `project` does without chances", [tenken, "project", source])
    numpy = Candidate("numpy: adding up, nothing else", [python, PEERS / "sums_numpy.py", 40_000, people, 4])
    candidates = measure([ours, rule, numpy], runs)
    return [
        "### Chances of 40,000 houses, exactly", "",
        f"{people:,} people, no two households alike, nobody away; three horizons. The chance of everybody and of every house, and how 17 counts "
        "are distributed at four dates. numpy only adds up as many counts whose chances are there already.", "",
        "| whole process | wall clock | processor | Tenken ÷ this | memory |", "| --- | --: | --: | --: | --: |",
        *[line(candidate, ours) for candidate in candidates], "",
        f"- Of processor time Tenken takes {ours.cpu_milliseconds / 1000:.1f} s, {ours.cpu_milliseconds / numpy.cpu_milliseconds:.2f} of what numpy takes.",
    ]


class Rate:
    """A program that says itself what it did and how long it took, and what came out of several runs."""

    def __init__(self, name, command):
        self.name, self.command, self.found, self.memory = name, [str(word) for word in command], [], 0

    def run(self):
        process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        said = process.stdout.read()
        trouble = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        process.stderr.close()
        if process.returncode != 0:
            fail(f"{self.name} ended with {process.returncode}: {trouble}")
        self.found.append(json.loads(said.strip().splitlines()[-1]))
        self.memory = max(self.memory, usage.ru_maxrss)

    def value(self, key):
        return statistics.median(found[key] for found in self.found)

    @property
    def rate(self):
        """Million person-years a second of the processor's time: a busy machine changes the wall clock's only."""
        return self.value("personYears") / self.value("cpu") / 1e6

    @property
    def wall_rate(self):
        return self.value("personYears") / self.value("wall") / 1e6


def city(runs):
    """A city of 76,387 people, 30 years: the engine beside numpy, Mesa and a bare loop."""
    bench, python = ROOT / ".build" / "release" / "city-bench", python_with_peers()
    roster = WORK / "city.csv"
    quiet([bench, "csv", roster])
    one = Rate("Tenken, 1,000 runs, 1 thread", [bench, "kernel", "--runs", 1000, "--threads", 1])
    two = Rate("Tenken, 1,000 runs, 2 threads", [bench, "kernel", "--runs", 1000, "--threads", 2])
    every = Rate("Tenken, every process on, 1 thread", [bench, "kernel", "--runs", 200, "--threads", 1, "--all"])
    raw = Rate("a loop that only draws and compares", [bench, "raw"])
    numpy = Rate("numpy, vectorised, 20 runs", [python, PEERS / "city_numpy.py", roster, 20])
    mesa = Rate("Mesa, an agent a person, 20,000 people, 1 run", [python, PEERS / "city_mesa.py", roster, 20_000])
    large = WORK / "large.csv"
    quiet([bench, "csv", large, "--people", "1000000", "--houses", "411000"])
    reading = Rate("reading a roster of a million", [bench, "read", large])
    candidates = [one, two, every, raw, numpy, mesa, reading]
    for number in range(runs):
        for candidate in candidates:
            say(f"  {candidate.name} ({number + 1}/{runs})")
            candidate.run()
    country = Rate("125 million", [bench, "country", "--copies", 1636, "--threads", 2])
    say("  125 million people …")
    country.run()
    yearly = Rate("", [bench, "kernel", "--runs", 20, "--yearly"])
    yearly.run()
    share = yearly.value("here") / (yearly.value("people") * 30)
    fastest = max(numpy.rate, mesa.rate)
    rows = [
        "### A city: 76,387 people in 31,398 houses, 30 years, death, leaving and return", "",
        "Million person-years a second: people × years × runs, over the processor's time and over the wall clock's.", "",
        "| | of a processor | of the wall clock | ÷ the faster peer | people | vacant |", "| --- | --: | --: | --: | --: | --: |",
    ]
    for candidate in candidates[:6]:
        people = f"{int(candidate.value('population')):,}" if "population" in candidate.found[0] else ""
        vacant = f"{int(candidate.value('vacant')):,}" if "vacant" in candidate.found[0] else ""
        rows.append(
            f"| {candidate.name} | {candidate.rate:.1f} | {candidate.wall_rate:.1f} | {candidate.rate / fastest:.1f} "
            f"| {people} | {vacant} |")
    memory = one.value("columns") / one.value("people")
    rows += [
        "",
        f"- One processor does {one.rate:.0f} million person-years a second (aim: 100), {one.rate / fastest:.1f} times the faster of "
        f"numpy and Mesa (aim: 20), {one.rate / mesa.rate:.0f} times Mesa. Two threads finish {one.value('wall') / two.value('wall'):.2f} "
        f"times as soon as one; of the processors' time they take {two.value('cpu') / one.value('cpu'):.2f} times as much.",
        f"- The bare loop compares all four words of each block with one chance: {raw.rate:.0f} million; the engine does "
        f"{one.rate / raw.rate:.2f} of that.",
        f"- Of the person-years {100 * share:.0f}% are of people who still live at home; the peers draw for all as well.",
        f"- Memory: {memory:.1f} bytes a person in the columns, {one.memory / 1024:.0f} MB the whole process.",
        f"- Reading: {reading.value('bytes') / reading.value('cpu') / 1e6:.0f} MB and "
        f"{reading.value('people') / reading.value('cpu') / 1e6:.1f} million people a second; "
        f"{reading.value('columns') / reading.value('people'):.1f} bytes a person.",
        f"- {country.value('people') / 1e6:.0f} million people in {country.value('houses') / 1e6:.0f} million houses, one run of 30 years on two "
        f"threads: {country.value('wall'):.1f} s by the wall clock, {country.value('cpu'):.1f} s of processors' time (aim: under 60 s), "
        f"{country.memory / 1048576:.1f} GB (aim: 8). Inventing the country in memory before took "
        f"{country.value('preparedMilliseconds') / 1000:.1f} s; its CSV would have "
        f"{large.stat().st_size * country.value('people') / 1e6 / 1e9:.1f} GB.",
    ]
    return rows


def machine():
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [row.split(":", 1)[1].strip() for row in info.read_text().splitlines() if row.startswith("model name")]
        model = names[0] if names else model
    system = platform.platform(terse=True)
    release = Path("/etc/os-release")
    if release.exists():
        fields = dict(row.split("=", 1) for row in release.read_text().splitlines() if "=" in row)
        system = fields.get("PRETTY_NAME", system).strip('"')
    versions = [quiet(["pkg-config", "--modversion", name]).strip() for name in ("cairo", "pango")]
    swift = quiet(["swift", "--version"]).splitlines()[0].split("(")[0].strip()
    busy = f", {os.getloadavg()[0]:.0f} processes wanting them" if os.getloadavg()[0] > 1.5 else ""
    return (f"{model}, {os.cpu_count()} processors{busy}, {system}, {swift}, Cairo {versions[0]}, Pango {versions[1]}, "
            f"{', '.join(PACKAGES.values())}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="measured runs of each candidate (15)")
    parser.add_argument("--print", action="store_true", help="print only, leave docs/benchmarks.md as it is")
    parser.add_argument("--only", choices=["maps", "newsletter", "personas", "start", "reading", "exact", "city"], action="append", help="only this part")
    arguments = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    built = ROOT / ".build" / "release"
    tenken, dump = built / "tenken", built / "picture-dump"
    for program in (tenken, dump):
        if not program.exists():
            fail(f"{program} is missing: make bench builds it")
    parts = {
        "maps": lambda: maps(tenken, dump, arguments.runs),
        "newsletter": lambda: newsletter(tenken, arguments.runs),
        "personas": lambda: personas(tenken, max(3, arguments.runs // 5)),
        "start": lambda: start(tenken, arguments.runs),
        "reading": lambda: reading(tenken, max(5, arguments.runs // 2)),
        "exact": lambda: exact(tenken, max(3, arguments.runs // 5)),
        "city": lambda: city(max(1, arguments.runs // 5)),
    }
    rows = [f"{machine()}. Medians of {arguments.runs} runs, candidates in turn."]
    for name in arguments.only or parts:
        say(f"Measuring: {name} …")
        rows += ["", *parts[name]()]
    text = "\n".join(rows)
    print(text)
    if not arguments.print and not arguments.only and PAGE.exists():
        page = PAGE.read_text()
        head, tail = page.split(BEGIN)[0], page.split(END)[1]
        PAGE.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}")
        say(f"Written to {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
