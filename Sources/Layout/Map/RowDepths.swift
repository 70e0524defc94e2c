import Workshop

/// How much of the sheet the rows beside its roads need: between two roads two rows share what is there, and a
/// row at the edge of the sheet gets as much as one of those.
struct RowDepths {
  private let map: TableMap
  private let rows: Set<RoadRow>
  private let north: Double
  private let extent: Double
  private var depths: [Compass: Vec] = [:]

  /// Of a map whose content is `extent` long on its longer side, in the sheet's unit.
  init(_ map: TableMap, extent: Double) {
    self.map = map
    self.extent = extent
    north = map.sheet.north * .pi / 180
    var rows = Set<RoadRow>()
    for placement in map.houses.map(\.placement) + map.landmarks.map(\.placement) {
      if case .along(let row, _, _) = placement { rows.insert(row) }
    }
    self.rows = rows
    for side in Compass.allCases {
      depths[side] = Trigonometry.direction(north + side.turn) * min(extent * 0.17, spacing(side) * 0.68)
    }
  }

  /// The roads with a row on that side.
  func roads(_ side: Compass) -> [Line] {
    map.lines.filter { line in rows.contains { $0.road == line.id && $0.side == side } }
  }

  /// From a road to the far end of a row on that side.
  func away(_ side: Compass) -> Vec { depths[side] ?? Vec(0, 0) }

  /// How far apart the roads are that have rows on this side or the opposite one; without end where there is
  /// but one.
  private func spacing(_ side: Compass) -> Double {
    let direction = Trigonometry.direction(north + side.turn)
    let isUpright = side == .north || side == .south
    var places: [Double] = []
    for line in map.lines {
      guard
        rows.contains(where: { $0.road == line.id && ($0.side == .north || $0.side == .south) == isUpright })
      else { continue }
      let sum = line.points.reduce(0) { $0 + Vec($1.x, $1.y).dot(direction) }
      places.append(sum / Double(max(1, line.points.count)))
    }
    guard places.count > 1, let low = places.min(), let high = places.max(), high - low > extent * 0.02 else {
      return .infinity
    }
    return (high - low) / Double(places.count - 1)
  }
}
