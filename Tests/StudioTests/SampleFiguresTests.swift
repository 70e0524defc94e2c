import Foundation
import Projection
import Testing
import Workshop

/// What each sample comes to, worked out apart from the program: by a script of another language written from the
/// meaning of the projection alone, the smaller maps by hand as well.
@Suite("Figures of the samples")
struct SampleFiguresTests {
  /// One map at the end of one year. A range stands in brackets where the count depends on exact ages.
  struct Row: Sendable, CustomTestStringConvertible {
    let map: String
    let year: Int
    let population: String
    let vacant: String
    let livedIn: String
    /// Share of people of 65 or more among people whose age is known, as `old/known`.
    let ageing: String

    init(
      _ map: String, _ year: Int, people: String, vacant: String, livedIn: String, ageing: String
    ) {
      (self.map, self.year, population) = (map, year, people)
      (self.vacant, self.livedIn, self.ageing) = (vacant, livedIn, ageing)
    }

    var testDescription: String { "\(map) \(year)" }
  }

  static let rows: [Row] = [
    //  file / map        year   people            vacant           lived in          65 or more
    Row("hamlet/A", 2023, people: "34", vacant: "1", livedIn: "13", ageing: "13/34"),
    Row("hamlet/A", 2033, people: "24", vacant: "4", livedIn: "10", ageing: "11/24"),
    Row("hamlet/A", 2043, people: "15", vacant: "6", livedIn: "8", ageing: "8/15"),
    Row("hamlet/A", 2053, people: "11", vacant: "6", livedIn: "8", ageing: "8/11"),
    Row("village/B", 2023, people: "49", vacant: "2", livedIn: "18", ageing: "17/49"),
    Row("village/B", 2033, people: "36", vacant: "4", livedIn: "16", ageing: "18/36"),
    Row("village/B", 2043, people: "23", vacant: "7", livedIn: "13", ageing: "15/23"),
    Row("village/B", 2053, people: "14", vacant: "10", livedIn: "10", ageing: "9/14"),
    Row("chance/A", 2023, people: "11", vacant: "1", livedIn: "5", ageing: "6/11"),
    Row("chance/A", 2033, people: "6", vacant: "3", livedIn: "3", ageing: "4/6"),
    Row("chance/A", 2043, people: "3", vacant: "4", livedIn: "2", ageing: "2/3"),
    Row("chance/A", 2053, people: "2", vacant: "5", livedIn: "1", ageing: "2/2"),
    Row("estate/C", 2023, people: "50", vacant: "1", livedIn: "27", ageing: "43/50"),
    Row("estate/C", 2033, people: "50", vacant: "1", livedIn: "27", ageing: "49/50"),
    Row("estate/C", 2043, people: "7", vacant: "20", livedIn: "8", ageing: "6/7"),
    Row("estate/C", 2053, people: "1", vacant: "26", livedIn: "2", ageing: "1/1"),
    Row("apartment/D", 2023, people: "11", vacant: "1", livedIn: "21", ageing: "3/11"),
    Row("apartment/D", 2033, people: "8", vacant: "1（1〜2）", livedIn: "21（20〜21）", ageing: "3/8"),
    Row("english/A", 2023, people: "28", vacant: "1", livedIn: "13", ageing: "11/28"),
    Row("english/A", 2033, people: "20", vacant: "5", livedIn: "9", ageing: "10/20"),
    Row("english/A", 2043, people: "14", vacant: "6", livedIn: "8", ageing: "9/14"),
    Row("english/A", 2053, people: "9", vacant: "8", livedIn: "6", ageing: "7/9"),
    Row("dense/G", 2023, people: "468", vacant: "10", livedIn: "190", ageing: "148/468"),
    Row(
      "dense/G", 2033, people: "380（374〜380）", vacant: "41（41〜44）", livedIn: "159（156〜159）", ageing: "118/380"
    ),
    Row(
      "dense/G", 2043, people: "205（201〜205）", vacant: "74（74〜77）", livedIn: "126（123〜126）", ageing: "54/205"),
    Row("dense/G", 2053, people: "174", vacant: "85", livedIn: "115", ageing: "123/174"),
    Row("newsletter/A", 2023, people: "9", vacant: "0", livedIn: "11", ageing: "4/9"),
    Row("newsletter/A", 2033, people: "8（7〜8）", vacant: "1（1〜2）", livedIn: "10（9〜10）", ageing: "3/8"),
    Row("newsletter/B", 2023, people: "17", vacant: "1", livedIn: "8", ageing: "8/17"),
    Row("newsletter/B", 2033, people: "12", vacant: "2", livedIn: "7", ageing: "8/12"),
    Row("newsletter/B", 2043, people: "6", vacant: "5", livedIn: "4", ageing: "4/6"),
    Row("newsletter/B", 2053, people: "4", vacant: "6", livedIn: "3", ageing: "3/4"),
    Row("newsletter/C", 2023, people: "22", vacant: "1", livedIn: "11", ageing: "20/22"),
    Row("newsletter/C", 2033, people: "22", vacant: "1", livedIn: "11", ageing: "21/22"),
    Row("newsletter/C", 2043, people: "2", vacant: "10", livedIn: "2", ageing: "1/2"),
    Row("newsletter/C", 2053, people: "1", vacant: "11", livedIn: "1", ageing: "1/1"),
    Row("newsletter-short/T", 2023, people: "15", vacant: "1", livedIn: "7", ageing: "5/15"),
    Row("newsletter-short/T", 2033, people: "12（11〜12）", vacant: "2", livedIn: "6", ageing: "6/12"),
    Row("newsletter-short/T", 2043, people: "6", vacant: "4", livedIn: "4", ageing: "4/6"),
    Row("newsletter-short/T", 2053, people: "4", vacant: "5", livedIn: "3", ageing: "4/4"),
    Row("newsletter-english/S", 2023, people: "21", vacant: "2", livedIn: "10", ageing: "8/21"),
    Row("newsletter-english/S", 2033, people: "15", vacant: "4", livedIn: "8", ageing: "8/15"),
    Row("newsletter-english/S", 2043, people: "10", vacant: "5", livedIn: "7", ageing: "6/10"),
    Row("newsletter-english/S", 2053, people: "6", vacant: "7", livedIn: "5", ageing: "4/6"),
    Row("newsletter-long/A", 2023, people: "9", vacant: "0", livedIn: "11", ageing: "4/9"),
    Row("newsletter-long/A", 2033, people: "8（7〜8）", vacant: "1（1〜2）", livedIn: "10（9〜10）", ageing: "3/8"),
    Row("newsletter-long/B", 2023, people: "17", vacant: "1", livedIn: "8", ageing: "8/17"),
    Row("newsletter-long/B", 2033, people: "12", vacant: "2", livedIn: "7", ageing: "8/12"),
    Row("newsletter-long/B", 2043, people: "6", vacant: "5", livedIn: "4", ageing: "4/6"),
    Row("newsletter-long/B", 2053, people: "4", vacant: "6", livedIn: "3", ageing: "3/4"),
    Row("newsletter-long/C", 2023, people: "22", vacant: "1", livedIn: "11", ageing: "20/22"),
    Row("newsletter-long/C", 2033, people: "22", vacant: "1", livedIn: "11", ageing: "21/22"),
    Row("newsletter-long/C", 2043, people: "2", vacant: "10", livedIn: "2", ageing: "1/2"),
    Row("newsletter-long/C", 2053, people: "1", vacant: "11", livedIn: "1", ageing: "1/1"),
    Row("newsletter-english-short/U", 2023, people: "15", vacant: "1", livedIn: "7", ageing: "5/15"),
    Row("newsletter-english-short/U", 2033, people: "12（11〜12）", vacant: "2", livedIn: "6", ageing: "6/12"),
    Row("newsletter-english-short/U", 2043, people: "6", vacant: "4", livedIn: "4", ageing: "4/6"),
    Row("newsletter-english-short/U", 2053, people: "4", vacant: "5", livedIn: "3", ageing: "4/4"),
    Row("newsletter-english-long/S", 2023, people: "21", vacant: "2", livedIn: "10", ageing: "8/21"),
    Row("newsletter-english-long/S", 2033, people: "15", vacant: "4", livedIn: "8", ageing: "8/15"),
    Row("newsletter-english-long/S", 2043, people: "10", vacant: "5", livedIn: "7", ageing: "6/10"),
    Row("newsletter-english-long/S", 2053, people: "6", vacant: "7", livedIn: "5", ageing: "4/6"),
    Row("everything/E", 2023, people: "24", vacant: "3", livedIn: "18", ageing: "12/23"),
    Row("everything/E", 2033, people: "22（21〜22）", vacant: "5", livedIn: "16", ageing: "8/21"),
    Row("everything/E", 2043, people: "19", vacant: "4", livedIn: "16", ageing: "3/18"),
    Row("everything/E", 2053, people: "14", vacant: "4", livedIn: "16", ageing: "3/13"),
    Row("everything/F", 2022, people: "23", vacant: "3", livedIn: "11", ageing: "9/23"),
    Row("everything/F", 2027, people: "20（19〜20）", vacant: "4（4〜5）", livedIn: "10（9〜10）", ageing: "8/20"),
    Row("everything/F", 2037, people: "15", vacant: "4（3〜4）", livedIn: "8", ageing: "7/15"),
  ]

