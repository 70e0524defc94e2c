import Diagnostics
import Testing
import Workshop

@testable import SessionFile

/// The shorthand and the spelled-out form say the same.
@Suite struct ShorthandTests {
  /// A file with these houses; its base year is 2023.
  static func file(houses: String) -> String {
    """
    tenken: 1
    title: t
    date: 2023-02-07
    maps:
      - id: A
        title: t
        actions: [a]
        along: []
        houses:
          \(houses)

    """
  }

  static func people(_ resident: String) throws -> [Resident] {
    let result = SessionReader.read(bytes: Array(file(houses: "b1: [\(resident)]").utf8), file: "f")
    #expect(!result.findings.contains { $0.severity > .note }, "\(resident): \(result.findings)")
    return try #require(result.session?.maps[0].houses[0].dwellings[0].people, "\(resident)")
  }

  static let pairs: [(short: String, long: String)] = [
    ("○72", "{sex: male, age: 72}"),
    ("◯72", "{sex: male, age: 72}"),
    ("〇７２", "{性別: 男, 年齢: ７２}"),
    ("●72歳", "{sex: ○, age: 72歳}"),
    ("男72", "{sex: 男性, age: 72}"),
    ("M72", "{sex: M, age: 72}"),
    ("△75", "{sex: female, age: 75}"),
    ("▲75", "{性別: 女, 年齢: 75}"),
    ("女性75才", "{性別: 女性, 年齢: 75才}"),
    ("Ｆ７５", "{sex: f, age: 75}"),
    ("？", "{}"),
    ("？70代", "{band: 70代}"),
    ("○？ 農業", "{sex: male, occupation: 農業}"),
    ("○ 農業", "{sex: male, age: ？, occupation: 農業}"),
    ("○　７２　農業", "{sex: male, age: 72, occupation: 農業}"),
    ("○72農業", "{sex: male, age: 72, occupation: 農業}"),
    ("○72歳農業", "{sex: male, age: 72, occupation: 農業}"),
    ("○72 ＪＡ職員", "{sex: male, age: 72, occupation: ＪＡ職員}"),
    ("M72 farm hand", "{sex: male, age: 72, occupation: farm hand}"),
    ("○1951年生", "{sex: male, born: 1951}"),
    ("○b1951", "{sex: male, born: 1951年生}"),
    ("○昭和26年生 農業", "{性別: 男, 生年: 昭和26年, 職業: 農業}"),
    ("○S26生まれ", "{sex: male, born: S26}"),
    ("○70代", "{sex: male, band: 70代}"),
    ("○７０代前半", "{性別: 男, 年代: 70代前半}"),
    ("○70代後半 大工", "{sex: male, band: late 70s, occupation: 大工}"),
    ("○70代 前半 大工", "{sex: male, band: 70代前半, occupation: 大工}"),
    ("○70台", "{sex: male, band: 70代}"),
    ("△70代はじめ", "{sex: female, band: 70代前半}"),
    ("△70代なかごろ", "{sex: female, band: 70代半ば}"),
    ("○約70代", "{sex: male, band: 70代}"),
    ("M70s", "{sex: male, band: 70s}"),
    ("M early 70s joiner", "{sex: male, band: early 70s, occupation: joiner}"),
    ("F late-60s", "{sex: female, band: 60代後半}"),
    ("○65-69", "{sex: male, band: 65-69}"),
    ("○６５〜６９歳", "{sex: male, band: 65〜69}"),
    ("○48 会社員 他出 大阪", "{sex: male, age: 48, occupation: 会社員, away: 大阪}"),
    ("○48 他出大阪 会社員", "{sex: male, age: 48, occupation: 会社員, 他出: 大阪}"),
    ("○48 他出（大阪市 北区）", "{sex: male, age: 48, away: 大阪市 北区}"),
    ("○48 他出", "{sex: male, age: 48, away: true}"),
    ("○48 他出 長男", "{sex: male, age: 48, away: はい, relation: 長男}"),
    ("M48 away Bristol", "{sex: male, age: 48, away: Bristol}"),
    ("M48 away returns 2035", "{sex: male, age: 48, away: true, plans: [returns 2035]}"),
    ("○19 学生 2026出", "{sex: male, age: 19, occupation: 学生, plans: 2026出}"),
    ("○19 学生 出2026", "{sex: male, age: 19, occupation: 学生, plans: 2026出}"),
    ("M19 student leaves2026", "{sex: male, age: 19, occupation: student, plans: [leaves 2026]}"),
    ("○19 2026年に出る", "{sex: male, age: 19, plans: [leaves 2026]}"),
    ("○19 令和8年出", "{sex: male, age: 19, 予定: [２０２６転出]}"),
    ("○19 leaves 2026 学生", "{sex: male, age: 19, occupation: 学生, plans: leave in 2026}"),
    ("○19 残", "{sex: male, age: 19, plans: [stays]}"),
    ("○48 他出 2035戻", "{sex: male, age: 48, away: true, plans: [2035戻る]}"),
    ("○31 2031婚", "{sex: male, age: 31, plans: [marries 2031]}"),
    ("○31 2031婚28", "{sex: male, age: 31, plans: [marries 2031 28]}"),
    ("○31 ２０３１結婚（２８歳）", "{sex: male, age: 31, plans: [marries 2031 aged 28]}"),
    ("○31 残 2031婚", "{sex: male, age: 31, plans: stays marries 2031}"),
    ("○76 2036施設", "{sex: male, age: 76, plans: [care 2036]}"),
    ("○22 学生 他出 35歳戻", "{sex: male, age: 22, occupation: 学生, away: on, plans: [returns at 35]}"),
    ("○22 他出 満３５歳で戻る", "{sex: male, age: 22, away: on, plans: 三十五才になったら実家に戻る}"),
    ("△12 18歳出", "{sex: female, age: 12, plans: [leaves at age 18]}"),
    ("○70 80歳施設", "{sex: male, age: 70, plans: care at 80}"),
    ("○30 32歳婚28", "{sex: male, age: 30, plans: [marries at 32 aged 28]}"),
    ("○30 32歳結婚（28歳） 農業", "{sex: male, age: 30, occupation: 農業, plans: marries at 32 28}"),
    ("○72歳農業", "{sex: male, age: 72, occupation: 農業}"),
    ("○76 R18入所", "{sex: male, age: 76, plans: [2036施設]}"),
    ("△83 母", "{sex: female, age: 83, relation: parent}"),
    ("△83 同居", "{sex: female, age: 83, relation: 同居人}"),
    ("△83 農業 母 2030施設", "{sex: female, age: 83, occupation: 農業, 続柄: 母, plans: 2030施設}"),
    // As people copy from paper.
    ("△七十代", "{sex: female, band: 70代}"),
    ("○八十二 農業", "{sex: male, age: 八十二, occupation: 農業}"),
    ("○百二歳", "{sex: male, age: 102}"),
    ("△七〇代前半", "{sex: female, band: 七十代前半}"),
    ("○ 八百屋", "{sex: male, occupation: 八百屋}"),
    ("○45 三重大学", "{sex: male, age: 45, occupation: 三重大学}"),
    ("○５ヶ月", "{sex: male, age: 5か月}"),
    ("△18カ月", "{sex: female, age: 1}"),
    ("○70前半", "{sex: male, band: 70代前半}"),
    ("○70代くらい 大工", "{sex: male, band: 70代頃, occupation: 大工}"),
    ("○30〜40代", "{sex: male, band: 30-49}"),
    ("○30代後半～40代前半", "{sex: male, band: 35-44}"),
    ("○20代前半〜後半", "{sex: male, band: 20代}"),
    ("○S26", "{sex: male, born: 昭26}"),
    ("○72・農業", "{sex: male, age: 72, occupation: 農業}"),
    ("○72／農業", "{sex: male, age: 72, occupation: 農業}"),
    ("○72 ー", "{sex: male, age: 72}"),
    ("○48 大阪へ他出", "{sex: male, age: 48, away: 大阪}"),
    ("○48 会社員 大阪他出", "{sex: male, age: 48, occupation: 会社員, away: 大阪}"),
    ("○19 2026年ごろに家を出る", "{sex: male, age: 19, plans: 2026年頃家を出る}"),
    ("△80歳代 農業", "{sex: female, band: 80代, occupation: 農業}"),
    ("○六十歳代前半", "{sex: male, band: 60代前半}"),
    ("○30歳代〜40歳代", "{sex: male, band: 30-49}"),
    ("○70代前 大工", "{sex: male, band: 70代前半, occupation: 大工}"),
    ("△前半70代 農業", "{sex: female, band: 70代前半, occupation: 農業}"),
    ("○s25.3生", "{sex: male, born: 1950}"),
    ("○昭和25年3月5日生まれ 大工", "{sex: male, born: 1950, occupation: 大工}"),
    ("F late seventies nurse", "{sex: female, band: late 70s, occupation: nurse}"),
    ("M72 years old farmer", "{sex: male, age: 72, occupation: farmer}"),
    ("M 6 months", "{sex: male, age: 0}"),
    ("○8 小学2年生", "{sex: male, age: 8, occupation: 小学2年生}"),
    ("○19学生2026出", "{sex: male, age: 19, occupation: 学生, plans: 2026出}"),
    ("○19 学生・2026出", "{sex: male, age: 19, occupation: 学生, plans: 2026出}"),
    ("○19 学生(2026出)", "{sex: male, age: 19, occupation: 学生, plans: 2026出}"),
    ("△78 農業2030施設", "{sex: female, age: 78, occupation: 農業, plans: 2030施設}"),
    ("○19 会社員令和8年出", "{sex: male, age: 19, occupation: 会社員, plans: 2026出}"),
    ("○19学生他出大阪", "{sex: male, age: 19, occupation: 学生, away: 大阪}"),
    ("○45 他出中", "{sex: male, age: 45, away: true}"),
    ("○45 大阪他出中", "{sex: male, age: 45, away: 大阪}"),
    ("○15 あとつぎ", "{sex: male, age: 15, plans: 残}"),
    ("○15 後継者", "{sex: male, age: 15, plans: 残}"),
    ("○45 ○○商店", "{sex: male, age: 45}, {sex: male, occupation: ○商店}"),
  ]

