import Foundation
import Projection

/// The rates that come with Tenken, as the tests read them.
enum Rates {
  static func text(_ name: String, file: String = #filePath) throws -> String {
    var root = URL(fileURLWithPath: file)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appendingPathComponent("Assets/rates/\(name)"), encoding: .utf8)
  }

  static func rules() throws -> ChanceRules { try ChanceRules { try text($0) } }
}
