import CairoBackend
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
  /// On how many threads they are made; it changes nothing of what is found.
  var threads = 1
  private let watch: Watch

  /// An order; unless said otherwise 10,000 runs with seed 1.
  ///
  /// - Parameter progress: Told of the runs that are made.
  public init(runs: UInt32 = 10_000, seed: UInt64 = 1, progress: WorkProgress? = nil) {
    self.runs = runs
    self.seed = seed
    watch = Watch(progress: progress)
  }

  /// Who looks on; no part of what is asked for.
  private struct Watch: Sendable, Hashable {
    var progress: WorkProgress?

    static func == (a: Watch, b: Watch) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
  }

  /// Says how many more answers will be asked for, each of which may take all the runs.
  func expect(_ answers: Int) { watch.progress?.expect(answers * Int(runs)) }

  /// What becomes of a map by chance rules, year by year.
  ///
  /// - Parameters:
  ///   - horizons: Years after the base year to be drawn.
  ///   - emptying: Whether it is asked as well when houses empty if nobody new moves in.
  func foresee(
    _ map: TableMap, _ book: ChanceRuleBook, scenario: Scenario?, horizons: [Int], emptying: Bool
  ) -> ChanceForesight {
    let every = Array(1...max(1, (horizons + map.horizons).max() ?? 1))
    let settings = book.settings(for: map, scenario: scenario)
    let projector = ChanceProjector(map: map, rules: settings.rules, scenario: scenario)
    let chance = projection(projector, every)
    let workshop = Projector(map: map, sessionRules: book.session.rules, scenario: scenario)
      .project(horizons: every)
    var foresight = ChanceForesight(
      map: map, workshop: workshop, chance: chance, horizons: horizons,
      note: note(chance, settings), ages: projector.ageShares(horizons: horizons))
    if let scenario {
      foresight.changesNote = RulesText.changes(
        settings, setsDriving: scenario.rules.drivesUntil != nil
      ).and(method(chance))
    }
    foresight.rules = RulesReport.words(book, for: map, scenario: scenario)
    if emptying {
      let alone = book.settingsWithNobodyNew(for: map, scenario: scenario)
      let own = projection(ChanceProjector(map: map, rules: alone.rules, scenario: scenario), every)
      foresight.emptying = ChanceForesight.Emptying(chance: own, note: note(own, alone))
    }
    return foresight
  }

  private func projection(_ projector: ChanceProjector, _ horizons: [Int]) -> ChanceProjection {
    guard let exact = projector.exact(horizons: horizons) else {
      return simulate(projector, horizons).projection
    }
    watch.progress?.advance(Int(runs))
    return exact
  }

  /// The runs in parts: several a thread, so that it can be told how far they are.
  private var parts: [Range<UInt32>] {
    ChanceProjector.parts(of: 0..<runs, count: max(1, threads, min(64, Int(runs) / 200)))
  }

  /// The same runs, made on several threads.
  private func simulate(_ projector: ChanceProjector, _ horizons: [Int]) -> Simulation {
    let found = parallelMap(parts, jobs: threads, makeWorker: {}) { _, part in
      defer { watch.progress?.advance(part.count) }
      return projector.simulate(runs: part, seed: seed, horizons: horizons)
    }
    var whole = projector.simulate(runs: 0..<0, seed: seed, horizons: horizons)
    for part in found {
      do throws(Simulation.MergeTrouble) {
        try whole.merge(part)
      } catch {
        // Parts of one job always fit; made in one go they are the same.
        return projector.simulate(runs: 0..<runs, seed: seed, horizons: horizons)
      }
    }
    return whole
  }

  /// A scenario beside the base case, found from paired runs.
  func compare(
    _ map: TableMap, _ book: ChanceRuleBook, _ scenario: Scenario, base: ChanceForesight,
    _ foresight: ChanceForesight, horizons: [Int]
  ) -> ScenarioComparison.Chances {
    let (mine, theirs) = (projector(map, book, nil), projector(map, book, scenario))
    var pairs = mine.pairs(with: theirs, runs: 0..<0, seed: seed, horizons: horizons)
    for part in parallelMap(
      parts, jobs: threads, makeWorker: {},
      { _, part in
        defer { watch.progress?.advance(part.count) }
        return mine.pairs(with: theirs, runs: part, seed: seed, horizons: horizons)
      })
    {
      pairs.add(part)
    }
    return ScenarioComparison.Chances(base: base, scenario: foresight, differences: pairs.differences)
  }

  private func projector(_ map: TableMap, _ book: ChanceRuleBook, _ scenario: Scenario?) -> ChanceProjector {
    ChanceProjector(map: map, rules: book.settings(for: map, scenario: scenario).rules, scenario: scenario)
  }

  /// What `tenken rules` says of the rules, in one line, and how it was found.
  private func note(
    _ chance: ChanceProjection, _ settings: ChanceSettings
  ) -> Phrase {
    let rules = RulesText.line(settings)
    return Phrase(ja: rules.ja + "。", en: rules.en + ".").and(method(chance))
  }

  /// How chances were found.
  private func method(_ chance: ChanceProjection) -> Phrase {
    let method =
      switch chance.method {
      case .exact: ChanceMethodWords(runs: nil, seed: seed, error: nil, reasons: [])
      case .simulated(let runs):
        ChanceMethodWords(
          runs: runs, seed: seed, error: chance.states.flatMap(\.dwellings).greatestError(runs: runs),
          reasons: [])
      }
    let words = method.phrase
    return Phrase(ja: "見込みの出し方: \(words.ja)。", en: "Chances: \(words.en).")
  }
}
