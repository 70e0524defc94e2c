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

  /// Finds the house that goes by `name` and foresees it.
  ///
  /// - Throws: A finding where there is no such house, map or scenario, or where there are several.
  public init(
    _ name: String, in session: Session, file: String, maps: [String] = [], scenario: String? = nil
  ) throws(Trouble) {
    found = try HouseFinder.find(name, in: session, maps: maps, file: file)
    let scenarios = try Selection.scenarios(scenario.map { [$0] } ?? [], of: session, file: file)
    projection = Projector(map: found.map, sessionRules: session.rules, scenario: scenarios.first).project()
    title = session.title
  }

  /// The dwellings to tell of.
  private var dwellings: [Dwelling] {
    found.house.dwellings.filter { found.dwellingID == nil || $0.id == found.dwellingID }
  }

  /// The story in words, with a line feed at its end.
  public func text(in language: Language) -> String {
    let words = StoryWords(house: found.house, language: language)
    var lines = [words.heading(found, scenario: projection.scenario)]
    if dwellings.isEmpty { lines += ["", words.emptyLot] }
    for dwelling in dwellings {
      if found.house.dwellings.count > 1 { lines += ["", words.unit(dwelling)] }
      lines += chapter(dwelling, words)
    }
    if let note = found.house.note { lines += ["", words.note(note)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func chapter(_ dwelling: Dwelling, _ words: StoryWords) -> [String] {
    var lines: [String] = []
    var events = projection.events.filter { $0.dwellingID == dwelling.id }[...]
    for state in projection.states {
      while let event = events.first, event.year <= state.year {
        lines.append(words.event(event))
        events.removeFirst()
      }
      guard let then = state.houses.flatMap(\.dwellings).first(where: { $0.id == dwelling.id }) else {
        continue
      }
      lines += ["", words.state(then, year: state.year)]
      if state.horizon == 0 { lines += words.away(dwelling) }
      lines += words.dependence(then)
    }
    return lines
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
                .array(state.houses.flatMap(\.dwellings).filter { ids.contains($0.id) }.map(\.json))
              ),
            ])
          })
      ),
      ("events", .array(projection.events.filter { ids.contains($0.dwellingID) }.map(\.json))),
    ]).text
  }
}
