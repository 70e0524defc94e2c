import Workshop

/// Gives crowded parts of a sheet more room and empty ones less, each direction by itself.
///
/// The tables draw sketches: what is left of, right of, above and below what stays as it was drawn, and level
/// and upright roads stay straight, but a hill without houses does not take the place of a row of them.
struct SheetWarp {
  private let x: [Double]
  private let y: [Double]

  /// - Parameters:
  ///   - room: the size of what is shown on the page, in points.
  ///   - crowding: how much of what could be given to crowded parts is given, 0 to 1; what houses need they always get.
  ///   - needs: the room that everything takes.
  init(_ map: TableMap, crop: Box, room: Vec, crowding: Double, needs: RoomNeeds) {
    var xs: [(at: Double, weight: Double)] = []
    var ys: [(at: Double, weight: Double)] = []
    let depths = RowDepths(map, extent: max(crop.width, crop.height))
    func share(_ p: SheetPoint) -> Vec {
      Vec((p.x - crop.x0) / crop.width, (p.y - crop.y0) / crop.height)
    }
    func add(_ placement: Placement, _ weight: Double) {
      guard let p = Self.place(placement, map, depths, 0.5).map(share) else { return }
      xs.append((p.x, weight))
      ys.append((p.y, weight))
    }
    for house in map.houses {
      // Large households need large houses.
      let people = house.dwellings.map(\.people.count).max() ?? 0
      add(house.placement, Double(house.dwellings.count) * (1 + Double(people) * 0.25))
    }
    for landmark in map.landmarks { add(landmark.placement, 0.7) }
    let demand = RoomDemand(map, room: room, needs: needs, share: share) { Self.place($0, map, depths, 0.06) }
    func eased(_ density: [Double]) -> [Double] { density.map { 1 + ($0 - 1) * crowding } }
    x = Self.cumulated(eased(Self.density(xs)), demand.x)
    y = Self.cumulated(eased(Self.density(ys)), demand.y)
  }

  /// Where a point lies, as shares of the width and the height of what is shown.
  func place(_ p: Vec) -> Vec { Vec(Self.value(x, p.x), Self.value(y, p.y)) }

  /// Roughly where something stands on the sheet.
  private static func place(_ placement: Placement, _ map: TableMap, _ depths: RowDepths, _ away: Double)
    -> SheetPoint?
  {
    switch placement {
    case .anywhere: return nil
    case .point(let p): return p
    case .along(let row, let slot, let slots):
      guard let line = map.lines.first(where: { $0.id == row.road }) else { return nil }
      var course = Polyline(line.points.map { Vec($0.x, $0.y) })
      let north = map.sheet.north * .pi / 180
      let isSideways = row.side == .east || row.side == .west
      let forward = Trigonometry.direction(north + (isSideways ? .pi : .pi / 2))
      if let first = course.points.first, let last = course.points.last,
        (last - first).dot(forward) * (row.isReversed ? -1 : 1) < 0
      {
        course = course.reversed
      }
      let share = (Double(slot) + 0.5) / Double(max(slots, 1))
      let shift = depths.away(row.side) * away
      let at = course.at(course.length * share).point + shift
      return SheetPoint(x: at.x, y: at.y)
    }
  }

  /// How much more or less than on the sheet a part may get for what stands there.
  private static let limits = 0.62...1.7

  /// How much more than an even share every sample gets, by how crowded it is.
  private static func density(_ demands: [(at: Double, weight: Double)]) -> [Double] {
    let total = demands.reduce(0) { $0 + $1.weight }
    var widths = [Double](repeating: 1, count: RoomDemand.samples)
    guard total > 0 else { return widths }
    let reach = 0.13
    for index in widths.indices {
      let at = (Double(index) + 0.5) / Double(widths.count)
      var density = 0.0
      for demand in demands {
        let d = abs(demand.at - at) / reach
        if d < 1 { density += demand.weight * (1 - d) * (1 - d) * (1 + 2 * d) }
      }
      // A share of what an even spread would give here, less being near at the edges.
      let mass = mass(at / reach) + mass((1 - at) / reach)
      let relative = density / (total * reach * mass)
      widths[index] = min(max(0.45 + 0.55 * relative, limits.lowerBound), limits.upperBound)
    }
    return widths
  }

  /// The room up to each sample, from 0 to 1: what houses need first, then what landmarks need, the rest by how crowded it
  /// is.
  private static func cumulated(_ density: [Double], _ demand: RoomDemand.Parts) -> [Double] {
    let count = Double(density.count)
    // Nothing disappears, whatever is asked for elsewhere.
    let least = 0.3
    var needs = demand.houses.map { max($0, least) }
    var needed = needs.reduce(0, +)
    // No house gets less for a landmark.
    let more = zip(needs, demand.all).map { max(0, $1 - $0) }
    let asked = more.reduce(0, +)
    if needed < count && asked > 0 {
      let share = min(1, (count - needed) / asked)
      needs = zip(needs, more).map { $0 + $1 * share }
      needed += asked * share
    }
    var widths = needs
    if needed < count {
      // The largest share of the density at which everything needed still finds room.
      var low = 0.0
      var high = 4.0
      for _ in 0..<30 {
        let middle = (low + high) / 2
        let sum = zip(needs, density).reduce(0) { $0 + max($1.0, $1.1 * middle) }
        if sum > count { high = middle } else { low = middle }
      }
      widths = zip(needs, density).map { max($0, $1 * low) }
    }
    let sum = widths.reduce(0, +)
    var result = [0.0]
    for width in widths { result.append((result.last ?? 0) + width / sum) }
    return result
  }

  /// How much of one half of the bell above lies within a distance, as a share of the whole bell.
  private static func mass(_ distance: Double) -> Double {
    let d = min(distance, 1)
    return d - d * d * d + d * d * d * d / 2
  }

  private static func value(_ axis: [Double], _ at: Double) -> Double {
    if at <= 0 { return at * (axis[1] - axis[0]) * Double(RoomDemand.samples) }
    if at >= 1 {
      return 1 + (at - 1) * (axis[RoomDemand.samples] - axis[RoomDemand.samples - 1])
        * Double(RoomDemand.samples)
    }
    let scaled = at * Double(RoomDemand.samples)
    let index = min(Int(scaled), RoomDemand.samples - 1)
    return axis[index] + (axis[index + 1] - axis[index]) * (scaled - Double(index))
  }
}

extension Compass {
  /// How far clockwise from north, in radians.
  var turn: Double {
    switch self {
    case .north: 0
    case .east: .pi / 2
    case .south: .pi
    case .west: .pi * 3 / 2
    }
  }

  /// The other side.
  var opposite: Compass {
    switch self {
    case .north: .south
    case .east: .west
    case .south: .north
    case .west: .east
    }
  }
}
