import Workshop

/// What happened in the point estimate, and why.
enum Record {
  /// Everything that happened to a house and its people: by dwelling, then by year; within a year people in the
  /// order of the room, then the dwelling.
  static func events(of house: HouseProjection, base: Int, rules: Rules) -> [Event] {
    house.units.flatMap { unit in
      var events = dwellingEvents(of: unit, fallsIn: house.fallsIn, base: base, rules: rules)
      for party in unit.parties {
        let ways = party.pointPaths
        events += personEvents(ways.member, of: party.member, in: unit.site, base: base, rules: rules)
        if let other = ways.partner, let partner = party.partner {
          events += personEvents(other, of: partner.member, in: unit.site, base: base, rules: rules)
        }
      }
      if let limit = rules.drivesUntil.years {
        events += drivingEvents(of: unit, limit: limit, base: base)
      }
      return events.enumerated()
        .sorted { a, b in
          (a.element.year, rank(a.element.kind), a.offset) < (b.element.year, rank(b.element.kind), b.offset)
        }
        .map(\.element)
    }
  }

  /// Arrivals by the house's door come first in a year, then what people do, then what is left of it.
  private static func rank(_ kind: EventKind) -> Int {
    switch kind {
    case .demolished, .built, .familyArrived: 0
    case .deceased, .left, .returned, .partnerArrived, .movedIntoCare: 1
    case .gaveUpDriving: 2
    case .becameVacant, .relet, .lostLastDriver: 3
    }
  }

  /// Who gives up driving in which year, and the years in which the last who could drive is gone, or has given it up.
  private static func drivingEvents(of unit: HouseProjection.Unit, limit: Int, base: Int) -> [Event] {
    let driving = Driving(until: limit)
    var people: [(member: Member, path: Path)] = []
    for party in unit.parties {
      people.append((party.member, party.pointPaths.member))
      if let partner = party.partner, let path = partner.point { people.append((partner.member, path)) }
    }
    var events = people.compactMap { member, path -> Event? in
      guard let age = path.age, limit > age, path.presence.contains(limit - age),
        path.presence.contains(limit - age - 1)
      else { return nil }
      return Event(
        year: base + limit - age, dwellingID: unit.site.id, residentID: member.id, age: limit,
        kind: .gaveUpDriving, cause: .drivesUntil(limit))
    }
    var hadDriver = false
    for (offset, status) in unit.course.statuses.enumerated() {
      let seen = people.reduce(Seen()) { $0.and(Seen($1.path, horizon: offset, next: nil, driving)) }
      let outcome = DwellingOutcome(
        seen, in: unit.site, status: status, hasFallen: false, horizon: offset, next: nil)
      if hadDriver && outcome.isWithoutDriver {
        events.append(
          Event(year: base + offset, dwellingID: unit.site.id, kind: .lostLastDriver, cause: .noDriverLeft))
      }
      hadDriver = seen.hasDriver
    }
    return events
  }

  private static func dwellingEvents(
    of unit: HouseProjection.Unit, fallsIn: Int?, base: Int, rules: Rules
  ) -> [Event] {
    let id = unit.site.id
    var events = unit.site.said.map { said in
      Event(year: base + said.offset, dwellingID: id, kind: said.kind, cause: said.cause)
    }
    for change in unit.course.changes {
      let year = base + change.offset
      switch change.what {
      case .becameVacant:
        events.append(Event(year: year, dwellingID: id, kind: .becameVacant, cause: .nobodyLeft))
      case .relet:
        events.append(Event(year: year, dwellingID: id, kind: .relet, cause: .relet))
      case .demolishedByRule:
        guard let fallsIn, let years = rules.demolishedAfter.years else { continue }
        events.append(
          Event(year: base + fallsIn, dwellingID: id, kind: .demolished, cause: .demolishedAfter(years)))
      }
    }
    return events
  }

  private static func personEvents(
    _ path: Path, of member: Member, in site: Site, base: Int, rules: Rules
  ) -> [Event] {
    path.changes.flatMap { change -> [Event] in
      let age = path.age.map { $0 + change.offset }
      func event(_ kind: EventKind, _ cause: Cause, id: String? = nil, age: Int?) -> Event {
        Event(
          year: base + change.offset, dwellingID: site.id, residentID: id ?? member.id, age: age, kind: kind,
          cause: cause)
      }
      func word(_ steps: Itinerary.Step...) -> Cause {
        let said = member.itinerary.entries.last { $0.offset <= change.offset && steps.contains($0.step) }
        return said?.cause ?? site.said.last { $0.offset <= change.offset }?.cause ?? .sheet
      }
      var events: [Event] = []
      let what = change.what
      if what.contains(.leftAsSaid) { events.append(event(.left, word(.leaves), age: age)) }
      if what.contains(.careAsSaid) { events.append(event(.movedIntoCare, word(.care), age: age)) }
      if what.contains(.cameAsSaid) {
        events.append(event(.returned, word(.returns, .bringsPartner), age: age))
      }
      if what.contains(.broughtPartner), let partner = member.partner {
        let theirs = (partner.hasSameAge ? path.age : partner.ages?.representative).map { $0 + change.offset }
        events.append(event(.partnerArrived, word(.bringsPartner), id: partner.id, age: theirs))
      }
      if what.contains(.leftByRule), let limit = rules.childrenLeaveAt.years {
        events.append(event(.left, .childrenLeaveAt(limit), age: age))
      }
      if what.contains(.leftWithHouse) {
        let said = site.said.last { $0.kind == .demolished && $0.offset <= change.offset }
        events.append(event(.left, said?.cause ?? .sheet, age: age))
      }
      if what.contains(.deceased), let limit = rules.deceasedAt.years {
        events.append(event(.deceased, .deceasedAt(limit), age: age))
      }
      return events
    }
  }
}
