import Workshop

/// Something that needs a place on the map: a house, or a landmark with its name.
struct Placeable {
  var placement: Placement
  var width: Double
  var height: Double
  /// The room it takes at the least: a landmark without its name.
  var least: (width: Double, height: Double)?
  /// How much of its height is above its roof: room for the mark of a newly vacant house.
  var above = 0.0
  /// How much of its height is below its walls: its name.
  var below = 0.0
}

/// Where something came to stand.
struct Place {
  var center: Vec
  /// Whether it stands with the least room it can do with.
  var isReduced = false
}

/// Finds a place for everything at one level of detail, or says that there is none.
///
/// Everything has an ideal place: its point on the sheet, its slot along the road, its cell of the grid where
/// the table said nothing. A point goes to the nearest free place, never across a road; a row stays at its road.
struct HousePlacement {
  let geometry: MapGeometry
  /// The houses, then the landmarks.
  let things: [Placeable]
  /// How many of them are houses.
  let houses: Int
  let detail: Detail
  /// How far from its ideal place a thing may be put, in points.
  let reach: Double
  /// Whether this is to be drawn, or only to find out what fits.
  let isFinal: Bool
  private let clearance: Double
  private let bounds: Box
  /// What nothing may be put across, stretch by stretch.
  private let barriers: [Barrier]

  private struct Barrier {
    var a: Vec
    var b: Vec
    var box: Box
  }

  /// Free room around each.
  private var gap: Double { detail.gap }
  /// Whether a place across a road will do where there is no other.
  private var anywhereAtLast: Bool { detail.isLastResort }

