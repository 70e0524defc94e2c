import Picture
import Workshop

/// What covers an area: a tint, and a pattern that tells fields, woods, parks and water apart in grey.
struct AreaPattern {
  let geometry: MapGeometry
  /// What stands on the map: the pattern leaves it room.
  let taken: CollisionIndex

  /// One area, cut to the panel.
  func draw(_ region: MapGeometry.Region) -> Item {
    let outline = Path.polyline(region.outline.map(\.point), closed: true)
    let colors = colors(region.area.kind)
    let step = 15.0 * max(0.8, geometry.unit)
    var marks = Path()
    var fills = Path()
    guard var bounds = region.outline.first.map({ Box($0.x, $0.y, $0.x, $0.y) }) else {
      return .group(Group([]))
    }
    for p in region.outline { bounds = bounds.union(Box(p.x, p.y, p.x, p.y)) }
    bounds = Box(
      max(bounds.x0, geometry.panel.x0), max(bounds.y0, geometry.panel.y0),
      min(bounds.x1, geometry.panel.x1), min(bounds.y1, geometry.panel.y1))
    var row = 0
    var y = bounds.y0 + step * 0.5
    while y < bounds.y1 {
      var x = bounds.x0 + step * (row % 2 == 0 ? 0.5 : 1)
      while x < bounds.x1 {
        let box = Box(center: Vec(x, y), width: step * 0.5, height: step * 0.5)
        if contains(region.outline, box), geometry.panel.contains(box), taken.isFree(box, clearance: 0.5) {
          sign(region.area.kind, Vec(x, y), step, &marks, &fills)
        }
        x += step
      }
      y += step * 0.72
      row += 1
    }
    var items: [Item] = [.shape(Shape(outline, fill: .solid(colors.ground)))]
    if !fills.steps.isEmpty { items.append(.shape(Shape(fills, fill: .solid(colors.mark)))) }
    if !marks.steps.isEmpty {
      items.append(
        .shape(Shape(marks, stroke: Stroke(colors.mark, width: .pt(0.75), isRound: true))))
    }
    return .group(Group(items, mark: Mark(.area)))
  }

  private func colors(_ kind: AreaKind) -> (ground: Color, mark: Color) {
    switch kind {
    case .field: (Theme.field, Theme.fieldStroke)
    case .wood: (Theme.wood, Theme.woodStroke)
    case .park: (Theme.park, Theme.parkStroke)
    case .water: (Theme.water, Theme.wave)
    }
  }

  private func sign(_ kind: AreaKind, _ p: Vec, _ step: Double, _ marks: inout Path, _ fills: inout Path) {
    let r = step * 0.17
    switch kind {
    case .field:
      // Two short strokes side by side, as fields are drawn on Japanese maps.
      for x in [-r * 0.45, r * 0.45] {
        marks.steps += [.move(Vec(p.x + x, p.y - r * 0.7).point), .line(Vec(p.x + x, p.y + r * 0.7).point)]
      }
    case .wood:
      fills.steps += [
        .move(Vec(p.x, p.y - r * 1.5).point), .line(Vec(p.x + r, p.y + r * 0.6).point),
        .line(Vec(p.x - r, p.y + r * 0.6).point), .close,
      ]
      marks.steps += [.move(Vec(p.x, p.y + r * 0.6).point), .line(Vec(p.x, p.y + r * 1.3).point)]
    case .park:
      fills.steps += Path.circle(center: p.point, radius: .pt(r * 0.42)).steps
    case .water:
      let w = r * 1.3
      marks.steps += [
        .move(Vec(p.x - w, p.y).point),
        .curve(
          Vec(p.x - w * 0.5, p.y - w * 0.55).point, Vec(p.x - w * 0.4, p.y - w * 0.1).point, p.point),
        .curve(
          Vec(p.x + w * 0.4, p.y + w * 0.1).point, Vec(p.x + w * 0.5, p.y - w * 0.45).point,
          Vec(p.x + w, p.y).point),
      ]
    }
  }

  /// Whether a box lies wholly in an outline: its corners and middle do.
  private func contains(_ outline: [Vec], _ box: Box) -> Bool {
    [
      Vec(box.x0, box.y0), Vec(box.x1, box.y0), Vec(box.x0, box.y1), Vec(box.x1, box.y1), box.center,
    ].allSatisfy { Self.contains(outline, $0) }
  }

  /// Whether a point lies in an outline, by counting crossings.
  static func contains(_ outline: [Vec], _ p: Vec) -> Bool {
    var inside = false
    var j = outline.count - 1
    for i in outline.indices {
      let (a, b) = (outline[i], outline[j])
      if (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x { inside.toggle() }
      j = i
    }
    return inside
  }
}
