import Picture
import Testing
import Workshop

@testable import Layout

/// Nothing on a map lies on anything else, whatever the neighbourhood.
@Suite struct CollisionTests {
  static let header = SheetHeader(title: "つくった地区の地域点検", date: "2023年2月7日", venue: "市民センター")

  static func options(_ audience: Audience, _ paper: Paper = .a4Landscape) -> SheetOptions {
    SheetOptions(audience: audience, language: .ja, header: header, paper: paper)
  }

  /// A thousand neighbourhoods in ten batches, so that they run side by side.
  @Test(arguments: 0..<10) func aThousandNeighbourhoods(batch: Int) {
    for number in 0..<100 {
      let seed = UInt64(batch * 100 + number)
      let place = Neighbourhood(seed: seed)
      let audience: Audience = seed % 3 == 0 ? .public : .table
      let pages: [Page]
      if number % 5 == 4 {
        pages =
          SeriesSheet(
            map: place.map, projection: place.projection, form: number % 2 == 0 ? .a4TwoByTwo : .a3FourByOne,
            options: Self.options(audience), measurer: FakeMeasurer()
          ).pages()
      } else {
        let paper: Paper = number % 4 == 0 ? .a4Portrait : .a4Landscape
        pages =
          MapSheet(
            map: place.map, projection: place.projection, options: Self.options(audience, paper),
            measurer: FakeMeasurer()
          ).pages(state: number % place.projection.states.count)
      }
      for page in pages {
        let survey = PageSurvey(page)
        let collisions = survey.collisions()
        #expect(collisions.isEmpty, "seed \(seed): \(collisions.prefix(4))")
      }
      if let first = pages.first {
        // An empty page would have no collisions either.
        let survey = PageSurvey(first)
        #expect(survey.panels.count > 0 && survey.count(.house) >= place.map.houses.count, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 6] as [UInt64]) func twoHundredHousesOnA3(seed: UInt64) {
    let place = Neighbourhood(seed: seed, houses: 200...200)
    let pages = MapSheet(
      map: place.map, projection: place.projection, options: Self.options(.table, .a3Landscape),
      measurer: FakeMeasurer()
    ).pages(state: 1)
    let collisions = pages.flatMap { PageSurvey($0).collisions() }
    #expect(collisions.isEmpty, "\(collisions.prefix(4))")
    #expect(pages.first.map { PageSurvey($0).count(.house) } == 200)
  }

  /// The survey sees a collision where there is one: a house moved onto its neighbour, a name onto a road.
  @Test func theSurveyCanFail() throws {
    let village = try #require(
      MapSheet(
        map: Village.map, projection: Village.projection, options: Self.options(.table),
        measurer: FakeMeasurer()
      ).pages(state: 0).first)
    try Self.plant(in: village)
    // The same in the cells of a series, in rows with a block, for the public and for the table.
    for audience in Audience.allCases {
      let estate = Estate(houses: 12, streets: 1, block: true)
      for form in SeriesForm.allCases {
        let page = try #require(
          SeriesSheet(
            map: estate.map, projection: estate.projection, form: form, options: Self.options(audience),
            measurer: FakeMeasurer()
          ).pages().first)
        try Self.plant(in: page, kinds: [.house, .person, .lineName, .year, .figure, .legend, .remarks])
      }
    }
  }

  private static func plant(
    in page: Page,
    kinds: [Mark.Kind] = [
      .house, .houseName, .lineName, .landmark, .landmarkName, .north, .year, .figure, .legend, .rule,
      .remarks, .title, .person, .occupation,
    ]
  ) throws {
    let survey = PageSurvey(page)
    #expect(survey.collisions().isEmpty)
    let target = try #require(survey.things.last { $0.kind == .house && $0.panel >= 0 })
    for kind in kinds {
      let thing = try #require(survey.things.first { $0.kind == kind })
      var moved = page
      moved.items = shifted(page.items, kind, by: target.bounds.center - thing.bounds.center)
      #expect(!PageSurvey(moved).collisions().isEmpty, "\(kind) moved unseen")
      moved.items = shifted(page.items, kind, by: Vec(-survey.page.width, 0))
      #expect(!PageSurvey(moved).collisions().isEmpty, "\(kind) off the page unseen")
    }
  }

  /// The items with the first thing of a kind moved.
  private static func shifted(_ items: [Item], _ kind: Mark.Kind, by shift: Vec) -> [Item] {
    var isDone = false
    func walk(_ item: Item) -> Item {
      guard !isDone, case .group(var group) = item else { return item }
      if group.mark?.kind == kind {
        isDone = true
        return item.moved(.pt(shift.x), .pt(shift.y))
      }
      group.items = group.items.map(walk)
      return .group(group)
    }
    return items.map(walk)
  }
}
