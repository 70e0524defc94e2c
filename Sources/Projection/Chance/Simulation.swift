import Diagnostics
import Workshop

/// What runs have shown, kept as whole numbers, so that parts of a job put together in any order are the same, to
/// the bit, as the whole. Written as JSON with sorted keys, equal simulations are equal bytes.
public struct Simulation: Sendable, Hashable, Codable {
  /// The map's id.
  public let mapID: String
  /// The year the sheet was drawn.
  public let baseYear: Int
  /// The seed.
  public let seed: UInt64
  /// The runs it holds, as spans that do not touch each other, ascending.
  public private(set) var spans: [Span] = []
  /// The base year first, then every horizon, ascending.
  public internal(set) var states: [State]

  /// Runs of consecutive numbers.
  public struct Span: Sendable, Hashable, Codable {
    /// The first run.
    public var first: UInt32
    /// The run after the last.
    public var end: UInt32

    /// The runs from `first` up to, but not including, `end`.
    public init(first: UInt32, end: UInt32) {
      self.first = first
      self.end = end
    }
  }

  /// How many runs it holds.
  public var runs: Int { spans.map { max(0, Int($0.end) - Int($0.first)) }.reduce(0, +) }

  /// A horizon.
  public struct State: Sendable, Hashable, Codable {
    /// Years after the base year.
    public let horizon: Int
    /// People and partners in the order of the sheet.
    let people: [Someone]
    /// The dwellings' ids in the order of the sheet.
    let dwellings: [String]
    /// Whether there is a next horizon.
    let hasNext: Bool
    /// In how many runs each person is here.
    var here: [Int]
    /// In how many runs each dwelling is occupied, unknown, vacant, absent.
    var statuses: [[Int]]
    /// For each ``CountItem``, in its order, in how many runs it has the value of the place.
    var counts: [[Int]]
    /// For each ``RatioItem``, in its order, in how many runs it had each value, in parts of its scale.
    var ratios = [RunHistogram](repeating: RunHistogram(), count: RatioItem.allCases.count)
    /// How many people who came or were born by chance are here in all runs together, by ``Newcomers``' places; empty
    /// where nobody was.
    var newcomers: [Int] = []
  }

  /// Where newcomers of a sex and an age are counted.
  enum Newcomers {
    /// Ages of a row; the last place is that of unknown ages.
    static let row = 132
    static let count = 3 * row

    static func place(_ sex: Sex, _ age: Int?) -> Int {
      let first =
        switch sex {
        case .male: 0
        case .female: row
        case .unknown: 2 * row
        }
      return first + (age.map { min(max(0, $0), row - 2) } ?? row - 1)
    }

    static func sex(of place: Int) -> Sex { [.male, .female, .unknown][place / row] }
    static func age(of place: Int) -> Int? { place % row == row - 1 ? nil : place % row }
  }

  /// A person, by id, and the dwelling.
  struct Someone: Sendable, Hashable, Codable {
    var id: String
    var dwellingID: String
  }

  init(mapID: String, baseYear: Int, seed: UInt64, states: [State]) {
    self.mapID = mapID
    self.baseYear = baseYear
    self.seed = seed
    self.states = states
  }

  /// Why two parts cannot be put together.
  public enum MergeTrouble: Error, Sendable, Hashable {
    /// They are of different maps, horizons or seeds, or the houses or people are not the same.
    case otherJob
    /// Some runs are in both: they would count twice.
    case sameRuns
    /// What was saved is not whole.
    case damaged

    /// What to tell people.
    public var message: Phrase {
      switch self {
      case .otherJob:
        Phrase(
          ja: "別の計算の結果なので、合わせられません（地図、年次、種、家や人が違います）。",
          en:
            "They come from different jobs and cannot be put together: the map, the horizons, the seed, the houses or people differ."
        )
      case .sameRuns:
        Phrase(
          ja: "同じ回が両方に入っているので、合わせられません（同じ分け前を二度指定していませんか）。",
          en: "Some runs are in both, so they cannot be put together. Was the same shard given twice?")
      case .damaged: Phrase(ja: "保存された結果が壊れています。", en: "What was saved is damaged.")
      }
    }
  }

  /// Whether it can have come from the runs it says; what was saved may have been changed since.
  var isWhole: Bool {
    states.allSatisfy { state in
      state.isWhole(runs: runs) && state.dwellings == states.first?.dwellings
        && state.people == states.first?.people
    }
  }

  /// Adds the runs of another part of the same job.
  ///
  /// - Throws: ``MergeTrouble``, and then nothing has been added.
  public mutating func merge(_ other: Simulation) throws(MergeTrouble) {
    guard mapID == other.mapID, baseYear == other.baseYear, seed == other.seed,
      states.count == other.states.count,
      zip(states, other.states).allSatisfy({ $0.isOfSameJob(as: $1) })
    else { throw .otherJob }
    guard states.allSatisfy({ $0.isWhole(runs: runs) }),
      other.states.allSatisfy({ $0.isWhole(runs: other.runs) }),
      (spans + other.spans).allSatisfy({ $0.first < $0.end })
    else { throw .damaged }
    let all = (spans + other.spans).sorted { $0.first < $1.first }
    guard zip(all, all.dropFirst()).allSatisfy({ $0.end <= $1.first }) else { throw .sameRuns }
    spans = []
    for span in all { cover(span) }
    for index in states.indices { states[index].add(other.states[index]) }
  }

  /// Adds a span that comes after all others.
  private mutating func cover(_ span: Span) {
    if let last = spans.last, last.end == span.first {
      spans[spans.count - 1].end = span.end
    } else {
      spans.append(span)
    }
  }

