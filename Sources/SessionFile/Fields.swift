import Diagnostics

/// A table of the file with its keys known: unknown and repeated ones have been told.
struct Fields<Key: FormatKey> {
  let node: Node
  /// Whether its keys are written in Japanese, so that what we say about them is, too.
  let isJapanese: Bool
  /// Whether a key was not known: what seems to be missing may stand behind it.
  let hasUnknown: Bool
  private let report: Report
  private let what: Phrase
  private var values: [Key: (key: Node, value: Node)] = [:]
  /// Keys that only seem to be meant: of what stands behind them nothing is told to be missing.
  private var guessed: Set<Key> = []

  /// Reads the keys of `node`, which should be a table; nil (and told) where it is not. `what` names it in messages.
  init?(_ node: Node, what: Phrase, report: Report) {
    guard case .table(let entries) = node.content else {
      report.tellWrongType(
        node, expected: Phrase(ja: "\(what.ja)の項目(「項目: 値」の形)", en: "the keys of \(what.en) (“key: value”)"))
      return nil
    }
    self.node = node
    self.report = report
    self.what = what
    let names = report.names(of: Key.self)
    let isForeign =
      report.isJapanese && !entries.contains { $0.key.text.map { names[$0.unicodeScalars] != nil } ?? false }
    isJapanese = isForeign || entries.contains { $0.key.text?.looksJapanese ?? false }
    var unknown: [(key: Node, value: Node)] = []
    for entry in entries {
      guard let text = entry.key.text else {
        report.tellBadKey(entry.key)
        continue
      }
      if let earlier = entry.earlier {
        report.tellDuplicateKey(entry.key, text, first: entries[earlier].key)
        continue
      }
      guard let key = names[text.unicodeScalars] else {
        unknown.append((entry.key, entry.value))
        continue
      }
      if let first = values[key]?.key {
        report.tellDuplicateKey(entry.key, text, first: first)
      } else {
        values[key] = (entry.key, entry.value)
      }
    }
    hasUnknown = !unknown.isEmpty
    let taken = Set(values.keys)
    for (key, value) in unknown {
      // What stands behind a misspelt key is read as what was meant, so that what is wrong within is told as well, and
      // nothing seems to be missing.
      guard let meant = tellUnknown(key, what, taken), values[meant] == nil else { continue }
      values[meant] = (key, value)
      guessed.insert(meant)
    }
    for key in Key.allCases where key.isRequired { require(key) }
    for key in Key.allCases where key.wantsContent { tellEmpty(key) }
  }

  /// The value behind `key`; nil where it is absent or left empty.
  subscript(key: Key) -> Node? {
    guard let value = values[key]?.value, !value.isNull else { return nil }
    return value
  }

  /// The node of `key` itself, for pointing at it.
  func keyNode(_ key: Key) -> Node? { values[key]?.key }

  /// Whether nothing at all is said: no key, known or not, has a value.
  var isEmpty: Bool {
    guard case .table(let entries) = node.content else { return true }
    return entries.allSatisfy(\.value.isNull)
  }

  /// Whether any of the keys is there, even empty.
  func has(_ key: Key) -> Bool { values[key] != nil }

  /// Tells that `key` is missing, or that it has no value, where that is so.
  func require(_ key: Key) {
    // What could not be read may have been just that.
    if node.hasGap || guessed.contains(key) { return }
    let name = key.name(likeJapanese: isJapanese)
    guard let pair = values[key] else {
      report.error(
        .missingKey, at: report.place(node),
        Phrase(ja: "\(what.ja)に「\(name)」がありません。", en: "\(what.en.capitalizedFirst) lacks `\(name)`."),
        hint: Phrase(ja: "\(name): \(key.meaning.ja)", en: "\(name): \(key.meaning.en)"))
      return
    }
    guard pair.value.isNull || pair.value.text?.trimmed.isEmpty == true else { return }
    report.error(
      .missingValue, at: report.place(pair.key),
      Phrase(ja: "「\(pair.key.text ?? name)」の値がありません。", en: "`\(pair.key.text ?? name)` has no value."),
      hint: Phrase(ja: "\(name): \(key.meaning.ja)", en: "\(name): \(key.meaning.en)"))
  }

  /// Tells that nothing stands behind `key` where something was to be printed. A part that may be left out whole is
  /// only noted.
  private func tellEmpty(_ key: Key) {
    guard let pair = values[key], pair.value.saysNothing, !guessed.contains(key) else { return }
    let name = pair.key.text ?? key.name(likeJapanese: isJapanese)
    let message = Phrase(
      ja: "「\(name)」が空なので、ここには何も印刷されません。",
      en: "`\(name)` is empty, so nothing of it is printed.")
    let hint = Phrase(
      ja: "中身を書いてください。なければ、この項目を消してかまいません。",
      en: "Fill it in, or remove it if there is nothing to say.")
    if Key.self == SessionKey.self {
      report.note(.emptyPart, at: report.place(pair.key), message, hint: hint)
    } else {
      report.warning(.emptyPart, at: report.place(pair.key), message, hint: hint)
    }
  }

