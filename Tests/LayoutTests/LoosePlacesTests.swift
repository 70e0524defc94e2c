import Testing
import Workshop

@testable import Layout

/// What the table said nothing about stands at a place of its own, the same on every sheet.
@Suite struct LoosePlacesTests {
  /// Rows along the streets of an estate, with a few houses and a landmark of which nobody said where they are.
  private static func estate(_ seed: UInt64, loose: Int) -> Estate {
    var random = SeededGenerator(seed)
    var map = Estate(
      houses: random.whole(8...20), streets: random.whole(1...2), seed: seed, lane: random.chance(0.5)
    ).map
    for _ in 0..<loose {
      let number = random.whole(0...(map.houses.count - 1))
      map.houses[number].placement = .anywhere
    }
    if random.chance(0.5) { map.landmarks = [Landmark(kind: .shrine, placement: .anywhere)] }
    if random.chance(0.5) {
      map.landmarks.append(Landmark(kind: .school, placement: .point(.init(x: 40, y: 30))))
    }
    return Estate(map: map)
  }

  private static let panel = Box(0, 0, 560, 390)

  @Test func nothingIsLooseWhereAllHasItsPlace() {
    #expect(LoosePlaces.points(Estate(houses: 12, streets: 2).map).isEmpty)
  }

  /// Where nobody said where most of the map is, it stands in even lines.
  @Test func aMapOfWhichNothingIsKnownIsAGrid() {
    var map = Estate(houses: 12, streets: 1).map
    for number in 0..<9 { map.houses[number].placement = .anywhere }
    #expect(LoosePlaces.points(map).isEmpty)
  }

  @Test func aHouseAtARoadThatIsNotThereIsLoose() throws {
    var map = Estate(houses: 12, streets: 1).map
    map.houses[4].placement = .along(RoadRow(road: "ない道", side: .north), slot: 0, slots: 1)
    #expect(Array(LoosePlaces.points(map).keys) == [4])
  }

  @Test func everyPlaceIsOnTheSheetBesideLinesAndApartFromOthers() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      let map = Self.estate(seed, loose: 3).map
      let points = LoosePlaces.points(map)
      let placements = map.houses.map(\.placement) + map.landmarks.map(\.placement)
      #expect(points.keys.sorted() == placements.indices.filter { placements[$0] == .anywhere })
      let geometry = MapGeometry(map, panel: Self.panel)
      var stood: [Vec] = []
      for number in points.keys.sorted() {
        let place = geometry.place(try #require(points[number]))
        let room = Box(center: place, width: 16, height: 16)
        #expect(Self.panel.contains(room), "seed \(seed)")
        let isOnLine = geometry.courses.contains { $0.bars.contains { $0.intersects(room) } }
        #expect(!isOnLine, "seed \(seed): \(number) stands on a line")
        #expect(stood.allSatisfy { ($0 - place).length > 15 }, "seed \(seed): \(number) stands on another")
        stood.append(place)
      }
    }
  }

  /// Only what is loose is given a place in the order of the file.
  @Test func theOrderOfTheOthersChangesNothing() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed)
      let map = Self.estate(seed, loose: 3).map
      func byID(_ map: TableMap) -> [String: SheetPoint] {
        let names = map.houses.map(\.id) + map.landmarks.indices.map { "landmark \($0)" }
        return Dictionary(uniqueKeysWithValues: LoosePlaces.points(map).map { (names[$0.key], $0.value) })
      }
      var other = map
      let loose = map.houses.filter { $0.placement == .anywhere }
      other.houses = loose + map.houses.filter { $0.placement != .anywhere }.shuffled(using: &random)
      #expect(byID(other) == byID(map), "seed \(seed)")
      #expect(byID(map) == byID(map), "seed \(seed)")
    }
  }

  /// Where ages can be read, what is loose stands in the same order from left to right and from top to bottom on a sheet
  /// of its own and in a series.
  @Test func nothingChangesPlacesFromSheetToSeries() {
    var compared = 0
    for seed in 1...24 as ClosedRange<UInt64> {
      let estate = Self.estate(seed, loose: 3)
      let layouts = [(574.0, 391.0), (256, 222)].map {
        RowTests.layout(estate, width: $0.0, height: $0.1)
      }
      guard layouts.allSatisfy({ $0.detail.content == .people && $0.detail.lines == 1 }) else { continue }
      let loose = estate.map.houses.indices.filter { estate.map.houses[$0].placement == .anywhere }
      for a in loose {
        for b in loose where a < b {
          let ways = layouts.map {
            let way = $0.houses[b] - $0.houses[a]
            return Vec(way.x / $0.geometry.panel.width, way.y / $0.geometry.panel.height)
          }
          // Less than that apart they may be beside each other on one sheet and above each other on the next.
          guard ways[0].length > 0.25 else { continue }
          compared += 1
          #expect(
            ways[0].unit.dot(ways[1].unit) > 0.5, "seed \(seed): \(a) and \(b) are \(ways[0]) and \(ways[1])")
        }
      }
    }
    #expect(compared > 20)
  }
}
