/// By how much counts differ in pairs of runs, in whole numbers: parts put together in any order are the same as the whole.
public struct PairedRuns: Sendable, Hashable {
  /// How many pairs there are.
  public private(set) var runs: Int
  /// Years after the base year.
  public let horizons: [Int]
  /// By horizon and count, in how many pairs each difference was met.
  private var found: [[CountItem: [Int: Int]]]

  init(runs: Int, horizons: [Int], found: [[CountItem: [Int: Int]]]) {
    self.runs = runs
    self.horizons = horizons
    self.found = found
  }

  /// Adds pairs of other runs of the same maps and horizons.
  public mutating func add(_ other: PairedRuns) {
    runs += other.runs
    for (index, counts) in other.found.enumerated() {
      for (item, more) in counts { found[index][item, default: [:]].merge(more, uniquingKeysWith: +) }
    }
  }

  /// How each difference is distributed.
  public var differences: [ChanceDifference] {
    zip(horizons, found).map { offset, counts in
      ChanceDifference(horizon: offset, runs: runs, counts: counts.mapValues { Distribution(runs: $0) })
    }
  }
}
