import CairoBackend
import Picture
import Testing
import Workshop

@testable import Layout

/// Furigana: large enough to be read, and between the lines.
@Suite struct ReadingsTests {
  private let typesetter: PangoTypesetter

  init() throws { typesetter = try Renderer(resources: ResourceFolder.find()).typesetter }

  /// The reading of a line stands below the ink of the line before, as full as characters are.
  @Test(arguments: [8.0, 8.5, 9.5, 10, 11, 12, 14]) func readingsTouchNoLineAbove(_ size: Double) throws {
    let style = TextStyle(size: .pt(size), color: Theme.ink, leading: 1.55)
    let read = RichText(runs: [.init("鬱驚", reading: "うゅぎょ")]).spans(style)
    #expect(read.allSatisfy { $0.style.readingSize >= .pt(6) && $0.style.leading >= 1.55 })
    var plain = read
    for index in plain.indices { plain[index].reading = nil }
    let (below, above) = (
      typesetter.extent(of: TextBlock(read, width: .mm(80))),
      typesetter.extent(of: TextBlock(plain, width: .mm(80)))
    )
    let white = above.logical.maxY - above.ink.maxY + below.ink.minY
    #expect(white > .pt(0.1), "\(white.points)")
    #expect(below.lines == 1 && white < .pt(2.5))
  }
}
