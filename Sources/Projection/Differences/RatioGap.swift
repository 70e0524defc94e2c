/// The two fractions whose difference is looked for.
struct FractionPair: Sendable, Hashable {
  /// In the base case.
  var base: Fraction
  /// In the scenario.
  var scenario: Fraction

  /// Neither has anything.
  static let none = FractionPair(base: Fraction(over: 0, under: 0), scenario: Fraction(over: 0, under: 0))

  /// Both added up.
  static func + (a: FractionPair, b: FractionPair) -> FractionPair {
    FractionPair(base: a.base + b.base, scenario: a.scenario + b.scenario)
  }

  /// By how much the scenario's ratio is more than the base case's, worked out in whole numbers; nil where either has
  /// nothing to divide by.
  var gap: Double? {
    guard base.under > 0, scenario.under > 0 else { return nil }
    let over = scenario.over * base.under - base.over * scenario.under
    return over == 0 ? 0 : Double(over) / Double(scenario.under * base.under)
  }

  fileprivate var swapped: FractionPair { FractionPair(base: scenario, scenario: base) }
  fileprivate var rank: (Int, Int, Int, Int) { (scenario.under, base.under, base.over, scenario.over) }
}

/// The difference of two ratios of sums over people or houses, of which each may take one of several pairs of
/// fractions by itself.
///
/// Its range is exact. The difference A/B − C/D of two ratios is no ratio, so that Dinkelbach's method does not find its
/// greatest value; it is found by going through people (houses) and keeping for each pair of denominators (B, D)
/// reached so far the pairs of numerators (A, C) that may still win. With given denominators the difference is linear in
/// (A, C) whatever the others add, growing with A and falling with C: so only the corners of the convex hull of all
/// (A, C) towards great A and small C may win. There are few of them, and few pairs of denominators, for these count
/// people or houses.
struct RatioGap: RatioSum {
  /// The pair in the point estimate.
  private(set) var point = FractionPair.none
  /// What does not depend on any age.
  private(set) var fixed = FractionPair.none
  /// For each that depends: what it may be.
  private(set) var choices: [[FractionPair]] = []
  /// How many sums may be formed before the range is given up.
  var mostSums = 400_000_000

  /// Nothing yet.
  init() {}

  /// Adds somebody, or a house, that may be any of `ways`, and is `point` in the point estimate.
  mutating func add(point way: FractionPair, ways: Set<FractionPair>) {
    point = point + way
    guard ways.contains(where: { $0 != way }) else {
      fixed = fixed + way
      return
    }
    // In order, so that equal neighbourhoods have equal terms.
    choices.append(ways.sorted { $0.rank < $1.rank })
  }

  /// Adds everybody of another group.
  mutating func add(_ other: RatioGap) {
    point = point + other.point
    fixed = fixed + other.fixed
    choices += other.choices
  }

  /// The difference with its exact range over all choices with both denominators above 0. Where the range would take too
  /// many steps there is a point, but no range.
  var figure: Ratio {
    if fixed.base == fixed.scenario, choices.allSatisfy({ $0.allSatisfy { $0.base == $0.scenario } }) {
      let exists = fixed.base.under > 0 || choices.contains { $0.contains { $0.base.under > 0 } }
      return Ratio(point.gap, low: exists ? 0 : nil, high: exists ? 0 : nil)
    }
    let high = greatest(fixed, choices)
    let low = greatest(fixed.swapped, choices.map { $0.map(\.swapped) })
    return Ratio(point.gap, low: low.map { $0 == 0 ? 0 : -$0 }, high: high)
  }

  /// The greatest difference; nil where there is none, or it takes too long to find.
  private func greatest(_ fixed: FractionPair, _ choices: [[FractionPair]]) -> Double? {
    let ways = choices.map { Corners.byDenominators([Denominators(): [FractionPair.none]], $0) }
      .sorted { $0.count < $1.count }
    // What those who are still to come may add to the denominators.
    var rests = [Denominators.Span(Denominators(fixed))]
    for own in ways.reversed() { rests.append(rests[rests.count - 1].adding(own.keys)) }
    var sums = [Denominators(): [FractionPair.none]]
    var formed = 0
    for (own, rest) in zip(ways, rests.reversed().dropFirst()) {
      formed += sums.values.reduce(0) { $0 + $1.count } * own.values.reduce(0) { $0 + $1.count }
      guard formed <= mostSums else { return nil }
      sums = Corners.byDenominators(sums, own.values.flatMap { $0 }, rest: rest)
    }
    return sums.values.lazy.flatMap { $0 }.compactMap { ($0 + fixed).gap }.max()
  }
}

