import ArgumentParser
import Diagnostics
import Studio

struct CheckCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.check.configuration }

  @Option(help: Guides.checkFormat.help) var format = ReportFormat.text
  @Flag(help: Guides.strict.help) var strict = false
  @Argument(help: Guides.files.help, completion: .file(extensions: ["yaml", "yml"])) var files: [String]
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let results = console.eachOnce(files).map {
      Checking.check($0).warningOfNames().lookingForPictures().readingRates()
    }
    switch format {
    case .text:
      for result in results {
        console.tell(result)
        try console.write(summary(of: result) + "\n")
      }
    case .json:
      try console.write(CheckJSON.text(of: results, in: Tongue.current))
    }
    let isBad = results.contains { $0.hasErrors || (strict && $0.hasWarnings) }
    return isBad ? .failure : .success
  }

  /// One line for each file: that all is well and what is in it, or how much there is to mend.
  private func summary(of result: CheckResult) -> String {
    let errors = result.findings.count { $0.severity == .error }
    let warnings = result.findings.count { $0.severity == .warning }
    if errors > 0 {
      return Phrase(
        ja: "\(result.name): エラー \(errors)、注意 \(warnings)",
        en: "\(result.name): \(Counted.words(errors, "error")), \(Counted.words(warnings, "warning"))"
      ).told
    }
    guard let session = result.checked?.session else { return result.name }
    let houses = session.maps.reduce(0) { $0 + $1.houses.count }
    let people = session.maps.flatMap(\.houses).flatMap(\.dwellings).reduce(0) { $0 + $1.people.count }
    let hints =
      warnings == 0 ? "" : Phrase(ja: "（注意 \(warnings)）", en: " (\(Counted.words(warnings, "warning")))").told
    return Phrase(
      ja: "\(result.name): まちがいは見つかりませんでした。地図 \(session.maps.count)枚、家 \(houses)軒、\(people)人",
      en: "\(result.name): no mistakes found. \(Counted.words(session.maps.count, "map")), "
        + "\(Counted.words(houses, "house")), \(Counted.words(people, "person", "people"))"
    ).told + hints
  }
}

/// Numbers with their words in English.
enum Counted {
  static func words(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
