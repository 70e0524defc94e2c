import Diagnostics
import Testing
import Workshop

@testable import City

/// Rosters as they come: names of columns, kinds of file, and lines that cannot be read.
struct ReaderTests {
  static let head = "house,district,sex,age,relation,kind,residence\n"

  /// A roster as text: `district house: m72 f70 ~m40.child`, unknown `?`, bands `60+10`.
  static func text(_ roster: Roster?) -> [String] {
    guard let roster else { return [] }
    return (0..<roster.houseCount).map { house in
      let people = roster.range(of: house).map { index in
        let traits = roster.people[index]
        let age = roster.ages[index] == Roster.unknownAge ? "?" : String(roster.ages[index])
        let width = roster.widths.isEmpty || roster.widths[index] == 1 ? "" : "+\(roster.widths[index])"
        return (traits.isAway ? "~" : "") + ["m", "f", "x"][traits.sexRow] + age + width
          + (traits.isChild ? ".c" : "")
      }
      let known = roster.houses[house].rawValue
      return "\(roster.districts[Int(roster.districtOf[house])]): \(people.joined(separator: " "))"
        + (known == 0 ? "" : " [\(known)]")
    }
  }

  @Test(
    "The same people, however the file is written",
    arguments: [
      "house,district,sex,age,relation\nb1,North,male,72,head\nb1,North,female,70,wife\nb1,North,m,40,son\nb2,South,,,\n"
        .replacing("b2,South,,,", with: "b2,South,F,unknown,head"),
      "家,地区,性別,年齢,続柄\nb1,North,男,72,世帯主\nb1,North,女,70,妻\nb1,North,○,40,長男\nb2,South,△,不明,世帯主",
      "\u{FEFF}\"家\",\"地区\",\"性別\",\"年齢\",\"続柄\"\r\n\"b1\",\"North\",\"男性\",\"７２歳\",\"本人\"\r\nb1,North,女性,70才,配偶者\r\nb1,North,1,40,子\r\nb2,South,2,?,主\r\n\r\n",
      "世帯番号\t町名\t性\t年齢\t関係\tメモ\nb1\tNorth\t男\t72\t世帯主\tx\nb1\tNorth\t女\t70\t妻\t\nb1\tNorth\t男\t40\t二男\t\nb2\tSouth\t女\t\t世帯主\t",
      "# a remark\nHouse;District;Sex;Birth year;Relationship\rb1;North;man;1951;self\rb1;North;woman;1953;spouse\rb1;North;M;1983-04-01;child\rb2;South;f;;head",
      "家,地区,性別,生年,続柄\nb1,North,男,昭和26年,世帯主\nb1,North,女,S28,妻\nb1,North,男,昭58,子\nb2,South,女,不明,世帯主\n",
      // People of a house on lines that do not follow each other, districts in and out.
      "house,district,sex,age,relation\nb1,North,male,72,head\nb2,South,female,?,head\nb1,North,female,70,wife\nb1,North,m,40,son\n",
    ])
  func forms(text: String) {
    for piece in [1, 7, 1 << 16] {
      let read = Rosters.read(text, piece: piece)
      #expect(read.findings.allSatisfy { $0.severity == .note }, "\(read.findings)")
      #expect(Self.text(read.roster) == ["North: m72 f70 m40.c", "South: f?"])
    }
  }

  @Test("A stroke in a name does not make one household of two; blanks beside a name are nobody's")
  func namesApart() {
    let strokes = Rosters.read("house,district,sex,age,relation\n1/2,N,male,70,head\n2,N/1,male,70,head\n")
    #expect(Self.text(strokes.roster) == ["N: m70", "N/1: m70"])
    let blanks = Rosters.read("house,district,sex,age,relation\n1,N,male,70,head\n 1 , N ,female,69,wife\n")
    #expect(Self.text(blanks.roster) == ["N: m70 f69"])
  }

