/// What a ratio over a neighbourhood is made of, kept so that it can be added up exactly.
protocol RatioSum: Sendable, Hashable {
  /// What one person or house adds.
  associatedtype Term
  /// Everything one of them may add.
  associatedtype Terms

  /// Nothing yet.
  init()

  /// Adds somebody, or a house, that may be any of `ways`, and is `point` in the point estimate.
  mutating func add(point: Term, ways: Terms)

  /// Adds everything of another neighbourhood.
  mutating func add(_ other: Self)

  /// The figure, with its exact range.
  var figure: Ratio { get }
}

/// What figures are made of, kept so that they can be added up exactly.
///
/// The smallest and the largest of a sum of counts are the sums of the smallest and the largest, for no two
/// houses depend on each other. That does not hold for ratios; so for those everything that may vary is kept.
struct Tally<Sum: RatioSum>: Sendable, Hashable {
  /// The counts, in the order of ``CountItem``.
  private(set) var counts = CountItem.allCases.map { _ in Count(0, low: 0, high: 0) }
  /// Vacant of all dwellings.
  private(set) var vacancy = Sum()
  /// Households in which nobody can drive over all households.
  private(set) var driverless = Sum()
  /// The sum of known ages over the number of them.
  var ages = Sum()
  /// 65 or more of all whose age is known.
  var ageing = Sum()
  /// 20–69 over 75 or more.
  var help = Sum()
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

  /// Adds a house's vacant dwellings over all its dwellings.
  mutating func addVacancy(point: Sum.Term, ways: Sum.Terms) { vacancy.add(point: point, ways: ways) }

  /// Adds a house's households in which nobody can drive over all its households.
  mutating func addDriverless(point: Sum.Term, ways: Sum.Terms) { driverless.add(point: point, ways: ways) }

  /// Adds everything of another neighbourhood.
  mutating func add(_ other: Self) {
    for item in CountItem.allCases {
      let count = other[item]
      add(item, point: count.point, low: count.low, high: count.high)
    }
    vacancy.add(other.vacancy)
    driverless.add(other.driverless)
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
      livedIn: self[.livedIn], vacancyRate: vacancy.figure, meanAge: ages.figure, under15: self[.under15],
      from15to64: self[.from15to64], from65: self[.from65], from75: self[.from75], helpers: self[.helpers],
      unknownAge: self[.unknownAge], ageingRate: ageing.figure, livingAlone: self[.livingAlone],
      olderLivingAlone: self[.olderLivingAlone], elderlyOnly: self[.elderlyOnly],
      nobodyUnder65: self[.nobodyUnder65], likelyVacantNext: hasNext ? self[.likelyVacantNext] : nil,
      helpersPer75: help.figure, drivers: self[.drivers], withoutDriver: self[.withoutDriver],
      withoutDriverRate: driverless.figure)
  }

  /// Tallies of several maps added up by horizon, ascending.
  static func sums(_ maps: [(id: String, tallies: [Int: Self])]) -> [SessionThen] {
    Set(maps.flatMap(\.tallies.keys)).sorted().compactMap { horizon in
      let some = maps.compactMap { map in map.tallies[horizon].map { (id: map.id, tally: $0) } }
      guard var sum = some.first?.tally else { return nil }
      for other in some.dropFirst() { sum.add(other.tally) }
      return SessionThen(horizon: horizon, mapIDs: some.map(\.id), figures: sum.figures)
    }
  }
}
