import Workshop

/// A house with everybody in it walked through the years, for every age they may have.
struct HouseProjection: Sendable {
  /// The house's id.
  let id: String
  /// Its dwellings in the order of the sheet.
  let units: [Unit]
  /// The year, from the base year, in which the point estimate has the house taken down by rule.
  let fallsIn: Int?

  /// A dwelling of it.
  struct Unit: Sendable {
    /// What was said of it.
    let site: Site
    /// Its people.
    let parties: [Party]
    /// What becomes of it in the point estimate, looked at by itself.
    let course: Course
  }

  /// Walks a house through the years up to `last`.
  init(_ house: House, sites: [Site], rules: ProcessSet, through last: Int) {
    id = house.id
    units = sites.map { site in
      let last = max(last, site.lastSaid)
      let parties = site.members.map { Party($0, in: site, rules: rules, through: last) }
      var presence = YearSet()
      let arrival = parties.map(\.pointPaths.member.arrivalAtAge).max() ?? 0
      for party in parties {
        presence = presence.union(party.pointPaths.member.presence)
        if let partner = party.pointPaths.partner { presence = presence.union(partner.presence) }
      }
      let course = Course(site.spokenFor(until: arrival), presence: presence, rules: rules, through: last)
      return Unit(site: site, parties: parties, course: course)
    }
    let falls = units.compactMap(\.course.fallsIn)
    fallsIn = falls.count == units.count ? falls.max() : nil
  }

  /// What a dwelling is in the point estimate at the end of a year. A unit that would be taken down by itself
  /// stands vacant as long as the block stands.
  func status(of unit: Int, at offset: Int) -> DwellingStatus {
    let course = units[unit].course
    guard course.hasFallen(by: offset) else { return course.status(at: offset) }
    return fallsIn.map { $0 <= offset } ?? false ? .absent : .vacant
  }

  /// Every outcome of each dwelling at a horizon.
  func outcomes(at horizon: Int, next: Int?, rules: ProcessSet) -> [DwellingOutcomes] {
    units.map {
      DwellingOutcomes(
        $0.site, parties: $0.parties, course: $0.course, horizon: horizon, next: next, rules: rules)
    }
  }

  /// The house at a horizon.
  ///
  /// - Parameters:
  ///   - outcomes: Every outcome of each dwelling.
  ///   - previous: The horizon shown before, if any.
  func then(
    at horizon: Int, previous: Int?, next: Int?, outcomes: [DwellingOutcomes]
  ) -> HouseThen {
    let dwellings = units.indices.map { index in
      let status = status(of: index, at: horizon)
      let isLivedIn = status == .occupied || status == .unknown
      return DwellingThen(
        id: units[index].site.id, status: status, possible: possible(index, outcomes: outcomes),
        people: units[index].parties.flatMap { $0.people(at: horizon) },
        isNewlyVacant: previous.map {
          status == .vacant && self.status(of: index, at: $0) != .vacant
        } ?? false,
        isLikelyVacantNext: next.map { isLivedIn && self.status(of: index, at: $0) == .vacant } ?? false,
        isNewlyAbsent: previous.map { status == .absent && self.status(of: index, at: $0) != .absent }
          ?? false,
        isNewlyLivedIn: previous.map { isNewlyLivedIn(index, status, at: horizon, since: $0) } ?? false,
        isWithoutDriver: outcomes[index].point.isWithoutDriver)
    }
    return HouseThen(id: id, dwellings: dwellings)
  }

  /// Whether those who live in a dwelling have all come since a horizon before.
  private func isNewlyLivedIn(_ index: Int, _ status: DwellingStatus, at horizon: Int, since before: Int)
    -> Bool
  {
    switch status {
    case .occupied:
      func stays(_ presence: YearSet) -> Bool { presence.contains(horizon) && presence.contains(before) }
      return !units[index].parties.contains { party in
        let point = party.pointPaths
        return stays(point.member.presence) || point.partner.map { stays($0.presence) } ?? false
      }
    case .unknown:
      let then = self.status(of: index, at: before)
      return then == .vacant || then == .absent
    case .vacant, .absent: return false
    }
  }

  private func possible(_ index: Int, outcomes: [DwellingOutcomes]) -> Set<DwellingStatus> {
    var found = Set<DwellingStatus>()
    let others = outcomes.indices.filter { $0 != index }.map { outcomes[$0].all }
    for outcome in outcomes[index].all {
      if !outcome.hasFallen {
        found.insert(outcome.status)
      } else {
        if others.allSatisfy({ $0.contains(where: \.hasFallen) }) { found.insert(.absent) }
        if others.contains(where: { $0.contains { !$0.hasFallen } }) { found.insert(.vacant) }
      }
    }
    return found
  }
}

extension Party {
  /// Whether nothing about them depends on an exact age.
  var isCertain: Bool { paths.count == 1 && (partner.map { $0.ways[0].count <= 1 } ?? true) }

  /// Everything the two can be counted as at the end of a year, and what they are in the point estimate.
  func heads(at offset: Int, _ driving: Driving) -> (point: Heads, ways: [Heads]) {
    var ways: [Heads] = []
    for (index, path) in paths.enumerated() {
      let own = path.heads(at: offset, driving)
      let theirs = partner?.ways[index] ?? []
      if theirs.isEmpty {
        ways.append(own)
      } else {
        ways += theirs.map { own + $0.heads(at: offset, driving) }
      }
    }
    let point = pointPaths
    return (
      point.member.heads(at: offset, driving) + (point.partner?.heads(at: offset, driving) ?? Heads()), ways
    )
  }

  /// Those of the two who are, or may be, here at the end of a year.
  func people(at offset: Int) -> [PersonThen] {
    let point = pointPaths
    var people: [PersonThen] = []
    if let own = person(member, paths: paths, point: point.member, mayNotCome: false, at: offset) {
      people.append(own)
    }
    if let partner {
      let mayNotCome = paths.contains { $0.partnerComes == nil }
      let theirs = Array(partner.ways.joined())
      if let other = person(
        partner.member, paths: theirs, point: point.partner, mayNotCome: mayNotCome, at: offset)
      {
        people.append(other)
      }
    }
    return people
  }

  private func person(
    _ who: Member, paths: [Path], point: Path?, mayNotCome: Bool, at offset: Int
  ) -> PersonThen? {
    let hits = paths.count { $0.presence.contains(offset) }
    guard hits > 0 else { return nil }
    var age = AgeThen.unknown
    let ages = paths.compactMap(\.age)
    if let lowest = ages.min(), let highest = ages.max() {
      let middle = point?.age ?? who.ages?.representative ?? lowest
      age =
        lowest == highest
        ? .exact(lowest + offset)
        : .band((lowest + offset)...(highest + offset), representative: middle + offset)
    }
    return PersonThen(
      id: who.id, sex: who.sex, age: age, occupation: who.occupation, relation: who.relation,
      isHere: point?.presence.contains(offset) ?? false,
      depends: hits < paths.count || mayNotCome)
  }
}