  @Test("the figures of every map at every horizon", arguments: rows)
  func figures(row: Row) throws {
    let found = try ReadSample.state(row.map, year: row.year).figures
    #expect(words(found.population) == row.population)
    #expect(words(found.vacant) == row.vacant)
    #expect(words(found.livedIn) == row.livedIn)
    let known = found.population.point - found.unknownAge.point
    #expect("\(found.from65.point)/\(known)" == row.ageing)
    let rate = try #require(found.ageingRate.point)
    #expect(abs(rate * Double(known) - Double(found.from65.point)) < 1e-9)
  }

  /// The same under each scenario, at the horizons.
  static let scenarioRows: [(scenario: String, row: Row)] = [
    ("子どもが戻る", Row("village/B", 2033, people: "38", vacant: "4", livedIn: "16", ageing: "18/38")),
    ("子どもが戻る", Row("village/B", 2043, people: "26", vacant: "5", livedIn: "15", ageing: "17/26")),
    ("子どもが戻る", Row("village/B", 2053, people: "17", vacant: "7", livedIn: "13", ageing: "11/17")),
    ("空き家に家族が入る", Row("village/B", 2033, people: "43", vacant: "2", livedIn: "18", ageing: "18/43")),
    ("空き家に家族が入る", Row("village/B", 2043, people: "29", vacant: "5", livedIn: "15", ageing: "15/29")),
    ("空き家に家族が入る", Row("village/B", 2053, people: "18", vacant: "8", livedIn: "12", ageing: "9/18")),
    // Chances change nothing of the workshop's own figures.
    ("親のあとに戻る", Row("chance/A", 2033, people: "6", vacant: "3", livedIn: "3", ageing: "4/6")),
    ("夫婦で施設に移る", Row("chance/A", 2043, people: "3", vacant: "4", livedIn: "2", ageing: "2/3")),
    ("毎年家族が来る", Row("chance/A", 2053, people: "2", vacant: "5", livedIn: "1", ageing: "2/2")),
    ("一軒に子が戻り、一軒に家族が来る", Row("chance/A", 2033, people: "10", vacant: "2", livedIn: "4", ageing: "4/10")),
    ("一軒に子が戻り、一軒に家族が来る", Row("chance/A", 2043, people: "7", vacant: "3", livedIn: "3", ageing: "2/7")),
    ("一軒に子が戻り、一軒に家族が来る", Row("chance/A", 2053, people: "5", vacant: "3", livedIn: "3", ageing: "3/5")),
    ("若い世帯に貸す", Row("estate/C", 2033, people: "54", vacant: "0", livedIn: "28", ageing: "49/54")),
    ("若い世帯に貸す", Row("estate/C", 2043, people: "15", vacant: "17", livedIn: "11", ageing: "6/15")),
    ("若い世帯に貸す", Row("estate/C", 2053, people: "8", vacant: "23", livedIn: "5", ageing: "1/8")),
    ("Two come home", Row("english/A", 2033, people: "25", vacant: "4", livedIn: "10", ageing: "10/25")),
    ("Two come home", Row("english/A", 2043, people: "18", vacant: "5", livedIn: "9", ageing: "9/18")),
    ("Two come home", Row("english/A", 2053, people: "13", vacant: "6", livedIn: "8", ageing: "8/13")),
    (
      "Uターンと新しい家族", Row("everything/E", 2033, people: "26（25〜26）", vacant: "3", livedIn: "18", ageing: "8/25")
    ),
    ("Uターンと新しい家族", Row("everything/E", 2043, people: "23", vacant: "3", livedIn: "17", ageing: "3/22")),
    ("Uターンと新しい家族", Row("everything/E", 2053, people: "21", vacant: "3", livedIn: "17", ageing: "3/20")),
    (
      "Uターンと新しい家族",
      Row("everything/F", 2027, people: "23（22〜23）", vacant: "3（3〜4）", livedIn: "11（10〜11）", ageing: "8/23")
    ),
    ("Uターンと新しい家族", Row("everything/F", 2037, people: "18", vacant: "4（3〜4）", livedIn: "9", ageing: "7/18")),
    // Two come back at 50, in 2025 and in 2028; three move into e5; two families of three come to F, where two go into care at 80.
    (
      "子が50歳で戻り、家族が来る",
      Row("everything/E", 2033, people: "27（26〜27）", vacant: "3", livedIn: "18", ageing: "8/26")
    ),
    ("子が50歳で戻り、家族が来る", Row("everything/E", 2043, people: "23", vacant: "2", livedIn: "18", ageing: "4/22")),
    ("子が50歳で戻り、家族が来る", Row("everything/E", 2053, people: "17", vacant: "2", livedIn: "18", ageing: "4/16")),
    (
      "子が50歳で戻り、家族が来る",
      Row("everything/F", 2027, people: "19（18〜19）", vacant: "5（5〜6）", livedIn: "9（8〜9）", ageing: "7/19")
    ),
    (
      "子が50歳で戻り、家族が来る",
      Row("everything/F", 2037, people: "20", vacant: "2（1〜2）", livedIn: "10", ageing: "6/20")
    ),
    // To give up the car moves nobody: the figures are those of the base case.
    ("80歳で全員が免許返納", Row("everything/E", 2043, people: "19", vacant: "4", livedIn: "16", ageing: "3/18")),
    ("80歳で全員が免許返納", Row("village/B", 2033, people: "36", vacant: "4", livedIn: "16", ageing: "18/36")),
    ("90歳まで元気", Row("everything/E", 2033, people: "25", vacant: "3", livedIn: "18", ageing: "11/24")),
    ("90歳まで元気", Row("everything/E", 2043, people: "21", vacant: "4", livedIn: "16", ageing: "5/20")),
    ("90歳まで元気", Row("everything/E", 2053, people: "15", vacant: "4", livedIn: "16", ageing: "4/14")),
  ]

