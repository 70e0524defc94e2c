/// How much more of every figure there is in a scenario, kept so that it can be added up exactly over houses and maps.
struct DifferenceTally: Sendable, Hashable {
  /// In the order of ``CountItem``.
  private var counts = CountItem.allCases.map { _ in Count(0, low: 0, high: 0) }
  private var vacancy = RatioGap()
  private var ages = RatioGap()
  private var ageing = RatioGap()
  private var help = RatioGap()
  /// Whether there is a next horizon to look at.
  private var hasNext: Bool

  /// No difference.
  init(hasNext: Bool) { self.hasNext = hasNext }

  private subscript(item: CountItem) -> Count { counts[item.rawValue] }

  /// Adds to a count.
  mutating func add(_ item: CountItem, point: Int, low: Int, high: Int) {
    counts[item.rawValue].point += point
    counts[item.rawValue].low += low
    counts[item.rawValue].high += high
  }

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

  /// Adds a house's vacant dwellings over all its dwellings.
  mutating func addVacancy(point: FractionPair, ways: Set<FractionPair>) {
    vacancy.add(point: point, ways: ways)
  }

  /// Adds everything of another neighbourhood.
  mutating func add(_ other: DifferenceTally) {
    for item in CountItem.allCases {
      let count = other[item]
      add(item, point: count.point, low: count.low, high: count.high)
    }
    vacancy.add(other.vacancy)
    ages.add(other.ages)
    ageing.add(other.ageing)
    help.add(other.help)
    hasNext = hasNext && other.hasNext
  }

  /// The differences, figure by figure.
  var figures: Figures {
    Figures(
      population: self[.population], households: self[.households],
      unknownHouseholds: self[.unknownHouseholds], vacant: self[.vacant], dwellings: self[.dwellings],
      livedIn: self[.livedIn], vacancyRate: vacancy.difference, meanAge: ages.difference,
      under15: self[.under15], from15to64: self[.from15to64], from65: self[.from65], from75: self[.from75],
      helpers: self[.helpers], unknownAge: self[.unknownAge], ageingRate: ageing.difference,
      livingAlone: self[.livingAlone], olderLivingAlone: self[.olderLivingAlone],
      elderlyOnly: self[.elderlyOnly], nobodyUnder65: self[.nobodyUnder65],
      likelyVacantNext: hasNext ? self[.likelyVacantNext] : nil, helpersPer75: help.difference)
  }
}
