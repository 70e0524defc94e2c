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
