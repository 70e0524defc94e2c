import Workshop

/// Spreads a row of houses evenly along one side of a road, in the order the table named them, every house at
/// the road.
///
/// Whether a row fits is told by two passes, one that packs it from its beginning and one from its end: every
/// house has a place between the two. Only where ``mostLines`` allows it a row that does not fit stands in
/// lines one behind the other, every second or third house in each.
struct RowPlacement {
  let side: RoadSide
  /// Free room around each house.
  let gap: Double
  /// Free room between neighbours, at least ``gap``.
  let air: Double
  /// How many lines a row may stand in.
  let mostLines: Int
  /// Whether houses are spaced evenly between what interrupts the row, or only told to fit.
  let isEvened: Bool

  /// Where a house of the row stands.
  private struct Stand {
    var along: Double
    var center: Vec
    var box: Box
  }

  /// A house of the row.
  private struct Member {
    var number: Int
    var thing: Placeable
    /// Further off than the edge of the road, for the line it stands in and for level walls.
    var behind: Double
    /// How much of what the row leaves free lies before its middle, as a share.
    var share: Double
    /// Gaps that the table left between it and the one before it, and after it if it is the last.
    var gapsBefore: Int
  }

  /// The centres of `things`, or nil where the row does not fit.
  func solve(_ things: [Placeable], _ start: CollisionIndex, _ placement: HousePlacement) -> [Vec]? {
    let order = order(things)
    for lines in 1...max(1, mostLines) {
      if let centers = solve(order, lines, things.count, start, placement) { return centers }
    }
    return nil
  }

  /// The houses in the order of their slots.
  private func order(_ things: [Placeable]) -> (members: [Member], gapsAfter: Int) {
    func slot(_ thing: Placeable) -> (Int, Int) {
      if case .along(_, let slot, let slots) = thing.placement { (slot, slots) } else { (0, 0) }
    }
    let levels = side.levelling(things)
    let sorted = things.indices.sorted { (slot(things[$0]).0, $0) < (slot(things[$1]).0, $1) }
    var next = 0
    var slots = things.count
    var members: [Member] = []
    for number in sorted {
      let (own, all) = slot(things[number])
      members.append(
        Member(
          number: number, thing: things[number], behind: levels[number], share: 0,
          gapsBefore: max(0, own - next)))
      next = own + 1
      slots = max(slots, all)
    }
    return (members, max(0, slots - next))
  }

  /// The centres, with the row in so many lines.
  private func solve(
    _ row: (members: [Member], gapsAfter: Int), _ lines: Int, _ count: Int, _ start: CollisionIndex,
    _ placement: HousePlacement
  ) -> [Vec]? {
    var centers = [Vec](repeating: Vec(0, 0), count: count)
    var index = start
    var behind = 0.0
    for line in 0..<min(lines, max(1, row.members.count)) {
      var members: [Member] = []
      for (order, member) in row.members.enumerated() where order % lines == line {
        var member = member
        member.behind += behind
        member.share = (Double(order) + 0.5) / Double(row.members.count)
        members.append(member)
      }
      guard let stands = stand(members, row, isOnly: lines == 1, index, placement) else { return nil }
      for (member, stand) in zip(members, stands) {
        centers[member.number] = stand.center
        index.take(stand.box.inset(-gap))
      }
      let depths = members.map { $0.behind - behind + side.extents($0.thing, side.general).out }
      behind += (depths.max() ?? 0) + gap + 1
    }
    return centers
  }

  /// Places one line of houses, each at its distance from the road.
  private func stand(
    _ line: [Member], _ row: (members: [Member], gapsAfter: Int), isOnly: Bool, _ index: CollisionIndex,
    _ placement: HousePlacement
  ) -> [Stand]? {
    guard let early = pack(line, fromEnd: false, index, placement) else { return nil }
    let late = pack(line, fromEnd: true, index, placement) ?? early
    var line = line
    if isOnly { share(&line, row.gapsAfter, slack(early, late)) }
    // Between the two, as evenly as what stands in the way allows.
    var taken = index
    var stands: [Stand] = []
    for (order, member) in line.enumerated() {
      let low = max(early[order].along, stands.last?.along ?? 0)
      let high = max(low, late[order].along)
      let target = early[order].along + (high - early[order].along) * member.share
      let best = nearest(
        member, to: target, from: low, upTo: high, past: stands.last, taken, placement)
      let last = best ?? search(member, from: low, to: side.line.length, past: stands.last, taken, placement)
      guard let last else { return nil }
      taken.take(last.box.inset(-gap))
      stands.append(last)
    }
    return isOnly && isEvened ? evened(stands, line, row.gapsAfter, index, placement) : stands
  }