  @Test("the figures under each scenario", arguments: scenarioRows)
  func scenarioFigures(scenario: String, row: Row) throws {
    let parts = row.map.split(separator: "/").map(String.init)
    let session = try ReadSample.session(parts[0])
    let wanted = try #require(session.scenarios.first { $0.name == scenario })
    let projection = try #require(session.project(scenario: wanted).first { $0.mapID == parts[1] })
    let found = try #require(projection.states.first { $0.year == row.year }).figures
    #expect(words(found.population) == row.population)
    #expect(words(found.vacant) == row.vacant)
    #expect(words(found.livedIn) == row.livedIn)
    #expect("\(found.from65.point)/\(found.population.point - found.unknownAge.point)" == row.ageing)
  }

  /// Without anybody who can drive are in 2023 b4 (83) and b15 (86); in 2033 b1 (82), b10 (80), b12 (82, 80); in 2043 b7 (84)
  /// and b19 (83).
  @Test(
    "who can drive in the village if everybody gives up the car at 80, and how much more or less that is",
    arguments: [(2023, "37", "2", "-5 2"), (2033, "27", "3", "-6 3"), (2043, "18", "2", "-5 2")])
  func driving(year: Int, drivers: String, without: String, difference: String) throws {
    let session = try ReadSample.session("village")
    let scenario = try #require(session.scenarios.first { $0.rules.drivesUntil == .at(80) })
    let map = try #require(session.maps.first)
    let base = Projector(map: map, sessionRules: session.rules)
    let other = Projector(map: map, sessionRules: session.rules, scenario: scenario)
    let found = try #require(other.project().states.first { $0.year == year }).figures
    #expect(words(found.drivers) == drivers && words(found.withoutDriver) == without)
    let gap = try #require(other.difference(to: base).states.first { $0.year == year }).figures
    #expect("\(gap.drivers.point) \(gap.withoutDriver.point)" == difference)
  }

