import Projection
import Testing
import Workshop

/// Whose word comes first: the scenario's, the map's, the session's, the workshop's.
struct ScenarioTests {
  @Test("Each rule can be set for the session, a map and a scenario, the narrower winning")
  func rules() {
    var map = Short.map(
      [Short.house("m70")], rules: RuleChanges(deceasedAt: .at(90), demolishedAfter: .at(7)))
    let session = RuleChanges(
      deceasedAt: .at(80), childrenLeaveAt: .at(18), reletsRentedUnits: false, demolishedAfter: .at(3))
    let scenario = Scenario(name: "s", rules: RuleChanges(childrenLeaveAt: .off, demolishedAfter: .off))
    #expect(Projector(map: map).rules.deceasedAt == .at(90))
    let rules = Projector(map: map, sessionRules: session, scenario: scenario).rules
    #expect(
      rules
        == Rules(
          deceasedAt: .at(90), childrenLeaveAt: .off, reletsRentedUnits: false, demolishedAfter: .off))
    map.rules = RuleChanges()
    #expect(Projector(map: map, sessionRules: session).rules.deceasedAt == .at(80))
    #expect(Projector(map: map).rules == .workshop)
  }

  @Test("Rules that are set act")
  func acting() {
    WorkedCasesTests.check(
      """
      m72 f70 m12.child | 72 70 12 | 82 80     | 92 90 | ■
      m45 m13.child     | 45 13    | 55        | 65    | 75
      """, rules: RuleChanges(deceasedAt: .at(95), childrenLeaveAt: .at(18)))
    WorkedCasesTests.check(
      """
      m72 m12.child     | 72 12    | 82 22     | 92 32 | 102 42
      m95               | 95       | 105       | 115   | 125
      """, rules: RuleChanges(deceasedAt: .off, childrenLeaveAt: .off))
  }

  static func scenario(
    people: [String: [ResidentPlan]] = [:], houses: [String: [DwellingPlan]] = [:]
  ) -> Scenario { Scenario(name: "s", people: people, houses: houses) }

  @Test("What a scenario says of a person comes before what the sheet says of the same thing")
  func people() {
    WorkedCasesTests.check(
      "m50 m16.child.leaves2026 | 50 16 | 60 26 | 70 36 | 80 46",
      scenario: Self.scenario(people: ["b1.2": [.stays]]))
    WorkedCasesTests.check(
      "m50 m16.child.stays | 50 16 | 60 26 | 70 | 80",
      scenario: Self.scenario(people: ["b1.2": [.leaves(2040)]]))
    WorkedCasesTests.check(
      "m50 m30.child.away.returns2050 | 50 | 60 40 | 70 50 | 80 60",
      scenario: Self.scenario(people: ["T/b1.2": [.returns(2030)]]))
    WorkedCasesTests.check(
      "f60 f70.parent.care2030 | 60 70 | 70 80 | 80 | ■",
      scenario: Self.scenario(people: ["b1.2": [.stays]]))
    // What the scenario is silent about stays as the sheet has it.
    WorkedCasesTests.check(
      "m50 m30.child.away.returns2030 | 50 | 60 40 40 | 70 50 50 | 80 60 60",
      scenario: Self.scenario(people: ["b1.2": [.bringsPartner(2032, age: nil)]]))
    // Of two ways to name somebody the one with the map's id is meant for this map.
    WorkedCasesTests.check(
      "m50 m30.child.away | 50 | 60 | 70 50 | 80 60",
      scenario: Self.scenario(people: ["b1.2": [.returns(2030)], "T/b1.2": [.returns(2041)]]))
  }

  @Test("What a scenario says of a house comes before what the sheet says of the same thing")
  func houses() {
    let family = Short.people("m35 f33")
    WorkedCasesTests.check(
      "vacant + moves-in2050 m20 | ■ | 38 36 | 48 46 | 58 56",
      scenario: Self.scenario(houses: ["b1": [.familyMovesIn(year: 2030, people: family)]]))
    WorkedCasesTests.check(
      "m30 + demolished2030 | 30 | 40 | 50 | -",
      scenario: Self.scenario(houses: ["b1": [.demolished(2050)]]))
    let lot = House(id: "b1", kind: .emptyLot, dwellings: [])
    let built = Self.scenario(houses: ["b1": [.built(2030), .familyMovesIn(year: 2030, people: family)]])
    let states = Projector(map: Short.map([lot]), scenario: built).project().states
    #expect(states.map { $0.houses[0].dwellings[0].short } == ["-", "38 36", "48 46", "58 56"])
    #expect(Projector(map: Short.map([lot])).project().states[1].houses[0].dwellings.isEmpty)
  }

  @Test("What a scenario says of a block holds for each of its units")
  func block() {
    let house = House(
      id: "c1", kind: .apartment,
      dwellings: [Short.dwelling("m40", id: "c1-1"), Short.dwelling("unknown", id: "c1-2")])
    let states = Projector(
      map: Short.map([house]), scenario: Self.scenario(houses: ["c1": [.demolished(2040)]])
    ).project().states
    #expect(states.map { $0.figures.dwellings.point } == [2, 2, 0, 0])
  }

  @Test("Causes name the scenario, the sheet, or the rule")
  func causes() {
    let map = Short.map([Short.house("m50 m16.child.leaves2026 f83.parent m15.child")])
    let scenario = Scenario(name: "戻る", people: ["b1.2": [.returns(2030)]])
    let projection = Projector(map: map, scenario: scenario).project(horizons: [15])
    let events = projection.events.map {
      "\($0.year) \($0.residentID ?? "-") \($0.age ?? -1) \($0.kind) \($0.cause)"
    }
    #expect(
      events == [
        "2025 b1.3 85 deceased deceasedAt(85)",
        "2026 b1.2 19 left sheet",
        "2028 b1.4 20 left childrenLeaveAt(20)",
        "2030 b1.2 23 returned scenario(\"戻る\")",
      ])
    #expect(projection.scenario == "戻る")
  }

  @Test("Horizons in any order, twice, or outside 1 to 100")
  func horizons() {
    let projector = Projector(map: Short.map([Short.house("m20")]))
    #expect(
      projector.project(horizons: [30, 10, 10, 0, -5, 101, 100]).states.map(\.horizon) == [0, 10, 30, 100])
    #expect(projector.project(horizons: []).states.map(\.horizon) == [0])
    // What is said of the years after the last horizon is not forgotten: the child is still to come.
    var map = Short.map(
      [Short.house("m80 m40.child.away.returns2050")], rules: RuleChanges(demolishedAfter: .at(1)))
    map.horizons = [10]
    #expect(Projector(map: map).project().states[1].houses[0].dwellings[0].short == "■")
  }
}
