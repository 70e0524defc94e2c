import Diagnostics
import Studio

/// Findings as people read them, with the line they speak of.
enum FindingText {
  static func text(of result: CheckResult, in language: Language) -> String {
    text(of: result.findings, source: result.source, in: language)
  }

  static func text(of findings: [Finding], source: SourceText? = nil, in language: Language) -> String {
    findings.map { finding in
      let label = label(finding.severity)(in: language)
      guard let place = finding.place else {
        return "tenken: \(label): \(finding.message(in: language))\n"
          + hint(finding, indent: "  ", in: language)
      }
      return "\(place.file):\(place.line):\(place.column): \(label): \(finding.message(in: language))\n"
        + excerpt(place, source) + hint(finding, indent: "  ", in: language)
    }.joined()
  }

  private static func hint(_ finding: Finding, indent: String, in language: Language) -> String {
    finding.hint.map { indent + $0(in: language) + "\n" } ?? ""
  }

  /// The line with what is meant underlined.
  private static func excerpt(_ place: Place, _ source: SourceText?) -> String {
    guard let source, source.file == place.file, let line = source.line(place.line) else { return "" }
    let number = String(place.line)
    let before = line.prefix(place.column - 1).map { $0 == "\t" ? " " : $0 }
    let meant = line.dropFirst(place.column - 1).prefix(max(place.length, 1))
    let space = String(repeating: " ", count: TextColumns.width(of: String(before)))
    let mark = String(repeating: "^", count: max(1, TextColumns.width(of: meant)))
    let margin = String(repeating: " ", count: number.count)
    return "  \(number) | \(line.replacing("\t", with: " "))\n  \(margin) | \(space)\(mark)\n"
  }

  private static func label(_ severity: Severity) -> Phrase {
    switch severity {
    case .error: Phrase(ja: "エラー", en: "error")
    case .warning: Phrase(ja: "注意", en: "warning")
    case .note: Phrase(ja: "お知らせ", en: "note")
    }
  }
}
