import Workshop

/// By how much a neighbourhood, or a part of it, is above what a target asks, at one horizon: 0 or more where the
/// target holds.
///
/// It is a sum over houses, in whole numbers, for ratios too: 20–69 for each of 75+ is at least t where
/// (20–69) − t × (75+) is 0 or more. So where there is nobody of 75+, there is nobody to be helped and the target holds.
struct Surplus: Sendable, Hashable {
  /// The target.
  let target: Target

  /// In how many parts one person or house is counted, so that hundredths of the target stay whole.
  var unit: Int { target.figure.isShare ? 10_000 : 100 }

  /// What the whole neighbourhood has to be above or below; 0 for ratios, which have no fixed part.
  var fixed: Int {
    if isRatio { return 0 }
    return target.figure.isCeiling ? target.hundredths : -target.hundredths
  }

  private var isRatio: Bool {
    switch target.figure {
    case .helpersPer75, .vacancyRate, .ageingRate, .meanAge: true
    default: false
    }
  }

  /// What these houses add.
  func of(_ tally: FigureTally) -> Int {
    switch target.figure {
    case .population: unit * tally[.population].point
    case .livedIn: unit * tally[.livedIn].point
    case .households: unit * tally[.households].point
    case .under15: unit * tally[.under15].point
    case .from15to64: unit * tally[.from15to64].point
    case .helpers: unit * tally[.helpers].point
    case .vacant: -unit * tally[.vacant].point
    case .olderLivingAlone: -unit * tally[.olderLivingAlone].point
    case .elderlyOnly: -unit * tally[.elderlyOnly].point
    case .helpersPer75: over(tally.help.point)
    case .vacancyRate: -over(tally.vacancy.point)
    case .ageingRate: -over(tally.ageing.point)
    case .meanAge: -over(tally.ages.point)
    }
  }

  private func over(_ fraction: Fraction) -> Int {
    unit * fraction.over - target.hundredths * fraction.under
  }

  /// What is short, in people or houses (for the mean age in years of people's lives); 0 where nothing is.
  func shortfall(_ surplus: Int) -> Double { surplus < 0 ? Double(-surplus) / Double(unit) : 0 }
}
