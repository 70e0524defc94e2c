/// How much more of every figure there is in a scenario.
typealias DifferenceTally = Tally<RatioGap>

extension DifferenceTally {
  /// Adds somebody, with a partner, who is `point` in the point estimates and may be any of `ways`.
  mutating func add(point: Both<Heads>, ways: Set<Both<Heads>>) {
    for item in CountItem.ofPeople {
      func more(_ both: Both<Heads>) -> Int { both.scenario.adds(to: item) - both.base.adds(to: item) }
      let own = more(point)
      var (low, high) = (own, own)
      for way in ways {
        let value = more(way)
        (low, high) = (min(low, value), max(high, value))
      }
      add(item, point: own, low: low, high: high)
    }
    for (gap, fraction) in [
      (\DifferenceTally.ages, \Heads.meanAge), (\.ageing, \.ageing), (\.help, \.help),
    ] as [(WritableKeyPath<DifferenceTally, RatioGap>, KeyPath<Heads, Fraction>)] {
      func pair(_ both: Both<Heads>) -> FractionPair {
        FractionPair(base: both.base[keyPath: fraction], scenario: both.scenario[keyPath: fraction])
      }
      self[keyPath: gap].add(point: pair(point), ways: Set(ways.map(pair)))
    }
  }
}
