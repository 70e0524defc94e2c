import CairoBackend
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
    _ session: Session, file: String, _ request: RenderRequest, resources: ResourceFolder? = nil
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
    let scenarios: [Scenario?] = request.scenarios.isEmpty ? [nil] : chosen
    sheets = []
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
        var sheet = Sheet(
          map: map, projection: projection, singles: singles, series: request.drawsSeries ? own : nil,
          kinds: [])
        if let order = request.chance {
          sheet.kinds = order.kinds(request)
          sheet.chance = try order.foresee(
            map, session, scenario: scenario, horizons: singles.map { projection.states[$0].horizon },
            resources: resources)
        } else {
          // Nothing to lay out, no desk needed for it.
          sheet.kinds = (singles.isEmpty ? [] : [.map]) + (sheet.series == nil ? [] : [.series])
        }
        sheets.append(sheet)
      }
    }
    guard findings.isEmpty else { throw Trouble(findings) }
  }
}
