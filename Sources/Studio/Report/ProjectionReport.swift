import Diagnostics
import Projection
import Workshop

/// Sessions projected side by side: their maps, the base case and scenarios, and everything added up.
public struct ProjectionReport: Sendable {
  /// What to look at.
  public struct Request: Sendable, Hashable {
    /// Years after the base year; nil for what the files say.
    public var horizons: [Int]?
    /// The maps, by id; none for all.
    public var maps: [String]
    /// Scenarios to put beside the base case, by name.
    public var scenarios: [String]

    /// A request.
    public init(horizons: [Int]? = nil, maps: [String] = [], scenarios: [String] = []) {
      self.horizons = horizons
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

  /// Projects sessions.
  ///
  /// - Throws: A finding for every map and scenario that was asked for and is not there.
  public init(_ sessions: [(name: String, session: Session)], _ request: Request = Request()) throws(Trouble)
  {
    var findings: [Finding] = []
    var files: [File] = []
    for (name, session) in sessions {
      do throws(Trouble) {
        let maps = try Selection.maps(request.maps, of: session, file: name)
        let scenarios = try Selection.scenarios(request.scenarios, of: session, file: name)
        let cases = ([nil] + scenarios.map(Optional.some)).map { scenario in
          let foreseen = maps.map { map in
            ForeseenMap(
              map: map,
              projection: Projector(map: map, sessionRules: session.rules, scenario: scenario)
                .project(horizons: request.horizons))
          }
          return Case(
            scenario: scenario?.name, maps: foreseen, total: foreseen.map(\.projection).addedUp())
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
}
