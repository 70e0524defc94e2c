import Diagnostics
import Foundation
import Testing

@testable import CairoBackend
@testable import Studio

/// Names with marks between their characters, broken over lines, or in pictures; and ordinary writing that has none.
@Suite struct PartedNamesTests {
  private let scratch = Scratch()

  private func found(_ name: String, _ text: String) -> Bool {
    !WordIndex([NameForms(name, isPerson: false).forms]).found(in: text).isEmpty
  }

  @Test(
    arguments: [
      ("佐々木", "佐・々・木の家"), ("佐々木", "佐-々-木"), ("佐々木", "佐_々_木"), ("佐々木", "佐、々、木"), ("佐々木", "佐／々／木"),
      ("佐々木", "佐 ・ 々 ・ 木"), ("佐々木", "佐々・木"), ("佐々木", "佐々\n木"), ("ささき", "さ-さ-き"), ("ささき", "さーさーき"),
      ("ささき", "サ・サ・キさん"), ("中村", "中-村"), ("中村", "中・村さん"), ("中村", "中・村・さん"), ("中村", "中＿村"),
      ("ささき", "{佐|さ}{々|さ}{木|き}"), ("ささき", "{佐々木|さ**さ**き}"), ("Smith", "S-m-i-t-h"),
      ("Smith", "S. m. i. t. h."),
    ])
  func marksBetweenCharactersHideNoName(_ name: String, _ text: String) {
    #expect(found(name, text))
  }

  @Test(
    arguments: [
      ("山田", "山・田・畑の手入れ"), ("山田", "山、田んぼ"), ("中村", "町の中―村の外"), ("中村", "この中、村のことを話す"), ("山田", "小山・田さん"),
      ("はまだ", "それは…まだ先のこと"), ("はまだ", "来る人は、まだ少ない"), ("森田", "裏は森。田さんの家"), ("Ann", "plan A, N and N"),
      ("Smith", "blacksmith - shop"),
    ])
  func listsAndSentencesAreNoNames(_ name: String, _ text: String) {
    #expect(!found(name, text))
  }

  /// The hundred most common family names, and the writing of a usual newsletter: a name that stands nowhere in it is not
  /// found between its words.
  @Test func ordinaryWritingRaisesNoAlarm() throws {
    let names = """
      佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 石川 山下 \
      中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 \
      竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 今井 工藤 高田 増田 丸山 杉山 村田 \
      大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 野村 松尾 市川 はま まだ ささき やまだ もりた かわだ ヨシ子 トシ子 キミ代 ハル江 フミエ ヨシコ サダオ ケイ 一ノ瀬 山之内 \
      鶴ヶ谷 オオタ イトー サトウ Wells Hill O'Neill Satoh Inoue Moore
      """.split(separator: " ").map(String.init)
    let prose = [
      "山・田・川の手入れを、村の中でだれがするか。田と畑、林と山、水路と道。十年後には、山口の集会所まで行ける人が減ります。",
      "木・金・土は小川の草刈り。月・水・木・金の朝は、上・中・下の三組に分かれて、川・原・土手を見まわります。",
      "店が遠い…まだ車に乗れるうちはよいのですが、やま―だれも登らなくなった山―の手前で道が細くなります。",
      "大・中・小の三つの紙に、前・後・左・右の家を描く。本・紙・ペンは、市の方で用意しました。",
      "石、田、木。古い道しるべの話になり、野・口・上という小字の名を、はじめて知った人もいました。",
      "そこは、まだ空いている家。ここは、もり、たんぼ、かわ。だんだんと草が高くなります。",
      "としこしの夜、男の子も女の子も公民館へ。きみよりとしの大きな子が、とおくの道をかけた。山の内がわ、一の橋。三ヶ月後にまた。",
      "年越しそばをたべて、あるよい日。大きい田、多い子ども。ふみえだの先、けいとうの花、はるえらぶ苗。さとうきび畑はない。",
      "We’ll go up there; she’d rather not. I’ll mill about no more. It’s the sato-yama of old: he’d wade.",
      "参加者は、住民・職員・学生など、あわせて四十二人。大人・子ども・高・中・小学生の席もつくりました。",
    ]
    let index = WordIndex(names.map { NameForms($0, isPerson: false).forms })
    func plainly(_ text: String) -> Set<String> {
      Set(names.filter { text.filter { !$0.isWhitespace }.contains($0) })
    }
    for text in prose {
      let alarms = index.found(in: text).map { names[$0] }.filter { !plainly(text).contains($0) }
      #expect(alarms == [], "\(text)")
    }
    let across = index.found(across: prose).map { names[$0.word] }
    #expect(across == [])
    #expect(index.found(across: ["裏に佐々", "木の家"]).map { names[$0.word] } == ["佐々木"])
  }

