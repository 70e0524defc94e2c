import Foundation
import Projection
import Testing
import Workshop

@Suite("Chances on every sample")
struct SamplesAgreementTests {
  /// The rates that come with Tenken.
  static func rules() throws -> ChanceRules {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let folder = root.appendingPathComponent("Assets/rates")
    return try ChanceRules {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }

  @Test(
    "exact and simulated agree within three standard errors, map by map", arguments: try ReadSample.names())
  func agreement(name: String) throws {
    for (number, map) in try ReadSample.session(name).maps.enumerated() {
      var rules = try Self.rules()
      rules.returning = .never
      // A block falls as a whole: there is no exact way but without that.
      if map.houses.contains(where: { $0.dwellings.count > 1 }) { rules.demolition = 0 }
      let found = Agreement(map, exact: rules, simulated: rules, runs: 30, seed: UInt64(number) + 40)
      #expect(found.uncertain > 20, "\(map.id) has nothing to compare")
      #expect(found.disagreeing.isEmpty, "\(map.id): \(found.disagreeing)")
    }
  }
}
