import ArgumentParser
import Diagnostics

/// Options that every command has. They are taken out of the command line before it is parsed, because help and errors
/// depend on them; declared here they show up in completions.
struct CommonOptions: ParsableArguments {
  @Option(help: Guides.lang.help, completion: .list(Language.allCases.map(\.rawValue)))
  var lang: String?
}

/// Words to read or JSON for programs.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

extension NameSpecification {
  /// `-o` and `--output`.
  static let outputNames: NameSpecification = [.short, .long]
}
