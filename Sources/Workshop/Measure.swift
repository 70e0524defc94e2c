/// What could be done: a thing the session allows when it is asked what it would take to keep a figure.
public struct Measure: Sendable, Hashable {
  /// The name it goes by in the file and on paper.
  public var name: String
  /// What it does.
  public var deed: Deed

  /// What a measure does.
  public enum Deed: Sendable, Hashable {
    /// What it says of people and dwellings, by their ids as in a ``Scenario``.
    case changes(people: [String: [ResidentPlan]], houses: [String: [DwellingPlan]])
    /// Of everybody drawn as living away, one measure each: what would happen to them.
    case eachAway([ResidentPlan])
    /// Of every dwelling that is vacant at the end of the year before a family comes, one measure each. Ages are those of
    /// `year`; no people stand for a household nobody knows.
    case eachVacant(year: Int, people: [Resident])
  }

  /// Makes a measure.
  public init(name: String, deed: Deed) {
    self.name = name
    self.deed = deed
  }
}

/// A figure that is to be kept at every horizon.
public struct Target: Sendable, Hashable {
  /// What is kept.
  public var figure: TargetFigure
  /// The value as the user wrote it, in hundredths: exact, so that a sum of thirds decides nothing. 0 or more.
  public var hundredths: Int

  /// Makes a target.
  public init(_ figure: TargetFigure, hundredths: Int) {
    self.figure = figure
    self.hundredths = hundredths
  }

  /// The value.
  public var value: Double { Double(hundredths) / 100 }
}

/// What a target can be about. A share is in hundredths of the whole (25 is a quarter).
public enum TargetFigure: String, Sendable, Hashable, CaseIterable {
  /// People living here.
  case population
  /// Dwellings somebody lives in, known or not.
  case livedIn = "lived-in"
  /// Dwellings known people live in.
  case households
  /// People under 15.
  case under15 = "under-15"
  /// People of 15–64.
  case from15to64 = "15-64"
  /// People of 20–69.
  case helpers = "20-69"
  /// People of 20–69 for each person of 75 or more.
  case helpersPer75 = "helpers-per-75"
  /// Dwellings nobody lives in.
  case vacant
  /// Vacant of all dwellings, in hundredths.
  case vacancyRate = "vacancy-rate"
  /// 65 or more of people of known age, in hundredths.
  case ageingRate = "ageing-rate"
  /// Mean age in years.
  case meanAge = "mean-age"
  /// People of 65 or more living alone.
  case olderLivingAlone = "older-alone"
  /// Households of people of 65 or more only.
  case elderlyOnly = "elderly-only"

  /// Whether the figure is to stay at the value or below it; the others at it or above.
  public var isCeiling: Bool {
    switch self {
    case .vacant, .vacancyRate, .ageingRate, .meanAge, .olderLivingAlone, .elderlyOnly: true
    case .population, .livedIn, .households, .under15, .from15to64, .helpers, .helpersPer75: false
    }
  }

  /// Whether the value is a share in hundredths of the whole.
  public var isShare: Bool { self == .vacancyRate || self == .ageingRate }
}
