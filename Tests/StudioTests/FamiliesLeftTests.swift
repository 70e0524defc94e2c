import Studio
import Testing

/// Families for whom no house is vacant, as checking a file tells them.
struct FamiliesLeftTests {
  /// What was told: `line:column families`.
  private static func told(_ families: String, maps: String = "{id: A, title: t, houses: {b1: 空き家}}") throws
    -> [String]
  {
    let scratch = Scratch()
    try scratch.put(
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps: [\(maps)]
      scenarios: {s: {families: \(families)}}
      """, into: "w.yaml")
    return Checking.check(scratch / "w.yaml").findings.filter { $0.code == "too-few-vacant" }.map {
      "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message.ja.split(separator: "、")[1].prefix { $0 != "家" })"
    }
  }

  @Test("Entry by entry, each with how many do not come")
  func entries() throws {
    #expect(try Self.told("{2030: 3, each: ○35 △33}") == ["5:28 2"])
    #expect(try Self.told("{2030: 3, 2031: [○35, ○38]}") == ["5:28 2", "5:37 2"])
  }

  @Test("For each map, where one entry is written for two by an alias")
  func alias() throws {
    let maps = "{id: A, title: t, houses: {b1: 空き家}}, {id: B, title: t, houses: {c1: 空き家, c2: 空き家}}"
    #expect(try Self.told("{A: &few {2030: 4}, B: *few}", maps: maps) == ["5:37 3", "5:37 2"])
  }

  @Test("Soon, of as many families as can be written in one evening")
  func thousands() throws {
    let years = (2024..<2044).map { "\($0): 1000" }.joined(separator: ", ")
    let told = try Self.told("{\(years), each: ○35 △33}")
    #expect(told.count == 20 && told[0].hasSuffix(" 999") && told[19].hasSuffix(" 1000"))
  }
}
