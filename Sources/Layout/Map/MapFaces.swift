import Diagnostics
import Diagnostics
import Picture
import Projection
import Workshop

/// What is drawn for one person.
struct PersonFace: Hashable {
  var sex: Sex
  var age: AgeThen
  /// 65 or more (in public, where ages are bands of ten years: 70 or more).
  var isOlder: Bool
  /// Whether being here depends on the exact age.
  var depends: Bool
  /// What they do; on the table's maps.
  var occupation: String?
  /// Where they live, if elsewhere; on the table's maps of the base year.
  var away: String?
  /// What the table said they will do; on the table's maps.
  var plan: Phrase?
  /// Whether nothing stands in the place of the age: it is left out, and not unknown.
  var hasNoAge = false
}

/// How a dwelling looks in a year.
enum Shade: Hashable {
  /// White: somebody lives there.
  case livedIn
  /// Solid: nobody lives there.
  case vacant
  /// Hatched: vacant or not, depending on exact ages.
  case depends
  /// ？: lived in by a household nobody knows.
  case unknown
  /// A dashed outline: no house stands there.
  case absent
  /// A shop or a facility in which nobody lives.
  case plain
  /// By the chance of being vacant.
  case chance(ChanceStep)
  /// By when it is more likely vacant than not.
  case turning(VacancyTurn.Band)
}

/// A dwelling in a year.
struct DwellingFace: Hashable {
  var shade: Shade
  var isNew: Bool
  /// The people, row by row: the couple, their children, their parents.
  var rows: [[PersonFace]]
  /// Words in the house in the place of people, a line each.
  var words: [String] = []
  /// Added to the house's name: a chance, on the table's maps.
  var remark: String?
  /// Whether the house has been taken down since the horizon before.
  var isGone = false
  /// Whether those who live here have all come since the horizon before.
  var isMovedIn = false
  /// Whether a scenario makes it differ.
  var isMarked = false

  var count: Int { rows.reduce(0) { $0 + $1.count } }
  /// How many of them are here in the point estimate or may be.
  var columns: Int { rows.map(\.count).max() ?? 0 }
}

/// A dwelling through the years.
struct DwellingModel: Hashable {
  var label: String?
  /// One for each state of the map.
  var faces: [DwellingFace]
}

/// A house through the years, ready to be drawn; already redacted where it has to be.
struct HouseModel: Hashable {
  var id: String
  var name: String?
  var kind: HouseKind
  var placement: Placement
  var dwellings: [DwellingModel]
  /// Where the units of a block stand, if the numbers on their doors tell; else they fill it in their order.
  var floors: Floors?
  /// Those who live away, drawn beside the house in the base year.
  var away: [PersonFace]

