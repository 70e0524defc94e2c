import Diagnostics
import Studio

/// What the argument parser says of a command line it does not understand, in the user's language.
///
/// The library speaks English only and keeps the kinds of its errors to itself, so its sentences are taken apart
/// again. One that is not known is passed on as it is; a test over every kind of slip sees to it that none is left.
enum UsageMessages {
  /// The library's `message` as a phrase.
  static func phrase(_ message: String) -> Phrase {
    // What Values say of a value is in the user's language already; the library only puts the option before it.
    if let told = message.wholeMatch(of: /The value '.*?' is invalid for '.+?': (.+)/.dotMatchesNewlines()) {
      return Phrase(verbatim: String(told.1))
    }
    for (missing, words) in missing where message == "Missing expected argument '\(missing)'" { return words }
    let message = withoutFarFetched(message)
    return Phrase(
      ja: message.split(separator: "\n", omittingEmptySubsequences: false).map { japanese(String($0)) }
        .joined(separator: "\n"), en: message)
  }

  /// What is missing most often, asked for in words.
  private static let missing: KeyValuePairs<String, Phrase> = [
    "<FILE…> ...": Phrase(
      ja: "どのファイルかを書いてください（workshop.yaml など）。", en: "Say which file (workshop.yaml, say)."),
    "<FILE>": Phrase(
      ja: "どのファイルかを書いてください（workshop.yaml など）。", en: "Say which file (workshop.yaml, say)."),
    "<ID>": Phrase(
      ja: "どの家か、ファイルの中での名前を書いてください（b1 など）。",
      en: "Say which house, by its name in the file (b1, say)."),
  ]

  /// The library offers whatever is nearest, however far (`--bogus`: `--jobs`); only what may be a slip is passed on.
  private static func withoutFarFetched(_ message: String) -> String {
    guard let found = message.wholeMatch(of: /(Unknown option '(.+?)')\. Did you mean '(.+?)'\?/) else {
      return message
    }
    let (typed, offered) = (found.2.drop { $0 == "-" }, found.3.drop { $0 == "-" })
    let isNear = Spelling.nearest(to: String(typed), among: [String(offered)]) != nil
    return isNear ? message : String(found.1)
  }

  private static func japanese(_ line: String) -> String {
    for sentence in sentences {
      if let translated = sentence(line) { return translated }
    }
    return line
  }

  private static let sentences: [@Sendable (String) -> String?] = [
    { line in
      line.wholeMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+?)'\?/)
        .map { "「\($0.1)」というオプションはありません。「\($0.2)」のことですか？" }
    },
    { line in line.wholeMatch(of: /Unknown option '(.+?)'/).map { "「\($0.1)」というオプションはありません。" } },
    { line in
      line.wholeMatch(of: /Missing expected argument '(.+?)'/).map { "「\(plain($0.1))」が足りません。" }
    },
    { line in
      line.wholeMatch(of: /Missing value for '(\S+) ?<?(.*?)>?'/).map { "「\($0.1)」の値（\($0.2)）が足りません。" }
    },
    { line in
      line.wholeMatch(of: /The option '(.+?)' does not take any value, but '(.*)' was specified\./)
        .map { "「\($0.1)」に値（\($0.2)）は要りません。" }
    },
    { line in line.wholeMatch(of: /Unexpected argument '(.*)'/).map { "「\($0.1)」は余分です。" } },
    { line in
      line.wholeMatch(of: /(\d+) unexpected arguments: '(.*)'/)
        .map { "余分なものが \($0.1) つあります: 「\($0.2.split(separator: "', '").joined(separator: "」「"))」" }
    },
    { line in
      line.wholeMatch(of: /The value '(.*)' is invalid for '(.+?)'\. Please provide one of (.+)\./)
        .map { "「\(plain($0.2))」に「\($0.1)」は使えません。次のどれかにしてください: \(list($0.3))" }
    },
    { line in
      line.wholeMatch(of: /The value '(.*)' is invalid for '(.+?)'/)
        .map { "「\(plain($0.2))」に「\($0.1)」は使えません。" }
    },
    { line in
      line.wholeMatch(of: /Can't generate completion scripts for '(.*)'\./).map { "「\($0.1)」用の入力補完は作れません。" }
    },
    { line in
      line.wholeMatch(of: /Please use --generate-completion-script=<shell> with one of:/)
        .map { _ in "tenken completion で次のどれかを指定してください:" }
    },
    { line in line.wholeMatch(of: /Invalid option: (.+)/).map { "「\($0.1)」というオプションはありません。" } },
    { line in
      line.wholeMatch(of: /Value to be set with flag '(.+?)' had already been set with flag '(.+?)'/)
        .map { "「\($0.1)」と「\($0.2)」は一緒に使えません。" }
    },
  ]

  /// `--format <text|json>` as `--format`, `<FILE> ...` as `FILE`.
  private static func plain(_ synopsis: some StringProtocol) -> String {
    let name = synopsis.prefix { $0 != " " }
    return String(name.filter { $0 != "<" && $0 != ">" })
  }

  /// `'a', 'b' or 'c'` as `a、b、c`.
  private static func list(_ words: Substring) -> String {
    words.matches(of: /'(.*?)'/).map { String($0.1) }.joined(separator: "、")
  }
}