  @Test(arguments: pairs) func saysTheSame(_ pair: (short: String, long: String)) throws {
    #expect(try Self.people(pair.short) == Self.people(pair.long))
  }

  /// By hand, so that both are not merely wrong alike.
  @Test func meansWhatItSays() throws {
    let read = try Self.people("○70代前半 大工 他出 大阪 2035戻 2036婚33")
    #expect(
      read == [
        Resident(
          id: "b1.1", sex: .male, age: .band(70...74), occupation: "大工", relation: .head,
          away: Away(place: "大阪"),
          plans: [.returns(2035), .bringsPartner(2036, age: .exact(33))])
      ])
    #expect(
      try Self.people("△22 他出 35歳戻 36歳婚33")[0].plans == [
        .returns(.age(35)), .bringsPartner(.age(36), age: .exact(33)),
      ])
    #expect(try Self.people("○35歳戻")[0].age == .exact(35), "the age stands right behind the sign")
    #expect(try Self.people("△昭和26年生")[0].age == .born(1951))
    #expect(try Self.people("○45 会社員 役員")[0].occupation == "会社員 役員")
    #expect(try Self.people("○70代半ば")[0].age == .band(74...76))
    let spelled = try Self.people("{sex: female, age: 75, name: はな, note: 膝が悪い}")[0]
    #expect(spelled.name == "はな" && spelled.note == "膝が悪い")
  }

  @Test func readsPeopleInARow() throws {
    let row = try Self.people("○35 △33 ○3")
    #expect(try row == Self.people("○35, △33, ○3"))
    #expect(try row == Self.people("M35 F33 M3"))
    #expect(try row == Self.people("○35、△33、○3"))
    #expect(try row == Self.people("男３５　女３３　男３"))
    #expect(row.map(\.relation) == [.head, .partner, .child])
    #expect(try row == Self.people("○35△33○3"))
    #expect(try row == Self.people("○35 / △33 ・ ○3"))
    #expect(try Self.people("○35農業△33○3").map(\.occupation) == ["農業", nil, nil])
    #expect(try Self.people("○△○七十代").map(\.age) == [.unknown, .unknown, .band(70...79)])
  }

  /// The measure of the issue: 12 characters for a resident with sex, age and an occupation of two, 20 for a house with
  /// its place and no residents, line ends and separators included.
  @Test func isShortEnough() throws {
    #expect("○72 農業, ".count <= 12 && "△70代前半 大工\n".count <= 12)
    for house in ["b9: 120,40 空き家\n", "b3: 空き家\n", "b8: 120,40\n", "b5: ？\n"] { #expect(house.count <= 20) }
  }
}

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

