import Diagnostics
import Picture

/// Puts words and shapes on one sheet and keeps what was put there, the lowest first. Lengths are millimetres from
/// the upper left corner; type is in points.
final class SheetPen {
  /// The measure of all text.
  let measurer: any TextMeasurer
  private(set) var items: [Item] = []

  init(_ measurer: any TextMeasurer) { self.measurer = measurer }

  /// Hands over what was put on the sheet and begins a new one.
  func take() -> [Item] {
    defer { items = [] }
    return items
  }

  func add(_ item: Item) { items.append(item) }

  /// Everything that `draw` puts on the sheet becomes one group.
  func group(
    _ role: StructureRole? = nil, mark: Mark? = nil, alternative: String? = nil, _ draw: () -> Void
  ) {
    let before = items
    items = []
    draw()
    let inside = items
    items = before
    if !inside.isEmpty {
      items.append(.group(Group(inside, mark: mark, role: role, alternative: alternative)))
    }
  }

  // MARK: - Text

  /// How high `block` is, in millimetres.
  func height(_ block: TextBlock) -> Double {
    block.string.isEmpty ? 0 : measurer.extent(of: block).logical.height.mm
  }

  /// How wide `string` is on one line, in millimetres.
  func width(_ string: String, _ style: TextStyle) -> Double {
    measurer.extent(of: TextBlock(string, style)).logical.width.mm
  }

  /// Lines within a width, from their upper left corner; the height they took.
  @discardableResult
  func paragraph(_ block: TextBlock, x: Double, y: Double) -> Double {
    guard !block.string.isEmpty else { return 0 }
    let extent = measurer.extent(of: block)
    items.append(.text(PlacedText(block, at: Point(.mm(x), .mm(y)), extent: extent)))
    return extent.logical.height.mm
  }

  /// One line whose baseline is at `y`.
  func line(
    _ string: String, _ style: TextStyle, x: Double, baseline y: Double, _ alignment: TextAlignment = .leading
  ) {
    spans([TextSpan(string, style)], x: x, baseline: y, alignment)
  }

  /// One line of several styles whose baseline is at `y`.
  func spans(_ spans: [TextSpan], x: Double, baseline y: Double, _ alignment: TextAlignment = .leading) {
    guard !spans.allSatisfy({ $0.string.isEmpty }) else { return }
    let block = TextBlock(spans, alignment: alignment)
    items.append(.text(PlacedText(block, at: Point(.mm(x), .mm(y)), extent: measurer.extent(of: block))))
  }

  /// One line whose ink is centred on a point: a number in a circle.
  func centred(_ string: String, _ style: TextStyle, x: Double, y: Double) {
    let block = TextBlock(string, style)
    let extent = measurer.extent(of: block)
    let origin = Point(.mm(x) - extent.ink.midX, .mm(y) - extent.ink.midY)
    items.append(.text(PlacedText(block, at: origin, extent: extent)))
  }

  /// The style at the largest size, of `sizes` from large to small, in which `string` stands within `width`
  /// on one line; the smallest if none does.
  func fitting(_ string: String, width: Double, sizes: [Double], _ style: (Double) -> TextStyle) -> TextStyle
  {
    for size in sizes where self.width(string, style(size)) <= width { return style(size) }
    return style(sizes.last ?? Theme.smallestText)
  }

  // MARK: - Shapes

  func rule(x: Double, y: Double, width: Double, color: Color = Theme.hairline, weight: Double = 0.2) {
    stroke(.polyline([Point(.mm(x), .mm(y)), Point(.mm(x + width), .mm(y))]), color, weight)
  }

  func upright(x: Double, y: Double, height: Double, color: Color = Theme.hairline, weight: Double = 0.2) {
    stroke(.polyline([Point(.mm(x), .mm(y)), Point(.mm(x), .mm(y + height))]), color, weight)
  }

  func panel(_ frame: Rect, _ color: Color, radius: Double = 2) {
    fill(.rect(frame, radius: .mm(radius)), color)
  }

  func frame(_ frame: Rect, color: Color = Theme.hairline, weight: Double = 0.2, radius: Double = 0) {
    stroke(.rect(frame, radius: .mm(radius)), color, weight)
  }

  func disc(x: Double, y: Double, radius: Double, _ color: Color) {
    fill(.circle(center: Point(.mm(x), .mm(y)), radius: .mm(radius)), color)
  }

  func fill(_ path: Path, _ color: Color) { items.append(.shape(Shape(path, fill: .solid(color)))) }

  func stroke(_ path: Path, _ color: Color, _ weight: Double, dash: [Double] = []) {
    items.append(
      .shape(Shape(path, stroke: Stroke(color, width: .mm(weight), dash: dash.map { .mm($0) }))))
  }
}

extension Rect {
  /// A rectangle in millimetres.
  static func mm(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
    Rect(x: .mm(x), y: .mm(y), width: .mm(width), height: .mm(height))
  }
}
