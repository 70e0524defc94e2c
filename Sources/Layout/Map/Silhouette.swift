import Picture
import Workshop

/// The outline of a building: plain walls with a roof that tells what it is.
enum Silhouette {
  /// The outline, `grown` outwards on every side.
  static func path(
    _ kind: HouseKind, isBlock: Bool, wall: Box, roof: Double, overhang: Double, grown d: Double = 0
  ) -> Path {
    let w = Box(wall.x0 - d, wall.y0, wall.x1 + d, wall.y1 + d)
    if isBlock || kind == .facility {
      // A flat roof with a slab that stands out.
      let eave = w.y0 + d
      return polygon([
        Vec(w.x0 - overhang, w.y0 - roof - d), Vec(w.x1 + overhang, w.y0 - roof - d),
        Vec(w.x1 + overhang, eave), Vec(w.x1, eave), Vec(w.x1, w.y1), Vec(w.x0, w.y1), Vec(w.x0, eave),
        Vec(w.x0 - overhang, eave),
      ])
    }
    switch kind {
    case .shop:
      return polygon([
        Vec(w.x0, w.y0 - roof - d), Vec(w.x1, w.y0 - roof - d), Vec(w.x1 + overhang, w.y0 + d),
        Vec(w.x1, w.y0 + d), Vec(w.x1, w.y1), Vec(w.x0, w.y1), Vec(w.x0, w.y0 + d),
        Vec(w.x0 - overhang, w.y0 + d),
      ])
    case .emptyLot:
      return polygon([Vec(w.x0, w.y0 - d), Vec(w.x1, w.y0 - d), Vec(w.x1, w.y1), Vec(w.x0, w.y1)])
    case .detached, .apartment, .facility:
      // A shallow gable; the eaves go on down its slope and end level.
      let middle = (w.x0 + w.x1) / 2
      let slope = roof / ((wall.x1 - wall.x0) / 2)
      let eave = w.y0 + overhang * slope + d * 0.9
      return polygon([
        Vec(middle, w.y0 - roof - d * 1.08), Vec(w.x1 + overhang, eave - d * 0.9 + d * (slope - 1.05)),
        Vec(w.x1 + overhang, eave + (overhang > 0 ? 0.25 * overhang : 0)),
        Vec(w.x1, eave + 0.25 * overhang), Vec(w.x1, w.y1), Vec(w.x0, w.y1),
        Vec(w.x0, eave + 0.25 * overhang),
        Vec(w.x0 - overhang, eave + (overhang > 0 ? 0.25 * overhang : 0)),
        Vec(w.x0 - overhang, eave - d * 0.9 + d * (slope - 1.05)),
      ])
    }
  }

  /// The front of a gabled roof, between its walls.
  static func gable(_ wall: Box, roof: Double) -> Path {
    polygon([
      Vec((wall.x0 + wall.x1) / 2, wall.y0 - roof), Vec(wall.x1, wall.y0), Vec(wall.x0, wall.y0),
    ])
  }

  /// The awning of a shop: stripes with scalloped ends.
  static func awning(_ wall: Box, roof: Double, overhang: Double) -> (light: Path, dark: Path) {
    let left = wall.x0 - overhang
    let width = wall.x1 - wall.x0 + 2 * overhang
    let count = max(3, Int((width / max(roof * 0.62, 2)).rounded())) | 1
    let step = width / Double(count)
    let top = (wall.x1 - wall.x0) / Double(count)
    var light = Path()
    var dark = Path()
    for index in 0..<count {
      let a = left + Double(index) * step
      let b = a + step
      let ta = wall.x0 + Double(index) * top
      let drop = min(step * 0.5, roof * 0.45)
      var stripe = Path([
        .move(Vec(ta, wall.y0 - roof).point), .line(Vec(ta + top, wall.y0 - roof).point),
        .line(Vec(b, wall.y0).point),
      ])
      stripe.steps.append(
        .curve(
          Vec(b, wall.y0 + drop * 1.33).point, Vec(a, wall.y0 + drop * 1.33).point, Vec(a, wall.y0).point))
      stripe.steps.append(.close)
      if index % 2 == 0 { dark.steps += stripe.steps } else { light.steps += stripe.steps }
    }
    return (light, dark)
  }

  private static func polygon(_ points: [Vec]) -> Path {
    .polyline(points.map(\.point), closed: true)
  }
}
