/// JSON whose members keep the order they are given in, so that the same values give the same bytes.
public indirect enum JSONText: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number; one that is not finite becomes `null`.
  case double(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONText])
  /// Members in order.
  case object([(String, JSONText)])

  /// Text, or `null` where there is none.
  public static func optional(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }
  /// A number, or `null` where there is none.
  public static func optional(_ number: Int?) -> JSONText { number.map { .int($0) } ?? .null }
  /// A number, or `null` where there is none.
  public static func optional(_ number: Double?) -> JSONText { number.map { .double($0) } ?? .null }

  /// The text, indented by two spaces a level, with a line feed at its end. Arrays and objects that fit on a line
  /// stand on one.
  public var text: String { bare + "\n" }

  /// The same without the line feed at its end, to stand within other text.
  public var bare: String {
    var text = ""
    write(into: &text, indent: 0)
    return text
  }

  private static let lineLength = 100

  private func write(into text: inout String, indent: Int) {
    switch self {
    case .array(let values) where !values.isEmpty:
      if writeOnOneLine(into: &text, indent: indent) { return }
      text += "[\n"
      for (index, value) in values.enumerated() {
        text += String(repeating: " ", count: indent + 2)
        value.write(into: &text, indent: indent + 2)
        text += index == values.count - 1 ? "\n" : ",\n"
      }
      text += String(repeating: " ", count: indent) + "]"
    case .object(let members) where !members.isEmpty:
      if writeOnOneLine(into: &text, indent: indent) { return }
      text += "{\n"
      for (index, member) in members.enumerated() {
        text += String(repeating: " ", count: indent + 2) + Self.quoted(member.0) + ": "
        member.1.write(into: &text, indent: indent + 2)
        text += index == members.count - 1 ? "\n" : ",\n"
      }
      text += String(repeating: " ", count: indent) + "}"
    default:
      text += line
    }
  }

  private func writeOnOneLine(into text: inout String, indent: Int) -> Bool {
    guard depth <= 2 else { return false }
    let line = line
    guard line.utf8.count + indent <= Self.lineLength else { return false }
    text += line
    return true
  }

  /// How many arrays and objects lie in one another, counted no further than it matters.
  private var depth: Int {
    switch self {
    case .array(let values): 1 + (values.lazy.map(\.depth).max() ?? 0)
    case .object(let members): 1 + (members.lazy.map(\.1.depth).max() ?? 0)
    default: 0
    }
  }

  private var line: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .double(let value): value.isFinite ? Self.number(value) : "null"
    case .string(let value): Self.quoted(value)
    case .array(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.0) + ": " + $0.1.line }.joined(separator: ", ") + "}"
    }
  }

  private static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}", "\u{7F}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Whether both say the same in the same order.
  public static func == (a: JSONText, b: JSONText) -> Bool { a.line == b.line }
  /// Hashes what it says.
  public func hash(into hasher: inout Hasher) { hasher.combine(line) }
}
