import Workshop

/// A dwelling, ready to be walked through the years: what was said of it and of its people, in years from the
/// base year.
struct Site: Sendable, Hashable {
  /// The dwelling's id.
  var id: String
  /// The base year.
  var base: Int
  /// Whether it is let.
  var isRented: Bool
  /// Whether it counts as a house before anybody has lived in it; a shop or a facility does not.
  var countsWithoutPeople: Bool
  /// The years at whose end the house stands, as far as that was said.
  var standing: YearSet
  /// The years in which a household nobody knows lives here, as far as that was said.
  var strangers: YearSet
  /// Since when it has been vacant where it is vacant in the base year; 0 or before it.
  var vacantSince: Int
  /// The last year of which it was said that the house is built or demolished or that somebody comes; 0 where
  /// nothing of the kind was said. Before it the rule of demolition leaves the house alone.
  ///
  /// Of somebody who comes at an age, it is the latest of the years their ages leave open.
  var isSpokenForUntil: Int
  /// The same without those who come at an age and of whom only a band is known; see ``spokenFor(until:)``.
  var isCertainlySpokenForUntil: Int
  /// Its people: those drawn with it in the order of the room, then those who move in.
  var members: [Member]
  /// What was said of the dwelling, for the record.
  var said: [SaidOfDwelling]
  /// The last year in which anything that was said happens.
  var lastSaid: Int
}

extension Site {
  /// The same for people of settled ages, of whom the last who comes at an age does so in the year `arrival`; 0 where
  /// nobody does.
  func spokenFor(until arrival: Int) -> Site {
    var site = self
    site.isSpokenForUntil = max(isCertainlySpokenForUntil, arrival)
    return site
  }
}

/// Something that was said of a dwelling.
struct SaidOfDwelling: Sendable, Hashable {
  /// The year, from the base year.
  var offset: Int
  /// What happens: built, demolished, or a family moves in.
  var kind: EventKind
  /// On whose word.
  var cause: Cause
  /// Which family moves in, as in ``Member/family``; 0 where nobody does of whom the table knows.
  var family = 0
}

/// Makes a ``Site`` of a dwelling.
struct SiteBuilder {
  /// The map it is on.
  let map: TableMap
  /// The scenario, if any.
  let scenario: Scenario?

  private var base: Int { map.baseYear }

  /// The sites of a house, in the order of its dwellings. An empty lot has none, unless something was said of it.
  func sites(of house: House) -> [Site] {
    guard house.dwellings.isEmpty, !plansOfScenario(house.id).isEmpty else {
      return house.dwellings.map { site(of: $0, in: house) }
    }
    return [site(of: Dwelling(id: house.id, occupancy: .residents([])), in: house)]
  }

  private func plansOfScenario(_ id: String) -> [DwellingPlan] {
    scenario?.houses["\(map.id)/\(id)"] ?? scenario?.houses[id] ?? []
  }

  private func plans(of person: String, sheet: [ResidentPlan]) -> [Stated<ResidentPlan>] {
    guard let scenario else { return Overlay.person(sheet, [], cause: .sheet) }
    let said = scenario.people["\(map.id)/\(person)"] ?? scenario.people[person] ?? []
    return Overlay.person(sheet, said, cause: .scenario(scenario.name))
  }

  private func plans(of dwelling: Dwelling, in house: House) -> [Stated<DwellingPlan>] {
    guard let scenario else { return Overlay.dwelling(dwelling.plans, [], cause: .sheet) }
    // What a scenario says of a block holds for each of its units.
    let said = plansOfScenario(dwelling.id) + (house.id == dwelling.id ? [] : plansOfScenario(house.id))
    return Overlay.dwelling(dwelling.plans, said, cause: .scenario(scenario.name))
  }

