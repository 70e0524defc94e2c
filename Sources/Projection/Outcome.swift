import Workshop

/// How old somebody is in a year, as far as the sheet tells.
public enum AgeThen: Sendable, Hashable {
  /// In years.
  case exact(Int)
  /// Between these ages in years, both included; `representative` stands for it in point estimates.
  case band(ClosedRange<Int>, representative: Int)
  /// Nobody knew.
  case unknown
}

/// A person who is, or depending on the exact age may be, in a dwelling in a year.
public struct PersonThen: Sendable, Hashable {
  /// The resident's id; a partner brought in is `b1.3+`, a family that moves in `b1@2030.1`.
  public var id: String
  /// ○ or △.
  public var sex: Sex
  /// The age at the end of the year.
  public var age: AgeThen
  /// What they do, as the sheet said in the base year.
  public var occupation: String?
  /// What they are to the couple named first.
  public var relation: Relation
  /// Whether the point estimate has them here.
  public var isHere: Bool
  /// Whether being here depends on the exact age inside a band.
  public var depends: Bool

  /// Makes a person's state in a year.
  public init(
    id: String, sex: Sex, age: AgeThen, occupation: String? = nil, relation: Relation, isHere: Bool,
    depends: Bool
  ) {
    self.id = id
    self.sex = sex
    self.age = age
    self.occupation = occupation
    self.relation = relation
    self.isHere = isHere
    self.depends = depends
  }
}

/// What a dwelling is in a year.
public enum DwellingStatus: String, Sendable, Hashable, CaseIterable {
  /// Somebody the sheet knows lives there.
  case occupied
  /// A household that nobody knows lives there.
  case unknown
  /// Nobody is left.
  case vacant
  /// There is no house: not yet built, demolished, or an empty lot.
  case absent
}

/// A dwelling at one horizon.
public struct DwellingThen: Sendable, Hashable {
  /// The dwelling's id.
  public var id: String
  /// The status in the point estimate.
  public var status: DwellingStatus
  /// Every status that some choice of exact ages inside the bands leads to; always holds ``status``.
  public var possible: Set<DwellingStatus>
  /// Who is here, in the order of the room; those who may be here as well.
  public var people: [PersonThen]
  /// Vacant now (in the point estimate) and not at the horizon before; never set at the base year.
  public var isNewlyVacant: Bool
  /// Absent now and not at the horizon before (built never, or taken down since); never set at the base year.
  public var isNewlyAbsent: Bool
  /// Lived in now by people none of whom were here at the horizon before; by people nobody knows only where nobody
  /// lived here then. Never set at the base year.
  public var isNewlyLivedIn: Bool
  /// Lived in now and vacant at the next horizon (空き家予備軍), in the point estimate.
  public var isLikelyVacantNext: Bool
  /// Lived in by people of whom none is of an age at which people drive by the rule in force, in the point estimate; see
  /// ``Figures/withoutDriver``.
  public var isWithoutDriver: Bool

  /// Makes a dwelling's state.
  public init(
    id: String, status: DwellingStatus, possible: Set<DwellingStatus>, people: [PersonThen],
    isNewlyVacant: Bool = false, isLikelyVacantNext: Bool = false, isNewlyAbsent: Bool = false,
    isNewlyLivedIn: Bool = false, isWithoutDriver: Bool = false
  ) {
    self.id = id
    self.status = status
    self.possible = possible
    self.people = people
    self.isNewlyVacant = isNewlyVacant
    self.isLikelyVacantNext = isLikelyVacantNext
    self.isNewlyAbsent = isNewlyAbsent
    self.isNewlyLivedIn = isNewlyLivedIn
    self.isWithoutDriver = isWithoutDriver
  }

  /// Whether the status depends on exact ages.
  public var depends: Bool { possible.count > 1 }
}

/// A house at one horizon.
public struct HouseThen: Sendable, Hashable {
  /// The house's id.
  public var id: String
  /// Its dwellings in the order of the sheet; none on an empty lot.
  public var dwellings: [DwellingThen]

  /// Makes a house's state.
  public init(id: String, dwellings: [DwellingThen]) {
    self.id = id
    self.dwellings = dwellings
  }
}

/// A map at one horizon.
public struct MapThen: Sendable, Hashable {
  /// Years after the base year; 0 is the base year itself.
  public var horizon: Int
  /// The calendar year.
  public var year: Int
  /// The houses in the order of the sheet.
  public var houses: [HouseThen]
  /// What there is to count.
  public var figures: Figures
  /// What the figures are made of; nil where the state was not made by a ``Projector``.
  let tally: FigureTally?

  /// Makes a map's state.
  public init(horizon: Int, year: Int, houses: [HouseThen], figures: Figures) {
    self.init(horizon: horizon, year: year, houses: houses, figures: figures, tally: nil)
  }

  init(horizon: Int, year: Int, houses: [HouseThen], figures: Figures, tally: FigureTally?) {
    self.horizon = horizon
    self.year = year
    self.houses = houses
    self.figures = figures
    self.tally = tally
  }
}

/// A map projected under one set of rules.
public struct MapProjection: Sendable, Hashable {
  /// The map's id.
  public var mapID: String
  /// The year the sheet was drawn.
  public var baseYear: Int
  /// The rules in force.
  public var rules: Rules
  /// The base year first, then every horizon, ascending.
  public var states: [MapThen]
  /// What happened, and why: everything on record, by dwelling in the order of the sheet, then by year.
  public var events: [Event]
  /// The scenario it was made under, by its name; nil for the base case.
  public var scenario: String?

  /// Makes a projection.
  public init(
    mapID: String, baseYear: Int, rules: Rules, states: [MapThen], events: [Event], scenario: String? = nil
  ) {
    self.scenario = scenario
    self.mapID = mapID
    self.baseYear = baseYear
    self.rules = rules
    self.states = states
    self.events = events
  }
}
