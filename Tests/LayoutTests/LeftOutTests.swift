import Picture
import Testing
import Workshop

@testable import Layout

/// What a map has no room for is told under it.
@Suite struct LeftOutTests {
  private static func words(_ page: Page, _ kind: Mark.Kind) -> [String] {
    Ink(page).words.filter { $0.kind == kind }.map(\.text.block.string)
  }

  /// The number in `（12人）` after a word.
  private static func number(_ what: String, in words: [String]) -> Int? {
    words.first { $0.contains(what) }.flatMap { words in
      Int(words.split(separator: "（").last?.prefix { $0.isNumber } ?? "")
    }
  }

  @Test(arguments: [4, 14, 28, 60, 120]) func occupationsAreWrittenOrCounted(houses: Int) throws {
    let estate = Estate(houses: houses, streets: 2)
    let options = CollisionTests.options(.table)
    let sheet = MapSheet(
      map: estate.map, projection: estate.projection, options: options, measurer: FakeMeasurer())
    let series = SeriesSheet(
      map: estate.map, projection: estate.projection, form: .a3FourByOne, options: options,
      measurer: FakeMeasurer())
    let people = estate.map.houses.flatMap(\.dwellings).flatMap(\.people)
    let total = people.count { $0.occupation != nil }
    let single = try #require(sheet.pages(state: 0).first)
    let written = Self.words(single, .occupation).count
    let told = Self.number("仕事", in: Self.words(single, .legend)) ?? 0
    #expect(written + told == total && total > 0, "\(written) + \(told) of \(total)")
    for page in [single] + series.pages() {
      let hasNames = !Self.words(page, .houseName).isEmpty
      #expect(hasNames != Self.words(page, .legend).contains { $0.contains("家の名前") }, "\(houses)")
      let hasAges = Self.words(page, .person).contains { Int($0) != nil }
      #expect(hasAges != Self.words(page, .legend).contains { $0.hasSuffix("年齢") && $0 != "数字は年齢" })
    }
  }

  @Test func aLandmarkWithoutRoomForItsNameIsNamedInTheLegend() throws {
    var estate = Estate(houses: 60, streets: 3)
    for number in 0..<6 {
      estate.map.landmarks.append(
        Landmark(
          kind: .shop, name: "とても長い名前の店その\(number)",
          placement: .point(.init(x: 80 + Double(number), y: 60))))
    }
    let page = try #require(
      SeriesSheet(
        map: estate.map, projection: estate.projection, form: .a4TwoByTwo,
        options: CollisionTests.options(.public), measurer: FakeMeasurer()
      ).pages().first)
    let onMap = Self.words(page, .landmarkName)
    let below = Self.words(page, .legend)
    for landmark in estate.map.landmarks {
      let name = try #require(landmark.name)
      let halves = LabelLines.halves(name, 8, Typesetter(FakeMeasurer()))
      #expect(onMap.contains(name) || halves.allSatisfy(onMap.contains) || below.contains(name), "\(name)")
    }
    #expect(below.contains { $0.hasPrefix("とても長い名前の店") })
  }

  @Test func theLegendSaysWhatLandmarksWithoutANameAre() throws {
    var map = Village.map
    let before = map.landmarks
    for (number, kind) in [LandmarkKind.busStop, .aed, .busStop].enumerated() {
      map.landmarks.append(
        Landmark(kind: kind, placement: .point(.init(x: 20 + 30 * Double(number), y: 8))))
    }
    func legend(_ map: TableMap) throws -> [String] {
      let sheet = MapSheet(
        map: map, projection: Village.projection, options: CollisionTests.options(.public),
        measurer: FakeMeasurer())
      return Self.words(try #require(sheet.pages(state: 0).first), .legend)
    }
    let words = try legend(map)
    #expect(words.count { $0 == "バス停" } == 1 && words.count { $0 == "AED" } == 1)
    map.landmarks = before
    #expect(try !legend(map).contains("AED"))
  }

  @Test func aMapWithRoomForAllSaysNothing() throws {
    let sheet = MapSheet(
      map: Village.map, projection: Village.projection, options: CollisionTests.options(.table),
      measurer: FakeMeasurer())
    let page = try #require(sheet.pages(state: 0).first)
    #expect(!Self.words(page, .legend).contains { $0.contains("書ききれず") })
  }

  @Test(arguments: [14, 28]) func housesForAsManyAreAsWide(houses: Int) {
    let layout = RowTests.layout(Estate(houses: houses, streets: 2, seed: 3), width: 565, height: 385)
    var widths: [Int: Set<Int>] = [:]
    var captions = CaptionList()
    for (house, metrics) in zip(layout.model.houses, layout.metrics) {
      let columns = HouseNeeds(house, &captions).grid(layout.detail.shape).columns
      widths[max(columns, layout.detail.shape.least), default: []].insert(
        Int((metrics.wall.width * 100).rounded()))
    }
    for (columns, found) in widths { #expect(found.count == 1, "\(columns): \(found)") }
  }

  @Test(arguments: Audience.allCases) func aBlockOfThirtyKeepsItsAges(audience: Audience) throws {
    let estate = Estate(houses: 8, streets: 1, block: true)
    let sheet = MapSheet(
      map: estate.map, projection: estate.projection, options: CollisionTests.options(audience),
      measurer: FakeMeasurer())
    #expect(sheet.layout.detail.units == .people && sheet.layout.detail.content == .people)
    // The block is no reason to draw the houses beside it small.
    #expect(sheet.layout.detail.size > 16)
  }

  @Test func aHouseAloneStandsInTheMiddle() throws {
    for at in [SheetPoint(x: 0.1, y: 0.1), SheetPoint(x: 90, y: 60), SheetPoint(x: 2000, y: 3)] {
      var map = TableMap(id: "A", title: "一軒", baseYear: 2023)
      map.houses = [
        House(id: "h", placement: .point(at), dwellings: [Dwelling(id: "h", occupancy: .unknown)])
      ]
      let panel = Box(0, 0, 565, 385)
      let layout = MapLayout(
        MapModel(map: map, projection: Village.projection, audience: .table), panel: panel, language: .ja,
        type: Typesetter(FakeMeasurer()))
      #expect((layout.houses[0] - panel.center).length < 2, "\(layout.houses[0])")
    }
  }
}
