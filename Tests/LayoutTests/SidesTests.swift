import Picture
import Projection
import Testing
import Workshop

@testable import Layout

/// What the session says of where something is holds on every sheet: a house of a row on its side of its road and at its
/// place in the order of the row, a landmark at a point on the same side of every road, river and railway as its point.
@Suite struct SidesTests {
  /// Sheets by themselves, cells of both series, slots of newsletters and small exports.
  static let panels: [(width: Double, height: Double)] = [
    (574, 391), (256, 222), (266, 430), (390, 250), (180, 150),
  ]

  private static func layouts(_ map: TableMap, _ projection: MapProjection, _ audience: Audience)
    -> [MapLayout]
  {
    let model = MapModel(map: map, projection: projection, audience: audience)
    return panels.map {
      MapLayout(
        model, panel: Box(0, 0, $0.width, $0.height), language: .ja, type: Typesetter(FakeMeasurer()))
    }
  }

  /// The place of the road nearest to `point`: how far along it is, and how far to the left of the road the point lies.
  private static func nearest(_ line: Polyline, _ point: Vec) -> (along: Double, left: Double) {
    var best = (distance: Double.infinity, along: 0.0, left: 0.0)
    var passed = 0.0
    for (a, b) in zip(line.points, line.points.dropFirst()) {
      let way = b - a
      let share = min(1, max(0, (point - a).dot(way) / max(way.dot(way), 1e-9)))
      let off = point - (a + way * share)
      if off.length < best.distance {
        best = (off.length, passed + way.length * share, off.dot(way.unit.left))
      }
      passed += way.length
    }
    return (best.along, best.left)
  }

  /// 1 where `side` is on the left of the road as a whole, else -1.
  private static func outward(_ line: Polyline, _ side: Vec) -> Double {
    let sum = zip(line.points, line.points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).left.dot(side) }
    return sum >= 0 ? 1 : -1
  }

  /// What of `layout` is on the wrong side, or out of its order.
  static func faults(_ layout: MapLayout) -> [String] {
    rowFaults(layout) + landmarkFaults(layout)
  }

  static func rowFaults(_ layout: MapLayout) -> [String] {
    var faults: [String] = []
    var last: [RoadRow: (slot: Int, along: Double)] = [:]
    for (number, house) in layout.model.houses.enumerated() {
      guard case .along(let row, let slot, _) = house.placement,
        let course = layout.geometry.courses.first(where: { $0.line.id == row.road }),
        course.inside.length > 0
      else { continue }
      let center = layout.houses[number]
      let isSideways = row.side == .east || row.side == .west
      let forward = layout.geometry.direction(isSideways ? .south : .east)
      let ends = (course.inside.points.last ?? center) - (course.inside.points.first ?? center)
      // Houses inside a sharp bend may be nearer to another stretch of their road than to that at which they stand.
      guard ends.length > course.inside.length * 0.96 else { continue }
      let at = nearest(course.inside, center)
      if at.left * outward(course.inside, layout.geometry.direction(row.side)) < 0 {
        faults.append("\(house.id) stands across \(row.road) from its \(row.side) side")
      }
      let along = at.along * (ends.dot(forward) < 0 ? -1 : 1) * (row.isReversed ? -1 : 1)
      // Beside a bend the nearest place of a road may be a little before the place at which a house was put.
      let tolerance = course.inside.points.count > 2 ? layout.metrics[number].height : 0.1
      if let before = last[row], before.slot < slot, along < before.along - tolerance {
        faults.append("\(house.id) stands before its neighbour at \(row.road)")
      }
      last[row] = (slot, along)
    }
    return faults
  }

  static func landmarkFaults(_ layout: MapLayout) -> [String] {
    var faults: [String] = []
    for (number, landmark) in layout.model.map.landmarks.enumerated() {
      guard case .point(let point) = landmark.placement, layout.bridges[number] == nil,
        !layout.landmarks[number].isLeftOut
      else { continue }
      let (from, to) = (layout.geometry.place(point), layout.landmarks[number].center)
      for course in layout.geometry.courses {
        let stretches = zip(course.polyline.points, course.polyline.points.dropFirst())
        if stretches.count(where: { crosses(from, to, $0, $1) }) % 2 == 1 {
          faults.append("\(landmark.kind) \(number) stands across \(course.line.id) from its point")
        }
      }
    }
    return faults
  }

  @Test(arguments: 0..<4) func crowdedTowns(batch: Int) {
    for number in 0..<5 {
      let seed = UInt64(batch * 5 + number + 1)
      let town = CrowdedTown(seed: seed)
      for layout in Self.layouts(town.map, town.projection, seed % 2 == 0 ? .table : .public) {
        Self.check(layout, seed)
      }
    }
  }

  @Test(arguments: 0..<4) func neighbourhoods(batch: Int) {
    for number in 0..<30 {
      let seed = UInt64(batch * 40 + number)
      let place = Neighbourhood(seed: seed)
      guard place.map.houses.count < 40 else { continue }
      let layouts = Self.layouts(place.map, place.projection, seed % 2 == 0 ? .table : .public)
      for layout in layouts.prefix(2) { Self.check(layout, seed) }
    }
  }

  private static func check(_ layout: MapLayout, _ seed: UInt64) {
    let (faults, detail) = (faults(layout), layout.detail)
    #expect(
      faults.isEmpty,
      """
      seed \(seed) on \(layout.geometry.panel.width) pt, \(detail.content) \(detail.size) in \(detail.lines) lines: \
      \(faults.prefix(4)) of \(faults.count)
      """)
  }

  /// The series of a crowded town is laid out as its cells are, and flows to further sheets rather than lose a side.
  @Test(arguments: SeriesForm.allCases) func seriesOfCrowdedTowns(form: SeriesForm) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let town = CrowdedTown(seed: seed)
      let series = SeriesSheet(
        map: town.map, projection: town.projection, form: form, options: CollisionTests.options(.public),
        measurer: FakeMeasurer())
      Self.check(try #require(series.layout), seed)
    }
  }

  /// A landmark in a cell too narrow for any symbol is told of, not put elsewhere.
  @Test func aLandmarkWithoutRoomIsLeftOutAndToldOf() throws {
    var map = TableMap(id: "G", title: "つくった通り", baseYear: 2023)
    map.sheet = Sheet(width: 180, height: 120)
    for (number, x) in [90.0, 91].enumerated() {
      map.lines.append(
        Line(id: "\(number)番通り", kind: .street, points: [.init(x: x, y: 0), .init(x: x, y: 120)]))
    }
    map.houses = [House(id: "h", placement: .point(.init(x: 30, y: 20)), dwellings: [])]
    map.landmarks = [
      Landmark(kind: .aed, name: "AED", placement: .point(.init(x: 90.5, y: 60))),
      Landmark(kind: .shrine, name: "八幡神社", placement: .point(.init(x: 120, y: 90))),
    ]
    let layout = RowTests.layout(Estate(map: map), .public)
    #expect(layout.landmarks.map(\.isLeftOut) == [true, false])
    #expect(LeftOut(layout, states: [0]).words(in: .ja) == ["書ききれず省いたもの：目印（AED）"])
  }
}
