import Diagnostics
import Picture
import Testing
import Workshop

@testable import Layout
@testable import Projection

/// A picture of a scenario says so wherever it is looked at, and bears the name where there is room for it.
@Suite struct ScenarioNameTests {
  private static let names = [
    "帰ってくる", "若い家族が二組、空き家に入り、離れて暮らす子どもが三軒で帰ってきて、みんなで朝市をひらく",
    String(repeating: "もう一つの長いもしも", count: 40),
  ]

  private static func pages(
    _ number: Int, _ scenario: String?, _ audience: Audience
  ) -> [(what: String, page: Page)] {
    let place = Neighbourhood(seed: UInt64(number))
    var random = SeededGenerator(UInt64(number) &+ 7)
    var projection = place.projection
    projection.scenario = scenario
    let foresight = Foresight.chances(place.map, projection, &random)
    let paper: Paper = [.a4Landscape, .a4Portrait, .a3Landscape][number % 3]
    let options = CollisionTests.options(audience, paper)
    let measurer = FakeMeasurer()
    var pictures = ChancePictures(
      foresight: foresight, form: .a4TwoByTwo, options: options, measurer: measurer)
    pictures.houses = Set(place.map.houses.prefix(3).map(\.id))
    let chances = PictureKind.allCases.flatMap { kind in
      pictures.draw(kind).flatMap(\.pages).map { ("by chance: \(kind.rawValue)", $0) }
    }
    let map = MapSheet(map: place.map, projection: projection, options: options, measurer: measurer)
    let series = SeriesSheet(
      map: place.map, projection: projection, form: number % 2 == 0 ? .a3FourByOne : .a4TwoByTwo,
      options: options, measurer: measurer)
    return chances + map.allPages().map { ("map", $0) } + series.pages().map { ("series", $0) }
  }

  private static func texts(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .text(let text): [text.block.string]
      case .group(let group): texts(group.items)
      default: []
      }
    }
  }

  private static func alternatives(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      guard case .group(let group) = item else { return [] }
      let own = group.role == .figure ? [group.alternative].compactMap { $0 } : []
      return own + alternatives(group.items)
    }
  }

  @Test(arguments: 0..<6) func everyPictureBearsIt(number: Int) throws {
    for name in Self.names {
      let words = try #require(ScenarioName(name, .ja)).words
      #expect(words.hasPrefix("もしも「") && words.count < 90)
      for (what, page) in Self.pages(number, name, number % 2 == 0 ? .public : .table) {
        #expect(Self.texts(page.items).contains(words), "\(what)")
        #expect(page.title.contains(words) && page.summary.hasPrefix(words), "\(what)")
        #expect(Self.alternatives(page.items).allSatisfy { $0.hasPrefix(words) }, "\(what)")
        let collisions = PageSurvey(page).collisions()
        #expect(collisions.isEmpty, "\(what): \(collisions.prefix(3))")
      }
    }
  }

  @Test func theBaseCaseBearsNone() {
    for (what, page) in Self.pages(1, nil, .public) {
      #expect(
        !Self.texts(page.items).contains { $0.contains("もしも") } && !page.title.contains("もしも"), "\(what)")
    }
  }

  @Test func itIsCutWhereThereIsNoRoom() throws {
    let scenario = try #require(ScenarioName("帰ってくる", .ja))
    #expect(scenario.words(within: 100) { Double($0.count) } == "もしも「帰ってくる」")
    #expect(scenario.words(within: 8) { Double($0.count) } == "もしも「帰っ…」")
    #expect(try #require(ScenarioName("A shop", .en)).words == "What if: A shop")
  }
}
