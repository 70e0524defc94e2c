import Workshop

/// Where somebody is at the end of a year.
enum Whereabouts: UInt8, Sendable, Hashable {
  /// Somewhere else, or not yet come.
  case elsewhere
  /// In the dwelling.
  case here
  /// In a care home.
  case inCare
  /// Counts as deceased.
  case deceased
}

/// What happened to somebody in a year.
struct PersonChanges: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  /// Counts as deceased, having lived here.
  static let deceased = PersonChanges(rawValue: 1)
  /// Counts as deceased elsewhere although it was said that they come.
  static let cannotCome = PersonChanges(rawValue: 1 << 1)
  /// Left as was said.
  static let leftAsSaid = PersonChanges(rawValue: 1 << 2)
  /// Moved into a care home as was said.
  static let careAsSaid = PersonChanges(rawValue: 1 << 3)
  /// Came as was said.
  static let cameAsSaid = PersonChanges(rawValue: 1 << 4)
  /// Their partner came with them, or to them.
  static let broughtPartner = PersonChanges(rawValue: 1 << 5)
  /// Left by rule.
  static let leftByRule = PersonChanges(rawValue: 1 << 6)
  /// Moved into a care home by rule.
  static let careByRule = PersonChanges(rawValue: 1 << 7)
  /// Came back by rule.
  static let cameByRule = PersonChanges(rawValue: 1 << 8)
  /// Left because the house was taken down.
  static let leftWithHouse = PersonChanges(rawValue: 1 << 9)
  /// A partner came to them by rule.
  static let broughtPartnerByRule = PersonChanges(rawValue: 1 << 10)

  /// Left home, as was said or by rule.
  var haveLeftHome: Bool { !isDisjoint(with: [.leftAsSaid, .leftByRule]) }
  /// Moved into a care home, as was said or by rule.
  var haveMovedIntoCare: Bool { !isDisjoint(with: [.careAsSaid, .careByRule]) }
}

/// What others in the house make possible for somebody in a year.
struct Bonds: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// A household nobody knows has taken the house, so that nobody comes back to it by chance.
  static let isTaken = Bonds(rawValue: 1)
  /// They have no partner and may find one.
  static let isSingle = Bonds(rawValue: 1 << 1)
  /// The last of their parents has gone the year before.
  static let isCalledHome = Bonds(rawValue: 1 << 2)
}

/// One person at the end of a year: everything the next year depends on, besides the age.
struct PersonState: Sendable, Hashable {
  /// Where they are.
  var place = Whereabouts.elsewhere
  /// Whether they are a child here whom the rule of leaving home looks at.
  var mayLeave = false
  /// Whether they come as soon as the house stands.
  var isComing = false
  /// Whether they bring their partner when they come.
  var bringsPartner = false

  /// Walks `member`, who is `age` at the end of the year, through the year `offset` after the base year.
  ///
  /// The order in a year: counting as deceased; what was said; the rules. In the year in which they are first
  /// looked at nothing happens: the sheet, or the word of the table, puts them where they are.
  ///
  /// - Parameters:
  ///   - stands: Whether there is a house at the end of the year.
  ///   - bonds: What others make possible; none in the workshop's rules, nor where chances are exact.
  mutating func step<C: Chooser>(
    _ member: Member, offset: Int, age: Int?, stands: Bool, bonds: Bonds, rules: ProcessSet, chooser: inout C
  ) -> PersonChanges {
    guard offset >= member.entry, place != .deceased else { return [] }
    if offset == member.entry {
      isComing = member.waitsForHouse && !stands
      if member.startsHere && stands { settle(member, age: age, rules: rules) }
      return []
    }
    let said = member.itinerary.entries(in: offset)
    if hits(.death, rules.death.chance(age: age, sex: member.sex), &chooser) {
      return die(member, offset: offset, said: said)
    }
    var changes = follow(said)
    if place != .here && isComing && stands {
      settle(member, age: age, rules: rules)
      changes.insert(.cameAsSaid)
    }
    if place == .here && bringsPartner && stands {
      bringsPartner = false
      mayLeave = false
      changes.insert(.broughtPartner)
    }
    // Who is said to come in this very year comes to the new house.
    let comes = !changes.isDisjoint(with: [.cameAsSaid, .broughtPartner])
    let losesHouse = member.losesHouseIn == offset && !comes
    if place == .here && (!stands || losesHouse) {
      place = .elsewhere
      isComing = member.comesBackToNewHouse
      changes.insert(.leftWithHouse)
    }
    if changes.isEmpty {
      changes.formUnion(
        obey(rules, member, offset: offset, age: age, stands: stands, bonds: bonds, chooser: &chooser))
    }
    return changes
  }

