import Foundation
import Testing

/// What goes to thousands of households, as the commands are typed that print it.
@Suite struct PrintCommandTests {
  private static let street = """
    tenken: 1
    title: 点検の会
    date: 2024-02-07
    maps:
      - id: B
        title: 農村
        roads: [{id: 県道, kind: main, points: [[0, 60], [180, 60]]}]
        along: [{road: 県道, side: north, houses: [b1, b2, b3, b4, b5, b6]}]
        houses:
          b1: [○87 大工, △75]
          b2: [○55, △52, ○19]
          b3: [○72, △70]
          b4: [○66, △64]
          b5: [○62, △61]
          b6: [○43, △40, △9]
        findings: [FINDING]
        actions: [声をかけ合う]

    """

  @Test(arguments: [
    ("87歳の人が一人で暮らす", "住んでいる人の年齢「87歳」", "--allow 87歳"),
    ("八十七歳の人がいる", "住んでいる人の年齢「八十七歳」", "--allow 八十七歳"),
    ("b1の大工さんに頼む", "家「b1」の人の職業「大工」", "--allow 大工"),
  ])
  func whoeverIsToldWithoutANameStopsThePage(_ finding: String, _ what: String, _ allow: String) throws {
    let terminal = try Terminal()
    try terminal.put(Self.street.replacing("FINDING", with: finding), into: "w.yaml")
    let reply = try terminal.type("tenken newsletter w.yaml --lang ja")
    #expect(reply.code == 1)
    #expect(reply.error.contains("w.yaml:16:"), "\(reply.error)")
    #expect(reply.error.contains(what), "\(reply.error)")
    #expect(try terminal.type("tenken check w.yaml --lang ja").error.contains(what))
    #expect(try terminal.type("tenken newsletter w.yaml --lang ja \(allow)").code == 0)
  }

  @Test(arguments: ["85歳以上は亡くなったとみなす", "87代", "88歳の人がいた町もある", "大工さんが減った", "65〜87歳の人"])
  func whatTellsNobodyIsPrinted(_ finding: String) throws {
    let terminal = try Terminal()
    try terminal.put(Self.street.replacing("FINDING", with: finding), into: "w.yaml")
    let reply = try terminal.type("tenken newsletter w.yaml --lang ja")
    #expect(reply.code == 0, "\(reply.error)")
  }

  @Test func aMissingCharacterIsNotPrintedUnlessAllowed() throws {
    let terminal = try Terminal()
    try terminal.put(
      "tenken: 1\ntitle: 会\ngreetings: [{name: 山田 𓀀, words: ようこそ}]\n", into: "w.yaml")
    let reply = try terminal.type("tenken newsletter w.yaml --lang ja")
    #expect(reply.code != 0)
    #expect(reply.error.contains("𓀀 (U+13000)"), "\(reply.error)")
    #expect(reply.error.hasPrefix("w.yaml:3:23: "), "\(reply.error)")
    #expect(reply.error.contains("--allow 𓀀"))
    #expect(try terminal.files().filter { $0.hasSuffix(".pdf") }.isEmpty)
    let allowed = try terminal.type("tenken newsletter w.yaml --lang ja --allow 𓀀")
    #expect(allowed.code == 0)
    #expect(allowed.error.contains("〓"))
  }

  @Test func aSlotSaysWhatItLacksAndWhatDoesNotFit() throws {
    let terminal = try Terminal()
    try terminal.put(Self.street.replacing("FINDING", with: "買い物に困る"), into: "w.yaml")
    _ = try terminal.type("tenken template copy quiet ours")
    let slot = "<rect id=\\\"slot-map-2099\\\" x=\\\"150\\\" y=\\\"1\\\" width=\\\"9\\\" height=\\\"4\\\"/>"
    _ = try terminal.type("sed -i \"s|<rect id=.slot-page|\(slot)&|\" ours/first.svg")
    let reply = try terminal.type("tenken newsletter w.yaml --template ours")
    #expect(reply.code == 0, "\(reply.error)")
    #expect(reply.error.contains("slot-map-2099"), "\(reply.error)")
    #expect(reply.error.contains("There is no map of 2099 (`horizons`"), "\(reply.error)")
    try terminal.put("tenken: 1\ntitle: 会\nvolume: 2024年3月の臨時増刊号です。とても長い号の名前\nagenda: [a]\n", into: "v.yaml")
    let small = try terminal.type("tenken newsletter v.yaml")
    #expect(small.code == 1)
    #expect(small.error.contains("v.yaml:3:9: error: The slot ‘slot-volume’"), "\(small.error)")
    #expect(small.error.contains("for `volume`"))
  }

