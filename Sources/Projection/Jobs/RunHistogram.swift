/// In how many runs a whole number had each value. Only sums of whole numbers are kept, so that parts of a job put together
/// in any order are the same.
public struct RunHistogram: Sendable, Hashable, Codable {
  /// The smallest value met; 0 where none was.
  public private(set) var first = 0
  /// The runs of each value from ``first`` on; neither the first nor the last is 0.
  public private(set) var runs: [Int] = []
  /// What all values together are more than these whole numbers, in parts of 2^32: 0 of counts; see ``RatioValue/rest``.
  public private(set) var rest = 0

  /// Nothing met.
  public init() {}

  /// How many runs had a value.
  public var total: Int { runs.reduce(0, +) }

  /// Adds runs that had a value.
  mutating func add(_ value: Int, runs count: Int = 1) {
    guard count > 0 else { return }
    if runs.isEmpty { first = value }
    if value < first {
      runs.insert(contentsOf: repeatElement(0, count: first - value), at: 0)
      first = value
    }
    while value - first >= runs.count { runs.append(0) }
    runs[value - first] += count
  }

  /// Adds a run that had a ratio.
  mutating func add(_ value: RatioValue) {
    add(value.quarters)
    rest += value.rest
  }

  /// Adds what other runs had.
  mutating func add(_ other: RunHistogram) {
    rest += other.rest
    for (index, count) in other.runs.enumerated() { add(other.first + index, runs: count) }
  }

  /// The shares of the runs that had a value; nil where none had.
  public var distribution: Distribution? {
    let whole = Double(total)
    guard whole > 0 else { return nil }
    var found = Distribution(first: first, chances: runs.map { Double($0) / whole })
    if rest != 0 {
      found.unrounded = Distribution.Moments(
        mean: found.mean + Double(rest) / RatioValue.parts / whole, variance: found.variance)
    }
    return found
  }

  /// Whether it can have come from so many runs; what was saved may have been changed since.
  func isWhole(runs most: Int) -> Bool {
    runs.allSatisfy { (0...most).contains($0) } && total <= most && runs.first != 0 && runs.last != 0
      && (!runs.isEmpty || first == 0) && rest.magnitude >> 32 <= UInt(most)
  }
}

/// How the figures of one horizon came out, over runs.
public struct FiguresHistogram: Sendable, Hashable, Codable {
  /// Years after the base year.
  public let horizon: Int
  /// Whether every map added up looks any further.
  let hasNext: Bool
  private var counts = [RunHistogram](repeating: RunHistogram(), count: CountItem.allCases.count)
  private var ratios = [RunHistogram](repeating: RunHistogram(), count: RatioItem.allCases.count)

  init(horizon: Int, hasNext: Bool) {
    self.horizon = horizon
    self.hasNext = hasNext
  }

  /// How a count is distributed; nil for ``CountItem/likelyVacantNext`` at the last horizon.
  public subscript(item: CountItem) -> Distribution? { counts[item.rawValue].distribution }
  /// How a ratio, in parts of its scale, is distributed among the runs in which there is one.
  public subscript(item: RatioItem) -> Distribution? { ratios[item.rawValue].distribution }

  mutating func add(_ figures: RunFigures) {
    for item in CountItem.allCases where item != .likelyVacantNext || hasNext {
      counts[item.rawValue].add(figures.totals[item.rawValue])
    }
    for item in RatioItem.allCases {
      if let ratio = figures.ratio(item).value(item) { ratios[item.rawValue].add(ratio) }
    }
  }

  /// Adds by how much `figures` are more than `base`.
  mutating func add(_ figures: RunFigures, minus base: RunFigures) {
    for item in CountItem.allCases where item != .likelyVacantNext || hasNext {
      counts[item.rawValue].add(figures.totals[item.rawValue] - base.totals[item.rawValue])
    }
    for item in RatioItem.allCases {
      if let more = figures.ratio(item).minus(base.ratio(item)).value(item) {
        ratios[item.rawValue].add(more)
      }
    }
  }

  mutating func add(_ other: FiguresHistogram) {
    for index in counts.indices { counts[index].add(other.counts[index]) }
    for index in ratios.indices { ratios[index].add(other.ratios[index]) }
  }

  func isOfSameJob(as other: FiguresHistogram) -> Bool {
    horizon == other.horizon && hasNext == other.hasNext
  }

  func isWhole(runs: Int) -> Bool {
    counts.count == CountItem.allCases.count && ratios.count == RatioItem.allCases.count
      && (counts + ratios).allSatisfy { $0.isWhole(runs: runs) }
  }
}
