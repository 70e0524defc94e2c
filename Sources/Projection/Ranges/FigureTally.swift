/// What figures are made of, kept so that they can be added up exactly.
///
/// The smallest and the largest of a sum of counts are the sums of the smallest and the largest, for no two
/// houses depend on each other. That does not hold for ratios; so for those everything that may vary is kept.
struct FigureTally: Sendable, Hashable {
  /// The counts, in the order of ``CountItem``.
  private(set) var counts = CountItem.allCases.map { _ in Count(0, low: 0, high: 0) }
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
  subscript(_ item: CountItem) -> Count { counts[item.rawValue] }

  /// Adds to a count.
  mutating func add(_ item: CountItem, point: Int, low: Int, high: Int) {
    counts[item.rawValue].point += point
    counts[item.rawValue].low += low
    counts[item.rawValue].high += high
  }

  /// Adds somebody, with a partner, who is `point` in the point estimate and may be any of `ways`.
  mutating func add(point: Heads, ways: [Heads]) {
    var (low, high) = (point, point)
    for way in ways {
      low = low.combined(with: way, by: min)
      high = high.combined(with: way, by: max)
    }
    add(.population, point: point.people, low: low.people, high: high.people)
    add(.under15, point: point.under15, low: low.under15, high: high.under15)
    add(.from15to64, point: point.from15to64, low: low.from15to64, high: high.from15to64)
    add(.from65, point: point.from65, low: low.from65, high: high.from65)
    add(.from75, point: point.from75, low: low.from75, high: high.from75)
    add(.helpers, point: point.helpers, low: low.helpers, high: high.helpers)
    add(.unknownAge, point: point.unknownAge, low: low.unknownAge, high: high.unknownAge)
    ages.add(point: point.meanAge, ways: ways.map(\.meanAge))
    ageing.add(point: point.ageing, ways: ways.map(\.ageing))
    help.add(point: point.help, ways: ways.map(\.help))
  }

  /// Adds a house's vacant dwellings over all its dwellings.
  mutating func addVacancy(point: Fraction, ways: [Fraction]) { vacancy.add(point: point, ways: ways) }

  /// Adds everything of another neighbourhood.
  mutating func add(_ other: FigureTally) {
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
