import Projection
import Testing
import Workshop

/// What happens at an age instead of in a year. Tables as in ``WorkedCasesTests``.
struct PlansAtAgeTests {
  @Test("It happens in the year in which somebody reaches the age")
  func exactAges() {
    WorkedCasesTests.check(
      """
      m60 f58 m22.child.away.returns@35           | 60 58 | 70 68    | 80 78 42 | 52
      m60 f58 m29.child.away.returns@39           | 60 58 | 70 68 39 | 80 78 49 | 59
      m60 f58 m28.child.away.returns@39           | 60 58 | 70 68    | 80 78 48 | 58
      b1960.care@75 f50                           | 63 50 | 73 60    | 70       | 80
      m70.care@80 f60                             | 70 60 | 70       | 80       | ■
      m45 f43 m12.child.leaves@25                 | 45 43 12 | 55 53 22 | 65 63 | 75 73
      m45 f43 m12.child.leaves@18.returns@35      | 45 43 12 | 55 53 | 65 63    | 75 73 42
      m30.marries@32                              | 30    | 40 40    | 50 50    | 60 60
      m30.marries@41:28                           | 30    | 40       | 50 37    | 60 47
      m60.other.away.returns@85                   | ■     | ■        | ■        | ■
      vacant + moves-in2030 m35 f33 m3.child.leaves@18 | ■ | 38 36 6 | 48 46 16 | 58 56
      """)
    // To the year; an age that is reached already counts from the year after the sheet was drawn.
    WorkedCasesTests.check(
      """
      m60 m33.other.away.returns@35 | 60 | 61    | 62 35 | 63 36
      m60 m35.other.away.returns@35 | 60 | 61 36 | 62 37 | 63 38
      m60 m?.other.away.returns@35  | 60 | 61    | 62    | 63
      """, years: [2023, 2024, 2025, 2026])
  }

  @Test("Of a band the point is the representative age, and the range every age")
  func bands() {
    // 74 is 80 in 2029; somebody of 79 in 2024, somebody of 70 in 2033.
    WorkedCasesTests.check(
      """
      m70s.care@80 | 74 | ~ 75~ | ~ 79~ | ■~ (80~) | ■~ (83~) | ■
      """, years: [2023, 2024, 2028, 2029, 2032, 2033])
    // 24 is 35 in 2034; somebody of 29 in 2029, somebody of 20 in 2038.
    WorkedCasesTests.check(
      """
      m20-29.away.returns@35 | ■ | ■ | ■~ (30~) | ■~ (34~) | ~ 35~ | ~ 38~ | 39
      """, years: [2023, 2028, 2029, 2033, 2034, 2037, 2038])
    // A partner of 28 comes in 2030; to somebody of 39 in 2025, to somebody of 30 in 2034.
    let map = Short.map([Short.house("m30-39.marries@41:28")], horizons: [2, 7, 11])
    let states = Projector(map: map).project().states
    #expect(
      states.map(\.figures.population) == [
        Count(1, low: 1, high: 1), Count(1, low: 1, high: 2), Count(2, low: 1, high: 2),
        Count(2, low: 2, high: 2),
      ])
    #expect(
      states[3].houses[0].dwellings[0].people.map(\.age) == [
        .band(41...50, representative: 45), .band(28...37, representative: 32),
      ])
  }

  @Test("Whoever is to come at an age keeps the house from being taken down until then")
  func demolition() {
    let rules = RuleChanges(demolishedAfter: .at(5))
    // Vacant since 2023. 22 is 35 in 2036; somebody of 24 in 2034, somebody of 20 in 2038.
    WorkedCasesTests.check(
      """
      vacant                 | ■ | - | -        | -        | -     | -     | -
      m20-24.away.returns@35 | ■ | ■ | ■~ (33~) | ■~ (34~) | ~ 35~ | ~ 36~ | 37
      """, years: [2023, 2033, 2034, 2035, 2036, 2037, 2038], rules: rules)
    // Nobody comes after all, being 85 by then: of 62 in 2046, of 64 in 2044, of 60 in 2048.
    WorkedCasesTests.check(
      """
      m60-64.away.returns@85 | ■ | ■ | ■~ | ■~ | -~ | -~ | -
      """, years: [2023, 2043, 2044, 2045, 2046, 2047, 2048], rules: rules)
  }

  @Test("By chance rules somebody comes back at the age that the run, or the share, gives them")
  func byChance() throws {
    let map = Short.map([Short.house("m20-29.away.returns@35")], horizons: [6, 10, 11, 15])
    let projector = ChanceProjector(map: map, rules: ChanceRules())
    // 29 after 6 years, 25 and more after 10, 24 and more after 11, all after 15.
    let exact = try #require(projector.exact()).states.map { $0.people[0].here }
    #expect(zip(exact, [0, 0.1, 0.5, 0.6, 1]).allSatisfy { abs($0 - $1) < 1e-12 })
    let run = projector.simulate(runs: 0..<2_000, seed: 1).projection.states.map { $0.people[0].here }
    #expect(zip(exact, run).allSatisfy { abs($0 - $1) < 0.04 })
  }
}
