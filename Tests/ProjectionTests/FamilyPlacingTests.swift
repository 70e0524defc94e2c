import Projection
import Testing
import Workshop

/// Which vacant houses families take, by the written rule.
struct FamilyPlacingTests {
  static func coming(_ years: Int..., people: String = "m35 f33 m3.child", rules: RuleChanges = RuleChanges())
    -> Scenario
  {
    var scenario = Scenario(name: "s", rules: rules)
    scenario.families = years.map { ComingFamily(map: "T", year: $0, people: Short.people(people, in: "x")) }
    return scenario
  }

  /// `b3 2030, b2 2031`: who took which house, by year, and how many were left.
  static func placed(_ houses: [House], _ scenario: Scenario, rules: RuleChanges = RuleChanges()) -> String {
    var scenario = scenario
    let left = scenario.placeFamilies(on: Short.map(houses, rules: rules), sessionRules: RuleChanges())
    let taken = scenario.houses.flatMap { id, plans in
      plans.compactMap { plan -> String? in
        guard case .familyMovesIn(let year, _) = plan else { return nil }
        return "\(year) \(id.dropFirst(2))"
      }
    }
    return (taken.sorted() + (left.isEmpty ? [] : ["left \(left.count)"])).joined(separator: ", ")
  }

  /// Houses called b1, b2 and so on.
  static func houses(_ texts: String...) -> [House] {
    texts.enumerated().map { Short.house($1, id: "b\($0 + 1)") }
  }

  @Test("The longest vacant first, then by id; what is promised, to be taken down, or no home is left alone")
  func order() {
    // Nobody has a year that says more: 77 is 85 in 2031, so b1 is vacant from then on, b8 from 2024 on.
    let street = Self.houses(
      "m77", "vacant2019", "vacant2015", "vacant2019", "vacant2001 + moves-in2040 m30",
      "vacant2001 + demolished2050",
      "m60.away.returns2045", "m85 f84", "unknown", "vacant")
    #expect(Self.placed(street, Self.coming(2030)) == "2030 b3")
    #expect(Self.placed(street, Self.coming(2030, 2030, 2030)) == "2030 b2, 2030 b3, 2030 b4")
    // b10 is vacant since 2023, where no year was told; b8 since 2024; b1 only from 2031 on.
    #expect(
      Self.placed(street, Self.coming(2030, 2030, 2030, 2030, 2030, 2030))
        == "2030 b10, 2030 b2, 2030 b3, 2030 b4, 2030 b8, left 1")
    #expect(Self.placed(street, Self.coming(2031, 2031, 2031, 2031, 2031, 2031)).hasSuffix("left 1"))
    #expect(Self.placed(street, Self.coming(2032, 2032, 2032, 2032, 2032, 2032)).contains("2032 b1,"))
    // The year before they come it has to stand empty.
    #expect(Self.placed(Self.houses("f84"), Self.coming(2024)) == "left 1")
    #expect(Self.placed(Self.houses("f84"), Self.coming(2025)) == "2025 b1")
    #expect(Self.placed(Self.houses("vacant", "vacant"), Self.coming(2024)) == "2024 b1")
    // A house that a family has left is there for the next.
    #expect(Self.placed(Self.houses("vacant"), Self.coming(2030, 2036, people: "m80")) == "2030 b1, 2036 b1")
    #expect(Self.placed(Self.houses("vacant"), Self.coming(2030, 2035, people: "m80")) == "2030 b1, left 1")
    // b2 before b10, as people count.
    let many = (1...10).map { Short.house($0 == 2 || $0 == 10 ? "vacant" : "m30", id: "b\($0)") }
    #expect(Self.placed(many.reversed(), Self.coming(2030)) == "2030 b2")
    for kind in [HouseKind.shop, .facility, .emptyLot] {
      #expect(Self.placed([Short.house("vacant", kind: kind)], Self.coming(2030)) == "left 1")
    }
  }

  @Test(
    "Rented units that are let again are not free; a house that would be taken down in that year is saved")
  func rules() {
    let rented = Self.houses("m83 + rented", "vacant + rented")
    #expect(Self.placed(rented, Self.coming(2030, 2030)) == "2030 b2, left 1")
    #expect(
      Self.placed(rented, Self.coming(2030, 2030, rules: RuleChanges(reletsRentedUnits: false)))
        == "2030 b1, 2030 b2")
    let after7 = RuleChanges(demolishedAfter: .at(7))
    #expect(Self.placed(Self.houses("vacant2023"), Self.coming(2030), rules: after7) == "2030 b1")
    #expect(Self.placed(Self.houses("vacant2023"), Self.coming(2031), rules: after7) == "left 1")
  }

  @Test("The order of houses in the file changes nothing", arguments: 0..<40)
  func permutation(seed: Int) {
    var inventor = RandomNeighbourhood(seed: 77_000 + seed)
    let map = inventor.map(houses: 2...6)
    var scenario = Scenario(name: "s")
    scenario.families = (0..<3).map { number in
      ComingFamily(
        map: map.id, year: 2024 + inventor.dice.roll(0...20), people: Short.people("m\(30 + number)"))
    }
    var other = map
    other.houses.reverse()
    let one = Projector(map: map, scenario: Self.placing(scenario, on: map)).project()
    let two = Projector(map: other, scenario: Self.placing(scenario, on: other)).project()
    #expect(one.states.map(\.figures) == two.states.map(\.figures))
    #expect(one.states.map { $0.houses.reversed() } == two.states.map(\.houses))
  }

  private static func placing(_ scenario: Scenario, on map: TableMap) -> Scenario {
    var scenario = scenario
    _ = scenario.placeFamilies(on: map, sessionRules: RuleChanges())
    return scenario
  }

  @Test("The point estimate says who takes which house; in the range they join whoever is still there")
  func bands() {
    // 70s: 74 is 85 in 2034, 79 in 2029, 70 in 2038. Vacant since 2034, so a family may come in 2035.
    let street = Self.houses("m70s")
    #expect(Self.placed(street, Self.coming(2034)) == "left 1")
    #expect(Self.placed(street, Self.coming(2035)) == "2035 b1")
    let map = Short.map(street, horizons: [12, 15])
    let states = Projector(map: map, scenario: Self.placing(Self.coming(2035), on: map)).project().states
    #expect(states[1].figures.population == Count(3, low: 3, high: 4))
    #expect(states[2].figures.population == Count(3, low: 3, high: 3))
    #expect(states[1].figures.vacant == Count(0, low: 0, high: 0))
  }

  @Test("A session's scenarios have their families placed, map by map")
  func session() {
    var other = Short.map(Self.houses("vacant"))
    other.id = "U"
    var scenario = Self.coming(2030, 2030)
    scenario.families.append(ComingFamily(map: "U", year: 2031))
    let session = Session(
      title: "t", maps: [Short.map(Self.houses("vacant")), other], scenarios: [scenario])
    let (placed, left) = session.placingFamilies()
    #expect(left == [scenario.families[1]])
    #expect(placed.scenarios[0].families.isEmpty)
    #expect(placed.scenarios[0].houses["U/b1"] == [.familyMovesIn(year: 2031, people: [])])
    #expect(placed.scenarios[0].houses["T/b1"]?.count == 1)
    // A household nobody knows is lived in and adds nobody to the population.
    let figures = placed.project(scenario: placed.scenarios[0])[1].states[1].figures
    #expect(
      figures.population.point == 0 && figures.unknownHouseholds.point == 1 && figures.vacant.point == 0)
  }
}
