import CairoBackend
import Foundation
import Picture
import Testing
import Workshop

@testable import Layout
@testable import Projection

/// Every picture of chance can be read, whatever the neighbourhood: nothing lies on anything else, nothing is too small,
/// nothing private is on what everybody may see.
@Suite struct ChancePicturesTests {
  private static func pages(
    _ foresight: ChanceForesight, _ options: SheetOptions, _ measurer: any TextMeasurer,
    form: SeriesForm = .a4TwoByTwo
  ) -> [(kind: PictureKind, page: Page)] {
    var pictures = ChancePictures(foresight: foresight, form: form, options: options, measurer: measurer)
    // A page a house: a dozen of them is enough.
    pictures.houses = Set(foresight.map.houses.prefix(12).map(\.id))
    return PictureKind.allCases.flatMap { kind in
      pictures.draw(kind).flatMap(\.pages).map { (kind, $0) }
    }
  }

  @Test(arguments: 0..<4) func neighbourhoods(batch: Int) {
    for number in 0..<8 {
      let seed = UInt64(batch * 8 + number)
      let place = Neighbourhood(seed: seed)
      var random = SeededGenerator(seed &+ 7)
      let foresight = Foresight.chances(place.map, place.projection, &random)
      let audience: Audience = number % 2 == 0 ? .public : .table
      let paper: Paper = [.a4Landscape, .a4Portrait, .a3Landscape][number % 3]
      let options = CollisionTests.options(audience, paper)
      let pages = Self.pages(
        foresight, options, FakeMeasurer(), form: number % 4 == 0 ? .a3FourByOne : .a4TwoByTwo)
      let last = place.map.horizons.last ?? 10
      for (kind, page) in pages + Self.beside(place, foresight, at: last, options, &random) {
        let collisions = PageSurvey(page).collisions()
        #expect(collisions.isEmpty, "seed \(seed) \(kind): \(collisions.prefix(3))")
      }
      let houses = pages.filter { $0.kind == .map }.map { PageSurvey($0.page).count(.house) }
      #expect(houses.contains { $0 >= place.map.houses.count }, "seed \(seed)")
      // Of few houses the public gets neither fans nor pyramids.
      let charts = ChanceCharts(
        foresight: foresight, audience: audience, language: .ja, measurer: FakeMeasurer())
      var kinds: Set<PictureKind> = [.map, .series, .vacantYear]
      if charts.hasFans { kinds.insert(.fan) }
      if charts.hasPyramids { kinds.insert(.pyramid) }
      #expect(audience == .public || kinds.count == 5)
      #expect(Set(pages.map(\.kind)).isSuperset(of: kinds))
      #expect(pages.contains { $0.kind == .life } == (audience == .table))
    }
  }

  /// The neighbourhood beside another of its futures, by the workshop's rules and by chance.
  private static func beside(
    _ place: Neighbourhood, _ foresight: ChanceForesight, at horizon: Int, _ options: SheetOptions,
    _ random: inout SeededGenerator
  ) -> [(kind: PictureKind, page: Page)] {
    let other = Foresight.invent(place.map, &random)
    let spread = Distribution(first: -12, chances: [Double](repeating: 0.05, count: 20))
    let counts = Dictionary(uniqueKeysWithValues: CountItem.allCases.map { ($0, spread) })
    let chances = ScenarioComparison.Chances(
      base: foresight, scenario: Foresight.chances(place.map, other, &random),
      differences: [ChanceDifference(horizon: horizon, runs: 100, counts: counts)])
    let name = "若い家族が二組、空き家に入り、子どもが帰ってくる"
    return [ScenarioComparison.Chances?.none, chances].flatMap {
      chance -> [(kind: PictureKind, page: Page)] in
      let comparison = ScenarioComparison(
        name: name, base: place.projection, scenario: other, chance: chance)
      let pages = ComparisonPictures(
        comparison, map: place.map, horizons: [horizon], options: options, measurer: FakeMeasurer()
      ).draw().flatMap(\.pages)
      return pages.map { (.beside, $0) }
    }
  }

  @Test(arguments: Samples.names) func everySampleWithRealType(name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let renderer = try Renderer(resources: ResourceFolder(path: root))
    for sample in try Samples.read(name) {
      let last = sample.map.horizons.last ?? 1
      let projection = Projector(map: sample.map, sessionRules: sample.session.rules)
        .project(horizons: Array(1...last))
      var random = SeededGenerator(5)
      let foresight = Foresight.chances(sample.map, projection, &random)
      for audience in Audience.allCases {
        let language = sample.session.language
        let options = SheetOptions(
          audience: audience, language: language,
          header: SheetHeader(sample.session, language: language))
        for (kind, page) in Self.pages(foresight, options, renderer.typesetter) {
          Readability.check(page, "\(name) \(sample.map.id) \(audience) \(kind)")
        }
      }
    }
  }

  @Test func publicPagesHoldNothingPrivate() throws {
    var random = SeededGenerator(3)
    let years = Array(1...30)
    let foresight = Foresight.chances(
      Village.map, Projector(map: Village.map).project(horizons: years), &random)
    func pages(_ audience: Audience) -> [Page] {
      Self.pages(foresight, CollisionTests.options(audience), FakeMeasurer()).map(\.page)
    }
    /// What stands in, or under, houses.
    func words(_ pages: [Page]) -> Set<String> {
      Set(
        pages.flatMap { Ink($0).words }.filter { [.person, .houseWords, .houseName].contains($0.kind) }
          .map(\.text.block.string))
    }
    let open = pages(.public)
    let everything = String(describing: open)
    for secret in [
      "甲斐", "角の家", "覚え書き", "農業", "パート", "学生", "会社員", "大工", "役場", "大阪", "中村", "山本", "井上",
      "b1", "b9", "b2.3",
    ] {
      #expect(!everything.contains(secret), "\(secret)")
    }
    #expect(words(open).isSubset(of: ["？", "?", "2033", "2043", "2053", "まで", "より後", "45", "40"]))
    let table = pages(.table)
    for secret in ["中村", "b9"] { #expect(String(describing: table).contains(secret), "\(secret)") }
    #expect(words(table).isSuperset(of: ["78", "75", "83", "88"]))
    #expect(words(table).contains { $0.hasSuffix("%") })
  }

  /// Public years are those of the horizons; the table's are exact.
  @Test func publicYearsAreCoarse() throws {
    var random = SeededGenerator(3)
    let foresight = Foresight.chances(Village.map, Village.projection, &random)
    func years(_ audience: Audience) -> Set<String> {
      let model = MapModel(turning: foresight, audience: audience, language: .ja)
      return Set(model.houses.flatMap(\.dwellings).flatMap(\.faces).compactMap(\.words.first))
    }
    #expect(years(.public).isSubset(of: ["2033", "2043", "2053"]))
    #expect(years(.table).contains { !["2033", "2043", "2053"].contains($0) })
  }
}
