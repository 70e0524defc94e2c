import Projection
import Testing

@testable import City

/// Ages and sexes, counted beside the figures.
struct AgesTests {
  @Test(
    "In all runs together there are as many people in the classes as the figures say",
    arguments: 31...34 as ClosedRange<UInt64>)
  func sameAsFigures(seed: UInt64) async throws {
    let (text, _) = Rosters.invented(seed: seed, houses: 40)
    let roster = try #require(Rosters.read(text).roster)
    var rules = CityRules(try Rosters.rules())
    // Returns take houses out of the quick way.
    if seed % 2 == 0 { rules.returning = .between(18...80, 0.08) }
    let city = try await CityProjector(roster: roster, rules: rules, horizons: [10, 30], seed: 3)
      .simulate(runs: 0..<50, threads: 2)
    for horizon in 0..<3 {
      let ages = city.ages(group: 0, horizon: horizon)
      func sum(_ figure: CityFigure) -> Int64 {
        let counts = city.counts(figure, group: 0, horizon: horizon)
        return zip(counts.values, counts.runs).reduce(0) { $0 + $1.0 * Int64($1.1) }
      }
      func classes(_ range: Range<Int>) -> Int64 { range.reduce(0) { $0 + ages.men($1) + ages.women($1) } }
      let known = classes(0..<CityAges.classes)
      #expect(ages.everybody == sum(.population) && ages.everybody > 0)
      #expect(known + ages.others == ages.everybody)
      // Those of unknown sex are in no class, so the classes hold no more than the figures.
      let differences = [
        sum(.under15) - classes(0..<3), sum(.from15to64) - classes(3..<13),
        sum(.from65) - classes(13..<CityAges.classes),
      ]
      #expect(differences.allSatisfy { $0 >= 0 } && differences.reduce(sum(.unknownAge), +) == ages.others)
    }
  }

  @Test("Where nothing happens everybody is ten years older")
  func older() async throws {
    let text = """
      house,district,sex,age,relation
      a,T,m,70,head
      a,T,f,69,partner
      b,T,f,4,child
      b,T,f,,head
      c,T,,50,head
      d,T,m,98,head

      """
    let roster = try #require(Rosters.read(text).roster)
    let city = try await CityProjector(
      roster: roster, rules: CityRules(), horizons: [10], seed: 1, smallest: 1
    )
    .simulate(runs: 0..<4, threads: 1)
    func table(_ horizon: Int) -> [[Int: Int64]] {
      let ages = city.ages(group: 0, horizon: horizon)
      return [ages.men, ages.women].map { row in
        Dictionary(
          uniqueKeysWithValues: (0..<CityAges.classes).map { ($0 * 5, row($0)) }.filter { $0.1 > 0 })
      }
    }
    #expect(table(0) == [[70: 4, 95: 4], [0: 4, 65: 4]])
    #expect(table(1) == [[80: 4, 100: 4], [10: 4, 75: 4]])
    #expect(city.ages(group: 0, horizon: 1).others == 8)
    // The only district is the whole.
    #expect(city.ages(group: 1, horizon: 1) == city.ages(group: 0, horizon: 1))
  }
}
