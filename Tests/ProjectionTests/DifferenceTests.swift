import Testing
import Workshop

@testable import Projection

/// What a scenario changes, with its exact range.
struct DifferenceTests {
  static func difference(
    _ map: TableMap, _ scenario: Scenario?, horizons: [Int]? = nil
  ) -> [Figures] {
    Projector(map: map, scenario: scenario).difference(to: Projector(map: map), horizons: horizons)
      .states.map(\.figures)
  }

  /// `+3`, or `+3 (+2 to +4)`.
  static func text(_ count: Count?) -> String {
    guard let count else { return "none" }
    func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
    let range = " (\(signed(count.low)) to \(signed(count.high)))"
    return signed(count.point) + (count.isCertain ? "" : range)
  }

  /// The hamlet of ``FiguresTests`` if people are counted up to 94, the boy of b3 stays and a family takes b4 in 2030:
  ///
  /// | house | 2033 | 2043 |
  /// | --- | --- | --- |
  /// | b1 | as before: 82, 80 | 92, 90; before vacant |
  /// | b2 | 93; before vacant | vacant |
  /// | b3 | 55, 53, 22, 18; before without the boy of 22 | 65, 63, 32; before without him |
  /// | b4 | 38, 36, 3; before vacant | 48, 46, 13; before vacant |
  /// | b6 | here for certain; before only at 80–84 | 90–94 here, so with 94 in the middle; before vacant |
  /// | b7 | as before | the woman of 86 is here; before not |
  static let other = Scenario(
    name: "s", rules: RuleChanges(deceasedAt: .at(95)), people: ["b3.3": [.stays]],
    houses: ["b4": [.familyMovesIn(year: 2030, people: Short.people("m35 f33 m0.child", in: "b4@2030"))]])

