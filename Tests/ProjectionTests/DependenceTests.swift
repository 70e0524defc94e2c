import Projection
import Testing
import Workshop

/// What becomes of people and houses because of others, by hand: with chances of 0 and 1 every run is the same.
struct DependenceTests {
  /// The mean of a count over runs, by horizon; the base year first.
  static func means(
    _ houses: [House], _ rules: ChanceRules, _ item: CountItem = .population, horizons: [Int] = [1, 2, 3, 9],
    runs: UInt32 = 4
  ) -> [Double] {
    let map = Short.map(houses, horizons: horizons)
    return ChanceProjector(map: map, rules: rules).simulate(runs: 0..<runs, seed: 7).projection.states.map {
      $0.counts[item]?.mean ?? -1
    }
  }

  /// Whether a mean of runs is within three standard errors of what is expected, `variance` being that of one run.
  static func agrees(_ found: Double, _ expected: Double, variance: Double, runs: Int) -> Bool {
    let error: Double = (variance / Double(runs)).squareRoot()
    return abs(found - expected) < 3 * error
  }

  static let parentsGo = ChanceRules(death: .between(80...200, 1), returnWhenParentsGone: 1)

  @Test(
    "A child who lives away comes back in the year after the last parent has gone",
    arguments: [
      // The couple turn 80 in the first year and are gone; the child comes in the second.
      ("m79 f79 m49.child.away", [2.0, 0, 1, 1, 1]),
      // The mother stays until the third: the child comes in the fourth.
      ("m79 f77 m49.child.away", [2.0, 1, 1, 0, 1]),
      // One of two children comes, the first in the room.
      ("m79 f79 m49.child.away f47.child.away", [2.0, 0, 1, 1, 1]),
      // Somebody who is not their child does not.
      ("m79 f79 m49.other.away", [2.0, 0, 0, 0, 0]),
      // Of whom the table said when they come, that holds.
      ("m79 f79 m49.child.away.returns2030", [2.0, 0, 0, 0, 1]),
      // A child who is to come is no reason for the other to stay away.
      ("m79 f79 m49.child.away.returns2030 f47.child.away", [2.0, 0, 1, 1, 2]),
      // A brother in the house is no parent.
      ("m79 m60.other m49.child.away", [2.0, 1, 2, 2, 2]),
      // A mother in a care home has gone, too.
      ("f60.care2024 m49.child.away", [1.0, 0, 1, 1, 1]),
      // Who left by the table's word is a child who lives away.
      ("m78 m30.child.leaves2024", [2.0, 1, 0, 1, 1]),
    ])
  func followingParents(house: String, population: [Double]) {
    #expect(Self.means([Short.house(house)], Self.parentsGo) == population)
  }

  @Test("They are asked once, not each year")
  func askedOnce() {
    var rules = Self.parentsGo
    rules.returnWhenParentsGone = 0.3
    let found = Self.means([Short.house("m79 m49.child.away")], rules, runs: 1000)
    #expect(found[2] == found[4])
    #expect(Self.agrees(found[2], 0.3, variance: 0.21, runs: 1000))
  }

