import Diagnostics
import Workshop

/// Reading text with marks: `**emphasis**` and `{名張|なばり}`.
extension Report {
  /// Lines, each with its marks; one that cannot be read is told and taken as it stands.
  ///
  /// - Parameter severity: how grave that is; a warning only for words from the table, which nobody thought of as marked.
  func richLines(_ node: Node?, slipsAre severity: Severity = .error) -> [RichText] {
    guard let node else { return [] }
    return lines(node).map { line in
      do throws(RichText.Slip) {
        let text = try RichText(markup: line)
        tellLongReadings(text, at: node.holding(line))
        return text
      } catch {
        let (message, hint) = Self.told(error.kind)
        tell(severity, .markup, at: place(of: error, in: line, node.holding(line)), message, hint: hint)
        return RichText(plain: line)
      }
    }
  }

  /// Characters with a reading stand on one line.
  private static let longestBase = 12

  private func tellLongReadings(_ text: RichText, at node: Node) {
    for run in text.runs where run.reading != nil && run.text.count > Self.longestBase {
      warning(
        .markup, at: place(node),
        Phrase(
          ja: "「\(run.text.shortened)」に一つのふりがなは長すぎます。行の途中で切れません。",
          en: "“\(run.text.shortened)” is too long for one reading: no line can end inside it."),
        hint: Phrase(
          ja: "言葉ごとに {名張市|なばりし}{地域|ちいき} のように分けてください。",
          en: "Part it word by word: {名張市|なばりし}{地域|ちいき}."))
    }
  }

  /// The place within the node's own text, where it is a single line; else the node.
  private func place(of slip: RichText.Slip, in line: String, _ node: Node) -> Place {
    node.text.map { $0.trimmed == line } == true
      ? place(node, slip.offset..<(slip.offset + 1)) : place(node)
  }

  private static func told(_ kind: RichText.Slip.Kind) -> (message: Phrase, hint: Phrase) {
    switch kind {
    case .openEmphasis:
      (
        Phrase(ja: "強調の「**」が閉じていません。", en: "The emphasis “**” is never closed."),
        Phrase(ja: "強調したい文字の前と後に ** を書きます。", en: "Write ** before and after the words.")
      )
    case .openReading:
      (
        Phrase(ja: "ふりがなの「{」が閉じていません。", en: "The reading “{” is never closed."),
        Phrase(
          ja: "{名張|なばり} のように書きます。ただの括弧なら \\{ と書きます。",
          en: "Write {名張|なばり}; for a plain brace write \\{.")
      )
    case .emptyReading:
      (
        Phrase(ja: "ふりがなの書き方が違います。", en: "This reading is not complete."),
        Phrase(
          ja: "{漢字|よみ} のように、縦棒の前に漢字、後に読みを書きます。",
          en: "Write {characters|reading}, both sides filled.")
      )
    }
  }
}

/// Telling of marks where nothing is read as a mark: they would be printed as they stand, 30,000 times.
extension Report {
  private static let rich: Set<String> = Set(
    [GreetingKey.words.names, ArticleKey.text.names, MapKey.findings.names, MapKey.actions.names].joined()
      .map(\.asKey))
  /// What is not printed.
  private static let unprinted: Set<String> = Set(
    [MapKey.houses.names, MapKey.notes.names].joined().map(\.asKey))
  private static let mostMarks = 20

  /// Warns of `**emphasis**` and `{characters|reading}` in titles, names, counts and other plain texts.
  func tellMarksInPlainText(_ root: Node) {
    var left = Self.mostMarks
    func look(at node: Node) {
      guard left > 0 else { return }
      switch node.content {
      case .null: break
      case .scalar(let text):
        guard Self.hasMarks(text) else { return }
        left -= 1
        warning(
          .markup, at: place(node),
          Phrase(
            ja: "ここでは強調やふりがなの印は使えず、「\(text.trimmed.shortened)」とそのまま印刷されます。",
            en:
              "Marks for emphasis and readings mean nothing here; “\(text.trimmed.shortened)” is printed as it stands."
          ),
          hint: Phrase(
            ja: "印を消してください。使えるのは、あいさつの言葉、記事の文章、気づいたこと、取り組むといいことの中だけです。",
            en:
              "Remove them. They work in the words of greetings, the text of sections, findings and actions.")
        )
      case .list(let nodes): for node in nodes { look(at: node) }
      case .table(let entries):
        for entry in entries {
          let key = entry.key.text?.asKey ?? ""
          if Self.rich.contains(key) || Self.unprinted.contains(key) { continue }
          look(at: entry.key)
          look(at: entry.value)
        }
      }
    }
    look(at: root)
  }

  private static func hasMarks(_ text: String) -> Bool {
    guard text.contains("**") || text.contains("{") else { return false }
    return text.contains(/\*\*[^*\s][^*]*\*\*|\{[^{}|]+\|[^{}|]+\}/)
  }
}