  /// Becomes a resident.
  private mutating func settle(_ member: Member, age: Int?, rules: ProcessSet) {
    place = .here
    isComing = false
    mayLeave = member.itinerary.leavesByRule && rules.leavingHome.looksAt(member.relation, age: age)
  }

  private mutating func die(_ member: Member, offset: Int, said: ArraySlice<Itinerary.Entry>) -> PersonChanges
  {
    defer { place = .deceased }
    guard place == .here else {
      return isComing || member.itinerary.hasArrival(from: offset) ? .cannotCome : []
    }
    // What the table said of this very year is the reason on record.
    for entry in said {
      if entry.step == .leaves { return .leftAsSaid }
      if entry.step == .care { return .careAsSaid }
    }
    return .deceased
  }

  /// Does what was said of this year.
  private mutating func follow(_ said: ArraySlice<Itinerary.Entry>) -> PersonChanges {
    var changes: PersonChanges = []
    for entry in said {
      switch entry.step {
      case .leaves:
        if place == .here { changes.insert(.leftAsSaid) }
        if place == .here { place = .elsewhere }
        isComing = false
      case .care:
        if place == .here { changes.insert(.careAsSaid) }
        place = .inCare
        isComing = false
      case .returns:
        if place != .here { isComing = true }
      case .bringsPartner:
        if place != .here { isComing = true }
        bringsPartner = true
      }
    }
    return changes
  }

  /// Does what the rules say, where the table said nothing.
  private mutating func obey<C: Chooser>(
    _ rules: ProcessSet, _ member: Member, offset: Int, age: Int?, stands: Bool, bonds: Bonds,
    chooser: inout C
  ) -> PersonChanges {
    switch place {
    case .here:
      let said = member.itinerary
      if said.movesIntoCareByRule && hits(.care, rules.care.chance(age: age, sex: member.sex), &chooser) {
        place = .inCare
        return .careByRule
      }
      if mayLeave && hits(.leavingHome, rules.leavingHome.chance(age: age, sex: member.sex), &chooser) {
        place = .elsewhere
        return .leftByRule
      }
      if bonds.contains(.isSingle)
        && hits(.partnering, rules.partnering.chance(age: age, sex: member.sex), &chooser)
      {
        mayLeave = false
        return .broughtPartnerByRule
      }
    case .elsewhere:
      guard stands, !bonds.contains(.isTaken), !isComing, !member.itinerary.hasArrival(from: offset) else {
        return []
      }
      if hits(.returning, rules.returning.chance(age: age, sex: member.sex), &chooser)
        || bonds.contains(.isCalledHome)
          && hits(.followingParents, rules.followingParents.chance, &chooser)
      {
        settle(member, age: age, rules: rules)
        return .cameByRule
      }
    case .inCare, .deceased:
      break
    }
    return []
  }

  /// Goes along with somebody who moves into a care home.
  mutating func moveIntoCare() { place = .inCare }

  /// Goes along with somebody who leaves home.
  mutating func leave() {
    place = .elsewhere
    mayLeave = false
  }

  private func hits<C: Chooser>(_ kind: ProcessKind, _ chance: Double, _ chooser: inout C) -> Bool {
    chance > 0 && chooser.happens(kind, chance: chance)
  }
}