  @Test("Every difference of the hamlet, worked by hand")
  func hamlet() {
    let table = """
      population        | 0 | +5 (+5 to +6) | +8 (+7 to +8)
      households        | 0 | +2 (+2 to +3) | +3 (+2 to +3)
      unknownHouseholds | 0 | 0             | 0
      vacant            | 0 | -2 (-3 to -2) | -3 (-3 to -2)
      dwellings         | 0 | 0             | 0
      livedIn           | 0 | +2 (+2 to +3) | +3 (+2 to +3)
      under15           | 0 | +1            | +1
      15-64             | 0 | +3            | +3
      65                | 0 | +1 (+1 to +2) | +4 (+3 to +4)
      75                | 0 | +1 (+1 to +2) | +4 (+3 to +4)
      helpers           | 0 | +3            | +3
      unknownAge        | 0 | 0             | 0
      alone             | 0 | +1 (+1 to +2) | 0 (-1 to 0)
      older alone       | 0 | +1 (+1 to +2) | +1 (0 to +1)
      elderly only      | 0 | +1 (+1 to +2) | +2 (+1 to +2)
      nobody under 65   | 0 | +1 (+1 to +2) | +3 (+2 to +3)
      next              | -1 (-2 to -1) | -1 (-1 to +1) | none
      """
    let states = Self.difference(FiguresTests.hamlet, Self.other)
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "|").map { String($0).trimmed }
      let count = ExactRangeTests.counts.first { $0.0 == cells[0] }?.1
      #expect(count != nil)
      #expect(states.map { Self.text(count?($0)) } == Array(cells.dropFirst()), "\(line)")
    }
    // 2 and 5 of 7 vacant now: 2 or 3 less of 7.
    #expect(states[1].vacancyRate == Ratio(-2 / 7, low: -3 / 7, high: -2 / 7))
    // 82 80 93 55 53 22 18 38 36 3 80–89 76 (12 people, 556 and his age), before 82 80 55 53 18 76 (364) and 80–84, or gone.
    func near(_ value: Double?, _ wanted: Double) -> Bool { value.map { abs($0 - wanted) < 1e-12 } ?? false }
    #expect(near(states[1].meanAge.point, 640.0 / 12 - 448.0 / 7))
    #expect(near(states[1].meanAge.low, 640.0 / 12 - 448.0 / 7))
    #expect(near(states[1].meanAge.high, 645.0 / 12 - 364.0 / 6))
  }

  @Test("A person has one age in both cases, so what it does to both falls out")
  func sameAge() {
    // A man in his 70s is counted up to 90 instead of 85; beside him somebody of 40.
    let map = Short.map([Short.house("m70s", id: "b1"), Short.house("m40", id: "b2")], horizons: [10])
    let later = Self.difference(map, Scenario(name: "s", rules: RuleChanges(deceasedAt: .at(90))))[1]
    // 80–84 are here in both cases, 85–89 in one.
    #expect(Self.text(later.population) == "0 (0 to +1)")
    #expect(Self.text(later.vacant) == "0 (-1 to 0)")
    // (50 + 85…89) / 2 − 50, or the same in both.
    #expect(later.meanAge == Ratio(0, low: 0, high: 19.5))
    #expect(later.ageingRate == Ratio(0, low: 0, high: 0.5))
    #expect(later.vacancyRate == Ratio(0, low: -0.5, high: 0))
    // Nobody of 75 is left in the base case if he is 85 or more: the ratio has a difference only where it is in both.
    #expect(later.helpersPer75 == Ratio(0, low: 0, high: 0))
  }

  @Test("A partner who is said to come anyway is the same person; one of another age is not")
  func partners() {
    func difference(_ sheet: String, _ plan: ResidentPlan) -> Figures {
      let map = Short.map([Short.house(sheet)], horizons: [20])
      return Self.difference(map, Scenario(name: "s", people: ["b1.1": [plan]]))[1]
    }
    // She is 60–69 in 2031, as on the sheet: 72–81 in 2043.
    let same = difference("m40.marries2031:60-69", .bringsPartner(2031, age: .band(60...69)))
    #expect(Self.text(same.from75) == "0" && Self.text(same.population) == "0")
    // A year later, so a year younger: another person, who may be 75 where the other is not.
    let other = difference("m40.marries2031:60-69", .bringsPartner(2032, age: .band(60...69)))
    #expect(Self.text(other.from75) == "0 (-1 to +1)")
  }

  @Test("A block falls as a whole in each case")
  func block() {
    let house = House(
      id: "c1", kind: .apartment,
      dwellings: [Short.dwelling("f80-89", id: "c1-1"), Short.dwelling("vacant", id: "c1-2")])
    let map = Short.map(
      [house], horizons: [10], rules: RuleChanges(deceasedAt: .at(90), demolishedAfter: .at(8)))
    // It falls by 2033 if she has gone by 2025: counted up to 90 if she is 88 or 89 now, up to 85 if she is 83 or more. Of
    // 80–82 it stands in both cases, both units vacant.
    let later = Self.difference(map, Scenario(name: "s", rules: RuleChanges(deceasedAt: .at(85))))[1]
    #expect(Self.text(later.dwellings) == "-2 (-2 to 0)")
    #expect(Self.text(later.vacant) == "-2 (-2 to 0)")
    #expect(later.vacancyRate == Ratio(nil, low: 0, high: 0))
  }

  @Test("Of a scenario to itself there is no difference, nor of one that touches nothing", arguments: 0..<40)
  func nothing(seed: Int) {
    var inventor = RandomNeighbourhood(seed: 4000 + seed)
    let map = inventor.map(houses: 1...6)
    let scenario = inventor.scenario(on: map)
    let itself = Projector(map: map, scenario: scenario)
    let same = itself.difference(to: itself)
    let empty = Projector(map: map, scenario: Scenario(name: "nothing")).difference(to: Projector(map: map))
    for figures in (same.states + empty.states).map(\.figures) {
      for (name, count) in ExactRangeTests.counts {
        #expect(count(figures) ?? Count(0, low: 0, high: 0) == Count(0, low: 0, high: 0), "\(name)")
      }
      for (name, ratio) in ExactRangeTests.ratios {
        let found = ratio(figures)
        #expect([nil, 0].contains(found.point) && [nil, 0].contains(found.low), "\(name)")
        #expect([nil, 0].contains(found.high), "\(name)")
      }
    }
  }

  @Test("Every difference is the smallest and the largest over all ages inside the bands", arguments: 0..<160)
  func bruteForce(seed: Int) {
    var inventor = RandomNeighbourhood(seed: 7000 + seed)
    inventor.widest = [2, 3, 6, 9][seed % 4]
    inventor.bands = [5, 4, 2, 2][seed % 4]
    let map = inventor.map(houses: 1...4)
    inventor.bands += 1
    let scenario = inventor.scenario(on: map)
    Self.check(map, scenario)
  }

  static func check(_ map: TableMap, _ scenario: Scenario) {
    let found = difference(map, scenario)
    var each: [[(base: Figures, scenario: Figures)]] = found.map { _ in [] }
    for one in ExactRangeTests.allAges(of: map) {
      let base = Projector(map: one).project().states.map(\.figures)
      for some in scenario.allAges {
        let states = Projector(map: one, scenario: some).project().states
        for (index, state) in states.enumerated() { each[index].append((base[index], state.figures)) }
      }
    }
    let points = (
      base: Projector(map: map).project().states,
      scenario: Projector(map: map, scenario: scenario).project().states
    )
    for (index, figures) in found.enumerated() {
      for (name, count) in ExactRangeTests.counts {
        func gap(_ base: Figures, _ scenario: Figures) -> Int? {
          if let a = count(base)?.point, let b = count(scenario)?.point { b - a } else { nil }
        }
        let all = each[index].compactMap { gap($0.base, $0.scenario) }
        let own = count(figures)
        #expect(own?.low == all.min() && own?.high == all.max(), "\(name) at \(index)")
        #expect(own?.point == gap(points.base[index].figures, points.scenario[index].figures), "\(name)")
      }
      for (name, ratio) in ExactRangeTests.ratios {
        func gap(_ base: Figures, _ scenario: Figures) -> Double? {
          if let a = ratio(base).point, let b = ratio(scenario).point { b - a } else { nil }
        }
        func near(_ a: Double?, _ b: Double?) -> Bool {
          if let a, let b { abs(a - b) < 1e-9 } else { a == nil && b == nil }
        }
        let all = each[index].compactMap { gap($0.base, $0.scenario) }
        let own = ratio(figures)
        #expect(near(own.low, all.min()) && near(own.high, all.max()), "\(name) at \(index)")
        #expect(near(own.point, gap(points.base[index].figures, points.scenario[index].figures)), "\(name)")
      }
    }
  }

  @Test("Maps added up: counts add, ratios are those of the whole, and all is exact", arguments: 0..<20)
  func addedUp(seed: Int) {
    var inventor = RandomNeighbourhood(seed: 9000 + seed)
    inventor.widest = 4
    inventor.bands = 3
    var whole = inventor.map(houses: 2...5)
    whole.horizons = [10, 20]
    let scenario = inventor.scenario(on: whole)
    // The same map in two parts: a house depends on no other.
    let parts = whole.houses.map { house in
      var part = whole
      part.houses = [house]
      return part
    }
    let sums = parts.map { Projector(map: $0, scenario: scenario).difference(to: Projector(map: $0)) }
      .addedUp()
    #expect(sums.map(\.figures) == Self.difference(whole, scenario))
  }

  @Test("Twenty-five houses of two people in their bands take no time to speak of", .timeLimit(.minutes(1)))
  func many() {
    let houses = (1...25).map { Short.house("m\(50 + $0 % 3 * 10)s f\(50 + $0 % 2 * 10)s", id: "b\($0)") }
    let map = Short.map(houses)
    let later = Self.difference(map, Scenario(name: "s", rules: RuleChanges(deceasedAt: .at(88))))
    #expect(later[2].meanAge.low ?? 1 < later[2].meanAge.high ?? 0)
    #expect(later[2].population.low == 0)
  }

  @Test("A range that would take too long is left out, never guessed")
  func tooMany() {
    var gap = RatioGap()
    gap.mostSums = 3
    for age in 60...62 {
      let one = Fraction(over: age, under: 1)
      let none = Fraction(over: 0, under: 0)
      let way = FractionPair(base: one, scenario: none)
      gap.add(point: way, ways: [way, FractionPair(base: none, scenario: one)])
    }
    gap.add(
      point: FractionPair(base: Fraction(over: 1, under: 1), scenario: Fraction(over: 1, under: 1)), ways: [])
    #expect(gap.figure.point != nil && gap.figure.low == nil && gap.figure.high == nil)
  }
}

