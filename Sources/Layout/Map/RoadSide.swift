import Workshop

/// One side of a road, seen along the row that stands there, and where a box at its edge comes to lie.
struct RoadSide {
  /// The road inside the panel, in the direction in which the row is named.
  let line: Polyline
  /// Whether the road bends: beside a bend a box may have to keep a little further off.
  let isBent: Bool
  /// 1 where the row is on the left of the road, else -1.
  private let outward: Double
  /// From the middle of the road to the row.
  private let edge: Double

  /// The side of `course` on which `row` stands; nil where nothing of the road is on the panel.
  init?(_ geometry: MapGeometry, _ course: MapGeometry.Course, _ row: RoadRow, clearance: Double) {
    var line = course.inside
    guard line.length > 0 else { return nil }
    let isSideways = row.side == .east || row.side == .west
    let forward = geometry.direction(isSideways ? .south : .east)
    if let first = line.points.first, let last = line.points.last {
      let sense = (last - first).dot(forward) * (row.isReversed ? -1 : 1)
      if sense < 0 { line = line.reversed }
    }
    let side = geometry.direction(row.side)
    var sum = 0.0
    for index in line.points.indices.dropFirst() {
      sum += (line.points[index] - line.points[index - 1]).left.dot(side)
    }
    self.line = line
    outward = sum >= 0 ? 1 : -1
    edge = course.half + clearance + 0.3
    isBent = line.points.count > 2
  }

  /// Away from the road.
  func away(_ direction: Vec) -> Vec { direction.left * outward }

  /// How far along the road the place nearest to a point is.
  func along(_ point: Vec) -> Double {
    var best = (distance: Double.infinity, along: 0.0)
    var passed = 0.0
    for (a, b) in zip(line.points, line.points.dropFirst()) {
      let way = b - a
      let share = min(1, max(0, (point - a).dot(way) / max(way.dot(way), 1e-9)))
      let distance = (point - a - way * share).length
      if distance < best.distance { best = (distance, passed + way.length * share) }
      passed += way.length
    }
    return best.along
  }

  /// How much of the road `thing` needs along it and away from it.
  func extents(_ thing: Placeable, _ direction: Vec) -> (along: Double, out: Double) {
    let x = abs(direction.x)
    let y = abs(direction.y)
    // On a slanting road neighbours may overlap along it, for they stand at different heights.
    let along = min(thing.width / max(x, 0.05), thing.height / max(y, 0.05))
    return (along, thing.width * y + thing.height * x)
  }

  /// The direction of the whole road.
  var general: Vec { ((line.points.last ?? Vec(1, 0)) - (line.points.first ?? Vec(0, 0))).unit }

  /// The centre of `thing` at `along`, `behind` points further off than the edge of the road.
  func center(_ thing: Placeable, at along: Double, behind: Double) -> (
    center: Vec, direction: Vec, edge: Vec
  ) {
    let (point, direction) = line.at(along)
    let away = away(direction)
    let out = extents(thing, direction).out
    return (
      point + away * (edge + behind + out / 2), direction, point + away * (edge - 0.2)
    )
  }

  /// How much further off `thing` has to stand so that the walls of a level row stand in one line: what is
  /// under their foot, or above their roof, differs from house to house.
  func levelling(_ things: [Placeable]) -> [Double] {
    let away = away(general)
    guard abs(away.y) > 0.8 else { return things.map { _ in 0 } }
    let margins = things.map { away.y < 0 ? $0.below : $0.above }
    let most = margins.max() ?? 0
    return margins.map { most - $0 }
  }
}
