import Diagnostics
import Testing

/// A slip that somebody makes while typing, with where and as what it must be told.
struct Slip: Sendable, CustomTestStringConvertible {
  var name: String
  /// The file, ⟦⟧ around what the findings point at.
  var marked: String
  /// Codes and severities, in the order of the file.
  var expected: [Expected]
  /// A word that the hint in either language must hold.
  var hint: String?

  struct Expected: Sendable, Equatable {
    var severity: Severity
    var code: String
  }

  var testDescription: String { name }

  static func error(_ code: String) -> Expected { Expected(severity: .error, code: code) }
  static func warning(_ code: String) -> Expected { Expected(severity: .warning, code: code) }
  static func note(_ code: String) -> Expected { Expected(severity: .note, code: code) }

  /// A file that is whole but for what stands in `map`.
  static func inMap(_ name: String, _ map: String, _ expected: Expected..., hint: String? = nil) -> Slip {
    let indented = map.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(
      separator: "\n")
    return Slip(
      name: name,
      marked: """
        tenken: 1
        title: t
        date: 2023-02-07
        maps:
          - id: A
            title: t
            actions: [a]
        \(indented)

        """, expected: expected, hint: hint)
  }

  /// A house b1 that holds `house`, at a point.
  static func inHouse(_ name: String, _ house: String, _ expected: Expected..., hint: String? = nil) -> Slip {
    var slip = inMap(
      name,
      "houses:\n  b1: \(house)\nalong: [{road: r, side: north, houses: [b1]}]\nroads: [{id: r, points: [[0, 50], [180, 50]]}]"
    )
    slip.expected = expected
    slip.hint = hint
    return slip
  }

  /// What stands at the top of an otherwise whole file.
  static func atTop(_ name: String, _ top: String, _ expected: Expected..., hint: String? = nil) -> Slip {
    let maps = "maps: [{id: A, title: t, actions: [a], houses: {b1: '10,10 ○70', b2: '90,90 △70'}}]"
    var lines: [String] = []
    for line in ["tenken: 1", "title: t", "date: 2023-02-07", maps] {
      let key = line.prefix { $0 != ":" }
      let keys = top.filter { $0 != "⟦" && $0 != "⟧" && $0 != "\"" }.split(separator: "\n")
      if !keys.contains(where: { $0.hasPrefix(key + ":") }) { lines.append(line) }
    }
    return Slip(
      name: name, marked: lines.joined(separator: "\n") + "\n" + top + "\n", expected: expected, hint: hint)
  }

  static let all: [Slip] =
    keys + values + people + plans + places + whole + grammar
    + chances
}
