import Workshop

/// Points on the sheet for what the table said nothing about, where the map has room: the same whatever the size of the
/// panel, so that such a house stands beside the same roads on every sheet of the map.
///
/// Nothing is known yet of how large houses will be drawn. Every point keeps as far from lines, areas, rows and points of
/// the table as a house of usual size needs, and less only where there is no such point.
struct LoosePlaces {
  /// A panel like that of an A4 sheet, to measure distances on.
  private static let panel = Box(0, 0, 560, 390)
  /// How many places are tried along the longer and the shorter side.
  private static let tried = (columns: 36, rows: 24)

  /// The points by the number of the house, or of the landmark behind the houses; none where most of the map is loose:
  /// such a map is a grid.
  static func points(_ map: TableMap) -> [Int: SheetPoint] {
    let placements = map.houses.map(\.placement) + map.landmarks.map(\.placement)
    let roads = Set(map.lines.map(\.id))
    let loose = placements.indices.filter { number in
      switch placements[number] {
      case .anywhere: true
      case .point: false
      case .along(let row, _, _): !roads.contains(row.road)
      }
    }
    guard !loose.isEmpty, loose.count * 2 <= placements.count || loose.count == 1 else { return [:] }
    let geometry = MapGeometry(map, panel: panel)
    var taken = placements.enumerated().compactMap { number, placement -> Disc? in
      let radius = number < map.houses.count ? 30.0 : 15
      switch placement {
      case .point(let point): return Disc(center: geometry.place(point), radius: radius)
      case .anywhere: return nil
      case .along(let row, let slot, let slots):
        let thing = Placeable(placement: placement, width: 40, height: 40)
        guard let course = geometry.courses.first(where: { $0.line.id == row.road }),
          let side = RoadSide(geometry, course, row, clearance: 2)
        else { return nil }
        let along = side.line.length * (Double(slot) + 0.5) / Double(max(slots, 1))
        return Disc(center: side.center(thing, at: along, behind: 0).center, radius: radius)
      }
    }
    let candidates = candidates(map, geometry)
    var result: [Int: SheetPoint] = [:]
    for (order, number) in loose.enumerated() {
      let ideal = spread(order, of: loose.count)
      let isHouse = number < map.houses.count
      guard let best = best(candidates, taken, near: ideal, room: isHouse ? 30 : 15) else { return [:] }
      taken.append(Disc(center: best.place, radius: isHouse ? 30 : 15))
      result[number] = best.point
    }
    return result
  }

  private struct Disc {
    var center: Vec
    var radius: Double
  }

  private struct Candidate {
    var point: SheetPoint
    var place: Vec
    /// How far it is from lines, areas and the edge.
    var clearance: Double
  }

  /// The places that are tried, the loose ones of areas left out.
  private static func candidates(_ map: TableMap, _ geometry: MapGeometry) -> [Candidate] {
    let edges = panel.inset(6)
    let segments = geometry.courses.flatMap { course in
      zip(course.polyline.points, course.polyline.points.dropFirst()).map { ($0, $1, course.half) }
    }
    var candidates: [Candidate] = []
    for row in 0..<tried.rows {
      for column in 0..<tried.columns {
        let point = geometry.point(
          (Double(column) + 0.5) / Double(tried.columns), (Double(row) + 0.5) / Double(tried.rows))
        let place = geometry.place(point)
        guard edges.contains(place),
          !geometry.regions.contains(where: { AreaPattern.contains($0.outline, place) })
        else { continue }
        var clearance = min(place.x - edges.x0, edges.x1 - place.x, place.y - edges.y0, edges.y1 - place.y)
        for (a, b, half) in segments where clearance > 0 {
          clearance = min(clearance, distance(place, a, b) - half)
        }
        if clearance > 8 { candidates.append(Candidate(point: point, place: place, clearance: clearance)) }
      }
    }
    return candidates
  }

  /// The nearest candidate with enough room around it; with less room where none has it.
  private static func best(
    _ candidates: [Candidate], _ taken: [Disc], near ideal: Vec, room: Double
  ) -> Candidate? {
    for share in [1.2, 1, 0.75, 0.5, 0.25] {
      let free = candidates.filter { candidate in
        candidate.clearance >= room * share
          && taken.allSatisfy { ($0.center - candidate.place).length >= $0.radius + room * share }
      }
      if let nearest = free.min(by: { ($0.place - ideal).length < ($1.place - ideal).length }) {
        return nearest
      }
    }
    return nil
  }

  /// Evenly over the map, in the order of the file.
  private static func spread(_ order: Int, of count: Int) -> Vec {
    let columns = max(1, Int((Double(count) * panel.width / panel.height).squareRoot().rounded(.up)))
    let rows = (count + columns - 1) / columns
    let inRow = min(columns, count - order / columns * columns)
    return Vec(
      panel.width * (Double(order % columns) + 0.5) / Double(inRow),
      panel.height * (Double(order / columns) + 0.5) / Double(rows))
  }

  private static func distance(_ p: Vec, _ a: Vec, _ b: Vec) -> Double {
    let way = b - a
    let share = min(1, max(0, (p - a).dot(way) / max(way.dot(way), 1e-9)))
    return (p - a - way * share).length
  }
}
