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
  /// How many runs it holds.
  public private(set) var runs = 0
  /// The base year first, then every horizon, ascending.
  public private(set) var states: [State]

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

  /// Adds the runs of another part of the same job.
  ///
  /// - Returns: Whether the two belong together; if not, nothing is added.
  public mutating func merge(_ other: Simulation) -> Bool {
    guard mapID == other.mapID, baseYear == other.baseYear, seed == other.seed,
      states.map(\.horizon) == other.states.map(\.horizon),
      zip(states, other.states).allSatisfy({
        $0.dwellings == $1.dwellings && $0.people == $1.people
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
      let (row, total) = (item.rawValue, totals[item.rawValue])
      while counts[row].count <= total { counts[row].append(0) }
      counts[row][total] += 1
    }
  }

  fileprivate mutating func add(_ other: Simulation.State) {
    for index in here.indices { here[index] += other.here[index] }
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
      counts: distributions)
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
