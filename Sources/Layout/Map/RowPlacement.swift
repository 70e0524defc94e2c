import Workshop

/// Spreads a row of houses evenly along one side of a road, in the order the table named them.
struct RowPlacement {
  let geometry: MapGeometry
  let course: MapGeometry.Course
  let row: RoadRow
  let gap: Double
  let clearance: Double

  /// A place of the row: a house, or a gap the table left.
  private struct Slot {
    var thing: Int?
    var extent: Double
    /// Where its middle comes to lie along the road.
    var middle = 0.0
    /// Whether its stretch is too short for its row, so that some have to stand further back.
    var isCrowded = false
    /// In which line behind the road it stands, then.
    var line = 0
  }

  /// The centres of `things`, or nil where one finds no place.
  func solve(_ things: [Placeable], _ start: CollisionIndex, _ placement: HousePlacement) -> [Vec]? {
    let (line, outward) = oriented()
    guard line.length > 0 else { return nil }
    let slots = spread(things, line, outward, start)
    let deepest = gap + (things.map { extents($0, line.at(line.length / 2).direction).out }.max() ?? 0)
    // From one end; where the last then find no room, from the other.
    return place(slots, things, line, outward, deepest, start, placement, fromEnd: false)
      ?? place(slots, things, line, outward, deepest, start, placement, fromEnd: true)
  }

  /// Places the slots in turn, each past the one before it.
  private func place(
    _ slots: [Slot], _ things: [Placeable], _ line: Polyline, _ outward: Double, _ deepest: Double,
    _ start: CollisionIndex, _ placement: HousePlacement, fromEnd: Bool
  ) -> [Vec]? {
    var index = start
    var centers = [Vec](repeating: Vec(0, 0), count: things.count)
    var allowed = -Double.infinity...Double.infinity
    for slot in fromEnd ? slots.reversed() : slots {
      guard let number = slot.thing else { continue }
      let thing = things[number]
      guard
        let place = find(
          slot, within: allowed, deepest: deepest, thing, line, outward, index, placement)
      else {
        guard placement.anywhereAtLast, fromEnd,
          let any = placement.anyPlace(
            near: base(slot.middle, thing, line, outward), thing, index)
        else { return nil }
        centers[number] = any
        placement.take(Place(center: any), thing, &index)
        continue
      }
      centers[number] = place.center
      allowed =
        fromEnd
        ? -Double.infinity...min(allowed.upperBound, place.along)
        : max(allowed.lowerBound, place.along)...Double.infinity
      placement.take(Place(center: place.center), thing, &index)
    }
    return centers
  }

  /// The road from west to east (north to south) or the other way round, and whether the row is on its left.
  private func oriented() -> (Polyline, Double) {
    var line = course.inside
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
    return (line, sum >= 0 ? 1 : -1)
  }

  /// How much of the road a thing needs along it and away from it.
  private func extents(_ thing: Placeable, _ direction: Vec) -> (along: Double, out: Double) {
    let x = abs(direction.x)
    let y = abs(direction.y)
    // On a slanting road neighbours may overlap along it, for they stand at different heights.
    let along = min(thing.width / max(x, 0.05), thing.height / max(y, 0.05))
    return (along, thing.width * y + thing.height * x)
  }

  private func base(_ along: Double, _ thing: Placeable, _ line: Polyline, _ outward: Double) -> Vec {
    let (point, direction) = line.at(along)
    let out = extents(thing, direction).out
    return point + direction.left * (outward * (course.half + clearance + out / 2 + 0.3))
  }

  /// Where the middles of all slots come to lie.
  private func spread(
    _ things: [Placeable], _ line: Polyline, _ outward: Double, _ index: CollisionIndex
  ) -> [Slot] {
    var count = things.count
    var numbered: [Int: Int] = [:]
    for (number, thing) in things.enumerated() {
      if case .along(_, let slot, let slots) = thing.placement {
        numbered[slot] = number
        count = max(count, slots)
      }
    }
    let general = ((line.points.last ?? Vec(1, 0)) - (line.points.first ?? Vec(0, 0))).unit
    let extents = things.map { self.extents($0, general).along + gap }
    let usual = extents.sorted()[extents.count / 2]
    var slots: [Slot] = []
    for slot in 0..<count {
      if let number = numbered[slot] {
        slots.append(Slot(thing: number, extent: extents[number]))
      } else {
        slots.append(Slot(thing: nil, extent: usual))
      }
    }
    let free = stretches(line, outward, things, index)
    // Gaps get narrower before houses have to stand in a second row.
    let room = free.reduce(0) { $0 + $1.to - $1.from }
    let need = extents.reduce(0, +)
    let gaps = Double(slots.count - things.count)
    if gaps > 0 {
      let own = max(usual * 0.5, min(usual, (room - need) / gaps))
      for index in slots.indices where slots[index].thing == nil { slots[index].extent = own }
    }
    distribute(&slots, free)
    return slots
  }

  /// The stretches of the road beside which a house can stand: not across another road or a landmark.
  private func stretches(
    _ line: Polyline, _ outward: Double, _ things: [Placeable], _ index: CollisionIndex
  ) -> [(from: Double, to: Double)] {
    let depth = things.map(\.height).sorted()[things.count / 2]
    let width = things.map(\.width).sorted()[things.count / 2]
    let thin = Placeable(placement: .anywhere, width: min(4, width * 0.2), height: min(4, depth * 0.2))
    let step = 4.0
    let steps = max(1, Int(line.length / step))
    var result: [(Double, Double)] = []
    var begin: Double?
    for number in 0...steps {
      let along = line.length * Double(number) / Double(steps)
      let (point, direction) = line.at(along)
      let out = abs(direction.y) * width + abs(direction.x) * depth
      var isFree = true
      for share in [0.15, 0.5, 0.9] {
        let away = course.half + clearance + out * share
        let center = point + direction.left * (outward * away)
        let box = Box(center: center, width: thin.width, height: thin.height)
        if !geometry.panel.inset(3).contains(box) || !index.isFree(box, clearance: clearance) {
          isFree = false
          break
        }
      }
      if isFree {
        if begin == nil { begin = along }
      } else if let from = begin {
        result.append((from, along))
        begin = nil
      }
    }
    if let from = begin { result.append((from, line.length)) }
    let useful = result.filter { $0.1 - $0.0 > 6 }
    return useful.isEmpty ? [(0, line.length)] : useful
  }

