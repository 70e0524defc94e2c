import Diagnostics
import Studio

/// What was found in files, for programs; the form is told in the manual and only ever added to.
enum CheckJSON {
  static func text(of results: [CheckResult], in language: Language) -> String {
    JSONText.object([
      ("format", .string("tenken-check-1")),
      (
        "files",
        .array(
          results.map { result in
            .object([
              ("file", .string(result.name)), ("ok", .bool(!result.hasErrors)),
              ("findings", FindingsJSON.json(of: result.findings, in: language, file: result.name)),
            ])
          })
      ),
    ]).text
  }
}
