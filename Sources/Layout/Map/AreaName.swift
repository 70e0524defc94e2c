import Workshop

/// The name of an area, at its place.
struct AreaName {
  var region: Int
  var words: String
  var size: Double
  var center: Vec

  /// Puts the names of areas where there is room for them, and takes that room.
  static func place(
    _ geometry: MapGeometry, detail: Detail, type: Typesetter, _ taken: inout CollisionIndex
  ) -> [AreaName] {
    var names: [AreaName] = []
    guard detail.content != .blocks else { return [] }
    for (number, region) in geometry.regions.enumerated() {
      guard let words = region.area.name, !words.isEmpty else { continue }
      for size in [8.5, 7, 6] {
        let room = (width: type.width(words, size) + 4, height: size * 1.3)
        guard let center = find(region, room, in: geometry.panel, taken) else { continue }
        names.append(AreaName(region: number, words: words, size: size, center: center))
        taken.take(Box(center: center, width: room.width, height: room.height))
        break
      }
    }
    return names
  }

  /// Where the name of an area stands: inside it, as near to its middle as there is room.
  private static func find(
    _ region: MapGeometry.Region, _ size: (width: Double, height: Double), in panel: Box,
    _ taken: CollisionIndex
  ) -> Vec? {
    guard let first = region.outline.first else { return nil }
    var bounds = Box(first.x, first.y, first.x, first.y)
    for p in region.outline { bounds = bounds.union(Box(p.x, p.y, p.x, p.y)) }
    let visible = Box(
      max(bounds.x0, panel.x0), max(bounds.y0, panel.y0), min(bounds.x1, panel.x1), min(bounds.y1, panel.y1))
    guard visible.width > 0, visible.height > 0 else { return nil }
    var best: Vec?
    var bestDistance = Double.infinity
    let steps = 14
    for row in 0...steps {
      for column in 0...steps {
        let p = Vec(
          visible.x0 + visible.width * Double(column) / Double(steps),
          visible.y0 + visible.height * Double(row) / Double(steps))
        let distance = (p - visible.center).length
        guard distance < bestDistance else { continue }
        let box = Box(center: p, width: size.width, height: size.height)
        let corners = [
          Vec(box.x0, box.y0), Vec(box.x1, box.y0), Vec(box.x0, box.y1), Vec(box.x1, box.y1),
        ]
        guard panel.inset(2).contains(box), corners.allSatisfy({ AreaPattern.contains(region.outline, $0) }),
          taken.isFree(box, clearance: 1)
        else { continue }
        best = p
        bestDistance = distance
      }
    }
    return best
  }
}