  @Test("Kinds of house, people away, bands, vacant and unknown houses")
  func kinds() {
    let read = Rosters.read(
      """
      家,地区,性別,年齢,続柄,種別,居住
      a,北,男,70代,世帯主,賃貸・アパート,
      a,北,男,15〜19,孫,,他出
      b,北,,,,空き家,
      c,北,,,,不明,
      d,北,女,80代後半,母,店舗,同居
      """)
    #expect(read.findings.isEmpty)
    #expect(Self.text(read.roster) == ["北: m70+10 ~m15+5.c [9]", "北: ", "北:  [2]", "北: f85+5 [4]"])
  }

  @Test("The base year may stand in a column, the same in every line")
  func baseYear() {
    let good = Rosters.read("家,地区,性別,生年,続柄,基準年\na,北,男,1950,世帯主,2023\n", baseYear: nil)
    #expect(good.roster?.baseYear == 2023 && Self.text(good.roster) == ["北: m73"])
    let bad = Rosters.read("家,地区,性別,生年,続柄,基準年\na,北,男,1950,世帯主,2023\nb,北,男,1950,世帯主,2024\n", baseYear: nil)
    #expect(bad.roster == nil && bad.findings.map(\.code) == ["roster-base-year"])
    let none = Rosters.read("家,地区,性別,年齢,続柄\na,北,男,50,世帯主\n", baseYear: nil)
    #expect(none.roster == nil && none.findings.first?.hint?.ja.contains("--base-year") == true)
  }

  /// A bad line, and where and as what it is told.
  struct Slip: Sendable, CustomTestStringConvertible {
    var line: String
    var column: Int
    var code: String
    var testDescription: String { line }
  }

  @Test(
    "A bad line is told with line and column, in both languages",
    arguments: [
      Slip(line: "b,北,雄,70,世帯主,,", column: 5, code: "roster-sex"),
      Slip(line: "b,北の町,男,七十,世帯主,,", column: 9, code: "roster-age"),
      Slip(line: "b,北,男,121,世帯主,,", column: 7, code: "roster-age"),
      Slip(line: "b,北,男,85歳以上,世帯主,,", column: 7, code: "roster-age"),
      Slip(line: "b,北,男,70,あるじ,,", column: 10, code: "roster-relation"),
      Slip(line: "b,北,男,70,世帯主,城,", column: 14, code: "roster-kind"),
      Slip(line: "b,北,男,70,世帯主,,月", column: 15, code: "roster-residence"),
      Slip(line: ",北,男,70,世帯主,,", column: 1, code: "roster-house"),
      Slip(line: "b,,男,70,世帯主,,", column: 3, code: "roster-district"),
      Slip(line: "b,北,男,70", column: 7, code: "roster-fields"),
      Slip(line: "b,北,男,70,世帯主,,,余り", column: 16, code: "roster-fields"),
      Slip(line: "b,北,男,70,世帯主,空き家,", column: 14, code: "roster-kind"),
      Slip(line: "b,北,,,,,", column: 5, code: "roster-nobody"),
      Slip(line: "v,北,男,70,世帯主,,", column: 1, code: "roster-house-twice"),
      Slip(line: "a,北,,,,空き家,", column: 1, code: "roster-house-twice"),
      Slip(line: "a,北,女,58,配偶者,賃貸,", column: 14, code: "roster-kind-twice"),
      Slip(line: "b,北,\"男\"x,70,世帯主,,", column: 8, code: "roster-after-quote"),
    ])
  func slips(slip: Slip) {
    let text = Self.head + "v,北,,,,空き家,\na,北,男,60,世帯主,戸建,\n" + slip.line + "\nz,南,女,50,世帯主,,\n"
    let stopped = Rosters.read(text)
    #expect(stopped.roster == nil && stopped.badLines == 1)
    let finding = stopped.findings.first
    #expect(finding?.place?.line == 4 && finding?.place?.column == slip.column, "\(stopped.findings)")
    #expect(finding?.code == slip.code && finding?.severity == .error)
    #expect(finding.map { !$0.message.ja.isEmpty && !$0.message.en.isEmpty } == true)
    // Skipped, it is told as well, and the others are there.
    let skipped = Rosters.read(text, onBad: .skip)
    #expect(skipped.badLines == 1 && skipped.findings.map(\.severity) == [.warning])
    #expect(Self.text(skipped.roster) == ["北: ", "北: m60", "南: f50"])
  }

