import Diagnostics
import Picture
import Testing
import Workshop

@testable import Layout
@testable import Projection

/// Charts show the numbers they were given, at the place where they belong.
@Suite struct ChartTests {
  private static let style = NewsletterStyle()

  @Test(
    arguments: [
      (0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (4, [0, 1, 2, 3, 4]), (6, [0, 2, 4, 6]),
      (37, [0, 10, 20, 30, 40]), (41, [0, 20, 40, 60]), (450, [0, 200, 400, 600]),
      (31_398, [0, 10_000, 20_000, 30_000, 40_000]),
    ])
  func ticks(top: Int, ticks: [Int]) {
    let scale = AxisScale(top: top)
    #expect(scale.ticks == ticks && scale.most == ticks.last)
  }

  private static let series = FanSeries(
    title: Phrase(ja: "住んでいる人", en: "People"), unit: Phrase(ja: "人", en: ""),
    years: [
      .init(year: 2023, median: 40, likely: 40...40, wide: 40...40),
      .init(year: 2033, median: 30, likely: 28...33, wide: 25...36),
      .init(year: 2043, median: 10, likely: 5...15, wide: 0...20),
    ], told: [2033, 2043], byRule: [(2023, 40), (2043, 8)])

  @Test func fanInWords() {
    #expect(
      Self.series.summary(.ja) == "住んでいる人の見込み。2023年 40人、2033年 30人（28〜33人）、2043年 10人（5〜15人）。")
    #expect(
      Self.series.summary(.en) == "People, as foreseen: 40 in 2023, 30 in 2033 (28–33), 10 in 2043 (5–15).")
  }

  /// Points of every path that is stroked or filled, in millimetres.
  private static func shapes(_ items: [Item]) -> [(shape: Shape, points: [(x: Double, y: Double)])] {
    items.flatMap { item -> [(shape: Shape, points: [(x: Double, y: Double)])] in
      switch item {
      case .shape(let shape):
        let points = shape.path.steps.compactMap { step -> (x: Double, y: Double)? in
          switch step {
          case .move(let p), .line(let p): (p.x.mm, p.y.mm)
          case .curve(_, _, let p): (p.x.mm, p.y.mm)
          case .close: nil
          }
        }
        return [(shape, points)]
      case .group(let group): return shapes(group.items)
      default: return []
      }
    }
  }

  @Test func fanIsDrawnToScale() throws {
    let pen = SheetPen(FakeMeasurer())
    FanChartItem(series: Self.series, style: Self.style, language: .ja, measurer: FakeMeasurer())
      .draw(on: pen, x: 10, y: 20, width: 120, height: 80)
    let shapes = Self.shapes(pen.take())
    let median = try #require(
      shapes.first { $0.shape.stroke?.color == Theme.ink && $0.points.count == 3 })
    let band = try #require(shapes.first { $0.shape.fill == .solid(Theme.wideBand) })
    let likely = try #require(shapes.first { $0.shape.fill == .solid(Theme.older) })
    let rule = try #require(shapes.first { $0.shape.stroke?.color == Theme.accent })
    // 40 people are at one height, 0 at another; everything else lies in proportion between them.
    let top = median.points[0].y
    let bottom = try #require(band.points.map(\.y).max())
    func level(_ value: Double) -> Double { bottom - (bottom - top) * value / 40 }
    func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.001 }
    #expect(isNear(median.points[1].y, level(30)) && isNear(median.points[2].y, level(10)))
    #expect(isNear(band.points[2].y, level(20)) && isNear(band.points[3].y, level(0)))
    #expect(isNear(likely.points[1].y, level(33)) && isNear(likely.points[4].y, level(28)))
    #expect(isNear(rule.points[1].y, level(8)))
    #expect(isNear(median.points[1].x, (median.points[0].x + median.points[2].x) / 2))
  }

  @Test(arguments: [1, 2, 3, 6, 30], [76.0, 130, 250]) func figuresOfManyYearsDoNotCollide(
    count: Int, width: Double
  ) {
    var series = Self.series
    series.years = (0...count).map {
      .init(year: 2023 + $0, median: 1000 - $0, likely: 900...1100, wide: 800...1200)
    }
    series.told = (1...count).map { 2023 + $0 }
    let pen = SheetPen(FakeMeasurer())
    FanChartItem(series: series, style: Self.style, language: .ja, measurer: FakeMeasurer())
      .draw(on: pen, x: 10, y: 10, width: width, height: 80)
    let page = Page(size: Size(.mm(width + 20), .mm(100)), title: "", summary: "", items: pen.take())
    #expect(PageSurvey(page).collisions().isEmpty, "\(PageSurvey(page).collisions().prefix(3))")
    let words = String(describing: page)
    // The base year and the last one are always told.
    #expect(words.contains("2023年") && words.contains("\(2023 + count)年"))
  }

  private static func foresight(_ audience: Audience) -> ChanceCharts {
    let people = [
      Resident(id: "a.1", sex: .male, age: .exact(72)),
      Resident(id: "a.2", sex: .female, age: .exact(68), relation: .partner),
      Resident(id: "a.3", sex: .female, age: .exact(95), relation: .parent),
      Resident(id: "a.4", sex: .unknown, age: .exact(30), relation: .other),
      Resident(id: "a.5", sex: .male, age: .unknown, relation: .other),
      Resident(id: "a.6", sex: .male, age: .exact(40), relation: .child, away: Away()),
    ]
    let map = TableMap(
      id: "A", title: "村", baseYear: 2023, horizons: [10],
      houses: [House(id: "a", dwellings: [Dwelling(id: "a", occupancy: .residents(people))])])
    func state(_ horizon: Int, _ here: [Double]) -> ChanceThen {
      ChanceThen(
        horizon: horizon, year: 2023 + horizon,
        people: zip(people, here).map { PersonChance(id: $0.id, dwellingID: "a", here: $1) }, dwellings: [],
        counts: [:])
    }
    return ChanceCharts(
      foresight: ChanceForesight(
        map: map, workshop: Projector(map: map).project(),
        chance: ChanceProjection(
          mapID: "A", baseYear: 2023, method: .exact,
          states: [state(0, [1, 1, 1, 1, 1, 0]), state(10, [0.5, 0.8, 0.01, 0.9, 1, 0.25])]),
        horizons: [0, 10], note: Phrase(verbatim: "")), audience: audience, language: .ja,
      measurer: FakeMeasurer())
  }

  @Test func pyramidCountsEverybodyOnce() throws {
    let now = try #require(Self.foresight(.table).ages.pyramid(at: 0))
    #expect(now.total == 5 && now.others == 2)
    func at(_ pyramid: AgePyramid, _ from: Int) -> AgePyramid.AgeClass? {
      pyramid.classes.first { $0.from == from }
    }
    #expect(at(now, 70) == .init(from: 70, men: 1, women: 0))
    #expect(at(now, 65) == .init(from: 65, men: 0, women: 1))
    #expect(at(now, 95) == .init(from: 95, men: 0, women: 1))
    let then = try #require(Self.foresight(.table).ages.pyramid(at: 10))
    #expect(at(then, 80) == .init(from: 80, men: 0.5, women: 0))
    #expect(at(then, 75) == .init(from: 75, men: 0, women: 0.8))
    #expect(at(then, 50) == .init(from: 50, men: 0.25, women: 0))
    #expect(abs(then.total - 3.46) < 1e-9 && abs(then.others - 1.9) < 1e-9)
  }

  /// Houses that are lived in by one person of each age, and the years in which their charts have a point.
  private static func fans(
    _ ages: [Int], _ audience: Audience, _ groups: SmallGroups = .coarsened
  ) -> (charts: ChanceCharts, years: [[Int]], byRule: [[Int]]) {
    let map = TableMap(
      id: "A", title: "村", baseYear: 2023, horizons: [10, 20],
      houses: ages.enumerated().map { index, age in
        let resident = Resident(id: "a\(index).1", sex: .female, age: .exact(age))
        return House(
          id: "a\(index)", dwellings: [Dwelling(id: "a\(index)", occupancy: .residents([resident]))])
      })
    let every = Array(1...20)
    let counts: [CountItem: Distribution] = [
      .population: Distribution(certain: 5), .vacant: Distribution(certain: 1),
    ]
    let foresight = ChanceForesight(
      map: map, workshop: Projector(map: map).project(horizons: every),
      chance: ChanceProjection(
        mapID: "A", baseYear: 2023, method: .exact,
        states: ([0] + every).map {
          ChanceThen(horizon: $0, year: 2023 + $0, people: [], dwellings: [], counts: counts)
        }), horizons: [0, 10, 20], note: Phrase(verbatim: ""))
    let charts = ChanceCharts(
      foresight: foresight, audience: audience, language: .ja, measurer: FakeMeasurer(), groups: groups)
    return (charts, charts.fans.map { $0.years.map(\.year) }, charts.fans.map { $0.byRule.map(\.year) })
  }

  /// A woman of 77 is 85 in 2031: a step in that year tells her age, one between two maps does not.
  @Test func publicFansStepOnlyWhereMapsAreShown() {
    let ages = [77, 40, 41, 42, 43, 44]
    let open = Self.fans(ages, .public)
    #expect(open.years == [[2023, 2033, 2043], [2023, 2033, 2043]] && open.byRule == open.years)
    #expect(open.charts.fanNote.ja.contains("まっすぐに結んで"))
    let table = Self.fans(ages, .table)
    #expect(table.years == Array(repeating: Array(2023...2043), count: 2) && table.byRule == table.years)
  }

  @Test(arguments: [
    (4, Audience.public, SmallGroups.coarsened, false), (5, .public, .coarsened, true),
    (4, .public, .kept, true), (1, .table, .coarsened, true),
  ])
  func fewHousesHaveNoCharts(houses: Int, audience: Audience, groups: SmallGroups, areDrawn: Bool) {
    let charts = Self.fans(Array(repeating: 50, count: houses), audience, groups).charts
    #expect(charts.fanItems.contains { $0 is BesideEachOther } == areDrawn)
    #expect(charts.pyramidItems.contains { $0 is PyramidItem } == areDrawn)
    #expect(charts.fanSummary.contains("載せていません") == !areDrawn)
    #expect(charts.pyramidSummary.contains("載せていません") == !areDrawn)
  }

  /// Five houses; two of 80 have gone by 2033, three are left.
  @Test func aYearOfFewHousesHasNoPyramid() throws {
    let charts = Self.fans([80, 80, 50, 50, 50], .public).charts
    #expect(!charts.hasPyramids && charts.hasFans && charts.othersNote.ja.isEmpty)
    #expect(charts.pyramidSummary == "2033年と2043年は人の住む家が少ないため、年齢を載せていません。")
    #expect(Self.fans([80, 80, 50, 50, 50], .table).charts.hasPyramids)
  }

  @Test func publicPyramidsKnowNoMoreThanPublicMaps() throws {
    let now = try #require(Self.foresight(.public).ages.pyramid(at: 0))
    #expect(now.step == 10 && now.classes.map(\.from) == Array(stride(from: 0, through: 90, by: 10)))
    #expect(now.classes.last == .init(from: 90, men: 0, women: 1))
  }
}

