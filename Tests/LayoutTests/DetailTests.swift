import CairoBackend
import Foundation
import Picture
import Testing
import Workshop

@testable import Layout

/// How much of the houses the samples show on each sheet: who lives where is the heart of every map.
@Suite struct DetailTests {
  private static func renderer() throws -> Renderer {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return try Renderer(resources: ResourceFolder(path: root))
  }

  private static func options(
    _ sample: Samples.Sample, _ audience: Audience, _ paper: Paper = .a4Landscape
  ) -> SheetOptions {
    let language = sample.session.language
    return SheetOptions(
      audience: audience, language: language, header: SheetHeader(sample.session, language: language),
      paper: paper)
  }

  /// Everybody of the given years has a symbol, and nothing speaks of ages where none are written.
  private static func check(_ layout: MapLayout, _ page: Page, _ states: [Int], _ name: String) {
    #expect(layout.detail.content == .people || layout.detail.content == .symbols, "\(name)")
    let faces = layout.model.houses.flatMap(\.dwellings).flatMap { house in states.map { house.faces[$0] } }
    let everybody = faces.reduce(0) { $0 + $1.count }
    #expect(everybody > 0 && PageSurvey(page).count(.person) >= everybody, "\(name)")
    guard layout.detail.content == .symbols else { return }
    let words = Ink(page).words
    for word in words where word.kind == .person {
      #expect(["新", "new", "?", "？"].contains(word.text.block.string), "\(name)")
    }
    for word in words where word.kind == .legend {
      #expect(!word.text.block.string.contains("79"), "\(name): \(word.text.block.string)")
    }
  }

  @Test(arguments: ["hamlet", "village", "english", "estate"], Audience.allCases)
  func aSmallMapShowsItsPeopleOnASeriesOfFour(name: String, audience: Audience) throws {
    let renderer = try Self.renderer()
    for sample in try Samples.read(name) {
      let sheet = SeriesSheet(
        map: sample.map, projection: sample.projection, form: .a4TwoByTwo,
        options: Self.options(sample, audience), measurer: renderer.typesetter)
      let layout = try #require(sheet.layout)
      let page = try #require(sheet.pages().first)
      Self.check(layout, page, Array(layout.model.states.indices), "\(name) \(audience)")
    }
  }

  @Test(arguments: Audience.allCases) func twoHundredHousesShowTheirPeopleOnA3(audience: Audience) throws {
    let renderer = try Self.renderer()
    for sample in try Samples.read("dense") {
      let sheet = MapSheet(
        map: sample.map, projection: sample.projection,
        options: Self.options(sample, audience, .a3Landscape), measurer: renderer.typesetter)
      let page = try #require(sheet.pages(state: 0).first)
      Self.check(sheet.layout, page, [0], "dense \(audience)")
    }
  }
}
