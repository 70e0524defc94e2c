/// The two whole numbers of a ratio.
struct Fraction: Sendable, Hashable {
  /// The numerator.
  var over: Int
  /// The denominator, 0 or more.
  var under: Int

  /// Both added up: the ratio of two groups taken together.
  static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(over: a.over + b.over, under: a.under + b.under)
  }

  /// The ratio; nil where the denominator is 0.
  var value: Double? { under == 0 ? nil : Double(over) / Double(under) }
}

/// A ratio of two sums over people or houses, of which each may take one of several values by itself.
///
/// The range is exact: the ratio is made as small and as large as can be by Dinkelbach's method (Management
/// Science 13, 1967), in whole numbers. For a ratio p/q it looks for the choice with the greatest sum of
/// q × numerator − p × denominator, which everybody settles alone; while that is above 0 there is a greater
/// ratio, namely that choice's. It ends after finitely many steps, for each step is a greater ratio.
struct RatioTerms: RatioSum {
  /// The fraction in the point estimate.
  private(set) var point = Fraction(over: 0, under: 0)
  /// What does not depend on any age.
  private(set) var fixed = Fraction(over: 0, under: 0)
  /// Of those that depend: the fractions one may be, and how many may be just these. In a city many are alike.
  private(set) var choices: [[Fraction]: Int] = [:]

  /// Nothing yet.
  init() {}

  /// Adds somebody, or a house, that may be any of `ways`, and is `point` in the point estimate.
  mutating func add(point way: Fraction, ways: [Fraction]) {
    point = point + way
    guard ways.contains(where: { $0 != way }) else {
      fixed = fixed + way
      return
    }
    // In order and once each, so that equal neighbourhoods have equal terms.
    var distinct: [Fraction] = []
    for way in ways.sorted(by: { ($0.under, $0.over) < ($1.under, $1.over) }) where way != distinct.last {
      distinct.append(way)
    }
    choices[distinct, default: 0] += 1
  }

  /// Adds everybody of another group.
  mutating func add(_ other: RatioTerms) {
    point = point + other.point
    fixed = fixed + other.fixed
    choices.merge(other.choices, uniquingKeysWith: +)
  }

  /// The ratio with its exact range, over all choices with a denominator above 0.
  var figure: Ratio {
    Ratio(point.value, low: extreme(sign: -1)?.value, high: extreme(sign: 1)?.value)
  }

  /// The greatest (`sign` 1) or the smallest (`sign` -1) ratio.
  private func extreme(sign: Int) -> Fraction? {
    guard var best = choice(over: 0, under: 0) else { return nil }
    while let better = choice(over: sign * best.under, under: -sign * best.over),
      sign * (better.over * best.under - best.over * better.under) > 0
    {
      best = better
    }
    return best
  }

  /// The choice with the greatest `over` × numerator + `under` × denominator among those with a denominator
  /// above 0; nil where there is none.
  private func choice(over: Int, under: Int) -> Fraction? {
    func worth(_ fraction: Fraction) -> Int { over * fraction.over + under * fraction.under }
    var sum = fixed
    // What it costs to have a denominator above 0, where the best choice has none.
    var repair: (cost: Int, from: Fraction, to: Fraction)?
    for (ways, number) in choices {
      guard var best = ways.first else { continue }
      for way in ways where worth(way) > worth(best) { best = way }
      sum = sum + Fraction(over: best.over * number, under: best.under * number)
      for way in ways where way.under > 0 {
        let cost = worth(best) - worth(way)
        if repair.map({ cost < $0.cost }) ?? true { repair = (cost, best, way) }
      }
    }
    if sum.under > 0 { return sum }
    guard let repair else { return nil }
    return Fraction(
      over: sum.over - repair.from.over + repair.to.over,
      under: sum.under - repair.from.under + repair.to.under)
  }
}
