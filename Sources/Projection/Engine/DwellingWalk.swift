import Workshop

/// What happened to a dwelling in a year, by itself or by rule.
enum DwellingChange: Sendable, Hashable {
  /// Nobody is left.
  case becameVacant
  /// Let again.
  case relet
  /// Taken down by rule.
  case demolishedByRule
}

/// One dwelling at the end of a year: everything the next year depends on.
struct DwellingState: Sendable, Hashable {
  /// What it is.
  var status = DwellingStatus.absent
  /// The year, from the base year, since which it has been vacant; may be before it.
  var vacantSince = 0
  /// Whether somebody lived here and went, after the base year.
  var hasEmptied = false
  /// Whether it was taken down by rule.
  var isDemolishedByRule = false

  /// Walks the dwelling through the year `offset` after the base year.
  ///
  /// - Parameters:
  ///   - isLivedIn: Whether somebody the sheet knows lives here at the end of the year.
  ///   - hasFamily: Whether it is one of those that a family takes this year; see ``mayHaveFamily(_:offset:isLivedIn:)``.
  mutating func step<C: Chooser>(
    _ site: Site, offset: Int, isLivedIn: Bool, hasFamily: Bool = false, rules: ProcessSet,
    chooser: inout C
  ) -> DwellingChange? {
    if isDemolishedByRule { return nil }
    let before = status
    guard site.standing.contains(offset) else {
      status = .absent
      return nil
    }
    if isLivedIn {
      status = .occupied
      return nil
    }
    if site.strangers.contains(offset) {
      status = .unknown
      return nil
    }
    switch before {
    case .unknown where !site.strangers.contains(offset - 1):
      // Let to a household nobody knows, which stays.
      return nil
    case .occupied, .unknown:
      status = .vacant
      vacantSince = offset
      hasEmptied = true
      return .becameVacant
    case .absent:
      stand(site, offset: offset)
      return nil
    case .vacant:
      return stayVacant(site, offset: offset, hasFamily: hasFamily, rules: rules, chooser: &chooser)
    }
  }

  /// Whether it stays vacant this year unless a household comes that nobody knows: the houses that ``Filling`` asks, and
  /// that compete where ``Families`` come.
  func mayHaveFamily(_ site: Site, offset: Int, isLivedIn: Bool) -> Bool {
    status == .vacant && !isLivedIn && !isToLet(site) && site.standing.contains(offset)
      && !site.strangers.contains(offset)
  }

  /// Whether it is for rent, having emptied.
  private func isToLet(_ site: Site) -> Bool { site.isRented && hasEmptied }

  /// It is taken down by rule.
  mutating func fall() {
    status = .absent
    isDemolishedByRule = true
  }

  /// It stands, and nobody lives in it, for the first time.
  private mutating func stand(_ site: Site, offset: Int) {
    guard site.countsWithoutPeople else { return }
    status = .vacant
    vacantSince = offset == 0 ? site.vacantSince : offset
    hasEmptied = false
  }

  private mutating func stayVacant<C: Chooser>(
    _ site: Site, offset: Int, hasFamily: Bool, rules: ProcessSet, chooser: inout C
  ) -> DwellingChange? {
    let isToLet = isToLet(site)
    let fill = isToLet ? rules.letting.yearly : rules.filling.yearly
    if hasFamily || fill > 0 && chooser.happens(isToLet ? .letting : .filling, chance: fill) {
      status = .unknown
      return .relet
    }
    let fall = rules.demolition.chance(vacantFor: offset - vacantSince)
    if fall > 0 && offset >= site.isSpokenForUntil && chooser.happens(.demolition, chance: fall) {
      self.fall()
      return .demolishedByRule
    }
    return nil
  }
}
