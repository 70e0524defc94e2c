import Workshop

/// Where a house of the row stands.
struct RowStand {
  var along: Double
  var center: Vec
  var box: Box
}

/// A house of the row.
struct RowMember {
  var number: Int
  var thing: Placeable
  /// Further off than the edge of the road, for the line it stands in and for level walls.
  var behind: Double
  /// How much of what the row leaves free lies before its middle, as a share.
  var share: Double
  /// Gaps that the table left between it and the one before it, and after it if it is the last.
  var gapsBefore: Int
}

/// The free places along one side of a road.
struct RoadPlaces {
  let side: RoadSide
  /// Free room around each house.
  let gap: Double
  /// Free room between neighbours, at least ``gap``.
  let air: Double
  let free: FreePlaces

  /// Rows rarely stand further from their road than this.
  private static let usualDepth = 90.0

  init(side: RoadSide, gap: Double, air: Double, free: FreePlaces) {
    self.side = side
    self.gap = gap
    self.air = air
    self.free = free.asked(in: side.line.bounds.inset(-Self.usualDepth))
  }

  /// What a house takes of the road.
  func breadth(_ member: RowMember) -> Double { side.extents(member.thing, side.general).along + gap }

  /// How wide a gap of the table is: as a house, or what is left where the row is crowded.
  func gapWidth(_ line: [RowMember], _ gaps: Int, _ slack: Double) -> Double {
    guard gaps > 0 else { return 0 }
    let usual = line.map { breadth($0) }.sorted()[line.count / 2]
    return min(usual, max(0, slack) / Double(gaps))
  }

  /// The free place nearest to `target` between two others.
  func nearest(
    _ member: RowMember, to target: Double, from low: Double, upTo high: Double, past neighbour: RowStand?,
    _ index: CollisionIndex
  ) -> RowStand? {
    let target = min(max(target, low), max(low, high))
    let after = search(member, from: target, to: max(low, high), past: neighbour, index)
    let before = search(member, from: target, to: low, past: neighbour, index)
    switch (before, after) {
    case (let a?, let b?): return target - a.along < b.along - target ? a : b
    case (let a, let b): return a ?? b
    }
  }

  /// The first free place at the road from `start` on, towards `limit`, past a neighbour.
  func search(
    _ member: RowMember, from start: Double, to limit: Double, past neighbour: RowStand?,
    _ index: CollisionIndex
  ) -> RowStand? {
    let sense = limit >= start ? 1.0 : -1
    let thing = member.thing
    let kept = neighbour?.box.inset(-max(gap, air))
    var along = start
    var hint: Int32?
    while (limit - along) * sense >= 0 {
      let (center, direction, edge) = side.center(thing, at: along, behind: member.behind)
      let box = Box(center: center, width: thing.width, height: thing.height)
      if let kept, kept.intersects(box) {
        along += sense * pass(box, kept, direction * sense)
        continue
      }
      if free.fits(center, thing, index, &hint) {
        if !free.isCutOff(edge, center) { return RowStand(along: along, center: center, box: box) }
      } else if let hint, let other = index.box(hint) {
        along += sense * pass(box, other, direction * sense)
        continue
      } else if side.isBent, hint != nil {
        // A bar: beside a bend of the road itself a house keeps a little further off.
        for lift in [1.5, 3, 5, 7.5] {
          let lifted = center + side.away(direction) * lift
          var own: Int32?
          let box = Box(center: lifted, width: thing.width, height: thing.height)
          if let kept, kept.intersects(box) { break }
          if free.fits(lifted, thing, index, &own), !free.isCutOff(edge, lifted) {
            return RowStand(along: along, center: lifted, box: box)
          }
        }
      }
      along += sense * 2.2
    }
    return nil
  }

  /// How far along the road a box has to go to be past another.
  private func pass(_ box: Box, _ other: Box, _ direction: Vec) -> Double {
    var way = Double.infinity
    if direction.x > 0.05 { way = min(way, (other.x1 - box.x0) / direction.x) }
    if direction.x < -0.05 { way = min(way, (other.x0 - box.x1) / direction.x) }
    if direction.y > 0.05 { way = min(way, (other.y1 - box.y0) / direction.y) }
    if direction.y < -0.05 { way = min(way, (other.y0 - box.y1) / direction.y) }
    return (way.isFinite ? max(way, 0.3) : 2.2) + 0.01
  }
}
