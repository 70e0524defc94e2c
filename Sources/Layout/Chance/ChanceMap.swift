import Diagnostics
import Picture
import Projection
import Workshop

extension MapModel {
  /// The maps of `foresight` shaded by the chance of being vacant, a state for each horizon. For the public nothing but
  /// the step of each house is kept: no people, no numbers.
  init(chance foresight: ChanceForesight, audience: Audience, groups: SmallGroups = .coarsened) {
    self.init(foresight, audience: audience, groups: groups)
    subject = .chance
    note = ChanceWords.chanceNote.and(foresight.note)
    let people = audience == .table ? ChancePeople(foresight) : nil
    let chances = foresight.horizons.map { horizon in
      Dictionary(
        (foresight.state(at: horizon)?.dwellings ?? []).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    }
    change(foresight) { id, face, place in
      guard let chance = chances[place][id] else { return }
      let horizon = foresight.horizons[place]
      face.rows = people?.rows(of: id, at: horizon, in: foresight) ?? []
      if chance.absent > 0.5 {
        (face.shade, face.rows) = (.absent, [])
        return
      }
      let step = ChanceStep(vacant: chance.vacant)
      face.shade = .chance(step)
      if face.rows.isEmpty && chance.unknown >= 0.5 { face.words = [ChanceWords.somebody] }
      if audience == .table && horizon > 0 {
        face.remark = "\(Int((chance.vacant * 100).rounded()))%"
      }
    }
  }

  /// One map that tells of each house by which year it is more likely vacant than not if nobody new moves in. For the public the years are as
  /// coarse as the horizons.
  init(
    turning foresight: ChanceForesight, audience: Audience, groups: SmallGroups = .coarsened,
    language: Language
  ) {
    var foresight = foresight
    let base = foresight.map.baseYear
    let years = foresight.horizons.filter { $0 > 0 }.map { base + $0 }
    let last = years.last ?? base
    foresight.horizons = [0]
    self.init(foresight, audience: audience, groups: groups)
    subject = .turning(years)
    note = ChanceWords.turningNote.and(foresight.emptying?.note ?? foresight.note)
    let turns = foresight.turns
    let ends = VacancyTurn.ends(years)
    change(foresight) { id, face, _ in
      let turn = turns[id] ?? .later
      let band = turn.band(years)
      face.shade = .turning(band)
      face.rows = []
      switch (turn, band) {
      case (.now, _): break
      case (.year(let year), _) where audience == .table: face.words = ["\(year)"]
      case (_, .by(let place, _)): face.words = ChanceWords.byLines(ends[place]).lines(in: language)
      default: face.words = ChanceWords.laterLines(last).lines(in: language)
      }
    }
  }

  /// The maps of the horizons with figures by chance, for the public redacted.
  private init(_ foresight: ChanceForesight, audience: Audience, groups: SmallGroups) {
    var workshop = foresight.workshop
    workshop.states = workshop.states.filter { foresight.horizons.contains($0.horizon) }
    self.init(map: foresight.map, projection: workshop, audience: audience, groups: groups)
    for index in states.indices {
      guard let then = foresight.state(at: states[index].horizon) else { continue }
      states[index].figures = Figures(then)
      if audience == .public, groups == .coarsened, hidesAges || states[index].figures.tellsWhoIsAged {
        states[index].figures.ageingRate = Ratio(nil, low: nil, high: nil)
      }
    }
    for index in houses.indices { houses[index].away = [] }
  }

  /// Changes the faces of all dwellings that are counted; each is known by the id it had before it was redacted.
  private mutating func change(
    _ foresight: ChanceForesight, _ change: (_ id: String, inout DwellingFace, _ place: Int) -> Void
  ) {
    for (number, house) in foresight.map.houses.enumerated() {
      for (unit, dwelling) in house.dwellings.enumerated() where unit < houses[number].dwellings.count {
        for place in houses[number].dwellings[unit].faces.indices {
          var face = houses[number].dwellings[unit].faces[place]
          (face.isNew, face.isGone, face.isMovedIn) = (false, false, false)
          if face.shade != .plain { change(dwelling.id, &face, place) }
          houses[number].dwellings[unit].faces[place] = face
        }
      }
    }
  }
}

extension Figures {
  /// Whether the share of the aged would tell of one or two people, or of a few houses.
  fileprivate var tellsWhoIsAged: Bool {
    SmallGroups.isFew(households: livedIn.point) || SmallGroups.isFew(people: from65.point)
  }
}

/// Who may be in a house in a year, for the table.
private struct ChancePeople {
  private var here: [Int: [String: Double]] = [:]
  private var known: [String: [PersonThen]] = [:]

  init(_ foresight: ChanceForesight) {
    for state in foresight.chance.states {
      here[state.horizon] = Dictionary(
        state.people.map { ($0.id, $0.here) }, uniquingKeysWith: { a, _ in a })
    }
    known = foresight.everybody
  }

  /// Those who are there with a chance of 0.1 or more, below 0.5 with a dashed outline, in the order of the room.
  func rows(of dwelling: String, at horizon: Int, in foresight: ChanceForesight) -> [[PersonFace]] {
    var faces: [PersonFace] = []
    var relations: [Relation] = []
    for person in known[dwelling] ?? [] {
      let chance = here[horizon]?[person.id] ?? 0
      guard chance >= 0.1 else { continue }
      var then = person
      then.age = person.age.later(horizon)
      faces.append(PersonFace(then, depends: chance < 0.5))
      relations.append(person.relation)
    }
    return MapModel.rows(faces, relations)
  }
}

extension ChanceForesight {
  /// Everybody who may ever be here as they are, or would be, in the base year, by their dwelling.
  var everybody: [String: [PersonThen]] {
    var people: [String: [PersonThen]] = [:]
    var seen = Set<String>()
    for dwelling in map.houses.flatMap(\.dwellings) {
      for person in dwelling.people {
        seen.insert(person.id)
        var age = AgeThen.unknown
        if let range = person.age.range(in: map.baseYear, baseYear: map.baseYear),
          let middle = person.age.representative(in: map.baseYear, baseYear: map.baseYear)
        {
          age = range.count == 1 ? .exact(middle) : .band(range, representative: middle)
        }
        people[dwelling.id, default: []].append(
          PersonThen(
            id: person.id, sex: person.sex, age: age, occupation: nil, relation: person.relation,
            isHere: person.away == nil, depends: false))
      }
    }
    // Partners and families who come later are known from the years in which the workshop's rules have them here.
    for state in workshop.states {
      for dwelling in state.houses.flatMap(\.dwellings) {
        for person in dwelling.people where seen.insert(person.id).inserted {
          var person = person
          person.age = person.age.later(-state.horizon)
          people[dwelling.id, default: []].append(person)
        }
      }
    }
    return people
  }
}

extension AgeThen {
  /// The age so many years later.
  func later(_ years: Int) -> AgeThen {
    switch self {
    case .exact(let age): .exact(age + years)
    case .band(let band, let middle):
      .band((band.lowerBound + years)...(band.upperBound + years), representative: middle + years)
    case .unknown: .unknown
    }
  }
}

extension PersonFace {
  init(_ person: PersonThen, depends: Bool) {
    let years: Int? =
      switch person.age {
      case .exact(let years): years
      case .band(_, let representative): representative
      case .unknown: nil
      }
    self.init(
      sex: person.sex, age: person.age, isOlder: (years ?? 0) >= 65, depends: depends, occupation: nil,
      away: nil)
  }
}