/// The rules by which relations are inferred, case by case.
@Suite struct RelationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var people: String
    var relations: String
    var testDescription: String { people }
  }

  /// h head, p partner, c child, q child's partner, g grandchild, e parent, o other.
  private static let letters: [Relation: Character] = [
    .head: "h", .partner: "p", .child: "c", .childPartner: "q", .grandchild: "g", .parent: "e", .other: "o",
  ]

  static let cases: [Case] = [
    Case(people: "○78", relations: "h"),
    Case(people: "○78, △75", relations: "hp"),
    Case(people: "△75, ○78", relations: "hp"),
    Case(people: "○78, △75, ○48, △45", relations: "hpcc"),
    Case(people: "○78, △75, ○48, △45, ○15", relations: "hpcqg"),
    Case(people: "○78, △75, ○48, △45, ○15, △12", relations: "hpcqgg"),
    Case(people: "○78, △75, ○48 他出 大阪, △45, ○15", relations: "hpccg"),
    Case(people: "○78, △75, ○48, ○45, ○15", relations: "hpccg"),
    Case(people: "○78, △75, ○48, △30, ○15", relations: "hpcgg"),
    Case(people: "○50, △48, ○20, △78", relations: "hpce"),
    Case(people: "○50, △48, ○80, △78", relations: "hpee"),
    Case(people: "△45, ○15", relations: "hc"),
    Case(people: "○40, ○70", relations: "he"),
    Case(people: "○40, △55", relations: "hp"),
    Case(people: "○40, △56", relations: "he"),
    Case(people: "○40, △24", relations: "hc"),
    Case(people: "○40, △25", relations: "hp"),
    Case(people: "○40, ？38", relations: "hp"),
    Case(people: "○70代, △60代, ○40代", relations: "hpc"),
    Case(people: "○, △, ○12", relations: "hpc"),
    Case(people: "○, △", relations: "hp"),
    Case(people: "○40, ○38 配偶者, ○8", relations: "hpc"),
    Case(people: "○50 本人, △15 長女, ○12 長男, △70 母", relations: "hcce"),
    Case(people: "△80 母, ○50, △48, ○20", relations: "ehpc"),
    Case(people: "○50, △48, ○47 弟", relations: "hpo"),
    Case(people: "○78, △75, △45 嫁, ○15 孫", relations: "hpqg"),
    Case(people: "○1951年生, △1953年生, ○1980年生", relations: "hpc"),
  ]

  @Test(arguments: cases) func isInferred(_ item: Case) throws {
    let text = ShorthandTests.file(houses: "b1: [\(item.people)]")
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    let people = try #require(result.session?.maps[0].houses[0].dwellings[0].people)
    #expect(String(people.compactMap { Self.letters[$0.relation] }) == item.relations)
  }

  /// Where nobody can tell, a note or a warning says so.
  @Test(
    arguments: [
      ("○50, △48, ○47", "child-close-in-age"), ("○50, △48, ○52", "child-older-than-parent"),
      ("○50, ○48", "unclear-relation"), ("○50, △48, ○", "unclear-relation"),
      ("○40, △38, ○60 長男", "child-older-than-parent"), ("○40, △38, ○30 長男", "child-close-in-age"),
      ("○40, △38, △50 母", "child-close-in-age"),
    ])
  func isTold(people: String, code: String) throws {
    let text = ShorthandTests.file(houses: "b1: [\(people)]")
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    #expect(result.findings.filter { $0.code != "nowhere-placed" }.map(\.code) == [code])
    #expect(result.session != nil)
  }
}
