import Workshop

/// Spreads a row of houses evenly along one side of a road, in the order the table named them, every house at
/// the road.
///
/// Whether a row fits is told by two passes, one that packs it from its beginning and one from its end: every
/// house has a place between the two. Only where ``mostLines`` allows it a row that does not fit stands in
/// lines one behind the other, every second or third house in each.
struct RowPlacement {
  let places: RoadPlaces
  /// How many lines a row may stand in.
  let mostLines: Int
  /// Whether houses are spaced evenly between what interrupts the row, or only told to fit.
  let isEvened: Bool

  private var side: RoadSide { places.side }
  private var gap: Double { places.gap }

  /// The centres of `things`, or nil where the row does not fit.
  func solve(_ things: [Placeable], _ start: CollisionIndex) -> [Vec]? {
    let order = order(things)
    for lines in 1...max(1, mostLines) {
      if let centers = solve(order, lines, things.count, start) { return centers }
    }
    return nil
  }

  /// The numbers of those of `things` that find no place along the road even if nothing else stood in their row.
  func stuck(_ things: [Placeable], _ index: CollisionIndex) -> [Int] {
    order(things).members.filter {
      places.search($0, from: 0, to: side.line.length, past: nil, index) == nil
    }.map(\.number)
  }

  /// The houses in the order of their slots.
  private func order(_ things: [Placeable]) -> (members: [RowMember], gapsAfter: Int) {
    func slot(_ thing: Placeable) -> (Int, Int) {
      if case .along(_, let slot, let slots) = thing.placement { (slot, slots) } else { (0, 0) }
    }
    let levels = side.levelling(things)
    let sorted = things.indices.sorted { (slot(things[$0]).0, $0) < (slot(things[$1]).0, $1) }
    var next = 0
    var slots = things.count
    var members: [RowMember] = []
    for number in sorted {
      let (own, all) = slot(things[number])
      members.append(
        RowMember(
          number: number, thing: things[number], behind: levels[number], share: 0,
          gapsBefore: max(0, own - next)))
      next = own + 1
      slots = max(slots, all)
    }
    return (members, max(0, slots - next))
  }

  /// The centres, with the row in so many lines.
  private func solve(
    _ row: (members: [RowMember], gapsAfter: Int), _ lines: Int, _ count: Int, _ start: CollisionIndex
  ) -> [Vec]? {
    let stands =
      lines == 1
      ? stand(row.members, row.gapsAfter, start)
      : RowInLines(places: places, lines: lines).solve(row.members, start)
    guard let stands else { return nil }
    var centers = [Vec](repeating: Vec(0, 0), count: count)
    for (member, stand) in zip(row.members, stands) { centers[member.number] = stand.center }
    return centers
  }

  /// Places the row in one line, each house at its distance from the road.
  private func stand(_ line: [RowMember], _ gapsAfter: Int, _ index: CollisionIndex) -> [RowStand]? {
    guard let early = pack(line, fromEnd: false, index) else { return nil }
    let late = pack(line, fromEnd: true, index) ?? early
    var line = line
    share(&line, gapsAfter, slack(early, late))
    // Between the two, as evenly as what stands in the way allows.
    var taken = index
    var stands: [RowStand] = []
    for (order, member) in line.enumerated() {
      let low = max(early[order].along, stands.last?.along ?? 0)
      let high = max(low, late[order].along)
      let target = early[order].along + (high - early[order].along) * member.share
      let best = places.nearest(
        member, to: target, from: low, upTo: high, past: stands.last, taken)
      let last = best ?? places.search(member, from: low, to: side.line.length, past: stands.last, taken)
      guard let last else { return nil }
      taken.take(last.box.inset(-gap))
      stands.append(last)
    }
    guard isEvened else { return stands }
    return RowSpacing(places: places, line: line, gapsAfter: gapsAfter, index: index)
      .spaced(stands, early: early, late: late)
  }

  /// Packs a line of houses from one end of the road; nil where the last of them find no place.
  private func pack(
    _ line: [RowMember], fromEnd: Bool, _ index: CollisionIndex
  ) -> [RowStand]? {
    var stands: [RowStand] = []
    let end = fromEnd ? 0 : side.line.length
    var from = side.line.length - end
    for member in fromEnd ? line.reversed() : line {
      guard let stand = places.search(member, from: from, to: end, past: stands.last, index) else {
        return nil
      }
      from = stand.along
      stands.append(stand)
    }
    return fromEnd ? stands.reversed() : stands
  }

  /// How far the houses can be moved along the road, on average.
  private func slack(_ early: [RowStand], _ late: [RowStand]) -> Double {
    guard !early.isEmpty else { return 0 }
    return zip(early, late).reduce(0) { $0 + max(0, $1.1.along - $1.0.along) } / Double(early.count)
  }

  /// Shares what is free out between the houses, the gaps of the table first.
  private func share(_ line: inout [RowMember], _ gapsAfter: Int, _ slack: Double) {
    let gaps = line.reduce(gapsAfter) { $0 + $1.gapsBefore }
    let width = places.gapWidth(line, gaps, slack)
    let rest = max(0, slack - width * Double(gaps))
    let own = rest / Double(line.count + gaps)
    var before = 0.0
    for order in line.indices {
      before += Double(line[order].gapsBefore) * (width + own)
      line[order].share = slack > 0 ? (before + own / 2) / slack : 0.5
      before += own
    }
  }
}
