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
    case .becameVacant, .relet: 2
    }
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
