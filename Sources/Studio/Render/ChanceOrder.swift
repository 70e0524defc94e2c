import Diagnostics
import Layout
import Projection
import Workshop

/// The kinds of pictures.
public typealias PictureKind = Layout.PictureKind

/// Pictures by chance rules: how the chances are found where they cannot be found exactly.
public struct ChanceOrder: Sendable, Hashable {
  /// How many runs are made.
  public var runs: UInt32
  /// The seed of the runs.
  public var seed: UInt64

  /// An order; unless said otherwise 10,000 runs with seed 1.
  public init(runs: UInt32 = 10_000, seed: UInt64 = 1) {
    self.runs = runs
    self.seed = seed
  }

  /// What becomes of a map by chance rules, year by year.
  ///
  /// - Parameter horizons: Years after the base year to be drawn.
  func foresee(_ map: TableMap, _ book: ChanceRuleBook, scenario: Scenario?, horizons: [Int])
    -> ChanceForesight
  {
    let every = Array(1...max(1, (horizons + map.horizons).max() ?? 1))
    let projector = projector(map, book, scenario)
    let chance =
      projector.exact(horizons: every)
      ?? projector.simulate(runs: 0..<runs, seed: seed, horizons: every).projection
    let workshop = Projector(map: map, sessionRules: book.session.rules, scenario: scenario)
      .project(horizons: every)
    return ChanceForesight(
      map: map, workshop: workshop, chance: chance, horizons: horizons,
      note: note(book.settings(for: map, scenario: scenario), chance.method))
  }

  /// A scenario beside the base case, found from paired runs.
  func compare(
    _ map: TableMap, _ book: ChanceRuleBook, _ scenario: Scenario, _ foresight: ChanceForesight,
    horizons: [Int]
  ) -> ScenarioComparison.Chances {
    let base = foresee(map, book, scenario: nil, horizons: horizons)
    let differences = projector(map, book, nil).difference(
      to: projector(map, book, scenario), runs: 0..<runs, seed: seed, horizons: horizons)
    return ScenarioComparison.Chances(base: base, scenario: foresight, differences: differences)
  }

  private func projector(_ map: TableMap, _ book: ChanceRuleBook, _ scenario: Scenario?) -> ChanceProjector {
    ChanceProjector(map: map, rules: book.settings(for: map, scenario: scenario).rules, scenario: scenario)
  }

  /// What `tenken rules` says of the rules, in one line, and how the chances were found.
  private func note(_ settings: ChanceSettings, _ method: ChanceMethod) -> Phrase {
    let rules = RulesText.line(settings)
    let found =
      switch method {
      case .exact: Phrase(ja: "見込みは厳密に計算しました。", en: "Chances are exact.")
      case .simulated(let runs):
        Phrase(ja: "見込みは\(runs)回の試行によります。", en: "Chances come from \(runs) simulated runs.")
      }
    return Phrase(ja: "\(rules.ja)。\(found.ja)", en: "\(rules.en). \(found.en)")
  }
}
