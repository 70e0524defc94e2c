import Foundation
import Testing
import Workshop

@testable import City

/// The roster among the samples, by the workshop's rules: counted apart from the program, line by line.
struct SampleRosterTests {
  /// Of a district at a horizon.
  struct Expected: Sendable {
    var district: String
    var horizon: Int
    var population: Int
    var from65: Int
    var households: Int
    var unknown: Int
    var vacant: Int
    var olderAlone: Int
  }

  static let expected: [Expected] = [
    .init(
      district: "北町", horizon: 0, population: 132, from65: 57, households: 57, unknown: 2, vacant: 3,
      olderAlone: 10),
    .init(
      district: "北町", horizon: 10, population: 101, from65: 45, households: 45, unknown: 2, vacant: 15,
      olderAlone: 7),
    .init(
      district: "北町", horizon: 20, population: 57, from65: 23, households: 32, unknown: 2, vacant: 28,
      olderAlone: 9),
    .init(
      district: "北町", horizon: 30, population: 46, from65: 25, households: 26, unknown: 2, vacant: 34,
      olderAlone: 9),
    .init(
      district: "南町", horizon: 0, population: 164, from65: 24, households: 53, unknown: 2, vacant: 3,
      olderAlone: 5),
    .init(
      district: "南町", horizon: 10, population: 132, from65: 22, households: 47, unknown: 2, vacant: 9,
      olderAlone: 4),
    .init(
      district: "南町", horizon: 20, population: 91, from65: 33, households: 43, unknown: 4, vacant: 11,
      olderAlone: 4),
    .init(
      district: "南町", horizon: 30, population: 80, from65: 43, households: 40, unknown: 4, vacant: 14,
      olderAlone: 3),
  ]

  static func roster() throws -> Roster {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../samples/roster.csv")
    let read = Rosters.read(try String(contentsOf: file, encoding: .utf8), baseYear: 2025)
    #expect(read.findings.isEmpty && read.badLines == 0)
    return try #require(read.roster)
  }

  @Test("By the workshop's rules every figure is the one counted by hand")
  func workshop() async throws {
    let projector = CityProjector(
      roster: try Self.roster(), rules: CityRules(Rules.workshop), horizons: [10, 20, 30], seed: 1)
    let found = try await projector.simulate(runs: 0..<1, threads: 1)
    for expected in Self.expected {
      let group = try #require(found.question.districts.firstIndex { $0.name == expected.district })
      let horizon = try #require(found.question.offsets.firstIndex(of: expected.horizon))
      func value(_ figure: CityFigure) -> Int64? {
        found.counts(figure, group: group, horizon: horizon).quantile(perMille: 500)
      }
      #expect(value(.population) == Int64(expected.population), "\(expected)")
      #expect(value(.from65) == Int64(expected.from65), "\(expected)")
      #expect(value(.households) == Int64(expected.households), "\(expected)")
      #expect(value(.unknownHouseholds) == Int64(expected.unknown), "\(expected)")
      #expect(value(.vacant) == Int64(expected.vacant), "\(expected)")
      #expect(value(.olderLivingAlone) == Int64(expected.olderAlone), "\(expected)")
    }
  }

  @Test(
    "By chance fewer houses are vacant than by the workshop's rules, for many live beyond 85 and houses are taken"
  )
  func chance() async throws {
    let projector = CityProjector(
      roster: try Self.roster(), rules: CityRules(try Rosters.rules()), horizons: [10, 20, 30], seed: 1)
    let found = try await projector.simulate(runs: 0..<300, threads: 2)
    let north = try #require(found.question.districts.firstIndex { $0.name == "北町" })
    for (horizon, most) in [(1, 15), (2, 28), (3, 34)] {
      let vacant = found.counts(.vacant, group: north, horizon: horizon)
      let (low, median, high) = (
        try #require(vacant.quantile(perMille: 25)), try #require(vacant.quantile(perMille: 500)),
        try #require(vacant.quantile(perMille: 975))
      )
      #expect(low < median && median < high && median < Int64(most), "\(low) \(median) \(high)")
    }
  }
}
