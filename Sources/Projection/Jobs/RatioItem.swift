/// What is divided: the names of the ratios of ``Figures``, for tables and distributions.
public enum RatioItem: Int, Sendable, Hashable, CaseIterable {
  /// See ``Figures/vacancyRate``.
  case vacancyRate
  /// See ``Figures/meanAge``.
  case meanAge
  /// See ``Figures/ageingRate``.
  case ageingRate
  /// See ``Figures/helpersPer75``.
  case helpersPer75
  /// See ``Figures/withoutDriverRate``.
  case withoutDriverRate

  /// In how many parts of one a distribution of it is kept: quarters of the last digit told, see ``RatioValue``.
  public var scale: Int { 4 * told }

  /// In how many parts of one it is told: shares to a hundredth of a per cent, years and people to a hundredth.
  public var told: Int {
    switch self {
    case .vacancyRate, .ageingRate, .withoutDriverRate: 10_000
    case .meanAge, .helpersPer75: 100
    }
  }
}

/// What one run has come to at one horizon, on one map or on several together.
struct RunFigures: Sendable, Hashable {
  /// In the order of ``CountItem``.
  private(set) var totals: [Int]
  private(set) var ageSum: Int

  /// Nobody and nothing.
  init() {
    totals = [Int](repeating: 0, count: CountItem.allCases.count)
    ageSum = 0
  }

  /// A horizon of a run.
  init(_ tally: RunTally, at index: Int) {
    totals = tally.totals[index]
    ageSum = tally.ageSums[index]
  }

  /// Adds another map's.
  mutating func add(_ other: RunFigures) {
    for index in totals.indices { totals[index] += other.totals[index] }
    ageSum += other.ageSum
  }

  private subscript(item: CountItem) -> Int { totals[item.rawValue] }

  /// What is divided by what.
  func ratio(_ item: RatioItem) -> Fraction {
    let known = self[.population] - self[.unknownAge]
    return switch item {
    case .vacancyRate: Fraction(over: self[.vacant], under: self[.dwellings])
    case .meanAge: Fraction(over: ageSum, under: known)
    case .ageingRate: Fraction(over: self[.from65], under: known)
    case .helpersPer75: Fraction(over: self[.helpers], under: self[.from75])
    case .withoutDriverRate: Fraction(over: self[.withoutDriver], under: self[.households])
    }
  }
}
