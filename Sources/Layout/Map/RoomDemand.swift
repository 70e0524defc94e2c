import Workshop

/// How much more room than the sheet gives it every part of a map needs, so that houses with their ages fit
/// between the roads, rivers and edges on either side of them.
///
/// From every house the way is followed across its road's direction to the next line on either side. Where what
/// stands between the two needs more room than is there, all of that stretch asks for more.
struct RoomDemand {
  /// How many parts a direction has.
  static let samples = 60

  /// For every part from left to right, and from top to bottom: how many times the room it has; 0 where nothing
  /// is asked for.
  private(set) var x = [Double](repeating: 0, count: samples)
  /// See ``x``.
  private(set) var y = [Double](repeating: 0, count: samples)

  /// The depth of a house on the smallest map with ages, in points.
  private static func depth(_ house: House) -> Double {
    let rows = house.dwellings.map { Self.rows($0.people) }.max() ?? 1
    let floors = floors(house)
    return 17 + 13.1 * Double(max(1, house.dwellings.count > 1 ? 1 : rows)) * floors
  }

  private static func floors(_ house: House) -> Double {
    house.dwellings.count > 1 ? (Double(house.dwellings.count) * 0.7).squareRoot().rounded(.up) : 1
  }

  /// The width of such a house.
  private static let width = 35.0

  /// How crowded a map is on a panel of that size, in points: 0 where next to nothing stands on it, 1 from where houses
  /// with their ages take about a seventh of it, for they stand in rows, and roads and names want as much again.
  static func crowding(_ map: TableMap, on panel: Vec) -> Double {
    let taken = map.houses.reduce(0) { sum, house in
      sum + depth(house) * width * max(1, Double(house.dwellings.count) / floors(house))
    }
    return min(1, taken / (panel.x * panel.y * 0.14))
  }

  /// Room for a line and the houses' distance from it, on one of its sides.
  private static let edge = 8.5

  /// A line, as shares of what is shown.
  private struct Course {
    var id: String
    var points: [Vec]
  }

  /// `share` tells where a point of the sheet lies in what is shown, `position` where a house roughly stands;
  /// `room` is the size of what is shown on the page, in points.
  init(_ map: TableMap, room: Vec, share: (SheetPoint) -> Vec, position: (Placement) -> SheetPoint?) {
    let lines = map.lines.map { Course(id: $0.id, points: $0.points.map(share)) }
    var rows: [RoadRow] = []
    var typical: [RoadRow: [Double]] = [:]
    for house in map.houses {
      guard case .along(let row, _, _) = house.placement else { continue }
      if typical[row] == nil { rows.append(row) }
      typical[row, default: []].append(Self.depth(house))
    }
    for house in map.houses {
      guard let point = position(house.placement) else { continue }
      let p = share(point)
      guard (0...1).contains(p.x), (0...1).contains(p.y) else { continue }
      var ownRow: RoadRow?
      if case .along(let row, _, _) = house.placement { ownRow = row }
      let isSideways = ownRow.map { $0.side == .east || $0.side == .west } ?? false
      let north = map.sheet.north.truncatingRemainder(dividingBy: 180)
      let isTurned = abs(abs(north) - 90) < 45
      let isUpright = isSideways == isTurned
      let before = Self.next(p, lines, isUpright: isUpright, sense: -1)
      let after = Self.next(p, lines, isUpright: isUpright, sense: 1)
      var need = isUpright ? Self.depth(house) : Self.width
      for (hit, isBefore) in [(before, true), (after, false)] {
        guard let id = hit.line else {
          need += 4
          continue
        }
        need += Self.edge
        if let ownRow, id == ownRow.road { continue }
        // A row on this side of the line shares the room.
        let facing = rows.first {
          $0.road == id && Self.isFacing($0.side, map.sheet.north, isUpright: isUpright, before: isBefore)
        }
        if let depths = facing.flatMap({ typical[$0] }) {
          need += isUpright ? depths.sorted()[depths.count / 2] : Self.width
        }
      }
      let length = max(after.at - before.at, 0.01)
      let factor = need / (length * (isUpright ? room.y : room.x))
      let first = min(Self.samples - 1, max(0, Int(before.at * Double(Self.samples))))
      let last = min(Self.samples - 1, max(first, Int((after.at * Double(Self.samples)).rounded(.up)) - 1))
      for index in first...last {
        if isUpright { y[index] = max(y[index], factor) } else { x[index] = max(x[index], factor) }
      }
    }
  }

  /// The next line from `p` on, up or down, or to one of the sides; without a line the edge.
  private static func next(
    _ p: Vec, _ lines: [Course], isUpright: Bool, sense: Double
  ) -> (at: Double, line: String?) {
    func along(_ v: Vec) -> Double { isUpright ? v.x : v.y }
    func across(_ v: Vec) -> Double { isUpright ? v.y : v.x }
    var best: (at: Double, line: String?) = (sense > 0 ? 1 : 0, nil)
    for line in lines {
      for (a, b) in zip(line.points, line.points.dropFirst()) {
        let (low, high) = (min(along(a), along(b)), max(along(a), along(b)))
        // A line that runs the same way as the search is no bound.
        guard low <= along(p), along(p) <= high, high - low > abs(across(a) - across(b)) * 0.35 else {
          continue
        }
        let t = (along(p) - along(a)) / (along(b) - along(a))
        let at = across(a) + (across(b) - across(a)) * t
        guard (at - across(p)) * sense > 0, (at - best.at) * sense < 0 else { continue }
        best = (at, line.id)
      }
    }
    return best
  }

  /// Whether a row on `side` of a line stands where the search came from.
  private static func isFacing(_ side: Compass, _ north: Double, isUpright: Bool, before: Bool) -> Bool {
    let away = Trigonometry.direction(north * .pi / 180 + side.turn)
    let component = isUpright ? away.y : away.x
    return before ? component > 0.5 : component < -0.5
  }

  /// In how many rows people stand, two by two.
  private static func rows(_ people: [Resident]) -> Int {
    var (couple, children, others) = (0, 0, 0)
    for person in people where person.away == nil {
      switch person.relation {
      case .head, .partner: couple += 1
      case .parent, .other: others += 1
      case .child, .childPartner, .grandchild: children += 1
      }
    }
    return (couple + 1) / 2 + (children + 1) / 2 + (others + 1) / 2
  }
}
