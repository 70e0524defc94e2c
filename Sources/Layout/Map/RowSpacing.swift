import Workshop

/// Puts the houses of a row as near to their even places as all that stands in the way allows, all of them together: a
/// tall house that finds no place under the one opposite goes to its near side rather than push all others along.
struct RowSpacing {
  let places: RoadPlaces
  /// The houses of the row.
  let line: [RowMember]
  /// Gaps that the table left after the last of them.
  let gapsAfter: Int
  /// What stands already.
  let index: CollisionIndex

  /// From one place that is tried to the next.
  private static let step = 3.0

  /// `stands`, or others that leave clearly smaller holes.
  func better(than stands: [RowStand]) -> [RowStand] {
    guard line.count > 1 else { return stands }
    let targets = targets
    let breadths = line.map { places.breadth($0) }.sorted()
    let usual = breadths[breadths.count / 2]
    let unrest = unrest(stands, targets)
    guard unrest > usual * usual * 0.5, let found = nearest(targets, within: unrest * 0.6) else {
      return stands
    }
    let evened = RowEvening(places: places, line: line, gapsAfter: gapsAfter, index: index)
      .evened(found, balancing: false)
    let spaced = RowEvening.room(evened) > RowEvening.room(found) - 0.5 ? evened : found
    // No smaller hole is worth houses that touch each other.
    return RowEvening.room(spaced) >= RowEvening.room(stands) * 0.7 ? spaced : stands
  }

  /// The even places of the houses, in points along the road.
  private var targets: [Double] {
    let slots = Double(line.reduce(line.count + gapsAfter) { $0 + $1.gapsBefore })
    var slot = 0
    return line.map { member in
      slot += member.gapsBefore + 1
      return places.side.line.length * (Double(slot) - 0.5) / slots
    }
  }

  /// How far houses stand from their even places, squared, on average.
  private func unrest(_ stands: [RowStand], _ targets: [Double]) -> Double {
    zip(stands, targets).reduce(0) { $0 + ($1.0.along - $1.1) * ($1.0.along - $1.1) } / Double(line.count)
  }

  /// The free places in the order of the row whose distances from the targets, squared, are least together; nil where
  /// they are not below `limit` on average.
  private func nearest(_ targets: [Double], within limit: Double) -> [RowStand]? {
    let count = Int(places.side.line.length / Self.step) + 1
    // From each house to the one before, in steps.
    let apart = line.indices.map {
      $0 == 0 ? 0 : Int((distance(line[$0 - 1], line[$0]) / Self.step).rounded(.up))
    }
    // What those behind a house need.
    var behind = apart.reduce(0, +)
    // The least sum up to each place, and where the house before stands then.
    var least = [Double](repeating: 0, count: count)
    var before: [[Int]] = []
    for (order, member) in line.enumerated() {
      behind -= apart[order]
      var own = [Double](repeating: .infinity, count: count)
      var chosen = [Int](repeating: -1, count: count)
      var best = (sum: Double.infinity, place: -1)
      for place in 0..<max(0, count - behind) {
        if order == 0 {
          best = (0, -1)
        } else if place >= apart[order], least[place - apart[order]] < best.sum {
          best = (least[place - apart[order]], place - apart[order])
        }
        let away = Double(place) * Self.step - targets[order]
        let sum = best.sum + away * away
        // To look whether a place is free is what takes time.
        guard sum / Double(line.count) < limit, stand(member, at: place) != nil else { continue }
        own[place] = sum
        chosen[place] = best.place
      }
      before.append(chosen)
      least = own
    }
    guard var place = least.indices.min(by: { least[$0] < least[$1] }), least[place] < .infinity else {
      return nil
    }
    var result: [RowStand] = []
    for order in line.indices.reversed() {
      guard place >= 0, let stand = stand(line[order], at: place) else { return nil }
      result.append(stand)
      place = before[order][place]
    }
    result.reverse()
    // Beside a bend neighbours may be nearer to each other than they are along the road.
    let air = max(places.gap, places.air)
    for (number, stand) in result.enumerated() {
      if result[..<number].contains(where: { $0.box.inset(-air).intersects(stand.box) }) { return nil }
    }
    return result
  }

  /// A house at a place along the road, counted in steps; nil where that is not free.
  private func stand(_ member: RowMember, at place: Int) -> RowStand? {
    let along = Double(place) * Self.step
    return places.search(member, from: along, to: along, past: nil, index)
  }

  /// How far apart the middles of two neighbours are at the least.
  private func distance(_ a: RowMember, _ b: RowMember) -> Double {
    let general = places.side.general
    return (places.side.extents(a.thing, general).along + places.side.extents(b.thing, general).along) / 2
      + max(places.gap, places.air) + 0.01
  }
}
