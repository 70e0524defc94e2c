import ArgumentParser
import Diagnostics
import Studio

struct ProjectCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.project.configuration }

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  @Option(help: Guides.projectFormat.help) var format = Form.table
  @Option(help: Guides.horizons.help, transform: Values.horizons) var horizons: [Int]?
  @Option(help: Guides.yearCounted.help, transform: Values.year) var year: [Int] = []
  @Option(help: Guides.map.help) var map: [String] = []
  @Option(help: Guides.scenarioCompared.help) var scenario: [String] = []
  @Flag(help: Guides.houses.help) var houses = false
  @Option(name: .outputNames, help: Guides.projectOutput.help, completion: .file()) var output: String?
  @Flag(help: Guides.force.help) var force = false
  @Argument(help: Guides.files.help, completion: .file(extensions: ["yaml", "yml"])) var files: [String]
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if houses, format != .json {
      throw ValidationError(
        Phrase(ja: "--houses は --format json と一緒に使ってください。", en: "--houses goes with --format json only.").told
      )
    }
  }

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    guard let sessions = console.check(files) else { return .failure }
    let report = try ProjectionReport(
      sessions.map { (name: $0.input.name, session: $0.session) },
      ProjectionReport.Request(horizons: horizons, years: year, maps: map, scenarios: scenario))
    console.tell(report.notes)
    let text =
      switch format {
      case .table: report.table(in: Tongue.current)
      case .csv: report.csv(in: Tongue.current)
      case .json: report.json(houses: houses)
      }
    guard let output, output != "-" else {
      try console.write(text)
      return .success
    }
    let writer = OutputWriter(protecting: sessions.compactMap(\.input.identity), overwrites: force)
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    try writer.write(Array(text.utf8), to: output, seal: .attribute)
    try console.write(Phrase(ja: "\(output) に書きました。\n", en: "Wrote \(output).\n").told)
    return .success
  }
}
