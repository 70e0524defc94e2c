import ArgumentParser
import Diagnostics
import Studio

struct RenderCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.render.configuration }

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case twoByTwo = "2x2"
    case fourByOne = "4x1"
  }

  enum Sheet: String, ExpressibleByArgument, CaseIterable {
    case a4
    case a3
  }

  enum Viewer: String, ExpressibleByArgument, CaseIterable {
    case `public`
    case table
  }

  @Option(help: Guides.map.help) var map: [String] = []
  @Option(help: Guides.year.help, transform: Values.year) var year: [Int] = []
  @Option(help: Guides.horizon.help, transform: Values.horizon) var horizon: [Int] = []
  @Flag(help: Guides.series.help) var series = false
  @Flag(help: Guides.everything.help) var all = false
  @Option(help: Guides.layout.help) var layout: Form?
  @Option(help: Guides.paper.help) var paper: Sheet?
  @Option(help: Guides.format.help, completion: Values.formatNames, transform: Values.formats) var format:
    Set<OutputFormat>?
  @Option(help: Guides.dpi.help, transform: Values.dpi) var dpi = 150.0
  @Option(help: Guides.audience.help) var audience = Viewer.public
  @Option(help: Guides.scenarioRepeated.help) var scenario: [String] = []
  @Flag(help: Guides.chance.help) var chance = false
  @Option(help: Guides.kind.help, completion: Values.kindNames, transform: Values.kinds) var kind:
    Set<PictureKind>?
  @Option(help: Guides.house.help) var house: [String] = []
  @Option(help: Guides.runs.help, transform: Values.runs) var runs: UInt32?
  @Option(parsing: .unconditional, help: Guides.seed.help, transform: Values.seed) var seed: UInt64?
  @Option(name: .outputNames, help: Guides.output.help, completion: .file()) var output: String?
  @Option(name: .customLong("allow"), help: Guides.allowWord.help) var allowed: [String] = []
  @Flag(name: .customLong("keep-small-groups"), help: Guides.keepSmallGroups.help) var keepsSmallGroups =
    false
  @Flag(help: Guides.force.help) var force = false
  @Option(help: Guides.jobs.help, transform: Values.jobs) var jobs: Int?
  @Argument(help: Guides.files.help, completion: .file(extensions: ["yaml", "yml", "csv", "tsv"])) var files:
    [String]
  @Option(help: Guides.district.help) var district: [String] = []
  @Option(help: Guides.cityTitle.help) var title: String?
  @OptionGroup var city: CityOptions
  @OptionGroup var common: CommonOptions

  private var destination: Destination { Destination(output) }

  func validate() throws {
    func misuse(_ ja: String, _ en: String) -> ValidationError {
      ValidationError(Phrase(ja: ja, en: en).told)
    }
    if let output, let kind = Destination.otherKind(of: output) {
      throw misuse(
        "「\(kind)」のファイルは作れません。--output には .pdf、.svg、.png で終わる名前か、フォルダーの名前を書いてください。",
        "No '\(kind)' files are made. Give --output a name that ends in .pdf, .svg or .png, or the name of a folder."
      )
    }
    if files.contains("-"), output == nil {
      throw misuse(
        "標準入力から読むときは、置き場所を --output で指定してください。",
        "When reading the standard input, say with --output where to put things.")
    }
    if files.count > 1, destination.isSingle, !files.allSatisfy({ CityPart.isPart($0) }) {
      throw misuse(
        "ファイルがいくつもあるときは、--output にフォルダーを指定してください。", "With several files, --output has to be a folder.")
    }
    if case .standardOutput = destination, format?.count != 1 {
      throw misuse(
        "標準出力に出すときは、--format で種類を 1つ選んでください。",
        "For the standard output choose one kind of file with --format.")
    }
    if case .file(let name, let ending) = destination, let format, format != [ending] {
      throw misuse("「\(name)」という名前は --format に合いません。", "The name '\(name)' does not fit --format.")
    }
  }

  /// Pictures that the workshop's rules do not know.
  private var needsChance: Bool {
    !(kind ?? []).isDisjoint(with: [.vacantYear, .fan, .pyramid, .life])
  }

  private func request(_ watch: RunWatch?) -> RenderRequest {
    let formats: Set<OutputFormat> =
      if case .file(_, let ending) = destination { [ending] } else { format ?? Set(OutputFormat.allCases) }
    var request = RenderRequest(
      maps: map, years: year, horizons: horizon, series: series, everything: all,
      form: layout == .fourByOne ? .a3FourByOne : .a4TwoByTwo,
      paper: paper.map { $0 == .a3 ? .a3 : .a4 }, formats: formats, dpi: dpi,
      audience: audience == .table ? .table : .public, scenarios: scenario,
      isSingleFile: destination.isSingle,
      kinds: kind ?? [], houses: house,
      chance: chance || needsChance
        ? ChanceOrder(runs: runs ?? 10_000, seed: seed ?? 1, progress: watch?.progress) : nil)
    request.allowed = allowed
    request.groups = keepsSmallGroups ? .kept : .coarsened
    return request
  }

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let given = try GivenFiles(files, isRoster: city.isGiven || !district.isEmpty || title != nil)
    if files.allSatisfy({ CityPart.isPart($0) }) {
      return try draw(try CityPart.merge(files), named: files[0], on: console)
    }
    if let roster = try given.roster { return try await draw(roster, on: console) }
    try city.refuse(
      forSessions: files, and: [("--district", !district.isEmpty), ("--title", title != nil)])
    if let kind, !kind.isSubset(of: PictureKind.ofSessions) { throw Self.rostersOnly }
    let ofRuns = [("--runs", runs != nil), ("--seed", seed != nil)]
    if !chance, !needsChance, let name = ofRuns.first(where: \.1)?.0 {
      throw Trouble(
        code: "needs-chance",
        Phrase(
          ja: "\(name) は --chance か、確率の絵（--kind vacant-year、fan、pyramid、life）と一緒に使ってください。",
          en:
            "\(name) goes with --chance, or with a picture of chance (--kind vacant-year, fan, pyramid, life)."
        ),
        isMisuse: true)
    }
    let jobs = jobs ?? Publishing.usualJobs
    let ahead = DeskAhead(jobs: jobs)
    defer { ahead?.finish() }
    let files = console.eachOnce(files)
    let results = files.map { Checking.check($0, after: given.beginning) }
    for result in results { console.tell(result) }
    let sessions = results.compactMap(\.checked)
    let watch = chance || needsChance ? RunWatch(console) : nil
    defer { watch?.end() }
    let drawn = progress(on: console)
    let publishing = Publishing(
      request: request(watch), destination: destination, overwrites: force, jobs: jobs,
      ahead: ahead,
      progress: { done, count in
        watch?.end()
        drawn(done, count)
      })
    let published = sessions.isEmpty ? [] : try publishing.publish(sessions, named: files)
    for one in published {
      console.tell(one.findings, source: one.source)
      if let summary = one.summary { try console.write(summary.told + "\n") }
    }
    for result in results where result.hasErrors && result.isRead {
      let found = FindingPrinter.summary(of: result.findings)
      console.tell(
        Phrase(
          ja: "\(result.name): \(found.ja)。エラーがなくなるまで地図は描きません。\n",
          en: "\(result.name): \(found.en). No maps are drawn until the errors are gone.\n"
        ).told)
    }
    let isBad = results.contains(where: \.hasErrors) || published.contains(where: \.hasErrors)
    return isBad ? .failure : .success
  }

  /// Tells on a terminal how many files are drawn.
  func progress(on console: Console) -> @Sendable (_ done: Int, _ of: Int) -> Void {
    let isTold = console.errorIsTerminal
    return { done, count in
      guard isTold, count > 1 else { return }
      let words = Phrase(ja: "描いています \(done)/\(count)", en: "Drawing \(done)/\(count)").told
      console.tell(done == count ? "\r\u{1B}[K" : "\r\(words)")
    }
  }

  private static let rostersOnly = Trouble(
    code: "rosters-only",
    Phrase(
      ja: "--kind districts は名簿（CSV）にだけ使えます。", en: "--kind districts is for rosters (CSV) only."),
    isMisuse: true)
}
