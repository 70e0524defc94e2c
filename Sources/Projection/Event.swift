/// On whose word something happens.
public enum Cause: Sendable, Hashable {
  /// What the table said about this person or house.
  case sheet
  /// What a scenario says, by its name.
  case scenario(String)
  /// Counted as deceased at this age.
  case deceasedAt(Int)
  /// Children leave at this age.
  case childrenLeaveAt(Int)
  /// Nobody is left.
  case nobodyLeft
  /// A rented unit is let again.
  case relet
  /// Vacant for this many years.
  case demolishedAfter(Int)
  /// People give up driving at this age.
  case drivesUntil(Int)
  /// None of those who are left can drive.
  case noDriverLeft
}

/// What happens to a person or a dwelling.
public enum EventKind: String, Sendable, Hashable, CaseIterable {
  /// Counts as deceased.
  case deceased
  /// Leaves home.
  case left
  /// Comes back.
  case returned
  /// A partner moves in.
  case partnerArrived
  /// Moves into a care home.
  case movedIntoCare
  /// A family moves in.
  case familyArrived
  /// The dwelling becomes vacant.
  case becameVacant
  /// The dwelling is let to a household nobody knows.
  case relet
  /// The house is built.
  case built
  /// The house is demolished.
  case demolished
  /// Gives up driving a car; only where a rule says so.
  case gaveUpDriving
  /// Of those who live here nobody can drive any more; only where a rule says who gives it up.
  case lostLastDriver
}

/// One thing that happens in the point estimate, with its cause on record.
public struct Event: Sendable, Hashable {
  /// The calendar year.
  public var year: Int
  /// The dwelling it happens to or in.
  public var dwellingID: String
  /// The person it happens to; nil where it happens to the dwelling.
  public var residentID: String?
  /// The person's age then, where known.
  public var age: Int?
  /// What happens.
  public var kind: EventKind
  /// On whose word.
  public var cause: Cause

  /// Makes an event.
  public init(
    year: Int, dwellingID: String, residentID: String? = nil, age: Int? = nil, kind: EventKind, cause: Cause
  ) {
    self.year = year
    self.dwellingID = dwellingID
    self.residentID = residentID
    self.age = age
    self.kind = kind
    self.cause = cause
  }
}
