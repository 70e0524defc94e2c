import Workshop

/// What the table, or a scenario, said will happen to one person, in the order of years.
struct Itinerary: Sendable, Hashable {
  /// One thing that was said.
  enum Step: Sendable, Hashable {
    /// Leaves home.
    case leaves
    /// Moves into a care home.
    case care
    /// Comes back.
    case returns
    /// Comes back if away, and brings a partner.
    case bringsPartner
  }

  /// A step, the year of it, and on whose word.
  struct Entry: Sendable, Hashable {
    /// Years after the base year.
    var offset: Int
    /// What was said.
    var step: Step
    /// ``Cause/sheet`` or a scenario.
    var cause: Cause
  }

  /// Everything that was said, by year; within a year in the order it was said.
  var entries: [Entry] = []
  /// Whether it was said that they stay: no rule has them leave, or move into a care home.
  var stays = false
  /// Whether it was said when they leave: again the rule has nothing to add.
  var saysWhenLeaving = false
  /// Whether anything was said about a care home.
  var saysCare = false
  /// The age of the partner, as of the year of arrival, where one was said.
  var partnerAge: Age?

  /// Nothing was said.
  init() {}

  /// Reads what was said.
  ///
  /// - Parameters:
  ///   - base: The base year.
  ///   - entry: The year, from the base year, in which the person is first looked at; what was said of that year
  ///     or an earlier one counts from the year after, so that the sheet shows what the table drew.
  ///   - age: Their age as of the base year, for what happens at an age. Where it is unknown nothing of the kind does.
  init(_ plans: [Stated<ResidentPlan>], base: Int, entry: Int, age: Int?) {
    var found: [(year: Int, entry: Entry)] = []
    var hasPartner = false
    func add(_ when: When, _ step: Step, _ cause: Cause) {
      guard let year = when.year(of: age.map(Age.exact) ?? .unknown, told: base) else { return }
      let offset = max(entry + 1, year - base)
      if offset <= YearSet.last { found.append((year, Entry(offset: offset, step: step, cause: cause))) }
    }
    for plan in plans {
      switch plan.value {
      case .stays: stays = true
      case .leaves(let when):
        saysWhenLeaving = true
        add(when, .leaves, plan.cause)
      case .movesIntoCare(let when):
        saysCare = true
        add(when, .care, plan.cause)
      case .returns(let when): add(when, .returns, plan.cause)
      case .bringsPartner(let when, let age):
        if !hasPartner { partnerAge = age }
        if !hasPartner { add(when, .bringsPartner, plan.cause) }
        hasPartner = true
      }
    }
    entries = found.enumerated()
      .sorted {
        ($0.element.entry.offset, $0.element.year, $0.offset) < (
          $1.element.entry.offset, $1.element.year, $1.offset
        )
      }
      .map(\.element.entry)
  }

  /// What was said of the year `offset`.
  func entries(in offset: Int) -> ArraySlice<Entry> {
    guard let first = entries.firstIndex(where: { $0.offset == offset }) else { return [] }
    return entries[first...].prefix { $0.offset == offset }
  }

  /// The year of the partner's arrival as it was said, from the base year.
  var partnerEntry: Entry? { entries.first { $0.step == .bringsPartner } }

  /// Whether somebody who is not here is still said to come, in `offset` or later.
  func hasArrival(from offset: Int) -> Bool {
    entries.contains { $0.offset >= offset && ($0.step == .returns || $0.step == .bringsPartner) }
  }

  /// The last year in which they are said to come; 0 where that was not said.
  var lastArrival: Int {
    entries.last { $0.step == .returns || $0.step == .bringsPartner }?.offset ?? 0
  }

  /// Whether moving into a care home is left to the rule.
  var movesIntoCareByRule: Bool { !stays && !saysCare }

  /// Whether leaving home is left to the rule.
  var leavesByRule: Bool { !stays && !saysWhenLeaving }
}

/// Something said, and on whose word.
struct Stated<Value: Sendable & Hashable>: Sendable, Hashable {
  /// What was said.
  var value: Value
  /// ``Cause/sheet`` or a scenario.
  var cause: Cause
}

/// What a scenario says comes before what the sheet says about the same thing.
enum Overlay {
  /// The plans of a person: those of the sheet, less those the scenario speaks about, and the scenario's.
  static func person(_ sheet: [ResidentPlan], _ scenario: [ResidentPlan], cause: Cause) -> [Stated<
    ResidentPlan
  >] {
    let spoken = Set(scenario.flatMap { topics($0, bySheet: false) })
    return sheet.filter { spoken.isDisjoint(with: topics($0, bySheet: true)) }.map {
      Stated(value: $0, cause: .sheet)
    } + scenario.map { Stated(value: $0, cause: cause) }
  }

  /// The plans of a dwelling, likewise.
  static func dwelling(
    _ sheet: [DwellingPlan], _ scenario: [DwellingPlan], cause: Cause
  ) -> [Stated<DwellingPlan>] {
    let spoken = Set(scenario.map(topic))
    return sheet.filter { !spoken.contains(topic($0)) }.map { Stated(value: $0, cause: .sheet) }
      + scenario.map { Stated(value: $0, cause: cause) }
  }

  private enum Topic { case staying, leaving, returning, partner, care, family, built, demolished }

  /// What a plan speaks about. "Stays" in a scenario also speaks about leaving and the care home: it undoes
  /// them. "Leaves" in a scenario undoes "stays".
  private static func topics(_ plan: ResidentPlan, bySheet: Bool) -> [Topic] {
    switch plan {
    case .leaves: bySheet ? [.leaving] : [.leaving, .staying]
    case .stays: bySheet ? [.staying] : [.leaving, .staying, .care]
    case .returns: [.returning]
    case .bringsPartner: [.partner]
    case .movesIntoCare: [.care]
    }
  }

  private static func topic(_ plan: DwellingPlan) -> Topic {
    switch plan {
    case .familyMovesIn: .family
    case .built: .built
    case .demolished: .demolished
    }
  }
}