  /// Packs a line of houses from one end of the road; nil where the last of them find no place.
  private func pack(
    _ line: [Member], fromEnd: Bool, _ index: CollisionIndex, _ placement: HousePlacement
  ) -> [Stand]? {
    var stands: [Stand] = []
    let end = fromEnd ? 0 : side.line.length
    var from = side.line.length - end
    for member in fromEnd ? line.reversed() : line {
      guard let stand = search(member, from: from, to: end, past: stands.last, index, placement) else {
        return nil
      }
      from = stand.along
      stands.append(stand)
    }
    return fromEnd ? stands.reversed() : stands
  }

  /// How far the houses can be moved along the road, on average.
  private func slack(_ early: [Stand], _ late: [Stand]) -> Double {
    guard !early.isEmpty else { return 0 }
    return zip(early, late).reduce(0) { $0 + max(0, $1.1.along - $1.0.along) } / Double(early.count)
  }

  /// How wide a gap of the table is: as a house, or what is left where the row is crowded.
  private func gapWidth(_ line: [Member], _ gaps: Int, _ slack: Double) -> Double {
    guard gaps > 0 else { return 0 }
    let usual = line.map { breadth($0) }.sorted()[line.count / 2]
    return min(usual, max(0, slack) / Double(gaps))
  }

  /// Shares what is free out between the houses, the gaps of the table first.
  private func share(_ line: inout [Member], _ gapsAfter: Int, _ slack: Double) {
    let gaps = line.reduce(gapsAfter) { $0 + $1.gapsBefore }
    let width = gapWidth(line, gaps, slack)
    let rest = max(0, slack - width * Double(gaps))
    let own = rest / Double(line.count + gaps)
    var before = 0.0
    for order in line.indices {
      before += Double(line[order].gapsBefore) * (width + own)
      line[order].share = slack > 0 ? (before + own / 2) / slack : 0.5
      before += own
    }
  }

  /// A stretch of the road that nothing interrupts, with the houses on it.
  private struct Stretch {
    var members: Range<Int>
    /// From where to where houses may reach, in points along the road.
    var from: Double
    var to: Double
  }

  /// The same stands with even room between those that nothing separates.
  private func evened(
    _ stands: [Stand], _ line: [Member], _ gapsAfter: Int, _ index: CollisionIndex,
    _ placement: HousePlacement
  ) -> [Stand] {
    var stretches: [Stretch] = []
    var first = 0
    while first < stands.count {
      var last = first
      while last + 1 < stands.count,
        reach(line[last], from: stands[last].along, to: stands[last + 1].along, index, placement)
          >= stands[last + 1].along - 3
      {
        last += 1
      }
      let low = reach(
        line[first], from: stands[first].along, to: first > 0 ? stands[first - 1].along : 0, index, placement)
      let high = reach(
        line[last], from: stands[last].along,
        to: last + 1 < stands.count ? stands[last + 1].along : side.line.length, index, placement)
      stretches.append(
        Stretch(
          members: first..<(last + 1), from: low - breadth(line[first]) / 2,
          to: high + breadth(line[last]) / 2))
      first = last + 1
    }
    balance(&stretches, line)
    return spread(stretches, stands, line, gapsAfter, index, placement)
  }

  /// What a house takes of the road.
  private func breadth(_ member: Member) -> Double { side.extents(member.thing, side.general).along + gap }