/// Lines of life, scenarios beside the base case, and ages inside bands: hand-sized cases.
@Suite struct LivesTests {
  /// | | 2023 | 2033 | |
  /// | --- | --- | --- | --- |
  /// | ○78 | here | 85 in 2030: not counted | |
  /// | △40 | here | 50 | |
  /// | ○30 away, back in 2028 | | 40 | |
  private static let map = TableMap(
    id: "A", title: "村", baseYear: 2023, horizons: [10],
    houses: [
      House(
        id: "a", name: "中村",
        dwellings: [
          Dwelling(
            id: "a",
            occupancy: .residents([
              Resident(id: "a.1", sex: .male, age: .exact(78)),
              Resident(id: "a.2", name: "花子", sex: .female, age: .exact(40), relation: .child),
              Resident(
                id: "a.3", sex: .male, age: .exact(30), relation: .child, away: Away(place: "大阪"),
                plans: [.returns(2028)]),
            ]))
        ]),
      House(
        id: "b",
        dwellings: [
          Dwelling(id: "b", occupancy: .residents([Resident(id: "b.1", sex: .female, age: .exact(80))]))
        ]),
    ])

  private static func foresight(_ scenario: Scenario? = nil) throws -> ChanceForesight {
    let years = Array(1...10)
    let rules = ChanceRules(death: .between(90...130, 0.5))
    let projector = ChanceProjector(map: map, rules: rules, scenario: scenario)
    return ChanceForesight(
      map: map, workshop: Projector(map: map, scenario: scenario).project(horizons: years),
      chance: try #require(projector.exact(horizons: years)), horizons: [0, 10], note: Phrase(verbatim: ""))
  }

  @Test func aLineTellsBothKindsOfRules() throws {
    let line = try #require(LifeLine.all(Self.map.houses[0], try Self.foresight(), .en).first)
    #expect(line.title == "中村（a）" && line.years == 2023...2033 && line.told == [2033])
    #expect(line.people.map(\.name) == ["", "花子", "away, 大阪"])
    #expect(line.people.map(\.byRule) == [[2023...2029], [2023...2033], [2028...2033]])
    #expect(
      line.people[0].events.map(\.year) == [2030]
        && line.people[2].events.map(\.words) == ["comes to live here"])
    // 78 is 88 in 2033: not yet of the age at which chance begins.
    #expect(line.people.map { $0.here.last ?? -1 } == [1, 1, 1])
    #expect(line.people[2].here == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    #expect(line.vacant.allSatisfy { $0 == 0 })
  }

