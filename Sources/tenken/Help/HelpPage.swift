import Diagnostics
import Studio

/// The help of a command as it stands on the screen.
struct HelpPage {
  var guide: CommandGuide
  var language: Language
  /// How wide the screen is; text is broken to it.
  var columns: Int

  /// The page, with a line feed at its end.
  var text: String {
    var lines = TextColumns.wrapped(guide.abstract(in: language), to: columns)
    for paragraph in guide.paragraphs {
      lines.append("")
      lines += TextColumns.wrapped(paragraph(in: language), to: columns)
    }
    section(&lines, Headings.usage, guide.usage.map { "  \(guide.fullName) \($0)" })
    if guide.name.isEmpty {
      section(&lines, Headings.commands, list(Guides.all.dropFirst().map { ($0.name, $0.abstract) }))
    }
    if !guide.arguments.isEmpty {
      section(&lines, Headings.arguments, list(guide.arguments.map { ($0.label, $0.text) }))
    }
    section(&lines, Headings.options, list(guide.options.map { ($0.label, $0.text) }))
    section(&lines, Headings.examples, guide.examples.flatMap(example))
    if guide.name.isEmpty {
      section(&lines, Headings.exitStatus, list(Headings.exitCodes))
      lines.append("")
      lines += TextColumns.wrapped(Headings.more(in: language), to: columns)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ lines: inout [String], _ heading: Phrase, _ body: [String]) {
    lines += ["", heading(in: language)] + body
  }

  private func example(_ example: Example) -> [String] {
    ["  " + example.line]
      + TextColumns.wrapped(example.text(in: language), to: columns - 6).map { "      " + $0 }
  }

  /// Two columns, the right one broken to what is left of the screen; a long entry stands on a line of its own.
  private func list(_ entries: [(String, Phrase)]) -> [String] {
    let indent = min(entries.map { TextColumns.width(of: $0.0) }.max() ?? 0, 18) + 4
    return entries.flatMap { label, text in
      let body = TextColumns.wrapped(text(in: language), to: max(columns - indent, 30))
      let space = String(repeating: " ", count: indent)
      let head = "  " + label
      if TextColumns.width(of: head) > indent - 2 {
        return [head] + body.map { space + $0 }
      }
      return [TextColumns.padded(head, to: indent) + (body.first ?? "")] + body.dropFirst().map { space + $0 }
    }
  }
}

/// The headings of help and manual.
enum Headings {
  static let usage = Phrase(ja: "使い方", en: "USAGE")
  static let commands = Phrase(ja: "コマンド", en: "COMMANDS")
  static let arguments = Phrase(ja: "渡すもの", en: "ARGUMENTS")
  static let options = Phrase(ja: "オプション", en: "OPTIONS")
  static let examples = Phrase(ja: "例", en: "EXAMPLES")
  static let exitStatus = Phrase(ja: "終わりの値", en: "EXIT STATUS")
  static let more = Phrase(
    ja: "コマンドごとの説明は tenken help COMMAND、全体の手引きは tenken manual で読めます。",
    en: "‘tenken help COMMAND’ says more about a command; ‘tenken manual’ says it all.")

  static let exitCodes: [(String, Phrase)] = [
    ("0", Phrase(ja: "うまくいきました（注意があっても）", en: "All went well, warnings or not")),
    (
      "1",
      Phrase(ja: "ファイルにエラーがあるか、書けませんでした", en: "There are errors in a file, or something could not be written")
    ),
    ("64", Phrase(ja: "コマンドの書き方がちがいます", en: "The command was not typed right")),
  ]
}
