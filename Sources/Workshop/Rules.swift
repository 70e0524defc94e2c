/// A rule that acts at an age or after a number of years, or is switched off.
public enum Threshold: Sendable, Hashable {
  /// In force from this many years on.
  case at(Int)
  /// Not in force.
  case off

  /// The number of years, or nil where the rule is off.
  public var years: Int? {
    if case .at(let years) = self { years } else { nil }
  }
}

/// The workshop rules: what is assumed about everybody of whom the table said nothing.
public struct Rules: Sendable, Hashable {
  /// From the first year after the base year in which a resident's age is this or more, they count as deceased.
  public var deceasedAt: Threshold
  /// A resident child younger than this leaves in the year they reach it.
  public var childrenLeaveAt: Threshold
  /// Whether a rented unit that empties is taken by an unknown household the next year.
  public var reletsRentedUnits: Bool
  /// A house vacant for this many years becomes an empty lot.
  public var demolishedAfter: Threshold
  /// From this age on nobody drives a car any more. It moves nobody; it says who is counted as able to drive.
  public var drivesUntil: Threshold

  /// The age from which somebody counts as able to drive: that of an ordinary licence in Japan.
  public static let drivesFrom = 18

  /// The rules of the workshop: 85, 20, re-let, never demolished.
  public static let workshop = Rules(
    deceasedAt: .at(85), childrenLeaveAt: .at(20), reletsRentedUnits: true, demolishedAfter: .off)

  /// Makes a set of rules.
  public init(
    deceasedAt: Threshold, childrenLeaveAt: Threshold, reletsRentedUnits: Bool, demolishedAfter: Threshold,
    drivesUntil: Threshold = .off
  ) {
    self.deceasedAt = deceasedAt
    self.childrenLeaveAt = childrenLeaveAt
    self.reletsRentedUnits = reletsRentedUnits
    self.demolishedAfter = demolishedAfter
    self.drivesUntil = drivesUntil
  }

  /// These rules with `changes` laid over them.
  public func applying(_ changes: RuleChanges) -> Rules {
    Rules(
      deceasedAt: changes.deceasedAt ?? deceasedAt,
      childrenLeaveAt: changes.childrenLeaveAt ?? childrenLeaveAt,
      reletsRentedUnits: changes.reletsRentedUnits ?? reletsRentedUnits,
      demolishedAfter: changes.demolishedAfter ?? demolishedAfter,
      drivesUntil: changes.drivesUntil ?? drivesUntil)
  }
}

/// The rules that a session, a map or a scenario sets anew; nil leaves the wider setting in force.
public struct RuleChanges: Sendable, Hashable {
  /// See ``Rules/deceasedAt``; 1…120.
  public var deceasedAt: Threshold?
  /// See ``Rules/childrenLeaveAt``; 1…120.
  public var childrenLeaveAt: Threshold?
  /// See ``Rules/reletsRentedUnits``.
  public var reletsRentedUnits: Bool?
  /// See ``Rules/demolishedAfter``; 1…100 years.
  public var demolishedAfter: Threshold?
  /// See ``Rules/drivesUntil``; above ``Rules/drivesFrom``, 120 at most.
  public var drivesUntil: Threshold?
  /// The chances that hold where somebody asks for chances.
  public var chance = ChanceChanges()

  /// Makes a set of changes.
  public init(
    deceasedAt: Threshold? = nil, childrenLeaveAt: Threshold? = nil, reletsRentedUnits: Bool? = nil,
    demolishedAfter: Threshold? = nil, drivesUntil: Threshold? = nil
  ) {
    self.deceasedAt = deceasedAt
    self.childrenLeaveAt = childrenLeaveAt
    self.reletsRentedUnits = reletsRentedUnits
    self.demolishedAfter = demolishedAfter
    self.drivesUntil = drivesUntil
  }
}
