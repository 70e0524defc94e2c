import Diagnostics
import Workshop

// How each ``Shape`` is said in JSON Schema. A value that YAML reads as a number where the reader takes text, or the other
// way round, passes: an editor should not ask for quotes that the reader does not need.
extension SessionSchema {
  private typealias Members = [(String, JSONText)]

  static func schema(of shape: Shape) -> [(String, JSONText)] {
    switch shape {
    case .constant(let value):
      choices([object([("const", .int(value))]), string(pattern: "^[\(value)１]$")])
    case .text: [("type", .array([.string("string"), .string("number"), .string("boolean")]))]
    case .name: schema(of: .text) + [("pattern", .string("[^ 　]"))]
    case .matching(let pattern): schema(of: .text) + [("pattern", .string(pattern))]
    case .linesMatching(let pattern):
      choices([
        object(schema(of: .matching(pattern))),
        .object([("type", .string("array")), ("items", orNull(object(schema(of: .matching(pattern)))))]),
      ])
    case .words(let words): self.words(words)
    case .pattern(let pattern): [("type", .string("string")), ("pattern", .string(pattern))]
    case .lines: choices([line, .object([("type", .string("array")), ("items", orNull(line))])])
    case .onOff: choices([object([("type", .string("boolean"))]), object(words(Words.switches.words))])
    case .textOrSwitch: [("type", .array([.string("string"), .string("number"), .string("boolean")]))]
    case .count: schema(of: .number(Report.counts))
    case .number(let range):
      choices([integer(range), string(pattern: SchemaPattern.whole(range, units: Report.countUnits))])
    case .amount(let units, let isShare):
      choices([
        object([
          ("type", .string("number")), ("minimum", .int(0)), ("maximum", .int(isShare ? 100 : 1_000_000)),
        ]),
        string(pattern: SchemaPattern.amount(units: units, isShare: isShare)),
      ])
    case .picture(let names):
      choices((names.isEmpty ? [] : [object(words(names))]) + [string(pattern: SchemaPattern.picture)])
    case .list(let element): list(element)
    case .filledList(let element): list(element) + [("minItems", .int(1))]
    case .oneOrMore(let element): choices([object(schema(of: element)), object(list(element))])
    case .namedTables(let element, let names):
      [("type", .string("object")), ("additionalProperties", orNull(object(schema(of: element))))]
        + (names.map { [("propertyNames", object([("pattern", .string($0))]))] } ?? [])
    case .reference(let name): [("$ref", .string("#/$defs/\(name)"))]
    case .date, .year, .birthYear, .age, .horizons, .threshold: calendar(shape)
    case .size, .bearing, .point, .points, .names, .units: sheet(shape)
    case .counts, .clocks, .linesOrTable: printed(shape)
    case .rate, .share, .families: chances(shape)
    }
  }

  // MARK: - Years and ages

  private static func calendar(_ shape: Shape) -> [(String, JSONText)] {
    let year = "^[ 　]*\(SchemaPattern.calendarYear)[ 　]*$"
    let range = YearText.range
    switch shape {
    case .date:
      return [
        ("type", .string("string")), ("pattern", .string(SchemaPattern.date)),
        ("examples", .array([.string("2023-02-07"), .string("2023年2月7日")])),
      ]
    case .birthYear: return choices([integer(range), string(pattern: SchemaPattern.birthYear)])
    case .age: return choices([integer(AgeText.range), string(pattern: SchemaPattern.age0)])
    case .horizons:
      let years = integer(Horizons.range)
      let year = SchemaPattern.horizon
      let word = string(pattern: "^\(year)$")
      let line = string(pattern: "^[ 　]*\(year)(?:[ 　,、，]+\(year))*[ 　]*$")
      let list: JSONText = .object([
        ("type", .string("array")), ("minItems", .int(1)), ("items", anyOf([years, word])),
      ])
      return choices([list, years, line])
    case .threshold(let range):
      let off = object(words(Words.switches.entries.filter { !$0.value }.flatMap(\.words)))
      return choices([
        integer(range), object([("const", .bool(false))]), off, string(pattern: "^[0-9０-９]{1,3}(歳|才|年後?)?$"),
      ])
    default: return choices([integer(range), string(pattern: year)])
    }
  }

  // MARK: - The sheet

