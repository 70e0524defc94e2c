import Testing
import Workshop

@testable import Projection

/// How ratios are distributed, against what can be worked out by hand.
struct RatioChancesTests {
  /// One chance of dying a year that leaves 0.9^10 after ten.
  static let rules = ChanceRules(death: ExactChanceTests.every(0.1))
  static let here = 0.348_678_440_1

  static func ratio(_ houses: [String], _ item: RatioItem) throws -> Distribution {
    let named = houses.enumerated().map { Short.house($1, id: "b\($0)") }
    let states = try #require(ExactChanceTests.exact(named, rules)).states
    #expect(states[1].normalRatios.isEmpty)
    return try #require(states[1].ratios[item])
  }

  @Test("Vacancy rate: a vacant house, and one that empties by chance")
  func vacancyRate() throws {
    let found = try Self.ratio(["vacant", "m40"], .vacancyRate)
    // A half and the whole, in quarters of a hundredth of a per cent.
    #expect(found.first == 20_000 && found.chances.count == 20_001)
    #expect(ExactChanceTests.near(found.chances[0], Self.here))
    #expect(ExactChanceTests.near(found.chances[20_000], 1 - Self.here))
    #expect(found.quantile(0.5) == 40_000 && found.quantile(0.3) == 20_000)
  }

