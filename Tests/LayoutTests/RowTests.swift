import Picture
import Projection
import Testing
import Workshop

@testable import Layout

/// Houses of a row stand at their road, in their order, however crowded it is.
@Suite struct RowTests {
  static func layout(
    _ estate: Estate, _ audience: Audience = .table, width: Double = 255, height: Double = 200
  ) -> MapLayout {
    MapLayout(
      MapModel(map: estate.map, projection: estate.projection, audience: audience),
      panel: Box(0, 0, width, height), language: .ja, type: Typesetter(FakeMeasurer()))
  }

  /// The houses of each row in the order of their slots.
  private static func rows(_ layout: MapLayout) -> [(row: RoadRow, houses: [Int])] {
    var rows: [(row: RoadRow, houses: [Int])] = []
    for (number, house) in layout.model.houses.enumerated() {
      guard case .along(let row, _, _) = house.placement else { continue }
      if let known = rows.firstIndex(where: { $0.row == row }) {
        rows[known].houses.append(number)
      } else {
        rows.append((row, [number]))
      }
    }
    return rows
  }

  /// From the band of its road to the nearest side of a house.
  private static func distance(_ layout: MapLayout, _ house: Int, _ road: String) throws -> Double {
    let course = try #require(layout.geometry.courses.first { $0.line.id == road })
    let metrics = layout.metrics[house]
    let box = Box(center: layout.houses[house], width: metrics.width, height: metrics.height)
    // The furthest that the band can grow before it meets the house.
    var low = 0.0
    var high = 500.0
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if course.bars.contains(where: { $0.grown(middle).intersects(box) }) {
        high = middle
      } else {
        low = middle
      }
    }
    return low
  }

  @Test(arguments: [(6, 1), (14, 1), (20, 1), (28, 2), (40, 2)], Audience.allCases)
  func everyHouseStandsAtItsRoad(size: (houses: Int, streets: Int), audience: Audience) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      for isBlock in [false, true] {
        let estate = Estate(houses: size.houses, streets: size.streets, seed: seed, block: isBlock)
        let layout = Self.layout(estate, audience)
        #expect(layout.detail.lines == 1, "\(size) \(seed)")
        for (row, houses) in Self.rows(layout) {
          let along = houses.map { layout.houses[$0].x }
          #expect(along == along.sorted(), "\(row.road) \(row.side) of \(size) \(seed)")
          for house in houses {
            let distance = try Self.distance(layout, house, row.road)
            #expect(
              distance < 8 + max(3, 0.35 * layout.detail.size),
              "\(layout.model.houses[house].id) of \(size) \(seed): \(distance) pt")
          }
        }
      }
    }
  }

  @Test(arguments: [40, 60, 90]) func aHopelessRowKeepsItsSide(houses: Int) throws {
    let layout = Self.layout(Estate(houses: houses, streets: 1, lane: false))
    let road = try #require(layout.geometry.courses.first?.inside.points)
    for (row, members) in Self.rows(layout) {
      for center in members.map({ layout.houses[$0] }) {
        let next = try #require(road.firstIndex { $0.x >= center.x })
        let (a, b) = (road[max(0, next - 1)], road[next])
        let y = a.y + (b.y - a.y) * (center.x - a.x) / max(b.x - a.x, 1e-9)
        #expect((center.y < y) == (row.side == .north), "\(row.side) \(center) \(y)")
      }
    }
  }

  @Test func aWindingRoadKeepsItsHouses() throws {
    for seed in 0..<60 as Range<UInt64> {
      let place = Neighbourhood(seed: seed, houses: 4...24, shape: .village)
      let layout = MapLayout(
        MapModel(map: place.map, projection: place.projection, audience: .table),
        panel: Box(0, 0, 560, 370), language: .ja, type: Typesetter(FakeMeasurer()))
      guard layout.detail.lines == 1, !layout.detail.isLastResort else { continue }
      for (row, houses) in Self.rows(layout) {
        guard layout.geometry.courses.contains(where: { $0.line.id == row.road }) else { continue }
        for house in houses {
          let distance = try Self.distance(layout, house, row.road)
          #expect(distance < 16, "seed \(seed) \(layout.model.houses[house].id): \(distance) pt")
        }
      }
    }
  }

  @Test(arguments: [14, 28, 60], Audience.allCases)
  func crowdedRowsDoNotCollide(houses: Int, audience: Audience) {
    for seed in 1...4 as ClosedRange<UInt64> {
      let estate = Estate(
        houses: houses, streets: houses > 30 ? 3 : 2, seed: seed, block: seed % 2 == 0, lane: seed % 3 != 0)
      for form in SeriesForm.allCases {
        let pages = SeriesSheet(
          map: estate.map, projection: estate.projection, form: form,
          options: CollisionTests.options(audience), measurer: FakeMeasurer()
        ).pages()
        let collisions = pages.flatMap { PageSurvey($0).collisions() }
        #expect(collisions.isEmpty, "\(houses) \(seed) \(form): \(collisions.prefix(3))")
      }
    }
  }

  @Test func roadsKeepTheirNames() {
    for houses in [6, 14, 28, 60] {
      let layout = Self.layout(Estate(houses: houses, streets: 2, block: houses < 20))
      #expect(Set(layout.lineNames.map(\.words)) == ["1番通り", "2番通り", "中道"], "\(houses)")
    }
  }

  @Test func whatNobodyPlacedStandsInEvenLines() throws {
    var estate = Estate(houses: 200, streets: 5)
    estate.map.lines = []
    for index in estate.map.houses.indices { estate.map.houses[index].placement = .anywhere }
    let layout = Self.layout(estate, width: 850, height: 585)
    #expect(layout.detail.content == .people)
    var feet: [Double] = []
    var columns: [Double] = []
    for (center, metrics) in zip(layout.houses, layout.metrics) {
      let foot = center.y + metrics.wall.y1
      if !feet.contains(where: { abs($0 - foot) < 2.5 }) { feet.append(foot) }
      if !columns.contains(where: { abs($0 - center.x) < 1 }) { columns.append(center.x) }
    }
    #expect(feet.count * columns.count < 300, "\(feet.count) lines of \(columns.count) columns")
  }
}
