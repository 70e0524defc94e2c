import Workshop

/// Spaces the houses of a row along their road: the room between neighbours is as even as all that stands in the way allows,
/// for the row as a whole. A tall house that finds no place under the one opposite goes to its near side, and all others
/// share what it leaves rather than be pushed along.
///
/// What nothing of the row can stand on (a road that crosses, a landmark, the edge of the map) is no hole in the row and
/// does not count as room. Of what does count, the sum of the squares of all gaps is least where they are alike; so the
/// row is found as the cheapest way through the free places of one house after the other.
struct RowSpacing {
  private let places: RoadPlaces
  /// The houses of the row.
  private let line: [RowMember]
  /// What stands already.
  private let index: CollisionIndex
  /// How much of the road could be stood on up to each step along it.
  private let open: [Double]
  private let step: Double
  /// The gaps of the table before each house, and after the last of them.
  private let gaps: [Int]
  /// The room between neighbours, and that of a gap of the table besides.
  private let even: (own: Double, gap: Double)

  /// The most steps into which a road is divided.
  private static let mostSteps = 200.0
  /// A house is tried at every third of them: where it comes to stand between two is found by ``eased(_:)``.
  private static let stepsBetweenPlaces = 3.0
  /// How much of the room may go to gaps of the table.
  private static let mostForGaps = 0.6

  /// - Parameter gapsAfter: gaps that the table left after the last house.
  init(places: RoadPlaces, line: [RowMember], gapsAfter: Int, index: CollisionIndex) {
    self.places = places
    self.line = line
    self.index = index
    let length = places.side.line.length
    step = max(3, length / Self.mostSteps)
    open = Self.open(places, line, index, step)
    let taken = line.reduce(0) { $0 + places.breadth($1) }
    let slack = max(0, (open.last ?? 0) - taken)
    gaps = line.map(\.gapsBefore) + [gapsAfter]
    let all = Double(gaps.reduce(0, +))
    // Gaps of the table leave some room to those between neighbours.
    let width = places.gapWidth(line, Int(all), slack * Self.mostForGaps)
    even = (max(0, slack - width * all) / (Double(line.count) + all), width)
  }

  /// The even row, found between the rows packed to either end of the road; `stands`, where nothing more even is free.
  func spaced(_ stands: [RowStand], early: [RowStand], late: [RowStand]) -> [RowStand] {
    guard !line.isEmpty else { return stands }
    if let exact, isApart(exact) { return exact }
    guard let found = cheapest(stands, early, late).map({ eased($0) }), isApart(found),
      cost(found) < cost(stands)
    else { return stands }
    return found
  }

  // MARK: Room

  /// How much of the road a low and narrow house could stand on, summed up from its beginning.
  private static func open(
    _ places: RoadPlaces, _ line: [RowMember], _ index: CollisionIndex, _ step: Double
  ) -> [Double] {
    let general = places.side.general
    let isLevel = abs(general.x) > abs(general.y)
    let least = line.map { isLevel ? $0.thing.height : $0.thing.width }.min() ?? 1
    let probe = RowMember(
      number: 0,
      thing: Placeable(placement: .anywhere, width: isLevel ? 1 : least, height: isLevel ? least : 1),
      behind: line.map(\.behind).min() ?? 0, share: 0, gapsBefore: 0)
    var open = [0.0]
    while Double(open.count - 1) * step < places.side.line.length {
      let along = min((Double(open.count) - 0.5) * step, places.side.line.length)
      let isFree = places.search(probe, from: along, to: along, past: nil, index) != nil
      open.append((open.last ?? 0) + (isFree ? step : 0))
    }
    return open
  }

  /// How much of the road could be stood on up to `along`.
  private func room(before along: Double) -> Double {
    let at = max(0, along / step)
    let place = min(Int(at), open.count - 1)
    guard place + 1 < open.count else { return open[place] }
    return open[place] + (open[place + 1] - open[place]) * (at - Double(place))
  }