  @Test func aStyleSheetOfAnotherFileIsRefused() throws {
    let terminal = try Terminal()
    _ = try terminal.type("tenken template copy quiet ours")
    _ = try terminal.type("sed -i '1i <?xml-stylesheet href=\"http://example.org/a.css\"?>' ours/first.svg")
    let reply = try terminal.type("tenken template check ours")
    #expect(reply.code == 1)
    #expect(reply.error.contains("ours/first.svg:1:1: error: It refers to another file"), "\(reply.error)")
    _ = try terminal.type("tenken template copy quiet theirs")
    let use = "<use xmlns:y=\\\"http://www.w3.org/1999/xlink\\\" y:href=\\\"b.svg#c\\\"/>"
    _ = try terminal.type("sed -i \"s|</svg>|\(use)&|\" theirs/inner.svg")
    #expect(try terminal.type("tenken template check theirs").error.contains("(b.svg#c)"))
  }

  @Test func slidesAreEquallyLargeAndColumnsNoLongerThanASheet() throws {
    let terminal = try Terminal()
    let rows = (1...60).map { "項目\($0): \($0)" }.joined(separator: ", ")
    try terminal.put(
      Self.street.replacing("FINDING", with: "買い物") + "tallies: [{title: 声, counts: {\(rows)}}]\n",
      into: "w.yaml")
    let slides = try terminal.type(
      "tenken export w.yaml map-B-2024 tally-1 figures-B --size slide --format pdf -o s; for f in s/*.pdf; do pdfinfo $f | grep 'Page size'; done"
    )
    let sizes = Set(slides.output.split(separator: "\n").filter { $0.hasPrefix("Page size") })
    #expect(sizes.count == 1, "\(slides.output)\(slides.error)")
    let column = try terminal.type(
      "tenken export w.yaml tally-1 --size column --format pdf -o c; pdfinfo -l 9 c/tally-1.pdf")
    let heights = column.output.matches(of: /x ([0-9.]+) pts/).compactMap { Double($0.output.1) }
    #expect(heights.count > 1, "\(column.output)\(column.error)")
    #expect(heights.allSatisfy { $0 < 842 })
  }

  @Test func tablesAreTablesAndPagesAreNamed() throws {
    let terminal = try Terminal()
    try terminal.put(
      Self.street.replacing("FINDING", with: "買い物") + """
        personas: [{title: [まだ会えない人, 名も知らない人], character: まじめ}, {title: 二人目, access: 学校}]
        colours: [{table: A, ranking: [紺, 若草色]}, {table: B, ranking: [謎の色]}]
        timetable: {runs: ["9:00", "13:30"], items: [5 あいさつ, 60 地図]}

        """, into: "w.yaml")
    let reply = try terminal.type(
      "tenken newsletter w.yaml; pdfinfo -struct w-newsletter/newsletter.pdf; qpdf --json w-newsletter/newsletter.pdf | grep -a title"
    )
    for tag in ["Table (block)", "TR\n", "TH\n", "TD\n"] { #expect(reply.output.contains(tag), "\(tag)") }
    #expect(reply.output.contains("見本なし") == false)
    #expect(reply.output.contains("Page 2: ") || reply.output.contains("2ページ　"), "\(reply.output)")
    let kit = try terminal.type(
      "tenken kit w.yaml -o k; for f in k/*.pdf; do echo $f; pdfinfo -struct $f | sort | uniq -c; done")
    for file in kit.output.split(separator: "\nk/").dropFirst() {
      #expect(file.contains(" P "), "\(file)")
    }
  }
}