  @Test(
    "A birth is a year, a month or a day of the calendar",
    arguments: [
      ("1951", 72), ("1951年", 72), ("1951-04", 72), ("1951-04-03", 72), ("1951/4/3", 72), ("1951.4.3", 72),
      ("1951年4月3日", 72), ("19510403", 72), ("昭和26年", 72), ("S26.4.3", 72), ("昭和26年12月31日", 72),
      ("平成元年5月1日", 34), ("1952-02-29", 71), ("2000-02-29", 23), ("1951-04-03 00:00:00", 72),
      ("1951-04-03T00:00:00Z", 72), ("１９５１年４月３日", 72), ("1951-13-45", nil), ("1951-00-10", nil),
      ("1951-02-29", nil), ("1900-02-29", nil), ("1951-04-31", nil), ("1951-13", nil), ("19511345", nil),
      ("昭和26年13月1日", nil), ("S26.2.30", nil), ("1951-4-3-2", nil), ("1951-April", nil), ("1951-", nil),
      ("1951x", nil), ("昭和0年", nil), ("平成元年x", nil), ("昭26", 72), ("昭和64年1月7日", 34), ("昭和65年", nil),
      ("S70.1.1", nil), ("平成32年", nil), ("大正16年", nil), ("昭和100年", nil),
    ] as [(String, Int?)])
  func births(birth: String, age: Int?) {
    let text = "家,地区,性別,生年,続柄\na,北,男,\(birth),世帯主\n"
    let read = Rosters.read(text)
    if let age {
      #expect(Self.text(read.roster) == ["北: m\(age)"], "\(read.findings)")
    } else {
      #expect(read.roster == nil)
      #expect(read.findings.first?.code == "roster-birth-year")
      #expect(read.findings.first?.place == Place(file: "city.csv", line: 2, column: 7, length: birth.count))
    }
  }

  @Test(
    "Age and birth may both be said, if they fit; the birth is the finer word",
    arguments: [
      ("72", "1951", "m72"), ("71", "1951-11-03", "m72"), ("70代", "1951", "m72"), ("", "1951", "m72"),
      ("不明", "1951", "m72"), ("72", "", "m72"), ("72", "不明", "m72"), ("60代", "1953", "m70"),
      ("73", "1951", nil), ("70", "1951", nil), ("60代", "1951", nil), ("80代", "1951", nil),
    ] as [(String, String, String?)])
  func bothSaid(age: String, birth: String, found: String?) {
    let text = "家,地区,性別,年齢,生年,続柄\nz,北,女,50,,世帯主\na,北,男,\(age),\(birth),世帯主\n"
    let read = Rosters.read(text)
    if let found {
      #expect(Self.text(read.roster) == ["北: f50", "北: \(found)"], "\(read.findings)")
      return
    }
    #expect(read.roster == nil && read.findings.first?.code == "roster-birth-year")
    #expect(read.findings.first?.place?.line == 3 && read.findings.first?.place?.column == 8 + age.count)
    let skipped = Rosters.read(text, onBad: .skip)
    #expect(Self.text(skipped.roster) == ["北: f50"] && skipped.badLines == 1)
  }

  @Test(
    "Full-width and half-width spellings name one district and one house; the first that was met is shown")
  func widths() {
    let read = Rosters.read(
      "家,地区,性別,年齢,続柄\n１,本町１丁目,男,70,世帯主\n1,本町1丁目,女,69,妻\n2,\u{3000}本町1丁目,女,50,世帯主\nＢ／1,Ｎ,男,40,世帯主\nB/1,N,女,39,妻\n"
    )
    #expect(Self.text(read.roster) == ["本町１丁目: m70 f69", "本町１丁目: f50", "Ｎ: m40 f39"])
    let narrow = Rosters.read("家,地区,性別,年齢,続柄\n1,本町1丁目,男,70,世帯主\n")
    #expect(narrow.roster?.names.first == read.roster?.names.first, "the draws of chance are the same")
    // Blanks of another kind, as spreadsheets and web pages put them.
    let blanks = Rosters.read(
      "家,地区,性別,年齢,続柄\n1,本町 北,男,70,世帯主\n1,本町\u{A0}北,女,69,妻\n1,\u{A0}本町\u{3000}北,男,9,子\n1,本町\t北\t,女,8,子\n\" 1\",\"本町 北 \",女,7,子\n"
    )
    #expect(Self.text(blanks.roster) == ["本町 北: m70 f69 m9.c f8.c f7.c"])
    for blank in ["\u{3000}", "\u{A0}", "\t", "\" \""] {
      let nothing = Rosters.read("家,地区,性別,年齢,続柄\n1,\(blank),男,70,世帯主\n")
      #expect(nothing.findings.first?.code == "roster-district")
    }
  }