extension RandomNeighbourhood {
  /// A scenario that says something of some people and houses, and sets some rules.
  mutating func scenario(on map: TableMap) -> Scenario {
    var scenario = Scenario(name: "s", rules: dice.hits(3) ? RuleChanges() : rules())
    for dwelling in map.houses.flatMap(\.dwellings) {
      for person in dwelling.people where dice.hits(3) {
        switch dice.roll(1...5) {
        case 1: scenario.people[person.id] = [.leaves(moment())]
        case 2: scenario.people[person.id] = [.stays]
        case 3: scenario.people[person.id] = [.movesIntoCare(moment())]
        case 4: scenario.people[person.id] = [.returns(moment())]
        default:
          scenario.people[person.id] = [
            .bringsPartner(moment(), age: dice.hits(2) ? nil : age(from: 2050))
          ]
        }
      }
      guard dice.hits(3) else { continue }
      switch dice.roll(1...4) {
      case 1: scenario.houses[dwelling.id] = [.demolished(year())]
      case 2: scenario.houses[dwelling.id] = [.built(year())]
      default:
        // In years in which no family of the sheet comes, so that these people are nobody of the sheet.
        let arrival = 2069 - dice.roll(0...40)
        let taken = dwelling.plans.contains {
          if case .familyMovesIn(arrival, _) = $0 { true } else { false }
        }
        let people = (0..<dice.roll(0...2)).map { resident("y\($0)", place: $0 + 1, from: arrival) }
        if !taken { scenario.houses[dwelling.id] = [.familyMovesIn(year: arrival, people: people)] }
      }
    }
    return scenario
  }
}

extension Scenario {
  /// This scenario with every band of the people in it replaced by one of its ages.
  fileprivate var allAges: [Scenario] {
    var all = [self]
    for id in people.keys.sorted() {
      for (index, plan) in (people[id] ?? []).enumerated() {
        guard case .bringsPartner(let when, .band(let band)?) = plan else { continue }
        all = all.flatMap { some in
          band.map { age in
            var one = some
            one.people[id]?[index] = .bringsPartner(when, age: .exact(age))
            return one
          }
        }
      }
    }
    for id in houses.keys.sorted() {
      for (index, plan) in (houses[id] ?? []).enumerated() {
        guard case .familyMovesIn(let year, let people) = plan else { continue }
        // A map of one house knows how to take ages one by one.
        var house = Short.map([House(id: id, dwellings: [Dwelling(id: id, occupancy: .residents(people))])])
        house.baseYear = year
        all = all.flatMap { some in
          ExactRangeTests.allAges(of: house).map { ages in
            var one = some
            one.houses[id]?[index] = .familyMovesIn(year: year, people: ages.houses[0].dwellings[0].people)
            return one
          }
        }
      }
    }
    return all
  }
}
