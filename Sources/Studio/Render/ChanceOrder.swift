import CairoBackend
import Diagnostics
import Foundation
import Layout
import Projection
import Workshop

/// The kinds of pictures.
public typealias PictureKind = Layout.PictureKind

/// Pictures by chance rules: which, and how the chances are found.
public struct ChanceOrder: Sendable, Hashable {
  /// How many runs are made where the chances cannot be found exactly.
  public var runs: UInt32
  /// The seed of the runs.
  public var seed: UInt64

  /// An order; unless said otherwise 10,000 runs with seed 1.
  public init(runs: UInt32 = 10_000, seed: UInt64 = 1) {
    self.runs = runs
    self.seed = seed
  }

  /// What becomes of a map by chance rules, year by year.
  func foresee(
    _ map: TableMap, _ session: Session, scenario: Scenario?, horizons: [Int], resources: ResourceFolder?
  ) throws(Trouble) -> ChanceForesight {
    let rules = try rules(resources)
    let drawn = horizons.isEmpty ? [0] + map.horizons : horizons
    let every = Array(1...max(1, (drawn + map.horizons).max() ?? 1))
    let projector = ChanceProjector(map: map, rules: rules, scenario: scenario)
    let chance =
      projector.exact(horizons: every)
      ?? projector.simulate(runs: 0..<runs, seed: seed, horizons: every).projection
    let workshop = Projector(map: map, sessionRules: session.rules, scenario: scenario)
      .project(horizons: every)
    let note =
      switch chance.method {
      case .exact: Phrase(ja: "見込みは厳密に計算しました。", en: "Chances are exact.")
      case .simulated(let runs):
        Phrase(ja: "見込みは\(runs)回の試行によります。", en: "Chances come from \(runs) simulated runs.")
      }
    return ChanceForesight(map: map, workshop: workshop, chance: chance, horizons: drawn, note: note)
  }

  /// A scenario beside the base case, found from paired runs.
  func compare(
    _ map: TableMap, _ session: Session, _ scenario: Scenario, _ foresight: ChanceForesight, horizons: [Int],
    resources: ResourceFolder?
  ) throws(Trouble) -> ScenarioComparison.Chances {
    let base = try foresee(map, session, scenario: nil, horizons: horizons, resources: resources)
    let rules = try rules(resources)
    let differences = ChanceProjector(map: map, rules: rules).difference(
      to: ChanceProjector(map: map, rules: rules, scenario: scenario), runs: 0..<runs, seed: seed,
      horizons: horizons)
    return ScenarioComparison.Chances(base: base, scenario: foresight, differences: differences)
  }

  private func rules(_ resources: ResourceFolder?) throws(Trouble) -> ChanceRules {
    let folder: ResourceFolder
    do throws(BackendError) {
      if let resources { folder = resources } else { folder = try ResourceFolder.find() }
    } catch {
      throw Trouble([error.finding])
    }
    do {
      return try ChanceRules { name in
        try String(contentsOfFile: folder.assets + "/rates/" + name, encoding: .utf8)
      }
    } catch {
      throw Trouble(
        code: "rates-missing",
        Phrase(ja: "確率の表（Assets/rates）が読めません。", en: "The rates (Assets/rates) cannot be read."))
    }
  }
}
