import CairoBackend
import Foundation
import Picture

/// What the tests of this room draw with.
enum Support {
  /// The checkout, found from this very file: a test may run inside another program.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static var resources: ResourceFolder {
    get throws { try ResourceFolder(path: root) }
  }

  static func renderer() throws -> Renderer { try Renderer(resources: resources) }

  static let ink = Color(0x2B2A28)
  static let accent = Color(0xC24D33)

  static func style(
    _ points: Double, _ weight: Weight = .regular, _ color: Color = ink, leading: Double = 1.25
  ) -> TextStyle {
    TextStyle(size: .pt(points), weight: weight, color: color, leading: leading)
  }

  /// Text at its place, measured as a layout would.
  static func text(
    _ block: TextBlock, _ x: Double, _ y: Double, rotation: Double = 0, by measurer: any TextMeasurer
  ) -> Item {
    .text(
      PlacedText(block, at: Point(.mm(x), .mm(y)), rotation: rotation, extent: measurer.extent(of: block)))
  }

  /// A6 with one of everything that a page can hold.
  static func page(by measurer: any TextMeasurer) -> Page {
    let hatch = Hatch(color: ink, ground: Color(0xF6E7E0), spacing: .mm(1.2), width: .mm(0.2))
    var items: [Item] = []
    items.append(
      .group(
        Group([text(TextBlock("山あいの集落", style(18, .bold)), 8, 14, by: measurer)], role: .heading1)))
    var map: [Item] = [
      .shape(
        Shape(
          .rect(Rect(x: .mm(8), y: .mm(20), width: .mm(89), height: .mm(60))), fill: .solid(Color(0xFBF7F0)))),
      .shape(
        Shape(
          .circle(center: Point(.mm(30), .mm(40)), radius: .mm(9)), fill: .hatch(hatch),
          stroke: Stroke(ink, width: .mm(0.3)))),
      .shape(
        Shape(
          .polyline([Point(.mm(10), .mm(70)), Point(.mm(50), .mm(60)), Point(.mm(95), .mm(72))]),
          stroke: Stroke(accent, width: .mm(0.8), dash: [.mm(3), .mm(1.5)], isRound: true))),
      .group(
        Group(
          [
            .shape(
              Shape(
                .rect(Rect(x: .mm(60), y: .mm(25), width: .mm(40), height: .mm(20))),
                fill: .hatch(Hatch(color: accent, spacing: .mm(2), width: .mm(0.3), angle: -30))))
          ],
          clip: .circle(center: Point(.mm(75), .mm(35)), radius: .mm(8)))),
      text(TextBlock("県道 名張線", style(7)), 60, 60, rotation: 15, by: measurer),
      text(TextBlock("中村", style(9), alignment: .center), 30, 52, by: measurer),
    ]
    for (index, name) in ["shrine", "aed", "school", "shrine"].enumerated() {
      let side = Length.mm(index == 3 ? 10 : 5)
      map.append(
        .icon(Icon(name, frame: Rect(x: .mm(12 + 8 * Double(index)), y: .mm(24), width: side, height: side))))
    }
    items.append(.group(Group(map, mark: Mark(.panel, "B"), role: .figure, alternative: "2043年の地図")))
    let body = TextBlock(
      "これから三十年のあいだに、空き家が少しずつ増えていきます。跡継ぎが一人残るかどうかで変わります。", style(9), width: .mm(60))
    items.append(.group(Group([text(body, 8, 84, by: measurer)], role: .paragraph)))
    let figure = TextBlock(
      [
        TextSpan("2043", style(28, .bold)), TextSpan("年 ", style(10)),
        TextSpan("20年後", style(10, .bold, accent)),
      ], alignment: .trailing)
    items.append(text(figure, 97, 140, by: measurer))
    return Page(
      size: Size(.mm(105), .mm(148)), title: "2043年", summary: "27戸のうち空き家12戸 <&>", items: items)
  }
}
