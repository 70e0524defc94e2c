import City
import Testing

@testable import Studio

/// Of which districts, and in which years, ages are shown.
struct CityPlacesTests {
  /// The years of the pyramids of the first district by the workshop's rules, or by a request.
  private static func pyramids(_ lines: [String], horizons: [Int] = [10]) async throws -> [Int] {
    let scratch = Scratch()
    try scratch.put(
      "家,地区,性別,年齢,続柄,種別\n" + lines.joined(separator: "\n") + "\n", into: "city.csv")
    let file = try #require(RosterFile(scratch / "city.csv"))
    let content = try file.read(RosterFile.Request(baseYear: 2023), tell: { Issue.record("\($0)") })
    var request = CityRequest()
    request.rules = .workshop
    request.horizons = horizons
    let report = try await CityProjecting.report(content, request)
    let place = CityPlaces(report, language: .ja, told: horizons).place(0)
    return place.pyramids.map(\.year)
  }

  /// So many houses of a couple in their forties.
  private static func couples(_ count: Int) -> [String] {
    (1...count).flatMap { ["c\($0),北,男,45,世帯主,", "c\($0),北,女,44,妻,"] }
  }

  @Test("Households nobody knows live there as well: five are enough, as on the maps of sessions")
  func unknownHouseholds() async throws {
    let strangers = ["u1,北,,,,不明", "u2,北,,,,不明"]
    #expect(try await Self.pyramids(Self.couples(3) + strangers) == [2023, 2033])
    #expect(try await Self.pyramids(Self.couples(3) + strangers.dropLast() + ["v,北,,,,空き家"]).isEmpty)
    #expect(try await Self.pyramids(Self.couples(5)) == [2023, 2033])
  }

  @Test(
    "By the workshop's rules nothing is made in parts, be the ages exact or not", arguments: ["45", "40代"])
  func parts(age: String) async throws {
    let scratch = Scratch()
    try scratch.put("家,地区,性別,年齢,続柄\na,北,男,\(age),世帯主\n", into: "city.csv")
    let file = try #require(RosterFile(scratch / "city.csv"))
    let content = try file.read(RosterFile.Request(baseYear: 2023), tell: { Issue.record("\($0)") })
    var request = CityRequest()
    request.rules = .workshop
    request.shard = ChanceRun.Shard(1, of: 2)
    await #expect(throws: Trouble.self) { try await CityProjecting.report(content, request) }
  }

  @Test("A year in which few houses are lived in has none, nor one in which all are empty")
  func emptied() async throws {
    // At 85 nobody is counted any more.
    let old = (1...6).map { "o\($0),北,男,80,世帯主," }
    #expect(try await Self.pyramids(old, horizons: [3, 10]) == [2023, 2026])
    #expect(try await Self.pyramids(old + Self.couples(2), horizons: [3, 10]) == [2023, 2026])
    #expect(try await Self.pyramids(old + Self.couples(5), horizons: [3, 10]) == [2023, 2026, 2033])
  }
}
