import Diagnostics

/// A yearly chance at some ages.
public struct AgeRate: Sendable, Hashable {
  /// The ages at the end of the year; nil for every age at which the usual rate is not 0.
  public var ages: ClosedRange<Int>?
  /// The chance in a year, 0…1.
  public var chance: Double

  /// A yearly chance at these ages.
  public init(ages: ClosedRange<Int>?, chance: Double) {
    self.ages = ages
    self.chance = chance
  }
}

/// A file of rates that a session file names; it lies beside the session file and is read by whoever reads that.
public struct RateFileName: Sendable, Hashable {
  /// The path as it was written, seen from the session file's folder.
  public var path: String
  /// Where it was written.
  public var place: Place?

  /// Names a file.
  public init(path: String, place: Place? = nil) {
    self.path = path
    self.place = place
  }
}

/// Where the yearly chance of something that happens to people comes from.
public enum RateChange: Sendable, Hashable {
  /// From the table that comes with Tenken.
  case table
  /// It never happens.
  case off
  /// The workshop's rule stands in its place.
  case rule
  /// These chances, and 0 at every age that is not named; ages do not overlap.
  case rates([AgeRate])
  /// Each sex by itself; nil leaves the wider setting in force for that sex. Neither holds this case again.
  indirect case bySex(male: RateChange?, female: RateChange?)
  /// From a file of the users' own.
  case file(RateFileName)
}

/// Where the yearly chance of something that happens to dwellings comes from.
public enum DwellingRateChange: Sendable, Hashable {
  /// From the table that comes with Tenken.
  case table
  /// It never happens.
  case off
  /// The workshop's rule stands in its place.
  case rule
  /// This chance, 0…1.
  case yearly(Double)
}

/// The chance rules that a session, a map or a scenario sets anew; nil leaves the wider setting in force.
///
/// They say which chances hold when somebody asks for chances; the workshop's own rules go on beside them.
public struct ChanceChanges: Sendable, Hashable {
  /// Of passing away.
  public var death: RateChange?
  /// Of a resident child's leaving.
  public var leavingHome: RateChange?
  /// Of coming back, for people who live away.
  public var returning: RateChange?
  /// Of moving into a care home.
  public var care: RateChange?
  /// Of a rented dwelling's being let again.
  public var letting: DwellingRateChange?
  /// Of a vacant house's being taken by a household.
  public var filling: DwellingRateChange?
  /// Of a vacant house's being taken down.
  public var demolition: DwellingRateChange?
  /// Of somebody's finding a partner who moves in.
  public var partnering: RateChange?
  /// Of a woman's having a child.
  public var births: RateChange?
  /// Of coming back, each year after the last parent has gone, for people who live away; 0…1, 0 for off.
  public var returnWhenParentsGone: Double?
  /// Whether one of a couple goes along when the other moves into a care home.
  public var couplesTogether: Bool?
  /// How many families come to the map each year and take vacant houses, in the mean; 0 for off. Where it is set it
  /// replaces ``filling``.
  public var familiesAYear: Double?

  /// No change.
  public init() {}

  /// Whether nothing is changed.
  public var isEmpty: Bool { self == ChanceChanges() }
}
