/// What figures are made of, kept so that they can be added up exactly.
///
/// The smallest and the largest of a sum of counts are the sums of the smallest and the largest, for no two
/// houses depend on each other. That does not hold for ratios; so for those everything that may vary is kept.
struct Tally: Sendable, Hashable {
  /// What is counted.
  enum Item: Int, Sendable, Hashable, CaseIterable {
    case population, under15, from15to64, from65, from75, helpers, unknownAge
    case households, unknownHouseholds, vacant, dwellings, livedIn
    case livingAlone, olderLivingAlone, elderlyOnly, nobodyUnder65, likelyVacantNext
  }

  /// The counts, in the order of ``Item``.
  private(set) var counts = Item.allCases.map { _ in Count(0, low: 0, high: 0) }
  /// Vacant of all dwellings.
  private(set) var vacancy = RatioTerms()
  /// The sum of known ages over the number of them.
  private(set) var ages = RatioTerms()
  /// 65 or more of all whose age is known.
  private(set) var ageing = RatioTerms()
  /// 20–69 over 75 or more.
  private(set) var help = RatioTerms()
  /// Whether there is a next horizon to look at.
  private(set) var hasNext: Bool

  /// Nothing yet.
  init(hasNext: Bool) { self.hasNext = hasNext }

  /// One of the counts.
  subscript(_ item: Item) -> Count { counts[item.rawValue] }

  /// Adds to a count.
  mutating func add(_ item: Item, point: Int, low: Int, high: Int) {
    counts[item.rawValue].point += point
    counts[item.rawValue].low += low
    counts[item.rawValue].high += high
  }

  /// Adds somebody, with a partner, who is `point` in the point estimate and may be any of `ways`.
  mutating func add(point: Heads, ways: Set<Heads>) {
    func count(_ item: Item, _ value: (Heads) -> Int) {
      let own = value(point)
      var (low, high) = (own, own)
      for way in ways {
        low = min(low, value(way))
        high = max(high, value(way))
      }
      add(item, point: own, low: low, high: high)
    }
    count(.population, \.people)
    count(.under15, \.under15)
    count(.from15to64, \.from15to64)
    count(.from65, \.from65)
    count(.from75, \.from75)
    count(.helpers, \.helpers)
    count(.unknownAge, \.unknownAge)
    func share(_ of: (Heads) -> Fraction) -> (Fraction, Set<Fraction>) { (of(point), Set(ways.map(of))) }
    let meanAge = share { Fraction(over: $0.ageSum, under: $0.knownAge) }
    ages.add(point: meanAge.0, ways: meanAge.1)
    let older = share { Fraction(over: $0.from65, under: $0.knownAge) }
    ageing.add(point: older.0, ways: older.1)
    let hands = share { Fraction(over: $0.helpers, under: $0.from75) }
    help.add(point: hands.0, ways: hands.1)
  }

  /// Adds a house's vacant dwellings over all its dwellings.
  mutating func addVacancy(point: Fraction, ways: Set<Fraction>) { vacancy.add(point: point, ways: ways) }

  /// Adds everything of another neighbourhood.
  mutating func add(_ other: Tally) {
    for item in Item.allCases {
      let count = other[item]
      add(item, point: count.point, low: count.low, high: count.high)
    }
    vacancy.add(other.vacancy)
    ages.add(other.ages)
    ageing.add(other.ageing)
    help.add(other.help)
    hasNext = hasNext && other.hasNext
  }

  /// The figures.
  var figures: Figures {
    Figures(
      population: self[.population], households: self[.households],
      unknownHouseholds: self[.unknownHouseholds], vacant: self[.vacant], dwellings: self[.dwellings],
      livedIn: self[.livedIn], vacancyRate: vacancy.ratio, meanAge: ages.ratio, under15: self[.under15],
      from15to64: self[.from15to64], from65: self[.from65], from75: self[.from75], helpers: self[.helpers],
      unknownAge: self[.unknownAge], ageingRate: ageing.ratio, livingAlone: self[.livingAlone],
      olderLivingAlone: self[.olderLivingAlone], elderlyOnly: self[.elderlyOnly],
      nobodyUnder65: self[.nobodyUnder65], likelyVacantNext: hasNext ? self[.likelyVacantNext] : nil,
      helpersPer75: help.ratio)
  }
}
