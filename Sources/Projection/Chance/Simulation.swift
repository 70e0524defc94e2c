import Workshop

/// What runs have shown, kept as whole numbers, so that parts of a job put together in any order are the same, to
/// the bit, as the whole.
public struct Simulation: Sendable, Hashable {
  /// The map's id.
  public let mapID: String
  /// The year the sheet was drawn.
  public let baseYear: Int
  /// The seed.
  public let seed: UInt64
  /// How many runs it holds.
  public private(set) var runs = 0
  /// The base year first, then every horizon, ascending.
  public private(set) var states: [State]

  /// A horizon.
  public struct State: Sendable, Hashable {
    /// Years after the base year.
    public let horizon: Int
    /// People and partners in the order of the sheet.
    let people: [(id: String, dwellingID: String)]
    /// The dwellings' ids in the order of the sheet.
    let dwellings: [String]
    /// Whether there is a next horizon.
    let hasNext: Bool
    /// In how many runs each person is here.
    var here: [Int]
    /// In how many runs each dwelling is occupied, unknown, vacant, absent.
    var statuses: [[Int]]
    /// For each count, in how many runs it has the value of the place.
    var counts: [CountItem: [Int]]

    /// Two are the same if they count the same things alike.
    public static func == (a: State, b: State) -> Bool {
      a.horizon == b.horizon && a.dwellings == b.dwellings && a.here == b.here && a.statuses == b.statuses
        && a.counts == b.counts && a.people.map(\.id) == b.people.map(\.id)
    }

    /// In step with `==`.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(horizon)
      hasher.combine(here)
      hasher.combine(statuses)
    }
  }

  init(mapID: String, baseYear: Int, seed: UInt64, states: [State]) {
    self.mapID = mapID
    self.baseYear = baseYear
    self.seed = seed
    self.states = states
  }

  /// Adds the runs of another part of the same job.
  ///
  /// - Returns: Whether the two belong together; if not, nothing is added.
  public mutating func merge(_ other: Simulation) -> Bool {
    guard mapID == other.mapID, baseYear == other.baseYear, seed == other.seed,
      states.map(\.horizon) == other.states.map(\.horizon),
      zip(states, other.states).allSatisfy({
        $0.dwellings == $1.dwellings && $0.people.map(\.id) == $1.people.map(\.id)
      })
    else { return false }
    runs += other.runs
    for index in states.indices { states[index].add(other.states[index]) }
    return true
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

  mutating func add(run: RunTally) {
    runs += 1
    for index in states.indices { states[index].add(run.totals[index]) }
  }

  mutating func sawPerson(_ person: Int, at state: Int) { states[state].here[person] += 1 }

  mutating func sawDwelling(_ dwelling: Int, _ status: DwellingStatus, at state: Int) {
    states[state].statuses[dwelling][status.place] += 1
  }
}

/// The counts of one run, at each horizon.
struct RunTally {
  /// By horizon, then in the order of ``CountItem``.
  var totals: [[Int]]

  /// Nothing yet.
  init(horizons: Int) {
    totals = [[Int]](repeating: [Int](repeating: 0, count: CountItem.allCases.count), count: horizons)
  }
}

extension Simulation.State {
  fileprivate mutating func add(_ totals: [Int]) {
    for item in CountItem.allCases where item != .likelyVacantNext || hasNext {
      var histogram = counts[item] ?? []
      while histogram.count <= totals[item.rawValue] { histogram.append(0) }
      histogram[totals[item.rawValue]] += 1
      counts[item] = histogram
    }
  }

  fileprivate mutating func add(_ other: Simulation.State) {
    for index in here.indices { here[index] += other.here[index] }
    for index in statuses.indices {
      for place in statuses[index].indices { statuses[index][place] += other.statuses[index][place] }
    }
    for (item, histogram) in other.counts {
      var sum = counts[item] ?? []
      while sum.count < histogram.count { sum.append(0) }
      for (value, runs) in histogram.enumerated() { sum[value] += runs }
      counts[item] = sum
    }
  }

  fileprivate func chances(runs: Int, baseYear: Int) -> ChanceThen {
    let whole = Double(max(1, runs))
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
      counts: counts.mapValues { histogram in
        Distribution(first: 0, chances: histogram.map { Double($0) / whole })
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
