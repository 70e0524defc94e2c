import Workshop

/// How much more room than the sheet gives it every part of a map needs, so that houses, with their ages or with what is
/// shown of them where ages find no room, and landmarks fit between the roads, rivers and edges on either side of them.
///
/// From every house the way is followed across its road's direction to the next line on either side. Where what
/// stands between the two needs more room than is there, all of that stretch asks for more.
struct RoomDemand {
  /// How many parts a direction has.
  static let samples = 60

  /// For every part from left to right, and from top to bottom: how many times the room it has; 0 where nothing
  /// is asked for.
  private(set) var x = Parts()
  /// See ``x``.
  private(set) var y = Parts()

  /// What the parts of one direction ask for.
  struct Parts {
    /// For houses.
    var houses = [Double](repeating: 0, count: samples)
    /// For landmarks at points too, with their names.
    var all = [Double](repeating: 0, count: samples)
  }

  /// A line, as shares of what is shown.
  private struct Course {
    var id: String
    var kind: LineKind
    var points: [Vec]
  }

  /// `share` tells where a point of the sheet lies in what is shown, `position` where a house roughly stands;
  /// `room` is the size of what is shown on the page, in points.
  init(
    _ map: TableMap, room: Vec, needs: RoomNeeds, share: (SheetPoint) -> Vec,
    position: (Placement) -> SheetPoint?
  ) {
    let lines = map.lines.map { Course(id: $0.id, kind: $0.kind, points: $0.points.map(share)) }
    var rows: [RoadRow] = []
    var typical: [RoadRow: [Vec]] = [:]
    var asked: [(placement: Placement, size: Vec)] = []
    for (house, size) in zip(map.houses, needs.houses) {
      asked.append((house.placement, size))
      guard case .along(let row, _, _) = house.placement else { continue }
      if typical[row] == nil { rows.append(row) }
      typical[row, default: []].append(size)
    }
    let houses = asked.count
    for (landmark, size) in zip(map.landmarks, needs.landmarks) where landmark.kind != .bridge {
      if case .point = landmark.placement { asked.append((landmark.placement, size)) }
    }
    for (number, (placement, size)) in asked.enumerated() {
      guard let point = position(placement) else { continue }
      let p = share(point)
      guard (0...1).contains(p.x), (0...1).contains(p.y) else { continue }
      var ownRow: RoadRow?
      if case .along(let row, _, _) = placement { ownRow = row }
      let isSideways = ownRow.map { $0.side == .east || $0.side == .west } ?? false
      let north = map.sheet.north.truncatingRemainder(dividingBy: 180)
      let isTurned = abs(abs(north) - 90) < 45
      let isUpright = isSideways == isTurned
      let before = Self.next(p, lines, isUpright: isUpright, sense: -1)
      let after = Self.next(p, lines, isUpright: isUpright, sense: 1)
      var need = isUpright ? size.y : size.x
      for (hit, isBefore) in [(before, true), (after, false)] {
        guard let (id, kind) = hit.line else {
          need += 4
          continue
        }
        need += needs.edge(kind)
        if let ownRow, id == ownRow.road { continue }
        // A row on this side of the line shares the room.
        let facing = rows.first {
          $0.road == id && Self.isFacing($0.side, map.sheet.north, isUpright: isUpright, before: isBefore)
        }
        if let sizes = facing.flatMap({ typical[$0] }) {
          need += sizes.map { isUpright ? $0.y : $0.x }.sorted()[sizes.count / 2]
        }
      }
      let length = max(after.at - before.at, 0.01)
      let factor = need / (length * (isUpright ? room.y : room.x))
      let first = min(Self.samples - 1, max(0, Int(before.at * Double(Self.samples))))
      let last = min(Self.samples - 1, max(first, Int((after.at * Double(Self.samples)).rounded(.up)) - 1))
      for index in first...last {
        if isUpright {
          if number < houses { y.houses[index] = max(y.houses[index], factor) }
          y.all[index] = max(y.all[index], factor)
        } else {
          if number < houses { x.houses[index] = max(x.houses[index], factor) }
          x.all[index] = max(x.all[index], factor)
        }
      }
    }
  }

  /// The next line from `p` on, up or down, or to one of the sides; without a line the edge.
  private static func next(
    _ p: Vec, _ lines: [Course], isUpright: Bool, sense: Double
  ) -> (at: Double, line: (id: String, kind: LineKind)?) {
    func along(_ v: Vec) -> Double { isUpright ? v.x : v.y }
    func across(_ v: Vec) -> Double { isUpright ? v.y : v.x }
    var best: (at: Double, line: (id: String, kind: LineKind)?) = (sense > 0 ? 1 : 0, nil)
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
        best = (at, (line.id, line.kind))
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
}
