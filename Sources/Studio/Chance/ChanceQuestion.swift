import Diagnostics
import Projection
import Workshop

/// A question about the chances of one map: answered exactly where that is open, by runs where it is not.
public struct ChanceQuestion: Sendable {
  /// The map.
  public var map: TableMap
  /// The rules in force; see ``ChanceRuleBook/settings(for:scenario:)``.
  public var rules: ChanceRules
  /// The scenario.
  public var scenario: Scenario?
  /// Years after the base year; nil for the map's own.
  public var horizons: [Int]?
  /// How many runs are made where the exact way is not open.
  public var runs: UInt32
  /// The seed of the runs.
  public var seed: UInt64
  /// On how many threads they are made; it changes nothing of the answer.
  public var threads: Int

  /// A question; unless said otherwise 10,000 runs with seed 1.
  public init(
    map: TableMap, rules: ChanceRules, scenario: Scenario? = nil, horizons: [Int]? = nil,
    runs: UInt32 = 10_000, seed: UInt64 = 1, threads: Int = 1
  ) {
    self.map = map
    self.rules = rules
    self.scenario = scenario
    self.horizons = horizons
    self.runs = runs
    self.seed = seed
    self.threads = threads
  }

  /// The answer.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  public func answer() async throws -> ChanceAnswer {
    let projector = ChanceProjector(map: map, rules: rules, scenario: scenario)
    if let exact = projector.exact(horizons: horizons) {
      let normal = [Phrase].normalLaw(tellsDriving: rules.drivesUntil != nil) { item in
        exact.states.contains { $0.normalRatios.contains(item) }
      }
      return ChanceAnswer(
        projection: exact, method: ChanceMethodWords(runs: nil, seed: seed, error: nil, reasons: normal))
    }
    let simulation = try await projector.simulate(
      runs: 0..<runs, seed: seed, horizons: horizons, threads: threads)
    let projection = simulation.projection
    return ChanceAnswer(
      projection: projection,
      method: ChanceMethodWords(
        runs: simulation.runs, seed: seed,
        error: projection.states.flatMap(\.dwellings).greatestError(runs: simulation.runs),
        reasons: projector.reasonsToSimulate(horizons: horizons)))
  }
}

/// An answer about the chances of one map.
public struct ChanceAnswer: Sendable {
  /// The chances.
  public var projection: ChanceProjection
  /// How they were found.
  public var method: ChanceMethodWords
}
