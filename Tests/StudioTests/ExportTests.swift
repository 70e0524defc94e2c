import Diagnostics
import Foundation
import Layout
import Picture
import Testing
import Workshop

@testable import Studio

/// Single graphics, at every size.
@Suite struct ExportTests {
  private let scratch = Scratch()

  private func sample(_ name: String) throws -> CheckedSession {
    try #require(Checking.check(Repository.root.appending(path: "samples/\(name).yaml").path).checked)
  }

  /// Every size of one sample, and of the other, whose maps are larger, the two for print.
  private static let cases: [(String, GraphicSize)] =
    GraphicSize.named.map { ("newsletter-english", $0.size) } + [
      ("newsletter", .column), ("newsletter", .wide),
    ]

  @Test(arguments: cases) func everyGraphicIsWholeAtEverySize(_ name: String, _ size: GraphicSize) throws {
    let session = try sample(name)
    let renderer = try PaperDesk.renderer()
    let content = try NewsletterPublishing.content(session.session, pictures: [:])
    let graphics = Graphic.all(content, measurer: renderer.typesetter)
    #expect(Set(graphics.map(\.id)).count == graphics.count)
    #expect(graphics.count > 10)
    for graphic in graphics {
      let pages = graphic.pages(size, measurer: renderer.typesetter)
      // What is longer than a sheet of A4 goes on in a second picture.
      #expect(!pages.isEmpty)
      #expect(pages.count == 1 || size == .a4 || pages.allSatisfy { $0.size.height.mm <= 297.01 })
      for page in pages {
        #expect(PageFaults(page).all == [], "\(graphic.id)")
        let ratio = page.size.width / page.size.height
        switch size {
        case .column: #expect(abs(page.size.width.mm - 88) < 0.01)
        case .wide: #expect(abs(page.size.width.mm - 180) < 0.01)
        case .a4: #expect(page.size == .a4)
        case .square: #expect(abs(ratio - 1) < 0.001)
        case .slide: #expect(abs(ratio - 16.0 / 9) < 0.001)
        case .width(let width): #expect(abs(page.size.width.mm - width) < 0.01)
        }
      }
    }
  }

  /// Bars are lengths: twenty people have a longer one than three, at every size.
  @Test(arguments: GraphicSize.named.map(\.size)) func barsTellTheirCounts(_ size: GraphicSize) throws {
    let renderer = try PaperDesk.renderer()
    let content = try NewsletterPublishing.content(try sample("newsletter").session, pictures: [:])
    let graphic = try #require(
      Graphic.all(content, measurer: renderer.typesetter).first { $0.id == "participants" })
    let accent = Color(0xC24D33)
    func bars(_ items: [Item]) -> [ClosedRange<Double>] {
      items.flatMap { item -> [ClosedRange<Double>] in
        switch item {
        case .group(let group): return bars(group.items)
        case .shape(let shape): return shape.fill == .solid(accent) ? [Self.bounds(shape.path)] : []
        default: return []
        }
      }
    }
    let page = try #require(graphic.pages(size, measurer: renderer.typesetter).first)
    let widths = bars(page.items).map { $0.upperBound - $0.lowerBound }
    let (most, least) = (try #require(widths.max()), try #require(widths.min()))
    #expect(most > least * 2 && most > 15)
  }

  /// From the left end of a path to its right end, in millimetres.
  private static func bounds(_ path: Path) -> ClosedRange<Double> {
    let xs = path.steps.flatMap { step -> [Double] in
      switch step {
      case .move(let to), .line(let to), .curve(_, _, let to): [to.x.mm]
      case .close: []
      }
    }
    return (xs.min() ?? 0)...(xs.max() ?? 0)
  }