  private static let village = """
    tenken: 1
    title: 会
    date: 2023-02-07
    maps:
      - id: A
        title: 村
        actions: [話す]
        houses:
          佐々木: {at: [20,20], people: [○70, △74]}
          b2: {at: [60,20], people: [○70, △74]}
          b3: {at: [100,20], name: 中村, people: [○70, △74]}
          b4: {at: [20,60], people: [○70, △74]}
          b5: {at: [60,60], people: [○70, △74]}

    """

  private func findings(_ more: String) throws -> [Finding] {
    try scratch.put(Self.village + more, into: "w.yaml")
    let result = Checking.check(scratch / "w.yaml")
    let checked = try #require(result.checked, "\(result.findings)")
    do throws(Trouble) {
      return try NewsletterPublishing(formats: [.svg, .pdf], overwrites: true)
        .write(checked, into: scratch / "out").findings.filter { $0.severity == .error }
    } catch {
      return error.findings
    }
  }

  /// Each with the line and the column of what has to be mended.
  @Test(
    arguments: [
      ("sections:\n  - title: 話\n    text:\n      - あの佐々\n      - 木の家\n", 17, 9),
      ("sections: [{title: 話, text: 'となりの佐・々・木さん'}]\n", 14, 29),
      ("agenda: [はじめに, 佐, 々木, 休憩]\n", 14, 16),
      ("talks: [{table: 甲, findings: [あの中, 村さんの畑], actions: [歩く]}]\n", 14, 31),
    ])
  func aBrokenNameIsToldWithItsPlace(_ more: String, _ line: Int, _ column: Int) throws {
    let found = try findings(more)
    #expect(found.map(\.code) == ["private-in-remark"])
    #expect(found.first?.place?.line == line)
    #expect(found.first?.place?.column == column)
    #expect(!FileManager.default.fileExists(atPath: scratch / "out"))
  }

