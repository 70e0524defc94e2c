import Diagnostics
import Testing
import Workshop
@testable import SessionFile

/// A house in one line, or in a list.
@Suite struct HouseShorthandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var house: House
    var testDescription: String { text }
  }

  private static func house(
    _ occupancy: Occupancy?, _ kind: HouseKind = .detached, at point: (Double, Double)? = nil,
    plans: [DwellingPlan] = [], rented: Bool = false
  ) -> House {
    House(
      id: "b1", kind: kind,
      placement: point.map { .point(SheetPoint(x: $0.0, y: $0.1)) } ?? .anywhere,
      dwellings: occupancy.map { [Dwelling(id: "b1", isRented: rented, occupancy: $0, plans: plans)] } ?? [])
  }

  private static func person(_ place: Int, _ sex: Sex, _ age: Int, _ relation: Relation, of id: String = "b1")
    -> Resident
  {
    Resident(id: "\(id).\(place)", sex: sex, age: .exact(age), relation: relation)
  }

  private static let family = [
    person(1, .male, 35, .head, of: "b1@2030"), person(2, .female, 33, .partner, of: "b1@2030"),
    person(3, .male, 3, .child, of: "b1@2030"),
  ]
  private static let couple = Occupancy.residents([
    person(1, .male, 78, .head), person(2, .female, 75, .partner),
  ])

  static let cases: [Case] = [
    Case(text: "？", house: house(.unknown)),
    Case(text: "unknown", house: house(.unknown)),
    Case(text: "空き家", house: house(.vacant(since: nil))),
    Case(text: "■", house: house(.vacant(since: nil))),
    Case(text: "空き家 2019", house: house(.vacant(since: 2019))),
    Case(text: "空き家2019", house: house(.vacant(since: 2019))),
    Case(text: "空き家　２０１９年から", house: house(.vacant(since: 2019))),
    Case(text: "空き家（令和元年）", house: house(.vacant(since: 2019))),
    Case(text: "空屋", house: house(.vacant(since: nil))),
    Case(text: "無人 2019", house: house(.vacant(since: 2019))),
    Case(text: "知らない", house: house(.unknown)),
    Case(text: "コンビニ", house: house(nil, .shop)),
    Case(text: "公民館", house: house(nil, .facility)),
    Case(text: "○78・△75", house: house(couple)),
    Case(text: "○78△75", house: house(couple)),
    Case(text: "vacant since 2019", house: house(.vacant(since: 2019))),
    Case(text: "{state: vacant 2019}", house: house(.vacant(since: 2019))),
    Case(text: "{状態: 空き家 2019}", house: house(.vacant(since: 2019))),
    Case(text: "空き地", house: house(nil, .emptyLot)),
    Case(text: "empty lot", house: house(nil, .emptyLot)),
    Case(text: "店", house: house(nil, .shop)),
    Case(text: "施設", house: house(nil, .facility)),
    Case(text: "店 ？", house: house(.unknown, .shop)),
    Case(text: "店 ○78 △75", house: house(couple, .shop)),
    Case(text: "{種類: 店, 人: [○78, △75]}", house: house(couple, .shop)),
    Case(text: "120,40", house: house(.unknown, at: (120, 40))),
    Case(text: "１２０，４０", house: house(.unknown, at: (120, 40))),
    Case(text: "(120, 40.5) 空き家", house: house(.vacant(since: nil), at: (120, 40.5))),
    Case(text: "120,40 空き家 2019", house: house(.vacant(since: 2019), at: (120, 40))),
    Case(text: "120,40 ○78 △75", house: house(couple, at: (120, 40))),
    Case(text: "120,40 空き地", house: house(nil, .emptyLot, at: (120, 40))),
    Case(text: "{at: \"120,40\"}", house: house(.unknown, at: (120, 40))),
    Case(text: "{at: ［１２０，４０］}", house: house(.unknown, at: (120, 40))),
    Case(text: "○78 △75", house: house(couple)),
    Case(text: "○78, △75", house: house(couple)),
    Case(text: "［○78，△75］", house: house(couple)),
    Case(text: "[○78, {sex: female, age: 75}]", house: house(couple)),
    Case(text: "[○78, △75, 2035解体]", house: house(couple, plans: [.demolished(2035)])),
    Case(text: "○78 △75 demolished 2035", house: house(couple, plans: [.demolished(2035)])),
    Case(
      text: "[空き家, 2030入居 ○35 △33 ○3]",
      house: house(.vacant(since: nil), plans: [.familyMovesIn(year: 2030, people: family)])),
    Case(
      text: "空き家 2019 2030入居 ○35 △33 ○3",
      house: house(.vacant(since: 2019), plans: [.familyMovesIn(year: 2030, people: family)])),
    Case(
      text: "{state: vacant, plans: [moves-in 2030 M35 F33 M3]}",
      house: house(.vacant(since: nil), plans: [.familyMovesIn(year: 2030, people: family)])),
    Case(
      text: "{state: vacant, plans: [{moves-in: 2030, people: [○35, △33, ○3]}]}",
      house: house(.vacant(since: nil), plans: [.familyMovesIn(year: 2030, people: family)])),
    Case(
      text: "{状態: 空き家, 予定: [{入居: 2030, 人: [○35, △33, ○3]}]}",
      house: house(.vacant(since: nil), plans: [.familyMovesIn(year: 2030, people: family)])),
    Case(
      text: "空き家 2030入居", house: house(.vacant(since: nil), plans: [.familyMovesIn(year: 2030, people: [])])),
    Case(
      text: "空き家 2030解体 2032新築 2033入居 ？",
      house: house(
        .vacant(since: nil), plans: [.demolished(2030), .built(2032), .familyMovesIn(year: 2033, people: [])])
    ),
    Case(text: "[空き地, 2032新築]", house: house(.vacant(since: nil), .emptyLot, plans: [.built(2032)])),
    Case(text: "空き地 2032新築", house: house(.vacant(since: nil), .emptyLot, plans: [.built(2032)])),
    Case(text: "{rented: はい, state: 空き家}", house: house(.vacant(since: nil), rented: true)),
  ]

  @Test(arguments: cases) func isRead(_ item: Case) throws {
    let text = ShorthandTests.file(houses: "b1: " + item.text)
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    #expect(!result.findings.contains { $0.severity > .note }, "\(result.findings)")
    #expect(result.session?.maps[0].houses.first == item.house)
  }

  /// A half-width ? is as good as a full-width one wherever somebody may stand, though YAML keeps it for itself.
  @Test(
    "？ before what will happen to the house is a household; beside people, or in a list, a person",
    arguments: [
      ("？ 2030解体", true), ("？", true), ("？ 2030入居 ○35 △33", true), ("10,10 ？ 2030解体", true),
      ("[？, 2030解体]", false), ("？ △70", false), ("？ 農業", false), ("？ 2030出", false),
    ])
  func tellsAHouseholdFromAPerson(_ house: String, _ isHousehold: Bool) throws {
    let result = SessionReader.read(bytes: Array(ShorthandTests.file(houses: "b1: \(house)").utf8), file: "f")
    let dwelling = try #require(result.session?.maps[0].houses[0].dwellings[0], "\(result.findings)")
    #expect((dwelling.occupancy == .unknown) == isHousehold, "\(house): \(dwelling.occupancy)")
  }

  @Test func readsHalfWidthQuestionMarks() throws {
    let half = """
      b1: [○78, ?, ?75 農業]
            b2: ?
            b3: {state: ?, note: "who? [?]"}
            b4: [{sex: male, age: ?}] # ?
            b5:
              - ?
              - ?60代 他出 ?
            b6: 120,40 ?
            c1: {units: {101: ?, 102: [?]}}
      """
    let wide = half.split(separator: "\n").map {
      $0.contains("note") ? $0.replacing("state: ?", with: "state: ？") : $0.replacing("?", with: "？")
    }.joined(separator: "\n")
    let read = { (text: String) in
      let file = ShorthandTests.file(houses: text)
      return SessionReader.read(bytes: Array(file.utf8), file: "f")
    }
    let session = try #require(read(half).session)
    #expect(session == read(wide).session)
    #expect(session.maps[0].houses[1].dwellings[0].occupancy == .unknown)
    #expect(read(half).findings.map(\.place) == read(wide).findings.map(\.place))
  }

  /// A block is built and demolished as a whole; a unit of which the same is said keeps its own word.
  @Test func plansOfABlockHoldForItsUnits() throws {
    let text = ShorthandTests.file(
      houses:
        "c1: {units: {101: [○34], 102: {state: vacant, plans: [demolished 2030, moves-in 2026 ○3]}}, plans: [2035解体]}\n"
        + "      c2: [アパート 3室, 2032新築]")
    let houses = try #require(SessionReader.read(bytes: Array(text.utf8), file: "f").session?.maps[0].houses)
    #expect(houses[0].dwellings[0].plans == [.demolished(2035)])
    #expect(
      houses[0].dwellings[1].plans.count == 2 && !houses[0].dwellings[1].plans.contains(.demolished(2035)))
    #expect(houses[1].dwellings.map(\.plans) == [[.built(2032)], [.built(2032)], [.built(2032)]])
  }

  /// In a line of several people each begins with a sign and what may stand right behind it.
  @Test(arguments: [
    ("○80 男b1950", 2), ("女80 女昭和26年生 他出", 2), ("○82 他出 ？53", 2), ("○82 他出 ？", 1), ("○82 会社員 女？", 2),
    ("○82 男子校", 1),
  ]) func countsPeopleInALine(_ line: String, _ count: Int) throws {
    let text = ShorthandTests.file(houses: "b1: \(line)")
    let session = try #require(SessionReader.read(bytes: Array(text.utf8), file: "f").session)
    #expect(session.maps[0].houses[0].dwellings[0].people.count == count)
  }

  @Test func countsUnits() throws {
    let text = ShorthandTests.file(
      houses:
        "c1: {kind: apartment, units: {101: [○34], 102号室: ？, 103: 空き家 2020, 104: {people: [△20], rented: off}}}\n"
        + "      c2: {units: 2}\n      c3: アパート 3室")
    let houses = try #require(SessionReader.read(bytes: Array(text.utf8), file: "f").session?.maps[0].houses)
    #expect(houses.map(\.kind) == [.apartment, .apartment, .apartment])
    #expect(
      houses[0].dwellings == [
        Dwelling(
          id: "c1-101", label: "101", isRented: true,
          occupancy: .residents([Resident(id: "c1-101.1", sex: .male, age: .exact(34))])),
        Dwelling(id: "c1-102号室", label: "102号室", isRented: true, occupancy: .unknown),
        Dwelling(id: "c1-103", label: "103", isRented: true, occupancy: .vacant(since: 2020)),
        Dwelling(
          id: "c1-104", label: "104", isRented: false,
          occupancy: .residents([Resident(id: "c1-104.1", sex: .female, age: .exact(20))])),
      ])
    #expect(houses[1].dwellings.map(\.id) == ["c2-1", "c2-2"])
    #expect(houses[2].dwellings.count == 3)
  }
}
