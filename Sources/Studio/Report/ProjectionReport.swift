import Diagnostics
import Projection
import Workshop

/// Sessions projected side by side: their maps, the base case and scenarios, and everything added up.
public struct ProjectionReport: Sendable {
  /// What to look at.
  public struct Request: Sendable, Hashable {
    /// Years after the base year; nil for what the files say.
    public var horizons: [Int]?
    /// Calendar years, beside the horizons; where only they are named, they stand in the place of what the files say.
    public var years: [Int]
    /// The maps, by id; none for all.
    public var maps: [String]
    /// Scenarios to put beside the base case, by name.
    public var scenarios: [String]

    /// A request.
    public init(
      horizons: [Int]? = nil, years: [Int] = [], maps: [String] = [], scenarios: [String] = []
    ) {
      self.horizons = horizons
      self.years = years
      self.maps = maps
      self.scenarios = scenarios
    }
  }

  /// One map foreseen.
  public struct ForeseenMap: Sendable {
    /// The sheet.
    public var map: TableMap
    /// What becomes of it.
    public var projection: MapProjection
  }

  /// The base case, or one scenario.
  public struct Case: Sendable {
    /// The scenario; nil for the base case.
    public var scenario: String?
    /// The maps in the order of the file.
    public var maps: [ForeseenMap]
    /// All maps added up, by horizon.
    public var total: [SessionThen]
    /// By how much each map differs from the base case, in the order of ``maps``; none in the base case.
    public var differences: [MapDifference] = []
    /// The differences of all maps added up, by horizon; none in the base case.
    public var totalDifference: [SessionThen] = []
  }

  /// One session file.
  public struct File: Sendable {
    /// As the user named it.
    public var name: String
    /// What it records.
    public var session: Session
    /// The base case first, then the scenarios in the order asked for.
    public var cases: [Case]
  }

  /// The files in the order they were named.
  public var files: [File]
  /// The base case of all files added up, by horizon.
  public var total: [SessionThen]
  /// What is worth knowing about the choice of years.
  public var notes: [Finding] = []

  /// Whether a rule says until when people drive, on one map at least, in the base case or in a scenario: then all are counted
  /// by who can, so that there is something to compare.
  public var tellsDriving: Bool {
    files.contains { file in
      file.cases.contains { $0.maps.contains { $0.projection.rules.drivesUntil != .off } }
    }
  }

  /// The figures that are told.
  var kinds: [FigureKind] { FigureKind.told(driving: tellsDriving) }

  /// Projects sessions.
  ///
  /// - Parameter comparing: Whether the differences of scenarios to the base case are worked out.
  /// - Throws: A finding for every map, scenario and year that was asked for and is not there.
  public init(
    _ sessions: [(name: String, session: Session)], _ request: Request = Request(), comparing: Bool = true
  ) throws(Trouble) {
    var findings: [Finding] = []
    var files: [File] = []
    let tellsDriving = sessions.contains { $0.session.mayTellDriving }
    for (name, session) in sessions {
      do throws(Trouble) {
        let maps = try Selection.maps(request.maps, of: session, file: name)
        let scenarios = try Selection.scenarios(request.scenarios, of: session, file: name)
        let horizons = try Self.horizons(request, of: maps, file: name, notes: &notes)
        let cases = ([nil] + scenarios.map(Optional.some)).map { scenario in
          func projector(_ map: TableMap, _ scenario: Scenario?) -> Projector {
            Projector(map: map, sessionRules: session.rules, scenario: scenario)
          }
          let foreseen = zip(maps, horizons).map { map, horizons in
            ForeseenMap(map: map, projection: projector(map, scenario).project(horizons: horizons))
          }
          var item = Case(
            scenario: scenario?.name, maps: foreseen, total: foreseen.map(\.projection).addedUp())
          if comparing, scenario != nil {
            item.differences = zip(maps, horizons).map { map, horizons in
              projector(map, scenario).difference(
                to: projector(map, nil), horizons: horizons, tellsDriving: tellsDriving)
            }
            item.totalDifference = item.differences.addedUp()
          }
          return item
        }
        files.append(File(name: name, session: session, cases: cases))
      } catch {
        findings += error.findings
      }
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    self.files = files
    total = files.flatMap { $0.cases.first?.maps ?? [] }.map(\.projection).addedUp()
  }

  /// The years after its base year at which to look at each map; nil for what the file says.
  private static func horizons(
    _ request: Request, of maps: [TableMap], file: String, notes: inout [Finding]
  ) throws(Trouble) -> [[Int]?] {
    guard !request.years.isEmpty else { return maps.map { _ in request.horizons } }
    var horizons: [[Int]?] = []
    var findings: [Finding] = []
    for map in maps {
      do throws(Trouble) {
        let offsets = try Selection.offsets(ofYears: request.years, on: map, file: file, notes: &notes)
        horizons.append((offsets.filter { $0 > 0 } + (request.horizons ?? [])).sorted())
      } catch {
        findings += error.findings
      }
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    return horizons
  }
}

extension Session {
  /// Whether it sets anywhere until when people drive.
  fileprivate var mayTellDriving: Bool {
    ([rules] + maps.map(\.rules) + scenarios.map(\.rules)).contains { $0.drivesUntil?.years != nil }
  }
}
