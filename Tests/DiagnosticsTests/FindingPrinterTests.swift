import Diagnostics
import Testing

/// What people see on the screen, letter for letter.
@Suite struct FindingPrinterTests {
  let source = SourceText(
    file: "村.yaml",
    bytes: Array(
      "tenken: 1\nmaps:\n  - id: A\n    houses:\n      b1: [○700 農業, △75]\n\ttitle: か\u{3099}く\n".utf8))

  func finding(_ severity: Severity = .error, line: Int, column: Int, length: Int) -> Finding {
    Finding(
      severity, code: "bad-age", at: Place(file: "村.yaml", line: line, column: column, length: length),
      Phrase(ja: "年齢は 0 から 120 までです。", en: "An age is a number from 0 to 120."),
      hint: Phrase(ja: "「70」のことでしょうか。", en: "Did you mean `70`?"))
  }

  @Test func underlinesBehindWideLetters() {
    let text = FindingPrinter(language: .ja).text(of: finding(line: 5, column: 13, length: 3), source: source)
    #expect(
      text == """
        村.yaml:5:13: エラー: 年齢は 0 から 120 までです。 [bad-age]
            5 |       b1: [○700 農業, △75]
              |             ^^^
              = 「70」のことでしょうか。

        """)
  }

  @Test func underlinesWideLettersTwice() {
    let text = FindingPrinter(language: .en).text(of: finding(line: 5, column: 17, length: 2), source: source)
    #expect(
      text == """
        村.yaml:5:17: error: An age is a number from 0 to 120. [bad-age]
            5 |       b1: [○700 農業, △75]
              |                 ^^^^
              = Did you mean `70`?

        """)
  }

  @Test func showsATabAsASpaceAndACombinedLetterAsOne() {
    let text = FindingPrinter(language: .en).text(of: finding(line: 6, column: 9, length: 2), source: source)
    #expect(text.contains("    6 |  title: か\u{3099}く\n      |         ^^^^\n"))
  }

  @Test func marksAPointWithOneCaret() {
    let text = FindingPrinter(language: .en).text(of: finding(line: 5, column: 99, length: 0), source: source)
    #expect(text.contains("△75]\n      |                           ^\n"))
  }

  @Test func showsLongLinesAroundTheOffendingText() {
    let long = SourceText(
      file: "long",
      bytes: Array((String(repeating: "あ", count: 500) + "誤" + String(repeating: "い", count: 500)).utf8))
    let place = Place(file: "long", line: 1, column: 501, length: 1)
    let text = FindingPrinter(language: .en).text(
      of: Finding(.warning, code: "x", at: place, Phrase(verbatim: "m")), source: long)
    let lines = text.split(separator: "\n")
    #expect(lines[1].count < 70)
    #expect(lines[1].hasPrefix("    1 | …あ") && lines[1].hasSuffix("い…"))
    let shown = lines[1].dropFirst(8).prefix { $0 != "誤" }
    #expect(lines[2].dropFirst(8).prefix { $0 == " " }.count == TextColumns.narrowWidth(of: shown))
  }

  @Test func needsNoPlaceAndNoSource() {
    let bare = Finding(.note, code: "empty-file", at: nil, Phrase(ja: "空です。", en: "Empty."))
    #expect(FindingPrinter(language: .ja).text(of: bare, source: nil) == "お知らせ: 空です。 [empty-file]\n")
  }

  @Test func coloursOnlyWhenAsked() {
    let plain = FindingPrinter(language: .ja).text(
      of: finding(line: 5, column: 13, length: 3), source: source)
    let painted = FindingPrinter(language: .ja, isColoured: true).text(
      of: finding(line: 5, column: 13, length: 3), source: source)
    #expect(!plain.contains("\u{1B}"))
    #expect(painted.contains("\u{1B}[31;1m700\u{1B}[0m"))
    #expect(painted.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func nothingInTheFileReachesTheTerminalAsACommand() {
    let evil = SourceText(file: "evil", bytes: Array("a: \u{1B}[2J\u{7}\u{9B}".utf8))
    let place = Place(file: "evil", line: 1, column: 4, length: 1)
    let text = FindingPrinter(language: .en).text(
      of: Finding(.error, code: "x", at: place, Phrase(verbatim: "m")), source: evil)
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  @Test func countsAtTheEnd() {
    let findings = [
      finding(line: 5, column: 13, length: 3), finding(.warning, line: 5, column: 14, length: 1),
      finding(.warning, line: 5, column: 15, length: 1),
    ]
    #expect(
      FindingPrinter(language: .ja).text(of: findings, sources: [source]).hasSuffix("\nエラー 1件、注意 2件\n"))
    #expect(
      FindingPrinter(language: .en).text(of: findings, sources: [source]).hasSuffix("\n1 error, 2 warnings\n")
    )
    #expect(FindingPrinter(language: .ja).text(of: [], sources: []) == "問題は見つかりませんでした。\n")
  }

  @Test func writesJSONForPrograms() {
    let bare = Finding(.note, code: "empty-file", at: nil, Phrase(ja: "空です。", en: "Empty \"file\"."))
    let text = FindingsJSON.text(of: [finding(line: 5, column: 13, length: 3), bare], in: .en)
    #expect(
      text == """
        [
          {
            "severity": "error",
            "code": "bad-age",
            "file": "村.yaml",
            "line": 5,
            "column": 13,
            "length": 3,
            "message": "An age is a number from 0 to 120.",
            "hint": "Did you mean `70`?"
          },
          {
            "severity": "note",
            "code": "empty-file",
            "file": null,
            "line": null,
            "column": null,
            "length": null,
            "message": "Empty \\"file\\".",
            "hint": null
          }
        ]

        """)
    #expect(FindingsJSON.text(of: [], in: .ja) == "[]\n")
  }
}

@Suite struct SourceTextTests {
  @Test func partsLinesAsYAMLDoes() {
    let text = SourceText(file: "f", bytes: Array("a\r\nb\rc\nd\u{2028}e\u{85}f".utf8))
    #expect((1...7).map { text.line($0) } == ["a", "b", "c", "d", "e", "f", nil])
    #expect(text.lineNumber(ofByte: 0) == 1)
    #expect(text.lineNumber(ofByte: 3) == 2)
  }

  @Test func countsColumnsAsReadersDo() {
    // か and the combining voicing mark are two scalars and one character.
    let text = SourceText(file: "f", bytes: Array("か\u{3099}き: く".utf8))
    #expect(
      text.place(line: 1, scalarColumn: 6, scalarLength: 1) == Place(file: "f", line: 1, column: 5, length: 1)
    )
    #expect(
      text.place(line: 9, scalarColumn: 6, scalarLength: 1) == text.end
    )
  }
}
