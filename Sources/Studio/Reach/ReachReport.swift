import Diagnostics
import Projection
import SessionFile
import Workshop

/// What it would take, for the maps of a session: the smallest sets of measures that keep the targets.
///
/// For the people who sat at the table: houses and people are named.
public struct ReachReport: Sendable {
  /// What to look for.
  public struct Request: Sendable, Hashable {
    /// The maps, by id; none for all that have targets.
    public var maps: [String]
    /// Targets that come in the place of the file's for the same figure.
    public var targets: [Target]
    /// A scenario that holds besides, by name.
    public var scenario: String?
    /// Years after the base year; nil for what the file says.
    public var horizons: [Int]?
    /// How many sets to name at most.
    public var limit: Int

    /// A request.
    public init(
      maps: [String] = [], targets: [Target] = [], scenario: String? = nil, horizons: [Int]? = nil,
      limit: Int = 10
    ) {
      self.maps = maps
      self.targets = targets
      self.scenario = scenario
      self.horizons = horizons
      self.limit = limit
    }
  }

  /// The file as the user named it.
  public let file: String
  /// The session's title.
  public let title: String
  /// The scenario that holds besides.
  public let scenario: String?
  /// What was found, map by map.
  public let maps: [Reach]

  /// Looks for the smallest sets.
  ///
  /// - Throws: Findings where a map or the scenario is not there, where there is nothing to keep or nothing that could be
  ///   done, and where too many measures hang together.
  public init(_ session: Session, file: String, _ request: Request) throws(Trouble) {
    let asked = try Selection.maps(request.maps, of: session, file: file)
    let scenario = try Selection.scenarios(request.scenario.map { [$0] } ?? [], of: session, file: file).first
    guard !session.measures.isEmpty else { throw Self.noMeasures(file) }
    var found: [Reach] = []
    for map in asked {
      let targets = Self.targets(of: map, instead: request.targets)
      guard !targets.isEmpty else { continue }
      do throws(Reach.Trouble) {
        found.append(
          try Reach(
            map: map, sessionRules: session.rules, scenario: scenario, measures: session.measures,
            targets: targets, horizons: request.horizons, limit: request.limit))
      } catch {
        switch error {
        case .entangled(let names): throw Self.entangled(names, on: map, file: file)
        }
      }
    }
    guard !found.isEmpty else { throw Self.noTargets(file) }
    self.file = file
    title = session.title
    self.scenario = scenario?.name
    maps = found
  }

  private static func targets(of map: TableMap, instead: [Target]) -> [Target] {
    let figures = Set(instead.map(\.figure))
    let all = map.targets.filter { !figures.contains($0.figure) } + instead
    return TargetFigure.allCases.flatMap { figure in all.filter { $0.figure == figure } }
  }

  private static func noMeasures(_ file: String) -> Trouble {
    Trouble(
      code: "no-measures",
      Phrase(ja: "「\(file)」に「できること」が一つも書かれていません。", en: "‘\(file)’ says nothing that could be done."),
      hint: Phrase(
        ja: "地図と同じ段に、たとえば「できること: {空き家に家族: {空き家ごと: 2030入居 ○35 △33 ○3}}」と書いてください。",
        en:
          "Write it beside maps, say measures: {a family: {each-vacant: moves-in 2030 ○35 △33 ○3}}."))
  }

  private static func noTargets(_ file: String) -> Trouble {
    Trouble(
      code: "no-targets",
      Phrase(ja: "「\(file)」の地図に「めあて」がありません。", en: "The maps of ‘\(file)’ have no targets."),
      hint: Phrase(
        ja: "--keep 住んでいる家=20 のように守りたい数を言うか、地図に「めあて: {住んでいる家: 20}」と書いてください。",
        en: "Say what to keep, as --keep lived-in=20, or write targets: {lived-in: 20} in the map."))
  }

  private static func entangled(_ names: [String], on map: TableMap, file: String) -> Trouble {
    let most = Reach.mostTogether
    let some = names.prefix(3)
    return Trouble(
      code: "entangled-measures",
      Phrase(
        ja:
          "地図 \(map.id) では、\(names.count) のできることが同じ家でつながっています（\(some.joined(separator: "、"))など）。試せるのは \(most) までです。",
        en:
          "On map \(map.id), \(names.count) measures hang together by the same houses (\(some.joined(separator: ", ")) and others); at most \(most) can be tried."
      ),
      hint: Phrase(
        ja: "何軒もの家にまたがるできることを、家ごとに分けて書いてください。",
        en: "Write a measure that touches many houses as one for each house."))
  }
}
