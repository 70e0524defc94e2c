import Projection
import Testing
import Workshop

/// Exact chances against closed forms: what a demographer would write down for a few people and the life table.
struct ClosedFormTests {
  /// The chance that somebody of this age is alive so many years later: the product of 1 − q.
  static func survival(_ sex: Sex, _ age: Int, _ years: Int, _ rules: ChanceRules) -> Double {
    (0..<years).map { 1 - rules.death.chance(age: age + $0 + 1, sex: sex) }.reduce(1, *)
  }

  /// By hand from the qx of Assets/rates/death.csv: a man of 80 lives on to 81 with chance 1 − q(80), and so on.
  @Test(
    "One person and the life table",
    arguments: [("m80", Sex.male, 80), ("f80", .female, 80), ("f0", .female, 0), ("m64", .male, 64)])
  func one(text: String, sex: Sex, age: Int) throws {
    let rules = try ChanceRules(death: Rates.rules().death)
    let horizons = [1, 10, 20, 30]
    let states = try #require(ExactChanceTests.exact([Short.house(text)], rules, horizons: horizons)).states
    for (state, years) in zip(states.dropFirst(), horizons) {
      let alive = Self.survival(sex, age, years, rules)
      #expect(ExactChanceTests.near(state.people[0].here, alive))
      #expect(ExactChanceTests.near(state.dwellings[0].vacant, 1 - alive))
      #expect(ExactChanceTests.near(state.counts[.population]?.mean, alive))
      #expect(ExactChanceTests.near(state.counts[.population]?.variance, alive * (1 - alive)))
    }
  }

  @Test("A couple: vacant when both have gone, alone when one has")
  func couple() throws {
    let rules = try ChanceRules(death: Rates.rules().death)
    let state = try #require(ExactChanceTests.exact([Short.house("m80 f75")], rules, horizons: [12])).states[
      1]
    let (he, she) = (Self.survival(.male, 80, 12, rules), Self.survival(.female, 75, 12, rules))
    #expect(ExactChanceTests.near(state.dwellings[0].vacant, (1 - he) * (1 - she)))
    #expect(ExactChanceTests.near(state.counts[.olderLivingAlone]?.mean, he * (1 - she) + she * (1 - he)))
    #expect(ExactChanceTests.near(state.counts[.elderlyOnly]?.mean, 1 - (1 - he) * (1 - she)))
    let population = try #require(state.counts[.population])
    let expected = [(1 - he) * (1 - she), he * (1 - she) + she * (1 - he), he * she]
    #expect(zip(population.chances, expected).allSatisfy { ExactChanceTests.near($0, $1) })
  }

  @Test("Likely vacant next: lived in now, and everybody gone at the next horizon")
  func next() throws {
    let rules = try ChanceRules(death: Rates.rules().death)
    let state = try #require(ExactChanceTests.exact([Short.house("m80 f75")], rules, horizons: [10, 20]))
      .states[1]
    func gone(_ sex: Sex, _ age: Int, _ years: Int) -> Double { 1 - Self.survival(sex, age, years, rules) }
    let (soon, later) = (
      gone(.male, 80, 10) * gone(.female, 75, 10), gone(.male, 80, 20) * gone(.female, 75, 20)
    )
    #expect(ExactChanceTests.near(state.counts[.likelyVacantNext]?.mean, later - soon))
  }

  /// Half of the sons have left at 22.4: one chance of 1 − 0.5^(1/4.4) a year from 18 to 29.
  @Test(
    "A child leaving",
    arguments: [(17, 1, 0.854_25), (17, 4, 0.532_525), (19, 3, 0.623_383), (28, 5, 0.854_25)])
  func child(age: Int, years: Int, here: Double) throws {
    let rules = try ChanceRules(leavingHome: Rates.rules().leavingHome)
    let house = Short.house("m60 f58 m\(age).child")
    let state = try #require(ExactChanceTests.exact([house], rules, horizons: [years])).states[1]
    // 0.85425^n, n being the birthdays from the 18th to the 29th that fall into the years.
    #expect(abs(state.people[2].here - here) < 1e-6)
    #expect(state.people[0].here == 1)
  }

  @Test("Death and leaving together: the chances multiply")
  func both() throws {
    let rates = try Rates.rules()
    let rules = ChanceRules(death: rates.death, leavingHome: rates.leavingHome)
    let state = try #require(
      ExactChanceTests.exact([Short.house("m60 f58 m17.child")], rules, horizons: [4])
    ).states[1]
    let expected = Self.survival(.male, 17, 4, rules) * 0.85425 * 0.85425 * 0.85425 * 0.85425
    #expect(ExactChanceTests.near(state.people[2].here, expected))
  }

  @Test("Of a whole closed population the expected survivors are the table's")
  func closedPopulation() throws {
    let rules = try ChanceRules(death: Rates.rules().death)
    let houses = (0...95).flatMap { age in
      [Short.house("m\(age)", id: "m\(age)"), Short.house("f\(age)", id: "f\(age)")]
    }
    let states = try #require(ExactChanceTests.exact(houses, rules, horizons: [5, 30])).states
    for (state, years) in zip(states.dropFirst(), [5, 30]) {
      var mean = 0.0
      var variance = 0.0
      for age in 0...95 {
        for sex in [Sex.male, .female] {
          let alive = Self.survival(sex, age, years, rules)
          mean += alive
          variance += alive * (1 - alive)
        }
      }
      let population = try #require(state.counts[.population])
      #expect(abs(population.mean - mean) < 1e-9 && abs(population.variance - variance) < 1e-9)
      #expect(abs((state.counts[.vacant]?.mean ?? 0) - (192 - mean)) < 1e-9)
    }
  }

  @Test("A house for rent: let again in the year after it empties, or the year after that, and so on")
  func rented() throws {
    // He is gone in the year he turns 85; from the year after, each year 0.3.
    let rules = ChanceRules(death: .from(85), letting: 0.3)
    for (years, unknown) in [(1, 0.0), (2, 0.3), (3, 0.51), (5, 0.7599)] {
      let state = try #require(
        ExactChanceTests.exact([Short.house("m84 + rented")], rules, horizons: [years])
      ).states[1]
      #expect(ExactChanceTests.near(state.dwellings[0].unknown, unknown))
    }
  }

  @Test("Sums over many like houses: 800 people alone and 200 couples")
  func longSums() throws {
    let rules = ChanceRules(death: ExactChanceTests.every(0.1))
    let houses = (0..<1000).map { Short.house($0 < 800 ? "m40" : "m40 f40", id: "b\($0)") }
    let state = try #require(ExactChanceTests.exact(houses, rules)).states[1]
    let gone = 1 - 0.348_678_440_1
    let vacant = try #require(state.counts[.vacant])
    #expect(abs(vacant.mean - (800 * gone + 200 * gone * gone)) < 1e-8)
    let variance = 800 * gone * (1 - gone) + 200 * gone * gone * (1 - gone * gone)
    #expect(abs(vacant.variance - variance) < 1e-7)
    #expect(abs(vacant.chances.reduce(0, +) - 1) < 1e-12)
    #expect(
      state.people.count == 1200 && state.people.allSatisfy { ExactChanceTests.near($0.here, 1 - gone) })
  }
}
