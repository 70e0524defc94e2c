import Testing
import Workshop

@testable import Projection

/// Of whom a scenario says nothing, the runs of the base case are taken over. Nothing may be told by that.
struct JobTests {
  private static func rules() throws -> ChanceRules {
    var rules = try Rates.rules()
    rules.partnering = try RateFile(Rates.text("partnering.csv")).ageGroups()
    rules.births = try RateFile(Rates.text("births.csv")).ageGroups()
    rules.returnWhenParentsGone = 0.5
    return rules
  }

  /// A neighbourhood and a scenario that says something of its first houses only.
  private static func invented(_ seed: Int, families: Double?) throws -> (
    base: ChanceProjector, other: ChanceProjector
  ) {
    var inventor = RandomNeighbourhood(seed: 7000 + seed)
    let map = inventor.map(houses: 7...9)
    var scenario = inventor.scenario(on: map)
    func isFirst(_ id: String) -> Bool {
      ["h1", "h2", "h3"].contains { id == $0 || id.hasPrefix("\($0).") || id.hasPrefix("\($0)-") }
    }
    scenario.people = scenario.people.filter { isFirst($0.key) }
    scenario.houses = scenario.houses.filter { isFirst($0.key) }
    var rules = try Self.rules()
    rules.familiesAYear = families
    return (
      ChanceProjector(map: map, rules: rules), ChanceProjector(map: map, rules: rules, scenario: scenario)
    )
  }

  @Test("A case that is played in part comes to the same as one that is played whole", arguments: 0..<24)
  func inPart(seed: Int) throws {
    let (base, other) = try Self.invented(seed, families: nil)
    let unlike = UnlikeHouses(base, base.plans(), other, other.plans())
    #expect(unlike.one.count <= 3 && unlike.same.count >= 4)
    let job = ChanceJob([[base], [other], [base]], seed: 5)
    let tally = try job.play(10..<40)
    #expect(tally.isWhole)
    #expect(tally.cells[0][0].simulation == base.simulate(runs: 10..<40, seed: 5))
    #expect(tally.cells[1][0].simulation == other.simulate(runs: 10..<40, seed: 5))
    #expect(tally.cells[2][0].simulation == tally.cells[0][0].simulation)
    #expect(tally.cells[2][0].figures == tally.cells[0][0].figures)
    // Run by run, each case by itself.
    let pairs = (10..<40 as Range<UInt32>).map { run in
      [base, other].map { $0.simulate(runs: run..<run + 1, seed: 5).projection.states }
    }
    let differences = try #require(tally.cells[1][0].differences)
    let ofPairs = base.difference(to: other, runs: 10..<40, seed: 5)
    for item in CountItem.allCases {
      for (index, found) in differences.enumerated() where found[item] != nil {
        var runs: [Int: Int] = [:]
        for pair in pairs {
          let counts = pair.map { $0[index].counts[item]?.mean ?? .nan }
          runs[Int(counts[1] - counts[0]), default: 0] += 1
        }
        #expect(found[item] == Distribution(runs: runs), "\(item)")
        #expect(ofPairs[index].counts[item] == found[item], "\(item)")
      }
    }
  }

  @Test("Where families come, or rules differ, every house is played again")
  func whole() throws {
    let (base, other) = try Self.invented(1, families: 0.5)
    #expect(UnlikeHouses(base, base.plans(), other, other.plans()).same.isEmpty)
    let tally = try ChanceJob([[base], [other]], seed: 5).play(0..<20)
    #expect(tally.cells[1][0].simulation == other.simulate(runs: 0..<20, seed: 5))
    var rules = try Self.rules()
    let one = ChanceProjector(map: base.map, rules: rules)
    rules.returnWhenParentsGone = 0.4
    let two = ChanceProjector(map: base.map, rules: rules)
    #expect(UnlikeHouses(one, one.plans(), two, two.plans()).same.isEmpty)
  }

  @Test(
    "Runs that are spared count as made; nothing was seen in them, and they are not put together with others")
  func spared() throws {
    let (base, _) = try Self.invented(2, families: nil)
    let job = ChanceJob([[base]], seed: 5)
    var whole = job.spared(runs: 0..<10)
    #expect(whole.isWhole && whole.runs == 10 && whole.cells[0][0].simulation.runs == 0)
    let played = try job.play(10..<20)
    #expect(throws: Simulation.MergeTrouble.otherJob) { try whole.merge(played) }
    try whole.merge(job.spared(runs: 10..<20))
    #expect(whole == job.spared(runs: 0..<20))
    #expect(throws: Simulation.MergeTrouble.sameRuns) { try whole.merge(job.spared(runs: 5..<6)) }
  }
}
