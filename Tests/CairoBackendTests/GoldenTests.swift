import CairoBackend
import Foundation
import Picture
import Testing

/// Small SVG files that were looked at and found good, kept letter for letter beside the tests.
///
/// After a change that is meant: `make accept`, look at the files, run the tests again.
@Suite struct GoldenTests {
  let renderer: Renderer

  init() throws { renderer = try Support.renderer() }

  @Test func shapes() throws {
    let hatch = Hatch(color: Support.ink, ground: Color(0xF6E7E0), spacing: .mm(2), width: .mm(0.2))
    let square = Rect(x: .mm(2), y: .mm(2), width: .mm(10), height: .mm(10))
    let steep = Hatch(color: Support.accent, spacing: .mm(3), width: .mm(0.25), angle: 120)
    try accept(
      "shapes",
      [
        .shape(Shape(.rect(square), fill: .hatch(hatch), stroke: Stroke(Support.ink, width: .mm(0.3)))),
        .shape(Shape(.circle(center: Point(.mm(19), .mm(7)), radius: .mm(4)), fill: .solid(Color(0xE2DBD0)))),
        .shape(
          Shape(
            .polyline([Point(.mm(26), .mm(2)), Point(.mm(30), .mm(12)), Point(.mm(34), .mm(2))]),
            stroke: Stroke(Support.accent, width: .mm(0.8), dash: [.mm(2), .mm(1)], isRound: true))),
        .group(
          Group(
            [.shape(Shape(.rect(square.inset(.mm(-9), .mm(3))), fill: .hatch(steep)))],
            clip: .rect(square, radius: .mm(2)))),
      ])
  }

  @Test func words() throws {
    let title = TextBlock(
      [TextSpan("2043", Support.style(14, .bold)), TextSpan("年", Support.style(7))], alignment: .center)
    try accept(
      "words",
      [
        Support.text(title, 18, 7, by: renderer.typesetter),
        Support.text(
          TextBlock("年", Support.style(7, .regular, Support.accent)), 4, 12, rotation: -30,
          by: renderer.typesetter),
      ])
  }

  private struct Mismatch: Error, CustomStringConvertible {
    var description: String
  }

  private func accept(_ name: String, _ items: [Item]) throws {
    let size = Size(.mm(36), .mm(14))
    let bytes = try renderer.svg(Page(size: size, title: name, summary: "", items: items), language: .en)
    let file = URL(fileURLWithPath: Support.root + "/Tests/CairoBackendTests/Goldens/\(name).svg")
    let environment = ProcessInfo.processInfo.environment
    if environment["TENKEN_ACCEPT"] == "1" {
      guard environment["CI"] == nil else { throw Mismatch(description: "CI accepts nothing") }
      try Data(bytes).write(to: file)
      throw Mismatch(description: "\(name): accepted, look at \(file.path) and run again")
    }
    let golden = try? Data(contentsOf: file)
    if golden != Data(bytes) {
      throw Mismatch(
        description: "\(name) is not as it was; if that is meant, make accept. Now:\n"
          + String(decoding: bytes, as: UTF8.self))
    }
  }
}
