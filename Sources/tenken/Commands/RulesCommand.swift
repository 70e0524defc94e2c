import ArgumentParser
import Diagnostics
import Studio

struct RulesCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.rulesInForce.configuration }

  @Option(help: Guides.map.help) var map: [String] = []
  @Option(help: Guides.scenarioOfRules.help) var scenario: [String] = []
  @Option(help: Guides.whyFormat.help) var format = ReportFormat.text
  @Argument(help: Guides.fileOfRules.help, completion: .file(extensions: ["yaml", "yml"])) var file: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if file == nil, !map.isEmpty || !scenario.isEmpty {
      throw ValidationError(
        Phrase(ja: "--map と --scenario にはファイルが要ります。", en: "--map and --scenario need a file.").told)
    }
  }

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let report: RulesReport
    if let file {
      guard let checked = console.check([file])?.first else { return .failure }
      report = try RulesReport(checked, maps: map, scenarios: scenario)
    } else {
      report = try RulesReport()
    }
    switch format {
    case .text: try console.write(report.text(in: Tongue.current))
    case .json: try console.write(report.json)
    }
    return .success
  }
}
