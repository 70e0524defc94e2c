import ArgumentParser
import City
import Diagnostics
import Studio

struct ProjectCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.project.configuration }

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case table
    case csv
    case json
  }

  @Option(help: Guides.projectFormat.help) var format: Form?
  @Option(help: Guides.horizons.help, transform: Values.horizons) var horizons: [Int]?
  @Option(help: Guides.yearCounted.help, transform: Values.year) var year: [Int] = []
  @Option(help: Guides.map.help) var map: [String] = []
  @Option(help: Guides.scenarioCompared.help) var scenario: [String] = []
  @Flag(help: Guides.chanceCounted.help) var chance = false
  @Option(help: Guides.runsCounted.help, transform: Values.runs) var runs: UInt32?
  @Option(parsing: .unconditional, help: Guides.seed.help, transform: Values.seed) var seed: UInt64?
  @Option(help: Guides.threads.help, transform: Values.threads) var threads: Int?
  @Option(help: Guides.shard.help, transform: Values.shard) var shard: ChanceRun.Shard?
  @Flag(help: Guides.houses.help) var houses = false
  @Option(name: .outputNames, help: Guides.projectOutput.help, completion: .file()) var output: String?
  @Flag(help: Guides.force.help) var force = false
  @Argument(help: Guides.files.help, completion: .file(extensions: ["yaml", "yml", "csv", "tsv"])) var files:
    [String]
  @OptionGroup var city: CityOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    func misuse(_ ja: String, _ en: String) -> ValidationError {
      ValidationError(Phrase(ja: ja, en: en).told)
    }
    if houses, !chance, format != .json {
      throw misuse(
        "--houses は --format json か --chance と一緒に使ってください。",
        "--houses goes with --format json or with --chance.")
    }
    let given = [
      ("--runs", runs != nil), ("--seed", seed != nil), ("--threads", threads != nil),
      ("--shard", shard != nil),
    ]
    // What comes in by the standard input is known only when it is read.
    let isRoster = files.contains { $0 == "-" || RosterFile($0) != nil }
    // Rosters are projected by chance anyway.
    if !chance, !isRoster, let name = given.first(where: \.1)?.0 {
      throw misuse("\(name) は --chance と一緒に使ってください。", "\(name) goes with --chance only.")
    }
    if shard != nil, format != nil || houses {
      throw misuse(
        "--shard は途中の結果を書き出します。--format と --houses は tenken merge で選んでください。",
        "--shard writes a part of the result; choose --format and --houses with ‘tenken merge’.")
    }
  }

  private var request: ProjectionReport.Request {
    ProjectionReport.Request(horizons: horizons, years: year, maps: map, scenarios: scenario)
  }

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let given = try GivenFiles(files, isRoster: city.isGiven)
    if let roster = try given.roster { return try await project(roster, on: console) }
    try city.refuse(forSessions: files)
    if !chance, runs != nil || seed != nil || threads != nil || shard != nil {
      throw Trouble(
        code: "needs-chance",
        Phrase(
          ja: "--runs、--seed、--threads、--shard は --chance と一緒に使ってください。",
          en: "--runs, --seed, --threads and --shard go with --chance only."))
    }
    guard let sessions = console.check(files, after: given.beginning) else { return .failure }
    let bytes =
      chance
      ? try await chances(of: sessions, console) : Array(try expectation(of: sessions, console).utf8)
    return try console.deliver(
      bytes, to: output, protecting: sessions.compactMap(\.input.identity), overwrites: force)
  }

  /// By the workshop's rules.
  private func expectation(of sessions: [CheckedSession], _ console: Console) throws(Trouble) -> String {
    let report = try ProjectionReport(
      sessions.map { (name: $0.input.name, session: $0.session) }, request)
    console.tell(report.notes)
    return switch format ?? .table {
    case .table: report.table(in: Tongue.current)
    case .csv: report.csv(in: Tongue.current)
    case .json: report.json(houses: houses)
    }
  }

  /// Projects a city's roster.
  private func project(_ file: RosterFile, on console: Console) async throws(Trouble) -> ExitCode {
    let own = [("--map", !map.isEmpty), ("--scenario", !scenario.isEmpty), ("--houses", houses)]
    if let misuse = Trouble.optionsOfSessions(own) { throw misuse }
    if chance && city.rules == .workshop {
      throw Trouble(
        code: "chance-or-workshop",
        Phrase(
          ja: "--chance と --rules workshop は、どちらかだけにしてください。",
          en: "--chance and --rules workshop cannot both hold."), isMisuse: true)
    }
    let drawn = [("--runs", runs != nil), ("--seed", seed != nil), ("--shard", shard != nil)]
    if city.rules == .workshop, let name = drawn.first(where: \.1)?.0 {
      throw Trouble(
        code: "nothing-by-chance",
        Phrase(
          ja: "--rules workshop では、確率で決まることがなく、一度で計算が済むので、\(name) は使えません。",
          en: "With --rules workshop nothing is left to chance and no runs are made; leave out \(name)."),
        isMisuse: true)
    }
    let run = CityRun(console: console)
    var request = city.request
    request.runs = runs ?? request.runs
    request.seed = seed ?? 1
    request.threads = threads ?? Values.processors
    request.shard = shard
    guard let content = try run.read(file, city.reading) else { return .failure }
    let named = try RosterYears.after(content.roster.baseYear, years: year, in: file.name)
    if horizons != nil || !named.isEmpty { request.horizons = (horizons ?? []) + named }
    let bytes: [UInt8]
    if let shard {
      bytes = try CityPart.bytes(of: try await run.simulate(content, request), shard: shard)
    } else {
      bytes = Array((format ?? .table).text(of: try await run.report(content, request)).utf8)
    }
    return try console.deliver(
      bytes, to: output, protecting: [file.identity].compactMap { $0 }, overwrites: force)
  }

  /// By chance.
  private func chances(of sessions: [CheckedSession], _ console: Console) async throws(Trouble) -> [UInt8] {
    let order = ChanceRun.Request(
      report: request, runs: runs ?? 10_000, seed: seed ?? 1, threads: threads ?? Values.processors,
      shard: shard)
    let run = try await console.watching { progress async throws(Trouble) in
      try await ChanceRun(sessions, order, progress: progress)
    }
    console.tell(run.notes)
    if let shard { return try PartFile.bytes(of: run.record, shard: shard) }
    return Array((format ?? .table).text(of: ChanceReport(run.record), houses: houses).utf8)
  }
}

extension ProjectCommand.Form {
  /// A report on a city in this form.
  func text(of report: CityReport) -> String {
    switch self {
    case .table: report.table(in: Tongue.current)
    case .csv: report.csv(in: Tongue.current)
    case .json: report.json()
    }
  }

  /// A report on chances in this form.
  func text(of report: ChanceReport, houses: Bool) -> String {
    switch self {
    case .table: report.table(in: Tongue.current, houses: houses)
    case .csv: report.csv(in: Tongue.current, houses: houses)
    case .json: report.json(houses: houses)
    }
  }
}

extension Console {
  /// Writes a result to a file, or to the standard output where none is named.
  func deliver(
    _ bytes: [UInt8], to output: String?, protecting inputs: [FileIdentity], overwrites: Bool
  ) throws(Trouble) -> ExitCode {
    guard let output, output != "-" else {
      try StandardStream.write(bytes)
      return .success
    }
    let writer = OutputWriter(protecting: inputs, overwrites: overwrites)
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    try writer.write(bytes, to: output, seal: .attribute)
    try write(Phrase(ja: "\(output) に書きました。\n", en: "Wrote \(output).\n").told)
    return .success
  }
}
