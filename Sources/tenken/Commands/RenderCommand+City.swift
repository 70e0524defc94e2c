import ArgumentParser
import Diagnostics
import Studio

extension RenderCommand {
  /// Foresees a city from its roster and draws its charts.
  func draw(_ roster: RosterFile, on console: Console) async throws(Trouble) -> ExitCode {
    try refuseForRosters()
    let run = CityRun(console: console)
    guard let content = try run.read(roster, city.reading) else { return .failure }
    var request = city.request
    request.runs = runs ?? request.runs
    request.seed = seed ?? 1
    request.threads = jobs ?? Values.processors
    let told = try years(from: content.roster.baseYear, in: roster.name) ?? request.horizons
    request.horizons = CityDrawing.horizons(told: told)
    let record = try await run.simulate(content, request)
    return try draw(
      record, named: roster.path, told: told, protecting: [roster.identity].compactMap { $0 }, on: console)
  }

  /// Draws the charts of a city whose runs were saved as parts.
  func draw(_ record: CityRecord, named name: String, on console: Console) throws(Trouble) -> ExitCode {
    try refuseForRosters()
    let told = try years(from: record.simulation.question.baseYear, in: name)
    return try draw(
      record, named: name, told: told, protecting: files.compactMap { FileIdentity(path: $0) }, on: console)
  }

  private func draw(
    _ record: CityRecord, named name: String, told: [Int]?, protecting inputs: [FileIdentity],
    on console: Console
  ) throws(Trouble) -> ExitCode {
    var drawing = CityDrawing(language: Tongue.current, destination: Destination(output))
    drawing.kinds = kind ?? []
    drawing.districts = district
    drawing.title = title
    drawing.told = told
    drawing.paper = paper == .a3 ? .a3 : .a4
    if case .file(_, let ending) = drawing.destination {
      drawing.formats = [ending]
    } else if let format {
      drawing.formats = format
    }
    drawing.dpi = dpi
    drawing.jobs = jobs ?? Publishing.usualJobs
    drawing.overwrites = force
    drawing.progress = progress(on: console)
    let published = try drawing.publish(record, of: name, protecting: inputs)
    console.tell(published.findings)
    if let summary = published.summary { try console.write(summary.told + "\n") }
    return .success
  }

  /// The years after the base year that were named; nil where none was.
  private func years(from baseYear: Int, in name: String) throws(Trouble) -> [Int]? {
    let named = try RosterYears.after(baseYear, years: year, in: name)
    let years = Set(horizon + named).filter { $0 > 0 }
    return years.isEmpty ? nil : years.sorted()
  }

  /// Options that say nothing to a roster are refused, not passed over.
  private func refuseForRosters() throws(Trouble) {
    let own = [
      ("--map", !map.isEmpty), ("--series", series), ("--layout", layout != nil),
      ("--scenario", !scenario.isEmpty), ("--house", !house.isEmpty),
      ("--audience table", audience == .table),
      ("--keep-small-groups", keepsSmallGroups),
    ]
    if let misuse = Trouble.optionsOfSessions(own) { throw misuse }
    guard let kind, !kind.isSubset(of: PictureKind.ofRosters) else { return }
    throw Trouble(
      code: "sessions-only",
      Phrase(
        ja: "名簿から描ける絵は fan、pyramid、districts です。",
        en: "The pictures of a roster are fan, pyramid and districts."), isMisuse: true)
  }
}

/// Calendar years that were named for a roster.
enum RosterYears {
  /// As years after the base year.
  static func after(_ baseYear: Int, years: [Int], in name: String) throws(Trouble) -> [Int] {
    if let year = years.first(where: { !(baseYear + 1...baseYear + 100).contains($0) }) {
      throw Trouble(
        code: "year-out-of-range",
        Phrase(
          ja: "「\(name)」は \(baseYear)年の名簿で、\(year)年の見込みは出せません（\(baseYear + 1)〜\(baseYear + 100)年）。",
          en:
            "‘\(name)’ is a roster of \(baseYear); nothing can be foreseen for \(year) (\(baseYear + 1)–\(baseYear + 100))."
        ))
    }
    return years.map { $0 - baseYear }
  }
}