  private static func sheet(_ shape: Shape) -> [(String, JSONText)] {
    let number = JSONText.object([("type", .string("number"))])
    let wide = string(pattern: "^[ 　]*[-+]?[0-9０-９]+([.．][0-9０-９]+)?[ 　]*$")
    let pair: JSONText = .object([
      ("type", .string("array")), ("items", anyOf([number, wide])), ("minItems", .int(2)),
      ("maxItems", .int(2)),
    ])
    switch shape {
    case .size:
      let side = anyOf([
        .object([
          ("type", .string("number")), ("exclusiveMinimum", .int(0)), ("maximum", .int(1_000_000)),
        ]),
        string(pattern: "^[ 　]*\(SchemaPattern.positive)[ 　]*$"),
      ])
      return choices([
        .object([("type", .string("array")), ("items", side), ("minItems", .int(2)), ("maxItems", .int(2))]),
        string(
          pattern: "^[ 　]*\(SchemaPattern.positive)[ 　]*[x×X,、，*][ 　]*\(SchemaPattern.positive)[ 　]*$"),
      ])
    case .bearing:
      return choices([
        object([("type", .string("number")), ("minimum", .int(-360)), ("maximum", .int(360))]),
        string(pattern: "^(?:\(SchemaPattern.bearing)[度°]?|up|right|down|left|[上右下左])$"),
      ])
    case .point: return choices([pair, string(pattern: SchemaPattern.point)])
    case .points(let least):
      let element = anyOf([pair, string(pattern: SchemaPattern.point)])
      return choices([
        .object([("type", .string("array")), ("items", element), ("minItems", .int(least))]),
        string(pattern: SchemaPattern.points),
      ])
    case .names:
      return choices([
        object(schema(of: .name)), .object([("type", .string("array")), ("items", orNull(line))]),
      ])
    default:
      let unit = JSONText.object([("$ref", .string("#/$defs/unit"))])
      return choices([
        integer(1...HouseReader.mostUnits), string(pattern: "^[0-9０-９]{1,3}(部屋|室|戸)?$"),
        .object([("type", .string("array")), ("items", unit)]),
        .object([("type", .string("object")), ("additionalProperties", unit)]),
      ])
    }
  }

  // MARK: - Chances

  private static func chances(_ shape: Shape) -> [(String, JSONText)] {
    switch shape {
    case .rate: return [("$ref", .string("#/$defs/rate"))]
    case .share(let known): return [("anyOf", .array([words(known, share)]))]
    default:
      let number: JSONText = .object([
        ("type", .string("number")), ("minimum", .int(0)),
        ("maximum", .int(Int(RateReader.mostFamilies))),
      ])
      return choices([words(["off"], number), string(pattern: "^[0-9０-９]+([.．][0-9０-９]+)?(家族|世帯|組|戸)?$")])
    }
  }

  /// A yearly chance of people's, and one of a single sex.
  static var rates: [(String, JSONText)] {
    let isOff = object([("const", .bool(false))])
    let byAge: JSONText = .object([
      ("type", .string("object")),
      (
        "patternProperties",
        .object([(SchemaPattern.ageSpan, anyOf([share, isOff, string(pattern: "^off$")]))])
      ),
      ("additionalProperties", .bool(false)), ("minProperties", .int(1)),
    ])
    let ofOneSex = [words(["on", "off"], share), string(pattern: "\\.[cC][sS][vV][ 　]*$"), byAge]
    let reference = object([("$ref", .string("#/$defs/rateOfOneSex"))])
    let sexes = Words.sexes.entries.filter { $0.value != .unknown }.flatMap(\.words)
    let bySex: JSONText = .object([
      ("type", .string("object")), ("properties", .object(sexes.map { ($0, orNull(reference)) })),
      ("additionalProperties", .bool(false)), ("minProperties", .int(1)),
    ])
    return [
      ("rate", anyOf([words(["on", "off", "rule"], share)] + ofOneSex.dropFirst() + [bySex])),
      ("rateOfOneSex", anyOf(ofOneSex)),
    ]
  }

  /// A chance as a number or a percentage.
  private static var share: JSONText {
    anyOf([
      .object([("type", .string("number")), ("minimum", .int(0)), ("maximum", .int(1))]),
      string(pattern: SchemaPattern.share),
    ])
  }

  /// The words of a switch, as far as `known` names them, `rule`, or a number.
  private static func words(_ known: [String], _ number: JSONText) -> JSONText {
    let switches = Words.switches.entries.filter { known.contains($0.value ? "on" : "off") }
    let all = switches.flatMap(\.words) + (known.contains("rule") ? Words.rule.words : [])
    let truths = switches.map { JSONText.object([("const", .bool($0.value))]) }
    return anyOf([object(words(all))] + truths + [number])
  }

  // MARK: - What is printed beside the maps

  private static func printed(_ shape: Shape) -> [(String, JSONText)] {
    switch shape {
    case .counts:
      let count = object(schema(of: .count))
      return [("type", .string("object")), ("additionalProperties", count)]
    case .clocks:
      let clock = string(pattern: SchemaPattern.clock)
      return choices([
        clock, .object([("type", .string("array")), ("items", clock), ("minItems", .int(1))]),
      ])
    case .linesOrTable(let name):
      return choices([object(schema(of: .lines)), .object([("$ref", .string("#/$defs/\(name)"))])])
    default: return []
    }
  }

  // MARK: - Pieces

  static var line: JSONText { object(schema(of: .text)) }

  private static func object(_ members: [(String, JSONText)]) -> JSONText { .object(members) }

  private static func orNull(_ schema: JSONText) -> JSONText { anyOf([schema, null]) }

  private static func choices(_ choices: [JSONText]) -> [(String, JSONText)] { [("anyOf", .array(choices))] }

  private static func words(_ words: [String]) -> [(String, JSONText)] {
    [("enum", .array(words.map { .string($0) }))]
  }

  private static func list(_ element: Shape) -> [(String, JSONText)] {
    [("type", .string("array")), ("items", object(schema(of: element)))]
  }

  static func integer(_ range: ClosedRange<Int>) -> JSONText {
    .object([
      ("type", .string("integer")), ("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound)),
    ])
  }
}