  /// Where the road has so much room before.
  private func along(room: Double) -> Double {
    let place = max(1, open.firstIndex { $0 >= room } ?? open.count - 1)
    let width = open[place] - open[place - 1]
    return (Double(place - 1) + (width > 0 ? (room - open[place - 1]) / width : 1)) * step
  }

  /// Up to a house, and from its further end on: the room before its gap ends, and before the next one begins. What
  /// crosses the road in a gap of the table is what the table meant by it, so that all of such a gap counts.
  private func ends(_ order: Int, _ stand: RowStand) -> (from: Double, to: Double) {
    let half = places.breadth(line[order]) / 2
    let (from, to) = (stand.along - half, stand.along + half)
    return (gaps[order] > 0 ? from : room(before: from), gaps[order + 1] > 0 ? to : room(before: to))
  }

  /// Where the road ends, for the gap behind the last house.
  private var end: Double { gaps[line.count] > 0 ? places.side.line.length : open.last ?? 0 }

  /// The room to be had before a house, or behind the last.
  private func target(_ number: Int, own: Double) -> Double {
    (number == 0 || number == line.count ? own / 2 : own) + Double(gaps[number]) * (even.gap + own)
  }

  /// What is lost where there is so much room before a house, or behind the last.
  private func cost(_ number: Int, _ width: Double) -> Double {
    let away = width - target(number, own: even.own)
    return away * away * weight(number)
  }

  /// Half a gap at each end of a row is as much as a whole one inside it.
  private func weight(_ number: Int) -> Double { number == 0 || number == line.count ? 2 : 1 }

  /// The same of a whole row.
  private func cost(_ stands: [RowStand]) -> Double {
    var sum = 0.0
    var passed = 0.0
    for (order, stand) in stands.enumerated() {
      let ends = ends(order, stand)
      sum += cost(order, ends.from - passed)
      passed = ends.to
    }
    return sum + cost(line.count, end - passed)
  }

  // MARK: Rows

  /// The row as it is where nothing but the edges and what crosses the road interrupts it; nil where something is in the way.
  private var exact: [RowStand]? {
    var own = even.own
    var centers: [Double] = []
    // What crosses the road inside a gap of the table leaves more to the others.
    for _ in 0..<4 {
      centers = []
      var edge = 0.0
      for (order, member) in line.enumerated() {
        let target = target(order, own: own)
        let half = places.breadth(member) / 2
        let along =
          gaps[order] > 0 ? edge + target + half : self.along(room: room(before: edge) + target + half)
        centers.append(along)
        edge = along + half
      }
      let left = end - (gaps[line.count] > 0 ? edge : room(before: edge)) - target(line.count, own: own)
      guard abs(left) > 0.5 else { break }
      own = max(0, own + left / Double(line.count + gaps.reduce(0, +)))
    }
    var stands: [RowStand] = []
    for (member, along) in zip(line, centers) {
      guard let stand = places.search(member, from: along, to: along, past: nil, index) else { return nil }
      stands.append(stand)
    }
    return stands
  }