  /// 80 turns 90 in 2033, and then it is even chances.
  @Test func theHouseFillsAsItEmpties() throws {
    let line = try #require(LifeLine.all(Self.map.houses[1], try Self.foresight(), .ja).first)
    #expect(line.vacant.last == 0.5 && line.vacant.dropLast().allSatisfy { $0 == 0 })
    #expect(line.events.map(\.words) == ["空き家に"] && line.events.map(\.year) == [2028])
    #expect(line.summary(.ja) == "b。2033年：空き家の見込み50%、住んでいる人およそ1人。")
  }

  @Test func onlyWhatAScenarioChangesIsMarked() throws {
    let scenario = Scenario(name: "残る", people: ["b.1": [.leaves(2025)]])
    func marks(_ comparison: ScenarioComparison) -> [[Bool]] {
      let model = MapModel(comparison, of: Self.map, at: 10, audience: .public)
      return model.houses.map { $0.dwellings[0].faces.map(\.isMarked) }
    }
    let base = Projector(map: Self.map).project()
    let other = Projector(map: Self.map, scenario: scenario).project()
    // By the workshop's rules house b is vacant in 2033 either way.
    #expect(
      marks(ScenarioComparison(name: "x", base: base, scenario: other)) == [[false, false], [false, false]])
    let chances = ScenarioComparison.Chances(
      base: try Self.foresight(), scenario: try Self.foresight(scenario), differences: [])
    #expect(
      marks(ScenarioComparison(name: "x", base: base, scenario: other, chance: chances)) == [
        [false, false], [true, true],
      ])
  }

  /// Who can drive is not drawn; where a house loses the last who could, the table sees it marked, and everybody the count.
  @Test func aHouseThatLosesItsLastDriverIsMarkedForTheTable() {
    let map = TableMap(
      id: "A", title: "A", baseYear: 2023, horizons: [10],
      houses: [("a", 72), ("b", 50)].map { id, age in
        let person = Resident(id: "\(id).1", sex: .female, age: .exact(age))
        return House(id: id, dwellings: [Dwelling(id: id, occupancy: .residents([person]))])
      })
    let comparison = ScenarioComparison(
      name: "免許返納", base: Projector(map: map).project(),
      scenario: Projector(
        map: map, scenario: Scenario(name: "免許返納", rules: RuleChanges(drivesUntil: .at(80)))
      ).project())
    func marks(_ audience: Audience) -> [[Bool]] {
      MapModel(comparison, of: map, at: 10, audience: audience).houses.map {
        $0.dwellings[0].faces.map(\.isMarked)
      }
    }
    #expect(marks(.table) == [[true, true], [false, false]])
    #expect(marks(.public) == [[false, false], [false, false]])
    let changes = ScenarioChanges(comparison: comparison, horizon: 10, language: .ja)
    #expect(changes.cells.map(\.numeral) == ["±0", "±0", "±0", "±0", "+1"])
    #expect(changes.summary.hasSuffix("運転できる人のいない世帯 +1世帯。"))
    let without = ScenarioComparison(name: "x", base: comparison.base, scenario: comparison.base)
    #expect(ScenarioChanges(comparison: without, horizon: 10, language: .ja).cells.count == 4)
  }

  /// Of a band of 70–79, those who are there at 80–89 and may pass away from 85 on are mostly the younger.
  @Test func theOlderOfABandAreFewer() throws {
    var map = Self.map
    map.houses[1].dwellings[0].occupancy = .residents([
      Resident(id: "b.1", sex: .female, age: .band(70...79))
    ])
    let projector = ChanceProjector(map: map, rules: ChanceRules(death: .between(85...130, 0.5)))
    let shares = try #require(projector.ageShares(horizons: [10]).shares(of: "b.1", at: 10))
    #expect(shares.count == 10 && abs(shares.reduce(0, +) - 1) < 1e-12)
    // 70–74 are 80–84: surely there. 75 is 85: half of them. 76 has had two such years, and so on.
    let whole = 5 + 0.5 + 0.25 + 0.125 + 0.0625 + 0.03125
    for (index, weight) in [1, 1, 1, 1, 1, 0.5, 0.25, 0.125, 0.0625, 0.03125].enumerated() {
      #expect(abs(shares[index] - weight / whole) < 1e-9)
    }
    #expect(projector.ageShares(horizons: [10]).shares(of: "a.1", at: 10) == nil)
  }
}
