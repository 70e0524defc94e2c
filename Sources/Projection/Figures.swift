/// A whole number with the smallest and the largest it can be over all exact ages inside the bands.
public struct Count: Sendable, Hashable {
  /// The point estimate, from representative ages.
  public var point: Int
  /// The smallest.
  public var low: Int
  /// The largest.
  public var high: Int

  /// Makes a count with its exact range.
  public init(_ point: Int, low: Int, high: Int) {
    self.point = point
    self.low = low
    self.high = high
  }

  /// Whether nothing depends on exact ages.
  public var isCertain: Bool { low == high }
}

/// A ratio or a mean with its exact range; nil where the denominator is 0.
public struct Ratio: Sendable, Hashable {
  /// The point estimate.
  public var point: Double?
  /// The smallest over all exact ages that give a denominator above 0.
  public var low: Double?
  /// The largest over the same.
  public var high: Double?

  /// Makes a ratio with its exact range.
  public init(_ point: Double?, low: Double?, high: Double?) {
    self.point = point
    self.low = low
    self.high = high
  }
}

/// What there is to count at one horizon.
///
/// People are those the sheet knows; households nobody knows are counted in ``unknownHouseholds`` and in
/// ``livedIn``, never as people. Denominators are stated at each ratio.
public struct Figures: Sendable, Hashable {
  /// People living here.
  public var population: Count
  /// Dwellings that known people live in.
  public var households: Count
  /// Dwellings that households live in which nobody knows.
  public var unknownHouseholds: Count
  /// Dwellings somebody lives in, known or not: households + unknown households, with its own exact range.
  public var livedIn: Count
  /// Dwellings nobody lives in.
  public var vacant: Count
  /// All dwellings that stand: households + unknown + vacant.
  public var dwellings: Count
  /// Vacant of all dwellings, 0…1.
  public var vacancyRate: Ratio
  /// Mean age in years, over people whose age is known.
  public var meanAge: Ratio
  /// People under 15.
  public var under15: Count
  /// People of 15–64.
  public var from15to64: Count
  /// People of 65 or more.
  public var from65: Count
  /// People of 75 or more.
  public var from75: Count
  /// People of 20–69: the numerator of ``helpersPer75``.
  public var helpers: Count
  /// People whose age nobody knows; in ``population``, in no age class.
  public var unknownAge: Count
  /// 高齢化率: people of 65 or more of all people whose age is known, 0…1.
  public var ageingRate: Ratio
  /// People living alone.
  public var livingAlone: Count
  /// 独居高齢者: people of 65 or more living alone.
  public var olderLivingAlone: Count
  /// 高齢者のみ世帯: households in which everybody is known to be 65 or more.
  public var elderlyOnly: Count
  /// Households with somebody of 65 or more in which nobody is known to be under 65: those of
  /// ``elderlyOnly`` and those in which, besides, somebody of unknown age lives.
  public var nobodyUnder65: Count
  /// 空き家予備軍: lived in now, vacant at the next horizon; nil at the last, after which nothing was looked at.
  public var likelyVacantNext: Count?
  /// People of 20–69 for each person of 75 or more, of people whose age is known.
  public var helpersPer75: Ratio
  /// People who can drive a car: of 18 or over, and below the age at which the rule in force has them give it up
  /// (``Workshop/Rules/drivesUntil``); nobody was asked for a licence.
  public var drivers: Count
  /// 車を運転できる人のいない世帯: households in which everybody is known to be too young or too old to drive.
  public var withoutDriver: Count
  /// ``withoutDriver`` of ``households``, 0…1.
  public var withoutDriverRate: Ratio

  /// Makes the figures of one horizon.
  ///
  /// Where `livedIn`, `helpers`, `nobodyUnder65`, `drivers`, `withoutDriver` or its rate are left out, they stand for a neighbourhood in which they are
  /// what the other figures suggest: households and unknown households together, nobody, ``elderlyOnly``, nobody,
  /// none, no rate.
  public init(
    population: Count, households: Count, unknownHouseholds: Count, vacant: Count, dwellings: Count,
    livedIn: Count? = nil, vacancyRate: Ratio, meanAge: Ratio, under15: Count, from15to64: Count,
    from65: Count, from75: Count, helpers: Count = Count(0, low: 0, high: 0), unknownAge: Count,
    ageingRate: Ratio, livingAlone: Count, olderLivingAlone: Count, elderlyOnly: Count,
    nobodyUnder65: Count? = nil, likelyVacantNext: Count?, helpersPer75: Ratio,
    drivers: Count = Count(0, low: 0, high: 0), withoutDriver: Count = Count(0, low: 0, high: 0),
    withoutDriverRate: Ratio = Ratio(nil, low: nil, high: nil)
  ) {
    self.population = population
    self.households = households
    self.unknownHouseholds = unknownHouseholds
    self.vacant = vacant
    self.dwellings = dwellings
    self.livedIn =
      livedIn
      ?? Count(
        households.point + unknownHouseholds.point, low: households.low + unknownHouseholds.low,
        high: households.high + unknownHouseholds.high)
    self.vacancyRate = vacancyRate
    self.meanAge = meanAge
    self.under15 = under15
    self.from15to64 = from15to64
    self.from65 = from65
    self.from75 = from75
    self.helpers = helpers
    self.unknownAge = unknownAge
    self.ageingRate = ageingRate
    self.livingAlone = livingAlone
    self.olderLivingAlone = olderLivingAlone
    self.elderlyOnly = elderlyOnly
    self.nobodyUnder65 = nobodyUnder65 ?? elderlyOnly
    self.likelyVacantNext = likelyVacantNext
    self.helpersPer75 = helpersPer75
    self.drivers = drivers
    self.withoutDriver = withoutDriver
    self.withoutDriverRate = withoutDriverRate
  }
}
