import Diagnostics
import Picture

/// The arrow that tells where north is.
enum NorthArrow {
  static let width = 19.5
  static let height = 27.0

  /// A free corner or edge of the panel, the upper right one first; nil where roads cover them all. A corner in which
  /// the table put one of the `things` is left to it, so that no house is pushed aside for the arrow.
  static func place(in panel: Box, _ index: CollisionIndex, awayFrom things: [Vec] = []) -> Box? {
    let k = min(1, max(0.72, panel.width / 500))
    let (w, h) = (width * k, height * k)
    let inner = panel.inset(6)
    func at(_ x: Double, _ y: Double) -> Box { Box(x, y, x + w, y + h) }
    let right = inner.x1 - w
    let bottom = inner.y1 - h
    var candidates = [
      at(right, inner.y0), at(inner.x0, inner.y0), at(right, bottom), at(inner.x0, bottom),
    ]
    let steps = 12
    for step in 1..<steps {
      let x = right + (inner.x0 - right) * Double(step) / Double(steps)
      candidates += [at(x, inner.y0), at(x, bottom)]
    }
    for step in 1..<steps {
      let y = inner.y0 + (bottom - inner.y0) * Double(step) / Double(steps)
      candidates += [at(right, y), at(inner.x0, y)]
    }
    let free = candidates.filter { panel.contains($0) && index.isFree($0.inset(-3)) }
    // The fewer there are, the larger they are drawn.
    let share = (panel.width * panel.height / Double(max(1, things.count))).squareRoot()
    let reach = Vec(min(76, share * 0.35), min(54, share * 0.28))
    return free.first { box in
      things.allSatisfy {
        abs($0.x - box.center.x) > reach.x + w / 2 || abs($0.y - box.center.y) > reach.y + h / 2
      }
    } ?? free.first
  }

  /// The arrow in `box`, pointing along `north`.
  static func draw(in box: Box, north: Vec, language: Language, type: Typesetter) -> Item {
    let k = box.width / width
    let center = Vec(box.center.x, box.y0 + box.height * 0.62)
    let length = 8.6 * k
    let side = north.left
    let tip = center + north * length
    let tail = center - north * length
    let wing = 4.4 * k
    let notch = center - north * (length * 0.55)
    let dark = Path.polyline(
      [tip.point, (tail + side * wing).point, notch.point], closed: true)
    let light = Path.polyline(
      [tip.point, (tail - side * wing).point, notch.point], closed: true)
    let stroke = Stroke(Theme.ink, width: .pt(0.6))
    return .group(
      Group(
        [
          .shape(Shape(dark, fill: .solid(Theme.ink), stroke: stroke)),
          .shape(Shape(light, fill: .solid(Theme.white), stroke: stroke)),
          .text(
            type.place(
              MapWords.north(in: language), max(6.5, 8 * k), .bold, color: Theme.ink,
              at: Vec(box.center.x, box.y0 + 7.2 * k), .center)),
        ], mark: Mark(.north)))
  }
}
