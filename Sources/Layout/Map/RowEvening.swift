/// Gives the houses of a row even room, stretch by stretch of the road between what interrupts it.
struct RowEvening {
  let places: RoadPlaces
  /// The houses of the row.
  let line: [RowMember]
  /// Gaps that the table left after the last of them.
  let gapsAfter: Int
  /// What stands already.
  let index: CollisionIndex

  /// A stretch of the road that nothing interrupts, with the houses on it.
  private struct Stretch {
    var members: Range<Int>
    /// From where to where houses may reach, in points along the road.
    var from: Double
    var to: Double
  }

  /// The same stands with even room between those that nothing separates. Where it is `balancing`, full stretches hand
  /// houses on to emptier ones first.
  func evened(_ stands: [RowStand], balancing: Bool = true) -> [RowStand] {
    var stretches: [Stretch] = []
    var first = 0
    while first < stands.count {
      var last = first
      while last + 1 < stands.count,
        places.reach(line[last], from: stands[last].along, to: stands[last + 1].along, index)
          >= stands[last + 1].along - 3
      {
        last += 1
      }
      let low = places.reach(
        line[first], from: stands[first].along, to: first > 0 ? stands[first - 1].along : 0, index)
      let high = places.reach(
        line[last], from: stands[last].along,
        to: last + 1 < stands.count ? stands[last + 1].along : places.side.line.length, index)
      stretches.append(
        Stretch(
          members: first..<(last + 1), from: low - places.breadth(line[first]) / 2,
          to: high + places.breadth(line[last]) / 2))
      first = last + 1
    }
    if balancing { balance(&stretches) }
    return spread(stretches, stands)
  }

  /// Hands houses at the ends of full stretches on to their emptier neighbours.
  private func balance(_ stretches: inout [Stretch]) {
    func room(_ stretch: Stretch) -> Double {
      stretch.to - stretch.from - line[stretch.members].reduce(0) { $0 + places.breadth($1) }
    }
    func share(_ stretch: Stretch) -> Double { room(stretch) / Double(stretch.members.count + 1) }
    guard stretches.count > 1 else { return }
    for _ in 0..<line.count {
      var isMoved = false
      for next in stretches.indices.dropFirst() {
        let (a, b) = (stretches[next - 1], stretches[next])
        var candidates: [(Stretch, Stretch)] = []
        if b.members.count > 1 { candidates.append(Self.move(a, b, to: b.members.lowerBound + 1)) }
        if a.members.count > 1 { candidates.append(Self.move(a, b, to: a.members.upperBound - 1)) }
        var best: (Stretch, Stretch)?
        var most = min(share(a), share(b)) + 0.5
        for (c, d) in candidates where min(share(c), share(d)) > most {
          most = min(share(c), share(d))
          best = (c, d)
        }
        guard let best else { continue }
        stretches[next - 1] = best.0
        stretches[next] = best.1
        isMoved = true
      }
      if !isMoved { return }
    }
  }

  /// Two neighbouring stretches with the border between their houses moved.
  private static func move(_ a: Stretch, _ b: Stretch, to border: Int) -> (Stretch, Stretch) {
    var (a, b) = (a, b)
    a.members = a.members.lowerBound..<border
    b.members = border..<b.members.upperBound
    return (a, b)
  }

  /// Spreads the houses of every stretch evenly; those of a stretch that does not hold them stay as they are,
  /// if they can.
  private func spread(_ stretches: [Stretch], _ stands: [RowStand]) -> [RowStand] {
    var taken = index
    var result: [RowStand] = []
    for stretch in stretches {
      let members = Array(line[stretch.members])
      guard let first = members.first, let last = members.last else { continue }
      let isLast = stretch.members.upperBound == line.count
      var group = spread(
        members, from: stretch.from + places.breadth(first) / 2, to: stretch.to - places.breadth(last) / 2,
        startsRow: stretch.members.lowerBound == 0, gapsAfter: isLast ? gapsAfter : 0, taken)
      let old = Array(stands[stretch.members])
      let next = isLast ? [] : [stands[stretch.members.upperBound]]
      /// The least room that the houses of this stretch have, among themselves and to those beside it.
      func room(_ own: [RowStand]) -> Double { Self.room(result.suffix(1) + own + next) }
      if group.map({ $0.isShifted && room($0.stands) < room(old) }) ?? true {
        let isFree = old.allSatisfy { stand in
          var hint: Int32?
          let box = stand.box
          let thing = Placeable(placement: .anywhere, width: box.width, height: box.height)
          return places.free.fits(stand.center, thing, taken, &hint)
        }
        if isFree { group = (old, false) }
      }
      guard let group else { return stands }
      for stand in group.stands { taken.take(stand.box.inset(-places.gap)) }
      result += group.stands
    }
    return result
  }

  /// The least room between neighbours of a group; a group of one has all there is.
  static func room(_ stands: [RowStand]) -> Double {
    zip(stands, stands.dropFirst()).map { a, b in
      max(
        max(a.box.x0, b.box.x0) - min(a.box.x1, b.box.x1), max(a.box.y0, b.box.y0) - min(a.box.y1, b.box.y1))
    }.min() ?? .infinity
  }

  /// Spreads a group evenly between the places that its first and its last house can reach.
  private func spread(
    _ group: [RowMember], from low: Double, to high: Double, startsRow: Bool, gapsAfter: Int,
    _ index: CollisionIndex
  ) -> (stands: [RowStand], isShifted: Bool)? {
    let widths = group.map { places.breadth($0) }
    let inner = zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + $1.1) / 2 }
    let slack = high - low - inner
    guard slack >= 0 else { return nil }
    // A gap between two groups is what separates them already.
    let gapsBefore = group.enumerated().map { $0.offset == 0 && !startsRow ? 0 : $0.element.gapsBefore }
    let gaps = gapsBefore.reduce(gapsAfter, +)
    let width = places.gapWidth(group, gaps, slack)
    let own = max(0, slack - width * Double(gaps)) / Double(group.count + gaps)
    var taken = index
    var stands: [RowStand] = []
    var isShifted = false
    var along = low + own / 2
    for (order, member) in group.enumerated() {
      if order > 0 { along += (widths[order - 1] + widths[order]) / 2 + own }
      along += Double(gapsBefore[order]) * (width + own)
      // Where a tall house opposite is in the way, as near to its even place as can be.
      let exact = places.search(member, from: along, to: along, past: nil, taken)
      guard
        let stand = exact
          ?? places.nearest(
            member, to: along, from: max(low, stands.last?.along ?? low), upTo: high, past: stands.last,
            taken)
      else { return nil }
      taken.take(stand.box.inset(-places.gap))
      stands.append(stand)
      isShifted = isShifted || exact == nil
    }
    return (stands, isShifted)
  }
}