  /// The shares of runs, as chances.
  public var projection: ChanceProjection {
    ChanceProjection(
      mapID: mapID, baseYear: baseYear, method: .simulated(runs: runs),
      states: states.map { $0.chances(runs: runs, baseYear: baseYear) })
  }

  /// The standard error of a chance that was estimated by this many runs.
  public static func standardError(of chance: Double, runs: Int) -> Double {
    runs > 0 ? (chance * (1 - chance) / Double(runs)).squareRoot() : .infinity
  }

  /// Adds a run whose number is above all others.
  mutating func add(_ run: UInt32, _ tally: RunTally) {
    cover(Span(first: run, end: run + 1))
    for index in states.indices {
      states[index].add(tally.totals[index])
      states[index].add(RunFigures(tally, at: index))
    }
  }

  mutating func sawPerson(_ person: Int, at state: Int) { states[state].here[person] += 1 }

  mutating func sawNewcomer(_ sex: Sex, _ age: Int?, at state: Int) {
    if states[state].newcomers.isEmpty {
      states[state].newcomers = [Int](repeating: 0, count: Newcomers.count)
    }
    states[state].newcomers[Newcomers.place(sex, age)] += 1
  }

  mutating func sawDwelling(_ dwelling: Int, _ status: DwellingStatus, at state: Int) {
    states[state].statuses[dwelling][status.place] += 1
  }
}

/// The counts of one run, at each horizon.
struct RunTally {
  /// By horizon, then in the order of ``CountItem``.
  var totals: [[Int]]
  /// By horizon, the sum of the known ages of those who are here.
  var ageSums: [Int]

  /// Nothing yet.
  init(horizons: Int) {
    totals = [[Int]](repeating: [Int](repeating: 0, count: CountItem.allCases.count), count: horizons)
    ageSums = [Int](repeating: 0, count: horizons)
  }
}

extension Simulation.State {
  fileprivate func isOfSameJob(as other: Simulation.State) -> Bool {
    horizon == other.horizon && dwellings == other.dwellings && people == other.people
      && hasNext == other.hasNext
  }

  /// Whether every row is there; what was saved may have been cut or written by somebody else.
  fileprivate func isWhole(runs: Int) -> Bool {
    (here + statuses.joined() + counts.joined()).allSatisfy { (0...runs).contains($0) }
      && here.count == people.count && statuses.count == dwellings.count
      && statuses.allSatisfy { $0.count == DwellingStatus.allCases.count }
      && counts.count == CountItem.allCases.count
      && (newcomers.isEmpty || newcomers.count == Simulation.Newcomers.count)
      && newcomers.allSatisfy { $0 >= 0 }
      && ratios.count == RatioItem.allCases.count && ratios.allSatisfy { $0.isWhole(runs: runs) }
  }

  fileprivate mutating func add(_ totals: [Int]) {
    for item in CountItem.allCases where item != .likelyVacantNext || hasNext {
      let (row, total) = (item.rawValue, totals[item.rawValue])
      while counts[row].count <= total { counts[row].append(0) }
      counts[row][total] += 1
    }
  }

  fileprivate mutating func add(_ figures: RunFigures) {
    for item in RatioItem.allCases {
      if let ratio = figures.ratio(item).value(item) { ratios[item.rawValue].add(ratio) }
    }
  }

  fileprivate mutating func add(_ other: Simulation.State) {
    for index in ratios.indices { ratios[index].add(other.ratios[index]) }
    for index in here.indices { here[index] += other.here[index] }
    if newcomers.isEmpty {
      newcomers = other.newcomers
    } else {
      for index in other.newcomers.indices { newcomers[index] += other.newcomers[index] }
    }
    for index in statuses.indices {
      for place in statuses[index].indices { statuses[index][place] += other.statuses[index][place] }
    }
    for row in counts.indices {
      while counts[row].count < other.counts[row].count { counts[row].append(0) }
      for (value, runs) in other.counts[row].enumerated() { counts[row][value] += runs }
    }
  }

  fileprivate func chances(runs: Int, baseYear: Int) -> ChanceThen {
    let whole = Double(max(1, runs))
    var distributions: [CountItem: Distribution] = [:]
    for item in CountItem.allCases where !counts[item.rawValue].isEmpty {
      distributions[item] = Distribution(
        first: 0, chances: counts[item.rawValue].map { Double($0) / whole })
    }
    var shares: [RatioItem: Distribution] = [:]
    for item in RatioItem.allCases { shares[item] = ratios[item.rawValue].distribution }
    return ChanceThen(
      horizon: horizon, year: baseYear + horizon,
      people: zip(people, here).map {
        PersonChance(id: $0.id, dwellingID: $0.dwellingID, here: Double($1) / whole)
      },
      dwellings: zip(dwellings, statuses).map { id, seen in
        let shares = seen.map { Double($0) / whole }
        return DwellingChance(
          id: id, occupied: shares[0], unknown: shares[1], vacant: shares[2], absent: shares[3])
      },
      counts: distributions, ratios: shares,
      newcomers: newcomers.enumerated().filter { $0.element > 0 }.map { place, seen in
        NewcomersThen(
          sex: Simulation.Newcomers.sex(of: place), age: Simulation.Newcomers.age(of: place),
          mean: Double(seen) / whole)
      })
  }
}

extension DwellingStatus {
  /// Its place in a row of counts.
  fileprivate var place: Int {
    switch self {
    case .occupied: 0
    case .unknown: 1
    case .vacant: 2
    case .absent: 3
    }
  }
}
