import Projection
import Testing
import Workshop

@testable import City

/// The city's kernel beside the session's engine: the same draws, so the same counts in every run.
struct KernelTests {
  static let items: [(CityFigure, CountItem)] = [
    (.population, .population), (.under15, .under15), (.from15to64, .from15to64), (.from65, .from65),
    (.from75, .from75), (.helpers, .helpers), (.unknownAge, .unknownAge), (.households, .households),
    (.unknownHouseholds, .unknownHouseholds), (.vacant, .vacant), (.dwellings, .dwellings),
    (.livedIn, .livedIn), (.livingAlone, .livingAlone), (.olderLivingAlone, .olderLivingAlone),
    (.elderlyOnly, .elderlyOnly), (.nobodyUnder65, .nobodyUnder65), (.likelyVacantNext, .likelyVacantNext),
  ]

  static let ratios: [(CityFigure, RatioItem)] = [
    (.vacancyRate, .vacancyRate), (.meanAge, .meanAge), (.ageingRate, .ageingRate),
    (.helpersPer75, .helpersPer75),
  ]

  /// How many distributions differ between the two.
  static func differences(
    seed: UInt64, rules: CityRules, projector: (TableMap) -> ChanceProjector,
    horizons: [Int] = [1, 7, 30, 45]
  ) async throws -> (compared: Int, different: [String]) {
    let (text, map) = Rosters.invented(seed: seed, houses: 20)
    let roster = try #require(Rosters.read(text).roster)
    let city = try await CityProjector(roster: roster, rules: rules, horizons: horizons, seed: 11)
      .simulate(runs: 3..<43, threads: 2)
    let session = projector(map).simulate(runs: 3..<43, seed: 11, horizons: horizons).projection
    var compared = 0
    var different: [String] = []
    for (index, then) in session.states.enumerated() {
      let figures =
        items.map { ($0.0, "\($0.1)", then.counts[$0.1]) }
        + ratios.map { ($0.0, "\($0.1)", then.ratios[$0.1]) }
      for (figure, item, expected) in figures {
        guard let expected else { continue }
        let found = city.counts(figure, group: 0, horizon: index)
        compared += 1
        // Of a ratio, the runs in which there is something to divide by.
        let shares = zip(found.values, found.runs).map { (Int($0), Double($1) / Double(found.count)) }
        let wanted = expected.chances.enumerated().filter { $0.element > 0 }
          .map { (expected.first + $0.offset, $0.element) }
        if shares.count != wanted.count
          || !zip(shares, wanted).allSatisfy({ $0.0 == $1.0 && abs($0.1 - $1.1) < 1e-9 })
        {
          different.append("\(item) at \(then.horizon): \(shares) is not \(wanted)")
        }
      }
    }
    return (compared, different)
  }

  @Test(
    "Run for run the counts and ratios of the session's engine, by all chance rules",
    arguments: 1...8 as ClosedRange<UInt64>)
  func sameAsSession(seed: UInt64) async throws {
    var chances = try Rosters.rules()
    if seed % 2 == 0 {
      // Returns that are frequent enough to meet houses taken and taken down.
      chances.returning = .between(18...80, 0.08)
      chances.demolition = 0.2
    }
    let found = try await Self.differences(seed: seed, rules: CityRules(chances)) {
      ChanceProjector(map: $0, rules: chances)
    }
    #expect(found.compared > 75 && found.different.isEmpty, "\(found.different.prefix(3))")
  }

  @Test("The same by the workshop's rules, as chances of 0 and 1", arguments: 21...24 as ClosedRange<UInt64>)
  func workshop(seed: UInt64) async throws {
    var rules = Rules.workshop
    if seed % 2 == 0 { rules.demolishedAfter = .at(5) }
    let found = try await Self.differences(seed: seed, rules: CityRules(rules)) {
      ChanceProjector(map: $0, rules: rules)
    }
    #expect(found.compared > 75 && found.different.isEmpty, "\(found.different.prefix(3))")
  }

  @Test("The comparison finds a planted error: one chance a hundredth too high")
  func planted() async throws {
    let chances = try Rosters.rules()
    var wrong = CityRules(chances)
    wrong.filling += 0.01
    let found = try await Self.differences(seed: 1, rules: wrong) { ChanceProjector(map: $0, rules: chances) }
    #expect(!found.different.isEmpty)
  }

  @Test("Lanes of eight years give the words of single counters, and the known answers")
  func lanes() {
    for seed: UInt64 in [0, 1, 0xFFFF_FFFF_FFFF_FFFF, 0x1234_5678_9ABC_DEF0] {
      let philox = PhiloxLanes(seed: seed)
      defer { philox.deallocate() }
      for name: UInt64 in [0, 0xFFFF_FFFF_FFFF_FFFF, 0xDEAD_BEEF_0BAD_CAFE] {
        for run: UInt32 in [0, 7, .max] {
          let all = philox.blocks(name, run: run, counter: 3 << 16 | 506)
          for lane in 0..<8 {
            let one = philox.words(name, run: run, counter: UInt32(3 << 16 | 506 + lane))
            #expect(all.0[lane] == UInt64(one.0) && all.1[lane] == UInt64(one.1))
            #expect(all.2[lane] == UInt64(one.2) && all.3[lane] == UInt64(one.3))
          }
        }
      }
    }
    // Random123's known answers.
    let zero = PhiloxLanes(seed: 0)
    defer { zero.deallocate() }
    #expect(zero.words(0, run: 0, counter: 0) == (0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
    let ones = PhiloxLanes(seed: .max)
    defer { ones.deallocate() }
    #expect(
      ones.words(.max, run: .max, counter: .max) == (0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
  }
}
