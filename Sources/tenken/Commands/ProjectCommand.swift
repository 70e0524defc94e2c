import ArgumentParser
import City
import Diagnostics
import Foundation
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
  @Argument(help: Guides.files.help, completion: .file(extensions: ["yaml", "yml", "csv", "tsv"])) var files:
    [String]
  @OptionGroup var city: CityOptions
  @Option(help: Guides.runs.help, transform: Values.runs) var runs: UInt32?
  @Option(help: Guides.seed.help) var seed: UInt64 = 1
  @Option(help: Guides.threads.help, transform: Values.jobs) var threads: Int?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if houses, format != .json {
      throw ValidationError(
        Phrase(ja: "--houses は --format json と一緒に使ってください。", en: "--houses goes with --format json only.").told
      )
    }
  }

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let rosters = files.compactMap(RosterFile.init)
    if let roster = rosters.first {
      guard files.count == 1 else {
        throw Trouble(
          code: "several-rosters",
          Phrase(
            ja: "名簿は一度に一つだけ、ほかのファイルと一緒にせずに指定してください。",
            en: "A roster is projected by itself: name one at a time and no other file."))
      }
      return try await project(roster, on: console)
    }
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
    return try write(text, protecting: sessions.compactMap(\.input.identity), on: console)
  }

  /// Projects a city's roster.
  private func project(_ file: RosterFile, on console: Console) async throws(Trouble) -> ExitCode {
    let run = CityRun(console: console)
    var request = CityRequest()
    request.rules = city.rules
    request.only = city.only
    request.runs = runs ?? request.runs
    request.seed = seed
    request.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    request.horizons = horizons ?? request.horizons
    request.smallest = city.smallest ?? request.smallest
    guard
      let content = try run.read(
        file, RosterFile.Request(baseYear: city.baseYear, onBadLine: city.onBad))
    else { return .failure }
    let report = CityReport(try await run.simulate(content, request))
    let text =
      switch format {
      case .table: report.table(in: Tongue.current)
      case .csv: report.csv(in: Tongue.current)
      case .json: report.json()
      }
    return try write(text, protecting: [file.identity].compactMap { $0 }, on: console)
  }

  private func write(
    _ text: String, protecting inputs: [FileIdentity], on console: Console
  ) throws(Trouble) -> ExitCode {
    guard let output, output != "-" else {
      try console.write(text)
      return .success
    }
    let writer = OutputWriter(protecting: inputs, overwrites: force)
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    try writer.write(Array(text.utf8), to: output, seal: .attribute)
    try console.write(Phrase(ja: "\(output) に書きました。\n", en: "Wrote \(output).\n").told)
    return .success
  }
}