  private func site(of dwelling: Dwelling, in house: House) -> Site {
    let plans = plans(of: dwelling, in: house)
    // A shop or a facility, new or not, is nobody's home until people are drawn there.
    let isHome = house.kind.isHome || house.kind == .emptyLot
    let building = BuildingYears(
      plans, base: base, isEmptyLot: house.kind == .emptyLot, isVacant: isVacantHouse(dwelling, of: house))
    let families = building.families
    let arrivals = families.map(\.offset) + building.strangerFamilies
    let comesBack = building.firstDemolition.map { gone in !arrivals.contains { $0 >= gone } } ?? true
    var members = dwelling.people.map { resident in
      member(resident, entry: 0, told: base, id: resident.id, comesBack: comesBack)
    }
    for index in members.indices where members[index].startsHere && !building.standing.contains(0) {
      members[index].startsHere = false
      members[index].waitsForHouse = true
    }
    var names = ArrivalNames(dwelling.id)
    for (number, family) in families.enumerated() {
      for (person, id) in zip(family.people, names.next(family.people.count, in: family.year)) {
        var arriving = member(
          person, entry: family.offset, told: family.year, id: id, comesBack: comesBack)
        arriving.family = number + 1
        members.append(arriving)
      }
    }
    if let gone = building.firstDemolition, !comesBack {
      for index in members.indices where members[index].entry < gone { members[index].losesHouseIn = gone }
    }
    let strangers = strangers(dwelling, building: building, members: members, isHome: isHome)
    return Site(
      id: dwelling.id, base: base, isRented: dwelling.isRented,
      countsWithoutPeople: isHome,
      standing: building.standing, strangers: strangers, vacantSince: vacantSince(dwelling),
      isSpokenForUntil: max(
        building.said.map(\.offset).max() ?? 0, members.map { max($0.entry, $0.lastArrival) }.max() ?? 0),
      isCertainlySpokenForUntil: max(
        building.said.map(\.offset).max() ?? 0,
        members.map { max($0.entry, $0.byAge.isEmpty ? $0.lastArrival : 0) }.max() ?? 0),
      members: members, said: building.said,
      lastSaid: max(
        building.said.map(\.offset).max() ?? 0,
        members.flatMap(\.variants).flatMap { $0.itinerary.entries.map(\.offset) + [$0.entry] }.max() ?? 0))
  }

  private func member(
    _ resident: Resident, entry: Int, told: Int, id: String, comesBack: Bool
  ) -> Member {
    var member = Member(
      id: id, sex: resident.sex, occupation: resident.occupation, relation: resident.relation,
      ages: Member.ages(resident.age, told: told, base: base), entry: entry,
      startsHere: resident.away == nil, waitsForHouse: false, comesBackToNewHouse: comesBack)
    let plans = plans(of: id, sheet: resident.plans)
    member.hear(plans) { age in
      let itinerary = Itinerary(plans, base: base, entry: entry, age: age)
      return Member.Said(itinerary: itinerary, partner: partner(of: resident, id, itinerary))
    }
    return member
  }

  private func partner(of resident: Resident, _ id: String, _ itinerary: Itinerary) -> Member.Partner? {
    guard let arrival = itinerary.partnerEntry else { return nil }
    let ages = itinerary.partnerAge.flatMap { Member.ages($0, told: base + arrival.offset, base: base) }
    return Member.Partner(
      id: "\(id)+", sex: resident.sex.opposite, relation: resident.relation.ofPartner, ages: ages,
      hasSameAge: itinerary.partnerAge == nil, plans: plans(of: "\(id)+", sheet: []))
  }

  /// Whether it is a house of its own that stands vacant on the sheet.
  private func isVacantHouse(_ dwelling: Dwelling, of house: House) -> Bool {
    guard case .vacant = dwelling.occupancy else { return false }
    return house.kind == .detached && dwelling.id == house.id
  }

  private func vacantSince(_ dwelling: Dwelling) -> Int {
    guard case .vacant(let since?) = dwelling.occupancy else { return 0 }
    return min(0, since - base)
  }

  /// The years in which, by what was said, a household nobody knows lives here.
  private func strangers(
    _ dwelling: Dwelling, building: BuildingYears, members: [Member], isHome: Bool
  ) -> YearSet {
    var years = YearSet()
    if dwelling.occupancy == .unknown && building.standing.contains(0) {
      // They give way to a family of whom the table knows.
      let family = members.map(\.entry).filter { $0 > 0 }.min() ?? YearSet.last + 1
      years = years.union(building.stretch(from: 0, before: family))
    }
    for offset in building.strangerFamilies {
      // As do those who were said to move in, whoever they are.
      let family = members.map(\.entry).filter { $0 > offset }.min() ?? YearSet.last + 1
      years = years.union(building.stretch(from: offset, before: family))
    }
    for offset in building.openings where isHome {
      // Whoever builds a house lives in it, known or not; so does who was said to come and waits for it.
      let isSpokenFor =
        building.strangerFamilies.contains { $0 >= offset }
        || members.contains { member in
          member.entry >= offset || member.waitsForHouse || member.hasArrival(from: offset)
            || member.comesBackToNewHouse && (member.startsHere || member.lastArrival > 0)
        }
      if !isSpokenFor { years = years.union(building.stretch(from: offset)) }
    }
    return years
  }
}

/// When a house stands and who is said to move in, read from the plans of a dwelling.
struct BuildingYears {
  /// A family that moves in.
  struct Family {
    /// The year of arrival, from the base year.
    var offset: Int
    /// The calendar year the table named; the ages are of that year.
    var year: Int
    /// Its people, as of that year.
    var people: [Resident]
  }