  @Test("They come to a house for rent before others do, and not to one that others have taken")
  func beforeOthers() {
    var rules = Self.parentsGo
    rules.letting = 1
    #expect(Self.means([Short.house("m79 m49.child.away + rented")], rules) == [1, 0, 1, 1, 1])
    // Who cannot be asked in the second year is not asked later.
    rules.returnWhenParentsGone = 1e-9
    #expect(Self.means([Short.house("m79 m49.child.away + rented")], rules) == [1, 0, 0, 0, 0])
    #expect(
      Self.means([Short.house("m79 m49.child.away + rented")], rules, .unknownHouseholds) == [0, 0, 1, 1, 1])
  }

  @Test(
    "When one of a couple moves into a care home the other goes along",
    arguments: [
      ("m79 f70", [2.0, 0, 0]),
      ("m70 f79", [2.0, 0, 0]),
      // The table's word comes first, and a word about the one takes the other along.
      ("m79 f70.stays", [2.0, 1, 1]),
      // Who is said to stay does not move by the rate, and so takes nobody along.
      ("m79.stays f70", [2.0, 2, 2]),
      ("m79 f70.care2025", [2.0, 1, 0]),
      ("m60.care2025 f60", [2.0, 2, 0]),
      // Two parents are a couple, a child and a child's partner are one; mother and child are none.
      ("m50 f50 m79.parent f72.parent", [4.0, 2, 2]),
      ("m79.parent m79.child f60.child-partner", [3.0, 0, 0]),
      ("f79 m55.child", [2.0, 1, 1]),
      // Said to come, and there when it happens.
      ("m76.marries2024:60", [1.0, 2, 2]),
      ("m78.marries2024:60", [1.0, 2, 0]),
    ])
  func couples(house: String, population: [Double]) {
    let rules = ChanceRules(care: .between(80...200, 1), couplesTogether: true)
    #expect(Self.means([Short.house(house)], rules, horizons: [1, 2]) == population)
  }

  @Test("Who came or was born by chance is counted by sex and age, and nobody twice")
  func newcomers() throws {
    let rules = ChanceRules(
      death: .between(60...200, 0.1), partnering: .between(30...40, 1), births: .between(20...45, 0.5))
    let map = Short.map([Short.house("m30"), Short.house("f70 m33.child", id: "c")], horizons: [1, 5, 20])
    let projection = ChanceProjector(map: map, rules: rules).simulate(runs: 0..<400, seed: 2).projection
    for then in projection.states {
      let drawn = then.people.reduce(0) { $0 + $1.here }
      let new = then.newcomers.reduce(0) { $0 + $1.mean }
      let population = try #require(then.counts[.population]?.mean)
      #expect(abs(drawn + new - population) < 1e-9)
    }
    #expect(projection.states[0].newcomers.isEmpty)
    // In the first year both men have found a wife, and nobody younger is born before the year after.
    let women = projection.states[1].newcomers.filter { $0.sex == .female && ($0.age ?? 0) > 15 }
    #expect(abs(women.reduce(0) { $0 + $1.mean } - 2) < 1e-9)
    let children = projection.states[3].newcomers.filter { ($0.age ?? 99) < 20 }
    #expect(children.contains { $0.sex == .male } && children.contains { $0.sex == .female })
  }

  @Test("So many families come each year and take vacant houses; nobody takes what is lived in or for rent")
  func families() {
    let vacant = (1...5).map { Short.house("vacant", id: "b\($0)") }
    let others = [Short.house("m40", id: "c"), Short.house("unknown", id: "d")]
    func vacancies(_ yearly: Double, runs: UInt32 = 4) -> [Double] {
      Self.means(vacant + others, ChanceRules(familiesAYear: yearly), .vacant, runs: runs)
    }
    #expect(vacancies(1) == [5, 4, 3, 2, 0])
    #expect(vacancies(2) == [5, 3, 1, 0, 0])
    #expect(vacancies(0) == [5, 5, 5, 5, 5])
    #expect(vacancies(100) == [5, 0, 0, 0, 0])
    // A part of a family is a chance: after two years 5 - 2 × 1.3.
    let found = vacancies(1.3, runs: 2000)
    #expect(Self.agrees(found[2], 2.4, variance: 0.42, runs: 2000))
    // It takes the place of filling.
    let both = ChanceRules(filling: 1, familiesAYear: 1)
    #expect(Self.means(vacant, both, .vacant) == [5, 4, 3, 2, 0])
    // Each of the five is the first one as often as any other.
    let map = Short.map(vacant, horizons: [1])
    let rules = ChanceRules(familiesAYear: 1)
    let shares = ChanceProjector(map: map, rules: rules).simulate(runs: 0..<2000, seed: 1).projection
    for dwelling in shares.states[1].dwellings {
      #expect(Self.agrees(dwelling.unknown, 0.2, variance: 0.16, runs: 2000))
    }
  }

  @Test("A house that is taken away leaves its family to the next, and the others theirs")
  func competition() {
    func taken(_ ids: [String], seed: UInt64) -> Set<String> {
      let map = Short.map(ids.map { Short.house("vacant", id: $0) }, horizons: [1])
      let run = ChanceProjector(map: map, rules: ChanceRules(familiesAYear: 2)).simulate(
        runs: 0..<1, seed: seed)
      return Set(run.projection.states[1].dwellings.filter { $0.unknown == 1 }.map(\.id))
    }
    for seed in 0..<40 as Range<UInt64> {
      let all = taken(["a", "b", "c", "d", "e"], seed: seed)
      let turned = taken(["e", "d", "c", "b", "a"], seed: seed)
      #expect(all.count == 2 && turned == all)
      let fewer = taken(["a", "b", "c", "d"], seed: seed)
      // Where the fifth had none nothing changes; where it had one, another gets it, and the second keeps its own.
      let kept = all.subtracting(["e"])
      #expect(all.contains("e") ? kept.isSubset(of: fewer) : fewer == all)
    }
  }

  @Test(
    "A partner comes to adults who have none, once",
    arguments: [
      ("m29.child", [1.0, 2, 2, 2, 2]),
      ("m35", [1.0, 2, 2, 2, 2]),
      // Too young for the chance to be asked, then not.
      ("m28.child", [1.0, 1, 2, 2, 2]),
      // One is drawn, or said; or the age is not known; or they live away.
      ("m35 f35", [2.0, 2, 2, 2, 2]),
      ("m60 m35.child f35.child-partner", [3.0, 3, 3, 3, 3]),
      ("m35.marries2030", [1.0, 1, 1, 1, 2]),
      ("m?", [1.0, 1, 1, 1, 1]),
      ("m60 m35.child.away", [1.0, 1, 1, 1, 1]),
    ])
  func partnering(house: String, population: [Double]) {
    let rules = ChanceRules(partnering: .between(30...50, 1))
    #expect(Self.means([Short.house(house)], rules) == population)
  }

  @Test("The partner is a year younger than a man, a year older than a woman, 18 at least")
  func partnersAge() {
    let rules = ChanceRules(death: .between(40...200, 1), partnering: .between(18...30, 1))
    // He turns 30 and brings a woman of 29: gone in the eleventh and twelfth year. She turns 30: a man of 31, gone first.
    let cases: [(String, [Double])] = [
      ("m29.child", [1, 2, 2, 1, 0]), ("f29.child", [1, 2, 1, 0, 0]), ("m17.child", [1, 2, 2, 2, 2]),
    ]
    for (house, population) in cases {
      #expect(Self.means([Short.house(house)], rules, horizons: [1, 10, 11, 12]) == population)
    }
    // Of 18 and 18 both are 40 in 22 years.
    #expect(Self.means([Short.house("m17.child")], rules, horizons: [22, 23]) == [1, 2, 0])
  }

  @Test(
    "Children are born to women who live with a partner, are 0 that year, and grow up",
    arguments: [
      // She turns 30 in the first year, 33 in the fourth, then no more.
      ("m40 f29", [2.0, 3, 4, 5, 6]),
      ("f29", [1.0, 1, 1, 1, 1]),
      ("m40.away f29", [1.0, 1, 1, 1, 1]),
      ("m40 f29.leaves2025", [2.0, 3, 1, 1, 1]),
      ("m70 m40.child f32.child-partner", [3.0, 4, 4, 4, 4]),
      // In the year in which she comes nobody is born.
      ("m31.marries2024", [1.0, 2, 3, 3, 3]),
    ])
  func births(house: String, population: [Double]) {
    let rules = ChanceRules(births: .between(30...33, 1))
    #expect(Self.means([Short.house(house)], rules) == population)
  }

  @Test("Who is born leaves home by the rule of children, and dies by the table, as all others")
  func grownUp() {
    let rules = ChanceRules(leavingHome: .between(20...29, 1), births: .between(30...30, 1))
    let house = [Short.house("m40 f29")]
    #expect(Self.means(house, rules, .under15, horizons: [1, 15, 16]) == [0, 1, 1, 0])
    #expect(Self.means(house, rules, .population, horizons: [1, 20, 21]) == [2, 3, 3, 2])
    let short = ChanceRules(death: .between(5...5, 1), births: .between(30...30, 1))
    #expect(Self.means(house, short, .population, horizons: [5, 6]) == [2, 3, 2])
    // A grandchild's mother leaves, and the child goes along.
    let leaves = [Short.house("m70 f29.child.leaves2027 m40.child-partner")]
    #expect(Self.means(leaves, rules, horizons: [3, 4]) == [3, 4, 2])
  }

  @Test("The number of children is that of the chance; all of it is keyed")
  func keyed() throws {
    let rates = try Rates.rules()
    var rules = rates
    rules.partnering = try RateFile(Rates.text("partnering.csv")).ageGroups()
    rules.births = try RateFile(Rates.text("births.csv")).ageGroups()
    (rules.returnWhenParentsGone, rules.couplesTogether) = (0.3, true)
    let simple = ChanceRules(births: .between(30...39, 0.2))
    let found = Self.means([Short.house("m40 f29")], simple, .under15, horizons: [10], runs: 1000)
    #expect(Self.agrees(found[1], 2, variance: 1.6, runs: 1000))
    for seed in 0..<8 {
      let map = SimulationTests.map(seed)
      let whole = ChanceProjector(map: map, rules: rules).simulate(runs: 0..<30, seed: 9)
      var turned = map
      turned.houses.reverse()
      let other = ChanceProjector(map: turned, rules: rules).simulate(runs: 0..<30, seed: 9).projection
      for (a, b) in zip(whole.projection.states, other.states) {
        #expect(a.counts == b.counts)
        #expect(a.dwellings.allSatisfy(b.dwellings.contains))
      }
      var parts = ChanceProjector(map: map, rules: rules).simulate(runs: 10..<30, seed: 9)
      try parts.merge(ChanceProjector(map: map, rules: rules).simulate(runs: 0..<10, seed: 9))
      #expect(parts == whole)
    }
  }

  /// Houses, rules, and a word of the reason why they must be simulated; none where nothing depends on anything.
  static let planned: [(houses: [String], rules: ChanceRules, word: String?)] = {
    let all = ExactChanceTests.every(0.1)
    let back = ChanceRules(
      death: all, leavingHome: .between(18...29, 0.2), returning: .between(60...69, 0.1), letting: 0.3,
      filling: 0.1, demolition: 0.1)
    let neverEmpty = ChanceRules(returning: all, filling: 0.1)
    return [
      // Nobody is away, and nobody can leave and come back by 2055.
      (["m70"], back, nil), (["unknown"], back, nil), (["vacant"], back, nil), (["m70 m17.child"], back, nil),
      // He is 60 within 32 years; she is not, and of him the table said when.
      (["m70 m48.child.away"], back, "come back"), (["m70 f20.child.away"], back, nil),
      (["m70 m48.child.away.returns2030"], back, nil),
      // Who is 29 in the first year may leave, and is 60 in the last; who is 29 already may not.
      (["m70 m28.child"], back, "come back"), (["m70 m29.child"], back, nil),
      // Nobody dies here, so the house is never free; an unknown age never dies either.
      (["m40 f60.away"], neverEmpty, nil), (["m? m48.child.away"], back, nil),
      // The house can empty, but nothing can take it: it is not for rent.
      (["m70 m48.child.away"], ChanceRules(death: all, returning: all, letting: 1), nil),
      (["m70 m48.child.away + rented"], ChanceRules(death: all, returning: all, letting: 1), "come back"),
      (["m70 m48.child.away"], ChanceRules(death: all, returning: all, demolition: 0.1), "come back"),
      // Others were said to move in, and where they live nobody comes back by chance.
      (["m70 m48.child.away + moves-in2030"], ChanceRules(death: all, returning: all), "come back"),
      // Families that have no house to go to do nothing.
      (["m40"], ChanceRules(familiesAYear: 1), nil),
      (["m40"], ChanceRules(death: all, familiesAYear: 1), "compete"),
      (["m40 + rented"], ChanceRules(death: all, letting: 1, familiesAYear: 1), nil),
      (["vacant + rented"], ChanceRules(familiesAYear: 1), "compete"),
      (["vacant"], ChanceRules(familiesAYear: 0), nil),
      // No child is away, or no parent can go; a brother is no parent.
      (["m70"], ChanceRules(death: all, returnWhenParentsGone: 0.1), nil),
      (["m70 m40.child.away"], ChanceRules(death: all, returnWhenParentsGone: 0.1), "parents"),
      (["m? m40.child.away"], ChanceRules(death: all, returnWhenParentsGone: 0.1), nil),
      (["m70 m40.other.away"], ChanceRules(death: all, returnWhenParentsGone: 0.1), nil),
      // A couple, of whom one can move.
      (["m70"], ChanceRules(care: all, couplesTogether: true), nil),
      (["m70 f70"], ChanceRules(couplesTogether: true), nil),
      (["m70 f70"], ChanceRules(care: all, couplesTogether: true), "couples"),
      // Who is said to stay neither moves by the rate nor goes along.
      (["m70.stays f70"], ChanceRules(care: .between(90...99, 0.1), couplesTogether: true), nil),
      (
        ["m70.stays f70 m95.parent f94.parent"],
        ChanceRules(care: .between(90...99, 0.1), couplesTogether: true),
        "couples"
      ),
      (["m50 f50"], ChanceRules(care: .between(90...99, 0.1), couplesTogether: true), nil),
      // Who may find a partner, and who may have a child.
      (["m40"], ChanceRules(partnering: .between(20...40, 0.1)), nil),
      (["m30"], ChanceRules(partnering: .between(20...40, 0.1)), "partner"),
      (["m30 f30"], ChanceRules(partnering: .between(20...40, 0.1)), nil),
      (["m30.away"], ChanceRules(partnering: .between(20...40, 0.1)), nil),
      (["m30 f30"], ChanceRules(births: .between(20...40, 0.1)), "born"),
      (["f30"], ChanceRules(births: .between(20...40, 0.1)), nil),
      (["m30 f45"], ChanceRules(births: .between(20...40, 0.1)), nil),
      // One house that depends is enough.
      (["m70", "vacant", "m70 m48.child.away"], back, "come back"),
    ]
  }()

  @Test(
    "Not which rules are on decides, but whom they could touch; the reason told is that one",
    arguments: planned.indices)
  func reasons(index: Int) {
    let (houses, rules, word) = Self.planned[index]
    let map = Short.map(houses.enumerated().map { Short.house($1, id: "b\($0)") }, horizons: [10, 32])
    let projector = ChanceProjector(map: map, rules: rules)
    let why = projector.reasonsToSimulate()
    #expect(why.count == (word == nil ? 0 : 1) && (projector.exact() == nil) == (word != nil), "\(houses)")
    #expect(why.allSatisfy { $0.en.contains(word ?? " ") && !$0.ja.isEmpty }, "\(houses): \(why)")
  }

  @Test("A block with a door behind which somebody always lives is never taken down")
  func blocks() throws {
    func map(_ second: String) -> TableMap {
      let block = House(
        id: "c", kind: .apartment,
        dwellings: [Short.dwelling("vacant", id: "c-1"), Short.dwelling(second, id: "c-2")])
      return Short.map([block], horizons: [10])
    }
    let rules = ChanceRules(death: ExactChanceTests.every(0.1), demolition: 0.5)
    let open = ChanceProjector(map: map("m40"), rules: rules).reasonsToSimulate()
    #expect(open.count == 1 && open[0].en.contains("apartment block"))
    let found = try #require(ChanceProjector(map: map("unknown"), rules: rules).exact()).states[1]
    #expect(found.dwellings.map(\.vacant) == [1, 0] && found.dwellings.map(\.absent) == [0, 0])
  }

  @Test("A question about fewer years may have an exact answer")
  func horizons() {
    let rules = ChanceRules(
      death: ExactChanceTests.every(0.1), returning: .between(60...69, 0.1), filling: 0.1)
    let projector = ChanceProjector(map: Short.map([Short.house("m70 m48.child.away")]), rules: rules)
    // He is 60 in the twelfth year.
    #expect(projector.exact(horizons: [11]) != nil && projector.exact(horizons: [5, 12]) == nil)
  }
}