  @Test("Mean age and ageing rate are those of the cases in which somebody is left")
  func ages() throws {
    // Somebody of 30 and somebody of 60, ten years on: both, one, or the other.
    let (both, one) = (Self.here * Self.here, Self.here * (1 - Self.here))
    let whole = both + 2 * one
    let age = try Self.ratio(["m30", "f60"], .meanAge)
    #expect(age.first == 16_000 && age.chances.count == 12_001)
    #expect(ExactChanceTests.near(age.chances[0], one / whole))
    #expect(ExactChanceTests.near(age.chances[6000], both / whole))
    #expect(ExactChanceTests.near(age.chances[12_000], one / whole))
    let ageing = try Self.ratio(["m30", "f60"], .ageingRate)
    #expect(ExactChanceTests.near(ageing.mean, (both * 20_000 + one * 40_000) / whole))
    // People of unknown age count for neither; a third is 3,333 hundredths of a per cent, and something below the half.
    #expect(try Self.ratio(["m30 m?", "f60"], .meanAge) == age)
    #expect(
      try ExactChanceTests.near(
        Self.ratio(["m30 m30 f60"], .ageingRate).chances[4 * 3333 + 1],
        both * Self.here / (1 - (1 - Self.here) * (1 - Self.here) * (1 - Self.here))))
  }

  @Test("Helpers for each 75+: where nobody of 75 is left there is no ratio")
  func helpers() throws {
    let found = try Self.ratio(["m30", "f30", "f80"], .helpersPer75)
    #expect(found.first == 0 && found.chances.count == 801)
    #expect(ExactChanceTests.near(found.chances[800], Self.here * Self.here))
    #expect(ExactChanceTests.near(found.chances[400], 2 * Self.here * (1 - Self.here)))
    let young = try #require(ExactChanceTests.exact([Short.house("m30")], Self.rules)).states[1]
    #expect(young.ratios[.helpersPer75] == nil && young.ratios[.vacancyRate] != nil)
  }

  @Test("A house that is taken down is in no denominator")
  func demolished() throws {
    let rules = ChanceRules(demolition: 0.5)
    let houses = [Short.house("vacant"), Short.house("m40", id: "b2")]
    let states = try #require(ExactChanceTests.exact(houses, rules, horizons: [1])).states
    let found = try #require(states[1].ratios[.vacancyRate])
    #expect(found.first == 0 && ExactChanceTests.near(found.chances[0], 0.5) && found.quantile(0.6) == 20_000)
  }

  @Test("Of many people, the normal law gives what adding everything up does", arguments: [1, 3, 10, 47])
  func normal(years: Int) throws {
    let people = (0..<90).map { place in
      let (age, chance) = (20 + (place * 7) % 60, 0.3 + Double(place % 6) / 10)
      let heads = Heads(age: age + years, Driving())
      return (heads, chance)
    }
    for (item, fraction): (RatioItem, (Heads) -> Fraction) in [
      (.meanAge, { $0.meanAge }), (.ageingRate, { $0.ageing }),
    ] {
      let parts = people.map { heads, chance in
        RatioChances.Part(ways: [(fraction(heads), chance), (fraction(Heads()), 1 - chance)], times: 1)
      }
      let exact = RatioChances(parts, of: item, mostSteps: .infinity)
      let normal = RatioChances(parts, of: item, mostSteps: 0)
      #expect(!exact.isNormal && normal.isNormal)
      let (a, b) = (try #require(exact.distribution), try #require(normal.distribution))
      #expect(
        ExactChanceTests.near(a.chances.reduce(0, +), 1) && ExactChanceTests.near(b.chances.reduce(0, +), 1))
      let deviation = a.variance.squareRoot()
      #expect(abs(a.mean - b.mean) <= 0.03 * deviation + 1e-9)
      for share in [0.025, 0.1, 0.5, 0.9, 0.975] {
        // Within a tenth of a standard deviation, or one step of a ratio of some 50 people.
        let step = item == .ageingRate ? 800.0 : 0
        #expect(Double(abs(a.quantile(share) - b.quantile(share))) < max(0.1 * deviation, step))
      }
    }
  }

  /// A ratio, in how many parts it is told, and what is kept: four times the digits, and where above them it lies.
  static let kept: [(over: Int, under: Int, told: Int, quarters: Int)] = [
    (1, 2, 100, 4 * 50), (1, 3, 10_000, 4 * 3333 + 1), (2, 3, 10_000, 4 * 6666 + 3), (1, 8, 100, 4 * 12 + 2),
    // 6/11 is 54.545…%: of thousandths 545.45, below the half, so 54.5%; not 54.55 and then 54.6.
    (6, 11, 1000, 4 * 545 + 1), (161, 3, 100, 4 * 5366 + 3), (0, 7, 100, 0),
    // Below 0, downwards.
    (-1, 3, 10_000, 4 * -3334 + 3), (-1, 8, 100, 4 * -13 + 2), (-5, 1, 100, 4 * -500),
  ]

  @Test(
    "What is kept of a ratio rounds as the ratio does, and with its rest is the ratio",
    arguments: kept.indices)
  func keptRoundsAsTheRatio(index: Int) throws {
    let (over, under, told, quarters) = Self.kept[index]
    let value = try #require(RatioValue(over: over, under: under, told: told))
    #expect(value.quarters == quarters)
    let whole = (Double(value.quarters) + Double(value.rest) / 4_294_967_296) / Double(4 * told)
    #expect(abs(whole - Double(over) / Double(under)) < 1e-12)
    let ratio = Double(over) / Double(under) * Double(told)
    #expect((Double(value.quarters) / 4).rounded() == ratio.rounded())
    #expect(RatioValue(over: over, under: 0, told: told) == nil)
  }

  @Test("Means are those of the ratios, not of what is told of them, exact or simulated")
  func means() throws {
    // Of three houses one is vacant; the three who live in the others are 50, 55 and 56: 161/3 years.
    let map = Short.map(
      ["m50 f55", "m56", "vacant"].enumerated().map { Short.house($1, id: "b\($0)") }, horizons: [1])
    let projector = ChanceProjector(map: map, rules: ChanceRules())
    let exact = try #require(projector.exact()).states[0].ratios
    let runs = projector.simulate(runs: 0..<3, seed: 1).projection.states[0].ratios
    for ratios in [exact, runs] {
      let (age, vacancy) = (try #require(ratios[.meanAge]), try #require(ratios[.vacancyRate]))
      #expect(abs(age.mean / Double(RatioItem.meanAge.scale) - 161.0 / 3) < 1e-9)
      #expect(abs(vacancy.mean / Double(RatioItem.vacancyRate.scale) - 1.0 / 3) < 1e-12)
      #expect(age.quantile(0.5) == 4 * 5366 + 3 && vacancy.quantile(0.5) == 4 * 3333 + 1)
      #expect(age.variance < 1e-6)
    }
  }

  @Test("Ratios of several maps together are those of one map with all the houses")
  func together() throws {
    let houses = ["m60 f58", "f75", "m80 f78", "vacant"].enumerated().map { Short.house($1, id: "b\($0)") }
    func chances(_ houses: [House]) throws -> ExactChances {
      try #require(ChanceProjector(map: Short.map(houses, horizons: [10]), rules: Self.rules).exactChances())
    }
    let whole = try chances(houses).projection.states[1].ratios
    let sum = try ExactChances.ratios([chances([houses[0]]), chances(Array(houses[1...]))], at: 10)
    #expect(sum.normal.isEmpty && ExactChances.ratios([], at: 10).ratios.isEmpty)
    for item in RatioItem.allCases {
      let (one, other) = (try #require(whole[item]), try #require(sum.ratios[item]))
      #expect(abs(one.mean - other.mean) < 1e-6 && one.quantile(0.5) == other.quantile(0.5), "\(item)")
    }
  }

  @Test("Simulated ratios are put together from parts to the same bytes, and agree with the exact ones")
  func simulated() throws {
    let map = Short.map(
      ["m60 f58 m20.child", "f75", "m80 f78", "vacant"].enumerated().map { Short.house($1, id: "b\($0)") },
      horizons: [8])
    let projector = try ChanceProjector(map: map, rules: SimulationTests.rules())
    let whole = projector.simulate(runs: 0..<400, seed: 4)
    var parts = projector.simulate(runs: 150..<400, seed: 4)
    try parts.merge(projector.simulate(runs: 0..<150, seed: 4))
    #expect(parts == whole)
    let exact = try #require(projector.exact()).states[1].ratios
    for (item, found) in whole.projection.states[1].ratios {
      let truth = try #require(exact[item])
      #expect(abs(found.mean - truth.mean) < 4 * (truth.variance / 400).squareRoot())
      #expect(found.first >= truth.first)
    }
  }
}
