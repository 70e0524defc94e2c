import Foundation
import Testing

/// The session that the tests of `tenken project --chance` ask, and what they read in its answers.
enum ChanceFixture {
  /// Two houses. Each year everybody passes away with chance 0.1, and nothing else happens: after ten years somebody is
  /// here with chance 0.9^10 = 0.3487, after twenty with 0.1216.
  static let exact = """
    tenken: 1
    title: 点検
    date: 2023-02-07
    horizons: [10, 20]
    rules:
      chance: {death: 0.1, leaving-home: off, returning: off, care: off, letting: off, filling: off, demolition: off}
    maps:
      - id: A
        title: 坂の上
        actions: [朝市]
        houses:
          a1: {at: [20, 20], people: [○70]}
          a2: {at: [60, 20], people: [○70, △70]}
    scenarios:
      家族が来る: {houses: {a1: 2030入居 ○35 △33 ○3}}
      長生き: {rules: {chance: {death: 0.05}}}

    """

  /// The same with people who depend on each other, so that it is simulated.
  static let simulated = exact.replacing(
    "returning: off, care: off,", with: "returning: 0.05, care: on, couples-together: on,"
  ).replacing("people: [○70]", with: "people: [○70, ○40 他出]").replacing("filling: off", with: "filling: on")

  static func terminal(_ lang: String = "en_US.UTF-8") throws -> Terminal {
    let terminal = try Terminal(lang: lang)
    try terminal.put(exact, into: "exact.yaml")
    try terminal.put(simulated, into: "a.yaml")
    return terminal
  }

  static func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  static func states(_ report: [String: Any], case number: Int = 0, map: Int = 0) throws -> [[String: Any]] {
    let file = try #require((report["files"] as? [[String: Any]])?.first)
    let cases = try #require(file["cases"] as? [[String: Any]])
    let maps = try #require(cases[number]["maps"] as? [[String: Any]])
    return try #require(maps[map]["states"] as? [[String: Any]])
  }

  /// Each dwelling's chance of being vacant, by id, at the last horizon.
  static func vacant(_ report: [String: Any]) throws -> [String: Double] {
    let last = try #require(try states(report).last)
    let dwellings = try #require(last["dwellings"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: dwellings.compactMap { one in
        (one["id"] as? String).flatMap { id in (one["vacant"] as? NSNumber).map { (id, $0.doubleValue) } }
      })
  }
}
