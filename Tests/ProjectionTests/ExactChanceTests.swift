import Projection
import Testing
import Workshop

/// Exact chances against what can be worked out by hand.
struct ExactChanceTests {
  /// One chance for everybody of any age.
  static func every(_ chance: Double) -> Hazard { .between(0...200, chance) }

  static func exact(_ houses: [House], _ rules: ChanceRules, horizons: [Int] = [10]) -> ChanceProjection? {
    ChanceProjector(map: Short.map(houses, horizons: horizons), rules: rules).exact()
  }

  static func near(_ a: Double?, _ b: Double) -> Bool { a.map { abs($0 - b) < 1e-12 } ?? false }

  @Test("One in ten a year: after ten years 0.9^10 are here, and the house is vacant by the rest")
  func one() throws {
    let last = try #require(Self.exact([Short.house("m40")], ChanceRules(death: Self.every(0.1)))).states[1]
    let here = 0.348_678_440_1  // 0.9^10
    #expect(Self.near(last.people[0].here, here))
    #expect(Self.near(last.dwellings[0].vacant, 1 - here))
    #expect(Self.near(last.counts[.vacant]?.mean, 1 - here))
    #expect(Self.near(last.counts[.vacant]?.variance, here * (1 - here)))
  }

  @Test(
    "Who is said to stay neither leaves nor moves into care by a rate; death still holds",
    arguments: [("m70.stays", 0.9), ("m70", 0.45), ("m20.child.stays", 0.9), ("m20.child", 0.225)])
  func stays(text: String, here: Double) throws {
    let half = Self.every(0.5)
    let rules = ChanceRules(death: Self.every(0.1), leavingHome: half, care: half)
    let state = try #require(Self.exact([Short.house(text)], rules, horizons: [1])).states[1]
    #expect(Self.near(state.people[0].here, here))
  }