  @Test(
    arguments: [
      ("<text x='5' y='9'>佐々木</text>", 21), ("<text><tspan>中</tspan><tspan>村</tspan></text>", 16),
      ("<title>佐 々 木</title>", 10), ("<desc>絵: 中村さん</desc>", 9), ("<metadata>佐・々・木</metadata>", 13),
      ("<g display='none'><text>&#20304;々木</text></g>", 27), ("<text x='-500' y='5'>中村さん</text>", 24),
      ("<text>佐々</text><text>木</text>", 9),
      (
        "<svg:text xmlns:svg='http://www.w3.org/2000/svg'><svg:tspan>中</svg:tspan>村</svg:text>", 63
      ),
      ("<text>中<textPath></textPath>村</text>", 9), ("<text>佐々<textPath/>木</text>", 9), ("<!-- 佐々木 -->", 8),
      ("<text><![CDATA[中村]]></text>", 18),
    ])
  func namesInPicturesAreToldWithTheirPlace(_ element: String, _ column: Int) throws {
    try scratch.put(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'>\n<path d='M0 0H60V60z'/>\n  \(element)</svg>",
      into: "p.svg")
    let found = try findings("greetings: [{name: 北 みどり, words: こんにちは, portrait: p.svg}]\n")
    #expect(found.map(\.code) == ["private-in-picture"])
    #expect(
      found.first?.place.map { [$0.file, "\($0.line)", "\($0.column)"] } == [
        scratch / "p.svg", "3", "\(column)",
      ])
    let warned = Checking.check(scratch / "w.yaml").lookingForPictures().findings
    #expect(warned.contains { $0.code == "private-in-picture" && $0.severity == .warning })
  }

  @Test func picturesInPicturesAreLookedThrough() throws {
    let inner = Data("<svg xmlns='http://www.w3.org/2000/svg'><text>佐々木</text></svg>".utf8)
    try scratch.put(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='data:image/svg+xml;base64,"
        + "\(inner.base64EncodedString())'/></svg>", into: "p.svg")
    let votes = "votes: [{title: 票, entries: [{name: 甲, votes: 3, picture: p.svg}]}]\n"
    #expect(try findings(votes).map(\.code) == ["private-in-picture"])
  }

  @Test func ordinaryWordsInPicturesPass() throws {
    try scratch.put(
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>中央公園と村の木</title><text>空き家</text></svg>",
      into: "p.svg")
    #expect(try findings("greetings: [{name: 北 みどり, words: こんにちは, portrait: p.svg}]\n") == [])
  }

  @Test func aTemplateIsLookedThroughToo() throws {
    _ = try Templates.copy("mono", to: scratch / "ours")
    let page = try scratch.text("ours/first.svg").replacing("</svg>", with: "<g><desc>佐々木</desc></g></svg>")
    try scratch.put(page, into: "ours/first.svg")
    try scratch.put(Self.village, into: "w.yaml")
    let checked = try #require(Checking.check(scratch / "w.yaml").checked)
    #expect {
      try NewsletterPublishing(template: scratch / "ours").write(checked, into: scratch / "out")
    } throws: { error in
      (error as? Trouble)?.findings.map(\.code) == ["private-in-picture"]
    }
  }

  /// 8 × 8 dots of grey.
  private static let photograph = Data(
    base64Encoded: """
      /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1\
      tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAIAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL\
      /8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJi\
      coKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip\
      qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/ACv/2Q==
      """)

  /// What a camera or a program noted beside a photograph is in no finished file, whether it stands alone or in an SVG.
  @Test(arguments: ["jpeg", "png", "svg"]) func whatACameraNotedIsLeftOut(_ kind: String) throws {
    let secret = "秘匿Sasaki"
    func part(_ marker: UInt8, _ text: String) -> Data {
      let bytes = Array(text.utf8)
      return Data([0xFF, marker, UInt8((bytes.count + 2) >> 8), UInt8((bytes.count + 2) & 0xFF)] + bytes)
    }
    func chunk(_ name: String, _ text: String) -> Data {
      func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
      let body = Array(name.utf8) + Array(text.utf8)
      return Data(number(text.utf8.count) + body + number(Int(CRC32.of(body[...]).value)))
    }
    var picture = try #require(Self.photograph)
    picture.insert(
      contentsOf: part(0xE1, "Exif\0\0MM\0*\0\0\0\u{08}\0\0\(secret)")
        + part(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>\(secret)</x:xmpmeta>")
        + part(0xED, "Photoshop 3.0\0\(secret)") + part(0xFE, secret), at: 2)
    if kind == "png" {
      let renderer = try PaperDesk.renderer()
      var png = Data(try renderer.png(.init(size: .a4, title: "", summary: "", items: []), dpi: 10))
      png.insert(
        contentsOf: chunk("tEXt", "Author\0\(secret)") + chunk("eXIf", "MM\0*\(secret)")
          + chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0\(secret)"), at: 33)
      picture = png
    }
    if kind == "svg" {
      picture = Data(
        ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image width='9' height='9' "
          + "href='data:image/jpeg;base64,\(picture.base64EncodedString())'/></svg>").utf8)
    }
    try picture.write(to: URL(filePath: scratch / "p.\(kind)"))
    try scratch.put(
      Self.village + "greetings: [{name: 北 みどり, words: こんにちは, portrait: p.\(kind)}]\n", into: "w.yaml")
    let checked = try #require(Checking.check(scratch / "w.yaml").checked)
    for ink in [PrintInk.full, .one] {
      _ = try NewsletterPublishing(
        formats: Set(OutputFormat.allCases), dpi: 40, ink: ink, overwrites: true
      ).write(checked, into: scratch / "out")
      for name in try FileManager.default.contentsOfDirectory(atPath: scratch / "out") {
        var contents = [try Data(contentsOf: URL(filePath: scratch / "out/\(name)"))]
        // Pictures stand in an SVG as data.
        let text = String(decoding: contents[0], as: UTF8.self)
        contents += text.matches(of: /base64,([A-Za-z0-9+\/=]+)/).compactMap {
          Data(base64Encoded: String($0.output.1))
        }
        contents += try FileTexts.all(in: Array(contents[0])).map { Data($0.string.utf8) }
        for data in contents { #expect(data.range(of: Data("Sasaki".utf8)) == nil, "\(name)") }
        #expect(contents.contains { !$0.isEmpty })
      }
    }
  }
}
