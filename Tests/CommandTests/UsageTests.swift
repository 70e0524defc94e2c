import Testing

/// Slips on the command line, letter for letter in both languages.
@Suite struct UsageTests {
  struct Slip: CustomTestStringConvertible, Sendable {
    var line: String
    var en: String
    var ja: String
    var testDescription: String { line }
  }

  static let slips = [
    Slip(
      line: "tenken manual --frmat text",
      en: "Unknown option '--frmat'. Did you mean '--format'?",
      ja: "「--frmat」というオプションはありません。「--format」のことですか？"),
    Slip(
      line: "tenken a.yaml --bogus", en: "Unknown option '--bogus'", ja: "「--bogus」というオプションはありません。"),
    Slip(
      line: "tenken check -dash.yaml", en: "If ‘-dash.yaml’ is a file, write ‘./-dash.yaml’.",
      ja: "「-dash.yaml」というファイルなら「./-dash.yaml」と書いてください。"),
    Slip(line: "tenken manual -x", en: "Unknown option '-x'", ja: "「-x」というオプションはありません。"),
    Slip(
      line: "tenken manual --format", en: "Missing value for '--format <text|man>'",
      ja: "「--format」の値（text|man）が足りません。"),
    Slip(
      line: "tenken manual --format html",
      en: "The value 'html' is invalid for '--format <text|man>'. Please provide one of 'text' and 'man'.",
      ja: "「--format」に「html」は使えません。次のどれかにしてください: text、man"),
    Slip(
      line: "tenken manual for me", en: "2 unexpected arguments: 'for', 'me'", ja: "余分なものが 2 つあります: 「for」「me」"
    ),
    Slip(line: "tenken manual please", en: "Unexpected argument 'please'", ja: "「please」は余分です。"),
    Slip(
      line: "tenken completion", en: "Missing expected argument '<SHELL>'", ja: "「SHELL」が足りません。"),
    Slip(
      line: "tenken completion tcsh",
      en: "The value 'tcsh' is invalid for '<SHELL>'. Please provide one of 'bash', 'zsh' or 'fish'.",
      ja: "「SHELL」に「tcsh」は使えません。次のどれかにしてください: bash、zsh、fish"),
    Slip(
      line: "tenken manual --lang", en: "Missing value for '--lang <ja|en>'", ja: "「--lang」の値（ja|en）が足りません。"),
    Slip(
      line: "tenken manual --lang=fr",
      en: "The value 'fr' is invalid for '--lang <ja|en>'. Please provide one of 'ja' and 'en'.",
      ja: "「--lang」に「fr」は使えません。次のどれかにしてください: ja、en"),
  ]

  @Test(arguments: slips) func inEnglish(_ slip: Slip) throws {
    let reply = try Terminal(lang: "en_US.UTF-8").type(slip.line)
    #expect(reply.code == 64)
    #expect(reply.output == "")
    #expect(reply.error.split(separator: "\n").first.map(String.init) == "tenken: error: \(slip.en)")
    #expect(!containsJapanese(reply.error))
  }

  @Test(arguments: slips) func inJapanese(_ slip: Slip) throws {
    let reply = try Terminal(lang: "ja_JP.UTF-8").type(slip.line)
    #expect(reply.code == 64)
    #expect(reply.output == "")
    #expect(reply.error.split(separator: "\n").first.map(String.init) == "tenken: エラー: \(slip.ja)")
  }

  @Test func wholeMessage() throws {
    let terminal = try Terminal(lang: "ja_JP.UTF-8")
    #expect(
      try terminal.type("tenken completion tcsh").error == """
        tenken: エラー: 「SHELL」に「tcsh」は使えません。次のどれかにしてください: bash、zsh、fish
        使い方
          tenken completion [options] bash|zsh|fish
        くわしくは tenken completion --help をご覧ください。

        """)
    #expect(
      try terminal.type("tenken --lang en completion tcsh").error == """
        tenken: error: The value 'tcsh' is invalid for '<SHELL>'. Please provide one of 'bash', 'zsh' or 'fish'.
        USAGE
          tenken completion [options] bash|zsh|fish
        See ‘tenken completion --help’ for more.

        """)
  }

  @Test func nothingTyped() throws {
    let reply = try Terminal().type("tenken")
    #expect(reply.code == 64)
    #expect(reply.output == "")
    #expect(reply.error.hasPrefix("District inspection"))
  }

  @Test(
    arguments: [
      (["LANG": "ja_JP.UTF-8"], true), (["LANG": "ja"], true), (["LANG": "C"], false), ([:], false),
      (["LANG": "jam_JM.UTF-8"], false), (["LANG": "ja_JP.UTF-8", "LC_ALL": "C"], false),
      (["LANG": "C", "LC_MESSAGES": "ja_JP.eucJP"], true), (["LANG": "ja_JP.UTF-8", "LC_ALL": ""], true),
      (["LC_ALL": "C", "TENKEN_LANG": "ja"], true), (["LANG": "ja_JP.UTF-8", "TENKEN_LANG": "en"], false),
    ] as [([String: String], Bool)])
  func languageOfTheEnvironment(_ environment: [String: String], isJapanese: Bool) throws {
    var terminal = try Terminal()
    terminal.environment = environment
    #expect(containsJapanese(try terminal.type("tenken --help").output) == isJapanese)
    #expect(containsJapanese(try terminal.type("tenken --help --lang ja").output))
    #expect(!containsJapanese(try terminal.type("tenken --lang=en help").output))
  }
}

/// Whether there is a kana, a kanji or a Japanese mark in `text`.
func containsJapanese(_ text: String) -> Bool {
  text.unicodeScalars.contains {
    (0x3000...0x30FF).contains($0.value) || (0x3400...0x9FFF).contains($0.value)
      || (0xFF00...0xFFEF).contains($0.value)
  }
}