  /// The name with what is added to it in a state.
  func name(state: Int) -> String? {
    let remarks =
      isBlock ? [] : dwellings.compactMap { state < $0.faces.count ? $0.faces[state].remark : nil }
    let words = [name].compactMap { $0 } + remarks
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// The name in every state in which it is another, for the room it takes.
  var names: [String] {
    let states = dwellings.map(\.faces.count).max() ?? 0
    var names: [String] = []
    for name in (0..<max(1, states)).compactMap({ self.name(state: $0) }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// Whether it is drawn as a block with a cell for each dwelling.
  var isBlock: Bool { kind == .apartment || dwellings.count > 1 }
}

/// A map through the years, ready to be laid out.
struct MapModel: Hashable {
  var map: TableMap
  var states: [MapThen]
  var houses: [HouseModel]
  var audience: Audience
  /// What its maps show.
  var subject = MapSubject.foresight
  /// What is said under its maps: on which rules they stand.
  var note: Phrase
  /// The scenario in which it is foreseen; nil for the base case.
  var scenario: String?
  /// Whether people stand without ages: so few households live here that the ages would tell whose they are.
  var hidesAges = false
  /// Where the highest band of ages begins below 90, for the legend.
  var highestBands: [Phrase] = []
  /// The rules alone, without what is said of years in which ages are left out.
  private var rulesNote: Phrase
  /// How the ages of each state became public; empty where they did not.
  private var ages: [PublicAges] = []

  /// Takes a map and its projection, redacting both first when `audience` is the public.
  init(
    map: TableMap, projection: MapProjection, audience: Audience, groups: SmallGroups = .coarsened
  ) {
    let original = map
    var map = map
    var projection = projection
    var ages: [PublicAges] = []
    if audience == .public {
      let redaction = Redaction(map: map, projection: projection, groups: groups)
      hidesAges = redaction.hidesAges
      ages = redaction.ages
      map = redaction.map
      projection = redaction.projection
    }
    self.map = map
    self.states = projection.states
    self.audience = audience
    scenario = projection.scenario
    rulesNote = MapWords.sentence(RulesText.line(projection.rules))
    note = rulesNote
    self.ages = ages
    if hidesAges {
      note = note.and(MapWords.noAges)
    } else {
      let told = AgesTold(projection.states, ages)
      if let left = told.note { note = note.and(left) }
      highestBands = told.bands
    }
    // Where a unit is in its block is no secret, the number on its door is.
    let floors = original.houses.map { Floors($0.dwellings.map(\.label)) }
    var byHouse: [String: [HouseThen]] = [:]
    for state in projection.states {
      for house in state.houses { byHouse[house.id, default: []].append(house) }
    }
    houses = zip(map.houses, floors).map { house, floors in
      var model = Self.model(
        house, byHouse[house.id] ?? [], years: projection.states.map(\.year), baseYear: map.baseYear, audience
      )
      model.floors = floors
      return model
    }
    for (state, ages) in ages.enumerated() where ages.areHidden && !hidesAges { leaveOutAges(of: state) }
  }

  /// The same without anybody, where so few households live here that who they are would tell each; what becomes of the
  /// houses stays.
  var withoutFew: MapModel {
    guard hidesAges, audience == .public, subject == .foresight else { return self }
    var model = self
    for house in model.houses.indices {
      for dwelling in model.houses[house].dwellings.indices {
        for face in model.houses[house].dwellings[dwelling].faces.indices {
          model.houses[house].dwellings[dwelling].faces[face].rows = []
        }
      }
    }
    model.note = rulesNote.and(MapWords.nobody)
    return model
  }

  /// The same with notes and legend of some of its years only, for pictures that show no others.
  func telling(of shown: [Int]) -> MapModel {
    guard !hidesAges, shown.count < states.count, ages.count == states.count else { return self }
    func note(_ told: AgesTold) -> Phrase { told.note.map { rulesNote.and($0) } ?? rulesNote }
    // What else was said under it stays.
    guard self.note == note(AgesTold(states, ages)) else { return self }
    let shown = shown.filter(states.indices.contains)
    let told = AgesTold(shown.map { states[$0] }, shown.map { ages[$0] })
    var model = self
    model.note = note(told)
    model.highestBands = told.bands
    return model
  }

  private mutating func leaveOutAges(of state: Int) {
    for house in houses.indices {
      for dwelling in houses[house].dwellings.indices
      where state < houses[house].dwellings[dwelling].faces.count {
        let rows = houses[house].dwellings[dwelling].faces[state].rows
        houses[house].dwellings[dwelling].faces[state].rows = rows.map { row in
          row.map { person in
            var person = person
            person.hasNoAge = true
            return person
          }
        }
      }
    }
  }

  private static func model(
    _ house: House, _ then: [HouseThen], years: [Int], baseYear: Int, _ audience: Audience
  ) -> HouseModel {
    let isTable = audience == .table
    var dwellings: [DwellingModel] = []
    for (index, dwelling) in house.dwellings.enumerated() {
      let faces = zip(then, years).map { state, year -> DwellingFace in
        guard index < state.dwellings.count else {
          return DwellingFace(shade: .absent, isNew: false, rows: [])
        }
        var face = face(state.dwellings[index], dwelling, house.kind, audience)
        if isTable { hint(&face, state.dwellings[index], dwelling, after: year, baseYear) }
        return face
      }
      dwellings.append(DwellingModel(label: isTable ? dwelling.label : nil, faces: faces))
    }
    if dwellings.isEmpty {
      let shade: Shade = house.kind == .emptyLot ? .absent : .plain
      let face = DwellingFace(shade: shade, isNew: false, rows: [])
      dwellings = [DwellingModel(label: nil, faces: Array(repeating: face, count: max(years.count, 1)))]
    }
    var away: [PersonFace] = []
    if isTable {
      for person in house.dwellings.flatMap(\.people) {
        guard let where_ = person.away else { continue }
        var face = PersonFace(person, away: where_, baseYear: baseYear)
        face.plan = PlanWords.hint(person, after: baseYear, baseYear: baseYear)
        away.append(face)
      }
    }
    // What is built on an empty lot is drawn as the house that it is said to be.
    let isBuilt = house.kind == .emptyLot && dwellings.contains { $0.faces.contains { $0.shade != .absent } }
    return HouseModel(
      id: house.id, name: isTable ? house.name ?? house.id : nil, kind: isBuilt ? .detached : house.kind,
      placement: house.placement, dwellings: dwellings, floors: nil, away: away)
  }

  /// Writes what the table said people will do beside them.
  private static func hint(
    _ face: inout DwellingFace, _ then: DwellingThen, _ dwelling: Dwelling, after year: Int, _ baseYear: Int
  ) {
    guard dwelling.people.contains(where: { !$0.plans.isEmpty }) else { return }
    let people = then.people.map { then in
      var person = PersonFace(then, .table)
      person.plan = dwelling.people.first { $0.id == then.id }
        .flatMap { PlanWords.hint($0, after: year, baseYear: baseYear) }
      return person
    }
    face.rows = rows(people, then.people.map(\.relation))
  }

  private static func face(
    _ then: DwellingThen, _ dwelling: Dwelling, _ kind: HouseKind, _ audience: Audience
  ) -> DwellingFace {
    let isEmptyBusiness =
      (kind == .shop || kind == .facility) && dwelling.people.isEmpty && then.people.isEmpty
      && dwelling.occupancy == .residents([])
    let shade: Shade =
      if isEmptyBusiness {
        .plain
      } else if then.possible.contains(.vacant) && then.depends {
        .depends
      } else {
        switch then.status {
        case .occupied: .livedIn
        case .unknown: .unknown
        case .vacant: .vacant
        case .absent: .absent
        }
      }
    let people = then.people.map { PersonFace($0, audience) }
    return DwellingFace(
      shade: shade, isNew: then.isNewlyVacant, rows: rows(people, then.people.map(\.relation)),
      isGone: then.isNewlyAbsent && shade == .absent, isMovedIn: then.isNewlyLivedIn && shade != .plain)
  }

  /// The order of the room: the couple above, then the children with theirs, then parents and others. A row
  /// holds at most four, and three people stand in one row.
  static func rows(_ people: [PersonFace], _ relations: [Relation]) -> [[PersonFace]] {
    var tiers: [[PersonFace]] = [[], [], []]
    for (person, relation) in zip(people, relations) {
      switch relation {
      case .head, .partner: tiers[0].append(person)
      case .child, .childPartner, .grandchild: tiers[1].append(person)
      case .parent, .other: tiers[2].append(person)
      }
    }
    var rows: [[PersonFace]] = []
    for tier in tiers where !tier.isEmpty {
      let count = (tier.count + 3) / 4
      var start = 0
      for row in 0..<count {
        let length = (tier.count - start + (count - row) - 1) / (count - row)
        rows.append(Array(tier[start..<(start + length)]))
        start += length
      }
    }
    return rows
  }
}

extension PersonFace {
  fileprivate init(_ person: PersonThen, _ audience: Audience) {
    let limit = audience == .table ? 65 : 70
    let years: Int? =
      switch person.age {
      case .exact(let years): years
      case .band(_, let representative): representative
      case .unknown: nil
      }
    self.init(
      sex: person.sex, age: person.age, isOlder: (years ?? 0) >= limit, depends: person.depends,
      occupation: audience == .table ? person.occupation : nil, away: nil)
  }

  fileprivate init(_ person: Resident, away: Away, baseYear: Int) {
    var age = AgeThen.unknown
    if let range = person.age.range(in: baseYear, baseYear: baseYear),
      let middle = person.age.representative(in: baseYear, baseYear: baseYear)
    {
      age = range.count == 1 ? .exact(middle) : .band(range, representative: middle)
    }
    self.init(
      sex: person.sex, age: age, isOlder: false, depends: false, occupation: nil, away: away.place ?? "")
  }
}
