import Projection

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

  /// What it is called among ratios; nil for a count.
  public var ratio: RatioItem? {
    switch self {
    case .vacancyRate: .vacancyRate
    case .meanAge: .meanAge
    case .ageingRate: .ageingRate
    case .helpersPer75: .helpersPer75
    default: nil
    }
  }

  /// How many of the whole numbers that are kept make one: ratios are kept as those of sessions are, counts as they are.
  public var scale: Int { ratio?.scale ?? 1 }

  /// In how many parts of one it is told.
  public var told: Int { ratio?.told ?? 1 }

  /// Its value in one run, in whole numbers of ``scale``, and what it is more than that (see `RatioValue`); nil where there
  /// is nothing to divide by.
  func value(of row: UnsafePointer<Int64>) -> (value: Int64, rest: Int)? {
    switch found(in: row) {
    case .count(let count): (count, 0)
    case .ratio(let over, let under):
      RatioValue(over: Int(over), under: Int(under), told: told).map { (Int64($0.quarters), $0.rest) }
    }
  }

  private enum Found {
    case count(Int64)
    /// What is divided by what.
    case ratio(Int64, by: Int64)
  }

  private func found(in row: UnsafePointer<Int64>) -> Found {
    func sum(_ columns: Int...) -> Int64 { columns.reduce(0) { $0 + row[$1] } }
    let knownAge = sum(CityColumn.under15, CityColumn.from15to64, CityColumn.from65)
    let livedIn = sum(CityColumn.households, CityColumn.unknownHouseholds)
    let vacant = row[CityColumn.vacant]
    return switch self {
    case .population: .count(knownAge + row[CityColumn.unknownAge])
    case .under15: .count(row[CityColumn.under15])
    case .from15to64: .count(row[CityColumn.from15to64])
    case .from65: .count(row[CityColumn.from65])
    case .from75: .count(row[CityColumn.from75])
    case .helpers: .count(row[CityColumn.helpers])
    case .unknownAge: .count(row[CityColumn.unknownAge])
    case .households: .count(row[CityColumn.households])
    case .unknownHouseholds: .count(row[CityColumn.unknownHouseholds])
    case .vacant: .count(vacant)
    case .dwellings: .count(livedIn + vacant)
    case .livedIn: .count(livedIn)
    case .livingAlone: .count(row[CityColumn.livingAlone])
    case .olderLivingAlone: .count(row[CityColumn.olderLivingAlone])
    case .elderlyOnly: .count(row[CityColumn.elderlyOnly])
    case .nobodyUnder65: .count(row[CityColumn.nobodyUnder65])
    case .likelyVacantNext: .count(row[CityColumn.likelyVacantNext])
    case .vacancyRate: .ratio(vacant, by: livedIn + vacant)
    case .meanAge: .ratio(row[CityColumn.ageSum], by: knownAge)
    case .ageingRate: .ratio(row[CityColumn.from65], by: knownAge)
    case .helpersPer75: .ratio(row[CityColumn.helpers], by: row[CityColumn.from75])
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
  /// What all values together are more than these whole numbers, in parts of 2^32; see `RatioValue`.
  public private(set) var rest = 0

  /// Nothing yet.
  public init() {}

  /// How many runs had a value at all.
  public var count: Int { runs.reduce(0, +) }

  /// The mean, in whole numbers; nil where no run had a value.
  public var mean: Double? {
    let whole = count
    guard whole > 0 else { return nil }
    let sum = zip(values, runs).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    return (sum + Double(rest) / RatioValue.parts) / Double(whole)
  }

  /// The variance; nil where no run had a value.
  public var variance: Double? {
    let whole = Double(count)
    guard whole > 0 else { return nil }
    let mean = zip(values, runs).reduce(0) { $0 + Double($1.0) * Double($1.1) } / whole
    return zip(values, runs).reduce(0) { $0 + (Double($1.0) - mean) * (Double($1.0) - mean) * Double($1.1) }
      / whole
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

  /// Adds values, one a run, and what they are more than that, all together.
  mutating func add(_ more: [Int64], rest: Int = 0) {
    guard !more.isEmpty else { return }
    var other = RunCounts()
    other.rest = rest
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
    sum.rest = rest + other.rest
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
      && rest.magnitude >> 32 <= UInt(max(0, most))
  }
}
