/// Findings for programs, as `--format json` prints them: an array of objects with the members `severity` (`error`,
/// `warning` or `note`), `code`, `file`, `line`, `column`, `length`, `message` and `hint`, always in this order.
///
/// Lines and columns count from 1, columns and lengths in characters. `file` to `length` are null where a finding has no
/// place, `hint` where there is none. Members may be added in later versions, never removed or renamed.
public enum FindingsJSON {
  /// The findings, with messages and hints in `language`; `file` is what those without a place are about.
  public static func json(of findings: [Finding], in language: Language, file: String? = nil) -> JSONText {
    .array(
      findings.map { finding in
        .object([
          ("severity", .string(finding.severity.rawValue)),
          ("code", .string(finding.code)),
          ("file", .optional(finding.place?.file ?? file)),
          ("line", .optional(finding.place?.line)),
          ("column", .optional(finding.place?.column)),
          ("length", .optional(finding.place?.length)),
          ("message", .string(finding.message(in: language))),
          ("hint", .optional(finding.hint?(in: language))),
        ])
      })
  }

  /// The findings as text that ends with a line feed.
  public static func text(of findings: [Finding], in language: Language) -> String {
    json(of: findings, in: language).text
  }
}
