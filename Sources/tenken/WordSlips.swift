import Diagnostics
import Studio

/// Slips that the argument parser takes for names of files: signs that only look like hyphens, blanks that only look
/// like blanks, commands by another name. They are told before anything is done.
enum WordSlips {
  /// What is wrong with the command line; nil where nothing is.
  static func find(in words: [String]) -> Phrase? {
    for word in words.prefix(while: { $0 != "--" }) {
      if let slip = hyphens(word) ?? blanks(word) { return slip }
    }
    guard let first = words.first, Guides.named(first) == nil, !first.isEmpty else { return nil }
    return command(first)
  }

  /// The command that `word` may have been meant for.
  static func nearestCommand(to word: String) -> String? {
    let word = word.halfWidth.lowercased()
    if let known = otherNames.first(where: { $0.value.contains(word) }) { return known.key }
    return Spelling.nearest(to: word, among: Guides.all.map(\.name).filter { !$0.isEmpty } + ["help"])
  }

  private static let otherNames: KeyValuePairs<String, [String]> = [
    "help": ["ヘルプ", "使い方"], "new": ["init", "create", "start", "新規", "新しく"],
    "check": ["validate", "lint", "test", "確認", "調べる", "チェック"],
    "render": ["draw", "map", "maps", "描く", "地図"],
    "project": ["figures", "calculate", "計算", "集計"], "why": ["explain", "なぜ", "理由"],
    "manual": ["man", "マニュアル"],
  ]

  // MARK: - Signs

  /// Dashes of every length, the full-width hyphen, the minus sign, and the mark for a long vowel.
  private static let dashes: Set<Unicode.Scalar> = [
    "－", "ー", "―", "—", "–", "‐", "‑", "−", "﹣", "ｰ",
  ]

  private static func hyphens(_ word: String) -> Phrase? {
    let scalars = word.unicodeScalars
    guard scalars.contains(where: { !$0.isASCII }) else { return nil }
    let dashed = scalars.prefix { $0 == "-" || dashes.contains($0) }
    guard !dashed.isEmpty, FileIdentity(path: word) == nil else { return nil }
    let parts = String(scalars.dropFirst(dashed.count)).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first.map({ String($0).halfWidth }), let letter = name.unicodeScalars.first,
      letter.isASCII, letter.properties.isAlphabetic, name.unicodeScalars.allSatisfy(\.isASCII)
    else { return nil }
    let hyphens = name.count == 1 ? "-" : "--"
    let meant = ([hyphens + name] + parts.dropFirst().map(String.init)).joined(separator: "=")
    guard meant != word else { return nil }
    return Phrase(
      ja: "「\(word)」には、半角の「-」や英字に似た別の文字が使われています。半角で「\(meant)」と書いてください。",
      en:
        "‘\(word)’ is written with signs that only look like hyphens and letters of an option. Write ‘\(meant)’."
    )
  }

  private static func blanks(_ word: String) -> Phrase? {
    guard word.contains("\u{3000}"), FileIdentity(path: word) == nil else { return nil }
    let pieces = word.split(separator: "\u{3000}").map(String.init)
    guard pieces.count > 1,
      pieces.contains(where: { $0.hasPrefix("-") || Guides.named($0) != nil || FileIdentity(path: $0) != nil }
      )
    else { return nil }
    let meant = pieces.joined(separator: " ")
    return Phrase(
      ja: "「\(word)」の中の空白が全角です。半角の空白で「\(meant)」と書いてください。",
      en: "The blank in ‘\(word)’ is a full-width one. Write ‘\(meant)’ with a half-width blank.")
  }

  // MARK: - Commands

  /// A first word that is no command is a file; one that is neither, and near a command, is a slip.
  private static func command(_ word: String) -> Phrase? {
    guard !word.hasPrefix("-"), !word.contains("."), !word.contains("/"), FileIdentity(path: word) == nil,
      let near = nearestCommand(to: word)
    else { return nil }
    return Phrase(
      ja: "「\(word)」というコマンドもファイルもありません。「tenken \(near)」のことですか？",
      en: "There is no command and no file ‘\(word)’. Did you mean ‘tenken \(near)’?")
  }
}
