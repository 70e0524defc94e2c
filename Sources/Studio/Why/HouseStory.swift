import Diagnostics
import Projection
import Workshop

/// The story of a house: who is there at each horizon, who went, when, and by which rule or whose word.
///
/// For the people who sat at the table: names and ages are told.
public struct HouseStory: Sendable {
  /// The house.
  public let found: FoundHouse
  /// What becomes of its map.
  public let projection: MapProjection
  /// The session's title.
  public let title: String
  private let lines: [Phrase]
  /// Whether a rule says until when people drive, on any map of the session: as in ``ProjectionReport/tellsDriving``.
  private let tellsDriving: Bool

  /// Finds the house that goes by `name` and foresees it.
  ///
  /// - Throws: A finding where there is no such house, map or scenario, or where there are several.
  public init(
    _ name: String, in session: Session, file: String, maps: [String] = [], scenario: String? = nil
  ) throws(Trouble) {
    found = try HouseFinder.find(name, in: session, maps: maps, file: file)
    let scenarios = try Selection.scenarios(scenario.map { [$0] } ?? [], of: session, file: file)
    let projector = Projector(map: found.map, sessionRules: session.rules, scenario: scenarios.first)
    projection = projector.project()
    lines = projector.story(of: found.dwellingID ?? found.house.id) ?? []
    title = session.title
    tellsDriving = session.maps.contains { map in
      ([nil] + scenarios.map(Optional.some)).contains { scenario in
        Projector(map: map, sessionRules: session.rules, scenario: scenario).rules.drivesUntil != .off
      }
    }
  }

  /// The story in words, with a line feed at its end.
  public func text(in language: Language) -> String {
    let name = found.house.name.map { Phrase(ja: "（\($0)）", en: " (\($0))")(in: language) } ?? ""
    var heading = Phrase(
      ja: "地図 \(found.map.id)「\(found.map.title)」の \(found.house.id)\(name)",
      en: "House \(found.house.id)\(name) on map \(found.map.id), \(found.map.title)")(in: language)
    if let scenario = projection.scenario {
      heading += Phrase(ja: "（もしも「\(scenario)」）", en: " (scenario ‘\(scenario)’)")(in: language)
    }
    var text = [heading, ""] + lines.map { $0(in: language) }
    if let note = found.house.note {
      text += ["", Phrase(ja: "メモ: \(note)", en: "Note: \(note)")(in: language)]
    }
    return text.joined(separator: "\n") + "\n"
  }

  /// The dwellings to tell of.
  private var dwellings: [Dwelling] {
    found.house.dwellings.filter { found.dwellingID == nil || $0.id == found.dwellingID }
  }

  /// The same for programs: the house at each horizon, and everything that happens to it.
  public var json: String {
    let ids = Set(dwellings.map(\.id))
    return JSONText.object([
      ("format", .string("tenken-why-1")), ("title", .string(title)), ("map", .string(found.map.id)),
      ("house", .string(found.house.id)), ("scenario", .optional(projection.scenario)),
      ("baseYear", .int(projection.baseYear)),
      (
        "states",
        .array(
          projection.states.map { state in
            .object([
              ("horizon", .int(state.horizon)), ("year", .int(state.year)),
              (
                "dwellings",
                .array(
                  state.houses.flatMap(\.dwellings).filter { ids.contains($0.id) }.map {
                    $0.json(tellsDriving: tellsDriving)
                  })
              ),
            ])
          })
      ),
      ("events", .array(projection.events.filter { ids.contains($0.dwellingID) }.map(\.json))),
    ]).text
  }
}
