import Diagnostics
import Layout
import Projection
import Workshop

/// What is to be drawn of one session: a sheet for each map and scenario, with the years wanted of it.
struct RenderPlan: Sendable {
  /// One map under one scenario.
  struct Sheet: Sendable {
    var map: TableMap
    var projection: MapProjection
    /// Which of the projection's states are drawn singly.
    var singles: [Int]
    /// The projection that the series shows; nil where there is none.
    var series: MapProjection?
    /// What was foreseen by chance rules, where they are asked for.
    var chance: ChanceForesight?
    /// The base case beside this scenario.
    var comparison: ScenarioComparison?
    /// The kinds of pictures drawn of it, in order.
    var kinds: [PictureKind]
  }

  var session: Session
  var request: RenderRequest
  var sheets: [Sheet]
  /// What is worth knowing about the choice.
  var notes: [Finding] = []

  /// - Throws: A finding for every map, scenario and year that was asked for and is not there.
  init(
    _ session: Session, file: String, _ request: RenderRequest, rules book: ChanceRuleBook? = nil
  ) throws(Trouble) {
    self.session = session
    self.request = request
    var findings: [Finding] = []
    func collect<T>(_ nothing: T, _ body: () throws(Trouble) -> T) -> T {
      do throws(Trouble) {
        return try body()
      } catch {
        findings += error.findings
        return nothing
      }
    }
    let maps = collect([]) { () throws(Trouble) in try Selection.maps(request.maps, of: session, file: file) }
    let chosen = collect([]) { () throws(Trouble) in
      try Selection.scenarios(request.scenarios, of: session, file: file)
    }
    let scenarios: [Scenario?] = Self.scenarios(chosen, request, of: session)
    if scenarios.isEmpty && request.scenarios.isEmpty { findings.append(Self.noScenario(file)) }
    sheets = []
    var bases: [String: ChanceForesight] = [:]
    request.chance?.expect(Self.answers(request, maps.count, scenarios))
    for map in maps {
      let named = collect([]) { () throws(Trouble) in
        try Selection.offsets(ofYears: request.years, on: map, file: file, notes: &notes)
      }
      let wanted = named + request.horizons
      for scenario in scenarios {
        let projector = Projector(map: map, sessionRules: session.rules, scenario: scenario)
        let own = projector.project()
        // Years that the file does not name are looked at as well; those it does name stay as they are.
        let isAmongOwn = Set(wanted).isSubset(of: own.states.map(\.horizon))
        let projection = isAmongOwn ? own : projector.project(horizons: map.horizons + wanted)
        let offsets = request.drawsAll ? own.states.map(\.horizon) + wanted : wanted
        let singles = projection.states.indices.filter { offsets.contains(projection.states[$0].horizon) }
        let all = projection.states.indices.filter {
          own.states.map(\.horizon).contains(projection.states[$0].horizon)
        }
        let kinds = request.kinds(inScenario: scenario != nil).filter { kind in
          scenario != nil || !request.scenarios.isEmpty || kind != .beside
        }
        var sheet = Sheet(
          map: map, projection: projection, singles: singles.isEmpty ? all : singles,
          series: kinds.contains(.series) ? own : nil, kinds: kinds)
        let horizons = sheet.singles.map { projection.states[$0].horizon }
        if let order = request.chance, let book {
          sheet.chance = order.foresee(
            map, book, scenario: scenario, horizons: horizons, emptying: kinds.contains(.vacantYear))
          if scenario == nil { bases[map.id] = sheet.chance }
        }
        if let scenario, kinds.contains(.beside) {
          let base = Projector(map: map, sessionRules: session.rules)
            .project(horizons: projection.states.map(\.horizon))
          sheet.comparison = ScenarioComparison(name: scenario.name, base: base, scenario: projection)
          if let order = request.chance, let book, let foresight = sheet.chance {
            let known =
              bases[map.id] ?? order.foresee(map, book, scenario: nil, horizons: horizons, emptying: false)
            bases[map.id] = known
            sheet.comparison?.chance = order.compare(
              map, book, scenario, base: known, foresight, horizons: horizons)
          }
        }
        sheets.append(sheet)
      }
    }
    if request.kinds == [.life], request.audience == .public { findings.append(Self.forTheTable) }
    let known = Set(sheets.flatMap(\.map.houses).map(\.id))
    for house in request.houses where !known.contains(house) && !sheets.isEmpty {
      findings.append(
        Selection.unknown(
          code: "unknown-house", house, Phrase(ja: "家", en: "house"),
          known: sheets.flatMap(\.map.houses).map(\.id), file: file))
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    if request.audience == .public { notes += request.groups.findings(sheets) }
  }

  /// How many times chances are asked for.
  private static func answers(_ request: RenderRequest, _ maps: Int, _ scenarios: [Scenario?]) -> Int {
    var answers = 0
    for scenario in scenarios {
      let kinds = request.kinds(inScenario: scenario != nil)
      answers += kinds.contains(.vacantYear) ? 2 : 1
      if scenario != nil && kinds.contains(.beside) { answers += 1 }
    }
    let comparesWithAnother = answers > scenarios.count && !scenarios.contains { $0 == nil }
    return maps * (answers + (comparesWithAnother ? 1 : 0))
  }

  /// The scenarios drawn, nil for the base case: those named; else the base case, and for a comparison all of the file.
  private static func scenarios(
    _ named: [Scenario], _ request: RenderRequest, of session: Session
  ) -> [Scenario?] {
    guard request.scenarios.isEmpty else { return named }
    guard request.kinds.contains(.beside) else { return [nil] }
    return (request.kinds == [.beside] ? [] : [nil]) + session.scenarios
  }

  /// Lines of life tell of single people.
  private static let forTheTable = Finding(
    .error, code: "for-the-table-only", at: nil,
    Phrase(
      ja: "家の年表（life）には一人ひとりのことが出るので、公開用には描けません。",
      en: "A house’s line of life tells of single people; it is not drawn for the public."),
    hint: Phrase(
      ja: "席にいた人だけで使うなら --audience table を付けてください。",
      en: "For those who sat at the table, add --audience table."))

  private static func noScenario(_ file: String) -> Finding {
    Finding(
      .error, code: "no-scenario", at: nil,
      Phrase(
        ja: "「\(file)」には、くらべるもしもの場合（scenarios）がありません。",
        en: "There is no scenario in ‘\(file)’ to be drawn beside the base case."),
      hint: Phrase(
        ja: "ファイルの scenarios: に、名前と変えることを書いてください。",
        en: "Write one under ‘scenarios:’, with its name and what changes."))
  }
}
