import Picture
import Testing
import Workshop

@testable import Layout

/// Where things stand, on a village that can be checked by eye.
@Suite struct MapLayoutTests {
  private static func layout(_ map: TableMap = Village.map, width: Double = 560, height: Double = 370)
    -> MapLayout
  {
    MapLayout(
      MapModel(map: map, projection: Village.projection, audience: .table),
      panel: Box(0, 0, width, height), language: .ja, type: Typesetter(FakeMeasurer()))
  }

  private static func center(_ layout: MapLayout, _ id: String) throws -> Vec {
    layout.houses[try #require(layout.model.houses.firstIndex { $0.id == id })]
  }

  @Test func rowsRunFromWestToEastOnTheirSide() throws {
    let layout = Self.layout()
    let road = try #require(layout.geometry.courses.first { $0.line.id == "県道" }).inside
    func roadHeight(_ x: Double) -> Double {
      let near = road.points.min { abs($0.x - x) < abs($1.x - x) }
      return near?.y ?? 0
    }
    let north = try ["b1", "b2", "b3", "b4", "b5"].map { try Self.center(layout, $0) }
    let south = try ["b6", "b7", "b8", "b9"].map { try Self.center(layout, $0) }
    #expect(north.map(\.x) == north.map(\.x).sorted())
    #expect(south.map(\.x) == south.map(\.x).sorted())
    for p in north { #expect(p.y < roadHeight(p.x)) }
    for p in south { #expect(p.y > roadHeight(p.x)) }
  }

  @Test func aRowNamedFromTheEastRunsTheOtherWay() throws {
    var map = Village.map
    for index in map.houses.indices {
      if case .along(var row, let slot, let slots) = map.houses[index].placement, row.side == .north {
        row.isReversed = true
        map.houses[index].placement = .along(row, slot: slot, slots: slots)
      }
    }
    let layout = Self.layout(map)
    let north = try ["b1", "b2", "b3", "b4", "b5"].map { try Self.center(layout, $0).x }
    #expect(north == north.sorted(by: >))
  }

  @Test func northMayBeAnywhere() throws {
    // With north at the right, the north side of an upright road is on its right.
    var map = TableMap(id: "N", title: "北が右", baseYear: 2023)
    map.sheet.north = 90
    map.lines = [Line(id: "道", kind: .street, points: [.init(x: 90, y: 0), .init(x: 90, y: 120)])]
    map.houses = [
      House(
        id: "n", placement: .along(RoadRow(road: "道", side: .north), slot: 0, slots: 1),
        dwellings: [Dwelling(id: "n", occupancy: .unknown)])
    ]
    let layout = MapLayout(
      MapModel(map: map, projection: Village.projection, audience: .table), panel: Box(0, 0, 560, 370),
      language: .ja, type: Typesetter(FakeMeasurer()))
    let road = try #require(layout.geometry.courses.first)
    #expect(layout.houses[0].x > road.inside.points[0].x)
  }

  @Test func fewHousesGrowLargeAndManyBecomeNumbers() {
    #expect(Self.layout().detail.size > 16)
    #expect(Self.layout().detail.content == .people)
    let place = Neighbourhood(seed: 7, houses: 200...200)
    let small = MapLayout(
      MapModel(map: place.map, projection: place.projection, audience: .public),
      panel: Box(0, 0, 255, 190), language: .ja, type: Typesetter(FakeMeasurer()))
    #expect(small.detail.content != .people)
  }

  @Test func theSameInputGivesTheSamePage() {
    func pages() -> [Page] {
      let place = Neighbourhood(seed: 42)
      let sheet = MapSheet(
        map: place.map, projection: place.projection, options: CollisionTests.options(.table),
        measurer: FakeMeasurer())
      return sheet.allPages()
    }
    #expect(pages() == pages())
  }

  @Test func aMapIsToldInWords() {
    let model = MapModel(map: Village.map, projection: Village.projection, audience: .public)
    #expect(
      MapSummary(model: model, language: .ja).map(state: 0)
        == "2023年の地図。9戸のうち空き家1戸、人が住む家8戸。住んでいる人は20人、高齢化率30％。わからない家1戸の人数は含みません。")
    #expect(
      MapSummary(model: model, language: .en).map(state: 1)
        == "Map of 2033. Of 9 houses 3 are vacant and 6 lived in. 14 (13–14) people live here, "
        + "50% aged 65 or over. People of 1 household nobody knew are not counted.")
  }

  @Test func doorsTellFloors() throws {
    let floors = try #require(Floors(["101", "102", "103", "201", "202", "203"]))
    #expect(floors.columns == 3 && floors.rows == 2)
    #expect(floors.slots == [3, 4, 5, 0, 1, 2])
    #expect(Floors(["1", "2", "3"]) == nil)
    #expect(Floors(["101", nil]) == nil)
  }
}
