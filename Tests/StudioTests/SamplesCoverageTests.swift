import Projection
import Testing
import Workshop

/// `samples/everything.yaml` is where somebody looks up how a thing is written, so it has to hold every thing.
@Suite("everything.yaml")
struct SamplesCoverageTests {
  let session: Session
  let houses: [House]
  let people: [Resident]

  init() throws {
    session = try ReadSample.session("everything")
    houses = session.maps.flatMap(\.houses)
    people = houses.flatMap { $0.dwellings.flatMap(\.people) }
  }

  @Test("every kind of landmark, line, area and house")
  func kinds() {
    #expect(Set(session.maps.flatMap { $0.landmarks.map(\.kind) }) == Set(LandmarkKind.allCases))
    #expect(Set(session.maps.flatMap { $0.lines.map(\.kind) }) == Set(LineKind.allCases))
    #expect(Set(session.maps.flatMap { $0.areas.map(\.kind) }) == Set(AreaKind.allCases))
    #expect(Set(houses.map(\.kind)) == Set(HouseKind.allCases))
  }

  @Test("every relation and sex, and every way to say an age")
  func residents() throws {
    #expect(Set(people.map(\.relation)) == Set(Relation.allCases))
    #expect(Set(people.map(\.sex)) == Set(Sex.allCases))
    let ages = Set(
      people.map { resident in
        switch resident.age {
        case .exact: "exact"
        case .born: "born"
        case .band(let years): years.count == 10 ? "decade" : "half"
        case .unknown: "unknown"
        }
      })
    #expect(ages == ["exact", "born", "decade", "half", "unknown"])
    let early = try #require(people.first { $0.id == "e10.2" })
    #expect(early.age == .band(70...74), "△early 70s")
    #expect(people.contains { $0.away?.place != nil })
    #expect(people.contains { $0.name != nil } && people.contains { $0.note != nil })
  }

  @Test("every chance, and every way to say one")
  func chances() {
    let layers =
      [session.rules.chance] + session.maps.map(\.rules.chance) + session.scenarios.map(\.rules.chance)
    let rates = layers.flatMap {
      [$0.death, $0.leavingHome, $0.returning, $0.care, $0.partnering, $0.births]
    }
    let ways = Set(
      rates.compactMap { rate -> String? in
        switch rate {
        case nil: nil
        case .table: "table"
        case .off: "off"
        case .rule: "rule"
        case .rates: "rates"
        case .bySex: "sexes"
        case .file: "file"
        }
      })
    // A file would have to lie beside it; the page of the format shows one.
    #expect(ways == ["table", "rule", "rates", "sexes"])
    #expect(layers.contains { $0.letting == .yearly(0.3) } && layers.contains { $0.filling == .off })
    #expect(layers.contains { $0.demolition == .off } && layers.contains { $0.familiesAYear == 0.5 })
    #expect(
      layers.contains { $0.couplesTogether == true } && layers.contains { $0.returnWhenParentsGone == 0.2 })
  }

  @Test("every plan of a person and of a house")
  func plans() {
    let personal = Set(
      people.flatMap(\.plans).map { plan in
        switch plan {
        case .leaves: "leaves"
        case .stays: "stays"
        case .returns: "returns"
        case .bringsPartner(_, let age): age == nil ? "partner" : "partner of an age"
        case .movesIntoCare: "care"
        }
      }
        + session.scenarios.flatMap { $0.people.values.joined() }.map { plan in
          if case .bringsPartner(_, nil) = plan { "partner" } else { "leaves" }
        })
    #expect(personal.isSuperset(of: ["leaves", "stays", "returns", "partner", "partner of an age", "care"]))
    let plans = Set(
      houses.flatMap(\.dwellings).flatMap(\.plans).map { plan in
        switch plan {
        case .familyMovesIn(_, let people): people.isEmpty ? "strangers" : "family"
        case .built: "built"
        case .demolished: "demolished"
        }
      })
    #expect(plans == ["strangers", "family", "built", "demolished"])
  }

  @Test("every way to be lived in and to stand somewhere")
  func places() {
    let dwellings = houses.flatMap(\.dwellings)
    #expect(dwellings.contains { $0.occupancy == .unknown })
    #expect(dwellings.contains { $0.occupancy == .vacant(since: nil) })
    #expect(dwellings.contains { if case .vacant(.some) = $0.occupancy { true } else { false } })
    #expect(dwellings.contains { $0.isRented } && dwellings.contains { !$0.isRented })
    #expect(houses.contains { $0.placement == .anywhere })
    #expect(houses.contains { if case .point = $0.placement { true } else { false } })
    let rows = houses.compactMap { if case .along(let row, _, _) = $0.placement { row } else { nil } }
    let landmarkRows = session.maps.flatMap(\.landmarks).compactMap {
      if case .along(let row, _, _) = $0.placement { row } else { nil }
    }
    #expect(Set((rows + landmarkRows).map(\.side)) == Set(Compass.allCases))
    #expect(Set(rows.map(\.isReversed)) == [false, true])
    #expect(!landmarkRows.isEmpty)
  }

  @Test("everything that is printed beside the maps")
  func publication() throws {
    let printed = session.publication
    #expect(printed.volume != nil)
    let isMissing = [
      printed.agenda.isEmpty, printed.greetings.isEmpty, printed.articles.isEmpty, printed.talks.isEmpty,
      printed.personas.isEmpty, printed.waysToMeet.isEmpty, printed.votes.isEmpty,
      printed.colourRankings.isEmpty, printed.tallies.isEmpty, printed.staff.isEmpty,
      printed.contacts.isEmpty,
    ]
    #expect(!isMissing.contains(true), "\(isMissing)")
    #expect(printed.votes[0].placed.map(\.place) == [1, 1, 3], "equal votes share a place")
    let questions = try #require(printed.questionnaire).questions
    #expect(Set(questions.map(\.allowsSeveral)) == [false, true])
    let participants = try #require(printed.participants)
    #expect([participants.departments, participants.sexes, participants.ages].allSatisfy { !$0.isEmpty })
    let timetable = try #require(printed.timetable)
    #expect(timetable.runs.count == 2)
    #expect(timetable.items.contains { !$0.steps.isEmpty } && timetable.items.contains(where: \.isBreak))
    let answered = Set(printed.personas.flatMap(\.answers.keys))
    // Four fields may be answered as a whole or in parts; the sample shows both ways for the family only.
    #expect(answered.isSuperset(of: PersonaField.allCases.filter { $0.rawValue.contains(".") }))
    #expect(answered.contains(.family))
  }

  @Test("rules by workshop, map and scenario, the narrower winning")
  func rules() throws {
    #expect(session.rules.deceasedAt == .at(85))
    let valley = try #require(session.maps.last)
    #expect(Projector(map: valley, sessionRules: session.rules).rules.deceasedAt == .at(90))
    #expect(Projector(map: valley, sessionRules: session.rules).rules.childrenLeaveAt == .off)
    let longer = try #require(session.scenarios.last)
    let shore = Projector(map: session.maps[0], sessionRules: session.rules, scenario: longer)
    #expect(shore.rules.deceasedAt == .at(90))
    #expect(session.maps.map(\.baseYear) == [2023, 2022])
    #expect(session.maps.map(\.horizons) == [[10, 20, 30], [5, 15]])
    #expect(session.maps[0].sheet.north == 20)
    #expect(session.scenarios.contains { !$0.houses.isEmpty && !$0.people.isEmpty })
  }
}
