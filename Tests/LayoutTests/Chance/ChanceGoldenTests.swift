import CairoBackend
import Diagnostics
import Foundation
import Picture
import Testing

@testable import Layout

/// Small pictures of chance that were looked at and found good, kept letter for letter in `Tests/LayoutTests/Goldens`.
///
/// After a change that is meant: `make accept`, look at the files, run the tests again.
@Suite struct ChanceGoldenTests {
  private let renderer: Renderer
  private let style = NewsletterStyle()

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  init() throws { renderer = try Renderer(resources: ResourceFolder(path: Self.root)) }

  @Test func fan() throws {
    let series = FanSeries.people(
      [
        .init(year: 2023, median: 40, likely: 40...40, wide: 40...40),
        .init(year: 2033, median: 30, likely: 28...33, wide: 25...36),
        .init(year: 2043, median: 10, likely: 5...15, wide: 0...20),
      ], told: [2033, 2043])
    try accept(
      "fan", width: 70, height: 52,
      FanChartItem(series: series, style: style, language: .ja, measurer: renderer.typesetter))
  }

  @Test func pyramid() throws {
    func pyramid(_ year: Int, _ men: [Double], _ women: [Double]) -> AgePyramid {
      AgePyramid(
        year: year,
        classes: zip(men, women).enumerated().map { .init(from: $0 * 30, men: $1.0, women: $1.1) }, step: 30)
    }
    try accept(
      "pyramid", width: 60, height: 85,
      PyramidItem(
        base: pyramid(2023, [4, 6, 2], [3, 5, 4]), later: [pyramid(2043, [1.5, 4, 3], [2, 3.25, 5])],
        style: style, language: .en, measurer: renderer.typesetter))
  }

  @Test func ranking() throws {
    func row(_ name: String, _ now: Double, _ then: Double) -> DistrictRanking.Row {
      .init(name: name, now: now, then: then, likely: then - 0.03...then + 0.05)
    }
    let panel = DistrictRanking(
      title: Phrase(ja: "空き家率", en: "Vacancy rate"), baseYear: 2023, laterYear: 2043,
      rows: [row("北町", 0.05, 0.1), row("南町", 0.08, 0.21)], whole: row("まち全体", 0.07, 0.15))
    try accept(
      "ranking", width: 90, height: 34,
      RankingItem(panels: [panel], style: style, language: .ja, measurer: renderer.typesetter))
  }

  /// The steps of the shading, from almost surely lived in to almost surely vacant: all five told apart in one ink.
  @Test func steps() throws {
    let pen = SheetPen(renderer.typesetter)
    for (place, step) in ChanceStep.allCases.enumerated() {
      let box = Rect.mm(2 + Double(place) * 12, 2, 10, 8)
      pen.add(
        .shape(Shape(.rect(box), fill: step.paint(spacing: 2), stroke: Stroke(Theme.ink, width: .mm(0.3)))))
    }
    try accept("steps", Size(.mm(62), .mm(12)), pen.take())
  }

  private struct Mismatch: Error, CustomStringConvertible {
    var description: String
  }

  private func accept(_ name: String, width: Double, height: Double, _ item: any FlowItem) throws {
    let pen = SheetPen(renderer.typesetter)
    item.draw(on: pen, x: 4, y: 4, width: width, height: height)
    try accept(name, Size(.mm(width + 8), .mm(height + 8)), pen.take())
  }

  private func accept(_ name: String, _ size: Size, _ items: [Item]) throws {
    let bytes = try renderer.svg(Page(size: size, title: name, summary: "", items: items), language: .ja)
    let file = URL(filePath: Self.root + "/Tests/LayoutTests/Goldens/\(name).svg")
    let environment = ProcessInfo.processInfo.environment
    if environment["TENKEN_ACCEPT"] == "1" {
      guard environment["CI"] == nil else { throw Mismatch(description: "CI accepts nothing") }
      try Data(bytes).write(to: file)
      throw Mismatch(description: "\(name): accepted, look at \(file.path) and run again")
    }
    if (try? Data(contentsOf: file)) != Data(bytes) {
      throw Mismatch(description: "\(name) is not as it was; if that is meant, make accept.")
    }
  }
}
