/// Writes findings for people: each with its place, the line it speaks of, and the offending text underlined.
///
/// ```text
/// village.yaml:12:5: エラー: 地図に「houes」という項目はありません。 [unknown-key]
///    12 |     houes:
///       |     ^^^^^
///       = 「houses」のことでしょうか。
/// ```
public struct FindingPrinter: Sendable {
  /// The language of the messages.
  public var language: Language
  /// Whether to colour for a terminal.
  public var isColoured: Bool

  /// A printer in `language`; colours are for terminals that were asked for.
  public init(language: Language, isColoured: Bool = false) {
    self.language = language
    self.isColoured = isColoured
  }

  /// Longer source lines are shown only around the offending text.
  private static let lineWidth = 96

  /// All findings, one after the other, with the lines of `sources` they speak of, and a closing line that counts them.
  public func text(of findings: [Finding], sources: [SourceText]) -> String {
    var byFile: [String: SourceText] = [:]
    for source in sources where byFile[source.file] == nil { byFile[source.file] = source }
    var text = ""
    for finding in findings {
      text += self.text(of: finding, source: finding.place.flatMap { byFile[$0.file] }) + "\n"
    }
    return text + FindingPrinter.summary(of: findings)(in: language) + "\n"
  }

  /// One finding, ending with a line feed.
  public func text(of finding: Finding, source: SourceText?) -> String {
    let place = finding.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    let label = paint(
      FindingPrinter.label(finding.severity)(in: language), FindingPrinter.ink(finding.severity))
    var text = paint(place, .bold) + label + ": " + paint(finding.message(in: language), .bold)
    text += paint(" [\(finding.code)]", .faint) + "\n"
    var margin = "  "
    if let place = finding.place, let line = source?.line(place.line) {
      let number = String(place.line)
      margin = String(repeating: " ", count: max(5, number.count + 2))
      text += excerpt(line, place, number: number, margin: margin, finding.severity)
    }
    if let hint = finding.hint { text += margin + paint(" = ", .faint) + hint(in: language) + "\n" }
    return text
  }

  // MARK: - The source line

  private func excerpt(
    _ line: String, _ place: Place, number: String, margin: String, _ severity: Severity
  ) -> String {
    let window = Window(line, place)
    let gutter = String(repeating: " ", count: margin.count - number.count) + number
    let ink = FindingPrinter.ink(severity)
    let shown = window.before + paint(window.marked, ink) + window.after
    let lead = String(repeating: " ", count: TextColumns.narrowWidth(of: window.before))
    let line = String(repeating: "^", count: max(1, TextColumns.narrowWidth(of: window.marked)))
    return paint(gutter + " | ", .faint) + shown + "\n" + paint(margin + " | ", .faint) + lead
      + paint(line, ink) + "\n"
  }

  /// The part of a line that is shown: what stands before the offending text, the text, and what follows.
  private struct Window {
    var before: String
    var marked: String
    var after: String

    init(_ line: String, _ place: Place) {
      let characters = line.map { $0.isNewline || $0 == "\t" || $0.isControl ? " " : $0 }
      let start = min(max(0, place.column - 1), characters.count)
      let end = min(start + max(0, place.length), characters.count)
      var room = FindingPrinter.lineWidth
      let marked = Window.fitting(characters[start..<end], in: room)
      room -= TextColumns.narrowWidth(of: String(marked))
      // What stands before matters more: it tells where in the line this is.
      let before = Window.fitting(characters[..<start].reversed(), in: max(12, room * 2 / 3))
      room -= TextColumns.narrowWidth(of: String(before))
      let after = Window.fitting(characters[end...], in: max(8, room))
      self.before = (before.count < start ? "…" : "") + String(before.reversed())
      self.marked = String(marked) + (marked.count < end - start ? "…" : "")
      self.after =
        marked.count < end - start ? "" : String(after) + (after.count < characters.count - end ? "…" : "")
    }

    private static func fitting(_ characters: some Sequence<Character>, in columns: Int) -> [Character] {
      var used = 0
      var kept: [Character] = []
      for character in characters {
        used += TextColumns.narrowWidth(of: String(character))
        guard used <= columns else { break }
        kept.append(character)
      }
      return kept
    }
  }

  // MARK: - Words

  /// How a weight is called.
  public static func label(_ severity: Severity) -> Phrase {
    switch severity {
    case .error: Phrase(ja: "エラー", en: "error")
    case .warning: Phrase(ja: "注意", en: "warning")
    case .note: Phrase(ja: "お知らせ", en: "note")
    }
  }

  /// How many there are of each weight, in a sentence.
  public static func summary(of findings: [Finding]) -> Phrase {
    let counts = [Severity.error, .warning, .note].map { severity in
      (severity, findings.count { $0.severity == severity })
    }.filter { $0.1 > 0 }
    guard !counts.isEmpty else { return Phrase(ja: "問題は見つかりませんでした。", en: "Nothing to mend was found.") }
    return Phrase(
      ja: counts.map { "\(label($0.0).ja) \($0.1)件" }.joined(separator: "、"),
      en: counts.map { "\($0.1) \(label($0.0).en)\($0.1 == 1 ? "" : "s")" }.joined(separator: ", "))
  }

  // MARK: - Colours

  private enum Ink: String {
    case bold = "1"
    case faint = "2"
    case red = "31;1"
    case yellow = "33;1"
    case cyan = "36;1"
  }

  private static func ink(_ severity: Severity) -> Ink {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func paint(_ text: String, _ ink: Ink) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Character {
  /// Whether it would move the cursor or change the terminal instead of showing itself.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
