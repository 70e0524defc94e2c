import Workshop

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
  /// Whether this is to be drawn, or only to find out what fits.
  let isFinal: Bool
  /// Whether a landmark that finds no place on its side of all roads may be left out.
  let mayLoseLandmarks: Bool
  /// Where something may stand.
  let free: FreePlaces

  /// Whether any place will do for a house at a point where there is no other.
  private var anywhereAtLast: Bool { detail.isLastResort }

  init(
    geometry: MapGeometry, things: [Placeable], houses: Int, detail: Detail, reach: Double, isFinal: Bool,
    mayLoseLandmarks: Bool
  ) {
    self.mayLoseLandmarks = mayLoseLandmarks
    self.geometry = geometry
    self.things = things
    self.houses = houses
    self.detail = detail
    self.isFinal = isFinal
    free = FreePlaces(geometry: geometry, detail: detail, reach: reach)
  }

  /// What is placed one after the other.
  private enum Part {
    case houses
    case landmarks
    /// Landmarks without their names, so that rows flow around their symbols; names come in what is left.
    case icons
    /// What the table said nothing about, where ``LoosePlaces`` put it.
    case loose
    case rows
  }

  /// The places in the order of ``things``, or nil where one of them finds none.
  ///
  /// Points come first: the table put them there by hand, and rows can flow around them. Where rows then find
  /// no room landmarks make way for them, first with their names, and at last houses at points as well. Whatever stands
  /// first, a row keeps its side of its road and its order, and a landmark its side of every line.
  func solve(_ start: CollisionIndex) -> [Place]? {
    guard rowsMayFit else { return nil }
    var orders: [[Part]] = [[.houses, .landmarks, .rows]]
    let hasRows = things.contains { if case .along = $0.placement { true } else { false } }
    func hasPoint(_ numbers: Range<Int>) -> Bool {
      numbers.contains { if case .point = things[$0].placement { true } else { false } }
    }
    if hasRows && hasPoint(houses..<things.count) {
      if things.contains(where: { !$0.lesser.isEmpty }) { orders.append([.houses, .icons, .rows]) }
      orders.append([.houses, .rows, .landmarks])
    }
    if hasRows && hasPoint(0..<houses) { orders.append([.rows, .houses, .landmarks]) }
    // Rows flow around what stands loose as well, so that it stands at the same place on every sheet; where ages can be
    // read houses rather get smaller than change places from one sheet to the next.
    if hasRows && things.contains(where: { $0.loose != nil }) {
      let kept = orders.map { $0.flatMap { $0 == .rows ? [.loose, .rows] : [$0] } }
      orders = detail.content == .people && detail.lines == 1 ? kept : kept + orders
    }
    guard isFinal else { return orders.lazy.compactMap { solve(start, $0) }.first }
    // What is drawn stands as near as can be to where the table put it.
    var best: (places: [Place], strain: Double, order: [Part])?
    for order in orders {
      guard let places = solve(start, order) else { continue }
      let strain = strain(places)
      if strain < best?.strain ?? .infinity { best = (places, strain, order) }
    }
    guard let found = best else {
      // What comes after rows may find no room once these are evenly spaced: then they are so around it.
      return orders.lazy.compactMap { solve(start, $0, isEvened: false) }.first.map { evened($0, start) }
    }
    guard hasRows else { return found.places }
    return withRowsInTurn(found.places, found.strain) { solve(start, found.order, first: $0) }
  }

  /// Lets the rows that found the least even places stand first, where that is better for all: of two rows that face each
  /// other the first leaves room for tall houses of the second only by chance.
  private func withRowsInTurn(
    _ places: [Place], _ strain: Double, solve: ([RoadRow]) -> [Place]?
  ) -> [Place] {
    var (best, least) = (places, strain)
    var first: [RoadRow] = []
    var tried = Set<RoadRow>()
    for _ in 0..<3 {
      let worst = unrests(best).filter { !tried.contains($0.row) }.max { $0.unrest < $1.unrest }
      guard let worst, worst.unrest > usualWidth else { break }
      tried.insert(worst.row)
      guard let other = solve([worst.row] + first) else { continue }
      let strain = self.strain(other)
      guard strain < least else { continue }
      (best, least) = (other, strain)
      first.insert(worst.row, at: 0)
    }
    return best
  }

  /// The same places with every row spaced evenly between all that stands.
  private func evened(_ places: [Place], _ start: CollisionIndex) -> [Place] {
    var places = places
    for (row, numbers) in rows(things.indices) {
      guard let side = side(row) else { continue }
      var index = start
      for number in things.indices where !numbers.contains(number) {
        free.take(places[number], things[number], &index)
      }
      let found = placement(side, isEvened: true).solve(numbers.map { things[$0] }, index)
      for (number, center) in zip(numbers, found ?? []) { places[number] = Place(center: center) }
    }
    return places
  }

  private func placement(_ side: RoadSide, isEvened: Bool) -> RowPlacement {
    RowPlacement(
      places: RoadPlaces(side: side, gap: detail.gap, air: detail.air, free: free), mostLines: detail.lines,
      isEvened: isEvened)
  }

  /// How wide a house is, typically.
  private var usualWidth: Double {
    let widths = things.prefix(houses).map(\.width).sorted()
    return widths.isEmpty ? 0 : widths[widths.count / 2]
  }

  /// Those of the given numbers that stand in rows, row by row in the order of the file.
  func rows(_ numbers: some Sequence<Int>) -> [(row: RoadRow, members: [Int])] {
    var rows: [(row: RoadRow, members: [Int])] = []
    for number in numbers {
      guard case .along(let row, _, _) = things[number].placement else { continue }
      // There are few rows, and neighbours stand in the same one.
      if let known = rows.lastIndex(where: { $0.row == row }) {
        rows[known].members.append(number)
      } else {
        rows.append((row, [number]))
      }
    }
    return rows
  }

  /// The side of the road on which a row stands.
  func side(_ row: RoadRow) -> RoadSide? {
    geometry.courses.first { $0.line.id == row.road }.flatMap {
      RoadSide(geometry, $0, row, clearance: free.clearance)
    }
  }

  /// The middle of a house's slot along its road.
  func ideal(_ thing: Placeable, _ side: RoadSide, _ slot: Int, _ slots: Int) -> Vec {
    let share = (Double(slot) + 0.5) / Double(max(slots, 1))
    return side.center(thing, at: side.line.length * share, behind: 0).center
  }

  /// Whether every row is short enough for its road, told before anything is placed.
  private var rowsMayFit: Bool {
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

  private func solve(
    _ start: CollisionIndex, _ parts: [Part], first: [RoadRow] = [], isEvened: Bool = true
  ) -> [Place]? {
    var index = start
    var places = [Place?](repeating: nil, count: things.count)
    for part in parts {
      let isDone =
        switch part {
        case .houses: placePoints(0..<houses, &places, &index)
        case .landmarks: placePoints(houses..<things.count, &places, &index)
        case .icons: placePoints(houses..<things.count, from: 1, &places, &index)
        case .loose: placeChosen(&places, &index)
        case .rows: placeRows(&places, &index, first: first, isEvened: isEvened && isFinal)
        }
      guard isDone else { return nil }
    }
    guard placeLoose(&places, &index) else { return nil }
    return places.map { $0 ?? Place(center: geometry.panel.center) }
  }

  private func placePoints(
    _ numbers: Range<Int>, from step: Int = 0, _ places: inout [Place?], _ index: inout CollisionIndex
  ) -> Bool {
    for number in numbers {
      guard case .point(let point) = things[number].placement else { continue }
      let at = geometry.place(point)
      let isHouse = number < houses
      guard let place = isHouse ? near(at, things[number], index) : landmark(at, number, from: step, index)
      else { return false }
      free.take(place, things[number], &index)
      places[number] = place
    }
    return true
  }

  /// Places what stands loose where it is to stand on every sheet; what finds no place there is left for later.
  private func placeChosen(_ places: inout [Place?], _ index: inout CollisionIndex) -> Bool {
    for (number, thing) in things.enumerated() {
      guard let point = thing.loose, let place = near(geometry.place(point), thing, index) else { continue }
      free.take(place, thing, &index)
      places[number] = place
    }
    return true
  }

  private func placeRows(
    _ places: inout [Place?], _ index: inout CollisionIndex, first: [RoadRow], isEvened: Bool
  ) -> Bool {
    var rows = rows(things.indices)
    let ahead = first.compactMap { row in rows.first { $0.row == row } }
    rows = ahead + rows.filter { !first.contains($0.row) }
    for (row, numbers) in rows where hasRoad(row) {
      guard let side = side(row) else { continue }
      let placement = placement(side, isEvened: isEvened)
      let own = numbers.map { things[$0] }
      guard let found = placement.solve(own, index) ?? anywhere(own, side, index) else { return false }
      for (number, center) in zip(numbers, found) {
        let place = Place(center: center)
        free.take(place, things[number], &index)
        places[number] = place
      }
    }
    return true
  }

  /// Any place at all for the houses of a row, where hardly anything of their road is on the map.
  private func anywhere(_ row: [Placeable], _ side: RoadSide, _ start: CollisionIndex) -> [Vec]? {
    guard anywhereAtLast, detail.size < 1 else { return nil }
    var index = start
    var centers: [Vec] = []
    for (order, thing) in row.enumerated() {
      let along = side.line.length * (Double(order) + 0.5) / Double(row.count)
      let ideal = side.center(thing, at: along, behind: 0).center
      guard let center = free.any(near: ideal, thing, index) else { return nil }
      free.take(Place(center: center), thing, &index)
      centers.append(center)
    }
    return centers
  }

  /// What the table said nothing about, and what stands along a road that is not on the map: in a grid where
  /// that is most of the map, else where there is room.
  private func placeLoose(_ places: inout [Place?], _ index: inout CollisionIndex) -> Bool {
    let loose = things.indices.filter { places[$0] == nil }
    if loose.count * 2 > things.count && loose.count > 1 {
      let grid = GridPlacement(
        bounds: free.bounds, gap: max(detail.gap, detail.air), clearance: free.clearance)
      if let centers = grid.solve(loose.map { things[$0] }, index) {
        for (number, center) in zip(loose, centers) {
          let place = Place(center: center)
          free.take(place, things[number], &index)
          places[number] = place
        }
        return true
      }
      guard anywhereAtLast else { return false }
    }
    for (order, number) in loose.enumerated() {
      let chosen = things[number].loose.map(geometry.place)
      // The same place on every sheet, if it is free; else at least on the same side of all roads.
      guard
        let place = chosen.flatMap({ near($0, things[number], index) })
          ?? near(chosen ?? spread(order, of: loose.count), things[number], index, mayCross: true)
      else { return false }
      free.take(place, things[number], &index)
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
    for step in 0...thing.lesser.count {
      if let center = free.near(point, thing.reduced(step), index, mayCross: mayCross) {
        return Place(center: center, step: step)
      }
    }
    guard anywhereAtLast else { return nil }
    return free.any(near: free.pushedInside(point, thing), thing, index).map { Place(center: $0) }
  }

  /// The place of a landmark at a point, on its side of everything: near the point rather than with its name, and with its
  /// name rather than with a small symbol.
  private func landmark(_ point: Vec, _ number: Int, from first: Int, _ index: CollisionIndex) -> Place? {
    let thing = things[number]
    let left = Place(center: point, isLeftOut: true)
    if thing.isHopeless { return left }
    let small = min(geometry.panel.width, geometry.panel.height)
    var best: (place: Place, loss: Double)?
    for step in min(first, thing.lesser.count)...thing.lesser.count {
      let loss = step == 0 ? 0 : small * (0.08 + 0.04 * Double(step))
      if let best, best.loss <= loss { break }
      guard let center = free.near(point, thing.reduced(step), index) else { continue }
      let whole = loss + (center - point).length
      if whole < best?.loss ?? .infinity { best = (Place(center: center, step: step), whole) }
    }
    if thing.isName { return best?.place ?? Place(center: point, step: 1) }
    return best?.place ?? (mayLoseLandmarks ? left : nil)
  }

  /// Where the table said nothing, houses are spread evenly in the order of the file.
  private func spread(_ order: Int, of count: Int) -> Vec {
    let columns = max(
      1, Int((Double(count) * free.bounds.width / free.bounds.height).squareRoot().rounded(.up)))
    let rows = (count + columns - 1) / columns
    let row = order / columns
    let inRow = min(columns, count - row * columns)
    return Vec(
      free.bounds.x0 + free.bounds.width * (Double(order % columns) + 0.5) / Double(inRow),
      free.bounds.y0 + free.bounds.height * (Double(row) + 0.5) / Double(rows))
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
