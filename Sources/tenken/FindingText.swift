import Diagnostics

/// Findings that have no place in a file: troubles with files, folders and options.
enum FindingText {
  static func text(of findings: [Finding], in language: Language) -> String {
    findings.map { finding in
      var lines = "tenken: \(label(finding.severity)(in: language)): \(finding.message(in: language))\n"
      if let hint = finding.hint { lines += "  \(hint(in: language))\n" }
      return lines
    }.joined()
  }

  private static func label(_ severity: Severity) -> Phrase {
    switch severity {
    case .error: Phrase(ja: "エラー", en: "error")
    case .warning: Phrase(ja: "注意", en: "warning")
    case .note: Phrase(ja: "お知らせ", en: "note")
    }
  }
}
