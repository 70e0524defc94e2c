import Workshop

/// What becomes of a dwelling, year by year, once it is settled who lives in it when.
struct Course: Sendable {
  /// What it is at the end of each year; the first is the base year.
  private(set) var statuses: [DwellingStatus] = []
  /// What happened, with the year.
  private(set) var changes: [(offset: Int, what: DwellingChange)] = []
  /// The year in which, looked at by itself, it is taken down by rule.
  private(set) var fallsIn: Int?

  /// Walks `site` through the years up to `last`, lived in by people the sheet knows in the years of `presence`.
  init(_ site: Site, presence: YearSet, rules: ProcessSet, through last: Int) {
    var state = DwellingState()
    var chooser = Certain()
    for offset in 0...last {
      let change = state.step(
        site, offset: offset, isLivedIn: presence.contains(offset), rules: rules, chooser: &chooser)
      if let change { changes.append((offset, change)) }
      if change == .demolishedByRule { fallsIn = offset }
      statuses.append(state.status)
    }
  }

  /// What it is at the end of the year, or, past the end, what it was last.
  func status(at offset: Int) -> DwellingStatus {
    offset < statuses.count ? statuses[max(0, offset)] : statuses.last ?? .absent
  }

  /// Whether, looked at by itself, it has been taken down by rule by the end of the year.
  func hasFallen(by offset: Int) -> Bool { fallsIn.map { $0 <= offset } ?? false }
}