  /// A narrow place has charts set for it in type as large as elsewhere; what cannot be, is told with the width it needs,
  /// at which it can.
  @Test(arguments: ["newsletter", "newsletter-english"]) func whatIsTooNarrowIsTold(_ name: String) throws {
    let width = 45.0
    let renderer = try PaperDesk.renderer()
    let content = try NewsletterPublishing.content(try sample(name).session, pictures: [:])
    let kinds = ["question", "tally", "participants", "ways", "contacts", "persona-1", "figures", "vote"]
    for graphic in Graphic.all(content, measurer: renderer.typesetter)
    where kinds.contains(where: graphic.id.hasPrefix) {
      let least = graphic.leastWidth(over: .width(width), measurer: renderer.typesetter)
      if graphic.id.hasPrefix("figures-") { #expect(least ?? 0 > 45) }
      if graphic.id.hasPrefix("question-") || graphic.id.hasPrefix("tally-") { #expect(least == nil) }
      let pages = graphic.pages(.width(least.map(Double.init) ?? width), measurer: renderer.typesetter)
      for page in pages {
        // Narrow pages have narrower margins.
        let faults = PageFaults(page).all.filter { !$0.hasPrefix("outside") }
        #expect(faults == [], "\(graphic.id) \(least ?? 0)")
      }
    }
    #expect(GraphicSize("45mm") == .width(45) && GraphicSize("45 MM") == .width(45))
    #expect(GraphicSize("45") == nil && GraphicSize("10mm") == nil && GraphicSize("500mm") == nil)
  }

  /// The rules name ages, and somebody is as old: no rule is told of anybody.
  @Test func rulesOfChanceGiveNobodyAway() throws {
    var exporting = Exporting(ids: ["fan-B", "pyramid-B"], formats: [.svg])
    exporting.chance.runs = 50
    let result = try exporting.write(try sample("newsletter"), into: scratch / "out")
    #expect(!result.findings.contains { $0.severity == .error })
    #expect(try scratch.text("out/fan-B.svg").contains("65"))
  }

  @Test func whatIsAskedForIsWritten() throws {
    let session = try sample("newsletter")
    let list = try Exporting.list(session)
    for id in [
      "map-B-2033", "series-C", "talk-A", "persona-2", "personas", "question-1", "tally-1", "participants",
      "programme", "greeting-1", "section-2", "questionnaire", "timetable", "contacts", "vote-1", "colours",
      "ways-to-meet",
    ] {
      #expect(list.contains { $0.id == id })
    }
    let result = try Exporting(ids: ["question-1"], size: .square).write(session, into: scratch / "out")
    #expect(result.findings == [])
    #expect(try scratch.names() == ["out"])
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch / "out").sorted()
    #expect(names == ["question-1.pdf", "question-1.png", "question-1.svg"])
    let png = try Data(contentsOf: URL(filePath: scratch / "out/question-1.png"))
    // Width and height stand in the first chunk.
    #expect(png[16..<24].elementsEqual([0, 0, 4, 56, 0, 0, 4, 56]))
    #expect {
      try Exporting(ids: ["question-9"]).write(session, into: scratch / "no")
    } throws: { ($0 as? Trouble)?.findings.map(\.code) == ["no-such-graphic"] }
  }

  /// What is told of few houses concerns the maps that are exported, whatever they are called.
  @Test(arguments: [("talk-2", false), ("series-1", true), ("figures-1", true)])
  func onlyMapsThatAreExportedAreTold(id: String, isTold: Bool) throws {
    try scratch.put(
      """
      tenken: 1
      title: 会
      date: 2023-02-07
      maps: [{id: 1, title: 村, houses: {a1: '10,10 ○70'}, actions: [集まる]}]
      talks: [{table: あ, actions: [話す]}, {table: い, actions: [歩く]}]

      """, into: "w.yaml")
    let session = try #require(Checking.check(scratch / "w.yaml").checked)
    let written = try Exporting(ids: [id], formats: [.svg]).write(session, into: scratch / "out")
    #expect(written.findings.contains { $0.code == "small-groups" } == isTold)
  }

  /// Everybody may see what happened when; who was in charge is nobody's business.
  @Test func theTimetableNamesNobodyInCharge() throws {
    try scratch.put(
      """
      tenken: 1
      title: 会
      date: 2023-02-07
      timetable:
        runs: [9:00, 13:30]
        items: [5 あいさつ, {minutes: 60, title: 点検, lead: 猪熊, steps: [10 描く, 50 話す]}]
      staff: [猪熊]

      """, into: "w.yaml")
    let session = try #require(Checking.check(scratch / "w.yaml").checked)
    _ = try Exporting(formats: [.svg]).write(session, into: scratch / "out")
    let svg = try scratch.text("out/timetable.svg")
    for word in ["9:05 (13:35)", "10:05 (14:35)", "点検"] { #expect(svg.contains(word)) }
    #expect(!svg.contains("猪熊"))
  }

  @Test func aNameStopsAnExport() throws {
    let name = "猪熊"
    try scratch.put(
      "tenken: 1\ntitle: 名\ndate: 2023-02-07\ntallies: [{title: 話, counts: {\(name)さんのこと: 3}}]\n"
        + "maps: [{id: A, title: 村, houses: {a1: {name: \(name), people: [○70]}}, actions: [集まる], findings: [少ない]}]\n",
      into: "w.yaml")
    let session = try #require(Checking.check(scratch / "w.yaml").checked)
    #expect(throws: Trouble.self) { try Exporting(ids: ["tally-1"]).write(session, into: scratch / "out") }
    _ = try Exporting(ids: ["map-A-2033"], formats: [.svg]).write(session, into: scratch / "out")
  }
}
