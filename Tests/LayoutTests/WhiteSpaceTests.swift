import Picture
import Testing
import Workshop

@testable import Layout

/// What a map has no room for everywhere stands where there is white space.
@Suite struct WhiteSpaceTests {
  private static func isPeopled(_ house: HouseModel) -> Bool {
    house.dwellings.contains { $0.faces.contains { !$0.rows.isEmpty } }
  }

  @Test func aCrowdedRowTakesTheAgesFromNoOther() {
    var mixed = 0
    for seed in 1...16 as ClosedRange<UInt64> {
      let place = Neighbourhood(seed: seed, houses: 80...80)
      let layout = MapLayout(
        MapModel(map: place.map, projection: place.projection, audience: .table),
        panel: Box(0, 0, 574, 391), language: .ja, type: Typesetter(FakeMeasurer()))
      let houses = layout.model.houses
      let inhabited = houses.indices.filter { Self.isPeopled(houses[$0]) }
      let aged = inhabited.filter { layout.details[$0].content(of: houses[$0]) == .people }
      for (house, detail) in zip(houses, layout.details) where detail != layout.detail {
        #expect(detail.content(of: house) == .people, "seed \(seed): less than the map in general")
      }
      guard layout.detail.content == .symbols, !aged.isEmpty else { continue }
      mixed += 1
      // A few ages only raise the question why the others have none.
      #expect(Double(aged.count) >= 0.7 * Double(inhabited.count), "seed \(seed)")
      let words = LeftOut(layout, states: [0]).words(in: .ja).joined()
      #expect(aged.count == inhabited.count || words.contains("年齢（"), "seed \(seed): \(words)")
    }
    #expect(mixed > 0)
  }

  @Test(arguments: ["大型トラック運転手見習い", "元市議会議員", "self-employed bookbinder"])
  func aLongOccupationIsWrittenWhereThereIsRoom(_ words: String) throws {
    let estate = Estate(houses: 8, streets: 2, seed: 5)
    var map = estate.map
    let number = try #require(map.houses.firstIndex { !$0.dwellings[0].people.isEmpty })
    guard case .residents(var people) = map.houses[number].dwellings[0].occupancy else { return }
    people[0].occupation = words
    map.houses[number].dwellings[0].occupancy = .residents(people)
    let place = Estate(map: map)
    let layout = RowTests.layout(place, width: 574, height: 391)
    #expect(LeftOut(layout, states: [0]).words(in: .ja).allSatisfy { !$0.contains("仕事") })
    let person = try #require(layout.model.houses[number].dwellings[0].faces[0].rows.first?.first)
    let written = HouseMetrics.written(person, layout.details[number], layout.symbols).occupation
    #expect(written?.joined().filter { $0 != " " } == words.filter { $0 != " " })
  }

  @Test func theArrowPushesNoHouseAside() throws {
    var map = TableMap(id: "A", title: "三軒", baseYear: 2023)
    map.sheet = Sheet(width: 180, height: 120)
    map.lines = [Line(id: "道", kind: .street, points: [.init(x: 0, y: 60), .init(x: 180, y: 60)])]
    map.houses = [30.0, 90, 150].map { x in
      House(
        id: "h\(Int(x))", placement: .point(.init(x: x, y: 30)),
        dwellings: [Dwelling(id: "h\(Int(x))", occupancy: .unknown)])
    }
    map.landmarks = [Landmark(kind: .shrine, placement: .point(.init(x: 90, y: 100)))]
    let layout = RowTests.layout(Estate(map: map), width: 574, height: 391)
    #expect(Set(layout.houses.map { Int($0.y * 100) }).count == 1)
    #expect(layout.north != nil)
  }
}