  /// The years at whose end the house stands.
  private(set) var standing = YearSet()
  /// Families of whom the table knows.
  private(set) var families: [Family] = []
  /// The years in which a household nobody knows moves in.
  private(set) var strangerFamilies: [Int] = []
  /// The years in which a house is built where none stood.
  private(set) var openings: [Int] = []
  /// The first year in which the house is demolished.
  private(set) var firstDemolition: Int?
  /// Everything, for the record.
  private(set) var said: [SaidOfDwelling] = []

  /// Reads the plans. What was said of the base year or an earlier one counts from the year after. A house that stands
  /// vacant on the sheet (`isVacant`) stands until it is built anew.
  init(_ plans: [Stated<DwellingPlan>], base: Int, isEmptyLot: Bool, isVacant: Bool) {
    var steps: [(offset: Int, order: Int, cause: Cause)] = []
    var arrivals: [(offset: Int, year: Int, people: [Resident], cause: Cause)] = []
    for plan in plans {
      switch plan.value {
      case .built(let year):
        // A house that the sheet shows standing was built by then.
        if year <= base && !isEmptyLot { continue }
        steps.append((max(1, year - base), 1, plan.cause))
      case .demolished(let year): steps.append((max(1, year - base), 0, plan.cause))
      case .familyMovesIn(let year, let people):
        arrivals.append((max(1, year - base), year, people, plan.cause))
      }
    }
    steps = steps.filter { $0.offset <= YearSet.last }.sorted {
      ($0.offset, $0.order) < ($1.offset, $1.order)
    }
    arrivals = arrivals.filter { $0.offset <= YearSet.last }.enumerated()
      .sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
    if isVacant, let first = steps.first, first.order == 1 {
      steps.insert((first.offset, 0, first.cause), at: 0)
    }
    stand(steps, isEmptyLot: isEmptyLot)
    moveIn(arrivals, demolitions: steps.filter { $0.order == 0 }.map { (offset: $0.offset, cause: $0.cause) })
    said.sort {
      ($0.offset, BuildingYears.order($0.kind), $0.family) < (
        $1.offset, BuildingYears.order($1.kind), $1.family
      )
    }
  }

  /// Within a year: taken down, built, moved into.
  private static func order(_ kind: EventKind) -> Int {
    switch kind {
    case .demolished: 0
    case .built: 1
    default: 2
    }
  }

  private mutating func stand(_ steps: [(offset: Int, order: Int, cause: Cause)], isEmptyLot: Bool) {
    var stands = !isEmptyLot && steps.first?.order != 1
    var next = 0
    for offset in 0...YearSet.last {
      var opens = false
      while next < steps.count && steps[next].offset == offset {
        let isBuilt = steps[next].order == 1
        if stands != isBuilt {
          opens = isBuilt
          said.append(
            SaidOfDwelling(offset: offset, kind: isBuilt ? .built : .demolished, cause: steps[next].cause))
        }
        stands = isBuilt
        if !isBuilt && firstDemolition == nil { firstDemolition = offset }
        next += 1
      }
      if stands { standing.insert(offset) }
      if opens { openings.append(offset) }
    }
  }

  private mutating func moveIn(
    _ arrivals: [(offset: Int, year: Int, people: [Resident], cause: Cause)],
    demolitions: [(offset: Int, cause: Cause)]
  ) {
    for arrival in arrivals {
      var offset = arrival.offset
      if !standing.contains(offset) {
        if let opening = openings.first(where: { $0 > offset }) {
          // They come when the house is ready.
          offset = opening
        } else {
          // A family cannot live on an empty lot: a house is taken to be built for it.
          said.append(SaidOfDwelling(offset: offset, kind: .built, cause: arrival.cause))
          openings.append(offset)
          // It stands until the table has it taken down again.
          let end = demolitions.first { $0.offset > offset }
          standing = standing.union(YearSet(from: offset, through: (end?.offset ?? YearSet.last + 1) - 1))
          if let end { said.append(SaidOfDwelling(offset: end.offset, kind: .demolished, cause: end.cause)) }
        }
      }
      if arrival.people.isEmpty {
        strangerFamilies.append(offset)
      } else {
        families.append(Family(offset: offset, year: arrival.year, people: arrival.people))
      }
      let number = arrival.people.isEmpty ? 0 : families.count
      said.append(
        SaidOfDwelling(offset: offset, kind: .familyArrived, cause: arrival.cause, family: number))
    }
  }

  /// The years from `offset` on through which the house goes on standing, up to but not including `end`.
  func stretch(from offset: Int, before end: Int = YearSet.last + 1) -> YearSet {
    var year = offset
    while year < end && standing.contains(year) { year += 1 }
    return YearSet(from: offset, through: year - 1)
  }
}