  /// Tells of a key that is none, and answers the one that seems to be meant.
  private func tellUnknown(_ key: Node, _ what: Phrase, _ taken: Set<Key>) -> Key? {
    let text = key.text ?? ""
    let merge = Phrase(
      ja: "「<<」で別の所の項目を取りこむことはできません。そのまま書いてください。",
      en: "`<<` does not bring in keys from elsewhere; write them out.")
    var hint: Phrase?
    var meant: Key?
    if text == "<<" {
      hint = merge
    } else if report.wantsGuesses {
      (hint, meant) = KeyHome.guess(for: text, in: Key.self, taken: taken)
      hint =
        hint
        ?? Suggestion.choices(Key.allCases.map { $0.name(likeJapanese: isJapanese || text.looksJapanese) })
    }
    report.error(
      .unknownKey, at: report.place(key),
      Phrase(
        ja: "\(what.ja)に「\(text.shortened)」という項目はありません。",
        en: "\(what.en.capitalizedFirst) \(what.isPlural ? "have" : "has") no key `\(text.shortened)`."),
      hint: hint)
    return meant
  }
}

extension Phrase {
  /// Whether the English wording needs the plural.
  fileprivate var isPlural: Bool { ["the rules", "the chances", "the targets"].contains(en) }
}

extension Report {
  func tellDuplicateKey(_ key: Node, _ text: String, first: Node) {
    tellDuplicateKey(Spot(node: key), text, first: first)
  }

  func tellDuplicateKey(_ key: Spot, _ text: String, first: Node) {
    error(
      .duplicateKey, at: place(key),
      Phrase(
        ja: "「\(text.shortened)」が二度書かれています。一度目は \(first.line) 行目です。",
        en: "`\(text.shortened)` is written twice; the first is in line \(first.line)."),
      hint: Phrase(ja: "どちらか一つを消すか、一つにまとめてください。", en: "Remove one of them, or make them one."))
  }

  /// The entries of a table whose keys are names that people give, with these names as they are written. Keys that are no names
  /// and names that stand twice are told and left out.
  func named(_ entries: [Node.Entry]) -> [(name: String, entry: Node.Entry)] {
    entries.compactMap { entry in
      guard let name = entry.key.text, !name.trimmed.isEmpty else {
        tellBadKey(entry.key)
        return nil
      }
      guard let earlier = entry.earlier else { return (name, entry) }
      tellDuplicateKey(entry.key, name.trimmed, first: entries[earlier].key)
      return nil
    }
  }

  func tellBadKey(_ key: Node) {
    error(
      .badKey, at: place(key),
      Phrase(ja: "ここには項目の名前が必要です。", en: "A name is needed here as a key."),
      hint: Phrase(
        ja: "「名前: 値」の形で書いてください。名前に括弧や空の値は使えません。",
        en: "Write “name: value”. A key can be neither empty nor in brackets."))
  }

  func tellWrongType(_ node: Node, expected: Phrase, hint better: Phrase? = nil) {
    let found: Phrase
    var hint: Phrase?
    switch node.content {
    case .null: found = Phrase(ja: "何もありません", en: "there is nothing")
    case .list: found = Phrase(ja: "一覧([…] か「- 」)があります", en: "there is a list")
    case .table(let entries):
      found = Phrase(ja: "「項目: 値」があります", en: "there are keys with values")
      let isReading =
        entries.count == 1 && entries[0].value.isNull && entries[0].key.text?.contains("|") == true
      if isReading { hint = GrammarMessages.quoteText }
    case .scalar(let text):
      found = Phrase(ja: "「\(text.shortened)」があります", en: "there is “\(text.shortened)”")
      hint = Report.hintForText(text)
    }
    error(
      .wrongType, at: place(node),
      Phrase(ja: "ここには\(expected.ja)が必要ですが、\(found.ja)。", en: "Expected \(expected.en), but \(found.en)."),
      hint: better ?? hint)
  }

  /// A colon that YAML did not see is the commonest reason why keys are read as text.
  private static func hintForText(_ text: String) -> Phrase? {
    if text.hasPrefix("｛") {
      return Phrase(
        ja: "全角の「｛」「：」「，」「｝」は使えません。半角の { } と「,」、「:」と半角の空白にしてください。",
        en: "Full-width ｛ ： ， ｝ do not do; write half-width { } and “,”, and a “:” with a space.")
    }
    if text.contains("：") {
      return Phrase(
        ja: "全角の「：」は使えません。半角の「:」と半角の空白にしてください。",
        en: "A full-width “：” does not do; write a half-width “:” and a space.")
    }
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
    return Phrase(
      ja: "「:」の後ろに半角の空白を入れてください。", en: "Put a space after the “:”.")
  }
}

extension String {
  /// The text, cut where it is too long to be shown in a sentence; line ends shown as blanks.
  var shortened: String {
    let line = String(prefix(41).map { $0.isNewline ? " " : $0 })
    return line.count > 40 ? line.prefix(39) + "…" : line
  }

  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
