import Diagnostics
import Workshop

/// The JSON Schema (draft 2020-12) by which editors complete and check session files as they are typed.
///
/// It is made from the same tables of keys and words that the reader goes by, so it cannot know other keys than the
/// reader does. It is the narrower of the two where the reader forgives what nobody should be offered: keys and words in
/// full-width or capital letters, and a single entry where a list belongs.
public enum SessionSchema {
  /// The schema as text that ends with a line feed.
  public static var text: String { json.text }

  /// The schema.
  public static var json: JSONText {
    var members = table(SessionKey.self)
    members.insert(contentsOf: heading, at: 0)
    members.append(("anyOf", .array(baseYear)))
    members.append(("if", .object([("not", present(SessionKey.maps))])))
    members.append(("then", anyOf(SessionKey.allCases.filter(\.isForPrint).map(present))))
    members.append(("$defs", .object(definitions)))
    return .object(members)
  }

  private static let heading: [(String, JSONText)] = [
    ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
    ("title", .string("Tenken 1 · 地域点検の記録ファイル / session file")),
    (
      "description",
      .string("一回のワークショップの記録。くわしくは docs/session-file.md / One workshop; see docs/session-file.en.md")
    ),
  ]

  /// A map needs to know its year: from the workshop's date or base year, or by itself.
  private static var baseYear: [JSONText] {
    let maps = SessionKey.maps.names.map { name -> (String, JSONText) in
      (name, .object([("items", said(MapKey.baseYear))]))
    }
    return [said(SessionKey.date), said(SessionKey.baseYear), .object([("properties", .object(maps))])]
  }

  /// Tables that keys refer to, and what stands for them in shorthand.
  private static var definitions: [(String, JSONText)] {
    let tables: [(String, [(String, JSONText)])] = [
      ("map", table(MapKey.self)), ("road", named(RoadKey.self)), ("watercourse", table(WatercourseKey.self)),
      ("area", table(AreaKey.self)),
      ("row", [("allOf", .array([.object(table(RowKey.self))] + rowRules))]),
      ("landmark", table(LandmarkKey.self)),
      ("rules", table(RuleKey.self)), ("scenario", table(ScenarioKey.self)),
      ("chance", table(ChanceKey.self)),
      ("measure", table(MeasureKey.self)), ("targets", table(TargetKey.self)),
    ]
    return tables.map { ($0.0, .object($0.1)) } + shorthands + rates + publication
  }
}

// MARK: - Tables

extension SessionSchema {
  /// A table with the keys of `Key`, each under all of its names.
  static func table<Key: FormatKey>(_: Key.Type) -> [(String, JSONText)] {
    var properties: [(String, JSONText)] = []
    for key in Key.allCases {
      for name in key.names { properties.append((name, property(key))) }
    }
    var members: [(String, JSONText)] = [
      ("type", .string("object")), ("properties", .object(properties)),
      ("additionalProperties", .bool(false)),
    ]
    let required = Key.allCases.filter(\.isRequired)
    if !required.isEmpty { members.append(("allOf", .array(required.map { present($0) }))) }
    // A key stands once, by whichever of its names.
    let twice = Key.allCases.flatMap { key in
      key.names.indices.flatMap { a in key.names[(a + 1)...].map { [key.names[a], $0] } }
    }
    if !twice.isEmpty {
      let pairs = twice.map { JSONText.object([("required", .array($0.map { .string($0) }))]) }
      members.append(("not", anyOf(pairs)))
    }
    return members
  }

  /// A road goes by its id or its name.
  private static func named<Key: FormatKey>(_ key: Key.Type) -> [(String, JSONText)] {
    var members = table(key)
    let names = Key.allCases.filter { $0.rawValue == "id" || $0.rawValue == "name" }
    members.append(("anyOf", .array(names.map(said))))
    return members
  }

  /// The key must be there, under any of its names.
  private static func present(_ key: some FormatKey) -> JSONText {
    .object([("anyOf", .array(key.names.map { .object([("required", .array([.string($0)]))]) }))])
  }

  /// The key is there and not left empty.
  private static func said(_ key: some FormatKey) -> JSONText {
    let filled = JSONText.object([("not", null)])
    return anyOf(
      key.names.map {
        .object([("required", .array([.string($0)])), ("properties", .object([($0, filled)]))])
      })
  }

  /// Of two groups of keys only one may say something.
  private static func apart(_ one: some FormatKey, _ other: some FormatKey) -> JSONText {
    .object([("not", .object([("allOf", .array([said(one), said(other)]))]))])
  }

  /// What stands behind a key; one that need not be there may be left empty.
  private static func property(_ key: some FormatKey) -> JSONText {
    let shape = schema(of: key.shape)
    let meaning = ("description", JSONText.string("\(key.meaning.ja) / \(key.meaning.en)"))
    guard !key.isRequired else {
      if case .text = key.shape { return .object([meaning] + schema(of: .name)) }
      return .object([meaning] + shape)
    }
    return .object([meaning, ("anyOf", .array([.object(shape), .object([("type", .string("null"))])]))])
  }
}

// MARK: - Houses, people and plans

