import Diagnostics
import Projection

/// Everything there is to tell of sessions under chance rules: what was worked out exactly, and what runs have shown.
///
/// It can be saved as a part of a job and put together again; what is told is made from it alone, so a whole that was put
/// together out of parts is told in the same bytes as one that was made in one go.
public struct ChanceRecord: Sendable, Hashable, Codable {
  /// What was asked: a fingerprint of files, rates and options. Parts of one job share it.
  public var job: String
  /// How many runs the whole job has.
  public var runs: UInt32
  /// The seed.
  public var seed: UInt64
  /// Whether it is told who can drive: somebody has set until when people do.
  public var tellsDriving: Bool
  /// The sessions in the order they were named.
  public var files: [File]
  /// The ratios of all sessions together, base case, by horizon; nil where there is one session only, or one was simulated.
  public var total: [SumRatios]?

  /// One session.
  public struct File: Sendable, Hashable, Codable {
    /// As the user named its file.
    public var name: String
    /// Its title.
    public var title: String
    /// Its maps in the order of the file.
    public var maps: [Map]
    /// The base case first, then the scenarios.
    public var cases: [Case]
    /// What the runs have shown.
    public var tally: JobTally
  }

  /// A map.
  public struct Map: Sendable, Hashable, Codable {
    /// Its id.
    public var id: String
    /// Its title.
    public var title: String
    /// The year the sheet was drawn.
    public var baseYear: Int
  }

  /// The base case, or a scenario.
  public struct Case: Sendable, Hashable, Codable {
    /// The scenario's name; nil for the base case.
    public var scenario: String?
    /// Map by map.
    public var cells: [Cell]
    /// The ratios of all maps together, by horizon, as far as these were worked out exactly.
    public var sums: [SumRatios]?
  }

  /// Ratios of several maps together at a horizon, worked out exactly.
  public struct SumRatios: Sendable, Hashable, Codable {
    /// Years after the base year.
    public var horizon: Int
    /// How each is distributed, in the order of `RatioItem`.
    public var ratios: [Distribution?]
    /// The numbers of those that were taken from the normal law, ascending.
    public var normalRatios: [Int]

    /// Of maps that were all worked out exactly, those that look that far; nil where one was not, or none looks there.
    init?(_ maps: [ExactChances?], at horizon: Int) {
      let looking = maps.compactMap { $0 }.filter { $0.state(at: horizon) != nil }
      guard maps.allSatisfy({ $0 != nil }), !looking.isEmpty else { return nil }
      let found = ExactChances.ratios(looking, at: horizon)
      self.horizon = horizon
      ratios = RatioItem.allCases.map { found.ratios[$0] }
      normalRatios = found.normal.map(\.rawValue).sorted()
    }
  }

  /// A map in a case.
  public struct Cell: Sendable, Hashable, Codable {
    /// Why it had to be simulated, in both languages; none where it was worked out exactly.
    public var reasonsJa: [String]
    /// The same in English.
    public var reasonsEn: [String]
    /// The exact chances by horizon; nil where they are not open.
    public var exact: [Exact]?
    /// The workshop's point estimates, by horizon, in the order of `CountItem`; nil for one that there is not.
    public var workshop: [[Int?]]

    /// Why it had to be simulated.
    public var reasons: [Phrase] { zip(reasonsJa, reasonsEn).map { Phrase(ja: $0, en: $1) } }
  }

  /// The exact chances at a horizon.
  public struct Exact: Sendable, Hashable, Codable {
    /// Years after the base year.
    public var horizon: Int
    /// Everybody's chance of being here.
    public var people: [PersonChance]
    /// What each dwelling may be.
    public var dwellings: [DwellingChance]
    /// How each count is distributed, in the order of `CountItem`.
    public var counts: [Distribution?]
    /// How each ratio is distributed, in the order of `RatioItem`.
    public var ratios: [Distribution?]
    /// The numbers of those ratios that were taken from the normal law, ascending; see `ChanceThen.normalRatios`.
    public var normalRatios: [Int]
  }

  /// Whether every run of the job is in it.
  public var isWhole: Bool {
    files.allSatisfy { file in
      file.tally.spans == (runs > 0 ? [Simulation.Span(first: 0, end: runs)] : [])
    }
  }
}

extension ChanceRecord.Exact {
  init(_ then: ChanceThen) {
    horizon = then.horizon
    people = then.people
    dwellings = then.dwellings
    counts = CountItem.allCases.map { then.counts[$0] }
    ratios = RatioItem.allCases.map { then.ratios[$0] }
    normalRatios = then.normalRatios.map(\.rawValue).sorted()
  }
}
