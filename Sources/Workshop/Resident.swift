/// The sex of a resident as drawn on the sheet: ○ is a man, △ a woman.
public enum Sex: String, Sendable, Hashable, CaseIterable {
  /// A man, ○.
  case male
  /// A woman, △.
  case female
  /// The table did not know, or did not say.
  case unknown

  /// The other sex; unknown stays unknown.
  public var opposite: Sex {
    switch self {
    case .male: .female
    case .female: .male
    case .unknown: .unknown
    }
  }
}

/// A resident's age as the table gave it, in the base year.
public enum Age: Sendable, Hashable {
  /// An age in years, 0…120.
  case exact(Int)
  /// A calendar year of birth.
  case born(Int)
  /// A band of ages in years, both ends included: 70代 is 70…79.
  case band(ClosedRange<Int>)
  /// Nobody at the table knew.
  case unknown

  /// The lowest and the highest age at the end of `year`, given that the sheet was drawn in `baseYear`;
  /// nil where the age is unknown. May be negative before a birth.
  public func range(in year: Int, baseYear: Int) -> ClosedRange<Int>? {
    switch self {
    case .exact(let age): (age + year - baseYear)...(age + year - baseYear)
    case .born(let birth): (year - birth)...(year - birth)
    case .band(let band): (band.lowerBound + year - baseYear)...(band.upperBound + year - baseYear)
    case .unknown: nil
    }
  }

  /// The age that stands for this one in a point estimate: of a band the middle, rounded down (70代 → 74).
  public func representative(in year: Int, baseYear: Int) -> Int? {
    range(in: year, baseYear: baseYear).map { $0.lowerBound + ($0.upperBound - $0.lowerBound) / 2 }
  }

  /// Whether the age is known only as a band.
  public var isBand: Bool {
    if case .band(let band) = self { band.count > 1 } else { false }
  }
}

/// What a resident is to the couple that is named first in the house.
public enum Relation: String, Sendable, Hashable, CaseIterable {
  /// Named first.
  case head
  /// The head's partner.
  case partner
  /// A child of the couple.
  case child
  /// The partner of a child of the couple.
  case childPartner = "child-partner"
  /// A child of a child.
  case grandchild
  /// A parent of one of the couple.
  case parent
  /// Anyone else: a brother, a lodger, a friend.
  case other
}

/// A person drawn with the house but living elsewhere (他出).
public struct Away: Sendable, Hashable {
  /// Where they live, as the table said it.
  public var place: String?

  /// Someone who lives at `place`, or nobody knows where.
  public init(place: String? = nil) { self.place = place }
}

/// When something that was said of a person happens.
public enum When: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// In this calendar year.
  case year(Int)
  /// In the year at whose end they are this old, 1…120.
  case age(Int)

  /// A calendar year.
  public init(integerLiteral year: Int) { self = .year(year) }

  /// The calendar years in which it may happen to somebody whose `age` was told in the year `told`: one, or as many as
  /// there are ages in a band; nil where it happens at an age and theirs is unknown.
  public func years(of age: Age, told: Int) -> ClosedRange<Int>? {
    switch self {
    case .year(let year): year...year
    case .age(let reached):
      age.range(in: told, baseYear: told).map {
        (told + reached - $0.upperBound)...(told + reached - $0.lowerBound)
      }
    }
  }

  /// The calendar year of the point estimate: of a band, that in which its representative age gets there.
  public func year(of age: Age, told: Int) -> Int? {
    switch self {
    case .year(let year): year
    case .age(let reached): age.representative(in: told, baseYear: told).map { told + reached - $0 }
    }
  }
}

/// Something the table said will happen to one person. It comes before every rule.
public enum ResidentPlan: Sendable, Hashable {
  /// Leaves home.
  case leaves(When)
  /// Stays in the house; the rule that children leave does not apply.
  case stays
  /// Comes back to the house.
  case returns(When)
  /// Brings a partner into the house; without an age, the partner is as old as they are. The age is that of the year in
  /// which they come.
  case bringsPartner(When, age: Age?)
  /// Moves into a care home.
  case movesIntoCare(When)

  /// When it happens; nil for one that only says that something will not.
  public var when: When? {
    switch self {
    case .leaves(let when), .returns(let when), .bringsPartner(let when, _), .movesIntoCare(let when): when
    case .stays: nil
    }
  }

  /// Whether it can be said of somebody of this `age`, told in the year `told`: not where it happens at an age and theirs
  /// is unknown, or certainly reached by then.
  public func fits(_ age: Age, told: Int) -> Bool {
    guard case .age? = when else { return true }
    return when?.years(of: age, told: told).map { $0.upperBound > told } ?? false
  }
}

/// One person of a house, as the sheet shows them in the base year.
public struct Resident: Sendable, Hashable {
  /// `b1.3`: the dwelling's id and the place in its list, from 1. Unique in a map.
  public var id: String
  /// The person's name, which only the table sees.
  public var name: String?
  /// ○ or △.
  public var sex: Sex
  /// The age in the base year.
  public var age: Age
  /// What they do, in the table's words.
  public var occupation: String?
  /// What they are to the couple named first.
  public var relation: Relation
  /// Set when they live elsewhere in the base year.
  public var away: Away?
  /// What the table said will happen, in the order it was said.
  public var plans: [ResidentPlan]
  /// Anything else the table wrote beside them.
  public var note: String?

  /// Makes a resident.
  public init(
    id: String, name: String? = nil, sex: Sex, age: Age, occupation: String? = nil,
    relation: Relation = .head, away: Away? = nil, plans: [ResidentPlan] = [], note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.sex = sex
    self.age = age
    self.occupation = occupation
    self.relation = relation
    self.away = away
    self.plans = plans
    self.note = note
  }
}
