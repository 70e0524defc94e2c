import Diagnostics
import Foundation
import Picture
import Testing

@testable import CairoBackend
@testable import Studio

/// No page of an earlier run is left among the new ones without a word.
@Suite struct FormerPagesTests {
  let folder = Scratch()
  private let picture: [UInt8]

  init() throws {
    picture = try Renderer(resources: .find()).svg(Page(size: .a4, title: "a", summary: "b", items: []))
  }

  private func put(_ names: String...) throws {
    for name in names { try Data(picture).write(to: URL(filePath: folder / name)) }
  }

  private func written(_ names: String..., as unnumbered: String) -> [FormerPages.Written] {
    names.map { FormerPages.Written(name: $0, unnumbered: unnumbered) }
  }

  @Test func onePageBecomesTwo() throws {
    try put("B-series.svg", "B-series-1.svg", "B-series-2.svg", "B-2033.svg", "B-series.png")
    let findings = FormerPages.clear(
      folder.path, of: written("B-series-1.svg", "B-series-2.svg", as: "B-series.svg"))
    #expect(findings.map(\.code) == ["former-page"])
    #expect(findings.first?.severity == .note)
    #expect(try folder.names() == ["B-2033.svg", "B-series-1.svg", "B-series-2.svg", "B-series.png"])
  }

  @Test func threePagesBecomeOne() throws {
    try put("B-series.svg", "B-series-1.svg", "B-series-2.svg", "B-series-3.svg", "B-series-2033.svg")
    #expect(FormerPages.clear(folder.path, of: written("B-series.svg", as: "B-series.svg")).count == 3)
    #expect(try folder.names() == ["B-series-2033.svg", "B-series.svg"])
  }

  @Test func whatSomebodyWorkedOnStays() throws {
    try put("B-series-1.svg")
    try folder.put("mine", into: "B-series.svg")
    let findings = FormerPages.clear(folder.path, of: written("B-series-1.svg", as: "B-series.svg"))
    #expect(findings.map(\.severity) == [.warning])
    #expect(try folder.names() == ["B-series-1.svg", "B-series.svg"])
  }

  @Test func otherPicturesStay() throws {
    try put("talk.svg", "talk-1.svg", "b-2033-2.svg")
    #expect(
      FormerPages.clear(folder.path, of: written("talk.svg", as: "talk.svg"), sparing: ["talk-1"]).isEmpty)
    #expect(FormerPages.clear(folder.path, of: written("B-2033.svg", as: "B-2033.svg")).isEmpty)
    #expect(try folder.names() == ["b-2033-2.svg", "talk-1.svg", "talk.svg"])
  }

  @Test func pagesAreNumberedBeforeTheEnding() {
    #expect(FormerPages.numbered("B-series.svg", 2) == "B-series-2.svg")
    #expect(FormerPages.numbered("a.b.png", 1) == "a.b-1.png")
  }
}
