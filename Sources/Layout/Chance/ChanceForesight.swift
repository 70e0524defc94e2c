import Diagnostics
import Projection
import Workshop

/// A map foreseen by chance, with everything that pictures of it are drawn from.
public struct ChanceForesight: Sendable {
  /// The map.
  public var map: TableMap
  /// The same map by the workshop's rules, at every horizon drawn: who may be there, how old they are, what was said.
  public var workshop: MapProjection
  /// The chances at the end of every year from the base year to the last horizon.
  public var chance: ChanceProjection
  /// Years after the base year to draw, ascending; 0 is the base year.
  public var horizons: [Int]
  /// How old those are whose age is a band, given that they are here.
  public var ages = AgeShares()
  /// The rules in force and how the chances were found, as printed under the picture.
  public var note: Phrase
  /// What a scenario changes in those rules, and how its chances were found; empty for the base case.
  public var changesNote = Phrase(verbatim: "")
  /// All that is in force, with numbers and sources.
  public var rules: [RuleLine] = []
  /// The same if nobody new comes to live in any house and none is taken down; nil where it was not asked for.
  public var emptying: Emptying?

  /// What is foreseen if nobody new moves in.
  public struct Emptying: Sendable {
    /// The chances at the end of every year from the base year to the last horizon.
    public var chance: ChanceProjection
    /// The rules in force and how the chances were found.
    public var note: Phrase

    /// Gathers what was foreseen.
    public init(chance: ChanceProjection, note: Phrase) {
      self.chance = chance
      self.note = note
    }
  }

  /// Gathers what was foreseen.
  public init(
    map: TableMap, workshop: MapProjection, chance: ChanceProjection, horizons: [Int], note: Phrase,
    ages: AgeShares = AgeShares()
  ) {
    self.ages = ages
    self.map = map
    self.workshop = workshop
    self.chance = chance
    self.horizons = horizons
    self.note = note
  }

  /// The chances at the end of the year so many years after the base year.
  func state(at horizon: Int) -> ChanceThen? { chance.states.first { $0.horizon == horizon } }

  /// From which year on each dwelling is more likely vacant than not if nobody new moves in, by its id.
  ///
  /// Not with those who move in: where an empty house is taken within a few years, none would ever be more likely vacant
  /// than not, and the map would hide that nearly all of those who live there now will have gone.
  var turns: [String: VacancyTurn] {
    var turns: [String: VacancyTurn] = [:]
    for state in (emptying?.chance ?? chance).states {
      for dwelling in state.dwellings where turns[dwelling.id] == nil && dwelling.vacant > 0.5 + 1e-9 {
        turns[dwelling.id] = state.horizon == 0 ? .now : .year(state.year)
      }
    }
    return turns
  }
}

extension Figures {
  /// The figures of a year foreseen by chance: medians, and in the place of ranges what is met 8 times in 10.
  init(_ then: ChanceThen) {
    func count(_ item: CountItem) -> Count {
      guard let distribution = then.counts[item] else { return Count(0, low: 0, high: 0) }
      let interval = distribution.interval(0.8)
      return Count(distribution.quantile(0.5), low: interval.lowerBound, high: interval.upperBound)
    }
    func mean(_ item: CountItem) -> Double { then.counts[item]?.mean ?? 0 }
    func ratio(_ part: Double, _ whole: Double) -> Ratio {
      let value = whole > 1e-9 ? part / whole : nil
      return Ratio(value, low: value, high: value)
    }
    // The middle of all futures in which there is anybody to divide by.
    let ageing =
      then.ratios[.ageingRate].map { rate in
        let value = Double(rate.quantile(0.5)) / Double(RatioItem.ageingRate.scale)
        return Ratio(value, low: value, high: value)
      } ?? ratio(mean(.from65), mean(.population) - mean(.unknownAge))
    self.init(
      population: count(.population), households: count(.households),
      unknownHouseholds: count(.unknownHouseholds), vacant: count(.vacant), dwellings: count(.dwellings),
      livedIn: count(.livedIn), vacancyRate: ratio(mean(.vacant), mean(.dwellings)),
      meanAge: Ratio(nil, low: nil, high: nil), under15: count(.under15),
      from15to64: count(.from15to64), from65: count(.from65), from75: count(.from75),
      helpers: count(.helpers), unknownAge: count(.unknownAge),
      ageingRate: ageing,
      livingAlone: count(.livingAlone), olderLivingAlone: count(.olderLivingAlone),
      elderlyOnly: count(.elderlyOnly), nobodyUnder65: count(.nobodyUnder65), likelyVacantNext: nil,
      helpersPer75: Ratio(nil, low: nil, high: nil), drivers: count(.drivers),
      withoutDriver: count(.withoutDriver))
  }
}