  @Test("A house is vacant when all have gone; houses add up")
  func together() throws {
    let rules = ChanceRules(death: Self.every(0.1))
    let states = try #require(
      Self.exact(
        [Short.house("m40 f40"), Short.house("f70", id: "b2"), Short.house("vacant", id: "b3")], rules)
    ).states
    let gone = 1 - 0.348_678_440_1
    let (one, two) = (gone * gone, gone)
    let vacant = try #require(states[1].counts[.vacant])
    #expect(vacant.first == 1 && vacant.chances.count == 3)
    // One is vacant for certain; the first and the second, each by its chance.
    #expect(Self.near(vacant.mean, 1 + one + two))
    #expect(Self.near(vacant.variance, one * (1 - one) + two * (1 - two)))
    #expect(
      zip(vacant.chances, [(1 - one) * (1 - two), one * (1 - two) + two * (1 - one), one * two])
        .allSatisfy { Self.near($0, $1) })
    #expect(Self.near(states[1].counts[.livingAlone]?.mean, 2 * gone * (1 - gone) + (1 - gone)))
    #expect(Self.near(states[1].counts[.population]?.mean, 3 * (1 - gone)))
    // Of the base year everything is certain.
    #expect(states[0].counts[.population]?.interval(0.95) == 3...3)
    #expect(Self.near(states[0].counts[.population]?.variance, 0))
  }

  @Test("Survivors of a closed population are those of the life table, as published")
  func survivors() throws {
    let rules = try ChanceRules(death: Rates.rules().death)
    // Of 100,000 born, how many reach each age (lx, 令和6年簡易生命表).
    let table: [String: [Int: Double]] = [
      "m": [20: 99_529, 40: 98_375, 65: 89_644, 75: 75_338, 85: 45_872, 95: 9_258],
      "f": [20: 99_559, 40: 98_869, 65: 94_364, 75: 87_882, 85: 69_454, 95: 25_646],
    ]
    for (sex, survivors) in table {
      for (from, to) in [(20, 40), (40, 65), (65, 75), (65, 85), (75, 85), (75, 95)] {
        let state = try #require(
          Self.exact([Short.house("\(sex)\(from)")], rules, horizons: [to - from])
        ).states[1]
        let published = try #require(survivors[to]) / #require(survivors[from])
        // The published survivors are whole numbers of 100,000, the chances have five digits.
        #expect(abs(state.people[0].here - published) < 1e-4, "\(sex) from \(from) to \(to)")
      }
    }
  }

  @Test("Let again, filled, taken down: the chain of a vacant house, by hand")
  func chain() throws {
    let gone = ChanceRules(death: .from(0))
    // Gone in year 1, so vacant at its end; from year 2 on each year let with chance 0.3.
    var rules = gone
    rules.letting = 0.3
    var last = try #require(Self.exact([Short.house("m40 + rented")], rules, horizons: [4])).states[1]
    #expect(Self.near(last.dwellings[0].vacant, 0.343) && Self.near(last.dwellings[0].unknown, 0.657))
    // Not to let: filled with 0.15, and if not, taken down with 0.1.
    rules = gone
    (rules.letting, rules.filling, rules.demolition) = (0.3, 0.15, 0.1)
    last = try #require(Self.exact([Short.house("m40")], rules, horizons: [2])).states[1]
    #expect(Self.near(last.dwellings[0].unknown, 0.15) && Self.near(last.dwellings[0].absent, 0.085))
    #expect(Self.near(last.dwellings[0].vacant, 0.765))
    #expect(Self.near(last.counts[.dwellings]?.mean, 0.915))
    // Vacant on the sheet: asked from the year after the base year.
    last = try #require(Self.exact([Short.house("vacant")], rules, horizons: [1])).states[1]
    #expect(Self.near(last.dwellings[0].vacant, 0.765))
  }

  @Test("Children leave by chance, those away come back by chance, unless something was said")
  func comingAndGoing() throws {
    let rules = ChanceRules(leavingHome: .between(18...29, 0.2), returning: .between(60...69, 0.5))
    let house = Short.house(
      "m45 m17.child m17.child.stays m17.child.leaves2030 m59.other.away m59.other.away.returns2024")
    let states = try #require(Self.exact([house], rules, horizons: [1, 2, 20])).states
    func here(_ state: Int) -> [Double] { states[state].people.map(\.here) }
    #expect(here(0) == [1, 1, 1, 1, 0, 0])
    #expect(zip(here(1), [1, 0.8, 1, 1, 0.5, 1]).allSatisfy { Self.near($0, $1) })
    #expect(zip(here(2), [1, 0.64, 1, 1, 0.75, 1]).allSatisfy { Self.near($0, $1) })
    #expect(
      zip(here(3), [1, 0.068_719_476_736, 1, 0, 1 - 0.000_976_562_5, 1]).allSatisfy { Self.near($0, $1) })
  }

  @Test(
    "An age inside a band is each of its ages with the same chance; a partner of the same age is of that age")
  func bands() throws {
    let rules = ChanceRules(death: .from(85))
    let house = Short.house("m70s m70-74.marries2025")
    let last = try #require(Self.exact([house], rules)).states[1]
    // Of 70–79, ten years later 80–84 are here: half. Of 70–74 all, and all of their partners.
    #expect(zip(last.people.map(\.here), [0.5, 1, 1]).allSatisfy { Self.near($0, $1) })
    let later = try #require(Self.exact([house], rules, horizons: [13])).states[1]
    // 83 and 84 are here: 70 and 71. The partner is as old, so the two are here together or not at all.
    #expect(zip(later.people.map(\.here), [0.2, 0.4, 0.4]).allSatisfy { Self.near($0, $1) })
    let alone = Short.house("m70-74.marries2025", id: "b2")
    let two = try #require(Self.exact([alone], rules, horizons: [13])).states[1]
    #expect(Self.near(two.counts[.livingAlone]?.mean, 0) && Self.near(two.counts[.vacant]?.mean, 0.6))
    let people = try #require(two.counts[.population])
    #expect(zip(people.chances, [0.6, 0, 0.4]).allSatisfy { Self.near($0, $1) })
  }

  @Test("The workshop's rules, taken as chances, give the workshop's projection", arguments: 0..<60)
  func workshop(seed: Int) throws {
    var inventor = RandomNeighbourhood(seed: seed)
    inventor.bands = 0
    let map = inventor.map(houses: 1...5)
    let projection = Projector(map: map).project()
    let projector = ChanceProjector(map: map, rules: projection.rules)
    let run = projector.simulate(runs: 0..<1, seed: 1).projection
    for chances in [projector.exact(), run].compactMap({ $0 }) {
      for (chance, state) in zip(chances.states, projection.states) {
        for (name, item, count) in Self.items {
          let point = count(state.figures)?.point
          #expect(chance.counts[item]?.mean == point.map(Double.init), "\(name) in \(state.year)")
        }
        let dwellings = state.houses.flatMap(\.dwellings)
        for (a, b) in zip(chance.dwellings, dwellings) {
          let shares = [a.occupied, a.unknown, a.vacant, a.absent]
          #expect(shares == [.occupied, .unknown, .vacant, .absent].map { $0 == b.status ? 1 : 0 })
        }
        let here = Set(dwellings.flatMap(\.people).filter(\.isHere).map(\.id))
        #expect(chance.people.allSatisfy { $0.here == (here.contains($0.id) ? 1 : 0) })
      }
    }
  }

  static let items: [(String, CountItem, @Sendable (Figures) -> Count?)] = [
    ("population", .population, { $0.population }), ("households", .households, { $0.households }),
    ("unknown", .unknownHouseholds, { $0.unknownHouseholds }), ("vacant", .vacant, { $0.vacant }),
    ("dwellings", .dwellings, { $0.dwellings }), ("lived in", .livedIn, { $0.livedIn }),
    ("under 15", .under15, { $0.under15 }), ("15-64", .from15to64, { $0.from15to64 }),
    ("65", .from65, { $0.from65 }), ("75", .from75, { $0.from75 }), ("helpers", .helpers, { $0.helpers }),
    ("unknown age", .unknownAge, { $0.unknownAge }), ("alone", .livingAlone, { $0.livingAlone }),
    ("older alone", .olderLivingAlone, { $0.olderLivingAlone }),
    ("elderly only", .elderlyOnly, { $0.elderlyOnly }),
    ("nobody under 65", .nobodyUnder65, { $0.nobodyUnder65 }),
    ("next", .likelyVacantNext, { $0.likelyVacantNext }),
  ]

  @Test("Quantiles and intervals of a distribution")
  func distributions() {
    let dice = Distribution(first: 1, chances: [Double](repeating: 1 / 6, count: 6))
    let two = dice.adding(dice)
    #expect(Self.near(dice.mean, 3.5) && Self.near(two.mean, 7) && Self.near(two.variance, 35.0 / 6))
    #expect(two.first == 2 && two.chances.count == 11 && Self.near(two.chances[5], 6.0 / 36))
    #expect(dice.quantile(0.5) == 3 && two.quantile(0.5) == 7)
    #expect(two.interval(0.8) == 4...10 && Distribution(certain: 3).interval(0.95) == 3...3)
  }
}