/// What both are divided by.
struct Denominators: Hashable {
  var base = 0
  var scenario = 0

  init() {}

  init(_ pair: FractionPair) {
    base = pair.base.under
    scenario = pair.scenario.under
  }

  /// The smallest and the largest that denominators may be.
  struct Span {
    var base: ClosedRange<Int>
    var scenario: ClosedRange<Int>

    /// Nothing but these.
    init(_ only: Denominators) {
      base = only.base...only.base
      scenario = only.scenario...only.scenario
    }

    /// These and one of `ways`.
    func adding(_ ways: some Collection<Denominators>) -> Span {
      func moved(_ range: ClosedRange<Int>, by numbers: [Int]) -> ClosedRange<Int> {
        range.lowerBound + (numbers.min() ?? 0)...range.upperBound + (numbers.max() ?? 0)
      }
      var sum = self
      sum.base = moved(base, by: ways.map(\.base))
      sum.scenario = moved(scenario, by: ways.map(\.scenario))
      return sum
    }
  }
}

/// The sums that may still win.
enum Corners {
  /// How much the base case's numerator counts for one of the scenario's, B/D, at least and at most, as fractions; the
  /// largest is infinite (1/0) where nobody may be left in the base case.
  private typealias Weights = (least: Fraction, most: Fraction)

  /// Every sum of one of `sums` and one of `ways` that may still have the greatest difference.
  ///
  /// - Parameter rest: What is still to be added to the denominators; nil for anything.
  static func byDenominators(
    _ sums: [Denominators: [FractionPair]], _ ways: [FractionPair], rest: Denominators.Span? = nil
  ) -> [Denominators: [FractionPair]] {
    var grown: [Denominators: [FractionPair]] = [:]
    for (_, corners) in sums {
      for way in ways {
        for corner in corners {
          let sum = corner + way
          grown[Denominators(sum), default: []].append(sum)
        }
      }
    }
    var kept: [Denominators: [FractionPair]] = [:]
    kept.reserveCapacity(grown.count)
    for (under, pairs) in grown {
      let weights = rest.map { rest in
        (
          Fraction(
            over: under.scenario + rest.scenario.lowerBound, under: under.base + rest.base.upperBound),
          Fraction(
            over: under.scenario + rest.scenario.upperBound, under: under.base + rest.base.lowerBound)
        )
      }
      kept[under] = self.kept(pairs, weights)
    }
    return kept
  }

  /// Of pairs with the same denominators, those that may have the greatest or the smallest difference.
  static func eitherWay(_ pairs: [FractionPair]) -> [FractionPair] {
    guard pairs.count > 2 else { return pairs }
    return kept(pairs, nil) + kept(pairs.map(\.swapped), nil).map(\.swapped)
  }

  /// Of pairs with the same denominators, those that are the best for some of the weights: the corners of their convex hull
  /// towards a great numerator of the scenario and a small one of the base case.
  private static func kept(_ pairs: [FractionPair], _ weights: Weights?) -> [FractionPair] {
    guard pairs.count > 1 else { return pairs }
    var corners: [FractionPair] = []
    let sorted = pairs.sorted {
      ($0.base.over, -$0.scenario.over) < ($1.base.over, -$1.scenario.over)
    }
    for pair in sorted {
      guard pair.scenario.over > corners.last?.scenario.over ?? Int.min else { continue }
      while corners.count > 1, !turns(corners[corners.count - 2], corners[corners.count - 1], pair) {
        corners.removeLast()
      }
      corners.append(pair)
    }
    guard let weights, corners.count > 1 else { return corners }
    // Along the corners a step gains less and less for what it costs: those at whose end every weight, and those at whose
    // beginning no weight makes the step worth while are no corners for these weights.
    func gains(_ index: Int, at weight: Fraction) -> Int {
      let (from, to) = (corners[index], corners[index + 1])
      return (to.scenario.over - from.scenario.over) * weight.under
        - (to.base.over - from.base.over) * weight.over
    }
    var (first, last) = (0, corners.count - 1)
    while first < last, gains(first, at: weights.most) >= 0 { first += 1 }
    while last > first, gains(last - 1, at: weights.least) <= 0 { last -= 1 }
    return Array(corners[first...last])
  }

  /// Whether `b` stands out beyond the line from `a` to `c`.
  private static func turns(_ a: FractionPair, _ b: FractionPair, _ c: FractionPair) -> Bool {
    (b.scenario.over - a.scenario.over) * (c.base.over - b.base.over)
      > (c.scenario.over - b.scenario.over) * (b.base.over - a.base.over)
  }
}