  @Test("every scenario of every sample has its rows")
  func scenariosAreWhole() throws {
    var all: Set<String> = []
    for name in try ReadSample.names() { all.formUnion(try ReadSample.session(name).scenarios.map(\.name)) }
    #expect(all == Set(Self.scenarioRows.map(\.scenario)))
  }

  @Test("the table names every map at every horizon")
  func tableIsWhole() throws {
    var all: [String] = []
    for name in try ReadSample.names() {
      for projection in try ReadSample.sample(name).projections {
        all += projection.states.map { "\(name)/\(projection.mapID) \($0.year)" }
      }
    }
    #expect(all.sorted() == Self.rows.map(\.testDescription).sorted())
  }

  private func words(_ count: Count) -> String {
    count.isCertain ? "\(count.point)" : "\(count.point)（\(count.low)〜\(count.high)）"
  }
}

/// The two lines at the head of each sample, held against what the program makes of it.
@Suite("Stories of the samples")
struct SampleStoriesTests {
  @Test(
    "the hamlet: one vacant house now, lights in about half of the houses in thirty years, one comes home")
  func hamlet() throws {
    let now = try ReadSample.state("hamlet/A", year: 2023)
    let last = try ReadSample.state("hamlet/A", year: 2053)
    #expect(now.houses.count == 14)
    #expect(now.figures.vacant.point == 1)
    #expect((6...8).contains(last.figures.livedIn.point))
    #expect(try ReadSample.status("hamlet/A", "h7", year: 2033) == .vacant)
    #expect(try ReadSample.status("hamlet/A", "h7", year: 2043) == .occupied, "the son came back in 2035")
  }