  init(geometry: MapGeometry, things: [Placeable], houses: Int, detail: Detail, reach: Double, isFinal: Bool)
  {
    self.geometry = geometry
    self.things = things
    self.houses = houses
    self.detail = detail
    self.reach = reach
    self.isFinal = isFinal
    clearance = max(1.2, detail.gap)
    // Large houses keep further from the edge.
    bounds = geometry.panel.inset(detail.content == .people ? max(3, min(7, detail.size * 0.2)) : 3)
    barriers = geometry.courses.flatMap { course -> [Barrier] in
      if detail.mayCrossLanes && (course.line.kind == .lane || course.line.kind == .path) { return [] }
      let points = course.polyline.points
      return zip(points, points.dropFirst()).map { a, b in
        Barrier(a: a, b: b, box: Box(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)))
      }
    }
  }

  /// What is placed one after the other.
  private enum Part {
    case houses
    case landmarks
    case rows
  }

  /// The places in the order of ``things``, or nil where one of them finds none.
  ///
  /// Points come first: the table put them there by hand, and rows can flow around them. Where rows then find
  /// no room landmarks make way for them, and at last houses at points as well.
  func solve(_ start: CollisionIndex) -> [Place]? {
    guard rowsMayFit else { return nil }
    var orders: [[Part]] = [[.houses, .landmarks, .rows]]
    let hasRows = things.contains { if case .along = $0.placement { true } else { false } }
    func hasPoint(_ numbers: Range<Int>) -> Bool {
      numbers.contains { if case .point = things[$0].placement { true } else { false } }
    }
    if hasRows && hasPoint(houses..<things.count) { orders.append([.houses, .rows, .landmarks]) }
    if hasRows && hasPoint(0..<houses) { orders.append([.rows, .houses, .landmarks]) }
    guard isFinal && orders.count > 1 else { return orders.lazy.compactMap { solve(start, $0) }.first }
    // What is drawn stands as near as can be to where the table put it.
    var best: (places: [Place], strain: Double)?
    for order in orders {
      guard let places = solve(start, order) else { continue }
      let strain = strain(places)
      if strain < best?.strain ?? .infinity { best = (places, strain) }
    }
    return best?.places
  }

  /// How far everything stands from its ideal place, the far things counted more, and names that are lost.
  private func strain(_ places: [Place]) -> Double {
    var sum = 0.0
    for (thing, place) in zip(things, places) {
      let ideal: Vec? =
        switch thing.placement {
        case .point(let point): pushedInside(geometry.place(point), thing)
        case .along(let row, let slot, let slots): self.ideal(thing, row, slot, slots)
        case .anywhere: nil
        }
      let away = ideal.map { (place.center - $0).length } ?? 0
      sum += away * away + (place.isReduced ? 2500 : 0)
    }
    return sum
  }

  /// How far houses stand from the even places of their rows, typically, in points: a tall house for which there is room at
  /// one end of its road only pushes all others aside.
  func unrest(_ places: [Place]) -> Double {
    var sum = 0.0
    var count = 0
    for (thing, place) in zip(things.prefix(houses), places) {
      guard case .along(let row, let slot, let slots) = thing.placement,
        let ideal = ideal(thing, row, slot, slots)
      else { continue }
      let away = place.center - ideal
      sum += away.dot(away)
      count += 1
    }
    return count == 0 ? 0 : (sum / Double(count)).squareRoot()
  }

  /// The middle of a house's slot along its road.
  private func ideal(_ thing: Placeable, _ row: RoadRow, _ slot: Int, _ slots: Int) -> Vec? {
    guard let course = geometry.courses.first(where: { $0.line.id == row.road }),
      let side = RoadSide(geometry, course, row, clearance: clearance)
    else { return nil }
    let share = (Double(slot) + 0.5) / Double(max(slots, 1))
    return side.center(thing, at: side.line.length * share, behind: 0).center
  }

  /// Whether every row is short enough for its road, told before anything is placed.
  private var rowsMayFit: Bool {
    if anywhereAtLast { return true }
    var rows: [(row: RoadRow, way: StraightWay?, need: Double)] = []
    for thing in things {
      guard case .along(let row, _, _) = thing.placement else { continue }
      // There are few rows, and neighbours stand in the same one.
      let number = rows.lastIndex { $0.row == row } ?? rows.count
      if number == rows.count {
        let line = geometry.courses.first { $0.line.id == row.road }?.inside
        rows.append((row, line.flatMap(StraightWay.init), 0))
      }
      guard let way = rows[number].way else { continue }
      let direction = way.direction
      let along = min(thing.width / max(abs(direction.x), 0.05), thing.height / max(abs(direction.y), 0.05))
      rows[number].need += along
      if rows[number].need > way.length * Double(detail.lines) { return false }
    }
    return true
  }

  private func solve(_ start: CollisionIndex, _ parts: [Part]) -> [Place]? {
    var index = start
    var places = [Place?](repeating: nil, count: things.count)
    for part in parts {
      let isDone =
        switch part {
        case .houses: placePoints(0..<houses, &places, &index)
        case .landmarks: placePoints(houses..<things.count, &places, &index)
        case .rows: placeRows(&places, &index)
        }
      guard isDone else { return nil }
    }
    guard placeLoose(&places, &index) else { return nil }
    return places.map { $0 ?? Place(center: geometry.panel.center) }
  }

  private func placePoints(
    _ numbers: Range<Int>, _ places: inout [Place?], _ index: inout CollisionIndex
  ) -> Bool {
    for number in numbers {
      guard case .point(let point) = things[number].placement else { continue }
      guard let place = near(geometry.place(point), things[number], index) else { return false }
      take(place, things[number], &index)
      places[number] = place
    }
    return true
  }

  private func placeRows(_ places: inout [Place?], _ index: inout CollisionIndex) -> Bool {
    var rows: [(row: RoadRow, members: [Int])] = []
    for (number, thing) in things.enumerated() {
      guard case .along(let row, _, _) = thing.placement else { continue }
      // There are few rows, and neighbours stand in the same one.
      if let known = rows.lastIndex(where: { $0.row == row }) {
        rows[known].members.append(number)
      } else {
        rows.append((row, [number]))
      }
    }
    for (row, numbers) in rows where hasRoad(row) {
      guard let course = geometry.courses.first(where: { $0.line.id == row.road }),
        let side = RoadSide(geometry, course, row, clearance: clearance)
      else { continue }
      let placement = RowPlacement(
        side: side, gap: gap, air: detail.air, mostLines: detail.lines, isEvened: isFinal)
      let own = numbers.map { things[$0] }
      guard let found = placement.solve(own, index, self) ?? anywhere(own, side, index) else { return false }
      for (number, center) in zip(numbers, found) {
        let place = Place(center: center)
        take(place, things[number], &index)
        places[number] = place
      }
    }
    return true
  }

  /// Any place at all for the houses of a row, where the map can only show that they are there.
  private func anywhere(_ row: [Placeable], _ side: RoadSide, _ start: CollisionIndex) -> [Vec]? {
    guard anywhereAtLast else { return nil }
    var index = start
    var centers: [Vec] = []
    for (order, thing) in row.enumerated() {
      let along = side.line.length * (Double(order) + 0.5) / Double(row.count)
      let ideal = side.center(thing, at: along, behind: 0).center
      guard let center = anyPlace(near: ideal, thing, index) else { return nil }
      take(Place(center: center), thing, &index)
      centers.append(center)
    }
    return centers
  }

  /// What the table said nothing about, and what stands along a road that is not on the map: in a grid where
  /// that is most of the map, else where there is room.
  private func placeLoose(_ places: inout [Place?], _ index: inout CollisionIndex) -> Bool {
    let loose = things.indices.filter { places[$0] == nil }
    if loose.count * 2 > things.count && loose.count > 1 {
      let grid = GridPlacement(bounds: bounds, gap: max(gap, detail.air), clearance: clearance)
      if let centers = grid.solve(loose.map { things[$0] }, index) {
        for (number, center) in zip(loose, centers) {
          let place = Place(center: center)
          take(place, things[number], &index)
          places[number] = place
        }
        return true
      }
      guard anywhereAtLast else { return false }
    }
    for (order, number) in loose.enumerated() {
      let ideal = spread(order, of: loose.count)
      guard let place = near(ideal, things[number], index, mayCross: true) else { return false }
      take(place, things[number], &index)
      places[number] = place
    }
    return true
  }

  private func hasRoad(_ row: RoadRow) -> Bool {
    geometry.courses.contains { $0.line.id == row.road && $0.inside.length > 0 }
  }

  /// The nearest free place, with less room where there is no other way.
  private func near(
    _ point: Vec, _ thing: Placeable, _ index: CollisionIndex, mayCross: Bool = false
  ) -> Place? {
    if let center = nearPoint(point, thing, index, mayCross: mayCross) { return Place(center: center) }
    guard let least = thing.least else { return nil }
    let small = Placeable(placement: thing.placement, width: least.width, height: least.height)
    // Only a landmark can do with less; its icon may stand across a road before all houses get smaller.
    let center =
      nearPoint(point, small, index, mayCross: mayCross) ?? nearPoint(point, small, index, mayCross: true)
    return center.map { Place(center: $0, isReduced: true) }
  }

  /// Whether `thing` fits at `center`.
  func fits(_ center: Vec, _ thing: Placeable, _ index: CollisionIndex, _ hint: inout Int32?) -> Bool {
    let box = Box(center: center, width: thing.width, height: thing.height)
    return bounds.contains(box) && index.isFree(box, clearance: clearance, hint: &hint)
  }

  /// Whether the way from one point to another crosses a road, a river or a railway.
  func isAcross(_ from: Vec, _ to: Vec) -> Bool {
    let way = Box(min(from.x, to.x), min(from.y, to.y), max(from.x, to.x), max(from.y, to.y))
    for barrier in barriers {
      let box = barrier.box
      if box.x1 < way.x0 || box.x0 > way.x1 || box.y1 < way.y0 || box.y0 > way.y1 { continue }
      if crosses(from, to, barrier.a, barrier.b) { return true }
    }
    return false
  }

  func take(_ place: Place, _ thing: Placeable, _ index: inout CollisionIndex) {
    let size = place.isReduced ? thing.least ?? (thing.width, thing.height) : (thing.width, thing.height)
    index.take(Box(center: place.center, width: size.0, height: size.1).inset(-gap))
  }

  /// The nearest free place to a point.
  func nearPoint(
    _ point: Vec, _ thing: Placeable, _ index: CollisionIndex, mayCross: Bool = false
  ) -> Vec? {
    let ideal = pushedInside(point, thing)
    var hint: Int32?
    if fits(ideal, thing, index, &hint) { return ideal }
    // Rings of places around it: close together near by, further apart further out.
    let most = min(reach, geometry.panel.width + geometry.panel.height)
    var step = max(2.2, min(thing.width, thing.height) * 0.3)
    var radius = step
    while radius <= most {
      var best: Vec?
      var bestDistance = Double.infinity
      let perSide = min(16, max(2, Int((2 * radius / step).rounded())))
      for number in 0..<(4 * perSide) {
        let offset = Self.square(perSide, number)
        let candidate = Vec(ideal.x + offset.x * radius, ideal.y + offset.y * radius)
        let distance = offset.x * offset.x + offset.y * offset.y
        guard distance < bestDistance, fits(candidate, thing, index, &hint) else { continue }
        if !mayCross && isAcross(ideal, candidate) { continue }
        best = candidate
        bestDistance = distance
      }
      if let best { return best }
      radius += step
      if radius > 6 * step { step *= 1.12 }
    }
    return anywhereAtLast ? anyPlace(near: ideal, thing, index) : nil
  }

  /// Any free place at all, the nearest one.
  func anyPlace(near ideal: Vec, _ thing: Placeable, _ index: CollisionIndex) -> Vec? {
    let stepX = max(thing.width * 0.5, bounds.width / 160)
    let stepY = max(thing.height * 0.5, bounds.height / 160)
    var best: Vec?
    var bestDistance = Double.infinity
    var hint: Int32?
    var y = bounds.y0 + thing.height / 2
    while y <= bounds.y1 - thing.height / 2 {
      var x = bounds.x0 + thing.width / 2
      while x <= bounds.x1 - thing.width / 2 {
        let candidate = Vec(x, y)
        let distance = (candidate - ideal).length
        if distance < bestDistance && fits(candidate, thing, index, &hint) {
          best = candidate
          bestDistance = distance
        }
        x += stepX
      }
      y += stepY
    }
    return best
  }

  private func pushedInside(_ point: Vec, _ thing: Placeable) -> Vec {
    func push(_ value: Double, _ low: Double, _ high: Double, _ half: Double) -> Double {
      low + half <= high - half ? min(max(value, low + half), high - half) : (low + high) / 2
    }
    return Vec(
      push(point.x, bounds.x0, bounds.x1, thing.width / 2),
      push(point.y, bounds.y0, bounds.y1, thing.height / 2))
  }

  /// Places on the edge of a square from -1 to 1, in a fixed order.
  private static func square(_ perSide: Int, _ number: Int) -> Vec {
    let along = 2 * Double(number % perSide) / Double(perSide) - 1
    switch number / perSide {
    case 0: return Vec(along, -1)
    case 1: return Vec(1, along)
    case 2: return Vec(-along, 1)
    default: return Vec(-1, -along)
    }
  }

  /// Where the table said nothing, houses are spread evenly in the order of the file.
  private func spread(_ order: Int, of count: Int) -> Vec {
    let columns = max(1, Int((Double(count) * bounds.width / bounds.height).squareRoot().rounded(.up)))
    let rows = (count + columns - 1) / columns
    let row = order / columns
    let inRow = min(columns, count - row * columns)
    return Vec(
      bounds.x0 + bounds.width * (Double(order % columns) + 0.5) / Double(inRow),
      bounds.y0 + bounds.height * (Double(row) + 0.5) / Double(rows))
  }
}

/// The way of a road that is nearly straight.
private struct StraightWay {
  var direction: Vec
  var length: Double

  /// Nil where the road bends, or is not on the map.
  init?(_ line: Polyline) {
    guard let first = line.points.first, let last = line.points.last,
      (last - first).length > line.length * 0.97
    else { return nil }
    direction = (last - first).unit
    length = line.length
  }
}
