import Workshop

/// How a whole number is distributed.
public struct Distribution: Sendable, Hashable, Codable {
  /// The smallest value looked at; ``chances`` begins with its chance.
  public var first: Int
  /// The chance of each value from ``first`` on; they add up to 1.
  public var chances: [Double]
  /// Where the values stand for ratios, which are kept to so many digits: mean and variance of the ratios themselves.
  public var unrounded: Moments?

  /// A mean and a variance.
  public struct Moments: Sendable, Hashable, Codable {
    /// The mean.
    public var mean: Double
    /// The variance.
    public var variance: Double

    /// Makes them.
    public init(mean: Double, variance: Double) {
      self.mean = mean
      self.variance = variance
    }
  }

  /// Certainly this value.
  public init(certain value: Int) {
    first = value
    chances = [1]
  }

  /// Makes a distribution of chances that add up to 1.
  public init(first: Int, chances: [Double]) {
    self.first = first
    self.chances = chances
  }

  /// The shares of runs in which each value was met; at least one run.
  init(runs: [Int: Int]) {
    let whole = Double(runs.values.reduce(0, +))
    let low = runs.keys.min() ?? 0
    first = low
    chances = (low...max(low, runs.keys.max() ?? low)).map { Double(runs[$0] ?? 0) / whole }
  }

  /// The mean.
  public var mean: Double { unrounded?.mean ?? roundedMean }

  private var roundedMean: Double {
    chances.enumerated().map { Double(first + $0.offset) * $0.element }.reduce(0, +)
  }

  /// The variance.
  public var variance: Double {
    if let unrounded { return unrounded.variance }
    let mean = roundedMean
    return chances.enumerated().map { index, chance in
      (Double(first + index) - mean) * (Double(first + index) - mean) * chance
    }.reduce(0, +)
  }

  /// The smallest value that is reached with at least this chance: 0.5 gives the median.
  public func quantile(_ share: Double) -> Int {
    var sum = 0.0
    for (index, chance) in chances.enumerated() {
      sum += chance
      // Sums of chances are exact but for the last bits.
      if sum >= share - 1e-12 { return first + index }
    }
    return first + max(0, chances.count - 1)
  }

  /// The interval that leaves the same chance out at either end: 0.8 reaches from the 10th to the 90th hundredth.
  public func interval(_ share: Double) -> ClosedRange<Int> {
    let low = quantile((1 - share) / 2)
    return low...max(low, quantile((1 + share) / 2))
  }

  /// The distribution of the sum of two numbers that do not depend on each other.
  public func adding(_ other: Distribution) -> Distribution {
    var sum = self
    sum.add(other.chances)
    sum.first += other.first
    return sum
  }

  /// Adds a number that is 0, 1, 2 … with these chances.
  ///
  /// At either end, values less likely than 1 in 10^18 are left out: all that a count of 100,000 houses loses so is less
  /// than the rounding of its sums.
  mutating func add(_ more: [Double]) {
    if more.count == 1 { return }
    chances.append(contentsOf: repeatElement(0, count: more.count - 1))
    // From the top down, so that what is read has not been written yet.
    chances.withUnsafeMutableBufferPointer { own in
      for place in stride(from: own.count - 1, through: 0, by: -1) {
        var sum = 0.0
        for step in 0..<min(more.count, place + 1) { sum += own[place - step] * more[step] }
        own[place] = sum
      }
    }
    let least = 1e-18
    while chances.count > 1, let end = chances.last, end < least { chances.removeLast() }
    let low = chances.firstIndex { $0 >= least } ?? 0
    if low > 0 {
      chances.removeFirst(low)
      first += low
    }
  }
}

/// The chance that a person is here.
public struct PersonChance: Sendable, Hashable, Codable {
  /// The person's id.
  public var id: String
  /// The dwelling's id.
  public var dwellingID: String
  /// The chance of being here at the end of the year, 0…1.
  public var here: Double
}

/// The chances of what a dwelling is.
public struct DwellingChance: Sendable, Hashable, Codable {
  /// The dwelling's id.
  public var id: String
  /// The chance that somebody the sheet knows lives here.
  public var occupied: Double
  /// The chance that a household lives here which nobody knows.
  public var unknown: Double
  /// The chance that it is vacant.
  public var vacant: Double
  /// The chance that no house stands here.
  public var absent: Double
}

/// A map at one horizon, under chance rules.
public struct ChanceThen: Sendable, Hashable {
  /// Years after the base year.
  public var horizon: Int
  /// The calendar year.
  public var year: Int
  /// Everybody who may ever be here, in the order of the sheet.
  public var people: [PersonChance]
  /// The dwellings, in the order of the sheet.
  public var dwellings: [DwellingChance]
  /// How each count is distributed; ``CountItem/likelyVacantNext`` is left out at the last horizon.
  public var counts: [CountItem: Distribution]
  /// How each ratio, in parts of its ``RatioItem/scale`` (see ``RatioValue``), is distributed among the cases in which there is anything to
  /// divide by; left out where there never is.
  public var ratios: [RatioItem: Distribution] = [:]
  /// Those of ``ratios`` that were found from exact means and variances by the normal law, the neighbourhood being too
  /// large to have them exactly.
  public var normalRatios: Set<RatioItem> = []
  /// Who came or was born by chance and is here, by sex and age; men first, then women, each from the youngest.
  public var newcomers: [NewcomersThen] = []
}

/// People of a sex and an age who came or were born by chance.
public struct NewcomersThen: Sendable, Hashable {
  /// Their sex.
  public var sex: Sex
  /// Their age at the end of the year; nil where nobody knows.
  public var age: Int?
  /// How many of them are here on average.
  public var mean: Double
}

/// A map foreseen by chance rules.
public struct ChanceProjection: Sendable, Hashable {
  /// The map's id.
  public var mapID: String
  /// The year the sheet was drawn.
  public var baseYear: Int
  /// How it was reckoned.
  public var method: ChanceMethod
  /// The base year first, then every horizon, ascending.
  public var states: [ChanceThen]
}

/// How much more there is of each count under other rules, or in a scenario, at one horizon.
public struct ChanceDifference: Sendable, Hashable {
  /// Years after the base year.
  public var horizon: Int
  /// How many pairs of runs it was found from.
  public var runs: Int
  /// How the difference of each count is distributed; below 0 where there is less.
  public var counts: [CountItem: Distribution]
}
