import Diagnostics
import Studio

/// Findings for programs; the form is told in the manual and only ever added to.
enum FindingsJSON {
  static func text(of results: [CheckResult]) -> String {
    JSONText.object([
      ("format", .string("tenken-check-1")),
      (
        "files",
        .array(
          results.map { result in
            .object([
              ("file", .string(result.name)), ("ok", .bool(!result.hasErrors)),
              ("findings", .array(result.findings.map(json))),
            ])
          })
      ),
    ]).text
  }

  private static func json(_ finding: Finding) -> JSONText {
    .object([
      ("severity", .string(finding.severity.rawValue)), ("code", .string(finding.code)),
      ("file", .optional(finding.place?.file)), ("line", .optional(finding.place?.line)),
      ("column", .optional(finding.place?.column)), ("length", .optional(finding.place?.length)),
      ("message", json(finding.message)), ("hint", finding.hint.map(json) ?? .null),
    ])
  }

  private static func json(_ phrase: Phrase) -> JSONText {
    .object([("ja", .string(phrase.ja)), ("en", .string(phrase.en))])
  }
}
