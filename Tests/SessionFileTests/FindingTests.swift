import Diagnostics
import Foundation
import Testing

@testable import SessionFile

/// Every slip is told, once, where it is, in both languages.
@Suite struct FindingTests {
  @Test func aDayThatIsNotHidesNothing() {
    let text = """
      tenken: 1
      title: t
      date: 2023-02-30
      maps: [{id: A, title: t, actions: [a], houses: {b1: '10,10 ○48 2019出', b2: '90,90 ○2030年生'}}]

      """
    let codes = SessionReader.read(bytes: Array(text.utf8), file: "f").findings.map(\.code)
    #expect(codes == ["bad-date", "plan-in-the-past", "born-later"])
  }

  @Test(arguments: Slip.all) func isTold(_ slip: Slip) throws {
    let marked = MarkedText(slip.marked)
    let result = SessionReader.read(bytes: Array(marked.text.utf8), file: "f")
    #expect(
      result.findings.map { Slip.Expected(severity: $0.severity, code: $0.code) } == slip.expected,
      "\(result.findings.map { "\($0.code) \($0.place.map { "\($0.line):\($0.column)+\($0.length)" } ?? "-"): \($0.message.en)" })"
    )
    #expect((result.session == nil) == slip.expected.contains { $0.severity == .error })
    for place in marked.places {
      let found = result.findings.compactMap(\.place)
      #expect(
        found.contains {
          $0.line == place.line && $0.column == place.column
            && (place.length == 0 || $0.length == place.length)
        },
        "expected \(place.line):\(place.column)+\(place.length), found \(found.map { "\($0.line):\($0.column)+\($0.length)" })"
      )
    }
    if let hint = slip.hint {
      let hints = result.findings.compactMap(\.hint)
      #expect(hints.contains { $0.ja.contains(hint) || $0.en.contains(hint) }, "\(hints)")
    }
    for finding in result.findings { Self.expectBothLanguages(finding) }
  }

  /// Both wordings are there, each in its own language, and end as sentences do.
  static func expectBothLanguages(_ finding: Finding) {
    for phrase in [finding.message, finding.hint].compactMap({ $0 }) {
      #expect(phrase.ja.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) }, "\(phrase.ja)")
      // What is quoted from the file may be Japanese; the sentence around it is not.
      let said = phrase.en.replacing(/“[^”]*”|`[^`]*`|\([^)]*\)|[○△？…■]/, with: "")
      let isExample = phrase.en.contains(":") || phrase.en.hasPrefix("It can be ")
      #expect(
        isExample || !said.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) }, "\(phrase.en)")
      #expect(!phrase.ja.isEmpty && !phrase.en.isEmpty && phrase.ja != phrase.en)
    }
    #expect(finding.message.ja.hasSuffix("。"), "\(finding.message.ja)")
    #expect(finding.message.en.hasSuffix("."), "\(finding.message.en)")
    #expect(!finding.code.isEmpty && FindingCode(rawValue: finding.code) != nil)
  }

  // MARK: - Bytes that are no text

  static let bytes: [(name: String, bytes: [UInt8], code: String, says: String)] = [
    ("a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "not-text", "PNG"),
    ("a JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "not-text", "JPEG"),
    ("a PDF", Array("%PDF-1.7\n".utf8), "not-text", "PDF"),
    ("an Excel workbook", [0x50, 0x4B, 3, 4] + Array("....xl/workbook.xml".utf8), "not-text", "Excel"),
    ("a Word document", [0x50, 0x4B, 3, 4] + Array("....word/document.xml".utf8), "not-text", "Word"),
    ("a ZIP", [0x50, 0x4B, 3, 4, 0, 0, 0], "not-text", "ZIP"),
    ("a gzip file", [0x1F, 0x8B, 8, 0], "not-text", "gzip"),
    ("an old Excel sheet", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "not-text", "Excel"),
    ("a BMP", Array("BM".utf8) + [0x36, 0, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0], "not-text", "BMP"),
    ("a web page", Array("<!DOCTYPE html><p>".utf8), "not-text", "HTML"),
    (
      "UTF-16 with its mark",
      [0xFF, 0xFE] + Array("tenken: 1\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      "wrong-encoding", "UTF-16"
    ),
    (
      "UTF-16 without", Array("tenken: 1\ntitle: 村\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      "wrong-encoding", "UTF-16"
    ),
    ("Shift_JIS", encoded("tenken: 1\ntitle: 山あいの集落の地域点検\n", .shiftJIS), "wrong-encoding", "Shift_JIS"),
    (
      "EUC-JP", Array("title: ".utf8) + [0xBB, 0xB3, 0xC2, 0xBC, 0xA4, 0xCE, 0x0A], "wrong-encoding", "EUC-JP"
    ),
    ("JIS", Array("title: \u{1B}$B;3\u{1B}(B\n".utf8), "wrong-encoding", "JIS"),
    ("a zero byte", Array("tenken: 1\ntitle: a\u{0}b\n".utf8), "control-character", "U+0000"),
    (
      "a letter cut in half", Array("tenken: 1\ntitle: 山村".utf8) + [0xE3, 0x81] + Array("村\n".utf8),
      "invalid-utf8", "E3 81"
    ),
  ]

  private static func encoded(_ text: String, _ encoding: String.Encoding) -> [UInt8] {
    text.data(using: encoding).map { Array($0) } ?? []
  }

  @Test(arguments: bytes.indices) func bytesAreNamed(_ index: Int) throws {
    let item = Self.bytes[index]
    #expect(!item.bytes.isEmpty)
    let result = SessionReader.read(bytes: item.bytes, file: "f")
    #expect(result.session == nil)
    let finding = try #require(
      result.findings.first { $0.code == item.code }, "\(item.name): \(result.findings)")
    #expect(finding.message.ja.contains(item.says) && finding.message.en.contains(item.says), "\(item.name)")
    for finding in result.findings { Self.expectBothLanguages(finding) }
  }

  /// The line with the first Japanese letter is told, and shown as it was meant.
  @Test func pointsIntoShiftJIS() throws {
    let result = SessionReader.read(bytes: Self.encoded("tenken: 1\ntitle: 山あい\n", .shiftJIS), file: "f")
    #expect(result.findings.first?.place == Place(file: "f", line: 2, column: 8, length: 3))
    #expect(result.source?.line(2) == "title: 山あい")
    let euc = SessionReader.read(
      bytes: Array("title: ".utf8) + [0xBB, 0xB3, 0xC2, 0xBC, 0xA4, 0xCE, 0x0A], file: "f")
    #expect(euc.findings.first?.place == Place(file: "f", line: 1, column: 8, length: 3))
    #expect(euc.source?.line(1) == "title: 山村の")
  }

  /// Without its mark, too, in either order of the bytes.
  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func showsUTF16(_ encoding: String.Encoding) throws {
    let result = SessionReader.read(bytes: Self.encoded("tenken: 1\ntitle: 山あい\n", encoding), file: "f")
    #expect(result.findings.map(\.code) == ["wrong-encoding"])
    #expect(result.source?.line(2) == "title: 山あい")
  }

  @Test func saysWhatALineOfLettersIsOnce() {
    let bytes = Array("tenken: 1\ntitle: t\n".utf8) + [0xFF] + Array(" x\ndate: 2023-02-07\n".utf8)
    let codes = SessionReader.read(bytes: bytes, file: "f").findings.map(\.code)
    #expect(codes.contains("invalid-utf8") && !codes.contains("missing-colon"), "\(codes)")
  }

  @Test func pointsAtBadBytes() {
    let bytes = Array("tenken: 1\ntitle: 山か\u{3099}".utf8) + [0xFF] + Array("あ\n".utf8)
    let result = SessionReader.read(bytes: bytes, file: "f")
    #expect(
      result.findings.first { $0.code == "invalid-utf8" }?.place
        == Place(file: "f", line: 2, column: 10, length: 1))
  }

  /// A byte that is no letter does not make an English file a Japanese one.
  @Test func staysInTheLanguageOfTheFile() {
    let bytes = Array("tenken: 1\ntitl".utf8) + [0xFF] + Array(": a\n".utf8)
    let hints = SessionReader.read(bytes: bytes, file: "f").findings.compactMap(\.hint?.en)
    #expect(hints.contains { $0.contains("title") })
    #expect(!hints.contains { $0.contains("題名") }, "\(hints)")
  }

  @Test func takesAMarkAndForeignLineEnds() {
    let text = SessionReaderTests.example.replacing("\n", with: "\r\n")
    let result = SessionReader.read(bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8), file: "f")
    #expect(result.findings.map(\.code) == ["byte-order-mark"])
    #expect(
      result.session == SessionReader.read(bytes: Array(SessionReaderTests.example.utf8), file: "f").session)
    for finding in result.findings { Self.expectBothLanguages(finding) }
  }

  @Test func refusesWhatIsTooLarge() throws {
    let result = SessionReader.read(bytes: [UInt8](repeating: 0x20, count: 100 << 20), file: "f")
    #expect(result.findings.map(\.code) == ["too-large"])
    #expect(result.findings.first?.message.ja.contains("100 MB") == true)
  }

  // MARK: - Bombs

  @Test func stopsAtAliasesThatExplode() throws {
    for key in ["x: *i", "*i : x", "? *i\n: x", "? [*i]\n: x", "{*i}: x"] {
      var text = "tenken: 1\na: &a [x, x, x, x, x, x, x, x, x]\n"
      for (name, before) in zip("bcdefghi", "abcdefgh") {
        text +=
          "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ", ") + "]\n"
      }
      let clock = ContinuousClock()
      let time = clock.measure {
        let result = SessionReader.read(bytes: Array((text + key + "\n").utf8), file: "f")
        #expect(result.findings.map(\.code) == ["too-many-aliases"], "\(key)")
        for finding in result.findings { Self.expectBothLanguages(finding) }
      }
      #expect(time < .seconds(2))
    }
  }

  @Test func letsAliasesPassThatStayInBounds() throws {
    let text = ShorthandTests.file(houses: "b1: &couple [○78 農業, △75]\n      b2: *couple")
    let map = try #require(SessionReader.read(bytes: Array(text.utf8), file: "f").session?.maps.first)
    #expect(map.houses.map { $0.dwellings[0].people.count } == [2, 2])
    #expect(map.houses[1].dwellings[0].people[1].id == "b2.2")
  }

  @Test func tellsNoMoreThanAnybodyReads() throws {
    let text = ShorthandTests.file(
      houses: "b1: [" + Array(repeating: "○700", count: 600).joined(separator: ", ") + "]")
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    #expect(result.findings.count == Report.limit + 1)
    #expect(result.findings.last?.code == "too-many-findings")
    #expect(result.session == nil)
    for finding in result.findings { Self.expectBothLanguages(finding) }
  }

  // MARK: - All of them

  /// No message that nobody has ever seen.
  @Test func everyCodeIsRaised() {
    var seen: Set<String> = ["too-large", "byte-order-mark", "too-many-aliases", "too-many-findings"]
    for slip in Slip.all { seen.formUnion(slip.expected.map(\.code)) }
    seen.formUnion(Self.bytes.map(\.code))
    let missing = FindingCode.allCases.map(\.rawValue).filter { !seen.contains($0) }
    // What is printed beside the maps is tested by PublicationReaderTests.
    #expect(Set(missing).subtracting(PublicationReaderTests.codes) == [], "\(missing)")
  }

  /// docs/session-file lists every code, in both languages.
  @Test(arguments: ["session-file.md", "session-file.en.md"]) func everyCodeIsDocumented(_ name: String)
    throws
  {
    let page = try String(contentsOf: SamplesTests.root.appending(path: "docs/\(name)"), encoding: .utf8)
    for code in FindingCode.allCases { #expect(page.contains("`\(code.rawValue)`"), "\(code.rawValue)") }
  }

  /// Everything in one pass, in the order of the file.
  @Test func tellsEverythingAtOnce() {
    let result = SessionReader.read(
      bytes: Array(
        """
        tenken: 1
        titel: t
        date: 2023-02-30
        horizons: [0]
        maps:
          - id: A
            title: t
            roads: [{id: r, points: [[0, 0]]}]
            houses:
              b1: [○700, △75 2019出]
              b2: {peopel: [○3]}
            along: [{road: q, side: up, houses: [b1, b3]}]

        """.utf8), file: "f")
    let lines = result.findings.compactMap { $0.place?.line }
    #expect(lines == lines.sorted())
    let errors = Set(result.findings.filter { $0.severity == .error }.map(\.code))
    #expect(
      errors == [
        "unknown-key", "bad-date", "bad-horizon", "too-few-points", "bad-age", "unknown-road",
        "unknown-word", "unknown-house", "plan-in-the-past",
      ])
  }
}
