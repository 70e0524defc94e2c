/// A figure of a group of districts at a horizon: every one of docs/projection.md, counts first, ratios after them.
///
/// The number is written into saved parts: it never changes and is never used again for something else.
public enum CityFigure: Int, Sendable, Hashable, CaseIterable, Codable {
  case population
  case under15
  case from15to64
  case from65
  case from75
  case helpers
  case unknownAge
  case households
  case unknownHouseholds
  case vacant
  case dwellings
  case livedIn
  case livingAlone
  case olderLivingAlone
  case elderlyOnly
  case nobodyUnder65
  case likelyVacantNext
  /// Vacant of all dwellings.
  case vacancyRate
  /// Over people of known age.
  case meanAge
  /// 65 or more of people of known age.
  case ageingRate
  /// People of 20–69 for each of 75 or more.
  case helpersPer75

  /// How many of the whole numbers that are kept make one: shares are kept in hundredths of a per cent, years and
  /// people in hundredths, counts as they are.
  public var scale: Int {
    switch self {
    case .vacancyRate, .ageingRate: 10_000
    case .meanAge, .helpersPer75: 100
    default: 1
    }
  }

  /// Its value in one run, in whole numbers of ``scale``; nil where there is nothing to divide by.
  func value(of row: UnsafePointer<Int64>) -> Int64? {
    func sum(_ columns: Int...) -> Int64 { columns.reduce(0) { $0 + row[$1] } }
    let knownAge = sum(CityColumn.under15, CityColumn.from15to64, CityColumn.from65)
    let dwellings = sum(CityColumn.households, CityColumn.unknownHouseholds, CityColumn.vacant)
    func ratio(_ over: Int64, _ under: Int64) -> Int64? {
      // Half away from zero; nothing here is below zero.
      under == 0 ? nil : (2 * over * Int64(scale) + under) / (2 * under)
    }
    switch self {
    case .population: return knownAge + row[CityColumn.unknownAge]
    case .under15: return row[CityColumn.under15]
    case .from15to64: return row[CityColumn.from15to64]
    case .from65: return row[CityColumn.from65]
    case .from75: return row[CityColumn.from75]
    case .helpers: return row[CityColumn.helpers]
    case .unknownAge: return row[CityColumn.unknownAge]
    case .households: return row[CityColumn.households]
    case .unknownHouseholds: return row[CityColumn.unknownHouseholds]
    case .vacant: return row[CityColumn.vacant]
    case .dwellings: return dwellings
    case .livedIn: return sum(CityColumn.households, CityColumn.unknownHouseholds)
    case .livingAlone: return row[CityColumn.livingAlone]
    case .olderLivingAlone: return row[CityColumn.olderLivingAlone]
    case .elderlyOnly: return row[CityColumn.elderlyOnly]
    case .nobodyUnder65: return row[CityColumn.nobodyUnder65]
    case .likelyVacantNext: return row[CityColumn.likelyVacantNext]
    case .vacancyRate: return ratio(row[CityColumn.vacant], dwellings)
    case .meanAge: return ratio(row[CityColumn.ageSum], knownAge)
    case .ageingRate: return ratio(row[CityColumn.from65], knownAge)
    case .helpersPer75: return ratio(row[CityColumn.helpers], row[CityColumn.from75])
    }
  }
}

/// In how many runs a figure had which value, in whole numbers: what can be put together with another part to the same
/// bytes as if it had never been apart.
public struct RunCounts: Sendable, Hashable, Codable {
  /// The values that were met, ascending, in whole numbers of ``CityFigure/scale``.
  public private(set) var values: [Int64] = []
  /// In how many runs each was.
  public private(set) var runs: [Int] = []

  /// Nothing yet.
  public init() {}

  /// How many runs had a value at all.
  public var count: Int { runs.reduce(0, +) }

  /// The mean, in whole numbers; nil where no run had a value.
  public var mean: Double? {
    let whole = count
    guard whole > 0 else { return nil }
    return zip(values, runs).reduce(0) { $0 + Double($1.0) * Double($1.1) } / Double(whole)
  }

  /// The smallest value that is reached in at least this share of the runs, in per mille: 500 gives the median.
  public func quantile(perMille share: Int) -> Int64? {
    let needed = max(1, (count * share + 999) / 1000)
    var sum = 0
    for (value, more) in zip(values, runs) {
      sum += more
      if sum >= needed { return value }
    }
    return values.last
  }

  /// Adds values, one a run.
  mutating func add(_ more: [Int64]) {
    guard !more.isEmpty else { return }
    var other = RunCounts()
    for value in more.sorted() {
      if other.values.last == value {
        other.runs[other.runs.count - 1] += 1
      } else {
        other.values.append(value)
        other.runs.append(1)
      }
    }
    add(other)
  }

  /// Adds those of other runs.
  mutating func add(_ other: RunCounts) {
    guard !values.isEmpty else {
      self = other
      return
    }
    var sum = RunCounts()
    sum.values.reserveCapacity(values.count + other.values.count)
    sum.runs.reserveCapacity(values.count + other.values.count)
    var (i, j) = (0, 0)
    while i < values.count || j < other.values.count {
      let own = i < values.count ? values[i] : .max
      let theirs = j < other.values.count ? other.values[j] : .max
      sum.values.append(min(own, theirs))
      sum.runs.append((own <= theirs ? runs[i] : 0) + (theirs <= own ? other.runs[j] : 0))
      if own <= theirs { i += 1 }
      if theirs <= own { j += 1 }
    }
    self = sum
  }

  /// Whether it is whole: every value once, ascending, each in at least one run, and no more runs than there are.
  func isWhole(runs most: Int) -> Bool {
    values.count == runs.count && zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
      && runs.allSatisfy { (1...max(1, most)).contains($0) } && count <= most
  }
}