  /// Hands houses at the ends of full stretches on to their emptier neighbours.
  private func balance(_ stretches: inout [Stretch], _ line: [Member]) {
    func room(_ stretch: Stretch) -> Double {
      stretch.to - stretch.from - line[stretch.members].reduce(0) { $0 + breadth($1) }
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
  private func spread(
    _ stretches: [Stretch], _ stands: [Stand], _ line: [Member], _ gapsAfter: Int, _ index: CollisionIndex,
    _ placement: HousePlacement
  ) -> [Stand] {
    var taken = index
    var result: [Stand] = []
    for stretch in stretches {
      let members = Array(line[stretch.members])
      guard let first = members.first, let last = members.last else { continue }
      let isLast = stretch.members.upperBound == line.count
      var group = spread(
        members, from: stretch.from + breadth(first) / 2, to: stretch.to - breadth(last) / 2,
        startsRow: stretch.members.lowerBound == 0, gapsAfter: isLast ? gapsAfter : 0, taken, placement)
      let old = Array(stands[stretch.members])
      let next = isLast ? [] : [stands[stretch.members.upperBound]]
      /// The least room that the houses of this stretch have, among themselves and to those beside it.
      func room(_ own: [Stand]) -> Double { Self.room(result.suffix(1) + own + next) }
      if group.map({ $0.isShifted && room($0.stands) < room(old) }) ?? true {
        let isFree = old.allSatisfy { stand in
          var hint: Int32?
          let box = stand.box
          let thing = Placeable(placement: .anywhere, width: box.width, height: box.height)
          return placement.fits(stand.center, thing, taken, &hint)
        }
        if isFree { group = (old, false) }
      }
      guard let group else { return stands }
      for stand in group.stands { taken.take(stand.box.inset(-gap)) }
      result += group.stands
    }
    return result
  }

  /// The least room between neighbours of a group; a group of one has all there is.
  private static func room(_ stands: [Stand]) -> Double {
    zip(stands, stands.dropFirst()).map { a, b in
      max(
        max(a.box.x0, b.box.x0) - min(a.box.x1, b.box.x1), max(a.box.y0, b.box.y0) - min(a.box.y1, b.box.y1))
    }.min() ?? .infinity
  }

  /// Spreads a group evenly between the places that its first and its last house can reach.
  private func spread(
    _ group: [Member], from low: Double, to high: Double, startsRow: Bool, gapsAfter: Int,
    _ index: CollisionIndex, _ placement: HousePlacement
  ) -> (stands: [Stand], isShifted: Bool)? {
    let widths = group.map { breadth($0) }
    let inner = zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + $1.1) / 2 }
    let slack = high - low - inner
    guard slack >= 0 else { return nil }
    // A gap between two groups is what separates them already.
    let gapsBefore = group.enumerated().map { $0.offset == 0 && !startsRow ? 0 : $0.element.gapsBefore }
    let gaps = gapsBefore.reduce(gapsAfter, +)
    let width = gapWidth(group, gaps, slack)
    let own = max(0, slack - width * Double(gaps)) / Double(group.count + gaps)
    var taken = index
    var stands: [Stand] = []
    var isShifted = false
    var along = low + own / 2
    for (order, member) in group.enumerated() {
      if order > 0 { along += (widths[order - 1] + widths[order]) / 2 + own }
      along += Double(gapsBefore[order]) * (width + own)
      // Where a tall house opposite is in the way, as near to its even place as can be.
      let exact = search(member, from: along, to: along, past: nil, taken, placement)
      guard
        let stand = exact
          ?? nearest(
            member, to: along, from: max(low, stands.last?.along ?? low), upTo: high, past: stands.last,
            taken,
            placement)
      else { return nil }
      taken.take(stand.box.inset(-gap))
      stands.append(stand)
      isShifted = isShifted || exact == nil
    }
    return (stands, isShifted)
  }

  /// The free place nearest to `target` between two others.
  private func nearest(
    _ member: Member, to target: Double, from low: Double, upTo high: Double, past neighbour: Stand?,
    _ index: CollisionIndex, _ placement: HousePlacement
  ) -> Stand? {
    let target = min(max(target, low), max(low, high))
    let after = search(member, from: target, to: max(low, high), past: neighbour, index, placement)
    let before = search(member, from: target, to: low, past: neighbour, index, placement)
    switch (before, after) {
    case (let a?, let b?): return target - a.along < b.along - target ? a : b
    case (let a, let b): return a ?? b
    }
  }

  /// How far `member` can be moved along the road from where it stands, with its neighbours away.
  private func reach(
    _ member: Member, from start: Double, to limit: Double, _ index: CollisionIndex,
    _ placement: HousePlacement
  ) -> Double {
    let sense = limit >= start ? 1.0 : -1
    var along = start
    while (limit - along) * sense > 0 {
      let next = sense > 0 ? min(along + 3, limit) : max(along - 3, limit)
      guard search(member, from: next, to: next, past: nil, index, placement) != nil else { break }
      along = next
    }
    return along
  }

  /// The first free place at the road from `start` on, towards `limit`, past a neighbour.
  private func search(
    _ member: Member, from start: Double, to limit: Double, past neighbour: Stand?,
    _ index: CollisionIndex, _ placement: HousePlacement
  ) -> Stand? {
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
      if placement.fits(center, thing, index, &hint) {
        if !placement.isAcross(edge, center) { return Stand(along: along, center: center, box: box) }
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
          if placement.fits(lifted, thing, index, &own), !placement.isAcross(edge, lifted) {
            return Stand(along: along, center: lifted, box: box)
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
