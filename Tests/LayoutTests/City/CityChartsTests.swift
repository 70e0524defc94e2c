import CairoBackend
import Diagnostics
import Foundation
import Picture
import Testing

@testable import Layout

/// Charts of a city: the numbers where they belong, and pages that can be read however many districts there are.
@Suite struct CityChartsTests {
  private static func row(_ name: String, _ now: Double?, _ then: Double?) -> DistrictRanking.Row {
    DistrictRanking.Row(
      name: name, now: now, then: then, likely: then.map { max(0, $0 - 0.02)...min(1, $0 + 0.03) })
  }

  private static func ranking(_ rows: [DistrictRanking.Row]) -> DistrictRanking {
    DistrictRanking(
      title: Phrase(ja: "高齢化率", en: "Ageing rate"), baseYear: 2025, laterYear: 2055, rows: rows,
      whole: row("まち全体", 0.3, 0.4))
  }

  /// | district | 2025 | 2055 | place |
  /// | --- | --- | --- | --- |
  /// | a | 0.2 | 0.5 | 2 |
  /// | b | 0.1 | 0.6 | 1 |
  /// | c | 0.3 | 0.5 | before a: as high later, higher now |
  /// | d | – | – | last |
  /// | e | 0.3 | 0.5 | after c: as c, and came later |
  @Test func theHighestIsFirst() {
    let ranking = Self.ranking([
      Self.row("a", 0.2, 0.5), Self.row("b", 0.1, 0.6), Self.row("c", 0.3, 0.5), Self.row("d", nil, nil),
      Self.row("e", 0.3, 0.5),
    ])
    #expect(ranking.rows.map(\.name) == ["b", "c", "e", "a", "d"])
    #expect(
      ranking.summary(.en) == "Ageing rate foreseen for 2055: b 60.0% down to d —; まち全体 40.0%.")
    #expect(ranking.summary(.ja) == "2055年の高齢化率の見込み：b 60.0%からd —、まち全体 40.0%。")
  }

  @Test(arguments: [(0, "0.0"), (0.3845, "38.5"), (0.0004, "0.0"), (0.0005, "0.1"), (1, "100.0")])
  func percent(share: Double, words: String) { #expect(DistrictRanking.percent(share) == words) }

  private static func place(_ name: String) -> CityPlace {
    let years = [2025, 2035, 2055].enumerated().map { index, year in
      FanSeries.Year(
        year: year, median: 74_000 - 20_000 * index,
        likely: (73_000 - 20_000 * index)...(74_000 - 19_000 * index),
        wide: (72_000 - 20_000 * index)...(75_000 - 18_000 * index))
    }
    let pyramids = [2025, 2035, 2055].map { year in
      AgePyramid(
        year: year,
        classes: (0..<21).map {
          .init(from: $0 * 5, men: Double(2000 - $0 * 90), women: Double(2100 - $0 * 80))
        }, step: 5, others: 12)
    }
    return CityPlace(
      name: name, size: "74,000人・31,398軒（2025年）",
      fans: [.people(years, told: [2035, 2055]), .vacantHouses(years, told: [2035, 2055])], pyramids: pyramids
    )
  }

  private static func pages(
    _ rows: [DistrictRanking.Row], _ measurer: any TextMeasurer, _ language: Language,
    paper: Paper = .a4Landscape
  ) -> [Page] {
    let options = SheetOptions(
      language: language, header: SheetHeader(title: "みどり市のこれから", date: "2025年の名簿"), paper: paper)
    let charts = CityCharts(
      options: options,
      note: Phrase(ja: "名簿にいる人だけの見込みです。", en: "Only people of the roster are counted."), measurer: measurer)
    let whole = place("まち全体")
    return charts.fan(whole) + charts.pyramid(whole)
      + charts.ranking([ranking(rows), ranking(rows)], of: whole)
  }

  @Test(arguments: [2, 7, 24, 25, 26, 31, 150]) func anyNumberOfDistricts(count: Int) {
    let rows = (1...count).map { number in
      let name = number % 9 == 0 ? "大字とても長い名前の町の字さらに長い名前の\(number)丁目自治会" : "第\(number)区"
      return Self.row(name, Double(number) / Double(count), 1 - Double(number) / Double(count) / 2)
    }
    for paper in [Paper.a4Landscape, .a3Landscape] {
      let pages = Self.pages(rows, FakeMeasurer(), .ja, paper: paper)
      for page in pages {
        let collisions = PageSurvey(page).collisions()
        #expect(collisions.isEmpty, "\(count): \(collisions.prefix(3))")
      }
      // Every district stands on exactly one page of each panel.
      let words = pages.flatMap { Ink($0).words }.map(\.text.block.string)
      for row in rows { #expect(words.count { $0 == row.name } == 2, "\(row.name)") }
    }
  }

  @Test(arguments: [Language.ja, .en]) func realTypeCanBeRead(language: Language) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let renderer = try Renderer(resources: ResourceFolder(path: root))
    let rows = (1...30).map { Self.row("第\($0)区", Double($0) / 40, Double($0) / 31) }
    for page in Self.pages(rows, renderer.typesetter, language) {
      Readability.check(page, "city \(language) \(page.title)")
    }
  }

  /// A bar is as long as its share: 60 % is one and a half times 40 %.
  @Test func barsAreToScale() {
    let pen = SheetPen(FakeMeasurer())
    RankingItem(
      panels: [Self.ranking([Self.row("a", 0.1, 0.6), Self.row("b", 0.1, 0.2)])], style: NewsletterStyle(),
      language: .ja, measurer: FakeMeasurer()
    ).draw(on: pen, x: 0, y: 0, width: 200, height: 60)
    let bars = Self.widths(pen.take())
    #expect(bars.count == 3)
    guard bars.count == 3 else { return }
    #expect(abs(bars[1] / bars[0] - 1.5) < 1e-6 && abs(bars[2] / bars[0] - 0.5) < 1e-6)
  }

  /// How wide the bars are, in millimetres, in the order in which they are drawn.
  private static func widths(_ items: [Item]) -> [Double] {
    items.flatMap { item -> [Double] in
      switch item {
      case .group(let group): return widths(group.items)
      case .shape(let shape):
        guard shape.fill == .solid(Theme.older) || shape.fill == .solid(Theme.olderBare) else { return [] }
        let box = PageSurvey.bounds(shape.path)
        return [box.x1 - box.x0]
      default: return []
      }
    }
  }

  /// | ages | men, women | kept from |
  /// | --- | --- | --- |
  /// | 95+ | 0, 2 | two people of 90 or over: told from 80 |
  /// | 80–94 | 0, 3 | |
  @Test func theOldestShareOneClass() {
    func pyramid(_ counts: [Int: Double]) -> AgePyramid {
      AgePyramid(
        year: 2025,
        classes: (0..<21).map { .init(from: $0 * 5, men: 0, women: counts[$0 * 5] ?? 0) }, step: 5)
    }
    let coarse = AgePyramid.coarse([pyramid([0: 4, 5: 1, 80: 3, 95: 2])])
    #expect(coarse[0].classes.map(\.from) == Array(stride(from: 0, through: 80, by: 10)))
    #expect(coarse[0].classes.first?.women == 5 && coarse[0].classes.last?.women == 5)
    #expect(AgePyramid.coarse([pyramid([95: 3])])[0].classes.last?.from == 90)
    // Between the class that is too small and the last there is one person of 80–89: told from 80.
    #expect(AgePyramid.coarse([pyramid([80: 1, 95: 3])])[0].classes.last?.from == 80)
    // Two people of 70 or over in one of the years: there is no class in which they are not alone.
    #expect(AgePyramid.coarse([pyramid([95: 3]), pyramid([90: 1])]).isEmpty)
    #expect(AgePyramid.coarse([pyramid([20: 9, 70: 1, 85: 1])]).isEmpty)
    #expect(AgePyramid.coarse([pyramid([20: 9])])[0].classes.last?.from == 90)
  }
}
