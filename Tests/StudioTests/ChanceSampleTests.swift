import Foundation
import Projection
import SessionFile
import Testing
import Workshop

@testable import Studio

/// `samples/chance.yaml`, held against chances worked out apart from the program: by a script of another language that
/// multiplies the life table's survivals and the rate of leaving along each person's years.
@Suite("Chances of a sample")
struct ChanceSampleTests {
  private func checked() throws -> CheckedSession {
    let path = SamplesFolder.path("chance.yaml")
    let result = Checking.check(path)
    return try #require(result.checked, "\(result.findings)")
  }

  private func report(runs: UInt32, scenarios: [String] = []) async throws -> ChanceReport {
    let request = ChanceRun.Request(
      report: ProjectionReport.Request(scenarios: scenarios), runs: runs, seed: 1, threads: 2)
    return ChanceReport(try await ChanceRun([try checked()], request).record)
  }

  struct Expected: Sendable, CustomTestStringConvertible {
    var year: Int
    var people: Double
    var vacant: Double
    var median: Double
    var interval80: ClosedRange<Double>
    /// Chance of being vacant.
    var houses: [String: Double]
    var testDescription: String { "\(year)" }
  }

  static let expected = [
    Expected(
      year: 2033, people: 7.953615, vacant: 1.679171, median: 2, interval80: 1...2,
      houses: ["a1": 0.105695, "a2": 0.527364, "a3": 0.010904, "a4": 0.000081, "a5": 1, "a6": 0.035126]),
    Expected(
      year: 2043, people: 4.682383, vacant: 3.127605, median: 3, interval80: 2...4,
      houses: ["a1": 0.671439, "a2": 0.977963, "a3": 0.124624, "a4": 0.001869, "a5": 1, "a6": 0.351709]),
    Expected(
      year: 2053, people: 2.587450, vacant: 4.555983, median: 5, interval80: 4...5,
      houses: ["a1": 0.994637, "a2": 1.000000, "a3": 0.625308, "a4": 0.012924, "a5": 1, "a6": 0.923113]),
  ]

  @Test("the base case is exact, to the last digit that was worked out", arguments: expected)
  func baseCase(_ expected: Expected) async throws {
    let report = try await report(runs: 20)
    let file = try #require(report.record.files.first)
    #expect(report.method(file, case: 0, map: 0).phrase.en == "exact")
    let then = try #require(report.states(file, case: 0, map: 0).first { $0.year == expected.year })
    for dwelling in then.dwellings {
      #expect(abs(dwelling.vacant - (expected.houses[dwelling.id] ?? -1)) < 1e-6, "\(dwelling.id)")
    }
    #expect(abs((then.counts[.population]?.mean ?? 0) - expected.people) < 1e-6)
    #expect(abs((then.counts[.vacant]?.mean ?? 0) - expected.vacant) < 1e-6)
    let kind = try #require(FigureKind.of(.vacant))
    let vacant = try #require(then.figure(kind))
    #expect(vacant.median == expected.median && vacant.interval80 == expected.interval80)
  }

  @Test("runs show what was worked out, within four standard errors", arguments: [2033, 2043, 2053])
  func runsAgree(year: Int) async throws {
    let runs: UInt32 = 400
    // What is exact is simulated only where a scenario is held against it.
    let report = try await report(runs: runs, scenarios: ["一軒に子が戻り、一軒に家族が来る"])
    let seen = try #require(report.record.files.first?.tally.cells.first?.first?.simulation.projection)
    let then = try #require(seen.states.first { $0.year == year })
    let expected = try #require(Self.expected.first { $0.year == year })
    for dwelling in then.dwellings {
      let chance = try #require(expected.houses[dwelling.id])
      let error = Simulation.standardError(of: chance, runs: Int(runs))
      #expect(abs(dwelling.vacant - chance) <= 4 * error + 1.0 / Double(runs), "\(dwelling.id)")
    }
  }

  @Test("no run is made of what is exact, so however many are asked for take no time")
  func runsAreSpared() async throws {
    let few = try await report(runs: 1)
    let many = try await report(runs: 4_000_000_000)
    let tally = try #require(many.record.files.first?.tally)
    #expect(tally.isSpared && tally.isWhole && tally.runs == 4_000_000_000)
    #expect(tally.cells.joined().allSatisfy { $0.simulation.runs == 0 })
    #expect(many.csv(in: .en, houses: true) == few.csv(in: .en, houses: true))
    let compared = try await report(runs: 2, scenarios: ["all"])
    #expect(compared.record.files.first?.tally.isSpared == false)
  }

  @Test(
    "scenarios in which people or houses depend on each other are simulated, and make the difference they say"
  )
  func scenarios() async throws {
    let report = try await report(runs: 200, scenarios: ["all"])
    let file = try #require(report.record.files.first)
    #expect(
      file.cases.map(\.scenario) == [
        nil, "親のあとに戻る", "夫婦で施設に移る", "毎年家族が来る", "一軒に子が戻り、一軒に家族が来る",
      ])
    let methods = file.cases.indices.map { report.method(file, case: $0, map: 0) }
    #expect(methods.map { $0.runs != nil } == [false, true, true, true, false])
    func more(_ number: Int, _ item: CountItem) throws -> ChanceFigure {
      let last = try #require(report.states(file, case: number, map: 0).last)
      let kind = try #require(FigureKind.of(item))
      return try #require(last.difference(kind))
    }
    // By paired runs: who comes back or moves in only ever adds, who moves into care only ever takes away.
    #expect(try more(1, .population).interval95.lowerBound >= 0 && more(1, .population).mean > 0)
    #expect(try more(2, .population).interval95.upperBound <= 0 && more(2, .population).mean < 0)
    #expect(try more(3, .vacant).interval95.upperBound <= 0 && more(3, .vacant).mean < -1)
    #expect(try more(4, .population).interval95.lowerBound >= 0 && more(4, .population).mean > 1)
    // Five or six families in thirty years at one in five years, and five houses or so to take.
    #expect(try more(3, .unknownHouseholds).mean > 2)
  }
}

/// Where the samples lie.
enum SamplesFolder {
  static func path(_ name: String, file: String = #filePath) -> String {
    var root = URL(fileURLWithPath: file)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("samples/\(name)").path
  }
}