extension SessionSchema {
  /// Families of a scenario, by year, perhaps under the map they come to.
  private static func families(_ resident: JSONText) -> JSONText {
    func table(_ value: JSONText) -> JSONText {
      .object([("type", .string("object")), ("additionalProperties", value)])
    }
    let list = JSONText.object([("type", .string("array")), ("items", resident)])
    let families = JSONText.object([("type", .string("array")), ("items", anyOf([resident, list]))])
    let count = SessionSchema.integer(FamiliesReader.numbers)
    let coming = anyOf([count, string(pattern: SchemaPattern.families), resident, families])
    return table(anyOf([coming, table(coming), null]))
  }

  private static var shorthands: [(String, JSONText)] {
    let resident = JSONText.object([("$ref", .string("#/$defs/resident"))])
    let plan = JSONText.object([("$ref", .string("#/$defs/dwellingPlan"))])
    let state = string(pattern: SchemaPattern.state)
    let house = string(pattern: SchemaPattern.house(kinds: Words.houseKinds.words))
    func list(_ others: [JSONText]) -> JSONText {
      let nothing = object("not", string(pattern: SchemaPattern.nothing))
      let entry = object("allOf", .array([anyOf([resident, plan, state] + others), nothing]))
      let beside = [string(pattern: SchemaPattern.stateBesidePeople), resident]
      return .object([
        ("type", .string("array")), ("items", entry),
        ("not", object("allOf", .array(beside.map { object("contains", $0) }))),
      ])
    }
    let unit = string(pattern: SchemaPattern.house(kinds: Words.houseKinds.words, isPlaced: false))
    let household = list([.object(schema(of: .words(Words.houseKinds.words)))])
    return [
      ("house", anyOf([house, household, allOf(table(HouseKey.self), houseRules), null])),
      (
        "unit",
        anyOf([unit, household, allOf(table(UnitKey.self), [apart(UnitKey.people, UnitKey.state)]), null])
      ),
      (
        "people",
        anyOf([
          string(pattern: SchemaPattern.house(kinds: [])), .object(table(ResidentKey.self)),
          list([]),
        ])
      ),
      (
        "resident",
        anyOf([string(pattern: SchemaPattern.residents), allOf(table(ResidentKey.self), oneAge)])
      ),
      ("residentPlan", string(pattern: SchemaPattern.residentPlan)),
      ("families", families(resident)),
      (
        "dwellingPlan",
        anyOf([string(pattern: SchemaPattern.dwellingPlan), allOf(table(DwellingPlanKey.self), [plans])])
      ),
    ]
  }

  /// A row runs along its side of the road: from the west or the east on the north or south side, and the other way
  /// round.
  private static var rowRules: [JSONText] {
    func words(_ vocabulary: Vocabulary<Compass>, _ ends: [Compass]) -> JSONText {
      let words = vocabulary.entries.filter { ends.contains($0.value) }.flatMap(\.words)
      return .object([("enum", .array(words.map { .string($0) }))])
    }
    func rule(_ ends: [Compass]) -> [JSONText] {
      RowKey.side.names.flatMap { side in
        RowKey.from.names.map { from in
          let both = JSONText.object([
            ("required", .array([.string(side), .string(from)])),
            ("properties", .object([(side, words(Words.sides, ends)), (from, words(Words.starts, ends))])),
          ])
          return .object([("not", both)])
        }
      }
    }
    return rule([.north, .south]) + rule([.east, .west])
  }

  /// At most one of age, year of birth and band.
  private static var oneAge: [JSONText] {
    [
      apart(ResidentKey.age, ResidentKey.born), apart(ResidentKey.age, ResidentKey.band),
      apart(ResidentKey.born, ResidentKey.band),
    ]
  }

  /// Which keys of a house do not go together.
  private static var houseRules: [JSONText] {
    let others = Words.houseKinds.entries.filter { $0.value != .apartment }.flatMap(\.words)
    let kinds = HouseKey.kind.names.map { name -> JSONText in
      .object([
        ("required", .array([.string(name)])),
        ("properties", .object([(name, .object([("enum", .array(others.map { .string($0) }))]))])),
      ])
    }
    return [
      apart(HouseKey.people, HouseKey.state), apart(HouseKey.units, HouseKey.people),
      apart(HouseKey.units, HouseKey.state),
      .object([("not", .object([("allOf", .array([said(HouseKey.units), anyOf(kinds)]))]))]),
    ]
  }

  /// A plan says what happens.
  private static var plans: JSONText {
    let names = [DwellingPlanKey.movesIn, .built, .demolished].flatMap(\.names)
    return anyOf(names.map { .object([("required", .array([.string($0)]))]) })
  }

  /// A table that keeps more rules than its keys.
  private static func allOf(_ table: [(String, JSONText)], _ rules: [JSONText]) -> JSONText {
    .object([("allOf", .array([.object(table)] + rules))])
  }

  private static func object(_ key: String, _ value: JSONText) -> JSONText { .object([(key, value)]) }

  static var null: JSONText { .object([("type", .string("null"))]) }

  static func anyOf(_ choices: [JSONText]) -> JSONText { .object([("anyOf", .array(choices))]) }

  static func string(pattern: String) -> JSONText {
    .object([("type", .string("string")), ("pattern", .string(pattern))])
  }
}