  @Test(
    "A quote that is not closed on its line costs that line alone, in whatever column",
    arguments: [1, 5, 1 << 16])
  func quotes(piece: Int) {
    let doubled = Rosters.read(Self.head + "\"b \"\"1\"\"\",北,男,70,世帯主,,\nc,北,男,x,世帯主,,\n", piece: piece)
    #expect(doubled.findings.first?.place == Place(file: "city.csv", line: 3, column: 7, length: 1))
    let open = "a,北,男,70,世帯主,,\n\"b,北,男,70,世帯主,,\nc,北,男,7,子,,\nd,北,女,30,世帯主,,\n"
    let skipped = Rosters.read(Self.head + open, onBad: .skip, piece: piece)
    #expect(Self.text(skipped.roster) == ["北: m70", "北: m7.c", "北: f30"] && skipped.badLines == 1)
    #expect(skipped.findings.first?.code == "roster-open-quote")
    #expect(skipped.findings.first?.place?.line == 3 && skipped.findings.first?.place?.column == 1)
    let stopped = Rosters.read(Self.head + open, piece: piece)
    #expect(stopped.roster == nil && stopped.badLines == 1)
    // One value begins with a quote, another, lines on, ends with one: nobody in between is lost.
    let names = "家,地区,性別,年齢,続柄,名前\r\na,北,男,70,世帯主,\"田中\r\nb,北,男,60,世帯主,x\r\nc,北,女,50,世帯主,佐藤\"\r\n"
    let between = Rosters.read(names, onBad: .skip, piece: piece)
    #expect(Self.text(between.roster) == ["北: m60", "北: f50"] && between.badLines == 1)
    // At the very end of the file.
    let last = Rosters.read(Self.head + "a,北,男,70,世帯主,,\nb,北,\"男", onBad: .skip, piece: piece)
    #expect(Self.text(last.roster) == ["北: m70"] && last.badLines == 1)
    #expect(last.findings.first?.place?.line == 3 && last.findings.first?.place?.column == 5)
  }

