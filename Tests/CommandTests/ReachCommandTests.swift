import Foundation
import Testing

/// `tenken reach`, as it is typed.
@Suite struct ReachCommandTests {
  private static let session = """
    tenken: 1
    title: t
    base-year: 2023
    measures:
      a family: {each-vacant: 2030入居 ○35 △33 ○3}
      a child comes back: {each-away: 2031戻}
    maps:
      - id: A
        title: t
        targets: {lived-in: 3}
        actions: [a]
        houses:
          b1: [○80, △79, ○50 他出]
          b2: [○78, △75]
          b3: 空き家
          b4: [○40, △38]
    """

  private func terminal(_ lang: String = "en_US.UTF-8") throws -> Terminal {
    let terminal = try Terminal(lang: lang)
    try terminal.put(Self.session, into: "a.yaml")
    return terminal
  }

  // By hand: b1 empties in 2028, b2 in 2033; b4 is lived in until 2070. So 2033, 2043, 2053: one house lived in. A family
  // (35 in 2030) keeps b1 or b3 until 2080; the child of b1 (50) until 2058, but not where a family took the house already.
  @Test func theSmallestSets() throws {
    let reply = try terminal().type("tenken reach a.yaml --format json")
    #expect(reply.code == 0)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any])
    let map = try #require((json["maps"] as? [[String: Any]])?.first)
    let measures = try #require(map["measures"] as? [[String: Any]])
    #expect(measures.map { $0["of"] as? String } == ["b1", "b3", "b1.3"])
    #expect(map["result"] as? String == "reached")
    #expect(map["size"] as? Int == 2)
    let answers = try #require(map["answers"] as? [[String: Any]])
    #expect(answers.map { $0["measures"] as? [Int] } == [[0, 1], [1, 2]])
    let proof = try #require(map["proof"] as? [String: Any])
    #expect(proof["kind"] as? String == "short")
    #expect(proof["by"] as? Double == 1)
  }

  @Test func inWords() throws {
    let english = try terminal().type("tenken reach a.yaml")
    #expect(english.output.contains("Of 3 measures, 2 are enough, and no fewer. There are 2 such sets:"))
    #expect(english.output.contains("1. a family (b1) + a family (b3)"))
    #expect(
      english.output.contains("with 1, whichever it is, in 2033 there is 1 lived-in house too few."))
    let japanese = try terminal("ja_JP.UTF-8").type("tenken reach a.yaml --keep 住んでいる家=９")
    #expect(japanese.code == 0)
    #expect(japanese.output.contains("できること 3 をどう組み合わせても、めあてには届きません。"))
    #expect(japanese.output.contains("   × めあてに届かない年"))
    #expect(japanese.output.contains("それでも、2033年に住んでいる家が 6 戸、2043年に住んでいる家が 6 戸、2053年に住んでいる家が 6 戸足りません。"))
    #expect(
      try terminal().type("tenken reach a.yaml --keep lived-in=1").output.contains("hold as things are"))
  }

  @Test func mistakes() throws {
    let terminal = try terminal()
    let unknown = try terminal.type("tenken reach a.yaml --keep houses=3")
    #expect(unknown.code == 64)
    #expect(unknown.error.contains("lived-in"))
    #expect(try terminal.type("tenken reach a.yaml --keep lived-in=-1").code == 64)
    // The words that stand over the figures on maps and tables.
    for words in ["people=1", "人が住む家=1", "住んでいる人=1"] {
      #expect(try terminal.type("tenken reach a.yaml --keep \(words)").code == 0, "\(words)")
    }
    #expect(try terminal.type("tenken reach a.yaml --map Z").code == 1)
    try terminal.put(
      Self.session.replacingOccurrences(of: "targets: {lived-in: 3}", with: ""), into: "b.yaml")
    let without = try terminal.type("tenken reach b.yaml")
    #expect(without.code == 1)
    #expect(without.error.contains("--keep lived-in=20"))
    #expect(try terminal.type("tenken reach b.yaml --keep lived-in=2").code == 0)
  }
}
