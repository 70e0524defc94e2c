/// A slip of grammar: what stopped YAML, in the terms of people who type.
struct GrammarSlip {
  enum Kind: Equatable {
    case tab
    case openQuote
    case badEscape
    /// A bracket that is not closed, or a comma forgotten within it.
    case openBracket(Character, Character)
    case strayBracket
    case missingValue
    /// Something stands behind a closed quotation or bracket.
    case textBehind
    case missingColon
    case unexpectedColon
    case misplacedDash
    /// A dash without its blank.
    case dashWithoutBlank
    case outOfLine
    /// A character that cannot begin a value.
    case sign
    case alias
    /// A reading, `{characters|reading}`, where its braces are the brackets of a table.
    case reading
    case tag
    case questionMark
    case document
    case blockText
    case tooDeep

    /// Whether something is not closed, so that YAML goes on for long before it stops.
    var isLeftOpen: Bool {
      switch self {
      case .openQuote, .openBracket: true
      default: false
      }
    }

    /// Whether it is a matter of one sign, so that the rest of its line is as good as any, and a slip there another.
    var isOneSign: Bool {
      switch self {
      case .sign, .alias, .reading, .tag, .questionMark, .badEscape, .missingValue: true
      default: false
      }
    }
  }

  /// A line and a column in Unicode scalars, both from 1.
  struct Spot: Comparable {
    var line: Int
    var column: Int

    static func < (a: Spot, b: Spot) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  var kind: Kind
  /// Where the slip is.
  var spot: Spot
  /// Where YAML could not go on.
  var stop: Spot
}
