import Diagnostics

@testable import SessionFile

/// A session file with something behind every key of the format, made from the schema that the format's own tables
/// make. What is not declared public here counts as private: a new field is planted and looked for by itself.
struct PlantedSession {
  /// The file.
  private(set) var yaml = ""
  /// What nobody outside the room may read, by table and key.
  private(set) var secrets: [(field: String, marker: String)] = []
  /// What no newsletter prints, though it is no secret of anybody's.
  private(set) var unprinted: [(field: String, marker: String)] = []

  /// Written to be read by everybody; `*` is every key of a table.
  private static let isPublic: Set<String> = [
    "session.title", "session.time", "session.venue", "session.programme", "session.volume", "session.agenda",
    "session.ways-to-meet", "map.id", "map.title", "map.subtitle", "map.findings", "map.actions", "road.*",
    "watercourse.*", "area.*", "landmark.*", "greeting.*", "section.*", "talk.*", "contact.*", "persona.*",
    "personaWork.*", "personaFamily.*", "personaCharacter.*", "personaRhythm.*", "personaInterests.*",
    "personaInternet.*", "vote.*", "voteEntry.*", "colourRanking.*", "tally.*", "question.*",
    "participants.*",
  ]
  /// For the room: on the timetable sheet, and as the name of a what-if.
  private static let isUnprinted: Set<String> = [
    "timetableItem.title", "timetableItem.content", "timetableStep.title", "session.scenarios",
    "session.measures",
  ]

  private static let signs = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")
  private var count = 0
  private var year = 2030

  init() throws {
    guard case .object(let members) = SessionSchema.json, case .object(let tables)? = member(members, "$defs")
    else { return }
    definitions = tables
    guard case .object(let root)? = member(members, "properties") else { return }
    let value = table("session", properties: root)
    yaml = value.text
  }

  private var definitions: [(String, JSONText)] = []

  private func member(_ members: [(String, JSONText)], _ name: String) -> JSONText? {
    members.first { $0.0 == name }?.1
  }

  private static func isListed(_ field: String, in list: Set<String>) -> Bool {
    list.contains(field) || list.contains(field.prefix { $0 != "." } + ".*")
  }

  /// A word that stands nowhere else.
  private mutating func marker(_ field: String) -> String {
    let base = Self.signs.count
    let word =
      "\(Self.signs[count / base / base % base])\(Self.signs[count / base % base])\(Self.signs[count % base])"
    count += 1
    if Self.isListed(field, in: Self.isPublic) { return "公開" + word }
    let secret = "秘匿" + word
    if Self.isListed(field, in: Self.isUnprinted) {
      unprinted.append((field, secret))
    } else {
      secrets.append((field, secret))
    }
    return secret
  }

  /// A year that stands on no sheet.
  private mutating func secretYear(_ field: String) -> String {
    repeat { year += 1 } while [2033, 2043, 2053].contains(year)
    secrets.append((field, String(year)))
    return String(year)
  }

  private mutating func table(_ name: String, leavingOut: Set<String> = []) -> JSONText {
    guard let definition = member(definitions, name), let properties = Self.properties(of: definition) else {
      return .null
    }
    return table(name, properties: properties, leavingOut: leavingOut)
  }

  /// The properties of a table, which may stand beside a shorthand.
  private static func properties(of definition: JSONText) -> [(String, JSONText)]? {
    guard case .object(let members) = definition else { return nil }
    if case .object(let properties)? = members.first(where: { $0.0 == "properties" })?.1 { return properties }
    for name in ["allOf", "anyOf"] {
      guard case .array(let choices)? = members.first(where: { $0.0 == name })?.1 else { continue }
      if let found = choices.lazy.compactMap(properties).first { return found }
    }
    return nil
  }

  /// Every key of a table by its English name: those follow each other with their Japanese names between them, which
  /// mean the same.
  private mutating func table(
    _ name: String, properties: [(String, JSONText)], leavingOut: Set<String> = []
  ) -> JSONText {
    var entries: [(String, JSONText)] = []
    for (key, schema) in properties
    where key.allSatisfy(\.isASCII) && key == key.lowercased() && !leavingOut.contains(key) {
      if let value = value(of: schema, name, key) { entries.append((key, value)) }
    }
    return .object(entries)
  }

  // MARK: - Values

  private mutating func value(of schema: JSONText, _ table: String, _ key: String) -> JSONText? {
    let field = "\(table).\(key)"
    if let known = fixed(field) { return known == .null ? nil : known }
    return general(schema, field)
  }