  /// The free places, one for each house in the order of the row, that cost the least together.
  private func cheapest(_ stands: [RowStand], _ early: [RowStand], _ late: [RowStand]) -> [RowStand]? {
    var sites: [[RowStand]] = []
    var chosen: [[Int]] = []
    var least: [Double] = []
    for order in line.indices {
      let own = free(order, [stands[order], early[order], late[order]])
      let from = own.map { ends(order, $0).from }
      var sums = [Double](repeating: .infinity, count: own.count)
      var before = [Int](repeating: -1, count: own.count)
      if order == 0 {
        sums = from.map { cost(0, $0) }
      } else {
        let last = sites[order - 1]
        let to = last.map { ends(order - 1, $0).to }
        // Gaps that grow cost ever more, so that what is best for a place lies between what is best for those on either
        // side of it.
        func settle(_ own: Range<Int>, _ candidates: ClosedRange<Int>, _ all: [RowStand]) {
          guard !own.isEmpty else { return }
          let place = own.lowerBound + own.count / 2
          for candidate in candidates where least[candidate] < .infinity {
            guard isApart(last[candidate], all[place]) else { break }
            let sum = least[candidate] + cost(order, from[place] - to[candidate])
            if sum < sums[place] { (sums[place], before[place]) = (sum, candidate) }
          }
          let best = before[place]
          if best >= 0 { settle(own.lowerBound..<place, candidates.lowerBound...best, all) }
          settle(place + 1..<own.upperBound, max(best, candidates.lowerBound)...candidates.upperBound, all)
        }
        if !last.isEmpty { settle(own.indices, 0...(last.count - 1), own) }
      }
      sites.append(own)
      chosen.append(before)
      least = sums
    }
    let last = sites.count - 1
    let sums = zip(sites[last], least).map { $1 + cost(line.count, end - ends(last, $0).to) }
    guard var place = sums.indices.min(by: { sums[$0] < sums[$1] }), sums[place] < .infinity else {
      return nil
    }
    var result: [RowStand] = []
    for order in line.indices.reversed() {
      result.append(sites[order][place])
      place = chosen[order][place]
    }
    return result.reversed()
  }

  /// Where a house may stand, from the first of its `known` places to the last.
  private func free(_ order: Int, _ known: [RowStand]) -> [RowStand] {
    let sorted = known.sorted { $0.along < $1.along }
    guard let first = sorted.first?.along, let last = sorted.last?.along else { return [] }
    var result = sorted
    let way = step * Self.stepsBetweenPlaces
    for place in stride(from: (first / way).rounded(.up), through: last / way, by: 1) {
      let along = place * way
      if let stand = places.search(line[order], from: along, to: along, past: nil, index) {
        result.append(stand)
      }
    }
    return result.sorted { $0.along < $1.along }
  }

  /// The same row with every house moved between its neighbours until no more is to be gained: places are tried in steps.
  private func eased(_ stands: [RowStand]) -> [RowStand] {
    var stands = stands
    for _ in 0..<12 {
      var isMoved = false
      for order in line.indices {
        let own = ends(order, stands[order])
        let before = order > 0 ? ends(order - 1, stands[order - 1]).to : 0
        let after = order + 1 < line.count ? ends(order + 1, stands[order + 1]).from : end
        let (low, high) = (weight(order), weight(order + 1))
        let way =
          (high * (after - own.to - target(order + 1, own: even.own))
            - low * (own.from - before - target(order, own: even.own))) / (low + high)
        guard abs(way) > 0.1,
          let stand = places.search(
            line[order], from: stands[order].along + way, to: stands[order].along, past: nil, index),
          order == 0 || isApart(stands[order - 1], stand),
          order + 1 == line.count || isApart(stand, stands[order + 1])
        else { continue }
        let moved = ends(order, stand)
        let gain =
          cost(order, own.from - before) + cost(order + 1, after - own.to)
          - cost(order, moved.from - before) - cost(order + 1, after - moved.to)
        guard gain > 0.01 else { continue }
        stands[order] = stand
        isMoved = true
      }
      if !isMoved { break }
    }
    return stands
  }

  /// Whether two neighbours stand in the order of the row with their room between them. Beside a bend they may be nearer
  /// to each other than they are along the road.
  private func isApart(_ a: RowStand, _ b: RowStand) -> Bool {
    a.along < b.along && !a.box.inset(-air).intersects(b.box)
  }

  private var air: Double { max(places.gap, places.air) }

  /// Whether no house touches another.
  private func isApart(_ stands: [RowStand]) -> Bool {
    stands.indices.allSatisfy { number in
      let box = stands[number].box.inset(-air)
      return stands[..<number].allSatisfy { !$0.box.intersects(box) }
    }
  }
}