  @Test("Everything that is wrong on a line is told, and the line counts once")
  func severalSlipsOfALine() {
    let read = Rosters.read(
      Self.head + "a,北,男,70,世帯主,,\n,,雄,121,あるじ,城,月\nb,北,男,70,世帯主,,\n", onBad: .skip)
    #expect(
      read.findings.compactMap(\.place?.column) == [1, 2, 3, 5, 9, 13, 15]
        && read.findings.allSatisfy { $0.place?.line == 3 })
    #expect(
      read.findings.map(\.code) == [
        "roster-house", "roster-district", "roster-sex", "roster-age", "roster-relation", "roster-kind",
        "roster-residence",
      ])
    #expect(read.badLines == 1 && Self.text(read.roster) == ["北: m70", "北: m70"])
  }

  @Test("A byte that is no UTF-8 is told where it stands, in a small file as in a large one")
  func strayBytes() {
    let head = Array("house,district,sex,age,relation\n1,A,male,72,head\n2,A,fem".utf8)
    let rest = Array("ale,30,head\n3,A,male,50,head\n".utf8)
    let read = Rosters.read(bytes: head + [0x9F] + rest, onBad: .skip)
    #expect(read.findings.first?.place?.line == 3 && read.findings.first?.place?.column == 5)
    #expect(read.findings.first?.code == "roster-sex" && read.badLines == 1)
    #expect(Self.text(read.roster) == ["A: m72", "A: m50"])
    // 北 in Shift_JIS in every line: another encoding, told as such.
    let line = Array("1,".utf8) + [0x96, 0x6B] + Array(",male,72,head\n".utf8)
    let other = Rosters.read(
      bytes: Array("house,district,sex,age,relation\n".utf8) + line + line + line, onBad: .skip)
    #expect(other.roster == nil && other.findings.map(\.code) == ["roster-encoding"])
    #expect(other.findings.first?.message.en.contains("Shift_JIS") == true)
  }

  @Test("As in a session, a unit of a block is let unless it is said to be owned")
  func apartments() {
    let text =
      Self.head
      + ["apartment", "rented/apartment", "owned/apartment", "rented", "owned", ""].enumerated()
      .map { "\($0),A,male,80,head,\($1),\n" }.joined()
    #expect(
      Self.text(Rosters.read(text).roster)
        == ["A: m80 [9]", "A: m80 [9]", "A: m80 [8]", "A: m80 [1]", "A: m80", "A: m80"])
  }

  @Test("After twenty bad lines a reading that stops is given up; one that skips tells all of them")
  func many() {
    let text = Self.head + String(repeating: "b,北,男,x,世帯主,,\n", count: 50) + "c,北,男,60,世帯主,,\n"
    let stopped = Rosters.read(text)
    #expect(stopped.roster == nil && stopped.badLines == 20 && stopped.findings.count == 21)
    let skipped = Rosters.read(text, onBad: .skip)
    #expect(skipped.badLines == 50 && skipped.findings.count == 50 && skipped.roster?.peopleCount == 1)
  }

  @Test(
    "What is no roster is told as what it is",
    arguments: [
      (Array("".utf8), "roster-empty"), (Array("家,地区,性別,年齢,続柄\n".utf8), "roster-empty"),
      (Array("家,性別,年齢\na,男,70\n".utf8), "roster-column-missing"),
      (Array("家,世帯,地区,性別,年齢,続柄\na,a,北,男,70,子\n".utf8), "roster-column-twice"),
      // 家,地区,性別,年齢,続柄 in Shift_JIS.
      (
        [
          0x89, 0xC6, 0x2C, 0x92, 0x6E, 0x8B, 0xE6, 0x2C, 0x90, 0xAB, 0x95, 0xCA, 0x2C, 0x94, 0x4E, 0x97,
          0xEE, 0x0A,
        ],
        "roster-encoding"
      ),
      ([0xFF, 0xFE, 0xB6, 0x5B, 0x2C, 0x00], "roster-encoding"), ([0xC3, 0x28, 0x0A], "roster-encoding"),
    ] as [([UInt8], String)])
  func noRoster(bytes: [UInt8], code: String) {
    let read = Rosters.read(bytes: bytes)
    #expect(read.roster == nil && read.findings.contains { $0.code == code }, "\(read.findings)")
  }

  @Test("A roster is known by its first line, a session file is not taken for one")
  func recognition() {
    #expect(RosterReader.isRoster(beginning: Array("\u{FEFF}地区,家,性別,生年,続柄\n".utf8)))
    #expect(RosterReader.isRoster(beginning: Array("house\tage\n".utf8)))
    #expect(!RosterReader.isRoster(beginning: Array("title: 家, 年齢\nmaps:\n".utf8)))
    #expect(!RosterReader.isRoster(beginning: []))
  }

  @Test("Any bytes end in a roster or in findings, never in a crash", arguments: 0..<200 as Range<UInt64>)
  func noise(seed: UInt64) {
    var dice = Rosters.Dice(state: seed)
    var bytes = Array((Self.head + "a,北,男,60,世帯主,,\nb,南,女,\"7\"\"0\",妻,賃貸,他出\n").utf8)
    for _ in 0..<(1 + dice.roll(6)) {
      let place = dice.roll(bytes.count)
      switch dice.roll(3) {
      case 0: bytes[place] = UInt8(dice.roll(256))
      case 1: bytes.remove(at: place)
      default: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0xE5][dice.roll(5)], at: place)
      }
    }
    let read = Rosters.read(bytes: bytes, onBad: dice.roll(2) == 0 ? .skip : .stop, piece: 1 + dice.roll(40))
    #expect(read.roster != nil || !read.findings.isEmpty)
  }
}