  /// What the schema alone does not tell: places, years that belong together, houses of every kind.
  private mutating func fixed(_ field: String) -> JSONText? {
    switch field {
    case "session.tenken": return .int(1)
    case "session.date": return .string("2023-02-07")
    case "session.language": return .string("ja")
    case "session.base-year", "map.base-year": return .int(2023)
    case "session.horizons", "map.horizons": return .array([.int(10), .int(20), .int(30)])
    case "session.rules", "map.rules", "map.along", "map.sheet", "map.north", "scenario.rules": return .null
    case "greeting.portrait", "voteEntry.picture", "persona.portrait": return .null
    case "road.points", "watercourse.points":
      return .array([.array([.int(0), .int(60)]), .array([.int(180), .int(60)])])
    case "area.points":
      return .array([(10, 10), (40, 10), (40, 30)].map { .array([.int($0.0), .int($0.1)]) })
    case "landmark.at": return .array([.int(90), .int(20)])
    case "house.at": return .null
    case "contact.url": return .string("https://www.example.jp/")
    case "map.houses": return houses()
    case "house.people", "unit.people", "dwellingPlan.people": return residents()
    case "house.kind", "house.state", "house.units": return .null
    case "unit.state", "house.rented", "unit.rented", "resident.relation", "resident.plans": return .null
    case "house.plans", "unit.plans": return .object([("demolished", .int(Int(secretYear(field)) ?? 0))])
    case "resident.age": return .int(73)
    case "resident.born":
      secrets.append((field, "1947"))
      return .int(1947)
    case "resident.band": return .string("70代")
    case "timetable.runs": return .string("9:00")
    case "session.scenarios", "session.measures":
      let people = JSONText.object([("e1.1", .string(secretYear("scenario.people") + "他出"))])
      let moves = JSONText.object([
        ("moves-in", .int(Int(secretYear("scenario.houses")) ?? 0)), ("people", residents()),
      ])
      return .object([
        (marker(field), .object([("people", people), ("houses", .object([("e2", moves)]))]))
      ])
    case "map.targets": return .null
    case "participants.total": return .int(30)
    default: return nil
    }
  }

  private mutating func general(_ schema: JSONText, _ field: String) -> JSONText? {
    guard case .object(let members) = schema else { return nil }
    if case .string(let reference)? = member(members, "$ref") {
      return table(String(reference.dropFirst("#/$defs/".count)))
    }
    if case .array(let choices)? = member(members, "anyOf") {
      // Tables before lists before words: the longest form has the most fields.
      let ranked = choices.enumerated().sorted {
        (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
      }
      return ranked.lazy.map(\.element).first { self.rank($0) < 9 }.flatMap { general($0, field) }
    }
    if case .object(var element)? = member(members, "additionalProperties") {
      // A table, or nothing behind the name.
      if case .array(let choices)? = member(element, "anyOf"), case .object(let table)? = choices.first {
        element = table
      }
      if member(element, "$ref") != nil {
        let name = marker(field)
        return general(.object(element), field).map { .object([(name, $0)]) }
      }
      return .object([(marker(field), .int(2)), (marker(field), .int(3))])
    }
    if let items = member(members, "items") { return general(items, field).map { .array([$0]) } }
    if case .array(let words)? = member(members, "enum") { return words.first }
    if case .int(let least)? = member(members, "minimum") { return .int(max(least, 5)) }
    if case .array? = member(members, "type") { return .string(marker(field)) }
    if case .string("boolean")? = member(members, "type") { return .bool(true) }
    return nil
  }

  private func rank(_ schema: JSONText) -> Int {
    guard case .object(let members) = schema else { return 9 }
    if member(members, "$ref") != nil || member(members, "additionalProperties") != nil { return 0 }
    if case .array(let choices)? = member(members, "anyOf") { return choices.map(rank).min() ?? 9 }
    if member(members, "items") != nil { return 1 }
    if member(members, "enum") != nil || member(members, "minimum") != nil { return 2 }
    if case .array? = member(members, "type") { return 2 }
    return member(members, "pattern") != nil || member(members, "const") != nil ? 9 : 3
  }

  // MARK: - Houses

  /// One with people, one that has been vacant and is moved into, a block with doors, a plot that is built on; one in
  /// shorthand for the what-if.
  private mutating func houses() -> JSONText {
    var entries: [(String, JSONText)] = [(marker("map.houses"), table("house"))]
    guard case .object(var vacant) = table("house", leavingOut: ["people", "plans"]) else { return .null }
    secrets.append(("house.state", "2018"))
    vacant.append(("state", .string("空き家 2018")))
    let movesIn = Int(secretYear("dwellingPlan.moves-in")) ?? 0
    vacant.append(("plans", .object([("moves-in", .int(movesIn)), ("people", residents())])))
    entries.append((marker("map.houses"), .object(vacant)))
    guard case .object(var block) = table("house", leavingOut: ["people", "plans"]) else { return .null }
    block.append(("kind", .string("apartment")))
    block.append(("units", .object([(marker("house.units"), table("unit"))])))
    entries.append((marker("map.houses"), .object(block)))
    entries.append(
      (
        "e2",
        .object([
          ("kind", .string("empty-lot")),
          ("plans", .object([("built", .int(Int(secretYear("dwellingPlan.built")) ?? 0))])),
        ])
      ))
    entries.append(("e1", .string("○73\(marker("resident, in short")) △71")))
    return .object(entries)
  }

  /// Someone by age with a plan, someone by birth who lives away, someone by band.
  private mutating func residents() -> JSONText {
    guard case .object(var first) = table("resident", leavingOut: ["born", "band", "away"]),
      case .object(let second) = table("resident", leavingOut: ["age", "band"])
    else { return .null }
    first.append(("plans", .string(secretYear("resident.plans") + "施設")))
    return .array([.object(first), .object(second), table("resident", leavingOut: ["age", "born", "away"])])
  }
}
