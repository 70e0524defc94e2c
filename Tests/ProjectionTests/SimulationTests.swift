import Foundation
import Projection
import Testing
import Workshop

/// Keyed simulation: independent of order, threads and neighbours, and in agreement with the exact way.
struct SimulationTests {
  static func rules(returning: Bool = false) throws -> ChanceRules {
    var rules = try Rates.rules()
    if !returning { rules.returning = .never }
    rules.drivesUntil = 78
    return rules
  }

  static func map(_ seed: Int) -> TableMap {
    var inventor = RandomNeighbourhood(seed: seed)
    var map = inventor.map(houses: 2...5)
    map.horizons = [5, 15, 30]
    return map
  }

  @Test("Order, removal and addition of houses change nothing for any other, to the bit", arguments: 0..<20)
  func neighbours(seed: Int) throws {
    let rules = try Self.rules(returning: true)
    let map = Self.map(seed)
    let whole = ChanceProjector(map: map, rules: rules).simulate(runs: 0..<50, seed: 9).projection
    var turned = map
    turned.houses.reverse()
    var fewer = map
    fewer.houses.removeFirst()
    for other in [turned, fewer] {
      let runs = ChanceProjector(map: other, rules: rules).simulate(runs: 0..<50, seed: 9).projection
      for (a, b) in zip(whole.states, runs.states) {
        for dwelling in b.dwellings { #expect(a.dwellings.contains(dwelling)) }
        for person in b.people { #expect(a.people.contains(person)) }
      }
    }
  }

  @Test("1, 2 and 16 threads, and shards put together in any order, are the whole, to the bit")
  func parts() async throws {
    let projector = try ChanceProjector(map: Self.map(3), rules: Self.rules(returning: true))
    let whole = projector.simulate(runs: 0..<101, seed: 5)
    #expect(whole.runs == 101)
    for threads in [1, 2, 16] {
      let found = try await projector.simulate(runs: 0..<101, seed: 5, threads: threads)
      #expect(found == whole)
    }
    let shards = ChanceProjector.parts(of: 0..<101, count: 7)
    #expect(
      shards.map(\.count).reduce(0, +) == 101 && shards.first?.lowerBound == 0
        && shards.last?.upperBound == 101)
    var sum = projector.simulate(runs: shards[6], seed: 5)
    for shard in [2, 0, 5, 1, 4, 3] {
      try sum.merge(projector.simulate(runs: shards[shard], seed: 5))
    }
    #expect(sum.spans == [Simulation.Span(first: 0, end: 101)])
    #expect(sum == whole && sum.projection == whole.projection)
    // Saved, a part is what it was, and the parts put together are the bytes of the whole.
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let (saved, savedWhole) = (try encoder.encode(sum), try encoder.encode(whole))
    let back = try JSONDecoder().decode(Simulation.self, from: saved)
    #expect(saved == savedWhole && back == whole)
    func trouble(_ other: Simulation) -> Simulation.MergeTrouble? {
      var copy = whole
      do {
        try copy.merge(other)
        return nil
      } catch {
        #expect(copy == whole && !error.message.ja.isEmpty && !error.message.en.isEmpty)
        return error
      }
    }
    #expect(trouble(projector.simulate(runs: 200..<201, seed: 6)) == .otherJob)
    #expect(trouble(projector.simulate(runs: 100..<102, seed: 5)) == .sameRuns)
    #expect(trouble(projector.simulate(runs: 101..<102, seed: 5)) == nil)
    let cut = String(decoding: savedWhole, as: UTF8.self).replacing(
      "\"statuses\":[[", with: "\"statuses\":[[0],[")
    let damaged = try JSONDecoder().decode(Simulation.self, from: Data(cut.utf8))
    #expect(trouble(damaged) == .damaged)
    #expect(projector.simulate(runs: 0..<101, seed: 6) != whole)
  }

  @Test("What depends on the house is simulated: nobody comes back to a house that others have taken")
  func dependence() {
    // The house empties for certain in the first year, is filled for certain in the second; who is away would come
    // back for certain, but in the third only.
    let rules = ChanceRules(
      death: .between(80...200, 1), returning: .between(52...200, 1), filling: 1)
    let map = Short.map([Short.house("m79 m49.child.away")], horizons: [1, 2, 3, 9])
    let states = ChanceProjector(map: map, rules: rules).simulate(runs: 0..<10, seed: 1).projection.states
    #expect(states.map { $0.dwellings[0].unknown } == [0, 0, 1, 1, 1])
    #expect(states.map { $0.people[1].here } == [0, 0, 0, 0, 0])
    // A year earlier, it is theirs.
    let sooner = Short.map([Short.house("m79 m50.child.away")], horizons: [1, 2, 3])
    let home = ChanceProjector(map: sooner, rules: rules).simulate(runs: 0..<10, seed: 1).projection.states
    #expect(home.map { $0.people[1].here } == [0, 0, 1, 1])
  }

  @Test("Run for run the same as an independent implementation in Python (Tests/Peers/kernel.py)")
  func peer() throws {
    let rates = try Rates.rules()
    let rules = ChanceRules(death: rates.death, leavingHome: rates.leavingHome)
    let map = Short.map([Short.house("m75 f70s m17.child")], horizons: [10, 20])
    let simulation = ChanceProjector(map: map, rules: rules).simulate(runs: 0..<2000, seed: 20_230_207)
    let states = simulation.projection.states
    func runs(_ share: Double) -> Int { Int((share * 2000).rounded()) }
    #expect(states[1].people.map { runs($0.here) } == [1202, 1587, 423])
    #expect(states[2].people.map { runs($0.here) } == [242, 657, 301])
    #expect(states.map { runs($0.dwellings[0].vacant) } == [0, 126, 1013])
  }

  @Test("The difference a scenario makes is that of paired runs: none where it changes nothing")
  func differences() throws {
    let rates = try Rates.rules()
    let rules = ChanceRules(death: rates.death, leavingHome: rates.leavingHome)
    let map = Short.map(
      [
        Short.house("m75 f73 m40.child.away"), Short.house("m80", id: "b2"),
        Short.house("f70s m17.child", id: "b3"),
      ])
    let base = ChanceProjector(map: map, rules: rules)
    let scenario = Scenario(name: "s", people: ["b1.3": [.returns(2030)]])
    let other = ChanceProjector(map: map, rules: rules, scenario: scenario)
    let same = base.difference(to: base, runs: 0..<50, seed: 3)
    #expect(same.allSatisfy { $0.counts.values.allSatisfy { $0 == Distribution(certain: 0) } })
    let difference = base.difference(to: other, runs: 0..<400, seed: 3)
    #expect(difference.map(\.horizon) == [0, 10, 20, 30])
    let population = try #require(difference[1].counts[.population])
    // The one who returns is here or not, and nobody else is touched: 0 or 1, as often as he lives to be 50.
    #expect(population.first >= 0 && population.first + population.chances.count <= 2)
    let exact = try #require(other.exact()).states[1].people[2].here
    #expect(abs(population.mean - exact) < 3 * Simulation.standardError(of: exact, runs: 400))
    let vacant = try #require(difference[3].counts[.vacant])
    #expect(vacant.first == -1 && vacant.first + vacant.chances.count <= 1)
    // Two independent sets of runs would differ in the other houses too.
    #expect(vacant.variance < 0.26)
  }

  @Test(
    "Two families of one year are different people: each draws for themselves, and the first keep their ids")
  func twoFamilies() throws {
    let house = Short.house("vacant + moves-in2024 m70 + moves-in2030 m20 + moves-in2024 m70 f60")
    let rules = ChanceRules(death: .between(71...200, 0.1))
    let projector = ChanceProjector(map: Short.map([house], horizons: [11]), rules: rules)
    let run = projector.simulate(runs: 0..<3000, seed: 1).projection.states[1]
    #expect(run.people.map(\.id) == ["b1@2024.1", "b1@2024.2", "b1@2024.3", "b1@2030.1"])
    #expect(house.dwellings[0].arrivals == ["b1@2024.1", "b1@2030.1", "b1@2024.2", "b1@2024.3"])
    // Two men of 70: each is here after ten years with chance 0.9^10 = 0.3487, one of them or both with 0.5758; were they
    // one person, with 0.3487.
    let two = Short.house("vacant + moves-in2024 m70 + moves-in2024 m70")
    let both = ChanceProjector(map: Short.map([two], horizons: [11]), rules: rules)
    let expected = 1 - (1 - 0.348_678_440_1) * (1 - 0.348_678_440_1)
    let found = both.simulate(runs: 0..<3000, seed: 1).projection.states[1].dwellings[0].occupied
    #expect(abs(found - expected) < 3 * Simulation.standardError(of: expected, runs: 3000))
    #expect(ExactChanceTests.near(both.exact()?.states[1].dwellings[0].occupied, expected))
  }

  @Test("The standard error is that of a share")
  func standardError() {
    #expect(abs(Simulation.standardError(of: 0.2, runs: 10_000) - 0.004) < 1e-15)
    #expect(Simulation.standardError(of: 0.5, runs: 0) == .infinity)
  }
}