  /// Shares the slots out among the free stretches in order, then spaces them evenly in each.
  private func distribute(_ slots: inout [Slot], _ free: [(from: Double, to: Double)]) {
    let room = free.reduce(0) { $0 + $1.to - $1.from }
    let need = slots.reduce(0) { $0 + $1.extent }
    // First even over all that is free, skipping what is not.
    let slack = (room - need) / Double(slots.count)
    var home = [Int](repeating: 0, count: slots.count)
    var at = 0.0
    for number in slots.indices {
      let own = max(slots[number].extent + slack, 0.01)
      let middle = at + own / 2
      at += own
      var passed = 0.0
      for (stretch, part) in free.enumerated() {
        home[number] = stretch
        passed += part.to - part.from
        if middle <= passed { break }
      }
    }
    settle(&home, slots, free)
    for (stretch, part) in free.enumerated() {
      let members = slots.indices.filter { home[$0] == stretch }
      guard !members.isEmpty else { continue }
      let need = members.reduce(0) { $0 + slots[$1].extent }
      let length = part.to - part.from
      if need <= length {
        let slack = (length - need) / Double(members.count)
        var at = part.from
        for number in members {
          let own = slots[number].extent + slack
          slots[number].middle = at + own / 2
          at += own
        }
      } else {
        // Too many for one line: evenly, from end to end, in as many lines as it takes.
        let lines = Int((need / max(length, 1)).rounded(.up))
        let first = min(slots[members[0]].extent, length) / 2
        let last = min(slots[members[members.count - 1]].extent, length) / 2
        let steps = Double(max(members.count - 1, 1))
        for (order, number) in members.enumerated() {
          slots[number].isCrowded = true
          slots[number].line = order % lines
          slots[number].middle = part.from + first + (length - first - last) * Double(order) / steps
        }
      }
    }
  }

  /// Moves slots from stretches that are too full to their neighbours, keeping the order.
  private func settle(_ home: inout [Int], _ slots: [Slot], _ free: [(from: Double, to: Double)]) {
    func spare(_ stretch: Int) -> Double {
      var room = free[stretch].to - free[stretch].from
      for number in slots.indices where home[number] == stretch { room -= slots[number].extent }
      return room
    }
    for _ in 0..<(2 * free.count) {
      var moved = false
      for stretch in free.indices where spare(stretch) < 0 {
        if stretch + 1 < free.count, let last = slots.indices.last(where: { home[$0] == stretch }),
          spare(stretch + 1) >= slots[last].extent
        {
          home[last] = stretch + 1
          moved = true
        } else if stretch > 0, let first = slots.indices.first(where: { home[$0] == stretch }),
          spare(stretch - 1) >= slots[first].extent
        {
          home[first] = stretch - 1
          moved = true
        }
      }
      if !moved { break }
    }
  }

  /// The nearest free place along the road, then away from it.
  private func find(
    _ slot: Slot, within allowed: ClosedRange<Double>, deepest: Double, _ thing: Placeable, _ line: Polyline,
    _ outward: Double,
    _ index: CollisionIndex, _ placement: HousePlacement
  ) -> (center: Vec, along: Double)? {
    let stepOut = max(2.2, thing.height * 0.2)
    let stepAlong = max(2.2, min(thing.width, thing.height) * 0.2)
    let most = placement.reach
    let outs = min(60, Int(most / stepOut))
    let alongs = min(60, Int(most / stepAlong))
    // In a crowded row everybody keeps to their slot, and every second or third stands in a line behind; else
    // they keep to the road.
    let shiftCost = slot.isCrowded ? 3.0 : 1
    let awayCost = slot.isCrowded ? 0.8 : 1.4
    let middle = slot.middle
    let behind = Double(slot.line) * deepest
    let slack = slot.isCrowded ? slot.extent * 0.45 : -0.01
    var hint: Int32?
    var best: (Vec, Double)?
    var bestCost = Double.infinity
    for out in 0...max(outs, 0) {
      let away = Double(out) * stepOut
      let aside = abs(away - behind)
      if aside * awayCost >= bestCost { continue }
      for number in 0...(2 * max(alongs, 0)) {
        let shift = Double((number + 1) / 2) * stepAlong * (number % 2 == 0 ? -1 : 1)
        let cost = abs(shift) * shiftCost + aside * awayCost
        if abs(shift) * shiftCost >= bestCost { break }
        if cost >= bestCost { continue }
        let along = middle + shift
        if along < 0 || along > line.length { continue }
        if along < allowed.lowerBound - slack || along > allowed.upperBound + slack { continue }
        let (point, direction) = line.at(along)
        let foot = base(along, thing, line, outward)
        let center = foot + direction.left * (outward * away)
        guard placement.fits(center, thing, index, &hint) else { continue }
        let edge = point + direction.left * (outward * (course.half + 0.1))
        if placement.isAcross(edge, center) { continue }
        best = (center, along)
        bestCost = cost
      }
    }
    return best
  }
}
