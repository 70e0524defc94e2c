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
    // 5,000 and 10,000 of 10,000.
    #expect(found.first == 5000 && found.chances.count == 5001)
    #expect(ExactChanceTests.near(found.chances[0], Self.here))
    #expect(ExactChanceTests.near(found.chances[5000], 1 - Self.here))
    #expect(found.quantile(0.5) == 10_000 && found.quantile(0.3) == 5000)
  }

  @Test("Mean age and ageing rate are those of the cases in which somebody is left")
  func ages() throws {
    // Somebody of 30 and somebody of 60, ten years on: both, one, or the other.
    let (both, one) = (Self.here * Self.here, Self.here * (1 - Self.here))
    let whole = both + 2 * one
    let age = try Self.ratio(["m30", "f60"], .meanAge)
    #expect(age.first == 4000 && age.chances.count == 3001)
    #expect(ExactChanceTests.near(age.chances[0], one / whole))
    #expect(ExactChanceTests.near(age.chances[1500], both / whole))
    #expect(ExactChanceTests.near(age.chances[3000], one / whole))
    let ageing = try Self.ratio(["m30", "f60"], .ageingRate)
    #expect(ExactChanceTests.near(ageing.mean, (both * 5000 + one * 10_000) / whole))
    // People of unknown age count for neither; a third of three is rounded to a hundredth of a per cent.
    #expect(try Self.ratio(["m30 m?", "f60"], .meanAge) == age)
    #expect(
      try ExactChanceTests.near(
        Self.ratio(["m30 m30 f60"], .ageingRate).chances[3333],
        both * Self.here / (1 - (1 - Self.here) * (1 - Self.here) * (1 - Self.here))))
  }

  @Test("Helpers for each 75+: where nobody of 75 is left there is no ratio")
  func helpers() throws {
    let found = try Self.ratio(["m30", "f30", "f80"], .helpersPer75)
    #expect(found.first == 0 && found.chances.count == 201)
    #expect(ExactChanceTests.near(found.chances[200], Self.here * Self.here))
    #expect(ExactChanceTests.near(found.chances[100], 2 * Self.here * (1 - Self.here)))
    let young = try #require(ExactChanceTests.exact([Short.house("m30")], Self.rules)).states[1]
    #expect(young.ratios[.helpersPer75] == nil && young.ratios[.vacancyRate] != nil)
  }

  @Test("A house that is taken down is in no denominator")
  func demolished() throws {
    let rules = ChanceRules(demolition: 0.5)
    let houses = [Short.house("vacant"), Short.house("m40", id: "b2")]
    let states = try #require(ExactChanceTests.exact(houses, rules, horizons: [1])).states
    let found = try #require(states[1].ratios[.vacancyRate])
    #expect(found.first == 0 && ExactChanceTests.near(found.chances[0], 0.5) && found.quantile(0.6) == 5000)
  }

  @Test("Of many people, the normal law gives what adding everything up does", arguments: [1, 3, 10, 47])
  func normal(years: Int) throws {
    let people = (0..<90).map { place in
      let (age, chance) = (20 + (place * 7) % 60, 0.3 + Double(place % 6) / 10)
      let heads = Heads(age: age + years)
      return (heads, chance)
    }
    for (item, fraction): (RatioItem, (Heads) -> Fraction) in [
      (.meanAge, { $0.meanAge }), (.ageingRate, { $0.ageing }),
    ] {
      let parts = people.map { heads, chance in
        RatioChances.Part(ways: [(fraction(heads), chance), (fraction(Heads()), 1 - chance)], times: 1)
      }
      let exact = RatioChances(parts, scale: item.scale, mostSteps: .infinity)
      let normal = RatioChances(parts, scale: item.scale, mostSteps: 0)
      #expect(!exact.isNormal && normal.isNormal)
      let (a, b) = (try #require(exact.distribution), try #require(normal.distribution))
      #expect(
        ExactChanceTests.near(a.chances.reduce(0, +), 1) && ExactChanceTests.near(b.chances.reduce(0, +), 1))
      let deviation = a.variance.squareRoot()
      #expect(abs(a.mean - b.mean) <= 0.03 * deviation + 1e-9)
      for share in [0.025, 0.1, 0.5, 0.9, 0.975] {
        // Within a tenth of a standard deviation, or one step of a ratio of some 50 people.
        let step = item == .ageingRate ? 200.0 : 0
        #expect(Double(abs(a.quantile(share) - b.quantile(share))) < max(0.1 * deviation, step))
      }
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
