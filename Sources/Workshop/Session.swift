import Diagnostics

/// One table's neighbourhood: its sheet, and what was said over it.
public struct TableMap: Sendable, Hashable {
  /// The name it goes by in the file, often the table's letter. Unique in a session.
  public var id: String
  /// 農村地域.
  public var title: String
  /// 少しずつ空き家が増えていく.
  public var subtitle: String?
  /// The year the sheet was drawn.
  public var baseYear: Int
  /// The years after the base year to look at, ascending, each 1…100.
  public var horizons: [Int]
  /// The paper.
  public var sheet: Sheet
  /// Roads, rivers and railways.
  public var lines: [Line]
  /// Fields, woods, parks and ponds.
  public var areas: [Area]
  /// The houses in the order of the file.
  public var houses: [House]
  /// Places everybody knows.
  public var landmarks: [Landmark]
  /// 気づいたこと.
  public var findings: [RichText]
  /// 取り組むといいこと.
  public var actions: [RichText]
  /// Whatever else the table wrote. Private.
  public var notes: [String]
  /// Rules that hold for this map only.
  public var rules: RuleChanges
  /// What is to be kept here, at every horizon.
  public var targets: [Target] = []

  /// Makes a map.
  public init(
    id: String, title: String, subtitle: String? = nil, baseYear: Int, horizons: [Int] = [10, 20, 30],
    sheet: Sheet = Sheet(width: 180, height: 120), lines: [Line] = [], areas: [Area] = [],
    houses: [House] = [], landmarks: [Landmark] = [], findings: [RichText] = [], actions: [RichText] = [],
    notes: [String] = [], rules: RuleChanges = RuleChanges()
  ) {
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.baseYear = baseYear
    self.horizons = horizons
    self.sheet = sheet
    self.lines = lines
    self.areas = areas
    self.houses = houses
    self.landmarks = landmarks
    self.findings = findings
    self.actions = actions
    self.notes = notes
    self.rules = rules
  }
}

/// A named set of changes to a session, drawn and counted beside the base case.
public struct Scenario: Sendable, Hashable {
  /// The name it goes by in the file and on paper.
  public var name: String
  /// Rules that hold in it.
  public var rules: RuleChanges
  /// What happens to single people in it, by resident id; written `B/b1.3` where maps share house ids.
  public var people: [String: [ResidentPlan]]
  /// What happens to single dwellings in it, by dwelling id.
  public var houses: [String: [DwellingPlan]]
  /// Families that come in it and of which nobody said which house they take. `Session.placingFamilies()` of Projection
  /// gives each a vacant house and moves it into ``houses``.
  public var families: [ComingFamily] = []

  /// Makes a scenario.
  public init(
    name: String, rules: RuleChanges = RuleChanges(), people: [String: [ResidentPlan]] = [:],
    houses: [String: [DwellingPlan]] = [:]
  ) {
    self.name = name
    self.rules = rules
    self.people = people
    self.houses = houses
  }
}

/// A family that takes a vacant house, whichever that is.
public struct ComingFamily: Sendable, Hashable {
  /// The map it comes to, by its id.
  public var map: String
  /// The calendar year.
  public var year: Int
  /// Its people, with their ages of that year; none stand for a household nobody knows. Their ids are given when they have a
  /// house.
  public var people: [Resident]
  /// Where it is written, for what is told of it.
  public var place: Place?

  /// Makes a family.
  public init(map: String, year: Int, people: [Resident] = [], place: Place? = nil) {
    self.map = map
    self.year = year
    self.people = people
    self.place = place
  }
}

/// One workshop: what its session file records.
public struct Session: Sendable, Hashable {
  /// The workshop's title.
  public var title: String
  /// The day it was held.
  public var date: CalendarDate?
  /// When, in the user's words (`14:00-16:30`).
  public var time: String?
  /// Where.
  public var venue: String?
  /// The line that names the programme it was held under.
  public var programme: String?
  /// The language of the paper.
  public var language: Language
  /// Rules that hold for every map.
  public var rules: RuleChanges
  /// The tables' maps in the order of the file.
  public var maps: [TableMap]
  /// What if.
  public var scenarios: [Scenario]
  /// What could be done.
  public var measures: [Measure] = []
  /// What is printed beside the maps.
  public var publication = Publication()

  /// Makes a session.
  public init(
    title: String, date: CalendarDate? = nil, time: String? = nil, venue: String? = nil,
    programme: String? = nil, language: Language = .ja, rules: RuleChanges = RuleChanges(),
    maps: [TableMap], scenarios: [Scenario] = []
  ) {
    self.title = title
    self.date = date
    self.time = time
    self.venue = venue
    self.programme = programme
    self.language = language
    self.rules = rules
    self.maps = maps
    self.scenarios = scenarios
  }
}
