/// What kind of building a house is.
public enum HouseKind: String, Sendable, Hashable, CaseIterable {
  /// A house of one household.
  case detached
  /// A block of dwellings, each with its own household.
  case apartment
  /// A shop; somebody may live there, and if so it counts as a house.
  case shop
  /// A facility (factory, office, home for the aged); counts as a house only if somebody lives there.
  case facility
  /// A plot without a house; never counted until something is built on it.
  case emptyLot = "empty-lot"

  /// Whether it is built to be lived in, so that it is a home though nobody is drawn there.
  public var isHome: Bool {
    switch self {
    case .detached, .apartment: true
    case .shop, .facility, .emptyLot: false
    }
  }
}

/// Who lives in a dwelling in the base year.
public enum Occupancy: Sendable, Hashable {
  /// These people, in the order of the room: the couple, their children, their parents. Some may live away.
  case residents([Resident])
  /// Nobody; since this calendar year, if the table knew.
  case vacant(since: Int?)
  /// Somebody the table does not know. Counted as lived in, never guessed at.
  case unknown
}

/// Something the table said will happen to a dwelling. It comes before every rule.
public enum DwellingPlan: Sendable, Hashable {
  /// A family moves in in this calendar year; ages are those of that year. No people: a household nobody knows.
  case familyMovesIn(year: Int, people: [Resident])
  /// The house is built in this calendar year; before it there is nothing.
  case built(Int)
  /// The house is demolished in this calendar year; afterwards there is an empty lot.
  case demolished(Int)
}

/// The ids of those who move into a dwelling: `b1@2030.1`, `b1@2030.2` and so on. A second family of the same year goes on
/// counting where the first ended, so that everybody has an id of their own.
public struct ArrivalNames: Sendable {
  private let dwelling: String
  private var taken: [Int: Int] = [:]

  /// Nobody has moved in yet.
  ///
  /// - Parameter dwelling: The dwelling's id.
  public init(_ dwelling: String) { self.dwelling = dwelling }

  /// The ids of the next family, of so many people, that the table named for this calendar year.
  public mutating func next(_ count: Int, in year: Int) -> [String] {
    let first = taken[year, default: 0]
    taken[year] = first + count
    return (0..<count).map { "\(dwelling)@\(year).\(first + $0 + 1)" }
  }
}

/// One household's place: a detached house has one, an apartment block has many.
public struct Dwelling: Sendable, Hashable {
  /// The house's id where it has one dwelling, else `c1-101`. Unique in a map.
  public var id: String
  /// The number on the door of a unit.
  public var label: String?
  /// Whether it is let; a rented unit that empties is let again under the rule.
  public var isRented: Bool
  /// Who lives there in the base year.
  public var occupancy: Occupancy
  /// What the table said will happen to it.
  public var plans: [DwellingPlan]
  /// The name the table gave the household of a unit. Private.
  public var name: String?
  /// Anything else the table wrote beside a unit. Private.
  public var note: String?

  /// Makes a dwelling.
  public init(
    id: String, label: String? = nil, isRented: Bool = false, occupancy: Occupancy,
    plans: [DwellingPlan] = [],
    name: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.label = label
    self.isRented = isRented
    self.occupancy = occupancy
    self.plans = plans
    self.name = name
    self.note = note
  }

  /// The people drawn in it, those living away included.
  public var people: [Resident] {
    if case .residents(let people) = occupancy { people } else { [] }
  }

  /// The ids of everybody of whom the sheet says that they move in, in the order of the plans.
  public var arrivals: [String] {
    var names = ArrivalNames(id)
    return plans.flatMap { plan -> [String] in
      guard case .familyMovesIn(let year, let people) = plan else { return [] }
      return names.next(people.count, in: year)
    }
  }
}

/// Where a house stands on the sheet.
public enum Placement: Sendable, Hashable {
  /// A point in the sheet's own unit, from its upper left corner.
  case point(SheetPoint)
  /// On one side of a road: place `slot`, from 0, of `slots` in the order the table named them, gaps counted.
  case along(RoadRow, slot: Int, slots: Int)
  /// Nobody said; it is put where there is room.
  case anywhere
}

/// A row of houses on one side of a road.
public struct RoadRow: Sendable, Hashable {
  /// The road's id.
  public var road: String
  /// Which side of it.
  public var side: Compass
  /// Whether the table named them from the far end: east to west, or south to north.
  public var isReversed: Bool

  /// A row along `side` of `road`, named from west to east or north to south unless reversed.
  public init(road: String, side: Compass, isReversed: Bool = false) {
    self.road = road
    self.side = side
    self.isReversed = isReversed
  }
}

/// A building on the sheet, or the plot where one could stand.
public struct House: Sendable, Hashable {
  /// The name it goes by in the file. Private: people write family names.
  public var id: String
  /// The name the table gave it. Private.
  public var name: String?
  /// What kind of building.
  public var kind: HouseKind
  /// Where it stands.
  public var placement: Placement
  /// Its households' places: one, or an apartment block's units in order; none on an empty lot.
  public var dwellings: [Dwelling]
  /// Anything else the table wrote beside it. Private.
  public var note: String?

  /// Makes a house.
  public init(
    id: String, name: String? = nil, kind: HouseKind = .detached, placement: Placement = .anywhere,
    dwellings: [Dwelling], note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.placement = placement
    self.dwellings = dwellings
    self.note = note
  }
}