  @Test("the village: vacant houses grow by two or three every ten years, and one child who stays decides")
  func village() throws {
    let projection = try ReadSample.projection("village/B")
    let vacant = projection.states.map(\.figures.vacant.point)
    for (before, after) in zip(vacant, vacant.dropFirst()) { #expect((2...3).contains(after - before)) }
    // The same ages, but in one house a son stayed and from the other the daughter went to Tsu.
    #expect(try ReadSample.status("village/B", "b11", year: 2053) == .occupied)
    #expect(try ReadSample.status("village/B", "b12", year: 2043) == .vacant)
    // No house is built, and after thirty years hardly a child is left to be counted on.
    let kinds = Set(projection.events.map(\.kind))
    #expect(!kinds.contains(.built) && !kinds.contains(.familyArrived))
    #expect(projection.states.last?.figures.under15.point == 0)
  }

  @Test("the village's scenarios each keep houses lived in that the base case loses", arguments: [0, 1])
  func villageScenarios(index: Int) throws {
    let session = try ReadSample.session("village")
    let base = try #require(session.project().first?.states.last)
    let other = try #require(session.project(scenario: session.scenarios[index]).first?.states.last)
    #expect(other.figures.livedIn.point >= base.figures.livedIn.point + 2)
    #expect(other.figures.population.point > base.figures.population.point)
  }

  @Test("the estate: nothing to see for ten years, nearly all of it vacant within thirty")
  func estate() throws {
    let states = try ReadSample.projection("estate/C").states
    let vacant = states.map(\.figures.vacant.point)
    #expect(states.first?.houses.count == 28)
    #expect(vacant[1] == vacant[0], "still quiet in 2033")
    #expect(vacant[2] - vacant[1] >= 14, "half of the estate in one decade")
    #expect(vacant[3] >= 26)
  }

  @Test("the apartment block: 2023 and 2033 only, most units unknown, and more of them as tenants turn over")
  func apartment() throws {
    let states = try ReadSample.projection("apartment/D").states
    #expect(states.map(\.year) == [2023, 2033])
    let unknown = states.map(\.figures.unknownHouseholds.point)
    #expect(unknown[0] * 2 > states[0].figures.dwellings.point)
    #expect(unknown[1] > unknown[0])
    let session = try ReadSample.session("apartment")
    let tenant = session.maps[0].houses.flatMap(\.dwellings).first { $0.id == "コーポ青空-203" }?.people ?? []
    #expect(tenant.map(\.age) == [.exact(34)])
    #expect(tenant.map(\.sex) == [.male])
  }

  @Test("the dense block holds 200 houses, the English lane loses its school children")
  func denseAndEnglish() throws {
    #expect(try ReadSample.state("dense/G", year: 2023).houses.count == 200)
    #expect(try ReadSample.session("english").language == .en)
    let children = try ReadSample.projection("english/A").states.map(\.figures.under15.point)
    #expect(children == [3, 1, 0, 0])
  }
}
